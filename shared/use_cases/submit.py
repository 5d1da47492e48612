"""Submitting: store CV, job and analysis{queued}, then enqueue; nothing is accepted that was not both."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from shared import ids
from shared.clock import to_z, utc_now
from shared.documents import AnalysisDocument, is_tombstone
from shared.errors import (
    AppError,
    Conflict,
    NotFound,
    TooManyRequests,
    store_unavailable,
    unreadable_document,
)
from shared.logs import log
from shared.store import DocumentStore, Json, StoreUnavailable
from shared.unreadable import log_unreadable
from shared.use_cases.keep import (
    CvSource,
    JobSource,
    Kept,
    Known,
    StoredCv,
    StoredJob,
    keep_cv,
    keep_job,
    look_up,
    missing_source,
)
from shared.use_cases.quota import Quota
from shared.use_cases.withdraw import withdraw_later
from shared.work_queue import AnalysisRequest, QueueUnavailable, Sender


@dataclass(frozen=True, slots=True)
class Trace:
    correlation_id: str
    traceparent: str | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    analysis: AnalysisDocument
    completed: Json | None = None
    """The analysis as stored where it existed and is completed; nothing was enqueued."""


async def submit(
    store: DocumentStore,
    queue: Sender,
    user_id: str,
    cv: CvSource,
    job: JobSource,
    *,
    force: bool,
    trace: Trace,
) -> Submitted:
    """One analysis. Raises NotFound, TooManyRequests, ServiceUnavailable, StoreUnavailable."""
    (outcome,) = await submit_batch(store, queue, user_id, [(cv, job)], force=force, trace=trace)
    if isinstance(outcome, AppError):
        raise outcome
    return outcome


async def submit_batch(
    store: DocumentStore,
    queue: Sender,
    user_id: str,
    pairs: Sequence[tuple[CvSource, JobSource]],
    *,
    force: bool,
    trace: Trace,
) -> list[Submitted | AppError]:
    """Many analyses, each accepted or refused on its own, in the order given. Raises StoreUnavailable.

    What is forced and not accepted, as the request runs out of time say, is withdrawn.
    """
    cvs = {id(cv): cv for cv, _ in pairs}
    jobs = {id(job): job for _, job in pairs}
    known = await look_up(store, user_id, [*cvs.values(), *jobs.values()], pairs)
    quota = Quota(user_id, known.today)
    begun: set[str] = set()
    gate = asyncio.Semaphore(8)

    async def attempt[Value](step: Coroutine[Any, Any, Value]) -> Value | AppError:
        async with gate:
            try:
                return await step
            except (StoreUnavailable, QueueUnavailable):
                return store_unavailable()
            except AppError as error:
                return error
            except ValidationError as error:
                log_unreadable(error)
                return unreadable_document()

    # Of a pair that cannot be, since what it refers to does not exist or the day's limit is reached, nothing
    # is stored.
    planned = [_planned_id(user_id, cv, job, known, quota, force) for cv, job in pairs]
    possible = [pair for pair, plan in zip(pairs, planned, strict=True) if isinstance(plan, str)]
    needed = {id(side) for pair in possible for side in pair}
    keeping = {key: keep_cv(store, user_id, cv, known) for key, cv in cvs.items() if key in needed}
    keeping |= {key: keep_job(store, user_id, job, known) for key, job in jobs.items() if key in needed}
    kept = dict(zip(keeping, await asyncio.gather(*map(attempt, keeping.values())), strict=True))

    async def one(pair: tuple[CvSource, JobSource], plan: str | AppError) -> Submitted | AppError:
        match steps := (plan, *(kept.get(id(side)) for side in pair)):
            case str() as analysis_id, Kept() as cv, Kept() as job:
                return await attempt(start(analysis_id, cv, job))
        return next(step for step in steps if isinstance(step, AppError))

    async def start(analysis_id: str, cv: Kept, job: Kept) -> Submitted:
        analysis = AnalysisDocument(
            id=analysis_id,
            user_id=user_id,
            cv_id=cv.id,
            job_id=job.id,
            cv_filename=cv.name or "",
            job_title=job.name,
            correlation_id=trace.correlation_id,
        )
        if analysis_id not in known.by_id:
            begun.add(analysis_id)
        return await _start(store, queue, analysis, known, trace)

    try:
        outcomes = list(await asyncio.gather(*map(one, pairs, planned)))
        begun -= {one.analysis.id for one in outcomes if isinstance(one, Submitted)}
    finally:
        if force and begun:
            # Nobody knows their ids: asking again makes others, and these would run as well.
            withdraw_later(store, queue, user_id, begun)
    return outcomes


def _planned_id(
    user_id: str, cv: CvSource, job: JobSource, known: Known, quota: Quota, force: bool
) -> str | AppError:
    """The id of the analysis of a pair, or why there is to be none."""
    missing = missing_source(cv, known) or missing_source(job, known)
    if missing:
        return missing
    derived = ids.analysis_id(user_id, known.id_of(user_id, cv), known.id_of(user_id, job))
    analysis_id = known.place(ids.fresh_id("analysis") if force else derived)
    if analysis_id not in known.by_id:
        try:
            quota.take(analysis_id)
        except TooManyRequests as refusal:
            return refusal
    return analysis_id


async def _start(
    store: DocumentStore, queue: Sender, wanted: AnalysisDocument, known: Known, trace: Trace
) -> Submitted:
    """A new one, or the one there is: completed it is the answer, failed or degraded it runs anew, else it is
    under way."""
    stands = wanted.id in known.by_id
    body: Json | None = None
    while body is None or is_tombstone(body):
        if body is not None:
            # Deleted between the look-up and now: that deletion stands, this request is a new one.
            wanted.id = ids.successor(wanted.id)
        if not stands and await store.create(wanted.to_json(), operation="analysis.create"):
            await enqueue(queue, wanted, trace)
            return Submitted(wanted)
        stands = False
        body = await store.read(wanted.user_id, wanted.id, operation="analysis.read")
    analysis = AnalysisDocument.model_validate(body)
    if analysis.may_run_anew:
        return Submitted(await restart(store, queue, analysis, trace))
    if analysis.status == "queued":
        # Its message may have been lost with the request that created it; a second one is dropped if not.
        await enqueue(queue, analysis, trace)
    return Submitted(analysis, completed=body if analysis.status == "completed" else None)


async def retry(
    store: DocumentStore, queue: Sender, analysis: AnalysisDocument, trace: Trace
) -> AnalysisDocument:
    """Runs it again. Raises Conflict for one that is neither failed nor degraded, or degraded and without its
    CV or posting: that run could only lose the result that there is; and what ``restart`` raises."""
    if not analysis.may_run_anew:
        raise Conflict(f"Only a failed or degraded analysis can be retried; this one is {analysis.status}.")
    if analysis.status == "completed":
        sources = StoredCv(analysis.cv_id), StoredJob(analysis.job_id)
        known = await look_up(store, analysis.user_id, sources)
        for source in sources:
            if missing_source(source, known):
                raise Conflict(f"The {source.kind} of this analysis was deleted; it cannot be run again.")
    return await restart(store, queue, analysis, trace)


async def restart(
    store: DocumentStore, queue: Sender, analysis: AnalysisDocument, trace: Trace
) -> AnalysisDocument:
    """Queues a failed or degraded analysis again. Of several requests at once one does it, and each sends a
    message of its own: none is accepted that only another's message could fulfil.

    Raises NotFound, StoreUnavailable, and QueueUnavailable: it is then what it was before.
    """
    changes: Json = {
        "status": "queued",
        "queuedAt": to_z(utc_now()),
        "startedAt": None,
        "completedAt": None,
        "attempts": 0,
        "overallScore": None,
        "result": None,
        "error": None,
        "rescues": 0,
        # Of the ten that a patch may hold. A run that has ended left none behind.
        "correlationId": trace.correlation_id,
    }
    body = await store.patch(
        analysis.user_id,
        analysis.id,
        changes,
        condition="c.status = 'failed' OR (c.status = 'completed' AND c.result.degraded = true)",
        operation="analysis.restart",
    )
    if body is None:
        body = await store.read(analysis.user_id, analysis.id, operation="analysis.read")
        if body is None or is_tombstone(body):
            raise NotFound("There is no such analysis.")
        other = AnalysisDocument.model_validate(body)
        if other.may_run_anew:
            raise QueueUnavailable("the queue did not take the message of who was first")
        if other.status == "queued":
            await enqueue(queue, other, trace)
        return other
    restarted = AnalysisDocument.model_validate(body)
    try:
        await enqueue(queue, restarted, trace)
    except QueueUnavailable:
        before = analysis.to_json()
        await store.patch(
            analysis.user_id,
            analysis.id,
            {name: before[name] for name in changes},
            condition=f"c.status = 'queued' AND c.queuedAt = '{changes['queuedAt']}'",
            operation="analysis.restore",
        )
        raise
    return restarted


async def enqueue(queue: Sender, analysis: AnalysisDocument, trace: Trace) -> None:
    """Raises QueueUnavailable."""
    await queue.send(
        AnalysisRequest(
            user_id=analysis.user_id,
            analysis_id=analysis.id,
            cv_id=analysis.cv_id,
            job_id=analysis.job_id,
            correlation_id=trace.correlation_id,
            traceparent=trace.traceparent,
        )
    )
    log("analysis.enqueued", analysisId=analysis.id)
