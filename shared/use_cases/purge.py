"""Purging: what stands under the ids of a deletion once no run can write it any more, and old tombstones."""

from datetime import timedelta

from shared.clock import to_z, utc_now
from shared.logs import log
from shared.settings import run_limit_seconds
from shared.store import DocumentStore, in_list, rows
from shared.work_queue import PurgeRequest

BINDING_SECONDS = 60
"""Allowance for the output binding to write after its function returned."""


def purge_delay_seconds() -> int:
    return int(run_limit_seconds()) + BINDING_SECONDS


async def purge(store: DocumentStore, request: PurgeRequest) -> None:
    """Removes what stands under the ids of a deletion, unless it was created since. Idempotent."""
    if not request.document_ids:
        return
    id_list, parameters = in_list("id", request.document_ids)
    text = f"SELECT c.id, c._etag FROM c WHERE c.userId = @userId AND c.id IN {id_list}"
    parameters["@userId"] = request.user_id
    if request.created_before is not None:
        text += " AND c.createdAt < @before"
        parameters["@before"] = to_z(request.created_before)
    purged, left = 0, True
    while left:
        doomed = await rows(store.query(request.user_id, text, parameters, operation="purge.find"))
        gone = [
            await store.delete(request.user_id, row["id"], operation="document.purge", etag=row["_etag"])
            for row in doomed
        ]
        purged += sum(gone)
        left = not all(gone)  # a late write came between
    log("purged", documents=purged)


async def purge_old_tombstones(store: DocumentStore) -> int:
    """Tombstones whose purge message got lost with a storage failure; returns how many were removed."""
    cutoff = to_z(utc_now() - timedelta(seconds=2 * purge_delay_seconds()))
    old = await rows(
        store.query(
            None,
            "SELECT c.id, c.userId, c._etag FROM c WHERE c.type = 'tombstone' AND c.createdAt < @cutoff",
            {"@cutoff": cutoff},
            operation="tombstones.old",
        ),
        most=100,
    )
    for row in old:
        await store.delete(row["userId"], row["id"], operation="document.purge", etag=row["_etag"])
    return len(old)
