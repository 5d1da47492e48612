"""The pieces of a sentence that may be a skill in a posting's own words: what stands between commas,
prepositions and the like, without what leads up to it."""

from collections.abc import Iterator
from typing import NamedTuple

from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.words import Words

_DETERMINERS_WORDS = "a an the our your this their another other all any each"
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
_SEPARATES = frozenset(',;:()[]•|!?"\n*+=<>{}')
_BETWEEN_WORDS = """
and or plus including incl etc while ideally preferably eg ie und oder et such nor
"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_STOP_WORDS = """
in for with to at on is are from within would will as that which by into across through we you where who
w gained using preferred preferable required desirable essential advantageous advantage helpful useful welcome
experience experiences knowledge background skill skills desired needed certified under during when if per
between about around over than not it they their our your be been can must should may has have had was
were least necessary mandatory beneficial optional plus asset bonus nice must level so because also like
until while ability understanding pref proficiency proficient familiarity familiar strong excellent solid
demonstrated qualification qualifications qualified exp sector
"""
_STOP = frozenset(_STOP_WORDS.split())
"""An item ends before these words."""


def _separates(between: str) -> bool:
    """Whether ``between``, which stands between two words and is no space or slash alone, ends an item."""
    if between in ("-", "'"):
        return False
    return (
        not _SEPARATES.isdisjoint(between)
        or between.startswith((". ", "- "))
        or " - " in between
        or "--" in between
        or "& " in between
        or between.endswith((" /", "/ "))
    )


class Item(NamedTuple):
    """The words ``first`` to ``after`` (exclusive) of a text, which may be a skill."""

    first: int
    after: int
    later: bool = False
    """Not what its part of the sentence begins with: "deploy changes between sandboxes"."""
    led: bool = False
    """Words that lead up to a skill stand right before it."""
    listed: bool = False
    """Found as an abbreviation."""


def items_of(words: Words, first: int, after: int) -> Iterator[Item]:
    """The items of a sentence, without what leads up to them and what follows."""
    text, starts, ends = words.text, words.starts, words.ends
    begin = first
    for index in range(first, after):
        joins = words.words[index] in _BETWEEN
        if not joins and index + 1 < after:
            between = text[ends[index] : starts[index + 1]]
            if between == " ":
                continue
            if between == "/":  # CI/CD is one thing, Unix/Linux are two
                if ends[index] - starts[index] > 3 and ends[index + 1] - starts[index + 1] > 3:
                    joins = True
                    yield from _parts(words, begin, index + 1)
                    begin = index + 1
                    continue
            elif not _separates(between):
                continue
        yield from _parts(words, begin, index if joins else index + 1)
        begin = index + 1


def _parts(words: Words, begin: int, end: int) -> Iterator[Item]:
    """What stands between the stop words of a stretch."""
    later = False
    for index in range(begin, end + 1):
        if index == end or words.words[index] in _STOP:
            if index > begin:
                if (item := _trimmed(words, begin, index, later)) is not None:
                    yield item
                later = True
            begin = index + 1


def _trimmed(words: Words, begin: int, end: int, later: bool) -> Item | None:
    plain = words.words
    ordinary = ordinary_words()
    first = begin
    while first < end:
        word = plain[first]
        if word in ordinary.lead and not (first + 1 == end and word.endswith("ing")):
            first += 1
        elif word.isdigit() and first + 1 < end and plain[first + 1] in UNITS:
            first += 2
        else:
            break
    while first < end and (
        (last := plain[end - 1]) in NEVER_LAST
        or last in ordinary.broken
        or (last.endswith("ly") and ADVERB.search(last))
    ):
        end -= 1
    if end - first > _WITH_PEOPLE and plain[end - 1] in _PEOPLE:
        end -= 1
    if first >= end:
        return None
    return Item(first, end, later, led=first > begin and _DETERMINERS.isdisjoint(plain[begin:first]))


_PEOPLE = frozenset(
    {"patients", "clients", "residents", "customers", "students", "pupils", "users", "candidates"}
)
_WITH_PEOPLE = 2
"""Words from which an item is a thing with people behind it: "mechanical circulatory support patients"."""
_NEVER_LAST_WORDS = """
a an the of s t w up out off down in on at by exp etc positively directly independently together daily
weekly monthly only then again once twice when where what well clean tidy clear used working ltd
limited inc llc plc gmbh
"""
NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
ADVERB = Lazy(r"(?<!fami)(?<!assemb)(?<!supp)(?<!anoma)(?<!earl)(?<!elder)(?<!rep)(?<!po)(?<!f)ly$")
"""How somebody does something: "safely lift", "relate positively"."""
_UNITS_WORDS = "year years yr yrs yoe month months day days hour hours week weeks lb lbs kg wpm"
UNITS = frozenset(_UNITS_WORDS.split())
