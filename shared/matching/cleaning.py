"""Text as it arrives → text that can be read by rules, with the way back to the original offsets.

PDF extraction, HTML copies and word processors leave ligatures, zero-width characters, tags, entities and
hidden spans behind. ``clean`` blanks or replaces them. Whatever it does, ``CleanText.quote`` returns verbatim
substrings of the original, because evidence must be found in the CV as it was given.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace

from shared.matching.character_classes import beyond_ascii
from shared.matching.lazy import Lazy
from shared.matching.wrong_encoding import read_again

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("→⇒‐‑‒–—―−﹣-", "-"),
        **dict.fromkeys("•●▪■◦○◆►▶▸‣⁃∙➢➤✓✔❖§¤・▫◇◉★☆✦✧✅☑☐□➡❯➔➜", "•"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\v", " "
        ),
        **{chr(code): "•" for code in range(0xF020, 0xF100)},  # bullets of symbol fonts
        "\f": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x85": "\n",
        "\ufffd": " ",
        "…": ".",
        "·": "|",
        "¦": "|",
        "│": "|",
    }
)
_CONTROL = dict.fromkeys([*range(9), *range(14, 32), 127], " ")
_REPLACED = {chr(code): shown for code, shown in (_SAME_LENGTH | _CONTROL).items() if chr(code) != shown}
_TO_REPLACE = Lazy(f"[{re.escape(''.join(_REPLACED))}]")
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
)
_CHANGES_LENGTH = Lazy(f"[{_INVISIBLE}\u0300-\u036f\ufb00-\ufb06\uff01-\uff5e\u0130\u017f]+")
_CHANGES_LENGTH_WIDE = Lazy(f"{_CHANGES_LENGTH.pattern}|(?<= ) +")
_WIDE_GAP = Lazy(r"(?<=[^\s.])  {1,3}(?=\S)")
"""Of justified text; what is wider stands between columns or parts, and behind a full stop two are usual."""
_HEADINGS = (
    r"Summary|Highlights|Experience|Education|Skills|Accomplishments|Qualifications|Profile|Objective|Interests|"
    r"Certifications|Affiliations|Languages|Projects|Overview|Expertise|Competencies|Training|Information|History"
)
_GLUED_HEADING = Lazy(rf"(?:{_HEADINGS})[A-Z][a-z]")
_GLUED = Lazy(rf"(?<![A-Za-z])(?:[A-Z][a-z]+ (?:and )?)?(?:{_HEADINGS})(?=[A-Z][a-z])")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?) ?\d{4}"
)
_SEAMS = (
    rf"(?<=[a-z.)])(?=(?:(?:{_HEADINGS})[A-Z]|{_MONTH}|Company Name|\d\d/\d{{4}}))"
    + "".join(rf"|(?<={heading})(?=[A-Z][a-z])" for heading in _HEADINGS.split("|"))
    + r"|(?<=\d\d)(?=to ?(?:[A-Z]|\d\d))|(?<=\dto)(?=[A-Z\d])|(?<=[12]\d\d\d)(?=[A-Z][a-z])"
    r"|(?<=Current)(?=[A-Z])|(?<=, State)(?=[A-Z])|(?<=[a-z]\.)(?=[A-Z][a-z])"
)
"""Where texts cut from a form run together: ``SummaryAccountant with``, ``July 2012toAugust 2014Acme``."""
_GLUED_HERE = Lazy(rf"(?:{_HEADINGS})(?![a-z])")
_GLUED_BEFORE = Lazy(rf"(?:{_HEADINGS})$")
_CHANGES_LENGTH_GLUED = Lazy(f"{_CHANGES_LENGTH.pattern}|{_SEAMS}")
_DETAILS = (
    r"(?<=[a-z\d.),])(?=(?:Education|Company|Skill|Work|Project|Employment|Personal|Academic|Professional) "
    r"Details\b)"
)
"""Such a heading is never a part of the word before it: ``24 monthsCompany Details``."""
_DETAILS_GLUED = Lazy(_DETAILS)
_CHANGES_LENGTH_DETAILS = Lazy(f"{_CHANGES_LENGTH.pattern}|{_DETAILS}")
_LEAST_GLUED = 2
_WIDE_SHARE = 3
"""Where a third as many gaps are wide as are single, or more, width says nothing: wide ones become single."""

_HOLLOW = Lazy("[○☆◯□◇]")
_RATED = Lazy("([●★⬤■◆]{1,9})([○☆◯□◇]{1,9})")
"""Marks by which a CV says how well something is known, three to ten of them."""
_ANGLE_BULLET = Lazy(r"^([ \t]{0,8})[»›](?=[ \t])", re.M)
"""At the beginning of a line they are no quotation marks."""
_WRONGLY_DECODED = Lazy(
    "ï‚[·§]|â[\x80€][¢™˜œ“”¦\x93\x94\x98\x99\x9c\x9d\xa6]|â[\x80€] ?(?=\\s)|â[¢™]|â(?=\\s)(?<!\\wâ)|"
    "Â(?=[\xa0 ·•])|ï¼[\x8d ]"
)
"""Punctuation in UTF-8 that was read as another encoding, whole or with what cannot be shown left out."""
_MEANT = {"¢": "•", "·": "•", "§": "•", "™": "'", "˜": "'", "\x98": "'", "\x99": "'", "œ": '"'}
_MEANT |= dict.fromkeys("\x8d ", "-")
_MEANT |= {"\x9c": '"', "\x9d": '"', "“": "-", "”": "-", "\x93": "-", "\x94": "-", "â": "•"}

_PIECE_END = r"[ \t]{0,4}\n(?:[ \t]{0,4}\n){0,2}[ \t]{0,4}"
_MONTH_PIECE = r"(?:[A-Z][a-z]{2,8}\.? |\d\d?/)?(?:19|20)\d\d"
_PERIOD_IN_PIECES = Lazy(
    rf"(?:^[ \t]{{0,4}}|(?<=[a-z]\.)[ ]){_MONTH_PIECE}{_PIECE_END}(?:to|-){_PIECE_END}"
    rf"(?:{_MONTH_PIECE}|Current|Present)[ \t]{{0,4}}$",
    re.M,
)
"""Where the pieces of a PDF's line stand on lines of their own, empty ones between them: "08/2006", "to",
"Current"; the first of them may end the line of a sentence before it."""
_TO_IN_PIECES = Lazy(r"\n[ \t]{0,4}(?:to|-)[ \t]{0,4}\n")
"""Every such period holds that, most texts hold none."""
_COMMA_IN_PIECES = Lazy(
    rf"(?:\n[ \t]{{1,4}}\n(?:[ \t]{{0,4}}-[ \t]{{0,4}}\n)?[^\n]{{1,40}})?{_PIECE_END},{_PIECE_END}"
)
"""In such a text: "City", ",", "State", with what stands before that behind an empty line."""

_HIDDEN_STYLE = (
    r"display\s{0,2}:\s{0,2}none|visibility\s{0,2}:\s{0,2}hidden|font-size\s{0,2}:\s{0,2}0?\.?[01]p|"
    r"font-size\s{0,2}:\s{0,2}0\b"
    r"|opacity\s{0,2}:\s{0,2}0\b|(?<![-\w])color\s{0,2}:\s{0,2}(?:white|#fff\b|#ffffff|transparent)"
)
_HIDDEN_OPEN = Lazy(rf"<([a-z]{{1,10}})\b[^<>]{{0,300}}?(?:{_HIDDEN_STYLE})[^<>]{{0,300}}>", re.I)
_COMMENT = Lazy(r"<!--")
_TAG = Lazy(r"</?([a-z][a-z0-9]{0,14})\b[^<>]{0,400}>", re.I)
_BLOCK_TAGS = frozenset(
    [
        "p",
        "br",
        "div",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "hr",
    ]
)
_BLOCK = Lazy(r"<(?:p|br|li|div|h[1-6]|tr)\b", re.I)
_ENTITY = Lazy(r"&(#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.I)
_ENTITIES = {"amp": "&", "nbsp": " ", "bull": "•", "quot": '"', "apos": "'", "rsquo": "'", "lsquo": "'"}
_ENTITIES |= {"ndash": "-", "mdash": "-", "lt": " ", "gt": " ", "middot": "|", "hellip": ".", "eacute": "é"}
_NOTHING = "\u200b"
"""Fills what an entity is longer than what it shows, and goes with what else is invisible."""
_SHOWN_PER_HIDDEN = 4000
"""A hidden element without a closing tag hides at most so many characters: the rest is taken as shown."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """``clean`` reads well; offsets into it lead back to ``source``."""

    source: str
    clean: str
    lower: str
    """Same length as ``clean``."""
    hidden_characters: int
    _breaks: tuple[int, ...]
    _shifts: tuple[int, ...]
    """What to add to an offset before the first break, and behind each."""

    @property
    def moved(self) -> bool:
        """Whether any offset into ``source`` differs."""
        return bool(self._breaks)

    def original(self, position: int) -> int:
        """The offset in ``source`` of the character at ``position`` of ``clean``."""
        return position + self._shifts[bisect_right(self._breaks, position)]

    def broken_at(self, places: list[int]) -> "CleanText":
        """The same with a line break put before each of the ``places``, which stand in order."""
        breaks: list[int] = []
        shifts = [self._shifts[0]]
        at, pieces = 0, list[str]()
        known = [*zip(self._breaks, self._shifts[1:], strict=True), (len(self.clean) + 1, 0)]
        number = 0
        for added, place in enumerate(places):
            while known[number][0] <= place:
                breaks.append(known[number][0] + added)
                shifts.append(known[number][1] - added)
                number += 1
            breaks += [place + added, place + added + 1]
            shifts += [self.original(place - 1) - place - added, self._shifts[number] - added - 1]
            pieces.append(self.clean[at:place])
            at = place
        breaks += [position + len(places) for position, _ in known[number:-1]]
        shifts += [shift - len(places) for _, shift in known[number:-1]]
        shown = "\n".join([*pieces, self.clean[at:]])
        return replace(
            self, clean=shown, lower=lower_case(shown), _breaks=tuple(breaks), _shifts=tuple(shifts)
        )

    def quote(self, start: int, end: int) -> str:
        """The verbatim piece of ``source`` behind ``clean[start:end]``."""
        return self.source[self.original(start) : self.original(end - 1) + 1] if end > start else ""


def _blank(piece: str) -> str:
    return re.sub(r"[^\n]", " ", piece)


_FRONT_MATTER = Lazy(r"[ \t]*(?:[\w-]{1,30}:|-[ ]|$)|[ \t]{2,}\S|#")
"""How each line between the rules begins."""
_LONGEST_FRONT_MATTER = 4000
_OF_THE_SITE = Lazy(
    r"^[ \t]*(?:layout|permalink|author|comments|toc|toc_\w+|redirect_\w+|nav|nav_\w+|date|categor\w+|tags|"
    r"menu|author_profile|sidebar|published|sitemap|order|draft|lang|\w+_pdf):[^\n]*(?:\n[ \t]+[^\n]*)*",
    re.M,
)
"""What a page's head says to the generator of the site, with the lines indented below."""


def _without_front_matter(text: str) -> str:
    """``text`` with that blanked, where it begins with the head of a page written in Markdown."""
    start = len(text) - len(text.lstrip("\ufeff \r\n"))
    end = text.find("\n---", start, start + _LONGEST_FRONT_MATTER) if text.startswith("---", start) else -1
    head = text[start + len("---") : end] if end > 0 else ""
    if ":" not in head or not all(_FRONT_MATTER.match(line.rstrip("\r")) for line in head.split("\n")):
        return text
    return text[:start] + "---" + _OF_THE_SITE.sub(lambda match: _blank(match[0]), head) + text[end:]


def _printed(source: str) -> str:
    from shared.matching.latex import NOTHING, printed  # which few texts need

    return _ESCAPED.sub(lambda match: NOTHING + match[1], printed(source))


_ESCAPED = Lazy(r"\\([-#*_+&.()\[\]~>|!])")
"""As Markdown writes a sign that is meant as such: "C\\#"."""


def _without_hidden(text: str) -> tuple[str, int]:
    """``text`` with HTML comments and invisible elements blanked, and how many characters they held."""
    if "<" not in text:
        return text, 0
    pieces: list[str] = []
    hidden = 0
    at = 0
    lowered = text.lower() if len(text.lower()) == len(text) else text
    while True:
        comment = _COMMENT.search(text, at)
        styled = _HIDDEN_OPEN.search(text, at)
        found = min(
            (match for match in (comment, styled) if match), key=lambda match: match.start(), default=None
        )
        if found is None:
            break
        closing = "-->" if found is comment else f"</{found[1].lower()}>"
        end = lowered.find(closing, found.end())
        end = min(len(text), found.end() + _SHOWN_PER_HIDDEN) if end < 0 else end
        inside = sum(character.isalnum() for character in text[found.end() : end])
        hidden += inside
        pieces += [text[at : found.start()], _blank(text[found.start() : end])]
        at = end
    pieces.append(text[at:])
    return "".join(pieces), hidden


def _tag(match: re.Match[str]) -> str:
    lead = "\n" if match[1].lower() in _BLOCK_TAGS else " "
    return lead + " " * (len(match[0]) - 1)


def _on_one_line(match: re.Match[str]) -> str:
    line = match[0].replace("\n", " ")
    ends_another = match.string[match.start() - 1 : match.start()] == "."
    return "\n" + line[1:] if ends_another else line


def _entity(match: re.Match[str]) -> str:
    name = match[1].lower()
    shown = _ENTITIES.get(name, " ")
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
        shown = (
            chr(code).translate(_SAME_LENGTH)
            if 32 <= code < 0x10FFFF and not 0xD800 <= code < 0xE000
            else " "
        )
    return shown + _NOTHING * (len(match[0]) - len(shown))


def _rating(match: re.Match[str]) -> str:
    """The marks as a figure of the same length: "(2/5)"."""
    room = len(match[0])
    figure = f"{len(match[1])}/{room}"
    shown = f"({figure})" if room >= len("(2/5)") else figure
    return shown.ljust(room) if len(shown) <= room else match[0]


def _decoded(match: re.Match[str]) -> str:
    return _MEANT.get(match[0][-1], " ") + " " * (len(match[0]) - 1)


def lower_case(text: str) -> str:
    """``text`` in lower case, of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _is_wide(text: str, *, markup: bool) -> bool:
    """Whether a text has wide gaps as others have single ones. A few long ones are columns, if the lines are
    not those of ``markup``."""
    wide = text.count("  ")  # two for a gap of four: counted one by one only where they seem to be many
    if wide * _WIDE_SHARE <= text.count(" ") - wide:
        return False
    if markup:
        return True
    wide = len(_WIDE_GAP.findall(text))
    return wide * _WIDE_SHARE > len(text.split()) - wide


def clean(source: str) -> CleanText:
    """Read ``source`` whatever it holds; never raises. Linear in its length."""
    text, hidden = _without_hidden(_without_front_matter(_printed(source) if "\\" in source else source))
    if any(letter in text for letter in "ïâÂ"):  # what wrongly decoded text begins with
        text = _WRONGLY_DECODED.sub(_decoded, text)
    text = read_again(text)
    if _HOLLOW.search(text):
        text = _RATED.sub(_rating, text)
    if "» " in text or "› " in text:
        text = _ANGLE_BULLET.sub(r"\1•", text)
    text = _TO_REPLACE.sub(lambda match: _REPLACED[match[0]], text)
    text = text.replace("\r\n", " \n").replace("\r", "\n").replace(". NET ", " .NET ")
    markup = "<" in text and len(_BLOCK.findall(text)) * 2 > text.count("\n")
    if markup:
        text = text.replace("\n", " ")  # of the markup, not of the text
    if "<" in text:
        text = _TAG.sub(_tag, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if _TO_IN_PIECES.search(text) and _PERIOD_IN_PIECES.search(text):
        text = _PERIOD_IN_PIECES.sub(_on_one_line, text)
        text = _COMMA_IN_PIECES.sub(_on_one_line, text)
    breaks: list[int] = []
    shifts: list[int] = [0]
    pattern = _CHANGES_LENGTH
    if _is_wide(text, markup=markup):
        pattern = _CHANGES_LENGTH_WIDE
    elif _GLUED_HEADING.search(text) and len(_GLUED.findall(text)) >= _LEAST_GLUED:
        pattern = _CHANGES_LENGTH_GLUED
    elif " Details" in text and _DETAILS_GLUED.search(text):
        pattern = _CHANGES_LENGTH_DETAILS
    if pattern is not _CHANGES_LENGTH or _CHANGES_LENGTH.search("".join(beyond_ascii(text))):
        pieces: list[str] = []
        at = length = 0
        for match in pattern.finditer(text):
            run = match[0]
            pieces.append(text[at : match.start()])
            length += match.start() - at
            at = match.end()
            if not run:  # a seam: one space more than the source
                beside = (
                    _DETAILS_GLUED.match(text, at)
                    or _GLUED_HERE.match(text, at)
                    or _GLUED_BEFORE.search(text, max(0, at - 16), at)
                )
                pieces.append("\n" if beside else " ")
                breaks.append(length)
                shifts.append(at - length - 1)
                length += 1
            for offset, character in enumerate(run if not run.isspace() else ""):
                plain = _plain(character)
                pieces.append(plain)
                for index in range(len(plain)):
                    breaks.append(length + index)
                    shifts.append(match.start() + offset - length - index)
                length += len(plain)
            breaks.append(length)
            shifts.append(at - length)
        pieces.append(text[at:])
        text = "".join(pieces)
    return CleanText(source, text, lower_case(text), hidden, tuple(breaks), tuple(shifts))


def _plain(character: str) -> str:
    if character in _INVISIBLE or unicodedata.combining(character):
        return ""
    return (
        unicodedata.normalize("NFKC", character)
        if character not in "İſ"
        else ("I" if character == "İ" else "s")
    )
