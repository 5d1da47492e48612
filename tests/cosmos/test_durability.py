"""What was acknowledged is there after kill -9, whatever the end of the journal looks like."""

import asyncio
import json
import random
import resource
from pathlib import Path
from typing import Any

import azure.cosmos
import azure.cosmos.aio
import pytest
from azure.core.exceptions import AzureError
from azure.cosmos.exceptions import CosmosHttpResponseError, CosmosResourceNotFoundError

from tests.cosmos.support import KEY, CosmosServer, create_container, item


def contents(server: CosmosServer, names: tuple[str, str]) -> dict[str, Any]:
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        return {f"{row['userId']}/{row['id']}": row for row in container.read_all_items()}


async def test_kill_9_under_concurrent_writes_loses_nothing_acknowledged(own_server: CosmosServer) -> None:
    names = create_container(own_server.url)
    acknowledged: dict[str, tuple[int, str]] = {}
    pending: dict[str, int] = {}
    options: dict[str, Any] = {"retry_total": 0, "retry_connect": 0, "retry_read": 0, "connection_timeout": 2}

    async with azure.cosmos.aio.CosmosClient(own_server.url, KEY, **options) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])

        async def write(writer: int) -> None:
            for version in range(10_000):
                name = f"{writer}-{version % 7}"
                pending[name] = version
                try:
                    written = await container.upsert_item(
                        item(name, f"user-{writer % 3}", version=version, text="ü" * random.randrange(3000)),
                        timeout=2,
                    )
                except (AzureError, OSError):
                    return
                acknowledged[f"user-{writer % 3}/{name}"] = (version, written["_etag"])

        writers = [asyncio.create_task(write(writer)) for writer in range(12)]
        while len(acknowledged) < 70:
            await asyncio.sleep(0.01)
        own_server.kill()
        await asyncio.gather(*writers)

    own_server.start()
    found = contents(own_server, names)
    for key, (version, etag) in acknowledged.items():
        kept = found[key]
        if kept["version"] != version:  # written, but killed before the answer
            assert kept["version"] == pending[key.split("/")[1]] > version
        else:
            assert kept["_etag"] == etag


def test_definitions_deletions_and_etags_survive_a_kill(own_server: CosmosServer) -> None:
    names = create_container(own_server.url)
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        for number in range(6):
            container.create_item(item(str(number), text="\ud800🎓\u2028\n"))
        container.delete_item("5", "user-a")
        container.delete_item("2", "user-a")
        container.upsert_item(item("0", version=2))
        doomed = client.create_database("doomed")
        doomed.create_container("items", azure.cosmos.PartitionKey("/userId")).create_item(item())
        client.delete_database("doomed")
        definition = container.read()
    before = contents(own_server, names)
    for _ in range(2):  # from the journal as written, then as compacted
        own_server.kill()
        own_server.start()
        assert contents(own_server, names) == before
        assert list(before) == ["user-a/0", "user-a/1", "user-a/3", "user-a/4"]
        with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
            assert client.get_database_client(names[0]).get_container_client(names[1]).read() == definition
            with pytest.raises(CosmosResourceNotFoundError):
                client.get_database_client("doomed").read()
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        created = container.create_item(item("new"))
        assert created["_rid"] not in {row["_rid"] for row in before.values()}
        with pytest.raises(CosmosHttpResponseError):
            container.create_item(item("1"))


@pytest.mark.parametrize("cut", ["a byte", "half", "in a letter", "newline only"])
def test_a_torn_last_line_is_dropped_and_the_rest_kept(own_server: CosmosServer, cut: str) -> None:
    names = create_container(own_server.url)
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        container.create_item(item("whole"))
        container.create_item(item("torn", text="äöü🎓" * 10))
    own_server.kill()
    data = own_server.journal.read_bytes()
    start = data.rindex(b"\n", 0, -1) + 1
    end = {
        "a byte": start + 1,
        "half": (start + len(data)) // 2,
        "in a letter": data.rindex("🎓".encode()) + 2,
        "newline only": len(data) - 1,
    }[cut]
    own_server.journal.write_bytes(data[:end])
    own_server.start()
    assert list(contents(own_server, names)) == ["user-a/whole"]
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        container.create_item(item("torn"))
    own_server.kill()
    own_server.start()
    assert list(contents(own_server, names)) == ["user-a/whole", "user-a/torn"]


def test_a_start_that_was_killed_while_compacting_harms_nothing(own_server: CosmosServer) -> None:
    names = create_container(own_server.url)
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        client.get_database_client(names[0]).get_container_client(names[1]).create_item(item())
    own_server.kill()
    Path(f"{own_server.journal}.new").write_bytes(own_server.journal.read_bytes()[:40])
    own_server.start()
    assert list(contents(own_server, names)) == ["user-a/one"]


def test_the_journal_is_compacted_at_start(own_server: CosmosServer) -> None:
    names = create_container(own_server.url)
    with azure.cosmos.CosmosClient(own_server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        for version in range(50):
            container.upsert_item(item(version=version))
    own_server.stop()
    grown = own_server.journal.read_text().count("\n")
    own_server.start()
    lines = [json.loads(line) for line in own_server.journal.read_text().splitlines()]
    assert grown > 50
    assert [line["op"] for line in lines] == ["format", "database", "container", "put"]
    assert lines[-1]["document"]["version"] == 49


def test_a_full_disk_refuses_the_write_and_keeps_what_is_there(
    own_server: CosmosServer,
) -> None:
    names = create_container(own_server.url)
    with azure.cosmos.CosmosClient(own_server.url, KEY, retry_total=0) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        container.create_item(item())
        assert own_server.process is not None
        pid, unlimited = own_server.process.pid, resource.RLIM_INFINITY
        limit = own_server.journal.stat().st_size + 1000
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, unlimited))
        with pytest.raises(CosmosHttpResponseError) as failed:
            container.create_item(item("large", text="x" * 5000))
        assert failed.value.status_code == 503
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))
        container.create_item(item("small"))
    own_server.kill()
    own_server.start()
    assert list(contents(own_server, names)) == ["user-a/one", "user-a/small"]
