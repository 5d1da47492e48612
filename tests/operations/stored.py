"""Documents put into the container by hand, as a crash or a defect may have left them."""

from datetime import datetime, timedelta
from typing import Any

from devstack.stack import Stack
from shared import ids
from shared.clock import utc_now
from shared.documents import AnalysisDocument, CvDocument, JobDocument
from tests.app.stores import container
from tests.support import CV, JOB

type Json = dict[str, Any]


def count(stack: Stack) -> int:
    """Of documents that hold something; tombstones stay until their purge."""
    text = "SELECT c.id FROM c WHERE c.type != 'tombstone'"
    with container(stack) as stored:
        return len(list(stored.query_items(text, enable_cross_partition_query=True)))


def put(stack: Stack, *documents: Json) -> None:
    with container(stack) as stored:
        for document in documents:
            stored.upsert_item(document)


def pair(user: str) -> tuple[Json, Json]:
    """A CV and a job as the app stores them."""
    made = utc_now()
    cv = CvDocument.of(user, CV, created_at=made, filename="cv.md")
    job = JobDocument.of(user, JOB, created_at=made)
    return cv.to_json(), job.to_json()


def queued(user: str, since: datetime | None = None) -> tuple[Json, Json, Json]:
    """An analysis that waits, and what it refers to."""
    cv, job = pair(user)
    since = since or utc_now() - timedelta(hours=1)
    analysis = AnalysisDocument(
        id=ids.analysis_id(user, cv["id"], job["id"]),
        user_id=user,
        cv_id=cv["id"],
        job_id=job["id"],
        cv_filename="cv.md",
        created_at=since,
        queued_at=since,
    )
    return cv, job, analysis.to_json()
