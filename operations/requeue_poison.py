"""Moves messages of the poison queue back to the queue, for what a defect or an outage buried.

Sent first, deleted then: a crash in between leaves a message twice, which the app takes as once. A message
that the app cannot read would only come back, so it stays.
"""

import asyncio
from argparse import ArgumentParser, Namespace
from base64 import b64decode
from collections import Counter

from azure.core.exceptions import ResourceNotFoundError
from azure.storage.queue import QueueMessage
from azure.storage.queue.aio import QueueClient

from operations.connections import name_stores, open_queue
from shared.work_queue import POISON_QUEUE, QUEUE, UnreadableMessage, parse_message

HELP = f"move the messages of {POISON_QUEUE} back to {QUEUE}"
_PAGE = 32
_HOLD_SECONDS = 120
"""How long nobody else sees the messages of a page; more than it takes to move them."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--dry-run", action="store_true", help=f"look at the first {_PAGE} messages, move none"
    )


def run(options: Namespace) -> int:
    name_stores()
    return asyncio.run(_look() if options.dry_run else _move())


async def _look() -> int:
    async with open_queue(POISON_QUEUE) as poison:
        waiting = await _count(poison)
        kinds = (
            Counter(_kind(message) for message in await poison.peek_messages(_PAGE))
            if waiting
            else Counter[str]()
        )
    print(f"{waiting} messages are in {POISON_QUEUE}; nothing was moved.")
    _print_kinds("can be seen", kinds)
    return 0


async def _move() -> int:
    async with open_queue(POISON_QUEUE) as poison, open_queue(QUEUE) as queue:
        moved, left = await _move_all(poison, queue, most=await _count(poison))
    print(f"{moved.total()} messages were moved to {QUEUE}.")
    _print_kinds("moved", moved)
    if left:
        print(f"{left} messages are not the app's and were left in {POISON_QUEUE}.")
    return 1 if left else 0


async def _move_all(poison: QueueClient, queue: QueueClient, *, most: int) -> tuple[Counter[str], int]:
    """At most as many as there were at the start: what comes back meanwhile is not moved round and round."""
    moved: Counter[str] = Counter()
    left: list[QueueMessage] = []
    if not most:
        return moved, 0
    async for message in poison.receive_messages(
        messages_per_page=min(_PAGE, most), visibility_timeout=_HOLD_SECONDS, max_messages=most
    ):
        kind = _kind(message)
        if kind == "unreadable":
            left.append(message)
            continue
        await queue.send_message(message.content)
        await poison.delete_message(message)
        moved[kind] += 1
    for message in left:
        await poison.update_message(message, visibility_timeout=0)
    return moved, len(left)


async def _count(queue: QueueClient) -> int:
    """Those in flight included; 0 where the queue was never made."""
    try:
        return (await queue.get_queue_properties()).approximate_message_count or 0
    except ResourceNotFoundError:
        return 0


def _kind(message: QueueMessage) -> str:
    try:
        return parse_message(b64decode(message.content, validate=True)).kind
    except (UnreadableMessage, ValueError):
        return "unreadable"


def _print_kinds(what: str, kinds: Counter[str]) -> None:
    for kind, number in sorted(kinds.items()):
        print(f"  {what}: {number} × {kind}")
