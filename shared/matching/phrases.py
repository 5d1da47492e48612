"""Requirements that the skill table does not know, in the posting's own words.

Three sources: the items of the lists in which a posting says what it asks for and what there is to do ("load
flow, arc flash; IEC standards"), abbreviations, and telling words of the posting's own occupation.

Most of what stands between two commas is no skill. So an item must show that it is one: by how it is written,
by the noun at its end, by what stands beside it, by telling words of the occupation (``worth``).
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from shared.matching.asking import Asking
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.ordinary import Ordinary, ordinary_words
from shared.matching.passing import names_others
from shared.matching.proper_names import acronyms, employer_names, is_acronym
from shared.matching.words import Words

MOST_PHRASES = 30
LEAST_WORD, LEAST_PHRASE = 1.5, 0.8
"""Least weight of a telling word, and of a phrase, of the occupation to stand for a requirement."""
LEAST_TELLING = 0.5
"""How telling a word is at least that is not ordinary."""
LEAST_WORTH, LEAST_WORTH_OF_DUTY = -0.35, 0.0
"""What an item needs to count, in what is asked for and in the duties: naming what is right with a chance of
two in five is still better than not naming it."""
_LONG_SENTENCE = 160
"""Characters from which a sentence tells more than it lists."""
_LONGEST_SENTENCE = 600
_LONGEST_ITEM = 4
_BESIDE = 12
"""Characters between an item and the table skill that is its neighbour in a list."""
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
_DEGREE_WORDS = """
degree diploma bsc msc beng meng btech mtech mba phd ged gcse gcses bachelor bachelors master masters bsn
msn bac dipl postgraduate undergraduate graduation doctorate baccalaureate highschool hbo wo mbo
apprenticeship hnc hnd hsc ssc leavingcert leavingcertificate
"""
_DEGREES = frozenset(_DEGREE_WORDS.split())
_DEGREE_LETTERS = frozenset({"BA", "BS", "MA", "MS", "AA", "AS", "BE", "ME", "B", "M"})
_QUALITY = Lazy(r"(?:al|ive|ous|able|ible|ful|less|ed|ly|ent|ant|ish)$")
"""A single word with such an end says how something is, not what it is."""
_LEADS_TO = Lazy(
    r"\b(?:experience|knowledge|understanding|proficien\w+|expertise|background|familiar\w*|exposure|grasp|"
    r"command|grounding) (?:in|of|with|using|to|within) (?:(?:the|an?|any|using|working with) )?$"
)
_IN_BRACKETS = Lazy(r"\([^)]*$")
_WISHED = Lazy(
    r" (?:(?:experience|exp|background|knowledge|skills|qualifications?|is|are|would be|an?|strongly|highly|"
    r"very|big|huge|definite|distinct|strong|added|real|great|major|also) )*"
    r"(?:preferred|desired|desirable|plus|advantage|advantageous|bonus|asset|welcome|"
    r"helpful)\b"
)
"""Behind the subject of a wish: "biomedical experience is desired"."""
_SUFFIX = Lazy(
    r"\s*(?:ltd|limited|inc|llc|llp|plc|gmbh|corp|group|holdings|consulting|recruitment|services|solutions|"
    r"company|university|college|council|trust)\b",
    re.I,
)


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


def _items(words: Words, first: int, after: int) -> Iterator[tuple[int, int]]:
    """The items (first word, word after the last) of a sentence, without what leads up to them and what
    follows."""
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
                    yield from _trimmed(words, begin, index + 1)
                    begin = index + 1
                    continue
            elif not _separates(between):
                continue
        yield from _trimmed(words, begin, index if joins else index + 1)
        begin = index + 1


def _trimmed(words: Words, begin: int, end: int) -> Iterator[tuple[int, int]]:
    plain = words.words
    lead = ordinary_words().lead
    while begin < end:
        word = plain[begin]
        if word in lead and not (begin + 1 == end and word.endswith("ing")):
            begin += 1
        elif word.isdigit() and begin + 1 < end and plain[begin + 1] in _UNITS:
            begin += 2
        else:
            break
    stop = begin + 1
    while stop < end and plain[stop] not in _STOP:
        stop += 1
    if begin < end:
        stop = min(stop, end)
        if stop - begin > _WITH_PEOPLE and plain[stop - 1] in _PEOPLE:
            stop -= 1
        yield begin, stop


_PEOPLE = frozenset(
    {"patients", "clients", "residents", "customers", "students", "pupils", "users", "candidates"}
)
_WITH_PEOPLE = 2
"""Words from which an item is a thing with people behind it: "mechanical circulatory support patients"."""
_NEVER_LAST_WORDS = "of s t w up out off down in on at by exp etc positively directly independently together"
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
_NEVER_IN = frozenset("$£€%@")
_ADVERB = Lazy(r"(?<!fami)(?<!assemb)(?<!supp)(?<!anoma)(?<!earl)(?<!elder)(?<!rep)(?<!po)(?<!f)ly$")
"""How somebody does something: "safely lift", "relate positively"."""
_PARTICIPLE = Lazy(r"^[\w-]+ [a-z]+(?<!e)ed$")
"""The end of a clause: "addresses indicated"."""
_INSTITUTIONS = frozenset({"university", "school", "college", "faculty", "department", "ministry", "diocese"})
_NO_NAME = Lazy(
    r"^[ABC][12]\+?$|[a-z]{3}\.[A-Z]|^v?\d[\d.]*[a-z]?$|^\d{1,2}(?::\d\d)? ?(?:[ap]m|mins?|hrs?)$|_\d|"
    r"^\d{1,2}(?:st|nd|"
    r"rd|th)\b"
)
"""Levels of a language, two sentences run together, and versions."""
_COUNT = Lazy(r"0\d+$|\d{1,3}$")
"""How many there are ("4 backend"), or the rest of a longer number ("1,000 plants")."""
_COUNTED = frozenset({"phase", "axis", "point", "way", "stage", "tier", "wire", "colour", "color", "part"})
_UNITS_WORDS = "year years yr yrs yoe month months day days hour hours week weeks lb lbs kg wpm"
_UNITS = frozenset(_UNITS_WORDS.split())
_ALONE_NOTHING = _UNITS | {
    "licence",
    "license",
    "ticket",
    "tickets",
    "mail",
    "email",
    "site",
    "lab",
    "report",
    "reports",
    "language",
    "code",
    "stack",
}
"""With another word before them they are something: "forklift licence"."""


class _Reader:
    """One posting while its phrases are looked for."""

    def __init__(
        self, words: Words, asking: Asking, taken: list[tuple[int, int]], title: set[str], families: set[int]
    ) -> None:
        self.words, self.asking, self.title, self.families = words, asking, title, families
        self.ordinary: Ordinary = ordinary_words()
        self.names = employer_names(words.text)
        self.taken_starts = sorted(start for start, _ in taken)
        self.taken_ends = sorted(end for _, end in taken)
        self.covered = _Covered(taken)
        self.counts = Counter(words.stems)
        self.telling: set[int] = set()
        """Numbers of the words that are telling words of the posting's occupation."""
        self.of_trades: set[int] = set()
        """Numbers of the words that are telling words of any occupation."""
        self.terms: list[tuple[int, int, int]] = []
        """(first word, word after the last, sentence) of the posting's own."""
        self._read_terms()

    def _read_terms(self) -> None:
        table, (spans, kinds) = family_table(), (self.asking.spans, self.asking.kinds)
        piece = 0
        for first, after, term in table.terms.find(self.words):
            position = self.words.starts[first]
            while piece < len(spans) - 1 and spans[piece][1] <= position:
                piece += 1
            if not spans or kinds[piece] in ("boilerplate", "about"):
                continue
            self.of_trades.update(range(first, after))
            least = LEAST_WORD if after - first == 1 else LEAST_PHRASE
            if not self.families.isdisjoint(table.term_families[term]) and table.term_weights[term] >= least:
                self.terms.append((first, after, piece))
                self.telling.update(range(first, after))

    def is_taken(self, first: int, after: int) -> bool:
        """Whether the words are spoken for."""
        return self.covered.overlaps(self.words.starts[first], self.words.ends[after - 1])

    def is_free(self, first: int, after: int) -> bool:
        """Whether the words may be a skill and none has them yet."""
        return (
            0 < after - first <= _LONGEST_ITEM
            and not self.is_taken(first, after)
            and not self.is_none(first, after)
        )

    def is_none(self, first: int, after: int) -> bool:
        """Whether the words cannot be a skill, whatever else speaks for them."""
        words, ordinary = self.words, self.ordinary
        stems, parts = words.stems[first:after], words.words[first:after]
        start, end = words.starts[first], words.ends[after - 1]
        text = words.text[start:end]
        alone = len(parts) == 1
        if end - start < 2 or self.title.issuperset(stems):
            return True
        if (
            parts[-1] in _NEVER_LAST
            or (alone and (parts[0] in _ALONE_NOTHING or len(parts[0]) == 1))
            or ordinary.places.issuperset(parts)
            or not _DEGREES.isdisjoint((*parts, "".join(parts)))
            or text in _DEGREE_LETTERS
            or (parts[0] in _INSTITUTIONS and parts[1:2] in (["of"], ["for"]))
            or not _NEVER_IN.isdisjoint(text)
        ):
            return True
        shown = self._shown(first, after)
        if parts[-1].isdigit() and shown[0].islower():
            return True  # "posting 300"
        if _COUNT.match(parts[0]) and not (alone or is_acronym(shown[1]) or parts[1] in _COUNTED):
            return True
        if stems[-1] in ordinary.empty and not (is_acronym(shown[-1]) and (alone or not text.isupper())):
            return True
        if alone and len(text) > 3 and text.isupper() and self._is_everyday(parts[0], stems[0]):
            return True
        if not ordinary.broken.isdisjoint(parts) and any(
            part in ordinary.broken and not one.isupper() for part, one in zip(parts, shown, strict=True)
        ):
            return True
        if _NO_NAME.search(text):
            return True
        if not alone and (_PARTICIPLE.search(text) or any(_ADVERB.search(part) for part in parts)):
            return True
        if (
            (parts[-1].endswith("s") or self.asking.kind_at(start) == "duties")
            and names_others(words, start, end, self.title)
            and not self._beside(start, end)
        ):
            return True
        if shown[0][:1].isupper() and (stems[0] in self.names or parts[0] in ordinary.given):
            return True
        return (
            shown[-1][:1].isupper()
            and _SUFFIX.match(words.text, end, min(len(words.text), end + 14)) is not None
        )

    def _is_everyday(self, word: str, stem: str) -> bool:
        ordinary = self.ordinary
        return (
            stem in ordinary.plain
            or stem in ordinary.empty
            or word in ordinary.broken
            or word in ordinary.lead
        )

    def _shown(self, first: int, after: int) -> list[str]:
        """The words as they are written."""
        words = self.words
        places = zip(words.starts[first:after], words.ends[first:after], strict=True)
        return [words.text[start:end] for start, end in places]

    def worth(self, first: int, after: int, *, listed: bool) -> float:
        """How much speaks for the words being a skill, in logits; the weights are those of a logistic
        regression over the items of postings with hand-made gold, rounded. ``listed``: found as an
        abbreviation."""
        words, ordinary = self.words, self.ordinary
        stems, start = words.stems[first:after], words.starts[first]
        shown = self._shown(first, after)
        piece = self.asking.piece_at(start)
        duty = self.asking.kinds[piece] == "duties"
        value = -2.1
        if any(map(is_acronym, shown)):
            value += 0.8 if listed else 0.1
        if (
            not duty
            and all(one[:1].isupper() for one in shown)
            and not self._begins(first)
            and not self._in_capitals(first)
        ):
            value += 0.9
        if any(
            stem not in ordinary.plain and stem not in ordinary.empty and tellingness(stem) >= LEAST_TELLING
            for stem in stems
        ):
            value += 0.8
        if stems[-1] in ordinary.heads:
            value += 0.7
        if not self.telling.isdisjoint(range(first, after)):
            value += 1.4 if duty else 2.0
        elif not self.of_trades.isdisjoint(range(first, after)) and not ordinary.plain.issuperset(stems):
            value += 0.65
        if self._beside(start, words.ends[after - 1]):
            value += 1.0
        if len(shown) == 1 and _QUALITY.search(words.words[first]):
            value -= 0.35
        if words.words[after - 1].endswith("ing"):
            value += 0.3
        if all(self.counts[stem] > 1 for stem in stems):
            value += 0.6
        if _IN_BRACKETS.search(words.text, max(0, start - 30), start):
            value += 0.5
        if _LEADS_TO.search(words.lower, max(0, start - 60), start):
            value += 1.3
        low, high = self.asking.spans[piece]
        if high - low > _LONG_SENTENCE:
            value -= 0.4
        if self.asking.kind_at(start) == "preferred":
            value += 1.6 if _WISHED.match(words.lower, words.ends[after - 1]) else 0.9
        return value

    def _begins(self, first: int) -> bool:
        """Whether the word begins its sentence, so that a capital says nothing."""
        start, _ = self.asking.spans[self.asking.piece_at(self.words.starts[first])]
        return not self.words.text[start : self.words.starts[first]].strip(" -•*.#_()\"'0123456789")

    def _in_capitals(self, first: int) -> bool:
        """Whether most words around begin with a capital."""
        around = self.words.text[
            max(0, self.words.starts[first] - 60) : self.words.starts[first] + 60
        ].split()
        return sum(word[:1].isupper() for word in around) * 3 > len(around) * 2

    def _beside(self, start: int, end: int) -> bool:
        """Whether a skill of the table is the neighbour in a list."""
        before = bisect_right(self.taken_ends, start) - 1
        behind = bisect_left(self.taken_starts, end)
        text = self.words.text
        return (
            before >= 0 and start - self.taken_ends[before] <= _BESIDE
            and _listed(text[self.taken_ends[before] : start])
        ) or (
            behind < len(self.taken_starts) and self.taken_starts[behind] - end <= _BESIDE
            and _listed(text[end : self.taken_starts[behind]])
        )  # fmt: skip


def _listed(between: str) -> bool:
    return between.strip() in (",", "/", "and", "or", "&", ";", "(", "), ", ", and", ", or", "+", "|", "•")


def find_phrases(
    words: Words,
    asking: Asking,
    taken: list[tuple[int, int]],
    title: set[str],
    families: set[int],
) -> list[tuple[str, int, float]]:
    """(phrase, where it stands, the chance that it is a skill), first seen first; nothing of what stands at
    ``taken``.

    ``families`` are those of the posting: their telling words count wherever they stand.
    """
    reader = _Reader(words, asking, taken, title, families)
    judged: list[tuple[float, int, int]] = []
    for (first, after), listed in _candidates(reader).items():
        worth = reader.worth(first, after, listed=listed)
        duty = asking.kind_at(words.starts[first]) == "duties"
        if worth >= (LEAST_WORTH_OF_DUTY if duty else LEAST_WORTH):
            judged.append((-worth, first, -after))  # of two alike the longer
    kept: dict[tuple[str, ...], tuple[str, int, float]] = {}
    for worth, first, last in sorted(judged):
        after = -last
        stems = tuple(words.stems[first:after])
        if stems in kept or reader.is_taken(first, after):
            continue
        start, end = words.starts[first], words.ends[after - 1]
        reader.covered.add(start, end)
        kept[stems] = (words.text[start:end].strip(" .,-'\"*_"), start, 1 / (1 + math.exp(worth)))
        if len(kept) == MOST_PHRASES:
            break
    return sorted(kept.values(), key=lambda phrase: phrase[1])


def _candidates(reader: _Reader) -> dict[tuple[int, int], bool]:
    """What may be a skill, as (first word, word after the last), and whether it is an abbreviation."""
    words, asking = reader.words, reader.asking
    found: dict[tuple[int, int], bool] = {}
    for number, (start, end) in enumerate(asking.spans):
        if asking.kinds[number] in ("boilerplate", "about"):
            continue
        stop = min(end, start + _LONGEST_SENTENCE)
        begin = bisect_left(words.starts, start)
        phrases: set[int] = set()
        for first, after in _items(words, begin, bisect_left(words.starts, stop, lo=begin)):
            if reader.is_free(first, after):
                found[first, after] = False
                if after - first > 1:
                    phrases.update(range(first, after))
        for low, high in acronyms(words.text, start, stop) if number else ():
            first, after = bisect_left(words.starts, low), bisect_left(words.starts, high)
            if (
                first < after
                and first not in phrases
                and not _is_another_name(words.text, low, high)
                and reader.is_free(first, after)
            ):
                found[first, after] = True
    for first, after, piece in reader.terms:
        in_passing = after - first == 1 and asking.kinds[piece] == "duties"
        if not in_passing and (first, after) not in found and reader.is_free(first, after):
            found[first, after] = False
    return found


def _is_another_name(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation stands alone in brackets, behind what it stands for."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


class _Covered:
    """Stretches of the text that are spoken for."""

    def __init__(self, taken: list[tuple[int, int]]) -> None:
        self._letters: set[int] = set()
        for start, end in taken:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._letters.update(range(start, end, 2))
        self._letters.add(end - 1)

    def overlaps(self, start: int, end: int) -> bool:
        return not self._letters.isdisjoint(range(start, end))
