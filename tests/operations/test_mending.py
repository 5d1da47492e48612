"""`requeue-poison` and `rescue`: what was buried or lost is worked on again."""

import signal
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

import pytest

from devstack.ports import is_busy
from devstack.stack import Stack
from shared.clock import utc_now
from shared.documents import Tombstone
from tests.app.stores import queue, request_for, send, waiting
from tests.conftest import QUICK
from tests.operations.conftest import Run
from tests.operations.stored import put, queued
from tests.support import Api, new_user

POISON = "analysis-requests-poison"
SECRET = "mentions Kim Sample"


@pytest.fixture(scope="module")
def without_host(stack: Stack) -> Iterator[Stack]:
    """Nobody takes messages; started again when the tests of this module are over."""
    stack.signal("host", signal.SIGKILL)
    for name in ("analysis-requests", POISON):
        with queue(stack, name) as client:
            client.clear_messages()
    yield stack
    if not is_busy(stack.port):
        stack.restart("host")


def bury(stack: Stack, user: str) -> str:
    cv, job, analysis = queued(user, since=utc_now())
    put(stack, cv, job, analysis)
    accepted = {"analysisId": analysis["id"], "cvId": cv["id"], "jobId": job["id"]}
    send(stack, request_for(accepted, user), name=POISON)
    return str(analysis["id"])


def test_poisoned_messages_move_back_and_foreign_ones_stay(without_host: Stack, run: Run) -> None:
    for _ in range(40):  # more than one page
        bury(without_host, new_user())
    send(without_host, SECRET, name=POISON)

    looked = run("requeue-poison", "--dry-run")
    assert looked.code == 0
    assert looked.lines[0] == f"41 messages are in {POISON}; nothing was moved."
    assert waiting(without_host) == 0

    moved = run("requeue-poison")
    assert moved.code == 1, moved
    assert moved.lines == [
        "40 messages were moved to analysis-requests.",
        "  moved: 40 × analyse",
        f"1 messages are not the app's and were left in {POISON}.",
    ]
    assert SECRET not in looked.text + moved.text + looked.errors + moved.errors
    assert waiting(without_host, POISON) == 1  # to be seen at once
    with queue(without_host) as client:
        assert client.get_queue_properties().approximate_message_count == 40
        client.clear_messages()


def test_no_poison_queue_is_no_poison(without_host: Stack, run: Run) -> None:
    with queue(without_host, POISON) as client:
        client.delete_queue()
    try:
        outcome = run("requeue-poison")
        assert (outcome.code, outcome.lines) == (0, ["0 messages were moved to analysis-requests."])
    finally:
        with queue(without_host, POISON) as client:
            client.create_queue()


def test_a_rescue_enqueues_what_is_stuck_and_removes_old_tombstones(
    without_host: Stack, run_with: Callable[[Mapping[str, str]], Run]
) -> None:
    # What the tests before left waits for seconds, and for more of them the slower the machine is.
    run = run_with({**QUICK, "RESCUE_QUEUED_AFTER_SECONDS": "900", **without_host.settings})
    user = new_user()
    old = Tombstone(id="cv-gone", user_id=user, created_at=utc_now() - timedelta(days=2))
    put(without_host, *queued(user), old.to_json())
    outcome = run("rescue")
    assert outcome.code == 0, outcome
    assert outcome.lines[-1].startswith("Enqueued again: 1. Marked failed: 0. Old tombstones removed: 1.")
    assert waiting(without_host) == 1
    again = run("rescue")
    assert again.lines == ["Enqueued again: 0. Marked failed: 0. Old tombstones removed: 0."]


def test_what_moved_back_is_worked_off_when_the_app_runs(without_host: Stack, run: Run) -> None:
    user = new_user()
    analysis = bury(without_host, user)
    assert run("requeue-poison").lines[0] == "1 messages were moved to analysis-requests."
    without_host.restart("host")
    assert Api(without_host.url, user).finished(analysis)["status"] == "completed"
