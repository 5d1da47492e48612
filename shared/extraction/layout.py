"""Reading order of a page: glyphs with places become lines of text.

Glyphs that follow each other closely make *pieces* of a line. Where an empty strip of paper parts pieces over
several lines there may be columns, to be read one after the other, or rows (a table, dates set against the
right margin), to be read across. Geometry alone cannot tell the two apart: columns of one typeface look like
a table of two long columns. The order in which the file draws the pieces can, because programs draw a column
from top to bottom and a table row by row, and so the two are weighed together.
"""

import statistics
import unicodedata
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from shared.extraction import LEAST_COLUMN
from shared.extraction.dates import is_date
from shared.extraction.gutters import (
    Sides,
    columns_of,
    drawn_as_columns,
    parted_as_before,
    put_floats_in_turn,
    strips_of,
    with_its_top,
)
from shared.extraction.layers import put_layers_in_turn
from shared.extraction.paragraphs import SENTENCE_END, in_one_line, join_lines
from shared.extraction.periods import is_period, put_in_time, with_whole_periods
from shared.extraction.pieces import (
    MAX_PIECES,
    STARTS_WITH_MARKER,
    Drawn,
    Piece,
    Span,
    are_apart,
    around,
    is_right_to_left,
    overlap,
    row_text,
    rows_of,
    span_of,
    visits_of,
    with_markers,
    without_icons,
)

_MAX_DEPTH = 12
_HALF_WAY = 0.7
_CELL_PITCH = 0.7
"""Of the height of a line; what is further apart is a paragraph of its own."""
_MOST_CELL_LINES = 5
_MOST_OF_A_ROW = 100
"""Pieces."""


class Columns(NamedTuple):
    """A page of two columns: what is above them, the two as they are read, what is below."""

    above: str
    sides: tuple[str, str]
    below: str
    spans: tuple[Span, Span]
    bottoms: tuple[float, float] = (0.0, 0.0)
    """Where the two end, in points from the top of the page."""


class PageText(NamedTuple):
    """``in_columns``: two columns of several lines stand side by side and are read one after the other."""

    text: str
    in_columns: bool
    span: Span | None = None
    """Of the lines but the first and the last, on a page all of whose text is upright."""
    columns: Columns | None = None
    """Of such a page that has just two columns."""


def page_text(
    drawn: Drawn,
    *,
    breaks_words: bool = False,
    is_form: bool = False,
    spans: tuple[Span, Span] | None = None,
) -> PageText:
    """The text of a page in reading order, a line for a line, an empty line where the page leaves a gap.

    Lines that a paragraph was wrapped into are joined where that is certain. ``breaks_words`` says that the
    program that made the page hyphenates words at line ends, so that such a hyphen belongs to the line, not
    to the word. ``spans`` are those of the two columns of a page before this one.
    """
    parts = []
    in_columns = False
    span = columns = None
    for quarter, pieces in drawn.turns.items():
        if not pieces:
            continue
        right_to_left = is_right_to_left("".join(piece.text for piece in pieces))
        pieces = with_whole_periods(without_icons(with_markers(pieces, right_to_left)))
        if not pieces:
            continue
        if right_to_left:
            put_in_time(pieces)
        put_floats_in_turn(pieces)
        put_layers_in_turn(pieces)
        depth = _MAX_DEPTH if is_form else 0
        parted = parted_as_before(pieces, spans) if spans and not quarter else None
        if parted is not None:
            lines = _in_columns(*parted, right_to_left, depth)
        else:
            lines = _arrange(pieces, right_to_left, depth)
        parts.append(join_lines(lines, breaks_words))
        in_columns |= any(line.in_column for line in lines)
        if quarter == 0 and not drawn.slanted and len(drawn.turns) == 1:
            span = span_of(lines[1:-1] or lines)
            columns = _two_columns(lines, breaks_words)
    if drawn.slanted:
        parts.append(drawn.slanted)
    return PageText("\n\n".join(parts), in_columns, span, columns)


def _two_columns(lines: list[Piece], breaks_words: bool) -> Columns | None:
    """``lines`` as two columns one after the other, between lines that are in none."""
    groups = [(bool(column), list(group)) for column, group in groupby(lines, key=lambda line: line.column)]
    above = [] if groups[0][0] else groups.pop(0)[1]
    if [in_column for in_column, _ in groups] not in ([True, True], [True, True, False]):
        return None
    first, second, below = [*(group for _, group in groups), []][:3]
    spans = span_of(first), span_of(second)
    for column, beside in ((second, spans[0]), (first, spans[1])):
        if below and are_apart(span_of(below), beside):
            column += below  # what is longer than the other
            below = []
    texts = [join_lines(part, breaks_words) if part else "" for part in (above, first, second, below)]
    # A header above one of the columns says nothing of where its lines begin.
    first_left, second_left = (statistics.median(line.x0 for line in side) for side in (first, second))
    return Columns(
        texts[0],
        (texts[1], texts[2]),
        texts[3],
        (spans[0]._replace(left=first_left), spans[1]._replace(left=second_left)),
        (max(line.y1 for line in first), max(line.y1 for line in second)),
    )


def _arrange(pieces: list[Piece], right_to_left: bool, depth: int) -> list[Piece]:
    """Whole lines in reading order; their ``order`` means nothing any more."""
    sections = _sections(pieces) if depth < _MAX_DEPTH else []
    if len(sections) > 1:
        return _in_sections(sections, right_to_left, depth)
    if depth < _MAX_DEPTH and (row := _row_of_cells(pieces)):
        return _table_row(row, right_to_left, depth + 1)
    parted = columns_of(pieces) if len(pieces) <= MAX_PIECES and depth < _MAX_DEPTH else None
    if parted is None:
        cells = _cells(pieces, lone_lines_only=True) if depth < _MAX_DEPTH else []
        if len(cells) > 1 and any(len(rows_of(cell)) > 1 for cell in cells):
            return _table_row(cells, right_to_left, depth + 1)
        return [
            _line(part, right_to_left)
            for row in rows_of(pieces)
            for part in _heading_apart(row, right_to_left)
        ]
    above, (left, right), below = parted
    strips = strips_of(left, right)
    if strips is None:
        return _in_columns(*with_its_top(above, (left, right)), below, right_to_left, depth)
    lines = _arrange(above, right_to_left, depth + 1)
    for strip in strips:
        lines += _table_row(_cells(strip), right_to_left, depth + 1)
    return lines + _arrange(below, right_to_left, depth + 1)


def _in_sections(sections: list[list[Piece]], right_to_left: bool, depth: int) -> list[Piece]:
    """One after the other; what goes on below a shorter column that was drawn first is read before it."""
    lines: list[Piece] = []
    following = sections[::-1]
    while following:
        section = following.pop()
        parted = drawn_as_columns(section) if following and not right_to_left else None
        if parted is None or min(map(_first_drawn, parted[1])) != _first_drawn(parted[1][1]):
            lines += _arrange(section, right_to_left, depth + 1)
            continue
        above, (left, right), below = parted
        while following and not below and are_apart(span_of(following[-1]), span_of(right)):
            left = left + following.pop()
        lines += _in_columns(above, (left, right), below, right_to_left, depth)
    return lines


def _first_drawn(pieces: list[Piece]) -> int:
    return min(piece.order for piece in pieces)


def _in_columns(
    above: list[Piece], sides: Sides, below: list[Piece], right_to_left: bool, depth: int
) -> list[Piece]:
    """The two sides one after the other."""
    lines = _arrange(above, right_to_left, depth + 1)
    columns = [
        _arrange(column, right_to_left, depth + 1) for column in (sides[::-1] if right_to_left else sides)
    ]
    for column in columns:
        for line in column:
            line.in_column |= min(map(len, columns)) >= LEAST_COLUMN
            line.column = span_of(column)
        lines += column
    return lines + _arrange(below, right_to_left, depth + 1)


def _sections(pieces: list[Piece]) -> list[list[Piece]]:
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


def _out_of_turn(ordered: list[Piece], gap: float) -> list[Piece]:
    """The page's last line if it was drawn before all others but a header, as programs do with footers."""
    footer = [piece for piece in ordered if piece.y1 > ordered[-1].y0]
    others = [piece for piece in ordered if piece.y1 <= ordered[-1].y0]
    later = [piece for piece in others if piece.order > max(piece.order for piece in footer)]
    if len(later) < 0.8 * len(others) or not others:
        return []
    return footer if min(piece.y0 for piece in footer) - max(piece.y1 for piece in others) > gap else []


def _heading_apart(row: list[Piece], right_to_left: bool) -> list[list[Piece]]:
    """The row in two where a heading in larger letters stands in the margin of its first line."""
    if right_to_left or len(row) < 2:
        return [row]
    first, second = row[:2]
    in_margin = 0.6 * first.height < second.x0 - first.x1 < 4 * first.height
    larger = first.height > 1.2 * second.height and len(first.text) <= 30
    return [row[:1], row[1:]] if in_margin and larger and not is_date(second.text) else [row]


def _line(row: list[Piece], right_to_left: bool) -> Piece:
    if right_to_left or is_right_to_left(row_text(row)):
        row = _read_leftwards(row)
    text = row[0].text
    for before, after in pairwise(row):
        gap = max(after.x0 - before.x1, before.x0 - after.x1)
        apart = gap > 2 * after.height or is_period(before.text)
        text += ("\t" if apart else " " if gap > 0.1 * after.height else "") + after.text
    return Piece(text, around((piece.x0, piece.y0, piece.x1, piece.y1) for piece in row), row[0].order)


def _read_leftwards(row: list[Piece]) -> list[Piece]:
    """A row as a text from right to left reads; words of another script in it stay together, rightwards."""
    ordered: list[Piece] = []
    words: list[Piece] = []
    for piece in row:
        if not _is_foreign(piece.text) or (words and piece.x0 - words[-1].x1 > piece.height):
            ordered += [_line(words, False)] if words else []
            words = []
        (words if _is_foreign(piece.text) else ordered).append(piece)
    ordered += [_line(words, False)] if words else []
    return ordered[::-1]


def _is_foreign(text: str) -> bool:
    """Whether a word in a text from right to left is read rightwards."""
    return not is_right_to_left(text) and any(unicodedata.bidirectional(letter) == "L" for letter in text)


def _cells(strip: list[Piece], *, lone_lines_only: bool = False) -> list[list[Piece]]:
    """What stands side by side with empty paper between, and was drawn one after the other.

    ``lone_lines_only`` parts two cells only when one of them is a single line beside the other.
    """
    cells: list[list[Piece]] = []
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
        if len(visits_of(one, other)) > 2 or (lone_lines_only and not _is_lone_line_beside(one, other)):
            one += cells.pop(at)
        else:
            at += 1
    return cells


def _row_of_cells(pieces: list[Piece]) -> list[list[Piece]]:
    """``pieces`` as the cells of a table's row, three or more, all but the last of a few lines; else none."""
    cells = _cells(pieces) if len(pieces) <= _MOST_OF_A_ROW else []
    if len(cells) < 3:
        return []
    tops = [min(piece.y0 for piece in cell) for cell in cells]
    level = max(tops) - min(tops) < 0.35 * pieces[0].height
    few = all(1 <= len(rows_of(cell)) <= _MOST_CELL_LINES for cell in cells[:-1])
    drawn = all(
        max(piece.order for piece in one) < min(piece.order for piece in other)
        for one, other in pairwise(cells)
    )
    return cells if level and few and drawn else []


def _is_lone_line_beside(one: list[Piece], other: list[Piece]) -> bool:
    if min(len(rows_of(one)), len(rows_of(other))) > 1:
        return False
    spans = [(min(piece.y0 for piece in cell), max(piece.y1 for piece in cell)) for cell in (one, other)]
    return overlap(*spans[0], *spans[1]) >= 0.5


def _table_row(cells: list[list[Piece]], right_to_left: bool, depth: int) -> list[Piece]:
    """Lines of cells side by side: one if every cell is one, else cell after cell."""
    if right_to_left:
        cells = cells[::-1]
    lines = [_arrange(cell, right_to_left, depth) for cell in cells]
    if all(len(cell) == 1 for cell in lines):
        row = [cell[0] for cell in lines][:: -1 if right_to_left else 1]
        return [_line(part, right_to_left) for part in _heading_apart(row, right_to_left)]
    if len(cells) > 2 and not right_to_left:
        lines = [*map(_unwrapped, lines, cells[1:]), lines[-1]]
        alone = next((at for at, cell in enumerate(lines) if len(cell) > 1), len(lines))
        if alone > 1:
            first = [cell[0] for cell in lines[:alone]]
            box = around((line.x0, line.y0, line.x1, line.y1) for line in first)
            head = Piece("\t".join(line.text for line in first), box, first[0].order)
            return [head, *(line for cell in lines[alone:] for line in cell)]
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


def _unwrapped(lines: list[Piece], following: list[Piece]) -> list[Piece]:
    """Lines of a cell as one, where each begins with a word that had no room on the line before."""
    room = min(piece.x0 for piece in following) - min(line.x0 for line in lines)
    height = lines[0].height
    for before, after in pairwise(lines):
        word = (after.x1 - after.x0) * len(after.text.split()[0]) / len(after.text)
        if (
            before.x1 - before.x0 + word < room - 1.5 * height
            or after.y0 - before.y1 > _CELL_PITCH * height
            or abs(after.height - height) > 0.1 * height
            or before.text.endswith(SENTENCE_END)
            or STARTS_WITH_MARKER.match(after.text)
        ):
            return lines
    if not 1 < len(lines) <= _MOST_CELL_LINES:
        return lines
    box = around((line.x0, line.y0, line.x1, line.y1) for line in lines)
    return [Piece(in_one_line(lines), box, lines[0].order)]


def _beside(piece: Piece, lines: list[Piece]) -> Piece:
    """The line that stands beside ``piece``; the first one where it stands between two or half way down."""
    middle = (lines[0].y0 + lines[-1].y1) / 2
    if len(lines) > 3 and abs(piece.middle - middle) < _HALF_WAY * piece.height:
        return lines[0]
    return next((line for line in lines if overlap(piece.y0, piece.y1, line.y0, line.y1) >= 0.5), lines[0])


def _join_beside(first: Piece, second: Piece, result: Piece) -> None:
    result.text = f"{first.text}\t{second.text}"
    result.x0, result.x1 = min(first.x0, second.x0), max(first.x1, second.x1)
