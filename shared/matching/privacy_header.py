"""Contacts, photo, towns and nationality in the lines above the first section."""

import re
from collections.abc import Iterator
from itertools import pairwise

from shared.matching import privacy_words as words
from shared.matching.privacy_lines import Line, plain_of, segments
from shared.matching.privacy_patterns import (
    EMAIL,
    INLINE_LABEL,
    OUTER,
    PHONES,
    STREETS,
    STRONG,
    WEAK,
    Span,
    is_phone,
)

_HEADER_LINK = re.compile(
    r"(?<![\w@.])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|io|dev|me|info|eu|co|uk|de|fr|es|it|nl|in|us|ca|au|ie|ch|at|pl)"
    r"\b(?:/[^\s|,;)]{0,200})?",
    re.I,
)
_PHOTO_LINE = re.compile(
    r"^\W{0,6}(?:passport[- ]?(?:size)?\s)?"
    r"(?:photo(?:graph)?|foto|lichtbild|bewerbungs\w{0,5}foto|headshot|profile picture)\b"
    r".{0,40}$",
    re.I,
)
_HEADER_PHONE = re.compile(r"(?<![\w$€£.,])\(?\d{2,5}\)?(?:[ .-]\d{2,7}){1,4}(?!\w)")
_HANDLE = re.compile(r"(?<![\w.@/])@[\w.-]{2,40}")
_DOCUMENT_NUMBER = re.compile(
    r"(?<![\w$€£@/.+-])(?=(?:[\w.-]{0,3}\d){7})(?!(?:\d\d?[.-]){0,2}(?:19|20)\d\d)[A-Z\d](?:[.-]?[A-Z\d]){7,20}(?![\w@])"
    r"|(?<![\w$€£@/.+-])[A-Z]{4,6}\d{2}[A-Z\d]{7,12}(?![\w@])"
)
"""Whatever a country calls it."""
_HEADER_ADDRESSES = (
    re.compile(
        r"(?<![\w.,])\d{1,5}[a-zA-Z]?,?\s(?:[A-Z][\w'’.-]{0,20}\s){1,4}(?:Place|Pl|Way|Hill|Row|Walk|Square|Circle|Park|View|Rise"
        r"|Parade|Esplanade|Circuit|Loop|Trail|Plaza|Quay|Croft|Gate|Green|Wharf)\b"
    ),
    re.compile(
        r"(?<!\w)(?:(?:n[º°]\.?|apto\.?|ap\.|app\.|bloco|piso|andar|int\.|кв\.|bl\.|sc\.|et\.|(?:kat|daire|no|d)\s?:)\s?"
        r"\d{1,5}[a-z]?(?:/\d{1,4})?|(?:u|no)\.?\s?\d{1,4}/\d{1,4})(?![\w%])",
        re.I,
    ),
    re.compile(
        r"^\W{0,4}(?:Am|An de[rn]|Auf de[rm]|Im|In de[rn]|Zu[mr]|Beim|Hinter de[rmn]|Unter den)"
        r"(?:\s[A-ZÄÖÜ][\wäöüß-]{2,30}){1,2}\s\d{1,4}\s?[a-z]?(?=\W{0,4}$|,)"
    ),
    re.compile(r"(?<!\w)(?i:Unit|Suite|Block|House No\.?|Plot(?: No)?\.?)\s#?\d{1,5}[A-Za-z]?\b(?!\s[a-z])"),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d(?!GB|TB|MB|KB)[A-Z]{2}\b"),
    re.compile(r"(?<![\w$€£.,–/-])(?:D-|A-|CH-)?(?!(?:19[5-9]|20[0-3])\d\s)\d{4,5}\s[A-ZÄÖÜÉ][\w-]{2,25}"),
    re.compile(r"(?<!\w)[A-Z]\w{2,20}\s?[-–]?\s?\d{3}\s?\d{3}\b"),
    re.compile(r"(?<![\w.,])\d{1,4}[a-zA-Z]?,?\s(?:The|THE)\s[A-Z]\w{2,20}"),
    re.compile(r"(?<!\w)[SDCWsdcw]/[Oo]\.?:?\s[A-Z][^\n\r,|;•·\d]{2,40}"),
    re.compile(
        r"(?<!\w)(?:[A-Z][\w'’.-]{1,20}\s){1,3}(?:House|Cottage|Farm|Farmhouse|Lodge|Villas?|Barn|Manor|Mansions?|Towers?|"
        r"Residency|Apartments?|Heights)(?=,\s\d)"
    ),
    re.compile(r"(?<!\w)(?:Via|Viale|Rua|Corso|Piazza|Travessa|Largo)\s[^\n\r,|;•·\d]{2,40},?\s\d{1,4}\b"),
    re.compile(
        r"(?<!\w)(?:ul\.|[Uu]lica|вул\.|Av\.|Avenida|C\.so|V\.le|al\.|os\.|Str\.|Strada|Bulevardul|Jalan|Jln?\.|Lorong|Đường|Phố|Quận|Phường|ул\.|улица|пр\.|д\."
        r"|г\.|Οδός|רחוב|ถนน|شارع|H\.?\s?No\.?|Vill[.:]|Ffordd\b"
        r"|(?:Blk|Lot|RR|Box)\.?(?=\s#?\d))\s?[^\n\r,|;•·]{2,50}"
    ),
    re.compile(
        r"(?<!\w)[A-ZÅÄÖØÆ][\w\u00ad'’.-]{1,30}(?:straat|laan|plein|gracht|kade|dijk|gatan|gata|gränd|vägen|stigen|veien|vegen"
        r"|gade|vej|katu|kuja|polku|utca|\s(?:utca|út|tér|Mah\.?|Mahallesi|Sok\.?|Sokak|Cad\.?|Caddesi|Nagar|Village"
        r"|Crt|Tce|Pde|Cct|Sq))\b\.?(?:\s(?:No:?\s?)?\d{1,4}(?:\s?[A-Za-z]\b|/\d{1,3})?)?"
    ),
    re.compile(
        r"(?<![\w.,])(?:\d{4}\s?[A-Z]{2}|\d{2}-\d{3}|\d{3}\s\d{2})\s[A-ZÀ-Þ][^\W\d_]{2,25}"
        r"|(?<!\w)[A-Z]\d[A-Z]\s?\d[A-Z]\d(?!\w)|(?<!\w)[A-Z]\d{2}\s[A-Z][A-Z\d]{3}(?!\w)"
        r"|(?<!\w)[A-ZÀ-Þ][^\W\d_]{3,25}(?:\s[A-Z]{2,3})?\s(?!(?:19|20)\d\d\b)\d{4,5}$"
        r"|(?<!\w)(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s\d{4}(?!\w)|(?<!\w)(?:CEP|PIN|Pincode)[\s:]{1,3}\d{5,6}(?:-\d{3})?"
    ),
    re.compile(
        r"(?:〒\s?\d{3}-\d{4}|(?<!\d)\d{3}-\d{4}(?=\s?[\u3400-\u9fff]))[^\n|]{0,30}|[\u3400-\u9fff]{1,12}(?:[省市区區县都道府県路街号號]|丁目)[^\n|,]{0,30}"
    ),
    re.compile(r"[\uac00-\ud7af]{1,8}(?:시|도|구|동|로|길)\s[^\n|]{0,40}\d{1,4}"),
)
_HOUSE = re.compile(
    r"(?:^|(?<=[|•·;:,] ))(?:No\.?\s)?(?!(?:19|20)\d\d)\d{1,5}[a-zA-Z]?(?:[/-]\d{1,4}){0,2},?\s"
    r"(?:[A-ZÀ-ÞĀ-ŽƠĐ][\w'’.-]{0,20}\s){0,3}[A-ZÀ-ÞĀ-ŽƠĐ][\w'’.-]{1,20}(?=[,;]\s[A-ZÀ-ÞĀ-ŽƠĐ])"
)
_HEADER_DATE = re.compile(
    r"(?<![\d./–—-])(?<![–—-]\s)(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19[3-9]\d|200\d|201[0-2])"
    r"|(?:19[3-9]\d|200\d|201[0-2])(?:[-./]\s?\d{1,2}[-./]\s?\d{1,2}\b|[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]생?)"
    r"|\d{1,2}(?:st|nd|rd|th)?\.?(?:\sof|\sde)?\s[^\W\d_]{3,12}\.?(?:\sde)?\s(?:19[3-9]\d|200\d|201[0-2]))"
    r"(?![\w./])(?!\s?[–—-])"
)
_SINCE = re.compile(r"\b(?:since|from|until|to|seit|ab|bis|depuis|desde|dal)\b", re.I)
_PRONOUNS = re.compile(
    r"\(?\b(?:he|she|they|xe|ze)/(?:him|her|them|hers|his|theirs|hir|they)(?:/\w{2,8})?\b\)?", re.I
)
_HEADER_AGE = re.compile(
    r"(?<=[^\W\d_][,|] )(?:1[6-9]|[2-7]\d)(?=\W{0,4}$)"
    r"|\b\d{2}[- ](?:years?|yrs?)[- ](?:old|of age)\b|\baged?\s\d{2}\b|\b\d{2}\s?(?:[歳岁歲세살]|y/?o\b)"
    r"|\b\d{2}\s(?:ans|Jahre(?:\salt)?|años|anos|anni|jaar|år|лет|года?|років|роки)\b"
    r"(?!\s(?:d['’]|de\b|di\b|in\b|im\b|als\b|bei\b|\w{0,8}(?:erfahr|esper|experi|erfaren|ervaring|опыт)))",
    re.I,
)
_PARTS = re.compile(r",\s?|\.\s")
_PLACE_WORD = re.compile(r"[\w.'’-]{1,30}(?:(?<=[a-zà-ÿ])/[A-Z]{2}|:)?")
_HOME = re.compile(
    r"\b(?:[Ll]ives?|[Ll]iving|[Bb]ased|located|residing|resident|wohnhaft)\s(?:in|at|near)\s"
    r"[A-Z][\w'’-]{1,30}(?:\s[A-Z][\w'’-]{1,30}){0,2}"
)


def header_spans(line: Line, name: list[str], *, contact: bool) -> Iterator[Span]:
    """``contact``: something personal was found in the line already."""
    text = line.text
    if len(text) <= 100 and _PHOTO_LINE.match(text):
        yield line.start, line.end
        return
    found = [match.span() for match in _HEADER_PHONE.finditer(text) if is_phone(match[0])]
    found += [match.span() for pattern in PHONES for match in pattern.finditer(text) if is_phone(match[0])]
    found += [match.span() for match in _HEADER_LINK.finditer(text) if _is_own_link(match[0], name)]
    found += [
        match.span()
        for pattern in (EMAIL, _HEADER_AGE, _HOME, _HANDLE, _DOCUMENT_NUMBER)
        for match in pattern.finditer(text)
    ]
    addresses = [match.span() for pattern in STREETS for match in pattern.finditer(text)]
    contact = bool(
        contact or found or addresses or STRONG.search(text) or WEAK.search(text) or INLINE_LABEL.search(text)
    )
    found += [match.span() for match in _PRONOUNS.finditer(text)]
    if not _SINCE.search(text):
        found += [match.span() for match in _HEADER_DATE.finditer(text)]
    if contact or len(text) <= 80:
        addresses += [match.span() for pattern in _HEADER_ADDRESSES for match in pattern.finditer(text)]
        addresses += [match.span() for match in _HOUSE.finditer(text) if not _says_work(match[0])]
        addresses.sort()
        contact = contact or bool(addresses)
    found += [*addresses, *_between_parts(text, addresses)]
    found.sort()
    for start, end in found:
        yield line.start + start, line.start + end
    for start, end in _between(segments(line), found):
        yield from _place_spans(line, start, end, contact=contact)


_BETWEEN = 40
"""Characters."""
_OTHER_FIELD = re.compile(r"[|•·;\t@]|\s{3}|\d{6}")
_PLACE_NAMES = "estate farm park site studio school shop hotel new"
_OF_PLACES = frozenset(_PLACE_NAMES.split())
"""Words of jobs that stand in addresses, too."""


def _says_work(text: str) -> bool:
    plain = {plain_of(word) for word in text.split()}
    return not plain.isdisjoint((words.JOB_WORDS | words.HEADING_WORDS | {"years"}) - _OF_PLACES)


def _between_parts(text: str, addresses: list[Span]) -> Iterator[Span]:
    """What stands between two parts of one address: "nº 230 – Vila Nova – CEP …"."""
    for (_, end), (start, _) in pairwise(addresses):
        between = text[end:start]
        if 0 < len(between) <= _BETWEEN and not _OTHER_FIELD.search(between) and not _says_work(between):
            yield end, start


def _is_own_link(link: str, name: list[str]) -> bool:
    """A link with a path, or one whose host spells the name; "Bill.com" and "ASP.NET" are neither."""
    plain = plain_of(link)
    return link[:4].casefold() == "www." or any(len(part) > 2 and plain_of(part) in plain for part in name)


def _between(segments: list[Span], found: list[Span]) -> Iterator[Span]:
    """What the segments hold beside what was found in them."""
    for start, end in segments:
        at = start
        for a, b in found:
            if a < end and b > at:
                if a > at:
                    yield at, a
                at = max(at, b)
        if at < end:
            yield at, end


def _place_spans(line: Line, start: int, end: int, *, contact: bool) -> Iterator[Span]:
    """Towns, regions, nationality and marital status, which stand bare between the contacts."""
    if "language" in line.text[start:end].casefold() or ":" in line.text[start:end]:
        return
    at = start
    parts: list[Span] = []
    for match in _PARTS.finditer(line.text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, end))
    plain = [[plain_of(word) for word in line.text[a:b].split()] for a, b in parts]
    place = len(line.text) <= 150 and any(_is_region(line.text[a:b]) for a, b in parts)
    said = {word for part in plain for word in part if word}
    family = len(parts) > 1 and said <= words.PERSONAL_WORDS and not said <= words.DEMONYMS
    for (a, b), part in zip(parts, plain, strict=True):
        raw = line.text[a:b].strip()
        if not any(part) or any(word in words.JOB_WORDS for word in part):
            continue
        if any(word in words.CREDENTIALS for word in part) and not (contact and raw in words.STATES):
            continue
        if re.fullmatch(r"[A-Z]{2,6}", raw) and not contact and not _is_region(raw):
            continue  # a degree after the name
        personal = all(word in words.PERSONAL_WORDS for word in part if word)
        region = len(part) <= 3 and not _is_heading(part) and all(map(_place_word, raw.strip(OUTER).split()))
        if (personal and (contact or family)) or (region and (contact or place)):
            yield line.start + a, line.start + b


def _place_word(word: str) -> bool:
    if word.casefold() in words.PLACE_PARTICLES or word in "/&":
        return True
    return bool(_PLACE_WORD.fullmatch(word)) and (word[0].isupper() or word[0].isdigit())


def _is_region(text: str) -> bool:
    return text.strip() in words.STATES or plain_of(text) in words.REGIONS


def _is_heading(part: list[str]) -> bool:
    return any(word in words.HEADING_WORDS or word in words.SECTION_STARTS for word in part)
