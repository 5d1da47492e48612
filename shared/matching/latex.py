"""The source of a CV written in LaTeX → what it prints, character for character.

Every command is as long afterwards as before: what it does not print is filled with characters that are
removed with what else is invisible, so that quotes lead back to the source.
"""

import re
import unicodedata

from shared.matching.lazy import Lazy

NOTHING = "\u200b"
"""Fills what is not printed."""
_OPENING = ("\\documentclass", "\\begin{document}")
_PARTS = ("\\section", "\\cvsection")
_LEAST_PARTS = 2
"""Headings of a piece without its beginning that is LaTeX all the same."""
_PREAMBLE = Lazy(r"\\begin\{document\}")
_COMMENT = Lazy(r"(?<!\\)%[^\n]*")
_ACCENT = Lazy(
    r"\\([`'^\"~=.])(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))|\\([cvuHrk])(?:\{([A-Za-z])\}| ([A-Za-z])\b)"
)
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328",
}  # fmt: skip
_LETTERS = Lazy(r"\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z])(?:\{\}| )?")
_LETTER = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø"}
_LETTER |= {"l": "ł", "L": "Ł", "i": "i"}
_NAME_OF_ITS = Lazy(r"\\((?:La)?TeX)(?![A-Za-z])")
_SIGN = Lazy(r"\\([&%#_$])")
_BREAK = Lazy(r"\\\\(?:\[[^\]\n]{0,12}\])?|\\(?:newline|par|newpage|hrulefill)(?![A-Za-z])")
_GAP = Lazy(r"\\(?:hfill|hspace\*?\{[^}\n]{0,20}\}|quad|qquad|dotfill|enskip)(?![A-Za-z])|(?<!\\)&")
_ITEM = Lazy(r"\\[A-Za-z]{0,12}[Ii]tem(?![A-Za-z])")
_HEADING = Lazy(
    r"(?:\\(?:cv|r|resume|main|head)?(?P<sub>(?:sub)*)section\*?(?:\[[^\]\n]{0,40}\])?|"
    r"\\begin\{[A-Za-z]{0,8}(?<!sub)[Ss]ection\*?\})\{(?P<named>(?:[^{}\n]|\{[^{}\n]{0,60}\}){1,80})\}"
)
_IN_A_HEADING = Lazy(r"\\\\|\\[A-Za-z]{1,30}[ ]?|[{}]")
"""What a heading holds and is not printed: a break of the line, the style, an icon."""
_ENTRY = Lazy(
    r"\\begin\{[A-Za-z]{0,8}(?:[Ss]ubsection|[Ee]ntry|[Ee]vent|[Jj]ob|[Pp]osition)\*?\}(?=[ \t]{0,4}\{)"
)
"""An environment whose arguments are the parts of an entry."""
_UNSEEN = Lazy(r"\\textcolor\{white\}\{[^{}]{0,2000}\}")
_LENGTH = Lazy(r"\\[a-z]{4,20}[ \t]{0,3}=?[ \t]{0,3}-?\d[\d.]{0,5}[ ]?(?:pt|em|ex|cm|mm|in)\b")
_LINK = Lazy(r"\\href\{[^{}]{0,200}\}")
_OF_THE_LAYOUT = Lazy(
    r"\\(?:begin|end|vspace\*?|vskip|setlength|usepackage|input|include|includegraphics|label|color|textcolor|"
    r"fontsize|renewcommand|newcommand|definecolor|geometry|pagestyle|thispagestyle|faIcon|linespread|itemsep|"
    r"setcounter|addtolength|hypersetup|phone|email|homepage|social|photo)"
    r"(?![A-Za-z])(?:\[[^\]\n]{0,60}\]|\{[^{}\n]{0,60}\}){0,3}"
)
_COMMAND = Lazy(r"\\[A-Za-z@]{1,30}\*?(?:\[[^\]\n]{0,40}\])?|\\[^A-Za-z\s]?")
_BETWEEN = Lazy(r"\}[ \t]{0,8}(?:%[^\n]*)?(\n?)[ \t]{0,8}\{")
"""From one argument of a command to the next: the parts of an entry."""
_FROM_TO = Lazy(
    r"(?<=\d{4})\}[ \t]{0,8}\n?[ \t]{0,8}\{(?=(?:[A-Z][a-z]{2,8}\.?,? |\d\d?[/.])?(?:19|20)\d\d\}|"
    r"(?:[Pp]resent|[Cc]urrent|[Nn]ow|[Oo]ngoing|[Tt]oday|[Tt]o date)\})"
)
"""From one argument to the next where a role began in the one and ended in the other."""
_DASHES = Lazy(r"-{2,3}")


def _nothing(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", NOTHING, match[0])


def _padded(shown: str, match: re.Match[str]) -> str:
    return shown + NOTHING * (len(match[0]) - len(shown))


def _accent(match: re.Match[str]) -> str:
    mark, letter = match[1] or match[4], match[2] or match[3] or match[5] or match[6]
    shown = unicodedata.normalize("NFC", letter + _COMBINING[mark])
    return _padded(shown if len(shown) == 1 else letter, match)


def _heading(match: re.Match[str]) -> str:
    """With as many marks as a heading of Markdown has that stands as deep."""
    marks = "#" * (1 + (match["sub"] or "").count("sub")) + " "
    start = match.start("named") - match.start()
    named = _IN_A_HEADING.sub(_blank, match["named"])
    return f"\n{_left(marks, start - 1)}{named}\n"


def _blank(match: re.Match[str]) -> str:
    return " " + NOTHING * (len(match[0]) - 1)


def _left(shown: str, length: int) -> str:
    return NOTHING * (length - len(shown)) + shown


def printed(source: str) -> str:
    """What ``source`` prints, of the same length; ``source`` itself where it is no LaTeX. Linear in the
    length."""
    if not any(opening in source for opening in _OPENING) and sum(map(source.count, _PARTS)) < _LEAST_PARTS:
        return source
    text = source
    if body := _PREAMBLE.search(text):
        text = re.sub(r"[^\n]", NOTHING, text[: body.end()]) + text[body.end() :]
    text = _COMMENT.sub(_nothing, text)
    text = _ACCENT.sub(_accent, text)
    text = _LETTERS.sub(lambda match: _padded(_LETTER[match[1]], match), text)
    text = _NAME_OF_ITS.sub(lambda match: _padded(match[1], match), text)
    text = _UNSEEN.sub(_nothing, text)
    text = _LENGTH.sub(_nothing, text)
    text = _HEADING.sub(_heading, text)
    text = _ENTRY.sub(_nothing, text)
    text = _BREAK.sub(lambda match: _padded("\n", match), text)
    text = _GAP.sub(
        lambda match: _padded(" | ", match) if len(match[0]) > len(" | ") else _padded("|", match), text
    )
    text = _SIGN.sub(lambda match: NOTHING + match[1], text)
    text = _ITEM.sub(lambda match: _padded("\n•", match), text)
    text = _LINK.sub(_nothing, text)
    text = _OF_THE_LAYOUT.sub(_nothing, text)
    text = _FROM_TO.sub(lambda match: _padded("-", match), text)
    text = _BETWEEN.sub(lambda match: _padded("\n" if match[1] else "|", match), text)
    text = _COMMAND.sub(_nothing, text)
    text = _DASHES.sub(lambda match: _padded("-", match), text)
    return text.replace("~", " ").translate({ord("{"): NOTHING, ord("}"): NOTHING, ord("$"): NOTHING})
