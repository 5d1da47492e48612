"""Requests that were valid until a seeded generator changed something: body, header, path, cursor, file.

What the server answers feeds the next requests (ids, cursors, ETags), so that mutations go deep.
"""

import json
import random
import string
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from tests.extraction.docx_cvs import plain_with_lists
from tests.extraction.pdf_cvs import one_column
from tests.support import CV, JOB, new_user

ODD_TEXTS = (
    "", " ", "\x00", "\ud800", "😀" * 50_000, "x" * 200_000, "../../etc/passwd", "%00", "{{7*7}}", "' OR 1=1 --",
    "<script>alert(1)</script>", "\u202e\u200b\ufeff", "NaN", "null", "-1", "1e309", "0x10", "٣", "true", "A\r\nX: y",
)  # fmt: skip
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**63, 10**400, 1.5, 5e-324, [], {}, [[]], {"": None}, [None] * 1000,
    {"a": {"b": {"c": []}}}, ["x"] * 25,
)  # fmt: skip
HEADERS: dict[str, tuple[str, ...]] = {
    "X-User-Id": ("", "user-", "user-00000000-0000-1000-8000-000000000000", "USER-x", "user-" + "f" * 4000),
    "Content-Type": ("", "text/html", "application/json; charset=latin-1", "application/xml", ";", "multipart/form-data",
                     "multipart/form-data; boundary=", "application/vnd.api+json", "application/pdf", "a" * 3000),
    "Prefer": ("wait=0", "wait=-1", "wait=1e3", "wait=", "wait=1", "respond-async", "wait=1, wait=2", "," * 400),
    "If-None-Match": ("*", '"', 'W/"x"', '"a", "b"', "x" * 4000, ""),
    "X-Request-Id": ("", "a b", "x" * 200, "<b>", "ok-1"),
    "traceparent": ("", "00-0-0-00", "00-" + "0" * 32 + "-" + "0" * 16 + "-00", "ff-" + "a" * 32 + "-" + "b" * 16 + "-01"),
    "Accept": ("text/html", "*/*;q=0", "application/problem+json"),
    "Origin": ("null", "https://example.org"),
    "Content-Encoding": ("gzip", "br", "identity"),
}  # fmt: skip
PATHS = (
    "/api/v1/analyses/%2e%2e/cvs", "/api/v1//analyses", "/api/v1/analyses/", "/API/V1/analyses", "/api/v1/analyses/%ff",
    "/api/v1/analyses;x=1", "/api/v1/users//data", "/api/v1/users/%0a/data", "/api", "/api/", "/api/v1", "/api/v9/cvs",
)  # fmt: skip


@dataclass(frozen=True)
class Sent:
    """One request. ``path`` with its query, quoted."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None


@dataclass
class Learned:
    """What answers told: the latest of each, so that memory stays flat."""

    ids: dict[str, deque[str]] = field(
        default_factory=lambda: {kind: deque([f"{kind}-none"], 200) for kind in ("analysis", "cv", "job")}
    )
    cursors: deque[str] = field(default_factory=lambda: deque(["x"], 50))
    etags: deque[str] = field(default_factory=lambda: deque(['"x"'], 50))

    def take(self, answer: Any, headers: dict[str, str]) -> None:
        if "etag" in headers:
            self.etags.append(headers["etag"])
        if not isinstance(answer, dict):
            return
        self.cursors += [answer["nextCursor"]] if answer.get("nextCursor") else []
        for one in (answer, *answer.get("items", [])):
            for name in ("id", "analysisId", "cvId", "jobId"):
                kind = str(one.get(name) or "").split("-")[0]
                if kind in self.ids:
                    self.ids[kind].append(one[name])


class Mutator:
    """Request ``number`` of a seed. Five users share everything, so that requests meet each other's data."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._users = [new_user() for _ in range(5)]
        self._files = [(one_column().data, "cv.pdf"), (plain_with_lists().data, "cv.docx")]

    def request(self, number: int, learned: Learned) -> Sent:
        chance = random.Random(f"{self._seed}-{number}")
        user = chance.choice(self._users)
        make = chance.choices(
            (self._submit, self._batch, self._source, self._list, self._one, self._file, self._user_data, self._other),
            weights=(20, 4, 12, 25, 25, 3, 3, 8),
        )[0]  # fmt: skip
        sent = make(chance, learned, user)
        for _ in range(chance.choice((0, 0, 0, 1, 2))):
            sent = _change_headers(chance, sent)
        return sent

    def _sent(self, method: str, path: str, user: str, body: Any = None) -> Sent:
        data = None if body is None else json.dumps(body).encode()
        return Sent(method, path, {"X-User-Id": user, "Content-Type": "application/json"}, data)

    def _submit(self, chance: random.Random, learned: Learned, user: str) -> Sent:
        body: dict[str, Any] = {"cv": _cv(chance), "job": _job(chance), "force": chance.random() < 0.2}
        if chance.random() < 0.2:
            body = {"cvId": _id(chance, learned, "cv"), "jobId": _id(chance, learned, "job")}
        return _change_bytes(chance, self._sent("POST", "/api/v1/analyze", user, _change(chance, body)))

    def _batch(self, chance: random.Random, learned: Learned, user: str) -> Sent:
        jobs: list[Any] = [_job(chance) for _ in range(chance.randint(0, 4))]
        jobs += [{"jobId": _id(chance, learned, "job")}]
        body = {"cv": _cv(chance), "jobs": jobs}
        return self._sent("POST", "/api/v1/analyze/batch", user, _change(chance, body))

    def _source(self, chance: random.Random, _: Learned, user: str) -> Sent:
        if chance.random() < 0.5:
            return _change_bytes(
                chance, self._sent("POST", "/api/v1/cvs", user, _change(chance, _cv(chance)))
            )
        job = _job(chance)
        if chance.random() < 0.2:
            job = {
                "sourceType": "url",
                "sourceUrl": chance.choice(("http://127.0.0.1:1/", "ftp://x", "http://[::1")),
            }
        return _change_bytes(chance, self._sent("POST", "/api/v1/jobs", user, _change(chance, job)))

    def _list(self, chance: random.Random, learned: Learned, user: str) -> Sent:
        query: dict[str, str] = {}
        choices = {
            "limit": ("1", "50", "0", "51", "-1", "x", "", "９"),
            "order": ("asc", "desc", "DESC", ""),
            "cursor": (chance.choice(learned.cursors), _cursor(chance, learned)),
            "includeTotal": ("true", "false", "1", "yes"),
            "sortBy": ("createdAt", "overallScore", "userId", "c.content"),
            "status": ("queued", "completed", "failed", "deleted", "%"),
            "minScore": ("0", "50", "100", "101", "-0.1", "nan", "1e2"),
            "maxScore": ("0", "50", "100", "1e400"),
            "cvId": (_id(chance, learned, "cv"), "'", ""),
            "ids": (
                ",".join(_id(chance, learned, "analysis") for _ in range(chance.randint(1, 60))),
                ",",
                "a,,b",
            ),
            "sourceType": ("manual", "url", "x"),
            "unknown[]": ("1",),
        }
        for name in chance.sample(sorted(choices), chance.randint(0, 4)):
            query[name] = choices[name][0] if chance.random() < 0.6 else chance.choice(choices[name])
        kind = chance.choice(("analyses", "cvs", "jobs"))
        return self._sent("GET", f"/api/v1/{kind}?{urlencode(query)}", user)

    def _one(self, chance: random.Random, learned: Learned, user: str) -> Sent:
        kind, path = chance.choice((("analysis", "analyses"), ("cv", "cvs"), ("job", "jobs")))
        path = f"/api/v1/{path}/{quote(_id(chance, learned, kind), safe='')}"
        method = chance.choices(("GET", "DELETE", "POST"), weights=(6, 2, 2))[0]
        if method == "POST":
            path += "/retry"
        if method == "DELETE" and chance.random() < 0.4:
            path += "?cascade=" + chance.choice(("true", "false", "maybe", ""))
        sent = self._sent(method, path, user)
        if chance.random() < 0.3:
            return Sent(method, path, sent.headers | {"If-None-Match": chance.choice(learned.etags)}, None)
        return sent

    def _file(self, chance: random.Random, _: Learned, user: str) -> Sent:
        data, name = chance.choice(self._files)
        changed = bytearray(data)
        for _ in range(chance.choice((0, 1, 5, 50))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        cut = bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed)
        name = chance.choice((name, "cv.txt", "cv.exe", "", "a/b\\c.pdf", "x" * 300, "\u202efdp.exe"))
        headers = {"X-User-Id": user}
        if chance.random() < 0.5:
            path = f"/api/v1/cvs?{urlencode({'filename': name})}"
            return Sent("POST", path, headers | {"Content-Type": "application/octet-stream"}, cut)
        field_name = chance.choice(("file", "file", "file", "cv", ""))
        head = (
            f'--edge\r\nContent-Disposition: form-data; name="{field_name}"; filename="{quote(name)}"\r\n\r\n'
        )
        form = head.encode() + cut + chance.choice((b"\r\n--edge--\r\n", b"\r\n--edge", b""))
        return Sent(
            "POST", "/api/v1/cvs", headers | {"Content-Type": "multipart/form-data; boundary=edge"}, form
        )

    def _user_data(self, chance: random.Random, _: Learned, user: str) -> Sent:
        whose = chance.choice((user, user.upper(), chance.choice(self._users), "me", "*"))
        return self._sent(chance.choice(("GET", "GET", "DELETE")), f"/api/v1/users/{quote(whose)}/data", user)

    def _other(self, chance: random.Random, _: Learned, user: str) -> Sent:
        path = chance.choice(
            (*PATHS, "/api/v1/health/live", "/api/v1/openapi.json", "/api/v1/docs", "/api/v1/health")
        )
        method = chance.choice(("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"))
        return self._sent(method, path, user)


def _cv(chance: random.Random) -> dict[str, Any]:
    return {
        "filename": f"cv-{chance.randrange(40)}.md",
        "content": f"{CV}\n\nReference {chance.randrange(40)}",
    }


def _job(chance: random.Random) -> dict[str, Any]:
    return {
        "content": f"{JOB}\n\nReference {chance.randrange(40)}",
        "title": "Electrician",
        "sourceType": "manual",
    }


def _id(chance: random.Random, learned: Learned, kind: str) -> str:
    if chance.random() < 0.1:
        return chance.choice((*ODD_TEXTS[:3], "a" * 101, "cv-%", "analysis-' OR 1=1"))
    return chance.choice(learned.ids[chance.choice((kind, kind, kind, "cv"))])


def _cursor(chance: random.Random, learned: Learned) -> str:
    text = list(chance.choice(learned.cursors))
    for _ in range(chance.randint(1, 3)):
        text[chance.randrange(len(text))] = chance.choice(string.printable)
    return "".join(text[: chance.randint(1, len(text))])


def _change(chance: random.Random, body: dict[str, Any]) -> Any:
    """Up to three changes at random places: another value, another name, no value at all."""
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        place: Any = body
        while True:
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if isinstance(place[key], dict | list) and place[key] and chance.random() < 0.6:
                place = place[key]
                continue
            break
        change = chance.randrange(4)
        if change == 0:
            place[key] = chance.choice(ODD_VALUES)
        elif change == 1:
            place[key] = chance.choice(ODD_TEXTS)
        elif change == 2:
            del place[key]
        elif isinstance(place, dict):
            place[chance.choice((*ODD_TEXTS[:3], "userId", "__proto__", "Content", "id"))] = place[key]
        if not body or not place:
            break
    return body


def _change_bytes(chance: random.Random, sent: Sent) -> Sent:
    """Now and then no JSON at all."""
    if chance.random() > 0.12 or sent.body is None:
        return sent
    body = chance.choice(
        (
            b"", b"[" * 100_000, b'{"a":' * 5_000, b"\xff\xfe{}", b"\xef\xbb\xbf" + sent.body, sent.body[:-5],
            sent.body + b"}", sent.body.decode().encode("utf-16"), b'{"cv": NaN}', b"null", b'"text"', b"1" * 5_000,
            b'{"pad":"' + b"x" * 1_200_000 + b'"}', bytes(chance.randrange(256) for _ in range(200)),
        )
    )  # fmt: skip
    return Sent(sent.method, sent.path, sent.headers, body)


def _change_headers(chance: random.Random, sent: Sent) -> Sent:
    if chance.random() > 0.5:
        return sent
    name = chance.choice(sorted(HEADERS))
    headers = dict(sent.headers)
    if chance.random() < 0.15:
        headers.pop(name, None)
    else:
        headers[name] = chance.choice(HEADERS[name])
    return Sent(sent.method, sent.path, headers, sent.body)
