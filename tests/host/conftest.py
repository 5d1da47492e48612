"""The host as a process of its own, with small apps of its own, beside a real Azurite and Cosmos server."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = Path(__file__).parent / "apps"
PATIENCE = 20.0


def wait_for[T](condition: Callable[[], T], seconds: float = PATIENCE) -> T:
    """What ``condition`` returns as soon as it is true."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, "what was waited for did not happen"
        time.sleep(0.03)
    return value


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Answer:
    def __init__(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status, self.body = status, body
        self._headers = headers

    def all(self, name: str) -> list[str]:
        return [value for one, value in self._headers if one.lower() == name.lower()]

    def header(self, name: str) -> str | None:
        return next(iter(self.all(name)), None)

    def json(self) -> Any:
        return json.loads(self.body)


class HostProcess:
    """``python -m devstack.host`` on one app; its ready line was read."""

    def __init__(self, app_dir: Path, events: Path, env: dict[str, str], *, port: int | None = 0) -> None:
        self._events_file = events
        options = [] if port is None else ["--port", str(port)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "devstack.host", "--app-dir", str(app_dir), *options],
            env={**os.environ, "PYTHONPATH": str(ROOT), "EVENTS": str(events), **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self.process.stdout is not None
        self.ready_line = self.process.stdout.readline().strip()
        if not self.ready_line.startswith("host ready: http://"):
            self.__exit__()
            raise AssertionError(self.log)
        self.url = self.ready_line.removeprefix("host ready: ")

    def _read(self) -> None:
        assert self.process.stderr is not None
        self._lines.extend(self.process.stderr)

    @property
    def log(self) -> str:
        return "".join(list(self._lines))

    @property
    def events(self) -> list[dict[str, Any]]:
        if not self._events_file.exists():
            return []
        return [json.loads(line) for line in self._events_file.read_text().splitlines() if line]

    def connect(self) -> HTTPConnection:
        return HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        with contextlib.closing(self.connect()) as connection:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read())

    def post(self, path: str, value: Any) -> Answer:
        return self.request("POST", path, json.dumps(value).encode())

    def end(self, number: int = signal.SIGTERM) -> int:
        """The exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join(PATIENCE)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., HostProcess]]:
    """Starts hosts that end with the test: ``start("http", SETTING="value")`` or ``start(folder)``."""
    with contextlib.ExitStack() as hosts:

        def start_one(app: str | Path, **env: str) -> HostProcess:
            folder = APPS / app if isinstance(app, str) else app
            return hosts.enter_context(HostProcess(folder, tmp_path / "events", env))

        yield start_one


class Server:
    """A store as a process that can be frozen, thawed, killed and started again on the same port and data."""

    def __init__(self, *command: str, port: int) -> None:
        self._command, self.port = command, port
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            self._command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(self._answers)

    def _answers(self) -> bool:
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", self.port)) == 0

    def send(self, number: int) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def stop(self, number: int = signal.SIGKILL) -> None:
        assert self.process is not None
        self.process.send_signal(number)
        self.process.wait()


class Azurite(Server):
    KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.connection = (
            f"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={self.KEY};"
            f"QueueEndpoint=http://127.0.0.1:{port}/devstoreaccount1;"
        )
        script = "node_modules/azurite/dist/src/queue/main.js"
        options = ["--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", str(folder)]
        super().__init__("node", script, *options, "--queuePort", str(port), port=port)


@pytest.fixture(scope="session")
def azurite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Azurite]:
    server = Azurite(tmp_path_factory.mktemp("azurite"))
    yield server
    server.stop()


class CosmosServer(Server):
    KEY = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.connection = f"AccountEndpoint=http://127.0.0.1:{port}/;AccountKey={self.KEY};"
        script = "devstack/cosmos/server.js"
        super().__init__("node", script, "--port", str(port), "--data", str(folder), port=port)


@pytest.fixture(scope="session")
def cosmos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CosmosServer]:
    server = CosmosServer(tmp_path_factory.mktemp("cosmos"))
    yield server
    server.stop()
