"""The server as a process: how it starts, refuses to start, and ends."""

import signal
import socket
import subprocess
import threading
from pathlib import Path

import azure.cosmos
import pytest

from tests.cosmos.support import KEY, SERVER, CosmosServer, create_container, item


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", str(SERVER), *arguments], capture_output=True, text=True, timeout=20)


def test_a_busy_port_is_one_sentence_and_a_failure(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        ended = run("--port", str(port), "--data", str(tmp_path))
    assert ended.returncode == 1
    assert ended.stderr.strip().splitlines() == [
        f"cosmos: port {port} is already in use on 127.0.0.1; choose another with --port."
    ]
    assert ended.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_data_directory_in_use_is_refused(own_server: CosmosServer) -> None:
    names = create_container(own_server.url)
    ended = run("--port", "0", "--data", str(own_server.data))
    assert ended.returncode == 1
    assert "another Cosmos server already uses" in ended.stderr
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        client.get_database_client(names[0]).get_container_client(names[1]).create_item(item())
    own_server.kill()
    own_server.start()


@pytest.mark.parametrize("damage", [b'{"op":"put"}\n', b"not json\n", b'{"op":"format","version":99}\n'])
def test_a_damaged_journal_is_refused_and_left_alone(tmp_path: Path, damage: bytes) -> None:
    journal = tmp_path / "cosmos.jsonl"
    good = b'{"op":"format","version":1}\n'
    content = damage if b"format" in damage else good + damage + good
    journal.write_bytes(content)
    ended = run("--port", "0", "--data", str(tmp_path))
    assert ended.returncode == 1
    assert str(journal) in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert journal.read_bytes() == content


@pytest.mark.parametrize("arguments", [[], ["--port", "x", "--data", "y"], ["--nonsense"]])
def test_wrong_arguments_are_a_failure(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.returncode == 1
    assert ended.stderr.startswith("cosmos: ")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly_although_clients_are_connected(
    own_server: CosmosServer, number: signal.Signals
) -> None:
    assert own_server.process is not None
    idle = socket.create_connection(("127.0.0.1", own_server.port))
    sending = socket.create_connection(("127.0.0.1", own_server.port))
    sending.sendall(b"POST /dbs HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    own_server.process.send_signal(number)
    _, errors = own_server.process.communicate(timeout=5)
    assert (own_server.process.returncode, errors) == (0, "")
    idle.close()
    sending.close()


def test_a_client_that_goes_away_while_sending_disturbs_nobody(own_server: CosmosServer) -> None:
    names = create_container(own_server.url)
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", own_server.port)) as sending:
            sending.sendall(b"POST /dbs HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        client.get_database_client(names[0]).get_container_client(names[1]).create_item(item())
    assert own_server.process is not None
    own_server.process.terminate()
    assert own_server.process.communicate(timeout=5)[1] == ""


def test_creations_of_one_name_at_once_make_one(server: CosmosServer) -> None:
    outcomes: list[int] = []

    def create() -> None:
        with azure.cosmos.CosmosClient(server.url, KEY) as client:
            try:
                client.create_database("raced")
                outcomes.append(201)
            except azure.cosmos.exceptions.CosmosResourceExistsError:
                outcomes.append(409)

    threads = [threading.Thread(target=create) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [201] + [409] * 7
