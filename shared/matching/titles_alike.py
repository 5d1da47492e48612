"""Titles that nobody knows, where they stand as the known ones of the same CV do."""

from typing import NamedTuple

from shared.matching.dates import Period
from shared.matching.job_titles import COMPANY, EDGES, LONG_LINE, SHORT_LINE
from shared.matching.lazy import Lazy
from shared.matching.role_heads import Role

_FARTHEST_ABOVE, _FARTHEST_BELOW = 3, 2
_PARTS = Lazy(r"[,|\t()\[\]:;]|\s{2,}|\s[-–—@·~]\s|\sat\s|(?<=\w)(?:\*\*|__)\s")
_MARKS = Lazy(r"[ \t]*(#+|[•*-] |\d{1,2}[.)] |\|)?")
_A_TITLE = Lazy(r"[A-ZÄÖÜÀÉÈÊÎÔÇÁÍÓÚÑ][^\d@!?]{2,}")
_A_PLACE = Lazy(r"(?:[A-Z][\w.'-]*\.? ?){1,3}, [A-Z][\w. ]{1,24}")
_MOST_WORDS = 8
_CLOSING_MARKS = f"{EDGES}()[]|:,\t"
_CLOSING = f"{_CLOSING_MARKS}\r\n"


class _Place(NamedTuple):
    """Where a title stands: how many lines below that of the dates, before or behind those, as which part of
    what stands there, whether its line opens a paragraph, and with which marks."""

    line: int
    behind: bool
    part: int
    opens: bool
    marks: str


class _Line(NamedTuple):
    text: str
    rest: str
    """Behind the dates."""
    opens: bool


def _lines(text: str, period: Period) -> dict[int, _Line]:
    """The lines of the paragraph around the dates by how far below them they stand; those of others as well
    where empty lines stand about that of the dates."""
    found: dict[int, _Line] = {}
    start = text.rfind("\n", 0, period.start) + 1
    end = text.find("\n", period.end)
    end = len(text) if end < 0 else end
    if end - start > LONG_LINE:
        return found
    opens = _is_blank_above(text, start)
    apart = opens and not text[end + 1 : text.find("\n", end + 1) + 1].strip()
    found[0] = _Line(text[start : period.start], text[period.end : end], opens)
    up, number = start, 0
    while up and number < _FARTHEST_ABOVE and (apart or not opens):
        above = text.rfind("\n", 0, up - 1) + 1
        line = text[above : up - 1]
        up = above
        if line.strip():
            number += 1
            opens = _is_blank_above(text, above)
            found[-number] = _Line(line, "", opens)
        elif not apart:
            break
    down, number = end, 0
    while down < len(text) and number < _FARTHEST_BELOW:
        below = text.find("\n", down + 1)
        below = len(text) if below < 0 else below
        line = text[down + 1 : below]
        down = below
        if line.strip():
            number += 1
            found[number] = _Line(line, "", False)
        elif not apart:
            break
    return found


def _is_blank_above(text: str, start: int) -> bool:
    return not start or not text[text.rfind("\n", 0, start - 1) + 1 : start].strip()


def _parts(lines: dict[int, _Line]) -> dict[_Place, str]:
    """What may be titles, by where it stands."""
    found: dict[_Place, str] = {}
    for number, line in lines.items():
        marks = _MARKS.match(line.text)
        mark = marks[1] or "" if marks else ""
        for behind, text in enumerate((line.text[marks.end() if marks else 0 :], line.rest)):
            named = [part for piece in _PARTS.split(text) if (part := piece.strip(EDGES))]
            for at, part in enumerate(named):
                found[_Place(number, bool(behind), at, line.opens and number < 0, mark.strip())] = part
    return found


def _may_be_a_title(part: str) -> bool:
    return (
        len(part) <= SHORT_LINE
        and part.count(" ") < _MOST_WORDS
        and _A_TITLE.fullmatch(part) is not None
        and COMPANY.isdisjoint(part.lower().split())
    )


def title_of_the_group(text: str, periods: list[Period], roles: list[Role]) -> None:
    """Gives the ``roles`` without a title that of the one right above, if it stands above that as well:
    "Registered Nurse", and below it one hospital a line with the dates there."""
    for number in range(1, len(roles)):
        before, role = roles[number - 1], roles[number]
        if not before.title or not role.counted or not before.counted:
            continue
        if _is_the_next_item(text, periods[number - 1], periods[number], before.title):
            if not role.title:
                role.title, role.families = before.title, dict(before.families)
            continue
        if not _stands_above(text, periods[number - 1], periods[number], before.title):
            continue
        if number + 1 < len(roles) and not roles[number + 1].title and role.title:
            # a title between two groups is that of the second
            next_line = text.rfind("\n", 0, periods[number + 1].start) + 1
            between = text[periods[number].end : next_line]
            if between.lstrip(_CLOSING_MARKS).startswith("\n\n") and between.strip(_CLOSING) == role.title:
                roles[number + 1].title, roles[number + 1].families = role.title, role.families
                role.title, role.families = "", {}
        if not role.title:
            role.title, role.families = before.title, dict(before.families)


_ITEM = Lazy(r"[ \t]*[•*-] ")
_HEADED = Lazy(r"\n[ \t]{0,3}(?![•*-] )\S")
"""Where what is no item stands as far out as one."""


def _is_the_next_item(text: str, before: Period, dates: Period, title: str) -> bool:
    """Whether both dates stand in items of one list, of whose employers the first stands right below the
    ``title``, which is that of all."""
    first = text.rfind("\n", 0, before.start) + 1
    item = _ITEM.match(text, first)
    start = text.rfind("\n", 0, dates.start) + 1
    return (
        item is not None
        and start > before.end
        and text.startswith(item[0], start)
        and text[:first].rstrip().rpartition("\n")[2].strip(f"# {_CLOSING_MARKS}") == title
        and not _HEADED.search(text, before.end, start)
    )


def _stands_above(text: str, before: Period, dates: Period, title: str) -> bool:
    """Whether nothing but a firm stands in front of both dates, and nothing between the two lines, so that
    the ``title`` of the first stands above them."""
    start = text.rfind("\n", 0, dates.start) + 1
    firm_before = text[text.rfind("\n", 0, before.start) + 1 : before.start]
    return (
        start >= before.end
        and not text[before.end : start].strip(_CLOSING)
        and bool(text[start : dates.start].strip(_CLOSING))
        and bool(firm_before.strip(_CLOSING))
        and title not in firm_before
    )


def title_as_the_others(text: str, periods: list[Period], roles: list[Role]) -> None:
    """Gives the ``roles`` without a title what stands where each of the other titles does, if all of those
    stand alike."""
    counted = [number for number, role in enumerate(roles) if role.counted]
    untitled = [number for number in counted if not roles[number].title]
    if not untitled or len(untitled) == len(counted):
        return
    place: _Place | None = None
    others: set[str] = set()
    for number in counted:
        if title := roles[number].title:
            parts = _parts(_lines(text, periods[number]))
            named = next((where for where, part in parts.items() if part.startswith(title)), None)
            if named is None or (place is not None and named != place):
                return
            place = named
            others |= {part for where, part in parts.items() if where.line == named.line and where != named}
    for number in untitled:
        lines = _lines(text, periods[number])
        part = _parts(lines).get(place) if place else None
        if (
            place
            and part
            and part not in others
            and _may_be_a_title(part)
            and not _is_no_head(lines[place.line].text)
        ):
            roles[number].title = part


def _is_no_head(line: str) -> bool:
    """Whether the line names a place alone, or is a sentence."""
    return line.rstrip().endswith((".", ":")) or _A_PLACE.fullmatch(line.strip(EDGES)) is not None
