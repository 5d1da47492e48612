"""Ten users with twenty documents each, written and read at once: nobody ever meets another's id."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from devstack.stack import Stack
from tests.support import CV, JOB, Answer, Api

USERS, CVS, JOBS = 10, 4, 4
"""One analysis of each of three CVs with each job: 4 + 4 + 12 = 20 documents."""
_ID = re.compile(r"(?:cv|job|analysis)-[0-9a-f]{8}-[0-9a-f-]{27}")


def ids_in(answer: Answer) -> set[str]:
    return set(_ID.findall(answer.body.decode()))


def write(api: Api) -> set[str]:
    """The same texts for every user, so that only the user tells their ids apart."""
    jobs = [{"content": f"{JOB}\n\nPosting {number}"} for number in range(JOBS)]
    owned: set[str] = set()
    for number in range(CVS):
        body = {"filename": "cv.md", "content": f"{CV}\n\nVersion {number}"}
        cv_id = api.post("/api/v1/cvs", body).json["id"]
        owned.add(cv_id)
        if number < CVS - 1:
            items = api.post("/api/v1/analyze/batch", {"cvId": cv_id, "jobs": jobs}).json["items"]
            owned |= {item[name] for item in items for name in ("analysisId", "jobId")}
    for item in sorted(one for one in owned if one.startswith("analysis")):
        api.finished(item, seconds=120)
    return owned


def everything_read(api: Api, owned: set[str]) -> dict[str, set[str]]:
    """The ids in every answer that a user can get, by path."""
    seen: dict[str, set[str]] = {}
    for kind in ("analyses", "cvs", "jobs"):
        for order in ("asc", "desc"):
            for page, answer in enumerate(pages(api, f"/api/v1/{kind}?limit=3&order={order}")):
                seen[f"{kind} {order} {page}"] = ids_in(answer)
    seen["ids"] = ids_in(api.get(f"/api/v1/analyses?ids={','.join(sorted(owned))}"))
    seen["score"] = ids_in(api.get("/api/v1/analyses?sortBy=overallScore&minScore=0&limit=50"))
    for one in sorted(owned):
        kind = {"analysis": "analyses", "cv": "cvs", "job": "jobs"}[one.split("-")[0]]
        seen[one] = ids_in(api.get(f"/api/v1/{kind}/{one}"))
    seen["export"] = ids_in(api.get(f"/api/v1/users/{api.user}/data"))
    return seen


def pages(api: Api, path: str) -> list[Answer]:
    found = [api.get(path)]
    while cursor := found[-1].json["nextCursor"]:
        found.append(api.get(f"{path}&cursor={cursor}"))
    return found


def attacks(api: Api, other: Api, others: set[str]) -> dict[str, tuple[int, Any]]:
    """Another's ids and cursor in every place that takes one; returns what was not refused as it should be."""
    tried: dict[str, tuple[int, Any]] = {}

    def note(name: str, answer: Answer, expected: int) -> None:
        if answer.status != expected or ids_in(answer):
            tried[name] = (answer.status, answer.body[:200])

    by_kind = {one.split("-")[0]: one for one in others}
    for one in sorted(others):
        kind = {"analysis": "analyses", "cv": "cvs", "job": "jobs"}[one.split("-")[0]]
        note(f"get {one}", api.get(f"/api/v1/{kind}/{one}"), 404)
        note(f"delete {one}", api.delete(f"/api/v1/{kind}/{one}"), 404)
    note("retry", api.post(f"/api/v1/analyses/{by_kind['analysis']}/retry"), 404)
    note("analyze", api.post("/api/v1/analyze", {"cvId": by_kind["cv"], "jobId": by_kind["job"]}), 404)
    batch = {"cvId": by_kind["cv"], "jobs": [{"jobId": by_kind["job"]}]}
    note("batch", api.post("/api/v1/analyze/batch", batch), 404)
    note("ids", api.get(f"/api/v1/analyses?ids={','.join(sorted(others))}"), 200)
    note("cvId", api.get(f"/api/v1/analyses?cvId={by_kind['cv']}"), 200)
    cursor = other.get("/api/v1/cvs?limit=1").json["nextCursor"]
    note("cursor", api.get(f"/api/v1/cvs?limit=1&cursor={cursor}"), 400)
    note("export", api.get(f"/api/v1/users/{other.user}/data"), 404)
    note("erase", api.delete(f"/api/v1/users/{other.user}/data"), 404)
    return tried


def test_no_answer_ever_shows_another_users_id(stack: Stack) -> None:
    users = [Api(stack.url) for _ in range(USERS)]
    with ThreadPoolExecutor(USERS) as pool:
        owned = list(pool.map(write, users))
        assert [len(one) for one in owned] == [CVS + JOBS + (CVS - 1) * JOBS] * USERS
        assert len(set.union(*owned)) == sum(map(len, owned)), "two users share an id"
        for mine, seen in zip(owned, pool.map(everything_read, users, owned), strict=True):
            assert not {path: ids - mine for path, ids in seen.items() if ids - mine}
            assert seen["export"] == mine
        neighbours = [(users[index - 1], owned[index - 1]) for index in range(USERS)]
        for tried in pool.map(lambda user, next_one: attacks(user, *next_one), users, neighbours):
            assert tried == {}
        before = [export(user) for user in users]
        assert users[0].delete(f"/api/v1/users/{users[0].user}/data").status == 200
        assert [export(user) for user in users[1:]] == before[1:]
        assert export(users[0]) == json.dumps(
            {"userId": users[0].user, "cvs": [], "jobs": [], "analyses": []}
        )


def export(api: Api) -> str:
    """Byte for byte, but for the time of the export."""
    body = api.get(f"/api/v1/users/{api.user}/data").json
    del body["exportedAt"]
    return json.dumps(body)
