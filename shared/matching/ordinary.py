"""Ordinary words and what they make of a phrase. ``data/ordinary.txt``, read on first use."""

from functools import lru_cache
from typing import NamedTuple

from shared.matching.tables import data_file
from shared.matching.words import stem


class Ordinary(NamedTuple):
    """Sets of stems (``plain``, ``empty``, ``heads``) and of lower-case words; see the file's header."""

    plain: frozenset[str]
    empty: frozenset[str]
    heads: frozenset[str]
    broken: frozenset[str]
    given: frozenset[str]
    places: frozenset[str]
    lead: frozenset[str]


def read_ordinary(text: str) -> Ordinary:
    """The classes of an ordinary-words file. Raises ValueError naming a class it cannot have."""
    classes: dict[str, list[str]] = {
        name: [] for name in ("plain", "empty", "broken", "given", "place", "head", "lead", "verb")
    }
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            if name not in classes:
                raise ValueError(f"ordinary words: unknown class {name}")
            classes[name] += words.split()
    return Ordinary(
        plain=frozenset(map(stem, classes["plain"])),
        empty=frozenset(map(stem, classes["empty"])),
        heads=frozenset(map(stem, classes["head"])),
        broken=frozenset(classes["broken"]),
        given=frozenset(classes["given"]),
        places=frozenset(classes["place"]),
        lead=frozenset(classes["lead"]).union(*map(_forms, classes["verb"])),
    )


def _forms(verb: str) -> tuple[str, str, str]:
    """``verb`` as a duty begins with it: "tidy", "tidies", "tidying"."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb}ing"
    does = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb, does, f"{verb[:-1]}ing"
    return verb, does, f"{verb}ing"


@lru_cache(maxsize=1)
def ordinary_words() -> Ordinary:
    """The words that come with the package."""
    return read_ordinary(data_file("ordinary.txt"))
