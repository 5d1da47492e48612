"""The three processes of the local stack, as one thing that starts and stops.

Ports of the stores come from the settings ``AzureWebJobsStorage`` and ``COSMOS`` (environment before
local.settings.json), the app's from ``PORT``; data lies under ``STATE_DIR``.
"""

import asyncio
import contextlib
import ctypes
import fcntl
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Self

from devstack.host.outputs import DEVELOPMENT_STORAGE
from devstack.initialise import initialise

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60.0
STOP_SECONDS = 10.0
_PR_SET_PDEATHSIG = 1
_AZURITE = "node_modules/azurite/dist/src/azurite.js"
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class StackError(Exception):
    """The stack cannot start or did not stay; the message says why and what to do."""


class Stack:
    """``with Stack(...) as stack:`` starts it; its processes are called host, cosmos and azurite."""

    def __init__(
        self,
        *,
        state_dir: Path | None = None,
        app_dir: Path = ROOT,
        free_ports: bool = False,
        env: Mapping[str, str] | None = None,
        echo_host_log: bool = False,
    ) -> None:
        self._environment = {**os.environ, **(env or {})}
        self.state_dir = (state_dir or Path(self._environment.get("STATE_DIR", ROOT / ".devstack"))).resolve()
        self.app_dir = app_dir.resolve()
        self._echo = echo_host_log
        local = self._local_settings()
        self._values: dict[str, str] = local.get("Values", {})
        self.port = int(self._environment.get("PORT") or local.get("Host", {}).get("LocalHttpPort", 7071))
        self.storage_connection = self._setting("AzureWebJobsStorage")
        if self.storage_connection == "UseDevelopmentStorage=true":
            self.storage_connection = DEVELOPMENT_STORAGE
        self.cosmos_connection = self._setting("COSMOS")
        if free_ports:
            self._take_free_ports()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self._lock: IO[str] | None = None

    def _local_settings(self) -> dict[str, Any]:
        for folder in (self.app_dir, ROOT):
            file = folder / "local.settings.json"
            if file.exists():
                settings: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
                return settings
        return {}

    def _setting(self, name: str) -> str:
        value = self._environment.get(name) or self._values.get(name)
        if not value:
            raise StackError(f"The setting {name} is missing; local.settings.json has the emulators' value.")
        return value

    def _take_free_ports(self) -> None:
        ports = free_tcp_ports(5)
        self.port = ports[0]
        self.cosmos_connection = re.sub(
            r"AccountEndpoint=[^;]+", f"AccountEndpoint=http://127.0.0.1:{ports[1]}/", self.cosmos_connection
        )
        parts = [p for p in self.storage_connection.split(";") if p and not re.match(r"\w+Endpoint=", p)]
        parts += [
            f"{kind}Endpoint=http://127.0.0.1:{port}/devstoreaccount1"
            for kind, port in zip(("Blob", "Queue", "Table"), ports[2:], strict=True)
        ]
        self.storage_connection = ";".join(parts) + ";"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """The two connection settings, for an SDK client beside the stack."""
        return {"COSMOS": self.cosmos_connection, "AzureWebJobsStorage": self.storage_connection}

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Raises StackError."""
        self.state_dir.mkdir(parents=True, exist_ok=True)
        (self.state_dir / "logs").mkdir(exist_ok=True)
        self._take_lock()
        self.start_stores()
        asyncio.run(initialise(self.cosmos_connection, self.storage_connection))
        self.start_host()

    def start_stores(self) -> None:
        self.start_one("azurite")
        self.start_one("cosmos")
        for name in ("azurite", "cosmos"):
            self._wait_ready(name)

    def start_host(self) -> None:
        self.start_one("host")
        self._wait_ready("host")
        self._write_description()

    def start_one(self, name: str) -> None:
        for port in self._ports(name):
            if is_busy(port):
                variable = {"host": "PORT", "cosmos": "COSMOS", "azurite": "AzureWebJobsStorage"}[name]
                raise StackError(
                    f"Port {port}, wanted by {name}, is in use: stop what uses it, or set {variable} differently."
                )
        log = (self.state_dir / "logs" / f"{name}.log").open("ab")
        with log:
            self.processes[name] = subprocess.Popen(
                self._command(name),
                cwd=ROOT,
                env={**self._environment, **self.settings, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=None if name == "host" and self._echo else log,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )

    def _command(self, name: str) -> list[str]:
        ports = [str(port) for port in self._ports(name)]
        if name == "azurite":
            hosts = [part for kind in ("blob", "queue", "table") for part in (f"--{kind}Host", "127.0.0.1")]
            return [
                "node",
                _AZURITE,
                "--silent",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                *("--location", str(self.state_dir / "azurite")),
                *hosts,
                *("--blobPort", ports[0], "--queuePort", ports[1], "--tablePort", ports[2]),
            ]
        if name == "cosmos":
            data = str(self.state_dir / "cosmos")
            return ["node", "devstack/cosmos/server.js", "--port", ports[0], "--data", data]
        return [sys.executable, "-m", "devstack.host", "--app-dir", str(self.app_dir), "--port", ports[0]]

    def _ports(self, name: str) -> list[int]:
        if name == "host":
            return [self.port]
        if name == "cosmos":
            return [_port_of(self.cosmos_connection, "AccountEndpoint", 8081)]
        kinds = (("BlobEndpoint", 10000), ("QueueEndpoint", 10001), ("TableEndpoint", 10002))
        return [_port_of(self.storage_connection, kind, default) for kind, default in kinds]

    def _wait_ready(self, name: str) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.processes[name].poll() is not None:
                break
            if all(_answers(port) for port in self._ports(name)):
                return
            time.sleep(0.05)
        tail = (self.state_dir / "logs" / f"{name}.log").read_text(errors="replace").strip().splitlines()[-5:]
        raise StackError(f"{name} did not start:\n" + "\n".join(tail))

    def stop(self) -> None:
        """Host first, so that it still can settle its messages; kills what does not end in time."""
        for name in ("host", "cosmos", "azurite"):
            process = self.processes.pop(name, None)
            if process is None:
                continue
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGCONT)
                process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._lock is not None:
            (self.state_dir / "stack.json").unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def signal(self, name: str, number: int) -> None:
        self.processes[name].send_signal(number)
        if number == signal.SIGKILL:
            self.processes[name].wait()

    def restart(self, name: str) -> None:
        """Starts a process anew after it was killed."""
        self.start_one(name)
        self._wait_ready(name)
        self._write_description()

    def first_to_end(self, interval: float = 0.3) -> str | None:
        """The name of a process that ended by itself, or None after ``interval`` seconds."""
        time.sleep(interval)
        return next((name for name, one in self.processes.items() if one.poll() is not None), None)

    def _take_lock(self) -> None:
        self._lock = (self.state_dir / "lock").open("a")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            self._lock = None
            raise StackError(
                f"A stack already runs on {self.state_dir}: stop it, or set STATE_DIR and PORT for a second one."
            ) from None

    def _write_description(self) -> None:
        pids = {name: {"pid": process.pid} for name, process in self.processes.items()}
        description = {"url": self.url, "processes": pids, "settings": self.settings}
        (self.state_dir / "stack.json").write_text(json.dumps(description, indent=2))


def _die_with_parent() -> None:
    """Linux ends the child when its parent dies, however it dies."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _port_of(connection: str, key: str, default: int) -> int:
    match = re.search(rf"{key}=https?://[^/;]*?:(\d+)", connection)
    return int(match.group(1)) if match else default


def free_tcp_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def is_busy(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
