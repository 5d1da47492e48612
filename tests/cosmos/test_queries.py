"""Queries: what they select, in which order, page by page, and in which partitions."""

import json
import time
from typing import Any

import pytest
from azure.cosmos.exceptions import CosmosHttpResponseError

from tests.cosmos.support import Client, CosmosServer, item, send

NEWEST_FIRST = "ORDER BY c.createdAt DESC, c.id DESC"


async def fill(container: Client, count: int, user: str = "user-a", **fields: Any) -> list[str]:
    ids = [f"{user}-{number:03}" for number in range(count)]
    for number, name in enumerate(ids):
        await container.create_item(
            item(name, user, createdAt=f"2026-01-{number // 3:02}", overallScore=number % 7, **fields)
        )
    return ids


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("c.n = 1", ["number"]),
        ("c.n = '1'", ["text"]),
        ("c.n > 0", ["number"]),
        ("c.n > ''", ["text"]),
        ("c.n >= 1 AND c.n <= 1", ["number"]),
        ("c.n != 1", ["bool", "list", "null", "object", "text"]),
        ("NOT (c.n = 1)", ["bool", "list", "null", "object", "text"]),
        ("c.n = null", ["null"]),
        ("c.n = true", ["bool"]),
        ("c.n BETWEEN 0 AND 5", ["number"]),
        ("c.n BETWEEN @low AND @high", ["number"]),
        ("c.n IN (1, '1', 2)", ["number", "text"]),
        ("ARRAY_CONTAINS(@ids, c.id)", ["absent", "null"]),
        ("IS_NULL(c.n)", ["null"]),
        ("IS_DEFINED(c.n)", ["bool", "list", "null", "number", "object", "text"]),
        ("NOT IS_DEFINED(c.n)", ["absent"]),
        ("IS_NUMBER(c.n) OR IS_BOOL(c.n)", ["bool", "number"]),
        ("IS_STRING(c.n) AND c.id IN (@text, @other)", ["text"]),
        ("c.n.deep = 'x'", ["object"]),
        ("c['n'].deep = 'x'", ["object"]),
        ('c.n = {"deep": "x"}', ["object"]),
        ("ARRAY_CONTAINS(c.n, 2)", ["list"]),
        ("CONTAINS(c.id, 'UL', true)", ["null"]),
        ("STARTSWITH(c.id, 'nu')", ["null", "number"]),
        ("(c.n = 1 OR (c.n > '' AND c.n < '2'))", ["number", "text"]),
    ],
)
async def test_a_condition_selects_by_type_and_value(
    container: Client, condition: str, expected: list[str]
) -> None:
    values = {"number": 1, "text": "1", "null": None, "bool": True, "object": {"deep": "x"}, "list": [1, 2]}
    for name, value in values.items():
        await container.create_item(item(name, n=value))
    await container.create_item(item("absent"))
    parameters = {
        "@ids": ["null", "absent", "none"],
        "@low": 0,
        "@high": 2,
        "@text": "text",
        "@other": "number",
    }
    scopes: list[dict[str, Any]] = [{"partition_key": "user-a"}, {}]
    for options in scopes:
        rows = await container.query(f"SELECT VALUE c.id FROM c WHERE {condition}", parameters, **options)
        assert sorted(rows) == expected


async def test_projections(container: Client) -> None:
    created = dict(await container.create_item(item(type="cv", n={"x": 1})))
    await container.create_item(item("two", type="job"))
    assert await container.query("SELECT * FROM c WHERE c.type = 'cv'") == [created]
    assert await container.query("SELECT c.id, c.type, c.n.x, c.absent FROM c WHERE c.id = 'one'") == [
        {"id": "one", "type": "cv", "x": 1}
    ]
    assert await container.query(
        "SELECT VALUE {\"i\": c.id, 'n': [c.n.x, c.no]} FROM c WHERE c.id='one'"
    ) == [{"i": "one", "n": [1]}]
    assert await container.query("SELECT VALUE c.n FROM c") == [{"x": 1}]
    assert await container.query("SELECT TOP 1 c.id AS name FROM c") == [{"name": "one"}]
    assert await container.query("SELECT t AS tag FROM c JOIN t IN c.tags") == []


async def test_aggregates(container: Client) -> None:
    await fill(container, 12)
    one: dict[str, Any] = {"partition_key": "user-a"}
    for scope in (one, {}):
        assert await container.query("SELECT VALUE COUNT(1) FROM c", **scope) == [12]
        assert await container.query("SELECT VALUE MAX(c.overallScore) FROM c", **scope) == [6]
        assert await container.query("SELECT VALUE COUNT(1) FROM c WHERE c.type = 'no'", **scope) == [0]
    rows = await container.query("SELECT COUNT(1) AS n, MIN(c.createdAt) AS first FROM c", **one)
    assert rows == [{"n": 12, "first": "2026-01-00"}]
    with pytest.raises(CosmosHttpResponseError, match="only supports 'VALUE"):
        await container.query("SELECT COUNT(1) AS n FROM c")


async def test_a_partition_key_scopes_a_query_to_its_partition(container: Client) -> None:
    await fill(container, 5, "user-a")
    await fill(container, 7, "user-b")
    query = "SELECT VALUE c.id FROM c"
    assert len(await container.query(query, partition_key="user-a")) == 5
    assert len(await container.query(query, partition_key="user-b")) == 7
    assert await container.query(query, partition_key="user-c") == []
    assert len(await container.query(query)) == 12
    foreign = "SELECT VALUE c.id FROM c WHERE c.userId = 'user-b'"
    assert await container.query(foreign, partition_key="user-a") == []


async def test_a_query_looks_at_its_partition_only(container: Client) -> None:
    """By its charge, which grows with each document looked at."""
    charges: list[float] = []

    def remember(headers: Any, *_: Any) -> None:
        charges.append(float(headers["x-ms-request-charge"]))

    async def cost(**scope: Any) -> float:
        await container.query("SELECT VALUE COUNT(1) FROM c", response_hook=remember, **scope)
        return charges[-1]

    await fill(container, 5, "user-a")
    before = await cost(partition_key="user-a")
    assert before >= 2.3
    everything = await cost()
    await fill(container, 40, "user-b")
    assert await cost(partition_key="user-a") == before
    assert await cost() > everything


async def test_items_of_all_partitions_can_be_read(container: Client) -> None:
    ids = await fill(container, 5, "user-a") + await fill(container, 5, "user-b")
    feed = container.proxy.read_all_items(max_item_count=3)
    found = [row["id"] async for row in feed] if hasattr(feed, "__aiter__") else [row["id"] for row in feed]
    assert found == ids


def test_a_query_of_all_partitions_has_to_be_asked_for(server: CosmosServer, names: tuple[str, str]) -> None:
    path = f"/dbs/{names[0]}/colls/{names[1]}/docs"
    by_user = "SELECT * FROM c WHERE c.type = 'cv' AND c.userId = @u"
    for text, status in (
        ("SELECT * FROM c", 400),
        ("SELECT * FROM c WHERE c.type > 1", 400),
        ("SELECT * FROM c WHERE c.userId = 'a' OR c.type = 'cv'", 400),
        (by_user, 200),
    ):
        body = json.dumps({"query": text, "parameters": [{"name": "@u", "value": "user-a"}]}).encode()
        found = send(server, "POST", path, body, content_type="application/query+json")
        assert found[0] == status, (text, found)


@pytest.mark.parametrize("descending", [True, False])
async def test_two_properties_order_in_one_direction_or_the_reverse(
    container: Client, descending: bool
) -> None:
    ids = await fill(container, 10)
    word = "DESC" if descending else "ASC"
    query = f"SELECT VALUE c.id FROM c WHERE c.userId = @u ORDER BY c.createdAt {word}, c.id {word}"
    expected = ids[::-1] if descending else ids
    assert await container.query(query, {"@u": "user-a"}, partition_key="user-a") == expected
    assert await container.query(query, {"@u": "user-a"}) == expected


@pytest.mark.parametrize("descending", [True, False])
async def test_a_keyset_filter_continues_where_the_page_before_ended(
    container: Client, descending: bool
) -> None:
    ids = await fill(container, 20)
    sign, word = ("<", "DESC") if descending else (">", "ASC")
    found: list[dict[str, Any]] = []
    while len(found) < 20:
        after = f"AND (c.createdAt {sign} @t OR (c.createdAt = @t AND c.id {sign} @id))" if found else ""
        parameters = {"@t": found[-1]["createdAt"], "@id": found[-1]["id"]} if found else {}
        page = await container.query(
            f"SELECT TOP 6 c.id, c.createdAt FROM c WHERE c.userId = 'user-a' {after} "
            f"ORDER BY c.createdAt {word}, c.id {word}",
            parameters,
            partition_key="user-a",
        )
        assert page
        found += page
    assert [row["id"] for row in found] == (ids[::-1] if descending else ids)


async def test_types_sort_as_in_the_service(container: Client) -> None:
    ascending = {
        "null": None,
        "false": False,
        "true": True,
        "minus": -1,
        "two": 2,
        "ten": 10,
        "B": "B",
        "a": "a",
    }
    for name in sorted(ascending):
        await container.create_item(item(name, overallScore=ascending[name]))
    await container.create_item(item("absent"))
    order = ["absent", *ascending]
    for word, expected in (("ASC", order), ("DESC", order[::-1])):
        one = f"SELECT VALUE c.id FROM c ORDER BY c.overallScore {word}"
        two = f"SELECT VALUE c.id FROM c ORDER BY c.overallScore {word}, c.id {word}"
        for query in (one, two):
            assert await container.query(query, partition_key="user-a") == expected
            pages = await container.pages(query, partition_key="user-a", max_item_count=2)
            assert [row for page in pages for row in page] == expected


@pytest.mark.parametrize("query", ["SELECT VALUE c.id FROM c", f"SELECT VALUE c.id FROM c {NEWEST_FIRST}"])
@pytest.mark.parametrize("scope", [{"partition_key": "user-a"}, {}])
async def test_pages_have_the_size_that_was_asked_for(
    container: Client, query: str, scope: dict[str, Any]
) -> None:
    ids = await fill(container, 10)
    pages = await container.pages(query, max_item_count=4, **scope)
    assert [len(page) for page in pages] == [4, 4, 2]
    assert sorted(row for page in pages for row in page) == ids
    assert [len(page) for page in await container.pages(query, max_item_count=10, **scope)] == [10]


@pytest.mark.parametrize("order", ["", "ORDER BY c.createdAt ASC, c.id ASC", "ORDER BY c.overallScore"])
async def test_a_continuation_is_not_disturbed_by_writes_between_pages(container: Client, order: str) -> None:
    await fill(container, 12)
    query = f"SELECT VALUE c.id FROM c {order}"
    expected = await container.query(query, partition_key="user-a")
    found, token = await container.page(query, partition_key="user-a", max_item_count=5)
    await container.delete_item(found[-1], "user-a")
    await container.delete_item(found[0], "user-a")
    await container.delete_item(expected[6], "user-a")
    await container.patch_item(
        expected[7], "user-a", patch_operations=[{"op": "set", "path": "/touched", "value": 1}]
    )
    while token:
        rows, token = await container.page(
            query, partition_key="user-a", max_item_count=3, continuation=token
        )
        found += rows
    assert found == expected[:6] + expected[7:]


async def test_joined_rows_of_one_document_may_span_pages(container: Client) -> None:
    for number in range(3):
        await container.create_item(item(str(number), tags=[f"{number}{letter}" for letter in "abc"]))
    for query in (
        "SELECT VALUE t FROM c JOIN t IN c.tags",
        "SELECT VALUE t FROM t IN c.tags",
        "SELECT VALUE t FROM c JOIN t IN c.tags ORDER BY c.createdAt",
    ):
        pages = await container.pages(query, partition_key="user-a", max_item_count=2)
        expected = ["0a", "0b", "0c", "1a", "1b", "1c", "2a", "2b", "2c"]
        assert [row for page in pages for row in page] == expected


async def test_a_token_is_bound_to_its_query(container: Client) -> None:
    await fill(container, 4)
    _, token = await container.page("SELECT * FROM c", partition_key="user-a", max_item_count=2)
    for query, wrong, user in (
        ("SELECT c.id FROM c", token, "user-a"),
        ("SELECT * FROM c", token, "user-b"),
        ("SELECT * FROM c", "nonsense", "user-a"),
    ):
        with pytest.raises(CosmosHttpResponseError) as failed:
            await container.page(query, partition_key=user, continuation=wrong)
        assert failed.value.status_code == 400


async def test_a_page_ends_before_it_grows_out_of_bounds(container: Client) -> None:
    for number in range(5):
        await container.create_item(item(str(number), text="x" * 1_500_000))
    pages = await container.pages("SELECT * FROM c", partition_key="user-a")
    assert [len(page) for page in pages] == [3, 2]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("SELEC * FROM c", "SC1001"),
        ("SELECT * FROM", "SC1001"),
        ("SELECT * FROM c WHERE c.a == 1", "SC1001"),
        ("SELECT x.id FROM c", "SC2001"),
        ("SELECT VALUE process.env FROM c", "SC2001"),
        ("SELECT VALUE NO_SUCH_FUNCTION(c.id) FROM c", "SC2005"),
        ("SELECT VALUE udf.f(c.id) FROM c", "SC2005"),
        ("SELECT * FROM c ORDER BY LOWER(c.id)", "could not be mapped to a document path"),
        ("SELECT VALUE ABS(c.id, 1) FROM c", "SC1010"),
        ("SELECT DISTINCT c.id FROM c", "DISTINCT is not supported"),
        ("SELECT * FROM c OFFSET 1 LIMIT 1", "OFFSET is not supported"),
        ("SELECT c.id FROM c GROUP BY c.id", "GROUP BY is not supported"),
    ],
)
async def test_a_broken_query_is_400_with_the_services_shape(
    container: Client, query: str, problem: str
) -> None:
    await container.create_item(item())
    with pytest.raises(CosmosHttpResponseError) as failed:
        await container.query(query, partition_key="user-a")
    assert failed.value.status_code == 400
    body = json.loads(str(failed.value.http_error_message))
    assert body["code"] == "BadRequest"
    errors = json.loads(body["message"].removeprefix("Message: ").split("\r\n")[0])["errors"]
    assert problem in errors[0]["code"] + errors[0]["message"]


async def test_nested_parentheses_and_long_lists_are_quick(container: Client) -> None:
    """The npm engine's parser takes minutes for eight levels."""
    await container.create_item(item(n=1))
    started = time.perf_counter()
    deep = "(" * 30 + "c.n = 1" + ")" * 30
    assert len(await container.query(f"SELECT * FROM c WHERE {deep}")) == 1
    names = {f"@id{number}": str(number) for number in range(500)} | {"@id0": "one"}
    listed = f"SELECT * FROM c WHERE c.id IN ({', '.join(names)})"
    assert len(await container.query(listed, names)) == 1
    assert time.perf_counter() - started < 5
