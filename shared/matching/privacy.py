"""What a model need not know about a person is taken out of the CV before it is sent.

Name, e-mail, phone, links, address, birth date and age, photo, marital status, nationality, parents' names
and document numbers go; so do the people named as references. Everything is found by form and position
(labels, the lines above the first section, the mailbox that spells the name), because a list of the world's
names would miss most of them. What was taken out reads ``[redacted]``; line breaks stay where they were.

Every expression here is bounded and starts at a token's edge, so that the time is linear in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from shared.matching.privacy_header import header_spans
from shared.matching.privacy_labels import label_spans, reference_spans
from shared.matching.privacy_lines import lines_of, mark_headers, plain_of
from shared.matching.privacy_name import find_name, name_spans
from shared.matching.privacy_patterns import (
    EMAIL,
    HEADER_PROSE,
    LINE_END,
    PHONES,
    STREETS,
    STRONG,
    Span,
    is_phone,
)

REDACTED = "[redacted]"
_PROFILE_LINK = re.compile(
    r"(?<![\w@])(?:https?://|www\.|(?:[\w-]{1,40}\.)?(?:linkedin|xing|github|gitlab|behance|dribbble|twitter|facebook"
    r"|instagram|researchgate|kaggle|bitbucket|orcid|skype|t\.me|stackoverflow|git)\.[\w.-]{2,60}/)[^\s<>()|,;]{1,300}",
    re.I,
)
_HANDLE = re.compile(
    r"\b(?:twitter|instagram|insta|telegram|mastodon|threads|bluesky|tiktok|facebook|skype|github|gitlab|discord|x)"
    r"(?: (?:id|handle))?[ :–-]{1,3}@[\w.-]{2,40}|(?<![\w#])\w[\w.]{2,31}#\d{4}(?!\w)",
    re.I,
)
_SPACED_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w+%-]{1,30}(?: ?\. ?[\w+%-]{1,30}){0,3} @ [\w-]{1,40}(?: ?\. ?[\w-]{2,24}){1,3}"
)
_SAID_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w+%-]{1,30}(?:\.[\w+%-]{1,30}){0,3} at [\w-]{1,40}(?: dot [\w-]{2,24}){1,3}\b", re.I
)
_IMAGE = re.compile(
    r"!\[[^\]\n]{0,200}\](?:\([^)\n]{0,400}\))?|<img\b[^>\n]{0,400}>"
    r"|[\[(](?:my\s)?(?:photo|foto|picture|image|headshot|passport[ -]size)\b[^\])\n]{0,60}[\])]",
    re.I,
)
_BIRTH = re.compile(
    r"\b(?:(?:i was\s)?born|geboren|geb\.|nacid[oa]|née?\sle|nato|nata"
    r"|narozena?|född|født|родил(?:ся|ась))\s(?:on\s|in\s|am\s|im\s|le\s|el\s)?"
    r"[^\n\r|;]{0,30}?(?:19|20)\d{2}\b(?:\s(?:à|a|in|en|te|at|i|em|w|v)\s(?-i:[A-ZÀ-Þ])[\w'’-]{1,30})?"
    r"|(?<!\w)b\.\s?(?:19[3-9]\d|200\d)\b"
    r"|(?<!\w)\*\s?\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b",
    re.I,
)
_AGE = re.compile(
    r"\b(?:I am|I['’]m|ich bin|j['’]ai|tengo)\s\d{2}"
    r"(?!\s(?:min|hour|week|month|%|years?\s(?:in|of|into|on|with)))"
    r"(?:\s(?:years?\sold|yrs?\sold|Jahre\salt|ans|años))?\b",
    re.I,
)
_FAMILY = re.compile(
    r"(?:^|(?<=[.;|,:•·-] ))(?:happily )?(?:married|divorced|widowed|single"
    r"|verheiratet|geschieden|mariée?|casad[oa])\b"
    r"[^\n.;|]{0,25}"
    r"\b(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?)\b(?!['’])"
    r"|\b(?:mother|father|parent) of (?:one|two|three|four|\d)\b"
    r"|\b(?:wife|husband|son|daughter|mother|father) (?:of|to) "
    r"(?-i:[A-Z][\w.'’-]{0,20}(?: [A-Z][\w'’-]{1,20}){0,3})"
    r"|(?-i:\bnée?\s[A-Z]\w{1,30})",
    re.I | re.M,
)
_LABELLED_NUMBER = re.compile(
    r"(?<![\w-])(?:(?:national |identity |emirates )?id(?:entity)?|i\.?c|nric|dni|nie|nif|cpf|rg|c\.?f|cnp"
    r"|pesel|bvn|nin|n\.?i|nid|c?nic|utr|dl|cpr"
    r"|iqama|pan|sin|tfn|nhs|passport|passeport|pasaporte|reisepass|aadhaar|uscis a|service"
    r"|driv(?:ing|er['’]?s?) licen[cs]e)\b\.?"
    r"(?:\s(?:no|number|nr|card)\b\.?)?[\s:#.º°]{0,6}"
    r"(?=(?:[a-z ./-]{0,6}\d){4})[a-z]{0,6}\d(?:[ ./-]?[\da-z]){4,18}(?![a-z])",
    re.I,
)
_REGISTERED = re.compile(
    r"\b(?:NMC|GMC|HCPC|DBS|GPhC|GDC|SRA|RCVS|PIN|[Rr]egistration|[Rr]eg\.|[Ll]icen[cs]e)\s(?:PIN\s|[Rr]eg\w*\.?\s|[Nn]o\.?\s|[Nn]umber\s)?"
    r"[:#]?\s?([A-Z]{0,3}\d{5,9}[A-Z]?|\d{2}[A-Z]\d{4}[A-Z])\b"
)
"""With whom somebody is registered matters, under which number does not."""
_IDENTITY_NUMBER = re.compile(
    r"(?<![\w-])(?:\d{3}-\d{2}-\d{4}|[A-Z]{2}\s?\d{2}\s\d{2}\s\d{2}\s[A-D])(?![\w-])"
)


def redact(cv_text: str, keep: Collection[str] = ()) -> str:
    """``cv_text`` without personal data, line for line.

    ``keep``: words of the posting (any case) that are never taken for a name on their own, so that a
    Mr Cook's CV for a cook's job still says "cook".
    """
    spans = sorted(_personal_spans(cv_text, {plain_of(word) for word in keep}))
    pieces: list[str] = []
    at = 0
    for start, end in _merged(cv_text, spans):
        pieces.append(cv_text[at:start])
        breaks = "".join(LINE_END.findall(cv_text, start, end))
        pieces.append(REDACTED + breaks)
        at = end
    pieces.append(cv_text[at:])
    return "".join(pieces)


def redact_contacts(text: str) -> str:
    """A posting's ``text`` without the recruiter's e-mail addresses and phone numbers."""
    without = EMAIL.sub(REDACTED, text)
    return PHONES[0].sub(REDACTED, without)


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
    lines = lines_of(text)
    mark_headers(lines)
    emails = list(EMAIL.finditer(text))
    slugs = [match[0].rstrip("/").rsplit("/", 1)[-1] for match in _PROFILE_LINK.finditer(text)]
    name = find_name(lines, [email[0] for email in emails], slugs)
    yield from name.spans
    yield from name_spans(text, name, keep)
    found = [email.span() for email in emails]
    for pattern in (
        _PROFILE_LINK,
        _HANDLE,
        _SPACED_EMAIL,
        _SAID_EMAIL,
        _IMAGE,
        _BIRTH,
        _AGE,
        _FAMILY,
        _LABELLED_NUMBER,
        _IDENTITY_NUMBER,
        *STREETS,
    ):
        found += [match.span() for match in pattern.finditer(text)]
    for pattern in PHONES:
        found += [match.span() for match in pattern.finditer(text) if is_phone(match[0])]
    found += label_spans(lines)
    yield from found
    yield from reference_spans(lines)
    yield from (match.span(1) for match in _REGISTERED.finditer(text))
    starts = [line.start for line in lines]
    with_email = {bisect_right(starts, email.start()) - 1 for email in emails}
    personal = {bisect_right(starts, start) - 1 for start, _ in found}
    for index, line in enumerate(lines):
        short = len(line.text) < HEADER_PROSE
        if line.header or (short and (index in with_email or STRONG.search(line.text))):
            yield from header_spans(line, name.parts, contact=index in personal)
