"""A document that nobody can read costs itself, not the others: lists, exports, batches, erasure, poison."""

import re
from typing import Any

import pytest

from devstack.stack import Stack
from tests.app.described import assert_as_described, operation_named
from tests.app.stores import container, request_for, send, waiting
from tests.support import CV, JOB, Api, submission, unique, wait_for

CANARY = "Canary Tweetington"


def damage(stack: Stack, api: Api, document_id: str, **changes: Any) -> None:
    """As a defect, or another version, would have left it. ``None`` takes a field away."""
    with container(stack) as documents:
        body = documents.read_item(document_id, api.user) | changes
        documents.upsert_item({name: value for name, value in body.items() if value is not None})


@pytest.fixture
def two(api: Api) -> list[dict[str, Any]]:
    """Two analyses of two CVs and two postings, completed."""
    accepted = [api.submit(submission(unique(CV), unique(JOB))) for _ in range(2)]
    return [api.finished(one["analysisId"]) for one in accepted]


@pytest.mark.parametrize(
    ("kind", "name", "changes"),
    [
        ("analyses", "id", {"cvFilename": [CANARY]}),
        ("analyses", "id", {"status": "lost"}),
        ("cvs", "cvId", {"filename": {"name": CANARY}}),
        ("jobs", "jobId", {"characterCount": CANARY}),
        ("jobs", "jobId", {"sourceType": CANARY}),
    ],
)
def test_a_list_and_an_export_go_on_without_it_and_say_so(
    kind: str, name: str, changes: dict[str, Any], api: Api, stack: Stack, two: list[dict[str, Any]]
) -> None:
    whole, broken = two[0][name], two[1][name]
    damage(stack, api, broken, **changes)
    listed = api.get(f"/api/v1/{kind}?includeTotal=true")
    assert_as_described(operation_named(f"list_{kind}"), listed)
    assert [one["id"] for one in listed.json["items"]] == [whole]
    assert (listed.json["total"], listed.json["unreadable"]) == (2, [broken])
    exported = api.get(f"/api/v1/users/{api.user}/data")
    assert_as_described(operation_named("export_data"), exported)
    assert [one["id"] for one in exported.json[kind]] == [whole]
    assert exported.json["unreadable"] == [broken]
    lines = [line for line in stack.log("host").read_text("utf-8").splitlines() if broken in line]
    assert any('"document.unreadable"' in line for line in lines)
    assert not any(CANARY in line for line in lines)
    assert api.delete(f"/api/v1/{kind}/{broken}").status == 204
    assert "unreadable" not in api.get(f"/api/v1/{kind}").json


@pytest.mark.parametrize("changes", [{"type": "letter"}, {"type": None}, {"type": ["cv"]}, {"createdAt": 5}])
def test_an_export_names_what_is_of_no_kind_or_no_time(
    changes: dict[str, Any], api: Api, stack: Stack, two: list[dict[str, Any]]
) -> None:
    broken = two[0]["id"]
    damage(stack, api, broken, **changes)
    exported = api.get(f"/api/v1/users/{api.user}/data")
    assert exported.status == 200
    assert two[1]["id"] in [one["id"] for one in exported.json["analyses"]]
    if "type" in changes:
        assert exported.json["unreadable"] == [broken]
    assert api.delete(f"/api/v1/users/{api.user}/data").status == 200
    assert api.get(f"/api/v1/users/{api.user}/data").json["cvs"] == []


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_lead_past_it(order: str, api: Api, stack: Stack) -> None:
    ids = [api.post("/api/v1/cvs", {"filename": "cv.md", "content": unique(CV)}).json["id"] for _ in range(6)]
    for broken in ids[1:4]:
        damage(stack, api, broken, filename=[CANARY])
    seen, unreadable, cursor = [], [], ""
    for _ in range(9):
        page = api.get(f"/api/v1/cvs?limit=2&order={order}{cursor}").json
        seen += [one["id"] for one in page["items"]]
        unreadable += page.get("unreadable", [])
        if page["nextCursor"] is None:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert sorted(seen) == sorted([ids[0], *ids[4:]])
    assert sorted(unreadable) == sorted(ids[1:4])


def test_a_time_that_is_none_at_a_pages_end_leads_to_a_page_and_not_to_a_refusal(
    api: Api, stack: Stack, two: list[dict[str, Any]]
) -> None:
    damage(stack, api, two[0]["id"], createdAt=["long ago"])
    cursor = ""
    for _ in range(5):
        page = api.get(f"/api/v1/analyses?limit=1&order=asc{cursor}")
        assert page.status == 200
        if page.json["nextCursor"] is None:
            break
        cursor = f"&cursor={page.json['nextCursor']}"
    assert page.json["nextCursor"] is None


def test_an_entry_of_a_batch_that_meets_it_fails_by_itself(
    api: Api, stack: Stack, two: list[dict[str, Any]]
) -> None:
    broken, whole = two
    damage(stack, api, broken["id"], cvFilename=[CANARY])
    body = {"cvId": broken["cvId"], "jobs": [{"jobId": broken["jobId"]}, {"jobId": whole["jobId"]}]}
    answer = api.post("/api/v1/analyze/batch", body)
    assert answer.status == 202
    assert_as_described(operation_named("analyze_batch"), answer)
    first, second = answer.json["items"]
    assert first["error"]["code"] == "unreadable_document"
    assert CANARY not in answer.body.decode()
    assert api.finished(second["analysisId"])["status"] == "completed"
    assert api.delete(f"/api/v1/analyses/{broken['id']}").status == 204
    again = api.submit({"cvId": broken["cvId"], "jobId": broken["jobId"]})
    assert api.finished(again["analysisId"])["status"] == "completed"


@pytest.mark.parametrize("status", ["queued", "processing"])
def test_what_is_damaged_in_flight_is_erased_as_well(
    status: str, api: Api, stack: Stack, two: list[dict[str, Any]]
) -> None:
    damage(stack, api, two[0]["id"], status=status, cvId=["no", "id"], jobId={"no": "id"})
    assert api.delete(f"/api/v1/users/{api.user}/data").status == 200
    assert api.get(f"/api/v1/users/{api.user}/data").json["analyses"] == []


def test_a_poisoned_message_of_it_ends_it(api: Api, stack: Stack, two: list[dict[str, Any]]) -> None:
    """Else its message would come back for as long as the queue keeps it."""
    broken = two[0]
    damage(stack, api, broken["id"], status="queued", cvFilename=[CANARY])
    send(stack, request_for({**broken, "analysisId": broken["id"]}, api.user))

    def status() -> Any:
        with container(stack) as documents:
            return documents.read_item(broken["id"], api.user)["status"] == "failed"

    wait_for(status, seconds=40)
    wait_for(lambda: waiting(stack, "analysis-requests-poison") == 0)
    log = stack.log("host").read_text("utf-8")
    assert re.search(f"analysis.failed.*{broken['id']}.*processing_failed", log)
    assert not any(CANARY in line for line in log.splitlines())


def test_one_without_its_status_can_be_asked_for_and_deleted(
    api: Api, stack: Stack, two: list[dict[str, Any]]
) -> None:
    broken = two[0]
    damage(stack, api, broken["id"], status=None)
    both = {name: broken[name] for name in ("cvId", "jobId")}
    assert api.post("/api/v1/analyze", both, headers={"Prefer": "wait=1"}).status == 202
    assert api.delete(f"/api/v1/analyses/{broken['id']}").status == 204
