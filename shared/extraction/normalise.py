"""One spelling for what looks the same, so that text from any file can be searched, hashed and quoted."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06c\uf06e\uf0be\uf02d\uf0e0]")
"""Symbol and Wingdings marks that Word writes as private-use characters."""

# Ligatures, Arabic presentation forms and Kangxi radicals are shapes of letters, not letters; PDF files hold
# shapes.
_SHAPES = re.compile("[\u2f00-\u2fd5\ufb00-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]")

# Characters that cannot be seen: they hide words from a reader ("tag" characters), or from a search (zero
# width). ZWJ and ZWNJ (U+200C, U+200D) stay: Persian, Indic scripts and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff"
    "\U000e0000-\U000e0fff\ud800-\udfff\ufdd0-\ufdef]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SOFT_HYPHEN = re.compile("\u00ad[ \t]*\n?[ \t]*(?=\\w)|\u00ad")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")

_MAX_MARKS = 8
_RUN_OF_MARKS = re.compile(r"[^\w\s]{9}")
"""No mark is a word character to ``re``, so that text without such a run has no nine marks in a row."""


def clean(text: str) -> str:
    """``text`` in NFC with plain line ends and spaces, ligatures spelled out, and nothing invisible left in
    it."""
    text = _LINE_ENDS.sub("\n", text)
    if not text.isascii():
        text = _SOFT_HYPHEN.sub("", text)
        text = _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), text)
        text = _SPACES.sub(" ", text)
        text = _BULLETS.sub("•", text)
        text = _PRIVATE.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _limit_marks(text))
    text = _TRAILING.sub("", text)
    return _BLANK_LINES.sub("\n\n", text).strip("\n").rstrip()


def _limit_marks(text: str) -> str:
    """Drops combining marks beyond the eighth on one letter.

    Normalisation sorts a letter's marks, in time that grows with the square of their number: minutes for a
    file of nothing else. No writing system needs more than a few (Unicode Standard Annex 15, "Stream-Safe
    Text Format", allows 30).
    """
    if not _RUN_OF_MARKS.search(text):
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MAX_MARKS:
            kept.append(character)
    return "".join(kept)
