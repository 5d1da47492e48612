"""Files that take as long as they may: others' uploads are read meanwhile, or refused for the moment."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

import pytest

from devstack.stack import Stack
from tests.extraction.hostile import pdf_endless_strokes, pdf_of, stream
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


def letter_by_letter(number: int) -> bytes:
    """An honest file that takes a second or two to read: twelve pages on which every letter has a place."""
    words = f"Ward sister {number} at the invented infirmary of Nowhere, in charge of thirty beds. " * 18
    page = b"".join(
        b"BT /F1 10 Tf 1 0 0 1 %.1f %d Tm (%c) Tj ET\n" % (40 + at % 80 * 6, 800 - at // 80 * 20, letter)
        for at, letter in enumerate(words.encode())
    )
    pages = range(12)
    kids = b" ".join(b"%d 0 R" % (4 + index) for index in pages)
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(pages)),
        stream(page),
        *[
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources"
            b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ]
        * len(pages),
    )


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


@pytest.mark.parametrize("users", [1, 12])
def test_of_a_dozen_heavy_files_some_are_read_and_the_others_told_to_come_again(
    users: int, stack: Stack, uploads: ThreadPoolExecutor
) -> None:
    apis = [Api(stack.url) for _ in range(users)]
    files = [letter_by_letter(number) for number in range(12)]
    started = time.monotonic()
    answers = list(uploads.map(lambda at: upload(apis[at % users], files[at]), range(12)))
    assert time.monotonic() - started < 12
    assert {answer.status for answer in answers} <= {201, 503}
    refused = [at for at, answer in enumerate(answers) if answer.status == 503]
    assert len(refused) < 12
    assert all(int(answers[at].headers["retry-after"]) > 0 for at in refused)
    for at in refused[:2]:
        assert upload(apis[at % users], files[at]).status == 201


FORM: dict[str, str | None] = {"Content-Type": "multipart/form-data; boundary=x"}
PARTS = b"".join(b'--x\r\nContent-Disposition: form-data; name="f%d"\r\n\r\n.\r\n' % n for n in range(70_000))
HEADER = b'--x\r\nContent-Disposition: form-data; name="file"%b\r\n\r\n.\r\n' % (b"; a=b" * 800_000)


@pytest.mark.parametrize("form", [PARTS, HEADER], ids=["parts", "parameters"])
def test_a_form_of_very_many_parts_keeps_nobody_else_waiting(
    form: bytes, stack: Stack, api: Api, uploads: ThreadPoolExecutor
) -> None:
    started = time.monotonic()
    begun = uploads.submit(api.post, "/api/v1/cvs", form + b"--x--\r\n", headers=FORM)
    waits = []
    while not begun.done():
        asked = time.monotonic()
        assert Api(stack.url).get("/api/v1/health/live").status == 200
        waits.append(time.monotonic() - asked)
    assert begun.result().status in (400, 503)
    assert max(waits) < 0.4 * (time.monotonic() - started)
