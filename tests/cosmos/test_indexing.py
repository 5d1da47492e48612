"""ORDER BY has to be served from an index of the container, or it is refused: as in the service."""

from typing import Any

import azure.cosmos
import pytest
from azure.cosmos.exceptions import CosmosHttpResponseError

from tests.cosmos.support import DEFINITION, KEY, CosmosServer, create_container, item

EVERYTHING: dict[str, Any] = {"includedPaths": [{"path": "/*"}], "excludedPaths": []}
NO_COMPOSITE = "does not have a corresponding composite index"
EXCLUDED = "order-by item is excluded"


def run(server: CosmosServer, policy: dict[str, Any], order: str, **fields: Any) -> list[str]:
    names = create_container(server.url, policy)
    with azure.cosmos.CosmosClient(server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        container.create_item(item("one", **fields))
        container.create_item(item("two"))
        query = f"SELECT VALUE c.id FROM c ORDER BY {order}"
        return list(container.query_items(query, partition_key="user-a"))


APP = DEFINITION["indexingPolicy"]
WITHOUT_B = EVERYTHING | {"excludedPaths": [{"path": "/b/*"}]}
MIXED = EVERYTHING | {
    "compositeIndexes": [[{"path": "/a", "order": "ascending"}, {"path": "/b/c", "order": "descending"}]]
}


@pytest.mark.parametrize(
    ("policy", "order"),
    [
        (APP, "c.createdAt DESC, c.id DESC"),
        (APP, "c.createdAt ASC, c.id ASC"),
        (APP, "c.overallScore DESC, c.id DESC"),
        (APP, "c.overallScore, c.id"),
        (APP, "c.createdAt"),
        (APP, "c.status DESC"),
        (APP, "c.id"),
        (APP, "c._ts DESC"),
        (MIXED, "c.a ASC, c.b.c DESC"),
        (MIXED, "c.a DESC, c['b'].c ASC"),
        (EVERYTHING, "c.b.c"),
        (
            EVERYTHING
            | {"excludedPaths": [{"path": "/b/*"}], "includedPaths": [{"path": "/b/c/?"}, {"path": "/*"}]},
            "c.b.c",
        ),
    ],
)
def test_what_an_index_serves_is_answered(server: CosmosServer, policy: dict[str, Any], order: str) -> None:
    fields = {"createdAt": "2026", "overallScore": 1, "status": "queued", "a": 1, "b": {"c": 1}}
    assert "one" in run(server, policy, order, **fields)


@pytest.mark.parametrize(
    ("policy", "order", "problem"),
    [
        (APP, "c.createdAt DESC, c.id ASC", NO_COMPOSITE),
        (APP, "c.id DESC, c.createdAt DESC", NO_COMPOSITE),
        (APP, "c.status, c.id", NO_COMPOSITE),
        (APP, "c.createdAt DESC, c.id DESC, c.status DESC", NO_COMPOSITE),
        (APP, "c.filename", EXCLUDED),
        (APP, "c.result.score", EXCLUDED),
        (APP, "c.createdAt.part", EXCLUDED),
        (EVERYTHING, "c.a, c.b", NO_COMPOSITE),
        (WITHOUT_B, "c.b.c", EXCLUDED),
        (EVERYTHING | {"excludedPaths": [{"path": "/b/?"}]}, "c.b", EXCLUDED),
        ({"indexingMode": "none"}, "c.a", EXCLUDED),
    ],
)
def test_what_no_index_serves_is_400(
    server: CosmosServer, policy: dict[str, Any], order: str, problem: str
) -> None:
    with pytest.raises(CosmosHttpResponseError) as failed:
        run(server, policy, order)
    assert failed.value.status_code == 400
    assert problem in str(failed.value.http_error_message)


def test_a_wildcard_index_leaves_out_documents_without_the_property(server: CosmosServer) -> None:
    assert run(server, EVERYTHING, "c.a", a=1) == ["one"]
    own_path = EVERYTHING | {"includedPaths": [{"path": "/*"}, {"path": "/a/?"}]}
    assert run(server, own_path, "c.a", a=1) == ["two", "one"]
