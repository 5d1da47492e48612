"""Finding thousands of phrases in a text in one pass over its words.

A phrase is a tuple of stems. Words that are joined in one spelling and apart in another (``front-end``,
``frontend``, ``e commerce``) meet because a phrase of two words is also known by its joined form and two
words of
the text are also looked up joined.
"""

from collections.abc import Iterable, Iterator

from shared.matching.words import Words, stem, stems_of

type ByLength = list[tuple[int, dict[tuple[str, ...], int]]]
"""The stems after the first one and what was found, by their number, longest first."""


class Lexicon:
    """Phrases to numbers; ``find`` gives the longest phrase that starts at each word."""

    __slots__ = ("_first", "_halves", "_heads", "_joined")

    def __init__(self, phrases: Iterable[tuple[str, int]]) -> None:
        first: dict[str, dict[int, dict[tuple[str, ...], int]]] = {}
        joined: dict[str, int] = {}
        for phrase, number in phrases:
            stems = stems_of(phrase)
            if not stems:
                continue
            first.setdefault(stems[0], {}).setdefault(len(stems) - 1, {}).setdefault(stems[1:], number)
            if len(stems) == 2 and min(map(len, stems)) > 1 and len(stems[0] + stems[1]) > 5:
                joined.setdefault(stem(stems[0] + stems[1]), number)
        for whole, number in joined.items():
            first.setdefault(whole, {}).setdefault(0, {}).setdefault((), number)
        self._first: dict[str, ByLength] = {
            head: sorted(rests.items(), reverse=True) for head, rests in first.items()
        }
        self._joined = {head: rests[0][()] for head, rests in first.items() if 0 in rests}
        # What can be the first half of a word written apart: spares most words the second look.
        self._halves = {
            whole[:cut] for whole in self._joined if len(whole) > 5 for cut in range(2, len(whole) - 1)
        } - _FUNCTION_WORDS
        self._heads = self._first.keys() | self._halves

    def find(self, words: Words) -> Iterator[tuple[int, int, int]]:
        """(first word, word after the last, number) in the order of the text, without overlaps."""
        stems, starts, ends = words.stems, words.starts, words.ends
        first, joined, halves, heads = self._first, self._joined, self._halves, self._heads
        last = len(stems) - 1
        free = 0
        for index in [index for index, head in enumerate(stems) if head in heads]:
            if index < free:
                continue
            head = stems[index]
            rests = first.get(head)
            if rests is not None:
                for length, known in rests:
                    after = index + 1 + length
                    number = known.get(tuple(stems[index + 1 : after]))
                    if number is not None and (not length or self._is_whole(words, index, after)):
                        yield index, after, number
                        free = after
                        break
                if free > index:
                    continue
            if head in halves and index < last and starts[index + 1] - ends[index] <= 2:
                number = joined.get(head + stems[index + 1])
                if number is not None:
                    yield index, index + 2, number
                    free = index + 2

    def _is_whole(self, words: Words, first: int, after: int) -> bool:
        """Whether words that could be one phrase are not two items of a list: ``C#, .NET`` or ``C#/.NET``."""
        between = words.text[words.ends[first] : words.starts[first + 1]]
        if not between or between == " ":
            return True
        if any(character in _LIST for character in between):
            return False
        return "/" not in between or not (
            self._joined.get(words.stems[first]) is not None
            and any(
                length == after - first - 2 and tuple(words.stems[first + 2 : after]) in known
                for length, known in self._first.get(words.stems[first + 1], ())
            )
        )


_LIST = frozenset(",;|•")
_FUNCTION_WORDS = frozenset(["as", "at", "be", "by", "in", "is", "of", "or", "to", "we"])
"""Never the first half of a word written apart: "as a" is no ASA, "in designing" no InDesign."""
