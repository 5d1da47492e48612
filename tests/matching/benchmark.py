"""How well the deterministic layer ranks labelled pairs, against plain baselines on the same pairs:
``make bench-matching``.

    python -m tests.matching.benchmark [--held-out] [--roles] [--worst]

The tune half is printed by default; the held-out half, on which nothing may be tuned, only when asked for.
No network, no model. The data and their rules: ``tests/benchmark/README.md``.
"""

import argparse
import random
import statistics
from collections import defaultdict

from tests.benchmark.extraction import Postings, history_errors, requirement_scores, share_within
from tests.benchmark.measures import auc, ndcg, quantiles
from tests.benchmark.pairs import BASELINES, LABELS, SCORERS, Half, Pair, Part, cv_text, load, posting_text
from tests.benchmark.roles import load_roles

__all__ = ["Pair", "auc", "cv_text", "history_errors", "load", "ndcg", "posting_text", "requirement_f1"]

RESAMPLES = 400
METRICS = (("AUC good/poor", "good", "poor"), ("AUC good/partial", "good", "partial"))


def requirement_f1(which: Postings) -> dict[str, float]:
    """F1 of skills of both kinds, and shares of kinds, years and education that are right."""
    found = requirement_scores(which)
    return {
        "f1": found["skills"].f1,
        "required/preferred right": found["skills"].agreement,
        "years right": found["years"].agreement,
        "education right": found["education"].agreement,
    }


def ranking_tables(pairs: list[Pair]) -> str:
    """How the scorers order the pairs."""
    counts = ", ".join(f"{sum(pair.label == label for pair in pairs)} {label}" for label in LABELS)
    subsets = {
        "all": pairs,
        "software": [pair for pair in pairs if pair.group == "software"],
        "other": [pair for pair in pairs if pair.group != "software"],
    }
    lines = [f"{len(pairs)} pairs ({counts})", auc_table(subsets)]
    lines.append(f"  {'NDCG@5':32}" + "".join(f"{ndcg(pairs, scorer):9.3f}" for scorer in SCORERS))
    for title, better, worse in METRICS:
        lines.append(f"  {title} ahead of {_margin(pairs, better, worse)}")
    return "\n".join(lines)


def auc_table(subsets: dict[str, list[Pair]]) -> str:
    """AUC of every scorer over each of the ``subsets``, where they hold both labels."""
    lines = [f"{'':34}" + "".join(f"{scorer:>9}" for scorer in SCORERS)]
    for title, better, worse in METRICS:
        for name, subset in subsets.items():
            values = [auc(subset, better, worse, scorer) for scorer in SCORERS]
            if None not in values:
                shown = "".join(f"{_shown(value):>9}" for value in values)
                lines.append(f"  {title + ', ' + name:32}{shown}")
    return "\n".join(lines)


def roles_table(half: Half) -> str:
    """Every CV against every posting of ``half`` by role, plain and with general text added."""
    subsets: dict[str, list[Pair]] = {}
    for noisy in (False, True):
        fields, software = load_roles(half, noisy=noisy)
        added = ", noisy" if noisy else ""
        subsets |= {f"fields{added}": fields, f"software{added}": software}
    return auc_table(subsets)


def _margin(pairs: list[Pair], better: str, worse: str) -> str:
    """Difference to the best baseline, with what nineteen in twenty resamples of postings lie within."""

    def value(subset: list[Pair], scorer: str) -> float:
        return auc(subset, better, worse, scorer) or 0.0

    best = max(BASELINES, key=lambda scorer: value(pairs, scorer))
    by_posting: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_posting[pair.posting].append(pair)
    groups = list(by_posting.values())
    chance = random.Random(1)
    ahead = []
    for _ in range(RESAMPLES):
        sample = [pair for group in chance.choices(groups, k=len(groups)) for pair in group]
        ahead.append(value(sample, "this") - value(sample, best))
    cuts = statistics.quantiles(ahead, n=40, method="inclusive")
    return (
        f"{best} by {value(pairs, 'this') - value(pairs, best):.3f} (95 %: {cuts[0]:.3f} to {cuts[-1]:.3f})"
    )


def calibration_table(pairs: list[Pair]) -> str:
    """Scores by label."""
    lines = ["score by label             mean    p10    p50    p90"]
    for label in LABELS:
        values = [pair.scores["this"] for pair in pairs if pair.label == label]
        lines.append(f"  {label:22}" + "".join(f"{value:7.1f}" for value in quantiles(values)))
    return "\n".join(lines)


def profession_table(pairs: list[Pair]) -> str:
    """AUC by profession of the posting; few pairs each."""
    lines = ["profession                    pairs  good/poor  tf-idf  good/partial  tf-idf"]
    for profession in sorted({pair.profession for pair in pairs}):
        subset = [pair for pair in pairs if pair.profession == profession]
        poor, poor_plain, partial, partial_plain = (
            _shown(auc(subset, "good", worse, scorer))
            for worse in ("poor", "partial")
            for scorer in ("this", "tf-idf")
        )
        lines.append(
            f"  {profession:28}{len(subset):5}{poor:>11}{poor_plain:>8}{partial:>14}{partial_plain:>8}"
        )
    return "\n".join(lines)


def extraction_table(which: Postings) -> str:
    """What is read from postings, against the gold."""
    lines = ["requirements            precision  recall     F1"]
    for part, found in requirement_scores(which).items():
        lines.append(f"  {part:22}{found.precision:9.3f}{found.recall:8.3f}{found.f1:7.3f}")
    return "\n".join(lines)


def history_table() -> str:
    """Years of experience read from the histories, against the years counted by hand."""
    errors = history_errors().values()
    mean = statistics.fmean(abs(error) for error in errors)
    worst = max(abs(error) for error in errors)
    return (
        f"years of experience, {len(errors)} histories: mean error {mean:.2f}, largest {worst:.2f}, "
        f"{share_within(errors, 0.5):.0%} within 0.5, {share_within(errors, 0.1):.0%} within 0.1"
    )


def worst_pairs(pairs: list[Pair]) -> str:
    """The pairs whose score says least what their label says."""
    lines = []
    for label, sign in (("good", 1), ("poor", -1), ("partial", -1)):
        listed = sorted(
            (pair for pair in pairs if pair.label == label), key=lambda pair: sign * pair.scores["this"]
        )
        lines += [f"{label:8}{pair.scores['this']:6.1f}  {pair.posting:34}{pair.cv}" for pair in listed[:22]]
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="the held-out half, too")
    parser.add_argument("--roles", action="store_true", help="every CV against every posting; a minute more")
    parser.add_argument("--worst", action="store_true", help="list the worst pairs of the tune half")
    arguments = parser.parse_args()
    halves: tuple[Half, ...] = ("tune", "held-out") if arguments.held_out else ("tune",)
    parts: tuple[Part, ...] = ("first", "rough")
    for half in halves:
        by_part: dict[str, list[Pair]] = {part: load(half, part) for part in parts}
        by_part["all"] = [pair for pairs in by_part.values() for pair in pairs]
        for part, pairs in by_part.items():
            print(f"\n== {half} half, {part} pairs ==\n")
            print(ranking_tables(pairs), calibration_table(pairs), profession_table(pairs), sep="\n\n")
            if half == "tune" and arguments.worst:
                print(f"\n{worst_pairs(pairs)}")
        print(f"\n== {half} half, rough pairs with general text added ==\n")
        print(auc_table({"noisy": load(half, "rough", noisy=True)}))
        if arguments.roles:
            print(f"\n== {half} half, every CV against every posting: same role against another ==\n")
            print(roles_table(half))
        print(f"\n== {half} half, postings with hand-made requirements ==\n")
        print(extraction_table(half))
    others: tuple[Postings, ...] = ("further", "unseen")
    for which in others:
        print(f"\n== {which} postings with hand-made requirements ==\n\n{extraction_table(which)}")
    print(f"\n{history_table()}")


if __name__ == "__main__":
    main()
