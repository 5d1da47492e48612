"""Headers in and out: request id, trace, caching, what a browser may do with an answer."""

import gzip
import json
import re
import uuid
from typing import Any

import pytest

from devstack.stack import Stack
from shared.api.contract import PROBLEMS
from tests.support import CV, Api, submission, unique, wait_for


def lines_of(stack: Stack, needle: str) -> list[dict[str, Any]]:
    """The app's structured log lines that hold a text."""
    text = stack.log("host").read_text(encoding="utf-8", errors="replace")
    found = [line[line.index("{") :] for line in text.splitlines() if needle in line and '{"event"' in line]
    return [json.loads(line) for line in found]


def test_the_request_id_comes_back_if_it_is_one(api: Api) -> None:
    given = api.get("/api/v1/health/live", headers={"X-Request-Id": "abc-123"})
    assert given.headers["x-request-id"] == "abc-123"
    odd = api.get("/api/v1/health/live", headers={"X-Request-Id": "a b<script>"})
    assert re.fullmatch(r"[0-9a-f]{32}", odd.headers["x-request-id"])


def test_a_trace_leads_from_the_request_through_the_queue_to_the_run(api: Api, stack: Stack) -> None:
    trace_id, request_id = uuid.uuid4().hex, uuid.uuid4().hex
    headers: dict[str, str | None] = {
        "traceparent": f"00-{trace_id}-00f067aa0ba902b7-01",
        "X-Request-Id": request_id,
    }
    accepted = api.submit(submission(unique(CV)), headers=headers)
    api.finished(accepted["analysisId"])
    events = wait_for(lambda: _with_its_end(lines_of(stack, trace_id)))
    assert {"request", "analysis.enqueued", "run.completed"} <= {line["event"] for line in events}
    assert {(line["traceId"], line["requestId"]) for line in events} == {(trace_id, request_id)}


def _with_its_end(lines: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    return lines if any(line["event"] == "run.completed" for line in lines) else None


@pytest.mark.parametrize(
    "odd", ["00-" + "0" * 32 + "-00f067aa0ba902b7-01", "ff-" + "a" * 32 + "-" + "b" * 16 + "-01", "x"]
)
def test_a_trace_that_is_none_is_left_out(api: Api, stack: Stack, odd: str) -> None:
    request_id = uuid.uuid4().hex
    api.get("/api/v1/health/live", headers={"traceparent": odd, "X-Request-Id": request_id})
    (line,) = wait_for(lambda: lines_of(stack, request_id) or None)
    assert "traceId" not in line


def test_one_line_a_request_names_operation_and_outcome(api: Api, stack: Stack) -> None:
    request_id = uuid.uuid4().hex
    api.get("/api/v1/analyses/analysis-none?x=1", headers={"X-Request-Id": request_id})
    (line,) = wait_for(lambda: lines_of(stack, request_id) or None)
    assert {name: line[name] for name in ("event", "method", "operation", "status", "code")} == {
        "event": "request",
        "method": "GET",
        "operation": "get_analysis",
        "status": 400,
        "code": "invalid_request",
    }


def test_personal_data_is_not_cached_and_nothing_is_sniffed(api: Api) -> None:
    analysis = api.finished(api.submit(submission(unique(CV)))["analysisId"])
    for path in (
        f"/api/v1/analyses/{analysis['id']}",
        f"/api/v1/cvs/{analysis['cvId']}",
        "/api/v1/analyses",
        "/api/v1/cvs?limit=0",
        f"/api/v1/users/{api.user}/data",
        "/api/v1/nothing",
    ):
        answer = api.get(path)
        assert answer.headers["cache-control"] == "no-store", path
        assert answer.headers["x-content-type-options"] == "nosniff", path


def test_what_is_long_comes_compressed_to_who_takes_that(api: Api) -> None:
    analysis = api.finished(api.submit(submission(unique(CV)))["analysisId"])
    for path in (
        f"/api/v1/analyses/{analysis['id']}",
        f"/api/v1/cvs/{analysis['cvId']}",
        "/api/v1/openapi.json",
        "/api/v1/docs",
    ):
        whole = api.get(path)
        assert (whole.headers["vary"], "content-encoding" in whole.headers) == ("Accept-Encoding", False), (
            path
        )
        for accepted in ("gzip", "br, GZIP;q=0.5", "deflate,x-gzip"):
            packed = api.get(path, headers={"Accept-Encoding": accepted})
            assert packed.headers["content-encoding"] == "gzip", path
            assert gzip.decompress(packed.body) == whole.body
            assert len(packed.body) < len(whole.body)
            assert packed.headers["vary"] == "Accept-Encoding"
            assert packed.headers.get("etag") == whole.headers.get("etag")
        for accepted in ("br", "gzip;q=0", "gzipped"):
            refused = api.get(path, headers={"Accept-Encoding": accepted})
            assert refused.body == whole.body, accepted
    short = api.get("/api/v1/health/live", headers={"Accept-Encoding": "gzip"})
    assert (short.json["status"], "content-encoding" in short.headers) == ("alive", False)
    etag = api.get(f"/api/v1/analyses/{analysis['id']}").headers["etag"]
    assert etag.startswith('W/"'), "one for both forms"
    headers: dict[str, str | None] = {"Accept-Encoding": "gzip", "If-None-Match": etag}
    unchanged = api.get(f"/api/v1/analyses/{analysis['id']}", headers=headers)
    assert (unchanged.status, unchanged.headers["etag"]) == (304, etag)


def test_the_docs_page_may_load_its_own_style_only(api: Api) -> None:
    policy = api.get("/api/v1/docs").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_page_from_elsewhere_may_ask_first(api: Api) -> None:
    headers: dict[str, str | None] = {
        "Origin": "https://page.example",
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": "x-user-id,content-type",
        "X-User-Id": None,
    }
    preflight = api.call("OPTIONS", "/api/v1/analyses/x", headers=headers)
    assert preflight.status == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert preflight.headers["access-control-allow-methods"] == "DELETE"
    assert preflight.headers["access-control-allow-headers"] == "x-user-id,content-type"
    answer = api.get("/api/v1/analyses", headers={"Origin": "https://page.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    exposed = set(answer.headers["access-control-expose-headers"].split(", "))
    assert {"ETag", "Location", "Retry-After", "X-Request-Id"} <= exposed


def test_the_docs_page_leads_nowhere_that_is_not_there(api: Api) -> None:
    page = api.get("/api/v1/docs").body.decode()
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors
    assert {"analyze", "AnalysisView", "Problem"} <= anchors
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", page)
    where, _, anchor = api.get("/api/v1/nothing").json["type"].partition("#")
    assert (where, anchor in anchors) == ("/api/v1/docs", True), "a problem's type leads there"
    assert anchors >= set(PROBLEMS)


@pytest.mark.parametrize("host", ["[x", "x\N{CARE OF}y"])
def test_whatever_the_host_is_called_the_request_is_read(api: Api, host: str) -> None:
    """Whoever is in front of the app may hand on the client's own header."""
    for path, status in (("/api/v1/analyses?limit=1", 200), ("/api/v1/analyses?limits=1", 400)):
        assert api.get(path, headers={"Host": host.encode().decode("latin-1")}).status == status
