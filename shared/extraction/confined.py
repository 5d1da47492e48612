"""Runs one of the app's worker modules in a process of its own: bounded, without secrets, killed when
late."""

import asyncio
import contextlib
import json
import logging
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from shared.extraction import Extracted
from shared.extraction.formats import Format
from shared.extraction.limits import CPU_SECONDS
from shared.extraction.problems import TOO_COMPLEX, UnreadableFile
from shared.extraction.slots import Slots
from shared.logs import log

ANSWER_SECONDS = 8.0
"""Wall-clock time until a caller has its answer, the wait for its turn included. How long a file may take is
counted in time of the processor (``limits.CPU_SECONDS``): beside others it gets only a part of one."""
WAIT_SECONDS = 5.0
"""How long a file waits for its turn: a little longer than those before it may take."""
_FAIR_SHARE = 0.75
"""Of a file's time of the processor: what had less when time was up was kept waiting by others."""
BRIEF_SECONDS = 1.0
"""What takes longer gives way to other files, few of which do."""

_ROOT = Path(__file__).resolve().parents[2]
_INHERITED = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP")

_PROCESSES = min(4, (os.process_cpu_count() or 1) + 1)
"""One for each processor, where several long files would keep each other from being read in time, and one for
the brief files beside them."""

# One thread waits for one process. Their number bounds how many files are read at once on this instance, and
# with it the memory; asyncio's own subprocesses would tie it to one event loop. One user's files, however
# slow, leave a process to the others.
_threads = ThreadPoolExecutor(max_workers=_PROCESSES, thread_name_prefix="confined")
_slots = Slots(_PROCESSES, most_per_user=_PROCESSES - 1)
_long: list[int] = []
"""Processes that read a long file."""


class Busy(Exception):
    """Too many files are being read; nothing need be wrong with this one."""


class ChildFailed(Exception):
    """The process crashed, ran out of memory or took too long."""


async def run(module: str, *arguments: str, data: bytes, user: str = "") -> bytes:
    """What ``python -m module arguments`` writes to its standard output when ``data`` is its standard input.

    The child gets the import path but not the environment: connection strings are none of its business.
    Raises ``ChildFailed``, and ``Busy`` if its turn does not come or others keep the processor from it.
    """
    deadline = time.monotonic() + ANSWER_SECONDS
    asked = _slots.ask(user)
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            await asyncio.wrap_future(asked)
    except BaseException as error:
        if not asked.cancel():
            _slots.give_back(user)  # it was granted in the same moment
        if isinstance(error, TimeoutError):
            log("confined_process_refused", level=logging.WARNING, module=module)
            raise Busy from None
        raise
    running: Future[bytes] = _threads.submit(_run, module, arguments, data, deadline)
    # Not when this caller goes away: the process then still runs.
    running.add_done_callback(lambda _: _slots.give_back(user))
    return await asyncio.wrap_future(running)


def _run(module: str, arguments: tuple[str, ...], data: bytes, deadline: float) -> bytes:
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    # The Functions worker finds the app's packages through its own changes to sys.path, which no child would
    # repeat.
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *(entry for entry in sys.path if entry)])
    # -P: not the current directory; -S: no site module, whose work is already in PYTHONPATH.
    with subprocess.Popen(  # noqa: S603 (our own interpreter and module)
        [sys.executable, "-P", "-S", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        try:
            output = _communicate(process, data, deadline)
        except subprocess.TimeoutExpired:
            if _processor_seconds(process.pid) < _FAIR_SHARE * CPU_SECONDS:
                log("confined_process_refused", level=logging.WARNING, module=module)
                raise Busy from None
            reason = "timeout"
        else:
            if process.returncode == 0:
                return output
            reason = f"exit {process.returncode}"
        finally:
            process.kill()
    log("confined_process_failed", level=logging.WARNING, module=module, reason=reason)
    raise ChildFailed(reason)


def _communicate(process: subprocess.Popen[bytes], data: bytes, deadline: float) -> bytes:
    """What the process writes. Raises ``subprocess.TimeoutExpired``."""
    left = deadline - time.monotonic()
    try:
        return process.communicate(data, timeout=min(BRIEF_SECONDS, left))[0]
    except subprocess.TimeoutExpired:
        with _giving_way(process.pid):
            return process.communicate(timeout=deadline - time.monotonic())[0]


@contextlib.contextmanager
def _giving_way(pid: int) -> Iterator[None]:
    """To brief files, and to those that were long before it: the first of several then ends in time, where
    equals would all be late."""
    _long.append(pid)
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, 6 * len(_long) - 5)  # 1, 7, 13, 19
    try:
        yield
    finally:
        _long.remove(pid)


def _processor_seconds(pid: int) -> float:
    """What a process used of the processor (proc_pid_stat(5)); infinite where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return math.inf


async def read_document(kind: Format, data: bytes, *, user: str) -> Extracted:
    """What a PDF or Word file holds. Raises ``UnreadableFile``, ``Busy``."""
    try:
        answer = json.loads(await run("shared.extraction.worker", kind.value, data=data, user=user))
    except ChildFailed:
        raise UnreadableFile("unreadable_file", TOO_COMPLEX) from None
    if "code" in answer:
        raise UnreadableFile(answer["code"], answer["message"])
    return Extracted(**answer)
