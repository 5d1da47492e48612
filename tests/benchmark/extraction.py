"""What is read from a posting and from a history of work, against what was written down by hand."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from shared.matching import Requirements, read_cv, read_posting
from shared.matching.education import LEVELS
from shared.matching.skills import skill_table
from shared.matching.words import Words, stems_of
from tests.benchmark.pairs import AS_OF, DATA, Half, posting_text, postings_of, rows

type Postings = Half | Literal["marked", "further", "unseen"]

_SKIP_WORDS = """
experience of with in the a an and or knowledge skills skill ability use using working work to for apache microsoft ms google amazon
"""
_SKIP = frozenset(_SKIP_WORDS.split())
_LEVEL_NAMES = {"secondary": "school"}


@dataclass
class Found:
    """Counts of one part of the requirements over many postings."""

    right: int = 0
    """Of what was named."""
    named: int = 0
    known: int = 0
    """Of the gold."""
    gold: int = 0
    agreed: int = 0
    """Of ``compared``: with the same answer, nothing asked for included."""
    compared: int = 0

    @property
    def agreement(self) -> float:
        return self.agreed / self.compared if self.compared else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.named if self.named else 0.0

    @property
    def recall(self) -> float:
        return self.known / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add_names(self, named: list[str], gold: list[str]) -> None:
        self.right += sum(any(same_requirement(one, other) for other in gold) for one in named)
        self.known += sum(any(same_requirement(one, other) for other in named) for one in gold)
        self.named += len(named)
        self.gold += len(gold)

    def add_value(self, named: float | str | None, gold: float | str | None) -> None:
        self.right += named is not None and named == gold
        self.known += gold is not None and named == gold
        self.named += named is not None
        self.gold += gold is not None
        self.agreed += named == gold
        self.compared += 1

    def add_kinds(self, named: dict[str, bool], gold: dict[str, bool]) -> None:
        for name, required in gold.items():
            kinds = {kind for other, kind in named.items() if same_requirement(other, name)}
            self.agreed += required in kinds
            self.compared += bool(kinds)


def _key(name: str) -> frozenset[str]:
    stems = stems_of(name)
    return frozenset(part for part in stems if part not in _SKIP) or frozenset(stems)


def same_requirement(one: str, other: str) -> bool:
    """Whether two names mean one requirement: same telling stems, one's within the other's, or one entry of
    the skill table."""
    left, right = _key(one), _key(other)
    if left == right or (left and right and (left <= right or right <= left)):
        return True
    return bool(_entries(one) & _entries(other))


@cache
def _entries(name: str) -> frozenset[int]:
    return frozenset(number // 2 for *_, number in skill_table().lexicon.find(Words(name, name.lower())))


def postings_with_gold(which: Postings) -> Iterator[tuple[str, dict[str, Any]]]:
    """Texts of postings and what was written down by hand: those of a half, more of the tune half (marked),
    the further or the unseen ones."""
    if which in ("further", "unseen"):
        for path in sorted((DATA / which).glob("*.json")):
            yield path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8"))
        return
    folder, half = (DATA / "marked", "tune") if which == "marked" else (DATA / "gold" / "postings", which)
    for path in sorted(folder.glob("*.json")):
        if path.stem in postings_of(half):
            yield posting_text(path.stem), json.loads(path.read_text("utf-8"))


def requirement_scores(which: Postings) -> dict[str, Found]:
    """By part: skills of both kinds, required ones, preferred ones, years and education."""
    parts = {name: Found() for name in ("skills", "required", "preferred", "years", "education")}
    for text, gold in postings_with_gold(which):
        asked = read_posting(text)
        named = {skill.name: skill.required for skill in asked.skills}
        wanted = dict.fromkeys(gold["required"], True) | dict.fromkeys(gold["preferred"], False)
        parts["skills"].add_names(list(named), list(wanted))
        parts["skills"].add_kinds(named, wanted)
        for part, kind in (("required", True), ("preferred", False)):
            parts[part].add_names(
                [name for name, required in named.items() if required is kind],
                [name for name, required in wanted.items() if required is kind],
            )
        parts["years"].add_value(_rounded(asked.min_years), _rounded(gold["minYears"]))
        level = gold["education"]
        parts["education"].add_value(_education(asked), _LEVEL_NAMES.get(level, level))
    return parts


def _rounded(years: float | None) -> float | None:
    """To a tenth; no years asked for is nothing asked for."""
    return round(years, 1) if years else None


def _education(asked: Requirements) -> str | None:
    if asked.education_level is None or not asked.education_required:
        return None
    return LEVELS[asked.education_level]


def history_errors() -> dict[str, float]:
    """Years read from each history minus the years counted by hand."""
    errors = {}
    for row in rows(DATA / "gold" / "experience.tsv"):
        text = (DATA / "gold" / "histories" / f"{row['history_id']}.txt").read_text("utf-8")
        errors[row["history_id"]] = (read_cv(text, as_of=AS_OF).total_years or 0.0) - float(row["years"])
    return errors


def share_within(errors: Iterable[float], years: float) -> float:
    """Share of ``errors`` of at most ``years`` in either direction."""
    listed = list(errors)
    return sum(abs(error) <= years for error in listed) / len(listed)
