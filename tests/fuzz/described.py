"""schemathesis against a local stack: all checks, all phases, stateful links."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support import ROOT, new_user

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    requests: int
    """Generated, of all phases."""
    failures: list[str]
    output: str


def run(url: str, *, examples: int, seed: int) -> Outcome:
    """``examples``: the most of each operation and phase."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            str(Path(sys.executable).with_name("schemathesis")),
            f"--config-file={HERE / 'schemathesis.toml'}",
            "run",
            f"{url}/api/v1/openapi.json",
            f"--max-examples={examples}",
            f"--seed={seed}",
            "--workers=2",
            "--continue-on-failure",
            "--no-color",
            f"--header=X-User-Id: {new_user()}",
            "--report=json",
            f"--report-json-path={report}",
        ]
        env = os.environ | {"SCHEMATHESIS_HOOKS": "tests.fuzz.hooks", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
        if not report.exists():
            return Outcome(0, ["schemathesis did not run"], done.stdout + done.stderr)
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    failures = [f"{one}" for one in (*found["failures"], *found["errors"])]
    return Outcome(found["test_cases"]["generated"], failures, done.stdout)
