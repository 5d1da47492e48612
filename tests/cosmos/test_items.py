"""Point operations: what is there, what is not, and who may overwrite it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from azure.core import MatchConditions
from azure.cosmos.exceptions import (
    CosmosAccessConditionFailedError,
    CosmosHttpResponseError,
    CosmosResourceExistsError,
    CosmosResourceNotFoundError,
)

from tests.cosmos.support import Client, CosmosServer, charge, item, send

SET_A = {"op": "set", "path": "/a", "value": 1}


def body(error: CosmosHttpResponseError) -> dict[str, Any]:
    return dict(json.loads(str(error.http_error_message)))


async def test_what_was_created_is_read_back(container: Client) -> None:
    created = await container.create_item(item(score=1.5, tags=["a", None, True]))
    read = await container.read_item("one", "user-a")
    assert read == created
    assert read["tags"] == ["a", None, True]
    assert {"_rid", "_self", "_etag", "_attachments", "_ts"} <= set(read)


@pytest.mark.parametrize("operation", ["read", "replace", "patch", "delete"])
async def test_a_missing_item_is_404_with_the_services_body(container: Client, operation: str) -> None:
    calls: dict[str, Callable[[], Any]] = {
        "read": lambda: container.read_item("one", "user-a"),
        "replace": lambda: container.replace_item("one", item()),
        "patch": lambda: container.patch_item("one", "user-a", patch_operations=[SET_A]),
        "delete": lambda: container.delete_item("one", "user-a"),
    }
    with pytest.raises(CosmosResourceNotFoundError) as failed:
        await calls[operation]()
    assert body(failed.value)["code"] == "NotFound"
    assert "Resource Not Found" in body(failed.value)["message"]
    assert failed.value.sub_status == 0


async def test_a_missing_item_is_told_apart_from_a_missing_container(
    connect: Callable[[str, str], Client], names: tuple[str, str]
) -> None:
    for missing in (("no-such-database", "items"), (names[0], "no-such-container")):
        container = connect(*missing)
        for call in (
            container.read_item("one", "user-a"),
            container.create_item(item()),
            container.upsert_item(item()),
            container.delete_item("one", "user-a"),
            container.query("SELECT * FROM c", partition_key="user-a"),
            container.query("SELECT * FROM c"),
        ):
            with pytest.raises(CosmosResourceNotFoundError) as failed:
                await call
            assert body(failed.value)["code"] == "NotFound"


async def test_creating_an_existing_id_is_409_and_keeps_the_item(container: Client) -> None:
    await container.create_item(item(version=1))
    with pytest.raises(CosmosResourceExistsError) as failed:
        await container.create_item(item(version=2))
    assert body(failed.value)["code"] == "Conflict"
    assert (await container.read_item("one", "user-a"))["version"] == 1


async def test_ids_are_unique_within_a_partition_only(container: Client) -> None:
    await container.create_item(item(user="user-a", of="a"))
    await container.create_item(item(user="user-b", of="b"))
    assert (await container.read_item("one", "user-a"))["of"] == "a"
    assert (await container.read_item("one", "user-b"))["of"] == "b"
    await container.delete_item("one", "user-a")
    assert (await container.read_item("one", "user-b"))["of"] == "b"
    with pytest.raises(CosmosResourceNotFoundError):
        await container.read_item("one", "user-a")


@pytest.mark.parametrize("value", ["", 'quote " and \\', "Zoë ✨", "true", None, True, 7, 1.5])
async def test_any_scalar_is_a_partition_key(container: Client, value: Any) -> None:
    """The text true and the boolean are two partitions."""
    await container.create_item({"id": "one", "userId": value})
    await container.create_item({"id": "one", "userId": "other"})
    assert (await container.read_item("one", value))["userId"] == value
    if value is not None:  # the SDK takes None for no partition key in queries
        assert len(await container.query("SELECT * FROM c", partition_key=value)) == 1


def test_an_item_of_another_partition_than_the_header_names_is_refused(
    server: CosmosServer, names: tuple[str, str]
) -> None:
    path = f"/dbs/{names[0]}/colls/{names[1]}/docs"
    for key, substatus in (
        ('["user-b"]', "1001"),
        ("[{}]", "1001"),
        ('["user-a", "x"]', "1001"),
        ("no", "0"),
    ):
        status, headers, _ = send(
            server, "POST", path, json.dumps(item()).encode(), x_ms_documentdb_partitionkey=key
        )
        assert (status, headers["x-ms-substatus"]) == (400, substatus), key
    assert send(server, "POST", path, json.dumps(item()).encode())[0] == 400
    assert send(server, "GET", f"{path}/one")[0] == 400


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"null", b'{"id": "\xff"}', b'{"id": NaN}', b"[" * 100_000]
)
def test_a_broken_body_is_400(server: CosmosServer, names: tuple[str, str], broken: bytes) -> None:
    path = f"/dbs/{names[0]}/colls/{names[1]}/docs"
    status, _, answer = send(server, "POST", path, broken, x_ms_documentdb_partitionkey='["user-a"]')
    assert (status, answer["code"]) == (400, "BadRequest")


async def test_upsert_creates_then_replaces_and_keeps_the_resource_id(container: Client) -> None:
    first = await container.upsert_item(item(version=1, gone=True))
    second = await container.upsert_item(item(version=2))
    assert second["version"] == 2
    assert "gone" not in second
    assert second["_rid"] == first["_rid"]
    assert await container.query("SELECT VALUE c.version FROM c") == [2]


async def test_every_write_changes_the_etag(container: Client) -> None:
    etags = [(await container.create_item(item()))["_etag"]]
    calls: list[Callable[[], Any]] = [
        lambda: container.upsert_item(item()),
        lambda: container.replace_item("one", item()),
        lambda: container.patch_item("one", "user-a", patch_operations=[SET_A]),
    ]
    for call in calls:
        written = await call()
        etags.append(written["_etag"])
        assert written.get_response_headers()["etag"] == written["_etag"]
    assert len(set(etags)) == 4
    assert all(etag.startswith('"') and etag.endswith('"') for etag in etags)


@pytest.mark.parametrize("operation", ["upsert", "replace", "patch", "delete"])
async def test_if_match_refuses_an_old_etag(container: Client, operation: str) -> None:
    old = (await container.create_item(item(version=1)))["_etag"]
    new = (await container.upsert_item(item(version=2)))["_etag"]
    calls: dict[str, Callable[..., Any]] = {
        "upsert": lambda **match: container.upsert_item(item(version=3), **match),
        "replace": lambda **match: container.replace_item("one", item(version=3), **match),
        "patch": lambda **match: container.patch_item(
            "one", "user-a", patch_operations=[{"op": "set", "path": "/version", "value": 3}], **match
        ),
        "delete": lambda **match: container.delete_item("one", "user-a", **match),
    }
    with pytest.raises(CosmosAccessConditionFailedError) as failed:
        await calls[operation](etag=old, match_condition=MatchConditions.IfNotModified)
    assert body(failed.value)["code"] == "PreconditionFailed"
    assert (await container.read_item("one", "user-a"))["version"] == 2
    await calls[operation](etag=new, match_condition=MatchConditions.IfNotModified)
    left = await container.query("SELECT VALUE c.version FROM c")
    assert left == ([] if operation == "delete" else [3])


async def test_if_none_match_answers_304_without_a_body(container: Client) -> None:
    etag = (await container.create_item(item()))["_etag"]
    statuses: list[int] = []

    def remember(response: Any) -> None:
        statuses.append(response.http_response.status_code)

    match = {"etag": etag, "match_condition": MatchConditions.IfModified}
    unchanged = await container.read_item("one", "user-a", raw_response_hook=remember, **match)
    assert (statuses[-1], dict(unchanged or {})) == (304, {})
    await container.upsert_item(item())
    changed = await container.read_item("one", "user-a", raw_response_hook=remember, **match)
    assert (statuses[-1], changed["id"]) == (200, "one")


async def test_if_none_match_star_never_overwrites(container: Client) -> None:
    only_new = {"match_condition": MatchConditions.IfMissing}
    await container.upsert_item(item(version=1), **only_new)
    with pytest.raises(CosmosAccessConditionFailedError):
        await container.upsert_item(item(version=2), **only_new)
    assert (await container.read_item("one", "user-a"))["version"] == 1


async def test_a_minimal_response_still_carries_the_etag(container: Client) -> None:
    created = await container.create_item(item(), no_response=True)
    assert dict(created) == {}
    etag = created.get_response_headers()["etag"]
    assert (await container.read_item("one", "user-a"))["_etag"] == etag


@pytest.mark.parametrize("bad_id", [None, "", "a/b", "a#b", 7, "x" * 1024])
def test_an_item_without_a_proper_id_is_400(
    server: CosmosServer, names: tuple[str, str], bad_id: object
) -> None:
    path = f"/dbs/{names[0]}/colls/{names[1]}/docs"
    bad = {"userId": "user-a"} | ({} if bad_id is None else {"id": bad_id})
    status, _, answer = send(
        server, "POST", path, json.dumps(bad).encode(), x_ms_documentdb_partitionkey='["user-a"]'
    )
    assert (status, answer["code"]) == (400, "BadRequest")


async def test_an_item_may_have_two_mebibytes_and_no_more(container: Client) -> None:
    created = await container.create_item(item(text="x" * (2 * 1024 * 1024 - 600)))
    assert len(created["text"]) > 2_000_000
    for size in (2 * 1024 * 1024, 20 * 1024 * 1024):
        with pytest.raises(CosmosHttpResponseError) as failed:
            await container.upsert_item(item(text="x" * size))
        assert failed.value.status_code == 413
        assert body(failed.value)["code"] == "RequestEntityTooLarge"
    with pytest.raises(CosmosHttpResponseError) as failed:
        await container.patch_item(
            "one", "user-a", patch_operations=[{"op": "set", "path": "/more", "value": "x" * 1000}]
        )
    assert failed.value.status_code == 413


async def test_two_megabytes_of_emoji_fit_although_the_sdk_escapes_them(container: Client) -> None:
    text = "🎓" * 400_000
    assert (await container.create_item(item(text=text)))["text"] == text


TEXTS = ["Zoë 🎓👩‍🔬", "\u0000\u0001\u001f\u007f", "\u2028\u2029", "\ufffe\uffff", '"\\/\b\n', "e\u0301"]


@pytest.mark.parametrize("text", TEXTS)
async def test_text_comes_back_as_it_was(container: Client, text: str) -> None:
    await container.create_item(item(text=text) | {text: 1})
    assert (await container.read_item("one", "user-a"))["text"] == text
    assert await container.query("SELECT VALUE c.text FROM c WHERE c.text = @t", {"@t": text}) == [text]


async def test_lone_surrogates_do_no_harm(container: Client) -> None:
    await container.create_item(item(text="a\ud800b\udc00"))
    assert (await container.read_item("one", "user-a"))["text"] == "a\ud800b\udc00"
    assert await container.query("SELECT VALUE c.text FROM c") == ["a\ud800b\udc00"]


async def test_ids_may_hold_any_letters(container: Client) -> None:
    name = "Zoë 100% +&= ✨"
    await container.create_item(item(name))
    assert (await container.read_item(name, "user-a"))["id"] == name


async def test_properties_called_like_javascripts_own_are_plain_properties(container: Client) -> None:
    strange = {"__proto__": {"polluted": True}, "constructor": 1, "toString": 2}
    await container.create_item(item() | strange)
    await container.patch_item(
        "one", "user-a", patch_operations=[{"op": "set", "path": "/__proto__/polluted", "value": 3}]
    )
    read = await container.read_item("one", "user-a")
    assert (read["__proto__"], read["constructor"]) == ({"polluted": 3}, 1)
    assert await container.query("SELECT VALUE c.polluted FROM c") == []


async def test_json_is_nested_at_most_128_levels(container: Client) -> None:
    async def create(levels: int) -> None:
        nested: Any = 1
        for _ in range(levels):
            nested = [nested]
        await container.upsert_item(item(nested=nested))

    await create(127)
    with pytest.raises(CosmosHttpResponseError) as failed:
        await create(128)
    assert failed.value.status_code == 400


async def test_charges_grow_with_size_and_repeat(container: Client) -> None:
    small = await container.create_item(item("small"))
    large = await container.create_item(item("large", text="x" * 100 * 1024))
    assert 5 <= charge(small) < 6
    assert 45 < charge(large) < 55
    assert charge(await container.read_item("small", "user-a")) == 1
    reads = [charge(await container.read_item("large", "user-a")) for _ in range(2)]
    assert 9 < reads[0] == reads[1] < 11
    assert charge(await container.replace_item("small", item("small"))) > charge(small)


async def test_batch_and_change_feed_say_that_they_are_not_supported(container: Client) -> None:
    with pytest.raises(CosmosHttpResponseError, match="batch is not supported"):
        await container.execute_item_batch([("create", (item(),))], "user-a")


async def test_answers_carry_what_the_sdk_keeps_of_a_session(container: Client) -> None:
    headers = (await container.create_item(item())).get_response_headers()
    assert headers["x-ms-activity-id"]
    first = int(headers["x-ms-session-token"].removeprefix("0:-1#"))
    again = (await container.upsert_item(item())).get_response_headers()
    assert int(again["x-ms-session-token"].removeprefix("0:-1#")) == first + 1
    assert again["x-ms-alt-content-path"] == container.proxy.container_link
