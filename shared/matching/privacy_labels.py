"""Personal data behind a label ("Date of birth: ..."), and the people named as references."""

import re
from collections.abc import Iterator

from shared.matching import privacy_words as words
from shared.matching.privacy_lines import Line, is_section
from shared.matching.privacy_patterns import (
    HEADER_PROSE,
    INLINE_LABEL,
    LABEL_AFTER,
    LABEL_BEFORE,
    SEPARATOR,
    STRONG,
    WEAK,
    Span,
)

_COMMA_ENDS = re.compile(r",(?!\s?\d{4}\b)|(?<![MD]r)(?<!Mrs)(?<!\b[A-Z][a-z])(?<!\b[A-Z])\.\s(?=[A-Z])")
_HEADER_LABEL = re.compile(rf"{LABEL_BEFORE}(?<!\w)(?:{words.HEADER_LABELS})\b{LABEL_AFTER}", re.I)
_NEXT_LABEL = re.compile(r"\s[A-Z][\w'’]{2,20}(?:\s\w{2,15}){0,2}\s?:")
_ADDRESS_LABEL = re.compile(rf"address|residence|पता|{words.ADDRESS_LABELS}|{words.ADDRESS_STEMS}", re.I)
_STEM_LABEL = re.compile(
    rf"{LABEL_BEFORE}(?:[^\W\d_][\w.'’-]{{0,15}},? (?:& )?){{0,4}}?"
    rf"(?:{words.PERSONAL_STEMS}|{words.ADDRESS_STEMS})"
    r"[^\n\r:：|;•·]{0,30}[:：]",
    re.I,
)
_OF_ADDRESSES = re.compile(r"[|•·;\t¦◆★●▪■()]|[ \u00a0]{3,}")
"""What ends an address, in which dashes and slashes stand between street and town, and colons behind "No"."""
_CONTACT_LABEL = re.compile(rf"(?<!\w)(?:{words.CONTACT_LABELS})\b", re.I)
_DOUBTFUL_LABEL = re.compile(rf"(?<!\w)(?:{words.DOUBTFUL_LABELS})\b", re.I)
_PERSONAL_LABEL = re.compile(rf"{LABEL_BEFORE}(?<!\w)(?:{words.PERSONAL_LABELS})\b{LABEL_AFTER}", re.I)
_CONTACT = re.compile(r"@|\w[./]\w|\d(?:[ ().-]{0,3}\d){5}")
_SIGNED = re.compile(rf"^\W{{0,4}}(?:place|ort(?:, datum)?|lieu|lugar|luogo){LABEL_AFTER}", re.I)
_DATED = re.compile(
    r"^\W{0,4}[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-Þ][\w'’-]{1,30})?, ?(?:den |the |le |il |el |a |am )?\d{1,2}"
    r"(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)?\.? (?:of |de )?[^\W\d_]{3,12}\.?,? (?:de )?)(?:20)?\d{2}\W{0,4}$"
)
"""Place and date about a signature, as letters have them."""
_LAST_LINES = 8
_VALUE = 80
_ADDRESS_VALUE = 160
_REFERENCES_HEADING = re.compile(
    r"^\W{0,6}(?:professional\s|character\s|two\s|work\s|contactable\s)?(?:references?\s(?:contacts?|details)"
    r"|references|referees|referenzen|références|referencias|referenties|referenze|referências)\W{0,6}$",
    re.I,
)
_REFERENCE_LINE = re.compile(
    r"^\W{0,6}(?:references|referees|referenzen|références|referencias)\s{0,3}(?:\([^)\n]{0,30}\)\s{0,3})?[:–-]\s?(?-i:[A-ZÀ-Þ])"
    r"|^\W{0,6}(?:reference|referee)\s(?:no\.?\s)?[#\d]\d?\s{0,3}[:.–-]\s?\S"
    r"|\bmy (?:references?|referees?) (?:are|is|will be)\s[A-Z]",
    re.I,
)
_ON_REQUEST = re.compile(r"\b(?:request|auf anfrage|sur demande|a petición)\b", re.I)
_REFERENCE_LINES = 25


def label_spans(lines: list[Line]) -> Iterator[Span]:
    for index, line in enumerate(lines):
        if line.blank:
            continue
        patterns = (STRONG, WEAK, _HEADER_LABEL, INLINE_LABEL, _STEM_LABEL) if line.header else (STRONG, WEAK)
        for pattern in patterns:
            for match in pattern.finditer(line.text):
                end = _value_end(line.text, match)
                if pattern is WEAK and not line.header and not _is_personal(lines, index, match, end):
                    continue
                yield line.start + match.start(), line.start + end
                if not line.text[match.end() :].strip(" *_|:"):
                    yield from _value_below(lines, index, address=bool(_ADDRESS_LABEL.search(match[0])))

    for line in lines[-_LAST_LINES:]:
        if signed := _SIGNED.match(line.text):
            yield line.start, line.start + _value_end(line.text, signed)
    for line in [line for line in lines if not line.blank][-2:]:
        if _DATED.match(line.text):
            yield line.start, line.end


def _is_personal(lines: list[Line], index: int, label: re.Match[str], end: int) -> bool:
    """Whether a label below the personal details means the person: "Web: HTML" is a skill."""
    around = [line.text for line in lines[max(0, index - 1) : index + 2]]
    if _CONTACT_LABEL.search(label[0]):
        value = lines[index].text[label.end() : end]
        return bool(_CONTACT.search(value if value.strip() else around[-1]))
    if not _DOUBTFUL_LABEL.search(label[0]):
        return True
    return any(STRONG.search(text) or _PERSONAL_LABEL.search(text) for text in around)


def _value_end(text: str, label: re.Match[str]) -> int:
    """Where the value after a label ends: at a separator, a comma that ends it, or the next label."""
    address = _ADDRESS_LABEL.search(label[0])
    start = label.end()
    while start < len(text) and text[start] in " \u00a0\u3000\t|:*_":
        start += 1
    limit = min(len(text), start + (_ADDRESS_VALUE if address else _VALUE))
    separator = (_OF_ADDRESSES if address else SEPARATOR).search(text, start, limit)
    end = separator.start() if separator else limit
    if not address:
        comma = _COMMA_ENDS.search(text, start, end)
        end = comma.start() if comma else end
    following = (INLINE_LABEL if address else _NEXT_LABEL).search(text, start, end)
    return following.start() if following else end


def _value_below(lines: list[Line], index: int, *, address: bool) -> Iterator[Span]:
    """A label alone on its line, as PDF columns leave it: its value is below, an address on three lines."""
    for line in lines[index + 1 : index + (4 if address else 2)]:
        if line.blank or len(line.text) > _VALUE or is_section(line.text) or WEAK.match(line.text):
            return
        yield line.start, line.end


def reference_spans(lines: list[Line]) -> Iterator[Span]:
    remaining = 0
    for line in lines:
        if len(line.text) <= 80 and _REFERENCES_HEADING.match(line.text):
            remaining = _REFERENCE_LINES
        elif remaining and not line.blank:
            if is_section(line.text) or line.text.startswith("#"):
                remaining = 0
            elif not _ON_REQUEST.search(line.text[:HEADER_PROSE]):
                yield line.start, line.end
                remaining -= 1
        elif _REFERENCE_LINE.search(line.text[:HEADER_PROSE]) and not _ON_REQUEST.search(
            line.text[:HEADER_PROSE]
        ):
            yield line.start, line.end
