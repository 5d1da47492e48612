"""Whether the CV and the job of an analysis are there. A page of analyses asks once for each of its users."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from shared.store import DocumentStore, Json, in_list

type Standing = Mapping[tuple[str, str], str]
"""Types of documents by user and id."""

_FIELDS = {"cvId": "cv", "jobId": "job"}


async def standing_sources(store: DocumentStore, rows: Sequence[Json]) -> Standing:
    """Of the analyses among ``rows``. Raises StoreUnavailable."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for _, user, document_id in _references(row):
            wanted[user].add(document_id)
    standing: dict[tuple[str, str], str] = {}
    for user, document_ids in wanted.items():
        id_list, parameters = in_list("id", sorted(document_ids))
        async for found in store.query(
            user,
            f"SELECT c.id, c.type FROM c WHERE c.userId = @userId AND c.id IN {id_list}",
            {"@userId": user, **parameters},
            operation="verify.sources",
        ):
            standing[user, found["id"]] = str(found.get("type"))
    return standing


def orphan_findings(row: Json, standing: Standing) -> Iterator[str]:
    """A sentence for each source that is wrong, or gone although the analysis still needs it."""
    for field, user, document_id in _references(row):
        found = standing.get((user, document_id))
        if found is None and row.get("status") in ("queued", "processing"):
            yield f"it is in flight and its {_FIELDS[field]} is not there"
        elif found not in (None, "tombstone", _FIELDS[field]):
            yield f"its {field} is not the id of a {_FIELDS[field]}"


def lost_a_source(row: Json, standing: Standing) -> bool:
    """A CV or job may be deleted without its finished analyses; these stay readable."""
    return any(standing.get((user, one)) in (None, "tombstone") for _, user, one in _references(row))


def _references(row: Json) -> Iterator[tuple[str, str, str]]:
    """Field, user and id; of a damaged document what can be told."""
    user = row.get("userId")
    if row.get("type") != "analysis" or not isinstance(user, str):
        return
    for field in _FIELDS:
        document_id = row.get(field)
        if isinstance(document_id, str):
            yield field, user, document_id
