"""Storage-queue triggers: polling, batches, renewal, retries and poison queues as in the real extension.

Sources: "Azure Queue storage trigger for Azure Functions" (Poison messages, Polling algorithm, Concurrency)
and "Azure Queue storage trigger and bindings for Azure Functions overview" (host.json settings) on
Microsoft Learn; the order of steps follows QueueListener and QueueProcessor of the WebJobs storage
extension.
"""

import asyncio
import base64
import contextlib
import logging
import os
import random
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from azure.core.exceptions import HttpResponseError, ResourceNotFoundError
from azure.storage.queue import QueueMessage
from azure.storage.queue.aio import QueueClient

from devstack.host.config import ConfigError, QueueOptions
from devstack.host.invocations import Invoker
from devstack.host.outputs import open_queue
from devstack.host.protos import TypedData
from devstack.host.storage import STORAGE_ERRORS, send_and_create
from devstack.host.worker import Function, InvocationFailed

POISON_SUFFIX = "-poison"
FIRST_POLL_SECONDS = 0.1
OUTAGE_POLL_SECONDS = 1.0
RETRY_SECONDS = 0.5
LONGEST_QUEUE_NAME = 63


def lease_seconds() -> int:
    """Seconds that a message stays invisible while its function runs; renewed at half of it.

    The real host takes ten minutes. A shorter lease lets the local stack deliver again soon what a killed
    host had in hand; it is a setting of this host only. Raises ConfigError.
    """
    text = os.environ.get("DEVSTACK_INFLIGHT_SECONDS", "15")
    if not text.isdecimal() or not 2 <= int(text) <= 604_800:
        raise ConfigError("DEVSTACK_INFLIGHT_SECONDS must be a whole number of seconds, at least 2")
    return int(text)


class LeaseLost(Exception):
    """The message is gone, or was delivered to somebody else."""


class QueueListener:
    """One queue trigger: ``run`` polls until ``stop`` was called and what ran has ended.

    Raises ConfigError for a binding that cannot work.
    """

    def __init__(self, function: Function, invoker: Invoker, options: QueueOptions) -> None:
        self._function, self._invoker, self._options = function, invoker, options
        trigger = function.trigger
        setting, where = trigger.get("connection") or "AzureWebJobsStorage", function.where(trigger)
        self._binary = str(trigger.get("dataType", "")).lower() == "binary"
        self._lease = lease_seconds()
        self._queue = open_queue(setting, str(trigger["queueName"]), where, base64=False)
        self._name: str = self._queue.queue_name
        poison = self._name + POISON_SUFFIX
        self._poison = (
            None
            if self._name.endswith(POISON_SUFFIX) or len(poison) > LONGEST_QUEUE_NAME
            else open_queue(setting, poison, where, base64=False)
        )
        self._log = logging.getLogger("Host.Triggers.Queues")
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()
        self._grace = 0.0
        self._away = False

    async def run(self) -> None:
        delays = _Backoff(self._options.max_polling_interval)
        while not self._stopping.is_set():
            messages = await self._receive()
            for message in messages:
                task = asyncio.create_task(self._handle(message))
                self._running.add(task)
                task.add_done_callback(self._running.discard)
            if messages:
                delays.reset()
                await self._wait_for_room()
            else:
                await self._pause(OUTAGE_POLL_SECONDS if self._away else delays.next())
        if self._running:
            await asyncio.wait(self._running, timeout=self._grace)
        left = set(self._running)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def stop(self, grace: float) -> None:
        """Fetches no more; what runs has ``grace`` seconds to end, the rest reappears in the queue later."""
        self._grace = grace
        self._stopping.set()

    async def close(self) -> None:
        await self._queue.close()
        if self._poison is not None:
            await self._poison.close()

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()

    async def _wait_for_room(self) -> None:
        """A new batch is fetched as soon as at most ``newBatchThreshold`` messages are in hand."""
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            while len(self._running) > self._options.new_batch_threshold and not self._stopping.is_set():
                await asyncio.wait({stopping, *self._running}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()

    async def _receive(self) -> list[QueueMessage]:
        """The next messages; none when the queue is empty, missing, or its storage away."""
        try:
            # A request that a frozen storage answers too late must not take messages with it: look first.
            peeked = await self._queue.peek_messages(max_messages=1)
            messages = await self._receive_batch() if peeked else []
        except ResourceNotFoundError:
            messages = []  # there may be a queue of this name later
        except STORAGE_ERRORS as error:
            if not self._away:
                self._log.warning(
                    "The storage of queue %s does not answer (%s); trying again until it does",
                    self._name,
                    type(error).__name__,
                )
            self._away = True
            return []
        if self._away:
            self._log.warning("The storage of queue %s answers again", self._name)
        self._away = False
        return messages

    async def _receive_batch(self) -> list[QueueMessage]:
        pages = self._queue.receive_messages(
            messages_per_page=self._options.batch_size, visibility_timeout=self._lease
        ).by_page()
        async for page in pages:
            return [message async for message in page]
        return []

    async def _handle(self, message: QueueMessage) -> None:
        lease = _Lease(self._queue, message, self._lease, self._log)
        try:
            await self._process(message, lease)
        except LeaseLost:
            self._log.warning(
                "Queue %s: message %s is gone or was delivered again before it was settled",
                self._name,
                message.id,
            )
        except STORAGE_ERRORS as error:
            self._log.warning(
                "Queue %s: message %s could not be settled (%s); it will be delivered again",
                self._name,
                message.id,
                type(error).__name__,
            )
        except Exception:
            self._log.exception("Queue %s: message %s met a defect of the host", self._name, message.id)

    async def _process(self, message: QueueMessage, lease: "_Lease") -> None:
        body = self._decode(str(message.content))
        if body is None:
            await self._bury(message, lease)
            return
        deliveries = message.dequeue_count or 1
        if deliveries > self._options.max_dequeue_count:
            # Delivered before without an end: the host died, or the lease ran out.
            await self._bury(message, lease)
            return
        async with lease.renewed():
            succeeded = await self._invoke(message, body)
        if succeeded:
            await lease.settle(self._queue.delete_message)
        elif self._poison is None:
            pass  # as the real host: it stays invisible for the rest of the lease, no fast loop starts
        elif deliveries >= self._options.max_dequeue_count:
            await self._bury(message, lease)
        else:
            await lease.release(self._options.visibility_timeout)

    async def _invoke(self, message: QueueMessage, body: bytes) -> bool:
        try:
            data = TypedData(bytes=body) if self._binary else TypedData(string=body.decode())
        except UnicodeDecodeError:
            self._log.error("Queue %s: message %s is not text in UTF-8", self._name, message.id)
            return False
        reason = f"New queue message detected on '{self._name}'."
        try:
            await self._invoker.invoke(self._function, data, reason, metadata=_metadata(message))
        except InvocationFailed:
            return False
        return True

    def _decode(self, text: str) -> bytes | None:
        if not self._options.base64:
            return text.encode()
        try:
            return base64.b64decode(re.sub(r"[ \t\r\n]", "", text), validate=True)
        except ValueError:
            return None

    async def _bury(self, message: QueueMessage, lease: "_Lease") -> None:
        poison = self._poison
        if poison is None:
            return  # as the real host: it comes back after every lease until it expires, and nobody gets it
        self._log.warning(
            "Message %s has reached MaxDequeueCount of %d or cannot be decoded. Moving it to queue '%s'.",
            message.id,
            self._options.max_dequeue_count,
            poison.queue_name,
        )
        await lease.insist(lambda: send_and_create(poison, str(message.content)))
        await lease.settle(self._queue.delete_message)


class _Lease:
    """The invisibility of one received message: kept up, given back, or ended by deleting the message."""

    def __init__(self, queue: QueueClient, message: QueueMessage, seconds: int, log: logging.Logger) -> None:
        self._queue, self._message, self._seconds, self._log = queue, message, seconds, log
        self._ends = time.monotonic() + seconds
        self._lost = False

    @contextlib.asynccontextmanager
    async def renewed(self) -> AsyncIterator[None]:
        ended = asyncio.Event()
        renewal = asyncio.create_task(self._renew(ended))
        try:
            yield
        except asyncio.CancelledError:
            renewal.cancel()
            raise
        finally:
            ended.set()
            # A renewal under way is waited for: its pop receipt is the one that counts afterwards.
            await asyncio.wait({renewal})

    async def _renew(self, ended: asyncio.Event) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds / 2):
                    await ended.wait()
                    return
            try:
                await self.insist(lambda: self._set_visibility(self._seconds))
            except LeaseLost:
                self._log.warning(
                    "Queue %s: the lease of message %s was lost while its function runs",
                    self._queue.queue_name,
                    self._message.id,
                )
                self._lost = True
                return
            except STORAGE_ERRORS as error:
                self._log.warning(
                    "Queue %s: the lease of message %s could not be renewed (%s)",
                    self._queue.queue_name,
                    self._message.id,
                    type(error).__name__,
                )

    async def _set_visibility(self, seconds: float) -> None:
        asked = time.monotonic()
        renewed = await self._queue.update_message(self._message, visibility_timeout=round(seconds))
        self._message.pop_receipt = renewed.pop_receipt
        self._ends = asked + seconds

    async def release(self, seconds: float) -> None:
        """Makes the message visible again in ``seconds``. Raises LeaseLost, or STORAGE_ERRORS."""
        await self.settle(lambda _: self._set_visibility(seconds))

    async def settle(self, action: Callable[[QueueMessage], Awaitable[Any]]) -> None:
        """What ends the lease. Raises LeaseLost, or STORAGE_ERRORS."""
        if self._lost:
            raise LeaseLost
        await self.insist(lambda: action(self._message))

    async def insist(self, action: Callable[[], Awaitable[Any]]) -> None:
        """Tries again while the storage is away and the lease lasts. Raises LeaseLost or STORAGE_ERRORS."""
        while True:
            try:
                await action()
                return
            except HttpResponseError as error:
                if error.status_code in (400, 404):  # PopReceiptMismatch, MessageNotFound
                    raise LeaseLost from None
                if time.monotonic() + RETRY_SECONDS >= self._ends:
                    raise
            except STORAGE_ERRORS:
                if time.monotonic() + RETRY_SECONDS >= self._ends:
                    raise
            await asyncio.sleep(RETRY_SECONDS)


class _Backoff:
    """Exponential with a random fifth either way, from 100 ms to ``most`` seconds."""

    def __init__(self, most: float) -> None:
        self._most = most
        self._exponent = 0

    def reset(self) -> None:
        self._exponent = 0

    def next(self) -> float:
        growth = 2.0 ** (self._exponent - 1) * random.uniform(0.8, 1.2) if self._exponent else 0.0  # noqa: S311
        delay = min(FIRST_POLL_SECONDS * (1 + growth), self._most)
        if delay < self._most:
            self._exponent += 1
        return delay


def _metadata(message: QueueMessage) -> dict[str, TypedData]:
    def moment(value: datetime | None, otherwise: datetime) -> TypedData:
        text = (value or otherwise).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
        return TypedData(json=f'"{text}"')

    never = datetime.max.replace(tzinfo=UTC)
    return {
        "Id": TypedData(string=message.id),
        "DequeueCount": TypedData(json=str(message.dequeue_count or 1)),
        "PopReceipt": TypedData(string=message.pop_receipt or ""),
        "InsertionTime": moment(message.inserted_on, datetime.now(UTC)),
        "ExpirationTime": moment(message.expires_on, never),
        "NextVisibleTime": moment(message.next_visible_on, never),
    }
