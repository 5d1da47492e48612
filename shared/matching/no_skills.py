"""What no phrase of a posting can be: a degree, a place, people, an employer's name, a number."""

import re

from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.people import OTHERS
from shared.matching.phrase_items import ADVERB, NEVER_LAST, UNITS
from shared.matching.proper_names import NOT_SKILLS, employer_names, is_acronym
from shared.matching.with_others import WITH_OTHERS
from shared.matching.words import Words

_DEGREE_WORDS = """
apprenticeship bac baccalaureate bachelor bachelors bba bca bcom beng bhm bpt bsc bsn btech degree dipl
diploma doctorate gcse gcses ged graduation hbo highschool hnc hnd hsc leavingcert leavingcertificate llb
llm master masters mba mbo mca mcom meng mphil mpt msc msn mtech pgdm phd postgraduate ssc undergraduate wo
bsme bsee bsce bsche msme msee bscs mscs
"""
_DEGREES = frozenset(_DEGREE_WORDS.split())
_DEGREE_LETTERS = frozenset({"BA", "BS", "MA", "MS", "AA", "AS", "BE", "ME", "B", "M"})
_TO_A_SUPERIOR = Lazy(r"\breport(?:s|ing)? (?:directly )?(?:in)?to (?:the |our |a )?$")
"""Before the title of the one to whom one reports."""
_LONGEST_SUFFIX = 18
_SUFFIX = Lazy(
    r"\s*(?:foundation )?(?:ltd|limited|inc|llc|llp|plc|gmbh|corp|group|holdings|consulting|recruitment|"
    r"services|solutions|"
    r"company|university|college|council|trust)\b",
    re.I,
)
_WHOM_WORDS = """
adult adults callers children clientele clients colleagues customers families guests learners locals men
officers owners parents participants passengers patients people police pupils relatives reps residents staff
students tenants trainees visitors women
"""
_WHOM = frozenset(_WHOM_WORDS.split())
"""Those with whom and for whom one works, who are no skill."""
_NEVER_IN = frozenset("$£€%@")
_PARTICIPLE = Lazy(r"^[\w-]+ [a-z]+(?<!e)ed$")
"""The end of a clause: "addresses indicated"."""
_INSTITUTIONS = frozenset({"university", "school", "college", "faculty", "department", "ministry", "diocese"})
_SUPERIORS = frozenset({"director", "head", "president", "vp", "chief"})
_OF_A_CODE = frozenset({"conduct", "ethics"})
"""What every employer has a code of."""
_NO_NAME = Lazy(
    r"www\.|https?:|\.(?:com|org|edu|gov|co\.uk)\b|"
    r"^[ABC][12]\+?$|[a-z]{3}\.[A-Z]|^v?\d[\d.]*[a-z]?$|^\d{1,2}(?::\d\d)? ?(?:[ap]m|mins?|hrs?)$|_\d|"
    r"^\d{1,2}(?:st|nd|"
    r"rd|th)\b|^(?:AC|BA|CD|DD|DR|IN|LC|MS|SP|TT)(?:[1-9]0|99)$"
)
"""Addresses, levels of a language, two sentences run together, versions, and what may be noted in a driving
licence."""
_COUNT = Lazy(r"0\d+$|\d{1,3}$")
"""How many there are ("4 backend"), or the rest of a longer number ("1,000 plants")."""
_COUNTED = frozenset({"phase", "axis", "point", "way", "stage", "tier", "wire", "colour", "color", "part"})
_A_STATE = Lazy(r"(?<=, )(?:CO|FL|IL|KY|M[NOT]|N[CDEHJMVY]|OH|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b")
"""Behind a town: "in Dover, NH"."""
_A_TOWN = Lazy(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, \Z")
_WHAT_SOMEBODY_IS = Lazy(
    r"\b(?:(?:ability|able|needs?|expected|willing\w*) to be|must be|being|you(?:'re| are)|"
    r"who(?:'s| is| are)) (?:an? )?(?:\w+ly )?"
    r"(?:[\w-]+(?:, (?:and |& )?| and | & )){0,6}\Z"
)
"""Before a trait in a row of them: "you are calm, punctual and numerate"."""
_REACH = 80
_ALONE_WORDS = """
activities adherence alone analysis based breakdowns certificate certificates certification certifications
code commissioned communications computers conferences creation definition demeanor demeanour discrepancies
documents email emergency enhancements equipment errands fixed guidelines hardware identification ii iii
implementation indicators influencers insurances lab language languages licence licences license licenses
logs mail materials methodologies methodology mistake mistakes notes operating organization ownership
participation periodic plan plans practices pre principles procedure procedures processes products
profitability programmes programs project projects regulations report reports self-driven site solutions
sources stack standard standards system systems technologies technology terminology ticket tickets tools
trade-offs updates vendor vendors written
"""
_ALONE_NOTHING = UNITS | frozenset(_ALONE_WORDS.split())
"""With another word before them they are something: "forklift licence"."""


class NoSkills:
    """Tells what cannot be a skill in one posting, whatever else speaks for it."""

    def __init__(self, words: Words, title: set[str]) -> None:
        self.words, self.title = words, title
        self.ordinary = ordinary_words()
        self.names = employer_names(words)

    def holds(self, first: int, after: int) -> bool:
        """Whether the words ``first`` to ``after`` (exclusive) are none."""
        words = self.words
        stems, parts = words.stems[first:after], words.words[first:after]
        start, end = words.starts[first], words.ends[after - 1]
        text = words.text[start:end]
        if end - start < 2 or self.title.issuperset([stem for stem in stems if stem != "of"]):
            return True
        if self._is_by_its_words(parts, text) or _TO_A_SUPERIOR.search(
            words.lower, max(0, start - 28), start
        ):
            return True
        shown = words.shown(first, after)
        return (
            self._is_a_number(parts, shown)
            or self._is_somebody(parts, stems)
            or self._is_everyday(parts, stems, shown, text)
            or self._is_no_name(parts, text, start, end)
            or self._is_an_employer(parts, stems, shown, end)
        )

    def _is_by_its_words(self, parts: list[str], text: str) -> bool:
        """A degree, a place, an institution, a sum of money, or a word that needs others to be something."""
        alone = len(parts) == 1
        return (
            parts[-1] in NEVER_LAST
            or (alone and (parts[0] in _ALONE_NOTHING or len(parts[0]) == 1))
            or self.ordinary.places.issuperset(parts)
            or not _DEGREES.isdisjoint((*parts, "".join(parts)))
            or text in _DEGREE_LETTERS
            or (parts[0] in _INSTITUTIONS and parts[1:2] in (["of"], ["for"]))
            or (parts[0] in _SUPERIORS and parts[1:2] == ["of"])
            or (parts[-1] in _OF_A_CODE and "code" in parts)
            or not _NEVER_IN.isdisjoint(text)
        )

    def _is_a_number(self, parts: list[str], shown: list[str]) -> bool:
        """How many of something, or something with its number: "posting 300"."""
        if parts[-1].isdigit() and shown[0].islower():
            return True
        return _COUNT.match(parts[0]) is not None and not (
            len(parts) == 1 or is_acronym(shown[1]) or parts[1] in _COUNTED
        )

    def _is_somebody(self, parts: list[str], stems: list[str]) -> bool:
        """People with whom one works: "testers", "adults", "care staff"."""
        alone = len(parts) == 1
        if alone and parts[0] in OTHERS and stems[0] not in self.title:
            return True
        return parts[-1] in _WHOM and (alone or parts[0] not in WITH_OTHERS)

    def _is_everyday(self, parts: list[str], stems: list[str], shown: list[str], text: str) -> bool:
        """Words of everyday language, however they are written."""
        ordinary, alone = self.ordinary, len(parts) == 1
        if (alone and text in NOT_SKILLS) or ("best" in parts and parts[-1] in ("practice", "practices")):
            return True
        if (
            alone
            and len(text) > 3
            and text.isupper()
            and (
                stems[0] in ordinary.plain
                or stems[0] in ordinary.empty
                or parts[0] in ordinary.broken
                or parts[0] in ordinary.lead
            )
        ):
            return True
        return not ordinary.broken.isdisjoint(parts) and any(
            part in ordinary.broken and not one.isupper() for part, one in zip(parts, shown, strict=True)
        )

    def _is_no_name(self, parts: list[str], text: str, start: int, end: int) -> bool:
        """An address or a version, the end of a clause, or the abbreviation of what stands before it."""
        alone = len(parts) == 1
        if not text.replace(" ", "").isalpha() and _NO_NAME.search(text):
            return True
        if alone:
            return (
                _is_another_name(self.words.text, start, end)
                or self.words.lower.startswith((" you ", " you,", " you."), end)  # "we will train you"
                or self._is_a_trait_or_a_state(start, end)
            )
        return (parts[-1].endswith("ed") and _PARTICIPLE.search(text) is not None) or any(
            part.endswith("ly") and ADVERB.search(part) for part in parts
        )

    def _is_a_trait_or_a_state(self, start: int, end: int) -> bool:
        """What somebody shall be, and not have done: "calm, punctual"; or where it is: "Dover, NH"."""
        text, begin = self.words.text, max(0, start - _REACH)
        if text[start].islower():
            return not text.endswith("ing", start, end) and (
                _WHAT_SOMEBODY_IS.search(self.words.lower[begin:start]) is not None
            )
        return _A_STATE.match(text, start, end) is not None and _A_TOWN.search(text[begin:start]) is not None

    def _is_an_employer(self, parts: list[str], stems: list[str], shown: list[str], end: int) -> bool:
        """The employer's name or somebody's: "internal ABC policies", "Harrow Consulting"."""
        if shown[0][:1].isupper() and (stems[0] in self.names or parts[0] in self.ordinary.given):
            return True
        if any(one.isupper() and stem in self.names for one, stem in zip(shown, stems, strict=True)):
            return True
        text = self.words.text
        return (
            shown[-1][:1].isupper()
            and _SUFFIX.match(text, end, min(len(text), end + _LONGEST_SUFFIX)) is not None
        )


def _is_another_name(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation stands alone in brackets, behind what it stands for."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")" or not text[start:end].isupper():
        return False
    rest = text[start + 1 : end]
    before = text[max(0, start - 12 * len(rest)) : start - 2]
    for word in re.finditer(rf"\b{re.escape(text[start])}", before):
        letters = iter(before[word.end() :].upper())
        if all(letter in letters for letter in rest):
            return True
    return False
