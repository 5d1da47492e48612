"""Titles that nobody knows, where they stand as the known ones of the same CV do."""

from typing import NamedTuple

from shared.matching.dates import Period
from shared.matching.item_titles import BULLETS
from shared.matching.job_titles import COMPANY, EDGES, LONG_LINE, SHORT_LINE
from shared.matching.lazy import Lazy
from shared.matching.role_heads import Role

_FARTHEST_ABOVE, _FARTHEST_BELOW = 3, 2
_PARTS = Lazy(r"[,|\t()\[\]:;]|\s{2,}|\s[-–—@·~]\s|\sat\s|(?<=\w)(?:\*\*|__)\s")
_A_TITLE = Lazy(r"[A-ZÄÖÜÀÉÈÊÎÔÇÁÍÓÚÑ][^\d@.!?]{2,}")
_A_PLACE = Lazy(r"(?:[A-Z][\w.'-]*\.? ?){1,3}, [A-Z][\w. ]{1,24}")
_MOST_WORDS = 8
_LEAST_ALIKE = 2
"""Titles that show where the others stand; one is enough that opens a paragraph."""


class _Place(NamedTuple):
    """Where a title stands: how many lines below that of the dates, whether it opens its paragraph, and with
    which marks."""

    line: int
    opens: bool
    heads: bool


def _lines(text: str, period: Period) -> dict[int, tuple[str, bool]]:
    """The lines of the paragraph around the dates by how far below them they stand, and whether nothing
    stands above them; that of the dates as far as those."""
    found: dict[int, tuple[str, bool]] = {}
    start = text.rfind("\n", 0, period.start) + 1
    end = text.find("\n", period.end)
    end = len(text) if end < 0 else end
    if end - start > LONG_LINE:
        return found
    opens = _is_blank_above(text, start)
    found[0] = text[start : period.start], opens
    up = start
    for number in range(1, _FARTHEST_ABOVE + 1):
        if opens:
            break
        above = text.rfind("\n", 0, up - 1) + 1
        line = text[above : up - 1]
        opens = _is_blank_above(text, above)
        found[-number] = line, opens
        up = above
    down = end
    for number in range(1, _FARTHEST_BELOW + 1):
        below = text.find("\n", down + 1)
        below = len(text) if below < 0 else below
        line = text[down + 1 : below]
        if not line.strip():
            break
        found[number] = line, False
        down = below
    return found


def _is_blank_above(text: str, start: int) -> bool:
    return not start or not text[text.rfind("\n", 0, start - 1) + 1 : start].strip()


def _first_part(line: str) -> str:
    bare = line.lstrip("#*_ \t")
    return next((part.strip(EDGES) for part in _PARTS.split(bare) if part.strip(EDGES)), "")


def _may_be_a_title(part: str, line: str) -> bool:
    return (
        len(part) <= SHORT_LINE
        and part.count(" ") < _MOST_WORDS
        and _A_TITLE.fullmatch(part) is not None
        and COMPANY.isdisjoint(part.lower().split())
        and not _A_PLACE.fullmatch(line.strip(EDGES))
        and not line.lstrip().startswith(BULLETS)
        and not line.rstrip().endswith((".", ":"))
    )


def title_as_the_others(text: str, periods: list[Period], roles: list[Role]) -> None:
    """Gives the ``roles`` without a title what stands where each of the other titles does, if all of those
    stand alike."""
    if all(role.title for role in roles) or not any(role.title for role in roles):
        return
    around = [_lines(text, period) for period in periods]
    places: dict[_Place, int] = {}
    for role, lines in zip(roles, around, strict=True):
        if role.title and role.counted:
            place = next(
                (
                    _Place(number, opens, line.startswith("#"))
                    for number, (line, opens) in lines.items()
                    if line.strip() and _first_part(line).startswith(role.title)
                ),
                None,
            )
            if place is None:
                return
            places[place] = places.get(place, 0) + 1
    if len(places) != 1:
        return
    ((place, count),) = places.items()
    if count < _LEAST_ALIKE and not (place.opens and place.line < 0):
        return
    for role, lines in zip(roles, around, strict=True):
        if not role.title and role.counted and place.line in lines:
            line, opens = lines[place.line]
            part = _first_part(line)
            if place == (place.line, opens, line.startswith("#")) and _may_be_a_title(part, line):
                role.title = part
