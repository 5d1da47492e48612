"""Which stores a command works on, and what it says when it cannot."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from devstack.stack import ROOT, Stack
from operations.connections import use_settings
from tests.operations.conftest import Run
from tests.operations.stored import count

SOMEONE = "user-00000000-0000-4000-8000-000000000000"
LOCAL = '{"Values": {"COSMOS": "from-file", "AzureWebJobsStorage": "from-file", "RESCUE_MAX_ATTEMPTS": "7"}}'


@pytest.fixture
def folder(tmp_path: Path, run_with: object) -> Path:
    """With a local.settings.json; ``run_with`` restores the environment."""
    (tmp_path / "local.settings.json").write_text(LOCAL, "utf-8")
    for name in ("COSMOS", "AzureWebJobsStorage", "RESCUE_MAX_ATTEMPTS"):
        os.environ.pop(name, None)
    return tmp_path


def test_the_local_file_is_used_where_the_environment_names_no_store(folder: Path) -> None:
    use_settings(folder)
    found = {name: os.environ.get(name) for name in ("COSMOS", "AzureWebJobsStorage", "RESCUE_MAX_ATTEMPTS")}
    assert found == {"COSMOS": "from-file", "AzureWebJobsStorage": "from-file", "RESCUE_MAX_ATTEMPTS": "7"}


@pytest.mark.parametrize("name", ["COSMOS", "COSMOS__accountEndpoint", "AzureWebJobsStorage__accountName"])
def test_the_local_file_never_adds_a_second_store_to_one_of_the_environment(folder: Path, name: str) -> None:
    os.environ[name] = "https://somewhere"
    use_settings(folder)
    assert "from-file" not in os.environ.values()
    assert "RESCUE_MAX_ATTEMPTS" not in os.environ


def test_half_a_configuration_is_refused(run_with: Callable[[Mapping[str, str]], Run]) -> None:
    outcome = run_with({"COSMOS__accountEndpoint": "https://a.documents.azure.com"})("verify-data")
    assert outcome.code == 1
    assert outcome.errors.startswith("AzureWebJobsStorage (connection string), or")


def test_where_a_command_works_is_said_without_the_keys(stack: Stack, run: Run) -> None:
    outcome = run("verify-data", "--user", SOMEONE)
    assert outcome.errors.startswith("Cosmos DB 127.0.0.1:")
    for connection in (stack.cosmos_connection, stack.storage_connection):
        assert connection.split("AccountKey=")[1].split(";")[0] not in outcome.errors


def test_init_leaves_what_is_there(stack: Stack, run: Run) -> None:
    before = count(stack)
    outcome = run("init-cosmos")
    assert (outcome.code, outcome.lines) == (0, ["Database, container and queues are there."])
    assert count(stack) == before


def test_init_with_an_identity_says_what_creates_them_instead(
    run_with: Callable[[Mapping[str, str]], Run],
) -> None:
    azure = {
        "COSMOS__accountEndpoint": "https://a.documents.azure.com",
        "AzureWebJobsStorage__accountName": "a",
    }
    outcome = run_with(azure)("init-cosmos")
    assert outcome.code == 1
    assert "azd provision" in outcome.errors


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (["init-cosmos"], "store"),
        (["user-export", SOMEONE], "database"),
        (["user-erase", SOMEONE, "--yes"], "database"),
        (["verify-data"], "logged in with its data role (docs/runbook.md)"),
        (["requeue-poison"], "queue"),
        (["rescue"], "the role Storage Queue Data Contributor"),
    ],
)
def test_a_store_that_is_away_is_one_clear_line(
    run_with: Callable[[Mapping[str, str]], Run], command: list[str], named: str
) -> None:
    nobody = {
        "COSMOS": "AccountEndpoint=http://127.0.0.1:9/;AccountKey=a2V5;",
        "AzureWebJobsStorage": "AccountName=a;AccountKey=a2V5;QueueEndpoint=http://127.0.0.1:9/a;",
    }
    outcome = run_with(nobody)(*command)
    assert outcome.code == 1
    message = outcome.errors.splitlines()[1:]
    assert len(message) == 1
    assert named in message[0]


def test_it_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "operations", "smoke", "http://127.0.0.1:9"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.startswith("FAIL  app: ")
    assert done.stderr == ""
