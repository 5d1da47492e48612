"""``python -m devstack [start|demo|init|setup]``: the entry for people with and without make.

Sets up what is missing first and goes on inside the virtual environment.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from types import FrameType

from devstack.setup_tools import PYTHON, ROOT, VENV, SetupError, set_up


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m devstack", description=__doc__)
    commands = ("start", "demo", "init", "setup")
    parser.add_argument("command", nargs="?", default="start", choices=commands)
    command: str = parser.parse_args().command
    try:
        set_up()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if command == "setup":
        return 0
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), "-m", "devstack", command])  # noqa: S606 - our own interpreter
    if command == "init":
        return _init()
    return _start() if command == "start" else _demo()


def _start() -> int:
    from devstack.stack import Stack, StackError

    stopping = False

    def stop(*_: int | FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    class Stopped(Exception):
        pass

    def interrupt(*_: int | FrameType | None) -> None:
        raise Stopped

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    try:
        with Stack(echo_host_log=True) as stack:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, stop)
            print(f"Ready: {stack.url}", flush=True)
            ended = None
            while not stopping and ended is None:
                ended = stack.first_to_end()
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)
    except StackError as error:
        print(error, file=sys.stderr)
        return 1
    except Stopped:
        return 0
    if ended is not None and not stopping:
        print(
            f"{ended} ended by itself, so everything was stopped; see its log under STATE_DIR/logs.",
            file=sys.stderr,
        )
        return 1
    return 0


def _demo() -> int:
    """On free ports with data of its own, so that it meets no running stack and touches no kept data."""
    from devstack.stack import Stack, StackError

    def interrupt(*_: int | FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="cv-checker-demo-") as folder,
            Stack(state_dir=Path(folder), free_ports=True, env={"DAILY_ANALYSES_PER_USER": "0"}) as stack,
        ):
            demo = [sys.executable, "-m", "devstack.demo", "--base-url", stack.url]
            return subprocess.run(demo, cwd=ROOT, check=False).returncode
    except StackError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _init() -> int:
    import asyncio

    from devstack.host.config import load_local_settings
    from devstack.initialise import initialise

    load_local_settings(ROOT)
    asyncio.run(initialise())
    print("The database, its container and the queues are there.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
