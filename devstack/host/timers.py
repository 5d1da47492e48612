"""Timer triggers: NCRONTAB or a time span, in UTC; runs of one timer never overlap.

Source: "Timer trigger for Azure Functions" on Microsoft Learn (NCRONTAB expressions, TimeSpan, Usage).
"""

import asyncio
import contextlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from croniter import croniter

from devstack.host.config import ConfigError, resolve, time_span
from devstack.host.invocations import Invoker
from devstack.host.protos import TypedData
from devstack.host.worker import Function, InvocationFailed

PAST_DUE_SECONDS = 1.0
"""A run that starts so much later than scheduled is past due: the one before took long, or the host slept."""

type Schedule = Callable[[datetime], datetime]


def parse_schedule(text: str, where: str) -> Schedule:
    """The occurrence after a moment. Raises ConfigError for what is neither NCRONTAB nor a time span."""
    fields = text.split()
    if len(fields) == 1 and ":" in text:
        interval = timedelta(seconds=time_span(text, where))
        if not interval:
            raise ConfigError(f"{where}: the schedule {text!r} must be longer than zero")
        return lambda moment: moment + interval
    seconds_first = len(fields) == 6
    if len(fields) not in (5, 6) or not croniter.is_valid(text, second_at_beginning=seconds_first):
        raise ConfigError(f"{where}: the schedule {text!r} is not NCRONTAB (six fields, seconds first)")

    def following(moment: datetime) -> datetime:
        # Unlike cron, NCRONTAB wants both the day of the month and the day of the week to match.
        times = croniter(text, moment, day_or=False, second_at_beginning=seconds_first)
        occurrence: datetime = times.get_next(datetime)
        return occurrence

    return following


class Timer:
    def __init__(self, function: Function, invoker: Invoker) -> None:
        self._function, self._invoker = function, invoker
        trigger = function.trigger
        where = function.where(trigger)
        self._following = parse_schedule(resolve(trigger["schedule"], where).strip(), where)
        self._monitored = trigger.get("useMonitor", True)
        self._last: datetime | None = None

    async def run(self) -> None:
        reference = datetime.now(UTC)
        if self._function.trigger.get("runOnStartup"):
            await self._fire(reference, reference)
        while True:
            due = self._following(reference)
            await _sleep_until(due)
            # What fell due during a run, or while the host slept, becomes one run at once.
            reference = datetime.now(UTC)
            await self._fire(due, reference)

    async def _fire(self, due: datetime, now: datetime) -> None:
        information = self._information(due, now)
        reason = f"Timer fired at {now.isoformat(timespec='milliseconds')}"
        with contextlib.suppress(InvocationFailed):  # logged; the next occurrence comes anyway
            await self._invoker.invoke(self._function, TypedData(json=json.dumps(information)), reason)
        self._last = now

    def _information(self, due: datetime, now: datetime) -> dict[str, Any]:
        status = {
            "Last": (self._last or datetime.min.replace(tzinfo=UTC)).isoformat(),
            "Next": self._following(now).isoformat(),
            "LastUpdated": now.isoformat(),
        }
        return {
            "Schedule": {"AdjustForDST": True},
            "ScheduleStatus": status if self._monitored else None,
            "IsPastDue": (now - due).total_seconds() >= PAST_DUE_SECONDS,
        }


async def _sleep_until(moment: datetime) -> None:
    """By the wall clock: a timer of the loop ends a little early at times, and may last through a suspend."""
    while (left := (moment - datetime.now(UTC)).total_seconds()) > 0:  # noqa: ASYNC110 - nobody sets an event
        await asyncio.sleep(min(left, 60.0))
