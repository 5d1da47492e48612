"""Lines of a page, in the order in which they are read, to text."""

import re
from itertools import pairwise

from shared.extraction.pieces import STARTS_WITH_MARKER, Piece

_SECOND_HALF = re.compile(r"(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|en|of|och|eller|og|i|lub)\b")
"""What follows a hyphen that stands for the end of a later word: "part- and full-time"."""
_HYPHENS = "-\u00ad\u2010"
_LEAST_WRAPPED = 20
_LONGEST_TITLE = 60
"""Characters."""
SENTENCE_END = (".", ":", ";", "!", "?")


def join_lines(lines: list[Piece], breaks_words: bool) -> str:
    text = lines[0].text
    for before, after in pairwise(lines):
        height = min(before.height, after.height)
        gap = after.y0 - before.y1
        beside = min(before.x1, after.x1) < max(before.x0, after.x0)
        if gap > 0.7 * height or gap < -height or beside:
            text += "\n\n" + after.text
        elif not _is_wrapped(before, after):
            text += "\n" + after.text
        elif before.text.endswith("-") and not _SECOND_HALF.match(after.text):
            text = (text[:-1] if breaks_words else text) + after.text
        elif before.text.endswith(("\u00ad", "\u2010")):
            text = text[:-1] + after.text
        else:
            text += " " + after.text
    return text


def _is_wrapped(before: Piece, after: Piece) -> bool:
    """Whether ``after`` is the same sentence, which only found no place on the line before."""
    if "\t" in before.text or not after.text[0].islower() or STARTS_WITH_MARKER.match(after.text):
        return False
    if not 0.87 < before.height / after.height < 1.15:
        return False
    if before.text[-1] in _HYPHENS:
        return before.text[-2:-1].isalpha()
    return len(before.text) >= _LEAST_WRAPPED and not before.text.endswith(SENTENCE_END)


def page_break(before: str, after: str) -> str:
    """What stands between the text of a page and that of the next."""
    last, first = before[before.rfind("\n") + 1 :], after.partition("\n")[0]
    if last.endswith(SENTENCE_END) or "\t" in last or STARTS_WITH_MARKER.match(first):
        return "\n\n"
    if len(last) >= _LEAST_WRAPPED and first[:1].islower() and last[-1] not in _HYPHENS:
        return " "
    # A title whose dates are on the next page.
    return "\n" if len(last) <= _LONGEST_TITLE and not STARTS_WITH_MARKER.match(last) else "\n\n"
