"""What the tests share: an HTTP client that speaks as a browser would, sample texts, waiting."""

import itertools
import json
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CV = (ROOT / "samples/cvs/electrician.md").read_text(encoding="utf-8")
JOB = (ROOT / "samples/jobs/maintenance-electrician.md").read_text(encoding="utf-8")
_numbers = itertools.count(1)


def new_user() -> str:
    return f"user-{uuid.uuid4()}"


def unique(text: str) -> str:
    """The text with a line that makes it another document."""
    return f"{text}\n\nReference {next(_numbers)}-{uuid.uuid4().hex[:8]}\n"


def submission(cv: str = CV, job: str = JOB, **more: Any) -> dict[str, Any]:
    return {"cv": {"filename": "cv.md", "content": cv}, "job": {"content": job}, **more}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str | None:
        return self.json.get("code") if self.body else None

    @property
    def fields(self) -> set[str]:
        return {error["field"] for error in self.json.get("errors", [])}


class Api:
    """Requests of one user to one stack."""

    def __init__(self, url: str, user: str | None = None) -> None:
        self.url, self.user = url, user or new_user()

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str | None] | None = None,
        timeout: float = 40,
    ) -> Answer:
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        sent = {"X-User-Id": self.user, "Content-Type": "application/json", **(headers or {})}
        request = urllib.request.Request(
            self.url + path,
            data=data,
            method=method,
            headers={name: value for name, value in sent.items() if value is not None},
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return Answer(response.status, _lower(response.headers), response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, _lower(error.headers), error.read())

    def get(self, path: str, **options: Any) -> Answer:
        return self.call("GET", path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> Answer:
        return self.call("POST", path, body, **options)

    def delete(self, path: str, **options: Any) -> Answer:
        return self.call("DELETE", path, **options)

    def submit(self, body: Any | None = None, **options: Any) -> dict[str, Any]:
        """Accepted at last: a busy machine may answer 503 first, and a client then tries again."""
        for _ in range(3):
            answer = self.post("/api/v1/analyze", body or submission(), **options)
            if answer.status != 503:
                break
            time.sleep(1)
        assert answer.status == 202, answer
        accepted: dict[str, Any] = answer.json
        return accepted

    def finished(self, analysis_id: str, *, seconds: float = 30) -> dict[str, Any]:
        """The analysis once it is completed or failed."""

        def look() -> dict[str, Any] | None:
            answer = self.get(f"/api/v1/analyses/{analysis_id}")
            if answer.status == 503:
                return None  # a busy machine; a client asks again
            assert answer.status == 200, answer
            return answer.json if answer.json["status"] in ("completed", "failed") else None

        return wait_for(look, seconds=seconds)


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def wait_for[Value](look: Callable[[], Value | None], *, seconds: float = 20, interval: float = 0.1) -> Value:
    """The first value that is not None or False; fails the test after ``seconds``."""
    deadline = time.monotonic() + seconds
    while True:
        value = look()
        if value is not None and value is not False:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"the condition was not met within {seconds} s")
        time.sleep(interval)


def grows_linearly(seconds: Callable[[int], float], short: int, long: int, *, least: float = 0.004) -> bool:
    """Whether the ``long`` size takes less than twice what it would at the rate of the ``short`` one. Times
    below ``least`` seconds are not told apart. What seems too slow is measured again: another process may have
    had the core, or the garbage of all tests before was collected."""
    rate = max(least, min(seconds(short) for _ in range(2))) / short
    return any(seconds(long) < 2 * rate * long for _ in range(3))
