"""Set-up on a fresh machine: virtual environment and npm tools; a quick no-op when both are up to date.

Standard library only: it runs before anything is installed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE_MODULES = ROOT / "node_modules"
_STAMP = ".cv-checker-setup"


class SetupError(Exception):
    """Something is missing on the machine; the message says what and what to do."""


def set_up() -> None:
    """Raises SetupError."""
    python = _find_python()
    _check_node()
    with _only_one():
        _once(VENV, ("requirements.txt", "requirements-dev.txt"), lambda: _make_venv(python))
        _once(NODE_MODULES, ("package.json", "package-lock.json"), _install_npm_tools)


@contextmanager
def _only_one() -> Iterator[None]:
    """Two commands at once set up once: the second waits for the first."""
    with (ROOT / "requirements-dev.txt").open() as lock:
        with suppress(ImportError):  # not on Windows
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _find_python() -> str:
    if sys.version_info[:2] == (3, 13):
        return sys.executable
    found = shutil.which("python3.13")
    if found is None:
        raise SetupError(
            "Python 3.13 is needed (found none called python3.13): https://www.python.org/downloads/"
        )
    return found


def _check_node() -> None:
    node = shutil.which("node")
    if node is None:
        raise SetupError("Node 20 or newer is needed (found no node): https://nodejs.org/")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    match = re.match(r"v(\d+)\.", version)
    if match is None or int(match.group(1)) < 20:
        raise SetupError(
            f"Node 20 or newer is needed (found {version or 'an unknown version'}): https://nodejs.org/"
        )
    if shutil.which("npm") is None:
        raise SetupError("npm is needed (it comes with Node): https://nodejs.org/")


def _once(folder: Path, inputs: tuple[str, ...], install: Callable[[], None]) -> None:
    digest = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in inputs)).hexdigest()
    stamp = folder / _STAMP
    if stamp.exists() and stamp.read_text() == digest:
        return
    install()
    stamp.write_text(digest)


def _make_venv(python: str) -> None:
    _say("Setting up .venv (a minute or two) ...")
    _run([python, "-m", "venv", str(VENV)])
    quiet = ["--quiet", "--disable-pip-version-check"]
    _run([str(PYTHON), "-m", "pip", "install", *quiet, "-r", str(ROOT / "requirements-dev.txt")])


def _install_npm_tools() -> None:
    _say("Setting up node_modules (half a minute) ...")
    npm = shutil.which("npm")
    assert npm is not None
    _run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"'{' '.join(command)}' failed:\n{(done.stdout + done.stderr)[-3000:]}")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
