"""Plain scorers to compare with, on the same pairs: no list of skills, no reading of dates, words alone.

Own small implementations, because none of the app's dependencies brings one; each follows its source.
"""

import math
import re
from collections import Counter
from itertools import pairwise

_WORD = re.compile(r"[a-z0-9+#.]+")
_STOP_WORDS = """
the a an and or of in on at to for with by from as is are was were be been we you our your will this that it its
have has us who
"""
_STOP = frozenset(_STOP_WORDS.split())
K1, B = 1.2, 0.75


def words(text: str) -> list[str]:
    """Lower-case words without the commonest; C++, C# and .NET stay whole."""
    return [word for raw in _WORD.findall(text.lower()) if (word := raw.strip(".")) and word not in _STOP]


def _features(text: str) -> Counter[str]:
    single = words(text)
    return Counter([*single, *(f"{one} {two}" for one, two in pairwise(single))])


class Baselines:
    """Document frequencies are those of ``texts``, the CVs and postings of the pairs compared."""

    def __init__(self, texts: list[str]) -> None:
        self.count = len(texts)
        self.frequency: Counter[str] = Counter(feature for text in texts for feature in _features(text))
        self.length = sum(len(words(text)) for text in texts) / len(texts)
        self._vectors: dict[str, dict[str, float]] = {}

    def _vector(self, text: str) -> dict[str, float]:
        known = self._vectors.get(text)
        if known is None:
            weights = {
                feature: (1 + math.log(count))
                * (math.log((1 + self.count) / (1 + self.frequency[feature])) + 1)
                for feature, count in _features(text).items()
            }
            norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            known = self._vectors[text] = {feature: weight / norm for feature, weight in weights.items()}
        return known

    def tfidf(self, cv: str, posting: str) -> float:
        """Cosine of TF-IDF vectors over words and word pairs: logarithmic term frequency, smoothed inverse
        document frequency (Salton and Buckley 1988)."""
        left, right = self._vector(posting), self._vector(cv)
        return sum(weight * right[feature] for feature, weight in left.items() if feature in right)

    def bm25(self, cv: str, posting: str) -> float:
        """The posting as query, the CV as document (Robertson and Zaragoza 2009)."""
        counts = Counter(words(cv))
        size = sum(counts.values()) / self.length
        score = 0.0
        for word in set(words(posting)):
            if count := counts.get(word):
                idf = math.log(1 + (self.count - self.frequency[word] + 0.5) / (self.frequency[word] + 0.5))
                score += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * size))
        return score

    def overlap(self, cv: str, posting: str) -> float:
        """Share of the posting's words that the CV holds, too."""
        wanted = set(words(posting))
        return len(wanted & set(words(cv))) / max(1, len(wanted))
