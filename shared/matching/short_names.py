"""Abbreviations that one text leaves open and the other explains.

Three letters stand for many things, so a text's abbreviation counts as a skill only among others of its field
(``mentions.without_stray_acronyms``). What a posting asks for and what a CV says settle it together: "SEO" in
the one and "search engine optimisation" in the other are one thing.
"""

from bisect import bisect_left
from collections.abc import Iterator

from shared.matching.document import Document
from shared.matching.lazy import Lazy
from shared.matching.mentions import SHORT
from shared.matching.negation import is_negated
from shared.matching.proper_names import is_acronym
from shared.matching.skills import skill_table
from shared.matching.words import Words

_BEFORE_A_NUMBER = Lazy(r" \d{5}\b")
"""Behind the two letters of a state."""


_KINDS_OF_THING = (
    " tools", " tool", " frameworks", " framework", " systems", " system", " platforms", " platform",
    " solutions", " software", " products", " packages", " applications",
)  # fmt: skip
"""What may be said of the thing behind its abbreviation: "EDR tools"."""


def meant(phrase: str) -> str | None:
    """The skill of the table that the abbreviation ``phrase`` is another name of."""
    short = next((phrase.removesuffix(kind) for kind in _KINDS_OF_THING if phrase.endswith(kind)), phrase)
    short = _singular(short)  # KPIs
    if len(short) > SHORT or not short.isupper():
        return None
    table = skill_table()
    number = table.lexicon.number_of(short)
    return None if number is None else table.skills[number // 2].name


def short_mentions(name: str, document: Document) -> Iterator[tuple[int, int]]:
    """Where the CV has an abbreviation of the skill ``name``, in capitals and not denied: offsets into its
    cleaned text."""
    table, words = skill_table(), document.words
    places: list[tuple[int, int]] = []
    for alias in map(_singular, table.skills[table.by_name[name]].aliases):
        if len(alias) > SHORT or not (alias.isupper() and alias.isalpha() and is_acronym(alias)):
            continue
        start = words.text.find(alias)
        while start >= 0:
            end = start + len(alias)
            end += words.text.startswith("s", end)  # SOPs
            if _stands_alone(words.text, start, end):
                places.append((start, end))
            start = words.text.find(alias, end)
    named = _within_names(words) if places else set()
    for start, end in places:
        if bisect_left(words.starts, start) not in named and not is_denied(document, start, end):
            yield start, end


def _singular(short: str) -> str:
    return short[:-1] if short[-1:] == "s" and short[:-1].isupper() else short


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (
        before.isalnum()
        or after.isalnum()
        or before == "-"
        or after == "-"
        or _BEFORE_A_NUMBER.match(text, end)
    )


def _within_names(words: Words) -> set[int]:
    """The numbers of the words within longer names of the table: an HGV mechanic has no HGV licence."""
    return {
        index
        for first, after, _ in skill_table().lexicon.find(words)
        if after - first > 1
        for index in range(first, after)
    }


def is_denied(document: Document, start: int, end: int) -> bool:
    """Whether the CV says that it has not what stands at ``start``–``end`` of its cleaned text."""
    low, high = document.spans[document.piece_at(start)] if document.spans else (start, end)
    return is_negated(document.words.lower[low:high], start - low, end - low)
