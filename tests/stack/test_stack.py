"""``Stack`` as the tests use it: processes that can be killed, frozen and restarted, data that stays."""

import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from azure.cosmos import CosmosClient
from azure.cosmos.container import ContainerProxy
from azure.storage.queue import QueueClient

from devstack.initialise import DEFINITION, QUEUES, initialise
from devstack.stack import Stack, StackError
from tests.stack.support import is_running
from tests.support import Api

APP = Path(__file__).parent / "app"
NAMES = ("azurite", "cosmos", "host")


@pytest.fixture(scope="module")
def shared_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(state_dir=tmp_path_factory.mktemp("state"), app_dir=APP, free_ports=True) as stack:
        yield stack


def test_a_second_stack_on_the_same_state_is_refused_and_disturbs_nothing(shared_stack: Stack) -> None:
    second = Stack(state_dir=shared_stack.state_dir, app_dir=APP, free_ports=True)
    with (
        pytest.raises(StackError, match=f"A stack already runs on {shared_stack.state_dir}: stop it, or"),
        second,
    ):
        pass
    assert Api(shared_stack.url).get("/api/ping").body == b"pong"
    assert (shared_stack.state_dir / "stack.json").exists()


def test_a_killed_host_comes_back_at_the_same_url(shared_stack: Stack) -> None:
    before = shared_stack.pid("host")
    shared_stack.signal("host", signal.SIGKILL)
    assert not is_running(before)
    shared_stack.restart("host")
    assert shared_stack.pid("host") != before
    assert Api(shared_stack.url).get("/api/ping").body == b"pong"


def test_a_host_that_runs_is_restarted_with_the_environment_as_it_is_now(shared_stack: Stack) -> None:
    shared_stack.env["GREETING"] = "hello"
    shared_stack.restart("host")
    assert Api(shared_stack.url).get("/api/setting/GREETING").body == b"hello"


def test_the_host_sees_the_settings_of_this_stack_whatever_the_environment_says(
    shared_stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Api(shared_stack.url).get("/api/setting/COSMOS").body.decode() == shared_stack.cosmos_connection
    monkeypatch.setenv("COSMOS", "AccountEndpoint=https://else.documents.azure.com/;AccountKey=x;")
    assert Stack(state_dir=shared_stack.state_dir, free_ports=True).cosmos_connection.startswith(
        "AccountEndpoint=http://127.0.0.1:"
    )


def test_initialising_again_changes_nothing_and_the_container_is_as_defined(shared_stack: Stack) -> None:
    container = _container(shared_stack)
    container.upsert_item({"id": "kept", "userId": "user-1"})
    initialise(shared_stack.cosmos_connection, shared_stack.storage_connection)
    assert container.read_item("kept", "user-1")["id"] == "kept"
    assert container.read()["partitionKey"]["paths"] == ["/userId"]


def test_data_survives_stop_and_start_and_no_process_survives_stop_not_even_a_frozen_one(
    tmp_path: Path,
) -> None:
    """Started by a thread first, which ends: its processes stay."""
    stack = Stack(state_dir=tmp_path, app_dir=APP, free_ports=True)
    thread = threading.Thread(target=stack.start)
    thread.start()
    thread.join()
    try:
        assert Api(stack.url).get("/api/ping").body == b"pong"
        _container(stack).create_item({"id": "one", "userId": "user-1"})
        _queue(stack).send_message("a message")
        pids = [stack.pid(name) for name in NAMES]
    finally:
        stack.stop()
    assert not any(is_running(pid) for pid in pids)
    with stack:
        assert _container(stack).read_item("one", "user-1")["id"] == "one"
        assert [message.content for message in _queue(stack).peek_messages()] == ["a message"]
        pids = [stack.pid(name) for name in NAMES]
        for name in NAMES:
            stack.signal(name, signal.SIGSTOP)
        begun = time.monotonic()
    assert time.monotonic() - begun < 10
    assert not any(is_running(pid) for pid in pids)


def test_an_app_that_does_not_load_is_named_with_what_the_host_said(
    shared_stack: Stack, tmp_path: Path
) -> None:
    (tmp_path / "host.json").write_text('{"version": "2.0"}')
    (tmp_path / "function_app.py").write_text("import nothing_of_that_name\n")
    shared_stack.app_dir = tmp_path
    try:
        with pytest.raises(StackError, match=r"The Functions host ended by itself") as failure:
            shared_stack.restart("host")
    finally:
        shared_stack.app_dir = APP
        shared_stack.restart("host")
    assert "nothing_of_that_name" in str(failure.value)


def test_a_tool_that_is_missing_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StackError, match=r"Azurite cannot be started: No such file or directory \(node\)"):
        Stack(state_dir=tmp_path / "state", app_dir=APP, free_ports=True).__enter__()
    assert not (tmp_path / "state" / "stack.json").exists()


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PORT": "http"}, "PORT must be a whole number from 1 to 65535, and is 'http'"),
        ({"PORT": "70000"}, "PORT must be a whole number from 1 to 65535, and is '70000'"),
        ({"COSMOS": " "}, "COSMOS is set neither in the environment nor in local.settings.json"),
        (
            {"COSMOS": "AccountEndpoint=https://mine.documents.azure.com:443/;AccountKey=x;"},
            "COSMOS has no AccountEndpoint of the form http://127.0.0.1:<port>",
        ),
        (
            {"AzureWebJobsStorage": "DefaultEndpointsProtocol=https;AccountName=mine;AccountKey=x"},
            "AzureWebJobsStorage has no BlobEndpoint of the form http://127.0.0.1:<port>",
        ),
    ],
)
def test_settings_that_a_local_stack_cannot_follow_are_refused(
    environment: dict[str, str], sentence: str
) -> None:
    with pytest.raises(StackError) as failure:
        Stack(env=environment)
    assert str(failure.value).startswith(sentence)


def test_the_committed_settings_name_the_emulators_ports(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COSMOS", "AzureWebJobsStorage", "PORT", "STATE_DIR"):
        monkeypatch.delenv(name, raising=False)
    stack = Stack()
    assert stack.url == "http://127.0.0.1:7071"
    assert "AccountEndpoint=http://127.0.0.1:8081/;" in stack.cosmos_connection
    assert "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;" in stack.storage_connection
    assert stack.state_dir == DEFINITION.parents[1] / ".devstack"
    short = Stack(env={"AzureWebJobsStorage": "UseDevelopmentStorage=true"})
    assert short.storage_connection == stack.storage_connection


def test_the_queues_are_those_that_the_app_listens_to() -> None:
    from shared.work_queue import POISON_QUEUE, QUEUE

    assert QUEUES == (QUEUE, POISON_QUEUE)


def _container(stack: Stack) -> ContainerProxy:
    client = CosmosClient.from_connection_string(stack.cosmos_connection)
    return client.get_database_client("cv-checker-db").get_container_client("cv-checker-data")


def _queue(stack: Stack) -> QueueClient:
    return QueueClient.from_connection_string(stack.storage_connection, QUEUES[0])
