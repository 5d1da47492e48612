"""Words of the posting that the CV says in a single sentence, many at once: who once used ten services of a
cloud has done no more of that work than who names a few of them."""

from collections import defaultdict
from collections.abc import Mapping

from shared.matching.document import Document

MOST_TOGETHER = 3
"""Words that a sentence can tell of by itself; the next of them, said nowhere else, tell less and less."""


def shares_of(document: Document, terms: Mapping[str, float]) -> dict[str, float]:
    """0–1 by stem: how much of its weight in the posting (``terms``) a word keeps, where that is not all.

    The heaviest ``MOST_TOGETHER`` of a sentence keep all of it, the one at place n ``MOST_TOGETHER`` / n. One
    more word in a sentence, or one said again in another, never lowers what the others weigh together.
    """
    words = document.words
    pieces: dict[str, int] = {}
    again: set[str] = set()
    for stem, start in zip(words.stems, words.starts, strict=True):
        if stem in terms and stem not in again:
            piece = document.piece_at(start)
            if pieces.setdefault(stem, piece) != piece:
                again.add(stem)
    together: defaultdict[int, list[str]] = defaultdict(list)
    for stem, piece in pieces.items():
        if stem not in again:
            together[piece].append(stem)
    found: dict[str, float] = {}
    for stems in together.values():
        if len(stems) > MOST_TOGETHER:
            stems.sort(key=lambda stem: (-terms[stem], stem))
            for place, stem in enumerate(stems[MOST_TOGETHER:], MOST_TOGETHER + 1):
                found[stem] = MOST_TOGETHER / place
    return found
