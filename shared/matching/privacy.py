"""What a model need not know about a person is taken out of the CV before it is sent.

Name, e-mail, phone, links, address, birth date and age, photo, marital status, nationality, parents' names
and document numbers go; so do the people named as references. Everything is found by form and position
(labels, the lines above the first section, the mailbox that spells the name), because a list of the world's
names would miss most of them. What was taken out reads ``[redacted]``; line breaks stay where they were.

Every expression here is bounded and starts at a token's edge, so that the time is linear in the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from shared.matching import privacy_words as words

REDACTED = "[redacted]"

type Span = tuple[int, int]

_LINE_END = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029\x85]")
_SEPARATOR = re.compile(r"[|•·;\t¦◆★●▪■()]|[ \u00a0]{3,}|\s[–—/-]{1,3}\s")
_HEADER_LINES = 8
_HEADER_PROSE = 300
"""Characters of a first line that may hold the personal details of a CV without line breaks."""

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}\s?(?:@|[(\[]at[)\]])\s?[\w-]{1,63}(?:(?:\.|\s?[(\[]dot[)\]]\s?)[\w-]{1,63}){1,5}",
    re.I,
)
_PROFILE_LINK = re.compile(
    r"(?<![\w@])(?:https?://|www\.|(?:[\w-]{1,40}\.)?(?:linkedin|xing|github|gitlab|behance|dribbble|twitter|facebook"
    r"|instagram|researchgate|kaggle|bitbucket|orcid|skype|t\.me|stackoverflow|git)\.[\w.-]{2,60}/)[^\s<>()|,;]{1,300}",
    re.I,
)
_HEADER_LINK = re.compile(
    r"(?<![\w@.])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|io|dev|me|info|eu|co|uk|de|fr|es|it|nl|in|us|ca|au|ie|ch|at|pl)"
    r"\b(?:/[^\s|,;)]{0,200})?",
    re.I,
)
_IMAGE = re.compile(
    r"!\[[^\]\n]{0,200}\](?:\([^)\n]{0,400}\))?|<img\b[^>\n]{0,400}>"
    r"|[\[(](?:my\s)?(?:photo|foto|picture|image|headshot|passport[ -]size)\b[^\])\n]{0,60}[\])]",
    re.I,
)
_PHOTO_LINE = re.compile(
    r"^\W{0,6}(?:passport[- ]?(?:size)?\s)?"
    r"(?:photo(?:graph)?|foto|lichtbild|bewerbungs\w{0,5}foto|headshot|profile picture)\b"
    r".{0,40}$",
    re.I,
)
_PHONES = (
    re.compile(r"(?<![\w.])(?:\+|00)\d{1,3}[\d \u00a0().\-/]{5,22}\d(?!\w)"),
    re.compile(r"(?<![\w$€£.,])\(?\d{3}\)?[ .\-\n]\s?\d{3}[ .\-]\d{4}(?!\w)"),
    re.compile(r"(?<![\w$€£.,/+-])\(?0\d{1,5}\)?[ ./-]?\d[\d ./-]{4,14}\d(?!\w)"),
    re.compile(r"(?<![\w$€£₹.,-])(?:91[- ]?)?[6-9]\d{4}[ -]?\d{5}(?!\w)"),
)
_HEADER_PHONE = re.compile(r"(?<![\w$€£.,])\(?\d{2,5}\)?(?:[ .-]\d{2,5}){1,4}(?!\w)")
_NUMBER_GROUPS = re.compile(r"\d+")
_STREET_WORDS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Close|Crescent|Cres|Terrace|Parkway|Pkwy|Gardens"
    "|Grove|Mews|Highway|Hwy|Nagar|Colony|Marg|Enclave|STREET|ROAD|AVENUE|LANE|DRIVE|CLOSE|CRESCENT|TERRACE"
)
_INSTITUTIONS = (
    "Primary|Secondary|School|High|Junior|Infant|College|University|Hospital|Academy|Surgery|Centre|Center|Clinic|Medical|Care"
    "|Nursing|Church|Police|Fire|Branch|Campus|Nursery|Store|Stores|Hotel|Theatre|Station|branch|store|site"
)
_STREETS = (
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
_HEADER_ADDRESSES = (
    re.compile(
        r"(?<![\w.,])\d{1,5}[a-zA-Z]?,?\s(?:[A-Z][\w'’.-]{0,20}\s){1,4}(?:Place|Pl|Way|Hill|Row|Walk|Square|Circle|Park|View|Rise)\b"
    ),
    re.compile(r"(?<!\w)(?:Unit|Suite|Block|House No\.?|Plot(?: No)?\.?)\s#?\d{1,5}[A-Za-z]?\b", re.I),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d(?!GB|TB|MB|KB)[A-Z]{2}\b"),
    re.compile(r"(?<![\w$€£.,])(?:D-|A-|CH-)?\d{4,5}\s[A-ZÄÖÜÉ][\w-]{2,25}"),
    re.compile(r"(?<!\w)[A-Z]\w{2,20}\s?[-–]?\s?\d{3}\s?\d{3}\b"),
    re.compile(r"(?<!\w)(?:Via|Viale|Rua)\s[^\n\r,|;•·\d]{2,40},?\s\d{1,4}\b"),
)
_BIRTH = re.compile(
    r"\b(?:(?:i was\s)?born|geboren|geb\.|nacid[oa]|née?\sle|nato|nata)\s(?:on\s|in\s|am\s|im\s|le\s|el\s)?"
    r"[^\n\r|;]{0,30}?(?:19|20)\d{2}\b"
    r"|(?<!\w)\*\s?\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b",
    re.I,
)
_AGE = re.compile(
    r"\b(?:I am|I['’]m|ich bin|j['’]ai|tengo)\s\d{2}"
    r"(?!\s(?:min|hour|week|month|%|years?\s(?:in|of|into|on|with)))"
    r"(?:\s(?:years?\sold|yrs?\sold|Jahre\salt|ans|años))?\b",
    re.I,
)
_HEADER_AGE = re.compile(
    r"\b\d{2}[- ](?:years?|yrs?)[- ](?:old|of age)\b|\baged?\s\d{2}\b"
    r"|\b\d{2}\s(?:ans|Jahre(?:\salt)?|años)\b",
    re.I,
)
_COMMA_ENDS = re.compile(r",(?!\s?\d{4}\b)|\.\s(?=[A-Z])")
_PARTS = re.compile(r",\s?|\.\s")
_PLACE_WORD = re.compile(r"[\w.'’-]{1,30}:?")
_HOME = re.compile(
    r"\b(?:live|living|based|located|residing|resident|wohnhaft)\s(?:in|at|near)\s"
    r"[A-Z][\w'’-]{1,30}(?:\s[A-Z][\w'’-]{1,30}){0,2}"
)
_IDENTITY_NUMBER = re.compile(
    r"(?<![\w-])(?:\d{3}-\d{2}-\d{4}|[A-Z]{2}\s?\d{2}\s\d{2}\s\d{2}\s[A-D])(?![\w-])"
)

_STRONG = re.compile(rf"(?<!\w)(?:{words.STRONG_LABELS})[*_]{{0,3}}\s{{0,10}}[:=–—-]{{0,2}}", re.I)
_LABEL_AFTER = (
    r"[*_]{0,3}[ \u00a0]{0,20}(?:[:=][*_]{0,3}|[-–—](?=[ \u00a0])|\t|[ \u00a0]{2}|(?=[ \u00a0]{0,20}$))"
)
_LABEL_BEFORE = r"(?:^|(?<=[|•·;\t,.])|(?<=[ \u00a0]{2})|(?<=[)\]]\s))[^\w\n\r]{0,12}"
_WEAK = re.compile(rf"{_LABEL_BEFORE}(?<!\w)(?:{words.WEAK_LABELS})\b{_LABEL_AFTER}", re.I)
_HEADER_LABEL = re.compile(rf"{_LABEL_BEFORE}(?<!\w)(?:{words.HEADER_LABELS})\b{_LABEL_AFTER}", re.I)
_INLINE_LABEL = re.compile(rf"(?<!\w)(?:{words.WEAK_LABELS})\s?:", re.I)
_NEXT_LABEL = re.compile(r"\s[A-Z][\w'’]{2,20}(?:\s\w{2,15}){0,2}\s?:")
_ADDRESS_LABEL = re.compile(r"address|anschrift|adresse|dirección|domicilio|wohnort|residence", re.I)
_NAME_LABEL = re.compile(r"^\W{0,8}(?:full\s)?(?:name|nom|nombre)\b", re.I)
_VALUE = 80
_ADDRESS_VALUE = 160
_PERSONAL_HEADING = re.compile(
    r"^\W{0,6}(?:personal\s(?:details|information|data|particulars|info|profile\sdetails)|persönliche\s(?:daten|angaben)"
    r"|données\spersonnelles|état\scivil|datos\spersonales)\W{0,6}$",
    re.I,
)
_REFERENCES_HEADING = re.compile(
    r"^\W{0,6}(?:professional\s|character\s|two\s)?(?:references|referees|referenzen|références|referencias)\W{0,6}$",
    re.I,
)
_ON_REQUEST = re.compile(r"\b(?:request|auf anfrage|sur demande|a petición)\b", re.I)
_REFERENCE_LINES = 25
_SECTION_LINE = re.compile(r"^\W{0,6}([^\W\d_]{2,20})(?:\s(?:[^\W\d_]{1,20}|&)){0,4}\W{0,4}$")
_INLINE_SECTION = re.compile(
    r"\b(?:PROFILE|SUMMARY|OBJECTIVE|EXPERIENCE"
    r"|(?:Professional|Personal|Executive|Career) (?:Summary|Profile|Statement)"
    r"|Profile|Summary|Objective|Work Experience)\b"
)

_TITLE_PREFIX = re.compile(
    r"^\W{0,8}(?:curriculum\svitae|cv|r[eé]sum[eé]|lebenslauf|bewerbung|hoja de vida)\b\s{0,3}"
    r"(?:of|for|von|de|:|[-–—|])?\s{0,3}",
    re.I,
)
_SELF_NAME = re.compile(
    r"(?:\bmy name is|\bI am|\bI['’]m|\bmein Name ist|\bje m['’]appelle|\bme llamo|"
    r"(?:^|\W)(?:full )?name\s{0,10}[:\-–]|"
    r"(?:^|\W)(?:nom|nombre)\s{0,10}:)\s{1,10}",
    re.I,
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_])){0,30}\.?")
_SPACED_NAME = re.compile(r"^\W{0,4}(?:[A-Z] ){2,20}[A-Z](?:\s{2,6}(?:[A-Z] ){1,20}[A-Z]){0,3}\W{0,4}$")
_TOKEN = re.compile(r"\S{1,60}")
_HONORIFIC = re.compile(r"(?:Dipl|Ing|Dr|Prof)\b[\w.()-]{0,12}|FH")
_CAMEL_NAME = re.compile(r"(?:Mc|Mac|O['’]|De|Di|La|Le|Fitz|D['’])[A-Z]|.{1,20}[-'’][A-Z]")
_OUTER = "\"'“”‘’()[]*_#>,;:"


@dataclass(slots=True)
class _Line:
    start: int
    text: str
    header: bool = False
    """Above the first section, or under a heading of personal details."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(slots=True)
class _Name:
    parts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def redact(cv_text: str, keep: Collection[str] = ()) -> str:
    """``cv_text`` without personal data, line for line.

    ``keep``: words of the posting (any case) that are never taken for a name on their own, so that a
    Mr Cook's CV for a cook's job still says "cook".
    """
    spans = sorted(_personal_spans(cv_text, {_plain(word) for word in keep}))
    pieces: list[str] = []
    at = 0
    for start, end in _merged(cv_text, spans):
        pieces.append(cv_text[at:start])
        breaks = "".join(_LINE_END.findall(cv_text, start, end))
        pieces.append(REDACTED + breaks)
        at = end
    pieces.append(cv_text[at:])
    return "".join(pieces)


def redact_contacts(text: str) -> str:
    """A posting's ``text`` without the recruiter's e-mail addresses and phone numbers."""
    without = _EMAIL.sub(REDACTED, text)
    return _PHONES[0].sub(REDACTED, without)


def _merged(text: str, spans: list[Span]) -> Iterator[Span]:
    """Overlapping spans, and those with only separators between, as one."""
    current: Span | None = None
    for start, end in spans:
        if start >= end:
            continue
        if current and (start <= current[1] or not text[current[1] : start].strip(" \u00a0,.-–—/")):
            current = (current[0], max(current[1], end))
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current


def _personal_spans(text: str, keep: set[str]) -> Iterator[Span]:
    lines = _lines(text)
    _mark_headers(lines)
    emails = list(_EMAIL.finditer(text))
    name = _find_name(lines, [email[0] for email in emails])
    yield from name.spans
    yield from _name_spans(text, name.parts, keep)
    yield from (email.span() for email in emails)
    for pattern in (_PROFILE_LINK, _IMAGE, _BIRTH, _AGE, _IDENTITY_NUMBER, *_STREETS):
        yield from (match.span() for match in pattern.finditer(text))
    for pattern in _PHONES:
        yield from (match.span() for match in pattern.finditer(text) if _is_phone(match[0]))
    yield from _label_spans(lines)
    yield from _reference_spans(lines)
    starts = [line.start for line in lines]
    with_email = {bisect_right(starts, email.start()) - 1 for email in emails}
    for index, line in enumerate(lines):
        short = len(line.text) < _HEADER_PROSE
        if line.header or (short and (index in with_email or _STRONG.search(line.text))):
            yield from _header_spans(line, name.parts)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    for match in _LINE_END.finditer(text):
        lines.append(_Line(at, text[at : match.start()]))
        at = match.end()
    lines.append(_Line(at, text[at:]))
    return lines


def _plain(word: str) -> str:
    """Casefolded, without accents: how a mailbox spells a name."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in folded if character.isalnum())


def _is_section(line: str) -> bool:
    if len(line) > 60:
        return False
    match = _SECTION_LINE.match(line)
    return bool(match) and match is not None and match[1].casefold() in words.SECTION_STARTS


def _mark_headers(lines: list[_Line]) -> None:
    """Tell which lines stand among the personal details; a long first line is split where its header ends."""
    seen = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if seen >= _HEADER_LINES or (seen and (_is_section(line.text) or len(line.text) > _HEADER_PROSE)):
            break
        line.header = True
        seen += 1
        if len(line.text) > _HEADER_PROSE:
            inline = _INLINE_SECTION.search(line.text, 0, _HEADER_PROSE)
            cut = inline.start() if inline else line.text.find(" ", _HEADER_PROSE - 50, _HEADER_PROSE)
            cut = cut if cut > 0 else _HEADER_PROSE
            lines[index : index + 1] = [
                _Line(line.start, line.text[:cut], header=True),
                _Line(line.start + cut, line.text[cut:]),
            ]
            break
    personal = False
    for line in lines:
        if _PERSONAL_HEADING.match(line.text[:80]) and len(line.text) <= 80:
            personal = True
        elif personal and _is_section(line.text):
            personal = False
        line.header = line.header or (personal and len(line.text) <= _HEADER_PROSE)


def _is_phone(candidate: str) -> bool:
    groups = _NUMBER_GROUPS.findall(candidate)
    digits = sum(map(len, groups))
    dates = all(len(group) <= 2 or (len(group) == 4 and group[:2] in ("19", "20")) for group in groups)
    return 7 <= digits <= 16 and (not dates or candidate.startswith("+"))


def _segments(line: _Line) -> list[Span]:
    """The pieces of a line between separators, as offsets into the line."""
    spans: list[Span] = []
    at = 0
    for match in _SEPARATOR.finditer(line.text):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line.text)))
    return spans


# --- labels -----------------------------------------------------------------------------------------------


def _label_spans(lines: list[_Line]) -> Iterator[Span]:
    for index, line in enumerate(lines):
        if line.blank:
            continue
        patterns = (_STRONG, _WEAK, _HEADER_LABEL, _INLINE_LABEL) if line.header else (_STRONG, _WEAK)
        for pattern in patterns:
            for match in pattern.finditer(line.text):
                end = _value_end(line.text, match)
                yield line.start + match.start(), line.start + end
                if not line.text[match.end() :].strip(" *_|:"):
                    yield from _value_below(lines, index, address=bool(_ADDRESS_LABEL.search(match[0])))


def _value_end(text: str, label: re.Match[str]) -> int:
    """Where the value after a label ends: at a separator, a comma that ends it, or the next label."""
    address = _ADDRESS_LABEL.search(label[0])
    start = label.end()
    while start < len(text) and text[start] in " \u00a0\t|:*_":
        start += 1
    limit = min(len(text), start + (_ADDRESS_VALUE if address else _VALUE))
    separator = _SEPARATOR.search(text, start, limit)
    end = separator.start() if separator else limit
    if not address:
        comma = _COMMA_ENDS.search(text, start, end)
        end = comma.start() if comma else end
    following = _NEXT_LABEL.search(text, start, end)
    return following.start() if following else end


def _value_below(lines: list[_Line], index: int, *, address: bool) -> Iterator[Span]:
    """A label alone on its line, as PDF columns leave it: its value is below, an address on three lines."""
    for line in lines[index + 1 : index + (4 if address else 2)]:
        if line.blank or len(line.text) > _VALUE or _is_section(line.text) or _WEAK.match(line.text):
            return
        yield line.start, line.end


def _reference_spans(lines: list[_Line]) -> Iterator[Span]:
    remaining = 0
    for line in lines:
        if len(line.text) <= 80 and _REFERENCES_HEADING.match(line.text):
            remaining = _REFERENCE_LINES
        elif remaining and not line.blank:
            if _is_section(line.text) or line.text.startswith("#"):
                remaining = 0
            elif not _ON_REQUEST.search(line.text[:_HEADER_PROSE]):
                yield line.start, line.end
                remaining -= 1


# --- the lines above the first section --------------------------------------------------------------------


def _header_spans(line: _Line, name: list[str]) -> Iterator[Span]:
    text = line.text
    if len(text) <= 100 and _PHOTO_LINE.match(text):
        yield line.start, line.end
        return
    found = [match.span() for match in _HEADER_PHONE.finditer(text) if _is_phone(match[0])]
    found += [match.span() for pattern in _PHONES for match in pattern.finditer(text) if _is_phone(match[0])]
    found += [match.span() for match in _HEADER_LINK.finditer(text) if _is_own_link(match[0], name)]
    found += [
        match.span()
        for pattern in (_EMAIL, _HEADER_AGE, _HOME, *_STREETS)
        for match in pattern.finditer(text)
    ]
    contact = bool(found or _STRONG.search(text) or _WEAK.search(text) or _INLINE_LABEL.search(text))
    if contact or len(text) <= 60:
        found += [match.span() for pattern in _HEADER_ADDRESSES for match in pattern.finditer(text)]
    found.sort()
    for start, end in found:
        yield line.start + start, line.start + end
    for start, end in _between(_segments(line), found):
        yield from _place_spans(line, start, end, contact=contact)


def _is_own_link(link: str, name: list[str]) -> bool:
    """A link with a path, or one whose host spells the name; "Bill.com" and "ASP.NET" are neither."""
    plain = _plain(link)
    return link[:4].casefold() == "www." or any(len(part) > 2 and _plain(part) in plain for part in name)


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


def _place_spans(line: _Line, start: int, end: int, *, contact: bool) -> Iterator[Span]:
    """Towns, regions, nationality and marital status, which stand bare between the contacts."""
    if "language" in line.text[start:end].casefold() or ":" in line.text[start:end]:
        return
    at = start
    parts: list[Span] = []
    for match in _PARTS.finditer(line.text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, end))
    plain = [[_plain(word) for word in line.text[a:b].split()] for a, b in parts]
    place = len(line.text) <= 150 and any(_is_region(line.text[a:b]) for a, b in parts)
    for (a, b), part in zip(parts, plain, strict=True):
        raw = line.text[a:b].strip()
        if not any(part) or any(word in words.JOB_WORDS for word in part):
            continue
        if any(word in words.CREDENTIALS for word in part) and not (contact and raw in words.STATES):
            continue
        if re.fullmatch(r"[A-Z]{2,6}", raw) and not contact and not _is_region(raw):
            continue  # a degree after the name
        personal = all(word in words.PERSONAL_WORDS for word in part if word)
        region = len(part) <= 3 and not _is_heading(part) and all(map(_place_word, raw.strip(_OUTER).split()))
        if (personal and contact) or (region and (contact or place)):
            yield line.start + a, line.start + b


def _place_word(word: str) -> bool:
    if word.casefold() in words.PLACE_PARTICLES or word in "/&":
        return True
    return bool(_PLACE_WORD.fullmatch(word)) and (word[0].isupper() or word[0].isdigit())


def _is_region(text: str) -> bool:
    return text.strip() in words.STATES or _plain(text) in words.REGIONS


def _is_heading(part: list[str]) -> bool:
    return any(word in words.HEADING_WORDS or word in words.SECTION_STARTS for word in part)


# --- the name ---------------------------------------------------------------------------------------------


def _find_name(lines: list[_Line], emails: list[str]) -> _Name:
    """The name's words and where it stands in the header; empty where nothing looks like one."""
    local = emails[0].split("@")[0].split("(")[0].casefold() if emails else ""
    mailbox = [
        part for part in re.split(r"[^a-z]+", local) if len(part) >= 3 and part not in words.GENERIC_MAILBOXES
    ]
    best = _Name()
    best_rank = 0
    header = [line for line in lines if line.header and not line.blank][:_HEADER_LINES]
    for position, line in enumerate(header):
        for start, candidate, declared in _name_candidates(line):
            name = _leading_name(candidate, mailbox, inverted=position == 0)
            known = sum(_spelled(part, mailbox) for part in name.parts)
            if not name.parts or (len(name.parts) < 2 and not known):
                continue
            if known or declared or (name.closed and position < 4) or position == 0:
                rank = 8 * known + 6 * declared + 4 * name.closed + max(0, 4 - position)
                if rank > best_rank:
                    best_rank = rank
                    best = _Name(name.parts, [(line.start + start, line.start + start + name.end)])
    if not best.parts and header and _is_trade_name(header[0], lines):
        first = header[0]
        best = _Name(first.text.strip(_OUTER + " ").split(), [(first.start, first.end)])
    for line in header:
        if _SPACED_NAME.match(line.text):
            spaced = [
                "".join(group.split())
                for group in re.split(r"\s{2,}", line.text.strip(" #*_"))
                if group.strip()
            ]
            best = _Name(
                best.parts + [part for part in spaced if len(part) > 1], [*best.spans, (line.start, line.end)]
            )
    seen = {_plain(part) for part in best.parts}
    best.parts += [part for part in mailbox if part not in seen and part not in words.JOB_WORDS]
    return best


def _is_trade_name(first: _Line, lines: list[_Line]) -> bool:
    """ "Marco Cook" above everything else is a name; "Line Cook", which the text says again, is a job."""
    both = first.text.strip(_OUTER + " ").casefold()
    pair = both.split()
    if len(pair) != 2 or pair[0] in words.JOB_WORDS or pair[1] not in words.AMBIGUOUS_NAMES & words.JOB_WORDS:
        return False
    return not any(both in line.text.casefold() for line in lines if line is not first)


def _spelled(part: str, mailbox: list[str]) -> bool:
    """The mailbox spells this part of the name, alone or run together with the rest."""
    plain = _plain(part)
    return len(plain) >= 3 and any(
        plain == box or box.startswith(plain) or box.endswith(plain) for box in mailbox
    )


def _name_candidates(line: _Line) -> Iterator[tuple[int, str, bool]]:
    """Where a name may begin in a header line: offset, text from there, whether the line says it is one."""
    declared = _SELF_NAME.search(line.text)
    if declared:
        yield declared.end(), line.text[declared.end() : declared.end() + 80], True
    prefix = _TITLE_PREFIX.match(line.text)
    for start, end in _segments(line):
        start = prefix.end() if prefix and start <= prefix.end() < end else start
        yield start, line.text[start : min(end, start + 100)], bool(prefix and prefix.end() == start)


@dataclass(frozen=True, slots=True)
class _Candidate:
    parts: list[str]
    end: int
    closed: bool
    """Nothing but degrees follows."""


_NO_NAME = _Candidate([], 0, False)


def _leading_name(text: str, mailbox: list[str], *, inverted: bool) -> _Candidate:
    """The name that ``text`` begins with. ``inverted``: "Doe, Jane" counts."""
    tokens = list(_TOKEN.finditer(text))
    parts: list[str] = []
    end = 0
    capitals = all(token[0].strip(_OUTER).isupper() for token in tokens[:2])
    for index, token in enumerate(tokens):
        bare = token[0].strip(_OUTER)
        if not parts and (
            not bare or _HONORIFIC.fullmatch(bare) or bare.rstrip(".").casefold() in words.HONORIFICS
        ):
            continue
        known = _spelled(bare, mailbox)
        kind = "name" if known else _word_kind(bare, first=not parts, capitals=capitals)
        if (
            kind == "name"
            and not known
            and len(parts) >= 2
            and bare.isupper()
            and (not capitals or len(bare) <= 4)
        ):
            kind = "degree" if len(bare) > 1 else kind
        if kind != "name":
            enough = len(parts) >= 2 if kind != "heading" else _known(parts, mailbox)
            return _Candidate(parts, end, kind == "degree") if enough or _known(parts, mailbox) else _NO_NAME
        parts.append(bare.rstrip("."))
        end = token.end()
        ending = token[0].rstrip("\"'”’)*_#")
        if ending.endswith((",", ";", ":")) or (ending.endswith(".") and len(bare) > 3):
            if inverted and len(parts) == 1 and ending.endswith(",") and index + 1 < len(tokens):
                continue
            return _Candidate(parts, end, True) if len(parts) >= 2 or known else _NO_NAME
        if len(parts) == 5:
            return _Candidate(parts, end, index == len(tokens) - 1)
    return _Candidate(parts, end, True)


def _word_kind(word: str, *, first: bool, capitals: bool) -> str:
    """What a word after a name is: part of it, or "job", "heading", "degree", "other", which end it."""
    plain = _plain(word)
    if plain in words.CREDENTIALS:
        return "degree"
    if plain in words.HEADING_WORDS:
        return "heading"
    if plain in words.JOB_WORDS:
        return "job"
    particle = word.casefold() in words.PARTICLES
    if not _NAME_WORD.fullmatch(word) or not (word[0].isupper() or (particle and not first)):
        return "other"
    inner_capitals = sum(map(str.isupper, word)) >= 2 and not word.isupper() and not _CAMEL_NAME.match(word)
    return "degree" if inner_capitals else "name"


def _known(parts: list[str], mailbox: list[str]) -> bool:
    return any(_spelled(part, mailbox) for part in parts)


def _name_spans(text: str, parts: list[str], keep: set[str]) -> Iterator[Span]:
    """Where the name stands: in full, in either order, in file names; and its telling words alone."""
    telling = [part for part in parts if len(_plain(part)) >= 2 and part.casefold() not in words.PARTICLES]
    if not telling:
        return
    if len(telling) >= 2:
        first, last = re.escape(telling[0]), re.escape(telling[-1])
        middle = r"[ \t._'’\"“”()-]{0,3}(?:[^\W\d_]{1,20}[ \t._'’\"“”()-]{1,3}){0,2}"
        for a, gap, b in ((first, middle, last), (last, r",?[ \t._-]{0,3}", first)):
            sequence = re.compile(rf"(?<![^\W_]){a}{gap}{b}(?![^\W\d_])", re.I)
            yield from (match.span() for match in sequence.finditer(text))
        initial = re.compile(rf"(?<![^\W_]){re.escape(telling[0][0])}\.\s?{last}(?![^\W\d_])", re.I)
        yield from (match.span() for match in initial.finditer(text))
    for part in telling:
        plain = _plain(part)
        if len(plain) < 3 or plain in words.AMBIGUOUS_NAMES or plain in words.JOB_WORDS or plain in keep:
            continue
        alone = re.compile(rf"(?<![^\W_]){re.escape(part)}(?![^\W\d_])", re.I)
        matches = list(alone.finditer(text))
        if any(match[0].islower() and not _in_address(text, match) for match in matches):
            continue  # the text uses it as a word
        yield from (match.span() for match in matches if not match[0].islower())


def _in_address(text: str, match: re.Match[str]) -> bool:
    """Lower case inside an e-mail address, a link or a file name says nothing about the word."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return (
        any(character in "@._-/0123456789" for character in around)
        or "@" in text[match.end() : match.end() + 40]
    )
