"""One run of an analysis: what the queue function does with a message.

Delivery is at least once, so a run first takes the analysis by a conditional patch and, before it hands its
documents to the output binding, reads again that the analysis is still its own.
"""

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from shared.clock import to_z, utc_now
from shared.documents import AnalysisDocument, CvDocument, JobDocument, Run
from shared.loading import load
from shared.logs import describe, log
from shared.matching.result import MatchResult
from shared.settings import SettingsError, model_settings, run_limit_seconds
from shared.store import DocumentStore, Json, StoreUnavailable, rows
from shared.use_cases.baseline import load_tables, match_texts, to_json
from shared.work_queue import AnalysisRequest

STORE_PATIENCE_SECONDS = 20.0
"""How long a run waits for a store that does not answer before the message goes to its next delivery."""
REPLICA_SECONDS = 1.0
"""How long a replica may show what was before a write of another instance: with session consistency, who
wrote sees it at once, and others a little later (Azure Cosmos DB, "Consistency levels")."""

STORE_UNAVAILABLE = "store_unavailable"
"""The failure that is nobody's own: who waits for it to pass may succeed."""

_alive: set[str] = set()
"""Ids of the runs that hold an analysis in this process."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A queue message's identity. ``dequeue_count`` starts at 1."""

    message_id: str
    dequeue_count: int
    last: bool
    """True: failing now sends the message to poison."""


class RunFailed(Exception):
    """Leaves the message to the next delivery. The text holds a code and a place, never a document's text."""


async def run_analysis(request: AnalysisRequest, delivery: Delivery, store: DocumentStore) -> list[Json]:
    """The documents for the output binding; none if there is nothing (more) to do. Raises RunFailed."""
    try:
        async with asyncio.timeout(run_limit_seconds()):
            return await _run(request, delivery, store)
    except TimeoutError:
        raise RunFailed("run_limit_exceeded") from None
    except StoreUnavailable:
        raise RunFailed(STORE_UNAVAILABLE) from None


async def _run(request: AnalysisRequest, delivery: Delivery, store: DocumentStore) -> list[Json]:
    load_tables()
    documents, analysis = await _patiently(lambda: _read_documents(request, store))
    if analysis is None or analysis.may_run_anew:
        # The message may be faster than the write: dropped now, it would be missed until the timer comes.
        await asyncio.sleep(REPLICA_SECONDS)
        documents, analysis = await _patiently(lambda: _read_documents(request, store))
    if analysis is None:
        log("run.dropped", analysisId=request.analysis_id, reason="gone")
        return []
    reason = _reason_to_drop(analysis, request, delivery)
    if reason:
        log("run.dropped", analysisId=analysis.id, reason=reason)
        return []
    missing = _missing(documents, request)
    if missing:
        code, message = f"{missing}_deleted", f"The {missing} was deleted."
        await fail_analysis(store, analysis.user_id, analysis.id, code, message, retryable=False)
        return []
    cv = CvDocument.model_validate(documents[request.cv_id])
    job = JobDocument.model_validate(documents[request.job_id])

    profile, requirements, baseline = await match_texts(cv, job)
    run = Run(
        id=uuid.uuid4().hex,
        message_id=delivery.message_id,
        lease_until=utc_now() + timedelta(seconds=run_limit_seconds()),
    )
    _alive.add(run.id)
    try:
        if not await _patiently(lambda: _take(store, analysis, run, baseline)):
            log("run.dropped", analysisId=analysis.id, reason="taken")
            return []
        result = await _refine(baseline, cv, job, delivery)
        return await _finish(request, store, run, cv, job, profile, requirements, result)
    finally:
        _alive.discard(run.id)


async def _finish(
    request: AnalysisRequest,
    store: DocumentStore,
    run: Run,
    cv: CvDocument,
    job: JobDocument,
    profile: Json,
    requirements: Json,
    result: MatchResult,
) -> list[Json]:
    """The documents as they are to stand, if the analysis is still this run's."""
    current, now = await _patiently(lambda: _read_documents(request, store))
    if now is None or now.status != "processing" or now.run is None or now.run.id != run.id:
        log("run.discarded", analysisId=request.analysis_id)
        return []
    finished = now.model_copy(
        update={
            "status": "completed",
            "completed_at": utc_now(),
            "job_title": now.job_title or requirements.get("title"),
            "overall_score": result.overall_score,
            "result": result,
            "error": None,
            "run": None,
        }
    )
    outputs: list[Json] = []
    if profile != cv.profile and _still(current, cv.id, "cv"):
        outputs.append(cv.model_copy(update={"profile": profile}).to_json())
    if requirements != job.requirements and _still(current, job.id, "job"):
        # As it is now: it may have been given a title meanwhile.
        stored = JobDocument.model_validate(current[job.id])
        outputs.append(stored.model_copy(update={"requirements": requirements}).to_json())
    outputs.append(finished.to_json())  # last: whoever sees it completed finds the others written
    started = now.started_at or now.created_at
    log(
        "run.completed",
        analysisId=now.id,
        mode=result.engine.mode,
        degraded=result.degraded,
        attempts=now.attempts,
        # The timer may have enqueued it again in the moment in which it was taken.
        queueWaitMs=max(0, round((started - now.queued_at).total_seconds() * 1000)),
        runMs=round((utc_now() - started).total_seconds() * 1000),
        inputTokens=result.engine.input_tokens,
        outputTokens=result.engine.output_tokens,
        droppedQuotes=result.engine.dropped_quotes,
    )
    return outputs


async def _read_documents(
    request: AnalysisRequest, store: DocumentStore
) -> tuple[dict[str, Json], AnalysisDocument | None]:
    """Analysis, CV and job by their ids, in one query instead of three point reads; and the analysis."""
    found = await rows(
        store.query(
            request.user_id,
            "SELECT * FROM c WHERE c.userId = @userId AND c.id IN (@analysis, @cv, @job)",
            {
                "@userId": request.user_id,
                "@analysis": request.analysis_id,
                "@cv": request.cv_id,
                "@job": request.job_id,
            },
            operation="run.read",
        )
    )
    documents = {row["id"]: row for row in found}
    if not _still(documents, request.analysis_id, "analysis"):
        return documents, None
    return documents, AnalysisDocument.model_validate(documents[request.analysis_id])


def _reason_to_drop(analysis: AnalysisDocument, request: AnalysisRequest, delivery: Delivery) -> str | None:
    if not analysis.in_flight:
        return analysis.status
    if (request.cv_id, request.job_id) != (analysis.cv_id, analysis.job_id):
        return "mismatch"  # not a message of the app's: the analysis has one of its own
    run = analysis.run
    if analysis.status != "processing" or run is None or run.lease_until <= utc_now():
        return None
    if run.id in _alive:
        return "running"  # this process slept for longer than the queue hides a message
    # The same message again means that its earlier delivery is over; another one is a duplicate.
    return None if run.message_id == delivery.message_id else "duplicate"


def _missing(documents: dict[str, Json], request: AnalysisRequest) -> str | None:
    for name, document_id in (("cv", request.cv_id), ("job", request.job_id)):
        if not _still(documents, document_id, name):
            return name
    return None


def _still(documents: dict[str, Json], document_id: str, kind: str) -> bool:
    body = documents.get(document_id)
    return body is not None and body.get("type") == kind


async def _take(store: DocumentStore, analysis: AnalysisDocument, run: Run, baseline: MatchResult) -> bool:
    """Marks the analysis as this run's, with the deterministic result; False: another run was first."""
    held = analysis.run.id if analysis.run else None
    changes: Json = {
        "status": "processing",
        "startedAt": to_z(utc_now()),
        "attempts": analysis.attempts + 1,
        "overallScore": baseline.overall_score,
        "result": to_json(baseline),
        "run": run.to_json(),
    }
    condition = f"c.status = '{analysis.status}'"
    if held:
        condition += f" AND c.run.id = '{held}'"
    # Its own id as well: a patch that was applied but whose answer got lost is repeated.
    condition = f"({condition}) OR c.run.id = '{run.id}'"
    taken = await store.patch(
        analysis.user_id, analysis.id, changes, condition=condition, operation="run.take"
    )
    return taken is not None


async def _refine(baseline: MatchResult, cv: CvDocument, job: JobDocument, delivery: Delivery) -> MatchResult:
    """The model's reading on top, where one is configured."""
    try:
        settings = model_settings()
    except SettingsError as error:
        return _without_model(baseline, error)
    if settings is None:
        return baseline
    await load("openai")
    from shared.matching.model import ModelRefused, ModelUnavailable, degrade, refine
    from shared.model_client import model_client

    try:
        return await refine(
            baseline,
            cv.content,
            job.content,
            client=model_client(settings),
            model=settings.model,
            budget_seconds=settings.budget_seconds,
            max_input_tokens=settings.max_input_tokens,
        )
    except ModelUnavailable as error:
        log("model.unavailable", code=error.code, last=delivery.last)
        if not delivery.last:
            raise RunFailed(error.code) from None
        return degrade(baseline, error.code, error.warnings, error.usage)
    except ModelRefused as error:
        log("model.refused", code=error.code)
        return degrade(baseline, error.code, error.warnings, error.usage)
    except Exception as error:
        # A defect of the model layer costs depth, not the answer.
        log("model.defect", error=describe(error), last=delivery.last)
        return degrade(baseline, "model_defect")


def _without_model(baseline: MatchResult, error: SettingsError) -> MatchResult:
    """A model that is wanted and cannot be asked until a setting is mended."""
    from shared.matching.model import degrade

    code = "model_misconfigured"
    log("settings.invalid", level=logging.ERROR, message=str(error))
    log("model.refused", code=code)
    return degrade(baseline, code)


async def fail_run(store: DocumentStore, request: AnalysisRequest) -> None:
    """Ends the analysis of a message that failed on every delivery."""
    await fail_analysis(
        store,
        request.user_id,
        request.analysis_id,
        "processing_failed",
        "The analysis could not be finished after several attempts. It can be started again.",
        retryable=True,
    )


async def fail_analysis(
    store: DocumentStore, user_id: str, analysis_id: str, code: str, message: str, *, retryable: bool
) -> bool:
    """Ends an analysis that leaves no result; False: it is no longer in flight."""
    changes: Json = {
        "status": "failed",
        "completedAt": to_z(utc_now()),
        "overallScore": None,
        "result": None,
        "run": None,
        "error": {"code": code, "message": message, "retryable": retryable},
    }
    failed = await store.patch(
        user_id,
        analysis_id,
        changes,
        condition="c.type = 'analysis' AND (c.status = 'queued' OR c.status = 'processing')",
        operation="analysis.fail",
    )
    if failed is not None:
        log("analysis.failed", analysisId=analysis_id, code=code)
    return failed is not None


async def _patiently[Value](call: Callable[[], Awaitable[Value]]) -> Value:
    """Repeats a call while the store does not answer: a short outage is no reason to use up deliveries."""
    deadline = asyncio.get_running_loop().time() + STORE_PATIENCE_SECONDS
    delay = 0.5
    while True:
        try:
            return await call()
        except StoreUnavailable:
            if asyncio.get_running_loop().time() + delay > deadline:
                raise
            await asyncio.sleep(delay)
            delay = min(delay * 2, 5.0)
