"""Start of the deployed package without any byte code, as after a deployment, against its two bare libraries.

Each in a fresh process, in turn. Python writes no byte code and finds none: what a new instance compiles is in it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from infra.package import build
from tests.bench.import_time import APP, BASELINE
from tests.bench.table import Row

RUNS = 5


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="cv-checker-bench-") as name:
        folder = Path(name)
        build(folder / "package.zip")
        with zipfile.ZipFile(folder / "package.zip") as archive:
            archive.extractall(folder / "app")
            files = len(archive.namelist())
        size = (folder / "package.zip").stat().st_size
        ours: list[float] = []
        baseline: list[float] = []
        for _ in range(RUNS):
            ours.append(_seconds(APP, folder))
            baseline.append(_seconds(BASELINE, folder))
    return [
        Row(
            f"cold start of the package ({size / 1024:.0f} KiB, {files} files; median of {RUNS})",
            statistics.median(ours),
            "import azure.functions, pydantic, cold",
            statistics.median(baseline),
        )
    ]


def _seconds(code: str, folder: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-X", f"pycache_prefix={folder / 'none'}", "-c", code],
        cwd=folder / "app",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])
