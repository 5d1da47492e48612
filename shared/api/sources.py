"""From a request's CV or job, given as text, as an address or as an id, to what the use cases take."""

import asyncio

from shared.errors import FieldError, PostingUnreadable, reading_is_busy
from shared.requests import JOB_BYTES, CvBody, JobBody
from shared.settings import allow_private_posting_urls
from shared.use_cases.keep import CvSource, JobSource, NewCv, NewJob, StoredCv, StoredJob

READING_SECONDS = 7.0
"""For a page and its turn to be taken apart: the rest of a request's time is for storing, and for the other
entries of a batch."""


def cv_source(body: CvBody | None, reference: str | None) -> CvSource:
    if body is None:
        assert reference is not None
        return StoredCv(reference)
    return new_cv(body)


def new_cv(body: CvBody) -> NewCv:
    return NewCv(body.filename, body.content, file_size=len(body.content.encode()))


async def job_source(body: JobBody | None, reference: str | None, *, user_id: str) -> JobSource:
    """Raises PostingUnreadable if the posting has to be read from its address and cannot be, and
    ServiceUnavailable."""
    if body is None:
        assert reference is not None
        return StoredJob(reference)
    return await new_job(body, user_id=user_id, field="job")


async def new_job(body: JobBody, *, user_id: str, field: str = "") -> NewJob:
    """``field``: where the request has it. Raises PostingUnreadable, ServiceUnavailable."""
    if body.content is not None:
        return NewJob(
            body.content, title=body.title, source_type=body.source_type, source_url=body.source_url
        )
    from shared import posting_page
    from shared.extraction.confined import Busy

    assert body.source_url is not None
    address = f"{field}.sourceUrl".lstrip(".")
    try:
        async with asyncio.timeout(READING_SECONDS):
            page = await posting_page.fetch_posting(
                body.source_url, allow_private=allow_private_posting_urls(), user=user_id
            )
    except (Busy, TimeoutError):
        raise reading_is_busy() from None
    except posting_page.PostingUnreadable as error:
        raise PostingUnreadable(str(error), [FieldError(address, "could not be read")]) from None
    if len(page.content.encode()) > JOB_BYTES:
        raise PostingUnreadable(
            f"The page holds more than {JOB_BYTES // 1024} KB of text; paste the posting's text instead.",
            [FieldError(address, "holds too much text")],
        )
    return NewJob(
        page.content,
        title=body.title or page.title,
        company=page.company,
        source_type=body.source_type,
        source_url=body.source_url,
    )
