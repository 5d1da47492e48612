"""What the queue and timer functions do with what their triggers give them."""

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from shared.cosmos import document_store
from shared.logs import describe, log, quiet_sdk_loggers
from shared.settings import SettingsError, max_dequeue_count
from shared.store import Json, StoreUnavailable
from shared.use_cases.purge import purge
from shared.use_cases.rescue import bury, rescue
from shared.use_cases.run import STORE_UNAVAILABLE, Delivery, RunFailed, fail_run, run_analysis
from shared.work_queue import (
    AnalysisRequest,
    PurgeRequest,
    QueueUnavailable,
    UnreadableMessage,
    bind_sender,
    parse_message,
    work_queue,
)

if TYPE_CHECKING:
    import azure.functions as func


async def work(message: "func.QueueMessage") -> list[Json]:
    """The documents for the output binding. Raises RunFailed, whose text is safe to log, and nothing else."""
    quiet_sdk_loggers()
    try:
        request = parse_message(message.get_body())
    except UnreadableMessage:
        raise RunFailed("unreadable_message") from None
    bind_sender(request)
    count = message.dequeue_count or 1
    delivery = Delivery(message.id or "", count, last=count >= max_dequeue_count())
    try:
        if isinstance(request, PurgeRequest):
            await purge(document_store(), request)
            return []
        return await run_analysis(request, delivery, document_store())
    except Exception as error:
        failure = _failure(error)
        if delivery.last and isinstance(request, AnalysisRequest) and str(failure) != STORE_UNAVAILABLE:
            with suppress(StoreUnavailable, SettingsError):
                await fail_run(document_store(), request)
        raise failure from None


async def poisoned(message: "func.QueueMessage") -> None:
    quiet_sdk_loggers()
    try:
        await bury(message.get_body(), document_store(), work_queue(), inserted=message.insertion_time)
    except Exception as error:
        raise _failure(error) from None


async def rescue_stuck() -> None:
    """A store that is away is no failure of the timer: it comes again."""
    quiet_sdk_loggers()
    try:
        await rescue(document_store(), work_queue())
    except (StoreUnavailable, QueueUnavailable):
        log("rescue.skipped", reason="store or queue unavailable")
    except Exception as error:
        raise _failure(error) from None


def _failure(error: Exception) -> RunFailed:
    match error:
        case RunFailed():
            return error
        case StoreUnavailable():
            return RunFailed(STORE_UNAVAILABLE)
        case SettingsError():
            log("settings.invalid", level=logging.ERROR, message=str(error))
            return RunFailed("settings_invalid")
        case _:
            return RunFailed(describe(error))
