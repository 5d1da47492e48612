"""Work beside the requests, which nobody waits for: on the same event loop, while the process lives."""

import asyncio
from collections.abc import Coroutine
from typing import Any

_under_way: set[asyncio.Task[None]] = set()
"""The event loop itself keeps no task from being collected."""


def do_beside(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.create_task(work)
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)
