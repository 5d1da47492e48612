"""Partial updates: operations, their limits, and conditions as a lock."""

import asyncio
from typing import Any

import azure.cosmos.aio
import pytest
from azure.cosmos.exceptions import CosmosAccessConditionFailedError, CosmosHttpResponseError

from tests.cosmos.support import KEY, Client, CosmosServer, item

START: dict[str, Any] = {"n": 1, "deep": {"a": 1}, "list": [1, 2, 3], "a/b": 1, "m~n": 1}


async def patched(container: Client, *operations: dict[str, Any], **options: Any) -> dict[str, Any]:
    await container.upsert_item(item(**START))
    result = await container.patch_item("one", "user-a", patch_operations=list(operations), **options)
    assert result == await container.read_item("one", "user-a")
    return {name: value for name, value in result.items() if name in START or name in ("new", "__proto__")}


def operation(op: str, path: str, value: Any = None, **more: str) -> dict[str, Any]:
    return {"op": op, "path": path, **({} if op in ("remove", "move") else {"value": value}), **more}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (operation("set", "/n", 2), {"n": 2}),
        (operation("set", "/n", None), {"n": None}),
        (operation("set", "/new", {"x": [1]}), {"new": {"x": [1]}}),
        (operation("set", "/deep/b", 2), {"deep": {"a": 1, "b": 2}}),
        (operation("set", "/list/1", 9), {"list": [1, 9, 3]}),
        (operation("set", "/list/-", 4), {"list": [1, 2, 3, 4]}),
        (operation("add", "/new", 1), {"new": 1}),
        (operation("add", "/n", 5), {"n": 5}),
        (operation("add", "/list/1", 9), {"list": [1, 9, 2, 3]}),
        (operation("add", "/list/3", 9), {"list": [1, 2, 3, 9]}),
        (operation("add", "/list/-", 9), {"list": [1, 2, 3, 9]}),
        (operation("replace", "/deep/a", [1]), {"deep": {"a": [1]}}),
        (operation("replace", "/list/0", 0), {"list": [0, 2, 3]}),
        (operation("remove", "/list/0"), {"list": [2, 3]}),
        (operation("incr", "/n", 2.5), {"n": 3.5}),
        (operation("incr", "/new", -1), {"new": -1}),
        (operation("incr", "/list/2", 1), {"list": [1, 2, 4]}),
        (operation("set", "/a~1b", 2), {"a/b": 2}),
        (operation("set", "/m~0n", 2), {"m~n": 2}),
    ],
)
async def test_an_operation_changes_its_path_only(
    container: Client, change: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert await patched(container, change) == START | expected


async def test_remove_and_move_take_the_property_away(container: Client) -> None:
    result = await patched(
        container, operation("remove", "/n"), operation("move", "/new", **{"from": "/deep/a"})
    )
    assert result == {"deep": {}, "list": [1, 2, 3], "a/b": 1, "m~n": 1, "new": 1}


async def test_operations_apply_in_order(container: Client) -> None:
    changes = [operation("set", "/new", {}), operation("set", "/new/x", 1), operation("incr", "/new/x", 1)]
    assert (await patched(container, *changes))["new"] == {"x": 2}


@pytest.mark.parametrize(
    "change",
    [
        operation("set", "/no/way", 1),
        operation("add", "/no/way", 1),
        operation("incr", "/no/way", 1),
        operation("set", "/n/way", 1),
        operation("replace", "/absent", 1),
        operation("remove", "/absent"),
        operation("remove", "/list/3"),
        operation("move", "/new", **{"from": "/absent"}),
        operation("move", "/deep/a/b", **{"from": "/deep"}),
        operation("add", "/list/4", 1),
        operation("add", "/list/x", 1),
        operation("incr", "/deep", 1),
        operation("incr", "/n", "1"),
        operation("set", "/id", "two"),
        operation("set", "/userId", "user-b"),
        operation("remove", "/userId"),
        operation("set", "/_etag", "x"),
        operation("set", "n", 1),
        operation("unknown", "/n", 1),
    ],
)
async def test_an_impossible_operation_is_400_and_changes_nothing(
    container: Client, change: dict[str, Any]
) -> None:
    before = await container.create_item(item(**START))
    with pytest.raises(CosmosHttpResponseError) as failed:
        await container.patch_item("one", "user-a", patch_operations=[operation("set", "/n", 7), change])
    assert failed.value.status_code == 400
    assert "For Operation(2)" in str(failed.value.http_error_message)
    assert await container.read_item("one", "user-a") == before


async def test_ten_operations_are_allowed_eleven_are_not(container: Client) -> None:
    changes = [operation("incr", "/n", 1)] * 10
    assert (await patched(container, *changes))["n"] == 11
    for wrong in ([*changes, changes[0]], []):
        with pytest.raises(CosmosHttpResponseError) as failed:
            await patched(container, *wrong)
        assert failed.value.status_code == 400


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("FROM c WHERE c.status = 'Queued'", True),
        ("from c where c.status = 'Queued'", True),
        ("FROM c WHERE c.status = 'queued'", False),
        ("FROM job WHERE job.lease.until < '2030-01-01T00:00:00Z'", True),
        ("FROM c WHERE IS_NULL(c.runId) OR NOT IS_DEFINED(c.runId)", True),
        ("FROM c WHERE c.absent = 1", False),
        ("FROM c WHERE c.status IN ('Queued', 'Processing') AND c.lease.until > '2030'", False),
        ("FROM c WHERE c.text = 'SELECT \"where\" OR'", True),
    ],
)
async def test_a_condition_decides_over_a_patch(container: Client, condition: str, holds: bool) -> None:
    await container.create_item(
        item(status="Queued", lease={"until": "2026-01-01T00:00:00Z"}, text='SELECT "where" OR')
    )
    await container.create_item(item(user="user-b", status="queued", absent=1))
    call = container.patch_item(
        "one", "user-a", patch_operations=[operation("set", "/done", True)], filter_predicate=condition
    )
    if holds:
        assert (await call)["done"] is True
        return
    with pytest.raises(CosmosAccessConditionFailedError) as failed:
        await call
    assert failed.value.sub_status == 1110
    assert "done" not in await container.read_item("one", "user-a")


@pytest.mark.parametrize(
    "condition", ["WHERE c.n = 1", "FROM c WHERE", "FROM c WHERE c.n == 1", "FROM c WHERE x.n = 1"]
)
async def test_a_broken_condition_is_400(container: Client, condition: str) -> None:
    with pytest.raises(CosmosHttpResponseError) as failed:
        await patched(container, operation("set", "/n", 2), filter_predicate=condition)
    assert failed.value.status_code == 400
    assert (await container.read_item("one", "user-a"))["n"] == 1


async def test_of_fifty_patches_with_one_condition_one_wins(
    server: CosmosServer, names: tuple[str, str]
) -> None:
    async with azure.cosmos.aio.CosmosClient(server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        await container.create_item(item(status="queued"))

        async def claim(runner: int) -> bool:
            try:
                await container.patch_item(
                    "one",
                    "user-a",
                    patch_operations=[
                        operation("set", "/status", "processing"),
                        operation("set", "/by", runner),
                    ],
                    filter_predicate="FROM c WHERE c.status = 'queued'",
                )
            except CosmosAccessConditionFailedError:
                return False
            return True

        won = await asyncio.gather(*(claim(runner) for runner in range(50)))
        assert won.count(True) == 1
        assert (await container.read_item("one", "user-a"))["by"] == won.index(True)


async def test_no_increment_is_lost(server: CosmosServer, names: tuple[str, str]) -> None:
    async with azure.cosmos.aio.CosmosClient(server.url, KEY) as client:
        container = client.get_database_client(names[0]).get_container_client(names[1])
        await container.create_item(item(n=0))
        one = [operation("incr", "/n", 1)]
        await asyncio.gather(
            *(container.patch_item("one", "user-a", patch_operations=one) for _ in range(50))
        )
        assert (await container.read_item("one", "user-a"))["n"] == 50
