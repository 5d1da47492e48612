"""Memory of this process and its children while something runs."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path


class Peak:
    """Highest sum of resident memory seen, in bytes above what this process held at the start."""

    above_start = 0


@contextlib.contextmanager
def watch_memory() -> Iterator[Peak]:
    """Samples every few milliseconds; of a child the high-water mark, so that no short peak is missed."""
    peak = Peak()
    start = _kilobytes(os.getpid(), "VmRSS")
    done = threading.Event()

    def sample() -> None:
        while not done.wait(0.004):
            total = (
                _kilobytes(os.getpid(), "VmRSS")
                - start
                + sum(_kilobytes(pid, "VmHWM") for pid in _children())
            )
            peak.above_start = max(peak.above_start, total * 1024)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def _children() -> list[int]:
    children: list[int] = []
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError):
            children += map(int, (task / "children").read_text().split())
    return children


def _kilobytes(pid: int, field: str) -> int:
    with contextlib.suppress(OSError, StopIteration, ValueError):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        # Between fork and exec a child is a copy of this process, which costs nothing.
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if pid != os.getpid() and command == Path("/proc/self/cmdline").read_bytes():
            return 0
        return int(next(line for line in lines if line.startswith(field)).split()[1])
    return 0
