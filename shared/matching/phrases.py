"""Requirements that the skill table does not know, in the posting's own words.

Three sources: what stands between commas, prepositions and the like where a posting says what it asks for and
what there is to do ("load flow, arc flash; work to IEC standards"), abbreviations, and telling words of the
posting's own occupation.

Most of that is no skill. So an item must show that it is one: by how it is written, by its words and how many
names of the skill table begin and end with them, by what stands beside it, by its sentence (``_WEIGHTS``).
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache

from shared.matching.asking import Asking
from shared.matching.duty_verbs import duty_verbs, says_what_to_do
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.no_skills import NoSkills
from shared.matching.ordinary import Ordinary, ordinary_words
from shared.matching.passing import names_others, recruits
from shared.matching.people import OTHERS, PEOPLE
from shared.matching.phrase_items import Item, items_of
from shared.matching.posting_lists import STATES
from shared.matching.proper_names import acronyms, is_acronym
from shared.matching.skills import skill_table
from shared.matching.with_others import (
    TAUGHT,
    TEACHES,
    WITH_OTHERS,
    are_colleagues,
    is_of_none,
    names_what_nobody_has,
    taught,
)
from shared.matching.words import Words, stems_of

MOST_PHRASES = 40
LEAST_WORD, LEAST_PHRASE = 1.5, 0.8
"""Least weight of a telling word, and of a phrase, of the occupation to stand for a requirement."""
LEAST_TELLING = 0.5
"""How telling a word is at least that is not ordinary."""
LEAST_WORTH = 0.0
"""What an item needs to count: more speaks for it than against it."""
_WEIGHTS = {
    "": -3.0,
    # How it is written.
    "abbreviation": 0.35,
    "listed abbreviation": 1.1,
    "abbreviation in the table": 1.2,  # too rare in the gold to be fitted
    "capital": 0.55,
    "worked in": 1.0,
    # Its words: times tellingness, and times how many names of its field have one, as a logarithm.
    "least telling": 0.75,
    "adjective": -0.35,
    "of trades": 0.35,
    "of the field": 0.35,
    "commas": 0.15,
    "not ordinary": 0.8,
    "head": 0.45,
    "empty head": -0.6,
    "of the trade": 1.25,
    "of the trade in a duty": 0.7,
    "begins a name": 0.7,
    "leads others": 1.2,
    "verb alone": -0.85,
    "doubtful name": 1.0,  # of the table, but alone among the others
    "number": -1.25,
    "teaches others": 2.5,
    # What stands beside it.
    "beside a skill": 0.85,
    "in a list": 0.65,
    "neighbours": 0.35,
    "experience in": 2.0,
    "led up to": 0.55,
    "later": -0.6,
    "other people": -0.5,
    "does something": -0.8,
    "of ours": -0.6,
    # Where it stands.
    "packed": 0.8,
    "duty": 0.25,
    "preferred": 1.2,
    "early": -1.15,
    "late": -1.3,
    "full stop": -0.5,
    "tells": -0.5,
    "known": 0.6,
}
"""What speaks for an item being a skill, in logits: the weights of a logistic regression over the items of
postings with hand-made gold, rounded. What a name of the table says already counted less there. The first is
that of no evidence, raised a little to where F1 is best."""
_EDGE = 0.08
"""Share of a posting at its beginning that is mostly about the employer, and at its end about applying."""
_LEAST_LONG = 800
"""Characters from which a posting has such ends."""
_HEADER_LINES, _HEADER = 2, 40
"""Lines and their characters at the beginning that are title, employer and place, in a short posting too."""
_USUALLY_PACKED = 25
"""Characters about the job for each item and name that it has."""
_DOUBT = 8
"""Items by which a short posting, of which little can be said, is drawn to what is usual."""
_SHORT = 60
"""Characters that an item of a list has at most; no sentence about applying is so short."""
_JOINED_BEFORE = (", ", "; ", ": ", "and ", "or ", "/")
_JOINED_BEHIND = (",", ";", "/", " and ", " or ")
_DONE_FIRST = frozenset(
    {"action", "champion", "drive", "field", "own", "plan", "process", "staff", "support"}
)
"""Nouns that are verbs where a duty begins with them: "Drive automation", "Process invoices"."""
_LONGEST_SENTENCE = 600
_LONGEST_ITEM = 4
_MOST_OF_A_NEIGHBOUR = 2.0
"""Logits that a neighbour adds or takes at most, before its weight."""
_BESIDE = 12
"""Characters between an item and the table skill that is its neighbour in a list."""
_CAPITAL = Lazy(r"[A-Z][A-Za-z]*[a-z]")
_WORKED_IN = Lazy(r"(?:\b(?:using|via|through|in|on) |[a-z] \()$")
_LEADS_TO = Lazy(
    r"\b(?:experience|knowledge|understanding|proficien\w+|expertise|background|familiar\w*|exposure|grasp|"
    r"command|grounding) (?:in|of|with|using|to|within) (?:(?:the|an?|any|using|working with) )?$"
)
_DOES = Lazy(
    r" (?:will|is|are|was|were|can|may|must|should|has|have|would)\b"
    r"(?! (?:also |both |all |highly |strongly |be |been |a |an )*(?:required|essential|desir\w+|prefer\w+|"
    r"need\w*|necessary|mandatory|must|advantag\w+|asset|plus|bonus|benefi\w+|useful|helpful|nice|welcome|"
    r"ideal|good|important|key|critical|crucial|vital|great|huge|big|considered|valued))"
)
"""Behind what is the subject of a sentence, unless the sentence says how much it is wanted."""
_KNOWN = Lazy(
    r"(?:(?:good|strong|sound|working|solid|basic|thorough|proven|in-depth|some|general) )?"
    r"(?:knowledge|understanding|familiar|experience|proficien|expertise)"
)
"""How a sentence begins that names what somebody knows."""
_LEADING = ("in ", "of ", "with ", "using ", "to ", "within ", "the ", "a ", "an ", "any ")
"""What such words end with."""


_ADJECTIVE = Lazy(r"(?:ed|ly|ive|al|ous|ful|able|ible|ary|ant|ent|ic)$")
_OF_FIELDS = 10
"""What makes a share of the fields large enough for a logarithm."""


@lru_cache(maxsize=1)
def _words_of_trades() -> frozenset[str]:
    """Stems of the telling words of all occupations."""
    return frozenset(stem for term in family_table().term_names for stem in stems_of(term))


class _Reader:
    """One posting while its phrases are looked for."""

    def __init__(
        self,
        words: Words,
        asking: Asking,
        taken: list[tuple[int, int]],
        doubtful: list[tuple[int, int]],
        title: set[str],
        families: set[int],
        fields: Counter[str],
    ) -> None:
        self.words, self.asking, self.title, self.families = words, asking, title, families
        self.ordinary: Ordinary = ordinary_words()
        self.no_skills = NoSkills(words, title)
        self.taken_starts = sorted(start for start, _ in taken)
        self.taken_ends = sorted(end for _, end in taken)
        self.covered, self.doubtful = _Covered(taken), _Covered(doubtful)
        total = fields.total()
        self.fields = {field: count / total for field, count in fields.items()}
        self.of_the_field: dict[str, float] = {}
        self.length = 0
        """Characters about the job."""
        self.packed = 0.0
        """How many items and names there are for its length; logarithm, 0 is usual."""
        self.middle = self._middle()
        """Where the first part of what is about the job ends, and where the last begins."""
        self.sentences: dict[int, list[tuple[str, float]]] = {}
        """What their form says for or against all that stands in them."""
        self.telling: set[int] = set()
        """Numbers of the words that are telling words of the posting's occupation."""
        self.terms: list[tuple[int, int, int]] = []
        """(first word, word after the last, sentence) of the posting's own."""
        self._read_terms()

    def _middle(self) -> tuple[int, int]:
        told = [
            (start, end, kind)
            for (start, end), kind in zip(self.asking.spans, self.asking.kinds, strict=True)
            if kind not in ("boilerplate", "about")
        ]
        self.length = length = sum(end - start for start, end, _ in told)
        edge = _EDGE * length if length >= _LEAST_LONG else 0.0
        passed, first, last = 0, 0, len(self.words.text)
        for number, (start, end, kind) in enumerate(told):
            is_header = number < _HEADER_LINES and end - start < _HEADER and kind == "duties"
            if passed < edge or is_header:
                first = end
            passed += end - start
            if passed > length - edge:
                last = start
                break
        return first, last

    def _read_terms(self) -> None:
        table, (spans, kinds) = family_table(), (self.asking.spans, self.asking.kinds)
        piece = 0
        for first, after, term in table.terms.find(self.words):
            position = self.words.starts[first]
            while piece < len(spans) - 1 and spans[piece][1] <= position:
                piece += 1
            if not spans or kinds[piece] in ("boilerplate", "about"):
                continue
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
            and not self.no_skills.holds(first, after)
        )

    def worth(self, item: Item) -> float:
        """How much speaks for the item being a skill, in logits."""
        value = _WEIGHTS[""]
        for name, amount in self._evidence(item):
            value += _WEIGHTS[name] * amount
        return value

    def _evidence(self, item: Item) -> Iterator[tuple[str, float]]:
        """What speaks for or against the item, each with how much there is of it."""
        piece = self.asking.piece_at(self.words.starts[item.first])
        duty = self.asking.kinds[piece] == "duties"
        yield from self._in_writing(item, piece, duty=duty)
        yield from self._in_its_words(item, duty=duty)
        yield from self._beside_it(item, piece, duty=duty)
        yield from self._in_its_place(item, piece, duty=duty)

    def _in_writing(self, item: Item, piece: int, *, duty: bool) -> Iterator[tuple[str, float]]:
        """How it is written."""
        words, first, after = self.words, item.first, item.after
        shown = words.shown(first, after)
        if any(map(is_acronym, shown)):
            yield ("listed abbreviation" if item.listed else "abbreviation"), 1
            if (
                len(shown) == 1
                and not item.listed
                and skill_table().lexicon.number_of(words.words[first]) is not None
            ):
                yield "abbreviation in the table", 1
        elif any(map(str.isdigit, words.text[words.starts[first] : words.ends[after - 1]])):
            yield "number", 1
        if duty:
            if (
                _CAPITAL.match(shown[0])
                and words.words[after - 1] not in PEOPLE
                and self._is_worked_in(first, words.starts[first], self.asking.spans[piece][0])
            ):
                yield "worked in", 1
        elif (
            all(one[:1].isupper() for one in shown)
            and not self._begins(first)
            and not self._in_capitals(first)
        ):
            yield "capital", 1

    def _in_its_words(self, item: Item, *, duty: bool) -> Iterator[tuple[str, float]]:
        """What its words are."""
        words, ordinary, first, after = self.words, self.ordinary, item.first, item.after
        stems, start, end = words.stems[first:after], words.starts[first], words.ends[after - 1]
        opening, closing = words.words[first], words.words[after - 1]
        tellings = [tellingness(stem) for stem in stems]
        yield "least telling", min((telling for telling in tellings if telling), default=0.0)  # no numbers
        if any(
            telling >= LEAST_TELLING and stem not in ordinary.plain and stem not in ordinary.empty
            for stem, telling in zip(stems, tellings, strict=True)
        ):
            yield "not ordinary", 1
        if stems[-1] in ordinary.heads:
            yield "head", 1
        if stems[-1] in ordinary.empty:
            yield "empty head", 1
        if _ADJECTIVE.search(closing):
            yield "adjective", 1
        if not self.telling.isdisjoint(range(first, after)):
            yield ("of the trade in a duty" if duty else "of the trade"), 1
        if _words_of_trades().issuperset(stems):
            yield "of trades", 1
        yield "of the field", max(map(self._of_the_field, stems))
        if len(stems) > 1 and skill_table().lexicon.begins_one(stems[0] + stems[1]):
            yield "begins a name", 1
        if opening in WITH_OTHERS:
            yield "leads others", 1
        if opening in TEACHES and (closing in OTHERS or closing in TAUGHT):
            yield "teaches others", 1
        if len(stems) == 1 and opening in duty_verbs():
            yield "verb alone", 1
        if self.doubtful.overlaps(start, end):
            yield "doubtful name", 1

    def _beside_it(self, item: Item, piece: int, *, duty: bool) -> Iterator[tuple[str, float]]:
        """What stands beside it."""
        words, (low, high) = self.words, self.asking.spans[piece]
        start, end = words.starts[item.first], words.ends[item.after - 1]
        before, behind = words.lower[max(low, start - 12) : start], words.lower[end : min(high, end + 6)]
        if self._beside(start, end):
            yield "beside a skill", 1
        if before.endswith(_JOINED_BEFORE):
            yield "in a list", 1
        if behind.startswith(_JOINED_BEHIND):
            yield "in a list", 1
        if before.endswith(_LEADING) and _LEADS_TO.search(words.lower, max(0, start - 60), start):
            yield "experience in", 1
        if item.led:
            yield "led up to", 1
        if item.later:
            yield "later", 1
        if duty and names_others(words, start, end, self.title):
            yield "other people", 1
        if words.lower.startswith(" ", end) and _DOES.match(words.lower, end):
            yield "does something", 1
        if before.endswith(" our "):
            yield "of ours", 1

    def _in_its_place(self, item: Item, piece: int, *, duty: bool) -> Iterator[tuple[str, float]]:
        """Where it stands."""
        start, (low, high) = self.words.starts[item.first], self.asking.spans[piece]
        preferred = self.asking.kind_at(start) == "preferred"
        yield "packed", self.packed
        yield from self._of_the_sentence(piece)
        if duty:
            yield "duty", 1
        if preferred:
            yield "preferred", 1
        if start < self.middle[0]:
            yield "early", 1
        elif start > self.middle[1] and (duty or high - low > _SHORT) and not preferred:
            yield "late", 1

    def _of_the_field(self, stem: str) -> float:
        """How many names of the fields from which the posting names most have the word; logarithm."""
        known = self.of_the_field.get(stem)
        if known is None:
            names = skill_table().fields_with.get(stem, {})
            if len(names) < len(self.fields):
                told = sum([self.fields.get(field, 0.0) * count for field, count in names.items()])
            else:
                told = sum([share * names.get(field, 0) for field, share in self.fields.items()])
            known = self.of_the_field[stem] = math.log1p(_OF_FIELDS * told)
        return known

    def _of_the_sentence(self, piece: int) -> list[tuple[str, float]]:
        known = self.sentences.get(piece)
        if known is None:
            known = self.sentences[piece] = []
            low, high = self.asking.spans[piece]
            sentence = self.words.lower[low:high].strip(" -•*")
            known.append(("commas", math.log1p(sentence.count(","))))
            if sentence.endswith("."):
                known.append(("full stop", 1))
            if _KNOWN.match(sentence):
                known.append(("known", 1))
            if (
                self.asking.kinds[piece] == "duties"
                and " you" not in self.words.lower[max(0, low - 1) : high]
                and STATES.search(sentence)
                and not says_what_to_do(sentence)
            ):
                known.append(("tells", 1))
        return known

    def _begins(self, first: int) -> bool:
        """Whether the word begins its sentence, so that a capital says nothing."""
        start, _ = self.asking.spans[self.asking.piece_at(self.words.starts[first])]
        return not self.words.text[start : self.words.starts[first]].strip(" -•*.#_()\"'0123456789")

    def _is_worked_in(self, first: int, start: int, low: int) -> bool:
        """Whether a name stands where a duty tells with what it is done: "models in Emblem", "(BitTitan)"."""
        return _WORKED_IN.search(self.words.lower, max(low, start - 12), start) is not None and not (
            self._begins(first) or self._in_capitals(first)
        )

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
    doubtful: list[tuple[int, int]],
    title: set[str],
    families: set[int],
    fields: Counter[str],
) -> list[tuple[str, int, float]]:
    """(phrase, where it stands, the chance that it is a skill), first seen first; nothing of what stands at
    ``taken``. At ``doubtful`` stand names of the table that may mean something else.

    ``families`` are those of the posting: their telling words count wherever they stand. ``fields`` are those
    of the table, with how many skills of each the posting asks for.
    """
    reader = _Reader(words, asking, taken, doubtful, title, families, fields)
    items = _candidates(reader)
    reader.packed = math.log((_DOUBT + len(items) + len(taken)) / (_DOUBT + reader.length / _USUALLY_PACKED))
    judged = [
        (-worth, item.first, -item.after)  # of two alike the longer
        for item, worth in _among_neighbours(words, [(item, reader.worth(item)) for item in items])
        if worth >= LEAST_WORTH
    ]
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


def _among_neighbours(words: Words, judged: list[tuple[Item, float]]) -> Iterator[tuple[Item, float]]:
    """The items with their worth, to which that of their neighbours in a list is added: one that stands among
    skills is more likely to be one."""
    starts_at: dict[int, list[float]] = {}
    ends_at: dict[int, list[float]] = {}
    for item, worth in judged:
        told = max(-_MOST_OF_A_NEIGHBOUR, min(_MOST_OF_A_NEIGHBOUR, worth))
        starts_at.setdefault(item.first, []).append(told)
        ends_at.setdefault(item.after, []).append(told)
    for item, worth in judged:
        total = 0.0
        if words.lower.endswith(_JOINED_BEFORE, 0, words.starts[item.first]):
            for after in (item.first, item.first - 1):  # "x, y", "x and y"
                total += sum(ends_at.get(after, ()))
        if words.lower.startswith(_JOINED_BEHIND, words.ends[item.after - 1]):
            for first in (item.after, item.after + 1):
                total += sum(starts_at.get(first, ()))
        yield item, worth + _WEIGHTS["neighbours"] * total


def _candidates(reader: _Reader) -> Collection[Item]:
    """What may be a skill."""
    words, asking = reader.words, reader.asking
    sought, bans = recruits(reader.title), names_what_nobody_has(words.lower)
    found: dict[tuple[int, int], Item] = {}
    for number, (start, end) in enumerate(asking.spans):
        if asking.kinds[number] in ("boilerplate", "about"):
            continue
        stop = min(end, start + _LONGEST_SENTENCE)
        begin = bisect_left(words.starts, start)
        if asking.kinds[number] == "duties" and begin < len(words) and words.words[begin] in _DONE_FIRST:
            begin += 1
        phrases: set[int] = set()
        for item in items_of(words, begin, bisect_left(words.starts, stop, lo=begin)):
            first, after = item.first, item.after
            if reader.is_free(first, after):
                found[first, after] = item
                if after - first > 1:
                    phrases.update(range(first, after))
        for first, after in taught(words, begin, bisect_left(words.starts, stop, lo=begin)):
            if (first, after) not in found and not reader.is_taken(first, after):
                found[first, after] = Item(first, after)
        for low, high in acronyms(words.text, start, stop) if number else ():
            first, after = bisect_left(words.starts, low), bisect_left(words.starts, high)
            if first < after and first not in phrases and reader.is_free(first, after):
                found[first, after] = Item(first, after, listed=True)
    for first, after, piece in reader.terms:
        in_passing = after - first == 1 and asking.kinds[piece] == "duties"
        if not in_passing and (first, after) not in found and reader.is_free(first, after):
            found[first, after] = Item(first, after)
    return [
        item
        for item in found.values()
        if not (sought and words.words[item.after - 1] in OTHERS)
        and not are_colleagues(words, asking, item.first, item.after)
        and not (bans and is_of_none(words, asking, item.first))
    ]


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
