"""Every test, in three lanes: many wait, for a restart or a time-out, and leave the cores to others."""

import os
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

_AT_ONCE = 3
_TRACED = ("--cov", "--cov-report=")
# Each in a process of its own: some measure memory, some start stacks that are no stack of the app's tests.
_UNTRACED = ("tests/web", "tests/host", "tests/stack", "tests/extraction", "tests/cosmos")
_CRASHES = "tests/app/test_crashes.py"
_APP = ("tests/app", f"--ignore={_CRASHES}", *_TRACED)
_MATCHING = ("tests/matching", *_TRACED)
# What is named nowhere, so that a new folder is not forgotten.
_OTHERS = (*(f"--ignore={folder}" for folder in (*_UNTRACED, "tests/app", "tests/matching")), *_TRACED)
_LONGEST_FIRST = (_APP, _MATCHING, _UNTRACED[:1], _OTHERS, (_CRASHES,), *((one,) for one in _UNTRACED[1:]))


def run_every_test() -> int:
    """The first exit code that is not 0. What a command prints is shown when it has ended."""
    _coverage("erase")
    showing = threading.Lock()

    def run(number: int, arguments: tuple[str, ...]) -> int:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
            code = subprocess.run(
                [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *arguments],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=os.environ | {"COVERAGE_FILE": f".coverage.{number}"},
                check=False,
            ).returncode
            output.seek(0)
            with showing:
                print(f"pytest {' '.join(arguments)}\n{output.read()}", flush=True)
        return code

    with ThreadPoolExecutor(_AT_ONCE) as lanes:
        codes = list(lanes.map(run, range(len(_LONGEST_FIRST)), _LONGEST_FIRST))
    codes.append(_coverage("combine", "--quiet"))
    codes.append(_coverage("report", "--skip-covered", "--fail-under=95"))
    return next((code for code in codes if code), 0)


def _coverage(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], check=False).returncode
