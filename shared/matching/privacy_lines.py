"""The lines of a CV, and which of them stand among the personal details."""

import re
import unicodedata
from dataclasses import dataclass

from shared.matching import privacy_words as words
from shared.matching.privacy_patterns import HEADER_LINES, HEADER_PROSE, LINE_END, SEPARATOR, Span

_PERSONAL_HEADING = re.compile(
    r"^\W{0,6}(?:personal(?:\s(?:details|information|data|particulars|info|profile\sdetails|dossier|facts|bio-?data))?"
    r"|bio-?\s?data|persönliche\s(?:daten|angaben)|dati\spersonali|dados\spessoais|persoonlijke\sgegevens"
    r"|dane\sosobowe|personuppgifter|personalia|личные\sданные|个人信息|個人情報|인적\s?사항"
    r"|données\spersonnelles|état\scivil|datos\spersonales)"
    r"(?:\W{0,6}|\s{1,20}(?-i:[A-ZÀ-Þ][\w'’-]{1,20}(?:\s[A-ZÀ-Þ][\w'’-]{1,20}){1,2}))$",
    re.I,
)
_SECTION_LINE = re.compile(r"^\W{0,6}([^\W\d_]{2,20})(?:\s(?:[^\W\d_]{1,20}|&)){0,4}\W{0,4}$")
_INLINE_SECTION = re.compile(
    r"\b(?:PROFILE|SUMMARY|OBJECTIVE|EXPERIENCE"
    r"|(?:Professional|Personal|Executive|Career) (?:Summary|Profile|Statement)"
    r"|Profile|Summary|Objective|Work Experience)\b"
)


@dataclass(slots=True)
class Line:
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


def lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for match in LINE_END.finditer(text):
        lines.append(Line(at, text[at : match.start()]))
        at = match.end()
    lines.append(Line(at, text[at:]))
    return lines


def plain_of(word: str) -> str:
    """Casefolded, without accents: how a mailbox spells a name."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in folded if character.isalnum())


def is_section(line: str) -> bool:
    if len(line) > 60:
        return False
    match = _SECTION_LINE.match(line)
    return bool(match) and match is not None and match[1].casefold() in words.SECTION_STARTS


def mark_headers(lines: list[Line]) -> None:
    """Tell which lines stand among the personal details; a long first line is split where its header ends."""
    seen = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if seen >= HEADER_LINES or (seen and (is_section(line.text) or len(line.text) > HEADER_PROSE)):
            break
        line.header = True
        seen += 1
        if len(line.text) > HEADER_PROSE:
            inline = _INLINE_SECTION.search(line.text, 0, HEADER_PROSE)
            cut = inline.start() if inline else line.text.find(" ", HEADER_PROSE - 50, HEADER_PROSE)
            cut = cut if cut > 0 else HEADER_PROSE
            lines[index : index + 1] = [
                Line(line.start, line.text[:cut], header=True),
                Line(line.start + cut, line.text[cut:]),
            ]
            break
    personal = False
    for line in lines:
        if _PERSONAL_HEADING.match(line.text[:80]) and len(line.text) <= 80:
            personal = True
        elif personal and is_section(line.text):
            personal = False
        line.header = line.header or (personal and len(line.text) <= HEADER_PROSE)


def segments(line: Line) -> list[Span]:
    """The pieces of a line between separators, as offsets into the line."""
    spans: list[Span] = []
    at = 0
    for match in SEPARATOR.finditer(line.text):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(line.text)))
    return spans
