"""Words by which the sentences of a posting say what they are for. ``data/cues.txt``, read on first use."""

from functools import cache

from shared.matching.lists import lists_of


def alternatives(classes: dict[str, list[str]]) -> dict[str, str]:
    """The lines of each class as alternatives of one regular expression; the name of an earlier class in <>
    stands for its alternatives."""
    found: dict[str, str] = {}
    for name, lines in classes.items():
        expression = "|".join(lines)
        for earlier, said in found.items():
            expression = expression.replace(f"<{earlier}>", said)
        found[name] = expression
    return found


@cache
def _known() -> dict[str, str]:
    return alternatives(lists_of("cues.txt"))


def cues(name: str) -> str:
    """The alternatives of a class that come with the package."""
    return _known()[name]
