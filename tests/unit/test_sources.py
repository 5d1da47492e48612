"""Postings that are read from their addresses, on the way to a use case."""

import asyncio

import pytest

from shared import posting_page
from shared.api import sources
from shared.errors import ServiceUnavailable
from shared.requests import JobBody
from tests.support import JOB


async def test_a_page_that_takes_its_time_leaves_some_to_the_other_entries_of_a_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fetch_posting(url: str, **_: object) -> posting_page.FetchedPosting:
        await asyncio.sleep(30 if "slow" in url else 0)
        return posting_page.FetchedPosting(JOB, "Electrician", None)

    monkeypatch.setattr(posting_page, "fetch_posting", fetch_posting)
    monkeypatch.setattr(sources, "READING_SECONDS", 0.2)
    addresses = [f"https://{name}.example/posting" for name in ("quick", "slow")]
    bodies = [JobBody.model_validate({"sourceType": "url", "sourceUrl": one}) for one in addresses]
    quick, slow = await asyncio.gather(
        *(sources.new_job(body, user_id="user") for body in bodies), return_exceptions=True
    )
    assert isinstance(quick, sources.NewJob)
    assert isinstance(slow, ServiceUnavailable)
