"""Memory of a process and its children while something runs."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path


class Peak:
    """Highest sum of resident memory seen, in bytes above what the process held at the start."""

    above_start = 0


@contextlib.contextmanager
def watch_memory(pid: int) -> Iterator[Peak]:
    """Samples every few milliseconds; of a new child the high-water mark, so that no short peak is missed."""
    peak = Peak()
    start = _kilobytes(pid, "VmRSS")
    before = _children(pid)
    done = threading.Event()

    def sample() -> None:
        while not done.wait(0.004):
            total = (
                _kilobytes(pid, "VmRSS")
                - start
                + sum(_kilobytes(child, "VmHWM", parent=pid) for child in _children(pid) - before)
            )
            peak.above_start = max(peak.above_start, total * 1024)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def _children(pid: int) -> set[int]:
    children: set[int] = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            children |= set(map(int, (task / "children").read_text().split()))
    return children


def _kilobytes(pid: int, field: str, *, parent: int | None = None) -> int:
    with contextlib.suppress(OSError, StopIteration, ValueError):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        # Between fork and exec a child is a copy of its parent, which costs nothing.
        if parent is not None and _command(pid) == _command(parent):
            return 0
        return int(next(line for line in lines if line.startswith(field)).split()[1])
    return 0


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
