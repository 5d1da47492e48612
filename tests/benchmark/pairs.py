"""The labelled pairs, each with what every scorer says about it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal
from zlib import crc32

from shared.matching import match, read_cv, read_posting
from tests.benchmark.baselines import Baselines

type Half = Literal["tune", "held-out"]
type Part = Literal["first", "rough"]

DATA = Path(__file__).parent
AS_OF = date(2026, 11, 1)
"""The day that "present" means in the texts."""
LABELS = ("good", "partial", "poor")
BASELINES = ("tf-idf", "bm25", "overlap")
SCORERS = ("this", *BASELINES)
_FILES: dict[Part, str] = {"first": "pairs.tsv", "rough": "rough-pairs.tsv"}


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
def cv_text(name: str, noisy: bool = False) -> str:
    """The CV; ``noisy`` with what is in most CVs and says nothing of the work."""
    text = (DATA / "cvs" / f"{name}.txt").read_text("utf-8")
    return "\n\n".join([text, *_noise("cvs", name)]) if noisy else text


@cache
def posting_text(name: str, noisy: bool = False) -> str:
    """The posting; ``noisy`` with what is in most postings and asks for nothing."""
    text = (DATA / "postings" / f"{name}.txt").read_text("utf-8")
    if not noisy:
        return text
    before, behind = _noise("postings", name)
    return f"{before}\n\n{text}\n\n{behind}"


def _noise(kind: str, name: str) -> list[str]:
    """Two pieces, always the same for one name."""
    pieces = (DATA / "noise" / f"{kind}.txt").read_text("utf-8").split("%%\n")
    first = crc32(name.encode()) % len(pieces)
    second = (first + 1 + crc32(name[::-1].encode()) % (len(pieces) - 1)) % len(pieces)
    return [pieces[first], pieces[second]]


def rows(path: Path) -> list[dict[str, str]]:
    """A table of the benchmark."""
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def postings_of(half: Half) -> frozenset[str]:
    """Names of the postings that belong to ``half``."""
    return frozenset(row["posting_id"] for row in rows(DATA / "split.tsv") if row["half"] == half)


class Scorer:
    """All scorers over the CVs and postings named; every text is read once."""

    def __init__(self, cvs: Iterable[str], postings: Iterable[str], *, noisy: bool = False) -> None:
        self._cvs = {name: cv_text(name, noisy) for name in sorted(set(cvs))}
        self._postings = {name: posting_text(name, noisy) for name in sorted(set(postings))}
        self._profiles = {name: read_cv(text, as_of=AS_OF) for name, text in self._cvs.items()}
        self._requirements = {name: read_posting(text) for name, text in self._postings.items()}
        self._baselines = Baselines([*self._cvs.values(), *self._postings.values()])

    def scores(self, cv_name: str, posting_name: str) -> dict[str, float]:
        """What each says of one pair; every quote is checked to stand in the CV."""
        cv, posting = self._cvs[cv_name], self._postings[posting_name]
        result = match(
            cv,
            posting,
            profile=self._profiles[cv_name],
            requirements=self._requirements[posting_name],
            as_of=AS_OF,
        )
        for requirement in result.skill_matches:
            assert all(quote in cv for quote in requirement.evidence), (cv_name, requirement)
        return {
            "this": result.overall_score,
            "tf-idf": self._baselines.tfidf(cv, posting),
            "bm25": self._baselines.bm25(cv, posting),
            "overlap": self._baselines.overlap(cv, posting),
        }


def load(half: Half, part: Part = "first", *, noisy: bool = False) -> list[Pair]:
    """Every labelled pair of ``half``, scored; ``noisy`` with general text added to both sides."""
    wanted = postings_of(half)
    table = [row for row in rows(DATA / _FILES[part]) if row["posting_id"] in wanted]
    scorer = Scorer((row["cv_id"] for row in table), (row["posting_id"] for row in table), noisy=noisy)
    return [
        Pair(
            posting=row["posting_id"],
            cv=row["cv_id"],
            label=row["label"],
            hard=row["hard"] == "1",
            profession=row["profession"],
            group=row["group"],
            scores=scorer.scores(row["cv_id"], row["posting_id"]),
        )
        for row in table
    ]
