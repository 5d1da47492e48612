"""Empty strips of paper that part a page: between columns, to be read one after the other, or not."""

import statistics
from itertools import pairwise
from operator import itemgetter

from shared.extraction import LEAST_COLUMN
from shared.extraction.dates import is_date
from shared.extraction.paragraphs import ADDRESS, SENTENCE_END
from shared.extraction.pieces import (
    DASHES,
    MAX_PIECES,
    Piece,
    Span,
    are_apart,
    overlap,
    row_text,
    rows_of,
    span_of,
    visits_of,
)

_MAX_LEAPS = 8
"""A page has few columns; each leap upwards of the drawing costs a look at all of its pieces."""
_NAME_HEIGHT = 1.6
"""Of the text's height; what is larger is whose CV it is, not the heading of a column."""
_LONGEST_PERIOD = 40
_RAGGED = 3.0
"""Points."""
_MOST_FLOATS = 60

type Sides = tuple[list[Piece], list[Piece]]
"""Left and right of a gutter."""


def put_floats_in_turn(pieces: list[Piece]) -> None:
    """Numbers dates and places at the right margin as if they were drawn after the lines they stand beside.

    Browsers draw what floats before all text (CSS 2.2, appendix E).
    """
    drawn = sorted(pieces, key=lambda piece: piece.order) if len(pieces) <= MAX_PIECES else []
    leap = next((at for at, (one, other) in enumerate(pairwise(drawn), 1) if other.y1 < one.y0), 0)
    floats, text = drawn[:leap], drawn[leap:]
    lines = [[piece] for piece in floats]
    if not 0 < len(floats) <= _MOST_FLOATS or not (_are_flush_right(lines) or _are_dates(lines)):
        return
    after: dict[int, list[Piece]] = {}
    for piece in floats:
        beside = [
            other.order
            for other in text
            if other.x1 <= piece.x0 and abs(other.y1 - piece.y1) < 0.35 * piece.height
        ]
        if not beside:
            return
        after.setdefault(beside[-1], []).append(piece)
    in_turn = [one for piece in text for one in (piece, *after.get(piece.order, ()))]
    for order, piece in enumerate(in_turn):
        piece.order = order


def columns_of(pieces: list[Piece]) -> tuple[list[Piece], Sides, list[Piece]] | None:
    """What is above, left and right of, and below the longest gutter whose sides are not simply rows to be
    read across."""
    if len(pieces) < 4:
        return None
    if drawn := drawn_as_columns(pieces):
        return drawn
    gutter = 0.6 * statistics.median(piece.height for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: piece.middle)
    bands: dict[tuple[int, ...], tuple[tuple[int, int, float], Sides]] = {}
    for centre in {round(piece.x0 - gutter / 2) for piece in pieces} | {
        round(piece.x1 + gutter / 2) for piece in pieces
    }:
        for left, right in _bands(ordered, centre, gutter):
            smaller, larger = sorted((len(left), len(right)))
            if smaller >= 2:
                width = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
                size = (smaller, larger, width)
                key = tuple(piece.order for piece in right)
                if key not in bands or size > bands[key][0]:
                    bands[key] = size, (left, right)
    for _, (left, right) in sorted(bands.values(), key=itemgetter(0), reverse=True)[:16]:
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


def drawn_as_columns(pieces: list[Piece]) -> tuple[list[Piece], Sides, list[Piece]] | None:
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
        if not second or min(len(rows_of(first)), len(rows_of(second))) < LEAST_COLUMN:
            continue
        bottom = max(piece.middle for piece in first + second)
        sides = (first, second) if is_right else (second, first)
        if all(piece.middle > bottom for piece in below) and _are_parted(*sides):
            return [piece for piece in drawn[:at] if piece.y1 <= top], sides, below
    return None


def _bands(ordered: list[Piece], centre: float, gutter: float) -> list[Sides]:
    """Stretches of the page, each between two pieces that cross the gutter, as what is left and right of
    it."""
    bands: list[Sides] = []
    left: list[Piece] = []
    right: list[Piece] = []
    crossing: Piece | None = None
    for piece in ordered:
        if crossing is not None and _is_level(piece, crossing):
            continue  # the end of the line that crosses
        if piece.x1 <= centre - gutter / 2 + 0.6:
            left.append(piece)
        elif piece.x0 >= centre + gutter / 2 - 0.6:
            right.append(piece)
        else:
            crossing = piece
            bands.append(
                (
                    [other for other in left if not _is_level(other, piece)],
                    [other for other in right if not _is_level(other, piece)],
                )
            )
            left, right = [], []
    bands.append((left, right))
    return bands


def _is_level(piece: Piece, other: Piece) -> bool:
    return abs(piece.y1 - other.y1) < 0.1 * other.height


def _are_parted(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the two sides are read one after the other, as a whole or strip by strip, rather than line by
    line."""
    lines = rows_of(left), rows_of(right)
    fewer = min(len(side) for side in lines)
    if fewer < 2 or _are_labels(lines[1], lines[0]):  # Dates or places against the right margin.
        return False
    if strips_of(left, right) is not None:
        return True
    aligned = _aligned(*lines)
    if _are_flush_right(lines[1]) and len(aligned) >= 0.8 * len(lines[1]):
        return False
    if any(_are_broken_dates(side) for side in lines):
        return True
    if any(_are_dates(side) for side in lines) and len(aligned) >= 0.8 * fewer:
        return False
    if len(visits_of(left, right)) <= max(2, 0.2 * fewer + 1):
        return True
    if len(aligned) < fewer / 2:
        return True
    # Rows of equal pitch, drawn row by row: a table, unless its cells would begin in the middle of a
    # sentence.
    broken = sum(_runs_on(lines[0], mine) or _runs_on(lines[1], other) for mine, other in aligned)
    return broken > len(aligned) / 4


def strips_of(left: list[Piece], right: list[Piece]) -> list[list[Piece]] | None:
    """The rows of a table whose cells have several lines, or of labels in a margin with the paragraphs they
    label."""
    visits = visits_of(left, right)
    if _are_dates_and_cells(visits, left):
        return [date + cell for date, cell in zip(visits[::2], visits[1::2], strict=True)]
    labels = rows_of(left)
    if _are_labels(labels, rows_of(right)):
        starts = [row[0].y0 - row[0].height / 2 for row in labels]
        everything = left + right
        strips = [[piece for piece in everything if piece.middle < starts[0]]] + [
            [piece for piece in everything if start <= piece.middle < end]
            for start, end in zip(starts, [*starts[1:], float("inf")], strict=True)
        ]
        return [strip for strip in strips if strip]
    if len(visits) < 3 or max(len(rows_of(visit)) for visit in visits) < 2:
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
    torn = sum(len(visits_of(*_parted(strip, sides))) > 2 for strip in strips)
    return strips if len(strips) >= 2 and torn <= len(strips) / 5 else None


def _are_dates_and_cells(visits: list[list[Piece]], left: list[Piece]) -> bool:
    """Whether each row was drawn as a date at the left, perhaps half way down, and what happened then."""
    if len(visits) < 4 or len(visits) % 2 or not any(visits[0][0] is piece for piece in left):
        return False
    bottom = float("-inf")
    for date, cell in zip(visits[::2], visits[1::2], strict=True):
        middle, height = date[0].middle, date[0].height
        top = min(piece.y0 for piece in cell)
        if len(date) > 1 or not is_date(date[0].text) or top < bottom - height / 3:
            return False
        bottom = max(piece.y1 for piece in cell)
        if not top <= middle <= bottom:
            return False
    return True


def _parted(strip: list[Piece], left: set[int]) -> Sides:
    return [piece for piece in strip if piece.order in left], [
        piece for piece in strip if piece.order not in left
    ]


def with_its_top(above: list[Piece], sides: Sides) -> tuple[list[Piece], Sides]:
    """``above`` and ``sides`` where a narrow column that begins a little higher than the wide one has its
    first lines back: they are drawn with it and stand beside nothing."""
    narrow, wide = sorted(sides, key=lambda side: span_of(side).right - span_of(side).left)
    height = statistics.median(piece.height for piece in narrow)
    first = min(piece.order for piece in narrow)
    after = max((piece.order for piece in wide if piece.order < first), default=-1)
    highest = min(piece.y0 for piece in wide) - 3 * height
    top = [
        piece
        for piece in above
        if after < piece.order < first
        and piece.y0 > highest
        and piece.height < _NAME_HEIGHT * height
        and are_apart(span_of([piece]), span_of(wide))
    ]
    rest = [piece for piece in above if piece not in top]
    return rest, (top + sides[0], sides[1]) if narrow is sides[0] else (sides[0], top + sides[1])


def parted_as_before(
    pieces: list[Piece], spans: tuple[Span, Span]
) -> tuple[list[Piece], Sides, list[Piece]] | None:
    """The page where its columns are those of a page before it: drawn one after the other, nothing between
    them but a header or a footer."""
    one, other = sorted(spans)
    gutter = (one.right + other.left) / 2
    header, body, footer = _without_margins(pieces)
    left = [piece for piece in body if piece.x1 <= gutter]
    right = [piece for piece in body if piece.x0 >= gutter]
    if not left or not right or len(left) + len(right) < len(body):
        return None
    # Some programs draw what stands against the right margin before all else.
    return (header, (left, right), footer) if len(visits_of(left, right)) <= 3 else None


def _without_margins(pieces: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """A header, what is between, and a footer: the first and the last line where they are drawn after all
    else, the last one at a distance or before all else."""
    rows = rows_of(pieces)
    if len(rows) < 4:
        return [], pieces, []
    first, *between, last = rows
    orders = [piece.order for row in between for piece in row]
    gap = last[0].y0 - between[-1][0].y1
    header = first if min(piece.order for piece in first) > max(orders) else []
    is_footer = min(piece.order for piece in last) > max(orders) and gap > 1.5 * last[0].height
    is_footer |= max(piece.order for piece in last) < min(orders)
    footer = last if is_footer else []
    apart = {piece.order for piece in header + footer}
    return header, [piece for piece in pieces if piece.order not in apart], footer


def _are_flush_right(lines: list[list[Piece]]) -> bool:
    """Whether lines, some of them dates, end at one edge and do not begin at one, as those of a column of
    text hardly ever do."""
    lefts = [line[0].x0 for line in lines]
    rights = [line[-1].x1 for line in lines]
    ragged = max(rights) - min(rights) < _RAGGED < max(lefts) - min(lefts)
    return ragged and any(is_date(row_text(line)) for line in lines)


def _are_dates(lines: list[list[Piece]]) -> bool:
    dates = [is_date(row_text(line)) for line in lines]
    return sum(dates) >= 0.8 * len(dates)


def _are_broken_dates(lines: list[list[Piece]]) -> bool:
    """From when until when, one below the other for want of room."""
    texts = [row_text(line) for line in lines]
    breaks = len(texts) > 1 and any(text[0] in DASHES or text[-1] in DASHES for text in texts)
    return breaks and is_date(texts[0]) and len(" ".join(texts)) <= _LONGEST_PERIOD


def _are_labels(lines: list[list[Piece]], others: list[list[Piece]]) -> bool:
    """Short lines, far apart, each beside the first of several lines: headings or dates in a margin.

    Headings that stand beside nothing may be among them.
    """
    all_of_them = lines
    lines = [line for line in lines if any(_are_beside(line, other) for other in others)]
    if len(lines) == 1 < len(all_of_them):
        return is_date(row_text(lines[0])) and len(others) > 1 and _aligned(lines, others) == [(0, 0)]
    if len(lines) < 2 or len(others) < 2 * len(lines) or any(len(row_text(line)) > 30 for line in lines):
        return False
    pitch, usual, with_headings = (
        statistics.median(b[0].middle - a[0].middle for a, b in pairwise(rows))
        for rows in (lines, others, all_of_them)
    )
    nearest = min(b[0].middle - a[0].middle for a, b in pairwise(lines))
    aligned = _aligned(lines, others)
    if len(aligned) < 0.9 * len(lines):
        return False
    larger = statistics.median(lines[mine][0].height / others[other][0].height for mine, other in aligned)
    # A name in large letters is no label of the address beside it.
    return pitch > 1.9 * usual and min(nearest, with_headings) > 1.4 * usual and larger < 1.6


def _are_beside(line: list[Piece], other: list[Piece]) -> bool:
    return overlap(line[0].y0, line[0].y1, other[0].y0, other[0].y1) > 0


def _aligned(lines: list[list[Piece]], others: list[list[Piece]]) -> list[tuple[int, int]]:
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


def _runs_on(lines: list[list[Piece]], index: int) -> bool:
    """Whether the line begins in the middle of a sentence that the line above it left open."""
    if index == 0:
        return False
    before, here = row_text(lines[index - 1]), row_text(lines[index])
    goes_on = here[:1].islower() and not ADDRESS.match(here)
    return goes_on and before.count(" ") >= 2 and not before.endswith(SENTENCE_END)
