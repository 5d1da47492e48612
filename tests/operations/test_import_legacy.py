"""`import-legacy`: the old service's documents and its page's history come over once, damaged ones are named."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, PartitionKey

from devstack.stack import Stack
from tests.app.described import assert_as_described, operation_named
from tests.app.stores import container
from tests.operations import old_service
from tests.operations.conftest import Run
from tests.operations.old_service import SECRET, as_lines, damaged, history_of, old_documents
from tests.support import ROOT, Api

type Json = dict[str, Any]


@pytest.fixture
def old_container(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[ContainerProxy]:
    """The old service's own, beside the new one: another partition key, another database."""
    monkeypatch.setenv("LEGACY_COSMOS", stack.cosmos_connection)
    with CosmosClient.from_connection_string(stack.cosmos_connection) as client:
        database = client.create_database("cv-analyzer")
        yield database.create_container("documents", PartitionKey(path="/user_id"))
        client.delete_database("cv-analyzer")


def stored(stack: Stack, user: str) -> dict[str, Json]:
    """Everything of the user as it lies in the container, ETags and times of writing included."""
    with container(stack) as documents:
        found = documents.query_items(
            "SELECT * FROM c WHERE c.userId = @user",
            parameters=[{"name": "@user", "value": user}],
            partition_key=user,
        )
        return {row["id"]: dict(row) for row in found}


def counts(lines: list[str]) -> dict[str, list[int]]:
    """Imported, already there and damaged by kind."""
    table = [line.split() for line in lines if line.startswith(("CVs", "jobs", "analyses ", "others"))]
    return {name: [int(number) for number in numbers] for name, *numbers in table if numbers[0].isdigit()}


def test_a_container_of_500_documents_with_5_per_cent_damaged_comes_over_once(
    stack: Stack, api: Api, run: Run, old_container: ContainerProxy
) -> None:
    whole = [
        *old_documents(166),
        {**old_documents(1)[1], "id": "cv_more"},
        {**old_documents(1)[2], "id": "job_more"},
    ]
    documents, bad = damaged(whole, 0.05)
    assert (len(documents), len(bad)) == (500, 25)
    for document in documents:
        old_container.create_item(document)
    arguments = ("import-legacy", "--user", api.user, "--container", "cv-analyzer/documents")

    looked = run(*arguments, "--dry-run")
    assert stored(stack, api.user) == {}
    first = run(*arguments)
    assert counts(looked.lines) == counts(first.lines)
    reported = {line.split()[2].rstrip(":") for line in first.lines if line.startswith("damaged")}
    assert reported == bad
    assert first.code == looked.code == 1
    numbers = counts(first.lines)
    assert sum(sum(row) for row in numbers.values()) == 500
    assert sum(row[2] for row in numbers.values()) == 25
    assert SECRET not in first.text + first.errors + looked.text

    # Every good one is there over HTTP, as it was.
    data = api.get(f"/api/v1/users/{api.user}/data").json
    good = [document for document in whole if document["id"] not in bad]
    texts = {
        "cvs": {document["content"] for document in good if document["type"] == "cv"},
        "jobs": {document["job_description"] for document in good if document["type"] == "job"},
    }
    for plural, expected in texts.items():
        assert {one["content"] for one in data[plural]} == expected
    analyses = [document for document in good if document["type"] == "analysis"]
    assert {(one["createdAt"], one["overallScore"]) for one in data["analyses"]} == {
        (f"{document['created_at']}Z", document["overall_score"]) for document in analyses
    }
    assert {one["engine"]["version"] for one in data["analyses"]} == {"legacy"}
    for one in (data["cvs"][0], data["cvs"][-1]):
        assert one | api.get(f"/api/v1/cvs/{one['id']}").json == one
    page = api.get("/api/v1/analyses?limit=50&sortBy=overallScore&includeTotal=true").json
    assert page["total"] == len(analyses)

    before = stored(stack, api.user)
    second = run(*arguments)
    assert stored(stack, api.user) == before  # no document was written again: every ETag is the same
    assert [row[0] for row in counts(second.lines).values()] == [0, 0, 0, 0]
    assert [row[1] for row in counts(second.lines).values()] == [row[0] + row[1] for row in numbers.values()]
    assert run("verify-data", "--user", api.user).code == 0


def test_an_imported_analysis_keeps_its_date_and_does_not_stand_in_for_a_new_one(
    api: Api, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "old.json"
    file.write_text(json.dumps(old_documents(1)), "utf-8")
    outcome = run("import-legacy", str(file), "--user", api.user)
    assert outcome.code == 0, outcome
    (summary,) = api.get("/api/v1/analyses").json["items"]
    path = f"/api/v1/analyses/{summary['id']}"
    answer = api.get(path)
    assert_as_described(operation_named("get_analysis"), answer)
    analysis = answer.json
    assert analysis["createdAt"] == analysis["completedAt"] == "2025-03-01T08:00:00.000000Z"
    assert (analysis["cvFilename"], analysis["jobTitle"]) == ("cv 0.pdf", "Rigger 0")
    assert analysis["grade"] == "poor"
    assert [(one["skill"], one["verdict"]) for one in analysis["skillMatches"]] == [
        ("Rigging", "met"),
        ("Welding", "met"),
    ]
    assert [one["priority"] for one in analysis["recommendations"]] == ["medium", "high"]
    again = api.finished(api.submit({"cvId": analysis["cvId"], "jobId": analysis["jobId"]})["analysisId"])
    assert again["id"] != analysis["id"]
    assert again["engine"]["version"] != "legacy"


@pytest.mark.parametrize("wrap", [json.dumps, lambda list_: json.dumps(json.dumps(list_)), as_lines])
def test_history_and_database_meet_in_the_same_documents(
    stack: Stack, api: Api, run: Run, tmp_path: Path, wrap: Any
) -> None:
    documents = old_documents(4, with_repeats=2)
    database, history = tmp_path / "database.jsonl", tmp_path / "history.json"
    database.write_text("\ufeff" + as_lines(documents), "utf-8")
    history.write_text(wrap(history_of(documents)), "utf-8")

    first = run("import-legacy", str(history), "--user", api.user)
    assert first.code == 0, first
    assert counts(first.lines) == {"CVs": [2, 2, 0], "jobs": [4, 0, 0], "analyses": [4, 0, 0]}
    before = stored(stack, api.user)
    second = run("import-legacy", str(database), "--user", api.user)
    assert counts(second.lines) == {"CVs": [0, 4, 0], "jobs": [0, 4, 0], "analyses": [0, 4, 0]}
    assert stored(stack, api.user) == before


def test_a_history_without_texts_is_kept_as_if_they_had_been_deleted(
    api: Api, run: Run, tmp_path: Path
) -> None:
    entry = {
        "id": 1740000000000,
        "timestamp": 1740000000000,
        "cvFilename": "mine.pdf",
        "jobTitle": "Rigger",
        "result": {"overall_score": 61.25, "strengths": None},
    }
    file = tmp_path / "history.json"
    file.write_text(json.dumps([entry]), "utf-8")
    outcome = run("import-legacy", str(file), "--user", api.user)
    assert outcome.code == 0, outcome
    assert "1 analyses came without their CV or job" in outcome.text
    (summary,) = api.get("/api/v1/analyses").json["items"]
    assert summary["createdAt"] == "2025-02-19T21:20:00.000000Z"
    assert (summary["cvFilename"], summary["overallScore"]) == ("mine.pdf", 61.2)
    assert api.get(f"/api/v1/cvs/{summary['cvId']}").status == 404
    assert run("verify-data", "--user", api.user).code == 0


@pytest.mark.parametrize(
    ("kind", "way"), [(kind, way) for kind, ways in old_service.DAMAGE.items() for way in range(len(ways))]
)
def test_each_damage_leaves_out_that_document_alone(
    api: Api, run: Run, tmp_path: Path, kind: str, way: int
) -> None:
    documents = [
        old_service.DAMAGE[kind][way](document) if document["type"] == kind else document
        for document in old_documents(1)
    ]
    file = tmp_path / "old.jsonl"
    file.write_text(as_lines(documents), "utf-8")
    outcome = run("import-legacy", str(file), "--user", api.user, "--dry-run")
    assert outcome.code == 1
    (line,) = [line for line in outcome.lines if line.startswith("damaged")]
    assert f" {kind}_0: " in line
    assert sum(row[0] for row in counts(outcome.lines).values()) == 2
    assert SECRET not in outcome.text + outcome.errors


def test_a_line_that_is_no_json_does_not_stop_the_others(api: Api, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.jsonl"
    good = as_lines(old_documents(1)).encode()
    file.write_bytes(good + b'{"type": "cv", "content": "cut of\n\xff\xfe\n[]\n' + b"[" * 100_000 + b"\n")
    outcome = run("import-legacy", str(file), "--user", api.user)
    assert outcome.code == 1
    assert counts(outcome.lines) == {
        "CVs": [1, 0, 0],
        "jobs": [1, 0, 0],
        "analyses": [1, 0, 0],
        "others": [0, 0, 4],
    }
    assert "damaged document number 4: it is not JSON in UTF-8" in outcome.lines


def test_a_text_that_no_encoding_can_carry_is_damaged(api: Api, run: Run, tmp_path: Path) -> None:
    documents = old_documents(1)
    documents[0]["gaps"] = ["\ud800"]
    file = tmp_path / "old.jsonl"
    file.write_text(as_lines(documents), "utf-8")
    outcome = run("import-legacy", str(file), "--user", api.user)
    assert "damaged analysis analysis_0: gaps.0 string_unicode" in outcome.lines


@pytest.mark.parametrize("content", ["", "null", "{}", '"text"', "[1, 2"])
def test_a_file_that_is_neither_list_nor_lines_imports_nothing(
    stack: Stack, api: Api, run: Run, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "old.json"
    file.write_text(content, "utf-8")
    outcome = run("import-legacy", str(file), "--user", api.user)
    assert outcome.code == 1, outcome
    assert stored(stack, api.user) == {}


def test_the_new_services_own_documents_are_not_taken_for_old_ones(
    api: Api, run: Run, stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Api(stack.url)
    other.finished(other.submit()["analysisId"])
    monkeypatch.setenv("LEGACY_COSMOS", stack.cosmos_connection)
    outcome = run("import-legacy", "--user", api.user, "--container", "cv-checker-db/cv-checker-data")
    assert outcome.code == 1
    assert stored(stack, api.user) == {}


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (None, "LEGACY_COSMOS (connection string) or"),
        ("nonsense", "LEGACY_COSMOS must be a connection string"),
        ("the new one", "The old container does not answer as it should (404)."),
    ],
)
def test_an_old_container_that_is_not_there_is_one_clear_line(
    stack: Stack, api: Api, run: Run, monkeypatch: pytest.MonkeyPatch, setting: str | None, said: str
) -> None:
    if setting:
        value = stack.cosmos_connection if setting == "the new one" else setting
        monkeypatch.setenv("LEGACY_COSMOS", value)
    outcome = run("import-legacy", "--user", api.user, "--container", "no/where")
    assert (outcome.code, outcome.lines) == (1, [])
    assert outcome.errors.splitlines()[-1].startswith(said)


def test_an_import_that_loses_the_store_says_to_run_it_again(
    run_with: Callable[[Mapping[str, str]], Run], api: Api, tmp_path: Path
) -> None:
    nobody = {
        "COSMOS": "AccountEndpoint=http://127.0.0.1:9/;AccountKey=a2V5;",
        "AzureWebJobsStorage": "UseDevelopmentStorage=true",
    }
    file = tmp_path / "old.json"
    file.write_text(json.dumps(old_documents(1)), "utf-8")
    outcome = run_with(nobody)("import-legacy", str(file), "--user", api.user)
    assert outcome.code == 1
    assert "Run the same command again" in outcome.errors.splitlines()[-1]


def test_the_shapes_of_the_documentation_are_those_that_are_understood(
    api: Api, run: Run, tmp_path: Path
) -> None:
    text = (ROOT / "docs/migration.md").read_text("utf-8")
    documents, history = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    file = tmp_path / "old.json"
    for example, expected in (
        (documents, {"CVs": [1, 0, 0], "jobs": [1, 0, 0], "analyses": [1, 0, 0]}),
        (history, {"CVs": [0, 1, 0], "jobs": [0, 1, 0], "analyses": [1, 0, 0]}),
    ):
        file.write_text(example, "utf-8")
        outcome = run("import-legacy", str(file), "--user", api.user)
        assert counts(outcome.lines) == expected
    assert [one["overallScore"] for one in api.get("/api/v1/analyses").json["items"]] == [72.5, 72.5]
    (job,) = api.get("/api/v1/jobs").json["items"]
    assert (job["title"], job["company"], job["sourceType"]) == ("Rigger", "Sample Stages", "url")
