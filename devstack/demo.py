"""The samples through the whole app: every CV of three users against every posting, and a report.

``python -m devstack demo`` starts a stack of its own and runs this against it.
"""

import argparse
import asyncio
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
AT_ONCE = 8
WAIT_SECONDS = 300.0
"""The longest that one analysis may take; with a slow model that is minutes."""
BAR = 30

type Json = dict[str, Any]


class DemoFailed(Exception):
    """Something did not go as the app promises; the message says what."""


@dataclass(frozen=True, slots=True)
class Pair:
    user: str
    label: str
    cv: str
    job: str

    def __str__(self) -> str:
        return f"{self.cv.removesuffix('.md')} against {self.job.removesuffix('.md')}"


class Progress:
    """A bar on a terminal, a line every tenth otherwise; on stderr, so that the report can be piped."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._live = total, 0, sys.stderr.isatty()

    def step(self) -> None:
        self._done += 1
        filled = BAR * self._done // self._total
        bar = f"[{'#' * filled}{'.' * (BAR - filled)}] {self._done}/{self._total} analyses"
        if self._live:
            print(f"\r{bar}", end="" if self._done < self._total else "\n", file=sys.stderr, flush=True)
        elif self._done % 10 == 0 or self._done == self._total:
            print(bar, file=sys.stderr, flush=True)


async def run(base_url: str) -> None:
    """Raises DemoFailed, or aiohttp.ClientError when the app does not answer."""
    users = json.loads((SAMPLES / "users.json").read_text(encoding="utf-8"))
    jobs = sorted(path.name for path in (SAMPLES / "jobs").glob("*.md"))
    pairs = [
        Pair(user["userId"], user["label"], cv, job) for user in users for cv in user["cvs"] for job in jobs
    ]
    async with aiohttp.ClientSession(base_url, timeout=aiohttp.ClientTimeout(total=60)) as session:
        health = await _get(session, "/api/v1/health")
        started = time.monotonic()
        progress, gate = Progress(len(pairs)), asyncio.Semaphore(AT_ONCE)

        async def one(pair: Pair) -> tuple[Pair, Json]:
            async with gate:
                analysis = await _analyse(session, pair)
            progress.step()
            return pair, analysis

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(pair)) for pair in pairs]
        except* (DemoFailed, aiohttp.ClientError) as failures:
            raise failures.exceptions[0] from None
        finished = [task.result() for task in tasks]
        _report(finished, health, time.monotonic() - started)
        await _show_isolation(session, finished)


async def _get(session: aiohttp.ClientSession, path: str, user: str | None = None) -> Json:
    headers = {"X-User-Id": user, "Prefer": "wait=20"} if user else {}
    async with session.get(path, headers=headers) as response:
        return await _json(response, path, 200)


async def _json(response: aiohttp.ClientResponse, what: str, *expected: int) -> Json:
    try:
        answer: Json = await response.json(content_type=None)
    except ValueError:
        answer = {}
    if response.status not in expected:
        raise DemoFailed(f"{what}: answered {response.status} {answer.get('detail') or answer}")
    return answer


async def _analyse(session: aiohttp.ClientSession, pair: Pair) -> Json:
    """Submits, and asks until it is finished; the server holds each question for a while."""
    body = {
        "cv": {"filename": pair.cv, "content": (SAMPLES / "cvs" / pair.cv).read_text(encoding="utf-8")},
        "job": {"content": (SAMPLES / "jobs" / pair.job).read_text(encoding="utf-8")},
    }
    deadline = time.monotonic() + WAIT_SECONDS
    async with session.post("/api/v1/analyze", json=body, headers={"X-User-Id": pair.user}) as response:
        answer = await _json(response, str(pair), 200, 202)
    path = answer.get("statusUrl") or f"/api/v1/analyses/{answer['id']}"
    while answer["status"] not in ("completed", "failed") or "id" not in answer:
        if time.monotonic() > deadline:
            raise DemoFailed(f"{pair}: not finished after {WAIT_SECONDS:.0f} s")
        answer = await _get(session, path, pair.user)
    if answer["status"] == "failed":
        raise DemoFailed(f"{pair}: failed with {answer['error']['code']}")
    return answer


def _report(finished: list[tuple[Pair, Json]], health: Json, seconds: float) -> None:
    print(f"\n{len(finished)} analyses in {seconds:.1f} s. {_who_read(finished, health)}")
    for label in dict.fromkeys(pair.label for pair, _ in finished):
        print(f"\n{label}")
        own = [(pair, analysis) for pair, analysis in finished if pair.label == label]
        for cv in dict.fromkeys(pair.cv for pair, _ in own):
            print(f"  {cv}")
            ranked = sorted(
                ((analysis["overallScore"], pair.job) for pair, analysis in own if pair.cv == cv),
                reverse=True,
            )
            for place, (score, job) in enumerate(ranked, 1):
                print(f"    {place:2}. {score:5.1f}  {'█' * round(score / 5):20}  {job.removesuffix('.md')}")
    _print_in_full(*max(finished, key=lambda one: one[1]["overallScore"]))


def _who_read(finished: list[tuple[Pair, Json]], health: Json) -> str:
    state = health["checks"]["openai"]
    engines = [analysis["engine"] for _, analysis in finished]
    hybrid = [engine for engine in engines if engine["mode"] == "hybrid"]
    if not hybrid and state == "not_configured":
        return "No model is configured: every score is the deterministic one."
    if not hybrid:
        return f"A model is configured ({state}) but answered none: every score is the deterministic one."
    models = ", ".join(sorted({engine["model"] for engine in hybrid}))
    return f"The model {models} ({state}) read {len(hybrid)} of them."


def _print_in_full(pair: Pair, analysis: Json) -> None:
    print(f"\nOne analysis in full: {pair}")
    for line in _arithmetic(analysis):
        print(f"  {line}")
    print("\n  Requirements of the posting")
    for match in analysis["skillMatches"]:
        kind = "" if match["required"] else " (preferred)"
        print(f"    {match['verdict']:8} {match['skill']}{kind}")
        for quote in match["evidence"][:1]:
            print(f"             “{_shortened(quote)}”")
    print("\n  What to do first")
    for one in analysis["recommendations"][:3]:
        gain = f" (+{one['gain']} points)" if one.get("gain") else ""
        print(f"    [{one['priority']}] {one['action']}{gain}")


def _arithmetic(analysis: Json) -> list[str]:
    """How the overall score came about, from the weights and rounded subscores that the result carries."""
    parts, weights = analysis["subscores"], analysis["weights"]
    deterministic = weights["skills"] * parts["skills"] + weights["experience"] * parts["experience"]
    lines = [
        f"deterministic  {deterministic:5.1f}  ≈ {weights['skills']:.3f} × {parts['skills']} skills"
        f" + {weights['experience']:.3f} × {parts['experience']} experience"
    ]
    how = "deterministic"
    if parts.get("semantic") is not None:
        model = weights["semantic"] * parts["semantic"] + weights["softSkills"] * parts["softSkills"]
        lines.append(
            f"model          {model:5.1f}  ≈ {weights['semantic']:.3f} × {parts['semantic']} semantic"
            f" + {weights['softSkills']:.3f} × {parts['softSkills']} soft skills"
        )
        how = f"{weights['deterministic']} × deterministic + {weights['model']} × model"
    return [*lines, f"overall        {analysis['overallScore']:5.1f}  ≈ {how}: {analysis['grade']}"]


def _shortened(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= 100 else f"{text[:99]}…"


async def _show_isolation(session: aiohttp.ClientSession, finished: list[tuple[Pair, Json]]) -> None:
    pair, analysis = finished[0]
    other = next(one.user for one, _ in finished if one.user != pair.user)
    path = f"/api/v1/analyses/{analysis['id']}"
    statuses = []
    for user in (pair.user, other):
        async with session.get(path, headers={"X-User-Id": user}) as response:
            statuses.append(response.status)
    listed = await _get(session, f"/api/v1/analyses?ids={analysis['id']}", other)
    if statuses != [200, 404] or listed["items"]:
        raise DemoFailed(f"{path}: owner and another user got {statuses}, expected [200, 404] and no list")
    print(
        f"\nIsolation: GET {path}\n  its owner gets {statuses[0]}, another user {statuses[1]}"
        " and a list without it."
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m devstack.demo", description=__doc__)
    parser.add_argument("--base-url", required=True)
    try:
        asyncio.run(run(parser.parse_args().base_url))
    except DemoFailed as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    except (aiohttp.ClientError, TimeoutError) as error:
        print(f"demo: the app does not answer ({type(error).__name__})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
