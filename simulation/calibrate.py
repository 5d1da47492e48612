"""``python -m simulation calibrate``: a private stack, one use after the other, and the operating point."""

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from simulation.calibration import Calibration
from simulation.compare import measured_figures
from simulation.measure import (
    CV,
    JOB,
    Client,
    Point,
    connected,
    measured_stack,
    model_process,
    new_user,
    run_alone,
    run_point,
)

_READS = 200
_UPLOADS = 20


def calibrate() -> Calibration:
    """Under a minute. Raises MeasurementFailed, or devstack's StackError."""
    point = Point()
    with (
        tempfile.TemporaryDirectory(prefix="cv-checker-calibrate-") as folder,
        model_process(point.model_seconds) as model_url,
        measured_stack(Path(folder), model_url, point) as stack,
    ):

        async def measure() -> Calibration:
            async with connected(stack) as client:
                return await _measure(client, point)

        return asyncio.run(measure())


async def _measure(client: Client, point: Point) -> Calibration:
    measured = await run_point(client, point)
    figures = measured_figures(measured)
    alone = await run_alone(client, 6)
    idle = await client.idle_cpu_share()  # the host polls
    submit_cpu = await _submit_cpu(client, idle)
    run_cpu = max(0.0, alone.cpu - submit_cpu - idle * alone.run)
    user = new_user()
    return Calibration(
        measured=f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, shared",
        submit_seconds=round(alone.submit, 4),
        submit_cpu_seconds=round(submit_cpu, 4),
        run_cpu_seconds=round(run_cpu, 4),
        run_other_seconds=round(max(0.0, alone.run - point.model_seconds - run_cpu), 4),
        throughput_per_second=round(figures.throughput, 3),
        median_end_to_end_seconds=round(figures.median, 3),
        **await _stored(client, user),
        **await _read(client, user, idle),
    )


async def _submit_cpu(client: Client, idle: float) -> float:
    """CPU seconds of storing a CV and a posting: what a submit does, without the run that follows one."""

    async def store() -> None:
        user = new_user()
        await client.call("POST", "/api/v1/cvs", user, {"filename": "cv.md", "content": CV})
        await client.call("POST", "/api/v1/jobs", user, {"content": JOB})

    return (await _repeat(client, store, _UPLOADS, idle))[1]


async def _stored(client: Client, user: str) -> dict[str, Any]:
    """RU and bytes of a first analysis."""
    seen = len(client.log_lines("cosmos"))
    accepted = await client.submit(user)
    await client.completed(user, accepted["analysisId"])
    lines = client.log_lines("cosmos")[seen:]
    charged = {name: _charge(lines, name) for name in {line["operation"] for line in lines}}
    written = [await client.write_again(user, accepted[name]) for name in ("cvId", "jobId", "analysisId")]
    reading = charged.pop("run.read")
    return {
        "run_start_ru": round(reading / 2 + charged.pop("run.take"), 1),
        "run_end_ru": round(reading / 2 + sum(ru for ru, _ in written), 1),
        "submit_ru": round(sum(charged.values()), 1),
        **{f"{name}_bytes": size for name, (_, size) in zip(("cv", "job", "analysis"), written, strict=True)},
    }


async def _read(client: Client, user: str, idle: float) -> dict[str, Any]:
    """Seconds and RU of looking at the user's analysis and at the list of them."""
    seen = len(client.log_lines("cosmos"))
    listed = await client.call("GET", "/api/v1/analyses", user)
    path = f"/api/v1/analyses/{listed['items'][0]['id']}"
    seconds, cpu = await _repeat(client, lambda: client.call("GET", path, user), _READS, idle)
    lines = client.log_lines("cosmos")[seen:]
    return {
        "read_seconds": round(seconds, 4),
        "read_cpu_seconds": round(cpu, 4),
        "read_ru": round(_charge(lines, "analysis.read") / _READS, 1),
        "list_ru": round(_charge(lines, "analysis.list"), 1),
    }


def _charge(lines: list[dict[str, Any]], operation: str) -> float:
    return float(sum(line["requestCharge"] for line in lines if line["operation"] == operation))


async def _repeat(
    client: Client, call: Callable[[], Awaitable[Any]], times: int, idle: float
) -> tuple[float, float]:
    """Median seconds and mean CPU seconds of the call, one after the other."""
    cpu, begun = client.host_cpu_seconds(), time.monotonic()
    taken: list[float] = []
    for _ in range(times):
        started = time.monotonic()
        await call()
        taken.append(time.monotonic() - started)
    spent = client.host_cpu_seconds() - cpu - idle * (time.monotonic() - begun)
    return median(taken), max(0.0, spent / times)
