"""Heavy packages are imported where they are used, in a thread: the first request waits, no other does."""

import asyncio
import importlib
import sys


async def load(module: str) -> None:
    """Imports a package without holding up the event loop; nothing to do the second time."""
    if module not in sys.modules:
        await asyncio.to_thread(importlib.import_module, module)
