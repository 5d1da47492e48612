"""What a CV shows, read once and kept with it."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple

from shared.matching import checks
from shared.matching.dates import COUNTS_FROM, find_periods, month_number, months_covered
from shared.matching.document import Document
from shared.matching.doubtful_terms import owners_told
from shared.matching.families import family_table, is_a_tool
from shared.matching.injection import warning as injection_warning
from shared.matching.job_titles import COMPANY, LEAST_TITLE, SEVERAL, is_of_members, title_in
from shared.matching.language import detect
from shared.matching.lazy import Lazy
from shared.matching.mentions import Mention, find_mentions
from shared.matching.own_words import A_PERSON
from shared.matching.result import CAMEL_CASE, CvCheck
from shared.matching.role_heads import Role
from shared.matching.roles import find_roles
from shared.matching.sections import Sections
from shared.matching.self_told import told_titles
from shared.matching.shown_education import shown_education
from shared.matching.skill_uses import SkillUse, longest_stated, skill_uses
from shared.matching.skills import skill_table
from shared.matching.specialities import families_meant
from shared.matching.version import ENGINE_VERSION
from shared.matching.words import Words, stems_of
from shared.matching.workplaces import counted, end_of_head, phrases_in
from shared.matching.years import NUMBERS

MOST_REPEATS = 6
"""A word that is said more often than this says nothing more."""
MOST_TERMS = 200
MOST_ROLES = 40
LONGEST_TITLE_LINE = 80
LEAST_TITLED = 12
"""Months of roles with a title that make lines with nothing but a title needless."""
LEAST_PASSING_TITLE = 0.9
"""``LEAST_TITLE`` in running text: two words at least that stand together."""
_WINDOW, _OVERLAP = 12, 4
LEAST_OF_A_LIST, LEAST_TOLD, LEAST_SPOKEN = 3, 30, 2
"""Skills that make a bare list: who names fewer, and says in so many words for how many years, or tells of
themselves so often ("I ran", "I have"), has listed nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedRole:
    """One dated role. ``families`` maps names of ``data/families.txt`` to weights."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    title: str
    families: dict[str, float]
    duties: dict[str, float]
    first_month: float
    """Months since year 0."""
    last_month: float
    current: bool
    start: int
    end: int
    workplaces: dict[str, float] = field(default_factory=dict)
    """Phrases of ``data/workplaces.txt``, which tell where the work was done, with the times each counts."""

    def title_span(self, lower: str) -> tuple[int, int] | None:
        """Where the title stands in the lower-case text of the CV, within the role or right above it."""
        title = self.title.lower()
        start = lower.find(title, max(0, self.start - _ABOVE), self.end) if title else -1
        return (start, start + len(title)) if start >= 0 else None


_ABOVE = 200
"""Characters before the start of a role in which its title may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a CV shows. Holds offsets and table names, no text beyond titles."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    engine_version: str
    digest: str
    """Of the text and the day it was read for; a profile of another text is not used."""
    language: str
    characters: int
    roles: list[WorkedRole]
    headline: str
    title_families: dict[str, float]
    """Families of the titles, by length and recency, summing up to 1 when there are any."""
    work_families: dict[str, float]
    """Families of the vocabulary of the work, summing up to 1."""
    work_terms: dict[str, float] = field(default_factory=dict)
    """That vocabulary (telling words of ``data/families.txt``) with its weights."""
    doubtful_terms: dict[str, float] = field(default_factory=dict)
    """Such words that mean something else elsewhere, where nothing else tells of their occupation."""
    skills: list[SkillUse]
    total_years: float | None
    stated_years: float | None
    education_level: int | None
    education_text: str | None
    sections: list[str]
    has_sentences: bool
    checks: list[CvCheck]
    warnings: list[str] = field(default_factory=list)


def digest(text: str, as_of: date) -> str:
    """Identifies what a profile was read from."""
    import hashlib  # not at import time: it loads OpenSSL

    return hashlib.sha256(
        f"{ENGINE_VERSION}|{as_of:%Y-%m}|{as_of.day < COUNTS_FROM}|".encode()
        + text.encode("utf-8", "surrogatepass")
    ).hexdigest()[:32]


def read(document: Document, as_of: date) -> Profile:
    """Everything that the CV shows on the day ``as_of``."""
    text, words, spans, sections = document.text, document.words, document.spans, document.sections
    table = skill_table()
    families = family_table()
    mentions = find_mentions(words, spans, table)
    periods = find_periods(words, as_of)
    roles = find_roles(words.text, periods, sections)
    now = month_number(as_of)
    worked = [role for role in roles if role.counted and role.first <= now]

    headline, headline_families, in_passing = _found_headline(words, sections, worked)
    duties = _duties(words, sections, worked, now)
    said = [counts for counts, _ in duties.values()]
    titles = {family for role in worked for family in role.families} | headline_families.keys()
    told = owners_told(set().union(*said), titles)
    terms: defaultdict[int, float] = defaultdict(float)
    term_weights = families.term_weights
    for counts, weight in duties.values():
        for number, count in counts.items():
            terms[number] += term_weights[number] * weight * _DAMPED[count]
    work_mix: defaultdict[int, float] = defaultdict(float)
    for number, weight in terms.items():
        owners = told[number]
        for family in owners:
            work_mix[family] += weight / len(owners)

    role_mixes = [_role_mix(duties[number][0], told) for number in range(len(worked))]
    for role, role_mix in zip(worked, role_mixes, strict=True):
        says_which = role_mix and (len(role.families) < 2 or not role_mix.keys().isdisjoint(role.families))
        role.families = families_meant(role.title, role.families, role_mix if says_which else work_mix)
    if in_passing:
        told_most = LEAST_TOLD_OF * max(work_mix.values(), default=0.0)
        headline_families = {
            family: share for family, share in headline_families.items() if work_mix[family] >= told_most
        }
        headline = headline if headline_families else ""
    if is_a_tool(headline, headline_families, work_mix):
        headline, headline_families = _undated_titles(words.text, sections)
    headline_families = families_meant(headline, headline_families, work_mix)
    used, uses = skill_uses(document, worked, mentions, headline, now)
    spans_months = [(role.first, role.last) for role in worked]
    total = round(months_covered(spans_months) / 12, 1) if worked else None
    stated = (
        _stated_years(words.lower)
        or (None if worked else _years_of_titles(words.text, sections))
        or _longest_use(uses, words.lower)
    )
    level, education_text = shown_education(text, words.lower, sections, as_of)
    language = detect(words.words[:600])
    names = [family.name for family in families.families]
    places = _workplaces(words, worked[:MOST_ROLES])
    return Profile(
        engine_version=ENGINE_VERSION,
        digest=digest(text.source, as_of),
        language=language,
        characters=len(text.source),
        roles=[
            WorkedRole(
                title=role.title[:80],
                families={names[index]: round(share, 3) for index, share in role.families.items()},
                duties=_mix(role_mixes[number], names, 4),
                first_month=role.first,
                last_month=role.last,
                current=role.current,
                start=text.original(role.start),
                end=text.original(max(role.start, role.end - 1)) + 1,
                workplaces=places[number],
            )
            for number, role in enumerate(worked[:MOST_ROLES])
        ],
        headline=headline[:80],
        title_families=_mix(_of_the_titles(worked, headline_families, now), names, 8),
        work_families=_mix(work_mix, names, 10),
        work_terms=_named({number: weight for number, weight in terms.items() if told[number]}),
        doubtful_terms=_named({number: weight for number, weight in terms.items() if not told[number]}),
        skills=uses,
        total_years=total,
        stated_years=stated,
        education_level=level,
        education_text=education_text,
        sections=sorted(sections.kinds()),
        has_sentences=used
        or bool(headline and _EMPLOYER_NAMED.search(words.text))
        or (
            len(uses) < LEAST_OF_A_LIST
            and len(words) >= LEAST_TOLD
            and (stated is not None or len(_SPEAKS.findall(words.lower)) >= LEAST_SPOKEN)
        ),
        checks=checks.look_at(text, words, spans, sections, worked, language),
        warnings=_warnings(document, mentions),
    )


_SPEAKS = Lazy(r"\bi(?:['’](?:m|ve)| (?:am|can|did|do|had|have|led|manage\w*|ran|was|work\w*))\b")
"""Somebody speaks of themselves."""
_EMPLOYER_NAMED = Lazy(
    r"^[\s*•#-]{0,6}(?:company|employer|organi[sz]ation)(?: name)? ?[:-] {0,3}\w", re.I | re.M
)
"""A form that says with whom somebody is what the CV is headed with tells of work, though in no sentence."""


LEAST_TOLD_OF = 0.05
"""How much the work tells of what somebody is called in passing, next to what it tells most of: with less
the title is another's ("a website for students and teachers")."""


def _found_headline(
    words: Words, sections: Sections, worked: list[Role]
) -> tuple[str, dict[int, float], bool]:
    """What somebody says to be, with its families, and whether in passing only: above the CV, in a form
    behind the education, in a role without dates, or in passing. Gives titles to the roles of ``worked``
    that the form names."""
    text = words.text
    headline, headline_families = _headline(text, sections, worked)
    named = _behind_the_education(text, sections)
    if named is not None:
        if not headline or named.twice:
            headline, headline_families = named.title, named.families
        for role in worked:
            if not role.title and named.employer and _is_with(named.employer, text, role):
                role.title, role.families = named.title_there, named.families_there
        if len(worked) == 1 and not (worked[0].title or named.employer):  # the form asks for both apart
            worked[0].title, worked[0].families = named.title, named.families
    titled = [(role.first, role.last) for role in worked if role.families]
    if not headline and months_covered(titled) < LEAST_TITLED:
        headline, headline_families = _undated_titles(text, sections)
        if not headline and not titled:
            told = _told(text)
            headline, headline_families = told or _titles_in_passing(words)
            return headline, headline_families, told is None
    return headline, headline_families, False


def _of_the_titles(worked: list[Role], headline: dict[int, float], now: int) -> dict[int, float]:
    """How much the titles of the roles, and the families of the ``headline``, tell of each family: the longer
    and the more recent the more."""
    title_mix: defaultdict[int, float] = defaultdict(float)
    for role in worked:
        years_ago = max(0.0, (now - role.last) / 12)
        weight = math.sqrt(min(72.0, max(2.0, role.last - role.first + 1))) * 0.5 ** (years_ago / 5)
        for family, share in role.families.items():
            title_mix[family] += weight * share
    for family, share in headline.items():
        title_mix[family] += 6.0 * share
    return title_mix


def _warnings(document: Document, mentions: list[Mention]) -> list[str]:
    text = document.text
    warnings: list[str] = []
    if text.hidden_characters > 20:
        warnings.append(
            f"The CV holds {text.hidden_characters} characters of hidden text (comments or invisible "
            f"styles); they were not counted."
        )
    warnings += _repetition(document.words, mentions)
    if tried := injection_warning("CV", document.attempts):
        warnings.append(tried)
    return warnings


def _mix(weights: dict[int, float], names: list[str], most: int) -> dict[str, float]:
    total = sum(weights.values())
    if total <= 0:
        return {}
    telling = {index: weight for index, weight in weights.items() if weight / total > 0.01}
    return {names[index]: round(weight / total, 4) for index, weight in _heaviest(telling, most)}


def _named(terms: dict[int, float]) -> dict[str, float]:
    """The heaviest telling words with their weights."""
    names = family_table().term_names
    return {names[number]: round(weight, 3) for number, weight in _heaviest(terms, MOST_TERMS)}


def _heaviest(weights: dict[int, float], most: int) -> list[tuple[int, float]]:
    """The heaviest first; of two that weigh the same, the one with the lower number."""
    top = sorted(weights.items())
    top.sort(key=itemgetter(1), reverse=True)
    return top[:most]


_DAMPED = tuple(math.log2(1 + count) for count in range(MOST_REPEATS + 1))
"""What a word weighs by the times it is said."""


_NOWHERE = (math.inf, math.inf, -1)
_NO_WORK = frozenset({"education", "personal", "interests", "languages"})


def _duties(
    words: Words, sections: Sections, roles: list[Role], now: int
) -> dict[int, tuple[dict[int, int], float]]:
    """Telling terms by role (-1: outside of roles), each with how often it is said (``MOST_REPEATS`` at
    most), and the weight of the role."""
    families = family_table()
    weights = {-1: 0.8}
    for number, role in enumerate(roles):
        years_ago = max(0.0, (now - role.last) / 12)
        weights[number] = 0.6 + 0.6 * 0.5 ** (years_ago / 4)
    found: dict[int, dict[int, int]] = {number: {} for number in weights}
    places = [*[(role.start, role.end, number) for number, role in enumerate(roles)], _NOWHERE]
    starts = words.starts
    at = 0
    for first, _, number in families.terms.find(words):
        position = starts[first]
        while places[at][1] <= position:
            at += 1
        inside = places[at][2] if places[at][0] <= position else -1
        if inside < 0 and sections.kind_at(position) in _NO_WORK:
            continue
        counts = found[inside]
        said = counts.get(number, 0)
        if said < MOST_REPEATS:
            counts[number] = said + 1
    return {number: (counts, weights[number]) for number, counts in found.items()}


def _workplaces(words: Words, roles: list[Role]) -> list[dict[str, float]]:
    """What each role says of where it was done."""
    found = phrases_in(words)
    return [
        counted(
            found[bisect_left(found, (role.start, "")) : bisect_left(found, (role.end, ""))],
            end_of_head(words.text, role.start, role.end),
        )
        for role in roles
    ]


def _role_mix(counts: dict[int, int], told: dict[int, tuple[int, ...]]) -> dict[int, float]:
    """Families of the telling terms of one role, as they are ``told`` by each."""
    weights = family_table().term_weights
    mix: defaultdict[int, float] = defaultdict(float)
    for term, count in counts.items():
        owners = told[term]
        for family in owners:
            mix[family] += weights[term] * _DAMPED[count] / len(owners)
    return mix


_A_NUMBER = Lazy(
    r"[\w /-]{0,30}\b(?:number|no\.?|ref|licen[cs]es?|pin|tickets|registration|clearance|e-?mail|phone|"
    r"tel|mobile)\s?[:#]",
    re.I,
)
"""A line that says which number or licence somebody has, and not what they are."""


_WISHED = Lazy(
    r"\b(?:looking (?:for|to)|seek(?:s|ing)?|in search of|(?:to|can) (?:obtain|secure|become|gain)|"
    r"wish\w* to|apply(?:ing)? (?:for|as)|aspir\w+|auf der suche|à la recherche|"
    r"recherche (?:un|d[e'])|en busca de)\b"
)
"""Before a title that somebody would like to have."""
_LONGEST_LINE = 90
"""Characters of a line that may be a title as a whole; a longer one is prose, or a text without lines."""


def _headline(text: str, sections: Sections, roles: list[Role]) -> tuple[str, dict[int, float]]:
    """What the person calls themselves: a title in the lines before the first heading, or in the summary,
    wherever that stands."""
    first = min([role.start for role in roles[:1]] + [item.start for item in sections.items][:1] + [900])
    places = [(0, first)]
    for number, item in enumerate(sections.items):
        if item.kind == "summary":
            after = [other.start for other in sections.items[number + 1 : number + 2]]
            places.append((item.body, min([*after, item.body + 900])))
    for start, end in places:
        for line in text[start:end].split("\n"):
            bare = line.strip(" #*_•-=|\t")
            if not bare or _A_NUMBER.match(bare):
                continue
            if len(bare) > _LONGEST_LINE and (told := _told(bare[:900])):
                return told
            title, families = title_in(bare[:200])
            if _WISHED.search(bare.lower(), 0, max(0, bare.find(title))):
                continue
            if title.islower() and (SEVERAL.search(title) or not A_PERSON.search(title)):
                continue  # "systems for veterinary care and blood banks", "led twelve nurses"
            if families and (len(bare) <= _LONGEST_LINE or sum(families.values()) > 0.6):
                return title, families
    return "", {}


class _Named(NamedTuple):
    """What the last lines of a form's education name: "Java Developer" / "Java Developer - Example Ltd"."""

    title: str
    families: dict[int, float]
    employer: str
    title_there: str
    families_there: dict[int, float]
    twice: bool
    """So that it is no name of a course."""


_LAST_LINES = 2
_LEAST_EMPLOYER, _NEAR_THE_DATES = 4, 160


def _behind_the_education(text: str, sections: Sections) -> _Named | None:
    """The title, and the employer where somebody has it, behind the degrees; nothing where the last lines of
    that section are no titles from end to end."""
    for number, item in enumerate(sections.items):
        if item.kind != "education":
            continue
        after = [other.start for other in sections.items[number + 1 : number + 2]]
        section = text[item.body : min([*after, len(text)])]
        lines = [line.strip() for line in section.split("\n") if line.strip()][-_LAST_LINES:]
        found = [_title_and_employer(line) for line in lines if len(line) <= LONGEST_TITLE_LINE]
        titled = [each for each in found if each is not None]
        again = bool(titled) and lines[-1].lower().startswith(titled[-1][0].lower())
        if titled and (len(titled) == len(lines) or again):
            title, families, _ = titled[0]
            title_there, families_there, employer = titled[-1]
            twice = len(titled) > 1 or found[-1] is None
            return _Named(title, families, employer, title_there, families_there, twice)
    return None


def _title_and_employer(line: str) -> tuple[str, dict[int, float], str] | None:
    before, _, employer = line.partition(" - ")
    for part, rest in ((line, ""), (before, employer)):
        title, families = title_in(part)
        if families and title == part.strip():
            return title, families, rest.strip()
    if line.isupper() and line.isalpha():  # "HR"
        families = title_in(f"{line} Specialist")[1]
        return (line, families, "") if families else None
    return None


def _is_with(employer: str, text: str, role: Role) -> bool:
    """Whether the lines about the dates of a role name the ``employer``."""
    around = text[role.start : min(role.end, role.start + _NEAR_THE_DATES)]
    above = text[max(0, role.start - _NEAR_THE_DATES // 2) : role.start].lower().rpartition("company - ")[2]
    there = employer in around or (
        above.startswith(employer.lower()) and not around.lower().startswith("company")
    )
    return len(employer) >= _LEAST_EMPLOYER and there


_OF_A_FORM = Lazy(
    r"(?:(?P<role>role|designation|position|job title|title|post)|company|employer|client|organi[sz]ation|"
    r"platform|software|environment|database|project|server|tools?|technolog\w+|department)\b"
    r"[ \w]{0,12}\s?[:-]\s*|(?P<apart>role|designation)(?:\t|\s{2,})",
    re.I,
)
"""The label of a line of a form; only one says what somebody was."""
_TOLD_IN = {"experience": 2, "education": 2, "skills": 0}
"""Of titles in several sections those of work count, and those among skills ("Model View Controller") last;
no degree is a title, but some forms name the post behind the degrees."""
_A_DASH = Lazy(" - ")
_AN_EMPLOYER = Lazy(r" - |, | \| | at | \(")
"""What stands between a title and where somebody had it."""


def _undated_titles(text: str, sections: Sections) -> tuple[str, dict[int, float]]:
    """Titles on lines of their own in a CV that dates none ("Senior Analyst - Acme"): the first of them, and
    the families of all; those of the experience section, if it has any."""
    found: list[tuple[int, str, dict[int, float]]] = []
    position = 0
    for line in text.split("\n"):
        bare = line.strip(" #*_-=|\t")
        if label := _OF_A_FORM.match(bare):
            bare = bare[label.end() :] if label["role"] or label["apart"] else ""
        kind = sections.kind_at(position)
        if (
            2 < len(bare) <= LONGEST_TITLE_LINE
            and not line.lstrip().startswith(("•", "- ", "* "))
            and not bare.endswith(".")
            and kind not in ("interests", "languages", "personal")
        ):
            title, families = title_in(bare)
            named = (_AN_EMPLOYER if kind == "experience" else _A_DASH).split(bare, 1)[0]
            words = len(stems_of(title)), len(stems_of(named))
            whole = sum(families.values()) > LEAST_TITLE and 2 * words[0] >= words[1]
            if families and (whole or words[0] == words[1]):
                found.append((_TOLD_IN.get(kind, 1), title, families))
        position += len(line) + 1
    best = max((place for place, *_ in found), default=0)
    mix: defaultdict[int, float] = defaultdict(float)
    shown = [(title, families) for place, title, families in found if place == best]
    for _, families in shown:
        for family, share in families.items():
            mix[family] += share
    return shown[0][0] if shown else "", _shares(mix)


def _told(text: str) -> tuple[str, dict[int, float]] | None:
    """What sentences say that their writer is: the first of it, and the families of all."""
    told = told_titles(text)
    mix: defaultdict[int, float] = defaultdict(float)
    for _, families in told:
        for family, share in families.items():
            mix[family] += share
    return (told[0][0], _shares(mix)) if told else None


def _titles_in_passing(words: Words) -> tuple[str, dict[int, float]]:
    """The title that a CV with none on a line of its own names most often, and the families of all that it
    names half as often or more."""
    table = family_table()
    counts: Counter[str] = Counter()
    shown: dict[str, tuple[str, dict[int, float]]] = {}
    stems = words.stems
    for start in range(0, len(stems), _WINDOW - _OVERLAP):
        families, first, after = table.title_families(stems[start : start + _WINDOW], between=0)
        if sum(families.values()) > LEAST_PASSING_TITLE and COMPANY.isdisjoint(
            words.words[start + after : start + after + 1]  # the name of a firm
        ):
            begin, end = words.starts[start + first], words.ends[start + after - 1]
            title = words.text[begin:end]
            if "," in title or is_of_members(words.lower, begin, end):
                continue
            counts[title.lower()] += 1
            shown.setdefault(title.lower(), (title, families))
    if not counts:
        return "", {}
    (title, most), *_ = counts.most_common(1)
    mix: defaultdict[int, float] = defaultdict(float)
    for name, count in counts.items():
        if count * 2 >= most:
            for family, share in shown[name][1].items():
                mix[family] += share * count
    return shown[title][0], _shares(mix)


def _shares(mix: dict[int, float]) -> dict[int, float]:
    total = sum(mix.values())
    return {family: share / total for family, share in mix.items()}


_MOST_STATED = 50
_YEARS = Lazy(
    r"(?<![\w-])(?:over |more than |around |about |nearly |almost |approximately )?(\d{1,2}(?:\.\d)?|"
    r"(?:(?P<tens>twenty|thirty|forty)[- ])?(?P<unit>one|two|three|four|five|six|seven|eight|nine)|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty)(?P<half> 1/2|½| and a half)?\s?\+?\s?"
    r"(?:(?:full|good|great|happy|long|rich|solid|successful|wonderful) )?(?:years?|yrs?)'?"
    r"(?![a-z]|[ -]?(?:old|of age))(?: and \d+ months?)?(?:'| of| in| as|"
    r"\s\w+ly)?[^.\n]{0,30}?\b(?:experience|exp|in |as |of |post[ -]?(?:m\b|qualif|licens|grad|pqe))"
)
_UNITS, _BEFORE_A_UNIT = ("year", "yr"), 40
"""What ``_YEARS`` counts, and no fewer characters than it finds before one."""
_NUMBERS = {**NUMBERS, "eleven": 11, "twenty": 20, "thirty": 30, "forty": 40}


def _stated_years(lower: str) -> float | None:
    head = lower[:4000]
    first = min((at for unit in _UNITS if (at := head.find(unit)) >= 0), default=None)
    match = None if first is None else _YEARS.search(head, max(0, first - _BEFORE_A_UNIT))
    if match is None:
        return None
    if match["tens"]:
        value = float(_NUMBERS[match["tens"]] + _NUMBERS[match["unit"]])
    else:
        value = float(_NUMBERS.get(match[1], 0) or match[1])
    value += 0.5 if match["half"] else 0.0
    return value if value <= _MOST_STATED else None


_DURATION = Lazy(
    r"(?P<years>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten)\+?[ -]?(?:years?|yrs?)\b"
    r"(?![ -]?(?:old|of age)\b)(?:(?: and|,)? (?P<months>\d{1,2}) (?:months?|mos?)\b)?"
)


def _years_of_titles(text: str, sections: Sections) -> float | None:
    """The sum of the years that stand on lines with a title: "Cleaner, Example School (4 years)"."""
    total, position = 0.0, 0
    for line in text.split("\n"):
        found = _DURATION.search(line.lower()) if sections.kind_at(position) in ("experience", "") else None
        if found and title_in(line[: found.start()])[1]:
            total += float(NUMBERS.get(found["years"]) or found["years"]) + int(found["months"] or 0) / 12
        position += len(line) + 1
    return round(total, 1) if 0 < total <= _MOST_STATED else None


def _longest_use(uses: list[SkillUse], lower: str) -> float | None:
    """Years of the skill that was used longest, whether or not its name is known: the work has lasted so long
    at least. Months of one say nothing of that."""
    months = max([longest_stated(lower), *(use.months or 0.0 for use in uses)])
    return round(min(50.0, months / 12), 1) if months >= 12 else None


def _repetition(words: Words, mentions: list[Mention]) -> list[str]:
    if not mentions or len(words) < 40:
        return []
    counts = Counter([mention.skill for mention in mentions])
    skill, count = counts.most_common(1)[0]
    if count >= 15 and count / len(words) > 0.06:
        name = skill_table().skills[skill].name
        return [f"{name} is named {count} times; repeating a word adds nothing to the score."]
    return []
