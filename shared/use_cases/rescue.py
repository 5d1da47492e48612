"""Nothing ends in silence: the poison queue's function and the timer that rescues what got stuck."""

import asyncio
from datetime import datetime, timedelta

from pydantic import ValidationError

from shared.clock import to_z, utc_now
from shared.documents import AnalysisDocument
from shared.logs import bind_log_context, log
from shared.settings import limits, run_limit_seconds
from shared.store import DocumentStore, Json, rows
from shared.unreadable import log_unreadable
from shared.use_cases.purge import purge, purge_old_tombstones
from shared.use_cases.run import fail_analysis, fail_run
from shared.use_cases.submit import Trace, enqueue
from shared.work_queue import (
    AnalysisRequest,
    PurgeRequest,
    Sender,
    UnreadableMessage,
    WorkQueue,
    bind_sender,
    parse_message,
)

_BATCH = 100


async def bury(body: bytes, store: DocumentStore, queue: Sender, *, inserted: datetime | None) -> None:
    """A message from the poison queue: its analysis is ended or started again, its purge tried a last time.

    ``inserted``: when it came there, if that is known.
    """
    try:
        request = parse_message(body)
    except UnreadableMessage:
        log("poison.unreadable", bytes=len(body))
        return
    bind_sender(request)
    if isinstance(request, PurgeRequest):
        await purge(store, request)
        return
    await _end_poisoned(request, store, queue, inserted)


async def _end_poisoned(
    request: AnalysisRequest, store: DocumentStore, queue: Sender, inserted: datetime | None
) -> None:
    """A run that fails on its last delivery ends its analysis itself. What is still in flight here lost its
    worker each time, maybe to another's fault, or its store: as the timer would, it is enqueued again."""
    found = await store.read(request.user_id, request.analysis_id, operation="analysis.read")
    if found is None or found.get("type") != "analysis":
        log("poison.gone", analysisId=request.analysis_id)
        return
    analysis = _readable(found)
    # Delivered again, or late: the analysis has been enqueued anew, and that run is not to blame. The queue
    # tells whole seconds.
    if analysis and inserted is not None and inserted + timedelta(seconds=1) <= analysis.queued_at:
        log("poison.outlived", analysisId=analysis.id)
    elif analysis is None:
        await fail_run(store, request)
    elif analysis.run is not None and analysis.run.lease_until > utc_now():
        log("poison.running", analysisId=analysis.id)  # the timer comes back to it when its lease has ended
    elif analysis.in_flight:
        await _rescue_one(store, queue, analysis)


async def rescue(store: DocumentStore, queue: WorkQueue) -> None:
    """Enqueues again what stays queued or processing too long, and fails it after so many times.

    Two timers at once do no harm: each rescue is a conditional patch that one of them wins. The query is on
    indexed paths, meets only what is in flight, and finds only what is stuck: nothing else takes its place.
    """
    now = utc_now()
    cutoff = now - timedelta(seconds=limits().rescue_queued_after)
    # A backlog is not a loss: what was enqueued after the front of the queue still has its message there.
    front = await queue.oldest_visible()
    found = await rows(
        store.query(
            None,
            "SELECT * FROM c WHERE c.type = 'analysis' AND c.status IN ('queued', 'processing') "
            "AND c.createdAt < @cutoff AND ((c.status = 'queued' AND c.queuedAt < @lost) "
            "OR (c.status = 'processing' AND (IS_NULL(c.run) OR c.run.leaseUntil < @now)))",
            {"@cutoff": to_z(cutoff), "@lost": to_z(min(cutoff, front or cutoff)), "@now": to_z(now)},
            operation="rescue.find",
            page_size=_BATCH,
        ),
        most=_BATCH,
    )
    stuck = [analysis for row in found if (analysis := _readable(row)) is not None]
    for analysis in stuck:
        # A task of its own has a context of its own: the lines of one do not carry the request id of another.
        await asyncio.create_task(_rescue_one(store, queue, analysis))
    await purge_old_tombstones(store)


def _readable(row: Json) -> AnalysisDocument | None:
    """None, with a line in the log, for one that no version of this code wrote: others must not wait."""
    try:
        return AnalysisDocument.model_validate(row)
    except ValidationError as error:
        log_unreadable(error, row.get("id"))
        return None


def _is_over(enqueued: datetime) -> bool:
    """Whether a run that was started then must have ended by now."""
    return enqueued + timedelta(seconds=run_limit_seconds()) < utc_now()


async def _rescue_one(store: DocumentStore, queue: Sender, analysis: AnalysisDocument) -> None:
    bind_log_context(requestId=analysis.correlation_id)
    if analysis.rescues >= limits().rescue_attempts:
        if analysis.status == "queued" and not _is_over(analysis.queued_at):
            return  # a run may be at work that has not taken it yet
        await fail_analysis(
            store,
            analysis.user_id,
            analysis.id,
            "processing_stuck",
            "The analysis was started several times and never finished. It can be started again.",
            retryable=True,
        )
        return
    changes: Json = {
        "status": "queued",
        "queuedAt": to_z(utc_now()),
        "rescues": analysis.rescues + 1,
        "result": None,
        "overallScore": None,
        "run": None,
    }
    condition = f"c.status = '{analysis.status}' AND c.queuedAt = '{to_z(analysis.queued_at)}'"
    if analysis.run is not None:
        condition += f" AND c.run.id = '{analysis.run.id}'"
    if (
        await store.patch(
            analysis.user_id, analysis.id, changes, condition=condition, operation="rescue.requeue"
        )
        is not None
    ):
        log("analysis.rescued", analysisId=analysis.id, rescues=analysis.rescues + 1)
        await enqueue(queue, analysis, Trace(analysis.correlation_id or ""))
