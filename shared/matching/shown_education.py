"""The highest level of education that a CV shows."""

from collections.abc import Iterator
from datetime import date

from shared.matching.cleaning import CleanText
from shared.matching.education import LEVELS, SCHOOL, VOCATIONAL, Found, find_levels
from shared.matching.lazy import Lazy
from shared.matching.sections import Sections
from shared.matching.unfinished import is_unfinished

_ARTS = Lazy(
    r"(?<![\w.'/-])(?<!, )(?:(?P<l2>A\.?(?:A\.?S|[AS])\.?(?! [Ll]evel)|Dip\.? ?HE\b|ON[CD]\b|NNEB\b|CEGEP\b)|"
    r"(?P<l4>Master|Diplom(?![-\w])|M(?:\.?[AES]\.?|[Ee][Dd]|CA|CS|CM|HA|PA|PH|PP|PT|FA|SW|MS|LI?S|Des|Div|Litt|Mus|St|Arch)|"
    r"M\.(?:[HP]\.A|P\.[HPT]|F\.A|S\.W|M\.S|L(?:\.I)?\.S|Des|Div|Litt|Arch)\.?|Ed\.?S\.?)|"
    r"(?P<l3>B(?:\.?[AES]\.?|[Ee][Dd]|CA|MS|AF|BM|FIA|SW|N|Th|Compt|Mid|Mus|Des|VetMed|HMCT|HSc|SocSc|AppSc)|"
    r"B\.(?:M\.S|B\.M|S\.W|N|Th|Mus|Des)\.?|A\.B\.|Sc\.?B\.?|[12]:[12]|"
    r"Ingenier(?:ía|o|a)(?: (?:técnic[oa]|superior|en|de)){0,3}|Grado(?! (?:Medio|Superior))|"
    r"Licence(?= (?:Langues|Droit|[ÉE]conomi|Lettres|Science|Math|Physi|Chimi|Biolog|Histoire|Info|Psycho|"
    r"Sociolog|Gestion|AES|STAPS|LEA|LLCE|Management|Commerce|Géograph|Arts|Philo|Administration)))|"
    r"(?P<l5>(?:MD|JD|DDS|DMD|DVM|DNP|DPT|OTD|PsyD|EdD|AuD|D?ScD|DSc|DEng|DClinPsy|DNB)\b|"
    r"(?:J\.D|M\.D|D\.O|O\.D|Au\.D|Ed\.D|Psy\.D|Sc\.D|D\.Sc|D\.D\.S|D\.V\.M|D\.P\.T)\.)|"
    r"(?P<l1>(?:Grade|Year) (?:12|XII)\b|AS [Ll]evels?\b|WACE\b|VCE\b|OSSD\b))"
    r"(?=[ ,:]{1,4}(?:(?!(?:EN|ISO|OHSAS)\b)[A-ZÁÉ(–-]|(?:19|20)\d\d\b|in |with |from |hons)|"
    r", [a-z]{4}|[ \t]*\n|$)"
)
"""Degrees whose letters are other things elsewhere, a state, a company, a title: "MA Social Work"."""
_NATIONAL = Lazy(
    r"\b(?:(?P<l5>Dr\. ?(?:med|phil|rer|jur)\b|Dr\.-Ing)|"
    r"(?P<l4>Dipl\.?[ -]{0,2}(?:Ing|Inf|Kfm|Kffr|Psych|Phys|Chem|Päd|Volksw|Betriebsw)|"
    r"Ingénieure? (?:diplômée?|d['’][ée]tat)|Mastère|DESS\b|DEA (?:en|de|d['’])|Maîtrise (?:en|ès|de|d['’])|"
    r"Ed\.?M\b|Th\.?M\b|LL\.?M\b)|"
    r"(?P<l3>B\.F\.A\b|Diplôme d['’][ÉEée]tat (?:d['’]|de )?(?:[Ii]nfirmi|[ÉEée]ducat)|"
    r"Diplomatura|Diplomad[oa] en|Lic\. en|Baccalaureate(?! School))|"
    r"(?P<l2>(?:BEP|DEUG|DUT|BTS|IHK)\b|Lehre als|Gesell(?:e|in|enpr)|Fachinformatiker|"
    r"Técnic[oa] [Ss]uperior|Ciclo [Ff]ormativo)|"
    r"(?P<l1>(?:Fach|[Aa]llgemeine )[Hh]ochschulreife|Bac(?:calauréat)? (?:S|ES|L|STMG|STI2D|STG)\b|"
    r"Brevet des [Cc]oll))"
)
"""Names of one country or few, below a heading of education alone."""
_SOME_STUDY = Lazy(r"\b(?:University|College|Hons|School|Institute|Polytechnic|First|Upper|[12]:[12])\b")


def _arts(text: str, start: int, end: int, kind: str) -> Iterator[Found]:
    if kind == "education":
        for match in _NATIONAL.finditer(text, start, end):
            yield Found(int((match.lastgroup or "l0")[1]), match.start(), match.end())
    for match in _ARTS.finditer(text, start, end):
        if (
            kind != "education"
            and text.startswith(",", match.end())
            and _IN_A_LIST.search(text, max(start, match.start() - _ITEM), match.start())
        ):
            continue
        if kind == "education" or _SOME_STUDY.search(text, match.end(), min(end, match.end() + 80)):
            yield Found(int((match.lastgroup or "l0")[1]), match.start(), match.end())


_ITEM = 40
_IN_A_LIST = Lazy(r"[,:;][ ]{1,3}(?:[\w&+-]+ ){1,3}\Z")
"""Before the last word of an item of several: "Excel, Cure MD, Word" names a program."""
_SHOWS_EDUCATION = frozenset({"", "education", "certificates", "summary", "personal"})


def shown_education(
    text: CleanText, lower: str, sections: Sections, as_of: date
) -> tuple[int | None, str | None]:
    """The highest level that a CV names, and the line that does; ``lower`` is its masked text. A degree for
    which somebody still studies on the day ``as_of`` counts as the level before it."""
    places = [(item.start, item.kind) for item in sections.items]
    if not places or places[0][0] > 0:
        places.insert(0, (0, ""))
    has_section = any(kind == "education" for _, kind in places)
    best: tuple[int, bool, bool, int, int] | None = None
    for number, (start, kind) in enumerate(places):
        end = places[number + 1][0] if number + 1 < len(places) else len(lower)
        if has_section and kind not in _SHOWS_EDUCATION:
            # An apprenticeship is often told of as the work that it was.
            if kind == "experience" and (best is None or best[0] < VOCATIONAL):
                served = _APPRENTICED.search(text.lower, start, end)
                best = (VOCATIONAL, True, False, served.start(), end) if served else best
            continue
        for found in (*find_levels(lower, start, end), *_arts(text.clean, start, end, kind)):
            if lower.startswith("diploma", found.start) and _of_a_school(text.lower, found.start):
                found = found._replace(level=SCHOOL)
            held = found.level < VOCATIONAL or not is_unfinished(lower, found.start, start, end, kind, as_of)
            # Of two mentions of one level that of the section counts: its line says more than "RN, BSN".
            of_the_section = kind == "education" and not _HEADS_A_TABLE.match(lower, found.start)
            value = (found.level if held else found.level - 1, held, of_the_section)
            if best is None or value > best[:3]:
                best = (*value, found.start, end)
        # The name of a school is masked, and says that one went there all the same.
        if best is None and kind == "education" and (school := _A_SCHOOL.search(text.lower, start, end)):
            best = (SCHOOL, True, False, school.start(), end)
    if best is None and has_section:
        best = _taught_elsewhere(lower)
    if best is None:
        return None, None
    level, _, _, at, section_end = best
    line_start = text.clean.rfind("\n", 0, at) + 1
    line_end = text.clean.find("\n", at)
    line_end = min(section_end, len(text.clean) if line_end < 0 else line_end)
    if line_end - line_start > _LONGEST_EDUCATION:
        low, clean = max(line_start, at - 60), text.clean
        begins = [match.end() for match in _EDGE.finditer(clean, low, at)][-1:]
        begins = begins or [match.end() for match in _CAPITAL.finditer(clean, low, at)][:1]
        line_start = begins[0] if begins else low
        ends = [match.start() for match in _EDGE.finditer(clean, at + 20, min(line_end, at + 100))]
        line_end = ends[-1] if ends else min(line_end, at + 100)
    return level, text.quote(line_start, line_end).strip(" •-*|#\t") or LEVELS[level]


_HEADS_A_TABLE = Lazy(r"[^\n]*\n\|?[ :|-]{4,}(?:\n|$)")
"""A word among the columns' names: "| Years | Diploma | School |"."""
_AT_A_SCHOOL = Lazy(r"\b(?:universit|college|institut|hochschule|polytech)")
_FROM_A_SCHOOL = 100


def _taught_elsewhere(lower: str) -> tuple[int, bool, bool, int, int] | None:
    """A degree with the school that gave it, where the section of education names none: forms leave theirs
    empty and tell of it among the jobs."""
    found = [
        (one.level, True, False, one.start, len(lower))
        for one in find_levels(lower)
        if one.level > VOCATIONAL and _AT_A_SCHOOL.search(lower, one.end, one.end + _FROM_A_SCHOOL)
    ]
    return max(found, key=lambda one: one[0], default=None)


_LONGEST_EDUCATION = 140
_EDGE = Lazy(r"[.;,:] |  ")
_CAPITAL = Lazy(r" (?=[A-Z])")
"""Where a part of a long line may begin or end to be shown."""
_A_SCHOOL = Lazy(r"\b(?:high|secondary|grammar|comprehensive|upper) ?school\b|\bsixth form\b")


_APPRENTICED = Lazy(
    r"\bapprenticeship (?:as|in|at|with|completed)\b|\bcompleted (?:my |an? )?(?:\w+ )?apprenticeship\b|"
    r"\b(?:berufs)?ausbildung (?:zum|zur|als)\b|\bausb\. "
)


def _of_a_school(lower: str, at: int) -> bool:
    """Whether the diploma at ``at`` is that of a school: "Northside High School - Diploma, 2012"."""
    start = lower.rfind("\n", 0, at) + 1
    return _A_SCHOOL.search(lower, max(start, at - 80), at) is not None
