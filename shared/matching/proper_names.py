"""Names in a posting: the employer's own and places, which nobody has as a skill, and abbreviations."""

import re

from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.words import Words, stems_of

_WORDS = r"(?P<name>[A-Z][\w&'.-]*+(?: (?:[A-Z][\w&'.-]*+|&|and|of)){0,5})"
"""A space or a comma follows each word, so none need be tried again with fewer letters."""
_SUBJECT = Lazy(
    rf"[.!?\n ](?: (?<!\n )|(?<=\n))[ *#_•-]{{0,4}}(?:(?:Here )?[Aa]t |About |The )?{_WORDS},?"
    r"(?: \([^()\n]{1,60}\))?(?:,[^,.\n]{1,60},)? (?:(?:is|are|was|were) (?:an?|the|one|looking|seeking|"
    r"hiring|recruiting|proud|committed|growing|currently|now|part|among)\b(?! (?:plus|must|asset|advantage|"
    r"merit|bonus|benefit))|seeks?\b|develops?\b|makes?\b|provides?\b|designs?\b|offers?\b|has\b|gives?\b|"
    r"believes?\b|operates?\b|owns\b|acts\b|serves\b|participates\b|helps\b|Ltd|Limited|Inc|LLC|plc|PLC|GmbH|Corp)"
)
_LABEL = Lazy(
    r"\n[ *#_•-]{0,4}(?:About|Company(?: [Nn]ame)?|Employer|Client|Organi[sz]ation) ?[:–-]? ?"
    r"(?P<name>[A-Z][^\n.:;,]{2,50})(?=\n)"
)
_BELOW_THE_TITLE = Lazy(
    r"[^\n]+\n[\s#*_]*(?P<name>[A-Z][\w&'.-]{1,24}(?: (?:[A-Z][\w&'.-]{1,24}|&|and|of)){0,3})"
    r"(?: {0,4}\n| ?[,(|•]| [-–—] )[^\n:;]{0,70}(?:\n|$)"
)
"""The second line, where it is a name: "Madeup Software, Bristol (hybrid)"."""
_AT = Lazy(r"\b(?:[Aa]t|[Aa]bout|[Jj]oin(?:ing)?) (?P<name>[A-Z][\w&-]{1,24})")
_OWNER = Lazy(r"(?<=[a-z,] )(?P<name>[A-Z][\w&-]{1,24})'s(?= [a-z])")
"""Whose something is, in the midst of a sentence: "to support Madeup's mission"."""
_LEAST_NAMED = 3
"""Times that a text names its employer at least if only that tells who it is."""
_NO_OWNERS_WORDS = """
bachelor master associate driver women men children customer client patient student worker today
"""
_NO_OWNERS = frozenset(_NO_OWNERS_WORDS.split())
_NOT_A_NAME_WORDS = "about the our us company client role job position you your this an a we it"
_NOT_A_NAME = frozenset(_NOT_A_NAME_WORDS.split())
_MOST, _REACH = 12, 6000
_HEAD = 400
"""So many names in so many characters are looked at."""
_ACRONYM = Lazy(r"[A-Z](?<![\w-].)[A-Z0-9&]{2,6}(?![\w-])")
_NOT_SKILL_WORDS = """
CEO CFO COO CTO CIO CMO CHRO VP SVP EVP AVP USA UAE NYC EMEA APAC LATAM EOE EEO FTE FTC PTO DOE TBC TBD ASAP
OTE LTD LLC INC PLC GBP USD EUR INR CAD AUD EST CST PST GMT BST MON TUE WED THU FRI SAT SUN JAN FEB MAR APR
MAY JUN JUL AUG SEP OCT NOV DEC FAQ URL PDF CVS DOB DBS WFH LPA CTC NOTE AND THE FOR YOU ALL NOT OUR WILL
WITH JOB ROLE TEAM NEW ONE NOW SME SMES USC EAD CTH OPT CPT PAN W2 C2C BUPA RRSP TFSA HMO PPO HSA FSA EAP
CBA TRS ESOP ESPP RSU VHI CRC BPSS UKVI STEM HQ UK US EU OT W2 PRN PLEASE JOIN TBA KSF FTSE HBO WO
AHA ARC ANCC WFO ECTC LGPS PRSA AODA PSL C2H FAX DUI DUIS DWI DWIS OWI
"""
NOT_SKILLS = frozenset(_NOT_SKILL_WORDS.split())
"""Abbreviations of posts, places, money, time and benefits."""
_STATES_WORDS = """
AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH
OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY
"""
_IN_A_STATE = Lazy(
    r"(?:^|\b(?:in|near|from|around) | [|–-] )"
    rf"(?P<place>(?:(?:St|Ft)\. )?[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}, (?:{'|'.join(_STATES_WORDS.split())})"
    r"(?: {0,3}\((?:[Hh]ybrid|[Rr]emote|[Oo]n-?site)[^()\n]{0,40}\))?)"
    r"(?= {0,3}(?:$|[.;)|(–-]|\d{5}\b|USA?\b))",
    re.M,
)
"""A town and its state, where a place stands: "in Dover, NH". A list holds none: "- Imaging, CT"."""


def towns(text: str) -> list[tuple[int, int]]:
    """Where towns stand with their states: UT is no testing there, nor CT a scan."""
    return [found.span("place") for found in _IN_A_STATE.finditer(text)]


def employer_names(words: Words) -> frozenset[str]:
    """Stems of the first words of the names by which the posting calls the employer."""
    return words.once(_employer_names)


def _employer_names(words: Words) -> frozenset[str]:
    text = words.text
    found: set[str] = set()
    lines = f"\n{text[:_REACH]}\n"
    for pattern in (_SUBJECT, _LABEL):
        for number, match in enumerate(pattern.finditer(lines)):
            if number == _MOST:
                break
            stems = stems_of(match["name"])
            if stems and stems[0] not in _NOT_A_NAME:
                found.add(stems[0])
    for number, match in enumerate(_OWNER.finditer(lines)):
        name = match["name"]
        if number == _MOST:
            break
        if lines.count(name) >= _LEAST_NAMED and name.lower() not in _NO_OWNERS and name.lower() not in lines:
            found.update(stems_of(name)[:1])
    return frozenset(found) | _below_the_title(text)


def _below_the_title(text: str) -> frozenset[str]:
    below = _BELOW_THE_TITLE.match(text[:_REACH].lstrip()[:_HEAD])
    if below and (stems := stems_of(below["name"])):
        name = stems[0]
        if name not in ordinary_words().plain or len(stems) > 1:
            return frozenset({name})
    return frozenset()


def plain_employer_names(words: Words) -> frozenset[str]:
    """Those of ``employer_names`` that stand below the title or where one works: "join us at Madeup"."""
    return words.once(_plain_employer_names)


def _plain_employer_names(words: Words) -> frozenset[str]:
    text = words.text
    at = [stem for match in _AT.finditer(text[:_REACH]) for stem in stems_of(match["name"])[:1]]
    return employer_names(words) & _below_the_title(text).union(at)


def is_acronym(word: str) -> bool:
    """Whether the word is written as an abbreviation or a product's name: SQL, PLCs, 5S, iOS, BS7671."""
    bare = word[:-1] if word[-1:] == "s" and word[:-1].isupper() else word
    if bare.isupper():
        return len(bare) > 1 and bare not in NOT_SKILLS
    return not word[1:].islower() and any(map(str.isupper, word[1:]))


def acronyms(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Abbreviations of three letters and more between ``start`` and ``end``, unless all is in capitals."""
    found = [match.span() for match in _ACRONYM.finditer(text, start, end) if match[0] not in NOT_SKILLS]
    if found:
        letters = list(filter(str.isalpha, text[start:end]))
        if sum(map(str.isupper, letters)) * 2 > len(letters):
            return []
    return found
