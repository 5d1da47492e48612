"""The pages of a file in reading order.

A margin column that goes on over several pages is read as one, and so is the wide column beside it: page by
page, the rest of a job would come below the languages of the margin. Columns of like width may be a
newspaper's and are read page by page.
"""

from itertools import pairwise

from shared.extraction.layout import Columns, PageText
from shared.extraction.paragraphs import page_break
from shared.extraction.pieces import are_apart

_INDENT = 24.0
"""Points by which the edge of a column may differ from page to page, as headings stand out and lists in."""
_NARROW = 0.75
"""Of the wide column's width; the most that a margin column has."""
_FOOTER_LINES = 2


def in_order(pages: list[PageText]) -> str:
    """The text of all pages, an empty line between them unless the one goes on in the other."""
    text = ""
    at = 0
    while at < len(pages):
        run = _run(pages[at:])
        part = "\n\n".join(_across(run)) if len(run) > 1 else pages[at].text
        text += (page_break(text, part) if text and part else "") + part
        at += max(len(run), 1)
    return text


def _run(pages: list[PageText]) -> list[Columns]:
    """The columns of the first page, and those of the pages on which they go on."""
    first = pages[0].columns
    if first is None:
        return []
    narrow, wide = sorted(span.right - span.left for span in first.spans)
    run = [first]
    for page in pages[1:] if narrow <= _NARROW * wide else []:
        following = page.columns if page.columns is not None else _alone(page, first)
        if following is None or not _goes_on(run[-1], following):
            break
        run.append(following)
    return run


def _alone(page: PageText, first: Columns) -> Columns | None:
    """``page`` as one on which the wide column of ``first`` has nothing beside it."""
    wide = max(first.spans, key=lambda span: span.right - span.left)
    side = first.spans.index(wide)
    narrow = first.spans[1 - side]
    if page.span is None or not are_apart(page.span, narrow):
        return None
    if side == 0:
        return Columns("", (page.text, ""), "", (page.span, narrow))
    return Columns("", ("", page.text), "", (narrow, page.span))


def _goes_on(before: Columns, after: Columns) -> bool:
    between = (before.below, after.above)
    return all(text.count("\n") < _FOOTER_LINES for text in between) and all(
        abs(one.left - other.left) <= _INDENT for one, other in zip(before.spans, after.spans, strict=True)
    )


def _across(run: list[Columns]) -> list[str]:
    parts = [run[0].above, *(page.sides[0] for page in run), run[0].sides[1]]
    for before, page in pairwise(run):
        parts += [before.below, page.above, page.sides[1]]
    return [part for part in [*parts, run[-1].below] if part]
