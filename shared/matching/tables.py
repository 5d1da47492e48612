"""Reading the large tables, which are kept as long as the process lives."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """What is made meanwhile is not looked through for garbage: hundreds of thousands of small objects, none
    of which is. A fifth of the time that it takes to read the skill table."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
