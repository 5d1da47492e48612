"""How well the deterministic layer ranks labelled pairs, against plain baselines on the same pairs: ``make
bench-matching``.

    python -m tests.matching.benchmark [--half tune|held-out|all] [--pairs]

AUC is the chance that a good pair scores above a poor (or partial) one, ties counting half, over all pairs
of the half.
"""

import argparse
import csv
import json
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from shared.matching import match, read_cv, read_posting

DATA = Path(__file__).parent.parent / "benchmark"
AS_OF = date(2026, 11, 1)
GAIN = {"good": 2, "partial": 1, "poor": 0}
_WORD = re.compile(r"[a-z0-9+#.]+")
_STOP_WORDS = """
the a an and or of in on at to for with by from as is are was were be been we you our your will this that it its
have has us who
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True)
class Pair:
    """One labelled pair with its scores by scorer."""

    posting: str
    cv: str
    label: str
    hard: bool
    profession: str
    group: str
    half: str
    scores: dict[str, float]


@cache
def cv_text(name: str) -> str:
    return (DATA / "cvs" / f"{name}.txt").read_text("utf-8")


@cache
def posting_text(name: str) -> str:
    return (DATA / "postings" / f"{name}.txt").read_text("utf-8")


def _words(text: str) -> list[str]:
    return [word for raw in _WORD.findall(text.lower()) if (word := raw.strip(".")) and word not in _STOP]


@cache
def _features(text: str) -> Counter[str]:
    words = _words(text)
    return Counter([*words, *(f"{one} {two}" for one, two in pairwise(words))])


class Baselines:
    """TF-IDF cosine over words and word pairs, BM25, and keyword overlap; document frequencies over all
    texts of the half."""

    def __init__(self, texts: list[str]) -> None:
        self.count = len(texts)
        self.frequency: Counter[str] = Counter(feature for text in texts for feature in _features(text))
        self.length = sum(len(_words(text)) for text in texts) / len(texts)
        self._vectors: dict[str, dict[str, float]] = {}

    def _vector(self, text: str) -> dict[str, float]:
        known = self._vectors.get(text)
        if known is None:
            weights = {
                feature: (1 + math.log(count))
                * (math.log((1 + self.count) / (1 + self.frequency[feature])) + 1)
                for feature, count in _features(text).items()
            }
            norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            known = self._vectors[text] = {feature: weight / norm for feature, weight in weights.items()}
        return known

    def tfidf(self, cv: str, posting: str) -> float:
        left, right = self._vector(posting), self._vector(cv)
        return sum(weight * right[feature] for feature, weight in left.items() if feature in right)

    def bm25(self, cv: str, posting: str) -> float:
        counts = Counter(_words(cv))
        size = sum(counts.values()) / self.length
        score = 0.0
        for word in set(_words(posting)):
            if count := counts.get(word):
                idf = math.log(1 + (self.count - self.frequency[word] + 0.5) / (self.frequency[word] + 0.5))
                score += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * size))
        return score

    def overlap(self, cv: str, posting: str) -> float:
        wanted = set(_words(posting))
        return len(wanted & set(_words(cv))) / max(1, len(wanted))


def load(half: str) -> list[Pair]:
    """Every labelled pair of ``half`` (tune, held-out or all), scored."""
    with (DATA / "split.tsv").open(encoding="utf-8") as file:
        halves = {row["posting_id"]: row["half"] for row in csv.DictReader(file, delimiter="\t")}
    with (DATA / "pairs.tsv").open(encoding="utf-8") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t") if half in ("all", halves[row["posting_id"]])
        ]
    texts = sorted(
        {posting_text(row["posting_id"]) for row in rows} | {cv_text(row["cv_id"]) for row in rows}
    )
    baselines = Baselines(texts)
    profiles = {name: read_cv(cv_text(name), as_of=AS_OF) for name in sorted({row["cv_id"] for row in rows})}
    requirements = {
        name: read_posting(posting_text(name)) for name in sorted({row["posting_id"] for row in rows})
    }
    pairs = []
    for row in rows:
        cv, posting = cv_text(row["cv_id"]), posting_text(row["posting_id"])
        result = match(
            cv,
            posting,
            profile=profiles[row["cv_id"]],
            requirements=requirements[row["posting_id"]],
            as_of=AS_OF,
        )
        for requirement in result.skill_matches:
            assert all(quote in cv for quote in requirement.evidence)
        pairs.append(
            Pair(
                row["posting_id"],
                row["cv_id"],
                row["label"],
                row["hard"] == "1",
                row["profession"],
                row["group"],
                halves[row["posting_id"]],
                {
                    "this": result.overall_score,
                    "tf-idf": baselines.tfidf(cv, posting),
                    "bm25": baselines.bm25(cv, posting),
                    "overlap": baselines.overlap(cv, posting),
                },
            )
        )
    return pairs


SCORERS = ("this", "tf-idf", "bm25", "overlap")


def auc(pairs: list[Pair], better: str, worse: str, scorer: str) -> float | None:
    """The chance that a pair labelled ``better`` scores above one labelled ``worse``; None without both."""
    high = [pair.scores[scorer] for pair in pairs if pair.label == better]
    low = [pair.scores[scorer] for pair in pairs if pair.label == worse]
    if not high or not low:
        return None
    return sum((one > other) + 0.5 * (one == other) for one in high for other in low) / (len(high) * len(low))


def ndcg(pairs: list[Pair], scorer: str, at: int = 5) -> float:
    """Mean over postings of the discounted gain of the best ``at`` CVs against the best order (Järvelin,
    Kekäläinen 2002)."""
    by_posting: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_posting[pair.posting].append(pair)
    values = []
    for group in by_posting.values():
        order = sorted(group, key=lambda pair: (-pair.scores[scorer], pair.cv))[:at]
        best = sorted(group, key=lambda pair: -GAIN[pair.label])[:at]
        gained, possible = (
            sum(
                (math.pow(2, GAIN[pair.label]) - 1) / math.log2(rank + 2) for rank, pair in enumerate(ranking)
            )
            for ranking in (order, best)
        )
        if possible:
            values.append(gained / possible)
    return sum(values) / len(values)


def _shown(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.3f}"


def report(pairs: list[Pair]) -> str:
    """The tables as text."""
    lines = [
        f"{len(pairs)} pairs: "
        + ", ".join(f"{sum(p.label == label for p in pairs)} {label}" for label in GAIN)
    ]
    subsets = {
        "all": pairs,
        "software": [pair for pair in pairs if pair.group == "software"],
        "other": [pair for pair in pairs if pair.group != "software"],
        "hard": [pair for pair in pairs if pair.hard or pair.label == "good"],
    }
    for metric, better, worse in (("AUC good/poor", "good", "poor"), ("AUC good/partial", "good", "partial")):
        lines.append(f"\n{metric:22}" + "".join(f"{scorer:>10}" for scorer in SCORERS))
        for name, subset in subsets.items():
            lines.append(
                f"  {name:20}"
                + "".join(f"{_shown(auc(subset, better, worse, scorer)):>10}" for scorer in SCORERS)
            )
    lines.append(f"\n{'NDCG@5':22}" + "".join(f"{ndcg(pairs, scorer):10.3f}" for scorer in SCORERS))
    lines.append("\nscore by label          p10    p50    p90")
    for label in GAIN:
        values = sorted(pair.scores["this"] for pair in pairs if pair.label == label)
        if values:
            lines.append(
                f"  {label:18}"
                + "".join(f"{values[int(share * (len(values) - 1))]:7.1f}" for share in (0.1, 0.5, 0.9))
            )
    lines.append("\nprofession                  pairs  good/poor  good/partial")
    for profession in sorted({pair.profession for pair in pairs}):
        subset = [pair for pair in pairs if pair.profession == profession]
        figures = [_shown(auc(subset, "good", worse, "this")) for worse in ("poor", "partial")]
        lines.append(f"  {profession:26}{len(subset):5}{figures[0]:>9}{figures[1]:>12}")
    return "\n".join(lines)


_SKIP_WORDS = """
experience of with in the a an and or knowledge skills skill ability use using working work to for apache microsoft ms google amazon
"""
_SKIP = frozenset(_SKIP_WORDS.split())


def _key(name: str) -> frozenset[str]:
    from shared.matching.words import stems_of

    return frozenset(part for part in stems_of(name) if part not in _SKIP) or frozenset(stems_of(name))


def same_requirement(one: str, other: str) -> bool:
    """Whether two names mean one requirement: same telling stems, one's within the other's, or one entry of
    the skill table."""
    left, right = _key(one), _key(other)
    if left == right or (left and right and (left <= right or right <= left)):
        return True
    return bool(_entries(one) & _entries(other))


@cache
def _entries(name: str) -> frozenset[int]:
    from shared.matching.skills import skill_table
    from shared.matching.words import Words

    found: set[int] = set()
    for _, _, number in skill_table().lexicon.find(Words(name, name.lower())):
        found.add(number // 2)
    return frozenset(found)


def requirement_f1(half: str) -> dict[str, float]:
    """Precision, recall and F1 of extracted skills (required and preferred together), and shares of years
    and education right."""
    with (DATA / "split.tsv").open(encoding="utf-8") as file:
        halves = {row["posting_id"]: row["half"] for row in csv.DictReader(file, delimiter="\t")}
    hits = named = found_gold = gold_count = years = education = kinds = files = 0
    levels = ("none", "secondary", "vocational", "bachelor", "master", "doctorate")
    for path in sorted((DATA / "gold" / "postings").glob("*.json")):
        if half not in ("all", halves[path.stem]):
            continue
        files += 1
        gold = json.loads(path.read_text("utf-8"))
        asked = read_posting(posting_text(path.stem))
        wanted = [(name, True) for name in gold["required"]] + [(name, False) for name in gold["preferred"]]
        named += len(asked.skills)
        hits += sum(any(same_requirement(skill.name, name) for name, _ in wanted) for skill in asked.skills)
        gold_count += len(wanted)
        for name, required in wanted:
            same = [skill for skill in asked.skills if same_requirement(skill.name, name)]
            found_gold += bool(same)
            kinds += any(skill.required == required for skill in same)
        years += (asked.min_years or None) == (gold["minYears"] or None) or (
            asked.min_years is not None
            and gold["minYears"] is not None
            and abs(asked.min_years - gold["minYears"]) < 0.1
        )
        level = (
            None
            if asked.education_level is None or not asked.education_required
            else levels[asked.education_level]
        )
        education += level == gold["education"]
    precision, recall = hits / max(1, named), found_gold / max(1, gold_count)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "required/preferred right": kinds / max(1, found_gold),
        "years right": years / max(1, files),
        "education right": education / max(1, files),
    }


def history_errors() -> dict[str, float]:
    """Years read from each gold history minus the years counted by hand."""
    with (DATA / "gold" / "experience.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    errors = {}
    for row in rows:
        text = (DATA / "gold" / "histories" / f"{row['history_id']}.txt").read_text("utf-8")
        errors[row["history_id"]] = (read_cv(text, as_of=AS_OF).total_years or 0.0) - float(row["years"])
    return errors


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "held-out", "all"), default="held-out")
    parser.add_argument(
        "--pairs", action="store_true", help="list the pairs that are ranked worst (tune half only)"
    )
    arguments = parser.parse_args()
    pairs = load(arguments.half)
    print(report(pairs))
    print(
        "\nrequirements: "
        + ", ".join(f"{name} {value:.3f}" for name, value in requirement_f1(arguments.half).items())
    )
    errors = history_errors()
    right = sum(abs(error) <= 0.5 for error in errors.values())
    print(f"years of experience: {right} of {len(errors)} histories within 0.5")
    if arguments.pairs and arguments.half == "tune":
        print()
        for label, sign in (("good", 1), ("poor", -1), ("partial", -1)):
            for pair in sorted((p for p in pairs if p.label == label), key=lambda p: sign * p.scores["this"])[
                :22
            ]:
                print(
                    f"{label:8}{pair.scores['this']:6.1f}  "
                    f"{pair.posting:32}{pair.cv:32}{'hard' if pair.hard else ''}"
                )
        print({name: round(error, 2) for name, error in errors.items() if abs(error) > 0.5})


if __name__ == "__main__":
    main()
