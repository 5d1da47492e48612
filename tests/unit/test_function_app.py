"""What the worker reports of the app, and what of the repository has to agree with it."""

import json
import subprocess
import sys
import tomllib

import pytest

from devstack.host.schemas import check_metadata
from devstack.initialise import DEFINITION
from shared.cosmos import CONTAINER, DATABASE
from shared.settings import forget_settings, max_dequeue_count
from shared.version import VERSION
from tests.support import ROOT

REPORT = """
import asyncio, json
from pathlib import Path
from devstack.host.worker import Worker
functions = asyncio.run(Worker(Path.cwd(), 60).index())
print(json.dumps([[one.name, [one.trigger, *one.outputs]] for one in functions]))
"""


@pytest.fixture(scope="module")
def reported() -> dict[str, list[dict[str, object]]]:
    done = subprocess.run(
        [sys.executable, "-c", REPORT], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_every_binding_is_as_documented(reported: dict[str, list[dict[str, object]]]) -> None:
    assert len(reported) >= 9
    for name, bindings in reported.items():
        assert check_metadata(name, [json.dumps(binding) for binding in bindings]) == []


def test_the_run_has_one_queue_trigger_and_one_cosmos_output(
    reported: dict[str, list[dict[str, object]]],
) -> None:
    trigger, output = reported["run_analysis"]
    assert (trigger["type"], trigger["queueName"]) == ("queueTrigger", "analysis-requests")
    assert (output["type"], output["connection"]) == ("cosmosDB", "COSMOS")
    definition = json.loads(DEFINITION.read_text(encoding="utf-8"))
    assert (output["databaseName"], output["containerName"]) == (DATABASE, CONTAINER)
    assert (definition["databaseId"], definition["container"]["id"]) == (DATABASE, CONTAINER)
    assert definition["container"]["partitionKey"]["paths"] == ["/userId"]


def test_the_catch_all_of_the_api_is_tried_last(reported: dict[str, list[dict[str, object]]]) -> None:
    routes = {name: str(bindings[0].get("route")) for name, bindings in reported.items()}
    under_api = sorted(name for name, route in routes.items() if route.startswith("api/"))
    assert [name for name in under_api if "*" in routes[name]] == under_api[-1:]


def test_importing_the_app_loads_no_heavy_package() -> None:
    code = (
        "import sys, function_app; print([m for m in ('openai', 'azure.cosmos', 'azure.storage', 'aiohttp',"
        " 'azure.identity', 'pypdfium2', 'pypdfium2_raw') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_app_reads_no_setting() -> None:
    code = "import function_app"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={"PATH": ""}, check=True)


def test_the_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_the_apps_deliveries_are_the_triggers(monkeypatch: pytest.MonkeyPatch) -> None:
    host = json.loads((ROOT / "host.json").read_text(encoding="utf-8"))
    forget_settings()
    assert max_dequeue_count() == host["extensions"]["queues"]["maxDequeueCount"]
    monkeypatch.setenv("AzureFunctionsJobHost__extensions__queues__maxDequeueCount", "7")
    forget_settings()
    assert max_dequeue_count() == 7
    monkeypatch.undo()
    forget_settings()


def test_committed_settings_hold_the_emulators_public_keys_only() -> None:
    settings = json.loads((ROOT / "local.settings.json").read_text(encoding="utf-8"))
    for name in ("COSMOS", "AzureWebJobsStorage"):
        assert "127.0.0.1" in settings["Values"][name]
    assert not any("OPENAI" in name and "KEY" in name for name in settings["Values"])
