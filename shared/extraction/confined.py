"""Runs one of the app's worker modules in a process of its own: bounded, without secrets, killed when
late."""

import asyncio
import json
import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shared.extraction import Extracted
from shared.extraction.formats import Format
from shared.extraction.problems import TOO_COMPLEX, UnreadableFile
from shared.logs import log

SECONDS = 4.0
"""Wall-clock time for one file, the start of the process included."""

_ROOT = Path(__file__).resolve().parents[2]
_INHERITED = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP")

# One thread waits for one process. Their number bounds how many files are read at once on this instance, and
# with it the memory; asyncio's own subprocesses would need a bound of another kind and tie it to one event
# loop.
_waiting = ThreadPoolExecutor(max_workers=3, thread_name_prefix="confined")


class ChildFailed(Exception):
    """The process crashed, ran out of memory or took too long."""


async def run(module: str, *arguments: str, data: bytes) -> bytes:
    """What ``python -m module arguments`` writes to its standard output when ``data`` is its standard input.

    The child gets the import path but not the environment: connection strings are none of its business.
    Raises ``ChildFailed``.
    """
    return await asyncio.get_running_loop().run_in_executor(_waiting, _run, module, arguments, data)


def _run(module: str, arguments: tuple[str, ...], data: bytes) -> bytes:
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    # The Functions worker finds the app's packages through its own changes to sys.path, which no child would
    # repeat.
    environment["PYTHONPATH"] = os.pathsep.join([str(_ROOT), *(entry for entry in sys.path if entry)])
    try:
        # -P: not the current directory; -S: no site module, whose work is already in PYTHONPATH.
        done = subprocess.run(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-P", "-S", "-m", module, *arguments],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired:
        reason = "timeout"
    except subprocess.CalledProcessError as error:
        reason = f"exit {error.returncode}"
    else:
        return done.stdout
    log("confined_process_failed", level=logging.WARNING, module=module, reason=reason)
    raise ChildFailed(reason)


async def read_document(kind: Format, data: bytes) -> Extracted:
    """What a PDF or Word file holds. Raises ``UnreadableFile``."""
    try:
        answer = json.loads(await run("shared.extraction.worker", kind.value, data=data))
    except ChildFailed:
        raise UnreadableFile("unreadable_file", TOO_COMPLEX) from None
    if "code" in answer:
        raise UnreadableFile(answer["code"], answer["message"])
    return Extracted(**answer)
