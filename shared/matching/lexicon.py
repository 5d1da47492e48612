"""Finding thousands of phrases in a text in one pass over its words.

A phrase is a tuple of stems. Words that are joined in one spelling and apart in another (``front-end``,
``frontend``, ``e commerce``) meet because a phrase of two words is also known by its joined form and two
words of
the text are also looked up joined.
"""

from collections.abc import Iterable, Iterator

from shared.matching.words import Words, stem, stems_of

type ByLength = list[tuple[int, dict[tuple[str, ...], int]]]
"""The stems after the second one and what was found, by their number, longest first."""
type Head = tuple[int | None, dict[str, ByLength]]
"""What begins with one stem: the number of the stem alone, and longer phrases by their second stem."""


class Lexicon:
    """Phrases to numbers; ``find`` gives the longest phrase that starts at each word."""

    __slots__ = ("_halves", "_heads", "_joined")

    def __init__(self, phrases: Iterable[tuple[str, int]]) -> None:
        alone: dict[str, int] = {}
        longer: dict[str, dict[str, dict[int, dict[tuple[str, ...], int]]]] = {}
        joined: dict[str, int] = {}
        for phrase, number in phrases:
            stems = stems_of(phrase)
            if not stems:
                continue
            if len(stems) == 1:
                alone.setdefault(stems[0], number)
                continue
            seconds = longer.setdefault(stems[0], {})
            seconds.setdefault(stems[1], {}).setdefault(len(stems) - 2, {}).setdefault(stems[2:], number)
            if len(stems) == 2 and min(map(len, stems)) > 1 and len(stems[0] + stems[1]) > 5:
                joined.setdefault(stem(stems[0] + stems[1]), number)
        self._joined = joined | alone
        # What can be the first half of a word written apart.
        self._halves = {
            whole[:cut] for whole in self._joined if len(whole) > 5 for cut in range(2, len(whole) - 1)
        }
        nothing: dict[str, ByLength] = {}
        self._heads: dict[str, Head] = {head: (number, nothing) for head, number in self._joined.items()}
        for head, seconds in longer.items():
            by_length = {second: sorted(rests.items(), reverse=True) for second, rests in seconds.items()}
            self._heads[head] = (self._joined.get(head), by_length)

    def find(self, words: Words) -> list[tuple[int, int, int]]:
        """(first word, word after the last, number) in the order of the text, without overlaps."""
        if self not in words.phrases:
            words.phrases[self] = list(self._find(words))
        return words.phrases[self]

    def _find(self, words: Words) -> Iterator[tuple[int, int, int]]:
        stems, starts, ends, pairs = words.stems, words.starts, words.ends, words.pairs
        heads = self._heads.keys() & words.different
        wholes = self._joined.keys() & words.different_pairs
        last = len(stems) - 1
        free = 0
        for index in [
            index
            for index, (head, pair) in enumerate(zip(stems, pairs, strict=True))
            if head in heads or pair in wholes
        ]:
            if index < free:
                continue
            alone, longer = self._heads.get(stems[index], _NO_HEAD)
            if longer and index < last:
                for length, known in longer.get(stems[index + 1], ()):
                    after = index + 2 + length
                    number = known.get(tuple(stems[index + 2 : after]))
                    if number is not None and self._is_whole(words, index, after):
                        yield index, after, number
                        free = after
                        break
                if free > index:
                    continue
            if alone is not None:
                yield index, index + 1, alone
                free = index + 1
            elif (
                pairs[index] in wholes
                and index < last
                and starts[index + 1] - ends[index] <= 2
                and stems[index] in self._halves
            ):
                yield index, index + 2, self._joined[pairs[index]]
                free = index + 2

    def _is_whole(self, words: Words, first: int, after: int) -> bool:
        """Whether words that could be one phrase are not two items of a list: ``C#, .NET`` or ``C#/.NET``."""
        between = words.text[words.ends[first] : words.starts[first + 1]]
        if not between or between == " ":
            return True
        if any(character in _LIST for character in between):
            return False
        return "/" not in between or not (
            words.stems[first] in self._joined and self._is_phrase(words.stems[first + 1 : after])
        )

    def _is_phrase(self, stems: list[str]) -> bool:
        if len(stems) == 1:
            return stems[0] in self._joined
        _, longer = self._heads.get(stems[0], _NO_HEAD)
        rests = dict(longer.get(stems[1], ()))
        return tuple(stems[2:]) in rests.get(len(stems) - 2, {})


_NO_HEAD: Head = (None, {})
_LIST = frozenset(",;|•")
