"""The name in a CV, by its place above the first section and by the mailbox that spells it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from shared.matching import privacy_words as words
from shared.matching.privacy_lines import Line, plain_of, segments
from shared.matching.privacy_patterns import EMAIL, HEADER_LINES, OUTER, Span

_TITLE_PREFIX = re.compile(
    r"^\W{0,8}(?:curriculum\svitae|application|cv|r[eé]sum[eé]|lebenslauf|bewerbung|hoja de vida"
    r"|(?:personal\s)?profile(?=\sof\s))\b\s{0,3}"
    r"(?:of|for|von|de|:|[-–—|])?\s{0,3}"
    r"|^\W{0,4}(?:personal information"
    r"|(?:profile|summary|about)\b\W{1,4}(?=(?-i:(?:[A-Z][\w'’-]{1,20} ){2,3})(?:is|has|was) ))\s{0,3}",
    re.I,
)
_SELF_NAME = re.compile(
    r"(?:\bmy name(?: is|['’]s)|\bI am|\bI['’]m|\bmein Name ist|\bje m['’]appelle|\bme llamo|"
    r"(?<!['’]s)(?:^|\W)(?:full )?names?\s{0,10}[:\-–]|(?:^|\W)full name(?=\s{1,4}[A-Z])|"
    r"^\W{0,4}(?:candidate|applicant|employee|consultant|contractor)(?:['’]?s)?(?: name)?\s{0,10}:|"
    r"(?:^|\W)(?:nom|nombre)\s{0,10}:)\s{1,10}",
    re.I,
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_])){0,30}\.?")
_SPACED_NAME = re.compile(
    r"^\W{0,4}(?:[^\W\d_] ){2,20}[^\W\d_](?:\s{2,6}(?:[^\W\d_] ){1,20}[^\W\d_]){0,3}\W{0,4}$"
)
_SMALL_NAME = re.compile(
    r"(?!(?:[\w'’-]+ ){0,2}(?:and|of|for|with|in|at|to|the|a|an|my|i|is|am|on|from|by|as)\b)"
    r"[^\W\d_]['’\w-]{1,20}(?: [^\W\d_]['’\w-]{1,20}){1,2}"
)
_VOWELS = frozenset("aeiouy")
"""Behind a name in capitals a short word without any is a degree; "MINH" is none."""
_INITIALS = 3
_WIDE = re.compile(r"\t+|[ \u00a0]{3,}")
_TOKEN = re.compile(r"\S{1,60}")
_HONORIFIC = re.compile(r"(?:Dipl|Ing|Dr|Prof)\b[\w.()-]{0,12}|FH|[A-Za-z][a-z]{1,5}\.")
_CASELESS = re.compile(
    r"[\u3005\u3400-\u9fff\u3040-\u30ff]{1,4}[ \u3000]?[\u3005\u3400-\u9fff\u3040-\u30ff]{1,4}"
    r"|[\uac00-\ud7af]{1,3} ?[\uac00-\ud7af]{1,3}"
    r"|[\u0590-\u08ff\u0900-\u0fff]{2,30}(?: [\u0590-\u08ff\u0900-\u0fff]{2,30}){1,3}"
)
"""A name in a script that knows no capitals: one or two short words, or two to four of letters and marks."""
_READING = re.compile(r"[(（][\u3040-\u30ff\s]{2,20}[)）]")
_ABOUT_A_SPELLING = OUTER + " /|（）"
_TITLES = "简历 个人简历 簡歷 履歴書 職務経歴書 이력서 자기소개서"
_CASELESS_TITLES = frozenset(_TITLES.split())
_CAMEL_NAME = re.compile(r"(?:Mc|Mac|O['’]|De|Di|La|Le|Fitz|D['’])[A-Z]|.{1,20}[-'’][A-Z]")


@dataclass(slots=True)
class Name:
    parts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def find_name(lines: list[Line], emails: list[str], slugs: Collection[str] = ()) -> Name:
    """The name's words and where it stands in the header; empty where nothing looks like one. ``slugs`` end
    the links to profiles: one that holds a part of the name spells the rest."""
    local = emails[0].split("@")[0].split("(")[0].casefold() if emails else ""
    mailbox = [
        part for part in re.split(r"[^a-z]+", local) if len(part) >= 3 and part not in words.GENERIC_MAILBOXES
    ]
    best = Name()
    best_rank = 0
    header = [line for line in lines if line.header and not line.blank][:HEADER_LINES]
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
                    best = Name(name.parts, [(line.start + start, line.start + start + name.end)])
    if not best.parts and header and _is_trade_name(header[0], lines):
        first = header[0]
        best = Name(first.text.strip(OUTER + " ").split(), [(first.start, first.end)])
    best = _with_both_spellings(best, header)
    for line in header:
        if _SPACED_NAME.match(line.text):
            spaced = ["".join(group.split()) for group in re.split(r"\s{2,}", line.text.strip(" #*_"))]
            if any(plain_of(part) in words.JOB_WORDS for part in spaced):
                continue
            best = Name(
                best.parts + [part for part in spaced if len(part) > 1], [*best.spans, (line.start, line.end)]
            )
    if not best.parts:
        best = (
            _split_name(header) or _caseless_name(header) or _small_name(header) or _only_name(header) or best
        )
    best.parts += [
        piece for part in best.parts if "-" in part for piece in part.split("-") if len(piece) > _INITIALS
    ]
    seen = {plain_of(part) for part in best.parts}
    spelled = [_plain_parts(slug) for slug in slugs if not seen.isdisjoint(_plain_parts(slug))]
    best.parts += [
        part
        for part in dict.fromkeys([*mailbox, *(part for slug in spelled for part in slug)])
        if part not in seen and part not in words.JOB_WORDS
    ]
    return best


def _plain_parts(slug: str) -> list[str]:
    return [part for part in re.split(r"[^a-z]+", slug.casefold()) if len(part) >= 3]


def _split_name(header: list[Line]) -> Name | None:
    """A name over two lines: "OTTILIE", "MOCKINGTON", and the job below."""
    cells = [(cell, line) for line in header[:3] for cell in _WIDE.split(line.text.strip(OUTER + " "))]
    if len(cells) < 3:
        return None
    if len(cells[1][0].strip(".")) == 1:
        del cells[1]  # an initial
    pair = [cell.strip(OUTER + " ") for cell, _ in cells[:2]]
    if not all(_word_kind(word, first=True) == "name" for word in pair):
        return None
    return Name(pair, [span for cell, line in cells[:2] for span in _places(line, cell)])


def _places(line: Line, cell: str) -> Iterator[Span]:
    at = line.start + line.text.index(cell)
    yield at, at + len(cell)


def _caseless_name(header: list[Line]) -> Name | None:
    """A first line in a script without capitals."""
    for line in header[:2]:
        text = _READING.sub("", line.text).strip(OUTER + " ")
        if _CASELESS.fullmatch(text) and text not in _CASELESS_TITLES:
            return Name([text, *text.split()], [(line.start, line.end)])
    return None


def _with_both_spellings(name: Name, header: list[Line]) -> Name:
    """``name`` and what stands about it in brackets or behind a slash, in a script without capitals."""
    for line in header[:2]:
        for start, end in name.spans:
            if line.start <= start and end <= line.end:
                rest = line.text[: start - line.start] + line.text[end - line.start :]
                native = rest.strip(_ABOUT_A_SPELLING)
                if native != rest.strip() and _CASELESS.fullmatch(native):
                    return Name([*name.parts, native], [(line.start, line.end)])
    return name


def _only_name(header: list[Line]) -> Name | None:
    """A single word above a job: "Ottilia", and below it "Electrician"."""
    if len(header) < 2 or _word_kind(header[0].text.strip(OUTER + " "), first=True) != "name":
        return None
    if not any(plain_of(word) in words.JOB_WORDS for word in header[1].text.split()):
        return None
    return Name([header[0].text.strip(OUTER + " ")], [(header[0].start, header[0].end)])


def _small_name(header: list[Line]) -> Name | None:
    """A first line in small letters, or what stands in it before the contacts, that holds no word of a job or
    a sentence."""
    if not header:
        return None
    start, end = segments(header[0])[0] if EMAIL.search(header[0].text) else (0, len(header[0].text))
    name = header[0].text[start:end]
    if not _SMALL_NAME.fullmatch(name.strip()):
        return None
    parts = name.split()
    if any(part in words.JOB_WORDS or part in words.HEADING_WORDS for part in parts):
        return None
    return Name(parts, [(header[0].start + start, header[0].start + end)])


def _is_trade_name(first: Line, lines: list[Line]) -> bool:
    """ "Marco Cook" above everything else is a name; "Line Cook", which the text says again, is a job."""
    both = first.text.strip(OUTER + " ").casefold()
    pair = both.split()
    if len(pair) != 2 or pair[0] in words.JOB_WORDS or pair[1] not in words.AMBIGUOUS_NAMES & words.JOB_WORDS:
        return False
    return not any(both in line.text.casefold() for line in lines if line is not first)


def _spelled(part: str, mailbox: list[str]) -> bool:
    """The mailbox spells this part of the name, alone or run together with the rest."""
    plain = plain_of(part)
    return len(plain) >= 3 and any(
        plain == box or box.startswith(plain) or box.endswith(plain) for box in mailbox
    )


def _name_candidates(line: Line) -> Iterator[tuple[int, str, bool]]:
    """Where a name may begin in a header line: offset, text from there, whether the line says it is one."""
    declared = _SELF_NAME.search(line.text)
    if declared:
        yield declared.end(), line.text[declared.end() : declared.end() + 80], True
    prefix = _TITLE_PREFIX.match(line.text)
    for start, end in segments(line):
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
    small = text.islower()
    capitals = all(token[0].strip(OUTER).isupper() for token in tokens[:2])
    for index, token in enumerate(tokens):
        bare = token[0].strip(OUTER)
        if not parts and (
            not any(map(str.isalnum, bare))
            or _HONORIFIC.fullmatch(bare)
            or bare.rstrip(".").casefold() in words.HONORIFICS
        ):
            continue
        known = _spelled(bare, mailbox)
        kind = (
            "name" if known else _word_kind(bare.capitalize() if small and parts else bare, first=not parts)
        )
        if (
            kind == "name"
            and not known
            and len(parts) >= 2
            and bare.isupper()
            and (not capitals or (len(bare) <= 4 and _VOWELS.isdisjoint(plain_of(bare))))
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


def _word_kind(word: str, *, first: bool) -> str:
    """What a word after a name is: part of it, or "job", "heading", "degree", "other", which end it."""
    plain = plain_of(word)
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


def name_spans(text: str, name: Name, keep: set[str]) -> Iterator[Span]:
    """Where the name stands: in full, in either order, in file names; and its telling words alone."""
    parts = name.parts
    telling = [part for part in parts if len(plain_of(part)) >= 2 and part.casefold() not in words.PARTICLES]
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
        plain = plain_of(part)
        if len(plain) < 3 or plain in words.AMBIGUOUS_NAMES or plain in words.JOB_WORDS or plain in keep:
            continue
        alone = re.compile(rf"(?<![^\W_]){re.escape(part)}(?![^\W\d_])", re.I)
        matches = [
            match
            for match in alone.finditer(text)
            if not any(start <= match.start() < end for start, end in name.spans)
        ]
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
