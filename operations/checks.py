"""What can be seen to be wrong with one stored document, looking at it alone."""

import re
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from pydantic import ValidationError

from operations import damage
from operations.arguments import USER_ID
from operations.legacy.ids import ENGINE as LEGACY_ENGINE
from operations.legacy.ids import imported_analysis_id
from shared import ids
from shared.documents import AnalysisDocument, CvDocument, JobDocument, Tombstone
from shared.matching import ENGINE_VERSION
from shared.store import Json
from shared.use_cases.purge import purge_delay_seconds

STUCK = timedelta(days=1)
"""In flight for longer than any backlog or row of rescues."""
_TIMER = timedelta(hours=1)
"""Slack for the timer that removes old tombstones; it runs four times an hour."""


def findings(row: Json, now: datetime) -> Iterator[str]:
    """A sentence for each thing that is wrong. No sentence holds a value of the document."""
    kind = row.get("type")
    if not isinstance(kind, str) or kind not in _CHECKS:
        yield "its type is none of cv, job, analysis and tombstone"
        return
    if not isinstance(row.get("userId"), str) or not USER_ID.fullmatch(row["userId"]):
        yield "its userId is not user-<uuid4>"
    try:
        yield from _CHECKS[kind](row, now)
    except ValidationError as invalid:
        yield f"it does not parse: {damage.reason(invalid)}"


def _check_cv(row: Json, _: datetime) -> Iterator[str]:
    cv = CvDocument.model_validate(row)
    yield from _check_content(cv, cv.id, ids.text_id("cv", cv.user_id, ids.content_hash(cv.content)))


def _check_job(row: Json, _: datetime) -> Iterator[str]:
    job = JobDocument.model_validate(row)
    yield from _check_content(job, job.id, ids.text_id("job", job.user_id, ids.content_hash(job.content)))


def _check_content(document: CvDocument | JobDocument, own_id: str, expected: str) -> Iterator[str]:
    if document.content_hash != ids.content_hash(document.content):
        yield "its contentHash is not that of its content"
    if document.character_count != len(document.content):
        yield "its characterCount is not that of its content"
    yield from _check_id(own_id, document.type, lambda: {expected})


def _check_analysis(row: Json, now: datetime) -> Iterator[str]:
    analysis = AnalysisDocument.model_validate(row)
    yield from _check_id(analysis.id, "analysis", lambda: _analysis_ids(analysis))
    if "overallScore" not in row:
        yield "it has no overallScore, not even null: lists by score leave it out"
    if analysis.status == "completed":
        if analysis.result is None:
            yield "it is completed without a result"
        elif analysis.overall_score != analysis.result.overall_score:
            yield "its overallScore is not its result's"
    if analysis.status == "failed" and analysis.error is None:
        yield "it failed without an error"
    if analysis.in_flight and analysis.queued_at < now - STUCK:
        yield f"it is {analysis.status} for more than a day: does the timer run (`rescue`)?"


def _check_tombstone(row: Json, now: datetime) -> Iterator[str]:
    tombstone = Tombstone.model_validate(row)
    if tombstone.created_at < now - 2 * timedelta(seconds=purge_delay_seconds()) - _TIMER:
        yield "it is older than a tombstone gets: does the timer run (`rescue`)?"


_CHECKS: dict[str, Callable[[Json, datetime], Iterator[str]]] = {
    "cv": _check_cv,
    "job": _check_job,
    "analysis": _check_analysis,
    "tombstone": _check_tombstone,
}


def _check_id(own_id: str, kind: str, expected: Callable[[], set[str]]) -> Iterator[str]:
    """Random ids (version 4) are for forced runs and what met many tombstones; others follow from content."""
    match = re.fullmatch(rf"{kind}-([0-9a-f-]{{36}})", own_id)
    try:
        version = uuid.UUID(match[1]).version if match else None
    except ValueError:
        version = None
    if version not in (4, 5):
        yield f"its id is not {kind}- and a UUID of version 4 or 5"
    elif version == 5 and not any(own_id in ids.lineage(first) for first in expected()):
        yield "its id is not the one that its content gives"


def _analysis_ids(analysis: AnalysisDocument) -> set[str]:
    """By every version of the engine up to this one: an analysis keeps its id when it is run anew."""
    if analysis.result is not None and analysis.result.engine.version == LEGACY_ENGINE:
        old_id = (analysis.correlation_id or "").removeprefix(f"{LEGACY_ENGINE}-")
        return {imported_analysis_id(analysis.user_id, old_id)}
    major, minor = map(int, ENGINE_VERSION.split("."))
    versions = [
        f"{one}.{two}" for one in range(1, major + 1) for two in range(100 if one < major else minor + 1)
    ]
    return {
        ids.analysis_id(analysis.user_id, analysis.cv_id, analysis.job_id, version) for version in versions
    }
