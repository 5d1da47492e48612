"""The labelled pairs, each with what every scorer says about it."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from shared.matching import match, read_cv, read_posting
from tests.benchmark.baselines import Baselines

type Half = Literal["tune", "held-out"]
type Part = Literal["first", "rough", "all"]

DATA = Path(__file__).parent
AS_OF = date(2026, 11, 1)
"""The day that "present" means in the texts."""
LABELS = ("good", "partial", "poor")
BASELINES = ("tf-idf", "bm25", "overlap")
SCORERS = ("this", *BASELINES)
_FILES: dict[Part, tuple[str, ...]] = {
    "first": ("pairs.tsv",),
    "rough": ("rough-pairs.tsv",),
    "all": ("pairs.tsv", "rough-pairs.tsv"),
}


@dataclass(frozen=True)
class Pair:
    """One labelled pair with its scores by scorer."""

    posting: str
    cv: str
    label: str
    hard: bool
    profession: str
    group: str
    scores: dict[str, float]


@cache
def cv_text(name: str) -> str:
    return (DATA / "cvs" / f"{name}.txt").read_text("utf-8")


@cache
def posting_text(name: str) -> str:
    return (DATA / "postings" / f"{name}.txt").read_text("utf-8")


def rows(path: Path) -> list[dict[str, str]]:
    """A table of the benchmark."""
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def postings_of(half: Half) -> frozenset[str]:
    """Names of the postings that belong to ``half``."""
    return frozenset(row["posting_id"] for row in rows(DATA / "split.tsv") if row["half"] == half)


def load(half: Half, part: Part = "first") -> list[Pair]:
    """Every labelled pair of ``half``, scored; every quote is checked to stand in its CV."""
    wanted = postings_of(half)
    table = [row for name in _FILES[part] for row in rows(DATA / name) if row["posting_id"] in wanted]
    cvs = {row["cv_id"]: cv_text(row["cv_id"]) for row in table}
    postings = {row["posting_id"]: posting_text(row["posting_id"]) for row in table}
    baselines = Baselines(sorted({*cvs.values(), *postings.values()}))
    profiles = {name: read_cv(text, as_of=AS_OF) for name, text in cvs.items()}
    requirements = {name: read_posting(text) for name, text in postings.items()}
    pairs = []
    for row in table:
        cv, posting = cvs[row["cv_id"]], postings[row["posting_id"]]
        result = match(
            cv,
            posting,
            profile=profiles[row["cv_id"]],
            requirements=requirements[row["posting_id"]],
            as_of=AS_OF,
        )
        for requirement in result.skill_matches:
            assert all(quote in cv for quote in requirement.evidence), (row["cv_id"], requirement)
        scores = {
            "this": result.overall_score,
            "tf-idf": baselines.tfidf(cv, posting),
            "bm25": baselines.bm25(cv, posting),
            "overlap": baselines.overlap(cv, posting),
        }
        pairs.append(
            Pair(
                posting=row["posting_id"],
                cv=row["cv_id"],
                label=row["label"],
                hard=row["hard"] == "1",
                profession=row["profession"],
                group=row["group"],
                scores=scores,
            )
        )
    return pairs
