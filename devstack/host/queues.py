"""Storage-queue triggers: polling, batches, renewal, retries and poison queues as the real extension does.

Source: "host.json v2.x reference, queues" and "Azure Queue storage trigger" on Microsoft Learn; the treatment
of a poison queue's own failures follows the QueueProcessor of the WebJobs SDK.
"""

import asyncio
import base64
import binascii
import contextlib
import logging
import os
from typing import Any

from devstack.host.config import ConfigError, QueueOptions, connection, resolve
from devstack.host.outputs import Outputs, queue_client
from devstack.host.protos import TypedData
from devstack.host.worker import Function, InvocationFailed, Worker

_log = logging.getLogger("host")

FIRST_POLL_SECONDS = 0.1
POISON_SUFFIX = "-poison"
POISON_LEASE_SECONDS = 600


def lease_seconds() -> int:
    """Seconds that a message in flight stays invisible between renewals.

    The real host takes ten minutes; a shorter lease lets the local stack recover quickly from a killed host.
    """
    return int(os.environ.get("DEVSTACK_INFLIGHT_SECONDS", "15"))


class QueueListener:
    """One queue trigger: fetches up to ``batchSize`` messages whenever at most ``newBatchThreshold`` run."""

    def __init__(self, function: Function, worker: Worker, outputs: Outputs, options: QueueOptions) -> None:
        where = f"function {function.name}, queue trigger"
        self._function, self._worker, self._outputs, self._options = function, worker, outputs, options
        self._connection = connection(function.trigger.get("connection") or "AzureWebJobsStorage", where)
        self.queue = resolve(function.trigger["queueName"], where)
        if not 1 <= options.batch_size <= 32:
            raise ConfigError("host.json extensions.queues.batchSize must be from 1 to 32")
        self._client = queue_client(self._connection, self.queue, base64=False)
        poison = None if self.queue.endswith(POISON_SUFFIX) else f"{self.queue}{POISON_SUFFIX}"
        self._poison = queue_client(self._connection, poison, base64=False) if poison else None
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()
        self._away = False

    async def run(self) -> None:
        delay = FIRST_POLL_SECONDS
        while not self._stopping.is_set():
            fetched = 0
            if len(self._running) <= self._options.new_batch_threshold:
                fetched = await self._fetch()
            if fetched:
                delay = FIRST_POLL_SECONDS
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), delay)
            delay = min(delay * 2, self._options.max_polling_interval, 2.0 if self._away else 3600.0)

    async def stop(self, grace: float) -> None:
        """Waits for what runs; what is not done then reappears in the queue."""
        self._stopping.set()
        if self._running:
            await asyncio.wait(set(self._running), timeout=grace)
        for task in self._running:
            task.cancel()
        await self._client.close()
        if self._poison:
            await self._poison.close()

    async def _fetch(self) -> int:
        from azure.core.exceptions import AzureError, ResourceNotFoundError

        count = 0
        try:
            async with asyncio.timeout(10):
                pages = self._client.receive_messages(
                    messages_per_page=self._options.batch_size,
                    visibility_timeout=lease_seconds(),
                    max_messages=self._options.batch_size,
                )
                async for message in pages:
                    count += 1
                    task = asyncio.create_task(self._handle(message))
                    self._running.add(task)
                    task.add_done_callback(self._running.discard)
        except ResourceNotFoundError:
            return count  # found when it is created
        except (AzureError, OSError, TimeoutError) as error:
            if not self._away:
                _log.warning("queue %s does not answer (%s); trying again", self.queue, type(error).__name__)
            self._away = True
            return count
        if self._away:
            _log.warning("queue %s answers again", self.queue)
        self._away = False
        return count

    async def _handle(self, message: Any) -> None:
        try:
            body = self._decode(message)
            if body is None:
                _log.error("queue %s: a message is not base64; moved to poison", self.queue)
                await self._to_poison(message)
                return
            renewal = asyncio.create_task(self._renew(message))
            try:
                response = await self._worker.invoke(
                    self._function, TypedData(bytes=body), metadata=_metadata(message)
                )
                await self._outputs.write(self._function, response)
            except InvocationFailed:
                await _end(renewal)
                await self._failed(message)
                return
            except BaseException:
                await _end(renewal)
                raise
            await _end(renewal)
            await self._client.delete_message(message)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            # The store is away or the lease was lost: the message reappears and is delivered again.
            _log.warning("queue %s: a message was not settled (%s)", self.queue, type(error).__name__)

    def _decode(self, message: Any) -> bytes | None:
        if not self._options.base64:
            return str(message.content).encode()
        try:
            return base64.b64decode(message.content, validate=True)
        except (ValueError, binascii.Error):
            return None

    async def _renew(self, message: Any) -> None:
        lease = lease_seconds()
        while True:
            await asyncio.sleep(lease / 2)
            try:
                renewed = await self._client.update_message(message, visibility_timeout=lease)
                message.pop_receipt = renewed.pop_receipt
            except Exception as error:
                _log.warning("queue %s: a lease was not renewed (%s)", self.queue, type(error).__name__)

    async def _failed(self, message: Any) -> None:
        if self._poison is None:
            # As the real one: no poison queue of a poison queue, and no fast endless loop.
            await self._client.update_message(message, visibility_timeout=POISON_LEASE_SECONDS)
        elif (message.dequeue_count or 1) >= self._options.max_dequeue_count:
            _log.error(
                "queue %s: a message failed %s times; moved to poison", self.queue, message.dequeue_count
            )
            await self._to_poison(message)
        else:
            seconds = int(self._options.visibility_timeout)
            await self._client.update_message(message, visibility_timeout=seconds)

    async def _to_poison(self, message: Any) -> None:
        from azure.core.exceptions import ResourceExistsError, ResourceNotFoundError

        if self._poison is None:
            await self._client.delete_message(message)
            return
        try:
            await self._poison.send_message(message.content)
        except ResourceNotFoundError:
            with contextlib.suppress(ResourceExistsError):
                await self._poison.create_queue()
            await self._poison.send_message(message.content)
        await self._client.delete_message(message)


async def _end(renewal: asyncio.Task[None]) -> None:
    renewal.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await renewal


def _metadata(message: Any) -> dict[str, TypedData]:
    metadata = {
        "Id": TypedData(string=message.id),
        "PopReceipt": TypedData(string=message.pop_receipt or ""),
        "DequeueCount": TypedData(json=str(message.dequeue_count or 1)),
    }
    for name, moment in (
        ("InsertionTime", message.inserted_on),
        ("ExpirationTime", message.expires_on),
        ("NextVisibleTime", message.next_visible_on),
    ):
        if moment is not None:
            metadata[name] = TypedData(string=moment.strftime("%Y-%m-%dT%H:%M:%S+00:00"))
    return metadata
