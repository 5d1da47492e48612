"""What a skill of the table is called in a result: by its name, or by the posting's own word where that says
something else ("masonry" for Stonemasonry, "DNS" for DNS and DHCP)."""

from collections.abc import Iterable

from shared.matching.duty_verbs import duty_verbs
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.words import WORD, stems_of

_LONGEST = 48
_LEAST_TOLD = 0.3
"""Tellingness of what is left without a verb; what tells less is of any work."""
_PART = Lazy(r"[^\W_]+")
_COUNTED = Lazy(r"\bof \d+$")
A_PERSON = Lazy(r"(?:ers?|ors?|ists?|ians?|eers?|[a-z]ants?|persons?|people|m[ae]n|nurses?|staff)$")
"""Ends of words for people: "arborist" is no experience."""


def own_words(name: str, said: Iterable[str]) -> str | None:
    """The first of ``said``, the posting's words for the skill ``name``, if none of them says the name."""
    first: str | None = None
    for words in said:
        if _says(words, name):
            return None
        first = first or words
    if first is None or "\n" in first or len(first) > _LONGEST or A_PERSON.search(first.lower()):
        return None
    parts = WORD.findall(first.lower())
    verb, _, thing = first.partition(" ")
    if thing and verb.lower() in duty_verbs() and set(stems_of(thing)).isdisjoint(stems_of(name)):
        if max(map(tellingness, stems_of(thing))) < _LEAST_TOLD:
            return None  # "lead management"
        first, parts = thing, parts[1:]  # "read blueprints"
    if not parts or not duty_verbs().isdisjoint((parts[0], parts[-1])) or _COUNTED.search(first):
        return None  # "lead staff" and "line manage" are no names
    return first


def _says(words: str, name: str) -> bool:
    """Whether ``words`` hold the name in any order, or shorten it."""
    if set(stems_of(name)) - {"and"} <= set(stems_of(words)):
        return True
    short = words[:-1] if words[-1:] == "s" and words[:-1].isupper() else words
    letters = [letter for letter in short.lower() if letter.isalpha()]
    if not letters or " " in words or (words.islower() and words.isalpha()):
        return False
    parts = _PART.findall(name.lower())
    rest = iter(parts[0] if len(parts) == 1 else [part[0] for part in parts])
    return parts[0][0] == letters[0] and all(letter in rest for letter in letters)
