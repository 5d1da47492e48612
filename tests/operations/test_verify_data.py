"""`verify-data`: every kind of damage is found and named by kind and id; what is right passes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from devstack.stack import Stack
from shared.clock import to_z, utc_now
from shared.documents import Tombstone
from shared.ids import fresh_id
from tests.app.stores import container
from tests.operations.conftest import Run
from tests.operations.stored import pair, put, queued
from tests.support import Api, new_user

type Json = dict[str, Any]
SECRET = "Kim Sample, 12 Nowhere Lane"


@pytest.fixture
def clean(stack: Stack) -> Stack:
    """With an empty container."""
    with container(stack) as stored:
        for row in list(
            stored.query_items("SELECT c.id, c.userId FROM c", enable_cross_partition_query=True)
        ):
            stored.delete_item(row["id"], partition_key=row["userId"])
    return stack


def test_what_the_app_writes_is_as_it_should_be(clean: Stack, api: Api, run: Run) -> None:
    first = api.submit()
    api.finished(first["analysisId"])
    forced = api.submit({"cvId": first["cvId"], "jobId": first["jobId"], "force": True})
    api.finished(forced["analysisId"])
    other = Api(clean.url)
    kept = other.submit()
    other.finished(kept["analysisId"])
    assert other.delete(f"/api/v1/cvs/{kept['cvId']}").status == 204
    put(clean, Tombstone(id=fresh_id("cv"), user_id=api.user).to_json())
    outcome = run("verify-data")
    assert outcome.code == 0, outcome
    assert outcome.lines == [
        "7 documents: 3 analysis, 1 cv, 2 job, 1 tombstone",
        "1 analyses stand without their CV or job, which was deleted: nothing is wrong.",
        "Everything is as it should be.",
    ]


def test_a_large_container_is_read_page_by_page(clean: Stack, run: Run) -> None:
    for _ in range(60):
        put(clean, *queued(new_user(), since=utc_now()))
    outcome = run("verify-data")
    assert outcome.lines == ["180 documents: 60 analysis, 60 cv, 60 job", "Everything is as it should be."]


def changed(**fields: Any) -> Callable[[Json], Json]:
    return lambda document: {**document, **fields}


def without(name: str) -> Callable[[Json], Json]:
    return lambda document: {key: value for key, value in document.items() if key != name}


CV, JOB, ANALYSIS = range(3)
DAMAGE: list[tuple[str, int, Callable[[Json], Json], str]] = [
    ("content", CV, without("content"), "it does not parse: content missing"),
    ("size", JOB, changed(fileSize=SECRET), "it does not parse: fileSize int_parsing"),
    ("hash", CV, changed(contentHash="0" * 64), "its contentHash is not that of its content"),
    ("count", JOB, changed(characterCount=1), "its characterCount is not that of its content"),
    ("text", CV, changed(content=SECRET), "its contentHash is not that of its content"),
    ("type", JOB, changed(type=SECRET), "its type is none of cv, job, analysis and tombstone"),
    ("form", CV, changed(id="cv-1"), "its id is not cv- and a UUID of version 4 or 5"),
    (
        "id",
        JOB,
        changed(id="job-5dd9b3ac-5e5b-5e7c-9b53-000000000000"),
        "its id is not the one that its content gives",
    ),
    ("lists", ANALYSIS, without("overallScore"), "it has no overallScore, not even null"),
    ("done", ANALYSIS, changed(status="completed"), "it is completed without a result"),
    ("failed", ANALYSIS, changed(status="failed"), "it failed without an error"),
    (
        "stuck",
        ANALYSIS,
        changed(queuedAt=to_z(utc_now() - timedelta(days=2))),
        "it is queued for more than a day",
    ),
    ("orphan", ANALYSIS, changed(cvId="cv-5dd9b3ac-5e5b-5e7c-9b53-000000000000"), "its cv is not there"),
]


@pytest.mark.parametrize(
    ("which", "damage", "sentence"), [one[1:] for one in DAMAGE], ids=[one[0] for one in DAMAGE]
)
def test_damage_is_named_without_its_content(
    stack: Stack, api: Api, run: Run, which: int, damage: Callable[[Json], Json], sentence: str
) -> None:
    documents = list(queued(api.user))
    documents[which] = damage(documents[which])
    put(stack, *documents)
    outcome = run("verify-data", "--user", api.user)
    assert outcome.code == 1
    assert any(sentence in line and str(documents[which]["id"]) in line for line in outcome.lines), outcome
    assert SECRET not in outcome.text + outcome.errors


def test_a_source_of_the_wrong_kind_is_found(stack: Stack, api: Api, run: Run) -> None:
    cv, job, analysis = queued(api.user)
    put(stack, cv, job, {**analysis, "cvId": job["id"]})
    outcome = run("verify-data", "--user", api.user)
    assert f"analysis {analysis['id']}: its cvId is not the id of a cv" in outcome.lines


def test_an_old_tombstone_is_found(clean: Stack, api: Api, run: Run) -> None:
    old = Tombstone(id=fresh_id("cv"), user_id=api.user, created_at=utc_now() - timedelta(days=2))
    put(clean, old.to_json())
    outcome = run("verify-data")
    assert outcome.code == 1
    assert outcome.lines[0].startswith(f"tombstone {old.id}: it is older than a tombstone gets")


def test_a_partition_that_is_no_user_is_found_and_its_name_is_not_shown(clean: Stack, run: Run) -> None:
    cv, _ = pair("someone")
    put(clean, {**cv, "id": f"cv {SECRET}", "userId": SECRET})
    outcome = run("verify-data")
    assert outcome.code == 1
    assert "cv (no usable id): its userId is not user-<uuid4>" in outcome.lines
    assert SECRET not in outcome.text
