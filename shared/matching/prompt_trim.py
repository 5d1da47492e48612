"""How long a text is in tokens, and what to leave out of one that is too long."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKENISH = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d{1,3}|[^\sA-Za-z\d]|\n+| (?=\d)")
_LETTERS_PER_TOKEN = 6
_CAPITALS_PER_TOKEN = 2
_PIECE = 400
_LINE = re.compile(r"[^\n]*\n?")
_WORD = re.compile(r"[^\W\d_]{4,}|[A-Z]{2,3}\b|[^\W\d_]+[#+]{1,2}")
_DATED = re.compile(r"\b(?:19|20)\d{2}\b")
_GAP = "[…]\n"
_GAP_TOKENS = 4


@dataclass(frozen=True, slots=True)
class Trimmed:
    text: str
    left_out: int
    """Lines (or pieces of very long lines) that are not in ``text``."""
    total: int


def estimate_tokens(text: str) -> int:
    """At least as many tokens as a byte-pair encoder of 100,000 entries or more makes of ordinary text.

    Counted without a vocabulary, because loading one would mean a download: each word costs one token for
    every six letters begun (two capitals), three digits one, the space before them one, every other character
    one, and those beyond the basic plane three. Random letters (base64) come out about a tenth too low.
    Measured against o200k_base in ``docs/decisions/model-bound.md``.
    """
    tokens = 0
    for match in _TOKENISH.finditer(text):
        piece = match[0]
        if piece[0].isalpha() and piece.isascii():
            tokens += 1 + (len(piece) - 1) // (_CAPITALS_PER_TOKEN if piece.isupper() else _LETTERS_PER_TOKEN)
        else:
            tokens += 3 if piece[0] > "\uffff" else 1
    return tokens


def terms(texts: Iterable[str]) -> frozenset[str]:
    """Words by their first five letters, for telling how much two texts have in common."""
    return frozenset(word[:5].casefold() for text in texts for word in _WORD.findall(text))


def trim(text: str, budget: int, wanted: frozenset[str], related: frozenset[str]) -> Trimmed:
    """The lines of ``text`` that matter most, in their order, within ``budget`` estimated tokens.

    ``wanted``: terms of the requirements, which count three times; ``related``: terms of the other text.
    Headings and dated lines go before others of the same worth: they tell what the lines below belong to.
    """
    pieces = [piece for line in _LINE.findall(text) if line for piece in _cut(line)]
    if estimate_tokens(text) <= budget:
        return Trimmed(text, 0, len(pieces))
    costs = [estimate_tokens(piece) for piece in pieces]
    worth = [_worth(piece, wanted, related) for piece in pieces]
    order = sorted(range(len(pieces)), key=lambda index: (-worth[index], index))
    chosen: set[int] = set()
    spent = 0
    for index in order:
        gaps = _GAP_TOKENS * ((index - 1 not in chosen) + (index + 1 not in chosen))
        if spent + costs[index] + gaps <= budget:
            chosen.add(index)
            spent += costs[index] + gaps
    kept: list[str] = []
    for index, piece in enumerate(pieces):
        if index in chosen:
            kept.append(piece)
        elif not kept or kept[-1] != _GAP:
            kept.append(_GAP)
    dropped = sum(1 for index, piece in enumerate(pieces) if index not in chosen and piece.strip())
    return Trimmed("".join(kept), dropped, sum(1 for piece in pieces if piece.strip()))


def _cut(line: str) -> Iterable[str]:
    """A line, in pieces at spaces where it is too long to be judged as one."""
    start = 0
    while len(line) - start > _PIECE:
        space = line.rfind(" ", start + _PIECE // 2, start + _PIECE)
        end = space + 1 if space > 0 else start + _PIECE
        yield line[start:end]
        start = end
    yield line[start:]


def _worth(piece: str, wanted: frozenset[str], related: frozenset[str]) -> float:
    found = terms((piece,))
    if not piece.strip():
        return 0.0
    worth = 3 * len(found & wanted) + len(found & related)
    worth += 2 * bool(_DATED.search(piece)) + (2 if len(piece) <= 40 else 0)
    return worth / (1 + len(piece) / 100)
