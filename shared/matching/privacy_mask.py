"""What the score must not see: name, address, birth date, age, nationality, photo, school names.

Masked characters become spaces, so that offsets stay. E-mail addresses and links go too: they read like
words.
"""

import re
from collections.abc import Iterator

from shared.matching.dates import _MONTH_OF
from shared.matching.education import SCHOOL, find_levels
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.mail_addresses import mail_addresses
from shared.matching.privacy_words import CREDENTIALS
from shared.matching.sections import Sections
from shared.matching.skills import skill_table
from shared.matching.words import WORD, Words, stem

_LABEL = Lazy(
    r"(?<![\w'])(?:date of birth|d\.?o\.?b\.?|nationality|citizenship|marital status|gender|sex|religion|"
    r"caste|"
    r"age|passport(?: no| number)?|(?:father|mother|spouse)'?s? name|place of birth|home ?town|"
    r"(?:(?:permanent|current|present|home|postal) )?address|(?:full |first |preferred |last |family )?name|"
    r"surname|pronouns?|photo(?:graph)?|picture|geburtsdatum|geboren|staatsangehörigkeit|familienstand|"
    r"date de naissance|nationalité|fecha de nacimiento|nacionalidad|estado civil)[\s*_]{0,4}$",
    re.I,
    many=True,
)
_OTHER_NAME = Lazy(
    r"(?:company|project|client|file|domain|host|user|brand|product|school|college|employer|firm|job|role|"
    r"organi[sz]ation|institute|e-?mail|web|ip|mac) name[\s*_]{0,4}$|"
    r"(?:ip|mac|e-?mail|web) address[\s*_]{0,4}$",
    re.I,
)
_VALUE = Lazy(r"[^\n|;•]{0,120}")
_FEW_WORDS = Lazy(r"\s{0,5}(?:[^\s|;•]{1,30}[^\S\n]?){0,3}")
"""In a line without breaks a value ends somewhere; three words are a name, a date or a country."""
_LONG_LINE = 240
_BIRTH = Lazy(
    r"\b(?:(?:dob|d\.o\.b\.?|born|geb\.|geboren|née?)(?: on| am| le)?:? {0,2}[\d./ -]{6,12}\b|aged? \d{2}\b|"
    r"\d{2} (?:years|yrs) old\b|born (?:in|on) [^\n,;.|]{3,30})",
    re.I,
    many=True,
)
_SAYS_BIRTH = ("d.o.b", "born", "geb", "né", " years old", " yrs old")
_SAYS_AGE = (Lazy(r"dob\b"), Lazy(r"aged? \d\d(?:(?<=\bage \d\d)|(?<=\baged \d\d))"))
"""What ``_BIRTH`` finds holds one of these, in lower case."""
_NATION = Lazy(r" (?:citizen|national|passport(?: holder)?)\b(?! (?:insurance|account|health|grid|rail))")
_WORD_BEFORE = Lazy(r"\b[A-Z][a-z]{2,12} $")
_ADDRESS = Lazy(
    r"\b\d{1,5}[a-z]?,? (?:[A-Z][\w']+ ){1,3}(?:street|road|avenue|lane|drive|st|rd|ave|close|way|court|"
    r"terrace|place|crescent|blvd|boulevard|gardens|square|park|hill)\b\.?",
    re.I,
)
_LINK = Lazy(r"(?:https?://|www\.)[^\s)>\]]{1,200}")
_HOST = Lazy(r"\.(?:com|org|io|me|dev|co\.uk|example)(?![\w])(?:/[\w./-]{1,80})?")
_HOST_BEFORE = Lazy(r"[\w.-]{2,60}$")
_IMAGE = Lazy(r"!\[[^\]\n]{0,80}\]\([^)\n]{0,200}\)")
_SCHOOL = Lazy(
    r"(?:\b(?:[A-Z][\w.'&-]{0,20} ){0,5}(?:[Uu]niversit(?:y|é|ät)|UNIVERSITY|[Cc]ollege|COLLEGE|"
    r"[Ii]nstitute|INSTITUTE|[Ss]chool|SCHOOL|[Aa]cademy|[Pp]olytechnic|Hochschule|Universidad)\b"
    r"(?: (?:of|for|at) (?:the )?[A-Z][\w.'&-]{1,20}(?: (?:and |& )?[A-Z][\w.'&-]{1,20}){0,4})?(?:,? "
    r"[A-Z][a-z]{2,15})?)"
)
_KINDS_WORDS = """
some school college university institute academy polytechnic high secondary senior junior primary middle upper
community technical trade grammar public state business diploma certificate graduate degree
"""
_KINDS_OF_SCHOOL = frozenset(_KINDS_WORDS.split())
"""No name among these: a "High School diploma" is a level of education."""
_NAME_LINE = Lazy(
    r"^[\s#*_]{0,8}(?:(?:mr|mrs|ms|miss|mx|dr|prof)\.? )?([A-ZÀ-Ý][\w.'’-]{0,20}(?: "
    r"[A-ZÀ-Ý(\"'][\w.'’)\"-]{0,20}){0,4})\s{0,3}(?=$|[,|(•]| - )",
    re.I,
)


def mask_personal(text: str, sections: Sections) -> str:
    """``text`` with personal data blanked; same length."""
    spans: list[tuple[int, int]] = [*_labelled(text), *mail_addresses(text), *_hosts(text)]
    lower = text.lower()
    patterns = []
    if any(word in lower for word in _SAYS_BIRTH) or any(shown.search(lower) for shown in _SAYS_AGE):
        patterns.append(_BIRTH)
    if "://" in text or "www." in text:
        patterns.append(_LINK)
    if "![" in text:
        patterns.append(_IMAGE)
    for pattern in patterns:
        spans += [match.span() for match in pattern.finditer(text)]
    for match in _NATION.finditer(text):
        after = match.start() + 1
        if before := _WORD_BEFORE.search(text, max(0, after - 14), after):
            spans.append((before.start(), match.end()))
    first = min((section.start for section in sections.items), default=len(text))
    header = min(first, 600, len(text))
    spans += [match.span() for match in _ADDRESS.finditer(text, 0, header)]
    for number, section in enumerate(sections.items):
        if section.kind != "education":
            continue
        end = sections.items[number + 1].start if number + 1 < len(sections.items) else len(text)
        spans += _schools(text, section.body, end)
    text = _blanked(text, spans)
    return _blanked(text, _name(text, header))


def _schools(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names of schools, without the degree that stands before them: "MBA Example School"."""
    for match in _SCHOOL.finditer(text, start, end):
        lower = match[0].lower()
        if not _KINDS_OF_SCHOOL.issuperset(lower.split()):
            degrees = [found.end for found in find_levels(lower) if found.level > SCHOOL]
            yield match.start() + max(degrees, default=0), match.end()


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    """Values behind labels such as ``Nationality:``, with their labels."""
    colon = text.find(":")
    while colon >= 0:
        label = _LABEL.search(text, max(0, colon - 30), colon)
        if label and not _OTHER_NAME.search(text, max(0, colon - 30), colon):
            line_start = text.rfind("\n", max(0, colon - _LONG_LINE), colon)
            line_end = text.find("\n", colon, colon + _LONG_LINE)
            long = (line_end < 0 and len(text) - colon > _LONG_LINE) or (
                line_start < 0 and colon > _LONG_LINE
            )
            value = (_FEW_WORDS if long else _VALUE).match(text, colon + 1)
            yield label.start(), value.end() if value else colon
        colon = text.find(":", colon + 1)


def _hosts(text: str) -> Iterator[tuple[int, int]]:
    """Links without a scheme: linkedin.example.com/in/somebody."""
    for match in _HOST.finditer(text):
        before = _HOST_BEFORE.search(text, max(0, match.start() - 60), match.start())
        if before:
            yield before.start(), match.end()


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


_VISIBLE = Lazy(r"[^\n]")


def _name(text: str, header: int) -> list[tuple[int, int]]:
    """The name line and the parts of the name wherever they stand: a surname may be a trade (Baker, Cook,
    Mason)."""
    if len(text.strip().split("\n", 1)) == 1 and len(text) < _LONG_LINE:
        return []  # a single line is no CV with a name at its top
    position = 0
    for line in text[: max(header, 80)].split("\n"):
        if not line.strip() or _DOCUMENT_TITLE.fullmatch(line):
            position += len(line) + 1
            continue
        match = _NAME_LINE.match(line)
        name = _without_credentials(match[1]) if match else ""
        words = WORD.findall(name.lower())
        if match is None or not 1 < len(words) <= 5 or any(character.isdigit() for character in name):
            return []
        known = sum(stem(word) in _title_words() or tellingness(stem(word)) < 0.9 for word in words)
        if known * 2 > len(words) or _says_title(name) or words[0] in _MONTH_OF:
            return []
        spans = [(position + match.start(1), position + match.start(1) + len(name))]
        for part in set(words) - _COMMON:
            if len(part) > 2:
                pattern = re.compile(rf"\b(?:{re.escape(part.capitalize())}|{re.escape(part.upper())})\b")
                spans += [found.span() for found in pattern.finditer(text)]
        return spans
    return []


def _without_credentials(line: str) -> str:
    """The name of "Ana Sample MRICS" or "ANA SAMPLE, RN": what somebody holds is no part of it."""
    kept = line.rstrip()
    while kept.count(" ") > 1:
        before, _, last = kept.rpartition(" ")
        held = last.strip("()[],.")
        if held.lower() not in CREDENTIALS and not (held.isupper() and _is_held(held)):
            break
        kept = before.rstrip(" ,-")
    return kept


def _is_held(word: str) -> bool:
    """Whether the skill table knows ``word`` as a licence or a certificate."""
    table = skill_table()
    return any(
        table.skills[number // 2].kind in ("licence", "certificate")
        for *_, number in table.lexicon.find(Words(word, word.lower()))
    )


_DOCUMENT_TITLE = Lazy(
    r"[\s#*_]{0,8}(?:curriculum vitae|cv|c\.v\.|resume|résumé|lebenslauf|profile)[\s:*_]{0,8}", re.I
)
_COMMON_WORDS = """
may will mark grant page young long black white green brown king rose art grace joy hope sun
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_title_cache: set[str] = set()


_ALSO_NAMES = """
barr bond cotton crown ford german glass green groom gunner hunter irish lamb lodge mark marshal mill page
parish pastor pat potter priest royal stone thatcher tower usher walker wall waller weaver will
"""
"""Words of titles that are likelier names at the top of a CV: "Will Walker" is no dog walker."""


def _title_words() -> set[str]:
    if not _title_cache:
        for stems, _ in family_table().titles:
            _title_cache.update(stems)
        _title_cache.difference_update(map(stem, _ALSO_NAMES.split()))
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
