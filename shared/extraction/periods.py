"""From when until when, broken into lines for want of room: one piece again, beside what happened then."""

import re
from collections.abc import Iterator

from shared.extraction.pieces import Piece, overlap

_LONGEST = 20
_LONGEST_PERIOD = 40
_MOST_LINES = 4
_MONTH = r"(?:[^\W\d_]{3,10}\.? ?)?"
_DATE = rf"(?:{_MONTH}|(?:\d\d?[./]))\d{{4}}"
_NOW = (
    r"present|now|today|current|ongoing|(?:to|till) date|heute|aujourd.hui|présent|actual(?:idad)?|presente|"
    r"oggi|attuale|heden|nu|dziś|obecnie|hoje|atual"
)
_PERIOD = re.compile(rf"{_DATE} ?(?:[-–—]|to|bis|until|à) ?(?:{_DATE}|{_NOW})", re.IGNORECASE)
_PART = re.compile(r"(?:(?:[^\W\d_]{2,10}\.?|(?:\d\d?[./])?\d{4}|[-–—]) ?){1,4}")
_MOST_PARTS = 400
_YEARS = re.compile(r"((?:\d\d?[./])?(\d{4}))( ?[-–—] ?)((?:\d\d?[./])?(\d{4}))")


def with_whole_periods(pieces: list[Piece]) -> list[Piece]:
    """``pieces`` with one for each period whose lines stand below each other and beside something else."""
    parts = sorted(
        (piece for piece in pieces if len(piece.text) <= _LONGEST and _PART.fullmatch(piece.text)),
        key=lambda piece: piece.y0,
    )
    if not 1 < len(parts) <= _MOST_PARTS:
        return pieces
    taken: set[int] = set()
    for at, first in enumerate(parts):
        if first.order in taken or is_period(first.text):
            continue
        lines = [first, *_below(first, parts[at + 1 :])][:_MOST_LINES]
        for count in range(2, len(lines) + 1):
            if is_period(lines[count - 1].text):
                break
            text = " ".join(line.text for line in lines[:count])
            kept = next((line for line in lines[:count] if _stands_beside(line, pieces)), None)
            if is_period(text) and kept is not None:
                kept.text = text
                taken |= {line.order for line in lines[:count] if line is not kept}
                break
    return [piece for piece in pieces if piece.order not in taken]


def put_in_time(pieces: list[Piece]) -> None:
    """Turns the periods of a page that is read leftwards, where the later year stands to the left."""
    for piece in pieces:
        years = _YEARS.fullmatch(piece.text)
        if years is not None and years[2] > years[5]:
            piece.text = f"{years[4]}{years[3]}{years[1]}"


def is_period(text: str) -> bool:
    return len(text) <= _LONGEST_PERIOD and _PERIOD.fullmatch(text) is not None


def _below(first: Piece, parts: list[Piece]) -> Iterator[Piece]:
    """The parts that stand below each other with ``first``, from the left edge or to the right one."""
    last = first
    pitch = 1.8 * first.height
    for piece in parts:
        if piece.middle - last.middle > pitch:
            return
        stands = abs(piece.x0 - last.x0) < 2 or abs(piece.x1 - last.x1) < 2
        if stands and piece.y0 > last.middle and abs(piece.height - last.height) < 0.1 * last.height:
            pitch = min(pitch, 1.15 * (piece.middle - last.middle))
            yield piece
            last = piece


def _stands_beside(piece: Piece, pieces: list[Piece]) -> bool:
    return any(
        other is not piece and overlap(piece.y0, piece.y1, other.y0, other.y1) >= 0.5 for other in pieces
    )
