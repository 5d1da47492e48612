"""Sentences of the posting that stand word for word in the CV: they show that it was read, not what was
done."""

from operator import add

from shared.matching.document import Document
from shared.matching.words import WORD, stem

_RUN = 7
"""So many words in a row that are the same are taken to be no coincidence."""
_PAIRS_OF_A_RUN = bytes([True]) * (_RUN - 1)
_LEAST_RUNS = 12


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[first:] for first in range(_RUN)), strict=False))


def find(document: Document, job_text: str) -> frozenset[int]:
    """Numbers of the CV's sentences that mostly repeat the posting; empty when there are only a few."""
    asked = list(map(stem, WORD.findall(job_text.lower())))
    words = document.words
    pairs = set(map(add, asked, asked[1:]))
    if _PAIRS_OF_A_RUN not in bytes(map(pairs.__contains__, words.pairs)):
        return frozenset()
    posting = set(_runs(asked))
    runs = _runs(words.stems)
    if len(posting) < _LEAST_RUNS or len(posting.intersection(runs)) < _LEAST_RUNS:
        return frozenset()
    copied: set[int] = set()
    at = 0
    for number, (_, end) in enumerate(document.spans):
        first = at
        while at < len(words) and words.starts[at] < end:
            at += 1
        same = sum(run in posting for run in runs[first:at])
        if same * 2 > max(1, at - first - _RUN + 1):
            copied.add(number)
    return frozenset(copied)
