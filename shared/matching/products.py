"""The product with which something is done, where the name of the work holds it: "MySQL replication"."""

from functools import lru_cache

from shared.matching.kin import SYSTEMS
from shared.matching.skills import skill_table

_LONGEST = 3
"""Words of the name of a product."""
_MOST_WORDS = 8
"""Words of a mention in which it is looked for."""


@lru_cache(maxsize=1)
def _products() -> dict[str, int]:
    """Systems by their names as written, but for words that mean something else as well."""
    found: dict[str, int] = {}
    for number, skill in enumerate(skill_table().skills):
        if skill.kind == "tool" and skill.field in SYSTEMS and not skill.flags:
            for name in (skill.name, *skill.aliases):
                if not name.islower():
                    found.setdefault(name, number)
    return found


def product_of(skill: int, shown: str) -> int | None:
    """The number of the product that is named in a mention ``shown`` of the ``skill``, a piece of work with
    systems; None where none is, or where the skill is the product's own by the table."""
    if " " not in shown:
        return None
    table = skill_table()
    work = table.skills[skill]
    if work.kind != "skill" or work.field not in SYSTEMS:
        return None
    words = shown.split()[:_MOST_WORDS]
    for first in range(len(words)):
        for after in range(min(len(words), first + _LONGEST), first, -1):
            product = _products().get(" ".join(words[first:after]))
            if product is not None and after - first < len(words):
                return None if table.skills[product].name in table.above(work.name) else product
    return None
