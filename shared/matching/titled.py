"""Which skills the title of a posting names."""

import re
from functools import lru_cache

from shared.matching.job_titles import title_in
from shared.matching.people import OTHERS
from shared.matching.skills import skill_table
from shared.matching.words import Words, stems_of

WITH_SPECIALITIES = frozenset({"nursing", "medicine & clinical", "law"})
"""Fields of skills whose people are of one trade in their titles, and of a speciality beside it."""


@lru_cache(maxsize=1_000)
def _of(title: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The stems of the ``title``, and those of each skill of several words that it names, by its name."""
    words, table = Words(title, title.lower()), skill_table()
    several = {
        table.skills[number // 2].name
        for first, after, number in table.lexicon.find(words)
        if after - first > 1
    }
    return frozenset(stems_of(title)), {name: frozenset(stems_of(name)) for name in sorted(several)}


def names(title: str, skill: str) -> bool:
    """Whether the ``title`` names the ``skill``, and not only another that is called so and more: a "SQL
    Server administrator" is named after SQL Server and not after SQL, but an Android developer after
    Android, which Android development is work with."""
    stems, several = _of(title)
    own = stems_of(skill)
    if not own or not stems.issuperset(own):
        return False
    return not any(
        len(stems_of_other) > len(own) and stems_of_other.issuperset(own) and not _is_work_with(other, skill)
        for other, stems_of_other in several.items()
    )


def _is_work_with(other: str, skill: str) -> bool:
    table = skill_table()
    return table.skills[table.by_name[other]].kind == "skill" and skill in table.above(other)


def names_besides_the_role(title: str, skill: str) -> bool:
    """Whether the ``title`` names the ``skill`` and is of the same families without it: an auditor of
    pharmacovigilance is, a pharmacy manager is not."""
    if not names(title, skill):
        return False
    own = set(stems_of(skill))
    others = [word for word in title.split() if own.isdisjoint(stems_of(word))]
    return title_in(" ".join(others).rstrip(",-–( "))[1] == title_in(title)[1]


def names_a_setting(title: str, shown: list[str], skill: str) -> bool:
    """Whether the ``title`` goes on behind one of the words ``shown`` for the ``skill``, which then say where
    or at what somebody works: "Call Center Representative"."""
    own = stems_of(skill)
    return len(own) > 1 and any(
        stems_of(one) == own and one.lower().rpartition(" ")[2] not in OTHERS and f"{one} " in title
        for one in shown
    )


def names_a_speciality(title: str, shown: list[str]) -> bool:
    """Whether the ``title`` holds one of the words ``shown`` for a skill and is of the same families without
    them: an ICU nurse is a nurse, who works there."""
    for one in [one for one in shown if one in title]:
        rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", title)
        left = " ".join(rest.split()).strip(",-–( )")
        if rest != title and title_in(left)[1].keys() == title_in(title)[1].keys() != set():
            return True
    return False
