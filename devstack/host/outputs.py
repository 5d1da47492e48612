"""Output bindings, written one by one once the function returned; a failing one fails the invocation.

What was written before the failure stays, as in Azure: there is no transaction around an invocation.

Sources: "Azure Cosmos DB output binding for Azure Functions", "Azure Queue storage output bindings for Azure
Functions" on Microsoft Learn; order and encoding follow the extensions' async collectors.
"""

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from azure.storage.queue.aio import QueueClient

from devstack.host.config import ConfigError, connection, resolve
from devstack.host.protos import Message, TypedData
from devstack.host.storage import queue_client, send_and_create
from devstack.host.worker import Function, InvocationFailed

WRITE_SECONDS = 5.0
"""The longest that one document or message may take, so that a frozen store fails the invocation."""


class Output(Protocol):
    async def write(self, data: TypedData) -> None:
        """Raises what the store's SDK raises, or ValueError for data that the binding cannot write."""

    async def close(self) -> None: ...


class Outputs:
    """The output bindings of all functions. Raises ConfigError for one that cannot work."""

    def __init__(self, functions: Iterable[Function], *, base64: bool) -> None:
        self._accounts: dict[str, CosmosAccount] = {}
        self._outputs = {
            (function.name, str(binding["name"])): self._output(binding, function.where(binding), base64)
            for function in functions
            for binding in function.outputs
            if binding["type"] != "http"
        }

    def _output(self, binding: Mapping[str, Any], where: str, base64: bool) -> Output:
        if binding["type"] == "queue":
            setting = binding.get("connection") or "AzureWebJobsStorage"
            return QueueOutput(open_queue(setting, str(binding["queueName"]), where, base64=base64))
        text = connection(binding["connection"], where)
        account = self._accounts.setdefault(text, CosmosAccount(text, where))
        return CosmosOutput(account, binding, where)

    async def write(self, function: Function, response: Message) -> None:
        """Raises InvocationFailed, whose text has the kind of failure only: documents stay out of the log."""
        values = {one.name: one.data for one in response.output_data or ()}
        values["$return"] = response.return_value
        for binding in function.outputs:
            output = self._outputs.get((function.name, binding["name"]))
            data = values.get(binding["name"])
            if output is None or data is None:
                continue
            try:
                await output.write(data)
            except MissingContainer as error:
                raise _failed(function, binding, str(error)) from None
            except Exception as error:  # an SDK raises what it likes for a document that it cannot write
                status = getattr(error, "status_code", None)
                kind = type(error).__name__
                raise _failed(function, binding, f"{kind} {status}" if status else kind) from None

    async def close(self) -> None:
        for output in self._outputs.values():
            await output.close()
        for account in self._accounts.values():
            await account.close()


def _failed(function: Function, binding: Mapping[str, Any], reason: str) -> InvocationFailed:
    return InvocationFailed(f"The output of {function.where(binding)} failed: {reason}")


def open_queue(setting: str, name: str, where: str, *, base64: bool) -> QueueClient:
    """The client of a queue binding. Raises ConfigError."""
    try:
        return queue_client(connection(setting, where), resolve(name, where), base64=base64)
    except ValueError:
        raise ConfigError(f"{where}: the setting {setting} is not a storage connection string") from None


class QueueOutput:
    def __init__(self, queue: QueueClient) -> None:
        self._queue = queue

    async def write(self, data: TypedData) -> None:
        for text in _messages(data):
            async with asyncio.timeout(WRITE_SECONDS):
                await send_and_create(self._queue, text)

    async def close(self) -> None:
        await self._queue.close()


def _messages(data: TypedData) -> list[str]:
    """A text or bytes is one message; of a JSON list each entry is one, objects as their JSON text."""
    kind = data.WhichOneof("data")
    if kind == "bytes":
        return [data.bytes.decode()]
    if kind != "json":
        return [str(getattr(data, kind or ""))]
    value = json.loads(data.json)
    entries = value if isinstance(value, list) else [value]
    return [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in entries]


class MissingContainer(ValueError):
    """Not found, and the binding may not create it."""


class CosmosAccount:
    """The client of one account, opened on first use; opened again after an attempt that failed."""

    def __init__(self, connection_string: str, where: str) -> None:
        # Here and not above: an app without Cosmos bindings does not pay for this import.
        from azure.cosmos.aio import CosmosClient

        self._connection_string = connection_string
        self._class = CosmosClient
        self._client: CosmosClient | None = None
        self._opening = asyncio.Lock()
        try:
            self._new()
        except ValueError:
            raise ConfigError(f"{where}: its connection is not a Cosmos DB connection string") from None

    def _new(self) -> Any:
        return self._class.from_connection_string(
            self._connection_string, connection_timeout=2, read_timeout=4, retry_total=1, retry_connect=1
        )

    async def client(self) -> Any:
        async with self._opening:
            if self._client is None:
                client = self._new()
                try:
                    await client.__aenter__()
                except BaseException:
                    await client.close()
                    raise
                self._client = client
            return self._client

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()


class CosmosOutput:
    def __init__(self, account: CosmosAccount, binding: Mapping[str, Any], where: str) -> None:
        self._account = account
        self._database = resolve(binding["databaseName"], where)
        self._container = resolve(binding["containerName"], where)
        self._create = bool(binding.get("createIfNotExists"))
        self._throughput: int | None = binding.get("containerThroughput")
        self._partition_key = resolve(binding.get("partitionKey") or "", where)
        if self._create and not self._partition_key:
            raise ConfigError(f"{where}: createIfNotExists needs a partitionKey")

    async def write(self, data: TypedData) -> None:
        for document in _documents(data):
            async with asyncio.timeout(WRITE_SECONDS):
                await self._upsert(document)

    async def _upsert(self, document: dict[str, Any]) -> None:
        from azure.cosmos.exceptions import CosmosResourceNotFoundError

        client = await self._account.client()
        container = client.get_database_client(self._database).get_container_client(self._container)
        try:
            await container.upsert_item(document)
        except CosmosResourceNotFoundError:
            if not self._create:
                raise MissingContainer(
                    f"the container {self._container} of the database {self._database} does not exist"
                    " and createIfNotExists is not set"
                ) from None
            await self._create_container(client)
            await container.upsert_item(document)

    async def _create_container(self, client: Any) -> None:
        from azure.cosmos import PartitionKey

        database = await client.create_database_if_not_exists(self._database)
        await database.create_container_if_not_exists(
            self._container,
            partition_key=PartitionKey(path=self._partition_key),
            offer_throughput=self._throughput,
        )

    async def close(self) -> None:
        """The account closes the client."""


def _documents(data: TypedData) -> list[dict[str, Any]]:
    """Raises ValueError for anything but one JSON object or a list of them."""
    kind = data.WhichOneof("data")
    if kind not in ("json", "string", "bytes"):
        raise ValueError("not JSON")
    value = json.loads(getattr(data, kind))
    documents = value if isinstance(value, list) else [value]
    if not all(isinstance(document, dict) for document in documents):
        raise ValueError("not a JSON object")
    return documents
