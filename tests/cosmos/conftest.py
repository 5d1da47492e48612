"""The local Cosmos server on a free port; what takes ``container`` runs with both of the SDK's clients."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import azure.cosmos
import azure.cosmos.aio
import pytest

from tests.cosmos.support import KEY, Client, CosmosServer, create_container


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CosmosServer]:
    server = CosmosServer(tmp_path_factory.mktemp("cosmos"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[CosmosServer]:
    """A server for a test that kills it."""
    server = CosmosServer(tmp_path / "data")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def names(server: CosmosServer) -> tuple[str, str]:
    return create_container(server.url)


@pytest.fixture(params=["sync", "aio"])
async def connect(
    request: pytest.FixtureRequest, server: CosmosServer
) -> AsyncIterator[Callable[[str, str], Client]]:
    """A function from the names of a database and a container to the container."""
    if request.param == "sync":
        with azure.cosmos.CosmosClient(server.url, KEY) as client:
            yield lambda *names: Client(client.get_database_client(names[0]).get_container_client(names[1]))
    else:
        async with azure.cosmos.aio.CosmosClient(server.url, KEY) as aio:
            yield lambda *names: Client(aio.get_database_client(names[0]).get_container_client(names[1]))


@pytest.fixture
def container(connect: Callable[[str, str], Client], names: tuple[str, str]) -> Client:
    return connect(*names)
