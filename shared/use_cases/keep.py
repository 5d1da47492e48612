"""Storing one CV or one job by itself; the same content again is the stored one."""

from dataclasses import dataclass

from shared.errors import store_unavailable
from shared.store import DocumentStore, Json, StoreUnavailable
from shared.use_cases.history import read_document
from shared.use_cases.submit import NewCv, NewJob, keep_cv, keep_job, look_up


@dataclass(frozen=True, slots=True)
class Stored:
    document: Json
    created: bool


async def store_cv(store: DocumentStore, user_id: str, cv: NewCv) -> Stored:
    """Raises ServiceUnavailable."""
    try:
        kept = await keep_cv(store, user_id, cv, await look_up(store, user_id, [cv], []))
    except StoreUnavailable:
        raise store_unavailable() from None
    return Stored(kept.document or await read_document(store, user_id, "cv", kept.id), kept.created)


async def store_job(store: DocumentStore, user_id: str, job: NewJob) -> Stored:
    """Raises ServiceUnavailable."""
    try:
        kept = await keep_job(store, user_id, job, await look_up(store, user_id, [], [job]))
    except StoreUnavailable:
        raise store_unavailable() from None
    return Stored(kept.document or await read_document(store, user_id, "job", kept.id), kept.created)
