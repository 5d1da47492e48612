"""Storing one CV or one job by itself; the same content again is the stored one."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from shared.errors import NotFound, store_unavailable
from shared.store import DocumentStore, Json, StoreUnavailable
from shared.use_cases.history import read_document
from shared.use_cases.submit import Kept, NewCv, NewJob, keep_cv, keep_job, look_up

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Stored:
    document: Json
    created: bool


async def store_cv(store: DocumentStore, user_id: str, cv: NewCv) -> Stored:
    """Raises ServiceUnavailable."""

    async def keep() -> Kept:
        return await keep_cv(store, user_id, cv, await look_up(store, user_id, [cv], []))

    return await _stored(store, user_id, "cv", keep)


async def store_job(store: DocumentStore, user_id: str, job: NewJob) -> Stored:
    """Raises ServiceUnavailable."""

    async def keep() -> Kept:
        return await keep_job(store, user_id, job, await look_up(store, user_id, [], [job]))

    return await _stored(store, user_id, "job", keep)


async def _stored(
    store: DocumentStore, user_id: str, kind: Literal["cv", "job"], keep: Callable[[], Awaitable[Kept]]
) -> Stored:
    """Kept anew if somebody deletes it between being found and being read."""
    for _ in range(_TRIES):
        try:
            kept = await keep()
        except StoreUnavailable:
            raise store_unavailable() from None
        if kept.document is not None:
            return Stored(kept.document, kept.created)
        with suppress(NotFound):
            return Stored(await read_document(store, user_id, kind, kept.id), kept.created)
    raise store_unavailable()
