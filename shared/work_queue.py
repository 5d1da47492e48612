"""The queue of analysis requests: what its messages say and how they are sent.

A message carries ids only (the claim check pattern): a queue message holds 64 KiB, a CV may hold 100 KB, and
nobody's personal data waits in a queue. Encoded as base64, which is what the queue trigger expects.
"""

import asyncio
import contextlib
import time
import zlib
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pydantic import ValidationError

from shared.clock import UtcTime
from shared.documents import CamelModel
from shared.loading import load
from shared.logs import bind_log_context, log
from shared.settings import queue_settings

if TYPE_CHECKING:
    from azure.storage.queue.aio import QueueClient

QUEUE = "analysis-requests"
POISON_QUEUE = "analysis-requests-poison"
SEND_SECONDS = 3.0


_ODD_ANSWER = (AttributeError, LookupError, SyntaxError, TypeError, ValueError, zlib.error)
"""What the SDK stumbles with over an answer that is not the queue's: a proxy's page, or nothing."""


class QueueUnavailable(Exception):
    """The queue did not take the message."""


class UnreadableMessage(Exception):
    """Not a message of ours, or of a version that this code does not know."""


class AnalysisRequest(CamelModel):
    version: Literal[1] = 1
    kind: Literal["analyse"] = "analyse"
    user_id: str
    analysis_id: str
    cv_id: str
    job_id: str
    correlation_id: str | None = None
    traceparent: str | None = None


class PurgeRequest(CamelModel):
    """Sent with a delay when something was deleted under a run that might still write it."""

    version: Literal[1] = 1
    kind: Literal["purge"] = "purge"
    user_id: str
    document_ids: list[str]
    created_before: UtcTime | None = None
    """The time of the deletion: what was created later, or deleted later and left a tombstone, is not what it
    was of. A message may come late, and twice."""
    correlation_id: str | None = None


def parse_message(body: bytes) -> AnalysisRequest | PurgeRequest:
    """Raises UnreadableMessage, which quotes nothing of the body."""
    for model in (AnalysisRequest, PurgeRequest):
        try:
            return model.model_validate_json(body, strict=True)
        except ValidationError:
            continue
    raise UnreadableMessage("not an analysis request or purge request of version 1")


def bind_sender(request: AnalysisRequest | PurgeRequest) -> None:
    """The log lines of this invocation are found by the id of the request that sent the message."""
    trace = (getattr(request, "traceparent", None) or "").split("-")
    bind_log_context(requestId=request.correlation_id, traceId=trace[1] if len(trace) == 4 else None)


class Sender(Protocol):
    async def send(self, request: AnalysisRequest | PurgeRequest, *, delay_seconds: int = 0) -> None:
        """Raises QueueUnavailable."""
        ...


class WorkQueue:
    """One async client per process, made on first use, on the running loop."""

    def __init__(self) -> None:
        self._client: QueueClient | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def _queue(self) -> "QueueClient":
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._client, self._loop = _make_client(), loop
        return self._client

    async def send(self, request: AnalysisRequest | PurgeRequest, *, delay_seconds: int = 0) -> None:
        """Raises QueueUnavailable."""
        body = request.model_dump_json(by_alias=True, exclude_none=True)
        sent = await self._call(
            "send", lambda: self._queue().send_message(body, visibility_timeout=delay_seconds)
        )
        if not sent.id:
            raise QueueUnavailable("the answer is not the queue's")

    async def oldest_visible(self) -> datetime | None:
        """When the message at the front was enqueued; None: nothing waits."""
        messages = await self._call("peek", lambda: self._queue().peek_messages(max_messages=1))
        inserted: datetime | None = messages[0].inserted_on if messages else None
        return inserted

    async def ping(self) -> None:
        properties = await self._call("properties", lambda: self._queue().get_queue_properties())
        if properties.approximate_message_count is None:
            raise QueueUnavailable("the answer is not the queue's")

    async def _call(self, operation: str, call: Any) -> Any:
        await load("azure.storage.queue.aio")
        from azure.core.exceptions import AzureError, ResourceExistsError, ResourceNotFoundError

        started = time.perf_counter()
        outcome = "cancelled"  # unless it ends: a health check waits no longer, nor a request at its end
        try:
            async with asyncio.timeout(SEND_SECONDS):
                try:
                    answer = await call()
                except ResourceNotFoundError:
                    # An account that was set up anew: make the queue rather than refuse.
                    with contextlib.suppress(ResourceExistsError):
                        await self._queue().create_queue()
                    answer = await call()
            outcome = "ok"
            return answer
        except (AzureError, OSError, TimeoutError, *_ODD_ANSWER) as error:
            outcome = type(error).__name__
            raise QueueUnavailable("the queue is unavailable") from None
        finally:
            log(
                "queue",
                operation=operation,
                outcome=outcome,
                durationMs=round((time.perf_counter() - started) * 1000, 1),
            )


def _make_client() -> "QueueClient":
    from azure.storage.queue import TextBase64EncodePolicy
    from azure.storage.queue.aio import QueueClient

    settings = queue_settings()
    options: dict[str, Any] = {
        "message_encode_policy": TextBase64EncodePolicy(),
        "retry_total": 1,
        # Within a second: by default the SDK waits for a quarter of a minute, and nobody else does.
        "initial_backoff": 0,
        "increment_base": 0,
        "random_jitter_range": 1,
        "connection_timeout": 2,
        "read_timeout": 3,
    }
    if settings.connection_string:
        return QueueClient.from_connection_string(settings.connection_string, QUEUE, **options)
    from azure.identity.aio import DefaultAzureCredential

    assert settings.service_uri is not None
    credential = DefaultAzureCredential(managed_identity_client_id=settings.client_id)
    return QueueClient(settings.service_uri, QUEUE, credential=credential, **options)


@cache
def work_queue() -> WorkQueue:
    """The process's one sender."""
    return WorkQueue()
