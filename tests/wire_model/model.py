"""The wire model as a process of its own, for the tests of the app and of the page."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from devstack.stack import Stack
from tests.conftest import QUICK
from tests.support import ROOT


class Model:
    """The wire model in its own process."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.wire_model", "--port", "0"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.base_url = self.process.stdout.readline().split("model ready: ")[1].strip()
        self.root = self.base_url.removesuffix("/v1")

    def behave(self, name: str, **options: Any) -> None:
        self._call("POST", "/behaviour", {"name": name, **options})
        self._call("DELETE", "/requests")

    @property
    def requests(self) -> list[dict[str, Any]]:
        answer = self._call("GET", "/requests")
        found: list[dict[str, Any]] = answer["requests"] if isinstance(answer, dict) else answer
        return found

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            self.root + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as response:
            text = response.read()
        return json.loads(text) if text else None


@contextmanager
def running_model() -> Iterator[Model]:
    model = Model()
    yield model
    model.process.terminate()
    model.process.wait()


def stack_with(model: Model, state_dir: Path, *, timeout_seconds: int) -> Stack:
    """Of users without a limit; ``timeout_seconds`` is how long the app waits for the model."""
    env = {
        **QUICK,
        "OPENAI_BASE_URL": model.base_url,
        "OPENAI_API_KEY": "not-a-secret",
        "OPENAI_TIMEOUT_SECONDS": str(timeout_seconds),
        "DAILY_ANALYSES_PER_USER": "0",
    }
    return Stack(state_dir=state_dir, free_ports=True, env=env)
