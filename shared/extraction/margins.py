"""What a program prints in the margin of every page: headers, footers, page numbers.

They would stand in the middle of the job that goes on over two pages. Of a header the first is left, of a
footer the last.
"""

import re
from typing import NamedTuple

from shared.extraction.pieces import Piece, row_text, rows_of

_MOST_LINES = 2
"""Of a header or a footer."""
_APART = 2.0
"""Points by which they may be higher or lower on another page."""
_NUMBER = re.compile(r"[0-9]+")
_LONGEST_NUMBER = 10


class _Line(NamedTuple):
    pieces: list[Piece]
    words: str
    """The text without its numbers."""
    numbers: tuple[int, ...]


def leave_out_repeated(pages: list[list[Piece]]) -> None:
    """Takes headers and footers off the pages but for one of each; changes the lists."""
    rows = [rows_of(pieces) for pieces in pages]
    tops = [[_line(row) for row in page[:_MOST_LINES]] for page in rows]
    bottoms = [[_line(row) for row in page[: -_MOST_LINES - 1 : -1]] for page in rows]
    again: set[int] = set()
    for before in range(len(pages) - 1):
        for lines, others, step in (
            (tops[before + 1], tops[before], -1),
            (bottoms[before], bottoms[before + 1], 1),
        ):
            for line, other in zip(lines, others, strict=False):
                if not _is_repeated(line, other, step, len(pages)):
                    break
                again |= {id(piece) for piece in line.pieces}
    for pieces in pages:
        pieces[:] = [piece for piece in pieces if id(piece) not in again]


def _line(row: list[Piece]) -> _Line:
    text = row_text(row)
    numbers = tuple(int(number) for number in _NUMBER.findall(text) if len(number) < _LONGEST_NUMBER)
    return _Line(row, _NUMBER.sub(lambda found: found[0] * (len(found[0]) >= _LONGEST_NUMBER), text), numbers)


def _is_repeated(line: _Line, other: _Line, step: int, pages: int) -> bool:
    """Whether ``other``, ``step`` pages on, is the same but for the number of the page."""
    return (
        line.words == other.words
        and abs(line.pieces[0].middle - other.pieces[0].middle) <= _APART
        and len(line.numbers) == len(other.numbers)
        and all(
            one == two or (two - one == step and max(one, two) <= pages)
            for one, two in zip(line.numbers, other.numbers, strict=True)
        )
    )
