"""Requirements that the skill table does not know, in the posting's own words.

Two sources: the items of the lists in which a posting says what it asks for ("load flow, arc flash; IEC
standards"), and
telling words of the posting's own occupation wherever its duties name them.
"""

import re
from collections.abc import Iterable

from shared.matching.asking import Asking
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.proper_names import acronyms, employer_names
from shared.matching.words import Words, stem, stems_of

MOST_PHRASES = 30
LEAST_WORD, LEAST_PHRASE = 1.5, 0.8
"""Least weight of a telling word, and of a phrase, of the occupation to stand for a requirement."""
_SPLIT = Lazy(
    r"\s*(?:[,;:()\[\]•|!?\"“”]|\.(?=\s|$)|/(?=[a-z ]{3})| - |--|\band\b|\bor\b|&(?= )|\bplus\b|\bsuch as\b|"
    r"\be\.g\.|\bi\.e\.|\bincluding\b|\betc\b|\bas well as\b|\bideally\b|\bpreferably\b|\bwhile\b)\s*"
)
_LEAD = Lazy(
    r"^(?:\W+|(?:the|a|an|any|some|your|our|their|its|this|these|one|all|both|two|three|at least|minimum(?: "
    r"of)?|min|up to date|"
    r"strong|good|great|proven|added|solid grounding|grounding|foundation|grasp|command|"
    r"relevant|similar|other|excellent|basic|working|solid|previous|prior|"
    r"demonstrable|demonstrated|extensive|in-depth|"
    r"hands[- ]on|related|current|currently|various|different|recent|valid|full|clean|active|sound|"
    r"practical|professional|deep|thorough|advanced|"
    r"significant|substantial|commercial|industry|equivalent|recognised|recognized|detailed|broad|real|"
    r"exceptional|outstanding|general|"
    r"must|should|will|you|ll|ve|re|bring|we|need|have|has|having|hold|holding|be|being|is|are|able|ability|"
    r"to|can|who|with|of|in|on|for|as|at|by|from|into|using|use|used|"
    r"experienced?|exposure|expertise|knowledge|understanding|familiar|familiarity|proficien(?:t|cy)|"
    r"skilled|skills?|background|competen(?:t|ce|cy)|comfortable|confident|"
    r"qualified|certified|trained|training|certifi(?:cate|cation|ed)|qualification|degree|bachelor's|"
    r"master's|diploma|track record|"
    r"working|work|worked|know|knows|want|like|love|required|essential|preferred|desirable|nice|bonus|"
    r"advantage|ideal|"
    r"\d+\+?(?:\s?(?:-|to)\s?\d+)?\+?\s*(?:years?'?|yrs?|months?)|years?|one of|level of|understands?|"
    r"awareness|appreciation|interest|passion|record|"
    r"manage|managing|lead|leading|ensure|ensuring|provide|providing|support|supporting|assist|assisting|"
    r"deliver|delivering|maintain|maintaining|develop|developing|"
    r"create|creating|build|building|prepare|preparing|perform|performing|conduct|conducting|handle|"
    r"handling|review|reviewing|run|running|write|writing|make|making|"
    r"oversee|overseeing|coordinate|coordinating|carry out|carrying out|undertake|undertaking|complete|"
    r"completing|operate|operating|monitor|monitoring|own|drive|driving|design|designing|implement|"
    r"implementing|"
    r"other|new|daily|weekly|monthly|day-to-day|own|more|most|also|especially|particularly|mainly|"
    r"e\.g)(?=\W|$)\s*)+"
)
_STOP_AT = Lazy(
    r"\s(?:in|for|with|to|at|on|is|are|from|within|would|will|as|that|which|by|into|across|through|we|you|"
    r"where|who|gained|using|preferred|required|desirable|"
    r"essential|advantageous|an advantage|a plus|a must|a bonus|helpful|useful|welcome|experience|knowledge|"
    r"background|skills?|desired|needed|of at least|certified|under|during|when|if|per|between|about|around|"
    r"over|than|not|it|they|their|our|your|be|been|can|must|should|may|has|have|had|was|were)\b.*"
)
_NO_SKILL_WORDS = """
enthusiasm grit curiosity coachability patience patient empathy humour humor honesty reliability
integrity flair energy drive resilience attitude willingness initiative punctual punctuality calm
confidence judgement judgment discretion tact diplomacy warmth kindness compassion stamina smile
personality mindset hunger hungry commitment passion ambition motivation professionalism maturity
sense temperament ownership pride transport car vehicle holiday salary bonus pension hours shift
weekend night evening pay rate day week month start asap contract location hybrid remote office site
team company client candidate applicant employer employee opportunity role job position vacancy
email cv resume cover letter phone interview reference visa sponsorship relocation lift pound lb kg
stand feet walk hear sight physical person people someone year experience skill knowledge ability
degree environment sector industry field level standard quality equal race gender religion age
disability benefit eoe url http www thing lot mind hand head eye heart life world way work life
friend fun box tick member colleague staff user customer supervisor manager director boss line
detail problem solution immediate notice period thanks regards reason note higher better ready close
acceptable alternative pass place season looking equity caseload statement apprenticeship vacation
process lunch exp ctc share writing parent fashion joke additional travelers traveler installation
first last next part side option choice interest family health care insurance free bonus allowance
scheme discount parking meal uniform training onboarding culture value mission something anything
everything nothing everyone anyone nobody cut advantage qualification advantage total relevant
preference mandatory summary wfo willingness ability flexibility availability shift rota team member lead
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday due opinion another wish governors
"""
_NO_SKILL = frozenset(_NO_SKILL_WORDS.split())
_STOPWORDS = frozenset(stem(word) for word in _NO_SKILL)
_FUNCTION = Lazy(
    r"\b(?:you|your|we|our|us|i|they|them|their|he|she|it|its|who|that|this|those|these|there|what|when|how|"
    r"why|will|would|well|enough|put|since|towards?|comparable|only|even|just|like|should|must|can|could|"
    r"may|is|are|was|were|be|been|have|has|had|not|no|if|because|the|"
    r"than|then)\b"
)
_DEGREE = Lazy(
    r"\b(?:degree|diploma|[bm]\.?sc|[bm]\.?eng|b\.?tech|m\.?tech|mba|ph\.?d|ged|gcses?|bachelor|master|"
    r"high school|bsn|msn|postgraduate|undergraduate|post-qualif\w+|graduation)\b"
)
_DEGREES = frozenset({"BA", "BS", "MA", "MS", "AA", "AS", "BE", "ME"})
_QUALITY = Lazy(r"(?:al|ive|ous|able|ible|ful|less|ed|ly|ent|ant)$", re.I)
"""A single word with such an end says how something is, not what it is."""
_NAME = Lazy(r"[A-Z]|\d")
_SUFFIX = Lazy(
    r"\s*(?:ltd|limited|inc|llc|plc|gmbh|corp|group|holdings|consulting|recruitment|services|solutions|"
    r"company)\b",
    re.I,
)


def _candidates(lower: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The items of a sentence without what leads up to them and what follows."""
    position = start
    while position <= end:
        separator = _SPLIT.search(lower, position, end)
        stop = separator.start() if separator else end
        part = lower[position:stop]
        lead = _LEAD.match(part)
        skip = lead.end() if lead else 0
        kept = _STOP_AT.sub("", " " + part[skip:])[1:].rstrip(" .-'*_–")
        if kept:
            yield position + skip, position + skip + len(kept)
        if separator is None:
            return
        position = max(separator.end(), position + 1)


def find_phrases(
    words: Words,
    asking: Asking,
    taken: list[tuple[int, int]],
    title: set[str],
    families: set[int],
) -> list[tuple[str, int]]:
    """(phrase, where it stands), first seen first; nothing of what stands at ``taken``.

    ``families`` are those of the posting: their telling words count wherever they stand.
    """
    text, lower = words.text, words.lower
    spans, kinds = asking.spans, asking.kinds
    covered = _Covered(taken)
    names = employer_names(text)
    found: dict[tuple[str, ...], tuple[str, int]] = {}

    def keep(start: int, end: int, *, least: float) -> None:
        phrase = text[start:end].strip(" .,-'\"*_")
        stems = stems_of(phrase)
        if not 0 < len(stems) <= 4 or stems in found or set(stems) <= title or len(phrase) < 2:
            return
        acronym = any(character.isupper() or character.isdigit() for character in phrase[1:])
        if stems[-1] in _STOPWORDS and not acronym:
            return
        if len(stems) == 1 and not acronym and _QUALITY.search(phrase):
            return
        if phrase in _DEGREES or (stems[0] in names and phrase[0].isupper()):
            return
        if all(part in _STOPWORDS or tellingness(part) < 0.2 for part in stems) or covered.overlaps(
            start, end
        ):
            return
        if max(tellingness(part) for part in stems) < least or _FUNCTION.search(phrase.lower()):
            return
        found[stems] = (phrase, start)
        covered.add(start, end)

    table = family_table()
    piece = 0
    for first, after, term in table.terms.find(words):
        position = words.starts[first]
        while piece < len(spans) - 1 and spans[piece][1] <= position:
            piece += 1
        if (
            not spans
            or kinds[piece] in ("boilerplate", "about")
            or not families.intersection(table.term_families[term])
        ):
            continue
        if (
            table.term_weights[term] >= (LEAST_WORD if after - first == 1 else LEAST_PHRASE)
            and len(found) < MOST_PHRASES
        ):
            keep(position, words.ends[after - 1], least=0.5)
    for number, (start, end) in enumerate(spans):
        if len(found) >= MOST_PHRASES:
            break
        if kinds[number] == "duties" and number:
            for low, high in acronyms(text, start, min(end, start + 600)):
                keep(low, high, least=0.5)
        if kinds[number] not in ("required", "preferred"):
            continue
        for low, high in _candidates(lower, start, min(end, start + 600)):
            item = text[low:high]
            if _DEGREE.search(lower, low, high):
                continue
            if _SUFFIX.search(text, high, min(len(text), high + 14)):
                continue
            named = _NAME.search(item[1:]) is not None or (item[:1].isupper() and low > start + 3)
            keep(low, high, least=0.42 if named else 0.5)
    return list(found.values())[:MOST_PHRASES]


class _Covered:
    """Stretches of the text that are spoken for."""

    def __init__(self, taken: list[tuple[int, int]]) -> None:
        self._letters: set[int] = set()
        for start, end in taken:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self._letters.update(range(start, end, 2))
        self._letters.add(end - 1)

    def overlaps(self, start: int, end: int) -> bool:
        return any(position in self._letters for position in range(start, end))
