"""Sentences of the posting that stand word for word in the CV: they show that it was read, not what was
done."""

from bisect import bisect_left
from operator import add

from shared.matching.document import Document
from shared.matching.words import WORD, stem

_RUN = 7
"""So many words in a row that are the same are taken to be no coincidence."""
_PAIRS_OF_A_RUN = bytes([True]) * (_RUN - 1)
_LEAST_RUNS = 12


def find(document: Document, job_text: str) -> frozenset[int]:
    """Numbers of the CV's sentences that mostly repeat the posting; empty when there are only a few."""
    asked = list(map(stem, WORD.findall(job_text.lower())))
    words = document.words
    pairs = set(map(add, asked, asked[1:]))
    known = bytes(map(pairs.__contains__, words.pairs))
    at = known.find(_PAIRS_OF_A_RUN)
    if at < 0:
        return frozenset()
    posting = set(zip(*(asked[first:] for first in range(_RUN)), strict=False))
    if len(posting) < _LEAST_RUNS:
        return frozenset()
    same: dict[int, tuple[str, ...]] = {}
    while at >= 0:
        run = tuple(words.stems[at : at + _RUN])
        if run in posting:
            same[at] = run
        at = known.find(_PAIRS_OF_A_RUN, at + 1)
    if len(set(same.values())) < _LEAST_RUNS:
        return frozenset()
    begins = list(same)
    copied: set[int] = set()
    at = 0
    for number, (_, end) in enumerate(document.spans):
        first = at
        at = bisect_left(words.starts, end, lo=first)
        repeated = bisect_left(begins, at) - bisect_left(begins, first)
        if repeated * 2 > max(1, at - first - _RUN + 1):
            copied.add(number)
    return frozenset(copied)
