"""Skills, tools, licences, certificates and languages that a posting asks for, and how much each tells."""

import math
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple

from shared.matching.alternatives import Asked, groups_of
from shared.matching.asking import Asking
from shared.matching.frequency import tellingness
from shared.matching.kin import SYSTEMS
from shared.matching.known_best import must_be_known_well
from shared.matching.lazy import Lazy
from shared.matching.mentions import Mention, find_mentions, without_stray_acronyms
from shared.matching.ordinary import ordinary_words
from shared.matching.own_words import own_words
from shared.matching.passing import (
    are_at_ones_side,
    are_many_others,
    are_sought,
    are_told,
    is_in_a_name,
    is_of_other_groups,
    names_others,
    recruits,
    tells_of_the_employer,
)
from shared.matching.people import OTHERS
from shared.matching.phrases import find_phrases
from shared.matching.proper_names import plain_employer_names, towns
from shared.matching.result import CAMEL_CASE
from shared.matching.sections import Sections
from shared.matching.skills import SkillTable, skill_table
from shared.matching.titled import (
    WITH_SPECIALITIES,
    names,
    names_a_setting,
    names_a_speciality,
    names_besides_the_role,
)
from shared.matching.words import Words, stems_of

MOST_SKILLS = 60


@dataclass(slots=True, kw_only=True)
class SkillRequirement:
    """One thing asked for. ``weight`` (0–3) says how telling it is; see docs/matching.md."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    name: str
    required: bool
    weight: float
    known: bool
    """True: a name of the skill table; False: a phrase of the posting."""
    years: float | None = None
    either: int | None = None
    """Requirements with the same number are alternatives: one of them is enough."""
    own_words: str | None = None
    """What the posting calls it, where the name of the table says something else."""
    taught: bool = False
    """Named by a duty alone, in a posting that asks for no experience: who starts there learns it."""

    @property
    def shown_as(self) -> str:
        """What a result calls it."""
        return self.own_words or self.name


@lru_cache(maxsize=10_000)
def skill_weight(name: str, kind: str, field_name: str) -> float:
    """0.05–1: how telling a skill is, by its most telling word and its kind."""
    telling = max((tellingness(part) for part in stems_of(name)), default=0.0)
    weight = 0.1 + 0.9 * math.pow(telling, 1.5)
    if field_name == "programming languages" and kind == "tool":
        weight = max(weight, _LANGUAGE)  # C, R and Objective-C are made of letters and plain words
    if kind == "soft":
        weight *= 0.2
    elif kind == "language":
        weight *= 0.25 if name == "English" else 0.6
    if name in _EVERYWHERE:
        weight = min(weight, 0.15)
    return round(weight, 3)


_LANGUAGE = 0.8
"""What a programming language weighs at least."""
_EVERYWHERE_NAMES = """
Agile; Budgeting; Coaching and mentoring; Communication; Computer literacy; Customer service; Data entry;
Driving licence; English; Excel; Git; Google Docs; Google Sheets;
Google Workspace; Health and safety; Jira; Leadership; Microsoft Excel; Microsoft Office; Microsoft
Outlook; Microsoft PowerPoint; Microsoft Word; Outlook; People management; PowerPoint; Problem
solving; Project management; Reporting; Sales; Scrum; Software engineering; Spreadsheets; Team
leadership; Teamwork; Time management; Training; Word
"""
_LEAST_OF_A_TITLE = (0.5, 0.25)
"""What a skill weighs at least that the title names: any, and what every office names."""
_HEIGHTENED = 1.4
"""Times its weight, what somebody must know best of all weighs."""
_NO_PEOPLE = frozenset({"Chef"})
"""Tools with the name of an occupation."""
_LEADS_OTHERS = frozenset({"Coaching and mentoring", "Team management"})
"""Have no relatives in the table, whatever the occupation."""
_SHARE = {"preferred": 0.4, "duties": 0.5}
"""Of its weight, what is only wished for keeps, and what only a duty names."""
_LISTED_BEFORE = (", ", "; ", ": ", "(", "/", "\n", "- ", "* ", "• ", " and ", " or ", "& ")
_LISTED_BEHIND = (",", ";", ".", ")", "/", "\n", " and ", " or ", " & ")
_LETTERS = 4
"""Letters of an abbreviation that is more than the name of a role: ETL."""
_SHORT_AD = 800
"""Characters about the job up to which an advert names nothing in passing."""
_VETTING = frozenset({
    "DBS check", "Enhanced DBS", "BS 7858 screening", "Vetting and screening", "Working with children check",
    "PVG scheme", "Führungszeugnis", "NDIS Worker Screening Check",
})  # fmt: skip
"""What an employer has done, and nobody brings."""
_DEGREES = frozenset({"B.Ed", "BEd primary", "BSN", "BTEC", "MPharm", "MSN nursing"})
"""A matter of education, as all degrees are."""
_EVERYWHERE = frozenset(" ".join(name.split()) for name in _EVERYWHERE_NAMES.split(";"))


_LEADER = Lazy(
    r"\b(?:by|to|with|from|of|for|inform|notify|advis\w+|support\w*|assist\w*) (?:the|your|their|our|a) "
    r"(?:team|line|shift|section)[ -](?:leads?|leaders?|managers?|supervisors?)$"
)
"""Who tells one what to do: "as asked by the team lead"."""
_UNDER = Lazy(
    r"\b(?:report(?:s|ing)? (?:in)?to|approval (?:of|from)|signed off by|absence of|direction of|"
    r"(?:assist|support|help)(?:s|ing)?(?= (?:$|the |our |your |an? ))) (?:the |our |your |an? )?"
    r"(?:[\w/&-]+ ){0,3}$"
)
"""Before somebody else's title: "reporting to the regional operations manager", "assist the head baker"."""
_FAR_BEFORE = 80
_BEFORE = 24
"""Characters before them in which that stands."""
_TITLES = OTHERS | {"lead", "leader"}
"""Last words of titles."""
_OF_RECRUITERS = "human resources"
"""The field of what recruiters do themselves."""
_EXECUTIVES = frozenset({"ceo", "cfo", "coo", "cto", "cio", "ciso", "cisos", "cmo", "cfos", "ctos", "cios"})
"""Somebody else, but in the title."""
_NO_DEMANDS = ("boilerplate", "about")
"""Kinds of sentences in which nothing is asked for."""
_LIFTING = "Manual handling"
_EXAMINED = frozenset({"Occupational health", "Physical examination"})
_UNDERGOES = Lazy(r"\b(?:pass|undergo|undertake|complete|submit to|subject to|take)(?:ing)? (?:\w+ ){0,3}$")
_WORN = Lazy(r"\bwear(?:s|ing)? (?:[\w-]+ ){0,3}$")
_IS_REQUIRED = Lazy(r"s? (?:is|are|may be|will be) require")
_CLEARANCE = Lazy(r" (?:clearance|questionnaire|screening)\b")
_SET_OUT = Lazy(r"set out (?:in|by|below|above|within|under)\b")
_SUBJECT_KINDS = ("skill", "language", "soft")
"""What a degree may be in; a tool, a licence or a certificate behind it is another demand."""
_WE = Lazy(r"\bwe(?:'ll|'d| will| can| could| would| do| are happy to)? (?:also |gladly |happily )?$")
_TEACHES = ("teach you", "train you", "training given", "training provided", "training will be")


def _is_taught(words: Words, asking: Asking, mention: Mention) -> bool:
    """Whether its sentence says that the employer teaches it: "we'll teach you all, tills to forklift"."""
    low, high = asking.spans[mention.piece]
    return any(words.lower.find(said, low, high) >= 0 for said in _TEACHES)


def _is_one_of_a_list(lower: str, start: int, end: int) -> bool:
    """Whether it is all that stands between two commas or the like."""
    return lower.endswith(_LISTED_BEFORE, 0, start) and lower.startswith(_LISTED_BEHIND, end)


def _shortened(
    subjects: list[tuple[int, int]], mentions: list[Mention], lower: str, table: SkillTable
) -> list[tuple[int, int]]:
    """The ``subjects`` of degrees, each up to the first that can be none: "degree in drama, first aid"."""
    others = [
        mention.start
        for mention in mentions
        if table.skills[mention.skill].kind not in _SUBJECT_KINDS
        and lower.endswith((", ", "; "), 0, mention.start)
    ]
    return [
        (
            start,
            others[index]
            if (index := bisect_left(others, start)) < len(others) and others[index] < end
            else end,
        )
        for start, end in subjects
    ]


class _Held:
    """The stems of what is asked for, and whether it is required, looked up by each stem."""

    def __init__(self) -> None:
        self._by_stem: dict[str, list[tuple[frozenset[str], bool]]] = {}

    def add(self, stems: frozenset[str], *, required: bool) -> None:
        for one in stems:
            self._by_stem.setdefault(one, []).append((stems, required))

    def hold(self, stems: frozenset[str], *, plainly: bool, whole: bool = False) -> bool:
        """Whether something has all ``stems``, and no other where they must be the ``whole``. What is
        ``plainly`` asked for is not held by what is not required."""
        one = next(iter(stems), "")
        return any(
            (stems == others if whole else stems <= others) and (required or not plainly)
            for others, required in self._by_stem.get(one, ())
        )


class _Posting(NamedTuple):
    """What is looked at wherever a skill stands."""

    words: Words
    asking: Asking
    sections: Sections
    table: SkillTable
    title: str
    title_stems: set[str]
    subjects: list[tuple[int, int]]
    """Stretches that name the subject of a degree."""
    open_to_all: bool
    """No experience is asked for, so that a duty asks for nothing either."""
    employer: frozenset[str]
    """Stems of what the employer is called."""


class _Found(NamedTuple):
    """A requirement with what orders it, the heaviest first."""

    negative_weight: float
    start: int
    number: int
    """Of the skill; below 0 of a phrase."""
    requirement: SkillRequirement


def find_skills(
    words: Words,
    asking: Asking,
    sections: Sections,
    title: str,
    years: dict[int, float],
    families: set[int],
    subjects: list[tuple[int, int]],
    *,
    open_to_all: bool = False,
) -> list[SkillRequirement]:
    """Everything asked for, heaviest first. ``years`` are those that each sentence names, ``families`` the
    posting's own; what stands in ``subjects`` (of a degree) is no skill. ``open_to_all``: no experience is
    asked for, so that a duty asks for nothing either."""
    table = skill_table()
    all_mentions = [*_as_explained(words, find_mentions(words, asking.spans, table))]
    subjects = _shortened(subjects, all_mentions, words.lower, table)
    title_stems = set(stems_of(title))
    posting = _Posting(
        words,
        asking,
        sections,
        table,
        title,
        title_stems,
        subjects,
        open_to_all,
        plain_employer_names(words),
    )
    named = {mention.start for mention in all_mentions}
    # A name of the table is no town: "(Hotjar, GA)".
    places_named = [place for place in towns(words.text) if place[0] not in named]
    of_the_employer: list[Mention] = []
    mentions: list[Mention] = []
    for shut in (_NO_DEMANDS, ("boilerplate",)):  # who asks for nothing wants what the employer does
        for mention in all_mentions:
            if _may_be_asked(posting, mention, shut):
                if _is_of_the_employer(posting, mention):
                    of_the_employer.append(mention)
                elif not _is_in_passing(posting, mention) and not _is_within(mention, places_named):
                    mentions.append(mention)
        if mentions:
            break
    mentions = without_stray_acronyms(mentions, words.text, table)
    places: dict[int, list[Mention]] = {}
    for mention in mentions:
        places.setdefault(mention.skill, []).append(mention)
    fields = Counter(table.skills[skill].field for skill in places if table.skills[skill].kind != "soft")
    doubtful = _doubtful(posting, places, fields)
    told = {skill: spots for skill, spots in places.items() if skill not in doubtful}
    chosen = sorted(_of_the_table(posting, told, years), key=itemgetter(0, 1))[:MOST_SKILLS]
    taken = [
        *subjects,
        *places_named,
        *_spans(of_the_employer),
        *(span for spots in told.values() for span in _spans(spots)),
    ]
    unsure = [span for skill in doubtful for span in _spans(places[skill])]
    phrases = find_phrases(words, asking, taken, unsure, title_stems, families, fields)
    chosen += _of_phrases(posting, phrases, [one.requirement for one in chosen])
    chosen.sort(key=itemgetter(0, 1))
    alike = [Asked(*mention[:4]) for mention in mentions]
    alike += [
        Asked(-number, start, start + len(phrase), asking.piece_at(start))
        for number, (phrase, start, _) in enumerate(phrases, 1)
    ]
    # What is asked for as one of several is so too where a duty names it ("you will see Java and C#").
    asked_for = [one for one in alike if asking.kind_at(one.start) != "duties"]
    groups = groups_of(alike, words.lower)
    if len(asked_for) < len(alike):
        groups |= groups_of(asked_for, words.lower)
    return [
        replace(one.requirement, either=groups[one.number]) if one.number in groups else one.requirement
        for one in chosen[: MOST_SKILLS + 20]
    ]


_WORD = Lazy(r"\w+")
_SMALL = frozenset({"of", "and", "for", "the"})


def _as_explained(words: Words, mentions: list[Mention]) -> Iterator[Mention]:
    """The ``mentions`` without abbreviations that stand for what is written out before them and is another
    thing: "project appraisal reports (PARs)"."""
    explained: set[str] = set()
    for number, mention in enumerate(mentions):
        text, start, end = words.text, mention.start, mention.end
        shown = text[start:end].removesuffix("s")
        if shown in explained:
            continue
        letters = shown.replace("&", "")
        if (
            text[start - 1 : start] == "("
            and text.startswith(")", end)
            and letters.isalpha()
            and letters.isupper()
        ):
            before = [
                word
                for word in _WORD.finditer(text, max(0, start - _FAR_BEFORE), start)
                if word[0].lower() not in _SMALL
            ][-len(letters) :]
            if (
                "".join([word[0][0] for word in before]).upper() == letters
                and len(letters) > 1
                and not any(
                    other.skill == mention.skill and before[0].start() <= other.end <= start
                    for other in mentions[max(0, number - _NEAR) : number]
                )
            ):
                explained.add(shown)
                continue
        yield mention


_NEAR = 6
"""Names before an abbreviation among which is what it stands for."""


def _spans(mentions: list[Mention]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in mentions]


def _may_be_asked(posting: _Posting, mention: Mention, shut: tuple[str, ...]) -> bool:
    """Whether a skill stands where something is asked for, and as one; in sentences of a kind in ``shut``
    nothing is."""
    words, asking, start, end = posting.words, posting.asking, mention.start, mention.end
    if (
        mention.negated
        or not asking.spans
        or asking.kinds[mention.piece] in shut
        or (end > asking.spans[mention.piece][1] and "\n" in words.lower[start:end])
        or posting.sections.is_heading(start)
        or (
            posting.table.skills[mention.skill].kind in _SUBJECT_KINDS
            and any(low <= start < high for low, high in posting.subjects)
        )
    ):
        return False
    if words.lower[start:end] in _EXECUTIVES and posting.title_stems.isdisjoint(
        stems_of(words.text[start:end])
    ):
        return False  # "from field crews to CFO"
    if _CLEARANCE.match(words.lower, end):
        return False  # "subject to occupational health clearance"
    if _SET_OUT.match(words.lower, start):
        return False  # "duties as set out in the code"
    if words.text.startswith("or ", start):
        return False  # "care or nursing" is of no operating room
    if words.lower.startswith("team of ", start):
        return False  # how many they are, in a posting: to lead them is said in other words
    # What the employer does for who starts there is not asked for.
    return not (
        words.lower.startswith(("teach", "train"), start)
        and _WE.search(words.lower, max(0, start - 24), start)
    )


def _is_of_the_body(lower: str, mention: Mention, name: str) -> bool:
    """Whether it is what somebody's body must do or undergo: "lift 50 pounds", "pass a physical exam"."""
    start, end = mention.start, mention.end
    if name == _LIFTING:
        return lower.find("handling", start, end) < 0
    if name == "Personal protective equipment":
        return _WORN.search(lower, max(0, start - 40), start) is not None
    return name in _EXAMINED and (
        _UNDERGOES.search(lower, max(0, start - 40), start) is not None
        or _IS_REQUIRED.match(lower, end) is not None
    )


def _is_of_the_employer(posting: _Posting, mention: Mention) -> bool:
    """Whether it is what the employer has, checks or looks for in others, so that its words are no phrase
    either."""
    entry = posting.table.skills[mention.skill]
    return (
        entry.name in _VETTING
        or entry.name in _DEGREES
        or _is_of_the_body(posting.words.lower, mention, entry.name)
        or _names_the_employer(posting, mention)
        or (
            recruits(posting.title_stems)
            and entry.field != _OF_RECRUITERS
            and are_sought(
                posting.words.lower,
                mention.start,
                mention.end,
                wished=posting.asking.kind_at(mention.start) == "preferred",
            )
        )
        or tells_of_the_employer(
            posting.words.lower,
            mention.start,
            mention.end,
            posting.asking,
            entry.name,
            posting.title_stems,
            certificate=entry.kind == "certificate",
        )
    )


_EXPERIENCED_IN = Lazy(r"\bexperienced? (?:in|of|with|using)\b")
"""Before a product that is asked for, even by its maker."""


def _names_the_employer(posting: _Posting, mention: Mention) -> bool:
    """Whether the employer is called by a name that a product has too, as who makes it is."""
    words, start = posting.words, mention.start
    name = words.stems[bisect_left(words.starts, start)]
    return (
        words.text[start].isupper()
        and name in posting.employer
        and name not in posting.title_stems
        and posting.sections.kind_at(start) not in ("required", "preferred")
        and not words.lower.startswith(" experience", mention.end)
        and not _EXPERIENCED_IN.search(words.lower, max(0, start - 40), start)
    )


_IS_A_FIRM = Lazy(
    r",? (?:the|an?) (?:[\w-]+ ){0,4}(?:company|firm|organi[sz]ation|charity|agency|consultancy|ngo)\b"
)
"""Behind letters that are somebody's name: "ABC, a consulting company"."""
_FROM_THEM = Lazy(r"\b(?:from|by|with|our|of|their) (?:[\w-]+ ){0,2}$")
_MENTORS = frozenset({"mentors", "coaches"})


def _is_within(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    """Whether it stands in one of the ``spans``, which are in order."""
    index = bisect_right(spans, (mention.start, sys.maxsize)) - 1
    return index >= 0 and mention.start < spans[index][1]


def _is_in_passing(posting: _Posting, mention: Mention) -> bool:
    """Whether it is a part of a name, or of what the employer and other people do."""
    words, start, end, title = posting.words, mention.start, mention.end, posting.title_stems
    if (
        is_in_a_name(words.text, start, end)
        or _LEADER.search(words.lower, max(0, start - _BEFORE), end) is not None
        or (
            words.lower[start:end].rpartition(" ")[2] in _TITLES
            and _UNDER.search(words.lower, max(0, start - _FAR_BEFORE), start) is not None
        )
        or are_at_ones_side(words.lower, start, end)
        or are_told(words, start, end, title)
        or are_many_others(words, start, end, title)
        or (words.text[start:end].isupper() and _IS_A_FIRM.match(words.lower, end) is not None)
        or (
            words.lower[start:end] in _MENTORS
            and _FROM_THEM.search(words.lower, max(0, start - _BEFORE - 8), start) is not None
        )
    ):
        return True
    entry = posting.table.skills[mention.skill]
    name, kind = entry.name, entry.kind
    if kind == "tool" and words.lower[start:end].rpartition(" ")[2] in OTHERS:
        return False  # "LinkedIn Recruiter" is nobody
    return posting.asking.kind_at(start) == "duties" and (
        (name not in _LEADS_OTHERS | _NO_PEOPLE and names_others(words, start, end, title))
        or (kind != "tool" and is_of_other_groups(words.lower, start, posting.asking))
    )


def _doubtful(posting: _Posting, places: dict[int, list[Mention]], fields: Counter[str]) -> set[int]:
    """Skills that only a duty names and that have no relative among the others: ordinary words ("cleaning
    data", "acting on behalf of"), unless they are named in full or as one of a list. Their words may be a
    phrase of their own."""
    asking = posting.asking
    told = zip(asking.spans, asking.kinds, strict=True)
    if sum([end - start for (start, end), kind in told if kind not in ("boilerplate", "about")]) < _SHORT_AD:
        return set()
    related = dict(fields)
    of_systems = sum([fields[field] for field in SYSTEMS])
    if 2 * of_systems > fields.total():  # a post in software, whose fields are one
        related |= dict.fromkeys(SYSTEMS, of_systems)
    return {
        skill
        for skill, spots in places.items()
        if (entry := posting.table.skills[skill]).kind == "skill"
        and related.get(entry.field, 0) <= 1
        and entry.name not in _LEADS_OTHERS
        and all(asking.kind_at(mention.start) == "duties" for mention in spots)
        and not names(posting.title, entry.name)
        and not any(
            _is_in_full(posting, mention)
            or _is_one_of_a_list(posting.words.lower, mention.start, mention.end)
            for mention in spots
        )
    }


def _is_in_full(posting: _Posting, mention: Mention) -> bool:
    """Whether it is named with all the words of its name, two or more."""
    said = stems_of(posting.words.text[mention.start : mention.end])
    return len(said) > 1 and said == stems_of(posting.table.skills[mention.skill].name)


def _of_the_table(
    posting: _Posting, places: dict[int, list[Mention]], years: dict[int, float]
) -> Iterator[_Found]:
    """What is asked for by a name of the table."""
    words, asking = posting.words, posting.asking
    for skill, spots in places.items():
        entry = posting.table.skills[skill]
        shown = [words.text[mention.start : mention.end] for mention in spots]
        seen = {asking.kind_at(mention.start) for mention in spots}
        if entry.kind == "soft":
            continue  # traits are not shown by a CV's words
        titled = names(posting.title, entry.name)
        role_alone = (
            entry.kind == "skill"
            and seen == {"duties"}
            and all(
                posting.title_stems.issuperset(stems_of(one)) and not (one.isupper() and len(one) <= _LETTERS)
                for one in shown
            )
            and not (len(spots) > 1 and names_besides_the_role(posting.title, entry.name))
        )
        of_a_setting = role_alone and titled and names_a_setting(posting.title, shown, entry.name)
        of_a_speciality = entry.field in WITH_SPECIALITIES and names_a_speciality(posting.title, shown)
        if role_alone and not of_a_setting and not of_a_speciality:
            continue  # the name of the role itself, and no more
        preferred = "preferred" in seen and "required" not in seen
        taught = posting.open_to_all and (
            seen == {"duties"}
            or (
                (preferred or entry.kind not in ("licence", "certificate"))
                and _is_taught(words, asking, spots[0])
            )
        )
        told_by = "preferred" if preferred else "duties" if seen == {"duties"} else "required"
        weight = skill_weight(entry.name, entry.kind, entry.field)
        weight *= _SHARE.get(told_by, 1.0) * (1 + 0.25 * math.log2(len(spots)))
        if of_a_setting:
            weight = max(weight, _LEAST_OF_A_TITLE[0])
        elif titled or of_a_speciality:
            weight = max(weight, _LEAST_OF_A_TITLE[entry.name in _EVERYWHERE]) * 1.8
        if not preferred and any(must_be_known_well(words.lower, mention.start) for mention in spots):
            weight *= _HEIGHTENED
        requirement = SkillRequirement(
            name=entry.name,
            required=not (preferred or taught),
            weight=round(min(3.0, weight), 3),
            known=True,
            own_words=own_words(entry.name, shown),
            taught=taught,
            years=next((years[mention.piece] for mention in spots if mention.piece in years), None),
        )
        yield _Found(-weight, spots[0].start, skill, requirement)


def _of_phrases(
    posting: _Posting, phrases: list[tuple[str, int, float]], requirements: list[SkillRequirement]
) -> Iterator[_Found]:
    """What is asked for by ``phrases``, each with where it stands and the chance that it is a skill, but for
    what the ``requirements`` or longer phrases hold."""
    asking = posting.asking
    named, told = _Held(), _Held()
    for requirement in requirements:
        named.add(frozenset(stems_of(requirement.name)), required=requirement.required)
    found: list[tuple[int, frozenset[str], _Found]] = []
    for number, (phrase, start, chance) in enumerate(phrases, 1):
        stems = frozenset(stems_of(phrase))
        telling = max((tellingness(part) for part in stems), default=0.0)
        kind = asking.kind_at(start)
        taught = posting.open_to_all and kind == "duties"
        weight = 0.5 * chance**2 * telling**1.5 * _SHARE.get(kind, 1.0)
        requirement = SkillRequirement(
            name=phrase,
            required=not (kind == "preferred" or taught),
            weight=round(weight, 3),
            known=False,
            taught=taught,
        )
        found.append((-len(stems), stems, _Found(-weight, start, -number, requirement)))
    plain = ordinary_words().plain
    for _, stems, one in sorted(found, key=lambda item: (item[0], item[2][:2])):
        plainly = asking.kind_at(one.start) == "required"
        if named.hold(stems, plainly=plainly, whole=not plain.issuperset(stems)):
            continue  # the name holds it: "tests" beside "Unit testing"
        if told.hold(stems, plainly=plainly):
            continue  # "mount costume" beside "costume mounting"
        told.add(stems, required=one.requirement.required)
        yield one
