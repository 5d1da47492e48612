"""Runs with a model behind an OpenAI-compatible server that answers well, badly, late or not at all."""

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

from devstack.stack import Stack
from tests.app.stores import request_for, send, waiting
from tests.support import CV, JOB, Api, submission, unique, wait_for
from tests.wire_model.model import Model, running_model, stack_with


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    with running_model() as model:
        yield model


@pytest.fixture(scope="module")
def model_stack(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with stack_with(model, tmp_path_factory.mktemp("model"), timeout_seconds=2) as stack:
        yield stack


@pytest.fixture
def api(model_stack: Stack) -> Api:
    return Api(model_stack.url)


def all_quotes(analysis: dict[str, Any]) -> list[str]:
    return [quote for match in analysis["skillMatches"] for quote in match["evidence"]]


def test_a_model_deepens_the_result_with_one_call(api: Api, model: Model) -> None:
    model.behave("good")
    analysis = api.finished(api.submit()["analysisId"])
    assert (analysis["status"], analysis["degraded"]) == ("completed", False)
    engine, parts, weights = analysis["engine"], analysis["subscores"], analysis["weights"]
    assert engine["mode"] == "hybrid"
    assert engine["inputTokens"] > 0
    assert engine["outputTokens"] > 0
    assert engine["promptVersion"]
    assert len(model.requests) == 1
    deterministic = weights["skills"] * parts["skills"] + weights["experience"] * parts["experience"]
    read = weights["semantic"] * parts["semantic"] + weights["softSkills"] * parts["softSkills"]
    expected = weights["deterministic"] * deterministic + weights["model"] * read
    assert (weights["deterministic"], weights["model"]) == (0.6, 0.4)
    assert analysis["overallScore"] == pytest.approx(expected, abs=0.11)
    assert api.get("/api/v1/health").json["checks"]["openai"] == "connected"
    assert api.post("/api/v1/analyze", submission()).status == 200
    assert len(model.requests) == 1


def test_a_lying_models_quotes_are_dropped_and_its_score_is_bounded(api: Api, model: Model) -> None:
    model.behave("good")
    honest = api.finished(api.submit(submission(force=True))["analysisId"])
    model.behave("lying")
    analysis = api.finished(api.submit(submission(force=True))["analysisId"])
    assert analysis["status"] == "completed"
    assert analysis["engine"]["droppedQuotes"] > 0
    assert all(quote in CV for quote in all_quotes(analysis))
    assert analysis["overallScore"] <= honest["overallScore"] + 15


def test_a_slow_model_shows_a_preliminary_score_first(api: Api, model: Model) -> None:
    model.behave("slow", seconds=1.5)
    accepted = api.submit()
    started = time.monotonic()

    def preliminary() -> Any:
        analysis = api.get(accepted["statusUrl"]).json
        return analysis if analysis["status"] == "processing" and "overallScore" in analysis else None

    analysis = wait_for(preliminary, interval=0.05)
    assert time.monotonic() - started < 1.5
    assert analysis["preliminary"] is True
    assert analysis["skillMatches"]
    assert "preliminary" not in api.finished(accepted["analysisId"])


@pytest.mark.parametrize("behaviour", ["hang", "server_error", "rate_limited", "reset"])
def test_a_models_outage_costs_depth_not_the_answer(api: Api, model: Model, behaviour: str) -> None:
    model.behave(behaviour)
    accepted = api.submit()
    analysis = api.finished(accepted["analysisId"], seconds=90)
    assert (analysis["status"], analysis["degraded"]) == ("completed", True)
    assert analysis["engine"]["mode"] == "deterministic"
    assert analysis["attempts"] == 3
    assert any(re.search(r"model_\w+", warning) for warning in analysis["warnings"])
    model.behave("good")
    again = api.post("/api/v1/analyze", submission())
    assert (again.status, again.json["analysisId"]) == (202, accepted["analysisId"])
    assert api.finished(accepted["analysisId"])["degraded"] is False


@pytest.mark.parametrize(
    "behaviour", ["refusal", "content_filter", "invalid_json", "truncated", "unauthorized"]
)
def test_a_permanent_failure_ends_the_run_at_once(api: Api, model: Model, behaviour: str) -> None:
    model.behave(behaviour)
    accepted = api.submit()
    analysis = api.finished(accepted["analysisId"])
    assert (analysis["status"], analysis["degraded"], analysis["attempts"]) == ("completed", True, 1)
    assert any(re.search(r"model_\w+", warning) for warning in analysis["warnings"])
    assert len(model.requests) <= 2
    answered = behaviour in ("refusal", "invalid_json", "truncated")
    assert bool(analysis["engine"]["inputTokens"]) == answered, "what was answered is paid for"
    model.behave("good")
    assert api.post(f"{accepted['statusUrl']}/retry").status == 202
    assert api.finished(accepted["analysisId"])["engine"]["mode"] == "hybrid"


def test_three_deliveries_at_once_cost_one_model_call(api: Api, model: Model, model_stack: Stack) -> None:
    model.behave("slow", seconds=1.0)
    accepted = api.submit()
    message = request_for(accepted, api.user)
    for _ in range(2):
        send(model_stack, message)
    api.finished(accepted["analysisId"])
    send(model_stack, message)
    wait_for(lambda: waiting(model_stack) == 0)
    assert len(model.requests) == 1
    assert api.get("/api/v1/analyses?includeTotal=true").json["total"] == 1


@pytest.mark.parametrize("moment", [0.0, 0.3, 0.8])
def test_what_is_deleted_while_the_model_reads_never_comes_back(
    api: Api, model: Model, moment: float
) -> None:
    model.behave("slow", seconds=1.0)
    accepted = api.submit()
    time.sleep(moment)
    assert api.delete(accepted["statusUrl"]).status == 204
    again = api.submit()
    assert again["analysisId"] != accepted["analysisId"]
    assert api.finished(again["analysisId"])["status"] == "completed"
    assert api.get(accepted["statusUrl"]).status == 404
    assert [item["id"] for item in api.get("/api/v1/analyses").json["items"]] == [again["analysisId"]]


def test_a_cv_erased_while_the_model_reads_never_comes_back(api: Api, model: Model) -> None:
    model.behave("slow", seconds=1.5)
    accepted = api.submit()
    wait_for(lambda: api.get(accepted["statusUrl"]).json["status"] == "processing", interval=0.05)
    assert api.delete(f"/api/v1/users/{api.user}/data").json == {
        "deleted": {"cvs": 1, "jobs": 1, "analyses": 1}
    }
    time.sleep(2)
    exported = api.get(f"/api/v1/users/{api.user}/data").json
    assert [exported[kind] for kind in ("cvs", "jobs", "analyses")] == [[], [], []]


def test_the_model_gets_no_name_or_address(api: Api, model: Model) -> None:
    model.behave("good")
    canaries = ("Canary Tweetington", "canary.tweet@example.com", "+44 20 7946 0958")
    cv = f"# {canaries[0]}\n{canaries[1]} | {canaries[2]}\n\n{CV.partition(chr(10))[2]}"
    api.finished(api.submit(submission(unique(cv), JOB))["analysisId"])
    (request,) = model.requests
    text = json.dumps(request, ensure_ascii=False)
    assert "Electric" in text
    for canary in canaries:
        assert canary not in text


def test_a_model_that_is_away_leaves_the_service_healthy(model_stack: Stack, api: Api, model: Model) -> None:
    model.process.send_signal(19)
    try:
        answer = api.get("/api/v1/health")
        assert (answer.status, answer.json["checks"]["openai"]) == (200, "unavailable")
    finally:
        model.process.send_signal(18)
