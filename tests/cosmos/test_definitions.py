"""The account, databases and containers."""

import json
from typing import Any

import azure.cosmos
import azure.cosmos.aio
import pytest
from azure.cosmos import PartitionKey
from azure.cosmos.exceptions import (
    CosmosHttpResponseError,
    CosmosResourceExistsError,
    CosmosResourceNotFoundError,
)

from tests.cosmos.support import DEFINITION, KEY, CosmosServer, create_container, item, send


def test_the_account_names_the_address_by_which_it_was_reached(server: CosmosServer) -> None:
    for host in (f"127.0.0.1:{server.port}", f"localhost:{server.port}"):
        _, _, account = send(server, "GET", "/", host=host)
        for locations in ("writableLocations", "readableLocations"):
            assert [one["databaseAccountEndpoint"] for one in account[locations]] == [f"http://{host}/"]


async def test_the_sdk_stays_on_http_after_it_has_read_the_account(server: CosmosServer) -> None:
    database, name = create_container(server.url)
    async with azure.cosmos.aio.CosmosClient(server.url, KEY) as client:
        container = client.get_database_client(database).get_container_client(name)
        for _ in range(3):
            await client._get_database_account()
            await container.upsert_item(item())
        manager: Any = client.client_connection._global_endpoint_manager
        endpoints = {manager.get_write_endpoint(), manager.get_read_endpoint()}
        assert all(server.url in str(endpoint) for endpoint in endpoints)


def test_if_not_exists_finds_what_is_there(server: CosmosServer) -> None:
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        for _ in range(2):
            database = client.create_database_if_not_exists("twice")
            container = database.create_container_if_not_exists("items", PartitionKey("/userId"))
            container.upsert_item(item())
        assert [one["id"] for one in client.list_databases()].count("twice") == 1
        assert [one["id"] for one in database.list_containers()] == ["items"]
        assert len(list(container.read_all_items())) == 1


def test_creating_what_exists_is_409_and_reading_what_does_not_404(server: CosmosServer) -> None:
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        database = client.create_database("once")
        database.create_container("items", PartitionKey("/userId"))
        with pytest.raises(CosmosResourceExistsError):
            client.create_database("once")
        with pytest.raises(CosmosResourceExistsError):
            database.create_container("items", PartitionKey("/userId"))
        missing: list[Any] = [
            client.get_database_client("none").read,
            database.get_container_client("none").read,
            client.get_database_client("none").get_container_client("none").read,
            lambda: client.get_database_client("none").create_container("items", PartitionKey("/userId")),
            lambda: client.delete_database("none"),
            lambda: database.delete_container("none"),
            lambda: list(client.get_database_client("none").list_containers()),
        ]
        for call in missing:
            with pytest.raises(CosmosResourceNotFoundError) as failed:
                call()
            assert json.loads(str(failed.value.http_error_message))["code"] == "NotFound"


def test_a_definition_comes_back_with_the_services_defaults(server: CosmosServer) -> None:
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        database = client.create_database("defaults")
        policy = database.create_container("plain", PartitionKey("/userId")).read()["indexingPolicy"]
        assert policy["indexingMode"] == "consistent"
        assert policy["includedPaths"] == [{"path": "/*"}]
        assert policy["excludedPaths"] == [{"path": '/"_etag"/?'}]


def test_the_apps_definition_comes_back_as_it_was_given(server: CosmosServer) -> None:
    database, name = create_container(server.url)
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        found = client.get_database_client(database).get_container_client(name).read()
    assert found["partitionKey"] == DEFINITION["partitionKey"]
    assert found["indexingPolicy"] == DEFINITION["indexingPolicy"]


ONE_KEY = {"paths": ["/userId"]}


@pytest.mark.parametrize(
    "definition",
    [
        {"id": "x"},
        {"partitionKey": ONE_KEY},
        {"id": "a/b", "partitionKey": ONE_KEY},
        {"id": "x", "partitionKey": {"paths": ["/a", "/b"], "kind": "MultiHash"}},
        {
            "id": "x",
            "partitionKey": {"paths": ["/a"]},
            "indexingPolicy": {"includedPaths": [{"path": "/a/?"}]},
        },
        {
            "id": "x",
            "partitionKey": {"paths": ["/a"]},
            "indexingPolicy": {"compositeIndexes": [[{"path": "/a"}]]},
        },
    ],
)
def test_a_broken_definition_is_400(server: CosmosServer, definition: dict[str, Any]) -> None:
    database, _ = create_container(server.url)
    status, _, answer = send(server, "POST", f"/dbs/{database}/colls", json.dumps(definition).encode())
    assert (status, answer["code"]) == (400, "BadRequest")


def test_the_indexing_policy_can_be_replaced_and_items_stay(server: CosmosServer) -> None:
    database, name = create_container(server.url)
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        proxy = client.get_database_client(database)
        container = proxy.get_container_client(name)
        container.create_item(item(filename="b"))
        by_filename = "SELECT VALUE c.filename FROM c ORDER BY c.filename"
        with pytest.raises(CosmosHttpResponseError):
            list(container.query_items(by_filename, partition_key="user-a"))
        proxy.replace_container(
            name, PartitionKey("/userId"), indexing_policy={"includedPaths": [{"path": "/*"}]}
        )
        assert list(container.query_items(by_filename, partition_key="user-a")) == ["b"]
        with pytest.raises(CosmosHttpResponseError) as failed:
            proxy.replace_container(name, PartitionKey("/other"))
        assert failed.value.status_code == 400


async def test_a_container_that_was_made_again_is_empty_and_clients_find_it(server: CosmosServer) -> None:
    database, name = create_container(server.url)
    async with azure.cosmos.aio.CosmosClient(server.url, KEY) as client:
        proxy = client.get_database_client(database)
        container = proxy.get_container_client(name)
        await container.create_item(item())
        with azure.cosmos.CosmosClient(server.url, KEY) as other:
            other.get_database_client(database).delete_container(name)
            other.get_database_client(database).create_container(name, PartitionKey("/userId"))
        with pytest.raises(CosmosResourceNotFoundError):
            await container.read_item("one", "user-a")
        await container.create_item(item())
        assert [row["id"] async for row in container.query_items("SELECT * FROM c")] == ["one"]


def test_a_deleted_database_takes_its_containers_along(server: CosmosServer) -> None:
    database, name = create_container(server.url)
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        client.get_database_client(database).get_container_client(name).create_item(item())
        client.delete_database(database)
        again = client.create_database(database).create_container(name, PartitionKey("/userId"))
        assert list(again.read_all_items()) == []


@pytest.mark.parametrize(
    "path", ["/nonsense", "/dbs/x/colls/y/sprocs", "/dbs/%ff", "/dbs/x/users/y", "/offers"]
)
def test_what_is_not_supported_is_a_4xx_that_says_so(server: CosmosServer, path: str) -> None:
    status, _, answer = send(server, "POST", path, b"{}")
    assert status in (400, 404)
    assert answer["message"]
