"""`user-export` and `user-erase`, on the stores behind the app."""

import json
import stat
from pathlib import Path

from devstack.stack import Stack
from tests.operations.conftest import Run
from tests.operations.stored import pair, put
from tests.support import Api


def test_an_export_is_what_the_api_gives(api: Api, run: Run, tmp_path: Path) -> None:
    analysis = api.finished(api.submit()["analysisId"])
    out = tmp_path / "export.json"
    outcome = run("user-export", api.user.upper().replace("USER", "user"), "--out", str(out))
    assert outcome.code == 0, outcome
    exported = json.loads(out.read_text("utf-8"))
    over_http = api.get(f"/api/v1/users/{api.user}/data").json
    del exported["exportedAt"], over_http["exportedAt"]
    assert exported == over_http
    assert exported["analyses"][0]["id"] == analysis["id"]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600

    again = run("user-export", api.user, "--out", str(out))
    assert again.code == 1
    assert "Name a new one" in again.errors


def test_a_damaged_document_is_exported_as_it_lies_there(stack: Stack, api: Api, run: Run) -> None:
    cv, job = pair(api.user)
    cv["characterCount"] = "many"
    unknown = {"id": "letter-1", "userId": api.user, "type": "letter"}
    put(stack, cv, job, unknown)
    outcome = run("user-export", api.user)
    assert outcome.code == 0
    exported = json.loads(outcome.text)
    assert [one["id"] for one in exported["damaged"]] == ["letter-1", cv["id"]]
    assert [one["id"] for one in exported["jobs"]] == [job["id"]]
    assert "2 documents are damaged" in outcome.errors
    run("user-erase", api.user, "--yes")


def test_an_erasure_asks_first_and_then_leaves_nothing(api: Api, run: Run) -> None:
    api.finished(api.submit()["analysisId"])
    asked = run("user-erase", api.user)
    assert asked.code == 1
    assert asked.lines[0] == "1 CVs, 1 jobs and 1 analyses would be erased."
    assert api.get("/api/v1/cvs").json["items"]

    done = run("user-erase", api.user, "--yes")
    assert (done.code, done.lines) == (0, ["1 CVs, 1 jobs and 1 analyses were erased."])
    data = api.get(f"/api/v1/users/{api.user}/data").json
    assert [data["cvs"], data["jobs"], data["analyses"]] == [[], [], []]


def test_an_id_that_is_none_is_refused_without_being_repeated(run: Run) -> None:
    outcome = run("user-erase", "Kim.Sample@example.org", "--yes")
    assert outcome.code == 2
    assert "Kim" not in outcome.errors
    assert "UUID of version 4" in outcome.errors
