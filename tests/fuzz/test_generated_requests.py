"""A short run of what ``make fuzz`` does at length."""

from devstack.stack import Stack
from tests.fuzz import described, mutated
from tests.support import Api


def test_the_app_is_as_it_is_described(stack: Stack) -> None:
    outcome = described.run(stack.url, examples=10, seed=7)
    assert not outcome.failures, outcome.output
    assert outcome.requests > 500


def test_mutated_requests_are_refused_politely(stack: Stack) -> None:
    outcome = mutated.run(stack, requests=600, seed=7)
    assert outcome.failures == []
    assert {200, 202, 400, 404} <= set(outcome.statuses)
    assert Api(stack.url).get("/api/v1/health").status == 200
