"""What each requirement of the posting brings, from what the CV shows of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain, compress, product
from operator import not_
from typing import NamedTuple

from shared.matching.agent_nouns import DONE_BY_TITLE, done_by_title
from shared.matching.asked_skills import SkillRequirement
from shared.matching.document import Document
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.mentions import GRADES
from shared.matching.products import product_of
from shared.matching.profile import Profile
from shared.matching.protected_titles import REGISTERS_OF_ALL, shown_by_title
from shared.matching.requirements import Requirements
from shared.matching.scoring import (
    CORE_IN_USE,
    CORE_NEAR,
    MET,
    PARTIAL,
    WITHOUT_LANGUAGE,
    WITHOUT_LICENCE,
    WITHOUT_LICENCE_ELSEWHERE,
    WITHOUT_SPECIALITY,
    WITHOUT_SUBJECT,
    WITHOUT_TOOL,
    Credit,
)
from shared.matching.short_names import is_denied, meant, short_mentions
from shared.matching.skill_uses import SkillUse
from shared.matching.skills import Skill, skill_table
from shared.matching.titled import WITH_SPECIALITIES, names, names_a_speciality
from shared.matching.verbal import VERB_OF
from shared.matching.words import Words, stem, stems_of

NEAR_FACTOR = CORE_NEAR
PARENT_FACTOR = 0.97
BARE = 0.62
OF_ITS_PARTS = 0.8
"""What the weaker of two parts shows of the skill that is made of both."""
HELD = 0.94
"""A licence, a certificate or a language, by being named: one has it or not."""
SLIGHT = 0.4
"""Only begun, or known in its basics."""
_KIND_OF_PHRASE = {
    **dict.fromkeys(("licence", "license", "registration", "clearance", "card", "permit"), "licence"),
    **dict.fromkeys(
        ("certificate", "certification", "qualification", "accreditation", "diploma", "membership"),
        "certificate",
    ),
}
_TWIN = {
    stem(noun): stem(held)
    for noun, held in (
        ("registration", "registered"),
        ("certification", "certified"),
        ("certificate", "certified"),
        ("qualification", "qualified"),
        ("accreditation", "accredited"),
        ("licence", "licensed"),
        ("membership", "member"),
    )
}
"""Who is registered has a registration."""
_OTHERS_THAT_SAY_IT = (
    ("assistance", "assist"),
    ("graphics", "graphic"),
    ("laboratory", "lab"),
    ("retention", "retain"),
    ("storage", "store"),
)
_SHORTEST_JOINED = 6
"""Letters of a word that is written as two, too: "storm water"."""
_LEAST = 0.05
"""What a word of a phrase weighs that tells nothing."""
HELD_KINDS = frozenset({"licence", "certificate", "language"})
NO_USE_ANYWHERE = 0.3
OF_ANOTHER_PRODUCT = 0.55
"""What is left of the credit of work with a product that the CV does not name: SQL Server's replication for
"MySQL replication"."""
_WRITES_CODE = frozenset({
    "java development", "dotnet development", "web development", "full stack development",
    "python development", "backend development", "software engineering", "embedded software",
    "mobile development", "game development",
})  # fmt: skip
_WRITTEN = frozenset({
    "C", "C#", "C++", "COBOL", "Elixir", "Erlang", "Go", "Java", "Kotlin", "Objective-C", "PHP", "Perl",
    "Python", "Ruby", "Rust", "Scala", "Swift", ".NET",
})  # fmt: skip
"""What the programs themselves are written in, and not only a page or a script of them."""
_OF_CODE = frozenset({"programming languages", "backend development", "frontend & web", "mobile & games"})
"""Fields of the skill table whose tools programs are written in or with."""
_MOSTLY = 0.5
_OF_EVERY_TEACHER = frozenset({"Teaching", "Secondary teaching", "Primary teaching", "Teaching assistance"})
_LICENCES_BESIDE = frozenset({"driving & transport", "logistics & warehouse", "public service & government"})
"""Fields whose licences many a posting of other work asks for: to drive, to lift, to be cleared."""
_LEVEL = 2
"""Digits of a number that says which: of a band, a class, a level; more are a year's."""
WHOLE_PHRASE = 0.5
"""Share of a phrase's telling words that must stand close together for the phrase to be found."""
_ANCHORS, _MOST_PLACES = 2, 20
"""Words of a phrase around which it is looked for, and places of each that are looked at."""
_NEAR = 6
"""Words before and after one of a phrase among which the others are looked for."""
_LONGEST_GAP = 80
"""Characters before a word that are looked at for such an end."""
_ENDS = Lazy(r"[.!?][\"')\]]*\s+[^\W\d_a-z]|\n[^\n]*(?![a-z]).\Z|\n\s*\n|[•;|]")
"""Between two words, the first letter of the second included: where a sentence or what a line says ends."""
_LEAST_ALONE = 0.4
"""Tellingness of a word that may show a phrase in part without the others."""
_LEAST_LEFT = 0.3
_MOST_IN_PART = MET - 0.01
"""Share of a phrase of which a word that tells so much is left, at most: a cluster is no cluster repair."""
_MOST_UNSHOWN = PARTIAL - 0.01
"""What remains of a phrase that is not found, and of which nothing is quoted, at most."""


_SUITES = {"Microsoft Office": ("Word", "Excel", "PowerPoint", "Outlook")}
_ENOUGH_OF_A_SUITE = 2
"""Programs of a suite from which it is shown: one alone is only near it."""
_LONGEST_WITH_A_DOUBLE = 4
"""Letters of an abbreviation that is an ordinary word too: MAP is no map."""
_WRITTEN_IN = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
_SENTENCE = 60
"""Characters of a sentence that shows in which language a CV is written."""


class Given(NamedTuple):
    """A credit with its evidence: offsets into the CV, years of use, and what stood in for the thing asked
    (near skill). ``beside`` are the offsets of all that speaks of the thing itself or of what implies it."""

    credit: Credit
    spans: list[tuple[int, int]]
    years: float | None
    through: str | None
    beside: list[tuple[int, int]]


def kind_of(name: str) -> str:
    """The kind of the skill ``name`` in the table; for a phrase outside of it what its last word says."""
    table = skill_table()
    number = table.by_name.get(name)
    if number is None:
        return _KIND_OF_PHRASE.get(name.rpartition(" ")[2].lower(), "skill")
    return table.skills[number].kind


def shows(one: str, other: str) -> bool:
    """Whether the skill ``one`` shows ``other`` too: Django is Python."""
    return other in skill_table().above(one)


def strength(use: SkillUse, has_sentences: bool) -> float:
    """0–1: how well a CV shows a skill. Only begun 0.4; named in a list 0.62, or 0.94 if naming it is all
    there is to show; used in a sentence more; in two places or lately, whole."""
    if not has_sentences:
        return NO_USE_ANYWHERE
    if use.slight and not use.titled:
        return SLIGHT
    value = HELD if kind_of(use.name) in HELD_KINDS else BARE
    if use.used or use.roles:
        in_use = CORE_IN_USE + 0.06 * min(2, use.used) + (0.06 if use.recent else 0.0)
        value = max(value, in_use + (0.06 if use.roles > 1 else 0.0))
    if use.titled:
        value = 1.0
    return min(1.0, value)


_OF_A_GRADE = Lazy(rf"\b(?:{GRADES})")
"""In a posting's title: it is for somebody of another grade than the plain registration's."""


def give_credits(document: Document, profile: Profile, asked: Requirements, *, assists: bool) -> list[Given]:
    """One credit a requirement, heaviest first; ``assists`` is what ``rolefit.only_assists`` says."""
    table = skill_table()
    shown = {use.name: use for use in profile.skills}
    if _OF_A_GRADE.search((asked.title or "").lower()):
        held = {name: replace(use, slight=False) for name, use in shown.items() if kind_of(name) == "licence"}
        shown |= held  # the registration of a technician is what a technician's posting asks for
    elif assists:
        shown |= {name: replace(use, slight=True) for name, use in shown.items() if name in REGISTERS_OF_ALL}
    names = [one.name if one.known else meant(one.name) for one in asked.skills]
    below: dict[str, list[SkillUse]] = {name: [] for name in names if name}
    for use in profile.skills:
        for parent in table.above(use.name):
            if parent in below:
                below[parent].append(use)
    positions: dict[str, list[int]] | None = None
    given: list[Given] = []
    for requirement, name in zip(asked.skills, names, strict=True):
        found = _of_the_table(requirement, name, document, profile, shown, below) if name else None
        if found is None or not (requirement.known or found.credit.credit):
            if positions is None:
                positions = _positions([one.name for one in asked.skills if not one.known], document.words)
            found = _phrase(requirement, document, profile, positions)
        given.append(found)
    return _with_alternatives(given, asked)


def _with_alternatives(given: list[Given], asked: Requirements) -> list[Given]:
    """``given`` with the credit of the best of several alternatives for each of them."""
    best: dict[int, Given] = {}
    for one, requirement in zip(given, asked.skills, strict=True):
        group = requirement.either
        if group is not None and (group not in best or one.credit.credit > best[group].credit.credit):
            best[group] = one
    if not best:
        return given
    return [
        one
        if requirement.either is None or best[requirement.either].credit.credit <= one.credit.credit
        else _instead(one, best[requirement.either])
        for one, requirement in zip(given, asked.skills, strict=True)
    ]


def _instead(one: Given, other: Given) -> Given:
    """``one`` as the alternative ``other`` shows it."""
    credit = one.credit._replace(credit=other.credit.credit)
    spans = one.spans + [span for span in other.spans if span not in one.spans]
    return Given(credit, spans, one.years, other.through or other.credit.name, one.beside + other.beside)


def _of_the_table(
    requirement: SkillRequirement,
    name: str,
    document: Document,
    profile: Profile,
    shown: dict[str, SkillUse],
    below: dict[str, list[SkillUse]],
) -> Given:
    """A skill of the table, asked for by its ``name`` or by an abbreviation."""
    best, source, through = 0.0, None, None
    beside: list[tuple[int, int]] = []
    for use, share in _candidates(name, document, shown, below):
        value = strength(use, profile.has_sentences) * share * _years_factor(use, requirement.years)
        if share >= PARENT_FACTOR:
            beside += use.spans
        if value > best:
            best, source = value, use
            through = use.name if name not in shown else None
    spans = _spans(shown.get(name), source)
    short: list[tuple[int, int]] = []
    if best < BARE and name not in shown:
        short = [document.quote_span(*place) for place in short_mentions(name, document)]
    if short:
        bare = BARE if profile.has_sentences else NO_USE_ANYWHERE
        if bare > best:
            best, source, through, spans = bare, None, None, short
        beside += short
    if (
        kind_of(name) == "licence"
        and (by_title := shown_by_title(name, document, profile))
        and by_title[0] > best
    ):
        best, source, through, spans = by_title[0], None, None, [document.quote_span(*by_title[1:])]
        beside += spans
    if best < 1.0 and (place := _taught_by_title(name, document, profile)):
        best, source, through, spans = 1.0, None, None, [document.quote_span(*place)]
        beside += spans
    if best < BARE and name == _WRITTEN_IN.get(profile.language) and (sentence := _a_sentence(document)):
        best, source, through, spans = BARE, None, None, [sentence]
    product = product_of(skill_table().by_name[name], requirement.shown_as)
    if product is not None and not _is_shown(skill_table().skills[product].name, shown):
        best *= OF_ANOTHER_PRODUCT
    related = source is not None and source.name != name and not shows(source.name, name)
    dated = source is not None and not related and (requirement.years or kind_of(name) not in HELD_KINDS)
    years = round(source.months / 12, 1) if source is not None and source.months and dated else None
    credit = Credit(requirement.name, requirement.weight, round(best, 4), requirement.required)
    return Given(credit, spans, years, through, beside)


def _subject(name: str) -> frozenset[str]:
    """Stems of the subject that the skill ``name`` is or teaches."""
    return frozenset(stems_of(name.removesuffix(" teaching")))


def _is_the_subject(requirement: SkillRequirement, title: str) -> bool:
    """Whether a teacher's ``title`` names what is asked for, by its name or as the posting does."""
    return bool(_subject(requirement.name)) and (
        _subject(requirement.name).issubset(stems_of(title)) or requirement.shown_as.lower() in title.lower()
    )


def _taught_by_title(name: str, document: Document, profile: Profile) -> tuple[int, int] | None:
    """Where the title of a role says that somebody teaches the subject ``name``: a physics teacher's."""
    subject = _subject(name)
    if not subject or name in _OF_EVERY_TEACHER:
        return None
    for role in profile.roles:
        title = role.title.lower()
        if (title.endswith("teacher") or title.startswith("teacher of ")) and subject.issubset(
            stems_of(role.title)
        ):
            return role.title_span(document.words.lower)
    return None


def _is_shown(name: str, shown: dict[str, SkillUse]) -> bool:
    """Whether the CV names the skill ``name`` or what implies it."""
    return name in shown or any(shows(one, name) for one in shown)


def alternatives(asked: Requirements) -> dict[str, frozenset[str]]:
    """Requirements of which one is enough, each with all of its group."""
    groups: dict[int, set[str]] = {}
    for skill in asked.skills:
        if skill.either is not None:
            groups.setdefault(skill.either, set()).add(skill.name)
    return {name: frozenset(group) for group in groups.values() for name in group}


def counted(given: list[Given], asked: Requirements) -> tuple[Credit, ...]:
    """The credits, alternatives together with the weight of the heaviest: they are one thing asked for."""
    weights: dict[int, list[float]] = {}
    for skill in asked.skills:
        if skill.either is not None:
            weights.setdefault(skill.either, []).append(skill.weight)
    shares = {group: max(each) / sum(each) for group, each in weights.items() if sum(each)}
    return tuple(
        one.credit
        if skill.either not in shares
        else one.credit._replace(weight=round(one.credit.weight * shares[skill.either], 4))
        for one, skill in zip(given, asked.skills, strict=True)
    )


def core_of(asked: Requirements, *, of_the_trade: bool) -> dict[str, float]:
    """What the role rests on, however like the rest is, and what is left of the likeness without it: the
    tools and licences that the posting's title names, and licences without which the work may not be done.
    ``of_the_trade``: whether the CV's titles are the posting's, so that a licence may go without saying."""
    table = skill_table()
    core: dict[str, float] = {}
    teaches = asked.title_families.get("secondary teaching", 0.0) >= _MOSTLY
    for requirement in asked.skills:
        if not requirement.known:
            continue
        skill = table.skills[table.by_name[requirement.name]]
        if skill.kind in ("soft", "language"):
            continue
        titled = names(asked.title or "", requirement.name)
        if (skill.kind == "tool" and titled) or _is_of_a_titled_tool(asked, skill):
            core[requirement.name] = WITHOUT_TOOL
        elif (
            skill.kind == "licence"
            and (titled or (requirement.required and skill.field not in _LICENCES_BESIDE))
        ) or (titled and skill.kind == "certificate"):
            core[requirement.name] = WITHOUT_LICENCE if of_the_trade else WITHOUT_LICENCE_ELSEWHERE
        elif (
            teaches
            and skill.kind == "skill"
            and skill.name not in _OF_EVERY_TEACHER
            and (titled or _is_the_subject(requirement, asked.title or ""))
        ):
            core[requirement.name] = WITHOUT_SUBJECT
        elif skill.field in WITH_SPECIALITIES and names_a_speciality(
            asked.title or "", [requirement.shown_as]
        ):
            core[requirement.name] = WITHOUT_SPECIALITY
    return core or _language_of(asked)


def _is_of_a_titled_tool(asked: Requirements, skill: Skill) -> bool:
    """Whether ``skill`` is the work with a tool that the title names: the Oracle DBA of an Oracle database
    administrator's post."""
    table = skill_table()
    return skill.kind == "skill" and any(
        table.skills[table.by_name[above]].kind == "tool"
        and names(asked.title or "", above)
        and above.lower() in skill.name.lower()
        for above in table.above(skill.name)
    )


def _language_of(asked: Requirements) -> dict[str, float]:
    """What a developer writes in whose title names nothing: the languages and frameworks of which the posting
    asks for years; otherwise the programming language, where a single one is required, or one of several."""
    written = sum(share for family, share in asked.title_families.items() if family in _WRITES_CODE)
    if written < _MOSTLY:
        return {}
    required = [one for one in asked.skills if one.required and one.known]
    for_years = [one.name for one in required if one.years and _is_written_in(one.name)]
    if for_years:
        return dict.fromkeys(for_years, WITHOUT_LANGUAGE)
    languages = [one for one in required if one.name in _WRITTEN]
    groups = {one.name if one.either is None else one.either for one in languages}
    return {one.name: WITHOUT_LANGUAGE for one in languages if len(groups) == 1}


def _is_written_in(name: str) -> bool:
    """Whether programs are written in the tool ``name``, or with it."""
    table = skill_table()
    skill = table.skills[table.by_name[name]]
    return skill.kind == "tool" and skill.field in _OF_CODE


def _spans(named: SkillUse | None, source: SkillUse | None) -> list[tuple[int, int]]:
    """Where the thing itself is shown first, and then where ``source`` is, which earned the credit."""
    spans = list(named.spans) if named is not None else []
    if source is not None and source is not named:
        spans += [span for span in source.spans if span not in spans]
    return spans


def _a_sentence(document: Document) -> tuple[int, int] | None:
    """A sentence that is long enough to show in which language the CV is written."""
    for low, high in document.spans:
        if high - low > _SENTENCE and document.words.lower.count(" ", low, high) > _SENTENCE // 10:
            return document.quote_span(low, low + 1)
    return None


def _candidates(
    name: str, document: Document, shown: dict[str, SkillUse], below: dict[str, list[SkillUse]]
) -> Iterator[tuple[SkillUse, float]]:
    """What can stand for the skill ``name``, and for how much: itself, what implies it, what is near."""
    if name in shown:
        yield shown[name], 1.0
    for use in below.get(name, ()):
        yield use, PARENT_FACTOR
    if (made_of := _made_of(name)) and (both := _shown_by_its_parts(made_of, shown)):
        yield both, OF_ITS_PARTS
    parts = [shown[part] for part in _SUITES.get(name, ()) if part in shown]
    if len(parts) >= _ENOUGH_OF_A_SUITE:
        for use in parts:
            yield use, PARENT_FACTOR
    held = kind_of(name) in HELD_KINDS
    for other in sorted(skill_table().near.get(name, ())):
        if other in shown and not (held and kind_of(other) == "skill"):
            # Who has done the work need not hold the certificate.
            yield shown[other], PARENT_FACTOR if _is_named_by(name, shown[other], document) else NEAR_FACTOR


@lru_cache(maxsize=4_000)
def _made_of(name: str) -> tuple[str, ...]:
    """The tool and the work that a skill is made of, where one of its names is made of both of theirs: Oracle
    database administration is that of databases, of Oracle's; () where none is."""
    table = skill_table()
    entry = table.skills[table.by_name[name]]
    tools = [parent for parent in entry.parents if kind_of(parent) == "tool"]
    works = [parent for parent in entry.parents if kind_of(parent) == "skill"]
    if entry.kind != "skill" or not tools or not works:
        return ()
    wholes = {frozenset(stems_of(one)) for one in (entry.name, *entry.aliases)}
    for tool, work in product(tools, works):
        for one, other in product(_names_of(tool), _names_of(work)):
            if one | other in wholes and not (one >= other or other >= one):
                return tool, work
    return ()


def _names_of(name: str) -> list[frozenset[str]]:
    """The stems of each name of a skill of the table."""
    table = skill_table()
    entry = table.skills[table.by_name[name]]
    return [frozenset(stems_of(one)) for one in (entry.name, *entry.aliases)]


def _shown_by_its_parts(made_of: tuple[str, ...], shown: dict[str, SkillUse]) -> SkillUse | None:
    """Of the uses that show each part of a skill best, the one that shows least; None where a part is
    missing."""
    least: SkillUse | None = None
    for part in made_of:
        uses = [use for use in shown.values() if use.name == part or shows(use.name, part)]
        if not uses:
            return None
        best = max(uses, key=_how_well)
        if least is None or _how_well(best) < _how_well(least):
            least = best
    return least


def _how_well(use: SkillUse) -> float:
    return strength(use, has_sentences=True)


def _is_named_by(name: str, use: SkillUse, document: Document) -> bool:
    """Whether the CV shows the near skill ``use`` by words that hold ``name``: "files in SharePoint"."""
    forms = _forms_around(name, use.name)
    return bool(forms) and any(
        form in document.text.source[start:end].lower() for start, end in use.spans for form in forms
    )


@lru_cache(maxsize=4_000)
def _forms_around(name: str, other: str) -> tuple[str, ...]:
    """Names of the skill ``other``, in small letters, that hold the whole ``name``; not where it begins the
    name of something else ("Looker Studio") or stands behind another's ("Azure Active Directory")."""
    table = skill_table()
    if HELD_KINDS & {kind_of(name), kind_of(other)}:
        return ()
    whole = re.compile(rf"(?<![\w.])(?i:{re.escape(name)})(?![\w.+#]| [A-Z\d])")
    return tuple(
        alias.lower()
        for alias in table.skills[table.by_name[other]].aliases
        if (found := whole.search(alias)) and not alias[: found.start()][:1].isupper()
    )


def _years_factor(use: SkillUse, wanted: float | None) -> float:
    """0.75–1: fewer years than asked for cost up to a quarter; undated use is not held against anybody."""
    years = use.months / 12 if use.months else None
    return 0.75 + 0.25 * years / wanted if wanted and years is not None and years < wanted else 1.0


@cache
def _said_too() -> dict[str, set[str]]:
    """Other stems that say what a stem of a phrase says: "planned" for "planning", "lab" for "laboratory"."""
    others: dict[str, set[str]] = {}
    for one, other in [*VERB_OF.items(), *_OTHERS_THAT_SAY_IT]:
        if one != "sales":
            others.setdefault(stem(one), set()).add(stem(other))
            others.setdefault(stem(other), set()).add(stem(one))
    return others


def _is_a_name(phrase: str) -> bool:
    """Whether a phrase is two words that both begin with a capital."""
    first, _, second = phrase.partition(" ")
    return first[:1].isupper() and second[:1].isupper() and " " not in second


@lru_cache(maxsize=4_000)
def _forms_of(stems: tuple[str, ...]) -> list[set[str]]:
    """For each stem of a phrase all that says it: other stems, it and its neighbour written as one, and two
    words (``Words.pairs``) that are it written apart."""
    said_too = _said_too()
    forms = [{part, *said_too.get(part, ())} for part in stems]
    for part, form in zip(stems, forms, strict=True):
        if len(part) >= _SHORTEST_JOINED:
            form.add(f"{part}e")  # "website" has lost it, "web site" has not
    for index in range(len(stems) - 1):
        whole = stems[index] + stems[index + 1]
        if len(whole) >= _SHORTEST_JOINED and min(len(stems[index]), len(stems[index + 1])) > 1:
            forms[index].add(stem(whole))
            forms[index + 1].add(stem(whole))
    return forms


def _positions(phrases: list[str], words: Words) -> dict[str, list[int]]:
    """Where in the CV each form of the words of the ``phrases`` stands."""
    forms = chain.from_iterable(_forms_of(stems_of(phrase)) for phrase in phrases)
    positions: dict[str, list[int]] = {form: [] for form in chain.from_iterable(forms)}
    for told in (words.stems, words.pairs):
        for index in [at for at, one in enumerate(told) if one in positions]:
            positions[told[index]].append(index)
    return positions


def _sentences(words: Words) -> list[int]:
    """For each word the number of what it is told in: a sentence, on the next line, too, if it runs on."""
    numbers: list[int] = []
    number, text = 0, words.text
    for start, end in zip(words.starts, [0, *words.ends], strict=False):
        if (start - end > 1 or text[end:start] != " ") and _ENDS.search(
            text, max(end, start - _LONGEST_GAP), start + 1
        ):
            number += 1
        numbers.append(number)
    return numbers


class _Phrase:
    """A phrase outside the table, looked for in a CV by its telling words."""

    def __init__(self, name: str, document: Document) -> None:
        self._document = document
        self._stems = stems_of(name)
        # That somebody holds a licence is no sign of which one.
        self._weights = [_LEAST if part in _TWIN else max(_LEAST, tellingness(part)) for part in self._stems]
        self._total = sum(self._weights)
        self._forms = _forms_of(self._stems)
        self._told_in = document.words.once(_sentences)
        self.is_one_word = len(self._stems) == 1
        self._is_abbreviation = name.isupper() and len(name) <= _LONGEST_WITH_A_DOUBLE

    def places(self, positions: dict[str, list[int]]) -> Iterator[int]:
        """The words of the CV around which to look: those of the two that tell most."""
        weights = self._weights
        for anchor in sorted(range(len(weights)), key=lambda index: -weights[index])[:_ANCHORS]:
            places = [at for form in self._forms[anchor] for at in positions.get(form, ())]
            yield from (at for at in sorted(places)[:_MOST_PLACES] if not self._is_another_word(at))

    def shown_around(self, index: int) -> float:
        """0–1: the share of the phrase that stands close together around a word, in what is told there."""
        words, weights, told_in = self._document.words, self._weights, self._told_in
        low, high = max(0, index - _NEAR), index + _NEAR + 1
        low += sum([number < told_in[index] for number in told_in[low:index]])
        high -= sum([number > told_in[index] for number in told_in[index:high]])
        near = {*words.stems[low:high], *words.pairs[low : high - 1]}
        shown = [
            not form.isdisjoint(near) or _TWIN.get(part) in near
            for part, form in zip(self._stems, self._forms, strict=True)
        ]
        if all(shown):
            return sum(weights) / self._total
        missing = list(compress(self._stems, map(not_, shown)))
        if any(part.isdigit() and len(part) <= _LEVEL for part in missing):
            return 0.0  # band 6 is no band 7
        if max(compress(weights, shown), default=0.0) < _LEAST_ALONE:
            return 0.0  # "operating systems" are no external systems
        value = sum(compress(weights, shown)) / self._total
        left = max(compress(weights, map(not_, shown)))
        return min(value, _MOST_IN_PART) if left >= _LEAST_LEFT else value

    def _is_another_word(self, at: int) -> bool:
        words = self._document.words
        if self._is_abbreviation and words.text[words.starts[at] : words.starts[at] + 2].islower():
            return True
        return (  # a document is no documentation
            self.is_one_word
            and words.stems[at] in _said_too().get(self._stems[0], ())
            and not words.words[at].endswith(("ed", "ing"))
        )


def _phrase(
    requirement: SkillRequirement, document: Document, profile: Profile, positions: dict[str, list[int]]
) -> Given:
    """A phrase outside the table: its telling words, close together in the CV."""
    words = document.words
    phrase = _Phrase(requirement.name, document)
    # Half of a name is another name: "Pretend Studio" is no Esko Studio.
    whole = 1.0 if _is_a_name(requirement.name) else WHOLE_PHRASE
    best = 0.0
    spot: tuple[int, int] | None = None
    beside: list[tuple[int, int]] = []
    for index in phrase.places(positions):
        value = phrase.shown_around(index)
        place = words.starts[index], words.ends[index]
        if value >= whole:
            if is_denied(document, *place):
                continue
            beside.append(document.quote_span(*place))
        if value > best:
            best, spot = value, place
    spans = [document.quote_span(*spot)] if spot is not None and best >= whole else []
    value = (best if best >= whole else min(best * 0.4, _MOST_UNSHOWN)) * (
        0.9 if profile.has_sentences else 0.4
    )
    by_title = (
        done_by_title(requirement.name, document, profile) if best < whole and phrase.is_one_word else None
    )
    if by_title:
        value, spans = max(value, DONE_BY_TITLE), [document.quote_span(*by_title)]
    credit = Credit(requirement.name, requirement.weight, round(value, 4), requirement.required)
    return Given(credit, spans, None, None, beside)
