"""Every row of the contract and every problem code, met over HTTP and compared with the description."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from devstack.stack import Stack
from shared.api.contract import BASE, OPERATIONS, PROBLEMS, Operation
from shared.clock import to_z, utc_now
from tests.app.described import assert_as_described, operation_named
from tests.app.stores import container
from tests.support import CV, JOB, Answer, Api, submission, unique, wait_for

EVERY_OPERATION = {
    "missing_user_id",
    "invalid_user_id",
    "invalid_request",
    "internal_error",
    "service_unavailable",
}
"""Codes that have nothing to do with one operation; met below for all of them at once."""
QUOTA = 60
POSTING_PAGE = (
    f"<html><head><title>Electrician</title></head><body><main><pre>{JOB}</pre></main></body></html>"
)


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/posting"
        body = POSTING_PAGE.encode() if found else b"gone"
        self.send_response(200 if found else 410)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    """A site with a posting at /posting and nothing else."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@dataclass
class Scene:
    """One user at a stack, and the steps that cases share."""

    api: Api
    stack: Stack
    pages: str
    _made: dict[str, dict[str, Any]] = field(default_factory=dict)

    def finished(self) -> dict[str, Any]:
        if "analysis" not in self._made:
            accepted = self.api.submit(submission(unique(CV), unique(JOB)))
            self._made["analysis"] = self.api.finished(accepted["analysisId"])
        return self._made["analysis"]

    def change(self, analysis_id: str, **changes: Any) -> None:
        """As a run that failed, or a defect of an older version, would have left it."""
        with container(self.stack) as documents:
            body = documents.read_item(analysis_id, self.api.user)
            documents.upsert_item(body | changes)

    def use_up_the_day(self) -> None:
        with container(self.stack) as documents:
            for number in range(QUOTA):
                documents.create_item(
                    {
                        "id": f"analysis-used-{number}",
                        "type": "analysis",
                        "userId": self.api.user,
                        "status": "completed",
                        "createdAt": to_z(utc_now()),
                    }
                )

    def create(self, path: str, body: Any) -> str:
        answer = self.api.post(path, body)
        assert answer.status in (200, 201), answer
        identifier: str = answer.json["id"]
        return identifier

    def cv(self) -> str:
        return self.create("/api/v1/cvs", cv_body())

    def job(self) -> str:
        return self.create("/api/v1/jobs", job_body())


def cv_body() -> dict[str, Any]:
    return {"filename": "cv.md", "content": unique(CV)}


def job_body(**more: Any) -> dict[str, Any]:
    return {"content": unique(JOB), **more}


def upload(scene: Scene, data: bytes, filename: str, media_type: str) -> Answer:
    return scene.api.post(f"/api/v1/cvs?filename={filename}", data, headers={"Content-Type": media_type})


def raw(scene: Scene, path: str) -> Answer:
    return scene.api.post(path, b"plain", headers={"Content-Type": "application/x-www-form-urlencoded"})


def huge(scene: Scene, path: str, megabytes: int = 1) -> Answer:
    body = b'{"pad": "' + b"x" * (megabytes * 1024 * 1024) + b'"}'
    return scene.api.post(path, body)


def analyze_after_the_quota(scene: Scene, path: str, body: Any) -> Answer:
    scene.use_up_the_day()
    return scene.api.post(path, body)


def damaged(scene: Scene, document_id: str) -> str:
    """Nobody can read it any more."""
    scene.change(document_id, createdAt=["canary"], cvFilename=["canary"])
    return document_id


def of_damaged(scene: Scene) -> dict[str, Any]:
    """A request whose stored analysis is damaged."""
    analysis = scene.finished()
    damaged(scene, analysis["id"])
    return {"cvId": analysis["cvId"], "jobId": analysis["jobId"]}


def again_when_damaged(scene: Scene, path: str, body: Any) -> Answer:
    damaged(scene, scene.create(path, body))
    return scene.api.post(path, body)


def failed_one(scene: Scene) -> str:
    identifier: str = scene.finished()["id"]
    error = {"code": "processing_failed", "message": "It failed.", "retryable": True}
    scene.change(identifier, status="failed", result=None, overallScore=None, error=error)
    return identifier


def wait_unhealthy(scene: Scene) -> Answer:
    scene.stack.signal("azurite", signal.SIGSTOP)
    try:
        return scene.api.get("/api/v1/health")
    finally:
        scene.stack.signal("azurite", signal.SIGCONT)
        wait_for(lambda: scene.api.get("/api/v1/health").status == 200)


def twice(scene: Scene, path: str, body: Any) -> Answer:
    scene.create(path, body)
    return scene.api.post(path, body)


def listed(scene: Scene, created: str, path: str) -> Answer:
    answer = scene.api.get(path)
    assert [one["id"] for one in answer.json["items"]] == [created]
    return answer


def get_with_etag(scene: Scene) -> Answer:
    path = f"/api/v1/analyses/{scene.finished()['id']}"
    etag = scene.api.get(path).headers["etag"]
    return scene.api.get(path, headers={"If-None-Match": etag})


CASES: dict[tuple[str, int | str], Callable[[Scene], Answer]] = {
    ("analyze", 202): lambda s: s.api.post("/api/v1/analyze", submission(unique(CV))),
    ("analyze", 200): lambda s: s.api.post(
        "/api/v1/analyze", submission(unique(CV)), headers={"Prefer": "wait=20"}
    ),
    ("analyze", "not_found"): lambda s: s.api.post(
        "/api/v1/analyze", {"cvId": "cv-none", "jobId": "job-none"}
    ),
    ("analyze", "payload_too_large"): lambda s: huge(s, "/api/v1/analyze"),
    ("analyze", "unsupported_media_type"): lambda s: raw(s, "/api/v1/analyze"),
    ("analyze", "posting_unreadable"): lambda s: s.api.post(
        "/api/v1/analyze",
        {"cv": cv_body(), "job": {"sourceType": "url", "sourceUrl": f"{s.pages}/gone"}},
    ),
    ("analyze", "too_many_requests"): lambda s: analyze_after_the_quota(
        s, "/api/v1/analyze", submission(unique(CV))
    ),
    ("analyze", "unreadable_document"): lambda s: s.api.post("/api/v1/analyze", of_damaged(s)),
    ("analyze_batch", 202): lambda s: s.api.post(
        "/api/v1/analyze/batch",
        {"cv": cv_body(), "jobs": [job_body(), {"jobId": s.job()}, {"jobId": "job-none"}, "no entry"]},
    ),
    ("analyze_batch", "not_found"): lambda s: s.api.post(
        "/api/v1/analyze/batch", {"cvId": "cv-none", "jobs": [job_body(), "no entry"]}
    ),
    ("analyze_batch", "payload_too_large"): lambda s: huge(s, "/api/v1/analyze/batch", 8),
    ("analyze_batch", "unsupported_media_type"): lambda s: raw(s, "/api/v1/analyze/batch"),
    ("analyze_batch", "posting_unreadable"): lambda s: s.api.post(
        "/api/v1/analyze/batch",
        {"cvs": [cv_body()], "job": {"sourceType": "url", "sourceUrl": f"{s.pages}/gone"}},
    ),
    ("analyze_batch", "too_many_requests"): lambda s: analyze_after_the_quota(
        s, "/api/v1/analyze/batch", {"cv": cv_body(), "jobs": [job_body(), "no entry"]}
    ),
    ("analyze_batch", "unreadable_document"): lambda s: s.api.post(
        "/api/v1/analyze/batch",
        {"cvId": of_damaged(s)["cvId"], "jobs": [{"jobId": s.finished()["jobId"]}, "no entry"]},
    ),
    ("list_analyses", 200): lambda s: s.api.get(
        f"/api/v1/analyses?includeTotal=true&cvId={s.finished()['cvId']}&sortBy=overallScore&minScore=0"
    ),
    ("get_analysis", 200): lambda s: s.api.get(f"/api/v1/analyses/{s.finished()['id']}"),
    ("get_analysis", 304): get_with_etag,
    ("get_analysis", "not_found"): lambda s: s.api.get("/api/v1/analyses/analysis-none"),
    ("get_analysis", "unreadable_document"): lambda s: s.api.get(
        f"/api/v1/analyses/{damaged(s, s.finished()['id'])}"
    ),
    ("delete_analysis", 204): lambda s: s.api.delete(f"/api/v1/analyses/{s.finished()['id']}"),
    ("delete_analysis", "not_found"): lambda s: s.api.delete("/api/v1/analyses/analysis-none"),
    ("retry_analysis", 202): lambda s: s.api.post(f"/api/v1/analyses/{failed_one(s)}/retry"),
    ("retry_analysis", "not_found"): lambda s: s.api.post("/api/v1/analyses/analysis-none/retry"),
    ("retry_analysis", "conflict"): lambda s: s.api.post(f"/api/v1/analyses/{s.finished()['id']}/retry"),
    ("retry_analysis", "unreadable_document"): lambda s: s.api.post(
        f"/api/v1/analyses/{damaged(s, s.finished()['id'])}/retry"
    ),
    ("create_cv", 201): lambda s: s.api.post("/api/v1/cvs", cv_body()),
    ("create_cv", 200): lambda s: twice(s, "/api/v1/cvs", cv_body()),
    ("create_cv", "payload_too_large"): lambda s: s.api.post(
        "/api/v1/cvs", {"filename": "cv.md", "content": "é" * 51 * 1024}
    ),
    ("create_cv", "unsupported_media_type"): lambda s: upload(s, b"\x89PNG\r\n\x1a\n", "cv.png", "image/png"),
    ("create_cv", "unreadable_file"): lambda s: upload(s, b"%PDF-1.7 broken", "cv.pdf", "application/pdf"),
    ("create_cv", "unreadable_document"): lambda s: again_when_damaged(s, "/api/v1/cvs", cv_body()),
    ("list_cvs", 200): lambda s: listed(s, s.cv(), "/api/v1/cvs?limit=1&order=asc&includeTotal=true"),
    ("get_cv", 200): lambda s: s.api.get(f"/api/v1/cvs/{s.cv()}"),
    ("get_cv", "not_found"): lambda s: s.api.get("/api/v1/cvs/cv-none"),
    ("get_cv", "unreadable_document"): lambda s: s.api.get(f"/api/v1/cvs/{damaged(s, s.cv())}"),
    ("delete_cv", 204): lambda s: s.api.delete(f"/api/v1/cvs/{s.cv()}?cascade=true"),
    ("delete_cv", "not_found"): lambda s: s.api.delete("/api/v1/cvs/cv-none"),
    ("create_job", 201): lambda s: s.api.post(
        "/api/v1/jobs", {"sourceType": "url", "sourceUrl": f"{s.pages}/posting"}
    ),
    ("create_job", 200): lambda s: twice(s, "/api/v1/jobs", job_body(title="Electrician")),
    ("create_job", "payload_too_large"): lambda s: s.api.post("/api/v1/jobs", {"content": "x" * 51 * 1024}),
    ("create_job", "unsupported_media_type"): lambda s: raw(s, "/api/v1/jobs"),
    ("create_job", "posting_unreadable"): lambda s: s.api.post(
        "/api/v1/jobs", {"sourceType": "linkedin_url", "sourceUrl": f"{s.pages}/gone"}
    ),
    ("create_job", "unreadable_document"): lambda s: again_when_damaged(s, "/api/v1/jobs", job_body()),
    ("list_jobs", 200): lambda s: listed(s, s.job(), "/api/v1/jobs?sourceType=manual"),
    ("get_job", 200): lambda s: s.api.get(f"/api/v1/jobs/{s.job()}"),
    ("get_job", "not_found"): lambda s: s.api.get("/api/v1/jobs/job-none"),
    ("get_job", "unreadable_document"): lambda s: s.api.get(f"/api/v1/jobs/{damaged(s, s.job())}"),
    ("delete_job", 204): lambda s: s.api.delete(f"/api/v1/jobs/{s.job()}"),
    ("delete_job", "not_found"): lambda s: s.api.delete("/api/v1/jobs/job-none"),
    ("export_data", 200): lambda s: s.api.get(f"/api/v1/users/{s.api.user if s.finished() else ''}/data"),
    ("export_data", "not_found"): lambda s: s.api.get(f"/api/v1/users/{Api('').user}/data"),
    ("erase_data", 200): lambda s: s.api.delete(f"/api/v1/users/{s.api.user if s.cv() else ''}/data"),
    ("erase_data", "not_found"): lambda s: s.api.delete(f"/api/v1/users/{Api('').user}/data"),
    ("health", 200): lambda s: s.api.get("/api/v1/health", headers={"X-User-Id": None}),
    ("health", 503): wait_unhealthy,
    ("health_live", 200): lambda s: s.api.get("/api/v1/health/live", headers={"X-User-Id": None}),
    ("openapi_json", 200): lambda s: s.api.get("/api/v1/openapi.json", headers={"X-User-Id": None}),
    ("docs_page", 200): lambda s: s.api.get("/api/v1/docs", headers={"X-User-Id": None}),
    ("docs_style", 200): lambda s: s.api.get("/api/v1/docs.css", headers={"X-User-Id": None}),
}


def test_the_cases_are_the_contract() -> None:
    described = {
        (one.name, outcome)
        for one in OPERATIONS
        for outcome in (*one.answers, *(code for code in one.problems if code not in EVERY_OPERATION))
    }
    assert set(CASES) == described


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_an_answer_is_as_described(case: tuple[str, int | str], api: Api, stack: Stack, pages: str) -> None:
    name, outcome = case
    answer = CASES[case](Scene(api, stack, pages))
    if isinstance(outcome, str):
        assert (answer.status, answer.code) == (PROBLEMS[outcome][0], outcome)
        assert answer.json["requestId"] == answer.headers["x-request-id"]
        assert answer.json.get("retryAfter") == (int(answer.headers.get("retry-after", 0)) or None)
        assert "canary" not in answer.body.decode()
    else:
        assert answer.status == outcome
    assert_as_described(operation_named(name), answer)


def request_to(operation: Operation, api: Api, *, query: str = "", **headers: str | None) -> Answer:
    path = BASE + operation.path.replace("{id}", "x").replace("{userId}", api.user) + query
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    body = operation.example if operation.body else None
    return api.call(operation.method.upper(), path, body, headers=sent)


OF_A_USER = [one for one in OPERATIONS if one.user]
named = pytest.mark.parametrize("operation", OF_A_USER, ids=lambda one: one.name)


@named
def test_every_operation_wants_a_user(operation: Operation, api: Api) -> None:
    for given, code in ((None, "missing_user_id"), ("user-1", "invalid_user_id")):
        answer = request_to(operation, api, X_User_Id=given)
        assert answer.code == code
        assert_as_described(operation, answer)


@named
def test_every_operation_names_an_unknown_parameter(operation: Operation, api: Api) -> None:
    answer = request_to(operation, api, query="?colour=red")
    assert (answer.code, answer.fields) == ("invalid_request", {"query.colour"})
    assert_as_described(operation, answer)


def test_every_operation_says_that_the_database_is_away(api: Api, stack: Stack) -> None:
    stack.signal("cosmos", signal.SIGSTOP)
    try:
        with ThreadPoolExecutor(len(OF_A_USER)) as pool:
            answers = list(pool.map(lambda one: request_to(one, api), OF_A_USER))
    finally:
        stack.signal("cosmos", signal.SIGCONT)
        wait_for(lambda: api.get("/api/v1/health").status == 200)
    for operation, answer in zip(OF_A_USER, answers, strict=True):
        assert answer.code == "service_unavailable", operation.name
        assert int(answer.headers["retry-after"]) == answer.json["retryAfter"] > 0
        assert_as_described(operation, answer)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_an_unknown_path_is_a_problem(api: Api, method: str) -> None:
    for path in ("/api/v1/nothing", "/api/v2/analyses", "/api/v1/analyses/a/b/c"):
        answer = api.call(method, path)
        assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/v1/analyses//"), ("POST", "/api/v1/analyze//")])
def test_a_path_that_takes_a_method_is_not_said_to_refuse_it(api: Api, method: str, path: str) -> None:
    answer = api.call(method, path, b"{}" if method == "POST" else None)
    assert (answer.status, answer.code) == (404, "not_found")


def test_another_method_is_a_problem_that_names_those_there_are(api: Api) -> None:
    by_path: dict[str, set[str]] = {}
    for one in OPERATIONS:
        by_path.setdefault(one.path, set()).add(one.method.upper())
    for path, methods in by_path.items():
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - methods:
            answer = api.call(method, BASE + path.replace("{id}", "x").replace("{userId}", api.user))
            assert (answer.status, answer.code) == (405, "method_not_allowed"), (method, path)
            allowed = methods | {"HEAD"} if "GET" in methods else methods
            assert set(answer.headers["allow"].split(", ")) == allowed


def test_head_answers_as_get_does_without_the_body(api: Api, stack: Stack) -> None:
    scene = Scene(api, stack, "")
    analysis = scene.finished()
    for path in (
        *("/health", "/health/live", "/openapi.json", "/docs", "/docs.css"),
        *("/analyses", "/cvs?limit=1", "/jobs", f"/analyses/{analysis['id']}", f"/cvs/{analysis['cvId']}"),
        *(f"/jobs/{analysis['jobId']}", f"/users/{api.user}/data", "/cvs/cv-none", "/analyses?limit=0"),
    ):
        whole, head = api.get(BASE + path), api.call("HEAD", BASE + path)
        assert (head.status, head.body) == (whole.status, b""), path
        for name in ("content-type", "etag", "cache-control"):
            assert head.headers.get(name) == whole.headers.get(name), path
    for path in ("/analyze", f"/analyses/{analysis['id']}/retry"):
        assert api.call("HEAD", BASE + path).status == 405


def test_every_problem_code_is_documented_for_people() -> None:
    from tests.support import ROOT

    text = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    assert all(f'<a id="{code}"></a>`{code}` | {status} |' in text for code, (status, _) in PROBLEMS.items())


def test_an_address_that_cannot_be_read_is_named_where_the_request_has_it(api: Api, pages: str) -> None:
    gone = {"sourceType": "url", "sourceUrl": f"{pages}/gone"}
    assert api.post("/api/v1/jobs", gone).fields == {"sourceUrl"}
    assert api.post("/api/v1/analyze", {"cv": cv_body(), "job": gone}).fields == {"job.sourceUrl"}
    assert api.post("/api/v1/analyze/batch", {"cvs": [cv_body()], "job": gone}).fields == {"job.sourceUrl"}
    batch = {"cv": cv_body(), "jobs": [gone, job_body(), gone]}
    errors = [one.get("error") for one in api.post("/api/v1/analyze/batch", batch).json["items"]]
    assert [one and one["errors"][0]["field"] for one in errors] == [
        "jobs.0.sourceUrl",
        None,
        "jobs.2.sourceUrl",
    ]
    batch["jobs"] = [gone, gone]
    assert api.post("/api/v1/analyze/batch", batch).fields == {"jobs.0.sourceUrl", "jobs.1.sourceUrl"}


def test_a_posting_is_read_from_its_address(api: Api, pages: str) -> None:
    body = {"cv": cv_body(), "job": {"sourceType": "url", "sourceUrl": f"{pages}/posting"}}
    analysis = api.finished(api.submit(body)["analysisId"])
    assert (analysis["status"], analysis["jobTitle"]) == ("completed", "Electrician")
    job = api.get(f"/api/v1/jobs/{analysis['jobId']}").json
    assert job["sourceUrl"] == f"{pages}/posting"
    assert "Maintenance" in job["content"]
