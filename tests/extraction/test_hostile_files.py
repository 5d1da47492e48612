"""Whatever is uploaded, the answer is a 4xx within five seconds of a processor, without a great deal of memory."""

import os
import re
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from devstack.stack import Stack
from tests.extraction.hostile import HOSTILE
from tests.extraction.memory import watch_memory
from tests.support import Api

SECONDS = 9
PROCESSOR_SECONDS = 5
BYTES = 200 * 1024 * 1024
_TRIES = 5
"""What is refused because the machine is busy is asked for again."""


def processor_seconds_of_children(pid: int) -> float:
    """Of those that have ended (proc_pid_stat(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_quickly_and_cheaply(name: str, api: Api, stack: Stack) -> None:
    hostile = HOSTILE[name]()
    path = f"/api/v1/cvs?{urlencode({'filename': hostile.filename})}"
    for _ in range(_TRIES):
        used = processor_seconds_of_children(stack.pid("host"))
        with watch_memory(stack.pid("host")) as peak:
            started = time.monotonic()
            answer = api.post(path, hostile.data, headers={"Content-Type": "application/octet-stream"})
            seconds = time.monotonic() - started
        if answer.status != 503:
            break
    assert 400 <= answer.status < 500
    assert answer.code == hostile.code
    assert re.search(r"[Uu]pload|[Ss]ave|[Ee]xport|paste|without|at most", answer.json["detail"])
    assert seconds < SECONDS
    assert processor_seconds_of_children(stack.pid("host")) - used < PROCESSOR_SECONDS
    assert peak.above_start < BYTES
    assert api.get("/api/v1/cvs").json["items"] == []
