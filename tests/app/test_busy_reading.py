"""Files that take as long as they may: others' uploads are read meanwhile, or refused for the moment."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

import pytest

from devstack.stack import Stack
from tests.extraction.hostile import pdf_endless_strokes
from tests.extraction.pdf_cvs import one_column
from tests.support import Answer, Api

PDF: dict[str, str | None] = {"Content-Type": "application/pdf"}


@pytest.fixture
def uploads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(20) as pool:
        yield pool


def upload(api: Api, data: bytes) -> Answer:
    return api.post("/api/v1/cvs?filename=cv.pdf", data, headers=PDF)


@cache
def endless() -> bytes:
    return pdf_endless_strokes().data


def slow(uploads: ThreadPoolExecutor, users: list[Api]) -> list[Future[Answer]]:
    data = endless()
    begun = [uploads.submit(upload, user, data) for user in users]
    time.sleep(0.5)  # until they are being read, which nothing shows
    return begun


def test_one_users_slow_files_keep_nobody_else_waiting(
    stack: Stack, api: Api, uploads: ThreadPoolExecutor
) -> None:
    begun = slow(uploads, [api] * 6)
    honest = upload(Api(stack.url), one_column().data)
    assert honest.status == 201
    assert not all(one.done() for one in begun)
    assert {one.result().status for one in begun} <= {422, 503}


def test_where_too_many_are_slow_an_upload_is_refused_for_the_moment(
    stack: Stack, uploads: ThreadPoolExecutor
) -> None:
    begun = slow(uploads, [Api(stack.url) for _ in range(4)])
    begun += slow(uploads, [Api(stack.url) for _ in range(8)])
    honest, started = Api(stack.url), time.monotonic()
    answer = upload(honest, one_column().data)
    assert (answer.status, answer.code) == (503, "service_unavailable")
    assert "files are being read" in answer.json["detail"]
    assert int(answer.headers["retry-after"]) > 0
    assert time.monotonic() - started < 7
    assert {one.result().status for one in begun} <= {422, 503}
    assert upload(honest, one_column().data).status == 201
