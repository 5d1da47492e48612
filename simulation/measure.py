"""The operating point on a private local stack, with the tests' wire model that answers after a fixed time.

Each is a process of its own.
"""

import asyncio
import contextlib
import json
import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import aiohttp
from azure.cosmos.aio import CosmosClient

from devstack.stack import ROOT, Stack
from shared.cosmos import CONTAINER, DATABASE
from simulation.arrivals import steady

CV = (ROOT / "samples/cvs/intensive-care-nurse.md").read_text(encoding="utf-8")
JOB = (ROOT / "samples/jobs/icu-registered-nurse.md").read_text(encoding="utf-8")
_IDLE_SECONDS = 2.0
_END_SECONDS = 60.0


class MeasurementFailed(Exception):
    """The stack or the model did not do what a measurement needs; the message says what."""


@dataclass(frozen=True, slots=True)
class Point:
    """``rate`` submits a second for ``seconds``; the model answers after ``model_seconds``.

    More than the one instance of a local stack gets through, so that the queue is felt.
    """

    rate: float = 3.0
    seconds: float = 7.0
    model_seconds: float = 2.0
    batch_size: int = 2
    new_batch_threshold: int = 3

    def moments(self) -> list[float]:
        return list(steady(self.rate, self.seconds, Random(7)))  # noqa: S311


@dataclass(frozen=True, slots=True)
class Alone:
    """Of an analysis with nothing beside it, in seconds."""

    submit: float
    run: float
    """The queue function's, the model's time included."""
    cpu: float
    """The Functions host's CPU seconds for submit and run together."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Of the point, in seconds: when each submit began (from 0), how long it took, when it was completed."""

    submitted_at: list[float]
    submit_seconds: list[float]
    completed_at: list[float]
    run_seconds: list[float]
    """Of the queue function's runs, as the host logs them: neither the wait in the queue nor the polling."""

    @property
    def end_to_end(self) -> list[float]:
        return [done - begun for begun, done in zip(self.submitted_at, self.completed_at, strict=True)]


@contextlib.contextmanager
def model_process(seconds: float) -> Iterator[str]:
    """The base URL of a wire model that answers every request after ``seconds``."""
    command = [sys.executable, "-m", "tests.wire_model", "--behaviour", "slow"]
    options = ["--options", json.dumps({"seconds": seconds})]
    with subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if not line.startswith("model ready: "):
                raise MeasurementFailed("the wire model did not start")
            yield line.removeprefix("model ready: ").strip()
        finally:
            process.terminate()


@contextlib.contextmanager
def measured_stack(folder: Path, model_url: str, point: Point) -> Iterator[Stack]:
    queues = "AzureFunctionsJobHost__extensions__queues__"
    env = {
        "OPENAI_BASE_URL": model_url,
        "OPENAI_API_KEY": "none",
        "AZURE_OPENAI_ENDPOINT": "",
        "DAILY_ANALYSES_PER_USER": "0",
        "RESCUE_SCHEDULE": "0 0 3 * * *",
        f"{queues}batchSize": str(point.batch_size),
        f"{queues}newBatchThreshold": str(point.new_batch_threshold),
    }
    with Stack(state_dir=folder, free_ports=True, env=env) as stack:
        yield stack


class Client:
    """Submits to a stack and finds out, from the store and the host's log, what came of it."""

    def __init__(self, stack: Stack, session: aiohttp.ClientSession, cosmos: CosmosClient) -> None:
        self._stack, self._session = stack, session
        self._container = cosmos.get_database_client(DATABASE).get_container_client(CONTAINER)

    async def call(self, method: str, path: str, user: str, body: Any = None) -> Any:
        headers = {"X-User-Id": user}
        async with self._session.request(method, path, json=body, headers=headers) as response:
            answer = await response.json()
            if response.status not in (200, 201, 202):
                raise MeasurementFailed(f"{method} {path} answered {response.status}")
            return answer

    async def submit(self, user: str) -> dict[str, str]:
        """A first analysis of that user, of texts that nobody sent before."""
        text = f"\n\nReference {uuid.uuid4()}\n"
        body = {"cv": {"filename": "cv.md", "content": CV + text}, "job": {"content": JOB + text}}
        accepted: dict[str, str] = await self.call("POST", "/api/v1/analyze", user, body)
        return accepted

    async def completed(self, user: str, analysis_id: str) -> dict[str, Any]:
        """The stored analysis once it is completed, read where that costs the app nothing."""
        deadline = time.monotonic() + _END_SECONDS
        while time.monotonic() < deadline:
            document: dict[str, Any] = await self._container.read_item(analysis_id, partition_key=user)
            if document["status"] == "completed":
                return document
            await asyncio.sleep(0.25)
        raise MeasurementFailed(f"an analysis is not completed after {_END_SECONDS:.0f} s")

    async def write_again(self, user: str, document_id: str) -> tuple[float, int]:
        """RU of writing the document once more, as the output binding does, and its bytes of JSON."""
        document = await self._container.read_item(document_id, partition_key=user)
        charges: list[float] = []
        await self._container.upsert_item(
            document, response_hook=lambda headers, _: charges.append(float(headers["x-ms-request-charge"]))
        )
        own = {name: value for name, value in document.items() if not name.startswith("_")}
        size = len(json.dumps(own, separators=(",", ":"), ensure_ascii=False).encode())
        return sum(charges), size

    def log_lines(self, event: str) -> list[dict[str, Any]]:
        """The app's own lines of that event so far, in order."""
        text = self._stack.log("host").read_text("utf-8")
        return [json.loads(line) for line in re.findall(rf'(\{{"event":"{event}".*\}})$', text, re.MULTILINE)]

    def run_seconds(self) -> list[float]:
        """Of the queue function's runs so far, from the host's own lines."""
        text = self._stack.log("host").read_text("utf-8")
        found = re.findall(r"Executed 'Functions\.run_analysis' \(Succeeded, .*?Duration=(\d+)ms", text)
        return [int(one) / 1000 for one in found]

    async def idle_cpu_share(self) -> float:
        """CPU seconds a second that the host takes when nothing is asked of it: it polls."""
        before = self.host_cpu_seconds()
        await asyncio.sleep(_IDLE_SECONDS)
        return (self.host_cpu_seconds() - before) / _IDLE_SECONDS

    def host_cpu_seconds(self) -> float:
        """User and system time of the Functions host so far ("proc(5)", fields 14 and 15 of stat)."""
        stat = Path(f"/proc/{self._stack.pid('host')}/stat").read_text("utf-8")
        user, system = stat.rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextlib.asynccontextmanager
async def connected(stack: Stack) -> AsyncIterator[Client]:
    async with (
        CosmosClient.from_connection_string(stack.cosmos_connection) as cosmos,
        aiohttp.ClientSession(stack.url, connector=aiohttp.TCPConnector(limit=100)) as session,
    ):
        yield Client(stack, session, cosmos)


def new_user() -> str:
    return f"user-{uuid.uuid4()}"


async def run_alone(client: Client, times: int) -> Alone:
    """Medians of one analysis after the other."""
    seen, found = len(client.run_seconds()), []
    for _ in range(times):
        user, started, cpu = new_user(), time.monotonic(), client.host_cpu_seconds()
        accepted = await client.submit(user)
        submit = time.monotonic() - started
        await client.completed(user, accepted["analysisId"])
        found.append((submit, client.host_cpu_seconds() - cpu))
    submits, cpus = zip(*found, strict=True)
    return Alone(median(submits), median(client.run_seconds()[seen:]), median(cpus))


async def run_point(client: Client, point: Point) -> Measured:
    """The point's submits at their moments, whatever the answers do; one goes before and warms up."""
    await run_alone(client, 1)
    seen, begun = len(client.run_seconds()), time.time()

    async def one(moment: float) -> tuple[float, float, str, str]:
        await asyncio.sleep(max(0.0, begun + moment - time.time()))
        user, started = new_user(), time.time()
        accepted = await client.submit(user)
        return started - begun, time.time() - started, user, accepted["analysisId"]

    sent = await asyncio.gather(*(one(moment) for moment in point.moments()))
    documents = [await client.completed(user, analysis_id) for _, _, user, analysis_id in sent]
    if any(document["result"]["degraded"] for document in documents):
        raise MeasurementFailed("the model did not answer every request")
    return Measured(
        submitted_at=[started for started, _, _, _ in sent],
        submit_seconds=[seconds for _, seconds, _, _ in sent],
        completed_at=[
            datetime.fromisoformat(document["completedAt"]).timestamp() - begun for document in documents
        ],
        run_seconds=client.run_seconds()[seen:],
    )
