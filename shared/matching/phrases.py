"""Requirements that the skill table does not know: names and noun phrases of the posting itself."""

import re

from shared.matching.frequency import tellingness
from shared.matching.sections import Sections
from shared.matching.words import WORD, Words, stem

MOST_PHRASES = 14
_NAME = re.compile(
    r"(?<![.\w])(?:[A-Z][\w+#.]*[A-Z0-9+#][\w+#]*|[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2})(?![\w@])"
)
_CUE = re.compile(
    r"\b(?:experience (?:of|with|in|using)|knowledge of|understanding of|familiar(?:ity)? with|background in|expertise in|proficien(?:t|cy) (?:in|with)|skilled in|trained in|"
    r"competent (?:in|with)|certified in|qualification in|ability to use|use of|working with|exposure to)\s(?P<what>[^.;:\n()]{3,120})"
)
_LIST = re.compile(r"\s*(?:,|/| and | or |&|\band/or\b)\s*")
_STOP_AT = re.compile(
    r"\s(?:in|for|with|to|at|on|is|are|from|within|would|will|as|such|including|that|which|by|into|across|through|we|you|where|who|gained|using|preferred|required|desirable|essential|is)\b.*"
)
_LEAD = re.compile(
    r"^(?:the|a|an|any|some|strong|good|proven|relevant|similar|other|all|both|modern|excellent|basic|working|solid|previous|demonstrable|extensive|in-depth|hands-on|your|our|their|related|current|various|different|e\.g\.|at least|one of)\s+"
)


def find_phrases(
    words: Words,
    spans: list[tuple[int, int]],
    kinds: list[str],
    sections: Sections,
    taken: list[tuple[int, int]],
    title: set[str],
) -> list[tuple[str, int]]:
    """(phrase, number of its sentence), first seen first; nothing of what stands at ``taken``."""
    text, lower = words.text, words.lower
    covered = sorted(taken)
    found: dict[tuple[str, ...], tuple[str, int]] = {}

    def overlaps(start: int, end: int) -> bool:
        return any(low < end and start < high for low, high in covered)

    def keep(start: int, end: int, number: int) -> None:
        phrase = text[start:end].strip(" .,-'\"*_")
        stems = tuple(stem(match[0]) for match in WORD.finditer(phrase.lower()))
        if not 0 < len(stems) <= 4 or len(found) >= MOST_PHRASES * 3 or stems in found or set(stems) <= title:
            return
        if max(tellingness(part) for part in stems) < 0.6 or overlaps(start, end):
            return
        found[stems] = (phrase, number)

    for number, (start, end) in enumerate(spans):
        if kinds[number] == "boilerplate" or len(found) >= MOST_PHRASES:
            continue
        asking = kinds[number] in ("required", "preferred")
        for match in _CUE.finditer(lower, start, end):
            base = match.start("what")
            position = 0
            what = match["what"]
            for part in _LIST.split(what):
                at = what.find(part, position)
                position = at + len(part)
                kept = _STOP_AT.sub("", part)
                lead = _LEAD.match(kept)
                skip = lead.end() if lead else 0
                if 2 < len(kept) - skip < 40:
                    keep(base + at + skip, base + at + len(kept), number)
        if asking or kinds[number] == "duties":
            for match in _NAME.finditer(text, start, end):
                first_word = not text[start : match.start()].strip(" •-*#_\"'")
                if first_word and not any(
                    character.isupper() or character.isdigit() for character in match[0][1:]
                ):
                    continue
                if len(match[0]) > 2 and (asking or any(character.isupper() for character in match[0][1:])):
                    keep(match.start(), match.end(), number)
    return list(found.values())[:MOST_PHRASES]
