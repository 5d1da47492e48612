"""What the lines around a period say: the title that one had, and whether it was paid work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from shared.matching.around_dates import (
    DUTIES,
    SENTENCE,
    head_of_the_next,
    in_a_form,
    in_a_table,
    lines_above,
    lines_below,
)
from shared.matching.dates import Period
from shared.matching.item_titles import BULLETS
from shared.matching.job_titles import LONG_LINE, SHORT_LINE, title_in
from shared.matching.lazy import Lazy
from shared.matching.paid_work import BESIDES, LEARNS, SCHOOL, STUDY, RoleHead, is_unpaid, is_work
from shared.matching.role_lines import names_an_employer
from shared.matching.role_titles import (
    AS,
    WIDE_PARTS,
    ends_with_a_title,
    stands_last,
    title_named,
)
from shared.matching.sections import Sections
from shared.matching.words import WORD

_SINCE = Lazy(
    r"(?<![\w-])(?!(?:self-)?employed|freelanc|work|here|there|trading|independent|contract)"
    r"(?:[a-zà-ü]+ since (?:the )?|"
    r"\w[\w-]* (?:seit|depuis|desde) )$"
)
"""Before the date of a habit, a tool or a registration: "Revit daily since 2019", "we use Git since 2021"."""
_BEGINS_SINCE = Lazy(r"\W{0,8}(?:since|seit|depuis|desde) (?:the )?", re.I)
_SOMEWHERE = Lazy(r"[*_:,]{0,3} (?:in|en|à|resident|living|living in|wohnhaft in) [A-ZÄÖÜ]")
"""Around since when somebody lives in a place: "Since 2015 in Germany"."""
_ROLE_NAMED = Lazy(
    r"\b(?:Role|Designation|Position|Job Title)[ ]?:[ ]?([^:(|]{3,60}?)(?=[ ]\w{3,20}[ ]?:|[(|.\n]|$)"
)
_OFTEN_WORK = frozenset({"", "summary", "other"})
"""Sections that hold the jobs where the headings do not say so."""
_NEAR_BEFORE, _FAR_BEFORE = 140, 500
"""Characters before dates in a long line, without wide gaps and with them."""


@dataclass(slots=True)
class Role:
    """``first`` and ``last`` are months since year 0, both counted. Offsets are those of the cleaned text."""

    title: str
    families: dict[int, float]
    first: float
    last: float
    current: bool
    start: int
    end: int
    counted: bool = True
    """False: something else with dates (study, a certificate)."""
    told_until: int = 0
    """Where the line below the dates that names the title ends; it is none of the next role."""
    years_alone: bool = False
    """The dates name no month."""
    in_passing: bool = False
    """Since when something is done, in a sentence without a title: no role where there are others."""


def marks(line: str) -> int:
    """How deep a heading of Markdown is."""
    return len(line) - len(line.lstrip("#"))


def _right_before(text: str, start: int, end: int) -> str:
    """The characters before ``end``, wide gaps counted as narrow ones: two columns may lie far apart."""
    return WIDE_PARTS.sub("  ", text[max(start, end - _FAR_BEFORE) : end])[-_NEAR_BEFORE:]


class _Around(NamedTuple):
    """The lines around dates that may name the title, and what they say besides."""

    candidates: list[str]
    """Where a title is looked for, in order."""
    context: str
    """In lower case, what tells of work or of study."""
    start: int
    """Where the role begins."""
    same: str = ""
    """The line of the dates, without them."""
    told: str = ""
    """What follows the dates in a long line."""
    parts: Sequence[str] = ()
    """Of a long line, what stands next to the dates."""
    previous: Sequence[str] = ()
    below: Sequence[str] = ()
    above: bool = False
    """More than a section's heading stands above."""
    form: tuple[str, int] | None = None
    """The title that a form names, and where the form begins."""


def _within_a_line(
    text: str, period: Period, before: int, after: int, line_start: int, sections: Sections
) -> _Around:
    """What stands around dates within a line that holds whole jobs, or whole CVs."""
    earlier = SENTENCE.split(_right_before(text, max(before, line_start), period.start))[-1]
    following = next(sections.after(period.end), None)
    limit = min(after, period.end + 110, following.start if following else len(text))
    later = SENTENCE.split(text[period.end : limit], 1)[0]
    if later.lstrip(" )|:").startswith(BULLETS):
        later = ""  # what was done follows, and the title stands before
    near = earlier[-110:]
    candidates = [later, near] if later else [near]
    if ends_with_a_title(earlier):  # and not with the name of a firm before it: "Example Bakers, Clerk"
        alone = earlier.rstrip().rpartition("  ")[2]
        alone = alone if len(alone) <= SHORT_LINE else earlier[-40:]
        candidates = [near if stands_last(title_in(near)[0], near) else alone]
    if ":" in later and (labelled := _ROLE_NAMED.search(text, period.end, limit + SHORT_LINE)):
        candidates.insert(0, labelled[1])
    return _Around(
        candidates,
        context=f"{earlier} {later[:90]}".lower(),
        start=max(before, period.start - 60),
        told=later,
        parts=[*WIDE_PARTS.split(near.rstrip())[-1:], *WIDE_PARTS.split(later.lstrip())[:1]],
    )


def _line_by_line(
    text: str,
    period: Period,
    before: int,
    after: int,
    line: tuple[int, int],
    sections: Sections,
    *,
    titled_below: bool,
    dates_lead: bool,
) -> _Around:
    """What stands in the ``line`` of the dates and in those around it."""
    line_start, line_end = line
    rest = text[period.end : min(line_end, after)]
    if after < line_end:
        rest = rest.partition(";")[0]  # "Sous Chef, 2019 to 2022; Chef de Partie, 2016 to 2019"
    same = text[max(line_start, before) : period.start] + " | " + rest
    previous, start, above = list[str](), line_start, False
    if titled_below and names_an_employer(text, line_start, period.start):
        same = "|"
    elif not dates_lead:
        previous, start, above = lines_above(text, before, line_start, line_end, sections)
    kind = sections.kind_at(period.start)
    section = next((item for item in sections.after(period.end) if item.kind != kind), None)
    limit = head_of_the_next(text, line_start, line_end, after)
    below = lines_below(text, line_end, after, min(limit, section.start) if section else limit)
    if above and previous[0].startswith("#"):
        below = list(takewhile(lambda line: not line.startswith("#"), below))
    candidates = [same, *previous, *below]
    if worked := AS.search(same):
        candidates.insert(0, same[worked.end() :].partition(" at ")[0])
    if previous and start == text.rfind("\n", 0, line_start - 1) + 1:
        candidates.append(f"{previous[0].strip()} {same.lstrip()}")  # "Accounts" / "Payable Specialist"
    form = in_a_form(text, before, line_start, line_end, after)
    if form is not None:
        candidates.insert(0, form[0])
    context = same.lower()
    if sum(not word.isdigit() for word in WORD.findall(context)) < _LEAST_TOLD:
        context = " ".join([same, *previous, *below[:1]]).lower()
    return _Around(
        candidates, context, start, same=same, previous=previous, below=below, above=above, form=form
    )


_LEAST_TOLD = 2
"""Words beside its dates with which a line speaks for itself."""


def role_at(
    text: str,
    lower: str,
    period: Period,
    before: int,
    after: int,
    sections: Sections,
    *,
    titled_below: bool = False,
    dates_lead: bool = False,
) -> Role:
    """The role of a ``period``, with what the lines around it say; ``before`` is where the role above ends,
    ``after`` where the dates of the next one begin. Titles are ``titled_below`` where all stand below the
    line of their employer, and where ``dates_lead``, nothing above those is of the role."""
    kind = sections.kind_at(period.start)
    line_start = text.rfind("\n", 0, period.start) + 1
    line_end = text.find("\n", period.end)
    line_end = len(text) if line_end < 0 else line_end
    if line_end - line_start > LONG_LINE:
        around = _within_a_line(text, period, before, after, line_start, sections)
    else:
        around = _line_by_line(
            text,
            period,
            before,
            after,
            (line_start, line_end),
            sections,
            titled_below=titled_below,
            dates_lead=dates_lead,
        )
    if cell := in_a_table(text, line_start, line_end):
        around = around._replace(candidates=[cell], parts=(), form=(cell, around.start))
    start, context = around.start, around.context
    previous, below, form = around.previous, around.below, around.form
    of_the_form = form[0] if form else None
    named = title_named(
        around.candidates, around.same, around.told, previous, below, around.parts, of_the_form
    )
    line, (title, families) = named or ("", ("", {}))
    beside = named is not None and line == around.candidates[0]
    if named is not None and line not in previous:
        # the lines above tell of the role before, but for those of a form
        start = form[1] if form is not None and line is form[0] else max(start, line_start)
    degree = STUDY.search(context) is not None
    study = degree or SCHOOL.search(context) is not None
    told_until = text.find(line, line_end, after) + len(line) if line and line in below else 0
    works_there = not degree and (
        kind == "experience"
        or (
            kind in _OFTEN_WORK
            and len(line) <= SHORT_LINE
            and (line in previous or after - told_until > DUTIES)
            and not any(STUDY.search(other.lower()) for other in (*previous, *below))
        )
    )
    if study and (not (beside or works_there) or LEARNS.search(context)):
        title, families = "", {}  # of another line than the dates, or of what one learns to be
    if around.above:
        told_until = 0  # what stood there may have been the title
    if kind in BESIDES and families and not study and not sections.tell_of_work:
        kind = ""  # the heading of the jobs was not found: they stand below another
    head = RoleHead(kind, context, title, families, beside, study, below, line_start, line_end)
    unpaid = any(is_unpaid(above.lower()) for above in previous if above == line or above.startswith("#"))
    counted = is_work(head, lower, period) and not unpaid
    in_passing = (
        not families
        and period.current
        and (
            _SINCE.search(text, max(line_start, period.start - 32), period.start) is not None
            or (
                _BEGINS_SINCE.fullmatch(text, line_start, period.start) is not None
                and _SOMEWHERE.match(text, period.end) is not None
            )
        )
    )
    return Role(
        title,
        families,
        period.first,
        period.last,
        period.current,
        start,
        after,
        counted,
        told_until,
        period.years_alone,
        in_passing,
    )
