"""Lines of a page, in the order in which they are read, to text."""

import re
from itertools import pairwise

from shared.extraction.pieces import STARTS_WITH_MARKER, Piece

_SECOND_HALF = re.compile(r"(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|en|of|och|eller|og|i|lub)\b")
"""What follows a hyphen that stands for the end of a later word: "part- and full-time"."""
_OPEN_WORDS = """
and or of the with for to from by an at in on as und oder von mit für zum zur bei et de du des la le les avec
pour y el los del con para e di della per en van het met voor i w z na oraz dla
& our their into between im am vom beim der die das dem den ein eine einen einem einer durch sowie bzw.
dans sur aux une al por una nel alla
"""
_OPEN = frozenset(_OPEN_WORDS.split())
"""What nobody ends a line with, so that the next one goes on whatever it begins with."""
_BROKEN_ADDRESS = re.compile(
    r"[\w.+-]{1,64}(?:@[\w-]{0,60}\n[\w-]{0,60}(?:\.[\w-]{2,20}){1,4}|@(?:[\w-]{1,60}\.){1,4}\n[a-z]{2,20}"
    r"|\n@[\w-]{1,60}(?:\.[\w-]{2,20}){1,4})(?![\w@])",
    re.IGNORECASE,
)
"""An e-mail address for which a margin is too narrow."""
ADDRESS = re.compile(r"\S*@|\S+\.\w+/|https?:|www\.")
"""Begins in small letters without being the rest of a sentence."""
_HYPHENS = "-\u00ad\u2010"
_BROKEN = "\x1f"
"""Stands for a hyphen inside a line, which is of the program if that breaks words."""
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
        elif _is_address_broken(before.text, after.text):
            text = (text.removesuffix("-") if breaks_words else text) + after.text
        elif not _is_wrapped(before, after):
            text += "\n" + after.text
        elif before.text.endswith("-") and not _SECOND_HALF.match(after.text):
            text = (text[:-1] if breaks_words else text) + after.text
        elif before.text.endswith(("\u00ad", "\u2010")):
            text = text[:-1] + after.text
        else:
            text += " " + after.text
    return text.replace(_BROKEN, "" if breaks_words else "-")


def in_one_line(lines: list[Piece]) -> str:
    """The text of a cell whose lines are one."""
    text = lines[0].text
    for line in lines[1:]:
        goes_on = line.text[0].islower() and not _SECOND_HALF.match(line.text)
        broken = goes_on and text[-1] == "-" and text[-2:-1].isalpha()
        text = f"{text[:-1]}{_BROKEN}{line.text}" if broken else f"{text} {line.text}"
    return text


def _is_address_broken(before: str, after: str) -> bool:
    if "@" not in before and not after.startswith("@"):
        return False
    return _BROKEN_ADDRESS.match(f"{before.split()[-1]}\n{after.split()[0]}") is not None


def _is_wrapped(before: Piece, after: Piece) -> bool:
    """Whether ``after`` is the same sentence, which only found no place on the line before."""
    if STARTS_WITH_MARKER.match(after.text):
        return False
    if "\t" in before.text:
        # A label and what it labels; only a broken word of that is sure to go on.
        below = after.x0 > before.x0 + before.height and "\t" not in after.text
        return below and before.text[-1] in _HYPHENS and before.text[-2].isalpha() and after.text[0].islower()
    if not 0.87 < before.height / after.height < 1.15:
        return False
    words = before.text.rsplit(maxsplit=2)
    if len(words) > 2 and words[-1] in _OPEN:
        return True
    if not after.text[0].islower():
        return False
    if before.text[-1] in _HYPHENS:
        return before.text[-2:-1].isalpha()
    if ADDRESS.match(after.text):
        return False
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
