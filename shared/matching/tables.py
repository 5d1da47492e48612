"""Reading the tables that come with the package, which are kept as long as the process lives."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def data_file(name: str) -> str:
    """The text of a file of ``data``."""
    from pathlib import Path  # not at import time: it takes a twentieth of that

    return (Path(__file__).parent / "data" / name).read_text("utf-8")


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
