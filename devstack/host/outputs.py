"""Output bindings, written after the function returned: Cosmos DB documents and queue messages.

Documents are upserted one by one, without a transaction; a failure fails the invocation, as in Azure.
"""

import asyncio
import contextlib
import json
import logging
from typing import Any

from devstack.host.config import connection, resolve
from devstack.host.protos import Message, TypedData
from devstack.host.worker import Function, InvocationFailed

WRITE_SECONDS = 10.0
DEVELOPMENT_STORAGE = (
    "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
    "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
    "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
)
"""The emulator's documented account; its key is public."""

_log = logging.getLogger("host")


class Outputs:
    """Clients are made on first use and kept."""

    def __init__(self, base64: bool) -> None:
        self._base64 = base64
        self._cosmos: dict[str, Any] = {}
        self._queues: dict[tuple[str, str], Any] = {}

    async def write(self, function: Function, response: Message) -> None:
        """Raises InvocationFailed."""
        values = {one.name: one.data for one in response.output_data or ()}
        for binding in function.outputs:
            data = values.get(binding["name"])
            if binding["name"] == "$return" and binding["type"] != "http":
                data = response.return_value
            if data is None or binding["type"] == "http":
                continue
            try:
                async with asyncio.timeout(WRITE_SECONDS):
                    if binding["type"] == "cosmosDB":
                        await self._upsert(function, binding, data)
                    else:
                        await self._enqueue(function, binding, data)
            except Exception as error:
                _log.error(
                    "Executed 'Functions.%s' (Failed): output binding %s: %s",
                    function.name,
                    binding["name"],
                    type(error).__name__,
                )
                raise InvocationFailed(f"output binding {binding['name']}") from None

    async def _upsert(self, function: Function, binding: dict[str, Any], data: TypedData) -> None:
        where = f"function {function.name}, binding {binding['name']}"
        client = await self._cosmos_client(
            connection(binding.get("connection") or "AzureWebJobsCosmosDB", where)
        )
        database = client.get_database_client(resolve(binding["databaseName"], where))
        container = database.get_container_client(resolve(binding["containerName"], where))
        documents = json.loads(_text(data))
        for document in documents if isinstance(documents, list) else [documents]:
            await container.upsert_item(document)

    async def _cosmos_client(self, connection_string: str) -> Any:
        from azure.cosmos.aio import CosmosClient

        if connection_string not in self._cosmos:
            client = CosmosClient.from_connection_string(connection_string, retry_total=3, read_timeout=5)
            await client.__aenter__()
            self._cosmos[connection_string] = client
        return self._cosmos[connection_string]

    async def _enqueue(self, function: Function, binding: dict[str, Any], data: TypedData) -> None:
        where = f"function {function.name}, binding {binding['name']}"
        key = (
            connection(binding.get("connection") or "AzureWebJobsStorage", where),
            resolve(binding["queueName"], where),
        )
        from azure.core.exceptions import ResourceExistsError, ResourceNotFoundError

        if key not in self._queues:
            self._queues[key] = queue_client(*key, base64=self._base64)
        queue = self._queues[key]
        kind = data.WhichOneof("data")
        body = getattr(data, kind or "string")
        messages = json.loads(body) if kind == "json" else [body]
        for message in messages if isinstance(messages, list) else [messages]:
            text = message["body"] if isinstance(message, dict) and "body" in message else message
            text = text.decode() if isinstance(text, bytes) else text
            try:
                await queue.send_message(text)
            except ResourceNotFoundError:
                with contextlib.suppress(ResourceExistsError):
                    await queue.create_queue()
                await queue.send_message(text)

    async def close(self) -> None:
        for client in (*self._cosmos.values(), *self._queues.values()):
            await client.close()


def _text(data: TypedData) -> str:
    value = getattr(data, data.WhichOneof("data") or "string")
    return value.decode() if isinstance(value, bytes) else str(value)


def queue_client(connection_string: str, name: str, *, base64: bool) -> Any:
    """An async client whose requests end within seconds, so that a frozen storage cannot wedge the host."""
    from azure.storage.queue import TextBase64EncodePolicy
    from azure.storage.queue.aio import QueueClient

    if connection_string == "UseDevelopmentStorage=true":
        connection_string = DEVELOPMENT_STORAGE
    policy: dict[str, Any] = {"message_encode_policy": TextBase64EncodePolicy()} if base64 else {}
    return QueueClient.from_connection_string(
        connection_string, name, retry_total=0, connection_timeout=2, read_timeout=5, **policy
    )
