"""The pages of a file in reading order.

A margin column that goes on over several pages is read as one, and so is the wide column beside it: page by
page, the rest of a job would come below the languages of the margin. Columns of like width may be a
newspaper's and are read page by page, unless the one ends well above the other: a newspaper's would have been
filled before the next page.
"""

from collections.abc import Iterable
from itertools import pairwise

from shared.extraction.layout import Columns, PageText
from shared.extraction.paragraphs import page_break
from shared.extraction.pieces import are_apart

_INDENT = 24.0
"""Points by which the edge of a column may differ from page to page, as headings stand out and lists in."""
_NARROW = 0.75
"""Of the wide column's width; the most that a margin column has."""
_EARLIER = 150.0
"""Points above the end of the other column."""
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
    are_margin = narrow <= _NARROW * wide or abs(first.bottoms[0] - first.bottoms[1]) > _EARLIER
    for page in pages[1:] if are_margin else []:
        following = page.columns if page.columns is not None else _alone(page, first)
        if following is None or not _goes_on(run[-1], following):
            break
        run.append(following)
    return run


def _alone(page: PageText, first: Columns) -> Columns | None:
    """``page`` as one on which one column of ``first``, the wide one if either, has nothing beside it."""
    one, other = first.spans
    if page.span is None:
        return None
    if are_apart(page.span, other) and (one.right - one.left > _NARROW * (other.right - other.left)):
        return Columns("", (page.text, ""), "", (page.span, other))
    if are_apart(page.span, one) and (other.right - other.left > _NARROW * (one.right - one.left)):
        return Columns("", ("", page.text), "", (one, page.span))
    return None


def _goes_on(before: Columns, after: Columns) -> bool:
    between = (before.below, after.above)
    return all(text.count("\n") < _FOOTER_LINES for text in between) and all(
        abs(one.left - other.left) <= _INDENT for one, other in zip(before.spans, after.spans, strict=True)
    )


def _across(run: list[Columns]) -> list[str]:
    rest = [run[0].sides[1]]
    for before, page in pairwise(run):
        rest += [before.below, page.above, page.sides[1]]
    parts = [run[0].above, _joined(page.sides[0] for page in run), _joined(rest), run[-1].below]
    return [part for part in parts if part]


def _joined(parts: Iterable[str]) -> str:
    text = ""
    for part in parts:
        text += (page_break(text, part) if text and part else "") + part
    return text
