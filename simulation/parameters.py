"""Every number that the simulation takes as given, with its unit and where it comes from.

A source in quotation marks is the title of a page of Microsoft Learn; a path is a file of this repository;
"measured" is ``calibration.json``; "assumed" is nobody's but ours.
"""

from dataclasses import Field, dataclass, field, fields
from typing import Any

from simulation import calibration

_measured = calibration.load()

MEASURED = "measured"
ASSUMED = "assumed"
_SCALING = "“Event-driven scaling in Azure Functions”"
_TARGETS = "“Target-based scaling in Azure Functions”"
_QUOTA = "“Manage Azure OpenAI Service quota”"
_PLAN = "“Azure Functions Flex Consumption plan hosting”"
_LIMITS = "“Azure OpenAI quotas and limits”"
_SERVERLESS = "“Azure Cosmos DB serverless account performance”"
_COSMOS = "“Azure Cosmos DB service quotas”"
_PROD = "infra/prod.bicepparam"
_HOST = "host.json"


def _given(value: Any, unit: str, source: str) -> Any:
    return field(default=value, metadata={"unit": unit, "source": source})


@dataclass(frozen=True, slots=True)
class Demand:
    """Who asks for what, and when."""

    analyses_per_user_month: float = _given(2.0, "analyses", ASSUMED)
    reads_per_analysis: int = _given(12, "requests", "docs/cost.md: nine looks while it runs, three later")
    evening_swing: float = _given(0.8, "of the mean, up at 20:00 and down at 08:00", ASSUMED)
    burst_factor: float = _given(5.0, "times the rate", ASSUMED)
    burst_seconds: float = _given(300.0, "s", ASSUMED)


@dataclass(frozen=True, slots=True)
class Queue:
    """The storage queue and its trigger."""

    batch_size: int = _given(8, "messages", _HOST)
    new_batch_threshold: int = _given(4, "messages in hand", _HOST)
    max_dequeue_count: int = _given(3, "deliveries", _HOST)
    visibility_seconds: float = _given(10.0, "s", _HOST)
    first_poll_seconds: float = _given(0.1, "s", "“Azure Queue storage trigger for Azure Functions”")
    max_poll_seconds: float = _given(1.0, "s", _HOST)


@dataclass(frozen=True, slots=True)
class Scaling:
    """Flex Consumption: HTTP functions share instances, the queue function has its own."""

    maximum_instances: int = _given(100, "instances of each group", _PROD)
    cores: int = _given(1, "cores of an instance of 2,048 MB", _PLAN)
    queue_interval_seconds: float = _given(30.0, "s between decisions", _SCALING)
    queue_step: int = _given(4, "instances a decision", _TARGETS)
    http_concurrency: int = _given(16, "requests an instance", _PROD)
    http_interval_seconds: float = _given(1.0, "s between new instances", _SCALING)
    http_always_ready: int = _given(2, "instances", _PROD)
    start_seconds: float = _given(5.0, "s until a new instance works", ASSUMED)


@dataclass(frozen=True, slots=True)
class Work:
    """What the app's own code takes."""

    submit_cpu_seconds: float = _given(_measured.submit_cpu_seconds, "CPU s", MEASURED)
    submit_other_seconds: float = _given(
        round(max(0.0, _measured.submit_seconds - _measured.submit_cpu_seconds), 4), "s", MEASURED
    )
    read_cpu_seconds: float = _given(_measured.read_cpu_seconds, "CPU s", MEASURED)
    read_other_seconds: float = _given(
        round(max(0.0, _measured.read_seconds - _measured.read_cpu_seconds), 4), "s", MEASURED
    )
    run_cpu_seconds: float = _given(_measured.run_cpu_seconds, "CPU s", MEASURED)
    run_other_seconds: float = _given(_measured.run_other_seconds, "s", MEASURED)


@dataclass(frozen=True, slots=True)
class Model:
    """The deployment that answers, and how the app asks it."""

    median_seconds: float = _given(12.0, "s, log-normal", "assumed; docs/cost.md reckons with 15 s a run")
    sigma: float = _given(0.35, "of the logarithm", ASSUMED)
    timeout_seconds: float = _given(60.0, "s", "shared/settings.py")
    prompt_tokens: int = _given(2_900, "tokens", "docs/cost.md")
    reserved_tokens: int = _given(6_000, "tokens counted for the answer", "shared/matching/model.py")
    tokens_per_minute: int = _given(200_000, "tokens", _PROD)
    requests_per_minute: int = _given(200, "requests: one for 1,000 tokens", _LIMITS)
    token_window_seconds: float = _given(60.0, "s until the token counter is reset", _QUOTA)
    request_window_seconds: float = _given(10.0, "s over which requests are counted", _QUOTA)
    max_retries: int = _given(2, "repetitions by the client", "shared/model_client.py")
    max_wait_seconds: float = _given(10.0, "s of Retry-After waited for", "shared/model_client.py")


@dataclass(frozen=True, slots=True)
class Cosmos:
    """The container: request units (RU) of operations, and what partitions bear."""

    submit_ru: float = _given(_measured.submit_ru, "RU", MEASURED)
    run_start_ru: float = _given(_measured.run_start_ru, "RU", MEASURED)
    run_end_ru: float = _given(_measured.run_end_ru, "RU", MEASURED)
    read_ru: float = _given(_measured.read_ru, "RU", MEASURED)
    ru_per_second: float = _given(5_000.0, "RU/s of a container", _SERVERLESS)
    physical_partitions: int = _given(1, "up to 50 GB", _SERVERLESS)
    partition_ru_per_second: float = _given(10_000.0, "RU/s of a user at most", _COSMOS)
    partition_bytes: float = _given(20e9, "bytes of a user", _COSMOS)
    patience_seconds: float = _given(4.0, "s a request waits for its turn", "shared/cosmos.py")
    budget_ru_per_month: float = _given(100_000.0, "RU", "docs/cost.md")
    timer_ru_per_month: float = _given(13_000.0, "RU", "docs/cost.md")


@dataclass(frozen=True, slots=True)
class Parameters:
    demand: Demand = field(default_factory=Demand)
    queue: Queue = field(default_factory=Queue)
    scaling: Scaling = field(default_factory=Scaling)
    work: Work = field(default_factory=Work)
    model: Model = field(default_factory=Model)
    cosmos: Cosmos = field(default_factory=Cosmos)


UNLIMITED = 10**12
"""For what an experiment is not about."""


def documented() -> list[tuple[str, str, Any, str, str]]:
    """Rows of group, name, value, unit and source, in the order of declaration."""
    return [
        (group.name, one.name, getattr(part, one.name), one.metadata["unit"], one.metadata["source"])
        for group in fields(Parameters)
        for part in [_default(group)]
        for one in fields(part)
    ]


def _default(group: "Field[Any]") -> Any:
    return getattr(Parameters(), group.name)
