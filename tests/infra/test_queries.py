"""The queries of workbook and alerts: the language's own parser takes them, and what they look for is really logged."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from devstack.stack import ROOT, Stack
from tests.infra.conftest import Deployment
from tests.infra.documented import LOG_ALERT_WINDOWS, METRIC_WINDOWS, METRICS, TABLES
from tests.infra.log_calls import CONTEXT, logged_fields
from tests.infra.parameter_files import INFRA
from tests.support import Api, submission, wait_for

QUERIES = sorted((INFRA / "queries").glob("*.kql"))


@pytest.fixture(params=QUERIES, ids=lambda file: str(file.stem))
def query(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def _analyse(queries: dict[str, str]) -> dict[str, Any]:
    """Errors and result columns of each, by Microsoft's Kusto language service."""
    done = subprocess.run(
        ["node", "tests/infra/check_kql.cjs"],
        cwd=ROOT,
        input=json.dumps({"tables": TABLES, "queries": queries}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]  # its stack traces quote whole libraries
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_addresses_are_masked_by_queries_that_the_service_takes(production: Deployment) -> None:
    flows = production.one("Microsoft.Insights/dataCollectionRules").properties["dataFlows"]
    tables = {flow["streams"][0].removeprefix("Microsoft-Table-"): flow["transformKql"] for flow in flows}
    assert set(tables) == {"AppRequests", "AppTraces"}
    answers = _analyse({name: f"let source = {name};\n{kql}" for name, kql in tables.items()})
    for name, answer in answers.items():
        assert answer["errors"] == []
        # A transformation must leave the table's columns as they are.
        assert TABLES[name] == "({})".format(
            ", ".join(f"{c}: {kind}" for c, kind in answer["columns"].items())
        )


def test_no_column_that_holds_an_address_keeps_a_user_id(production: Deployment) -> None:
    flows = production.one("Microsoft.Insights/dataCollectionRules").properties["dataFlows"]
    masked = {
        flow["streams"][0].removeprefix("Microsoft-Table-"): set(
            re.findall(r"(\w+) = iff", flow["transformKql"])
        )
        for flow in flows
    }
    assert masked["AppRequests"] == {"Url", "Name", "OperationName", "Properties"}
    assert masked["AppTraces"] == {"Message", "OperationName", "Properties"}


@cache
def _analysed() -> dict[str, Any]:
    return _analyse({file.stem: file.read_text("utf-8") for file in QUERIES})


def _events(text: str) -> set[str]:
    """The events that a query reads: named in full, or all that begin with a given text."""
    found = set()
    for prefix, closing in re.findall(r"""startswith '\{"event":(?:"([\w.]+)("?))?'""", text):
        names = {name for name in logged_fields() if (name == prefix if closing else name.startswith(prefix))}
        assert names, f"nothing logs {prefix!r}"
        found |= names
    return found


def test_parses_and_finds_every_column(query: Path) -> None:
    assert _analysed()[query.stem]["errors"] == []


def test_the_parser_refuses_what_the_service_would() -> None:
    broken = {
        "column": "AppTraces | where Mesage == 'x'",
        "operator": "AppTraces | sumarize count()",
        "keyword": "AppTraces | summarize last = max(TimeGenerated)",
    }
    assert all(answer["errors"] for answer in _analyse(broken).values())


def test_every_field_is_logged_by_the_events_that_it_reads(query: Path) -> None:
    text = query.read_text("utf-8")
    events = _events(text)
    fields = set(re.findall(r"\bline\.(\w+)", text))
    assert bool(fields) == bool(events)
    for field in fields:
        assert any(field in logged_fields()[event] for event in events), field


def test_every_event_that_it_names_is_logged(query: Path) -> None:
    text = query.read_text("utf-8")
    named = set(re.findall(r'"((?:run|analysis|model|poison|request)\.\w+)"', text))
    assert named <= _events(text)


def test_every_function_and_operation_that_it_names_exists(query: Path) -> None:
    text, app = query.read_text("utf-8"), (ROOT / "function_app.py").read_text("utf-8")
    for name in re.findall(r"Functions\.(\w+)", text):
        assert f"async def {name}(" in app
    for names in re.findall(r"operation\) !in \(([^)]*)\)", text):
        for name in re.findall(r'"(\w+)"', names):
            assert re.search(rf"respond\(req, \w+\.{name}[,)]", app), name


def test_no_query_reads_requests_which_lack_those_of_a_starting_instance(query: Path) -> None:
    assert not re.search(r"^AppRequests", query.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", ["error-rate", "p95"])
def test_a_share_of_a_handful_of_requests_wakes_nobody(name: str) -> None:
    text = (INFRA / f"queries/{name}.kql").read_text("utf-8")
    assert "requests = sum(ItemCount)" in text
    assert re.search(r"iff\(requests >= 20, .+, 0\.0\)\n$", text)


def test_a_request_that_has_three_minutes_makes_nobody_slow() -> None:
    text = (INFRA / "queries/p95.kql").read_text("utf-8")
    app = (ROOT / "function_app.py").read_text("utf-8")
    long = re.findall(r"respond\(req, \w+\.(\w+), seconds=ALL_SECONDS\)", app)
    assert len(long) >= 4
    for name in long:
        assert f'"{name}"' in text


def test_every_query_is_used_or_named_in_the_runbook(query: Path) -> None:
    bicep = "".join(file.read_text() for file in (INFRA / "app").glob("*.bicep"))
    runbook = (ROOT / "docs/runbook.md").read_text("utf-8")
    assert f"queries/{query.name}" in bicep or query.name in runbook


def test_sums_count_what_sampling_left_out(query: Path) -> None:
    text = query.read_text("utf-8")
    assert not re.search(r"(?<!arg_)\bcount\(\)", text) or query.stem == "oldest-unfinished"
    for summed in re.findall(r"\bsum\(((?:[^()]|\([^()]*\))*)\)", text):
        assert "ItemCount" in summed


def test_log_alerts_compare_a_number_that_their_query_returns(deployment: Deployment) -> None:
    for rule in deployment.all("Microsoft.Insights/scheduledQueryRules"):
        (condition,) = rule.properties["criteria"]["allOf"]
        columns = _analysed()[rule.name.removeprefix("cv-checker-")]["columns"]
        assert columns[condition["metricMeasureColumn"]] in ("int", "long", "real"), rule.name
        assert rule.properties["windowSize"] in LOG_ALERT_WINDOWS


def test_metric_alerts_name_documented_metrics_and_aggregations(deployment: Deployment) -> None:
    for alert in deployment.all("Microsoft.Insights/metricAlerts"):
        assert alert.properties["windowSize"] in METRIC_WINDOWS
        for one in alert.properties["criteria"]["allOf"]:
            assert one["timeAggregation"] in METRICS[one["metricNamespace"], one["metricName"]]


def test_the_month_to_date_watch_asks_for_the_same_metric(deployment: Deployment) -> None:
    watch = deployment.one("Microsoft.Logic/workflows").properties["definition"]["actions"]
    asked = watch["read_metric"]["inputs"]["queries"]
    assert asked["aggregation"] in METRICS["Microsoft.DocumentDB/databaseAccounts", asked["metricnames"]]
    (comparison,) = watch["compare"]["expression"]["and"]
    assert comparison["greater"][1] == 50_000
    assert watch["compare"]["actions"]["above_limit"]["inputs"]["runStatus"] == "Failed"


def test_alerts_go_to_the_action_group(production: Deployment) -> None:
    group = "/subscriptions/1/actionGroups/on-call"
    for rule in production.all("Microsoft.Insights/scheduledQueryRules"):
        assert rule.properties["actions"]["actionGroups"] == [group]
    for alert in production.all("Microsoft.Insights/metricAlerts"):
        assert alert.properties["actions"] == [{"actionGroupId": group}]
    notifications = production.one("Microsoft.Consumption/budgets").properties["notifications"]
    assert all(one["contactGroups"] == [group] for one in notifications.values())


def test_the_workbook_shows_queries_as_they_are(production: Deployment) -> None:
    workbook = json.loads(production.one("Microsoft.Insights/workbooks").properties["serializedData"])
    texts = {file.read_text("utf-8") for file in QUERIES}
    tiles = [item["content"] for item in workbook["items"] if item["type"] == 3]
    assert len(tiles) > 10
    assert all(tile["query"] in texts for tile in tiles)


@pytest.mark.stack
def test_lines_of_a_running_app_are_found_by_their_first_characters(stack: Stack, api: Api) -> None:
    """What ``Message startswith`` relies on, and that what runs logs what its source says."""
    accepted = api.submit(submission())
    api.finished(accepted["analysisId"])

    def lines() -> dict[str, dict[str, Any]] | None:
        texts = re.findall(r'(\{"event":"[^\n]*\})$', stack.log("host").read_text("utf-8"), re.MULTILINE)
        found = {line["event"]: line for line in map(json.loads, texts)}
        return (
            found
            if {"request", "cosmos", "queue", "run.completed", "analysis.enqueued"} <= set(found)
            else None
        )

    for event, line in wait_for(lines).items():
        assert next(iter(line)) == "event"
        assert set(line) - CONTEXT <= logged_fields()[event]


@pytest.mark.stack
def test_the_host_writes_the_line_by_which_runs_of_a_function_are_counted(stack: Stack) -> None:
    (line,) = re.findall(
        r'Message startswith "(Executed [^"]*)"', (INFRA / "queries/silence.kql").read_text("utf-8")
    )
    assert wait_for(lambda: f"{line} (Succeeded, " in stack.log("host").read_text("utf-8"))
