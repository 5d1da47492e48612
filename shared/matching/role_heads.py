"""What the lines around a period say: the title that one had, and whether it was paid work."""

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from shared.matching.dates import Period
from shared.matching.education import LEVELS, VOCATIONAL, find_levels
from shared.matching.item_titles import BULLETS, item_with_a_title
from shared.matching.job_titles import EDGES, LONG_LINE, SEVERAL, SHORT_LINE, VERB_ENDS, title_in
from shared.matching.lazy import Lazy
from shared.matching.role_lines import names_an_employer
from shared.matching.sections import Sections
from shared.matching.title_forms import A_RANK_OF, is_like_a_title
from shared.matching.words import WORD

_NOT_WORK = frozenset({"education", "certificates", "interests", "personal", "languages", "volunteering"})
_BESIDES = _NOT_WORK - {"volunteering"}
_STUDY = Lazy(
    r"\b(?:b\.?sc|m\.?sc|b\.?tech|bachelor|master of|degree|diploma|gcse|a[- ]levels?|ph\.?d|mba|b\.?a\b|"
    r"mse in\b|cgpa|percentage|"
    r"abitur|studium|graduat(?:ed|ion)|hnd|btec|nvq|b\.?e\b|b\.?com|m\.?eng\b|b\.?eng\b|"
    r"m(?:pharm|phys|chem|math|biol|sci|res)|bachillerato|études|grado en|ausbildung|baccalauréat|"
    r"licenciatura|studied|\bba\b|(?<!, )\bma\b|llb|pgce|a level|apprenti\w*ausbildung)",
    many=True,
)
_SCHOOL = Lazy(
    r"\b(?:universit(?:y|ät|é|ad|à)|hochschule|college|school|institute of technology|polytechnic|board|"
    r"master\b|schule|licence|"
    r"formation|study|lycée|ma\b)",
    many=True,
)
"""Where one studies, and many work: study, unless the section tells of work and a title stands beside it."""
_MARKS = Lazy(r"\b(?:[12][:.][12]\b|first[- ]class|upper second|lower second|hons\b|c?gpa\b)")
_LEARNS = Lazy(
    r"\b(?:études (?:d['’]|de )|étudiante? en|ausbildung (?:zum|zur|als)|umschulung|formation d['’e])"
)
_PLACE_OF_STUDY = Lazy(r"\b(?:universit|univ\.|college|institute|polytechni|politechnik|hochschule|\(hons)")
_IN_A_SUBJECT = Lazy(r"[\w.']{2,11}(?: degree)? (?:in|of) ")
"""How a degree begins: "MSc in Data Science"."""
_NO_LETTERS = " \t#*_|:.,()-"
_TAUGHT = (LEVELS.index("bachelor"), LEVELS.index("master"))
_FIRST = 4
"""Characters before what a line begins with."""
_CERTIFIED = Lazy(r"\bcertifi(?:ed|cations?|cate)\b|\blicen[cs]es?\b")
_BREAK = Lazy(
    r"\b(?:career break|sabbatical|maternity leave|paternity leave|parental leave|travel(?:l?ing|led) (?:in|"
    r"around|through|across|the world)|gap year|"
    r"out of work|unemployed|elternzeit|caring for|carer'?s leave|family break|family leave|furlough\w*|"
    r"rais(?:ed|ing) (?:my|a|our|her|his) (?:\w+ )?(?:children|kids|family|son|daughter)|home ?maker|"
    r"stay[- ]at[- ]home|full[- ]time (?:mum|mom|mother|dad|father|parent|carer)|"
    r"(?:seeking|looking for) (?:new )?(?:work|employment)|between jobs|"
    r"arbeitss?uchend|arbeitslos|arbeitssuche|neuorientierung|sabbatjahr|auszeit|"
    r"recherche d'emploi|congé (?:parental|maternité|sabbatique)|année sabbatique|sans emploi|"
    r"desemplead[oa]|búsqueda de empleo|año sabático|excedencia)\b"
)
_CONTEST = Lazy(
    r"\b(?:competitions?|contests?|hackathons?|olympiads?|tournaments?|championships?|workshops?|seminars?|"
    r"webinars?|quiz|symposium|(?:personal|own|side|hobby|open[- ]source|pet) projects?|"
    r"scholarships?|stipends?|(?:research|travel|seed|student|networking|project) grants?)\b"
)
"""In the line of a date without a title: an event, and no role."""
_AT_HOME = Lazy(
    r"(?:stay(?:ing)?[- ]at[- ]home|home[- ]?maker)\b(?: (?:mum|mom|mother|dad|father|parent|carer))?"
    r"\W*(?:from|since)?\W*$"
)
"""Right before the dates, whatever else the line names: "Stay at home mum since 2017, before that nurse"."""
_SINCE = Lazy(
    r"(?<![\w-])(?!(?:self-)?employed|freelanc|work|here|there|trading|independent|contract)"
    r"(?:[a-zà-ü]+ since (?:the )?|"
    r"[\w-]+ (?:seit|depuis|desde) )$"
)
"""Before the date of a habit, a tool or a registration: "Revit daily since 2019", "we use Git since 2021"."""
_UNPAID = Lazy(
    r"volunteer(?<!\wvolunteer)(?! (?:then|co-?ordinat|manag|servic|recruit|program|develop|officer|"
    r"engage|lead|support|cent(?:re|er)|bureau))|"
    r"(?:^|\|)\W*(?:\w+ ){0,2}car(?:er|ed|ing) (?:for|to|of) (?:my|our|an? (?:family|relative|parent|"
    r"elderly parent))\b|"
    r"\(voluntary|\bvoluntary\)|\bvoluntary (?:role|work|position|basis)|\bunpaid\b(?! carers?)|\bpro bono\b|"
    r"\bschool governor\b|(?:\bof|\bfor|\bon) (?:the )?pta\b|\bpta (?:chair|treasurer|secretary|member|"
    r"committee|president)|"
    r"\bbénévol|\behrenamtlich|\bvoluntari(?:a?do|[oa])\b|\bfreiwilligendienst"
)
_OF_UNPAID = (
    "volunt", "carer ", "cared ", "caring ", "unpaid", "pro bono", "governor", "pta", "bénévol", "ehrenamt",
    "freiwillig",
)  # fmt: skip
"""What ``_UNPAID`` finds holds one of these."""
_SOCIETY = Lazy(
    r"\bstudents?(?:'s?)? (?:chapter|society|union|council|government|club|association|body)\b|"
    r"\bfraternity\b|\bsorority\b|\bdebating society\b"
)
_CLUB = Lazy(r"\b(?:society|association|club|fraternity|sorority|league)\b")
_OFFICE = Lazy(
    r"\b(?:president|chair\w*|secretary|treasurer|captain|representative|rep|member|senator|ambassador)\b"
)
"""What one is in a society of students, and is not paid for; its bar has a manager who is."""
_WHOSE = frozenset({"of", "for", "to", "with", "by", "the", "a", "an", "our", "all", "other", "new"})
_AS = Lazy(r"\b(?:work(?:ed|ing|s)?|employed|serv(?:ed|ing)|joined|engaged|associated)\b.{0,24}? as\b", re.I)
_PARTS = Lazy(r"[,|\t()\[\]:;/]|\s{2,}|\s[-–—@·~]\s|\sat\s")
_WIDE_PARTS = Lazy(r"\s{2,}")
_A_SUPERIOR = Lazy(
    r"(?!#)\W*(?:supervisor|manager|reporting|reports? to|reference|contact)\b[ \w]{0,12}:", re.I
)
"""What a line begins with that names whom one worked for: "Supervisor: A. Sample (555-0142)"."""
_FULL_STOP = Lazy(r"(?<![.\s]\w)(?<!\b(?:[LP]td|Pvt|Inc|Bro))(?<!\bCo)(?<!\b(?:Corp|Bros|Dept))\.\s*$")
"""At the end of a line, behind no firm: "Example Ltd.", "Muestra S.A."."""
_SENTENCE = Lazy(r"(?<=[a-z]{3})\.(?=\s|$)")
"""Where a sentence ends, and no "Ltd. " nor "St."."""
_HEADING_LINE = 130
_ROLE_LABEL = Lazy(
    r"^[ \t•*\-]{0,6}(?:Role(?: Played)?|Designation|Position|Job Title|(?P<title>Title)|Title held|Post|"
    r"Rôle|Poste(?: occupé)?|Fonction|Intitulé|Rol|Puesto|Cargo|Funktion|Stelle|Tätigkeit)"
    r"[ \t]{0,24}[:\-][ \t]{0,8}(?P<named>\S[^\n]{2,80})$",
    re.I | re.M,
)
_ROLE_NAMED = Lazy(
    r"\b(?:Role|Designation|Position|Job Title)[ ]?:[ ]?([^:(|]{3,60}?)(?=[ ]\w{3,20}[ ]?:|[(|.\n]|$)"
)
_A_LABEL = Lazy(r"[ \t•*\-]{0,24}[A-Za-z][\w#&/() ]{1,24}\s{0,24}[:\-] ?\S")
_A_FORM_LINE = Lazy(r"[ \t]{0,8}[A-Za-z][\w#&/() ]{1,30}\s{0,8}:")
_FORM_REACH, _FORM_REACH_BELOW = 260, 900
"""Characters around the dates in which a form may name the role; what the project was may stand between."""
_NEXT_FORM = Lazy(r"[ \t•*\-\d.)]{0,8}(?:company|employer|organi[sz]ation|client|project)\b", re.I)
"""Where a form tells of the next job or project."""
_OFTEN_WORK = frozenset({"", "summary", "other"})
"""Sections that hold the jobs where the headings do not say so."""
_DUTIES = 120
"""Characters behind a title below its dates that tell of the work, and are not the head of the next role."""
_LINES_ABOVE = 2
_NEAR_BEFORE, _FAR_BEFORE = 140, 500
"""Characters before dates in a long line, without wide gaps and with them."""
_NO_WORDS = " \t/|,:-–•"
"""What parts the pieces of a line that stand on lines of their own."""
_LINES_BELOW, FAR_BELOW = 2, 200
"""Lines below the dates that may name the role, empty ones aside, and the characters they reach to; one more
where they name a firm and a place, each in few words, and the next is a title and nothing else."""


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


def _in_a_form(text: str, before: int, start: int, end: int, after: int) -> tuple[str, int] | None:
    """What a form around the line with the dates says that one was ("Role: Test Analyst", a few lines above
    "Period: April 2015 to May 2017"), and where it begins."""
    offset = max(before, start - _FORM_REACH)
    around = text[offset : min(after, end + _FORM_REACH_BELOW)]
    if ":" not in around and " - " not in around:
        return None
    nearest: tuple[int, str, int] | None = None
    for match in _ROLE_LABEL.finditer(around):
        if match["title"] and not title_in(match["named"])[1]:
            continue  # that of a project
        at = match.start() + offset
        low, high = min(at, start), max(at, start)
        lines = text[low:high].split("\n")
        distance = abs(at - start)
        if (nearest is None or distance < nearest[0]) and (
            all(not line or line.isspace() or _A_LABEL.match(line) for line in lines)
            or (at > end and not any(map(_NEXT_FORM.match, lines[1:])) and _goes_on_as_a_form(lines[1:]))
        ):
            nearest = distance, match["named"], low
    return (nearest[1], nearest[2]) if nearest else None


def _goes_on_as_a_form(lines: list[str]) -> bool:
    """Whether the ``lines`` are those of a form, some of them broken: "Language: Java," / "& Oracle"."""
    filled = [line for line in lines if line and not line.isspace()]
    return (
        bool(filled)
        and _A_FORM_LINE.match(filled[0]) is not None
        and not any(line.lstrip().startswith(BULLETS) for line in filled)
    )


def _begins_with_a_degree(context: str) -> bool:
    """Whether the lower-case line of a date tells of study: "BSc (Hons) Speech Therapy, University of X"."""
    bare = context.lstrip(_NO_LETTERS)[:LONG_LINE]
    if not _PLACE_OF_STUDY.search(context) and not _IN_A_SUBJECT.match(bare):
        return False
    return any(found.start <= _FIRST and found.level in _TAUGHT for found in find_levels(bare))


def marks(line: str) -> int:
    """How deep a heading of Markdown is."""
    return len(line) - len(line.lstrip("#"))


def _ends_with_a_title(text: str) -> bool:
    """Whether a title stands right before the dates: "Sous Chef January 2011 to March 2014 Example Inn"."""
    title, families = title_in(text[-40:])
    if families and _stands_last(title, text):
        return True
    title, families = title_in(text[-40:].rpartition("/")[2])
    return bool(families) and _stands_last(title, text)


def _right_before(text: str, start: int, end: int) -> str:
    """The characters before ``end``, wide gaps counted as narrow ones: two columns may lie far apart."""
    return _WIDE_PARTS.sub("  ", text[max(start, end - _FAR_BEFORE) : end])[-_NEAR_BEFORE:]


def _stands_last(title: str, text: str) -> bool:
    return text.rstrip(" ,-|:(").endswith(title)


def _is_of_a_duty(text: str, title: str) -> bool:
    """Whether the ``title`` stands in what somebody did: "Assisted Warehouse Manager and cooks"."""
    before = text[: max(0, text.find(title))]
    opening = max(before.rfind(mark) for mark in ("  ", ", ", ". ", "|"))
    words = before[opening + 1 :].split()
    return bool(words) and (words[0].lower().endswith(VERB_ENDS) or words[-1].lower() in _WHOSE)


type _Titled = tuple[str, dict[int, float]]


def _is_a_part(line: str, titled: _Titled) -> bool:
    """Whether the title is all of a part of its line, and not the beginning of a firm's name: "Nurse Finders
    Ltd", "Chef Works"."""
    title, families = titled
    if SEVERAL.search(title.lower()):
        return False  # "Moreton Steel Fabricators"
    whole = any(part.strip(EDGES) == title for part in _PARTS.split(line))
    if not whole and _PARTS.search(title):  # "Software Engineer - Security, Example Ltd"
        return line.strip(EDGES).startswith(title)
    return whole and (" " not in title or title_in(title.rpartition(" ")[0])[1] != families)


def _better_beside(named: tuple[str, _Titled], lines: list[str]) -> tuple[str, _Titled]:
    """The one of the ``lines`` that is a title and nothing else, or the first column of one, if it tells as
    much."""
    least = sum(named[1][1].values())
    for line in lines:
        found = title_in(line) if line != named[0] else ("", {})
        alone = found[0] in (line.strip(EDGES), _WIDE_PARTS.split(line.strip(EDGES))[0])
        if found[0] and alone and sum(found[1].values()) >= least:
            return line, found
    return named


def is_a_title(line: str) -> bool:
    """Whether it is a title and nothing else."""
    bare = line.strip(EDGES)
    return bool(bare) and (is_like_a_title(bare) or title_in(line)[0] == bare)


def _post_before(line: str, titled: _Titled) -> str | None:
    """The title with the post that stands before it and a comma: "Senior Manager, Online Marketing"."""
    title = titled[0]
    before, comma, _ = line.partition(f", {title}")
    post = _PARTS.split(before)[-1].strip(EDGES)
    if not comma or is_like_a_title(title) or not is_like_a_title(post):
        return None
    return f"{post}, {title}"


def _unknown_title(lines: list[str]) -> tuple[str, _Titled] | None:
    """The part of the ``lines`` that is a title by its form, of an occupation that no family knows: "Head of
    Acquisition & Retention", "Exams Officer"."""
    for line in lines:
        if len(line) <= _HEADING_LINE and not _A_SUPERIOR.match(line):
            if rest := A_RANK_OF.match(line.strip(EDGES)):
                return line, (rest[0], {})
            for part in _PARTS.split(line):
                if (bare := part.strip(EDGES)) and is_like_a_title(bare):
                    return line, (bare, {})
    return None


def _is_told_as(line: str, title: str) -> bool:
    """Whether a sentence says that one works as that: "Currently working as Finance Manager at Example"."""
    told = _AS.search(line)
    return told is not None and line[told.end() :].removeprefix(" an").removeprefix(" a").lstrip().startswith(
        title
    )


def _opens_a_part(line: str, title: str) -> bool:
    """Whether a part of the line begins with the ``title`` of one person, so that it is no word of what was
    done: "Responsible for eight teachers", "driver phones at four"."""
    if SEVERAL.search(title.lower()):
        return False
    if any(part.strip(EDGES).startswith(title) for part in (line, *_PARTS.split(line))):
        return True
    first, joined, second = line.strip(EDGES).partition(" and ")
    return bool(joined) and second.startswith(title) and is_a_title(first)


def _goes_on(line: str, following: str) -> bool:
    """Whether the ``line`` of a list tells as what somebody worked and is broken before the dates: "Worked as
    Test Analyst in Example Ltd," / "Pune from May 2014 to June 2017"."""
    return (
        line.lstrip().startswith(BULLETS)
        and not following.lstrip().startswith(BULLETS)
        and not line.rstrip().endswith(":")
        and _AS.search(line) is not None
    )


def _lines_above(
    text: str, before: int, line_start: int, line_end: int, sections: Sections
) -> tuple[list[str], int, bool]:
    """The lines above the one of the dates that may name the role, the nearest first, where the last of them
    begins, and whether one is more than a section's heading."""
    lines: list[str] = []
    start = cursor = line_start
    above = False
    heads = text.startswith("#", line_start)
    apart = not text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].strip()
    for _ in range(
        8 if apart else _LINES_ABOVE + 1
    ):  # where an empty line stands between all lines, two others
        if cursor <= before or cursor == 0 or len(lines) > _LINES_ABOVE:
            break
        up = text.rfind("\n", 0, cursor - 1) + 1
        line = text[up : cursor - 1]
        if cursor == line_start and _goes_on(line, text[line_start:line_end]):
            lines.append(line)
            break
        if up >= before and (named := item_with_a_title(line, text[line_start:line_end])):
            lines.append(named)
            start, above = up, True
            break
        if (
            up < before  # the line of the role before
            or len(line) > _HEADING_LINE
            or line.lstrip().startswith(BULLETS)
            or _FULL_STOP.search(line)
            or (heads and line.strip() and not line.startswith("#"))  # of the job above
        ):
            break
        if line.strip(_NO_WORDS):
            lines.append(line)
            above = above or not sections.is_heading(up)
            start = up
        elif lines and not apart:
            heading = text[text.rfind("\n", 0, max(0, up - 1)) + 1 : max(0, up - 1)]
            if heading.startswith("#") and len(lines) < _LINES_ABOVE and up > before:
                lines.append(heading)  # "### Cook, Example Inn", an empty line, "Leeds"
                start = up - 1 - len(heading)
                above = above or not sections.is_heading(start)
            break
        cursor = up
    if len(lines) > _LINES_ABOVE and not (
        max(map(len, lines)) <= SHORT_LINE and is_a_title(lines[-1].partition(",")[0])
    ):
        lines.pop()
        start = text.rfind(lines[-1], 0, line_start)
    return lines, start, above


def _lines_below(text: str, line_end: int, after: int, section_end: int) -> list[str]:
    """The lines below the one of the dates that may name the role, up to the next dates (``after``) and
    within its section."""
    lines: list[str] = []
    cursor = line_end
    while len(lines) <= _LINES_BELOW and cursor < min(section_end, len(text), line_end + FAR_BELOW):
        down = text.find("\n", cursor + 1)
        down = len(text) if down < 0 else down
        line = text[cursor + 1 : down]
        if (
            section_end < down
            or len(line) > _HEADING_LINE
            or line.lstrip().startswith(BULLETS)
            or (_SENTENCE.search(line) and not _AS.search(line))
        ):
            break
        if line.strip():
            lines.append(line)
        cursor = down
    if len(lines) > _LINES_BELOW and not (
        (after == len(text) or after - cursor > _DUTIES)
        and max(map(len, lines)) <= SHORT_LINE
        and is_a_title(lines[-1].partition(",")[0])
    ):
        lines.pop()
    return lines


class _Head(NamedTuple):
    """What the lines around the dates say."""

    kind: str
    """Of the section."""
    context: str
    """In lower case, what tells of work or of study."""
    title: str
    families: dict[int, float]
    beside: bool
    """The title stands in the line of the dates."""
    study: bool
    below: list[str]
    line_start: int
    line_end: int


def _is_unpaid(lower: str) -> bool:
    """Whether a line tells of a volunteer, or of somebody who cares for their own."""
    return any(said in lower for said in _OF_UNPAID) and _UNPAID.search(lower) is not None


def _is_work(head: _Head, lower: str, period: Period) -> bool:
    """Whether it is paid work, and no study, certificate, office, event or break."""
    kind, context, families, study = head.kind, head.context, head.families, head.study
    of_a_long_line = head.line_end - head.line_start > LONG_LINE
    if kind in _NOT_WORK or _is_unpaid(context):
        return False
    if not families and any(line.rstrip().endswith(" volunteer") for line in head.below):
        return False
    if study and not families and kind in ("", "summary", "skills", "other"):
        return False
    if not families:
        if kind in ("other", "skills") or (
            not of_a_long_line and _CONTEST.search(lower, head.line_start, head.line_end)
        ):
            return False
        if _CERTIFIED.search(context) and (kind != "experience" or of_a_long_line):
            return False
        if study and (
            kind != "experience"
            or any(found.level > VOCATIONAL for found in find_levels(context))  # whatever stands above it
            or any(_MARKS.search(line.lower()) for line in head.below)  # "University of X" / "Chemistry, 2:1"
        ):
            return False
    if study and kind == "experience" and _begins_with_a_degree(context):
        return False
    if kind == "other" and _CLUB.search(context) and _OFFICE.search(head.title.lower()):
        return False
    if _SOCIETY.search(context) and (not families or _OFFICE.search(head.title.lower())):
        return False
    if _BREAK.search(context) and not (families and head.beside):
        return False
    return not (
        "home" in context and _AT_HOME.search(lower, max(head.line_start, period.start - 40), period.start)
    )


def _named(
    candidates: list[str],
    same: str,
    told: str,
    previous: list[str],
    below: list[str],
    parts: list[str],
    of_the_form: str | None,
) -> tuple[str, _Titled] | None:
    """The first of the ``candidates`` that names a title, or a better one beside it: ``same`` is the line of
    the dates, ``told`` what follows them in a long one, of which ``parts`` stand next to them; ``previous``
    and ``below`` are the lines around."""
    named: tuple[str, _Titled] | None = None
    for line in candidates:
        found = title_in(line)
        if (
            not found[1]
            or (line != same and _A_SUPERIOR.match(line))
            or (line is told and _is_of_a_duty(line, found[0]))
            or (line in below and not (_opens_a_part(line, found[0]) or _is_told_as(line, found[0])))
            or (line in below and f"{found[0]}:" in line)  # a label: "Hours: 40 Supervisor: A. Sample"
            or SEVERAL.search(found[0].lower().partition(" to ")[0])
        ):
            continue
        sure = line not in previous and not (line is same and found[0].islower())
        if sure or _opens_a_part(line, found[0]):
            named = line, found
            break
        # A word of what was done in the role above is no title where a line below has one of its own.
        named = named or (line, found)
    if (
        named is not None
        and not told
        and (not _is_a_part(*named) or (named[0] in previous and len(named[0]) > SHORT_LINE))
    ):
        named = _better_beside(named, previous[:2] + below[:2])
    if named is not None and (post := _post_before(*named)):
        named = named[0], (post, named[1][1])
    if named is None:
        named = _unknown_title([*([of_the_form] if of_the_form else ()), *parts, same, *previous[:2], *below])
    elif not _opens_a_part(named[0], named[1][0]):
        # nor is one in a sentence where a part beside the dates is written as one
        if named[0] in previous:
            named = _unknown_title([same, *previous[: previous.index(named[0])], *below]) or named
        elif named[1][0].islower():
            named = _unknown_title(parts) or named
    return named


def role_at(
    text: str,
    lower: str,
    period: Period,
    before: int,
    after: int,
    sections: Sections,
    *,
    titled_below: bool = False,
) -> Role:
    """The role of a ``period``, with what the lines around it say; ``before`` is where the role above ends,
    ``after`` where the dates of the next one begin. Titles are ``titled_below`` where all stand below the
    line of their employer."""
    kind = sections.kind_at(period.start)
    line_start = text.rfind("\n", 0, period.start) + 1
    line_end = text.find("\n", period.end)
    line_end = len(text) if line_end < 0 else line_end
    form: tuple[str, int] | None = None
    told = same = ""
    parts: list[str] = []
    previous, below = list[str](), list[str]()
    above = False
    if line_end - line_start > LONG_LINE:
        earlier = _SENTENCE.split(_right_before(text, max(before, line_start), period.start))[-1]
        following = next(sections.after(period.end), None)
        limit = min(after, period.end + 110, following.start if following else len(text))
        later = _SENTENCE.split(text[period.end : limit], 1)[0]
        if later.lstrip(" )|:").startswith(BULLETS):
            later = ""  # what was done follows, and the title stands before
        near = earlier[-110:]
        candidates = [later, near] if later else [near]
        beside_dates = (_WIDE_PARTS.split(near.rstrip())[-1:], _WIDE_PARTS.split(later.lstrip())[:1])
        parts = [part for side in beside_dates for part in side]
        told = later
        if _ends_with_a_title(earlier):  # and not with the name of a firm before it: "Example Bakers, Clerk"
            alone = earlier.rstrip().rpartition("  ")[2]
            alone = alone if len(alone) <= SHORT_LINE else earlier[-40:]
            candidates = [near if _stands_last(title_in(near)[0], near) else alone]
        if ":" in later and (labelled := _ROLE_NAMED.search(text, period.end, limit + SHORT_LINE)):
            candidates.insert(0, labelled[1])
        start = max(before, period.start - 60)
        context = f"{earlier} {later[:90]}".lower()
    else:
        rest = text[period.end : min(line_end, after)]
        if after < line_end:
            rest = rest.partition(";")[0]  # "Sous Chef, 2019 to 2022; Chef de Partie, 2016 to 2019"
        same = text[max(line_start, before) : period.start] + " | " + rest
        if titled_below and names_an_employer(text, line_start, period.start):
            start = line_start
            same = "|"
        else:
            previous, start, above = _lines_above(text, before, line_start, line_end, sections)
        section = next((item for item in sections.after(period.end) if item.kind != kind), None)
        below = _lines_below(text, line_end, after, min(after, section.start) if section else after)
        if previous and previous[0].startswith("#"):
            below = list(takewhile(lambda line: not line.startswith("#"), below))
        candidates = [same, *previous, *below]
        if worked := _AS.search(same):
            candidates.insert(0, same[worked.end() :].partition(" at ")[0])
        if previous and start == text.rfind("\n", 0, line_start - 1) + 1:
            candidates.append(f"{previous[0].strip()} {same.lstrip()}")  # "Accounts" / "Payable Specialist"
        form = _in_a_form(text, before, line_start, line_end, after)
        if form is not None:
            candidates.insert(0, form[0])
        context = same.lower()
        shown = [word for word in WORD.findall(context) if not word.isdigit()]
        if len(shown) < 2:
            # A line that names more than its dates speaks for itself.
            context = " ".join([same, *previous, *below[:1]]).lower()
    named = _named(candidates, same, told, previous, below, parts, form[0] if form else None)
    line, (title, families) = named or ("", ("", {}))
    beside = named is not None and line == candidates[0]
    if named is not None and line not in previous:
        # the lines above tell of the role before, but for those of a form
        start = form[1] if form is not None and line is form[0] else max(start, line_start)
    degree = _STUDY.search(context) is not None
    study = degree or _SCHOOL.search(context) is not None
    told_until = text.find(line, line_end, after) + len(line) if line and line in below else 0
    works_there = not degree and (
        kind == "experience"
        or (
            kind in _OFTEN_WORK
            and len(line) <= SHORT_LINE
            and (line in previous or after - told_until > _DUTIES)
            and not any(_STUDY.search(other.lower()) for other in (*previous, *below))
        )
    )
    if study and (not (beside or works_there) or _LEARNS.search(context)):
        title, families = "", {}  # of another line than the dates, or of what one learns to be
    if above:
        told_until = 0  # what stood there may have been the title
    if kind in _BESIDES and families and not study and not sections.tell_of_work:
        kind = ""  # the heading of the jobs was not found: they stand below another
    head = _Head(kind, context, title, families, beside, study, below, line_start, line_end)
    counted = _is_work(head, lower, period) and not (line in previous and _is_unpaid(line.lower()))
    in_passing = (
        not families
        and period.current
        and _SINCE.search(text, max(line_start, period.start - 32), period.start) is not None
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
