"""What the score must not see: name, address, birth date, age, nationality, photo, school names.

Masked characters become spaces, so that offsets stay. E-mail addresses and links go too: they read like
words.
"""

import re

from shared.matching.dates import _MONTH_OF
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.sections import Sections
from shared.matching.words import WORD, stem

_LABELLED = re.compile(
    r"(?:\bdate of birth|\bd\.?o\.?b\b\.?|\bnationality|\bcitizenship|\bmarital status|\bgender|\bsex|"
    r"\breligion|\bcaste|\bage|\bpassport(?: no| number)?|"
    r"\bfather'?s name|\bmother'?s name|\bspouse'?s? name|\bplace of birth|\bhome ?town|\bpermanent address|"
    r"\bcurrent address|\bpresent address|\baddress|"
    r"\bfull name|\bname|\bsurname|\bfirst name|\bpreferred name|\bpronouns?|\bphoto(?:graph)?|\bpicture|"
    r"\bgeburtsdatum|\bgeboren|\bstaatsangehörigkeit|\bfamilienstand|\bdate de naissance|"
    r"\bnationalité|\bfecha de nacimiento|\bnacionalidad|\bestado civil)\s{0,3}[*_]{0,2}:[^\n|;•]{0,120}",
    re.I,
)
_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b\.?|born|geb\.|geboren|né\w*)(?: on| am| le)?:? {0,2}[\d./ -]{6,12}\b|\baged? \d{2}\b|"
    r"\b\d{2} (?:years|yrs) old\b|\bborn (?:in|on) [^\n,;.|]{3,30}",
    re.I,
)
_NATION = re.compile(
    r"\b[A-Z][a-z]{2,12}(?: (?:citizen|national|passport(?: holder)?)\b)|\b(?:citizen|national) of "
    r"[A-Z][a-z]+"
)
_ADDRESS = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[A-Z][\w']+ ){1,3}(?:street|road|avenue|lane|drive|st|rd|ave|close|way|court|"
    r"terrace|place|crescent|blvd|boulevard|gardens|square|park|hill)\b\.?",
    re.I,
)
_LINKS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|(?:https?://|www\.)[^\s)>\]]{1,200}|"
    r"\b[\w-]{2,30}\.(?:com|org|io|me|dev|co\.uk|in|de|example)(?:/[\w./-]{1,80})?\b",
    re.I,
)
_IMAGE = re.compile(r"!\[[^\]\n]{0,80}\]\([^)\n]{0,200}\)")
_SCHOOL = re.compile(
    r"(?:\b(?:[A-Z][\w.'&-]{0,20},? ){0,5}(?:[Uu]niversit(?:y|é|ät)|UNIVERSITY|[Cc]ollege|COLLEGE|"
    r"[Ii]nstitute|INSTITUTE|[Ss]chool|SCHOOL|[Aa]cademy|[Pp]olytechnic|Hochschule|Universidad)\b"
    r"(?: (?:of|for|at) (?:the )?[A-Z][\w.'&-]{1,20}(?: (?:and |& )?[A-Z][\w.'&-]{1,20}){0,4})?(?:,? "
    r"[A-Z][a-z]{2,15})?)"
)
_NAME_LINE = re.compile(
    r"^[\s#*_]{0,8}(?:(?:mr|mrs|ms|miss|mx|dr|prof)\.? )?([A-ZÀ-Ý][\w.'’-]{0,20}(?: "
    r"[A-ZÀ-Ý(\"'][\w.'’)\"-]{0,20}){0,4})\s{0,3}(?=$|[,|(•]| - )",
    re.I,
)


def mask_personal(text: str, sections: Sections) -> str:
    """``text`` with personal data blanked; same length."""
    spans: list[tuple[int, int]] = []
    for pattern in (_LINKS, _IMAGE, _LABELLED, _BIRTH, _NATION):
        spans += [match.span() for match in pattern.finditer(text)]
    first = min((section.start for section in sections.items), default=len(text))
    header = min(first, 600, len(text))
    spans += [match.span() for match in _ADDRESS.finditer(text, 0, header)]
    for number, section in enumerate(sections.items):
        if section.kind != "education":
            continue
        end = sections.items[number + 1].start if number + 1 < len(sections.items) else len(text)
        spans += [match.span() for match in _SCHOOL.finditer(text, section.body, end)]
    text = _blanked(text, spans)
    return _blanked(text, _name(text, header))


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            pieces += [text[at:start], _VISIBLE.sub(" ", text[start:end])]
            at = end
    pieces.append(text[at:])
    return "".join(pieces)


_VISIBLE = re.compile(r"[^\n]")


def _name(text: str, header: int) -> list[tuple[int, int]]:
    """The name line and the parts of the name wherever they stand: a surname may be a trade (Baker, Cook,
    Mason)."""
    position = 0
    for line in text[: max(header, 80)].split("\n"):
        if not line.strip() or _DOCUMENT_TITLE.fullmatch(line):
            position += len(line) + 1
            continue
        match = _NAME_LINE.match(line)
        words = WORD.findall(match[1].lower()) if match else []
        if match is None or not 1 < len(words) <= 5 or any(character.isdigit() for character in match[1]):
            return []
        known = sum(stem(word) in _title_words() or tellingness(stem(word)) < 0.9 for word in words)
        if known * 2 > len(words) or _says_title(match[1]) or words[0] in _MONTH_OF:
            return []
        spans = [(position + match.start(1), position + match.end(1))]
        for part in set(words) - _COMMON:
            if len(part) > 2:
                pattern = re.compile(rf"\b(?:{re.escape(part.capitalize())}|{re.escape(part.upper())})\b")
                spans += [found.span() for found in pattern.finditer(text)]
        return spans
    return []


_DOCUMENT_TITLE = re.compile(
    r"[\s#*_]{0,8}(?:curriculum vitae|cv|c\.v\.|resume|résumé|lebenslauf|profile)[\s:*_]{0,8}", re.I
)
_COMMON_WORDS = """
may will mark grant page young long black white green brown king rose art grace joy hope sun
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_title_cache: set[str] = set()


def _title_words() -> set[str]:
    if not _title_cache:
        for stems, _ in family_table().titles:
            _title_cache.update(stems)
        _title_cache.update(
            stem(word)
            for word in [
                "senior",
                "junior",
                "sr",
                "jr",
                "lead",
                "principal",
                "experienced",
                "qualified",
                "freelance",
                "curriculum",
                "vitae",
                "resume",
                "cv",
                "profile",
            ]
        )
    return _title_cache


def _says_title(name: str) -> bool:
    """Whether the line is a title after all: more than one of its words are those of one known title."""
    stems = [stem(match[0]) for match in WORD.finditer(name.lower())]
    families, first, after = family_table().title_families(stems)
    return bool(families) and after - first > 1
