"""Reading what is stored: one document, lists with keyset paging, the whole of a user's data."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from shared import cursors
from shared.documents import is_tombstone
from shared.errors import NotFound
from shared.store import DocumentStore, Json, in_list, rows

type Kind = Literal["cv", "job", "analysis"]
type Order = Literal["asc", "desc"]
type SortBy = Literal["createdAt", "overallScore"]

_FIELDS: dict[Kind, str] = {
    "cv": "c.id, c.filename, c.characterCount, c.fileSize, c.warnings, c.createdAt",
    "job": (
        "c.id, c.title, c.requirements.title AS foundTitle, c.company, c.characterCount, c.fileSize, "
        "c.sourceType, c.sourceUrl, c.createdAt"
    ),
    "analysis": (
        "c.id, c.cvId, c.jobId, c.cvFilename, c.jobTitle, c.status, c.overallScore, c.createdAt, "
        "c.completedAt"
    ),
}
_WAIT_DELAYS = (0.5, 1.0, 1.5, 2.0)
"""Seconds between looks of a waiting client; the last one repeats. Fewer than one look a second."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A list request: ``filters`` are ANDed Cosmos conditions over ``parameters``."""

    kind: Kind
    limit: int = 10
    order: Order = "desc"
    sort_by: SortBy = "createdAt"
    filters: tuple[str, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    cursor: str | None = None
    include_total: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    items: list[Json]
    next_cursor: str | None
    total: int | None


async def read_document(store: DocumentStore, user_id: str, kind: Kind, document_id: str) -> Json:
    """A point read. Raises NotFound, StoreUnavailable."""
    body = await store.read(user_id, document_id, operation=f"{kind}.read")
    if body is None or body.get("type") != kind:
        raise NotFound(f"There is no such {kind}.")
    return body


async def wait_for_analysis(
    store: DocumentStore, user_id: str, analysis_id: str, seconds: float, *, first: Json | None = None
) -> Json:
    """The analysis once it is completed or failed, or as it is after ``seconds``. Raises NotFound."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    body = first or await read_document(store, user_id, "analysis", analysis_id)
    delays = iter(_WAIT_DELAYS)
    delay = _WAIT_DELAYS[0]
    while body.get("status") in ("queued", "processing"):
        delay = next(delays, delay)
        remaining = deadline - loop.time()
        if remaining <= 0:
            break
        await asyncio.sleep(min(delay, remaining))
        body = await read_document(store, user_id, "analysis", analysis_id)
    return body


async def list_documents(store: DocumentStore, user_id: str, query: ListQuery) -> Page:
    """One page. Raises InvalidRequest for a cursor that is not this query's, StoreUnavailable."""
    binding = [user_id, query.kind, query.sort_by, query.order, list(query.filters), dict(query.parameters)]
    conditions = ["c.userId = @userId", "c.type = @type", *query.filters]
    parameters: dict[str, object] = {"@userId": user_id, "@type": query.kind, **query.parameters}
    keyset: list[str] = []
    place: dict[str, object] = {}
    if query.cursor is not None:
        clause, place = _after(cursors.decode(query.cursor, binding), query)
        keyset.append(clause)
    direction = query.order.upper()
    text = (
        f"SELECT {_FIELDS[query.kind]} FROM c WHERE {' AND '.join([*conditions, *keyset])} "
        f"ORDER BY c.{query.sort_by} {direction}, c.id {direction}"
    )
    found = await rows(
        store.query(
            user_id,
            text,
            {**parameters, **place},
            operation=f"{query.kind}.list",
            page_size=query.limit + 1,
        ),
        most=query.limit + 1,
    )
    total = await _count(store, user_id, query.kind, conditions, parameters) if query.include_total else None
    items = found[: query.limit]
    following = None
    if len(found) > query.limit:
        places = ([row.get(query.sort_by), row["id"]] for row in reversed(items))
        # Where the last is damaged the next page meets it again, behind the last that is not.
        place_of_last = next(filter(cursors.is_position, places), None)
        following = cursors.encode(place_of_last, binding) if place_of_last else None
    return Page(items, following, total)


async def _count(
    store: DocumentStore, user_id: str, kind: Kind, conditions: list[str], parameters: dict[str, object]
) -> int:
    text = f"SELECT VALUE COUNT(1) FROM c WHERE {' AND '.join(conditions)}"
    counts: list[Any] = await rows(store.query(user_id, text, parameters, operation=f"{kind}.count"))
    return sum(int(count) for count in counts)


def _after(position: list[Any], query: ListQuery) -> tuple[str, dict[str, object]]:
    """The keyset condition: what comes after ``[sort value, id]``. Null sorts below every number."""
    value, document_id = position
    path = f"c.{query.sort_by}"
    compare = "<" if query.order == "desc" else ">"
    parameters: dict[str, object] = {"@afterId": document_id}
    if value is None:
        clause = f"(IS_NULL({path}) AND c.id {compare} @afterId)"
        if query.order == "asc":
            clause = f"({clause} OR IS_NUMBER({path}))"
        return clause, parameters
    parameters["@after"] = value
    clause = f"{path} {compare} @after OR ({path} = @after AND c.id {compare} @afterId)"
    if query.sort_by == "overallScore" and query.order == "desc":
        clause += f" OR IS_NULL({path})"
    return f"({clause})", parameters


def analysis_filters(
    *,
    cv_id: str | None,
    job_id: str | None,
    status: str | None,
    min_score: float | None,
    max_score: float | None,
    ids: list[str] | None,
) -> tuple[tuple[str, ...], dict[str, object]]:
    """The conditions of a list of analyses and their parameters."""
    filters: list[str] = []
    parameters: dict[str, object] = {}
    for name, path, compare, value in (
        ("@cvId", "cvId", "=", cv_id),
        ("@jobId", "jobId", "=", job_id),
        ("@status", "status", "=", status),
        ("@minScore", "overallScore", ">=", min_score),
        ("@maxScore", "overallScore", "<=", max_score),
    ):
        if value is not None:
            filters.append(f"c.{path} {compare} {name}")
            parameters[name] = value
    if ids:
        id_list, more = in_list("listed", ids)
        filters.append(f"c.id IN {id_list}")
        parameters |= more
    return tuple(filters), parameters


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything of a user, oldest first."""

    by_kind: dict[Kind, list[Json]]
    of_no_kind: list[Json]


async def export_user(store: DocumentStore, user_id: str) -> Stored:
    """Raises StoreUnavailable."""
    found: dict[Kind, list[Json]] = {"cv": [], "job": [], "analysis": []}
    others: list[Json] = []
    async for row in store.query(
        user_id,
        "SELECT * FROM c WHERE c.userId = @userId",
        {"@userId": user_id},
        operation="user.export",
    ):
        documents = found.get(cast(Kind, str(row.get("type"))))
        if documents is not None:
            documents.append(row)
        elif not is_tombstone(row):
            others.append(row)
    for one in found.values():
        one.sort(key=lambda row: (str(row.get("createdAt")), row["id"]))
    return Stored(found, others)
