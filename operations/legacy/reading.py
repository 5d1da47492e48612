"""Where old documents come from: a file, or the old service's own container. Each can be read more than once.

What is yielded is anything that JSON can say; ``Unreadable`` stands for a line that is none.
"""

import json
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from azure.core.exceptions import AzureError

from operations.connections import OperationFailed
from shared.settings import SettingsError

if TYPE_CHECKING:
    from azure.cosmos.aio import CosmosClient

SETTING = "LEGACY_COSMOS"
_PAGE = 100


@dataclass(frozen=True, slots=True)
class Unreadable:
    reason: str


type Source = Callable[[], AsyncIterator[Any]]


def from_file(path: Path) -> Source:
    """A JSON array (also one that is JSON in a JSON text, as localStorage gives it), or JSON Lines.

    Raises OperationFailed, when it is read, for a file that is neither.
    """

    async def read() -> AsyncIterator[Any]:
        try:
            with path.open("rb") as file:
                start = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
                file.seek(0)
                if start[:1] in (b"[", b'"'):
                    for item in _array(file.read()):
                        yield item
                else:
                    for line in file:
                        if line.strip():
                            yield _parsed(line)
        except OSError as error:
            raise OperationFailed(f"The file cannot be read: {error.strerror}.") from None

    return read


def _array(content: bytes) -> list[Any]:
    parsed = _parsed(content)
    if isinstance(parsed, str):
        parsed = _parsed(parsed.encode(errors="replace"))
    if not isinstance(parsed, list):
        raise OperationFailed(
            "The file is no JSON array. Export it again, or give JSON Lines: one document in each line."
        )
    return parsed


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Unreadable("it is not JSON in UTF-8")


def from_container(name: str) -> Source:
    """``DATABASE/CONTAINER`` of the account that LEGACY_COSMOS (or LEGACY_COSMOS__accountEndpoint) names.

    Raises SettingsError and OperationFailed when it is read.
    """
    database, _, container = name.partition("/")

    async def read() -> AsyncIterator[Any]:
        try:
            async with _client() as client:
                items = client.get_database_client(database).get_container_client(container)
                async for item in items.query_items("SELECT * FROM c", max_item_count=_PAGE):
                    yield dict(item)
        except AzureError as error:
            status = getattr(error, "status_code", None)
            raise OperationFailed(
                f"The old container does not answer as it should ({status or type(error).__name__}). Look at "
                f"{SETTING}, at the names of database and container, and at your access to them."
            ) from None

    return read


@asynccontextmanager
async def _client() -> "AsyncIterator[CosmosClient]":
    from azure.cosmos.aio import CosmosClient

    connection = os.environ.get(SETTING, "").strip()
    endpoint = os.environ.get(f"{SETTING}__accountEndpoint", "").strip()
    if connection and "AccountEndpoint=" not in connection:
        raise SettingsError(f"{SETTING} must be a connection string: AccountEndpoint=https://…;AccountKey=…;")
    if connection:
        async with CosmosClient.from_connection_string(connection) as client:
            yield client
    elif endpoint:
        from azure.identity.aio import DefaultAzureCredential

        async with (
            DefaultAzureCredential() as credential,
            CosmosClient(endpoint, credential=credential) as client,
        ):
            yield client
    else:
        raise SettingsError(
            f"{SETTING} (connection string) or {SETTING}__accountEndpoint must name the old account"
        )
