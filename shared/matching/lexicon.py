"""Finding thousands of phrases in a text in one pass over its words.

A phrase is a tuple of stems. Words that are joined in one spelling and apart in another (``front-end``,
``frontend``, ``e commerce``) meet because a phrase of two words is also known by its joined form and two
words of
the text are also looked up joined.
"""

from collections.abc import Iterable, Iterator

from shared.matching.words import Words, stem, stems_of

type Entry = tuple[tuple[str, ...], int]
"""The stems after the first one, and the number of what was found."""


class Lexicon:
    """Phrases to numbers; ``find`` gives the longest phrase that starts at each word."""

    __slots__ = ("_first", "_joined")

    def __init__(self, phrases: Iterable[tuple[str, int]]) -> None:
        first: dict[str, dict[tuple[str, ...], int]] = {}
        joined: dict[str, int] = {}
        for phrase, number in phrases:
            stems = stems_of(phrase)
            if not stems:
                continue
            first.setdefault(stems[0], {}).setdefault(stems[1:], number)
            if len(stems) == 2 and min(map(len, stems)) > 1 and len(stems[0] + stems[1]) > 5:
                joined.setdefault(stem(stems[0] + stems[1]), number)
        for whole, number in joined.items():
            first.setdefault(whole, {}).setdefault((), number)
        self._first: dict[str, list[Entry]] = {
            head: sorted(rest.items(), key=lambda entry: -len(entry[0])) for head, rest in first.items()
        }
        self._joined = {head: entries[-1][1] for head, entries in self._first.items() if not entries[-1][0]}

    def find(self, words: Words) -> Iterator[tuple[int, int, int]]:
        """(first word, word after the last, number) in the order of the text, without overlaps."""
        stems = words.stems
        first = self._first
        joined = self._joined
        count = len(stems)
        free = 0
        for index in range(count):
            if index < free:
                continue
            entries = first.get(stems[index])
            if entries is not None:
                for rest, number in entries:
                    after = index + 1 + len(rest)
                    if not rest or tuple(stems[index + 1 : after]) == rest:
                        yield index, after, number
                        free = after
                        break
                if free > index:
                    continue
            if index + 1 < count and words.starts[index + 1] - words.ends[index] <= 2:
                whole = joined.get(stems[index] + stems[index + 1])
                if whole is not None and len(stems[index]) > 1:
                    yield index, index + 2, whole
                    free = index + 2
