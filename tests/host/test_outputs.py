"""Output bindings on real stores: what arrives there, and what a failing one does to the invocation."""

import json
import signal
import time
from collections.abc import Iterator

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, PartitionKey
from azure.cosmos.exceptions import CosmosResourceNotFoundError
from azure.storage.queue import QueueClient, TextBase64DecodePolicy, TextBase64EncodePolicy

from tests.host.conftest import APPS, Azurite, CosmosServer, HostProcess, wait_for


@pytest.fixture(scope="module")
def client(cosmos: CosmosServer) -> Iterator[CosmosClient]:
    with CosmosClient.from_connection_string(cosmos.connection) as client:
        yield client


@pytest.fixture(scope="module")
def things(client: CosmosClient) -> ContainerProxy:
    database = client.create_database_if_not_exists("outputs")
    return database.create_container_if_not_exists("things", PartitionKey("/owner"))


@pytest.fixture(scope="module")
def host(
    azurite: Azurite,
    cosmos: CosmosServer,
    things: ContainerProxy,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[HostProcess]:
    env = {"AzureWebJobsStorage": azurite.connection, "COSMOS": cosmos.connection, "DATABASE": "outputs"}
    with HostProcess(APPS / "output", tmp_path_factory.mktemp("output") / "events", env) as host:
        yield host


def read(container: ContainerProxy, key: str) -> dict[str, object] | None:
    try:
        item = container.read_item(key, "o")
    except CosmosResourceNotFoundError:
        return None
    return {name: value for name, value in item.items() if not name.startswith("_")}


def test_documents_are_upserted_when_the_function_has_returned(
    host: HostProcess, things: ContainerProxy
) -> None:
    for text in ("first", "grüezi 🙂"):
        documents = [{"id": key, "owner": "o", "text": text} for key in ("list-1", "list-2")]
        assert host.post("/api/documents", documents).status == 201
    for key in ("list-1", "list-2"):
        assert read(things, key) == {"id": key, "owner": "o", "text": "grüezi 🙂"}


def test_a_text_output_is_a_document_or_several(host: HostProcess, things: ContainerProxy) -> None:
    assert host.post("/api/text", {"id": "text-1", "owner": "o"}).status == 201
    assert host.post("/api/text", [{"id": "text-2", "owner": "o"}]).status == 201
    assert read(things, "text-1")
    assert read(things, "text-2")


def test_an_output_that_was_not_set_writes_nothing(host: HostProcess) -> None:
    assert host.post("/api/nothing", {}).status == 201


def test_what_was_written_before_a_failure_stays(host: HostProcess, things: ContainerProxy) -> None:
    documents = [{"id": "before", "owner": "o"}, {"owner": "o", "id": 7}, {"id": "after", "owner": "o"}]
    answer = host.post("/api/documents", documents)
    assert (answer.status, answer.body) == (500, b"")
    assert read(things, "before")
    assert read(things, "after") is None


@pytest.mark.parametrize("body", [b"not JSON", b"17", b'["text"]'])
def test_a_text_that_is_no_document_fails_the_invocation(host: HostProcess, body: bytes) -> None:
    assert host.request("POST", "/api/text", body).status == 500


def test_a_container_that_does_not_exist_fails_the_invocation_and_is_named(host: HostProcess) -> None:
    assert host.post("/api/missing", {}).status == 500
    wait_for(lambda: "Executed 'Functions.store_nowhere' (Failed" in host.log)
    wait_for(lambda: "the container nowhere of the database outputs does not exist" in host.log)
    assert "function store_nowhere, binding document (cosmosDB)" in host.log
    assert "canary" not in host.log


def test_a_container_is_created_if_the_binding_says_so(host: HostProcess, client: CosmosClient) -> None:
    for key in ("1", "2"):
        assert host.post("/api/created", {"id": key, "owner": "o"}).status == 201
    created = client.get_database_client("made").get_container_client("on-demand")
    assert read(created, "1")
    assert read(created, "2")
    assert created.read()["partitionKey"]["paths"] == ["/owner"]


def test_each_entry_of_a_list_is_a_message_in_base64(host: HostProcess, azurite: Azurite) -> None:
    assert host.post("/api/messages", ["one", "grüezi"]).status == 202
    queue = QueueClient.from_connection_string(
        azurite.connection, "outgoing", message_decode_policy=TextBase64DecodePolicy()
    )
    assert sorted(str(one.content) for one in queue.receive_messages()) == ["grüezi", "one"]


def test_a_frozen_store_fails_the_invocation_and_the_message_is_tried_again(
    host: HostProcess, azurite: Azurite, cosmos: CosmosServer, things: ContainerProxy
) -> None:
    queue = QueueClient.from_connection_string(
        azurite.connection, "to-store", message_encode_policy=TextBase64EncodePolicy()
    )
    try:
        queue.create_queue()
        cosmos.send(signal.SIGSTOP)
        began = time.monotonic()
        queue.send_message(json.dumps({"id": "late", "owner": "o"}))
        wait_for(lambda: "Executed 'Functions.store_message' (Failed" in host.log)
        assert time.monotonic() - began < 12
    finally:
        cosmos.send(signal.SIGCONT)
    wait_for(lambda: read(things, "late"))
    wait_for(lambda: "Executed 'Functions.store_message' (Succeeded" in host.log)
    assert "function store_message, binding $return (cosmosDB)" in host.log


def test_a_store_that_comes_back_on_its_port_is_used_again(
    cosmos: CosmosServer, host: HostProcess, things: ContainerProxy
) -> None:
    cosmos.stop()
    assert host.post("/api/text", {"id": "lost", "owner": "o"}).status == 500
    cosmos.start()
    wait_for(lambda: host.post("/api/text", {"id": "back", "owner": "o"}).status == 201)
    wait_for(lambda: read(things, "back"))
