"""What personal data looks like, wherever it is looked for: contacts, streets, labels.

Every expression is bounded and starts at a token's edge, so that the time is linear in the text.
"""

import re

from shared.matching import privacy_words as words

type Span = tuple[int, int]
"""From, to: offsets into a text."""
LINE_END = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029\x85]")
SEPARATOR = re.compile(r"[|•·;\t¦◆★●▪■()]|[ \u00a0]{3,}|\s[–—/-]{1,3}\s")
HEADER_LINES = 8
HEADER_PROSE = 300
"""Characters of a first line that may hold the personal details of a CV without line breaks."""
EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}\s?(?:@|[(\[]at[)\]])\s?[\w-]{1,63}(?:(?:\.|\s?[(\[]dot[)\]]\s?)[\w-]{1,63}){1,5}",
    re.I,
)
PHONES = (
    re.compile(r"(?<![\w.])(?:\+|00)\d{1,3}[\d \u00a0().\-/]{5,22}\d(?!\w)"),
    re.compile(r"(?<![\w$€£.,])\(?\d{3}\)?[ .\-\n]\s?\d{3}[ .\-]\d{4}(?!\w)"),
    re.compile(r"(?<![\w$€£.,/+-])\(?0\d{1,5}\)?[ ./-]?\d[\d ./-]{4,14}\d(?!\w)"),
    re.compile(r"(?<![\w$€£₹.,-])(?:91[- ]?)?[6-9]\d{4}[ -]?\d{5}(?!\w)"),
)
_NUMBER_GROUPS = re.compile(r"\d+")
_SPACED = re.compile(r"[\d ]+")
"""Five pairs of digits are a French telephone number, four with spaces a Scandinavian one; dates have three
of them, or six."""
_STREET_WORDS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Close|Crescent|Cres|Terrace|Parkway|Pkwy|Gardens"
    "|Grove|Mews|Highway|Hwy|Nagar|Colony|Marg|Enclave|STREET|ROAD|AVENUE|LANE|DRIVE|CLOSE|CRESCENT|TERRACE"
)
_INSTITUTIONS = (
    "Primary|Secondary|School|High|Junior|Infant|College|University|Hospital|Academy|Surgery|Centre|Center|Clinic|Medical|Care"
    "|Nursing|Church|Police|Fire|Branch|Campus|Nursery|Store|Stores|Hotel|Theatre|Station|branch|store|site"
)
STREETS = (
    re.compile(
        rf"(?<![\w.,])\d{{1,5}}[a-zA-Z]?,?\s(?:[A-Z][\w'’.-]{{0,20}}\s){{1,4}}(?:{_STREET_WORDS})\b\.?(?!\s(?:{_INSTITUTIONS}))"
    ),
    re.compile(r"(?<!\w)(?:Flat|Apt\.?|Apartment|P\.?\s?O\.?\sBox)\s#?\d{1,5}[A-Za-z]?\b", re.I),
    re.compile(
        r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{1,30}(?:straße|strasse|str\.|weg|platz|gasse|allee|damm)\s\d{1,4}\s?[a-z]?\b"
        r"(?:,?\s{1,2}(?:D-|A-|CH-)?\d{4,5}\s[A-ZÄÖÜ][\w-]{1,30})?"
    ),
    re.compile(
        r"(?<![\w.,])\d{1,4}(?:\s(?:bis|ter))?,?\s(?:rue|avenue|boulevard|allée|chemin|impasse|quai)\s[^\n\r,|;•·]{2,50}"
        r"(?:,?\s\d{5}\s[A-ZÉ][\w-]{1,30})?",
        re.I,
    ),
    re.compile(
        r"(?<!\w)(?:Calle|C/|Avda?\.|Avenida|Plaza|Paseo)\s[^\n\r,|;•·\d]{2,40},?\s(?:n[º°o]\.?\s?)?\d{1,4}\b"
        r"(?:,[^\n\r|;•·]{1,20})?(?:\d{5}\s[A-ZÁÉÍÓÚ][\w-]{1,30})?"
    ),
    re.compile(
        r"(?<!\w)[A-Z][A-Za-z.'’-]{1,20}(?:\s[A-Z][a-z.'’-]{1,20}){0,2},?\s[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\w)"
    ),
)
STRONG = re.compile(rf"(?<!\w)(?:{words.STRONG_LABELS})[*_]{{0,3}}\s{{0,10}}[:：=–—-]{{0,2}}", re.I)
LABEL_AFTER = (
    r"[*_]{0,3}[ \u00a0]{0,20}"
    r"(?:[:：=][*_]{0,3}|[-–—](?=[ \u00a0])|\t|\u3000|[ \u00a0]{2}|(?=[ \u00a0]{0,20}$))"
)
LABEL_BEFORE = r"(?:^|(?<=[|•·;\t,.])|(?<=[ \u00a0]{2})|(?<=[)\]]\s))[^\w\n\r]{0,12}"
WEAK = re.compile(rf"{LABEL_BEFORE}(?<!\w)(?:{words.WEAK_LABELS})\b(?:\s?/\s?\w{{2,15}})?{LABEL_AFTER}", re.I)
INLINE_LABEL = re.compile(rf"(?<!\w)(?:{words.WEAK_LABELS})\s?[:：]", re.I)
OUTER = "\"'“”‘’()[]*_#>,;:"


def is_phone(candidate: str) -> bool:
    groups = _NUMBER_GROUPS.findall(candidate)
    digits = sum(map(len, groups))
    dates = all(len(group) <= 2 or (len(group) == 4 and group[:2] in ("19", "20")) for group in groups)
    pairs = set(map(len, groups)) == {2}
    dates = dates and not (
        pairs and (len(groups) == 5 or (len(groups) == 4 and _SPACED.fullmatch(candidate)))
    )
    return 7 <= digits <= 16 and (not dates or candidate.startswith("+"))
