"""The stores that a command works on, by the app's own settings, opened once and closed at the end.

The environment names both stores, or ``local.settings.json`` does: never one each. A command that read
documents from Azure and sent messages to a local queue would do harm in silence, and so would the short
intervals of the local file.
"""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from azure.core.exceptions import AzureError
from azure.storage.queue.aio import QueueClient

from devstack.connections import local_settings
from shared.cosmos import CosmosStore
from shared.logs import quiet_sdk_loggers
from shared.settings import CosmosSettings, QueueSettings, cosmos_settings, forget_settings, queue_settings
from shared.work_queue import WorkQueue

ROOT = Path(__file__).resolve().parents[1]
_STORES = ("COSMOS", "AzureWebJobsStorage")


class OperationFailed(Exception):
    """A command cannot do its work; the message says why and what to do, and holds no personal data."""


def use_settings(folder: Path = ROOT) -> None:
    """The values of local.settings.json, unless the environment names a store; written to the environment."""
    named = (name.partition("__")[0] for name, value in os.environ.items() if value.strip())
    if not any(name in _STORES for name in named):
        for name, value in local_settings(folder).get("Values", {}).items():
            os.environ.setdefault(name, value)
    forget_settings()
    quiet_sdk_loggers()


def name_stores() -> None:
    """One line on stderr: where a command is about to read and write. Raises SettingsError."""
    cosmos, queue = cosmos_settings(), queue_settings()
    print(
        f"Cosmos DB {_host(cosmos.account_endpoint or _part(cosmos.connection_string, 'AccountEndpoint'))}, "
        f"queue {_host(queue.service_uri or _queue_endpoint(queue.connection_string))}",
        file=sys.stderr,
    )


def _queue_endpoint(connection: str | None) -> str:
    account = _part(connection, "AccountName")
    return _part(connection, "QueueEndpoint") or f"https://{account}.queue.core.windows.net"


def _part(connection: str | None, key: str) -> str:
    parts = dict(part.split("=", 1) for part in (connection or "").split(";") if "=" in part)
    return parts.get(key, "")


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2] or "?"


class _ClosableStore(CosmosStore):
    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()


class _ClosableQueue(WorkQueue):
    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()


@dataclass(frozen=True, slots=True)
class Stores:
    documents: CosmosStore
    queue: WorkQueue


@asynccontextmanager
async def open_stores() -> AsyncIterator[Stores]:
    """Raises SettingsError; StoreUnavailable and QueueUnavailable come from their use."""
    name_stores()
    documents, queue = _ClosableStore(), _ClosableQueue()
    try:
        yield Stores(documents, queue)
    finally:
        await documents.close()
        await queue.close()


@asynccontextmanager
async def open_queue(name: str) -> AsyncIterator[QueueClient]:
    """The queue with its messages as they lie there, encoded. Raises SettingsError, OperationFailed."""
    settings = queue_settings()
    # The SDK's own pauses between retries are made for services: 15 seconds and more.
    options: dict[str, Any] = {
        "retry_total": 1,
        "initial_backoff": 1,
        "increment_base": 2,
        "random_jitter_range": 0,
        "connection_timeout": 5,
        "read_timeout": 10,
    }
    try:
        if settings.connection_string:
            async with QueueClient.from_connection_string(
                settings.connection_string, name, **options
            ) as queue:
                yield queue
            return
        from azure.identity.aio import DefaultAzureCredential

        assert settings.service_uri is not None
        async with (
            DefaultAzureCredential(managed_identity_client_id=settings.client_id) as credential,
            QueueClient(settings.service_uri, name, credential=credential, **options) as queue,
        ):
            yield queue
    except AzureError as error:
        raise OperationFailed(
            f"The queue {name} does not do what is asked of it ({type(error).__name__}). Does the storage of "
            "AzureWebJobsStorage run, and has your identity the role Storage Queue Data Contributor?"
        ) from None


def connection_strings(cosmos: CosmosSettings, queue: QueueSettings) -> tuple[str, str]:
    """Of both stores. Raises OperationFailed where one is reached with managed identity."""
    if not cosmos.connection_string or not queue.connection_string:
        raise OperationFailed(
            "Database and containers cannot be created with an identity: data-plane roles do not allow it. "
            "In Azure the templates under infra/ create them: `azd provision`."
        )
    return cosmos.connection_string, queue.connection_string
