"""The curated skill table: ``data/skills.txt``, read on first use."""

import sys
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from shared.matching.frequency import tellingness
from shared.matching.lexicon import Lexicon
from shared.matching.memo import Memo
from shared.matching.tables import data_file
from shared.matching.verbal import as_told, as_told_too, is_deed, is_told
from shared.matching.words import stem, stems_in

KINDS = ("skill", "tool", "licence", "certificate", "language", "soft")
FLAGS = ("context", "case")


class Skill(NamedTuple):
    """One line of the table. ``near`` and ``parents`` are names of other lines."""

    name: str
    field: str
    kind: str
    aliases: tuple[str, ...]
    near: tuple[str, ...]
    parents: tuple[str, ...]
    flags: tuple[str, ...]
    shared: tuple[str, ...] = ()
    """The name and those of the aliases that another field has, too."""


def read_table(text: str) -> list[Skill]:
    """The lines of a skill table. Raises ValueError naming the line that cannot be read."""
    skills: list[Skill] = []
    field = ""
    same: dict[str, str] = {}  # names that many lines hold, each kept once
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("# ") or line == "#":
            continue
        if line.startswith("[") and line.endswith("]"):
            field = line[1:-1].strip()
            continue
        columns = [column.strip() for column in line.split("|")]
        if len(columns) < 2 or len(columns) > 6 or columns[1] not in KINDS:
            raise ValueError(
                f"skill table, line {number}: expected Name | kind | aliases | near | parents | flags"
            )
        columns += [""] * (6 - len(columns))
        shared: list[str] = []
        if "~" in line:
            shared = [item.strip(" ~") for item in f"{columns[0]};{columns[2]}".split(";") if "~" in item]
            columns[0], columns[2] = columns[0].lstrip("~"), columns[2].replace("~", "")
        aliases, near, parents, flags = [
            tuple([same.setdefault(item, item) for raw in column.split(";") if (item := raw.strip())])
            if column
            else ()
            for column in columns[2:]
        ]
        if unknown := [flag for flag in flags if flag not in FLAGS]:
            raise ValueError(f"skill table, line {number}: unknown flag {unknown[0]}")
        name, kind = (same.setdefault(column, column) for column in columns[:2])
        skills.append(Skill(name, field, kind, aliases, near, parents, flags, tuple(shared)))
    return skills


def _written(skills: list[Skill]) -> dict[tuple[int, str], tuple[str, ...]]:
    """How the abbreviations of each skill may be written: as they are and in the plural."""
    forms: dict[tuple[int, str], set[str]] = {}
    inflected: set[tuple[int, str]] = set()
    for index, skill in enumerate(skills):
        for alias in (skill.name, *skill.aliases):
            if not alias.isalpha():
                continue
            lower = alias.lower()
            key = index, stem(lower)
            singular = alias[:-1] if alias[-1] == "s" and alias[:-1].isupper() else alias  # PLCs
            if singular[-1].isupper():  # DOE, DoE
                forms.setdefault(key, set()).update((singular.lower(), f"{singular.lower()}s"))
            else:
                inflected.add(key)
    return {key: tuple(sorted(words)) for key, words in forms.items() if key not in inflected}


def _tells(stems: tuple[str, ...]) -> bool:
    """Whether what is done is done with something telling: "repaired roofs", not "designed systems"."""
    return any(tellingness(thing) >= LEAST_THING for thing in stems[1:])


LEAST_THING = 0.6


def _fields_with(
    skills: list[Skill], stems_of: Callable[[str], tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for skill in skills:
        field = skill.field
        for word in set(stems_of(skill.name)).union(*map(stems_of, skill.aliases)):
            fields = found.setdefault(word, {})
            fields[field] = fields.get(field, 0) + 1
    return found


_DONE_WITH_THINGS = """
berthing bunkering crating decorating estimating glazing gowning hobbing jetting kegging pickling racking
shoring shuttering slating tacking trunking vouching worming
"""
"""What is done with a thing that is found in other work, too: "crates" are no crating, "hobs" no hobbing."""


class SkillTable:
    """The table with what is looked up in it."""

    __slots__ = (
        "_above",
        "by_name",
        "deeds",
        "fields_with",
        "lexicon",
        "near",
        "shared",
        "skills",
        "written",
    )

    def __init__(self, skills: list[Skill]) -> None:
        self.skills = skills
        self.by_name = {skill.name: index for index, skill in enumerate(skills)}
        self.near: dict[str, frozenset[str]] = {}
        near: dict[str, set[str]] = {skill.name: set() for skill in skills}
        for skill in skills:
            for other in skill.near:
                near[skill.name].add(other)
                near.setdefault(other, set()).add(skill.name)
        self.near = {name: frozenset(others) for name, others in near.items()}
        self._above: dict[str, frozenset[str]] = {}
        self.written = _written(skills)
        """By skill and stem of an abbreviation: the lower-case words that are it (RAC is no "racing")."""
        stems_of = Memo(stems_in, most=sys.maxsize).__getitem__  # most are needed more than once
        phrases: list[tuple[str, int]] = []
        wordings: list[tuple[str, int]] = []
        # Numbers: 2 × skill for its aliases, + 1 for a name that needs a look around before it counts.
        for index, skill in enumerate(skills):
            phrases.append((skill.name, 2 * index + (1 if skill.flags else 0)))
        for index, skill in enumerate(skills):
            for alias in skill.aliases:
                (wordings if is_deed(alias) else phrases).append((alias, 2 * index))
        for index, skill in enumerate(skills):
            aliases = [alias for alias in skill.aliases if is_told(alias)]
            if skill.kind == "skill":
                by_name = [(told, 2 * index) for told in as_told(skill.name)]
                phrases += by_name
                wordings += by_name
                aliases += [told for alias in skill.aliases for told in as_told(alias)]
                aliases += [told for name in (skill.name, *skill.aliases) for told in as_told_too(name)]
            elif skill.kind == "tool":  # "CV screening"
                aliases += as_told(skill.name)
            wordings += [(told, 2 * index) for told in aliases if _tells(stems_of(told))]
        self.lexicon = Lexicon(phrases, wordings, stems_of)
        self.fields_with = _fields_with(skills, stems_of)
        """How many skills of each field have a name with each stem."""
        self.deeds = frozenset(
            (number // 2, stem(word))
            for word in _DONE_WITH_THINGS.split()
            if (number := self.lexicon.number_of(word)) is not None
        )
        """The skills and stems of what only a word in -ing names."""
        self.shared = {
            index: frozenset(
                "".join(stems_of(form))
                for name in skill.shared
                for form in (name, *as_told(name), *as_told_too(name))
            )
            for index, skill in enumerate(skills)
            if skill.shared
        }
        """By skill: the stems, written as one, of its names that another field has, too."""

    def above(self, name: str) -> frozenset[str]:
        """What having ``name`` shows too: its parents, their parents and so on."""
        known = self._above.get(name)
        if known is None:
            found: set[str] = set()
            waiting = [name]
            while waiting:
                index = self.by_name.get(waiting.pop())
                for parent in self.skills[index].parents if index is not None else ():
                    if parent not in found:
                        found.add(parent)
                        waiting.append(parent)
            known = self._above[name] = frozenset(found)
        return known


@lru_cache(maxsize=1)
def skill_table() -> SkillTable:
    """The table that comes with the package."""
    from shared.matching.compiled import compiled  # not at import time, as it needs pathlib and pickle

    return compiled("skills", lambda: SkillTable(read_table(data_file("skills.txt"))))
