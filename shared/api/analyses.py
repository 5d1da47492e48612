"""/api/v1/analyze and /api/v1/analyses."""

import asyncio
from collections.abc import Awaitable
from typing import Any, cast

from shared.api.parameters import Parameters
from shared.api.sources import cv_source, job_source, new_cv, new_job
from shared.cosmos import document_store
from shared.documents import AnalysisDocument, CamelModel
from shared.errors import AppError, InvalidRequest, NotFound
from shared.http import Reply, Request, problem_of
from shared.requests import (
    BATCH_JSON_BYTES,
    AnalyzeBody,
    BatchBody,
    CvBody,
    CvReference,
    JobBody,
    JobReference,
    validate,
)
from shared.store import Json, StoreUnavailable
from shared.unreadable import read_each
from shared.use_cases import erase, history
from shared.use_cases import submit as submitting
from shared.use_cases.keep import CvSource, JobSource, StoredCv, StoredJob
from shared.views import Accepted, AnalysisSummary, AnalysisView
from shared.work_queue import work_queue

_IDS = 50
_RETRY_SECONDS = "1"
_LAST_LOOK_SECONDS = 0.5


async def analyze(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    body = validate(AnalyzeBody, request.json())
    cv = cv_source(body.cv, body.cv_id)
    job = await job_source(body.job, body.job_id, user_id=user_id)
    submitted = await submitting.submit(
        document_store(), work_queue(), user_id, cv, job, force=body.force, trace=request.trace
    )
    if submitted.completed is not None:
        return _whole(submitted.completed, request)
    analysis = submitted.analysis
    if request.wait_seconds:
        try:
            async with asyncio.timeout(request.wait_seconds + _LAST_LOOK_SECONDS):
                waited = await history.wait_for_analysis(
                    document_store(), user_id, analysis.id, request.wait_seconds, first=analysis.to_json()
                )
        except (StoreUnavailable, TimeoutError, asyncio.CancelledError):
            # Which it was, whoever can look now. It is cancelled where the process stood still for too long.
            return _accepted(analysis, request.wait_seconds)
        if waited.get("status") in ("completed", "failed"):
            return _whole(waited, request)
        analysis = AnalysisDocument.model_validate(waited)
    return _accepted(analysis, request.wait_seconds)


async def analyze_batch(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    body = validate(BatchBody, request.json(limit=BATCH_JSON_BYTES))
    pairs: list[tuple[CvSource, JobSource] | AppError]
    if body.jobs is not None:
        cv = cv_source(body.cv, body.cv_id)
        jobs = await asyncio.gather(
            *(_attempt(_job_entry(entry, f"jobs.{index}", user_id)) for index, entry in enumerate(body.jobs))
        )
        pairs = [job if isinstance(job, AppError) else (cv, job) for job in jobs]
    else:
        job = await job_source(body.job, body.job_id, user_id=user_id)
        cvs = await asyncio.gather(
            *(_attempt(_cv_entry(entry, f"cvs.{index}")) for index, entry in enumerate(body.cvs or []))
        )
        pairs = [one if isinstance(one, AppError) else (one, job) for one in cvs]
    return await _submit_batch(request, user_id, pairs, force=body.force)


async def _submit_batch(
    request: Request, user_id: str, pairs: list[tuple[CvSource, JobSource] | AppError], *, force: bool
) -> Reply:
    valid = [pair for pair in pairs if not isinstance(pair, AppError)]
    outcomes = iter(
        await submitting.submit_batch(
            document_store(), work_queue(), user_id, valid, force=force, trace=request.trace
        )
        if valid
        else ()
    )
    results = [pair if isinstance(pair, AppError) else next(outcomes) for pair in pairs]
    refusals = [result for result in results if isinstance(result, AppError)]
    if len(refusals) == len(results):
        _raise_for_all(refusals)
    items: list[Json] = []
    for index, result in enumerate(results):
        if isinstance(result, AppError):
            items.append({"index": index, "error": problem_of(result, request.trace.correlation_id)})
        else:
            items.append({"index": index, **Accepted.of(result.analysis).to_json()})
    return Reply(202, {"items": items}, {"Retry-After": _RETRY_SECONDS})


def _raise_for_all(refusals: list[AppError]) -> None:
    """No entry was accepted: the request as a whole is refused, as invalid if every entry is."""
    for refusal in refusals:
        if isinstance(refusal, NotFound) and {one.field for one in refusal.errors} <= {"cvId", "jobId"}:
            raise refusal  # the one side that all entries have in common
    for status in (503, 429, 500):
        # Not the client's mistake: what is wrong with other entries can be told when these are accepted.
        for refusal in refusals:
            if refusal.status == status:
                raise refusal
    raise InvalidRequest(
        "No entry of the batch is valid; see errors.",
        [error for one in refusals for error in one.errors][:50],
    )


async def _attempt[Source](parse: Awaitable[Source]) -> Source | AppError:
    try:
        return await parse
    except AppError as error:
        return error


async def _job_entry(entry: Any, field: str, user_id: str) -> JobSource:
    if isinstance(entry, dict) and "jobId" in entry:
        return StoredJob(validate(JobReference, entry, prefix=field).job_id, f"{field}.jobId")
    return await new_job(validate(JobBody, entry, prefix=field), user_id=user_id, field=field)


async def _cv_entry(entry: Any, field: str) -> CvSource:
    if isinstance(entry, dict) and "cvId" in entry:
        return StoredCv(validate(CvReference, entry, prefix=field).cv_id, f"{field}.cvId")
    return new_cv(validate(CvBody, entry, prefix=field))


async def list_analyses(request: Request) -> Reply:
    user_id = request.user_id
    given = Parameters(request, "sortBy", "cvId", "jobId", "status", "minScore", "maxScore", "ids")
    low, high = given.number("minScore", 0, 100), given.number("maxScore", 0, 100)
    if low is not None and high is not None and low > high:
        given.error("minScore", "must not be greater than maxScore")
    filters, parameters = history.analysis_filters(
        cv_id=given.identifier("cvId"),
        job_id=given.identifier("jobId"),
        status=given.choice("status", ("queued", "processing", "completed", "failed")),
        min_score=low,
        max_score=high,
        ids=given.identifiers("ids", most=_IDS),
    )
    query = given.list_query(
        "analysis",
        sort_by=cast(history.SortBy, given.choice("sortBy", ("createdAt", "overallScore")) or "createdAt"),
        filters=filters,
        parameters=parameters,
    )
    return page_reply(await history.list_documents(document_store(), user_id, query), AnalysisSummary)


def page_reply(page: history.Page, summary: type[CamelModel]) -> Reply:
    items, unreadable = read_each(page.items, lambda row: summary.model_validate(row).to_json())
    body: Json = {"items": items, "nextCursor": page.next_cursor}
    if page.total is not None:
        body["total"] = page.total
    if unreadable:
        body["unreadable"] = unreadable
    return Reply(200, body)


async def get_analysis(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    if request.wait_seconds:
        body = await history.wait_for_analysis(
            document_store(), user_id, request.document_id, request.wait_seconds
        )
    else:
        body = await history.read_document(document_store(), user_id, "analysis", request.document_id)
    if _matches(request.raw.headers.get("if-none-match"), body["_etag"]):
        return Reply(304, headers=_etag(body))
    return _whole(body, request)


async def retry_analysis(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    body = await history.read_document(document_store(), user_id, "analysis", request.document_id)
    analysis = AnalysisDocument.model_validate(body)
    restarted = await submitting.retry(document_store(), work_queue(), analysis, request.trace)
    return _accepted(restarted)


async def delete_analysis(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    await erase.delete_analysis(document_store(), work_queue(), user_id, request.document_id)
    return Reply(204)


def _whole(body: Json, request: Request) -> Reply:
    analysis = AnalysisDocument.model_validate(body)
    headers = _etag(body)
    if analysis.in_flight:
        headers["Retry-After"] = _RETRY_SECONDS
    if request.wait_seconds:
        headers["Preference-Applied"] = f"wait={request.wait_seconds}"
    return Reply(200, AnalysisView.of(analysis).to_json(), headers)


def _accepted(analysis: AnalysisDocument, waited_seconds: int = 0) -> Reply:
    accepted = Accepted.of(analysis)
    headers = {"Location": accepted.status_url, "Retry-After": _RETRY_SECONDS}
    if waited_seconds:
        headers["Preference-Applied"] = f"wait={waited_seconds}"
    return Reply(202, accepted.to_json(), headers)


def _etag(body: Json) -> dict[str, str]:
    """A weak one, as the same analysis may be sent compressed or not (RFC 9110, 8.8.1)."""
    return {"ETag": f"W/{body['_etag']}"} if "_etag" in body else {}


def _matches(if_none_match: str | None, etag: str) -> bool:
    """Weak comparison (RFC 9110, 13.1.2)."""
    if not if_none_match:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return "*" in tags or etag in tags
