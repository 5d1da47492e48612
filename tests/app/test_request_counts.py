"""How many requests to Cosmos DB each operation costs, counted where they arrive."""

import contextlib
import json
import time
import uuid
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from azure.cosmos.exceptions import CosmosResourceNotFoundError

from devstack.stack import Stack
from shared.cosmos import CosmosStore
from shared.store import rows
from tests.app.in_process import closing, settings_of
from tests.app.stores import container, waiting
from tests.support import CV, JOB, Api, submission, unique, wait_for


class Wire:
    """What arrived at the Cosmos server for one user since the last look."""

    def __init__(self, stack: Stack, user: str) -> None:
        self._stack, self._user = stack, user
        self._seen = stack.log("cosmos").stat().st_size

    def look(self) -> Counter[str]:
        marker = uuid.uuid4().hex
        with container(self._stack) as documents, contextlib.suppress(CosmosResourceNotFoundError):
            documents.read_item("marker", marker)  # the log is written in order: what came before it is there
        lines = wait_for(lambda: self._lines_up_to(marker))
        return Counter(line["operation"] for line in lines if line["partition"] == self._user)

    def _lines_up_to(self, marker: str) -> list[dict[str, Any]] | None:
        with self._stack.log("cosmos").open("rb") as log:
            log.seek(self._seen)
            text = log.read()
        end = text.find(b"\n", text.find(marker.encode())) + 1
        if marker.encode() not in text or not end:
            return None
        self._seen += end
        return [
            json.loads(line[15:]) for line in text[:end].splitlines() if line.startswith(b"cosmos request ")
        ]


@pytest.fixture
def wire(stack: Stack, api: Api) -> Wire:
    return Wire(stack, api.user)


def counted(wire: Wire, action: Callable[[], Any]) -> tuple[Any, Counter[str]]:
    wire.look()
    return action(), wire.look()


async def test_every_page_of_a_query_tells_its_charge(
    api: Api, stack: Stack, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        api.post("/api/v1/cvs", {"filename": "cv.md", "content": unique(CV)})
    text, parameters = "SELECT c.id FROM c WHERE c.userId = @userId", {"@userId": api.user}
    with settings_of(stack, monkeypatch), caplog.at_level("INFO", "cv_checker"):
        async with closing(CosmosStore()) as store:
            found = await rows(store.query(api.user, text, parameters, operation="paged", page_size=2))
    lines = [json.loads(record.message) for record in caplog.records if '"paged"' in record.message]
    assert (len(found), sum(line["requests"] for line in lines)) == (5, 3)
    assert all(line["requestCharge"] > 0 for line in lines)


def finished(api: Api, body: dict[str, Any]) -> dict[str, Any]:
    return api.finished(api.submit(body)["analysisId"])


def test_a_new_submission_costs_one_query_and_three_creates_and_its_run_two_reads_and_a_patch(
    api: Api, wire: Wire
) -> None:
    accepted = api.submit(submission(unique(CV), unique(JOB)))

    def ended() -> Counter[str] | None:
        total.update(wire.look())
        return total if total["upsert"] >= 3 else None

    total: Counter[str] = Counter()
    wait_for(ended)
    submit = Counter(query=1, create=3)
    run = total - submit
    assert submit <= total
    # The run: what it needs, the patch that starts it, a look whether it is still wanted, and CV (with its profile),
    # job (with its requirements) and analysis through the binding.
    assert run["patch"] == 1
    assert run["upsert"] == 3
    assert run["query"] == 2  # each reads all three documents
    assert set(run) == {"query", "patch", "upsert"}
    assert api.finished(accepted["analysisId"])["status"] == "completed"


def test_a_submission_of_stored_texts_creates_the_analysis_only(api: Api, wire: Wire) -> None:
    body = submission(unique(CV), unique(JOB))
    first = finished(api, body)
    answer, costs = counted(
        wire,
        lambda: api.post("/api/v1/analyze", {"cvId": first["cvId"], "jobId": first["jobId"], "force": True}),
    )
    assert answer.status == 202
    assert costs["create"] == 1
    assert costs["query"] >= 1


def test_a_completed_analysis_asked_for_again_costs_two_and_no_message(
    api: Api, wire: Wire, stack: Stack
) -> None:
    body = submission(unique(CV), unique(JOB))
    finished(api, body)
    answer, costs = counted(wire, lambda: api.post("/api/v1/analyze", body))
    assert answer.status == 200
    assert costs.total() <= 4
    assert costs == Counter(query=1, read=1)
    assert waiting(stack) == 0


@pytest.mark.parametrize(
    ("path", "costs"),
    [
        ("/api/v1/analyses/{id}", Counter(read=1)),
        ("/api/v1/cvs/{cvId}", Counter(read=1)),
        ("/api/v1/jobs/{jobId}", Counter(read=1)),
        ("/api/v1/analyses", Counter(query=1)),
        ("/api/v1/analyses?cvId={cvId}&status=completed&minScore=0&sortBy=overallScore", Counter(query=1)),
        ("/api/v1/analyses?ids={id}", Counter(query=1)),
        ("/api/v1/analyses?includeTotal=true", Counter(query=2)),
        ("/api/v1/cvs", Counter(query=1)),
        ("/api/v1/jobs?sourceType=manual", Counter(query=1)),
        ("/api/v1/users/{userId}/data", Counter(query=1)),
        ("/api/v1/health/live", Counter()),
    ],
)
def test_a_read_costs_one_request(path: str, costs: Counter[str], api: Api, wire: Wire) -> None:
    analysis = finished(api, submission(unique(CV), unique(JOB)))
    answer, seen = counted(wire, lambda: api.get(path.format(**analysis)))
    assert answer.status == 200
    assert seen == costs


def test_an_unchanged_analysis_costs_one_read_and_an_impossible_id_none(api: Api, wire: Wire) -> None:
    analysis = finished(api, submission(unique(CV), unique(JOB)))
    path = f"/api/v1/analyses/{analysis['id']}"
    etag = api.get(path).headers["etag"]
    answer, costs = counted(wire, lambda: api.get(path, headers={"If-None-Match": etag}))
    assert (answer.status, costs) == (304, Counter(read=1))
    answer, costs = counted(wire, lambda: api.get("/api/v1/analyses/no%20id"))
    assert (answer.status, costs) == (404, Counter())


def test_a_batch_costs_one_query_and_one_create_for_each_document(api: Api, wire: Wire) -> None:
    jobs = [{"content": unique(JOB)} for _ in range(5)]
    body = {"cv": {"filename": "cv.md", "content": unique(CV)}, "jobs": jobs}
    answer, costs = counted(wire, lambda: api.post("/api/v1/analyze/batch", body))
    assert answer.status == 202
    assert (costs["query"] >= 1, costs["create"]) == (True, 1 + 5 + 5)


def test_waiting_costs_at_most_one_read_a_second(api: Api, wire: Wire, stack: Stack) -> None:
    analysis = finished(api, submission(unique(CV), unique(JOB)))
    with container(stack) as documents:  # in flight, with a lease that nobody takes over meanwhile
        body = documents.read_item(analysis["id"], api.user)
        run = {"id": "r", "messageId": "m", "leaseUntil": _in_an_hour()}
        documents.upsert_item(body | {"status": "processing", "startedAt": body["createdAt"], "run": run})
    started = time.monotonic()
    answer, costs = counted(
        wire, lambda: api.get(f"/api/v1/analyses/{analysis['id']}", headers={"Prefer": "wait=6"})
    )
    waited = time.monotonic() - started
    assert answer.json["status"] == "processing"
    assert 5.5 < waited < 9
    assert 3 <= costs["read"] <= 1 + 6
    assert set(costs) == {"read"}


def _in_an_hour() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime(time.time() + 3600))
