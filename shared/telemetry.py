"""Custom metrics, by OpenTelemetry's API, from the same events as the log lines.

Off unless the worker was told to set OpenTelemetry up ("Use OpenTelemetry with Azure Functions" on Microsoft
Learn); nothing is imported then. Attributes are names of operations and outcomes, never an id or a text.
Metrics are aggregated, not sampled, so that no failure is dropped.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from opentelemetry.metrics import Histogram

_SWITCHES = ("PYTHON_APPLICATIONINSIGHTS_ENABLE_TELEMETRY", "PYTHON_ENABLE_OPENTELEMETRY")


@dataclass(frozen=True, slots=True)
class Metric:
    """A histogram of one field of one event; its count is the number of events."""

    event: str
    value: str
    name: str
    unit: str
    description: str
    attributes: tuple[str, ...]
    factor: float = 1.0


_OUTCOME = ("mode", "degraded")
METRICS = (
    Metric(
        "cosmos",
        "requestCharge",
        "cv_checker.cosmos.request_charge",
        "{request_unit}",
        "Request charge of an operation on Cosmos DB",
        ("operation", "outcome"),
    ),
    Metric(
        "run.completed",
        "queueWaitMs",
        "cv_checker.analysis.queue_wait",
        "s",
        "From enqueued to started",
        _OUTCOME,
        0.001,
    ),
    Metric(
        "run.completed",
        "runMs",
        "cv_checker.analysis.run_time",
        "s",
        "From started to completed",
        _OUTCOME,
        0.001,
    ),
    Metric(
        "run.completed",
        "inputTokens",
        "cv_checker.model.input_tokens",
        "{token}",
        "Tokens sent to the model for an analysis",
        _OUTCOME,
    ),
    Metric(
        "run.completed",
        "outputTokens",
        "cv_checker.model.output_tokens",
        "{token}",
        "Tokens that the model answered for an analysis",
        _OUTCOME,
    ),
    Metric(
        "request",
        "durationMs",
        "cv_checker.request.duration",
        "s",
        "A request to the API, by operation and outcome",
        ("operation", "status", "code"),
        0.001,
    ),
)
_COUNTED = {"analysis.failed": ("code",), "model.unavailable": ("code", "last"), "model.refused": ("code",)}
"""Events without a figure, counted by their attributes."""


def observe(event: str, fields: Mapping[str, object]) -> None:
    """Records what an event says in figures."""
    if not _is_on():
        return
    for metric in _of(event):
        value = fields.get(metric.value)
        if isinstance(value, int | float):
            _histogram(metric).record(value * metric.factor, _attributes(fields, metric.attributes))
    if event in _COUNTED:
        _counter(event).add(1, _attributes(fields, _COUNTED[event]))


@cache
def _is_on() -> bool:
    """False as well if the packages are not deployed: the worker has said so by then."""
    if not any(os.environ.get(name, "").strip().lower() in ("1", "true", "yes") for name in _SWITCHES):
        return False
    return find_spec("opentelemetry") is not None and find_spec("opentelemetry.metrics") is not None


@cache
def _of(event: str) -> tuple[Metric, ...]:
    return tuple(metric for metric in METRICS if metric.event == event)


def _attributes(fields: Mapping[str, object], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: fields[name] for name in names if fields.get(name) is not None}


@cache
def _histogram(metric: Metric) -> "Histogram":
    from opentelemetry.metrics import get_meter

    return get_meter("cv_checker").create_histogram(metric.name, metric.unit, metric.description)


@cache
def _counter(event: str) -> Any:
    from opentelemetry.metrics import get_meter

    return get_meter("cv_checker").create_counter(f"cv_checker.{event}", "{event}")
