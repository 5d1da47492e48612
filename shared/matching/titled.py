"""Which skills the title of a posting names."""

from functools import lru_cache

from shared.matching.skills import skill_table
from shared.matching.words import Words, stems_of


@lru_cache(maxsize=1_000)
def _of(title: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The stems of the ``title``, and those of each skill of several words that it names."""
    words, table = Words(title, title.lower()), skill_table()
    several = {
        table.skills[number // 2].name
        for first, after, number in table.lexicon.find(words)
        if after - first > 1
    }
    return frozenset(stems_of(title)), tuple([frozenset(stems_of(name)) for name in sorted(several)])


def names(title: str, skill: str) -> bool:
    """Whether the ``title`` names the ``skill``, and not only another that is called so and more: a "SQL
    Server administrator" is named after SQL Server and not after SQL."""
    stems, several = _of(title)
    own = stems_of(skill)
    if not own or not stems.issuperset(own):
        return False
    return not any(len(other) > len(own) and other.issuperset(own) for other in several)
