"""Tables of a posting: columns of what is essential and desirable, and columns side by side."""

import re
from collections import Counter

from shared.matching.lazy import Lazy

_HEAD_ROW = Lazy(r"\bessential\b[^\n|\t]{0,40}[|\t][^\n]{0,80}\bdesirable\b", re.I)
_LONGEST_HEAD = 160
"""Characters that the row of the columns' names has at most."""
_KINDS = ("essential", "desirable")
_A_MARK = 2
"""Characters that a cell has at most if it only ticks what its row says."""


def with_columns_named(text: str) -> str:
    """``text`` with a line for each cell of a person specification that has a column for what is essential
    and one for what is desirable, filled in or ticked; other columns are left out."""
    if not ("|" in text or "\t" in text) or (head := _HEAD_ROW.search(text)) is None:
        return text
    begin = text.rfind("\n", 0, head.start()) + 1
    first, *rows = text[begin:].split("\n")
    if len(first) > _LONGEST_HEAD:
        return text  # one that lost its lines, the rows with them
    separator = "|" if "|" in head[0] else "\t"
    names = [cell.strip(" *_").lower() for cell in first.split(separator)]
    columns = [(kind, at) for at, name in enumerate(names) for kind in _KINDS if name.startswith(kind)]
    lines = [text[:begin].rstrip("\n")]
    for row in rows:
        if separator not in row:
            lines.append(row)
            continue
        cells = [cell.strip() for cell in row.split(separator)]
        for kind, at in columns:
            if at < len(cells) and cells[at].strip("-: "):
                said = cells[at] if len(cells[at]) > _A_MARK else max(cells, key=len)
                lines.append(f"{kind.title()}: {said}")
    return "\n".join(lines)


_GAP = Lazy(r"(?<=\S) {3,}(?=\S)")
_LEAST_ROWS = 5
"""Lines that hold text of two columns."""
_LEAST_WORDS = 3
"""Words that lines of a column of prose have on average; what is shorter is a table."""


def columns_apart(text: str) -> str:
    """``text`` with its two columns below one another, if it was cut out of a page that has two."""
    if text.count("   ") < _LEAST_ROWS:
        return text
    lines = text.split("\n")
    gaps = [list(_GAP.finditer(line)) for line in lines]
    rows = Counter(found[0].end() for found in gaps if len(found) == 1)
    if not rows:
        return text
    (edge, count), *_ = rows.most_common(1)
    if count < _LEAST_ROWS or 2 * count < sum(map(bool, gaps)):
        return text
    first = next(number for number, found in enumerate(gaps) if found and found[0].end() == edge)
    below = lines[first:]
    if any(len(line) >= edge and line[edge - 1] != " " for line in below):
        return text
    left, right = [line[:edge].rstrip() for line in below], [line[edge:] for line in below]
    for column in (left, right):
        shown = [line for line in column if line.strip()]
        if sum(line.count(" ") + 1 for line in shown) < _LEAST_WORDS * len(shown):
            return text
    if 3 * sum(line.endswith(":") for line in left) > count:
        return text
    return "\n".join([*lines[:first], *left, "", *right])


FAR_MARK = Lazy(
    r"(?m)(?<=\S)[ \t]{2,}(?=(?:[ED]|Essential|Desirable)(?: {1,6}[A-Z](?:[,/ ]{1,3}[A-Z]){0,4})?[ \t]*$)"
)
"""The gap before the mark at the end of a person specification's row."""
