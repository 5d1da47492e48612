"""Roles of a CV: what somebody was, from when to when, and which lines tell of it."""

import re
from dataclasses import replace
from itertools import pairwise

from shared.matching.around_dates import FAR_BELOW
from shared.matching.dated_alike import single_jobs
from shared.matching.dates import Period
from shared.matching.item_titles import BULLETS
from shared.matching.job_titles import EDGES, LONG_LINE, SHORT_LINE, title_in
from shared.matching.lazy import Lazy
from shared.matching.role_heads import Role, marks, role_at
from shared.matching.role_lines import led_by_dates, titles_stand_below
from shared.matching.role_titles import AS, is_a_title
from shared.matching.sections import Sections
from shared.matching.titles_alike import title_as_the_others, title_of_the_group

_BIRTH = Lazy(
    r"(?:birth|born|dob|d\.o\.b|geboren|geb\.|né|nacid[oa]|expir\w+|exp\.?|valid|renew\w+|passport|since "
    r"childhood)[^\n]{0,14}\Z"
)
_HELD_SINCE = Lazy(
    r"\b(?:(?:licen[cs]ed?|qualified|certified|chartered|admitted|accredited|member|cards?|"
    r"cat(?:egory)? \S{1,6}|resident|living in|lived in|married|settled|citizen|visa|permit|clearance|"
    r"cleared)\b[^\n]{0,24}|"
    r"registered(?: \([^)\n]{1,20}\)| (?:with|on|in|by|at) [^\n]{0,24})?)[ (,]since[ *_](?:the )?$"
)
"""What somebody has been or held, and is no work: "Cat C+E (since 2011)"."""
_IN_BRACKETS = Lazy(r"\((?:since|seit|depuis|desde) $")
_GOES_ON = Lazy(r" [^\W\d][^)\n]{2,60}\)")
"""Around since when a firm is another's: "Example Ltd (since 2023 part of Sample Inc.)"."""
_SINCE_THEN = Lazy(r"\s*[•*-]\s*since ", re.I)
"""What a line of the present role may begin with: "- Since 2024 covers the duty manager"."""
_MARKS_A_ROLE = (":", ",", "-", "–", "|", "(")
_MARKUP = f"{EDGES}:="
_LEAST_BEFORE = 15
"""Characters before a period that is part of a sentence."""
_VERSION = Lazy(
    r"(?:\b(?:server|studio|windows|win|office|exchange|sharepoint|excel|word|access|outlook|powerpoint|visio|"
    r"ms project|dynamics|autocad|revit|inventor|solidworks|primavera|sketchup|biztalk|tfs|crm|sql|oracle|"
    r"indesign|photoshop|illustrator|es|c\+\+|version|release|edition)[ \-:]{0,3}|"
    r"\b(?:iso|iec|bs|en|din|astm|act)(?: ?\d[\d\-]{0,8})?[ \-:]{1,3})$"
)
"""Before the year of a product, a standard or a law: "SQL Server 2008"."""
_MARKED_ITEM = Lazy(r"[ \t]{0,8}(?:[•*-] {1,3})?(?:\*\*|__)(?=\w)")
_DONE = Lazy(
    r"(?!(?:Worked|Employed|Served|Joined|Started|Contracted|Seconded|Appointed|Engaged|Hired|Promoted|Retired)\b)"
    r"[A-Z][a-z]{2,14}ed "
)
_MEANWHILE = Lazy(r"\b(?:from|between|during|in|for|over) $")
"""Before when something was done in the last role: "Raised sales by a third from 2017-2018"."""
_TOLD_WHEN = Lazy(r"[ \t]*[•*-] [^\n]{60,600}[a-z,] (?:from|between|during|in|for|over) ")
"""Before when something was done, in a sentence of a list."""
_PROJECTS = Lazy(
    r"(?:(?s:.*)projects|(?:\w+ ){0,2}(?:projets|proyectos|projekte)(?: [\w-]+){0,3})(?: \([^()]{0,40}\)?)?"
)
_DUTIES_LABEL = Lazy(r"[ \t•*-]{0,12}(?:duties|responsibilities|tasks|functions)\b[\w ]{0,12}:", re.I)
_AND_THEN = Lazy(r" ?(?:[,;&/]| and) ?")
"""Between two periods of one role: "May - June 2021, September - October 2021"."""
_WON = Lazy(
    r"[\W\d]*(?:received|awarded|recogni[sz]ed|won|honou?red|winner)\b|"
    r"(?P<named>[^\n]*)\b(?:awards?(?!-|ed| (?:winning|manag|admin|officer|co-?ord))|"
    r"prizes?|medals?|accolades?)\b"
)
"""A line about what somebody won, in whichever years."""
_NUMBERED = Lazy(r"[^\n]*\b[a-z]{0,4}-?\d{5,10}\b")
"""A line with the number of a registration: "Registered Nurse, 1234567, April 2020 - present"."""
_YEAR = 12


def find_roles(text: str, periods: list[Period], sections: Sections) -> list[Role]:
    """Roles in the order of the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    ranges = _of_jobs(text, lower, periods, sections)
    roles = _with_what_stands_around(text, lower, ranges, sections)
    title_of_the_group(text, ranges, roles)
    title_as_the_others(text, ranges, roles)
    _leave_what_is_no_job(roles, text, sections)
    _leave_what_is_told_again(roles, text)
    _end_where_others_begin(roles, sections)
    return roles


def _of_jobs(text: str, lower: str, periods: list[Period], sections: Sections) -> list[Period]:
    """The ``periods`` that may be those of jobs, in the order of the text."""
    dated = [
        period
        for period in periods
        if not (period.single and _BIRTH.search(lower, max(0, period.start - 30), period.start))
    ]
    ranges: list[Period] = []
    singles: list[Period] = []
    for period in dated:
        if period.single:
            if sections.kind_at(period.start) == "experience" and _stands_by_a_title(text, period):
                ranges.append(period)
            else:
                singles.append(period)
        elif not (
            _is_aside(text, lower, period, _last_job(ranges, period, sections), sections)
            or _is_held_or_won(lower, period, sections)
        ):
            ranges.append(period)
    ranges = sorted(
        ranges
        + [
            single
            for single in single_jobs(text, ranges, singles, sections)
            if not _WON.match(lower, lower.rfind("\n", 0, single.start) + 1, single.end)
        ]
    )
    # A month and year alone ("May 2014 Staff Accountant") begins a role only in the experience section of
    # CVs that have no periods.
    return ranges or [
        period
        for period in dated
        if sections.kind_at(period.start) == "experience" and _begins_a_role(text, period)
    ]


def _with_what_stands_around(text: str, lower: str, ranges: list[Period], sections: Sections) -> list[Role]:
    """A role for each of the ``ranges``."""
    roles: list[Role] = []
    below = titles_stand_below(text, ranges)
    led = led_by_dates(text, ranges, sections)
    for index, period in enumerate(ranges):
        if index and _AND_THEN.fullmatch(lower, ranges[index - 1].end, period.start):
            roles[-1].end = period.end
            roles.append(replace(roles[-1], first=period.first, last=period.last, current=period.current))
            continue
        before = max(
            ranges[index - 1].end if index else 0,
            roles[-1].told_until if index else 0,
            sections.start_at(period.start),
        )
        later = index + 1
        while later < len(ranges) and _AND_THEN.fullmatch(lower, ranges[later - 1].end, ranges[later].start):
            later += 1
        after = ranges[later].start if later < len(ranges) else len(text)
        leads = sections.start_at(period.start) in led
        roles.append(
            role_at(text, lower, period, before, after, sections, titled_below=below, dates_lead=leads)
        )
    return roles


def _end_where_others_begin(roles: list[Role], sections: Sections) -> None:
    """A role ends where the next one begins, or a part of the CV that tells of no work."""
    for one, following in pairwise(roles):
        one.end = max(one.start, following.start)
    for role in roles:
        for section in sections.after(role.start):
            if section.start >= role.end:
                break
            if section.kind not in ("experience", ""):
                role.end = section.start
                break


def _last_job(ranges: list[Period], period: Period, sections: Sections) -> Period | None:
    """The last of the ``ranges``, unless it is the time of a school and the ``period`` stands among jobs."""
    if not ranges:
        return None
    schooled = sections.kind_at(ranges[-1].start) == "education"
    return None if schooled and sections.kind_at(period.start) == "experience" else ranges[-1]


def _leave_what_is_no_job(roles: list[Role], text: str, sections: Sections) -> None:
    """What is done in passing, stands outside of the jobs, or is a project, counts only where no job does."""
    if any(role.counted and not role.in_passing for role in roles):
        for role in roles:
            role.counted = role.counted and not role.in_passing
    # Schools have a heading, though the jobs have none.
    schooled = [sections.kind_at(role.start) == "education" for role in roles]
    if not sections.tell_of_work and any(
        role.counted and role.families and not school for role, school in zip(roles, schooled, strict=True)
    ):
        for role, school in zip(roles, schooled, strict=True):
            role.counted = role.counted and not school
    # What a summary or the accomplishments above the jobs date is told again there, or is no job.
    first = next(
        (role for role in roles if role.counted and sections.kind_at(role.start) == "experience"), None
    )
    if first is not None:
        for role in roles:
            kind = sections.kind_at(role.start)
            if kind == "summary" or (kind == "other" and role.start < first.start):
                role.counted = False
    # Nor is a project one where the jobs stand under a heading of their own.
    among = [_is_among_projects(role, text, sections) for role in roles]
    if any(role.counted and not project for role, project in zip(roles, among, strict=True)):
        # "Projects:" may be a label within a job that others follow.
        labels = {sections.start_at(role.start) for role in roles if role.families}
        for role, project in zip(roles, among, strict=True):
            if not role.families and project and sections.start_at(role.start) not in labels:
                role.counted = False


def _leave_what_is_told_again(roles: list[Role], text: str) -> None:
    """A job that is told twice counts once."""
    for head, role in pairwise(roles):
        if (
            head.counted
            and not head.title
            and role.title
            and (head.first, head.last) == (role.first, role.last)
            and role.start - head.start < FAR_BELOW
        ):
            head.counted = False  # the firm, whose only job stands below it
    told: Role | None = None
    spans: set[tuple[float, float]] = set()
    printed: set[tuple[str, float, float, str]] = set()
    for role in roles:
        page = role.title, role.first, role.last, " ".join(text[role.start : role.start + FAR_BELOW].split())
        if (told is not None and _tells_of(told, role)) or (role.title and page in printed):
            role.counted = False
            continue
        printed.add(page)
        if not role.counted:
            continue
        if not role.title and (role.first, role.last) in spans:
            role.counted = False  # told once more: "Example Ltd (2019 - 2023): baking of bread"
            continue
        spans.add((role.first, role.last))
        if role.title:
            told = role


def _is_among_projects(role: Role, text: str, sections: Sections) -> bool:
    """Whether it stands under a heading over projects alone: "Side projects"."""
    section = sections.at(role.start)
    if section is None:
        return False
    heading = text[section.start : section.body].lower().strip(_MARKUP)
    return _PROJECTS.fullmatch(heading) is not None


def _stands_by_a_title(text: str, period: Period) -> bool:
    """Whether a month and year stand alone on a line, and a title on the next or the one before: a job that
    took no longer."""
    if period.years_alone:
        return False
    start = text.rfind("\n", 0, period.start) + 1
    end = text.find("\n", period.end)
    end = len(text) if end < 0 else end
    if text[start:end].strip() != text[period.start : period.end]:
        return False
    beside = (
        text[end : end + FAR_BELOW].lstrip().partition("\n")[0],
        text[max(0, start - FAR_BELOW) : start].rstrip().rpartition("\n")[2],
    )
    return any(len(line) <= SHORT_LINE and is_a_title(line) for line in beside)


def _tells_of(role: Role, other: Role) -> bool:
    """Whether the ``other`` dates tell of what was done in the ``role`` before ("2012 - 2014 Knitwear, $3
    million"), or name it and its years once more below its head."""
    if not other.title:
        return other.years_alone and role.first - _YEAR < other.first and other.last < role.last + _YEAR
    return (
        other.title == role.title
        and other.start - role.start < FAR_BELOW
        and other.first // _YEAR == role.first // _YEAR
        and other.last // _YEAR == role.last // _YEAR
        and max(role.first, other.first) < min(role.last, other.last)
    )


def _is_aside(text: str, lower: str, period: Period, last: Period | None, sections: Sections) -> bool:
    """Whether a period tells of something other than a role: since when a licence is held, or when in the
    ``last`` role something happened: "grew sales by a third from 2019 to 2021", "(closed Mar - Jun 2020)"."""
    if (
        period.current
        and _IN_BRACKETS.search(lower, max(0, period.start - 12), period.start)
        and _GOES_ON.match(lower, period.end)
    ):
        return True
    if period.current and _HELD_SINCE.search(lower, max(0, period.start - 60), period.start):
        return sections.kind_at(period.start) != "experience"
    start = text.rfind("\n", 0, period.start) + 1
    told_when = _TOLD_WHEN.fullmatch(text, start, period.start) and not AS.search(text, start, period.start)
    if told_when and not _is_the_first_of_its_jobs(period, last, sections):
        return True
    achieved = sections.kind_at(period.start) in ("other", "summary")
    if not achieved and (last is None or not _lies_within(period, last)):
        return False
    end = text.find("\n", period.end)
    line = text[start : end if end >= 0 else len(text)]
    before = line[: period.start - start]
    if last is not None and line.startswith("#"):  # "#### A project (2017 - 2018)" below "### The job"
        above = text[text.rfind("\n", 0, last.start) + 1 : last.start]
        return above.startswith("#") and marks(line) > marks(above) and bool(title_in(above)[1])
    if last is not None and last.current and period.current and _SINCE_THEN.fullmatch(before):
        return text[period.end : period.end + 2].strip()[:1] not in _MARKS_A_ROLE
    item = _MARKED_ITEM.match(line)
    if item and last is not None and text.startswith(item[0], text.rfind("\n", 0, last.start) + 1):
        return False  # marked as the job before: "- **Baker**: Sample Mill, May 2020 - June 2021"
    bracket = before.rfind("(")
    bracketed = bracket > before.rfind(")")
    if len(line) > LONG_LINE:  # where "Chef (2016 - 2018)" may be a role among others
        if bracketed and last is not None and last.end > start and before[bracket + 1 :].strip():
            return True
        within = last is not None and last.first <= period.first and period.last <= last.last
        return within and before[-2:-1].islower() and not title_in(before[-SHORT_LINE:])[1]
    if len(before) < _LEAST_BEFORE:
        return False
    if not line.lstrip().startswith(BULLETS):
        if last is not None and _DONE.match(before) and _MEANWHILE.search(before) and not title_in(line)[1]:
            return True
        return bracketed and last is not None and last.end > start
    if bracketed and _DUTIES_LABEL.match(line):
        return True  # "Duties: Head of IT (2021-now), Lecturer (2023-now)"
    return bracketed if achieved else not title_in(line)[1]


def _is_the_first_of_its_jobs(period: Period, last: Period | None, sections: Sections) -> bool:
    """Whether no job stands above it that it may tell of, below the heading of the jobs."""
    return sections.kind_at(period.start) == "experience" and (
        last is None or sections.start_at(last.start) < sections.start_at(period.start)
    )


def _is_held_or_won(lower: str, period: Period, sections: Sections) -> bool:
    """Whether the line of a period, or the one above where it stands alone, tells of an award, or among
    skills and certificates of a registration."""
    kind = sections.kind_at(period.start)
    start = lower.rfind("\n", 0, period.start) + 1
    if not lower[start : period.start].strip(_MARKUP) and start:
        start = lower.rfind("\n", 0, start - 1) + 1
    if period.start - start > LONG_LINE:
        return False
    if kind in ("skills", "certificates"):
        return _NUMBERED.match(lower, start, period.start) is not None
    won = _WON.match(lower, start, period.end)
    if won is None:
        return False
    # "Bar Manager, Example Awards Ltd" is a job, and may stand below no heading.
    jobs = ("experience", "") if won["named"] is not None else ("experience",)
    return kind not in jobs or lower.startswith(BULLETS, start)


def _lies_within(period: Period, other: Period) -> bool:
    """Whether a period is a part of the ``other``, as far as its dates tell."""
    if period.years_alone:
        return other.first // _YEAR <= period.first // _YEAR and period.last // _YEAR <= other.last // _YEAR
    return other.first <= period.first and period.last <= other.last


def _begins_a_role(text: str, period: Period) -> bool:
    """A month and year does; a year alone only at an end of its line: "Windows Server 2012" is no role, nor
    is "Database: SQL Server 2008"."""
    if period.end - period.start > len("2012"):
        return True
    before = text[text.rfind("\n", 0, period.start) + 1 : period.start]
    if _VERSION.search(before.lower()):
        return False
    end = text.find("\n", period.end)
    after = text[period.end : end if end >= 0 else len(text)]
    return not before.strip(" •-*|(") or not after.strip(" |).:,")
