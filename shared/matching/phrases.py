"""Requirements that the skill table does not know, in the posting's own words.

Two sources: the items of the lists in which a posting says what it asks for ("load flow, arc flash; IEC
standards"), and telling words of the posting's own occupation wherever its duties name them.

Most of what stands between two commas is no skill. So an item must show that it is one: by how it is written,
by the noun at its end, by what stands beside it, by telling words of the occupation (``_worth``).
"""

import math
import re
from bisect import bisect_left, bisect_right, insort
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
LEAST_WORTH, LEAST_WORTH_OF_DUTY = 0.0, 0.3
"""What an item needs to count, in what is asked for and in the duties: naming what is right with a chance of
two in five is still better than not naming it."""
LEAST_WORTH_ALONE = 0.8
"""What a single word of a duty needs that stands for itself."""
_ITEM_REACH = 60
_LONGEST_SENTENCE = 600
_LONGEST_ITEM = 4
_BESIDE = 12
"""Characters between an item and the table skill that is its neighbour in a list."""
_SEPARATES = frozenset(',;:()[]•|!?"\n*+=<>{}')
_BETWEEN_WORDS = """
and or plus including etc while ideally preferably eg ie und oder et such nor
"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_STOP_WORDS = """
in for with to at on is are from within would will as that which by into across through we you where who
gained using preferred required desirable essential advantageous advantage helpful useful welcome
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
msn postgraduate undergraduate graduation doctorate baccalaureate highschool hbo wo mbo apprenticeship
"""
_DEGREES = frozenset(_DEGREE_WORDS.split())
_DEGREE_LETTERS = frozenset({"BA", "BS", "MA", "MS", "AA", "AS", "BE", "ME", "B", "M"})
_QUALITY = Lazy(r"(?:al|ive|ous|able|ible|ful|less|ed|ly|ent|ant|ish)$")
"""A single word with such an end says how something is, not what it is."""
_LEADS_TO = Lazy(
    r"\b(?:experience|knowledge|understanding|proficien\w+|expertise|background|familiar\w*|exposure|grasp|"
    r"command|grounding) (?:in|of|with|using|to|within) (?:(?:the|an?|any|using|working with) )?$"
)
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
_LIST_BEFORE = Lazy(r"(?:[,(/;]|\b(?:and|or|in|under|using|with|the|administers?))[ ]?$", re.I)
_LIST_BEHIND = Lazy(r"[,;)/.]|\s*$|\s(?:and|or)\b", re.M)


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
        yield begin, min(stop, end)


_NEVER_LAST_WORDS = "of s t up out off down in on at by exp etc positively directly independently together"
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
_NEVER_IN = frozenset("$£€%@")
_ADVERB = Lazy(r"(?<!fami)(?<!assemb)(?<!supp)(?<!anoma)(?<!earl)(?<!elder)(?<!rep)(?<!po)(?<!f)ly$")
"""How somebody does something: "safely lift", "relate positively"."""
_PARTICIPLE = Lazy(r"^[\w-]+ [a-z]+(?<!e)ed$")
"""The end of a clause: "addresses indicated"."""
_NO_NAME = Lazy(r"[a-z]{3}\.[A-Z]|^v?\d[\d.]*[a-z]?$")
"""Two sentences run together, and versions."""
_UNITS_WORDS = "year years yr yrs yoe month months day days hour hours week weeks lb lbs kg wpm"
_UNITS = frozenset(_UNITS_WORDS.split())


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
        self.found: dict[tuple[str, ...], tuple[str, int, float]] = {}
        self.telling: set[int] = set()
        """Numbers of the words that are telling words of the posting's occupation."""

    def is_taken(self, first: int, after: int) -> bool:
        """Whether the words are a requirement already, here or elsewhere."""
        words = self.words
        return self.covered.overlaps(words.starts[first], words.ends[after - 1]) or (
            tuple(words.stems[first:after]) in self.found
        )

    def keep(self, first: int, after: int, worth: float) -> None:
        """Take the words, which are not taken yet, as a requirement."""
        words = self.words
        start, end = words.starts[first], words.ends[after - 1]
        phrase = words.text[start:end].strip(" .,-'\"*_")
        chance = 1 / (1 + math.exp(-worth))
        self.found[tuple(words.stems[first:after])] = (phrase, start, chance)
        self.covered.add(start, end)
        insort(self.taken_starts, start)
        insort(self.taken_ends, end)

    def is_none(self, first: int, after: int) -> bool:
        """Whether the words cannot be a skill, whatever else speaks for them."""
        words, ordinary = self.words, self.ordinary
        stems, parts = words.stems[first:after], words.words[first:after]
        start, end = words.starts[first], words.ends[after - 1]
        text = words.text[start:end]
        alone = len(parts) == 1
        if not 0 < len(stems) <= _LONGEST_ITEM or end - start < 2 or self.title.issuperset(stems):
            return True
        if (
            parts[-1] in _NEVER_LAST
            or (alone and (parts[0] in _UNITS or len(parts[0]) == 1))
            or ordinary.places.issuperset(parts)
            or not _DEGREES.isdisjoint((*parts, "".join(parts)))
            or text in _DEGREE_LETTERS
            or not _NEVER_IN.isdisjoint(text)
        ):
            return True
        shown = self._shown(first, after)
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

    def worth(self, first: int, after: int) -> float:
        """How much speaks for the words being a skill, in logits; the weights are those of a logistic
        regression over the items of postings with hand-made gold, rounded."""
        words, ordinary = self.words, self.ordinary
        stems = words.stems[first:after]
        shown = self._shown(first, after)
        count = len(shown)
        value = -1.7 + (0.0 if count == 1 else 0.6 if count == 2 else 0.2)
        if any(map(is_acronym, shown)):
            value += 0.8
        if (
            all(one[:1].isupper() for one in shown)
            and not self._begins(first)
            and not self._in_capitals(first)
        ):
            value += 1.2
        if any(
            stem not in ordinary.plain and stem not in ordinary.empty and tellingness(stem) >= LEAST_TELLING
            for stem in stems
        ):
            value += 1.2
        if stems[-1] in ordinary.heads:
            value += 1.1 if count > 1 or stems[-1] not in ordinary.plain else 0.4
        if not self.telling.isdisjoint(range(first, after)):
            value += 1.4
        if self._beside(words.starts[first], words.ends[after - 1]):
            value += 0.6
        if count == 1 and _QUALITY.search(shown[0].lower()):
            value -= 0.9
        if _LEADS_TO.search(words.lower, max(0, words.starts[first] - 60), words.starts[first]):
            value += 1.0
        if self.asking.kind_at(words.starts[first]) == "preferred":
            value += 1.8 if _WISHED.match(words.lower, words.ends[after - 1]) else 0.4
        return value

    def is_told_as_a_skill(self, first: int, after: int) -> bool:
        """Whether a duty does not only use the words: an abbreviation, a phrase, or in a list of skills."""
        start, end = self.words.starts[first], self.words.ends[after - 1]
        return after - first > 1 or is_acronym(self.words.text[start:end]) or self._beside(start, end)

    def is_an_item(self, first: int, after: int) -> bool:
        """Whether the words are all that stands between two commas, or between a verb and a comma."""
        words, (start, end) = self.words, self.asking.spans[self.asking.piece_at(self.words.starts[first])]
        begin = bisect_left(words.starts, max(start, words.starts[first] - _ITEM_REACH))
        stop = bisect_left(words.starts, min(end, words.ends[after - 1] + _ITEM_REACH), lo=after)
        return (first, after) in _items(words, begin, stop) and self.worth(first, after) >= LEAST_WORTH_ALONE

    def is_listed(self, start: int, end: int) -> bool:
        """Whether an abbreviation stands between others or skills: "(OTIF, MPG)", "access control and CCTV";
        one alone in brackets is another name of what stands before them."""
        text = self.words.text
        behind = text[end : end + 2]
        if text[start - 1 : start] == "(" and behind[:1] == ")":
            return False
        return self._beside(start, end) or (
            _LIST_BEFORE.search(text, max(0, start - 12), start) is not None
            and _LIST_BEHIND.match(text, end) is not None
        )

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
    spans, kinds = asking.spans, asking.kinds
    reader = _Reader(words, asking, taken, title, families)
    table = family_table()
    terms: list[tuple[int, int, int]] = []
    piece = 0
    for first, after, term in table.terms.find(words):
        position = words.starts[first]
        while piece < len(spans) - 1 and spans[piece][1] <= position:
            piece += 1
        if (
            not spans
            or kinds[piece] in ("boilerplate", "about")
            or families.isdisjoint(table.term_families[term])
        ):
            continue
        if table.term_weights[term] >= (LEAST_WORD if after - first == 1 else LEAST_PHRASE):
            terms.append((first, after, piece))
            reader.telling.update(range(first, after))
    for number, (start, end) in enumerate(spans):
        if len(reader.found) >= MOST_PHRASES:
            break
        if kinds[number] in ("boilerplate", "about"):
            continue
        begin = bisect_left(words.starts, start)
        stop = bisect_left(words.starts, min(end, start + _LONGEST_SENTENCE), lo=begin)
        if kinds[number] == "duties":
            for low, high in (
                acronyms(words.text, start, min(end, start + _LONGEST_SENTENCE)) if number else ()
            ):
                first = bisect_left(words.starts, low)
                after = bisect_left(words.starts, high)
                if (
                    first < after
                    and not reader.is_taken(first, after)
                    and not reader.is_none(first, after)
                    and (reader.is_listed(low, high) or not reader.telling.isdisjoint(range(first, after)))
                ):
                    reader.keep(first, after, reader.worth(first, after))
            if not asking.wishes_within(start, end):
                continue
        for first, after in _items(words, begin, stop):
            if kinds[number] == "duties" and asking.kind_at(words.starts[first]) != "preferred":
                continue
            if reader.is_taken(first, after) or reader.is_none(first, after):
                continue
            if (worth := reader.worth(first, after)) >= LEAST_WORTH:
                reader.keep(first, after, worth)
    for first, after, piece in terms:
        if len(reader.found) >= MOST_PHRASES:
            break
        if not reader.is_taken(first, after) and not reader.is_none(first, after):
            if kinds[piece] == "duties" and not (
                reader.is_told_as_a_skill(first, after) or reader.is_an_item(first, after)
            ):
                continue
            least = LEAST_WORTH_OF_DUTY if kinds[piece] == "duties" else LEAST_WORTH
            if (worth := reader.worth(first, after)) >= least:
                reader.keep(first, after, worth)
    return list(reader.found.values())[:MOST_PHRASES]


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
