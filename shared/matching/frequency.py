"""How telling a word is: the less common in postings, the more. ``data/frequency.txt``, read on first use.

The weight is the inverse document frequency of Spärck Jones (A statistical interpretation of term
specificity,
1972): the logarithm of one over the share of postings that hold the word.
"""

import math
from collections.abc import Callable
from functools import lru_cache

from shared.matching.memo import Memo
from shared.matching.tables import data_file
from shared.matching.words import stem

UNLISTED_SHARE = 0.012
HIGHEST = math.log(1 / UNLISTED_SHARE)
"""The weight of a word that the table does not list."""


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    shares: dict[str, float] = {}
    for line in data_file("frequency.txt").splitlines():
        if not line or line.startswith("#"):
            continue
        share, words = line.split(":", 1)
        for word in words.split():
            shares.setdefault(stem(word), float(share))
    return shares


def is_listed(word_stem: str) -> bool:
    """Whether it is one of the words that postings are full of."""
    return word_stem in _shares()


def _tellingness(word_stem: str) -> float:
    if word_stem.isdigit():
        return 0.0
    share = _shares().get(word_stem, UNLISTED_SHARE)
    if len(word_stem) == 1:
        share = max(share, 0.5)
    return math.log(1 / share) / HIGHEST


tellingness: Callable[[str], float] = Memo(_tellingness, most=30_000).__getitem__
"""0–1: 1 for a stem that hardly any posting holds, near 0 for one that nearly all hold."""
