"""The local Cosmos server as a process, and the SDK's sync and aio containers as one thing."""

import http.client
import inspect
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import azure.cosmos
import azure.cosmos.aio
import pytest
from azure.cosmos import PartitionKey

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "devstack" / "cosmos" / "server.js"
DEFINITION = json.loads((ROOT / "infra" / "cosmos-container.json").read_text())["container"]
KEY = "bG9jYWw="


class CosmosServer:
    """The server as a process; ``start`` after ``kill`` serves the same data on the same port again."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0
        self.process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def journal(self) -> Path:
        return self.data / "cosmos.jsonl"

    def start(self) -> None:
        command = ["node", str(SERVER), "--port", str(self.port), "--data", str(self.data)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line.startswith("cosmos ready: http://127.0.0.1:"):
            pytest.fail(f"the server did not start: {line}{self.process.communicate()[1]}")
        self.port = int(line.rsplit(":", 1)[1])

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.communicate()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.communicate(timeout=10)


class Client:
    """One of the SDK's containers, sync or aio, as coroutines."""

    def __init__(self, container: Any) -> None:
        self.proxy = container

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self.proxy, name)

        async def call(*args: Any, **kwargs: Any) -> Any:
            result = method(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result

        return call

    async def query(self, text: str, parameters: dict[str, Any] | None = None, **options: Any) -> list[Any]:
        """All rows; in all partitions unless ``partition_key`` is given."""
        return [row for page in await self.pages(text, parameters, **options) for row in page]

    async def pages(
        self, text: str, parameters: dict[str, Any] | None = None, **options: Any
    ) -> list[list[Any]]:
        continuation = options.pop("continuation", None)
        is_sync = isinstance(self.proxy, azure.cosmos.ContainerProxy)
        if is_sync and "partition_key" not in options:
            options["enable_cross_partition_query"] = True
        named = [{"name": name, "value": value} for name, value in (parameters or {}).items()]
        pager = self.proxy.query_items(text, parameters=named, **options).by_page(continuation)
        if is_sync:
            return [list(page) for page in pager]
        return [[row async for row in page] async for page in pager]

    async def page(
        self, text: str, parameters: dict[str, Any] | None = None, **options: Any
    ) -> tuple[list[Any], str | None]:
        """One page and the token of the next."""
        continuation = options.pop("continuation", None)
        named = [{"name": name, "value": value} for name, value in (parameters or {}).items()]
        pager = self.proxy.query_items(text, parameters=named, **options).by_page(continuation)
        if isinstance(self.proxy, azure.cosmos.ContainerProxy):
            rows = list(next(pager))
        else:
            rows = [row async for row in await anext(pager)]
        return rows, pager.continuation_token


def create_container(url: str, policy: dict[str, Any] | None = None) -> tuple[str, str]:
    """The app's container, or one with another indexing policy, in a database of its own."""
    key = DEFINITION["partitionKey"]
    with azure.cosmos.CosmosClient(url, KEY) as client:
        database = client.create_database(f"database-{uuid4()}")
        container = database.create_container(
            "items",
            PartitionKey(path=key["paths"][0], kind=key["kind"], version=key["version"]),
            indexing_policy=policy or DEFINITION["indexingPolicy"],
        )
        return database.id, container.id


def send(
    server: CosmosServer, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], Any]:
    """A request that the SDK would not make: status, headers by lower-case name, JSON."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        response = connection.getresponse()
        text = response.read()
        found = {name.lower(): value for name, value in response.getheaders()}
        return response.status, found, json.loads(text) if text else None
    finally:
        connection.close()


def item(item_id: str = "one", user: str = "user-a", **fields: Any) -> dict[str, Any]:
    return {"id": item_id, "userId": user, **fields}


def charge(result: Any) -> float:
    return float(result.get_response_headers()["x-ms-request-charge"])
