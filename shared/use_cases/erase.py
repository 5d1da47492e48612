"""Deleting. What a user deleted never comes back, a run in flight notwithstanding.

An output binding upserts blindly after its function returned. So where a run may still write, a tombstone is
left (ids only; every read answers 404), and a purge message, visible after the longest run, removes whatever
stands under those ids then. Without work in flight a delete is a plain delete.

The tombstone comes first: a purge of what was not deleted, as the store failed in between, would take what
its user asked for again since. Who is told to try again deletes a tombstone, and that sends the purge.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import batched

from shared.beside import do_beside
from shared.clock import to_z, utc_now
from shared.documents import Tombstone, is_tombstone
from shared.errors import NotFound, store_unavailable
from shared.logs import bound, log
from shared.store import DocumentStore, Json, StoreUnavailable, in_list, rows
from shared.use_cases.purge import purge_delay_seconds
from shared.work_queue import PurgeRequest, Sender

_SETTLE_DELAYS = (0.2, 0.4, 0.8)
_LATE_DELAYS = (3.0, 9.0, 27.0)
"""Looked after once the delete has answered: a binding repeats a write that the database throttles."""
_LOOKS = 5
"""Between the look at what there is and its removal a run may begin or end; so often it is looked again."""
_SELECT = (
    "SELECT c.id, c.type, c.status, c.attempts, c.createdAt, c.completedAt, c.cvId, c.jobId, c._etag FROM c"
)
_PURGE_IDS = 200
_CLOCK_SECONDS = 5
"""By so much the clocks of two instances may differ."""


async def delete_analysis(store: DocumentStore, queue: Sender, user_id: str, analysis_id: str) -> None:
    """Raises NotFound, ServiceUnavailable, StoreUnavailable, QueueUnavailable."""
    body = await store.read(user_id, analysis_id, operation="analysis.read")
    if body is None or not (body.get("type") == "analysis" or is_tombstone(body)):
        raise NotFound("There is no such analysis.")
    was_tombstone = is_tombstone(body)
    for _ in range(_LOOKS):
        standing = [_tombstone(user_id, body)] if _may_be_written(body) else []
        if await _delete(store, queue, user_id, [[body]], standing):
            break
        now = await store.read(user_id, analysis_id, operation="analysis.read")
        if now is None or not _is_as_old(now, body):
            break
        body = now
    else:
        raise store_unavailable()
    if was_tombstone:
        raise NotFound("There is no such analysis.")


async def delete_source(
    store: DocumentStore, queue: Sender, user_id: str, document_id: str, kind: str, *, cascade: bool
) -> None:
    """A CV or a job, and with ``cascade`` its analyses. Raises what ``delete_analysis`` does."""
    body = await store.read(user_id, document_id, operation=f"{kind}.read")
    if body is None or not (body.get("type") == kind or is_tombstone(body)):
        raise NotFound(f"There is no such {kind}.")
    await _delete_found(
        store,
        queue,
        user_id,
        f" AND (c.id = @id OR (c.type IN ('analysis', 'tombstone') AND c.{kind}Id = @id))",
        {"@id": document_id},
        operation=f"{kind}.analyses",
        is_meant=lambda row: cascade or row["id"] == document_id,
    )
    if is_tombstone(body):
        raise NotFound(f"There is no such {kind}.")


async def erase_user(store: DocumentStore, queue: Sender, user_id: str) -> dict[str, int]:
    """Everything of the user; returns how many of each kind. Raises what ``delete_analysis`` does."""
    documents, entombed = await _delete_found(store, queue, user_id, operation="user.documents")
    kinds = [row.get("type") for row in documents.values()]
    log("user.erased", documents=len(kinds), tombstones=len(entombed))
    return {"cvs": kinds.count("cv"), "jobs": kinds.count("job"), "analyses": kinds.count("analysis")}


async def _delete_found(
    store: DocumentStore,
    queue: Sender,
    user_id: str,
    condition: str = "",
    parameters: Mapping[str, object] | None = None,
    *,
    operation: str,
    is_meant: Callable[[Json], bool] = lambda _: True,
) -> tuple[dict[str, Json], set[str]]:
    """Deletes what a condition finds of the user's documents and ``is_meant``; what else it finds tells of
    runs that may still write it. Returns the documents by id, and the ids under which tombstones were left.

    A run that began meanwhile has read what is gone now: it is looked until nothing is left to do.
    """
    deleted: dict[str, Json] = {}
    entombed: set[str] = set()
    began = to_z(utc_now())
    for look in range(_LOOKS):
        found = await rows(
            store.query(
                user_id,
                f"{_SELECT} WHERE c.userId = @userId{condition}",
                {"@userId": user_id, **(parameters or {})},
                operation=operation,
                page_size=1000,
            )
        )
        since = _sent_since(began, found, deleted) if look else set()
        doomed = [row for row in found if is_meant(row) and row["id"] not in since]
        left = {row["id"]: row for row in doomed if not is_tombstone(row)}
        deleted |= left
        sources = {_source(row, name) for row in found if _may_be_written(row) for name in ("cvId", "jobId")}
        standing = {one: _tombstone(user_id, {"id": one}) for one in deleted.keys() & sources - since}
        standing |= {row["id"]: _tombstone(user_id, row) for row in doomed if _may_be_written(row)}
        # What this deletion left stands, and its purge is on its way.
        standing = {
            one: tombstone for one, tombstone in standing.items() if one in left or one not in entombed
        }
        if look and not left and not standing:
            return deleted, entombed
        entombed |= standing.keys()
        # Texts last: while they stand, who has to try again finds what is left of their analyses.
        texts = [row for row in left.values() if row.get("type") in ("cv", "job")]
        others = [row for row in left.values() if row.get("type") not in ("cv", "job")]
        await _delete(store, queue, user_id, [others, texts], list(standing.values()))
    raise store_unavailable()


def _sent_since(began: str, found: Sequence[Json], deleted: Mapping[str, Json]) -> set[str]:
    """Ids of what is not what is deleted. An analysis of what is gone is."""
    since = {
        row["id"]
        for row in found
        if str(row.get("createdAt")) >= began and not _is_as_old(row, deleted.get(row["id"], {}))
    }
    gone = deleted.keys() - since
    return {
        row["id"]
        for row in found
        if row["id"] in since and gone.isdisjoint((_source(row, "cvId"), _source(row, "jobId")))
    }


def _may_be_written(row: Json) -> bool:
    """True while a run works on the analysis, deleted or not, or one that lost its lease may still write."""
    if is_tombstone(row) or row.get("status") in ("queued", "processing"):
        return True
    completed = row.get("completedAt")
    if not completed or (row.get("status") == "completed" and row.get("attempts") in (None, 0, 1)):
        return False
    # As text, which is time's order too: what is damaged must not be kept for it.
    return str(completed) > to_z(utc_now() - timedelta(seconds=purge_delay_seconds()))


def _is_as_old(row: Json, body: Json) -> bool:
    return is_tombstone(row) or row.get("createdAt") == body.get("createdAt")


def _tombstone(user_id: str, row: Json) -> Tombstone:
    return Tombstone(id=row["id"], user_id=user_id, cv_id=_source(row, "cvId"), job_id=_source(row, "jobId"))


def _source(row: Json, name: str) -> str | None:
    """None also for what is damaged: that is deleted like any other."""
    value = row.get(name)
    return value if isinstance(value, str) else None


async def _delete(
    store: DocumentStore,
    queue: Sender,
    user_id: str,
    doomed: Sequence[Sequence[Json]],
    tombstones: Sequence[Tombstone],
) -> bool:
    """Removes what is ``doomed``, one group after the other, and leaves the ``tombstones`` under their ids.

    False: something was changed meanwhile, maybe by a run that began, and stands; or it was gone already.
    """
    entombed = {one.id: one for one in tombstones}
    gate = asyncio.Semaphore(8)

    async def remove(row: Json) -> bool:
        async with gate:
            if row["id"] not in entombed:
                etag = row.get("_etag")
                return await store.delete(user_id, row["id"], operation="document.delete", etag=etag)
            await store.upsert(entombed[row["id"]].to_json(), operation="document.entomb")
            return True

    listed = {row["id"] for group in doomed for row in group}
    done: list[bool] = []
    for group in (*doomed, [{"id": one} for one in entombed if one not in listed]):
        done += await asyncio.gather(*(remove(row) for row in group))
    if not entombed:
        return all(done)
    deleted = utc_now() + timedelta(seconds=_CLOCK_SECONDS)
    for some in batched(entombed, _PURGE_IDS, strict=False):
        request = PurgeRequest(
            user_id=user_id,
            document_ids=list(some),
            created_before=deleted,
            correlation_id=bound("requestId"),
        )
        await queue.send(request, delay_seconds=purge_delay_seconds())
    await _settle(store, user_id, entombed, deleted, _SETTLE_DELAYS)
    do_beside(_settle_late(store, user_id, entombed, deleted))
    return all(done)


async def _settle_late(
    store: DocumentStore, user_id: str, entombed: Mapping[str, Tombstone], deleted: datetime
) -> None:
    with suppress(StoreUnavailable):  # the purge finds it at the latest
        await _settle(store, user_id, entombed, deleted, _LATE_DELAYS)


async def _settle(
    store: DocumentStore,
    user_id: str,
    entombed: Mapping[str, Tombstone],
    deleted: datetime,
    delays: Sequence[float],
) -> None:
    """Entombs again what a run that was just returning wrote over its tombstone."""
    for delay in delays:
        await asyncio.sleep(delay)
        for some in batched(sorted(entombed), _PURGE_IDS, strict=False):
            id_list, parameters = in_list("id", some)
            text = (
                "SELECT c.id FROM c WHERE c.userId = @userId AND c.type IN ('cv', 'job', 'analysis') "
                f"AND c.createdAt < @deleted AND c.id IN {id_list}"
            )
            parameters |= {"@userId": user_id, "@deleted": to_z(deleted)}
            for row in await rows(store.query(user_id, text, parameters, operation="document.settle")):
                await store.upsert(entombed[row["id"]].to_json(), operation="document.entomb")
