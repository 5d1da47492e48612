"""The store on Azure Cosmos DB: one async client per process, made on first use, on the running loop.

Every request charge (RU) is read from the response and logged with the operation's name.
"""

import asyncio
import logging
import math
import time
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from shared.loading import load
from shared.logs import log
from shared.settings import cosmos_settings
from shared.store import Json, StoreUnavailable

if TYPE_CHECKING:
    from azure.cosmos import CosmosDict
    from azure.cosmos.aio import ContainerProxy, CosmosClient

DATABASE = "cv-checker-db"
CONTAINER = "cv-checker-data"
REQUEST_SECONDS = 4.0
"""Bound on one operation, the SDK's own retries included: a client gets its 503 within ten seconds."""

_OURS = {400, 404, 409, 412, 413}
"""For these the request is to blame. 401 and 403 are a role that is not assigned yet, or not any more; all
others are trouble of the service, or of what is in between."""


class _Operation:
    """Collects the request charge of an operation's responses, for one line when it ends."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.units = 0.0
        self.requests = 0
        self.refused: int | None = None
        """The HTTP status of an expected refusal."""
        self.started = time.perf_counter()

    def charge(self, headers: Mapping[str, str], *_: object) -> None:
        self.units += _charge_of(headers)
        self.requests += 1

    def end(self, outcome: str) -> None:
        if outcome == "ok" and not self.requests:
            return  # a query's end, seen without asking again
        log(
            "cosmos",
            operation=self.name,
            outcome=outcome,
            requestCharge=round(self.units, 2),
            requests=self.requests,
            durationMs=round((time.perf_counter() - self.started) * 1000, 1),
        )


@asynccontextmanager
async def _guarded(name: str, *, expected: tuple[int, ...] = ()) -> AsyncIterator[_Operation]:
    """Bounds an operation in time, maps the SDK's errors and logs the charge.

    Of the statuses that are ``expected`` (404, 409, 412) none is raised.
    """
    await load("azure.cosmos.aio")
    from azure.core.exceptions import AzureError
    from azure.cosmos.exceptions import CosmosClientTimeoutError, CosmosHttpResponseError

    operation = _Operation(name)
    try:
        async with asyncio.timeout(REQUEST_SECONDS):
            yield operation
    except TimeoutError:
        operation.end("timeout")
        raise StoreUnavailable from None
    except CosmosHttpResponseError as error:
        status = error.status_code or 0
        operation.charge(error.headers or {})
        operation.end(str(status))
        if status not in _OURS or _container_is_missing(error):
            raise StoreUnavailable from None
        if status not in expected:
            raise
        operation.refused = status
    except (AzureError, CosmosClientTimeoutError, OSError, OddAnswer) as error:
        operation.end(type(error).__name__)
        raise StoreUnavailable from None
    except asyncio.CancelledError:
        operation.end("cancelled")  # who asked waits no longer: a health check, a request at its end
        raise
    else:
        operation.end("ok")


class OddAnswer(Exception):
    """What came is no answer of Cosmos DB: a proxy's page, or nothing."""


def _charge_of(headers: Mapping[str, str]) -> float:
    try:
        charge = float(headers.get("x-ms-request-charge", 0))
    except ValueError:
        return 0.0
    return charge if math.isfinite(charge) else 0.0


def _check_answer(response: Any) -> None:
    """Raises OddAnswer: Cosmos DB answers with a JSON object, or with nothing where there is nothing to say.

    For the pipeline, below what would make a success, a 404 or a defect of it.
    """
    answer = response.http_response
    try:
        body: bytes = answer.body()
    except (ValueError, zlib.error):
        raise OddAnswer from None
    status, request = answer.status_code, answer.request
    if "html" in answer.headers.get("content-type", "").lower():
        raise OddAnswer
    if status >= 400 or (status == 304 and "if-none-match" in request.headers):
        return
    if status not in ((204,) if request.method == "DELETE" else (200, 201, 204)):
        raise OddAnswer
    if not body.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{") and (body or request.method == "GET"):
        raise OddAnswer


def _document(answer: Any, document_id: str) -> Json:
    """Raises OddAnswer for what is not the document."""
    if not isinstance(answer, dict) or answer.get("id") != document_id:
        raise OddAnswer
    return dict(answer)


def _check_stored(answer: "CosmosDict", document: Json) -> None:
    """Raises OddAnswer for what does not say that the document was stored. A body was not asked for."""
    if answer:
        stored = answer.get("id") == document["id"]
    else:
        stored = any(name.lower().startswith("x-ms-") for name in answer.get_response_headers())
    if not stored:
        raise OddAnswer


def _container_is_missing(error: Any) -> bool:
    """404 with a sub-status names the container or database, not the item (an unfinished deployment)."""
    return error.status_code == 404 and getattr(error, "sub_status", None) in (1003, 1013)


class CosmosStore:
    """See ``shared/store.py`` for what the methods promise."""

    def __init__(self) -> None:
        self._client: CosmosClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock: asyncio.Lock | None = None

    async def _container(self) -> "ContainerProxy":
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._lock, self._client = loop, asyncio.Lock(), None
        assert self._lock is not None
        async with self._lock:
            if self._client is None:
                client = _make_client()
                try:
                    await client.__aenter__()
                except BaseException:
                    await asyncio.shield(client.close())
                    raise
                self._client = client
        return self._client.get_database_client(DATABASE).get_container_client(CONTAINER)

    async def create(self, document: Json, *, operation: str) -> bool:
        async with _guarded(operation, expected=(409,)) as guard:
            container = await self._container()
            _check_stored(
                await container.create_item(document, response_hook=guard.charge, no_response=True),
                document,
            )
        return guard.refused is None

    async def read(self, user_id: str, document_id: str, *, operation: str) -> Json | None:
        async with _guarded(operation, expected=(404,)) as guard:
            container = await self._container()
            answer = await container.read_item(document_id, partition_key=user_id, response_hook=guard.charge)
            return _document(answer, document_id)
        return None

    async def patch(
        self, user_id: str, document_id: str, changes: Json, *, condition: str, operation: str
    ) -> Json | None:
        operations = [{"op": "set", "path": f"/{name}", "value": value} for name, value in changes.items()]
        async with _guarded(operation, expected=(404, 412)) as guard:
            container = await self._container()
            answer = await container.patch_item(
                document_id,
                partition_key=user_id,
                patch_operations=operations,
                filter_predicate=f"FROM c WHERE {condition}",
                response_hook=guard.charge,
            )
            return _document(answer, document_id)
        return None

    async def upsert(self, document: Json, *, operation: str) -> None:
        async with _guarded(operation) as guard:
            container = await self._container()
            _check_stored(
                await container.upsert_item(document, response_hook=guard.charge, no_response=True),
                document,
            )

    async def delete(
        self, user_id: str, document_id: str, *, operation: str, etag: str | None = None
    ) -> bool:
        async with _guarded(operation, expected=(404, 412)) as guard:
            from azure.core import MatchConditions

            match = None if etag is None else MatchConditions.IfNotModified
            container = await self._container()
            await container.delete_item(
                document_id,
                partition_key=user_id,
                response_hook=guard.charge,
                etag=etag,
                match_condition=match,
            )
        return guard.refused is None

    async def query(
        self,
        user_id: str | None,
        text: str,
        parameters: Mapping[str, object],
        *,
        operation: str,
        page_size: int = 100,
    ) -> AsyncIterator[Json]:
        named: list[dict[str, object]] = [
            {"name": name, "value": value} for name, value in parameters.items()
        ]
        pages = None

        def charge(headers: Mapping[str, str], *_: object) -> None:
            guard.charge(headers)  # of the page that is being asked for

        while True:
            async with _guarded(operation) as guard:
                if pages is None:
                    container = await self._container()
                    scope: dict[str, Any] = {} if user_id is None else {"partition_key": user_id}
                    items = container.query_items(
                        text,
                        parameters=named,
                        max_item_count=page_size,
                        response_hook=charge,
                        **scope,
                    )
                    pages = items.by_page()
                try:
                    page = [row async for row in await anext(pages)]
                except StopAsyncIteration:
                    return
                except (AttributeError, KeyError, TypeError):
                    raise OddAnswer from None  # an object that is no page
                if not (text.startswith("SELECT VALUE") or all(isinstance(row, dict) for row in page)):
                    raise OddAnswer
            for row in page:
                yield row

    async def ping(self) -> None:
        async with _guarded("container.read") as guard:
            container = await self._container()
            _document(await container.read(response_hook=guard.charge), CONTAINER)


def _make_client() -> "CosmosClient":
    from azure.cosmos.aio import CosmosClient

    settings = cosmos_settings()
    options: dict[str, Any] = {
        "connection_timeout": 3,
        "read_timeout": 4,
        "retry_total": 3,
        "retry_backoff_max": 3,
        "logger": logging.getLogger("azure.cosmos"),
        "raw_response_hook": _check_answer,
    }
    if settings.connection_string:
        return CosmosClient.from_connection_string(settings.connection_string, **options)
    from azure.identity.aio import DefaultAzureCredential

    assert settings.account_endpoint is not None
    credential = DefaultAzureCredential(managed_identity_client_id=settings.client_id)
    return CosmosClient(settings.account_endpoint, credential=credential, **options)


@cache
def document_store() -> CosmosStore:
    """The process's one store."""
    return CosmosStore()
