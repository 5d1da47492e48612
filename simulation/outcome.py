"""What came of the submits of one simulated run."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Outcome:
    """Times in seconds, one entry for each that got there."""

    submitted: int = 0
    refused: int = 0
    """Submits and reads answered 503."""
    poisoned: int = 0
    completed: int = 0
    degraded: int = 0
    rate_limited: int = 0
    """429 of the model."""
    first_waits: list[float] = field(default_factory=list)
    """From being enqueued to the first delivery."""
    end_to_end: list[float] = field(default_factory=list)
    """From the client's request to the completed analysis."""
    finished_at: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    """Of HTTP, submits and reads."""
    most_queue_instances: int = 0
    most_http_instances: int = 0
    ru: float = 0.0

    @property
    def degraded_share(self) -> float:
        return self.degraded / self.completed if self.completed else 0.0


def quantile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least ``part`` (0-1) of the values do not exceed; 0 for none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered), round(part * len(ordered) + 0.5)) - 1)]
