"""A quote counts only if it is in the CV.

Models retype: they straighten quotes, join hyphenated words, change case and spacing. So both sides are
compared without white space, hyphens, quotation marks, bullets and invisible characters, in compatibility
form (ligatures taken apart) and without case; what is kept as evidence is the CV's own substring, found by
its offsets.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shared.matching.latex import printed

MIN_TELLING = 3
"""Letters beside filler words and headings that a quote needs: "the" or "Experience" proves nothing."""

MAX_QUOTE = 600
"""Characters of a quote that are looked up; a longer one is not a quote but a copy."""

MAX_EVIDENCE = 300
"""Characters of one piece of evidence; a longer substring is cut at a word."""

_OCCURRENCES = 40
"""Places of one quote that are tried before it is given up."""

_IGNORED = (
    r"\s\-‐‑‒–—―−⁃'\"‘’‚‛“”„‟«»‹›`´*•●▪■◦○◆►▶‣∙·|_\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2069\ufeff\ufe00-\ufe0f"
)
_KEPT = re.compile(f"[^{_IGNORED}]+")
_ELLIPSIS = re.compile(r"\s*(?:\[?\.{3,}\]?|\[?…\]?)\s*")
_LETTERS = re.compile(r"[^\W\d_]+")
_FILLER_WORDS = """
    a an the and or of in on at to for with by from as is are was were be been has have had i my me
    we our you your he she it its this that these those not no yes all any both each more most other
    some such than then so very experience experiences skills skill education summary profile work
    professional employment history references languages curriculum vitae resume résumé cv page
    objective interests contact january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec present current years year
    months month der die das und oder von im am zu für mit ein eine berufserfahrung ausbildung
    kenntnisse lebenslauf le la les de des du et ou un une en au aux pour avec expérience formation
    compétences el los las y o del una para con experiencia educación
"""
_FILLER = frozenset(_FILLER_WORDS.split())
_NEGATION = re.compile(
    r"\b(?:no|not|never|without|lacks?|lacking|none|neither|nor|cannot|can['’]?t|don['’]?t|didn['’]?t|haven['’]?t"
    r"|(?:willing|eager|want(?:ing)?|keen|hop(?:e|ing)|plan(?:ning)?) to learn|yet to"
    r"|kein(?:e|en|er|em)?|nicht|nie|ohne|pas de|aucune?|sans|jamais|ninguna?|sin|nunca)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.;:!?\n\r•|]|,\s(?:but|aber|mais|pero)\s")
_NEGATION_REACH = 60


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim piece of the CV: ``cv_text[start:end] == text``."""

    text: str
    start: int
    end: int


class Grounding:
    """The CV prepared for looking quotes up; building it and each look-up are linear in its length.

    ``excluded``: spans of the CV that may not serve as evidence, such as text that addresses the model.
    """

    def __init__(self, cv_text: str, excluded: Iterable[tuple[int, int]] = ()) -> None:
        self._source = cv_text
        self._excluded = sorted(excluded)
        self._squeezed, self._at, self._origin = _squeeze(printed(cv_text))

    def find(self, quote: str) -> list[Evidence]:
        """What of the CV the quote stands for; empty if it is not there or says nothing.

        A quote with an ellipsis is found when every part is, in order; each part is then its own evidence.
        """
        if len(quote) > 2 * MAX_QUOTE:
            return []
        found: list[Evidence] = []
        after = 0
        for part in _ELLIPSIS.split(quote):
            if not part.strip(" .,;:!?"):
                continue
            evidence = self._find_part(part, after)
            if evidence is None:
                return []
            found.append(evidence)
            after = evidence.end
        return found

    def negated(self, evidence: Evidence) -> bool:
        """True if the clause around the quote denies it: "no experience with …", "willing to learn …"."""
        before = self._source[max(0, evidence.start - _NEGATION_REACH) : evidence.start]
        breaks = list(_CLAUSE.finditer(before))
        clause = before[breaks[-1].end() :] if breaks else before
        return bool(_NEGATION.search(clause + evidence.text))

    def _find_part(self, part: str, after: int) -> Evidence | None:
        bare = part.strip().rstrip(".,;:!?")
        if not is_telling(bare):
            return None
        needle = _squeeze(bare)[0]
        if not needle or len(needle) > MAX_QUOTE:
            return None
        at = -1
        for _ in range(_OCCURRENCES):
            at = self._squeezed.find(needle, at + 1)
            if at < 0:
                return None
            start, end = self._original(at), self._original(at + len(needle) - 1) + 1
            if start >= after and self._whole_words(start, end) and not self._is_excluded(start, end):
                return self._cut(start, end)
        return None

    def _original(self, position: int) -> int:
        index = bisect_right(self._at, position) - 1
        return self._origin[index] + (position - self._at[index])

    def _whole_words(self, start: int, end: int) -> bool:
        text = self._source
        starts = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        ends = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
        return starts and ends

    def _is_excluded(self, start: int, end: int) -> bool:
        index = bisect_right(self._excluded, (end,)) - 1
        return index >= 0 and self._excluded[index][1] > start

    def _cut(self, start: int, end: int) -> Evidence:
        while end < min(len(self._source), start + MAX_EVIDENCE) and unicodedata.combining(self._source[end]):
            end += 1
        if end - start > MAX_EVIDENCE:
            space = max(
                self._source.rfind(mark, start + MAX_EVIDENCE // 2, start + MAX_EVIDENCE) for mark in " \n"
            )
            end = space if space > 0 else start + MAX_EVIDENCE
        return Evidence(self._source[start:end], start, end)


def is_telling(quote: str) -> bool:
    """At least ``MIN_TELLING`` letters beside filler words, headings and months."""
    telling = 0
    for word in _LETTERS.finditer(quote):
        if word[0].casefold() not in _FILLER:
            telling += len(word[0])
            if telling >= MIN_TELLING:
                return True
    return False


def shares_word(quote: str, requirement: str) -> bool:
    """True if a telling word of the requirement, by its first five letters, occurs in the quote."""

    def stems(text: str) -> set[str]:
        plain = unicodedata.normalize("NFKC", text).casefold()
        return {
            word[:5] for word in _LETTERS.findall(plain) if word not in _FILLER and len(word) >= MIN_TELLING
        }

    return bool(stems(quote) & stems(requirement))


def _squeeze(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """``text`` as it is compared, and the way back: where its runs start there and in ``text``."""
    pieces: list[str] = []
    at: list[int] = []
    origin: list[int] = []
    length = 0
    for match in _KEPT.finditer(text):
        run = match[0]
        if run.isascii():
            pieces.append(run.lower())
            at.append(length)
            origin.append(match.start())
            length += len(run)
            continue
        for offset, character in enumerate(run, match.start()):
            plain = _plain(character)
            for _ in plain:
                at.append(length)
                origin.append(offset)
                length += 1
            pieces.append(plain)
    return "".join(pieces), at, origin


def _plain(character: str) -> str:
    """Compatibility form, casefolded, without combining marks that decomposition would split off."""
    if unicodedata.combining(character):
        return ""
    folded = unicodedata.normalize("NFKD", character).casefold()
    return "".join(mark for mark in folded if not unicodedata.combining(mark))
