"""A run is stopped between its steps, the user deletes over HTTP, the run goes on: nothing comes back.

The run is the app's own, on the stack's Cosmos DB, in this process, so that each step can be held.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import pytest

from devstack.stack import Stack
from shared.clock import to_z, utc_now
from shared.cosmos import CosmosStore
from shared.documents import AnalysisDocument, CvDocument, Tombstone
from shared.errors import NotFound
from shared.store import Json, StoreUnavailable
from shared.use_cases.erase import delete_analysis, delete_source, erase_user
from shared.use_cases.keep import NewCv, NewJob
from shared.use_cases.purge import purge
from shared.use_cases.run import Delivery, run_analysis
from shared.use_cases.submit import Trace, submit
from shared.work_queue import AnalysisRequest, PurgeRequest, QueueUnavailable
from tests.app.in_process import Outbox, closing, settings_of
from tests.app.stores import container, send
from tests.support import CV, JOB, Answer, Api, submission, unique, wait_for

STEPS = (
    "before the run",
    "after its first read",
    "after its patch",
    "after its last read",
    "after its writes",
)
DELETES: dict[str, Callable[[Api, AnalysisRequest], Answer]] = {
    "analysis": lambda api, run: api.delete(f"/api/v1/analyses/{run.analysis_id}"),
    "cv": lambda api, run: api.delete(f"/api/v1/cvs/{run.cv_id}?cascade=true"),
    "job": lambda api, run: api.delete(f"/api/v1/jobs/{run.job_id}?cascade=true"),
    "user": lambda api, run: api.delete(f"/api/v1/users/{api.user}/data"),
}


class HeldStore(CosmosStore):
    """Calls ``reached`` with the name of the step that has just been done."""

    def __init__(self, reached: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._reached, self._reads = reached, 0

    async def query(self, *given: Any, **named: Any) -> AsyncIterator[Json]:
        found = [row async for row in super().query(*given, **named)]
        self._reads += 1
        await self._reached(STEPS[1] if self._reads == 1 else STEPS[3])
        for row in found:
            yield row

    async def patch(
        self, user_id: str, document_id: str, changes: Json, *, condition: str, operation: str
    ) -> Json | None:
        body = await super().patch(user_id, document_id, changes, condition=condition, operation=operation)
        await self._reached(STEPS[2])
        return body


@pytest.fixture
def in_process(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with settings_of(stack, monkeypatch):
        yield


async def run_and_delete_at(
    step: str, api: Api, texts: Mapping[str, Any], delete: Callable[[AnalysisRequest], Awaitable[Answer]]
) -> tuple[AnalysisRequest, Answer]:
    """The run's request, and what the delete answered."""
    outbox = Outbox()
    cv = NewCv("cv.md", texts["cv"]["content"], file_size=100)
    async with closing(CosmosStore()) as store, closing(HeldStore(lambda step: reached(step))) as held:
        job = NewJob(texts["job"]["content"])
        await submit(store, outbox, api.user, cv, job, force=False, trace=Trace("test"))
        (request,) = outbox.sent
        assert isinstance(request, AnalysisRequest)
        answers: list[asyncio.Task[Answer]] = []

        async def reached(now: str) -> None:
            if now != step or answers:
                return
            answers.append(asyncio.ensure_future(delete(request)))
            if (
                step == STEPS[3]
            ):  # the run has seen that it is wanted; the delete waits for what it may still write
                async with asyncio.timeout(20):
                    while await _stands(store, request):
                        await asyncio.sleep(0.05)
            else:
                await answers[0]

        await reached(STEPS[0])
        for document in await run_analysis(request, Delivery("message", 1, last=False), held):
            await store.upsert(document, operation="binding")
        await reached(STEPS[4])
        return request, await answers[0]


async def _stands(store: CosmosStore, run: AnalysisRequest) -> bool:
    document = await store.read(run.user_id, run.analysis_id, operation="test")
    return document is not None and document["type"] == "analysis"


def standing(stack: Stack, user: str) -> set[str]:
    """Ids of what is there and no tombstone."""
    with container(stack) as documents:
        rows = list(documents.query_items("SELECT c.id, c.type FROM c", partition_key=user))
    return {row["id"] for row in rows if row["type"] != "tombstone"}


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(
    ("step", "what"),
    [*((step, what) for step in STEPS for what in ("analysis", "user")), (STEPS[2], "cv"), (STEPS[3], "job")],
)
def test_what_is_deleted_at_any_step_never_comes_back(step: str, what: str, api: Api, stack: Stack) -> None:
    texts = submission(unique(CV), unique(JOB))

    async def delete(run: AnalysisRequest) -> Answer:
        return await asyncio.to_thread(DELETES[what], api, run)

    request, answer = asyncio.run(run_and_delete_at(step, api, texts, delete))
    assert answer.status in (200, 204)
    kept = {
        "analysis": {request.cv_id, request.job_id},
        "cv": {request.job_id},
        "job": {request.cv_id},
        "user": set(),
    }
    assert standing(stack, api.user) == kept[what]
    assert api.get(f"/api/v1/analyses/{request.analysis_id}").status == 404

    again = api.submit(texts)
    assert api.finished(again["analysisId"])["status"] == "completed"
    assert standing(stack, api.user) >= {again["analysisId"], again["cvId"], again["jobId"]}
    with container(stack) as documents:
        rows = list(documents.query_items("SELECT c.id, c.type FROM c", partition_key=api.user))
    entombed = [row["id"] for row in rows if row["type"] == "tombstone"]
    send(stack, {"version": 1, "kind": "purge", "userId": api.user, "documentIds": entombed})
    wait_for(lambda: not _has_tombstones(stack, api.user))
    analysis = api.get(again["statusUrl"])
    assert analysis.json["status"] == "completed"
    assert standing(stack, api.user) == kept[what] | {again["analysisId"], again["cvId"], again["jobId"]}


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("then", ["cv and job", "everything"])
async def test_what_is_deleted_after_its_analysis_does_not_come_back_either(then: str, api: Api) -> None:
    """The run had read that all was there, and its binding writes when the user has deleted one by one."""
    outbox = Outbox()
    async with closing(CosmosStore()) as store:
        cv, job = NewCv("cv.md", unique(CV), file_size=100), NewJob(unique(JOB))
        await submit(store, outbox, api.user, cv, job, force=False, trace=Trace("test"))
        (request,) = outbox.sent
        assert isinstance(request, AnalysisRequest)
        late = await run_analysis(request, Delivery("message", 1, last=False), store)
        assert {one["id"] for one in late} == {request.analysis_id, request.cv_id, request.job_id}

        await delete_analysis(store, outbox, api.user, request.analysis_id)
        if then == "everything":
            assert (await erase_user(store, outbox, api.user)) == {"cvs": 1, "jobs": 1, "analyses": 0}
        else:
            await delete_source(store, outbox, api.user, request.cv_id, "cv", cascade=False)
            await delete_source(store, outbox, api.user, request.job_id, "job", cascade=True)
        for document in late:
            await store.upsert(document, operation="binding")
        for sent in outbox.sent[1:]:
            assert isinstance(sent, PurgeRequest)
            await purge(store, sent)
    exported = api.get(f"/api/v1/users/{api.user}/data").json
    assert [exported[kind] for kind in ("cvs", "jobs", "analyses")] == [[], [], []]


def _has_tombstones(stack: Stack, user: str) -> bool:
    with container(stack) as documents:
        query = "SELECT c.id FROM c WHERE c.type = 'tombstone'"
        return bool(list(documents.query_items(query, partition_key=user)))


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("step", STEPS[1:4])
def test_asking_again_while_the_first_run_is_still_in_flight_completes_and_stays(step: str, api: Api) -> None:
    texts = submission(unique(CV), unique(JOB))
    again: list[str] = []

    async def delete(run: AnalysisRequest) -> Answer:
        answer = await asyncio.to_thread(api.delete, f"/api/v1/users/{api.user}/data")
        accepted = await asyncio.to_thread(api.submit, texts)
        again.append(accepted["analysisId"])
        await asyncio.to_thread(api.finished, accepted["analysisId"])
        return answer

    request, _ = asyncio.run(run_and_delete_at(step, api, texts, delete))
    assert again[0] != request.analysis_id
    assert api.get(f"/api/v1/analyses/{again[0]}").json["status"] == "completed"
    assert [one["id"] for one in api.get("/api/v1/analyses").json["items"]] == again


@pytest.mark.usefixtures("in_process")
async def test_asking_again_after_a_deletion_under_a_run_makes_one_analysis_however_often_it_is_asked(
    api: Api,
) -> None:
    texts, outbox = submission(unique(CV), unique(JOB)), Outbox()

    async def deleted() -> str:
        """An analysis whose message is under way."""
        cv = NewCv("cv.md", texts["cv"]["content"], file_size=100)
        async with closing(CosmosStore()) as store:
            job = NewJob(texts["job"]["content"])
            submitted = await submit(store, outbox, api.user, cv, job, force=False, trace=Trace("test"))
        path = f"/api/v1/cvs/{submitted.analysis.cv_id}?cascade=true"
        assert (await asyncio.to_thread(api.delete, path)).status == 204
        return submitted.analysis.id

    gone = {await deleted(), await deleted()}
    asked = await asyncio.gather(*(asyncio.to_thread(api.post, "/api/v1/analyze", texts) for _ in range(8)))
    assert {answer.status for answer in asked} <= {200, 202}
    (again,) = {answer.json.get("analysisId") or answer.json["id"] for answer in asked}
    assert again not in gone
    assert (await asyncio.to_thread(api.finished, again))["attempts"] == 1
    assert api.post("/api/v1/analyze", texts).json["id"] == again
    kept = api.get(f"/api/v1/users/{api.user}/data").json
    assert [len(kept[kind]) for kind in ("cvs", "jobs", "analyses")] == [1, 1, 1]


class Faulty(CosmosStore):
    """Is away, once, for writes of what is in ``refused``; ``before_delete`` is done before a delete, once."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: set[str] = set()
        self.before_delete: Json | None = None

    def _refuse(self, document_id: str) -> None:
        if document_id in self.refused:
            self.refused.remove(document_id)
            raise StoreUnavailable

    async def upsert(self, document: Json, *, operation: str) -> None:
        self._refuse(document["id"])
        await super().upsert(document, operation=operation)

    async def delete(
        self, user_id: str, document_id: str, *, operation: str, etag: str | None = None
    ) -> bool:
        self._refuse(document_id)
        late, self.before_delete = self.before_delete, None
        if late is not None:
            await super().upsert(late, operation="binding")
        return await super().delete(user_id, document_id, operation=operation, etag=etag)


class FullOutbox(Outbox):
    """Takes no purge the first time."""

    full = True

    async def send(self, request: AnalysisRequest | PurgeRequest, *, delay_seconds: int = 0) -> None:
        if isinstance(request, PurgeRequest) and self.full:
            self.full = False
            raise QueueUnavailable
        await super().send(request, delay_seconds=delay_seconds)


async def _delete(what: str, store: CosmosStore, outbox: Outbox, run: AnalysisRequest) -> None:
    user = run.user_id
    match what:
        case "analysis":
            await delete_analysis(store, outbox, user, run.analysis_id)
        case "cv":
            await delete_source(store, outbox, user, run.cv_id, "cv", cascade=True)
        case _:
            await erase_user(store, outbox, user)


@pytest.fixture
async def faulty(in_process: None, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Faulty]:
    monkeypatch.setattr("shared.use_cases.erase._SETTLE_DELAYS", (0.0,))
    async with closing(Faulty()) as store:
        yield store


async def _begun(store: CosmosStore, outbox: Outbox, api: Api, texts: Mapping[str, Any]) -> AnalysisRequest:
    cv, job = NewCv("cv.md", texts["cv"]["content"], file_size=100), NewJob(texts["job"]["content"])
    await submit(store, outbox, api.user, cv, job, force=False, trace=Trace("test"))
    (request,) = outbox.sent
    assert isinstance(request, AnalysisRequest)
    return request


async def test_what_a_binding_writes_after_the_delete_has_answered_is_gone_before_the_purge(
    faulty: Faulty, api: Api, stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.use_cases.erase._LATE_DELAYS", (0.3,))
    outbox = Outbox()
    run = await _begun(faulty, outbox, api, submission(unique(CV), unique(JOB)))
    late = await run_analysis(run, Delivery("message", 1, last=False), faulty)
    await erase_user(faulty, outbox, api.user)
    for document in late:
        await faulty.upsert(document, operation="binding")
    assert len(standing(stack, api.user)) == 3
    async with asyncio.timeout(5):
        while standing(stack, api.user):
            await asyncio.sleep(0.1)


async def test_a_deletion_that_failed_takes_nothing_that_is_asked_for_again(faulty: Faulty, api: Api) -> None:
    texts, outbox = submission(unique(CV), unique(JOB)), Outbox()
    run = await _begun(faulty, outbox, api, texts)
    faulty.refused = {run.analysis_id}
    with pytest.raises(StoreUnavailable):
        await delete_analysis(faulty, outbox, api.user, run.analysis_id)
    again = await asyncio.to_thread(api.submit, texts)
    await asyncio.to_thread(api.finished, again["analysisId"])
    for sent in outbox.sent[1:]:
        assert isinstance(sent, PurgeRequest)
        await purge(faulty, sent)
    for path in (again["statusUrl"], f"/api/v1/cvs/{again['cvId']}", f"/api/v1/jobs/{again['jobId']}"):
        assert (await asyncio.to_thread(api.get, path)).status == 200


@pytest.mark.parametrize("what", ["analysis", "cv", "user"])
async def test_a_deletion_whose_purge_could_not_be_sent_is_made_good_by_the_next(
    what: str, faulty: Faulty, api: Api, stack: Stack
) -> None:
    outbox = FullOutbox()
    run = await _begun(faulty, outbox, api, submission(unique(CV), unique(JOB)))
    ids = (run.analysis_id, run.cv_id, run.job_id)
    late = [await faulty.read(api.user, one, operation="test") for one in ids]
    with pytest.raises(QueueUnavailable):
        await _delete(what, faulty, outbox, run)
    assert run.analysis_id not in standing(stack, api.user)
    with suppress(NotFound):  # which it is, to whoever reads
        await _delete(what, faulty, outbox, run)
    for document in filter(None, late):
        await faulty.upsert(document, operation="binding")
    for sent in outbox.sent[1:]:
        assert isinstance(sent, PurgeRequest)
        await purge(faulty, sent)
    kept = {"analysis": {run.cv_id, run.job_id}, "cv": {run.job_id}, "user": set()}
    assert standing(stack, api.user) == kept[what]


async def test_a_cascade_that_failed_half_way_is_ended_by_the_next(
    faulty: Faulty, api: Api, stack: Stack
) -> None:
    await faulty.upsert(
        CvDocument.of(api.user, CV, filename="cv.md").to_json() | {"id": "cv-1"}, operation="test"
    )
    ended = {"user_id": api.user, "cv_id": "cv-1", "job_id": "job-1", "cv_filename": "cv.md"}
    for number in range(3):
        analysis = AnalysisDocument(id=f"analysis-{number}", status="completed", attempts=1, **ended)
        await faulty.upsert(analysis.to_json(), operation="test")
    faulty.refused = {"analysis-1"}
    for _ in range(2):
        with suppress(StoreUnavailable):
            await delete_source(faulty, Outbox(), api.user, "cv-1", "cv", cascade=True)
    assert standing(stack, api.user) == set()


@pytest.mark.parametrize("what", ["analysis", "cv", "user"])
async def test_what_is_deleted_while_a_run_begins_does_not_come_back(
    what: str, faulty: Faulty, api: Api, stack: Stack
) -> None:
    """It was not at work when the deletion looked, and writes when that has answered."""
    text = CvDocument.of(api.user, CV, filename="cv.md").to_json() | {"id": "cv-1"}
    run = AnalysisDocument(
        id="analysis-1", user_id=api.user, cv_id="cv-1", job_id="job-1", cv_filename="cv.md", attempts=1
    )
    completed = run.model_copy(update={"status": "completed"}).to_json()
    for document in [text, completed] if what == "analysis" else [text]:
        await faulty.upsert(document, operation="test")
    faulty.before_delete = run.model_copy(update={"status": "processing"}).to_json()
    outbox, request = Outbox(), AnalysisRequest(user_id=api.user, analysis_id=run.id, cv_id="cv-1", job_id="")
    await _delete(what, faulty, outbox, request)
    for document in (text, completed):
        await faulty.upsert(document, operation="binding")
    for sent in outbox.sent:
        assert isinstance(sent, PurgeRequest)
        await purge(faulty, sent)
    assert standing(stack, api.user) == ({"cv-1"} if what == "analysis" else set())


class Busy(CosmosStore):
    """Whenever it looks for what is to go, that user's other browser has just stored something more; the
    second time it has asked the same question anew."""

    later = 0
    anew: tuple[Json, ...] = ()

    async def query(self, user_id: str | None, *arguments: Any, **named: Any) -> AsyncIterator[Json]:
        if user_id and named["operation"] in ("user.documents", "cv.analyses"):
            for document in self.anew if self.later else ():
                await self.upsert(document | {"createdAt": to_z(utc_now())}, operation="test")
            self.later += 1
            more = CvDocument.of(user_id, unique(CV), filename="cv.md").to_json() | {"id": f"cv-{self.later}"}
            await self.upsert(more, operation="test")
        async for row in super().query(user_id, *arguments, **named):
            yield row


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("what", ["cv", "user"])
async def test_what_is_stored_while_it_is_deleted_stays(what: str, api: Api, stack: Stack) -> None:
    text = CvDocument.of(api.user, CV, filename="cv.md").to_json() | {"id": "cv"}
    run = AnalysisDocument(
        id="analysis", user_id=api.user, cv_id="cv", job_id="job", cv_filename="cv.md", attempts=1
    )
    request = AnalysisRequest(user_id=api.user, analysis_id="analysis", cv_id="cv", job_id="job")
    async with closing(Busy()) as store:
        for document in (text, run.model_copy(update={"status": "completed"}).to_json()):
            await store.upsert(document, operation="test")
        store.anew = (text, run.to_json())
        await _delete(what, store, Outbox(), request)
    gone = {"cv-1"} if what == "user" else set()
    assert (
        standing(stack, api.user)
        == {"cv", "analysis", *(f"cv-{number}" for number in range(1, store.later + 1))} - gone
    )


async def test_a_purge_leaves_what_was_deleted_and_created_since(
    faulty: Faulty, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A late write had undone a deletion, the user deleted again, and no run was at work any more."""
    monkeypatch.setattr("shared.use_cases.erase._CLOCK_SECONDS", 0)
    ended = AnalysisDocument(
        id="analysis-1",
        user_id=api.user,
        cv_id="cv-1",
        job_id="job-1",
        cv_filename="cv.md",
        status="completed",
        attempts=1,
    )
    outbox = Outbox()
    for analysis in (ended.model_copy(update={"status": "queued"}), ended):
        await faulty.upsert(analysis.to_json(), operation="test")
        await delete_analysis(faulty, outbox, api.user, "analysis-1")
    (sent,) = outbox.sent
    assert isinstance(sent, PurgeRequest)
    later = Tombstone(id="analysis-1", user_id=api.user)
    for anew in (ended.model_copy(update={"created_at": utc_now()}), later):
        await faulty.upsert(anew.to_json(), operation="test")
        await purge(faulty, sent)
        assert await faulty.read(api.user, "analysis-1", operation="test") is not None


async def test_a_purge_removes_what_is_written_while_it_works(faulty: Faulty, api: Api) -> None:
    text = CvDocument.of(api.user, CV, filename="cv.md").to_json() | {"id": "cv-1"}
    tombstone = Tombstone(id="cv-1", user_id=api.user)
    await faulty.upsert(tombstone.to_json(), operation="test")
    faulty.before_delete = text
    await purge(faulty, PurgeRequest(user_id=api.user, document_ids=["cv-1"], created_before=utc_now()))
    assert await faulty.read(api.user, "cv-1", operation="test") is None
