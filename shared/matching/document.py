"""A CV opened for reading: cleaned, personal data masked, cut into words, sentences and sections."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from shared.matching.cleaning import CleanText, clean
from shared.matching.glued_cv import in_lines
from shared.matching.injection import Attempt, blank, scan
from shared.matching.lazy import Lazy
from shared.matching.privacy_mask import mask_personal
from shared.matching.profile_page import without_page
from shared.matching.sections import Sections, find_sections, headings_apart
from shared.matching.sentence_pieces import cut_long, pieces
from shared.matching.words import Words

LONGEST_QUOTE = 200
_EDGE_LEFT = " \t\n\r•-*|,;:_#>"
_SHARP = ("C", "c", "F", "f")
"""Before a sharp that is part of the name."""
_EDGE_RIGHT = " \t\n\r•|,;_*#(["


class Document(NamedTuple):
    """``words`` and ``spans`` (sentences, lines, bullets) are those of the cleaned and masked text."""

    text: CleanText
    words: Words
    spans: list[tuple[int, int]]
    starts: list[int]
    sections: Sections
    attempts: tuple[Attempt, ...]
    """Text that speaks to a model instead of about the person; it is no part of the words."""

    def piece_at(self, position: int) -> int:
        """The number of the sentence around ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)

    def stems_in(self, spans: list[tuple[int, int]]) -> Counter[str]:
        """The stems that stand in pieces of the original text, each word once."""
        seen: set[int] = set()
        starts = self.words.starts
        place = self.text.original if self.text.moved else None
        for start, end in set(spans):
            first = bisect_left(starts, start, key=place)
            seen.update(range(first, bisect_left(starts, end, lo=first, key=place)))
        return Counter(self.words.stems[index] for index in seen)

    def quote_span(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a mention, cut to a length that reads well, as offsets into the original."""
        clean = self.text.clean
        low, high = self.spans[self.piece_at(start)] if self.spans else (start, end)
        if high - low > LONGEST_QUOTE:
            low = max(low, start - LONGEST_QUOTE // 3)
            high = max(end, min(high, low + LONGEST_QUOTE))
            if clean[low - 1 : low].strip() and (space := clean.find(" ", low, start)) >= 0:
                low = space + 1
            if clean[high : high + 1].strip() and (space := clean.rfind(" ", end, high)) > 0:
                high = space
        shown = clean[low:high].lstrip(_EDGE_LEFT)
        low = high - len(shown)
        bare = shown.rstrip(_EDGE_RIGHT)
        high = low + len(bare) + (bare[-1:] in _SHARP and shown[len(bare) :].startswith("#"))
        return self.text.original(low), self.text.original(max(low, high - 1)) + 1


def open_cv(source: str, *, without: frozenset[int] = frozenset()) -> Document:
    """``source`` opened; the sentences with the numbers ``without`` are left out of its words."""
    attempts = tuple(scan(source))
    shown = headings_apart(without_page(_in_words(blank(source, attempts) if attempts else source)))
    text = clean(shown)
    if shown is not source:
        text = replace(text, source=source)
    text = in_lines(text)
    sections = find_sections(text.clean, posting=False)
    masked = mask_personal(text.clean, sections)
    lower = text.lower if masked == text.clean else _blanked(text.lower, masked)
    spans = cut_long(masked, pieces(masked))
    if without:
        letters = list(lower)
        for index in without:
            start, end = spans[index]
            letters[start:end] = " " * (end - start)
        lower = "".join(letters)
    return Document(text, Words(masked, lower), spans, [start for start, _ in spans], sections, attempts)


_BEGINS = Lazy(r"^[ \t]{0,40}(?:- )?(?:date_?[sS]tart|start_?[dD]ate|start|begin|from):[ \t]", re.M)
"""When a job began, in a file of YAML."""


def _in_words(source: str) -> str:
    if "{" not in source and "[[" not in source and not _BEGINS.search(source):
        return source
    from shared.matching.cv_fields import in_words  # which few texts need

    return in_words(source)


def _blanked(lower: str, masked: str) -> str:
    again = masked.lower()
    return (
        again
        if len(again) == len(lower)
        else "".join(" " if shown == " " else letter for letter, shown in zip(lower, masked, strict=True))
    )
