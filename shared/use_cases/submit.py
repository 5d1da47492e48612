"""Submitting: store CV, job and analysis{queued}, then enqueue; nothing is accepted that was not both."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from shared import ids
from shared.clock import to_z, utc_now
from shared.documents import AnalysisDocument, CvDocument, JobDocument, SourceType, is_tombstone
from shared.errors import (
    AppError,
    Conflict,
    FieldError,
    NotFound,
    TooManyRequests,
    store_unavailable,
    unreadable_document,
)
from shared.logs import log
from shared.settings import limits
from shared.store import DocumentStore, Json, StoreUnavailable, in_list, rows
from shared.unreadable import log_unreadable
from shared.use_cases.erase import withdraw_later
from shared.work_queue import AnalysisRequest, QueueUnavailable, Sender


@dataclass(frozen=True, slots=True)
class NewCv:
    """A CV's text as received or extracted. ``file_size`` in bytes."""

    filename: str
    content: str
    file_size: int
    warnings: list[str] = field(default_factory=list)
    in_columns: bool = False


@dataclass(frozen=True, slots=True)
class NewJob:
    content: str
    title: str | None = None
    company: str | None = None
    source_type: SourceType = "manual"
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class StoredCv:
    id: str
    field: str = "cvId"
    """Where the request named it, for the error if it is not there."""


@dataclass(frozen=True, slots=True)
class StoredJob:
    id: str
    field: str = "jobId"


type CvSource = NewCv | StoredCv
type JobSource = NewJob | StoredJob


@dataclass(frozen=True, slots=True)
class Trace:
    correlation_id: str
    traceparent: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of the documents that a request names, and today's analyses."""

    by_id: dict[str, Json]
    by_hash: dict[tuple[str, str], Json]
    today: frozenset[str]
    """Analyses of this UTC day."""

    def place(self, first: str) -> tuple[str, Json | None]:
        """Of an id's lineage the one under which something stands; else the first that is free."""
        rows = [(one, self.by_id.get(one)) for one in ids.lineage(first)]
        for one, row in rows:
            if row is not None and not is_tombstone(row):
                return one, row
        free = (one for one, row in rows if row is None)
        return next(free, None) or ids.fresh_id(first.partition("-")[0]), None


_DAY_SECONDS = 86_400
_GRANT_SECONDS = 10.0
"""So long what was granted may be missing in a look-up that began before it: as a request lasts."""
_granted: dict[tuple[str, str], float] = {}
"""When this process granted a user an analysis, for requests that come at once."""


class Quota:
    """New analyses that the user may still start today; shared by the entries of a batch.

    A refusal carries the fields of the IETF draft "RateLimit header fields for HTTP" (version 09).
    """

    def __init__(self, user_id: str, today: frozenset[str]) -> None:
        self.limit = limits().daily_analyses
        self._user_id, self._today = user_id, today

    def take(self, analysis_id: str) -> None:
        """Raises TooManyRequests."""
        if not self.limit:
            return
        now = time.monotonic()
        for old in [one for one, when in _granted.items() if when < now - _GRANT_SECONDS]:
            del _granted[old]
        used = self._today | {one for user, one in _granted if user == self._user_id}
        if analysis_id not in used and len(used) >= self.limit:
            reset = seconds_to_midnight(utc_now())
            raise TooManyRequests(
                f"The limit of {self.limit} new analyses a day is reached; stored ones can still be read.",
                retry_after=reset,
                headers={
                    "RateLimit-Policy": f'"daily";q={self.limit};w={_DAY_SECONDS}',
                    "RateLimit": f'"daily";r=0;t={reset}',
                },
            )
        _granted[self._user_id, analysis_id] = now


def seconds_to_midnight(now: datetime) -> int:
    """Seconds until the next UTC day, rounded up."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), UTC)
    return int((tomorrow - now).total_seconds()) + 1


async def look_up(
    store: DocumentStore,
    user_id: str,
    cvs: Sequence[CvSource],
    jobs: Sequence[JobSource],
    pairs: Sequence[tuple[CvSource, JobSource]] = (),
) -> Known:
    """One query for everything that a submit has to know, the day's count included."""
    sources = (*cvs, *jobs)
    named = {source.id for source in sources if isinstance(source, StoredCv | StoredJob)}
    derived = {_id_of(user_id, source) for source in sources} - named
    hashes = {ids.content_hash(source.content) for source in sources if isinstance(source, NewCv | NewJob)}
    derived |= {ids.analysis_id(user_id, _id_of(user_id, cv), _id_of(user_id, job)) for cv, job in pairs}
    wanted = named.union(*map(ids.lineage, derived))
    id_list, parameters = in_list("id", sorted(wanted))
    conditions = [f"c.id IN {id_list}"]
    if hashes:
        hash_list, more = in_list("hash", sorted(hashes))
        conditions.append(f"c.contentHash IN {hash_list}")
        parameters |= more
    today = to_z(utc_now().replace(hour=0, minute=0, second=0, microsecond=0))
    if pairs and limits().daily_analyses:
        conditions.append("(c.type = 'analysis' AND c.createdAt >= @today)")
        parameters["@today"] = today
    text = (
        "SELECT c.id, c.type, c.status, c.createdAt, c.contentHash, c.filename, c.title FROM c "
        f"WHERE c.userId = @userId AND ({' OR '.join(conditions)})"
    )
    found = await rows(
        store.query(
            user_id, text, {"@userId": user_id, **parameters}, operation="submit.lookup", page_size=1000
        )
    )
    return Known(
        by_id={row["id"]: row for row in found},
        by_hash={
            (str(row.get("type")), row["contentHash"]): row
            for row in found
            if isinstance(row.get("contentHash"), str)
        },
        today=frozenset(
            row["id"] for row in found if row.get("type") == "analysis" and str(row.get("createdAt")) >= today
        ),
    )


def _id_of(user_id: str, source: CvSource | JobSource) -> str:
    match source:
        case StoredCv() | StoredJob():
            return source.id
        case NewCv():
            return ids.text_id("cv", user_id, ids.content_hash(source.content))
        case NewJob():
            return ids.text_id("job", user_id, ids.content_hash(source.content))


@dataclass(frozen=True, slots=True)
class Kept:
    """A CV or job that is stored: ``name`` is the CV's file name or the job's title."""

    id: str
    name: str | None
    created: bool
    document: Json | None
    """The whole document if this request created it."""


async def keep_cv(store: DocumentStore, user_id: str, cv: CvSource, known: Known) -> Kept:
    """Creates the CV unless its content is stored already. A reference must be to one that is ``known``."""
    if isinstance(cv, StoredCv):
        return _stored(cv, known, "filename")
    document = CvDocument.of(
        user_id,
        cv.content,
        filename=cv.filename,
        file_size=cv.file_size,
        warnings=cv.warnings,
        in_columns=cv.in_columns,
    )
    return await _keep(store, known, document, document.filename)


async def keep_job(store: DocumentStore, user_id: str, job: JobSource, known: Known) -> Kept:
    """Creates the job unless its content is stored already; one without a title gets the one that is given.

    A reference must be to one that is ``known``.
    """
    if isinstance(job, StoredJob):
        return _stored(job, known, "title")
    document = JobDocument.of(
        user_id,
        job.content,
        title=job.title,
        company=job.company,
        source_type=job.source_type,
        source_url=job.source_url,
    )
    kept = await _keep(store, known, document, document.title)
    if kept.name is None and job.title is not None:
        untitled = "c.type = 'job' AND IS_NULL(c.title)"
        changes: Json = {"title": job.title}
        if await store.patch(user_id, kept.id, changes, condition=untitled, operation="job.entitle"):
            return replace(kept, name=job.title)
    return kept


def _missing(source: CvSource | JobSource, known: Known) -> NotFound | None:
    """Why a reference is refused; None for one that exists, and for a text."""
    match source:
        case StoredCv():
            kind = "cv"
        case StoredJob():
            kind = "job"
        case _:
            return None
    row = known.by_id.get(source.id)
    if row is not None and row.get("type") == kind:
        return None
    return NotFound(
        f"There is no such {kind}.", [FieldError(source.field, "is not the id of a stored document")]
    )


def _stored(source: StoredCv | StoredJob, known: Known, name: str) -> Kept:
    return Kept(source.id, known.by_id[source.id].get(name), created=False, document=None)


async def _keep(
    store: DocumentStore, known: Known, document: CvDocument | JobDocument, name: str | None
) -> Kept:
    row = known.by_hash.get((document.type, document.content_hash))
    if row is not None:
        return Kept(row["id"], row.get("filename", row.get("title")), created=False, document=None)
    document.id, _ = known.place(document.id)
    body = document.to_json()
    created = await store.create(body, operation=f"{document.type}.create")
    return Kept(document.id, name, created=created, document=body if created else None)


@dataclass(frozen=True, slots=True)
class Submitted:
    analysis: AnalysisDocument
    finished: bool
    """True: it existed and is completed; nothing was enqueued."""


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
    """One analysis. Raises NotFound, TooManyRequests, ServiceUnavailable."""
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
    """Many analyses, each accepted or refused on its own, in the order given. Raises ServiceUnavailable.

    What is forced and not accepted, as the request runs out of time say, is withdrawn.
    """
    cvs = {id(cv): cv for cv, _ in pairs}
    jobs = {id(job): job for _, job in pairs}
    try:
        known = await look_up(store, user_id, list(cvs.values()), list(jobs.values()), pairs)
    except StoreUnavailable:
        raise store_unavailable() from None
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

    # For a pair that cannot be, since what it refers to does not exist, nothing else is stored.
    missing = {key: error for key, source in (cvs | jobs).items() if (error := _missing(source, known))}
    possible = {
        key for cv, job in pairs if missing.keys().isdisjoint((id(cv), id(job))) for key in (id(cv), id(job))
    }
    steps = [(key, keep_cv(store, user_id, cv, known)) for key, cv in cvs.items() if key in possible]
    steps += [(key, keep_job(store, user_id, job, known)) for key, job in jobs.items() if key in possible]
    done = await asyncio.gather(*(attempt(step) for _, step in steps))
    kept = missing | dict(zip([key for key, _ in steps], done, strict=True))

    async def one(cv: CvSource, job: JobSource) -> Submitted | AppError:
        match sides := (kept.get(id(cv)), kept.get(id(job))):
            case (Kept() as cv_kept, Kept() as job_kept):
                return await attempt(start(cv_kept, job_kept))
        return next(side for side in sides if isinstance(side, AppError))

    async def start(cv: Kept, job: Kept) -> Submitted:
        analysis = _analysis(user_id, cv, job, known, force, trace)
        if analysis.id not in known.by_id:
            quota.take(analysis.id)
            begun.add(analysis.id)
        return await _start(store, queue, analysis, known, trace)

    try:
        outcomes = list(await asyncio.gather(*(one(cv, job) for cv, job in pairs)))
        begun -= {one.analysis.id for one in outcomes if isinstance(one, Submitted)}
    finally:
        if force and begun:
            # Nobody knows their ids: asking again makes others, and these would run as well.
            withdraw_later(store, queue, user_id, begun)
    return outcomes


def _analysis(user_id: str, cv: Kept, job: Kept, known: Known, force: bool, trace: Trace) -> AnalysisDocument:
    analysis = AnalysisDocument(
        id=ids.fresh_id("analysis") if force else ids.analysis_id(user_id, cv.id, job.id),
        user_id=user_id,
        cv_id=cv.id,
        job_id=job.id,
        cv_filename=cv.name or "",
        job_title=job.name,
        correlation_id=trace.correlation_id,
    )
    analysis.id, _ = known.place(analysis.id)
    return analysis


async def _start(
    store: DocumentStore,
    queue: Sender,
    analysis: AnalysisDocument,
    known: Known,
    trace: Trace,
) -> Submitted:
    if analysis.id not in known.by_id and await store.create(analysis.to_json(), operation="analysis.create"):
        await enqueue(queue, analysis, trace)
        return Submitted(analysis, finished=False)
    return await _resume(store, queue, analysis, trace)


async def _resume(store: DocumentStore, queue: Sender, wanted: AnalysisDocument, trace: Trace) -> Submitted:
    """It exists: completed ones are the answer, failed and degraded ones run anew, others are under way."""
    body = await store.read(wanted.user_id, wanted.id, operation="analysis.read")
    while body is None or is_tombstone(body):
        # Deleted between the look-up and now: that deletion stands, this request is a new one.
        if body is not None:
            wanted.id = ids.successor(wanted.id)
        if await store.create(wanted.to_json(), operation="analysis.create"):
            await enqueue(queue, wanted, trace)
            return Submitted(wanted, finished=False)
        body = await store.read(wanted.user_id, wanted.id, operation="analysis.read")
    analysis = AnalysisDocument.model_validate(body)
    if may_run_anew(analysis):
        return Submitted(await restart(store, queue, analysis, trace), finished=False)
    if analysis.status == "queued":
        # Its message may have been lost with the request that created it; a second one is dropped if not.
        await enqueue(queue, analysis, trace)
    return Submitted(analysis, finished=analysis.status == "completed")


def may_run_anew(analysis: AnalysisDocument) -> bool:
    degraded = analysis.result is not None and analysis.result.degraded
    return analysis.status == "failed" or (analysis.status == "completed" and degraded)


async def retry(
    store: DocumentStore, queue: Sender, analysis: AnalysisDocument, trace: Trace
) -> AnalysisDocument:
    """Runs it again. Raises Conflict for one that is neither failed nor degraded, or degraded and without its
    CV or posting: that run could only lose the result that there is; and what ``restart`` raises."""
    if not may_run_anew(analysis):
        raise Conflict(f"Only a failed or degraded analysis can be retried; this one is {analysis.status}.")
    if analysis.status == "completed":
        sources = [StoredCv(analysis.cv_id)], [StoredJob(analysis.job_id)]
        known = await look_up(store, analysis.user_id, *sources)
        for kind, source_id in (("cv", analysis.cv_id), ("job", analysis.job_id)):
            row = known.by_id.get(source_id)
            if row is None or row.get("type") != kind:
                raise Conflict(f"The {kind} of this analysis was deleted; it cannot be run again.")
    return await restart(store, queue, analysis, trace)


async def restart(
    store: DocumentStore, queue: Sender, analysis: AnalysisDocument, trace: Trace
) -> AnalysisDocument:
    """Queues a failed or degraded analysis again. Of several requests at once one does it.

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
        return AnalysisDocument.model_validate(body)
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
