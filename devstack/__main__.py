"""``python -m devstack``: the same commands as ``make``, for people with and without it.

Sets up what is missing first and goes on inside the virtual environment. Standard library only until then.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

from devstack.setup_tools import PYTHON, ROOT, VENV, SetupError, set_up

_COMMANDS = {
    "start": "run the app on PORT (7071) with data under STATE_DIR (.devstack)",
    "demo": "run the samples through the whole app and print a report",
    "init": "create database, container and queues where the settings point (the emulators of compose.yaml)",
    "setup": "make .venv and node_modules, nothing else",
    "test": "run every test, or what further arguments tell pytest",
    "check": "lint, format check, type check",
    "format": "format the code",
    "bench": "measure, side by side with a baseline",
    "bench-matching": "tables of the labelled pairs, held-out half included, beside three baselines",
    "fuzz": "10,000 mutated requests, and schemathesis over the description",
    "test-web": "the page's tests alone, in Chromium",
    "screenshots": "take docs/screenshots anew",
    "simulate": "simulate growth and rewrite the figures of docs/scale.md",
    "operate": "a command for operators; without one, the list of them",
    "lock": "rewrite requirements.txt from pyproject.toml",
}
_LOCK = ["--quiet", "--no-header", "--python-version", "3.13", "pyproject.toml", "-o", "requirements.txt"]
_TOOLS = {
    "check": [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    "format": [["ruff", "check", "--fix", "."], ["ruff", "format", "."]],
    "bench": [["tests.bench"]],
    "bench-matching": [["tests.matching.benchmark"], ["tests.matching.benchmark", "--held-out"]],
    "test-web": [["pytest", "-q", "tests/web"]],
    "screenshots": [["tests.web.screenshots"]],
    "simulate": [["simulation"]],
    "lock": [
        ["pip", "install", "-qq", "--disable-pip-version-check", "uv"],
        ["uv", "pip", "compile", *_LOCK],
    ],
}

_TAKES_MORE = {"test": "pytest", "operate": "operations", "fuzz": "tests.fuzz"}
"""Commands whose further arguments are the module's."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m devstack",
        allow_abbrev=False,  # arguments that are pytest's stay pytest's
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:<16}{text}" for name, text in _COMMANDS.items()),
    )
    parser.add_argument("command", nargs="?", default="start", choices=_COMMANDS, metavar="command")
    parser.add_argument("--free-ports", action="store_true", help="start: any free ports, whatever PORT says")
    parser.add_argument("--verbose", action="store_true", help="start: show the logs of the stores, too")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in _TAKES_MORE:
        parser.error(f"unrecognised arguments: {' '.join(rest)}")
    try:
        set_up()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    if options.command == "setup":
        return 0
    os.chdir(ROOT)
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(str(PYTHON), [str(PYTHON), "-m", "devstack", *arguments])  # noqa: S606 - our own interpreter
    if options.command == "test" and not rest:
        from devstack.lanes import run_every_test

        return run_every_test()
    if options.command in _TAKES_MORE:
        return _run_tools([[_TAKES_MORE[options.command], *rest]])
    if options.command in _TOOLS:
        return _run_tools(_TOOLS[options.command])
    if options.command == "init":
        return _init()
    from devstack import supervisor

    if options.command == "demo":
        return supervisor.demo()
    return supervisor.start(free_ports=options.free_ports, verbose=options.verbose)


def _run_tools(tools: list[list[str]]) -> int:
    """All of them, so that one run shows every finding; the first exit code that is not 0."""
    # Ctrl-C reaches the tool as well, which cleans up after itself; this process waits for that.
    interrupts: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: interrupts.append(number))
    codes = []
    for tool in tools:
        codes.append(subprocess.run([sys.executable, "-m", *tool], check=False).returncode)
        if interrupts:
            return 130
    return next((code for code in codes if code), 0)


def _init() -> int:
    from azure.core.exceptions import AzureError

    from devstack.connections import COSMOS, STORAGE, ConnectionSettingError, local_settings, setting
    from devstack.initialise import initialise

    settings = {**local_settings(ROOT).get("Values", {}), **os.environ}
    try:
        initialise(setting(COSMOS, settings), setting(STORAGE, settings))
    except ConnectionSettingError as error:
        print(error, file=sys.stderr)
        return 1
    except AzureError as error:
        print(
            f"A store that COSMOS or AzureWebJobsStorage names does not answer as it should "
            f"({type(error).__name__}). Is it running? `docker compose up --wait` starts the emulators.",
            file=sys.stderr,
        )
        return 1
    print("Database, container and queues are there.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
