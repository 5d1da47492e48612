"""Looks at the CV itself: what a parser or a hurried reader stumbles over, whatever the posting."""

import re
import string
from bisect import bisect_right

from shared.matching.cleaning import CleanText
from shared.matching.lazy import Lazy
from shared.matching.mail_addresses import mail_addresses
from shared.matching.result import CvCheck
from shared.matching.role_heads import Role
from shared.matching.sections import Sections
from shared.matching.words import Words

_PHONE = Lazy(
    r"(?:\+|\(0|\b0|\b\d{3}[ .-])[\d ().-]{6,18}\d|\b\d{3}[ .-]\d{4}\b|\b0\d{2,5} ?/ ?\d[\d -]{4,14}"
)
_PHONE_BEGINS = Lazy(r"[+(\d](?<!\w\d)")
_UNITS = r"bn|mn|hrs?|mins?|kg|tonnes?|tons|acres?|km|miles|beds?|sq ?(?:ft|m)|m[wv]|k[wv]"
_FIGURE = Lazy(
    r"[\d£$€₹](?:(?<=[£$€₹])\s?\d|(?<![\w.,/]\d)(?<![^\W\d]-\d)(?<! -\d)(?<!iso \d)(?<!band \d)"
    r"(?<!grade \d)(?<!level \d)(?<!stage \d)(?<!year \d)(?<!phase \d)(?<!unit \d)"
    r"(?!(?<=[12])[09]\d\d(?![\d,%]))(?:(?<= of \d)|\d?:\d(?!\d)|"
    rf"[\d.,]*(?:\s?%|\s?[kmx]\b|,\d{{3}}\b|[\s-]?(?:{_UNITS})\b|"
    r"\+?[ -](?!(?:years?|yrs?)\b)(?:[a-z][\w/]{0,24}[ -]){0,3}?"
    r"(?:[a-z]{2}[\w/]{0,24}s|people|staff|per ?cent|per|an? (?:day|week|month|year)|of)\b)))",
    re.I,
)
"""How many, how much, how fast: "14 minutes", "£2m", "a patch of 450 homes"; neither years nor versions."""
_FIGURE_ELSEWHERE = Lazy(
    r"(?<![\w.,/-])(?!(?:19|20)\d\d\b)\d[\d.,]*\s?"
    r"(?:%|€|(?!(?:jahre?n?|monate?n?|ans?|mois|años?|mes(?:es)?|bis|und|et|y|à|a)\b)[^\W\d_]{3,})",
    re.I,
)
"""The same in other languages, by what follows the number alone: "für 180 Personen", "6 nouveaux clients"."""
_NUMBER_WORDS = """
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty
hundred hundreds thousand thousands dozen dozens half halved doubled tripled trebled quadrupled twice
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())
_IN_WORDS = Lazy(
    r"\b(?:halved|doubled|tripled|trebled|quadrupled|by half|in half|twice|team of \w+|"
    r"(?:hundreds?|thousands?|dozens?) of|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"eighty|hundred|thousand|dozen) (?!years)"
    r"(?:[a-z][\w-]{0,24} ){0,3}?(?:[a-z]{2}[\w-]{0,24}s|people|staff)\b)"
)
_LEAST_TOLD = 40
"""Characters of a line that tells of work, and is no name or date alone."""
_DATES = Lazy(
    r"\b(?:19|20)\d\d\b ?(?:-|to\b|\().{0,12}?(?:\b(?:19|20)\d\d\b|present|current|now|date|"
    r"\))(?: ?\([^()\n]{0,30}\))?|"
    r"\b\d{1,2}/(?=(?:19|20)\d\d\b)",
    re.I,
)
"""When something was, and how long: "2018 - 2021 (3 years 2 months)"."""
_ENGLISH = string.ascii_letters.encode()
_CELLS = r"\|[^|\n]{1,40}\|[^|\n]{1,40}\||\t[^\t\n]{1,40}\t"
_TABLE = Lazy(_CELLS)
_COLUMNS = Lazy(rf"\S {{6,}}\S+(?: \S+){{0,6}} {{6,}}\S|{_CELLS}")
_OF_A_PICTURE = 10
"""So few words are those that a reader of pictures leaves; more are a short text."""


def _is_mostly_letters(text: str) -> bool:
    """Whether more than half of the characters are letters; those of English are told at once."""
    half = len(text) / 2
    plain = text.encode("ascii", "ignore")
    english = len(plain) - len(plain.translate(None, _ENGLISH))
    return english > half or sum(map(str.isalpha, text)) > half


def _holds_a_figure(line: str, figure: Lazy) -> bool:
    if figure.search(line):
        dated = "20" in line or "19" in line
        if not dated or figure.search(_DATES.sub(" ", line)):
            return True
    lower = line.lower()
    return not _NUMBERS.isdisjoint(lower.split()) and _IN_WORDS.search(lower) is not None


_ONE_COLUMN = "one column"


def of_columns(checks: list[CvCheck]) -> list[CvCheck]:
    """The ``checks`` of a text that its file sets in columns."""
    seen = CvCheck(
        check=_ONE_COLUMN,
        passed=False,
        detail="The file sets text in columns side by side; many parsers read across and mix them up.",
    )
    return [seen if check.check == _ONE_COLUMN else check for check in checks]


def look_at(
    text: CleanText,
    words: Words,
    spans: list[tuple[int, int]],
    sections: Sections,
    roles: list[Role],
    language: str,
) -> list[CvCheck]:
    """One entry a check, passed or not, each with what was seen."""
    plain, count, kinds = text.clean, len(words), sections.kinds()
    dated = [role for role in roles if role.counted]
    return [
        _readable(plain, count),
        _one_column(plain),
        _contact_details(plain[:1500] + "\n" + plain[-600:]),
        _named_sections(kinds),
        _dated_roles(dated),
        _months_in_dates(dated),
        _figures(
            _told_of_work(plain, spans, sections, dated),
            _FIGURE if language in ("en", "") else _FIGURE_ELSEWHERE,
        ),
        _length(count),
        _short_paragraphs(spans),
    ]


def _check(name: str, passed: bool, good: str, bad: str) -> CvCheck:
    return CvCheck(check=name, passed=passed, detail=good if passed else bad)


def _readable(plain: str, count: int) -> CvCheck:
    readable = count >= 30 and _is_mostly_letters(plain[:4000].replace(" ", "").replace("\n", ""))
    return _check(
        "readable text",
        readable,
        f"{count} words could be read.",
        "Hardly any words could be read: is it a scan, or a picture?"
        if count < _OF_A_PICTURE
        else f"Only {count} words could be read.",
    )


def _one_column(plain: str) -> CvCheck:
    lines = [line for line in plain[:20000].split("\n") if " " * 6 in line or "|" in line or "\t" in line]
    columns = sum(1 for _ in (_COLUMNS if " " * 6 in plain else _TABLE).finditer("\n".join(lines)))
    return _check(
        _ONE_COLUMN,
        columns < 4,
        "No columns or tables show in the text.",
        f"{columns} lines look like columns or tables, which parsers mix up.",
    )


def _contact_details(ends: str) -> CvCheck:
    """Looks at both ``ends`` of the CV, where they stand."""
    mail = any(mail_addresses(ends))
    phone = any(_PHONE.match(ends, begun.start()) for begun in _PHONE_BEGINS.finditer(ends))
    missing = " and ".join(
        name for name, there in (("no e-mail address", mail), ("no telephone number", phone)) if not there
    )
    return _check(
        "contact details",
        mail and phone,
        "E-mail address and telephone number are there.",
        f"There is {missing}.",
    )


def _named_sections(kinds: set[str]) -> CvCheck:
    absent = [
        kind
        for kind in ("experience", "education", "skills")
        if kind not in kinds and not (kind == "education" and "certificates" in kinds)
    ]
    return _check(
        "named sections",
        not absent,
        "Experience, education and skills have headings.",
        f"No heading names: {', '.join(absent)}.",
    )


def _dated_roles(dated: list[Role]) -> CvCheck:
    return _check(
        "dated roles",
        bool(dated),
        "1 dated role was found." if len(dated) == 1 else f"{len(dated)} dated roles were found.",
        "No role has dates from and to that can be read (such as 03/2019 - 06/2022).",
    )


def _months_in_dates(dated: list[Role]) -> CvCheck:
    yearly = [role for role in dated if isinstance(role.first, float) and role.first % 12 == 6.0]
    return _check(
        "months in dates",
        len(yearly) * 2 <= len(dated),
        "Dates name months." if dated else "No dates to look at.",
        "Most dates are years only; with months, years of experience are counted exactly.",
    )


def _told_of_work(
    plain: str, spans: list[tuple[int, int]], sections: Sections, dated: list[Role]
) -> list[str]:
    """The sentences about work: of its sections, or of the roles where no heading names it."""
    if "experience" in sections.kinds():
        return [plain[start:end] for start, end in spans if sections.kind_at(start) == "experience"]
    # Before the first heading stand a name and an address, and maybe the work.
    worked = sorted((role.start, role.end) for role in dated)
    begins = [low for low, _ in worked]
    return [
        plain[start:end]
        for start, end in spans
        if sections.kind_at(start) in ("experience", "")
        or ((after := bisect_right(begins, start)) and start < worked[after - 1][1])
    ]


def _figures(told: list[str], figure: Lazy) -> CvCheck:
    with_figures = sum(_holds_a_figure(line, figure) for line in told)
    lines_of_work = max(with_figures, sum(len(line) > _LEAST_TOLD for line in told))
    return _check(
        "achievements with figures",
        with_figures >= max(2, lines_of_work // 8),
        f"{with_figures} lines about work hold figures.",
        f"{f'Only {with_figures}' if with_figures else 'None'} of {lines_of_work} lines about work "
        f"{'holds' if with_figures < 2 else 'hold'} a figure (how many, how much, how fast)."
        if lines_of_work > 1
        else "Hardly a line tells about work.",
    )


def _length(count: int) -> CvCheck:
    short, long = 150, 1400
    return _check(
        "length",
        short <= count <= long,
        f"{count} words.",
        f"{count} words: "
        + (
            "too short to show experience"
            if count < short
            else "longer than the two or three pages that get read"
        )
        + ".",
    )


def _short_paragraphs(spans: list[tuple[int, int]]) -> CvCheck:
    long_lines = sum(1 for start, end in spans if end - start > 600)
    return _check(
        "short paragraphs",
        long_lines == 0,
        "No paragraph is too long to skim.",
        f"{long_lines} passages run on for more than 600 characters without a break.",
    )
