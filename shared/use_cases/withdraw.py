"""Withdrawing forced runs that were begun and not accepted: nobody was told of their ids."""

import asyncio
from collections.abc import Iterable

from shared.beside import do_beside
from shared.errors import NotFound, ServiceUnavailable
from shared.logs import log
from shared.store import DocumentStore, StoreUnavailable
from shared.use_cases.erase import delete_analysis
from shared.work_queue import QueueUnavailable, Sender

_DELAYS = (0.0, 1.0, 4.0, 16.0)


def withdraw_later(store: DocumentStore, queue: Sender, user_id: str, analysis_ids: Iterable[str]) -> None:
    """Beside the request, which has to answer: removes analyses of whose ids nobody was told, as far as the
    stores let it."""
    do_beside(_withdraw(store, queue, user_id, sorted(analysis_ids)))


async def _withdraw(store: DocumentStore, queue: Sender, user_id: str, left: list[str]) -> None:
    for delay in _DELAYS:
        await asyncio.sleep(delay)
        done = await asyncio.gather(*(_is_withdrawn(store, queue, user_id, one) for one in left))
        left = [one for one, gone in zip(left, done, strict=True) if not gone]
        if not left:
            break
    log("withdrawn", notFound=len(left))


async def _is_withdrawn(store: DocumentStore, queue: Sender, user_id: str, analysis_id: str) -> bool:
    try:
        body = await store.read(user_id, analysis_id, operation="analysis.read")
        if body is None:
            return False  # what nobody confirmed may be stored yet
        if body.get("status") == "queued":
            # As no run has taken it, none can once it is gone.
            etag = body["_etag"]
            return await store.delete(user_id, analysis_id, operation="analysis.withdraw", etag=etag)
        await delete_analysis(store, queue, user_id, analysis_id)
    except NotFound:
        return True
    except (StoreUnavailable, QueueUnavailable, ServiceUnavailable):
        return False
    return True
