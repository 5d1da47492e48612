"""Set-up on a fresh machine: virtual environment and npm tools; a quick no-op when both are up to date.

Standard library only, and readable for older Pythons: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE_MODULES = ROOT / "node_modules"
_PINNED_PACKAGES = ("requirements.txt", "requirements-dev.txt")
_PINNED_TOOLS = ("package.json", "package-lock.json")
_STAMP = ".cv-checker-setup"
_VERSION = "import sys; print('.'.join(map(str, sys.version_info[:2])))"


class SetupError(Exception):
    """Something is missing on the machine; the message says what and what to do."""


def set_up() -> None:
    """Raises SetupError, before it takes any step when a tool is missing."""
    python = find_python()
    missing = [*([] if python else [_missing_python()]), *missing_npm_tools()]
    if python is None or missing:
        raise SetupError("  ".join(missing))
    with _only_one():
        if not PYTHON.exists():  # also a link to a Python that was removed since
            shutil.rmtree(VENV, ignore_errors=True)
        with ThreadPoolExecutor() as pool:
            steps = (
                pool.submit(_once, VENV, _PINNED_PACKAGES, lambda: _install_python_packages(python)),
                pool.submit(_once, NODE_MODULES, _PINNED_TOOLS, _install_npm_tools),
            )
        for step in steps:
            step.result()


def find_python() -> str | None:
    """A Python 3.13: this one, or one on PATH. A shim on PATH that does not run does not count."""
    if sys.version_info[:2] == (3, 13):
        return sys.executable
    found = (shutil.which(name) for name in ("python3.13", "python3", "python"))
    return next((path for path in found if path and _runs_3_13(path, _VERSION)), None)


def _runs_3_13(python: str, code: str) -> bool:
    try:
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == "3.13"


def _missing_python() -> str:
    this = ".".join(map(str, sys.version_info[:2]))
    return f"Python 3.13 is missing (this is {this}, PATH has none): https://www.python.org/downloads/"


def missing_npm_tools() -> list[str]:
    """A sentence for each of node and npm that is missing or too old."""
    node = shutil.which("node")
    version = ""
    if node:
        version = subprocess.run(
            [node, "--version"], capture_output=True, text=True, check=False
        ).stdout.strip()
    match = re.match(r"v(\d+)\.", version)
    missing = []
    if match is None or int(match.group(1)) < 20:
        missing.append(f"Node 20 or newer is missing (found {version or 'none'}): https://nodejs.org/")
    if shutil.which("npm") is None:
        missing.append("npm is missing (it comes with Node): https://nodejs.org/")
    return missing


@contextmanager
def _only_one() -> Iterator[None]:
    """Two commands at once set up once: the second waits for the first, and for pip and npm of one that was
    killed: they have the lock as well."""
    with (ROOT / "requirements-dev.txt").open() as lock:
        with suppress(ImportError):  # not on Windows
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
            os.set_inheritable(lock.fileno(), True)
        yield


def _once(folder: Path, inputs: tuple[str, ...], install: Callable[[], None]) -> None:
    digest = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in inputs)).hexdigest()
    stamp = folder / _STAMP
    if stamp.exists() and stamp.read_text() == digest:
        return
    install()
    stamp.write_text(digest)


def _install_python_packages(python: str) -> None:
    _say("Setting up .venv (a minute or two) ...")
    # A virtual environment of another Python, or one whose making was cut short, is made anew.
    if not _runs_3_13(str(PYTHON), f"import pip; {_VERSION}"):
        try:
            _run([python, "-m", "venv", "--clear", str(VENV)])
        except SetupError as error:
            if "ensurepip" in str(error):
                raise SetupError(
                    "Python 3.13 lacks its venv module (Debian and Ubuntu: apt install python3.13-venv)."
                ) from None
            raise
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    if not sys.dont_write_bytecode:
        quiet.append("--no-compile")  # most is never imported, and what is gets compiled then
    _run([str(PYTHON), "-m", "pip", "install", *quiet, "-r", str(ROOT / "requirements-dev.txt")])


def _install_npm_tools() -> None:
    _say("Setting up node_modules (half a minute) ...")
    npm = shutil.which("npm")
    assert npm is not None
    _run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, close_fds=False)
    if done.returncode:
        raise SetupError(f"'{' '.join(command)}' failed:\n{(done.stdout + done.stderr)[-3000:]}")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")  # at once: the other step may say something in the same moment
    sys.stderr.flush()
