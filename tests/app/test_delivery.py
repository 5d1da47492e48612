"""The queue delivers at least once, and sometimes nonsense; neither does harm."""

import re
import time
import uuid
from datetime import timedelta
from typing import Any

from devstack.stack import Stack
from shared.clock import to_z, utc_now
from shared.documents import Run, Tombstone
from tests.app.stores import container, request_for, send, waiting
from tests.app.test_headers import lines_of
from tests.support import CV, JOB, Api, new_user, submission, unique, wait_for


def test_one_message_delivered_three_times_makes_one_analysis(api: Api, stack: Stack) -> None:
    accepted = api.submit()
    message = request_for(accepted, api.user)
    for _ in range(2):
        send(stack, message)
    analysis = api.finished(accepted["analysisId"])
    etag = api.get(accepted["statusUrl"]).headers["etag"]
    for _ in range(3):
        send(stack, message)
    later = api.submit(submission(unique(CV)))
    api.finished(later["analysisId"])
    wait_for(lambda: waiting(stack) == 0, seconds=20)
    assert api.get(accepted["statusUrl"]).headers["etag"] == etag
    assert analysis["attempts"] == 1
    assert api.get("/api/v1/analyses?includeTotal=true").json["total"] == 2


def test_what_always_fails_goes_to_poison_and_is_failed_with_a_code(api: Api, stack: Stack) -> None:
    good = api.submit()
    api.finished(good["analysisId"])
    with container(stack) as items:
        broken = items.read_item(good["cvId"], api.user)
        broken["content"] = {"not": "a text"}
        items.upsert_item(broken)
    accepted = api.submit({"cvId": good["cvId"], "job": {"content": unique(JOB)}})
    analysis = api.finished(accepted["analysisId"], seconds=40)
    assert analysis["status"] == "failed"
    assert analysis["error"]["code"] == "processing_failed"
    assert analysis["error"]["retryable"] is True
    assert analysis["overallScore"] is None
    assert "grade" not in analysis
    wait_for(lambda: waiting(stack, "analysis-requests-poison") == 0)


def test_a_message_that_was_poisoned_before_does_not_end_a_run_that_was_started_since(
    api: Api, stack: Stack
) -> None:
    """Its function had marked the analysis failed and was killed, so that the message comes once more."""
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    lease = Run(id="run", message_id="message", lease_until=utc_now() + timedelta(seconds=6))
    with container(stack) as items:
        analysis = items.read_item(accepted["analysisId"], api.user)
        started = {"status": "processing", "queuedAt": to_z(utc_now() + timedelta(seconds=2))}
        items.upsert_item(analysis | started | {"run": lease.to_json()})
    message = request_for(accepted, api.user) | {"correlationId": f"request-of-{accepted['analysisId']}"}
    send(stack, message, name="analysis-requests-poison")
    log = stack.log("host")
    wait_for(lambda: re.search(f"poison.outlived.*{message['correlationId']}", log.read_text("utf-8")))
    assert api.get(accepted["statusUrl"]).json["status"] == "processing"
    assert api.finished(accepted["analysisId"])["status"] == "completed", "the timer finds what stands still"


def test_a_failed_analysis_runs_anew_when_asked_again(api: Api, stack: Stack) -> None:
    first = api.submit()
    api.finished(first["analysisId"])
    with container(stack) as items:
        analysis = items.read_item(first["analysisId"], api.user)
        analysis |= {"status": "failed", "result": None, "overallScore": None}
        items.upsert_item(analysis)
    again = api.submit()
    assert again["analysisId"] == first["analysisId"]
    assert api.finished(again["analysisId"])["status"] == "completed"


def test_garbage_disturbs_nothing(api: Api, stack: Stack) -> None:
    known = {"userId": api.user, "analysisId": "analysis-x", "cvId": "cv-x", "jobId": "job-x"}
    for garbage in (
        "not base64 at all!",
        "bm90IEpTT04=",
        {"version": 99, "kind": "analyse", **known},
        {"version": 1, "kind": "analyse", **known},
        {"version": 1, "kind": "analyse", **known, "userId": new_user()},
        {"version": 1, "kind": "dance"},
        [],
        {},
    ):
        send(stack, garbage)
        if not isinstance(garbage, str):
            send(stack, garbage, name="analysis-requests-poison")
    accepted = api.submit()
    assert api.finished(accepted["analysisId"])["status"] == "completed"
    for name in ("analysis-requests", "analysis-requests-poison"):
        wait_for(lambda name=name: waiting(stack, name) == 0, seconds=40)  # type: ignore[misc]


def test_a_cv_deleted_before_the_run_fails_the_analysis(api: Api, stack: Stack) -> None:
    first = api.submit()
    api.finished(first["analysisId"])
    with container(stack) as items:
        items.delete_item(first["cvId"], api.user)
        analysis = items.read_item(first["analysisId"], api.user)
        analysis |= {"status": "queued", "result": None, "overallScore": None}
        items.upsert_item(analysis)
    send(stack, request_for(first, api.user))
    failed = api.finished(first["analysisId"])
    assert failed["error"] == {"code": "cv_deleted", "message": "The cv was deleted.", "retryable": False}


def test_the_timer_finds_what_lost_its_message_and_says_whose_request_it_was(api: Api, stack: Stack) -> None:
    request_id = uuid.uuid4().hex
    first = api.submit(headers={"X-Request-Id": request_id})
    api.finished(first["analysisId"])
    for status in ("queued", "processing"):
        with container(stack) as items:
            analysis = items.read_item(first["analysisId"], api.user)
            analysis |= {"status": status, "result": None, "overallScore": None, "run": None}
            analysis |= {
                "createdAt": "2026-01-01T00:00:00.000000Z",
                "queuedAt": "2026-01-01T00:00:00.000000Z",
            }
            items.upsert_item(analysis)
        assert api.finished(first["analysisId"], seconds=30)["status"] == "completed"
    rescued = lines_of(stack, f'"analysis.rescued","requestId":"{request_id}"')
    assert [line["analysisId"] for line in rescued] == [first["analysisId"]] * 2


def test_the_timer_gives_up_after_so_many_times(api: Api, stack: Stack) -> None:
    first = api.submit()
    api.finished(first["analysisId"])
    with container(stack) as items:
        analysis = items.read_item(first["analysisId"], api.user)
        analysis |= {"status": "processing", "result": None, "overallScore": None, "run": None, "rescues": 3}
        analysis |= {"createdAt": "2026-01-01T00:00:00.000000Z", "queuedAt": "2026-01-01T00:00:00.000000Z"}
        items.upsert_item(analysis)
    failed = api.finished(first["analysisId"], seconds=30)
    assert (failed["status"], failed["error"]["code"]) == ("failed", "processing_stuck")


def test_a_purge_removes_what_stands_and_nothing_else(api: Api, stack: Stack) -> None:
    kept = api.submit()
    gone = api.submit(submission(unique(CV)))
    for accepted in (kept, gone):
        api.finished(accepted["analysisId"])
    send(
        stack,
        {"version": 1, "kind": "purge", "userId": api.user, "documentIds": [gone["analysisId"], "unknown"]},
    )
    wait_for(lambda: api.get(gone["statusUrl"]).status == 404)
    assert api.get(kept["statusUrl"]).status == 200


def test_a_purge_that_comes_again_keeps_what_was_created_since(api: Api, stack: Stack) -> None:
    accepted = api.submit()
    api.finished(accepted["analysisId"])
    assert api.delete(accepted["statusUrl"]).status == 204
    named = {"userId": api.user, "documentIds": [accepted["analysisId"]]}
    purge = {"version": 1, "kind": "purge", **named, "createdBefore": to_z(utc_now())}
    tombstone = Tombstone(id=accepted["analysisId"], user_id=api.user, created_at=utc_now() - timedelta(1))
    with container(stack) as items:
        items.upsert_item(tombstone.to_json())
    send(stack, purge)
    wait_for(lambda: not _stands(stack, api.user, accepted))

    again = api.submit()
    assert again["analysisId"] == accepted["analysisId"]
    api.finished(again["analysisId"])
    send(stack, purge)
    send(stack, {**purge, "documentIds": []})
    later = api.submit(submission(unique(CV)))
    api.finished(later["analysisId"])
    wait_for(lambda: waiting(stack) == 0)
    assert api.get(again["statusUrl"]).json["status"] == "completed"


def _stands(stack: Stack, user: str, accepted: dict[str, Any]) -> bool:
    with container(stack) as items:
        query = f"SELECT c.id FROM c WHERE c.id = '{accepted['analysisId']}'"
        return bool(list(items.query_items(query, partition_key=user)))


def test_personal_data_reaches_no_log_and_no_queue_message(api: Api, stack: Stack) -> None:
    canaries = ("Canary Tweetington", "canary.tweet@example.com", "Kanarienvogel GmbH", "cv-of-canary.md")
    text = f"{canaries[0]}\n{canaries[1]}\nElectrician at {canaries[2]} since 2015\n{CV}"
    body = {"cv": {"filename": canaries[3], "content": text}, "job": {"content": JOB, "title": canaries[2]}}
    accepted = api.post("/api/v1/analyze", body).json
    api.finished(accepted["analysisId"])
    # A document that cannot be read makes the run fail, and its reason is logged.
    with container(stack) as items:
        broken = items.read_item(accepted["cvId"], api.user)
        items.upsert_item({**broken, "characterCount": canaries[0]})
    failed = api.submit({"cvId": accepted["cvId"], "job": {"content": unique(JOB)}})
    assert api.finished(failed["analysisId"], seconds=40)["status"] == "failed"
    api.call("POST", "/api/v1/analyze", f'{{"{canaries[0]}": "{canaries[1]}"}}'.encode())
    api.get(f"/api/v1/analyses/{canaries[1]}")
    time.sleep(0.5)
    logs = "".join(path.read_text(errors="replace") for path in (stack.state_dir / "logs").glob("*.log"))
    stored = b"".join(
        path.read_bytes() for path in (stack.state_dir / "azurite").rglob("*") if path.is_file()
    ).decode(errors="replace")
    assert "run.completed" in logs
    for canary in canaries:
        assert canary not in logs
        assert canary not in stored
