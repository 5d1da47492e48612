"""Figures over labelled pairs: how often the better one scores higher, and how good the order is."""

import math
import statistics
from collections import defaultdict
from collections.abc import Iterable

from tests.benchmark.pairs import Pair

GAIN = {"good": 2, "partial": 1, "poor": 0}


def auc(pairs: Iterable[Pair], better: str, worse: str, scorer: str) -> float | None:
    """The chance that a pair labelled ``better`` scores above one labelled ``worse``, ties counting half
    (Hanley and McNeil 1982); None without both."""
    listed = list(pairs)
    high = [pair.scores[scorer] for pair in listed if pair.label == better]
    low = [pair.scores[scorer] for pair in listed if pair.label == worse]
    if not high or not low:
        return None
    return sum((one > other) + 0.5 * (one == other) for one in high for other in low) / (len(high) * len(low))


def ndcg(pairs: Iterable[Pair], scorer: str, at: int = 5) -> float:
    """Mean over postings of the discounted gain of the best ``at`` CVs against the best order (Järvelin and
    Kekäläinen 2002); equal scores are ordered by the CV's name."""
    by_posting: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_posting[pair.posting].append(pair)
    values = []
    for group in by_posting.values():
        order = sorted(group, key=lambda pair: (-pair.scores[scorer], pair.cv))[:at]
        best = sorted(group, key=lambda pair: -GAIN[pair.label])[:at]
        if possible := _discounted(best):
            values.append(_discounted(order) / possible)
    return sum(values) / len(values)


def _discounted(ranking: list[Pair]) -> float:
    return math.fsum((2.0 ** GAIN[pair.label] - 1) / math.log2(rank + 2) for rank, pair in enumerate(ranking))


def quantiles(values: list[float]) -> tuple[float, float, float, float]:
    """Mean, and the values that a tenth, a half and nine tenths lie below."""
    tenths = statistics.quantiles(values, n=10, method="inclusive")
    return statistics.fmean(values), tenths[0], tenths[4], tenths[8]
