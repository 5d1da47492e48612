"""Which sentences of a posting are items of a list: by a mark, by standing alone in lines below each other,
by semicolons, or behind a line that announces them."""

from itertools import groupby, pairwise
from typing import NamedTuple

from shared.matching.duty_verbs import says_what_to_do
from shared.matching.lazy import Lazy
from shared.matching.sections import Sections
from shared.matching.sentence_kinds import EITHER, LEAST_COMMAS, SHORT_ITEM, TO_THE_READER

_OF_A_FIRM = Lazy(r"\b(?:we|our|us|clientele)\b")
"""In a sentence that is none of a list, in a text that lost its lines."""


class AnnouncedList(NamedTuple):
    """What follows a line that announces it: "Experience in any of these is a plus:"."""

    spaced: bool
    """An empty line follows the announcement, so that others do not end the list."""
    of_items: bool
    """The first line below the announcement has a mark, so that one without ends the list."""

    @classmethod
    def below(cls, lower: str, spans: list[tuple[int, int]], number: int) -> "AnnouncedList":
        """The list below the sentence with the ``number``."""
        if number + 1 == len(spans):
            return cls(spaced=False, of_items=False)
        first = spans[number + 1][0]
        return cls(spaced="\n\n" in lower[spans[number][1] : first], of_items=is_item(lower, first))

    def holds(self, lower: str, spans: list[tuple[int, int]], number: int, sections: Sections) -> bool:
        """Whether the sentence with the ``number``, the first one that is not known to be, is one of it."""
        start, end = spans[number]
        between = lower[spans[number - 1][1] : start]
        return not (
            (not self.spaced and "\n\n" in between)
            or (self.of_items and "\n" in between and not is_item(lower, start))
            or lower.startswith(":", end - 1)
            or sections.is_heading(start)
            or _OF_A_FIRM.search(lower, start, end) is not None
        )


LEAST_LISTED, _LONGEST_LISTED = 3, 220
"""Lines one below the other, and their characters, that are a list without bullets."""
_NUMBER = Lazy(r"\(?\d{1,2}[.)]\s*")
_HEADER_LINES = 4
"""Lines at the beginning that are title, employer and place, and no such list."""


def lists_duties(lower: str, spans: list[tuple[int, int]]) -> bool:
    """Whether each of the first so many sentences says what to do and nothing else, and the first begins a
    line."""
    first = spans[0][0]
    if first and not lower[max(0, first - _MARK) : first].rstrip(" -•*").endswith("\n"):
        return False
    items = [lower[start:end] for start, end in spans]
    items = [item for item in items if not _NUMBER.fullmatch(item)][:LEAST_LISTED]
    return len(items) == LEAST_LISTED and all(
        says_what_to_do(item) and not TO_THE_READER.search(item) and not EITHER.search(item) for item in items
    )


def in_lists(lower: str, spans: list[tuple[int, int]]) -> list[bool]:
    """For each of the sentences whether it is all of its line, and one of several such lines."""
    if not spans:
        return []
    # The number of an item stands in a piece of its own.
    breaks = [
        "\n" in lower[end : after + 1] or _NUMBER.fullmatch(lower, start, end) is not None
        for (start, end), (after, _) in pairwise(spans)
    ]
    alone = [
        before and behind and end - start <= _LONGEST_LISTED
        for (start, end), before, behind in zip(spans, [True, *breaks], [*breaks, True], strict=True)
    ]
    listed: list[bool] = []
    for is_alone, run in groupby(alone):
        count = len(list(run))
        listed += [is_alone and count >= LEAST_LISTED] * count
    listed[:_HEADER_LINES] = [False] * len(listed[:_HEADER_LINES])
    return listed


def is_listed_on(lower: str, start: int) -> bool:
    """Whether a semicolon stands right before the piece at ``start``."""
    return lower[max(0, start - 3) : start].rstrip().endswith(";")


def is_item(lower: str, start: int) -> bool:
    """Whether the sentence at ``start`` is an item of a list."""
    if lower[start] in "-•*" or lower[max(0, start - 8) : start].rstrip()[-1:] in ("•", "*"):
        return True
    line = lower.rfind("\n", max(0, start - _MARK), start) + 1
    mark = _ITEM_MARK.match(lower, line) if line else None
    return mark is not None and start <= mark.end()


_MARK = 8
"""Characters that what stands before an item has at most."""
_ITEM_MARK = Lazy(r"[^\S\n]*(?:[-•*·›»□>#+~|§–—]|[=-]>|::|o(?= )|\d{1,2}[.)]|\(?(?:[a-h]|[ivx]{1,4})[.)])\s")
STATES = Lazy(r"\b(?:is|are|was|were|has|have|had|we|our|us|its|their|been|to|of)\b")


def is_list(sentence: str) -> bool:
    """Whether the sentence is names and commas: "Core Java, multithreading, low latency, FIX."."""
    commas = sentence.count(",")
    return (
        commas >= LEAST_COMMAS and len(sentence) <= (commas + 1) * SHORT_ITEM and not STATES.search(sentence)
    )
