"""``python -m operations`` as somebody runs it who has the repository and nothing else."""

import subprocess
import sys

from devstack.stack import ROOT


def test_without_the_packages_it_says_how_to_get_them() -> None:
    bare = [sys.executable, "-S", "-m", "operations", "smoke", "http://127.0.0.1:1"]
    done = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install -r requirements.txt" in done.stderr
    assert "Traceback" not in done.stderr
