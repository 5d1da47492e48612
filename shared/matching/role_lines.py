"""Which line of a role's head is which: "Example Assoc., Lowell, MA 2008-2017", and the title below."""

import re

from shared.matching.dates import Period
from shared.matching.job_titles import EDGES, SHORT_LINE, title_in
from shared.matching.lazy import Lazy
from shared.matching.sections import Section, Sections
from shared.matching.title_forms import is_like_a_title

_EMPLOYER = Lazy(r"(?:, [A-Z][A-Za-z]\.?|\b(?:Inc|Ltd|LLC|LLP|PLC|Co|Corp|Assoc|GmbH)\.?)[\s,|:(•-]*$")
"""How a line with the name of a firm and its place ends before the dates."""
_LEAST = 2


def names_an_employer(text: str, start: int, end: int) -> bool:
    """Whether what stands between the ``start`` of a line and its dates at ``end`` is a firm and its place,
    and begins with no title: "Cook, Lowell, MA"."""
    name = text[start:end].strip(EDGES)
    if not _EMPLOYER.search(name):
        return False
    first = name.partition(",")[0].strip(EDGES)
    title, families = title_in(first)
    return not families or title != first or _EMPLOYER.search(first) is not None


_WITHOUT_A_HEADING = Section(-1, 0, "")
_HEADS_THE_CV = Lazy(
    r"(?:(?:lebenslauf|cv|curriculum vitae|vita|werdegang|r[ée]sum[ée])[ /|-]{0,3}){0,3}", re.I
)


def led_by_dates(text: str, periods: list[Period], sections: Sections) -> frozenset[int]:
    """Where the sections begin in which every job begins with a line that holds its dates and nothing else:
    what stands above such a line is of the job before."""
    led: dict[int, int] = {}
    others: set[int] = set()
    for period in periods:
        section = sections.at(period.start) or _WITHOUT_A_HEADING
        if section.start in others:
            continue
        start = text.rfind("\n", 0, period.start) + 1
        end = text.find("\n", period.end)
        line = text[start : end if end >= 0 else len(text)]
        first = section.start not in led
        if line.strip(EDGES + "()|:") != text[period.start : period.end].strip(EDGES + "()|:") or (
            first and not _HEADS_THE_CV.fullmatch(text[section.body : start].strip(f"{EDGES}:=\n\t"))
        ):
            others.add(section.start)
        led[section.start] = led.get(section.start, 0) + 1
    return frozenset(start for start, count in led.items() if count >= _LEAST and start not in others)


def titles_stand_below(text: str, periods: list[Period]) -> bool:
    """Whether below each line with an employer, its place and dates a title stands and nothing else, below
    the last of them as well, where it is no next role's."""
    last = ""
    count = 0
    for period in periods:
        start = text.rfind("\n", 0, period.start) + 1
        end = text.find("\n", period.end)
        if end < 0 or not names_an_employer(text, start, period.start):
            continue
        last = text[end + 1 : end + 2 + SHORT_LINE].partition("\n")[0].strip(EDGES)
        if len(last) >= SHORT_LINE or not (is_like_a_title(last) or title_in(last)[1]):
            return False
        count += 1
    return count >= _LEAST and (is_like_a_title(last) or title_in(last)[0] == last)
