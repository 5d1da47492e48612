"""Where the parts of a CV and of a posting begin, by their headings."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from shared.matching.education import find_levels
from shared.matching.heading_kinds import ITEM, LAST_WORDS, LEFT_EDGE, RIGHT_EDGE, heading_kind
from shared.matching.job_labels import heads_a_part_of_a_job, is_of_a_job
from shared.matching.lazy import Lazy

_LONG_LINE = 240
_INLINE_CV = Lazy(
    r"(?=[A-Z])(?:(?:(?<=[.;:!?)•|] )|(?<=  )|(?<=\n)|^)(?:Professional |Work |Career |Executive |Core |"
    r"Technical |Key |Skill |Employment |Educational |"
    r"Academic |PROFESSIONAL |WORK |CAREER |TECHNICAL |KEY |EMPLOYMENT )?(?:Summary|Highlights|"
    r"Qualifications|Experience|History|Education"
    r"(?: and Training| Details)?|Skills|Accomplishments|Certifications|Interests|Languages|Additional "
    r"Information|Affiliations|"
    r"Profile|Objective|Overview|Background|Expertise|Competencies|Projects|Achievements|References|"
    r"Personal Details|Training(?! \d{1,3}\b)|"
    r"SUMMARY|HIGHLIGHTS|QUALIFICATIONS|EXPERIENCE|HISTORY|EDUCATION|SKILLS|ACCOMPLISHMENTS|CERTIFICATIONS|"
    r"INTERESTS|LANGUAGES|"
    r"PROFILE|OBJECTIVE|PROJECTS|ACHIEVEMENTS|REFERENCES|TRAINING)(?=\s*:|\s{1,20}[A-Z•*\d-])|"
    r"(?<= )(?:Work|WORK|Professional|PROFESSIONAL|Employment|EMPLOYMENT|Career|CAREER|Technical|TECHNICAL) "
    r"(?:Experience|EXPERIENCE|History|HISTORY|Skills|SKILLS)(?=\s?:\s)|"
    r"(?:(?<= )|^)(?:Education|Skill|Company|Project|Employment|Work|Personal) Details(?= )|"
    r"(?<= )(?:Education|EDUCATION)(?= (?:Bachelor|Master|Associate|Ph\.?D|MBA|[BM]\.?(?:S|A|Sc|Tech|"
    r"Eng)\b|High School|"
    r"Diploma))|(?<= )(?:Skills|SKILLS)(?= [A-Z][\w+#. ]{0,24} \(\d+ years?\)))"
)
_INLINE_POSTING = Lazy(
    r"(?<!\S)(?:(?<=[.;:!?)•*|,] )|(?<=  )|(?<=\n)|^)(?:(?:Key|Main|Job|Minimum|Required|Preferred|Basic|"
    r"Essential|Desired|Desirable|Primary|Role|"
    r"Position|Mandatory|Additional|Your|The|Duties and|Roles and|Roles &|Technical|Company|Application|"
    r"Nice to|About the|About|What we|"
    r"What you|Who|Education and|Skills and|Person|Equal|How to|Must|Good to|Education) "
    r")?(?:[Rr]esponsibilities|[Qq]ualifications?|"
    r"[Rr]equirements?|[Ss]kills|[Dd]uties|[Bb]enefits|[Oo]pportunity|[Dd]escription|[Ss]ummary|[Rr]ole|"
    r"[Uu]s|[Yy]ou|[Oo]ffer|[Nn]eed|"
    r"[Hh]ave|[Aa]pply|[Ee]xperience|[Ee]ducation|[Pp]rocedures|[Ss]pecification|[Oo]verview|"
    r"[Cc]riteria)(?=\s*:|  +[A-Z•*-])"
)


_CV_LINES = ("skills", "languages", "certificates", "education", "interests", "personal")
_POSTING_LINES = ("boilerplate", "preferred")
"""Sections that may be a single line: "Languages: French", "Pay: 12 an hour"."""
_FACTS_WORDS = """
location; job location; work location; place of work; job type; salary; salary range; pay; pay range; rate;
hours; working hours; schedule; shift; shift pattern; travel; remuneration; compensation; sponsorship;
closing date; interview date; interview dates; job reference; application deadline
"""
_FACTS = frozenset(" ".join(fact.split()) for fact in _FACTS_WORDS.split(";"))
"""Labels of a single fact, which says nothing of what the lines below it are."""
_NOTES = frozenset({"please note", "note", "nb", "important"})
"""Before a paragraph that may speak of anything: "Please note: the ideal candidate has cut hedges"."""
_STOP = Lazy(r"(?<=[a-z\d)]{2})[.!?] (?=[A-Z])")
_WISHED = ("required", "preferred")
"""Behind these, such a label begins the end of a posting."""
_SENTENCES = 100
"""Characters from which a line below such a label is no fact."""
_LABEL = Lazy(r"\s{0,3}(?:[•*-] )?[A-Z][^\n:.,;]{1,24}:\s")
"""A line of a form: "Location: Leeds"."""


class Section(NamedTuple):
    """A part of a text: from ``start`` (its heading included) up to the next section's start."""

    start: int
    body: int
    kind: str


class Sections:
    """The sections of one text, in order. What comes before the first heading has the kind ``""``."""

    __slots__ = ("_kinds", "_starts", "items", "tell_of_work")

    def __init__(self, items: list[Section]) -> None:
        self.items = items
        self.tell_of_work = any(item.kind == "experience" for item in items)
        """Whether one of them is headed as the jobs are."""
        self._starts = [item.start for item in items]
        self._kinds = ["", *(item.kind for item in items)]

    def kind_at(self, position: int) -> str:
        """The kind of the section around ``position``."""
        return self._kinds[bisect_right(self._starts, position)]

    def start_at(self, position: int) -> int:
        """Where the section around ``position`` begins; -1 before the first one."""
        index = bisect_right(self._starts, position) - 1
        return self._starts[index] if index >= 0 else -1

    def at(self, position: int) -> Section | None:
        """The section around ``position``."""
        index = bisect_right(self._starts, position) - 1
        return self.items[index] if index >= 0 else None

    def after(self, position: int) -> Iterator[Section]:
        """The sections that begin behind ``position``."""
        for number in range(bisect_right(self._starts, position), len(self.items)):
            yield self.items[number]

    def is_heading(self, position: int) -> bool:
        """Whether ``position`` lies in a section's heading."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self.items[index].body

    def kinds(self) -> set[str]:
        """The kinds of all sections that have one."""
        return {item.kind for item in self.items if item.kind}


_CELL_OF_A_HEADING = Lazy(r"^([^\t\n]{3,40})\t", re.M)


def headings_apart(text: str) -> str:
    """The text of a CV with a line break for each tab between a heading and what stands beside it, as in the
    cells of a table."""
    if "\t" not in text:
        return text
    return _CELL_OF_A_HEADING.sub(
        lambda match: f"{match[1]}\n" if heading_kind(match[1], posting=False) else match[0], text
    )


_FLAT_CV = Lazy(
    r"(?:^|(?<= ))(?:(?:executive|professional|career) (?:summary|overview|profile)|summary of "
    r"qualifications|(?:core|summary|key) qualifications|(?:skill )?highlights|accomplishments|"
    r"(?:work|employment) history|(?:professional|work|relevant) experience|"
    r"experience(?= (?:\d\d \d{4}|company name|[a-z]+ \d{4} to))|education and training|"
    r"education(?= (?:\d{4}|bachelor|master|b s|m s|b a|m a|high school|associate))|"
    r"(?:technical|additional|key|core|computer) skills|skills(?= [^.]{0,400}$)|certifications|"
    r"affiliations|(?:education|skill|company|project|employment|work|personal) details)(?= )"
)
_LEAST_FLAT = 600


def _is_flat(text: str) -> bool:
    """Whether a text has lost its lines, its capitals and its punctuation."""
    return (
        len(text) > _LEAST_FLAT
        and "\n" not in text.strip()
        and text.islower()
        and text.count(".") + text.count(",") < len(text) / 300
    )


def find_sections(text: str, *, posting: bool) -> Sections:
    """The sections of ``text``, a line each or, in long lines without breaks, inside them."""
    if not posting and _is_flat(text):
        headings = ((match, heading_kind(match[0], posting=False)) for match in _FLAT_CV.finditer(text))
        flat = [Section(match.start(), match.end(), kind) for match, kind in headings if kind]
        return Sections(_with_ends(flat, len(text)))
    found = _Search(text, posting=posting).through_the_lines()
    found.sort(key=lambda section: section.start)
    found = _without_pay(text, _desired(text, found)) if posting else _qualified(text, found)
    return Sections(found if posting else _with_ends(found, len(text)))


class _Search:
    """The headings of one text, looked for line by line."""

    def __init__(self, text: str, *, posting: bool) -> None:
        self.text = text
        self.posting = posting
        self.found: list[Section] = []
        self.level = 0
        """Of the last Markdown heading that is known."""
        self.headed: dict[int, str] = {}
        """The kind of the last one of each level that nothing higher has ended."""
        self.deep = self.deepest = 0
        """Where the last heading stands, and its level."""
        self.rules: set[str] = set()
        """What stands below the headings that are known: "===="."""
        self.fact: str | None = None
        """The kind around a label that stands above its fact: "Salary"."""
        self.around: str | None = None
        """The kind around a line that is a section of its own: "Pay: 12 an hour"."""
        self.is_item = False
        """Whether that line is one of a list."""

    def through_the_lines(self) -> list[Section]:
        """All sections, in the order in which they were found."""
        position = 0
        for line in self.text.split("\n"):
            blank = not line or line.isspace()
            if self.around is not None and (blank or self._ends_the_line_around(line)):
                self._add(position, position, self.around)
                self.around = None
            if not blank:
                self._read(position, line)
            position += len(line) + 1
        return self.found

    def _add(self, start: int, body: int, kind: str) -> None:
        self.found.append(Section(start, body, kind))

    def _ends_the_line_around(self, line: str) -> bool:
        wished = self.found[-1].kind == "preferred"
        return self.is_item or _LABEL.match(line) is not None or (wished and not ITEM.match(line))

    def _read(self, position: int, line: str) -> None:
        marks = len(line) - len(line.lstrip("#")) if line[0] == "#" else 0
        kind = self._kind_of(position, line, marks)
        if kind is None and not self.posting and _COLUMN_GAP in line and (cell := _heading_in_a_column(line)):
            self._add(position + cell.start, position + cell.body, cell.kind)
        if self.fact is not None and (kind is not None or len(line) >= _SENTENCES):
            if kind is None:
                self._add(position, position, self.fact)
            self.fact = None
        if kind is not None:
            self._head(position, line, kind, marks)
        else:
            self._label(position, line)
        if len(line) >= _LONG_LINE or (not self.posting and " Details " in line):
            self._look_within(position, line)

    def _kind_of(self, position: int, line: str, marks: int) -> str | None:
        """The kind of section that the line heads; ``marks``: how many of Markdown it has."""
        kind = heading_kind(line, posting=self.posting) if len(line) < 90 else None
        if self.posting:
            return kind
        if kind in _OF_LISTS and _stands_in_a_list(self.text, position, line):
            kind = None
        if (
            marks > self.level > 0
            and self.headed.get(self.level) == "experience"
            and line.strip("#*_ ").lower() == _OF_ONE
        ):
            kind = None
        if kind in _OF_JOBS_TOO and self.found:
            deeper = marks > self.level > 0
            if heads_a_part_of_a_job(self.text, position, line, self.found[-1].kind, deeper=deeper):
                kind = None
        if kind is None and 0 < marks <= self.level:
            # A heading as high as those that are known begins something else, unless it is a job's.
            around = self._headed_above(marks)
            entry = around in _OF_ENTRIES and _AN_ENTRY.match(self.text, position) is not None
            kind = None if entry else "other"
            if entry and self.found[-1].kind != around:
                self._add(position, position, around)  # a label of the job above has ended
        elif kind is None and self.headed and 0 < marks < self.deepest and self.found[-1].start == self.deep:
            around = self._headed_above(marks)
            if around in _OF_ENTRIES and _AN_ENTRY.match(self.text, position):
                self._add(position, position, around)
        end = position + len(line)
        if len(line) < _LONGEST_UNDERLINED and (rule := _RULE.match(self.text, end)):
            if kind is not None and kind != "other":
                self.rules.add(rule[1])
            elif kind is None and rule[1] in self.rules:
                kind = LAST_WORDS.get(line.strip().lower().rpartition(" ")[2], "other")
        return kind

    def _headed_above(self, marks: int) -> str:
        """The kind of the last known heading that is as high as one of so many ``marks``, or higher."""
        return self.headed[max((one for one in self.headed if one <= marks), default=max(self.headed))]

    def _head(self, position: int, line: str, kind: str, marks: int) -> None:
        """The line is a heading."""
        self.around = None
        if self.posting and line.strip(LEFT_EDGE + RIGHT_EDGE).lower() in _FACTS:
            self.fact = self._last_kind()
        self._add(position, position + len(line), kind)
        self.deep, self.deepest = position, marks
        # "#### Projects" among jobs
        of_jobs = kind == self.headed.get(self.level) == "experience" and marks > self.level
        if marks and not of_jobs and (kind != "other" or marks <= self.level):
            self.headed = {one: of for one, of in self.headed.items() if one < marks} | {marks: kind}
            self.level = marks if kind != "other" else self.level

    def _last_kind(self) -> str:
        return self.found[-1].kind if self.found else ""

    def _label(self, position: int, line: str) -> None:
        """A heading that stands in one line with what it heads, if it is one: "Languages: French"."""
        text, posting, before, end = self.text, self.posting, self._last_kind(), position + len(line)
        head, colon, rest = line.partition(":")
        if not colon or len(head) >= 60 or not rest.strip(" *_"):
            return
        kind = heading_kind(head, posting=posting)
        if not kind or (not posting and is_of_a_job(text, position, head, before)):
            return
        is_item = ITEM.match(line) is not None
        if posting and kind == "required" and before == "preferred" and is_item:
            return  # "- Languages: Go" among what is wished for
        if posting and len(line) >= _LONG_LINE and head.strip(LEFT_EDGE).lower() in _NOTES:
            return
        self._add(position, position + len(head) + 1, kind)
        self.is_item = is_item
        alone = len(line) < _LONG_LINE and kind in (_POSTING_LINES if posting else _CV_LINES)
        self.around = before if posting and alone else None
        if posting and before not in _WISHED and head.strip(LEFT_EDGE).lower() in _FACTS:
            self.around = None
            stop = _STOP.search(line, len(head) + 1)
            after = position + stop.end() if stop else end
            self._add(after, after, before)
        ended = before or kind == "personal" or (kind != "skills" and text.startswith("\n\n", end))
        if not posting and alone and before != kind and ended:
            self._add(end, end, before)

    def _look_within(self, position: int, line: str) -> None:
        """The headings within a long line."""
        for match in (_INLINE_POSTING if self.posting else _INLINE_CV).finditer(line):
            named = heading_kind(match[0], posting=self.posting)
            if named and (not self.found or self.found[-1].start != position + match.start()):
                self._add(position + match.start(), position + match.end(), named)
        if not self.posting and (first := _DUMPED.search(line)):
            for match in (first, *_OF_A_DUMP.finditer(line, first.end())):
                named = heading_kind(match[0], posting=False) or "other"
                self._add(position + match.start(), position + match.end(), named)


_A_BONUS = Lazy(r"\W*bonus(?:es)?\W*\Z", re.I)
_PAID_BESIDE = Lazy(
    r"[£$€]\d|\b\d\d,?\d{3}\b|\b\d\dk\b|\b(?:pension|flexitime|holidays?|healthcare|dental|insurance|bupa|"
    r"commission|overtime|salary|car allowance|401\(?k)\b",
    re.I,
)
_BESIDE = 60
"""Characters around a bonus in which other pay shows that it is paid."""


def _without_pay(text: str, found: list[Section]) -> list[Section]:
    """The sections without a bonus that somebody is paid, which is no heading over what is wished for."""
    return [
        item
        for item in found
        if not (
            item.kind == "preferred"
            and _A_BONUS.match(text, item.start, item.body)
            and ":" not in text[item.start : item.body + 1]
            and _PAID_BESIDE.search(text, max(0, item.start - _BESIDE), item.body + _BESIDE)
        )
    ]


_OF_LISTS = frozenset({"certificates", "languages", "interests", "other"})
_MARK = Lazy(r"[ \t]{0,12}[•*+-] {1,3}(?=\S)")


def _stands_in_a_list(text: str, position: int, line: str) -> bool:
    """Whether the ``line`` is one of a list's, above and below which others of its stand: "- Training"."""
    mark = _MARK.match(line)
    return (
        mark is not None
        and not line.isupper()
        and text.startswith(mark[0], position + len(line) + 1)
        and text.startswith(mark[0], text.rfind("\n", 0, max(position - 1, 0)) + 1)
        and not line.rstrip().endswith((":", "*"))
    )


_OF_ONE = "volunteer"
"""What somebody was, where it stands deeper than the heading of the jobs."""
_OF_JOBS_TOO = frozenset({"summary", "other", "skills"})
"""Kinds of what may be told of single jobs as well."""
_OF_ENTRIES = frozenset({"experience", "volunteering"})
_AN_ENTRY = Lazy(
    r"(?!#+[ *_]{0,4}(?:[\w-]+ ){0,3}?(?:projects?|projets?|proyectos?|projekte?|publications?|awards?|"
    r"courses?|cursos?|talks|education|training|formation|volunteer\w*|activit\w+|communit\w+)\b)"
    r"#[^\n]{0,90}(?:\n\s{0,4}(?![*•-] )[^\n]{0,90}){0,2}?(?:19|20)\d\d[ *_)]{0,4}(?:-|to|bis|à|a)[ *_]{0,4}"
    r"(?:[^\W\d]{3,9}\.? )?(?:(?:\d\d[./])?(?:19|20)\d\d|present|current|now|today|heute|aujourd|présent|"
    r"actual)",
    re.I,
)
"""A heading of Markdown over the dates of one job: "## Example Ltd", "### Cook: May 2019 - June 2020"."""
_LONGEST_UNDERLINED = 60
_RULE = Lazy(r"\n([=-])\1{3,}[ \t]*(?:\n|$)")
"""Below a heading of Markdown's other kind."""
_DUMPED = Lazy(
    r"(?<=\S )(?:Experience|EXPERIENCE|Employment|EMPLOYMENT)(?= (?:[A-Z\d][\w/&.,'()-]{0,24} ){1,9}?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d{4}|\d\d/\d{4}) ?(?:to|-|–) )"
)
"""The heading of the jobs in a text that lost its lines, where nothing parts it from the words before it."""
_OF_A_DUMP = Lazy(
    r"(?<=\S )(?:Certifications|Interests|Accomplishments|Affiliations|References|Additional Information)"
    r"(?= [A-Z])"
)


_DESIRED = Lazy(r"[\W_]*desired\b(?! (?:candidate|profile))", re.I)
_REQUIRED = Lazy(r"[\W_]*(?:required|minimum|basic|essential|mandatory|must)\b", re.I)


def _desired(text: str, found: list[Section]) -> list[Section]:
    """What is headed "Desired skills and experience" is asked for, unless another heading above it is of what
    is required."""
    required = next((one.start for one in found if _REQUIRED.match(text, one.start)), len(text))
    return [
        one._replace(kind="preferred")
        if one.kind == "required" and required < one.start and _DESIRED.match(text, one.start)
        else one
        for one in found
    ]


def _qualified(text: str, found: list[Section]) -> list[Section]:
    """What is headed "Qualifications" are skills where the schools stand under another heading further
    down."""
    schools = max(
        (
            section.start
            for section in found
            if section.kind == "education" and "educat" in text[section.start : section.body].lower()
        ),
        default=0,
    )
    return [
        section._replace(kind="skills")
        if section.start < schools
        and section.kind == "education"
        and text[section.start : section.body].strip(LEFT_EDGE + RIGHT_EDGE).lower() == "qualifications"
        else section
        for section in found
    ]


_COLUMN_GAP = " " * 3
_A_SCHOOL = Lazy(
    r"\b(?:Universit|College|School|Institut|Polytechnic|Academy|(?:[BM]A|BSc|MSc|MEng|BEng|PhD|HND|FdSc|FdA)\b)"
)
_CELL = Lazy(r"\S+(?: {1,2}\S+)*")


def _heading_in_a_column(line: str) -> Section | None:
    """The heading of work or study that stands beside another column's text: "CONTACT      EMPLOYMENT"."""
    if len(line) < _LONG_LINE:
        for match in _CELL.finditer(line):
            kind = heading_kind(match[0], posting=False)
            if kind == "experience" or (
                kind == "education"
                and (
                    match.start()
                    or find_levels(line.lower(), match.end())
                    or _A_SCHOOL.search(line, match.end())
                )
            ):
                return Section(match.start(), match.end(), kind)
    return None


_LONGEST_LIST = 2000
"""Characters of a CV's skills, languages or certificates: what goes on for longer has a heading that is not
known."""


def _with_ends(found: list[Section], length: int) -> list[Section]:
    ended: list[Section] = []
    for number, section in enumerate(found):
        ended.append(section)
        after = found[number + 1].start if number + 1 < len(found) else length
        if section.kind in ("skills", "languages", "certificates") and after - section.start > _LONGEST_LIST:
            end = section.start + _LONGEST_LIST
            ended.append(Section(end, end, ""))
    return ended
