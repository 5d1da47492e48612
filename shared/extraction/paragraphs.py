"""Lines of a page, in the order in which they are read, to text."""

from itertools import pairwise

from shared.extraction.pieces import STARTS_WITH_MARKER, Piece

SENTENCE_END = (".", ":", ";", "!", "?")


def join_lines(lines: list[Piece], breaks_words: bool) -> str:
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


def _is_wrapped(before: Piece, after: Piece) -> bool:
    """Whether ``after`` is the same sentence, which only found no place on the line before."""
    if "\t" in before.text or not after.text[0].islower() or STARTS_WITH_MARKER.match(after.text):
        return False
    if not 0.87 < before.height / after.height < 1.15:
        return False
    if before.text[-1] in "-\u00ad":
        return before.text[-2:-1].isalpha()
    return len(before.text) >= 20 and not before.text.endswith(SENTENCE_END)
