"""Words of a posting that tell nothing of its work: with whom somebody works, whom a seller sells to, what
the employer is praised for and where it is."""

from bisect import bisect_left
from collections.abc import Iterator

from shared.matching.lazy import Lazy
from shared.matching.own_words import A_PERSON
from shared.matching.people import OTHERS, PEOPLE
from shared.matching.proper_names import plain_employer_names
from shared.matching.words import Words, stems_of

_WORKS_WORDS = """
work works working collaborate collaborates collaborating liaise liaises liaising partner partners partnering
interact interacts interacting coordinate coordinates coordinating communicate communicates communicating
"""
_WORKS = frozenset(_WORKS_WORDS.split())
"""What one does with colleagues."""
_BEFORE_WITH = 4
"""Words from that to "with": "works closely and effectively with"."""
_LIST = 14
"""Words of a list of colleagues at most."""
_BETWEEN = frozenset({" ", ", ", " & ", "/", " / ", "-"})
_LIST_WORDS = frozenset({"our", "the", "your", "and", "or", "other", "fellow", "a", "an", "all", "both"})
_BEHIND_A_LIST = frozenset({"on", "to", "in", "for", "at", "from", "who", "while", "when", "by", "as"})

_PRAISE = Lazy(
    r"(?:(?<![^\n.!*])|^)[ *_#•-]{0,6}(?:(?:proudly |recently |we (?:are|were) )?(?:voted|awarded|winners? "
    r"of|"
    r"(?:named|ranked|rated) (?:as |one of |among )?(?:the |a |an )?(?:best|top|great|#?\d))\b|"
    r"(?:top \d+|best(?: new)?) "
    r"(?:places?|restaurants?|bars?|hotels?|employers?|workplaces?|companies|firms?)\b)[^\n.!]{0,200}"
)
_PLACE = Lazy(
    r"\b(?:right (?:by|next to)|around the corner from|across (?:the street )?from|steps (?:away )?from|"
    r"located (?:on|at|near|next to)|a stone's throw from) [^\n.;!]{3,40}"
)
_ADDRESS = Lazy(
    r"\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive)\b"
)
_PRAISES = ("voted", "award", "winner", "named", "ranked", "rated", "top ", "best ")
_PLACES = ("right by", "right next", "corner from", "across ", "steps ", "located ", "stone's throw")
"""What these hold."""
_TOWN = Lazy(r"\b(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?), [A-Z]{2}\b")
_HEAD = 600
"""Characters of a posting in which it says where the job is."""

_CUSTOMERS_WORDS = """
hospitals clinics practices schools colleges universities restaurants hotels pharmacies laboratories labs
banks farms factories physicians doctors surgeons dentists nurses teachers chefs architects contractors
builders providers facilities retailers veterinarians clinicians practitioners pharmacists growers farmers
"""
_CUSTOMERS = frozenset(_CUSTOMERS_WORDS.split())
"""To whom things are sold: where and by whom other work is done."""


def asides(words: Words) -> list[tuple[int, int]]:
    """Stretches (first word, after the last) that tell of colleagues or of the employer's fame and place, in
    the order of the text; they may overlap. Linear in the length."""
    found = [*_colleagues(words), *_of_the_employer(words)]
    found.sort()
    return found


def _colleagues(words: Words) -> Iterator[tuple[int, int]]:
    plain = words.words
    for index in [index for index, word in enumerate(plain) if word == "with"]:
        if _WORKS.isdisjoint(plain[max(0, index - _BEFORE_WITH) : index]):
            continue
        last, unknown = index, 0
        for at in range(index + 1, min(len(plain), index + 1 + _LIST)):
            if words.text[words.ends[at - 1] : words.starts[at]] not in _BETWEEN:
                break
            if plain[at] in OTHERS or plain[at] in PEOPLE or _is_person(plain[at]):
                last, unknown = at, 0
            elif plain[at] not in _LIST_WORDS and not words.text[words.starts[at]].isupper():
                unknown += 1
                if unknown > 1 or plain[at] in _BEHIND_A_LIST:
                    break
        if last > index:
            yield index + 1, last + 1


def _is_person(word: str) -> bool:
    return len(word) > _SHORT and A_PERSON.search(word) is not None


_SHORT = 5
"""Letters of words that end as words for people do and are none: "other", "for"."""


def _of_the_employer(words: Words) -> Iterator[tuple[int, int]]:
    lower = words.lower
    found = list(_ADDRESS.finditer(words.text))
    if any(one in lower for one in _PLACES):
        found += _PLACE.finditer(lower)
    if any(one in lower for one in _PRAISES):
        found += _PRAISE.finditer(lower)
    for match in found:
        yield bisect_left(words.starts, match.start()), bisect_left(words.starts, match.end())


def names_of_the_head(words: Words) -> set[str]:
    """Stems of what the employer is called and of the town that stands at the head."""
    named = set(plain_employer_names(words))
    for match in _TOWN.finditer(words.text[:_HEAD]):
        named.update(stems_of(match["name"]))
    return named


def is_a_customer(word: str) -> bool:
    """Whether the lower-case word says to whom things are sold: "hospitals"."""
    return word in _CUSTOMERS or f"{word}s" in _CUSTOMERS
