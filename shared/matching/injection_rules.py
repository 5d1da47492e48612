"""The rules of ``data/injection.txt``, which says how they are written."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, cast

from shared.matching.lists import lists_of

type Kind = Literal[
    "instruction to the model",
    "score demand",
    "fake system message",
    "delimiter breakout",
    "prompt disclosure request",
    "tool call",
    "answer in the text",
    "encoded instruction",
    "invisible characters",
    "look-alike letters",
    "hidden text",
]


class Written(NamedTuple):
    """A rule as it is written. ``imperative``: the lead must stand where an imperative stands. ``steps`` must
    follow the lead in order; ``beside`` must be in its sentence, and ``without`` must not."""

    kind: Kind
    lead: str
    imperative: bool = False
    steps: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    without: str = ""


_NAMED = re.compile(r"@\{(\w+)\}")


@cache
def read_rules() -> tuple[Written, ...]:
    """Raises KeyError for a name that is not given above its use."""
    named: dict[str, str] = {}
    rules: list[Written] = []
    for title, lines in lists_of("injection.txt").items():
        if title.startswith("@"):
            alternatives = _put_in("|".join(lines), named)
            named[title[1:]] = f"(?:{alternatives})" if len(split(alternatives)) > 1 else alternatives
            continue
        whole = "\n".join(lines).replace("\n    >> ", " >> ").split("\n")
        rules += [_read(cast("Kind", title), _put_in(line, named)) for line in whole]
    return tuple(rules)


def _put_in(expression: str, named: dict[str, str]) -> str:
    return _NAMED.sub(lambda name: named[name[1]], expression)


def _read(kind: Kind, line: str) -> Written:
    sentence, _, without = line.partition(" &! ")
    first, *beside = sentence.split(" & ")
    lead, *steps = first.split(" >> ")
    return Written(kind, lead.removeprefix("! "), lead.startswith("! "), tuple(steps), tuple(beside), without)


def split(pattern: str) -> list[str]:
    """The alternatives of ``pattern``, those inside of its groups and classes left alone."""
    cuts = [at for at, depth in outside_classes(pattern) if depth == 0 and pattern[at] == "|"]
    return [pattern[low + 1 : high] for low, high in pairwise([-1, *cuts, len(pattern)])]


def outside_classes(pattern: str) -> Iterator[tuple[int, int]]:
    """(place, depth of groups behind it) of every character that is neither escaped nor in a class."""
    depth, in_class, escaped = 0, False, False
    for at, character in enumerate(pattern):
        if escaped or character == "\\":
            escaped = not escaped
            continue
        in_class = character == "[" or (in_class and character != "]")
        if not in_class:
            depth += (character == "(") - (character == ")")
            yield at, depth
