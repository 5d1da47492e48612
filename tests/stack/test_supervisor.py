"""``python -m devstack start`` as a person meets it: what it prints, how it ends, what it leaves behind."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from devstack.connections import cosmos_connection, storage_connection
from devstack.ports import find_free_ports, is_busy
from tests.stack.support import Supervisor, is_running, kill, started
from tests.support import wait_for


def test_ports_come_from_the_environment_and_ctrl_c_reaches_the_supervisor_only_and_stops_everything(
    tmp_path: Path,
) -> None:
    port, cosmos, *storage = find_free_ports(5)
    supervisor = Supervisor(
        tmp_path,
        PORT=str(port),
        COSMOS=cosmos_connection(cosmos),
        AzureWebJobsStorage=storage_connection(*storage),
    )
    try:
        assert supervisor.first_line() == f"Ready: http://127.0.0.1:{port}\n"
        assert all(is_busy(one) for one in (port, cosmos, *storage))
        pids = supervisor.pids()
        groups = {os.getpgid(pid) for pid in pids}
        assert os.getpgid(supervisor.process.pid) not in groups
    finally:
        begun = time.monotonic()
        os.killpg(supervisor.process.pid, signal.SIGINT)
        code, out, err = supervisor.finish()
    assert (code, out) == (0, ""), err
    assert time.monotonic() - begun < 10
    assert "Traceback" not in err
    assert not any(is_running(pid) for pid in pids)
    assert not any(is_busy(one) for one in (port, cosmos, *storage))


def test_after_sigkill_of_the_supervisor_the_next_starts_and_sigterm_stops_everything(tmp_path: Path) -> None:
    with started(tmp_path) as supervisor:
        left = supervisor.pids()
        supervisor.process.kill()
        supervisor.process.wait()
    with started(tmp_path) as supervisor:  # at once: it waits for the lock, not for luck
        assert not any(is_running(pid) for pid in left)
        pids, url = supervisor.pids(), supervisor.description()["host"]["url"]
        assert not set(left) & set(pids)
        with urllib.request.urlopen(f"{url}/api/v1/health", timeout=10) as answer:
            assert answer.status == 200
        supervisor.process.send_signal(signal.SIGTERM)
        code, out, err = supervisor.finish()
    assert (code, out) == (0, ""), "stdout held one line"
    assert "/api/v1/health" in err or '"operation":"health"' in err, "the host's request log goes to stderr"
    assert not any(is_running(pid) for pid in pids)
    assert not (tmp_path / "stack.json").exists()


def test_sigterm_while_it_starts_leaves_nothing(tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path, "--free-ports")
    wait_for((tmp_path / "logs" / "azurite.log").exists, interval=0.01)
    children = _children(supervisor.process.pid)
    assert children
    supervisor.process.send_signal(signal.SIGTERM)
    code, out, err = supervisor.finish()
    assert (code, out) == (0, ""), err
    assert not any(is_running(pid) for pid in children)


@pytest.mark.parametrize(
    ("victim", "title"),
    [("host", "The Functions host"), ("cosmos", "The Cosmos server"), ("azurite", "Azurite")],
)
def test_when_one_dies_the_others_are_stopped_and_a_sentence_names_it(
    tmp_path: Path, victim: str, title: str
) -> None:
    with started(tmp_path) as supervisor:
        pids = supervisor.pids()
        kill(supervisor.description()[victim]["pid"])
        code, out, err = supervisor.finish()
    assert (code, out) == (1, "")
    assert f"{title} was ended by SIGKILL; its log is {tmp_path}/logs/{victim}.log." in err.splitlines()[-1]
    assert not any(is_running(pid) for pid in pids)


@pytest.mark.parametrize(
    ("wanted_by", "cure"),
    [
        ("the Functions host", r"set another \(PORT=\d+\)"),
        ("the Cosmos server", "change the port in the setting COSMOS"),
        ("Azurite", "change the port in the setting AzureWebJobsStorage"),
    ],
)
def test_a_busy_port_gets_a_sentence_and_nothing_is_started(
    tmp_path: Path, wanted_by: str, cure: str
) -> None:
    port, cosmos, *storage = find_free_ports(5)
    taken = {"the Functions host": port, "the Cosmos server": cosmos, "Azurite": storage[1]}[wanted_by]
    with socket.create_server(("127.0.0.1", taken)):
        supervisor = Supervisor(
            tmp_path,
            PORT=str(port),
            COSMOS=cosmos_connection(cosmos),
            AzureWebJobsStorage=storage_connection(*storage),
        )
        code, out, err = supervisor.finish()
    assert (code, out) == (1, "")
    sentence = f"Port {taken} is in use, and {wanted_by} wants it: stop what uses it, {cure}, or use .*\n"
    assert re.fullmatch(sentence, err)
    assert not any((tmp_path / "logs").iterdir())


def _children(pid: int) -> list[int]:
    lines = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = (line.split() for line in lines.splitlines())
    return [int(child) for child, parent in pairs if int(parent) == pid]
