"""Builds the deployment package: ``python infra/package.py package.zip``.

What ``func azure functionapp publish --build local`` builds: the files that .funcignore leaves, and with
``--dependencies`` the locked requirements where the Python worker looks for them; and the tables of the
matching as they lie in memory, which save a new instance two seconds. The same files make the same archive,
byte for byte.
"""

import argparse
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parents[1]
DEPENDENCIES = ".python_packages/lib/site-packages"
_NEVER = {".funcignore", ".gitignore", "local.settings.json", "project.lock.json"}
_NEVER_FOLDERS = {".git", ".vscode"}


def core_tools_denies(ignore_file: str) -> Callable[[str], bool]:
    """Whether Core Tools leaves a path out: each line is the beginning of a path, with ``*`` and ``**``.

    Source: GitIgnoreParser and FileSystemHelpers of Azure/azure-functions-core-tools. It has no notion of a
    name in any folder, nor of where a name ends.
    """
    lines = [line.strip() for line in ignore_file.splitlines()]
    rules = [line for line in lines if line and not line.startswith("#")]
    if any(rule.startswith("!") for rule in rules):
        raise ValueError("Core Tools lets an exception win over every rule, whatever the order: use none")
    beginnings = re.compile("|".join(_as_regex(rule.removeprefix("/")) for rule in rules))
    return lambda path: beginnings.match(path) is not None


def _as_regex(rule: str) -> str:
    parts = re.split(r"(\*\*|\*)", rule)
    return "".join({"**": "(.+)", "*": "([^/]+)"}.get(part) or re.escape(part) for part in parts)


def package_files(root: Path = ROOT) -> Iterator[str]:
    """The paths in the package, relative to ``root``, sorted."""
    denies = core_tools_denies((root / ".funcignore").read_text(encoding="utf-8"))
    for folder, folders, names in os.walk(root):
        here = Path(folder).relative_to(root)
        folders[:] = sorted(
            name
            for name in folders
            if name not in _NEVER_FOLDERS and not denies((here / name).as_posix() + "/")
        )
        for name in sorted(names):
            path = (here / name).as_posix()
            if name.lower() not in _NEVER and not denies(path):
                yield path


def build(archive: Path, *, dependencies: bool = False, root: Path = ROOT) -> str:
    """Writes the package; returns its SHA-256."""
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for path in package_files(root):
            _add_file(package, root / path, path)
        for name, content in tables(root).items():
            _add(package, io.BytesIO(content), f"shared/matching/__pycache__/{name}")
        if dependencies:
            _install(root / "requirements.txt", Path(folder))
            for file in sorted(one for one in Path(folder).rglob("*") if one.is_file()):
                _add_file(package, file, f"{DEPENDENCIES}/{file.relative_to(folder).as_posix()}")
    return hashlib.sha256(archive.read_bytes()).hexdigest()


def _add_file(package: zipfile.ZipFile, file: Path, path: str) -> None:
    with file.open("rb") as source:
        _add(package, source, path)


def _add(package: zipfile.ZipFile, source: BinaryIO, path: str) -> None:
    entry = zipfile.ZipInfo(path)  # dated 1980: the time of a checkout is no part of the package
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, whatever built it: else the host has no right to read what it mounts
    entry.external_attr = 0o644 << 16
    with package.open(entry, "w") as target:
        shutil.copyfileobj(source, target)


@cache
def tables(root: Path) -> dict[str, bytes]:
    """What shared/matching/compiled.py writes, by the names of the files."""
    script = "from shared.matching import load_tables; load_tables()"
    with tempfile.TemporaryDirectory() as folder:
        # The order of a set goes by the seed.
        environment = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PYTHONHASHSEED": "0"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        subprocess.run([sys.executable, "-c", script], cwd=root, env=environment, check=True)  # noqa: S603
        return {file.name: file.read_bytes() for file in sorted(Path(folder).rglob("*.pickle"))}


def _install(requirements: Path, folder: Path) -> None:
    """For the machine that runs the app, not for this one: Linux on x86-64 with Python 3.13."""
    platforms = ("manylinux2014_x86_64", "manylinux_2_28_x86_64")
    subprocess.run(  # noqa: S603 - pip of this interpreter
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--only-binary=:all:", "--python-version=3.13", "--no-compile", "--no-deps"),
            *(f"--platform={one}" for one in platforms),
            *("--target", str(folder), "--requirement", str(requirements)),
        ],
        check=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive", type=Path)
    parser.add_argument("--dependencies", action="store_true", help="with the packages of requirements.txt")
    options = parser.parse_args()
    print(build(options.archive, dependencies=options.dependencies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
