"""Every command of docs/api-guide.md is run, in order, in one shell."""

import re
import shutil
import subprocess
from pathlib import Path

from devstack.stack import Stack
from tests.support import ROOT

GUIDE = (ROOT / "docs/api-guide.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```sh([ 0-9]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PRELUDE = """set -euo pipefail
curl() { command curl -sS -w '%{stderr}status %{http_code}\\n' "$@"; }
"""


def test_every_command_answers_as_the_guide_says(stack: Stack, tmp_path: Path) -> None:
    blocks = BLOCK.findall(GUIDE)
    assert len(blocks) > 10
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    script = PRELUDE + "".join(
        f"echo 'block {number}' >&2\n{text}" for number, (_, text) in enumerate(blocks)
    )
    done = subprocess.run(
        ["bash", "-c", script.replace("http://127.0.0.1:7071", stack.url)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    answered = [re.findall(r"^status (\d+)$", part, re.MULTILINE) for part in done.stderr.split("block ")[1:]]
    assert answered == [statuses.split() for statuses, _ in blocks]
