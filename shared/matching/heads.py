"""What the matches of a regular expression begin with, told from its form.

``re`` tries the alternatives of an expression one after the other at every place of a text: most of the time
that a long one takes. A look ahead at what they begin with, letter by letter, spares most places that.
"""

from shared.matching.lazy import Lazy

DEPTH, LOOK_AHEAD = 3, 4
"""Characters of a beginning that are told, and those that a look ahead looks at."""

type Head = tuple[str, ...]
"""The first characters of a match, each spelled as the expression does: ``b``, ``\\.``, ``[a-z]``."""
type _Start = tuple[Head, bool]
"""A beginning, and whether anything may follow it."""

_NO_WIDTH: list[_Start] = [((), False)]
_ESCAPE = Lazy(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[dDsSwWbBntrfv]|\W)")
_CLASS = Lazy(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_GROUP = Lazy(r"\((?!\?)|\(\?:|\(\?P<\w+>")
_AROUND = Lazy(r"\(\?<?[=!]")
_PLAIN = Lazy(r"[^\\\[()|]+")
_SPECIAL = r"\[({*+?^$."
_REPEAT = Lazy(r"(\?|\*|\+|\{(\d*),?\d*\})\??")


class _NotUnderstood(Exception):
    pass


def heads_of(pattern: str) -> set[Head]:
    """Every match of ``pattern`` begins with one of these; empty where that is not plain from its form."""
    return _Reader(pattern, DEPTH).heads()


def look_ahead(pattern: str) -> str:
    """``pattern`` with a look ahead at what its matches begin with; as it is where that is not plain."""
    reader = _Reader(pattern, LOOK_AHEAD)
    heads = reader.heads()
    if not heads:
        return pattern
    return f"{pattern[: reader.leading]}(?={branches(heads)})(?:{pattern[reader.leading :]})"


def branches(heads: set[Head]) -> str:
    """An expression for any of the ``heads``; of two that begin alike, the shorter."""
    following: dict[str, set[Head]] = {}
    for first, *rest in sorted(heads):
        following.setdefault(first, set()).add(tuple(rest))
    return "|".join(
        first if () in rests else f"{first}(?:{branches(rests)})" for first, rests in following.items()
    )


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, pattern: str, most: int) -> None:
        self.pattern = pattern
        self.most = most
        """Characters of a beginning."""
        self.at = 0
        self.depth = 0
        self.leading = 0
        """Where what has a width begins, in an expression that is no list of alternatives."""

    def heads(self) -> set[Head]:
        try:
            heads = {head for head, _ in self._alternatives()}
        except _NotUnderstood:
            return set()
        return heads if self.at == len(self.pattern) and () not in heads else set()

    def _alternatives(self) -> list[_Start]:
        starts = self._sequence()
        while self.pattern.startswith("|", self.at):
            self.at += 1
            if self.depth == 0:
                self.leading = 0
            starts += self._sequence()
        return starts

    def _sequence(self) -> list[_Start]:
        starts: list[_Start] = [((), False)]
        whole = False
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            begin = self.at
            if whole and (skipped := _PLAIN.match(self.pattern, begin)):
                self.at = skipped.end()
                continue
            item = self._item()
            if item is _NO_WIDTH:
                if self.depth == 0 and self.leading == begin:
                    self.leading = self.at
                continue
            repeat = _REPEAT.match(self.pattern, self.at)
            optional = repeated = False
            if repeat:
                self.at = repeat.end()
                optional = repeat[1] in ("?", "*") or repeat[2] in ("", "0")
                repeated = repeat[1] != "?"
            extended: dict[_Start, None] = {}
            for head, ended in starts:
                if ended or len(head) >= self.most:
                    extended[head, True] = None
                    continue
                if optional:
                    extended[head, False] = None
                for more, stops in item:
                    extended[(head + more)[: self.most], stops or repeated] = None
            starts = list(extended)
            whole = all(ended or len(head) >= self.most for head, ended in starts)
        return starts

    def _item(self) -> list[_Start]:
        pattern, at = self.pattern, self.at
        character = pattern[at]
        if character not in _SPECIAL:
            self.at += 1
            return [((character,), False)]
        if around := _AROUND.match(pattern, at):
            self._group(around.end())
            return _NO_WIDTH
        if group := _GROUP.match(pattern, at):
            return self._group(group.end())
        found = _ESCAPE.match(pattern, at) or _CLASS.match(pattern, at)
        if found:
            self.at = found.end()
            return _NO_WIDTH if found[0] in (r"\b", r"\B") else [((found[0],), False)]
        if character not in "^$.":
            raise _NotUnderstood
        self.at += 1
        return [((character,), False)] if character == "." else _NO_WIDTH

    def _group(self, begin: int) -> list[_Start]:
        self.at = begin
        self.depth += 1
        starts = self._alternatives()
        self.depth -= 1
        if not self.pattern.startswith(")", self.at):
            raise _NotUnderstood
        self.at += 1
        return starts
