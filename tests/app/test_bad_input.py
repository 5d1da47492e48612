"""Bad input gets a clear 4xx with a code and the field, never a 5xx, and stores nothing."""

import json
from typing import Any

import pytest

from tests.support import CV, JOB, Api, submission

KIB = 1024
GOOD_CV = {"filename": "cv.md", "content": CV}
GOOD_JOB = {"content": JOB}

WRONG: list[tuple[str, Any, int, str, str]] = [
    ("no cv", {"job": GOOD_JOB}, 400, "invalid_request", "cv"),
    ("no job", {"cv": GOOD_CV}, 400, "invalid_request", "job"),
    ("both cv and cvId", {"cv": GOOD_CV, "cvId": "x", "job": GOOD_JOB}, 400, "invalid_request", "cv"),
    ("both job and jobId", {"cv": GOOD_CV, "job": GOOD_JOB, "jobId": "x"}, 400, "invalid_request", "job"),
    ("unknown field", submission(color="red"), 400, "invalid_request", "color"),
    ("unknown nested", {"cv": {**GOOD_CV, "x": 1}, "job": GOOD_JOB}, 400, "invalid_request", "cv.x"),
    ("no filename", {"cv": {"content": CV}, "job": GOOD_JOB}, 400, "invalid_request", "cv.filename"),
    ("blank cv", submission("  \n "), 400, "invalid_request", "cv.content"),
    ("cv of nothing to see", submission("\u200b\ufeff \u202e\n"), 400, "invalid_request", "cv.content"),
    ("job of fillers", submission(job="\u3164\u2800\u115f"), 400, "invalid_request", "job.content"),
    ("file name of nothing to see", {"cv": {"filename": "\u200b\u3164", "content": CV}, "job": GOOD_JOB}, 400, "invalid_request", "cv.filename"),
    ("title of nothing to see", {"cv": GOOD_CV, "job": {"content": JOB, "title": "\u00ad \u2800"}}, 400, "invalid_request", "job.title"),
    ("empty cv", submission(""), 400, "invalid_request", "cv.content"),
    ("blank job", submission(job=" "), 400, "invalid_request", "job.content"),
    ("cv of 100 KB + 1", submission("a" * (100 * KIB + 1)), 413, "payload_too_large", "cv.content"),
    ("job of 50 KB + 1", submission(job="a" * (50 * KIB + 1)), 413, "payload_too_large", "job.content"),
    ("emoji over 100 KB", submission("😀" * (25 * KIB + 1)), 413, "payload_too_large", "cv.content"),
    ("NUL", submission("a\x00b"), 400, "invalid_request", "cv.content"),
    ("number as content", {"cv": {"filename": "a", "content": 5}, "job": GOOD_JOB}, 400, "invalid_request", "cv.content"),
    ("force as text", submission(force="yes"), 400, "invalid_request", "force"),
    ("null cv", {"cv": None, "job": GOOD_JOB}, 400, "invalid_request", "cv"),
    ("cv a list", {"cv": [], "job": GOOD_JOB}, 400, "invalid_request", "cv"),
    ("long file name", {"cv": {"filename": "a" * 256, "content": CV}, "job": GOOD_JOB}, 400, "invalid_request", "cv.filename"),
    ("file name of two lines", {"cv": {"filename": "a\nb", "content": CV}, "job": GOOD_JOB}, 400, "invalid_request", "cv.filename"),
    ("empty cvId", {"cvId": "", "job": GOOD_JOB}, 400, "invalid_request", "cvId"),
    ("unknown source type", {"cv": GOOD_CV, "job": {"content": JOB, "sourceType": "fax"}}, 400, "invalid_request", "job.sourceType"),
    ("no content, manual", {"cv": GOOD_CV, "job": {"title": "x"}}, 400, "invalid_request", "job.content"),
    ("url without address", {"cv": GOOD_CV, "job": {"sourceType": "url"}}, 400, "invalid_request", "job.sourceUrl"),
    ("no host", {"cv": GOOD_CV, "job": {"content": JOB, "sourceUrl": "http://"}}, 400, "invalid_request", "job.sourceUrl"),
    ("two words", {"cv": GOOD_CV, "job": {"content": JOB, "sourceUrl": "http://a b"}}, 400, "invalid_request", "job.sourceUrl"),
    ("ftp address", {"cv": GOOD_CV, "job": {"content": JOB, "sourceUrl": "ftp://x"}}, 400, "invalid_request", "job.sourceUrl"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "status", "code", "field"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_a_wrong_body_is_refused_with_the_field(
    api: Api, body: Any, status: int, code: str, field: str
) -> None:
    answer = api.post("/api/v1/analyze", body)
    assert (answer.status, answer.code) == (status, code)
    assert field in answer.fields
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json["requestId"] == answer.headers["x-request-id"]
    assert answer.json["status"] == status


RAW: list[tuple[str, bytes | None, str | None, int, str]] = [
    ("no body", None, "application/json", 400, "invalid_request"),
    ("empty body", b"", "application/json", 400, "invalid_request"),
    ("not JSON", b"{cv:", "application/json", 400, "invalid_request"),
    ("not UTF-8", b'{"cv": "\xff"}', "application/json", 400, "invalid_request"),
    ("NaN", b'{"force": NaN}', "application/json", 400, "invalid_request"),
    ("a list", b"[]", "application/json", 400, "invalid_request"),
    ("a string", b'"x"', "application/json", 400, "invalid_request"),
    ("deeply nested", b"[" * 100_000 + b"]" * 100_000, "application/json", 400, "invalid_request"),
    ("nested object", b'{"cv":' * 50_000 + b"1" + b"}" * 50_000, "application/json", 400, "invalid_request"),
    ("a huge number", b'{"force": ' + b"9" * 10_000 + b"}", "application/json", 400, "invalid_request"),
    (
        "a field twice",
        b'{"cvId": "a", "cvId": "b", "jobId": "c"}',
        "application/json",
        400,
        "invalid_request",
    ),
    ("twice inside", b'{"cv": {"content": "a", "content": "b"}}', "application/json", 400, "invalid_request"),
    ("form", b"cv=1", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
    ("text", b"hello", "text/plain", 415, "unsupported_media_type"),
    (
        "over a megabyte",
        b'{"cv": "' + b"a" * (1024 * KIB) + b'"}',
        "application/json",
        413,
        "payload_too_large",
    ),
]


@pytest.mark.parametrize(
    ("body", "media_type", "status", "code"), [row[1:] for row in RAW], ids=[row[0] for row in RAW]
)
def test_a_body_that_is_no_json_object_is_refused(
    api: Api, body: bytes | None, media_type: str | None, status: int, code: str
) -> None:
    answer = api.call("POST", "/api/v1/analyze", body, headers={"Content-Type": media_type})
    assert (answer.status, answer.code) == (status, code)
    assert answer.fields


def test_more_fields_than_anything_has_are_not_looked_at_one_by_one(api: Api) -> None:
    answer = api.post("/api/v1/analyze", {f"field{number}": 1 for number in range(50_000)})
    assert (answer.status, answer.code, answer.fields) == (400, "invalid_request", {"body"})


@pytest.mark.parametrize("escape", ["\\ud83d", "\\ude00", "\\ud83d x \\ude00"])
def test_lone_surrogates_are_refused_in_every_text(api: Api, escape: str) -> None:
    for template in (
        '{"cv": {"filename": "a", "content": "%s"}, "job": {"content": "x"}}',
        '{"cv": {"filename": "%s", "content": "x"}, "job": {"content": "x"}}',
        '{"cv": {"filename": "a", "content": "x"}, "job": {"content": "x", "title": "%s"}}',
        '{"%s": 1, "cv": {"filename": "a", "content": "x"}, "job": {"content": "x"}}',
        '{"cvId": "%s", "job": {"content": "x"}}',
    ):
        answer = api.call("POST", "/api/v1/analyze", (template % escape).encode())
        assert (answer.status, answer.code) == (400, "invalid_request")
        assert answer.fields


def test_emoji_within_the_limit_are_welcome(api: Api) -> None:
    accepted = api.submit(submission("😀 " * 5000, "👩‍🚀 wanted 🚀" * 200))
    analysis = api.finished(accepted["analysisId"])
    assert analysis["status"] == "completed"


def test_texts_at_the_limit_are_accepted(api: Api) -> None:
    accepted = api.submit(submission("a" * (100 * KIB), "b" * (50 * KIB)))
    assert api.finished(accepted["analysisId"])["status"] == "completed"


def test_a_media_type_with_charset_or_suffix_is_json(api: Api) -> None:
    for media_type in ("application/json; charset=utf-8", "application/problem+json", None):
        answer = api.call("POST", "/api/v1/analyze", {"cv": GOOD_CV}, headers={"Content-Type": media_type})
        # urllib adds a form's media type where none is given
        assert answer.status == (415 if media_type is None else 400)


def test_bad_input_stores_nothing(api: Api) -> None:
    for row in WRONG:
        api.post("/api/v1/analyze", row[1])
    assert api.get("/api/v1/analyses").json["items"] == []


def test_errors_never_quote_the_input(api: Api) -> None:
    canary = "canary-4711@example.com"
    answers = [
        api.post(
            "/api/v1/analyze", {"cv": {"filename": canary + "\n", "content": canary + "\x00"}, "job": 5}
        ),
        api.call("POST", "/api/v1/analyze", canary.encode()),
        api.get(f"/api/v1/analyses/{canary}"),
        api.get(f"/api/v1/analyses?status={canary}"),
    ]
    for answer in answers:
        assert 400 <= answer.status < 500
        assert canary not in json.dumps(answer.json)


@pytest.mark.parametrize(
    "odd", ["a%2Fb", "a%3Fb", "a%23b", "a%5Cb", "%F0%9F%98%80", "..%2F..", "x" * 3000, "%20"]
)
def test_an_odd_id_is_not_found(api: Api, odd: str) -> None:
    for path in (f"/api/v1/analyses/{odd}", f"/api/v1/cvs/{odd}", f"/api/v1/jobs/{odd}"):
        for method in ("GET", "DELETE"):
            answer = api.call(method, path)
            assert (answer.status, answer.code) == (404, "not_found")
