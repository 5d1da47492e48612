"""What the tests of the supervisor share: starting it as a person does, seeing what it leaves behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support import ROOT


class Supervisor:
    """``python -m devstack start`` in a terminal of its own."""

    def __init__(self, state_dir: Path, *arguments: str, **environment: str) -> None:
        self.state_dir = state_dir
        self.process = subprocess.Popen(
            [sys.executable, "-m", "devstack", "start", *arguments],
            cwd=ROOT,
            env={**os.environ, "STATE_DIR": str(state_dir), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def first_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def finish(self) -> tuple[int, str, str]:
        """Exit code, the rest of stdout, stderr."""
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err

    def description(self) -> dict[str, Any]:
        description: dict[str, Any] = json.loads((self.state_dir / "stack.json").read_text(encoding="utf-8"))
        return description

    def pids(self) -> list[int]:
        description = self.description()
        return [description[name]["pid"] for name in ("azurite", "cosmos", "host")]


@contextmanager
def started(state_dir: Path) -> Iterator[Supervisor]:
    """A supervisor that printed its Ready line; killed at the end if it still runs."""
    supervisor = Supervisor(state_dir, "--free-ports")
    try:
        line = supervisor.first_line()
        assert line.startswith("Ready: http://127.0.0.1:"), supervisor.finish()
        yield supervisor
    finally:
        if supervisor.process.poll() is None:
            supervisor.process.kill()
        supervisor.process.communicate()


def is_running(pid: int) -> bool:
    """A zombie that its parent has not collected yet does not run."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip()) and not done.stdout.strip().startswith("Z")


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
