"""The timer that rescues what got stuck: two at once, many at once, and something unreadable among them."""

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from devstack.stack import Stack
from shared.clock import to_z, utc_now
from shared.cosmos import CosmosStore
from shared.use_cases.rescue import rescue
from shared.work_queue import AnalysisRequest, WorkQueue
from tests.app.in_process import Outbox, closing, settings_of
from tests.app.stores import container
from tests.conftest import QUICK
from tests.support import CV, Api, submission, unique

LONG_AGO = "2020-01-01T00:00:00.000000Z"


@pytest.fixture(scope="module")
def calm_stack() -> Iterator[Stack]:
    """Its own timer never runs."""
    env = {**QUICK, "RESCUE_SCHEDULE": "0 0 0 1 1 *"}
    with (
        tempfile.TemporaryDirectory() as folder,
        Stack(state_dir=Path(folder), free_ports=True, env=env) as stack,
    ):
        yield stack


@pytest.fixture
def api(calm_stack: Stack) -> Api:
    return Api(calm_stack.url)


def stuck(stack: Stack, api: Api, **changes: Any) -> str:
    """An analysis whose message got lost long ago."""
    accepted = api.submit(submission(unique(CV)))
    body = api.finished(accepted["analysisId"])
    lost = {
        "status": "queued",
        "createdAt": LONG_AGO,
        "queuedAt": LONG_AGO,
        "completedAt": None,
        "result": None,
    }
    with container(stack) as documents:
        stored = documents.read_item(body["id"], api.user)
        documents.upsert_item(stored | lost | changes)
    return str(body["id"])


async def two_timers_at_once(outbox: Outbox) -> None:
    async with closing(CosmosStore()) as first, closing(CosmosStore()) as second:
        queue = cast(WorkQueue, outbox)
        await asyncio.gather(rescue(first, queue), rescue(second, queue))


def test_two_timers_at_once_enqueue_once(
    calm_stack: Stack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {stuck(calm_stack, api) for _ in range(3)}
    outbox = Outbox()
    with settings_of(calm_stack, monkeypatch, RESCUE_QUEUED_AFTER_SECONDS="60"):
        asyncio.run(two_timers_at_once(outbox))
        asyncio.run(two_timers_at_once(outbox))  # enqueued a moment ago: left alone
    sent = [one.analysis_id for one in outbox.sent if isinstance(one, AnalysisRequest)]
    assert sorted(sent) == sorted(ids)
    with container(calm_stack) as documents:
        assert {documents.read_item(one, api.user)["rescues"] for one in ids} == {1}


def test_an_unreadable_document_does_not_stop_the_others(
    calm_stack: Stack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck(calm_stack, api, cvFilename=["no text"])
    readable = stuck(calm_stack, api)
    outbox = Outbox()
    with settings_of(calm_stack, monkeypatch, RESCUE_QUEUED_AFTER_SECONDS="60"):
        asyncio.run(two_timers_at_once(outbox))
    assert [one.analysis_id for one in outbox.sent if isinstance(one, AnalysisRequest)] == [readable]


def test_it_does_not_give_up_what_a_run_may_be_at_work_on(
    calm_stack: Stack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine, or at a cold start, the first run takes its time before it takes the analysis."""
    lately = stuck(calm_stack, api, queuedAt=to_z(utc_now() - timedelta(seconds=5)), rescues=3)
    long_ago = stuck(calm_stack, api, rescues=3)
    with settings_of(calm_stack, monkeypatch, RESCUE_QUEUED_AFTER_SECONDS="2"):
        asyncio.run(two_timers_at_once(Outbox()))
    with container(calm_stack) as documents:
        ended = [documents.read_item(one, api.user)["status"] for one in (lately, long_ago)]
    assert ended == ["queued", "failed"]


def test_what_waits_in_a_long_backlog_does_not_hide_what_is_lost(
    calm_stack: Stack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = stuck(calm_stack, api, queuedAt=to_z(utc_now()))
    with container(calm_stack) as documents:
        stored = documents.read_item(waiting, api.user)
        for number in range(120):
            documents.upsert_item(stored | {"id": f"analysis-waiting-{number}"})
    lost = stuck(calm_stack, api)
    outbox = Outbox()
    with settings_of(calm_stack, monkeypatch, RESCUE_QUEUED_AFTER_SECONDS="60"):
        asyncio.run(two_timers_at_once(outbox))
    assert [one.analysis_id for one in outbox.sent if isinstance(one, AnalysisRequest)] == [lost]


def test_a_look_meets_only_what_is_in_flight(
    calm_stack: Stack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However much there is that has ended."""
    ended = {stuck(calm_stack, api, status="completed", completedAt=LONG_AGO) for _ in range(3)}
    waiting = stuck(calm_stack, api)
    seen: list[dict[str, Any]] = []

    class Seen(CosmosStore):
        async def query(self, *given: Any, **named: Any) -> Any:
            async for row in super().query(*given, **named):
                seen.append(row)
                yield row

    async def look() -> None:
        async with closing(Seen()) as store:
            await rescue(store, cast(WorkQueue, Outbox()))

    with settings_of(calm_stack, monkeypatch, RESCUE_QUEUED_AFTER_SECONDS="60"):
        asyncio.run(look())
    ids = {row["id"] for row in seen}
    assert waiting in ids
    assert not ids & ended
