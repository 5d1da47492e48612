"""The three processes of the local stack, as one thing that starts and stops.

Ports of the stores come from the settings ``AzureWebJobsStorage`` and ``COSMOS`` (environment before
local.settings.json), the app's from ``PORT``; data lies under ``STATE_DIR``.
"""

import fcntl
import json
import os
import sys
import threading
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import IO, Self

from devstack.connections import (
    COSMOS,
    STORAGE,
    ConnectionSettingError,
    cosmos_connection,
    cosmos_port,
    local_settings,
    setting,
    storage_connection,
    storage_ports,
)
from devstack.initialise import initialise
from devstack.ports import find_free_ports, is_busy
from devstack.process import ChildProcess, ProcessError, ProcessGroup

ROOT = Path(__file__).resolve().parents[1]
HOST = "host"
STORES = ("azurite", "cosmos")
START_SECONDS = 60.0
HOST_STOP_SECONDS = 7.0
STORES_STOP_SECONDS = 3.0
_LOCK_SECONDS = 2.0
_TITLES = {"azurite": "Azurite", "cosmos": "the Cosmos server", HOST: "the Functions host"}
_READY_LINES = {
    "azurite": "Azurite Table service is successfully listening",  # the last of its three
    "cosmos": "cosmos ready:",
    HOST: "host ready:",
}


class StackError(Exception):
    """The stack cannot start, or did not stay; the message says why and what to do."""


class Stack:
    """``with Stack(...) as stack:`` starts it; its processes are called azurite, cosmos and host."""

    def __init__(
        self,
        *,
        state_dir: Path | None = None,
        app_dir: Path = ROOT,
        free_ports: bool = False,
        env: Mapping[str, str] | None = None,
        echo: Collection[str] = (),
    ) -> None:
        """``env`` wins over the environment; ``echo`` names processes whose log goes to stderr too.

        Raises StackError for settings that a local stack cannot follow.
        """
        environment = {**os.environ, **(env or {})}
        self.app_dir = app_dir.resolve()
        self.state_dir = (state_dir or Path(environment.get("STATE_DIR") or ROOT / ".devstack")).resolve()
        self._echo = echo
        settings = local_settings(self.app_dir) or local_settings(ROOT)
        self.env: dict[str, str] = {**settings.get("Values", {}), **environment}
        """What its processes see; a change counts for those that start after it."""
        if free_ports:
            self.port, cosmos, *storage = find_free_ports(5)
            self.cosmos_connection = cosmos_connection(cosmos)
            self.storage_connection = storage_connection(*storage)
        else:
            self.port = _port(environment.get("PORT") or settings.get("Host", {}).get("LocalHttpPort", 7071))
            try:
                self.cosmos_connection = setting(COSMOS, self.env)
                self.storage_connection = setting(STORAGE, self.env)
                cosmos, storage = cosmos_port(self.cosmos_connection), storage_ports(self.storage_connection)
            except ConnectionSettingError as error:
                raise StackError(str(error)) from error
        self._ports = {HOST: [self.port], "cosmos": [cosmos], "azurite": storage}
        self._processes: dict[str, ChildProcess] = {}
        self._group: ProcessGroup | None = None
        self._lock: IO[str] | None = None
        self._one_ended = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """The two connection settings, for an SDK client beside the stack."""
        return {COSMOS: self.cosmos_connection, STORAGE: self.storage_connection}

    def pid(self, name: str) -> int:
        return self._processes[name].pid

    def log(self, name: str) -> Path:
        return self.state_dir / "logs" / f"{name}.log"

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
        """Stores, what the app expects to find in them, host. Raises StackError; ``stop`` is due then too."""
        self._open()
        for name in _TITLES:
            self._refuse_busy_ports(name)
        for name in STORES:
            self._launch(name)
        for name in STORES:
            self._wait_ready(name)
        self._initialise()
        self.restart(HOST)

    def restart(self, name: str) -> None:
        """Starts a process again, after it was killed or while it runs. Raises StackError."""
        process = self._processes.pop(name, None)
        if process is not None and process.running:
            process.terminate()
            process.wait_or_kill(HOST_STOP_SECONDS if name == HOST else STORES_STOP_SECONDS)
        self._refuse_busy_ports(name)
        self._launch(name)
        self._wait_ready(name)

    def signal(self, name: str, number: int) -> None:
        """To one process: SIGKILL kills it (nothing restarts it), SIGSTOP and SIGCONT freeze and thaw it."""
        self._processes[name].send(number)

    def stop(self) -> None:
        """The host first, so that it can still settle its messages; kills what does not end in time."""
        for names, seconds in (((HOST,), HOST_STOP_SECONDS), (STORES, STORES_STOP_SECONDS)):
            processes = [self._processes.pop(name) for name in names if name in self._processes]
            deadline = time.monotonic() + seconds
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait_or_kill(max(0.0, deadline - time.monotonic()))
        if self._group is not None:
            self._group.close()
            self._group = None
        if self._lock is not None:
            (self.state_dir / "stack.json").unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def wait(self) -> str:
        """Until one of the processes ends; returns the sentence that says which and how."""
        while True:
            for name, process in self._processes.items():
                if not process.running:
                    return f"{_sentence(_TITLES[name])} {process.how_it_ended()}; its log is {process.log}."
            self._one_ended.wait(1.0)

    def _open(self) -> None:
        (self.state_dir / "logs").mkdir(parents=True, exist_ok=True)
        lock = (self.state_dir / "lock").open("a")
        # What a killed stack leaves is gone within milliseconds, and holds the lock until then.
        deadline = time.monotonic() + _LOCK_SECONDS
        while not _locked(lock):
            if time.monotonic() > deadline:
                lock.close()
                raise StackError(
                    f"A stack already runs on {self.state_dir}: stop it, or start a second one with another "
                    "STATE_DIR and `python -m devstack start --free-ports`."
                )
            time.sleep(0.05)
        self._lock = lock
        self._group = ProcessGroup(keep_open=[lock.fileno()])
        for name in _TITLES:
            self.log(name).unlink(missing_ok=True)

    def _refuse_busy_ports(self, name: str) -> None:
        for port in self._ports[name]:
            if is_busy(port):
                cure = {
                    HOST: f"set another (PORT={port + 1})",
                    "cosmos": f"change the port in the setting {COSMOS}",
                    "azurite": f"change the port in the setting {STORAGE}",
                }[name]
                raise StackError(
                    f"Port {port} is in use, and {_TITLES[name]} wants it: stop what uses it, {cure}, or use "
                    "`python -m devstack start --free-ports`."
                )

    def _launch(self, name: str) -> None:
        if self._group is None:
            raise StackError("The stack is stopped.")
        self._one_ended.clear()
        try:
            self._processes[name] = ChildProcess(
                _TITLES[name],
                self._command(name),
                ready_line=_READY_LINES[name],
                group=self._group,
                cwd=ROOT,
                env={**self.env, **self.settings, "PYTHONUNBUFFERED": "1"},
                log=self.log(name),
                echo=name in self._echo,
                on_end=self._one_ended.set,
            )
        except ProcessError as error:
            raise StackError(_sentence(str(error))) from error

    def _wait_ready(self, name: str) -> None:
        try:
            self._processes[name].wait_ready(START_SECONDS)
        except ProcessError as error:
            raise StackError(_sentence(str(error))) from error
        self._write_description()

    def _command(self, name: str) -> list[str]:
        ports = [str(port) for port in self._ports[name]]
        data = str(self.state_dir / name)
        if name == "azurite":
            kinds = zip(("blob", "queue", "table"), ports, strict=True)
            return [
                "node",
                "node_modules/azurite/dist/src/azurite.js",
                "--silent",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                *("--location", data),
                *(
                    part
                    for kind, port in kinds
                    for part in (f"--{kind}Host", "127.0.0.1", f"--{kind}Port", port)
                ),
            ]
        if name == "cosmos":
            return ["node", "devstack/cosmos/server.js", "--port", ports[0], "--data", data]
        return [sys.executable, "-m", "devstack.host", "--app-dir", str(self.app_dir), "--port", ports[0]]

    def _initialise(self) -> None:
        from azure.core.exceptions import AzureError

        try:
            initialise(self.cosmos_connection, self.storage_connection)
        except AzureError as error:
            raise StackError(
                f"Database, container and queues could not be created ({type(error).__name__}). "
                f"The stores' logs are under {self.state_dir / 'logs'}."
            ) from error

    def _write_description(self) -> None:
        """STATE_DIR/stack.json: pids and endpoints of what runs."""
        blob, queue, table = (f"http://127.0.0.1:{port}/devstoreaccount1" for port in self._ports["azurite"])
        endpoints: dict[str, dict[str, object]] = {
            HOST: {"url": self.url},
            "cosmos": {"endpoint": f"http://127.0.0.1:{self._ports['cosmos'][0]}/"},
            "azurite": {"blobEndpoint": blob, "queueEndpoint": queue, "tableEndpoint": table},
        }
        running = {name: {"pid": process.pid, **endpoints[name]} for name, process in self._processes.items()}
        description = {"supervisor": {"pid": os.getpid()}, **running, "settings": self.settings}
        file = self.state_dir / "stack.json"
        draft = file.with_suffix(".tmp")
        draft.write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
        draft.replace(file)


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _port(text: object) -> int:
    digits = str(text).strip()
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 65_535):
        raise StackError(f"PORT must be a whole number from 1 to 65535, and is {text!r}.")
    return int(digits)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
