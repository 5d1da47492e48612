"""Glyphs of a page to pieces of its lines, and how pieces stand to each other."""

import re
import statistics
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from shared.extraction.dates import is_date
from shared.extraction.glyphs import Box, Glyph

MAX_PIECES = 2_000
"""Beyond this a page is read line by line: looking for columns takes time that grows with their number
squared."""
_MARKER = re.compile(r"[•▪▫●○◦‣⁃∙·■□◆◇➢➤✓✔❖►▶–—*o\-\uf000-\uf0ff]|\(?(?:\d{1,2}|[a-z])[.)]")
STARTS_WITH_MARKER = re.compile(rf"(?:{_MARKER.pattern})\s")
DASHES = "-–—"
_ICONS = re.compile(r"[\ue000-\uf8ff\s]+")
_ROW_MEMORY = 40
_OTHER_SIZE = 1.1
_LEANS = 0.08
"""Of the height of a letter; what a slanted "f" reaches into the box of the letter before it."""
_AFTER_EUROPE = "\u0530"
"""From here on are scripts whose letters join, and stand in each other's boxes."""


class Piece:
    """Some words of one line, with nothing wider than a word space between them."""

    __slots__ = ("column", "in_column", "order", "text", "x0", "x1", "y0", "y1")

    def __init__(self, text: str, box: Box, order: int) -> None:
        self.text = text
        self.x0, self.y0, self.x1, self.y1 = box
        self.order = order
        """Rank among the pieces as the page draws them."""
        self.in_column = False
        self.column: Span | None = None
        """The widest column that the line is in: from its left edge to its right."""

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


class Span(NamedTuple):
    """Points from the left edge of the page."""

    left: float
    right: float


def span_of(lines: list[Piece]) -> Span:
    return Span(min(line.x0 for line in lines), max(line.x1 for line in lines))


def are_apart(one: Span, other: Span) -> bool:
    """Whether what spans the one stands beside what spans the other."""
    return one.left > other.right or other.left > one.right


def upright(box: Box, quarter: int) -> Box:
    """``box`` on the page turned clockwise, so that text turned counter-clockwise by ``quarter`` runs left to
    right."""
    x0, y0, x1, y1 = box
    match quarter:
        case 1:
            return -y1, x0, -y0, x1
        case 2:
            return -x1, -y1, -x0, -y0
        case 3:
            return y0, -x1, y1, -x0
        case _:
            return box


class Drawn(NamedTuple):
    """What is drawn on a page."""

    turns: dict[int, list[Piece]]
    """The pieces by the quarter turns of their letters."""
    slanted: str


def drawn_of(glyphs: list[Glyph]) -> Drawn:
    turns = {}
    for quarter in (0, 1, 2, 3):
        turned = [(glyph, upright(glyph.box, quarter)) for glyph in glyphs if glyph.quarter == quarter]
        if turned:
            turns[quarter] = pieces_of(turned)
    slanted = (" " * glyph.spaced + glyph.text for glyph in glyphs if glyph.quarter is None)
    return Drawn(turns, "".join(slanted))


def pieces_of(glyphs: list[tuple[Glyph, Box]]) -> list[Piece]:
    pieces: list[Piece] = []
    run: list[tuple[Glyph, Box]] = []
    for glyph, box in glyphs:
        if run and not _continues(run[-1], (glyph, box)):
            pieces.append(_piece(run, len(pieces)))
            run = []
        run.append((glyph, box))
    if run:
        pieces.append(_piece(run, len(pieces)))
    return pieces


def _in_order_of_reading(run: list[tuple[Glyph, Box]]) -> list[tuple[Glyph, Box]]:
    """``run`` with each word that is read from right to left that way round.

    PDFium turns such words, but not all of those that browsers draw: letter by letter, the leftmost first.
    """
    ordered: list[tuple[Glyph, Box]] = []
    word: list[tuple[Glyph, Box]] = []
    for glyph, box in [*run, (None, None)]:
        leftwards = glyph is not None and is_right_to_left(glyph.text)
        if word and (not leftwards or glyph is None or glyph.spaced):
            if all(one[0] < other[0] for (_, one), (_, other) in pairwise(word)):
                spaced, word[0][0].spaced = word[0][0].spaced, False
                word.reverse()
                word[0][0].spaced = spaced
            ordered += word
            word = []
        if glyph is not None and box is not None:
            (word if leftwards else ordered).append((glyph, box))
    return ordered


def _continues(before: tuple[Glyph, Box], after: tuple[Glyph, Box]) -> bool:
    one, other = before[1], after[1]
    heights = one[3] - one[1], other[3] - other[1]
    height = max(heights)
    if overlap(one[1], one[3], other[1], other[3]) < 0.5:
        return False
    leftwards = other[0] < one[0] and (is_right_to_left(before[0].text) or is_right_to_left(after[0].text))
    if leftwards:
        return one[0] - other[2] < height
    # Letters of a ligature share its place; a mark may stand a little before its letter.
    # What follows in letters of another size, at more than a word's distance, is something else.
    furthest = height if height < _OTHER_SIZE * min(heights) else 0.5 * height
    return one[0] - other[0] < 0.5 * height and other[0] - one[2] < furthest


def _piece(run: list[tuple[Glyph, Box]], order: int) -> Piece:
    run = _in_order_of_reading(run)
    apart = [max(right[0] - left[2], left[0] - right[2]) for (_, left), (_, right) in pairwise(run)]
    gaps = [max(distance, 0.0) for distance in apart]
    height = statistics.median(box[3] - box[1] for _, box in run)
    # Headings are often set with s p a c e d letters; a word space is wider than what is usual between the
    # letters.
    usual = statistics.median(gaps) if len(gaps) >= 4 else 0.0
    widest = max(0.15 * height, 1.7 * usual)
    # After an "f", which leans over what follows, less is left of it, and nothing if it leans both ways.
    least = widest if usual else 0.3 * widest
    leans = [
        False,
        *(
            distance < -_LEANS * height and glyph.text < _AFTER_EUROPE
            for distance, (glyph, _) in zip(apart, run[1:], strict=True)
        ),
    ]
    text = run[0][0].text
    for (glyph, _), gap, after_leaning in zip(run[1:], gaps, leans, strict=False):
        parted = glyph.parted and (gap > least or after_leaning)
        text += " " + glyph.text if glyph.spaced or gap > widest or parted else glyph.text
    return Piece(text, around(box for _, box in run), order)


def with_markers(pieces: list[Piece], right_to_left: bool) -> list[Piece]:
    """Joins bullets and numbers of lists with the text they stand before, which may be a tab away."""
    markers = [piece for piece in pieces if _MARKER.fullmatch(piece.text)]
    taken: set[int] = set()

    def gap(marker: Piece, piece: Piece) -> float:
        return marker.x0 - piece.x1 if right_to_left else piece.x0 - marker.x1

    for marker in markers[:MAX_PIECES]:
        if marker.text in DASHES and _is_below_a_date(marker, pieces):
            continue
        beside = [
            piece
            for piece in pieces
            if piece.order not in taken
            and 0 <= gap(marker, piece) < 4 * marker.height
            and overlap(marker.y0, marker.y1, piece.y0, piece.y1) >= 0.5
        ]
        if beside:
            text = min(beside, key=lambda piece: gap(marker, piece))
            taken.add(marker.order)
            text.text = f"{marker.text} {text.text}"
            text.x0, text.x1 = min(text.x0, marker.x0), max(text.x1, marker.x1)
    return [piece for piece in pieces if piece.order not in taken]


def without_icons(pieces: list[Piece]) -> list[Piece]:
    """``pieces`` without those of a font of pictures alone, whose codes are for private use."""
    return [piece for piece in pieces if _ICONS.fullmatch(piece.text) is None]


def _is_below_a_date(dash: Piece, pieces: list[Piece]) -> bool:
    """Whether ``dash`` stands between two dates, one below the other."""
    return any(
        0 < dash.middle - piece.middle < 2 * dash.height
        and piece.x0 < dash.x1
        and dash.x0 < piece.x1 + dash.height
        and is_date(piece.text)
        for piece in pieces
    )


def visits_of(left: list[Piece], right: list[Piece]) -> list[list[Piece]]:
    """The pieces in the order of drawing, cut wherever the drawing changes sides."""
    drawn = sorted([(piece.order, 0, piece) for piece in left] + [(piece.order, 1, piece) for piece in right])
    visits: list[list[Piece]] = []
    previous = -1
    for _, side, piece in drawn:
        if side != previous:
            visits.append([])
        visits[-1].append(piece)
        previous = side
    return visits


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces side by side, left to right, the rows from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if rows and all(
            overlap(piece.y0, piece.y1, other.y0, other.y1) >= 0.5
            and min(piece.x1, other.x1) - max(piece.x0, other.x0) < 0.3 * piece.height
            for other in rows[-1][-_ROW_MEMORY:]
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.x0)
    return rows


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Share of the shorter of two intervals that the other one covers; negative when they are apart."""
    shorter = max(min(a1 - a0, b1 - b0), 1e-6)
    return (min(a1, b1) - max(a0, b0)) / shorter


def around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def row_text(row: list[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def is_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    return directions.count("R") + directions.count("AL") > directions.count("L")
