"""Pages drawn in layers, one over the other: all plain text first, then what stands among it.

Browsers draw so what is positioned or half transparent (CSS 2.2, appendix E): the headings of a page may come
after all its paragraphs. Columns, too, are drawn one after the other, but they stand beside each other.
"""

from bisect import bisect_left, insort
from itertools import pairwise
from operator import attrgetter

from shared.extraction.dates import is_date
from shared.extraction.pieces import MAX_PIECES, Piece, are_apart, overlap, span_of

_LEAST_PLACES = 2
"""Among the lines of a layer that those of another go to: a header and a footer drawn before the text are no
layer."""
_RAGGED = 3.0
"""Points."""
_BESIDE = 1.2
"""Of its height that a date may be higher or lower than what it stands beside."""

_TOP = attrgetter("y0")


def put_layers_in_turn(pieces: list[Piece]) -> None:
    """Numbers ``pieces`` as if the lines of each layer were drawn right before what stands below them, and
    dates at the right margin right after what they stand beside."""
    drawn = sorted(pieces, key=lambda piece: piece.order) if len(pieces) <= MAX_PIECES else []
    in_turn: list[Piece] = []
    by_top: list[Piece] = []
    layers = False
    for run in _downwards(drawn):
        rows = _rows(run)
        places = _places(rows, by_top)
        if len({place.order for place in places if place is not None}) < _LEAST_PLACES:
            in_turn += run
        else:
            layers = True
            at = len(in_turn)
            for row, place in zip(rows, places, strict=True):
                if place is not None:
                    at = in_turn.index(place)
                in_turn[at:at] = row
                at += len(row)
        for piece in run:
            insort(by_top, piece, key=_TOP)
    if layers:
        edge = max(piece.x1 for piece in pieces) - _RAGGED
        for date in [piece for piece in in_turn if piece.x1 > edge and is_date(piece.text)]:
            if (beside := _beside(date, by_top)) is not None:
                in_turn.remove(date)
                in_turn.insert(in_turn.index(beside) + 1, date)
    for order, piece in enumerate(in_turn):
        piece.order = order


def _downwards(drawn: list[Piece]) -> list[list[Piece]]:
    """The pieces cut wherever the drawing goes up the page."""
    cuts = [at for at, (one, other) in enumerate(pairwise(drawn), 1) if other.y1 < one.y0]
    return [drawn[start:end] for start, end in pairwise([0, *cuts, len(drawn)])]


def _rows(run: list[Piece]) -> list[list[Piece]]:
    """What is drawn side by side, one piece after the other."""
    rows: list[list[Piece]] = []
    for piece in run:
        if rows and overlap(piece.y0, piece.y1, rows[-1][0].y0, rows[-1][0].y1) >= 0.5:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _places(rows: list[list[Piece]], by_top: list[Piece]) -> list[Piece | None]:
    """Of each row, what it stands above of what was drawn before."""
    places: list[Piece | None] = []
    next_below: Piece | None = None
    for row in rows:
        left, right = span_of(row)
        middle = row[0].middle
        following = by_top[bisect_left(by_top, middle, key=_TOP) :]
        below = next((one for one in following if overlap(left, right, one.x0, one.x1) >= 0.5), None)
        # Rows with nothing between them have one place.
        if next_below is None or next_below.y0 < middle or (below and below.y0 < next_below.y0):
            next_below = below
        places.append(next_below)
    return places


def _beside(date: Piece, by_top: list[Piece]) -> Piece | None:
    """The line to the left of ``date`` that is nearest in height, of the column next to it."""
    start = bisect_left(by_top, date.middle - 2 * date.height, key=_TOP)
    end = bisect_left(by_top, date.middle + date.height, key=_TOP)
    near = [
        piece
        for piece in by_top[start:end]
        if piece.x1 <= date.x0 and abs(piece.middle - date.middle) < _BESIDE * date.height
    ]
    if not near:
        return None
    column = span_of([max(near, key=lambda piece: piece.x1)])
    lines = [piece for piece in near if not are_apart(column, span_of([piece]))]
    return min(lines, key=lambda piece: abs(piece.middle - date.middle))
