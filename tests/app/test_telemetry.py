"""Custom metrics: what a real run's events become in OpenTelemetry, and that nothing happens without it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry import metrics
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

from devstack.stack import Stack
from shared import telemetry
from tests.app.test_headers import lines_of
from tests.support import CV, ROOT, Api, submission, unique, wait_for


@pytest.fixture(scope="module")
def reader() -> InMemoryMetricReader:
    reader = InMemoryMetricReader()
    metrics.set_meter_provider(MeterProvider([reader]))
    return reader


@pytest.fixture
def switched_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PYTHON_APPLICATIONINSIGHTS_ENABLE_TELEMETRY", "true")
    telemetry._is_on.cache_clear()
    yield
    telemetry._is_on.cache_clear()


def points(reader: InMemoryMetricReader) -> dict[str, list[Any]]:
    data = reader.get_metrics_data()
    assert data is not None
    return {
        metric.name: list(metric.data.data_points)
        for resource in data.resource_metrics
        for scope in resource.scope_metrics
        for metric in scope.metrics
    }


@pytest.mark.usefixtures("switched_on")
def test_a_runs_events_become_metrics_without_any_id(
    api: Api, stack: Stack, reader: InMemoryMetricReader
) -> None:
    accepted = api.submit(submission(unique(CV)))
    api.finished(accepted["analysisId"])
    lines = wait_for(lambda: _ended(lines_of(stack, '"event"'), accepted["analysisId"]))
    for line in lines:
        telemetry.observe(line["event"], line)
    telemetry.observe(
        "analysis.failed", {"event": "analysis.failed", "analysisId": "a", "code": "cv_deleted"}
    )
    found = points(reader)
    charges = sum(line["requestCharge"] for line in lines if line["event"] == "cosmos")
    assert sum(point.sum for point in found["cv_checker.cosmos.request_charge"]) == pytest.approx(charges)
    runs = [line for line in lines if line["event"] == "run.completed"]
    assert sum(point.count for point in found["cv_checker.analysis.run_time"]) == len(runs)
    assert sum(point.sum for point in found["cv_checker.analysis.queue_wait"]) == pytest.approx(
        sum(line["queueWaitMs"] for line in runs) / 1000
    )
    assert {"code": "cv_deleted"} in [point.attributes for point in found["cv_checker.analysis.failed"]]
    given = {
        str(value)
        for all_points in found.values()
        for point in all_points
        for value in point.attributes.values()
    }
    assert {"analysis.create", "ok"} <= given
    assert not [value for value in given if re.search(r"[0-9a-f]{8}-|user-|@", value)]


def _ended(lines: list[dict[str, Any]], analysis_id: str) -> list[dict[str, Any]] | None:
    ended = any(line["event"] == "run.completed" and line["analysisId"] == analysis_id for line in lines)
    return lines if ended else None


def test_every_metric_is_of_a_field_that_is_logged(stack: Stack, api: Api) -> None:
    api.finished(api.submit(submission(unique(CV)))["analysisId"])
    lines = wait_for(
        lambda: [one for one in lines_of(stack, '"event"') if one["event"] == "run.completed"] or None
    )
    logged = {one["event"]: set(one) for one in (*lines_of(stack, '"event"'), *lines)}
    for metric in telemetry.METRICS:
        assert {metric.value, *metric.attributes} <= logged[metric.event], metric.name


@pytest.mark.parametrize(("switch", "loaded"), [("", "False"), ("true", "True")])
def test_nothing_is_imported_unless_it_is_switched_on(switch: str, loaded: str) -> None:
    code = (
        "import sys; from shared.logs import log; log('cosmos', requestCharge=1.0, operation='x'); "
        "print('opentelemetry' in sys.modules)"
    )
    env = {**os.environ, "PYTHON_ENABLE_OPENTELEMETRY": switch}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == loaded
