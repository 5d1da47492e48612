"""The lines around dates that may name the role: those above, those below, and those of a form."""

import re

from shared.matching.item_titles import BULLETS, item_with_a_title
from shared.matching.job_titles import SHORT_LINE, title_in
from shared.matching.lazy import Lazy
from shared.matching.role_titles import AS, HEADING_LINE, is_a_title
from shared.matching.sections import Sections

_FULL_STOP = Lazy(r"(?<![.\s]\w)(?<!\b(?:[LP]td|Pvt|Inc|Bro))(?<!\bCo)(?<!\b(?:Corp|Bros|Dept))\.\s*$")
"""At the end of a line, behind no firm: "Example Ltd.", "Muestra S.A."."""
SENTENCE = Lazy(r"(?<=[a-z]{3})\.(?=\s|$)")
"""Where a sentence ends, and no "Ltd. " nor "St."."""
_ROLE_LABEL = Lazy(
    r"^[ \t•*\-]{0,6}(?:Role(?: Played)?|Designation|Position|Job Title|(?P<title>Title)|Title held|Post|"
    r"Rôle|Poste(?: occupé)?|Fonction|Intitulé|Rol|Puesto|Cargo|Funktion|Stelle|Tätigkeit)"
    r"[ \t]{0,24}[:\-][ \t]{0,8}(?P<named>\S[^\n]{2,80})$",
    re.I | re.M,
)
_EUROPASS = Lazy(
    r"^[ \t•*|\-]{0,6}(?:Occupation or position held|Position held|Beruf oder Funktion|"
    r"(?:Profession ou poste|Fonction (?:et/)?ou poste|Poste ou fonction) occupée?|"
    r"Profesión o cargo desempeñado|(?:Lavoro|Professione) o posizione (?:ricopert[ai]|lavorativa)|"
    r"Função ou cargo ocupado)"
    r"[ \t|:*]{0,24}\n?[ \t|*]{0,24}(?P<named>\S[^\n|]{2,80})",
    re.I | re.M,
)
"""The line of the European form that names the role, with or without a colon."""
_A_LABEL = Lazy(r"[ \t•*\-]{0,24}[A-Za-z][\w#&/() ]{1,24}\s{0,24}[:\-] ?\S")
_A_FORM_LINE = Lazy(r"[ \t]{0,8}[A-Za-z][\w#&/() ]{1,30}\s{0,8}:")
_FORM_REACH, _FORM_REACH_BELOW = 260, 900
"""Characters around the dates in which a form may name the role; what the project was may stand between."""
_NEXT_FORM = Lazy(r"[ \t•*\-\d.)]{0,8}(?:company|employer|organi[sz]ation|client|project)\b", re.I)
"""Where a form tells of the next job or project."""
DUTIES = 120
"""Characters behind a title below its dates that tell of the work, and are not the head of the next role."""
_LINES_ABOVE = 2
_NO_WORDS = " \t/|,:-–•"
"""What parts the pieces of a line that stand on lines of their own."""
_DEFINES = ":  "
"""Before what stands below its term in a list of definitions of Markdown."""
_LINES_BELOW, FAR_BELOW = 2, 200
"""Lines below the dates that may name the role, empty ones aside, and the characters they reach to; one more
where they name a firm and a place, each in few words, and the next is a title and nothing else."""


def in_a_form(text: str, before: int, start: int, end: int, after: int) -> tuple[str, int] | None:
    """What a form around the line with the dates says that one was ("Role: Test Analyst", a few lines above
    "Period: April 2015 to May 2017"), and where it begins."""
    if label := _EUROPASS.search(text, end, min(len(text), after, end + _FORM_REACH_BELOW) + HEADING_LINE):
        return (label["named"].strip(), start) if label.start() < after else None
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
        distance = abs(at - start) + _FORM_REACH_BELOW * (_BLANK.search(text, low, high) is not None)
        if (nearest is None or distance < nearest[0]) and (
            all(not line or line.isspace() or _A_LABEL.match(line) for line in lines)
            or (at > end and not any(map(_NEXT_FORM.match, lines[1:])) and _goes_on_as_a_form(lines[1:]))
        ):
            nearest = distance, match["named"], low
    return (nearest[1], nearest[2]) if nearest else None


_TITLES_OF_A_COLUMN_WORDS = """
position; position held; job position; role; title; job title; job; designation; post; post held; occupation;
funktion; stelle; position/funktion; tätigkeit; poste; fonction; intitulé; puesto; cargo
"""
_TITLES_OF_A_COLUMN = frozenset(" ".join(words.split()) for words in _TITLES_OF_A_COLUMN_WORDS.split(";"))
_LONGEST_TABLE, _LONGEST_ROW = 12_000, 1_000
_OF_A_CELL = " *_\t"


def in_a_table(text: str, start: int, end: int) -> str | None:
    """What the row of a table, from ``start`` to ``end``, holds in the column headed as titles are."""
    if end - start > _LONGEST_ROW or text.count("|", start, end) < _LEAST_BARS:
        return None
    top = max(text.rfind("\n\n", 0, start) + 2, start - _LONGEST_TABLE)
    heading = text.find("|", top, start)
    if heading < 0:
        return None
    heading = text.rfind("\n", 0, heading) + 1
    columns = [
        cell.strip(_OF_A_CELL).lower()
        for cell in text[heading : text.find("\n", heading)].strip().strip("|").split("|")
    ]
    cells = text[start:end].strip().strip("|").split("|")
    at = next((number for number, name in enumerate(columns) if name in _TITLES_OF_A_COLUMN), None)
    if at is None or len(cells) != len(columns):
        return None
    return cells[at].strip(_OF_A_CELL) or None


_LEAST_BARS = 2


def _goes_on_as_a_form(lines: list[str]) -> bool:
    """Whether the ``lines`` are those of a form, some of them broken: "Language: Java," / "& Oracle"."""
    filled = [line for line in lines if line and not line.isspace()]
    return (
        bool(filled)
        and _A_FORM_LINE.match(filled[0]) is not None
        and not any(line.lstrip().startswith(BULLETS) for line in filled)
    )


def _goes_on(line: str, following: str) -> bool:
    """Whether the ``line`` of a list tells as what somebody worked and is broken before the dates: "Worked as
    Test Analyst in Example Ltd," / "Pune from May 2014 to June 2017"."""
    return (
        line.lstrip().startswith(BULLETS)
        and not following.lstrip().startswith(BULLETS)
        and not line.rstrip().endswith(":")
        and AS.search(line) is not None
    )


def lines_above(
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
            or len(line) > HEADING_LINE
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
            begins = up - 1 - len(heading)
            if (
                len(lines) < _LINES_ABOVE
                and up > before
                and (heading.startswith("#") or _is_a_title_apart(text, begins, heading, sections))
            ):
                lines.append(heading)  # "### Cook, Example Inn", an empty line, "Leeds"
                start = begins
                above = above or not sections.is_heading(start)
            break
        cursor = up
    if len(lines) > _LINES_ABOVE and not (
        max(map(len, lines)) <= SHORT_LINE and is_a_title(_before_more(lines[-1]))
    ):
        lines.pop()
        start = text.rfind(lines[-1], 0, line_start)
    return lines, start, above


_BLANK = Lazy(r"\n[ \t]*\n")
_MOST_HEAD_LINES = 4


def _lines_above_in_its_paragraph(text: str, start: int) -> tuple[int, int]:
    """How many lines of a paragraph stand above the one at ``start``, and where the first of them begins."""
    count = 0
    while start and count <= _MOST_HEAD_LINES:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above : start - 1].strip():
            break
        start = above
        count += 1
    return count, start


def head_of_the_next(text: str, line_start: int, line_end: int, after: int) -> int:
    """Where the head of the next role begins, whose dates stand at ``after``: at the beginning of their
    paragraph, if the dates of this role have lines above them in theirs, and end it or are as many lines
    below."""
    own, _ = _lines_above_in_its_paragraph(text, line_start)
    if not own or after >= len(text):
        return after
    following, start = _lines_above_in_its_paragraph(text, text.rfind("\n", 0, after) + 1)
    if not following or start <= line_end:
        return after
    ends = _BLANK.match(text, line_end)
    return start if own == following <= _MOST_HEAD_LINES or (ends and ends.end() == start) else after


def _is_a_title_apart(text: str, begins: int, line: str, sections: Sections) -> bool:
    """Whether a ``line`` is a title and nothing else, and the first below an empty line or a heading."""
    above = text.rfind("\n", 0, max(0, begins - 1)) + 1
    is_first = not text[above : max(0, begins - 1)].strip() or sections.is_heading(above)
    return is_first and len(line) <= SHORT_LINE and is_a_title(line.strip())


def lines_below(text: str, line_end: int, after: int, section_end: int) -> list[str]:
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
            or len(line) > HEADING_LINE
            or (line.lstrip().startswith(BULLETS) and (lines or cursor == line_end or not AS.search(line)))
            or (SENTENCE.search(line) and not (AS.search(line) or line.startswith(_DEFINES)))
        ):
            break
        if line.strip():
            lines.append(line)
        cursor = down
    if len(lines) > _LINES_BELOW and not (
        (after == len(text) or after - cursor > DUTIES)
        and max(map(len, lines)) <= SHORT_LINE
        and is_a_title(_before_more(lines[-1]))
    ):
        lines.pop()
    return lines


def _before_more(line: str) -> str:
    """What stands in a line before its comma or bracket: "Frontend Developer (React)"."""
    return line.partition(",")[0].partition(" (")[0]
