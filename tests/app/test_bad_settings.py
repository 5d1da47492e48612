"""A setting that is malformed: the service says so, and nobody's work is lost by it."""

import signal
from collections.abc import Iterator

import pytest

from devstack.stack import Stack
from tests.app.test_headers import lines_of
from tests.conftest import QUICK
from tests.support import Api, submission, wait_for
from tests.wire_model.model import running_model

MALFORMED = [
    {"OPENAI_BASE_URL": "localhost:1234/v1"},
    {"OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "OPENAI_TIMEOUT_SECONDS": "60s"},
]


@pytest.fixture(scope="module")
def own_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(state_dir=tmp_path_factory.mktemp("settings"), free_ports=True, env=QUICK) as stack:
        yield stack


def restarted(stack: Stack, **env: str) -> Api:
    """The host with other settings than before; the stores stay."""
    stack.signal("host", signal.SIGKILL)
    stack.env = stack.env | QUICK | {"DAILY_ANALYSES_PER_USER": "0"} | env
    stack.restart("host")
    return Api(stack.url)


def test_a_malformed_setting_of_the_model_costs_depth_not_the_answer(own_stack: Stack) -> None:
    for wrong in MALFORMED:
        api = restarted(own_stack, **wrong)
        health = api.get("/api/v1/health")
        assert (health.status, health.json["checks"]["openai"]) == (200, "unavailable")
        accepted = api.submit()
        analysis = api.finished(accepted["analysisId"])
        assert (analysis["status"], analysis["degraded"], analysis["attempts"]) == ("completed", True, 1)
        assert any("model_misconfigured" in warning for warning in analysis["warnings"])
        named = list(wrong)[-1]
        assert any(named in line["message"] for line in lines_of(own_stack, "settings.invalid"))
        assert api.delete(accepted["statusUrl"]).status == 204
    with running_model() as model:
        mended = restarted(own_stack, OPENAI_BASE_URL=model.base_url, OPENAI_TIMEOUT_SECONDS="5")
        mended.user = api.user
        again = mended.submit()
        assert mended.finished(again["analysisId"])["engine"]["mode"] == "hybrid"


def test_a_malformed_limit_refuses_analyses_and_is_no_healthy_service(own_stack: Stack) -> None:
    api = restarted(own_stack, DAILY_ANALYSES_PER_USER="many")
    health, refused = api.get("/api/v1/health"), api.post("/api/v1/analyze", submission())
    assert (health.status, health.json["status"]) == (503, "unhealthy")
    assert (refused.status, refused.code) == (503, "service_unavailable")
    assert int(refused.headers["retry-after"]) > 0
    wait_for(lambda: lines_of(own_stack, "DAILY_ANALYSES_PER_USER") or None)
