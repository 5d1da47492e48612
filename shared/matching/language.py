"""Which language a text is written in, by its commonest words."""

from collections import Counter
from collections.abc import Sequence

_COMMON = {
    "en": "the and of to in for with a is on as at by from or you we our be will are this that",
    "de": "und der die das mit für im den von zu auf als bei sie wir eine ein ist des sowie oder nach",
    "fr": "et de la le les des en pour du une dans avec vous nous sur au est par votre aux ou chez",
    "es": "y de la el en los las para con del una por se su al como es nuestro o que más experiencia",
    "it": "e di il la per con del della che un una in le nel al si da dei",
    "pt": "e de o a os em para com do da uma no na por ao que dos das",
    "nl": "en de het van een in voor met op je is zijn bij wij naar aan ook",
    "pl": "i w na z do o oraz się dla jest od po przez za",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_ANY = frozenset().union(*_WORDS.values())
NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
}
_LEAST_SHARE = 0.06


def detect(words: Sequence[str]) -> str:
    """The code of the language (ISO 639-1), "" when there are too few common words to tell. Looks at 600
    words."""
    total = len(words)
    if total < 8:
        return ""
    counts = Counter(filter(_ANY.__contains__, words))
    shares = {
        language: sum([counts[word] for word in known if word in counts]) / total
        for language, known in _WORDS.items()
    }
    best = max(shares, key=lambda language: (shares[language], language))
    if shares[best] < _LEAST_SHARE:
        # A CV of bullets has few common words; English ones are told by any at all, others by no other's.
        if shares["en"] > 0.01 and shares["en"] >= shares[best]:
            return "en"
        others = max(share for language, share in shares.items() if language != best)
        return best if shares[best] >= _LEAST_SHARE / 2 and shares[best] >= 3 * others else ""
    if shares["en"] >= shares[best] - 0.01:
        return "en"
    return best
