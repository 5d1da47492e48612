"""A stranger's visit to a running app, from the first request to the last trace erased.

One line a check; the first that fails says what to look at and ends the visit. What was stored is erased in
any case.
"""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from typing import Any

from operations.app_client import AppClient, Unreachable, new_client, sample_submission
from operations.arguments import Within, base_url
from operations.connections import OperationFailed

HELP = "submit, read, list, export and erase a sample as a new user, against a running app"
_HOLD_SECONDS = 20
"""How long the app is asked to hold a question for the result."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("url", type=base_url, metavar="URL")
    parser.add_argument(
        "--wait",
        type=Within(1, 900),
        default=120,
        metavar="SECONDS",
        help="for the analysis to be finished (default 120)",
    )


def run(options: Namespace) -> int:
    return asyncio.run(_visit(options.url, options.wait))


class _CheckFailed(OperationFailed):
    """The message says what is wrong and where to look."""


async def _visit(url: str, wait: int) -> int:
    async with new_client(url) as client:
        visit = Visit(client, wait)
        steps: list[tuple[str, Callable[[], Awaitable[str]]]] = [
            ("app", visit.find_app),
            ("health", visit.ask_health),
            ("submit", visit.submit),
            ("analysis", visit.wait_for_analysis),
            ("read", visit.read),
            ("list", visit.list),
            ("export", visit.export),
            ("isolation", visit.look_as_another),
        ]
        try:
            passed = await _take(steps)
        finally:
            erased = await _take([("erase", visit.erase)]) if visit.submitted else True
    return 0 if passed and erased else 1


async def _take(steps: list[tuple[str, Callable[[], Awaitable[str]]]]) -> bool:
    """Step by step until one fails."""
    for name, step in steps:
        try:
            detail = await step()
        except OperationFailed as error:
            print(f"FAIL  {name}: {error}", flush=True)
            return False
        print(f"ok    {name}: {detail}", flush=True)
    return True


class Visit:
    """The checks, in their order. Each returns what it saw, or raises OperationFailed."""

    def __init__(self, client: AppClient, wait: int) -> None:
        self._client, self._wait = client, wait
        self._sent = sample_submission()
        self._ids: dict[str, str] = {}
        self.submitted = False

    async def find_app(self) -> str:
        return f"version {await self._client.version()} answers"

    async def ask_health(self) -> str:
        answer = await self._client.call("GET", "/api/v1/health")
        checks = answer.json.get("checks")
        if not isinstance(checks, dict):
            raise _CheckFailed(
                f"GET /api/v1/health answered {answer} and does not say what is wrong. Look at the app's "
                "log of this request, and at what stands before the app."
            )
        away = [name for name in ("cosmosDb", "queue") if checks.get(name) != "connected"]
        if "cosmosDb" in away:
            raise _CheckFailed(
                f"Cosmos DB is {checks.get('cosmosDb', 'not reported')}. Look at the setting COSMOS, the "
                "account's firewall, the app's role on it, and whether database and container exist."
            )
        if "queue" in away:
            raise _CheckFailed(
                f"The queue is {checks.get('queue', 'not reported')}. Look at the setting "
                "AzureWebJobsStorage, the account's firewall and the app's role Storage Queue Data "
                "Contributor."
            )
        if answer.status != 200 or answer.json.get("status") != "healthy":
            raise _CheckFailed(
                f"health says {answer.json.get('status', 'nothing')} ({answer}) although both stores are "
                "connected. Look at the app's log of this request."
            )
        return f"healthy, model {checks.get('openai')}"

    async def submit(self) -> str:
        self.submitted = True  # even if the answer gets lost
        answer = await self._client.call("POST", "/api/v1/analyze", self._sent)
        body = answer.json
        if answer.status != 202:
            raise _CheckFailed(f"POST /api/v1/analyze answered {answer} instead of 202.")
        self._ids = {kind: str(body.get(f"{kind}Id")) for kind in ("analysis", "cv", "job")}
        return "accepted"

    async def wait_for_analysis(self) -> str:
        loop = asyncio.get_running_loop()
        started = loop.time()
        status = "queued"
        while (left := started + self._wait - loop.time()) > 0:
            hold = max(1, min(_HOLD_SECONDS, int(left)))
            answer = await self._client.call("GET", f"/api/v1/analyses/{self._ids['analysis']}", wait=hold)
            if answer.status != 200:
                raise _CheckFailed(f"GET of the analysis answered {answer} while it was {status}.")
            status = str(answer.json.get("status"))
            if status == "completed":
                return f"completed after {loop.time() - started:.1f} s"
            if status == "failed":
                code = (answer.json.get("error") or {}).get("code")
                raise _CheckFailed(f"The analysis failed with {code}. Look at the log of run_analysis.")
            await asyncio.sleep(min(0.2, max(0.0, left)))
        if status == "queued":
            raise _CheckFailed(
                f"The queue is not consumed: after {self._wait} s the analysis is still queued. Does "
                "run_analysis run, on the same storage account, and are its messages in the poison queue "
                "(`requeue-poison`)?"
            )
        raise _CheckFailed(
            f"After {self._wait} s the analysis is still {status}; a slow model may need more --wait."
        )

    async def read(self) -> str:
        analysis = await self._get(f"/api/v1/analyses/{self._ids['analysis']}")
        cv = await self._get(f"/api/v1/cvs/{self._ids['cv']}")
        job = await self._get(f"/api/v1/jobs/{self._ids['job']}")
        _expect(cv.get("content") == self._sent["cv"]["content"], "The CV is not read as it was sent.")
        _expect(job.get("content") == self._sent["job"]["content"], "The posting is not read as it was sent.")
        score = analysis.get("overallScore")
        _expect(isinstance(score, int | float) and 0 <= score <= 100, "The score is not from 0 to 100.")
        degraded = ", degraded: the model gave no answer" if analysis.get("degraded") else ""
        return f"score {score}{degraded}"

    async def list(self) -> str:
        for plural, kind in (("analyses", "analysis"), ("cvs", "cv"), ("jobs", "job")):
            items = (await self._get(f"/api/v1/{plural}")).get("items") or []
            found = [item.get("id") for item in items if isinstance(item, dict)]
            _expect(found == [self._ids[kind]], f"GET /api/v1/{plural} does not list the one that was made.")
        return "one analysis, one CV, one job"

    async def export(self) -> str:
        data = await self._get(self._data_path)
        for plural, kind in (("analyses", "analysis"), ("cvs", "cv"), ("jobs", "job")):
            found = [item.get("id") for item in data.get(plural) or []]
            _expect(found == [self._ids[kind]], f"The export does not hold the {plural} that were made.")
        return "holds what was made"

    async def look_as_another(self) -> str:
        other = self._client.as_another()
        for path in (*self._paths(), self._data_path):
            answer = await other.call("GET", path)
            _expect(
                answer.status == 404, f"Another user's GET of {_shape(path)} got {answer} instead of 404."
            )
        for plural in ("analyses", "cvs", "jobs"):
            answer = await other.call("GET", f"/api/v1/{plural}")
            _expect(
                answer.status == 200 and answer.json.get("items") == [],
                f"Another user's list of {plural} answered {answer} and is not empty.",
            )
        return "another user sees nothing of it"

    async def erase(self) -> str:
        """Raises OperationFailed; the message names the user, whose data is invented."""
        try:
            answer = await self._client.erase()
            _expect(answer.status == 200, f"answered {answer}")
            for path in self._paths():
                left = await self._client.call("GET", path)
                _expect(left.status == 404, f"GET of {_shape(path)} still answers {left}")
            data = await self._get(self._data_path)
            _expect(
                not any(data.get(plural) for plural in ("analyses", "cvs", "jobs")), "the export is not empty"
            )
        except Unreachable:
            reason = "the app does not answer any more"
        except OperationFailed as error:
            reason = str(error)
        else:
            return "nothing is left"
        raise _CheckFailed(
            f"The sample may be left behind ({reason}): `user-erase {self._client.user} --yes`."
        )

    @property
    def _data_path(self) -> str:
        return f"/api/v1/users/{self._client.user}/data"

    def _paths(self) -> tuple[str, ...]:
        kinds = (("analyses", "analysis"), ("cvs", "cv"), ("jobs", "job"))
        return tuple(f"/api/v1/{plural}/{self._ids[kind]}" for plural, kind in kinds if kind in self._ids)

    async def _get(self, path: str) -> dict[str, Any]:
        answer = await self._client.call("GET", path)
        _expect(answer.status == 200, f"GET {_shape(path)} answered {answer} instead of 200.")
        return answer.json


def _expect(condition: bool, otherwise: str) -> None:
    if not condition:
        raise _CheckFailed(otherwise)


def _shape(path: str) -> str:
    """The path without its id: ``/api/v1/cvs/{id}``."""
    parts = path.split("/")
    return "/".join([*parts[:4], "{id}", *parts[5:]])
