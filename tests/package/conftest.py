"""The deployment package, built once, unpacked where nothing of the repository is in reach."""

import platform
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from infra.package import DEPENDENCIES, build


@dataclass(frozen=True)
class Unpacked:
    folder: Path
    python: Path
    """Of a virtual environment without packages."""

    @property
    def dependencies(self) -> Path:
        return self.folder / DEPENDENCIES

    def run(self, code: str) -> str:
        """What the code prints with the package and its dependencies in reach and nothing else."""
        done = subprocess.run(
            [str(self.python), "-c", code],
            cwd=self.folder,
            env={"PYTHONPATH": str(self.dependencies)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        pytest.skip("the package is built for Linux on x86-64")
    folder = tmp_path_factory.mktemp("package")
    build(folder / "package.zip", dependencies=True)
    with zipfile.ZipFile(folder / "package.zip") as archive:
        archive.extractall(folder / "app")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    return Unpacked(folder / "app", folder / "venv/bin/python")
