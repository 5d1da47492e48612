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

type Json = dict[str, Any]


class DemoFailed(Exception):
    """Something did not go as the app promises; the message says what."""


@dataclass(frozen=True, slots=True)
class Pair:
    user: str
    label: str
    cv: str
    job: str


class Progress:
    """A bar on a terminal, a line every tenth otherwise."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._live = total, 0, sys.stderr.isatty()

    def step(self) -> None:
        self._done += 1
        filled = 30 * self._done // self._total
        bar = f"[{'#' * filled}{'.' * (30 - filled)}] {self._done}/{self._total} analyses"
        if self._live:
            print(f"\r{bar}", end="" if self._done < self._total else "\n", file=sys.stderr, flush=True)
        elif self._done % 10 == 0 or self._done == self._total:
            print(bar, file=sys.stderr, flush=True)


async def run(base_url: str) -> None:
    users = json.loads((SAMPLES / "users.json").read_text(encoding="utf-8"))
    jobs = sorted(path.name for path in (SAMPLES / "jobs").glob("*.md"))
    pairs = [
        Pair(user["userId"], user["label"], cv, job) for user in users for cv in user["cvs"] for job in jobs
    ]
    started = time.monotonic()
    async with aiohttp.ClientSession(base_url) as session:
        async with session.get("/api/v1/health") as response:
            health = await response.json()
        progress, gate = Progress(len(pairs)), asyncio.Semaphore(AT_ONCE)

        async def one(pair: Pair) -> tuple[Pair, Json]:
            async with gate:
                analysis = await _analyse(session, pair)
            progress.step()
            return pair, analysis

        finished = await asyncio.gather(*(one(pair) for pair in pairs))
        seconds = time.monotonic() - started
        _report(finished, health, seconds)
        await _show_isolation(session, finished)


async def _analyse(session: aiohttp.ClientSession, pair: Pair) -> Json:
    """Submits and waits; whoever waits asks again until it is done."""
    headers = {"X-User-Id": pair.user, "Prefer": "wait=20"}
    body = {
        "cv": {"filename": pair.cv, "content": (SAMPLES / "cvs" / pair.cv).read_text(encoding="utf-8")},
        "job": {"content": (SAMPLES / "jobs" / pair.job).read_text(encoding="utf-8")},
    }
    deadline = time.monotonic() + WAIT_SECONDS
    async with session.post("/api/v1/analyze", json=body, headers=headers) as response:
        answer: Json = await response.json()
        if response.status not in (200, 202):
            raise DemoFailed(f"{pair.cv} against {pair.job}: {response.status} {answer.get('detail')}")
    address = answer.get("statusUrl") or f"/api/v1/analyses/{answer['id']}"
    while answer.get("status") not in ("completed", "failed") or "id" not in answer:
        if time.monotonic() > deadline:
            raise DemoFailed(f"{pair.cv} against {pair.job}: not finished after {WAIT_SECONDS:.0f} s")
        async with session.get(address, headers=headers) as response:
            answer = await response.json()
    if answer["status"] == "failed":
        raise DemoFailed(f"{pair.cv} against {pair.job}: {answer['error']['code']}")
    return answer


def _report(finished: list[tuple[Pair, Json]], health: Json, seconds: float) -> None:
    models = sorted({analysis["engine"].get("model") or "" for _, analysis in finished} - {""})
    reader = f"a model ({', '.join(models)})" if models else "no model: every score is the deterministic one"
    model = health["checks"]["openai"]
    print(f"\n{len(finished)} analyses in {seconds:.1f} s with {reader}. Model check: {model}.")
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
    best = max(finished, key=lambda one: one[1]["overallScore"])
    _in_full(*best)


def _in_full(pair: Pair, analysis: Json) -> None:
    parts, weights = analysis["subscores"], analysis["weights"]
    print(f"\nOne analysis in full: {pair.cv} against {pair.job}")
    print(f"  Overall {analysis['overallScore']} ({analysis['grade']})")
    deterministic = weights["skills"] * parts["skills"] + weights["experience"] * parts["experience"]
    print(
        f"    deterministic {deterministic:.1f} = {weights['skills']:.2f} × skills {parts['skills']}"
        f" + {weights['experience']:.2f} × experience {parts['experience']}"
    )
    if parts.get("semantic") is not None:
        model = weights["semantic"] * parts["semantic"] + weights["softSkills"] * parts["softSkills"]
        print(
            f"    model {model:.1f} = {weights['semantic']:.3f} × semantic {parts['semantic']}"
            f" + {weights['softSkills']:.3f} × soft skills {parts['softSkills']}"
        )
        print(f"    overall = {weights['deterministic']} × deterministic + {weights['model']} × model")
    print("  Requirements")
    for match in analysis["skillMatches"]:
        kind = "required" if match["required"] else "preferred"
        print(f"    {match['verdict']:8} {match['skill']} ({kind})")
        for quote in match["evidence"][:1]:
            print(f"             “{' '.join(quote.split())[:100]}”")
    print("  What to do first")
    for one in analysis["recommendations"][:3]:
        gain = f" (+{one['gain']} points)" if one.get("gain") else ""
        print(f"    [{one['priority']}] {one['action']}{gain}")


async def _show_isolation(session: aiohttp.ClientSession, finished: list[tuple[Pair, Json]]) -> None:
    pair, analysis = finished[0]
    other = next(one.user for one, _ in finished if one.user != pair.user)
    address = f"/api/v1/analyses/{analysis['id']}"
    statuses = []
    for user in (pair.user, other):
        async with session.get(address, headers={"X-User-Id": user}) as response:
            statuses.append(response.status)
    if statuses != [200, 404]:
        raise DemoFailed(f"another user's analysis answered {statuses[1]} instead of 404")
    print(f"\nIsolation: its owner reads {address} with {statuses[0]}, another user with {statuses[1]}.")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m devstack.demo", description=__doc__)
    parser.add_argument("--base-url", required=True)
    try:
        asyncio.run(run(parser.parse_args().base_url))
    except (DemoFailed, aiohttp.ClientError) as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
