"""GET of an analysis over HTTP against the SDK's point read of the same document on the same stack.

In turn, one request at a time on connections that stay open. The GET holds the host, the worker, the point
read itself, the view model and a JSON text; the raw read is what no implementation can go below.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
from azure.cosmos.aio import CosmosClient

from devstack.stack import ROOT, Stack
from shared.cosmos import CONTAINER, DATABASE
from tests.bench.table import Row

READS = 400
WARM_UP = 50
USER = "user-00000000-0000-4000-8000-000000000001"
SAMPLES = ROOT / "samples"


def measure() -> list[Row]:
    with (
        tempfile.TemporaryDirectory(prefix="cv-checker-bench-") as folder,
        Stack(state_dir=Path(folder), free_ports=True) as stack,
    ):
        http, sdk = asyncio.run(_measure(stack))
    return [
        Row(
            f"GET analysis, {name} of {READS}",
            quantile(http, part),
            f"SDK point read, {name}",
            quantile(sdk, part),
        )
        for name, part in (("p50", 50), ("p95", 95))
    ]


def quantile(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1]


async def _measure(stack: Stack) -> tuple[list[float], list[float]]:
    client = CosmosClient.from_connection_string(stack.cosmos_connection)
    async with client, aiohttp.ClientSession(stack.url, headers={"X-User-Id": USER}) as session:
        analysis_id = await _analysis(session)
        container = client.get_database_client(DATABASE).get_container_client(CONTAINER)

        async def get() -> None:
            async with session.get(f"/api/v1/analyses/{analysis_id}") as response:
                assert response.status == 200
                await response.read()

        async def point_read() -> None:
            await container.read_item(analysis_id, partition_key=USER)

        for _ in range(WARM_UP):
            await get()
            await point_read()
        http: list[float] = []
        sdk: list[float] = []
        for _ in range(READS):
            http.append(await _seconds(get))
            sdk.append(await _seconds(point_read))
    return http, sdk


async def _seconds(call: Callable[[], Awaitable[None]]) -> float:
    started = time.perf_counter()
    await call()
    return time.perf_counter() - started


async def _analysis(session: aiohttp.ClientSession) -> str:
    """The id of a completed one."""
    body = {
        "cv": {
            "filename": "electrician.md",
            "content": (SAMPLES / "cvs/electrician.md").read_text(encoding="utf-8"),
        },
        "job": {"content": (SAMPLES / "jobs/maintenance-electrician.md").read_text(encoding="utf-8")},
    }
    async with session.post("/api/v1/analyze", json=body, headers={"Prefer": "wait=30"}) as response:
        answer = await response.json()
    if answer.get("status") != "completed":
        raise RuntimeError(f"the analysis to read did not complete: {response.status}")
    return str(answer["id"])
