"""The contract of /analyze and /analyses, over HTTP, against the local stack."""

import base64
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from devstack.stack import Stack
from shared import cursors
from tests.support import CV, JOB, Api, new_user, submission, unique, wait_for

RESULT_FIELDS = {
    "grade",
    "subscores",
    "weights",
    "skillMatches",
    "experienceMatch",
    "educationMatch",
    "strengths",
    "gaps",
    "recommendations",
    "cvChecks",
    "engine",
    "degraded",
    "warnings",
}


def test_a_submitted_analysis_is_accepted_and_completes(api: Api) -> None:
    answer = api.post("/api/v1/analyze", submission())
    accepted = answer.json
    assert answer.status == 202
    assert set(accepted) == {"analysisId", "cvId", "jobId", "status", "statusUrl"}
    assert accepted["status"] == "queued"
    assert answer.headers["location"] == accepted["statusUrl"]
    assert int(answer.headers["retry-after"]) >= 1
    analysis = api.finished(accepted["analysisId"])
    assert analysis["status"] == "completed"
    assert analysis["userId"] == api.user
    assert set(analysis) >= RESULT_FIELDS
    assert "preliminary" not in analysis
    assert "error" not in analysis
    assert 0 <= analysis["overallScore"] <= 100
    assert analysis["engine"]["mode"] == "deterministic"
    for name in ("createdAt", "startedAt", "completedAt"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", analysis[name])


def test_every_quote_is_in_the_cv(api: Api) -> None:
    analysis = api.finished(api.submit()["analysisId"])
    quotes = [quote for match in analysis["skillMatches"] for quote in match["evidence"]]
    assert quotes
    assert all(quote in CV for quote in quotes)


def test_the_score_is_the_documented_sum_of_its_parts(api: Api) -> None:
    analysis = api.finished(api.submit()["analysisId"])
    parts, weights = analysis["subscores"], analysis["weights"]
    expected = weights["skills"] * parts["skills"] + weights["experience"] * parts["experience"]
    assert analysis["overallScore"] == pytest.approx(expected, abs=0.06)


def test_the_arithmetic_of_every_subscore_is_told(api: Api) -> None:
    analysis = api.finished(api.submit()["analysisId"])
    lines = analysis["arithmetic"]
    for part in ("skills", "experience", "education"):
        shown = [line for line in lines if line.startswith(f"{part} {analysis['subscores'][part]:g}")]
        assert len(shown) == 1, part


def test_the_same_request_again_returns_the_stored_analysis(api: Api) -> None:
    first = api.submit()
    api.finished(first["analysisId"])
    again = api.post("/api/v1/analyze", submission())
    assert again.status == 200
    assert again.json["id"] == first["analysisId"]
    known = {"If-None-Match": again.headers["etag"]}
    assert api.get(first["statusUrl"], headers=known).status == 304
    assert api.get("/api/v1/analyses?includeTotal=true").json["total"] == 1


def test_force_runs_again_and_keeps_the_old_one(api: Api) -> None:
    first = api.submit()
    api.finished(first["analysisId"])
    second = api.submit(submission(force=True))
    assert second["analysisId"] != first["analysisId"]
    assert second["cvId"] == first["cvId"]
    api.finished(second["analysisId"])
    assert api.get("/api/v1/analyses?includeTotal=true").json["total"] == 2


def test_a_stored_cv_and_job_are_used_by_their_ids(api: Api) -> None:
    first = api.submit()
    second = api.submit(submission(unique(CV), unique(JOB)))
    third = api.submit({"cvId": first["cvId"], "jobId": second["jobId"]})
    analysis = api.finished(third["analysisId"])
    assert (analysis["cvId"], analysis["jobId"]) == (first["cvId"], second["jobId"])
    assert analysis["cvFilename"] == "cv.md"


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("cvId", {"cvId": "cv-unknown", "job": {"content": JOB}}),
        ("jobId", {"cv": {"filename": "cv.md", "content": CV}, "jobId": "job-unknown"}),
    ],
)
def test_an_unknown_reference_is_404(api: Api, field: str, body: dict[str, object]) -> None:
    answer = api.post("/api/v1/analyze", body)
    assert (answer.status, answer.code, answer.fields) == (404, "not_found", {field})
    assert not api.get("/api/v1/cvs").json["items"]
    assert not api.get("/api/v1/jobs").json["items"]


def test_prefer_wait_returns_the_finished_analysis(api: Api) -> None:
    answer = api.post("/api/v1/analyze", submission(), headers={"Prefer": "wait=20"})
    assert answer.status == 200
    assert answer.json["status"] == "completed"
    assert answer.headers["preference-applied"] == "wait=20"
    answer = api.post("/api/v1/analyze", submission(unique(CV)), headers={"Prefer": "wait=2147483647"})
    assert answer.headers["preference-applied"] == "wait=30"


def test_get_honours_if_none_match(api: Api) -> None:
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    answer = api.get(accepted["statusUrl"])
    unchanged = api.get(accepted["statusUrl"], headers={"If-None-Match": answer.headers["etag"]})
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert api.get(accepted["statusUrl"], headers={"If-None-Match": '"other"'}).status == 200


def test_a_deleted_analysis_is_gone(api: Api) -> None:
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    assert api.delete(accepted["statusUrl"]).status == 204
    assert api.get(accepted["statusUrl"]).code == "not_found"
    assert api.delete(accepted["statusUrl"]).status == 404
    assert api.get("/api/v1/analyses").json["items"] == []


def test_what_is_deleted_in_flight_does_not_come_back(api: Api) -> None:
    accepted = api.submit()
    assert api.delete(accepted["statusUrl"]).status == 204
    deadline = time.monotonic() + 3
    while time.monotonic() < deadline:
        assert api.get(accepted["statusUrl"]).status == 404
        assert api.get("/api/v1/analyses").json["items"] == []
    again = api.submit()
    assert again["analysisId"] != accepted["analysisId"]
    assert api.finished(again["analysisId"])["status"] == "completed"


def test_a_user_never_meets_another_users_documents(api: Api, stack: Stack) -> None:
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    other = Api(stack.url)
    for method in ("GET", "DELETE"):
        assert other.call(method, accepted["statusUrl"]).code == "not_found"
    assert other.get("/api/v1/analyses").json == {"items": [], "nextCursor": None}
    for body in (
        {"cvId": accepted["cvId"], "job": {"content": JOB}},
        {"cv": {"filename": "cv.md", "content": CV}, "jobId": accepted["jobId"]},
    ):
        assert other.post("/api/v1/analyze", body).status == 404
    assert api.get(accepted["statusUrl"]).status == 200


def test_the_same_texts_of_two_users_are_two_documents(api: Api, stack: Stack) -> None:
    mine, theirs = api.submit(), Api(stack.url).submit()
    assert all(mine[name] != theirs[name] for name in ("analysisId", "cvId", "jobId"))


@pytest.mark.parametrize(
    ("header", "status", "code"),
    [
        (None, 401, "missing_user_id"),
        ("", 401, "missing_user_id"),
        ("anonymous", 400, "invalid_user_id"),
        ("user-123", 400, "invalid_user_id"),
        ("user-00000000-0000-1000-8000-000000000000", 400, "invalid_user_id"),
        (f"{new_user()}x", 400, "invalid_user_id"),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/analyze"),
        ("GET", "/api/v1/analyses"),
        ("GET", "/api/v1/analyses/x"),
        ("DELETE", "/api/v1/analyses/x"),
    ],
)
def test_the_user_id_is_required_and_checked(
    api: Api, method: str, path: str, header: str | None, status: int, code: str
) -> None:
    answer = api.call(method, path, headers={"X-User-Id": header})
    assert (answer.status, answer.code, answer.fields) == (status, code, {"header.X-User-Id"})
    assert answer.headers["content-type"] == "application/problem+json"


def test_lists_page_by_cursor_without_skipping_or_repeating(api: Api) -> None:
    ids = [api.submit(submission(unique(CV)))["analysisId"] for _ in range(5)]
    for analysis_id in ids:
        api.finished(analysis_id)
    for order in ("asc", "desc"):
        for sort_by in ("createdAt", "overallScore"):
            seen: list[str] = []
            path = f"/api/v1/analyses?limit=2&order={order}&sortBy={sort_by}"
            cursor = ""
            while True:
                page = api.get(path + cursor).json
                seen += [item["id"] for item in page["items"]]
                if page["nextCursor"] is None:
                    break
                cursor = f"&cursor={page['nextCursor']}"
            assert sorted(seen) == sorted(ids)
            if sort_by == "createdAt":
                assert seen == (ids if order == "asc" else ids[::-1])


def test_lists_filter(api: Api) -> None:
    first, second = api.submit(), api.submit(submission(unique(CV)))
    for accepted in (first, second):
        api.finished(accepted["analysisId"])

    def ids(query: str) -> set[str]:
        return {item["id"] for item in api.get(f"/api/v1/analyses?{query}").json["items"]}

    both = {first["analysisId"], second["analysisId"]}
    assert ids(f"cvId={first['cvId']}") == {first["analysisId"]}
    assert ids(f"jobId={first['jobId']}") == both
    assert ids("status=completed") == both
    assert ids("status=failed") == set()
    assert ids("minScore=0&maxScore=100") == both
    assert ids("maxScore=0") == set()
    assert ids(f"ids={first['analysisId']},unknown") == {first["analysisId"]}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=51", "limit"),
        ("limit=ten", "limit"),
        ("order=up", "order"),
        ("sortBy=name", "sortBy"),
        ("status=done", "status"),
        ("minScore=-1", "minScore"),
        ("maxScore=101", "maxScore"),
        ("minScore=60&maxScore=40", "minScore"),
        ("minScore=nan", "minScore"),
        ("includeTotal=yes", "includeTotal"),
        ("cursor=forged", "cursor"),
        ("ids=" + ",".join("a" for _ in range(51)), "ids"),
        ("ids=a,,b", "ids"),
        ("page=2", "page"),
    ],
)
def test_a_wrong_list_parameter_is_named(api: Api, query: str, field: str) -> None:
    answer = api.get(f"/api/v1/analyses?{query}")
    assert (answer.status, answer.code) == (400, "invalid_request")
    assert f"query.{field}" in answer.fields


def test_a_cursor_of_another_query_or_user_is_refused(api: Api, stack: Stack) -> None:
    for _ in range(2):
        api.submit(submission(unique(CV)))
    cursor = api.get("/api/v1/analyses?limit=1").json["nextCursor"]
    assert api.get(f"/api/v1/analyses?limit=1&cursor={cursor}").status == 200
    for wrong in (
        f"limit=1&order=asc&cursor={cursor}",
        f"limit=1&cursor={cursor[:-1]}",
        f"limit=1&cursor={cursor[:-2]}{'A' if cursor[-2] != 'A' else 'B'}{cursor[-1]}",
    ):
        assert api.get(f"/api/v1/analyses?{wrong}").fields == {"query.cursor"}
    assert Api(stack.url).get(f"/api/v1/analyses?limit=1&cursor={cursor}").status == 400


@pytest.mark.parametrize(
    "position",
    [
        "[]",
        '["x"]',
        '["x", "y", "z"]',
        "{}",
        '[{}, "x"]',
        '["x", 1]',
        '[NaN, "x"]',
        '[1e999, "x"]',
        "nonsense",
    ],
)
def test_a_cursor_made_by_somebody_who_knows_how_is_refused(api: Api, position: str) -> None:
    payload, binding = position.encode(), [api.user, "analysis", "createdAt", "desc", [], {}]
    cursor = base64.urlsafe_b64encode(cursors._tag(payload, binding) + payload).decode().rstrip("=")
    answer = api.get(f"/api/v1/analyses?cursor={cursor}")
    assert (answer.status, answer.fields) == (400, {"query.cursor"})


def test_the_daily_quota_is_kept_and_said_also_to_requests_at_once(api: Api) -> None:
    body = submission(force=True)
    with ThreadPoolExecutor(8) as at_once:
        answers = list(at_once.map(lambda _: api.post("/api/v1/analyze", body), range(66)))
    assert [answer.status for answer in answers].count(202) == 60
    refused = next(answer for answer in answers if answer.status != 202)
    assert (refused.status, refused.code) == (429, "too_many_requests")
    assert 0 < int(refused.headers["retry-after"]) <= 86_401
    assert api.post("/api/v1/analyze", submission(unique(CV), unique(JOB))).status == 429
    assert [len(api.get(f"/api/v1/{kind}").json["items"]) for kind in ("cvs", "jobs")] == [1, 1]
    wait_for(lambda: not api.get("/api/v1/analyses?status=queued").json["items"], seconds=60)


def test_health_names_each_dependency(api: Api) -> None:
    answer = api.get("/api/v1/health", headers={"X-User-Id": None})
    assert answer.status == 200
    assert answer.json["status"] == "healthy"
    assert answer.json["checks"] == {
        "cosmosDb": "connected",
        "queue": "connected",
        "openai": "not_configured",
    }
    assert api.get("/api/v1/health/live", headers={"X-User-Id": None}).status == 200


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/api/v1/docs", "text/html; charset=utf-8"),
        ("/api/v1/docs.css", "text/css; charset=utf-8"),
        ("/api/v1/openapi.json", "application/json"),
    ],
)
def test_the_description_needs_no_user(api: Api, path: str, media_type: str) -> None:
    answer = api.get(path, headers={"X-User-Id": None})
    assert (answer.status, answer.headers["content-type"]) == (200, media_type)
    assert b"/api/v1/analyze" in answer.body or path.endswith(".css")
