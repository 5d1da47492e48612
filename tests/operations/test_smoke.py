"""`smoke URL`: green on an app that works, one clear red line for each of the ways in which it does not."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from devstack.stack import Stack
from tests.operations.conftest import Outcome, Run
from tests.operations.stored import count

ENCODING = "AzureFunctionsJobHost__extensions__queues__messageEncoding"


def failures(outcome: Outcome) -> list[str]:
    return [line for line in outcome.lines if line.startswith("FAIL")]


@contextmanager
def broken(stack: Stack, name: str, **env: str) -> Iterator[None]:
    """One process killed; with other settings, started again with them. Whole again afterwards."""
    stack.signal(name, signal.SIGKILL)
    if env:
        before = dict(stack.env)
        stack.env.update(env)
        stack.restart(name)
    try:
        yield
    finally:
        if env:
            stack.signal(name, signal.SIGKILL)
            stack.env = before
        stack.restart(name)


def test_a_working_app_passes_every_check_and_keeps_nothing(stack: Stack, run: Run) -> None:
    before = count(stack)
    outcome = run("smoke", stack.url)
    assert outcome.code == 0, outcome
    assert [line.split()[1] for line in outcome.lines] == [
        f"{name}:"
        for name in ("app", "health", "submit", "analysis", "read", "list", "export", "isolation", "erase")
    ]
    assert all(line.startswith("ok ") for line in outcome.lines)
    assert count(stack) == before


def test_an_app_that_is_not_there_is_said_to_be_unreachable(run: Run) -> None:
    outcome = run("smoke", "http://127.0.0.1:9")
    assert outcome.code == 1
    (line,) = outcome.lines
    assert line.startswith("FAIL  app: http://127.0.0.1:9 does not answer")


def test_the_address_of_something_else_is_said_to_be_no_cv_checker(stack: Stack, run: Run) -> None:
    cosmos = stack.cosmos_connection.split("AccountEndpoint=")[1].split("/;")[0]
    for wrong in (cosmos, f"{stack.url}/api/v1"):
        outcome = run("smoke", wrong)
        assert outcome.code == 1
        (line,) = outcome.lines
        assert line.startswith(f"FAIL  app: {wrong} answers (")
        assert "not as CV Checker does" in line


@pytest.mark.parametrize(("store", "named"), [("cosmos", "Cosmos DB"), ("azurite", "The queue")])
def test_an_unhealthy_app_is_told_which_store_is_away(stack: Stack, run: Run, store: str, named: str) -> None:
    with broken(stack, store):
        outcome = run("smoke", stack.url)
    assert outcome.code == 1
    (line,) = failures(outcome)
    assert line.startswith(f"FAIL  health: {named} is unavailable.")
    assert outcome.lines[-1] == line  # nothing was submitted, nothing has to be erased


def test_a_queue_that_nobody_consumes_is_told_from_a_slow_analysis(stack: Stack, run: Run) -> None:
    with broken(stack, "host", **{ENCODING: "none"}):  # every message goes to poison
        outcome = run("smoke", stack.url, "--wait", "1")
    assert outcome.code == 1
    (line,) = failures(outcome)
    assert line.startswith(
        "FAIL  analysis: The queue is not consumed: after 1 s the analysis is still queued."
    )
    assert outcome.lines[-1] == "ok    erase: nothing is left"
