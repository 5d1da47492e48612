"""Words that run into each other where a posting lost a line break: "in your areaDaily support".

Names are written so as well ("openSUSE", "PowerPoint"), so both words must be ordinary ones, and words that
begin with a capital are told apart only in a text that glues others.
"""

from collections import Counter

from shared.matching.frequency import is_listed
from shared.matching.lazy import Lazy
from shared.matching.memo import Memo
from shared.matching.ordinary import ordinary_words
from shared.matching.skills import skill_table
from shared.matching.words import Words, stem

_SEAM = Lazy(
    r"[A-Z](?:(?<=[a-z]{3}.)|(?<=[a-z]\).)|(?<=[A-Z]{3}.)(?=[a-z]{2}))(?:[a-z]+|[A-Z]+|\.[A-Z]\.)"
    r"(?![A-Za-z\d@]|\.[a-z])",
    many=True,
)
_A_TOOL = Lazy(r"[A-Z](?<=[a-z]{4}.)[a-z]{2,12}[A-Z]{2,4}(?![A-Za-z\d@]|\.[a-z])", many=True)
"""A name with capitals at its end right behind a word: ``as an assistantAutoCAD is used``."""
_LONGEST = 20
_LEFT = Lazy(r"[A-Za-z]+\Z")
_SHORT, _LONG = 4, 6
"""Letters of the first word from which it is enough that it is ordinary, or else the second."""
_OF_A_NOUN = ("tions", "ments", "ings", "nesses", "ities")
"""Ends of a word, and of no first half of a name: "reconciliationsAccrual"."""
_SHORTEST = 3
"""Letters of a second word that is no abbreviation."""
GLUED_THROUGHOUT = 3
_GLUED_STOP = Lazy(r"[.!?](?<=[a-z]{4}.)(?=[A-Z][a-z]+ [a-z]{2})")
"""A sentence that follows another without a space: ``a plus.Experience with tills``."""
_OF_A_NAME = 4
"""Letters from which a name is told from a word that it may begin."""
_SURE = Lazy(r"[A-Z](?:(?<=[A-Za-z]'s[A-Z])|(?<=\d\.\d[A-Z])|(?<= [12]\d\d\d[A-Z]))(?=[a-z]{2})")
"""Behind a version, a year and an "'s" no word goes on: ``8.0JavaScript``, ``2016Web``, ``API'sDeep``."""


_BEGIN_WORDS = "if you we must please this these our what who why when how so experience ability pluses"
_BEGIN = frozenset(_BEGIN_WORDS.split())
"""Words with which a sentence begins and hardly a name ends: "HadoopIf you know Spark"."""


def _is_ordinary(word: str) -> bool:
    words, one = ordinary_words(), stem(word)
    return is_listed(one) or one in words.plain or one in words.empty or word in words.lead


ordinary = Memo(_is_ordinary, most=10_000).__getitem__
"""Whether a word in small letters is an ordinary one."""


def _names_something(word: str) -> bool:
    return bool(skill_table().lexicon.find(Words(word, word.lower())))


def _is_all_of_a_name(text: str) -> bool:
    words = Words(text, text.lower())
    return any(after - first == len(words) for first, after, _ in skill_table().lexicon.find(words))


_is_name = Memo(_is_all_of_a_name, most=10_000).__getitem__


_OF_TWO = Lazy(r"\b[A-Z][a-z]+[A-Z][a-z]+\b")
_OFTEN = 3


def names_of_two(text: str) -> set[str]:
    """What ``text`` writes as one word of two again and again: names, in which no break was lost."""
    return {name for name, times in Counter(_OF_TWO.findall(text)).items() if times >= _OFTEN}


def is_glued(text: str) -> bool:
    """Whether words run into each other throughout ``text``."""
    plain = seams(text)[0]
    return len(plain) + len(_GLUED_STOP.findall(text)) >= GLUED_THROUGHOUT


def glued_apart(text: str, *, throughout: bool = False) -> str:
    """``text`` with a line break between words that lost theirs, those with a capital only where words are
    glued ``throughout``. Linear."""
    plain, capital = seams(text)
    capital += [match.start() for match in _SURE.finditer(text)]
    breaks = sorted(plain + capital) if throughout or len(plain) >= GLUED_THROUGHOUT else plain
    return "\n".join(text[low:high] for low, high in zip([0, *breaks], [*breaks, len(text)], strict=True))


def seams(text: str) -> tuple[list[int], list[int]]:
    """Where words run into each other: behind small letters alone, and behind a word with a capital."""
    plain: list[int] = []
    capital: list[int] = []
    names = names_of_two(text)
    for match in _SEAM.finditer(text):
        at, right = match.start(), match[0].lower()
        if text[at - 1] == ")":
            if len(right) >= _SHORT and "(" not in text[max(0, at - _SHORT - 1) : at]:  # "(Re)Insurance"
                plain.append(at)
            continue
        left = _LEFT.search(text[max(0, at - _LONGEST) : at])
        if left is None:
            continue
        if len(right) < _SHORTEST and right not in _BEGIN and not text[at : match.end()].isupper():
            continue  # LinkedIn
        begin = max(index for index, letter in enumerate(left[0]) if index == 0 or letter.isupper())
        word = left[0][begin:]
        if word[0].islower():
            if _are_two(word, right) and not _names_something(word + right):
                plain.append(at)
        elif left[0] + match[0] in names:
            continue
        elif not begin and right in _BEGIN and text[match.end() : match.end() + 1] in (" ", ",", "'"):
            plain.append(at)
        elif _are_names(left[0], match[0], plainly=not begin):
            capital.append(at)
    for match in _A_TOOL.finditer(text):
        left = _LEFT.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if left and left[0].islower() and ordinary(left[0]) and _is_name(match[0]):
            plain.append(match.start())
    return sorted(plain), capital


def _are_names(left: str, right: str, *, plainly: bool) -> bool:
    """Whether two words that begin with a capital are no name together, though each is one or is ordinary
    ("OracleScripting"). The left one is ``plainly`` one word if it has no capital within."""
    return (
        ((plainly and ordinary(left.lower())) or _is_name(left))
        and (
            ordinary(right.lower())
            or _is_name(right)
            or (
                plainly
                and min(len(left), len(right)) >= _OF_A_NAME
                and right[1:].islower()
                and _is_name(left)
            )
        )
        and not _is_name(left + right)
        and not _is_name(f"{left} {right}")
    )


def _are_two(left: str, right: str) -> bool:
    if ordinary(left):
        return len(left) >= _SHORT or ordinary(right)
    return len(left) >= _LONG and (ordinary(right) or (len(right) >= _SHORT and left.endswith(_OF_A_NOUN)))
