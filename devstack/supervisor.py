"""``start`` and ``demo``: one stack from start to stop, whatever ends it."""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from devstack.stack import HOST, ROOT, STORES, Stack, StackError

_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _StopAsked(BaseException):
    """Ctrl-C, SIGTERM or a closed terminal. Not an Exception: no library may swallow it."""


def start(*, free_ports: bool, verbose: bool) -> int:
    """Runs until it is told to stop (0) or a process ends by itself (1). Prints one line on stdout."""

    def stay(stack: Stack) -> int:
        print(f"Ready: {stack.url}", flush=True)
        raise StackError(f"{stack.wait()} Everything else was stopped.")

    echo = (HOST, *STORES) if verbose else (HOST,)
    try:
        return _run(lambda: Stack(free_ports=free_ports, echo=echo), stay)
    except _StopAsked:
        return 0


def demo() -> int:
    """On free ports with data of its own, so that it meets no running stack and touches no kept data."""

    def show(stack: Stack) -> int:
        with subprocess.Popen(
            [sys.executable, "-m", "devstack.demo", "--base-url", stack.url], cwd=ROOT
        ) as script:
            try:
                code = script.wait()
            except BaseException:
                script.terminate()
                raise
        if code:
            lines = stack.log(HOST).read_text(errors="replace").splitlines()
            print("The host's last lines:", *lines[-20:], sep="\n", file=sys.stderr)
        return code

    with tempfile.TemporaryDirectory(prefix="cv-checker-demo-") as folder:
        env = {"DAILY_ANALYSES_PER_USER": "0"}
        try:
            return _run(lambda: Stack(state_dir=Path(folder), free_ports=True, env=env), show)
        except _StopAsked:
            return 130


def _run(make: Callable[[], Stack], work: Callable[[Stack], int]) -> int:
    for number in _STOP_SIGNALS:
        signal.signal(number, _ask_to_stop)
    try:
        stack = make()
        try:
            stack.start()
            return work(stack)
        finally:
            _ignore_stop_signals()
            stack.stop()
    except StackError as error:
        print(error, file=sys.stderr)
        return 1


def _ask_to_stop(_: int, __: FrameType | None) -> None:
    _ignore_stop_signals()
    raise _StopAsked


def _ignore_stop_signals() -> None:
    """Stopping takes ten seconds at most; a second Ctrl-C must not cut it short."""
    for number in _STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
