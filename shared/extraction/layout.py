"""Reading order of a page: glyphs with places become lines of text.

Glyphs that follow each other closely make *pieces* of a line. Where an empty strip of paper parts pieces over
several lines there may be columns, to be read one after the other, or rows (a table, dates set against the
right margin), to be read across. Geometry alone cannot tell the two apart: columns of one typeface look like
a table of two long columns. The order in which the file draws the pieces can, because programs draw a column
from top to bottom and a table row by row, and so the two are weighed together.
"""

import re
import statistics
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from shared.extraction import LEAST_COLUMN
from shared.extraction.dates import is_date
from shared.extraction.glyphs import Box, Glyph

_MAX_PIECES = 2_000
"""Beyond this a page is read line by line: looking for columns takes time that grows with their number
squared."""
_MAX_DEPTH = 12
_MAX_LEAPS = 8
"""A page has few columns; each leap upwards of the drawing costs a look at all of its pieces."""

_MARKER = re.compile(r"[•▪▫●○◦‣⁃∙·■□◆◇➢➤✓✔❖►▶–—*o\-\uf000-\uf0ff]|\(?(?:\d{1,2}|[a-z])[.)]")
_STARTS_WITH_MARKER = re.compile(rf"(?:{_MARKER.pattern})\s")
_ADDRESS = re.compile(r"\S*[@/]|www\.")
"""Begins in small letters without being the rest of a sentence."""
_SENTENCE_END = (".", ":", ";", "!", "?")


class _Piece:
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


class Columns(NamedTuple):
    """A page of two columns: what is above them, the two as they are read, what is below."""

    above: str
    sides: tuple[str, str]
    below: str
    spans: tuple[Span, Span]


class PageText(NamedTuple):
    """``in_columns``: two columns of several lines stand side by side and are read one after the other."""

    text: str
    in_columns: bool
    span: Span | None = None
    """Of a page all of whose text is upright."""
    columns: Columns | None = None
    """Of such a page that has just two columns."""


def page_text(glyphs: list[Glyph], *, breaks_words: bool = False, is_form: bool = False) -> PageText:
    """The text of a page in reading order, a line for a line, an empty line where the page leaves a gap.

    Lines that a paragraph was wrapped into are joined where that is certain. ``breaks_words`` says that the
    program that made the page hyphenates words at line ends, so that such a hyphen belongs to the line, not
    to the word.
    """
    parts = []
    in_columns = False
    span = columns = None
    for quarter in (0, 1, 2, 3):
        turned = [(glyph, _upright(glyph.box, quarter)) for glyph in glyphs if glyph.quarter == quarter]
        pieces = _pieces(turned)
        if pieces:
            right_to_left = _is_right_to_left("".join(piece.text for piece in pieces))
            pieces = _with_markers(pieces, right_to_left)
            lines = _arrange(pieces, right_to_left, _MAX_DEPTH if is_form else 0)
            parts.append(_join_lines(lines, breaks_words))
            in_columns |= any(line.in_column for line in lines)
            if quarter == 0 and len(turned) == len(glyphs):
                span = _span(lines)
                columns = _two_columns(lines, breaks_words)
    slanted = [glyph for glyph in glyphs if glyph.quarter is None]
    if slanted:
        parts.append("".join(" " * glyph.spaced + glyph.text for glyph in slanted))
    return PageText("\n\n".join(parts), in_columns, span, columns)


def _span(lines: list[_Piece]) -> Span:
    return Span(min(line.x0 for line in lines), max(line.x1 for line in lines))


def _two_columns(lines: list[_Piece], breaks_words: bool) -> Columns | None:
    """``lines`` as two columns one after the other, between lines that are in none."""
    groups = [(bool(column), list(group)) for column, group in groupby(lines, key=lambda line: line.column)]
    above = [] if groups[0][0] else groups.pop(0)[1]
    if [in_column for in_column, _ in groups] not in ([True, True], [True, True, False]):
        return None
    first, second, below = [*(group for _, group in groups), []][:3]
    spans = _span(first), _span(second)
    for column, beside in ((second, spans[0]), (first, spans[1])):
        if below and are_apart(_span(below), beside):
            column += below  # what is longer than the other
            below = []
    texts = [_join_lines(part, breaks_words) if part else "" for part in (above, first, second, below)]
    return Columns(texts[0], (texts[1], texts[2]), texts[3], spans)


def are_apart(one: Span, other: Span) -> bool:
    """Whether what spans the one stands beside what spans the other."""
    return one.left > other.right or other.left > one.right


# Glyphs to pieces


def _upright(box: Box, quarter: int) -> Box:
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


def _pieces(glyphs: list[tuple[Glyph, Box]]) -> list[_Piece]:
    pieces: list[_Piece] = []
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
        leftwards = glyph is not None and _is_right_to_left(glyph.text)
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
    height = max(one[3] - one[1], other[3] - other[1])
    if _overlap(one[1], one[3], other[1], other[3]) < 0.5:
        return False
    leftwards = other[0] < one[0] and (_is_right_to_left(before[0].text) or _is_right_to_left(after[0].text))
    if leftwards:
        return one[0] - other[2] < height
    # Letters of a ligature share its place; a mark may stand a little before its letter.
    return one[0] - other[0] < 0.5 * height and other[0] - one[2] < height


def _piece(run: list[tuple[Glyph, Box]], order: int) -> _Piece:
    run = _in_order_of_reading(run)
    gaps = [max(right[0] - left[2], left[0] - right[2], 0.0) for (_, left), (_, right) in pairwise(run)]
    height = statistics.median(box[3] - box[1] for _, box in run)
    # Headings are often set with s p a c e d letters; a word space is wider than what is usual between the
    # letters.
    usual = statistics.median(gaps) if len(gaps) >= 4 else 0.0
    widest = max(0.15 * height, 1.7 * usual)
    text = run[0][0].text
    for (glyph, _), gap in zip(run[1:], gaps, strict=True):
        text += " " + glyph.text if glyph.spaced or gap > widest else glyph.text
    return _Piece(text, _around(box for _, box in run), order)


def _with_markers(pieces: list[_Piece], right_to_left: bool) -> list[_Piece]:
    """Joins bullets and numbers of lists with the text they stand before, which may be a tab away."""
    markers = [piece for piece in pieces if _MARKER.fullmatch(piece.text)]
    taken: set[int] = set()

    def gap(marker: _Piece, piece: _Piece) -> float:
        return marker.x0 - piece.x1 if right_to_left else piece.x0 - marker.x1

    for marker in markers[:_MAX_PIECES]:
        if marker.text in _DASHES and _is_below_a_date(marker, pieces):
            continue
        beside = [
            piece
            for piece in pieces
            if piece.order not in taken
            and 0 <= gap(marker, piece) < 4 * marker.height
            and _overlap(marker.y0, marker.y1, piece.y0, piece.y1) >= 0.5
        ]
        if beside:
            text = min(beside, key=lambda piece: gap(marker, piece))
            taken.add(marker.order)
            text.text = f"{marker.text} {text.text}"
            text.x0, text.x1 = min(text.x0, marker.x0), max(text.x1, marker.x1)
    return [piece for piece in pieces if piece.order not in taken]


def _is_below_a_date(dash: _Piece, pieces: list[_Piece]) -> bool:
    """Whether ``dash`` stands between two dates, one below the other."""
    return any(
        0 < dash.middle - piece.middle < 2 * dash.height
        and piece.x0 < dash.x1
        and dash.x0 < piece.x1 + dash.height
        and is_date(piece.text)
        for piece in pieces
    )


# Pieces to lines


def _arrange(pieces: list[_Piece], right_to_left: bool, depth: int) -> list[_Piece]:
    """Whole lines in reading order; their ``order`` means nothing any more."""
    sections = _sections(pieces) if depth < _MAX_DEPTH else []
    if len(sections) > 1:
        return [line for section in sections for line in _arrange(section, right_to_left, depth + 1)]
    parted = _columns(pieces) if len(pieces) <= _MAX_PIECES and depth < _MAX_DEPTH else None
    if parted is None:
        cells = _cells(pieces, lone_lines_only=True) if depth < _MAX_DEPTH else []
        if len(cells) > 1 and any(len(_rows(cell)) > 1 for cell in cells):
            return _table_row(cells, right_to_left, depth + 1)
        return [
            _line(part, right_to_left) for row in _rows(pieces) for part in _heading_apart(row, right_to_left)
        ]
    above, (left, right), below = parted
    lines = _arrange(above, right_to_left, depth + 1)
    strips = _strips(left, right)
    if strips is None:
        columns = [
            _arrange(column, right_to_left, depth + 1)
            for column in ((right, left) if right_to_left else (left, right))
        ]
        for column in columns:
            for line in column:
                line.in_column |= min(map(len, columns)) >= LEAST_COLUMN
                line.column = _span(column)
            lines += column
    else:
        for strip in strips:
            lines += _table_row(_cells(strip), right_to_left, depth + 1)
    return lines + _arrange(below, right_to_left, depth + 1)


type _Sides = tuple[list[_Piece], list[_Piece]]
"""Left and right of a gutter."""


def _sections(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Parts of the page one below the other, cut at gaps from edge to edge that the drawing crosses once,
    downwards."""
    if not pieces:
        return []
    gap = 0.8 * statistics.median(piece.height for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: piece.y0)
    footer = _out_of_turn(ordered, gap)
    ordered = [piece for piece in ordered if piece not in footer]
    lowest_orders = list(accumulate((piece.order for piece in reversed(ordered)), min))[::-1]
    sections = [[ordered[0]]]
    bottom, latest = ordered[0].y1, ordered[0].order
    for piece, earliest in zip(ordered[1:], lowest_orders[1:], strict=True):
        if piece.y0 - bottom > gap and latest < earliest:
            sections.append([])
        sections[-1].append(piece)
        bottom, latest = max(bottom, piece.y1), max(latest, piece.order)
    return [*sections, footer] if footer else sections


def _out_of_turn(ordered: list[_Piece], gap: float) -> list[_Piece]:
    """The page's last line if it was drawn before all others but a header, as programs do with footers."""
    footer = [piece for piece in ordered if piece.y1 > ordered[-1].y0]
    others = [piece for piece in ordered if piece.y1 <= ordered[-1].y0]
    later = [piece for piece in others if piece.order > max(piece.order for piece in footer)]
    if len(later) < 0.8 * len(others) or not others:
        return []
    return footer if min(piece.y0 for piece in footer) - max(piece.y1 for piece in others) > gap else []


def _columns(pieces: list[_Piece]) -> tuple[list[_Piece], _Sides, list[_Piece]] | None:
    """What is above, left and right of, and below the longest gutter whose sides are not simply rows to be
    read across."""
    if len(pieces) < 4:
        return None
    if drawn := _drawn_as_columns(pieces):
        return drawn
    gutter = 0.6 * statistics.median(piece.height for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: piece.middle)
    bands: dict[tuple[int, ...], tuple[int, int, float, _Sides]] = {}
    for centre in {round(piece.x0 - gutter / 2) for piece in pieces} | {
        round(piece.x1 + gutter / 2) for piece in pieces
    }:
        for left, right in _bands(ordered, centre, gutter):
            smaller, larger = sorted((len(left), len(right)))
            if smaller >= 2:
                width = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
                bands[tuple(piece.order for piece in right)] = (smaller, larger, width, (left, right))
    for *_, (left, right) in sorted(bands.values(), key=lambda band: band[:3], reverse=True)[:16]:
        if _are_parted(left, right):
            top = min(piece.middle for piece in left + right)
            inside = {piece.order for piece in left + right}
            outside = [piece for piece in ordered if piece.order not in inside]
            return (
                [piece for piece in outside if piece.middle < top],
                (left, right),
                [piece for piece in outside if piece.middle >= top],
            )
    return None


def _drawn_as_columns(pieces: list[_Piece]) -> tuple[list[_Piece], _Sides, list[_Piece]] | None:
    """The same where the page draws one long column after the other, however narrow the gutter."""
    drawn = sorted(pieces, key=lambda piece: piece.order)
    leaps = [
        at
        for at in range(LEAST_COLUMN, len(drawn) - LEAST_COLUMN + 1)
        if drawn[at - 1].y0 - drawn[at].y0 > LEAST_COLUMN * drawn[at].height
    ]
    for at in leaps[:_MAX_LEAPS]:  # up to the top of another column
        top = drawn[at].y0
        first = [piece for piece in drawn[:at] if piece.y1 > top]
        edge = max(piece.x1 for piece in first)
        if not (is_right := drawn[at].x0 >= edge):
            edge = min(piece.x0 for piece in first)
        crosses = [piece.x0 <= edge if is_right else piece.x1 >= edge for piece in drawn[at:]]
        end = at + (crosses.index(True) if True in crosses else len(crosses))
        second, below = drawn[at:end], drawn[end:]
        if not second or min(len(_rows(first)), len(_rows(second))) < LEAST_COLUMN:
            continue
        bottom = max(piece.middle for piece in first + second)
        sides = (first, second) if is_right else (second, first)
        if all(piece.middle > bottom for piece in below) and _are_parted(*sides):
            return [piece for piece in drawn[:at] if piece.y1 <= top], sides, below
    return None


def _bands(ordered: list[_Piece], centre: float, gutter: float) -> list[_Sides]:
    """Stretches of the page, each between two pieces that cross the gutter, as what is left and right of
    it."""
    bands: list[_Sides] = []
    left: list[_Piece] = []
    right: list[_Piece] = []
    for piece in ordered:
        if piece.x1 <= centre - gutter / 2 + 0.6:
            left.append(piece)
        elif piece.x0 >= centre + gutter / 2 - 0.6:
            right.append(piece)
        else:
            bands.append((left, right))
            left, right = [], []
    bands.append((left, right))
    return bands


def _are_parted(left: list[_Piece], right: list[_Piece]) -> bool:
    """Whether the two sides are read one after the other, as a whole or strip by strip, rather than line by
    line."""
    lines = _rows(left), _rows(right)
    fewer = min(len(side) for side in lines)
    if fewer < 2 or _are_labels(lines[1], lines[0]):  # Dates or places against the right margin.
        return False
    if _strips(left, right) is not None:
        return True
    aligned = _aligned(*lines)
    if any(_are_broken_dates(side) for side in lines):
        return True
    if any(_are_dates(side) for side in lines) and len(aligned) >= 0.8 * fewer:
        return False
    if len(_visits(left, right)) <= max(2, 0.2 * fewer + 1):
        return True
    if len(aligned) < fewer / 2:
        return True
    # Rows of equal pitch, drawn row by row: a table, unless its cells would begin in the middle of a
    # sentence.
    broken = sum(_runs_on(lines[0], mine) or _runs_on(lines[1], other) for mine, other in aligned)
    return broken > len(aligned) / 4


def _strips(left: list[_Piece], right: list[_Piece]) -> list[list[_Piece]] | None:
    """The rows of a table whose cells have several lines, or of labels in a margin with the paragraphs they
    label."""
    labels = _rows(left)
    if _are_labels(labels, _rows(right)):
        starts = [row[0].y0 - row[0].height / 2 for row in labels]
        everything = left + right
        strips = [[piece for piece in everything if piece.middle < starts[0]]] + [
            [piece for piece in everything if start <= piece.middle < end]
            for start, end in zip(starts, [*starts[1:], float("inf")], strict=True)
        ]
        return [strip for strip in strips if strip]
    visits = _visits(left, right)
    if len(visits) < 3 or max(len(_rows(visit)) for visit in visits) < 2:
        return None
    strips = []
    bottom = float("-inf")
    for visit in visits:
        height = visit[0].height
        if min(piece.y0 for piece in visit) >= bottom - height / 3:
            strips.append(list(visit))
        elif max(piece.y1 for piece in visit) > min(piece.y0 for piece in strips[-1]):
            # What ends above the visit is a row of its own: only the last line has something beside it.
            top = min(piece.y0 for piece in visit) + height / 3
            above = [piece for piece in strips[-1] if piece.y1 <= top]
            beside = [piece for piece in strips[-1] if piece.y1 > top]
            strips[-1:] = [above, beside + visit] if above and beside else [strips[-1] + visit]
        else:
            return None  # Back up the page: these are columns after all.
        bottom = max(bottom, *(piece.y1 for piece in visit))
    sides = {piece.order for piece in left}
    torn = sum(len(_visits(*_parted(strip, sides))) > 2 for strip in strips)
    return strips if len(strips) >= 2 and torn <= len(strips) / 5 else None


def _parted(strip: list[_Piece], left: set[int]) -> _Sides:
    return [piece for piece in strip if piece.order in left], [
        piece for piece in strip if piece.order not in left
    ]


def _visits(left: list[_Piece], right: list[_Piece]) -> list[list[_Piece]]:
    """The pieces in the order of drawing, cut wherever the drawing changes sides."""
    drawn = sorted([(piece.order, 0, piece) for piece in left] + [(piece.order, 1, piece) for piece in right])
    visits: list[list[_Piece]] = []
    previous = -1
    for _, side, piece in drawn:
        if side != previous:
            visits.append([])
        visits[-1].append(piece)
        previous = side
    return visits


def _are_dates(lines: list[list[_Piece]]) -> bool:
    dates = [is_date(_row_text(line)) for line in lines]
    return sum(dates) >= 0.8 * len(dates)


def _are_broken_dates(lines: list[list[_Piece]]) -> bool:
    """From when until when, one below the other for want of room."""
    texts = [_row_text(line) for line in lines]
    breaks = len(texts) > 1 and any(text[0] in _DASHES or text[-1] in _DASHES for text in texts)
    return breaks and is_date(texts[0]) and len(" ".join(texts)) <= _LONGEST_PERIOD


_DASHES = "-–—"
_LONGEST_PERIOD = 40


def _are_labels(lines: list[list[_Piece]], others: list[list[_Piece]]) -> bool:
    """Short lines, far apart, each beside the first of several lines: headings or dates in a margin."""
    if len(lines) < 2 or len(others) < 2 * len(lines) or any(len(_row_text(line)) > 30 for line in lines):
        return False
    pitch = statistics.median(b[0].middle - a[0].middle for a, b in pairwise(lines))
    usual = statistics.median(b[0].middle - a[0].middle for a, b in pairwise(others))
    nearest = min(b[0].middle - a[0].middle for a, b in pairwise(lines))
    heights = [statistics.median(line[0].height for line in side) for side in (lines, others)]
    return (
        pitch > 1.9 * usual
        and nearest > 1.4 * usual
        and heights[0] < 1.6 * heights[1]  # a name in large letters is no label of the address beside it
        and len(_aligned(lines, others)) >= 0.9 * len(lines)
    )


def _aligned(lines: list[list[_Piece]], others: list[list[_Piece]]) -> list[tuple[int, int]]:
    """Indexes of lines that stand side by side, base line to base line."""
    pairs = []
    at = 0
    for index, line in enumerate(lines):
        tolerance = 0.35 * line[0].height
        while at < len(others) and others[at][0].y1 < line[0].y1 - tolerance:
            at += 1
        if at < len(others) and others[at][0].y1 <= line[0].y1 + tolerance:
            pairs.append((index, at))
    return pairs


def _runs_on(lines: list[list[_Piece]], index: int) -> bool:
    """Whether the line begins in the middle of a sentence that the line above it left open."""
    if index == 0:
        return False
    before, here = _row_text(lines[index - 1]), _row_text(lines[index])
    goes_on = here[:1].islower() and not _ADDRESS.match(here)
    return goes_on and before.count(" ") >= 2 and not before.endswith(_SENTENCE_END)


def _rows(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces side by side, left to right, the rows from top to bottom."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if rows and all(
            _overlap(piece.y0, piece.y1, other.y0, other.y1) >= 0.5
            and min(piece.x1, other.x1) - max(piece.x0, other.x0) < 0.3 * piece.height
            for other in rows[-1][-_ROW_MEMORY:]
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.x0)
    return rows


_ROW_MEMORY = 40


def _heading_apart(row: list[_Piece], right_to_left: bool) -> list[list[_Piece]]:
    """The row in two where a heading in larger letters stands in the margin of its first line."""
    if right_to_left or len(row) < 2:
        return [row]
    first, second = row[:2]
    in_margin = 0.8 * first.height < second.x0 - first.x1 < 4 * first.height
    larger = first.height > 1.2 * second.height and len(first.text) <= 30
    return [row[:1], row[1:]] if in_margin and larger and not is_date(second.text) else [row]


def _line(row: list[_Piece], right_to_left: bool) -> _Piece:
    if right_to_left or _is_right_to_left(_row_text(row)):
        row = _read_leftwards(row)
    text = row[0].text
    for before, after in pairwise(row):
        gap = max(after.x0 - before.x1, before.x0 - after.x1)
        text += ("\t" if gap > 2 * after.height else " " if gap > 0.1 * after.height else "") + after.text
    return _Piece(text, _around((piece.x0, piece.y0, piece.x1, piece.y1) for piece in row), row[0].order)


def _read_leftwards(row: list[_Piece]) -> list[_Piece]:
    """A row as a text from right to left reads; words of another script in it stay together, rightwards."""
    ordered: list[_Piece] = []
    words: list[_Piece] = []
    for piece in row:
        if not _is_foreign(piece.text) or (words and piece.x0 - words[-1].x1 > piece.height):
            ordered += [_line(words, False)] if words else []
            words = []
        (words if _is_foreign(piece.text) else ordered).append(piece)
    ordered += [_line(words, False)] if words else []
    return ordered[::-1]


def _is_foreign(text: str) -> bool:
    """Whether a word in a text from right to left is read rightwards."""
    return not _is_right_to_left(text) and any(unicodedata.bidirectional(letter) == "L" for letter in text)


def _cells(strip: list[_Piece], *, lone_lines_only: bool = False) -> list[list[_Piece]]:
    """What stands side by side with empty paper between, and was drawn one after the other.

    ``lone_lines_only`` parts two cells only when one of them is a single line beside the other.
    """
    cells: list[list[_Piece]] = []
    edge = float("-inf")
    for piece in sorted(strip, key=lambda piece: piece.x0):
        if piece.x0 > edge + 0.5 * piece.height:
            cells.append([])
        cells[-1].append(piece)
        edge = max(edge, piece.x1)
    at = 1
    while at < len(cells):
        one, other = cells[at - 1], cells[at]
        # What is drawn by turns belongs together: lines with a date of their own at the right.
        if len(_visits(one, other)) > 2 or (lone_lines_only and not _is_lone_line_beside(one, other)):
            one += cells.pop(at)
        else:
            at += 1
    return cells


def _is_lone_line_beside(one: list[_Piece], other: list[_Piece]) -> bool:
    if min(len(_rows(one)), len(_rows(other))) > 1:
        return False
    spans = [(min(piece.y0 for piece in cell), max(piece.y1 for piece in cell)) for cell in (one, other)]
    return _overlap(*spans[0], *spans[1]) >= 0.5


def _table_row(cells: list[list[_Piece]], right_to_left: bool, depth: int) -> list[_Piece]:
    """Lines of cells side by side: one if every cell is one, else cell after cell."""
    if right_to_left:
        cells = cells[::-1]
    lines = [_arrange(cell, right_to_left, depth) for cell in cells]
    if all(len(cell) == 1 for cell in lines):
        row = [cell[0] for cell in lines][:: -1 if right_to_left else 1]
        return [_line(part, right_to_left) for part in _heading_apart(row, right_to_left)]
    # A date belongs with the line beside it, which says what happened then.
    if len(lines[0]) == 1 and is_date(lines[0][0].text):
        (date,), *lines = lines
        said = _beside(date, lines[0])
        _join_beside(date, said, said)
    elif len(lines[-1]) == 1 and is_date(lines[-1][0].text):
        *lines, (date,) = lines
        said = _beside(date, lines[-1])
        _join_beside(said, date, said)
    return [line for cell in lines for line in cell]


def _beside(piece: _Piece, lines: list[_Piece]) -> _Piece:
    """The line that stands beside ``piece``; the first one where it stands between two."""
    return next((line for line in lines if _overlap(piece.y0, piece.y1, line.y0, line.y1) >= 0.5), lines[0])


def _join_beside(first: _Piece, second: _Piece, result: _Piece) -> None:
    result.text = f"{first.text}\t{second.text}"
    result.x0, result.x1 = min(first.x0, second.x0), max(first.x1, second.x1)


# Lines to text


def _join_lines(lines: list[_Piece], breaks_words: bool) -> str:
    text = lines[0].text
    for before, after in pairwise(lines):
        height = min(before.height, after.height)
        gap = after.y0 - before.y1
        beside = min(before.x1, after.x1) < max(before.x0, after.x0)
        if gap > 0.7 * height or gap < -height or beside:
            text += "\n\n" + after.text
        elif not _is_wrapped(before, after):
            text += "\n" + after.text
        elif before.text.endswith("-"):
            text = (text[:-1] if breaks_words else text) + after.text
        elif before.text.endswith("\u00ad"):
            text = text[:-1] + after.text
        else:
            text += " " + after.text
    return text


def _is_wrapped(before: _Piece, after: _Piece) -> bool:
    """Whether ``after`` is the same sentence, which only found no place on the line before."""
    if "\t" in before.text or not after.text[0].islower() or _STARTS_WITH_MARKER.match(after.text):
        return False
    if not 0.87 < before.height / after.height < 1.15:
        return False
    if before.text[-1] in "-\u00ad":
        return before.text[-2:-1].isalpha()
    return len(before.text) >= 20 and not before.text.endswith(_SENTENCE_END)


# Small things


def _overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Share of the shorter of two intervals that the other one covers; negative when they are apart."""
    shorter = max(min(a1 - a0, b1 - b0), 1e-6)
    return (min(a1, b1) - max(a0, b0)) / shorter


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _row_text(row: list[_Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _is_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(character) for character in text]
    return directions.count("R") + directions.count("AL") > directions.count("L")
