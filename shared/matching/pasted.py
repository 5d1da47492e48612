"""Sentences of the posting that stand word for word in the CV: they show that it was read, not what was done."""

from shared.matching.profile import open_cv
from shared.matching.sections import pieces
from shared.matching.words import WORD

_RUN = 7
_LEAST_RUNS = 12


def _runs(words: list[str]) -> list[int]:
    return [hash(tuple(words[index : index + _RUN])) for index in range(len(words) - _RUN + 1)]


def find(cv_text: str, job_text: str) -> frozenset[int]:
    """Numbers of the CV's sentences that mostly repeat the posting; empty when there are too few to be no coincidence."""
    posting = set(_runs(WORD.findall(job_text.lower())))
    if len(posting) < _LEAST_RUNS:
        return frozenset()
    if len(posting.intersection(_runs(WORD.findall(cv_text.lower())))) < _LEAST_RUNS:
        return frozenset()
    _, words, spans, _ = open_cv(cv_text)
    copied: set[int] = set()
    hits = 0
    runs = _runs(words.stems)
    stems_posting = set(_runs(_stems(job_text)))
    at = 0
    for number, (_, end) in enumerate(spans):
        first = at
        while at < len(words) and words.starts[at] < end:
            at += 1
        inside = runs[first : max(first, at - _RUN + 1)]
        same = sum(run in stems_posting for run in inside)
        if inside and same * 2 > len(inside):
            copied.add(number)
            hits += same
    return frozenset(copied) if hits >= _LEAST_RUNS else frozenset()


def _stems(text: str) -> list[str]:
    from shared.matching.cleaning import clean
    from shared.matching.words import Words

    cleaned = clean(text)
    return Words(cleaned.clean, cleaned.lower).stems


__all__ = ["find", "pieces"]
