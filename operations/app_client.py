"""A user of the app over HTTP, and the first question to an address: is this the app at all."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from operations.connections import OperationFailed

_SAMPLES = Path(__file__).resolve().parents[1] / "samples"
_REQUEST_SECONDS = 40.0
"""More than the app holds a request with ``Prefer: wait=20``, its own deadline included."""


class Unreachable(OperationFailed):
    """Nothing answers at the address."""


class WrongApp(OperationFailed):
    """Something answers, and it is not this app."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """Empty for what is no JSON object."""
        try:
            parsed = json.loads(self.body)
        except ValueError:
            return {}
        return parsed if isinstance(parsed, dict) else {}

    def __str__(self) -> str:
        code = self.json.get("code")
        return f"{self.status} {code}" if isinstance(code, str) else str(self.status)


class AppClient:
    """Requests of one user. Raises Unreachable."""

    def __init__(self, session: aiohttp.ClientSession, url: str, user: str) -> None:
        self._session, self.url, self.user = session, url, user

    def as_another(self) -> "AppClient":
        return AppClient(self._session, self.url, new_user())

    async def call(self, method: str, path: str, body: Any = None, *, wait: int = 0) -> Answer:
        headers = {"X-User-Id": self.user, **({"Prefer": f"wait={wait}"} if wait else {})}
        try:
            async with self._session.request(
                method, self.url + path, json=body, headers=headers, allow_redirects=False
            ) as response:
                return Answer(response.status, await response.read())
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unreachable(
                f"{self.url} does not answer ({type(error).__name__}). Is the app started, and are host "
                "and port right?"
            ) from None

    async def version(self) -> str:
        """The app's version. Raises Unreachable, WrongApp."""
        answer = await self.call("GET", "/api/v1/health/live")
        version = answer.json.get("version")
        if 300 <= answer.status < 400:
            raise WrongApp(
                f"{self.url} redirects ({answer.status}). Give the address it leads to; https, perhaps?"
            )
        if answer.status != 200 or answer.json.get("status") != "alive" or not isinstance(version, str):
            raise WrongApp(
                f"{self.url} answers ({answer.status}), but not as CV Checker does. Is this the app's own "
                "address, without a path, and is its code deployed?"
            )
        return version

    async def erase(self) -> Answer:
        """Tries a few times: nothing may stay behind because the app was busy."""
        for delay in (1.0, 3.0, 0.0):
            answer = await self.call("DELETE", f"/api/v1/users/{self.user}/data")
            if answer.status != 503:
                break
            await asyncio.sleep(delay)
        return answer


@asynccontextmanager
async def new_client(url: str, *, connections: int = 4) -> AsyncIterator[AppClient]:
    """A user whom nobody was before."""
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections),
        timeout=aiohttp.ClientTimeout(total=_REQUEST_SECONDS, connect=10),
    ) as session:
        yield AppClient(session, url, new_user())


def new_user() -> str:
    return f"user-{uuid.uuid4()}"


def sample_submission() -> dict[str, Any]:
    """An invented CV and posting, unlike any before, so that the app has to work for it."""
    mark = f"\n\nReference {uuid.uuid4()}\n"
    cv, job = (
        (_SAMPLES / name).read_text(encoding="utf-8")
        for name in ("cvs/electrician.md", "jobs/maintenance-electrician.md")
    )
    return {"cv": {"filename": "sample.md", "content": cv + mark}, "job": {"content": job + mark}}
