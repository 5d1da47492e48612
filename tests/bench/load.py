"""A hundred clients at once, reading and submitting, against raw SDK calls of the same shape.

Both sides take turns on the same stack, in slices. Paced: a client pauses about a second between its requests, as
people do. Pressed: it asks again as soon as it has its answer, so that the machine has no core to spare, the runs of
what was submitted included. The shapes: a read is one point read, a list one query of ten summaries, a submit one
look-up query, three creates and one queue message. What the app adds is everything between those and HTTP, the
local Functions host included.
"""

import asyncio
import json
import random
import tempfile
import time
import uuid
from base64 import b64encode
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from azure.cosmos.aio import ContainerProxy, CosmosClient
from azure.storage.queue.aio import QueueClient

from devstack.stack import Stack
from shared.cosmos import CONTAINER, DATABASE
from tests.bench.point_read import SAMPLES, quantile
from tests.bench.table import Row

CLIENTS = 100
SLICE_SECONDS = 10.0
PACES = {"paced": (1.0, 3), "pressed": (0.0, 1)}
"""Seconds that a client pauses, and slices."""
SHARES = {"read": 0.6, "list": 0.3, "submit": 0.1}
SUMMARY = (
    "c.id, c.cvId, c.jobId, c.cvFilename, c.jobTitle, c.status, c.overallScore, c.createdAt, c.completedAt"
)
CV = (SAMPLES / "cvs/electrician.md").read_text(encoding="utf-8")
JOB = (SAMPLES / "jobs/maintenance-electrician.md").read_text(encoding="utf-8")

type Times = dict[str, list[float]]


class Side(Protocol):
    """What a client can do; each call is one operation and raises if it fails."""

    async def read(self, user: str) -> None: ...
    async def list(self, user: str) -> None: ...
    async def submit(self, user: str) -> None: ...


class OverHttp:
    def __init__(self, session: aiohttp.ClientSession, analyses: dict[str, str]) -> None:
        self._session, self._analyses = session, analyses

    async def _call(self, method: str, path: str, user: str, body: Any = None) -> None:
        headers = {"X-User-Id": user}
        async with self._session.request(method, path, json=body, headers=headers) as response:
            await response.read()
            if response.status not in (200, 202):
                raise RuntimeError(f"{method} {path.split('/')[3]} answered {response.status}")

    async def read(self, user: str) -> None:
        await self._call("GET", f"/api/v1/analyses/{self._analyses[user]}", user)

    async def list(self, user: str) -> None:
        await self._call("GET", "/api/v1/analyses", user)

    async def submit(self, user: str) -> None:
        await self._call("POST", "/api/v1/analyze", user, submission())


class OverSdk:
    def __init__(self, container: ContainerProxy, queue: QueueClient, analyses: dict[str, str]) -> None:
        self._container, self._queue, self._analyses = container, queue, analyses

    async def read(self, user: str) -> None:
        await self._container.read_item(self._analyses[user], partition_key=user)

    async def list(self, user: str) -> None:
        query = (
            f"SELECT {SUMMARY} FROM c WHERE c.userId = @user AND c.type = 'analysis' "
            "ORDER BY c.createdAt DESC, c.id DESC"
        )
        parameters = [{"name": "@user", "value": user}]
        found = self._container.query_items(
            query, parameters=parameters, partition_key=user, max_item_count=11
        )
        async for page in found.by_page():
            _ = [row async for row in page]
            break

    async def submit(self, user: str) -> None:
        query = "SELECT c.id FROM c WHERE c.userId = @user AND c.id IN ('a', 'b', 'c')"
        found = self._container.query_items(
            query, parameters=[{"name": "@user", "value": user}], partition_key=user
        )
        _ = [row async for row in found]
        body = submission()
        for part in (body["cv"], body["job"], {"status": "raw"}):
            await self._container.create_item(
                {"id": str(uuid.uuid4()), "userId": user, "type": "raw", **part}
            )
        message = {"kind": "purge", "version": 1, "userId": user, "documentIds": [str(uuid.uuid4())]}
        await self._queue.send_message(b64encode(json.dumps(message).encode()).decode())


def submission() -> dict[str, Any]:
    return {
        "cv": {"filename": "cv.md", "content": f"{CV}\n\nReference {uuid.uuid4()}"},
        "job": {"content": f"{JOB}\n\nReference {uuid.uuid4()}"},
    }


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="cv-checker-load-") as folder:
        env = {"DAILY_ANALYSES_PER_USER": "0", "OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}
        with Stack(state_dir=Path(folder), free_ports=True, env=env) as stack:
            return asyncio.run(_measure(stack))


async def _measure(stack: Stack) -> list[Row]:
    connector = aiohttp.TCPConnector(limit=CLIENTS)
    async with (
        CosmosClient.from_connection_string(stack.cosmos_connection) as client,
        QueueClient.from_connection_string(stack.storage_connection, "bench") as queue,
        aiohttp.ClientSession(stack.url, connector=connector) as session,
    ):
        await queue.create_queue()
        container = client.get_database_client(DATABASE).get_container_client(CONTAINER)
        users = [f"user-00000000-0000-4000-8000-{number:012d}" for number in range(CLIENTS)]
        analyses = {user: await _analysis(session, user) for user in users}
        sides = OverHttp(session, analyses), OverSdk(container, queue, analyses)
        rows = []
        for pace, (pause, slices) in PACES.items():
            http, sdk, errors = await _pace(sides, users, session, pause, slices)
            print(
                f"{CLIENTS} clients, {pace}, {slices * SLICE_SECONDS:.0f} s: {sum(map(len, http.values()))} requests "
                f"over HTTP, errors: {dict(errors) or 'none'}"
            )
            rows += [
                Row(
                    f"{kind}, {pace}, {name}",
                    quantile(http[kind], part),
                    f"SDK, {name}",
                    quantile(sdk[kind], part),
                )
                for kind in SHARES
                for name, part in (("p50", 50), ("p95", 95))
            ]
        return rows


async def _pace(
    sides: tuple[Side, Side], users: list[str], session: aiohttp.ClientSession, pause: float, slices: int
) -> tuple[Times, Times, Counter[str]]:
    times: tuple[Times, Times] = (defaultdict(list), defaultdict(list))
    errors: Counter[str] = Counter()
    for _ in range(slices):
        for side, own in zip(sides, times, strict=True):
            until = time.monotonic() + SLICE_SECONDS
            await asyncio.gather(*(_client(side, user, until, pause, own, errors) for user in users))
            await _analysis(session, users[0])  # the last submission's: the backlog of runs is worked off
    return *times, errors


async def _client(
    side: Side, user: str, until: float, pause: float, times: Times, errors: Counter[str]
) -> None:
    chance = random.Random(user)
    await asyncio.sleep(chance.uniform(0, pause))
    while time.monotonic() < until:
        kind = chance.choices(list(SHARES), weights=list(SHARES.values()))[0]
        started = time.perf_counter()
        try:
            await getattr(side, kind)(user)
        except Exception as error:
            errors[f"{type(side).__name__} {kind}: {error}"[:120]] += 1
        else:
            times[kind].append(time.perf_counter() - started)
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)


async def _analysis(session: aiohttp.ClientSession, user: str) -> str:
    """The id of a completed one."""
    headers = {"X-User-Id": user, "Prefer": "wait=30"}
    async with session.post("/api/v1/analyze", json=submission(), headers=headers) as response:
        answer = await response.json()
    return str(answer["id"])
