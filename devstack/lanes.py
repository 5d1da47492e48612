"""Every test, in two lanes: many wait, for a restart or a time-out, and leave the cores to others."""

import os
import subprocess
import sys
import tempfile
import threading

# Each in a process of its own: some measure memory, some start stacks that are no stack of the app's tests.
_UNTRACED = (("tests/cosmos", "tests/stack", "tests/host"), ("tests/extraction", "tests/web"))
_TRACED = ["-q", "--cov", "--cov-report="]
_ELSEWHERE = [f"--ignore={folder}" for folder in (*_UNTRACED[0], *_UNTRACED[1], "tests/app")]
_LANES = (
    [*(["-q", folder] for folder in _UNTRACED[0]), [*_TRACED, "tests/app"]],
    # Everything else last, so that a new folder is not forgotten.
    [*(["-q", folder] for folder in _UNTRACED[1]), [*_TRACED, *_ELSEWHERE]],
)


def run_every_test() -> int:
    """The first exit code that is not 0. What a lane prints is shown when each of its commands has ended."""
    _coverage("erase")
    codes: list[int] = []
    showing = threading.Lock()

    def run(number: int, commands: list[list[str]]) -> None:
        env = os.environ | {"COVERAGE_FILE": f".coverage.lane{number}"}
        for command in commands:
            with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
                done = subprocess.run(
                    [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *command],
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    env=env,
                    check=False,
                )
                output.seek(0)
                with showing:
                    print(f"pytest {' '.join(command)}\n{output.read()}", flush=True)
                    codes.append(done.returncode)

    lanes = [threading.Thread(target=run, args=lane) for lane in enumerate(_LANES, 1)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    codes.append(_coverage("combine", "--quiet"))
    codes.append(_coverage("report", "--skip-covered", "--fail-under=95"))
    return next((code for code in codes if code), 0)


def _coverage(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], check=False).returncode
