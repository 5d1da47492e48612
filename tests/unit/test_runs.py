"""A run against a store that fails at each of its steps, and around its lease: nothing is lost or doubled."""

import gc
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import pytest

from shared import settings
from shared.clock import utc_now
from shared.documents import AnalysisDocument, CvDocument, JobDocument, Run, Tombstone
from shared.store import Json, StoreUnavailable
from shared.use_cases import run as running
from shared.use_cases.run import Delivery, RunFailed, run_analysis
from shared.work_queue import AnalysisRequest
from tests.support import CV, JOB

USER = "user-00000000-0000-4000-8000-000000000000"
REQUEST = AnalysisRequest(user_id=USER, analysis_id="analysis-1", cv_id="cv-1", job_id="job-1")
FIRST = Delivery("message-1", 1, last=False)


class Shelf:
    """A store in memory that fails on request: ``fail`` names operations and how often each fails."""

    def __init__(self, **fail: int) -> None:
        self.fail = {name.replace("_", "."): times for name, times in fail.items()}
        self.before: dict[str, Any] = {}
        self.calls: list[str] = []
        text: dict[str, Any] = {"content_hash": "x", "character_count": 1, "file_size": 1, "user_id": USER}
        self.documents: dict[str, Json] = {
            "cv-1": CvDocument(id="cv-1", filename="cv.md", content=CV, **text).to_json(),
            "job-1": JobDocument(id="job-1", content=JOB, **text).to_json(),
        }
        self.put(
            AnalysisDocument(id="analysis-1", user_id=USER, cv_id="cv-1", job_id="job-1", cv_filename="cv.md")
        )

    def put(self, document: Any) -> None:
        self.documents[document.id] = document.to_json()

    @property
    def analysis(self) -> AnalysisDocument:
        return AnalysisDocument.model_validate(self.documents["analysis-1"])

    def _meet(self, operation: str) -> None:
        self.calls.append(operation)
        if operation in self.before and self.calls.count(operation) == self.before[operation][0]:
            self.before[operation][1]()
        if self.fail.get(operation, 0) > 0:
            self.fail[operation] -= 1
            raise StoreUnavailable

    async def query(
        self,
        user_id: str | None,
        text: str,
        parameters: Mapping[str, object],
        *,
        operation: str,
        page_size: int = 100,
    ) -> AsyncIterator[Json]:
        self._meet(operation)
        for value in parameters.values():
            if value in self.documents:
                yield dict(self.documents[str(value)])

    async def patch(
        self, user_id: str, document_id: str, changes: Json, *, condition: str, operation: str
    ) -> Json | None:
        assert len(changes) <= 10
        self._meet(operation)
        document = self.documents.get(document_id)
        held = (document or {}).get("status")
        if document is None or f"c.status = '{held}'" not in condition:
            return None
        document.update(changes)
        return document


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "AZURE_OPENAI_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    settings.forget_settings()
    monkeypatch.setattr(running, "STORE_PATIENCE_SECONDS", 1.2)
    monkeypatch.setattr(running, "REPLICA_SECONDS", 0.0)


async def go(shelf: Shelf, delivery: Delivery = FIRST) -> list[Json]:
    return await run_analysis(REQUEST, delivery, shelf)  # type: ignore[arg-type]


async def test_a_run_reads_twice_patches_once_and_returns_its_documents() -> None:
    shelf = Shelf()
    outputs = await go(shelf)
    assert shelf.calls == ["run.read", "run.take", "run.read"]
    assert [one["id"] for one in outputs] == ["cv-1", "job-1", "analysis-1"]
    assert outputs[-1]["status"] == "completed"
    assert shelf.analysis.status == "processing"
    assert shelf.analysis.result is not None


async def test_a_run_that_was_enqueued_again_while_it_started_waited_for_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    shelf = Shelf()
    shelf.put(shelf.analysis.model_copy(update={"queued_at": utc_now() + timedelta(seconds=5)}))
    with caplog.at_level("INFO", "cv_checker"):
        await go(shelf)
    assert '"queueWaitMs":0' in caplog.text


async def test_what_was_parsed_before_is_not_written_again() -> None:
    shelf = Shelf()
    for one in await go(shelf):
        shelf.documents[one["id"]] = one
    shelf.documents["analysis-1"]["status"] = "queued"
    assert [one["id"] for one in await go(shelf)] == ["analysis-1"]


async def test_what_was_parsed_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    fresh = await go(shelf)
    cv, job, analysis = fresh
    shelf.documents["cv-1"], shelf.documents["job-1"] = cv, job
    monkeypatch.setattr("shared.matching.engine.read", None)
    monkeypatch.setattr("shared.matching.requirements.read_asking", None)
    assert [one["result"] for one in await go(shelf)] == [analysis["result"]]


@pytest.mark.parametrize(
    "stored",
    [{"digest": "of another text"}, {"skills": 3}],
    ids=("of another text", "of another shape"),
)
async def test_what_was_parsed_from_something_else_is_read_anew(stored: Json) -> None:
    shelf = Shelf()
    cv, job, analysis = await go(shelf)
    shelf.documents["cv-1"] = {**cv, "profile": {**cv["profile"], "skills": [], **stored}}
    shelf.documents["job-1"] = {**job, "requirements": {**job["requirements"], "skills": [], **stored}}
    again = await go(shelf)
    expected = [cv["profile"], job["requirements"], analysis["result"]]
    assert [one.get("profile") or one.get("requirements") or one["result"] for one in again] == expected


async def test_the_tables_of_the_engine_are_no_work_for_the_garbage_collector() -> None:
    await go(Shelf())
    tables = gc.get_freeze_count()
    assert tables > 100_000
    await go(Shelf())
    assert gc.get_freeze_count() <= tables


@pytest.mark.parametrize("operation", ["run_read", "run_take"])
async def test_a_short_outage_costs_no_delivery(operation: str) -> None:
    outputs = await go(Shelf(**{operation: 1}))
    assert outputs[-1]["status"] == "completed"


@pytest.mark.parametrize("operation", ["run_read", "run_take"])
async def test_a_long_outage_leaves_the_message_to_the_next_delivery(operation: str) -> None:
    with pytest.raises(RunFailed, match="store_unavailable"):
        await go(Shelf(**{operation: 100}))


@pytest.mark.parametrize(("status", "looks"), [("completed", 1), ("failed", 2)])
async def test_what_has_ended_is_left_alone_and_waited_for_only_where_it_may_have_been_queued_again(
    status: str, looks: int
) -> None:
    shelf = Shelf()
    shelf.documents["analysis-1"]["status"] = status
    assert await go(shelf) == []
    assert shelf.calls == ["run.read"] * looks


@pytest.mark.parametrize("before", ["nothing", "failed", "tombstone"])
async def test_a_message_that_is_faster_than_a_replica_is_not_dropped(before: str) -> None:
    """What another instance wrote before it sent the message may be seen a moment after it."""
    shelf = Shelf()
    queued = shelf.analysis
    if before == "nothing":
        del shelf.documents["analysis-1"]
    elif before == "failed":
        shelf.put(queued.model_copy(update={"status": "failed"}))
    else:
        shelf.put(Tombstone(id="analysis-1", user_id=USER))
    shelf.before["run.read"] = (2, lambda: shelf.put(queued))
    assert (await go(shelf))[-1]["status"] == "completed"


@pytest.mark.parametrize("name", ["cv_id", "job_id"])
async def test_a_message_that_names_other_texts_than_the_analysis_changes_nothing(name: str) -> None:
    shelf = Shelf()
    forged = REQUEST.model_copy(update={name: "another"})
    assert await run_analysis(forged, FIRST, shelf) == []  # type: ignore[arg-type]
    assert shelf.analysis.status == "queued"


@pytest.mark.parametrize(
    ("message", "seconds", "taken"),
    [("message-1", 60, True), ("message-2", 60, False), ("message-2", -1, True)],
    ids=["the same message again", "a duplicate", "a duplicate after the lease"],
)
async def test_only_a_redelivery_or_an_ended_lease_is_taken_over(
    message: str, seconds: int, taken: bool
) -> None:
    shelf = Shelf()
    lease = Run(id="run-0", message_id="message-1", lease_until=utc_now() + timedelta(seconds=seconds))
    shelf.put(shelf.analysis.model_copy(update={"status": "processing", "run": lease, "attempts": 1}))
    outputs = await go(shelf, Delivery(message, 2, last=False))
    assert bool(outputs) is taken
    if taken:
        assert outputs[-1]["attempts"] == 2


async def test_a_redelivery_to_a_process_that_slept_leaves_the_run_that_goes_on_there_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf, redelivered = Shelf(), []

    async def refine(baseline: Any, *_: Any) -> Any:
        redelivered.append(await go(shelf, Delivery("message-1", 2, last=False)))
        return baseline

    monkeypatch.setattr(running, "_refine", refine)
    outputs = await go(shelf)
    assert redelivered == [[]]
    assert outputs[-1]["status"] == "completed"
    assert outputs[-1]["attempts"] == 1


@pytest.mark.parametrize("missing", ["cv", "job"])
async def test_a_deleted_source_fails_the_analysis(missing: str) -> None:
    shelf = Shelf()
    shelf.put(Tombstone(id=f"{missing}-1", user_id=USER))
    assert await go(shelf) == []
    assert shelf.analysis.error is not None
    assert shelf.analysis.error.code == f"{missing}_deleted"


async def test_an_analysis_deleted_during_the_run_is_not_written() -> None:
    shelf = Shelf()
    shelf.before["run.read"] = (2, lambda: shelf.put(Tombstone(id="analysis-1", user_id=USER)))
    assert await go(shelf) == []


async def test_a_cv_deleted_during_the_run_is_not_written() -> None:
    shelf = Shelf()
    shelf.before["run.read"] = (2, lambda: shelf.put(Tombstone(id="cv-1", user_id=USER)))
    assert [one["id"] for one in await go(shelf)] == ["job-1", "analysis-1"]


async def test_a_title_given_during_the_run_is_not_taken_back() -> None:
    shelf = Shelf()
    shelf.before["run.read"] = (2, lambda: shelf.documents["job-1"].update(title="Sign writer"))
    _, job, _ = await go(shelf)
    assert job["title"] == "Sign writer"
    assert job["requirements"] is not None


async def test_a_run_that_lost_its_analysis_to_another_writes_nothing() -> None:
    shelf = Shelf()

    def taken_over() -> None:
        shelf.documents["analysis-1"]["run"]["id"] = "another"

    shelf.before["run.read"] = (2, taken_over)
    assert await go(shelf) == []


async def test_a_run_ends_itself_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "run_limit_seconds", lambda: 0.2)
    with pytest.raises(RunFailed, match="run_limit_exceeded"):
        await go(Shelf(run_read=100))
