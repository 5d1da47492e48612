"""A made-up old service: what its database and its page's history may have held, and what may have happened to it."""

import json
import random
from collections.abc import Callable
from typing import Any

type Json = dict[str, Any]
SECRET = "Kim Sample, 12 Nowhere Lane"
"""In every text: it must never be reported."""


def old_documents(pairs: int, *, with_repeats: int = 0) -> list[Json]:
    """CVs, jobs and analyses, one of each a pair, dated one after the other; the last repeat the first CV's text."""
    documents: list[Json] = []
    for number in range(pairs):
        text = 0 if number >= pairs - with_repeats else number
        made = {
            "created_at": f"2025-03-{1 + number % 28:02}T08:{number % 60:02}:00.{number:06}",
            "user_id": "anonymous",
        }
        documents += [
            {
                "id": f"analysis_{number}",
                "type": "analysis",
                "cv_id": f"cv_{number}",
                "job_id": f"job_{number}",
                "overall_score": number % 101,
                "skill_matches": [{"skill": "Rigging", "matched": number % 2 == 0}, "Welding"],
                "strengths": [f"Strength of {SECRET}"],
                "gaps": ["No licence"],
                "recommendations": [
                    "Say when you rigged",
                    {"recommendation": "Add dates", "priority": "High"},
                ],
                "processing_time": 3.1,
                "updated_at": None,
                **made,
            },
            {
                "id": f"cv_{number}",
                "type": "cv",
                "filename": f"cv {number}.pdf",
                "content": f"{SECRET}\nRigger since 2015.\nNumber {text}",
                **made,
            },
            {
                "id": f"job_{number}",
                "type": "job",
                "job_description": f"Rigger wanted by site {number}. {SECRET} answers.",
                "title": f"Rigger {number}",
                "source_type": ("manual", "url", "linkedin_url")[number % 3],
                "source_url": None if number % 3 == 0 else "https://jobs.example.org/1",
                **made,
            },
        ]
    return documents


def _without(name: str) -> Callable[[Json], Json]:
    return lambda document: {key: value for key, value in document.items() if key != name}


def _with(**fields: Any) -> Callable[[Json], Json]:
    return lambda document: {**document, **fields}


DAMAGE: dict[str, list[Callable[[Json], Json]]] = {
    "cv": [
        _without("content"),
        _with(content="  "),
        _with(content=[SECRET]),
        _with(content="x" * 102_401),
        _with(content=f"{SECRET}\x00"),
        _with(filename=f"a\n{SECRET}"),
        _with(created_at=SECRET),
        _without("created_at"),
        _with(created_at="2999-01-01T00:00:00"),
        _with(user_id=SECRET),
    ],
    "job": [
        _without("job_description"),
        _with(source_url="javascript:alert(1)"),
        _with(title="x" * 301),
        _with(type=SECRET),
        _without("type"),
        _with(created_at=12),
    ],
    "analysis": [
        _without("overall_score"),
        _with(overall_score=101),
        _with(overall_score=SECRET),
        _without("cv_id"),
        _with(job_id={"id": SECRET}),
        _with(strengths=SECRET),
        _with(skill_matches=[{"matched": True}]),
        _with(recommendations=[{"priority": SECRET, "action": "x"}]),
        _with(created_at=None),
    ],
}


def damaged(documents: list[Json], share: float) -> tuple[list[Json], set[str]]:
    """The documents with every so manieth damaged, each in the next way; and the old ids of those."""
    chance = random.Random(7)
    chosen = set(chance.sample(range(len(documents)), round(share * len(documents))))
    turns = dict.fromkeys(DAMAGE, 0)
    result = []
    for number, document in enumerate(documents):
        if number in chosen:
            kind = document["type"]
            ways = DAMAGE[kind]
            document = ways[turns[kind] % len(ways)](document)
            turns[kind] += 1
        result.append(document)
    return result, {documents[number]["id"] for number in chosen}


def history_of(documents: list[Json]) -> list[Json]:
    """The page's history of these documents' analyses."""
    by_id = {document["id"]: document for document in documents}
    entries = []
    for number, analysis in enumerate(one for one in documents if one["type"] == "analysis"):
        cv, job = by_id[analysis["cv_id"]], by_id[analysis["job_id"]]
        result = {
            key: value for key, value in analysis.items() if key not in ("type", "user_id", "created_at")
        }
        entries.append(
            {
                "id": 1_740_000_000_000 + number,
                "timestamp": 1_740_000_000_000 + number,
                "cvFilename": cv["filename"],
                "jobTitle": job["title"],
                "cvContent": cv["content"],
                "jobDescription": job["job_description"],
                "result": result,
            }
        )
    return entries


def as_lines(documents: list[Json]) -> str:
    return "".join(json.dumps(document) + "\n" for document in documents)
