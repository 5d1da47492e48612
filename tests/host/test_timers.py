"""When timer functions run, and what they are told."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from devstack.host.config import ConfigError
from devstack.host.timers import parse_schedule
from tests.host.conftest import HostProcess, wait_for


def test_timers_run_on_schedule_on_start_and_never_twice_at_once(start: Callable[..., HostProcess]) -> None:
    host = start("timer", TICK="* * * * * *")

    def of(name: str) -> list[dict[str, object]]:
        return [one for one in host.events if one["timer"] == name]

    wait_for(lambda: len(of("tick")) >= 2 and len(of("slow")) >= 3)
    ticks, slow, at_start = of("tick"), of("slow"), of("at_start")
    assert all(0 <= float(str(one["at"])) % 1 < 0.5 for one in ticks), "on the second"
    assert not any(one["past_due"] for one in ticks)
    assert all(one["status"] == {} for one in ticks), "unmonitored timers have no status"
    (first,) = at_start
    assert str(dict(first["status"])["Next"])[5:19] == "01-01T00:00:00"  # type: ignore[call-overload]
    assert [one["phase"] for one in slow[:3]] == ["started", "ended", "started"]
    assert [one["past_due"] for one in slow if one["phase"] == "started"][:2] == [False, True]
    assert "Executing 'Functions.tick' (Reason='Timer fired at " in host.log
    assert host.end() == 0


@pytest.mark.parametrize(
    ("schedule", "following"),
    [
        ("*/15 * * * * *", "2026-03-01T10:00:15"),
        ("0 */5 * * * *", "2026-03-01T10:05:00"),
        ("*/5 * * * *", "2026-03-01T10:05:00"),
        ("0 30 9 * * Mon-Fri", "2026-03-02T09:30:00"),
        ("0 0 0 1 Jan *", "2027-01-01T00:00:00"),
        # Day of the month and day of the week both have to match: the first Friday the 13th.
        ("0 0 0 13 * 5", "2026-03-13T00:00:00"),
        ("0 0 0 1 * Mon", "2026-06-01T00:00:00"),
        ("00:00:30", "2026-03-01T10:00:31"),
        ("1.00:00:00", "2026-03-02T10:00:01"),
    ],
)
def test_a_schedule_says_when_it_is_next(schedule: str, following: str) -> None:
    moment = datetime(2026, 3, 1, 10, 0, 1, tzinfo=UTC)
    assert parse_schedule(schedule, "timer")(moment).strftime("%Y-%m-%dT%H:%M:%S") == following


@pytest.mark.parametrize("schedule", ["", "every day", "* * * *", "61 * * * * *", "00:00:00", "25:00:00"])
def test_a_schedule_that_is_none_is_refused(schedule: str) -> None:
    with pytest.raises(ConfigError, match="function f"):
        parse_schedule(schedule, "function f")
