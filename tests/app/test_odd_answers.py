"""A store that answers what is no answer of its own: 503 with Retry-After, and nothing is taken for stored."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import azure.functions as func
import pytest

import function_app
from devstack.connections import cosmos_port, storage_ports
from devstack.stack import Stack
from shared import settings
from shared.api import analyses, cvs, operations, users
from shared.cosmos import document_store
from shared.http import Handler, respond
from shared.work_queue import QueueUnavailable, work_queue
from tests.app.proxy import Odd, Proxy, is_write, proxy_before
from tests.app.stores import container
from tests.support import CV, JOB, Api, submission, unique

JSON = {"Content-Type": "application/json", "x-ms-request-charge": "1"}
PAGE = b"<html><body>Sign in to the network</body></html>"
COSMOS = {
    "nothing": Odd(200, b"", JSON),
    "a page": Odd(200, PAGE, {"Content-Type": "text/html"}),
    "a page that is called json": Odd(200, PAGE, JSON),
    "a page that says 404": Odd(404, PAGE, {"Content-Type": "text/html"}),
    "a page that says 400": Odd(400, PAGE, {"Content-Type": "text/html"}),
    "half of it": Odd(200, b'{"id": "x", "Documents": [{"id"', JSON),
    "a list": Odd(200, b"[]", JSON),
    "another object": Odd(200, b'{"status": "ok"}', JSON),
    "null": Odd(200, b"null", JSON),
    "no UTF-8": Odd(200, b'{"id": "\xff\xfe"}', JSON),
    "what does not unpack": Odd(200, b"no gzip", JSON | {"Content-Encoding": "gzip"}),
    "a charge that is no number": Odd(200, b"{}", JSON | {"x-ms-request-charge": "dear"}),
    "somewhere else": Odd(302, b"", {"Location": "http://127.0.0.1:9/"}),
    "not modified": Odd(304),
    "proxy authentication": Odd(407),
    "a status that the database does not have": Odd(421),
}
QUEUE = {
    "nothing": Odd(201),
    "a page": Odd(200, PAGE, {"Content-Type": "text/html"}),
    "no message": Odd(201, b"<QueueMessagesList/>", {"Content-Type": "application/xml"}),
    "a message without an id": Odd(
        201,
        b"<QueueMessagesList><QueueMessage/></QueueMessagesList>",
        {"Content-Type": "application/xml"},
    ),
    "another document": Odd(201, b"<html></html>", {"Content-Type": "application/xml"}),
    "json": Odd(201, b"{}", {"Content-Type": "application/json"}),
    "no UTF-8": Odd(201, b"\xff\xfe<", {"Content-Type": "application/xml"}),
    "what does not unpack": Odd(201, b"no gzip", {"Content-Encoding": "gzip"}),
}


@dataclass
class Behind:
    """The app in this process, with its stores behind proxies; ``before`` was there before these lied."""

    cosmos: Proxy
    queue: Proxy
    user: str
    before: dict[str, Any]

    async def answer(
        self, handler: Handler, method: str, body: Any = None, *, wait: int = 0, **path: str
    ) -> func.HttpResponse:
        request = func.HttpRequest(
            method,
            "http://app/",
            headers={"X-User-Id": self.user, "Prefer": f"wait={wait}"},
            route_params=path,
            body=b"" if body is None else json.dumps(body).encode(),
        )
        return await respond(request, handler)

    async def every_answer(self) -> dict[str, func.HttpResponse]:
        """Of the operations that need the database."""
        one, answer = self.before["analysisId"], self.answer
        both = {"cvId": self.before["cvId"], "jobId": self.before["jobId"]}
        text = {"filename": "cv.md", "content": unique(CV)}
        return {
            "read": await answer(analyses.get_analysis, "GET", id=one),
            "list": await answer(analyses.list_analyses, "GET"),
            "submit": await answer(analyses.analyze, "POST", submission(unique(CV))),
            "the same": await answer(analyses.analyze, "POST", both),
            "forced": await answer(analyses.analyze, "POST", both | {"force": True}),
            "store a CV": await answer(cvs.create_cv, "POST", text),
            "export": await answer(users.export_data, "GET", userId=self.user),
            "delete": await answer(analyses.delete_analysis, "DELETE", id=one),
            "health": await answer(operations.health, "GET"),
        }


@pytest.fixture
async def app(stack: Stack, api: Api, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Behind]:
    before = api.submit(submission(unique(CV), JOB))
    cosmos_at, queue_at = cosmos_port(stack.cosmos_connection), storage_ports(stack.storage_connection)[1]
    with proxy_before(cosmos_at) as cosmos, proxy_before(queue_at) as queue:
        monkeypatch.setenv("COSMOS", stack.cosmos_connection.replace(f":{cosmos_at}", f":{cosmos.port}"))
        monkeypatch.setenv(
            "AzureWebJobsStorage", stack.storage_connection.replace(f":{queue_at}", f":{queue.port}")
        )
        _forget()
        behind = Behind(cosmos, queue, api.user, before)
        assert (await behind.answer(analyses.list_analyses, "GET")).status_code == 200
        yield behind
        for client in (document_store()._client, work_queue()._client):
            if client is not None:
                await client.close()
    _forget()


def _forget() -> None:
    settings.forget_settings()
    document_store.cache_clear()
    work_queue.cache_clear()


@pytest.mark.parametrize("odd", COSMOS.values(), ids=COSMOS)
async def test_what_is_no_answer_of_the_database_is_a_database_that_is_away(app: Behind, odd: Odd) -> None:
    app.cosmos.answer = odd
    for name, answer in (await app.every_answer()).items():
        assert answer.status_code == 503, name
        assert int(answer.headers["Retry-After"]) > 0, name
    app.cosmos.answer = None
    assert (await app.answer(analyses.get_analysis, "GET", id=app.before["analysisId"])).status_code == 200


@pytest.mark.parametrize(
    "odd",
    [Odd(200), *(COSMOS[name] for name in ("a page", "another object", "somewhere else", "not modified"))],
)
async def test_a_write_that_nobody_confirmed_is_not_accepted(app: Behind, odd: Odd) -> None:
    app.cosmos.answer, app.cosmos.only = odd, is_write
    answer = await app.answer(cvs.create_cv, "POST", {"filename": "cv.md", "content": unique(CV)})
    assert (answer.status_code, app.cosmos.told > 0) == (503, True)
    answer = await app.answer(analyses.delete_analysis, "DELETE", id=app.before["analysisId"])
    assert (answer.status_code, app.cosmos.told > 1) == (503, True)


async def test_the_first_answer_of_all_may_be_odd_too(app: Behind) -> None:
    for name in ("nothing", "a page", "a list", "not modified"):
        document_store()._loop = None  # as a process that has just started
        app.cosmos.answer = COSMOS[name]
        assert (await app.answer(analyses.list_analyses, "GET")).status_code == 503, name


@pytest.mark.parametrize("odd", QUEUE.values(), ids=QUEUE)
async def test_what_is_no_answer_of_the_queue_is_a_queue_that_is_away(app: Behind, odd: Odd) -> None:
    app.queue.answer = odd
    answer = await app.answer(analyses.analyze, "POST", submission(unique(CV)))
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (503, True)
    assert (await app.answer(operations.health, "GET")).status_code == 503
    with suppress(QueueUnavailable):  # what the timer asks; any other exception would be a defect
        await work_queue().oldest_visible()


async def test_a_queue_that_stumbles_once_is_asked_again(app: Behind) -> None:
    app.queue.answer, app.queue.only = Odd(503), lambda *_: app.queue.told == 0
    answer = await app.answer(analyses.analyze, "POST", submission(unique(CV)))
    assert (answer.status_code, app.queue.told) == (202, 1)


async def test_a_forced_run_that_could_not_be_queued_is_not_run_beside_the_one_asked_for_next(
    app: Behind, api: Api
) -> None:
    texts = submission(unique(CV), force=True)
    app.queue.answer = Odd(500)
    assert (await app.answer(analyses.analyze, "POST", texts)).status_code == 503
    app.queue.answer = None
    accepted = json.loads((await app.answer(analyses.analyze, "POST", texts)).get_body())
    assert await _are_left(api, accepted["cvId"], [accepted["analysisId"]])


@pytest.mark.parametrize("late", [2.0, 0.6], ids=["before it is queued", "while it is confirmed"])
async def test_what_was_forced_by_a_request_that_ran_out_of_time_is_withdrawn(
    app: Behind, api: Api, late: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    cv_id = app.before["cvId"]
    body = {"cvId": cv_id, "jobs": [{"jobId": app.before["jobId"]}, {"content": unique(JOB)}], "force": True}
    api.finished(app.before["analysisId"])
    monkeypatch.setattr("shared.http.DEADLINE_SECONDS", 0.5)
    app.queue.late = late
    answer = await app.answer(analyses.analyze_batch, "POST", body)
    assert (answer.status_code, b"took too long" in answer.get_body()) == (503, True)
    app.queue.late = 0.0
    await asyncio.sleep(late + 0.5)  # the queue has it by now
    assert await _are_left(api, cv_id, [app.before["analysisId"]])


async def test_what_was_forced_while_the_database_went_away_is_withdrawn_when_it_is_back(
    app: Behind, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.cosmos.REQUEST_SECONDS", 0.6)
    both = {"cvId": app.before["cvId"], "jobId": app.before["jobId"], "force": True}
    api.finished(app.before["analysisId"])
    app.cosmos.only, app.cosmos.late = is_write, 1.0
    assert (await app.answer(analyses.analyze, "POST", both)).status_code == 503
    app.cosmos.late = 0.0
    await asyncio.sleep(1.0)  # what was not confirmed is stored by now
    assert await _are_left(api, app.before["cvId"], [app.before["analysisId"]])


async def _are_left(api: Api, cv_id: str, expected: list[str]) -> bool:
    for _ in range(100):
        await asyncio.sleep(0.1)
        listed = api.get(f"/api/v1/analyses?cvId={cv_id}").json["items"]
        if [one["id"] for one in listed] == expected:
            return True
    return False


async def test_what_was_accepted_is_no_refusal_because_nobody_can_look(app: Behind) -> None:
    app.cosmos.answer, app.cosmos.only = Odd(503), lambda method, _: method == "GET"
    answer = await app.answer(analyses.analyze, "POST", submission(unique(CV)), wait=2)
    assert (answer.status_code, app.cosmos.told > 0) == (202, True)
    assert "analysisId" in json.loads(answer.get_body())


async def test_who_takes_along_or_erases_much_is_given_the_time_that_it_takes(
    app: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.http.DEADLINE_SECONDS", 0.1)
    app.cosmos.late = 0.15
    assert (await app.answer(analyses.list_analyses, "GET")).status_code == 503
    served = {one.get_function_name(): one.get_user_function() for one in function_app.app.get_functions()}
    for name, method, status in (
        ("export_data", "GET", 200),
        ("delete_cv", "DELETE", 204),
        ("delete_job", "DELETE", 204),
        ("erase_data", "DELETE", 200),
    ):
        path = {"userId": app.user, "id": app.before["jobId" if name == "delete_job" else "cvId"]}
        request = func.HttpRequest(
            method, "http://app/", headers={"X-User-Id": app.user}, route_params=path, body=b""
        )
        assert (await served[name](request)).status_code == status, name


async def test_what_was_accepted_is_no_refusal_because_the_last_look_takes_too_long(
    app: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.http.DEADLINE_SECONDS", 3.0)
    monkeypatch.setattr("shared.cosmos.REQUEST_SECONDS", 20.0)
    of_documents = "x-ms-documentdb-partitionkey"
    app.cosmos.late, app.cosmos.only = 6.0, lambda method, sent: method == "GET" and of_documents in sent
    answer = await app.answer(analyses.analyze, "POST", submission(unique(CV)), wait=1)
    assert (answer.status_code, "analysisId" in json.loads(answer.get_body())) == (202, True)


async def test_what_was_accepted_is_no_refusal_because_the_process_stood_still(
    app: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def frozen(*_: Any, **__: Any) -> None:
        time.sleep(2.0)
        await asyncio.sleep(1)

    monkeypatch.setattr("shared.http.DEADLINE_SECONDS", 0.9)
    monkeypatch.setattr("shared.api.analyses.history.wait_for_analysis", frozen)
    answer = await app.answer(analyses.analyze, "POST", submission(unique(CV), force=True), wait=1)
    assert (answer.status_code, "analysisId" in json.loads(answer.get_body())) == (202, True)


async def test_retries_that_could_not_be_queued_leave_what_was_there_and_none_of_them_is_accepted(
    app: Behind, api: Api, stack: Stack
) -> None:
    analysis_id = app.before["analysisId"]
    api.finished(analysis_id)
    with container(stack) as documents:
        body = documents.read_item(analysis_id, app.user)
        body["result"]["degraded"] = True
        documents.upsert_item(body)
    app.queue.answer = Odd(500)
    before = api.get(app.before["statusUrl"]).json
    at_once = [app.answer(analyses.retry_analysis, "POST", id=analysis_id) for _ in range(2)]
    at_once.append(app.answer(analyses.analyze, "POST", {name: before[name] for name in ("cvId", "jobId")}))
    assert [one.status_code for one in await asyncio.gather(*at_once)] == [503] * 3
    assert api.get(app.before["statusUrl"]).json == before
    app.queue.answer = None
    assert (await app.answer(analyses.retry_analysis, "POST", id=analysis_id)).status_code == 202
    assert api.finished(analysis_id)["degraded"] is False
