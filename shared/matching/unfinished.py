"""Whether somebody still studies for the degree that a CV names."""

from datetime import date
from typing import Final

from shared.matching.education import VOCATIONAL, find_levels
from shared.matching.lazy import Lazy

_YEAR = Lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HOPED = Lazy(
    r"\b(?:expected|expecting|anticipated|anticipating|projected|prospective|"
    r"to be (?:completed|awarded|obtained)|vorr?aussichtlich\w*|prévue?s?|previst[oa]|erwartet\w*)\b"
)
"""Beside a year that lies ahead; what was hoped for in one that is over has come."""
_GOES_ON = Lazy(
    r"\b(?:in progress|ongoing|on-going|pursuing|currently (?:studying|enrolled|attending|completing)|"
    r"part[- ]completed|laufend|en cours|en curso|cursando|em andamento|in corso)\b|"
    r"\b(?:since|seit|depuis|desde) [^\n]{0,12}(?:19|20)\d\d\b|"
    r"(?:19|20)\d\d[ *_)]{0,3}(?:-{1,3}|to|until|bis|à|a)[ *_]{0,3}"
    r"(?:present|now|current|today|to date|heute|aktuell|aujourd|actual|ongoing|on-going)"
)
_STUDIES_FOR = Lazy(
    r"\b(?:pursuing|studying for|working towards?|studying towards?|reading for|enrolled in|completing)"
    r"(?: (?:an?|my|the|his|her))?(?: \w+){0,2} ?$"
)
_LONGEST: Final = 200
"""Characters of a line that holds an entry of an education."""
_NEAR: Final = 120
"""Characters behind a degree that tell of it in a longer line."""


def is_unfinished(lower: str, start: int, low: int, high: int, kind: str, as_of: date) -> bool:
    """Whether the degree at ``start``, in a section of some ``kind`` from ``low`` to ``high``, is one that
    somebody had not got on the day ``as_of``: its line, or the one beside it that has the years, says so."""
    if kind != "education":
        return _STUDIES_FOR.search(lower, max(low, start - 60), start) is not None
    begin = max(low, lower.rfind("\n", 0, start) + 1)
    end = lower.find("\n", start)
    end = high if end < 0 else min(end, high)
    if end - begin > _LONGEST:
        begin, end = start, min(end, start + _NEAR)
    own = lower[begin:end]
    if _YEAR.search(own) or _HOPED.search(own) or _GOES_ON.search(own):
        return _tells_of_no_end(own, as_of)
    over = lower[max(low, begin - _LONGEST) : max(low, begin - 1)].split("\n")
    under = lower[end + 1 : min(high, end + 2 * _LONGEST)].split("\n")
    below = under[:2] if under[0].strip() else []
    for line in (over[-1], *below, over[-2] if len(over) > 1 and not over[-1].strip() else ""):
        if any(found.level > VOCATIONAL for found in find_levels(line)):
            continue
        if _YEAR.search(line) or _HOPED.search(line):
            return _tells_of_no_end(line, as_of)
    return False


def _tells_of_no_end(line: str, as_of: date) -> bool:
    latest = max((int(year[0]) for year in _YEAR.finditer(line)), default=0)
    if latest > as_of.year or _GOES_ON.search(line):
        return True
    return _HOPED.search(line) is not None and (not latest or latest == as_of.year)
