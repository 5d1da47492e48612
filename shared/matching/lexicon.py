"""Finding thousands of phrases in a text in one pass over its words.

A phrase is a tuple of stems. Words that are joined in one spelling and apart in another (``front-end``,
``frontend``, ``e commerce``) meet because a phrase of two words is also known by its joined form and two
words of the text are also looked up joined. Only a phrase that is written with commas may hold some in the
text ("extract, transform, load").
"""

from collections.abc import Callable, Iterable, Iterator

from shared.matching.lazy import Lazy
from shared.matching.words import Words, stem, stem_anew, stems_in

type _Phrases = list[tuple[tuple[str, ...], int]]


def _number_of(stems: tuple[str, ...], known: _Phrases, number: int) -> int:
    """The number of ``stems`` among the ``known`` phrases that begin alike, to which they are added as
    ``number`` if they are new."""
    for phrase, other in known:
        if phrase == stems:
            return other
    known.append((stems, number))
    return number


def _length(known: tuple[tuple[str, ...], int]) -> int:
    return len(known[0])


class Lexicon:
    """Phrases to numbers; ``find`` gives the longest phrase that starts at each word.

    With ``wordings``, which are found but are no names, it takes things more loosely, too: "planning of the
    lessons" is "lesson planning", "managed a fleet" is "managed fleet", and "milked 90 cows" "milked cows".
    What is told so may overlap with what stands in between.
    """

    __slots__ = (
        "_alone",
        "_beginnings",
        "_halves",
        "_listed",
        "_longer",
        "_named",
        "_told",
        "_turning",
        "_verbs",
        "_wanted",
        "_wholes",
    )

    def __init__(
        self,
        phrases: Iterable[tuple[str, int]],
        wordings: Iterable[tuple[str, int]] = (),
        stems_of: Callable[[str], tuple[str, ...]] = stems_in,
    ) -> None:
        alone: dict[str, int] = {}
        longer: dict[str, _Phrases] = {}
        joined: dict[str, int] = {}
        with_a_sign: _Phrases = []
        self._listed: set[tuple[str, ...]] = set()
        for phrase, number in phrases:
            stems = stems_of(phrase)
            if not stems:
                continue
            if "," in phrase:
                self._listed.add(stems)
            if len(stems) == 1:
                alone.setdefault(stems[0], number)
                continue
            first, second, *more = stems
            pair = first + second
            _number_of(stems, longer.setdefault(pair, []), number)
            if more:
                if "and" in stems[1:-1]:  # "moving & handling"
                    with_a_sign.append((tuple([word for word in stems if word != "and"]), number))
            elif len(first) > 1 and len(second) > 1 and len(pair) > _SHORTEST_JOINED:
                joined.setdefault(stem_anew(pair), number)
        for stems, number in with_a_sign:
            _number_of(stems, longer.setdefault(stems[0] + stems[1], []), number)
        self._named = frozenset(longer)
        """The first two stems, written as one, of the names of several words."""
        self._told: set[tuple[str, ...]] = set()
        """Wordings with a verb."""
        for phrase, number in wordings:
            stems = stems_of(phrase)
            if _number_of(stems, longer.setdefault(stems[0] + stems[1], []), number) == number:
                self._told.add(stems)  # or it is the name of something else
        self._verbs = frozenset([stems[0] for stems in self._told])
        self._turning = self._verbs.union([stems[-1] for known in longer.values() for stems, _ in known])
        """What can stand before "of" or an article where a phrase is told otherwise."""
        self._alone = joined | alone
        for known in longer.values():
            if len(known) > 1:
                known.sort(key=_length, reverse=True)
        self._longer = longer
        """By their first two stems, written as one; longest first."""
        self._wanted = self._verbs.union(self._alone)
        """Words at which there is something to look at."""
        self._beginnings = frozenset(self._alone).union(self._longer)
        # What can be the first half of a word written apart; what is known as two words needs no halves.
        self._halves = {
            whole[:cut]
            for whole in alone
            if len(whole) > _SHORTEST_JOINED
            for cut in range(2, len(whole) - 1)
            if whole[cut:] not in _NEVER_SECOND
        } - _FUNCTION_WORDS
        self._wholes = frozenset(alone)

    def begins_one(self, pair: str) -> bool:
        """Whether a name begins with these two stems, written as one."""
        return pair in self._named

    def number_of(self, word: str) -> int | None:
        """The number of a phrase of one word."""
        return self._alone.get(stem(word.lower()))

    def find(self, words: Words) -> list[tuple[int, int, int]]:
        """(first word, word after the last, number) in the order of the text, without overlaps."""
        return words.once(self._find)

    def _find(self, words: Words) -> list[tuple[int, int, int]]:
        stems, pairs = words.stems, words.pairs
        known, longer = self._alone, self._longer
        # First what the text holds of the tables, which are large, at once; then where.
        wanted = self._wanted.intersection(set(stems))
        beginnings = self._beginnings.intersection(pairs)
        places = [
            index for index in range(len(stems)) if stems[index] in wanted or pairs[index] in beginnings
        ]
        linked = (
            {index for index, one in enumerate(stems[1:]) if one in _LINKS and stems[index] in self._turning}
            if self._told
            else set()
        )
        if linked:
            places = sorted(linked.union(places))
        found: list[tuple[int, int, int]] = []
        free = 0
        for index in places:
            if index < free:
                continue
            single, pair = stems[index], pairs[index]
            said: tuple[str, ...] = ()
            for phrase, number in longer.get(pair, ()) if pair in beginnings else ():
                after = index + len(phrase)
                if len(said) != len(phrase):
                    said = tuple(stems[index:after])
                if said == phrase and (phrase in self._listed or self._is_whole(words, index, after)):
                    found.append((index, after, number))
                    free = after
                    break
            apart = (
                list(self._apart(words, index))
                if single in self._verbs
                and (words.words[index].endswith("ed") or words.words[index] in _DONE_IN_SHORT)
                else ()
            )
            if free > index:
                found += [one for one in apart if one[1] > free]
                continue
            turned = self._turned(words, index) if index in linked else None
            found += [one for one in apart if one != turned]
            if turned:
                found.append(turned)
                free = turned[1]
            elif single in known:
                found.append((index, index + 1, known[single]))
            elif (
                pair in self._wholes
                and index + 1 < len(stems)
                and len(pair) > _SHORTEST_JOINED
                and words.text[words.ends[index] : words.starts[index + 1]] in _JOINS
                and single in self._halves
                and words.words[index + 1] not in _NEVER_SECOND
                and not words.words[index].endswith(_DONE)
            ):
                found.append((index, index + 2, known[pair]))
                free = index + 2
        return found

    def _turned(self, words: Words, index: int) -> tuple[int, int, int] | None:
        """The phrase of the word at ``index`` and of what follows an "of" or an article behind it."""
        stems, text = words.stems, words.text
        is_of = stems[index + 1] == "of"
        begin = index + 2
        if is_of and begin < len(stems) and stems[begin] in _ARTICLES:
            begin += 1
        for after in range(min(begin + _MOST_TURNED, len(stems)), begin, -1):
            things = stems[begin:after]
            phrase = (*things, stems[index]) if is_of else (stems[index], *things)
            known = self._longer.get(phrase[0] + phrase[1], ())
            number = next((number for other, number in known if other == phrase), None)
            if (
                number is not None
                and (is_of or phrase in self._told)
                and not _SEPARATED.search(text, words.ends[index], words.ends[after - 1])
                and _is_last(words, after - 1)
            ):
                return index, after, number
        return None

    def _apart(self, words: Words, index: int) -> Iterator[tuple[int, int, int]]:
        """The phrases of the verb at ``index`` and of what it was done with, some words behind it.

        Between them stands what kind of thing that is ("sold new and used cars"), or what else was done with
        it ("cut, dried and styled hair").
        """
        stems, plain, text = words.stems, words.words, words.text
        if index and plain[index - 1] in _OF_A_KIND:
            return
        verbs = others = 0
        for begin in range(index + 1, min(index + _MOST_APART, len(stems))):
            between = text[words.ends[begin - 1] : words.starts[begin]]
            word = plain[begin]
            pair = stems[index] + stems[begin]
            if begin > index + 1 and pair in self._longer:
                for phrase, number in self._longer[pair]:
                    after = begin + len(phrase) - 1
                    if (
                        phrase in self._told
                        and tuple(stems[begin:after]) == phrase[1:]
                        and not any(
                            self._is_named(words, between, begin) for between in range(index + 1, begin)
                        )
                        and between in _WITHIN
                        and not _SEPARATED.search(text, words.starts[begin], words.ends[after - 1])
                        and _is_last(words, after - 1)
                    ):
                        yield index, after, number
            if between not in _WITHIN and not (between in (", ", " & ") and not others):
                return
            if word in ("and", "or"):
                continue
            if (word.endswith("ed") and word != "used") or word in _DONE_IN_SHORT:
                if others:
                    return
                verbs += 1
            elif word in _ENDS or word in _NO_KIND:
                counts = word in _NO_KIND and plain[begin + 1 : begin + 2] and plain[begin + 1][0].isdigit()
                if not (counts or (word in _ARTICLES and not others)):
                    return
            else:
                if verbs:
                    return
                others += 1

    def _is_named(self, words: Words, index: int, after: int) -> bool:
        """Whether a phrase of several words begins at ``index`` and ends before ``after``: "managed social
        media accounts" is no account management."""
        return any(
            index + len(phrase) <= after and tuple(words.stems[index : index + len(phrase)]) == phrase
            for phrase, _ in self._longer.get(words.pairs[index], ())
        )

    def _is_whole(self, words: Words, first: int, after: int) -> bool:
        """Whether words that could be one phrase are not two items of a list: ``C#, .NET`` or ``C#/.NET``."""
        between = words.text[words.ends[first] : words.starts[first + 1]]
        if not between or between == " ":
            return True
        if between != ":" and any(character in _LIST for character in between):  # 1:1 support
            return False
        last = words.text[words.ends[after - 2] : words.starts[after - 1]]
        if _breaks(between) or _breaks(last):
            return False
        if "\n" in between and (self._starts_at(words, first + 1) or _are_two_lines(words, first, after)):
            return False
        return "/" not in between or not (
            words.stems[first] in self._alone and self._is_phrase(words.stems[first + 1 : after])
        )

    def _starts_at(self, words: Words, index: int) -> bool:
        """Whether a phrase of several words starts there: "Java", then "Spring Boot" on the next line."""
        return any(
            tuple(words.stems[index : index + len(phrase)]) == phrase
            for phrase, _ in self._longer.get(words.pairs[index], ())
        )

    def _is_phrase(self, stems: list[str]) -> bool:
        if len(stems) == 1:
            return stems[0] in self._alone
        return any(phrase == tuple(stems) for phrase, _ in self._longer.get(stems[0] + stems[1], ()))


def _is_last(words: Words, index: int) -> bool:
    """Whether the word at ``index`` is the last of what is named: no "fleet" of "managed a fleet service"."""
    after = index + 1
    return (
        after == len(words)
        or words.words[after] in _ENDS
        or words.text[words.ends[index] : words.starts[after]] != " "
    )


def _are_two_lines(words: Words, first: int, after: int) -> bool:
    """Whether the words at ``first`` and behind it are the end of a short line and the beginning of another:
    "Hours: full time", then "Reports to the matron"."""
    text, end, begin = words.text, words.ends[first], words.starts[first + 1]
    line = text.rfind("\n", max(0, end - _SHORT_LINE), end) + 1
    return (
        text[begin].isupper()
        and (line > 0 or end <= _SHORT_LINE)
        and text[line : words.starts[first]].strip(_MARKS) != ""
        and text[words.ends[after - 1] : words.ends[after - 1] + 1] not in ("\n", "")
    )


def _breaks(between: str) -> bool:
    """Whether a sentence or a paragraph ends between two words."""
    return len(between) > 1 and (
        between[:2] in (". ", ".\n") or any(mark in between for mark in (" - ", "\n\n", "\n-", "   ", "\t"))
    )


_SHORT_LINE = 50
"""Characters of a line that is not broken where the page ends."""
_MARKS = " \t-*•#"

_WITHIN = frozenset({" ", "-", "' ", "\u2019 "})
"""What stands between the words of one thing: "trimmed cows' hooves"."""
_MOST_APART = 6
"""A verb and what it was done with are less than so many words apart."""
_DONE_IN_SHORT_WORDS = """
built bought brought cut drew drove dug fed flew grew held hung kept laid led made ran read rode sold swept
taught took wrote
"""
_DONE_IN_SHORT = frozenset(_DONE_IN_SHORT_WORDS.split())
"""What was done, without -ed."""
_NO_KIND_WORDS = """
up down out off over back away not no it them him her he she they i we you who what how against around about
among beside behind near next between under above along both with without
"""
_NO_KIND = frozenset(_NO_KIND_WORDS.split())
"""Not the kind of a thing: "ran out of stock", "drove back"."""
_ARTICLES = frozenset(["the", "a", "an", "our", "their", "its", "my", "all", "these", "this", "your"])
_LINKS = _ARTICLES | {"of"}
_ENDS_WORDS = """
and or in for to with on at by from as is are was that which into across within using via through while when
per before after including so but
"""
_ENDS = _LINKS | frozenset(_ENDS_WORDS.split())
"""Words behind the last word of what is named: what stands before them is no part of a longer name."""
_OF_A_KIND = _ENDS - {"and", "or", "but", "so", "that", "which", "while", "when"}
"""Behind these a participle tells of what kind something is: "an integrated stock system"."""
_MOST_TURNED = 3
"""Words that what stands behind "of" has at most."""
_SEPARATED = Lazy(r"[^\w -]|  | - ")
_DONE = ("ed", "ing")
"""No half of a word, but something done: "cleaned rooms" is no cleanroom."""
_SHORTEST_JOINED = 5
"""Letters that a word written apart has at least, less one."""
_JOINS = frozenset({" ", "-", "\u2011"})
_LIST = frozenset(",;:|•")
_FUNCTION_WORDS = frozenset(
    ["all", "as", "at", "be", "by", "can", "in", "is", "lead", "of", "or", "to", "we"]
)
"""Never the first half of a word written apart: "as a" is no ASA, "can open" no CANopen, "lead work" no
leadwork."""
_NEVER_SECOND = frozenset(["a", "as", "is", "on", "or", "to", "we"])
"""Never the second half: "public contact or" has no contactor, "systems on the JVM" are no SystemOne."""
