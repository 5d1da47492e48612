"""Killed and frozen processes: nothing accepted is lost, nothing runs twice, and all recovers by itself."""

import random
import signal
import time
import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from devstack.stack import Stack
from tests.app.test_headers import lines_of
from tests.conftest import QUICK
from tests.support import CV, JOB, Answer, Api, submission, unique, wait_for

KILLS = 50
"""At moments that are spread evenly over the time that a run takes, in no order."""


@pytest.fixture
def own_stack(tmp_path: Path) -> Iterator[Stack]:
    with Stack(state_dir=tmp_path, free_ports=True, env={**QUICK, "DAILY_ANALYSES_PER_USER": "0"}) as stack:
        yield stack


@pytest.fixture(scope="module")
def recovering_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """One for all outages that end: it has to stand one after another."""
    with Stack(state_dir=tmp_path_factory.mktemp("outages"), free_ports=True, env=QUICK) as stack:
        yield stack


def _all_end(api: Api, ids: list[str]) -> None:
    for analysis_id in ids:
        assert api.finished(analysis_id, seconds=90)["status"] in ("completed", "failed")
    listed: list[str] = []
    cursor = ""
    while True:
        page = api.get(f"/api/v1/analyses?limit=50{cursor}").json
        listed += [item["id"] for item in page["items"]]
        if page["nextCursor"] is None:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert sorted(listed) == sorted(ids)


def test_a_host_killed_at_any_moment_loses_nothing(own_stack: Stack) -> None:
    api, chance = Api(own_stack.url), random.Random(4711)
    ids = []
    for moment in chance.sample(range(KILLS), KILLS):
        ids.append(api.submit(submission(unique(CV)))["analysisId"])
        time.sleep(0.25 * (moment + chance.random()) / KILLS)
        own_stack.signal("host", signal.SIGKILL)
        own_stack.restart("host")
    _all_end(api, ids)


def test_what_loses_its_worker_on_every_delivery_is_not_to_blame(tmp_path: Path) -> None:
    """Nobody knows whose fault it was: of all messages in hand it may be one, or a machine that goes down."""
    env = {**QUICK, "RESCUE_SCHEDULE": "0 0 0 1 1 *", "DEVSTACK_INFLIGHT_SECONDS": "2"}
    with Stack(state_dir=tmp_path, free_ports=True, env=env) as stack:
        api, log = Api(stack.url), stack.log("host")
        jobs = [{"content": unique(JOB)} for _ in range(4)]
        body = {"cv": {"filename": "cv.md", "content": unique(CV)}, "jobs": jobs}
        ids = [item["analysisId"] for item in api.post("/api/v1/analyze/batch", body).json["items"]]
        for delivery in range(1, 4):
            taken = len(ids) * delivery
            wait_for(lambda taken=taken: log.read_text().count("Executing 'Functions.run_") >= taken)  # type: ignore[misc]
            stack.signal("host", signal.SIGKILL)
            stack.restart("host")
        for analysis_id in ids:
            assert api.finished(analysis_id)["status"] == "completed"
        assert log.read_text().count('"analysis.rescued"') == len(ids), "they came out of the poison queue"


def test_a_whole_stack_killed_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(4712)
    env = {**QUICK, "DAILY_ANALYSES_PER_USER": "0"}
    stack = Stack(state_dir=tmp_path, free_ports=True, env=env)
    ids: list[str] = []
    user = None
    try:
        for _ in range(4):
            stack.start()
            api = Api(stack.url, user)
            user = api.user
            ids += [api.submit(submission(unique(CV)))["analysisId"] for _ in range(3)]
            time.sleep(chance.uniform(0, 0.3))
            for name in ("host", "azurite", "cosmos"):
                stack.signal(name, signal.SIGKILL)
            stack.stop()
        stack.start()
        _all_end(Api(stack.url, user), ids)
    finally:
        stack.stop()


def _is_503(answer: Answer) -> bool:
    return (
        answer.status == 503
        and answer.code == "service_unavailable"
        and answer.headers["content-type"] == "application/problem+json"
        and int(answer.headers["retry-after"]) > 0
    )


def _lines_to_the_end(stack: Stack, request_id: str) -> list[dict[str, Any]] | None:
    lines = lines_of(stack, request_id)
    return lines if "request" in [line["event"] for line in lines] else None


@pytest.mark.parametrize("how", ["frozen", "gone"])
@pytest.mark.parametrize("store", ["cosmos", "azurite"])
def test_a_store_that_is_away_means_503_and_recovery(recovering_stack: Stack, store: str, how: str) -> None:
    api = Api(recovering_stack.url)
    before = api.submit()
    api.finished(before["analysisId"])
    recovering_stack.signal(store, signal.SIGSTOP if how == "frozen" else signal.SIGKILL)

    def timed(method: str, path: str, body: object = None) -> Answer:
        started = time.monotonic()
        answer = api.call(method, path, body)
        assert time.monotonic() - started < 10
        return answer

    assert _is_503(timed("POST", "/api/v1/analyze", submission(unique(CV))))
    health = timed("GET", "/api/v1/health")
    assert (health.status, health.json["status"]) == (503, "unhealthy")
    name = {"cosmos": "cosmosDb", "azurite": "queue"}[store]
    other = {"cosmos": "queue", "azurite": "cosmosDb"}[store]
    assert (health.json["checks"][name], health.json["checks"][other]) == ("unavailable", "connected")
    event = {"cosmos": "cosmos", "azurite": "queue"}[store]
    lines = wait_for(lambda: _lines_to_the_end(recovering_stack, health.headers["x-request-id"]))
    outcomes = {line["outcome"] for line in lines if line["event"] == event}
    assert outcomes, "store-failures.kql finds it"
    assert "ok" not in outcomes
    assert api.get("/api/v1/health/live").status == 200
    if store == "cosmos":
        for method, path in (
            ("GET", "/api/v1/analyses"),
            ("GET", before["statusUrl"]),
            ("DELETE", before["statusUrl"]),
        ):
            assert _is_503(timed(method, path))
    else:
        assert timed("GET", before["statusUrl"]).status == 200

    if how == "frozen":
        recovering_stack.signal(store, signal.SIGCONT)
    else:
        recovering_stack.restart(store)
    wait_for(lambda: api.get("/api/v1/health").status == 200, seconds=15)
    after = api.submit(submission(unique(CV)))
    assert api.finished(after["analysisId"], seconds=15)["status"] == "completed"
    assert api.get(before["statusUrl"]).json["status"] == "completed"


def test_work_accepted_before_an_outage_completes_after_it(recovering_stack: Stack) -> None:
    api = Api(recovering_stack.url)
    api.finished(api.submit()["analysisId"])
    ids = [api.submit(submission(unique(CV)))["analysisId"] for _ in range(5)]
    recovering_stack.signal("cosmos", signal.SIGSTOP)
    time.sleep(4)
    recovering_stack.signal("cosmos", signal.SIGCONT)
    for analysis_id in ids:
        assert api.finished(analysis_id, seconds=60)["status"] == "completed"


def test_a_frozen_host_goes_on_where_it_was(recovering_stack: Stack) -> None:
    api = Api(recovering_stack.url)
    ids = [api.submit(submission(unique(CV)))["analysisId"] for _ in range(5)]
    recovering_stack.signal("host", signal.SIGSTOP)
    with pytest.raises((TimeoutError, urllib.error.URLError)):
        api.call("GET", "/api/v1/health/live", timeout=1)
    time.sleep(8)  # longer than a message's lease: its messages are visible again when it wakes
    recovering_stack.signal("host", signal.SIGCONT)
    _all_end(api, ids)
