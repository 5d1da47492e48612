"""The figures of ``docs/cost.md`` that are marked as measured, measured again."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient

from devstack.stack import ROOT, Stack
from shared.cosmos import CONTAINER, DATABASE
from shared.matching import match
from shared.matching.model import _schema_tokens
from shared.matching.prompt import build_prompt
from shared.settings import DEFAULT_MODEL
from tests.infra.parameter_files import INFRA, deploy_with
from tests.support import Api, submission, unique, wait_for

TEXT = (ROOT / "docs/cost.md").read_text("utf-8")
CV = (ROOT / "samples/cvs/intensive-care-nurse.md").read_text("utf-8")
JOB = (ROOT / "samples/jobs/icu-registered-nurse.md").read_text("utf-8")
NEAR = 0.15


def _documented(first_cell: str) -> float:
    """The number in the second column of the row that begins so."""
    (number,) = re.findall(rf"^\| {re.escape(first_cell)}[^|]*\| ([\d.,]+) \|", TEXT, re.MULTILINE)
    return float(number.replace(",", ""))


def _near(measured: float) -> Any:
    return pytest.approx(measured, rel=NEAR)


@pytest.fixture
def container(stack: Stack) -> Iterator[ContainerProxy]:
    with CosmosClient.from_connection_string(stack.cosmos_connection) as client:
        yield client.get_database_client(DATABASE).get_container_client(CONTAINER)


class Charges:
    """What the app logged of its requests to the store since it was asked last, the timer's left out."""

    def __init__(self, stack: Stack) -> None:
        self._log = stack.log("host")
        self._seen = self._log.stat().st_size

    def since(self, operation: str, times: int = 1) -> float:
        """Once an operation of that name was logged so often, the last of a use: the sum in RU."""

        def look() -> list[dict[str, Any]] | None:
            new = self._log.read_bytes()[self._seen :].decode()
            lines = [json.loads(line) for line in re.findall(r'(\{"event":"cosmos".*\})$', new, re.MULTILINE)]
            own = [line for line in lines if not line["operation"].startswith(("rescue.", "tombstone"))]
            return own if sum(line["operation"] == operation for line in own) == times else None

        lines = wait_for(look)
        self._seen = self._log.stat().st_size
        return float(sum(line["requestCharge"] for line in lines))


def _binding(container: ContainerProxy, user: str, ids: list[str]) -> float:
    """RU of writing these documents once more, which is what the output binding does."""
    total = 0.0
    for document_id in ids:
        document = container.read_item(document_id, partition_key=user)
        container.upsert_item(document)
        total += float(container.client_connection.last_response_headers["x-ms-request-charge"])
    return total


@pytest.mark.stack
def test_the_uses_cost_what_the_table_says(stack: Stack, api: Api, container: ContainerProxy) -> None:
    charges = Charges(stack)
    first = api.submit(submission(CV, JOB))
    wait_for(lambda: "completed" in str(_status(container, api.user, first["analysisId"])))
    written = [first["cvId"], first["jobId"], first["analysisId"]]
    binding = _binding(container, api.user, written)
    assert _documented("first analysis") == _near(charges.since("run.read", 2) + binding)
    assert _estimates_of_the_binding() == [_near(binding)] * 4, "in the table and in the queries"

    further = api.submit({"cvId": first["cvId"], "job": {"content": unique(JOB)}})
    wait_for(lambda: "completed" in str(_status(container, api.user, further["analysisId"])))
    ru = charges.since("run.read", 2) + _binding(
        container, api.user, [further["jobId"], further["analysisId"]]
    )
    assert _documented("further analysis") == _near(ru)

    assert api.post("/api/v1/analyze", submission(CV, JOB)).status == 200
    assert _documented("the same pair again") == _near(charges.since("analysis.read"))
    assert api.get(f"/api/v1/analyses/{first['analysisId']}").status == 200
    assert _documented("look at an analysis") == _near(charges.since("analysis.read"))
    assert api.get("/api/v1/analyses").status == 200
    assert _documented("page of a list") == _near(charges.since("analysis.list"))

    for kind, document_id in zip(("CV", "job", "analysis"), written, strict=True):
        document = container.read_item(document_id, partition_key=api.user)
        size = len(json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode())
        assert _documented(kind) == _near(size)

    assert api.delete(f"/api/v1/users/{api.user}/data").status == 200
    assert _documented("erase a user with five documents") == _near(charges.since("user.documents", 2))


def _estimates_of_the_binding() -> list[float]:
    """The table's, then those of the queries, which must show what the app cannot log."""
    queries = "".join(file.read_text("utf-8") for file in sorted((INFRA / "queries").glob("*.kql")))
    found = re.findall(r"(\d+) the output binding", TEXT) + re.findall(
        r"perOutputBinding = ([\d.]+);", queries
    )
    return [float(one) for one in found]


def _status(container: ContainerProxy, user: str, analysis_id: str) -> Any:
    return container.read_item(analysis_id, partition_key=user)["status"]


@pytest.mark.stack
def test_the_timer_costs_what_the_table_says(stack: Stack) -> None:
    def runs() -> list[float] | None:
        lines = re.findall(
            r'\{"event":"cosmos","operation":"(rescue\.find|\w+\.old)".*?"requestCharge":([\d.]+)',
            stack.log("host").read_text("utf-8"),
        )
        return [float(charge) for _, charge in lines[:2]] if len(lines) > 1 else None

    assert _documented("run of the rescue timer") == _near(sum(wait_for(runs)))


def test_the_prompt_is_as_long_as_the_table_says() -> None:
    prompt = build_prompt(
        match(CV, JOB), CV, JOB, max_input_tokens=24_000, schema_tokens=(schema := _schema_tokens())
    )
    tokens = (len(prompt.system) + len(prompt.user)) / 4 + schema
    (number,) = re.findall(r"([\d,]+) tokens in \(\*measured\*\)", TEXT)
    assert float(number.replace(",", "")) == _near(tokens)


def test_the_arithmetic_holds() -> None:
    runs_a_month = 4 * 24 * 30
    assert _documented("timer, every 15 minutes") == _near(
        runs_a_month * _documented("run of the rescue timer")
    )
    users = _documented("680 users")
    assert users == 680 * 125
    assert _documented("together") == _documented("timer, every 15 minutes") + users < 100_000
    whole = (
        _documented("first analysis")
        + _documented("look at an analysis")
        + _documented("page of a list")
        + 16
    )
    assert _near(whole) == 125


def test_production_pays_for_what_the_platform_keeps_ready() -> None:
    app = (ROOT / "function_app.py").read_text("utf-8")
    queues = app.count("@app.queue_trigger(")
    ready = 2 * (len({"http"}) + queues + app.count("@app.timer_trigger("))
    month = 30.4 * 24 * 3600
    (instances,) = re.findall(r"^\| instances always ready [^\n]*\| (\d+) \|$", TEXT, re.MULTILINE)
    assert int(instances) == pytest.approx(ready * 2 * 0.000004 * month, abs=1)
    (asked,) = re.findall(r"^\| queues asked every second [^\n]*\| (\d+) \|$", TEXT, re.MULTILINE)
    host = json.loads((ROOT / "host.json").read_text("utf-8"))
    assert host["extensions"]["queues"]["maxPollingInterval"] == "00:00:01"
    assert int(asked) == pytest.approx(2 * queues * month * 0.004 / 10_000, abs=0.5)


def test_app_templates_and_prices_are_about_the_same_model() -> None:
    (price,) = re.findall(
        rf"^\| model, {DEFAULT_MODEL} \| ([^|]*) \| ([\d.]+): [\d,]+ [^|]*\|$", TEXT, re.MULTILINE
    )
    per_million, per_1000_analyses = price
    asked, answered = map(float, re.findall(r"\d+\.\d+", per_million))
    assert float(per_1000_analyses) == pytest.approx(2.9 * asked + 1.6 * answered, abs=0.05)
    query = (INFRA / "queries/cost.kql").read_text("utf-8")
    assert [float(one) for one in re.findall(r"Tokens = ([\d.]+);", query)] == [asked, answered]
    assert f"| `OPENAI_MODEL` | `{DEFAULT_MODEL}` |" in (ROOT / "README.md").read_text("utf-8")
    assert f"| {DEFAULT_MODEL}, which app and templates name |" in (ROOT / "docs/runbook.md").read_text(
        "utf-8"
    )
    assert re.findall(r"model: '([\w.-]+)'", (INFRA / "main.bicep").read_text("utf-8")) == [DEFAULT_MODEL]
    for name in ("staging", "prod"):
        (model,) = (one for one in deploy_with(name)[0] if one.type.endswith("accounts/deployments"))
        assert model.properties["model"]["name"] == DEFAULT_MODEL
