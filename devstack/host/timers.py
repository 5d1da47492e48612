"""Timer triggers: NCRONTAB (six fields, seconds first) in UTC; no two runs of one timer overlap."""

import asyncio
import contextlib
import json
import logging
from datetime import UTC, datetime
from typing import Any

from croniter import croniter

from devstack.host.config import ConfigError, resolve
from devstack.host.outputs import Outputs
from devstack.host.protos import TypedData
from devstack.host.worker import Function, InvocationFailed, Worker

_log = logging.getLogger("host")


class Timer:
    def __init__(self, function: Function, worker: Worker, outputs: Outputs) -> None:
        self._function, self._worker, self._outputs = function, worker, outputs
        self._schedule = resolve(function.trigger["schedule"], f"function {function.name}, timer trigger")
        fields = self._schedule.split()
        if len(fields) not in (5, 6) or not croniter.is_valid(
            self._schedule, second_at_beginning=len(fields) == 6
        ):
            raise ConfigError(f"function {function.name}: the schedule {self._schedule!r} is not NCRONTAB")
        self._seconds_first = len(fields) == 6

    async def run(self) -> None:
        if self._function.trigger.get("runOnStartup"):
            await self._fire(past_due=False)
        while True:
            now = datetime.now(UTC)
            following: datetime = croniter(
                self._schedule, now, second_at_beginning=self._seconds_first
            ).get_next(datetime)
            await asyncio.sleep(max(0.0, (following - datetime.now(UTC)).total_seconds()))
            await self._fire(past_due=False)

    async def _fire(self, *, past_due: bool) -> None:
        info: dict[str, Any] = {
            "Schedule": {"AdjustForDST": True},
            "ScheduleStatus": None,
            "IsPastDue": past_due,
        }
        with contextlib.suppress(InvocationFailed):
            response = await self._worker.invoke(self._function, TypedData(json=json.dumps(info)))
            await self._outputs.write(self._function, response)
