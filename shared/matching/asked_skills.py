"""Skills, tools, licences, certificates and languages that a posting asks for, and how much each tells."""

import math
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, ClassVar

from shared.matching.alternatives import Asked, groups_of
from shared.matching.asking import Asking
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.mentions import Mention, find_mentions, without_stray_acronyms
from shared.matching.ordinary import ordinary_words
from shared.matching.own_words import own_words
from shared.matching.passing import (
    are_at_ones_side,
    are_told,
    is_in_a_name,
    is_of_other_groups,
    names_others,
    tells_of_the_employer,
)
from shared.matching.phrases import find_phrases
from shared.matching.result import CAMEL_CASE
from shared.matching.sections import Sections
from shared.matching.skills import SkillTable, skill_table
from shared.matching.titled import names
from shared.matching.words import Words, stems_of

MOST_SKILLS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
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
Driving licence; English; Excel; Git;
Google Workspace; Health and safety; Jira; Leadership; Microsoft Excel; Microsoft Office; Microsoft
Outlook; Microsoft PowerPoint; Microsoft Word; Outlook; People management; PowerPoint; Problem
solving; Project management; Reporting; Sales; Scrum; Software engineering; Team leadership;
Teamwork; Time management; Training; Word
"""
_LEADS_OTHERS = frozenset({"Coaching and mentoring", "Team management"})
"""Have no relatives in the table, whatever the occupation."""
_SHARE = {"preferred": 0.4, "duties": 0.5}
"""Of its weight, what is only wished for keeps, and what only a duty names."""
_LISTED_BEFORE = (", ", "; ", ": ", "(", "/", "\n", "- ", "* ", "• ", " and ", " or ", "& ")
_LISTED_BEHIND = (",", ";", ".", ")", "/", "\n", " and ", " or ", " & ")
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


_EXECUTIVES = frozenset({"ceo", "cfo", "coo", "cto", "cio", "ciso", "cisos", "cmo", "cfos", "ctos", "cios"})
"""Somebody else, but in the title."""
_CLEARANCE = Lazy(r" (?:clearance|questionnaire|screening)\b")
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
    places: dict[int, list[Mention]] = {}
    title_set = set(stems_of(title))
    said_apart: set[int] = set()
    in_full: set[int] = set()
    all_mentions = find_mentions(words, asking.spans, table)
    subjects = _shortened(subjects, all_mentions, words.lower, table)
    taken = list(subjects)
    mentions: list[Mention] = []
    for mention in all_mentions:
        start, end = mention.start, mention.end
        if (
            mention.negated
            or not asking.spans
            or asking.kinds[mention.piece] in ("boilerplate", "about")
            or (end > asking.spans[mention.piece][1] and "\n" in words.lower[start:end])
            or sections.is_heading(start)
            or (
                table.skills[mention.skill].kind in _SUBJECT_KINDS
                and any(low <= start < high for low, high in subjects)
            )
        ):
            continue
        entry = table.skills[mention.skill]
        if words.lower[start:end] in _EXECUTIVES and title_set.isdisjoint(stems_of(words.text[start:end])):
            continue  # "from field crews to CFO"
        if _CLEARANCE.match(words.lower, end):
            continue  # "subject to occupational health clearance"
        if words.lower.startswith("team of ", start):
            continue  # how many they are, in a posting: to lead them is said in other words
        if words.lower.startswith(("teach", "train"), start) and _WE.search(
            words.lower, max(0, start - 24), start
        ):
            continue  # what the employer does for who starts there
        if (
            entry.name in _VETTING
            or entry.name in _DEGREES
            or tells_of_the_employer(
                words.lower,
                start,
                end,
                asking,
                entry.name,
                title_set,
                certificate=entry.kind == "certificate",
            )
        ):
            taken.append((start, end))
        elif not (
            is_in_a_name(words.text, start, end)
            or are_at_ones_side(words.lower, start, end)
            or are_told(words, start, end, title_set)
        ) and (
            asking.kind_at(start) != "duties"
            or not (
                (entry.name not in _LEADS_OTHERS and names_others(words, start, end, title_set))
                or is_of_other_groups(words.lower, start, asking)
            )
        ):
            mentions.append(mention)
    mentions = without_stray_acronyms(mentions, words.text, table)
    for mention in mentions:
        places.setdefault(mention.skill, []).append(mention)
        said = stems_of(words.text[mention.start : mention.end])
        if not title_set.issuperset(said):
            said_apart.add(mention.skill)
        if len(said) > 1 and said == stems_of(table.skills[mention.skill].name):
            in_full.add(mention.skill)
    titled = places.keys() - said_apart  # the name of the role itself, and no more
    doubtful: list[tuple[int, int]] = []
    found: list[tuple[float, int, int, SkillRequirement]] = []
    fields = Counter(table.skills[skill].field for skill in places if table.skills[skill].kind != "soft")
    pieces = zip(asking.spans, asking.kinds, strict=True)
    is_short = (
        sum(end - start for (start, end), kind in pieces if kind not in ("boilerplate", "about")) < _SHORT_AD
    )
    for skill, spots in places.items():
        entry = table.skills[skill]
        seen = {asking.kind_at(mention.start) for mention in spots}
        in_title = names(title, entry.name)
        # Traits are not shown by a CV's words. A skill that only a duty names and that has no relative among
        # the others is an ordinary word ("cleaning data", "acting on behalf of"), unless it is named in full
        # or as one of a list.
        alone = (
            seen == {"duties"}
            and not is_short
            and entry.kind == "skill"
            and fields[entry.field] <= 1
            and not in_title
            and skill not in in_full
            and entry.name not in _LEADS_OTHERS
            and not any(_is_one_of_a_list(words.lower, mention.start, mention.end) for mention in spots)
        )
        if alone:
            doubtful += [(mention.start, mention.end) for mention in spots]
            continue  # its words may be a phrase of their own
        taken += [(mention.start, mention.end) for mention in spots]
        if entry.kind == "soft" or (entry.kind == "skill" and skill in titled and seen == {"duties"}):
            continue
        preferred = "preferred" in seen and "required" not in seen
        taught = open_to_all and (
            seen == {"duties"}
            or (
                (preferred or entry.kind not in ("licence", "certificate"))
                and _is_taught(words, asking, spots[0])
            )
        )
        weight = skill_weight(entry.name, entry.kind, entry.field)
        told_by = "preferred" if preferred else "duties" if seen == {"duties"} else "required"
        weight *= _SHARE.get(told_by, 1.0) * (1 + 0.25 * math.log2(len(spots)))
        if in_title:
            weight = max(weight, 0.5) * 1.8
        found.append(
            (
                -weight,
                spots[0].start,
                skill,
                SkillRequirement(
                    name=entry.name,
                    required=not (preferred or taught),
                    weight=round(min(3.0, weight), 3),
                    known=True,
                    own_words=own_words(
                        entry.name, [words.text[mention.start : mention.end] for mention in spots]
                    ),
                    taught=taught,
                    years=next((years[mention.piece] for mention in spots if mention.piece in years), None),
                ),
            )
        )
    found.sort(key=lambda item: item[:2])
    chosen = found[:MOST_SKILLS]
    named, told = _Held(), _Held()
    for *_, requirement in chosen:
        named.add(frozenset(stems_of(requirement.name)), required=requirement.required)
    alike = [Asked(*mention[:4]) for mention in mentions]
    phrases: list[tuple[int, frozenset[str], float, int, int, SkillRequirement]] = []
    for number, (phrase, start, chance) in enumerate(
        find_phrases(words, asking, taken, doubtful, title_set, families, fields), 1
    ):
        stems = frozenset(stems_of(phrase))
        telling = max((tellingness(part) for part in stems), default=0.0)
        kind = asking.kind_at(start)
        preferred = kind == "preferred"
        taught = open_to_all and kind == "duties"
        alike.append(Asked(-number, start, start + len(phrase), asking.piece_at(start)))
        weight = 0.5 * chance**2 * telling**1.5 * _SHARE.get(kind, 1.0)
        requirement = SkillRequirement(
            name=phrase,
            required=not (preferred or taught),
            weight=round(weight, 3),
            known=False,
            taught=taught,
        )
        phrases.append((-len(stems), stems, -weight, start, -number, requirement))
    plain = ordinary_words().plain
    for _, stems, weight, start, number, requirement in sorted(phrases, key=itemgetter(0, 2, 3)):
        plainly = asking.kind_at(start) == "required"
        if named.hold(stems, plainly=plainly, whole=not plain.issuperset(stems)):
            continue  # the name holds it: "tests" beside "Unit testing"
        if told.hold(stems, plainly=plainly):
            continue  # "mount costume" beside "costume mounting"
        told.add(stems, required=requirement.required)
        chosen.append((weight, start, number, requirement))
    chosen.sort(key=lambda item: item[:2])
    # What is asked for as one of several is so too where a duty names it ("you will see Java and C#").
    asked_for = [one for one in alike if asking.kind_at(one.start) != "duties"]
    groups = groups_of(alike, words.lower)
    if len(asked_for) < len(alike):
        groups |= groups_of(asked_for, words.lower)
    return [
        replace(requirement, either=groups[number]) if number in groups else requirement
        for *_, number, requirement in chosen[: MOST_SKILLS + 20]
    ]
