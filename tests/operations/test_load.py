"""`load URL`: some use of the app, within bounds, and nothing left afterwards."""

import re

import pytest

from devstack.stack import Stack
from tests.operations.conftest import Run
from tests.operations.stored import count


def test_a_load_reports_percentiles_and_erases_what_it_made(stack: Stack, run: Run) -> None:
    before = count(stack)
    outcome = run("load", stack.url, "--clients", "3", "--seconds", "1")
    assert outcome.code == 0, outcome
    for operation in ("read", "list", "submit"):
        line = next(line for line in outcome.lines if line.startswith(operation))
        answers, p50, p95 = map(float, re.findall(r"[\d.]+", line))
        assert answers >= 1
        assert 0 < p50 <= p95
    assert outcome.lines[-1] == "errors: 0"
    assert count(stack) == before


def test_what_goes_wrong_is_counted_by_kind(stack: Stack, run: Run) -> None:
    cosmos = stack.cosmos_connection.split("AccountEndpoint=")[1].split("/;")[0]
    outcome = run("load", cosmos, "--seconds", "1")
    assert outcome.code == 1
    assert "not as CV Checker does" in outcome.errors


@pytest.mark.parametrize("host", ["http://example.org", "https://10.0.0.7", "http://localhost.example.org"])
def test_a_host_elsewhere_needs_its_owners_word(run: Run, host: str) -> None:
    outcome = run("load", host)
    assert outcome.code == 1
    assert "--yes-this-is-my-deployment" in outcome.errors


@pytest.mark.parametrize("arguments", [("--clients", "51"), ("--seconds", "301"), ("--clients", "0")])
def test_bounds_cannot_be_passed(run: Run, arguments: tuple[str, str]) -> None:
    outcome = run("load", "http://127.0.0.1:9", *arguments)
    assert outcome.code == 2
    assert "must be a whole number from 1 to" in outcome.errors
