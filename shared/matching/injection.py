"""Text in a CV or a posting that speaks to the model instead of about the person or the job.

Finding it decides nothing about the score: the model's share is bounded whatever it answers
(``model_bound``), and what a model reads is data. It is found so that the attempt can be named in the result,
so that it is not sent, and so that it never serves as evidence.
"""

import re
import string
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, cached_property
from itertools import chain, islice
from typing import NamedTuple

from shared.matching.character_classes import OTHER, beyond_ascii, classes, table
from shared.matching.injection_rules import Kind
from shared.matching.injection_search import search
from shared.matching.lazy import Lazy

REMOVED = "[text addressed to the model removed]"
"""What stands where an attempt stood."""

_PIECE = 300
"""Characters that one finding covers at most where the text has no line breaks."""
_BLOBS = 60
"""Encoded passages that are looked into."""
_BLOB_CHARACTERS = 6000

_NOT_A_BREAK = Lazy(r"[^\n]")
_LINES = Lazy(r"[^\r\n\f\v\u2028\u2029\x85]+")
_SENTENCE_END = Lazy(r"[.!?;]\s|\s")

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_INVISIBLE = Lazy(f"[{INVISIBLE}]+")
_CONTROL = Lazy(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")
_REORDERING = Lazy("[\u202d\u202e]")
_ISOLATES = Lazy("[\u2066-\u2068]")
_RIGHT_TO_LEFT = Lazy("[\u0590-\u08ff]")
_ZERO_WIDTH_IN_WORD = Lazy("(?<=[a-z])[\u200b-\u200d\u2060-\u2064\ufeff]+(?=[a-z])", re.I)
_ZERO_WIDTH_RUN = Lazy("[\u200b-\u200d\u2060-\u2064\ufeff]{8,}")
_SMUGGLED = Lazy("[\U000e0020-\U000e007e]{4,}|[\U000e0100-\U000e01ef\ufe00-\ufe0e]{4,}")
_FLAG = "\U0001f3f4"
_FEW = 3
"""So many zero-width characters inside Latin words are a converter's accident, more are not."""

_LOOK_ALIKES = str.maketrans(
    "асеорхуіјѕԁһԛԝьӏвгкмнтզոսցꞮ" + "ονρικτυχα" + "ⅰⅼ" + "ɑɡɩ",
    "aceopxyijsdhqwbibrkmhtqnugi" + "ovpiktuxa" + "il" + "agi",
)
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_BOXED = {first + letter: ord("a") + letter for first in (0x1F150, 0x1F170, 0x1F1E6) for letter in range(26)}
"""Letters in circles and squares that compatibility form leaves alone, and those that flags are made of."""
_DRAWN = Lazy("[\u0300-\u036f\u1d00-\u1d22\u0262\u026a\u0280\U0001f150-\U0001f1ff]")
_MARKS = Lazy("[\u0300-\u036f]+")
_LONG_WORD = Lazy(r"[^\s,;\"'<>()]{16,400}")
_PARTS_OF_A_LINK = Lazy(r"[/:?=&#]+")
_SEAM = Lazy(r"[-_+.~|]+|(?<=[a-z])(?=[A-Z0-9])")
"""Between the words that one without gaps is made of: a link, a name of a file, a variable."""
_LEAST_JOINED = 16
_TELLING = Lazy("instruction|prompt|rules|score|candidate|applicant|marks|perfect|match|requirement")
_EDGES = Lazy(r"(?<![^\W_])_+|_+(?![^\W_])")
"""Lines under a word that Markdown writes for emphasis."""
_OTHER_LETTERS = Lazy("[\u0370-\u052f]")
_MIXED_WORD = Lazy(r"[^\W\d_]{3,40}")
_LEET = str.maketrans("013457@$", "oieastas")
_LEET_MARK = Lazy(r"[013457@$](?:(?=[a-z])|(?<=[a-z].))")
_LEET_CHARACTERS = frozenset(string.ascii_lowercase + "013457@$")
_LEET_RUN = Lazy(r"[a-z013457@$]+")
_LEET_WORD = Lazy(r"\b(?=[a-z$@]*[013457@$])(?=[013457$@]*[a-z])[a-z013457@$]{4,20}\b")
_LEET_WORDS = """
ignor disregard forget overrid bypass instruct previous prompt system score rules reveal repeat candidate
applicant perfect assistant developer message maximum hire award rate
"""
_LEET_TARGETS = tuple(_LEET_WORDS.split())
"""What a word written with digits must turn out to be for the disguise to matter."""
_GAPS_AND_LETTERS = table({" ": " ._\n-", "a": string.ascii_letters + "?"})
_LETTERS_APART = b" a a a a "
"""What ``_SPACED`` finds holds this where each of its gaps is one character."""
_SPACED = Lazy(r"(?<!\w)[^\W\d_](?:[ ._\n-]{1,4}[^\W_]){5,400}(?=\W|_|$)")
_HYPHENATED = Lazy(r"(?<=[a-z])-\n([a-z]+)")
_GAP = Lazy(r"[ ._\n-]+")
_BASE64 = Lazy(
    r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{16,6000}={0,2}(?:\s{1,3}[A-Za-z0-9+/_-]{16,200}={0,2}){0,40}"
)
_BASE64_ALONE = Lazy(r"\s*[A-Za-z0-9+/_-]{16,6000}={0,2}\s*")
_BASE32 = Lazy(r"\s*[A-Z2-7]{24,6000}={0,6}\s*")
_BITS = Lazy(r"(?:[01]{8}[ ,]?){8,600}")
_CODES = Lazy(r"(?<![\w.,])(?:\d{2,3}[ ,;]){16,1500}\d{2,3}(?![\w.])")
_OF_BASE64 = table({"b": string.ascii_letters + string.digits + "+/_-"})
_BASE64_RUN = b"b" * 16
_HEX = Lazy(r"(?<![0-9a-fA-F])(?:(?:\\x|0x|=)?[0-9a-fA-F]{2}[ :,]?){16,3000}")
_OF_HEX = table({"h": string.hexdigits})
_HEX_GAPS = b" :,\\x="
_HEX_RUN = b"h" * 32
"""What ``_HEX`` finds holds this where it has no gaps."""
_MORSE = Lazy(r"(?:[.·•_–−-]{1,6}[ /|]{1,3}){12,2000}[.·•_–−-]{1,6}")
_MORSE_CODE = """
.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..
"""
_MORSE_LETTERS = dict(zip(_MORSE_CODE.split(), string.ascii_lowercase, strict=True))
_DOT_AND_DASH = (" .-", " -.", " ·-", " -·", " ·–", " –·", " ·−", " −·", " •-", " -•")
_DOTS_AND_DASHES = str.maketrans("·•_–−", "..---")
_ENCIPHERED = """
ignore disregard instructions instruction previous candidate applicant requirements requirement evaluate
recommend perfect maximum highest prompt verdict
"""
"""What a note to a judge is about, in words so long that none comes out where their letters are moved."""
_OF_JUDGING = Lazy(
    r"\b(?:instructions?|prompts?|scores?|candidate|applicant|evaluat(?:e|or|ion)|marks|verdicts?|posting"
    r"|requirements?|hire)\b|\b(?:[ck]andidat|bewerber|anweisung|consignes?|instruc|instruk|кандидат|инструкц)",
    re.I,
)
"""Nobody who means well encodes what is about these."""
_ESCAPED = Lazy(r"(?:&lt;|%[0-9a-fA-F]{2}|&#x?[0-9a-fA-F]{1,6};|\\u[0-9a-fA-F]{4})")
_PERCENT_ESCAPED = Lazy(r"%[0-9a-fA-F]{2}")

_SPECIAL_TOKENS = (
    (Lazy(r"<\s?\|"), "< |"),
    (Lazy(r"\|\s?>"), "| >"),
    (Lazy(r"<(?=<<)"), "< "),
    (Lazy(r">(?=>>)"), "> "),
    (Lazy(r"\[(/?)(INST|SYS)\]", re.I), r"[ \1\2 ]"),
)


class Attempt(NamedTuple):
    """``text[start:end]`` tries to steer the model, in the way ``kind`` says."""

    kind: Kind
    start: int
    end: int


def scan(text: str) -> list[Attempt]:
    """Every attempt in ``text``, in order of place; linear in its length."""
    characters = "".join(beyond_ascii(text))
    invisible = bool(_INVISIBLE.search(characters))
    attempts = list(_invisible(text)) if invisible else []
    view = _View(text, invisible=invisible)
    words = set(view.folded.split())
    found = set(chain(search(view.folded), _enciphered(view.folded, words)))
    disguised = bool(_OTHER_LETTERS.search(characters)) and _is_disguised(text)
    for variant in _variants(view.folded, disguised=disguised):
        found.update((kind, at) for kind, at in search(variant))
    attempts += [Attempt(kind, *view.piece(at)) for kind, at in found]
    for start, end, decoded in _decoded(text, characters):
        if _OF_JUDGING.search(decoded) or _says_something(decoded):
            attempts += [Attempt("encoded instruction", *span) for span in view.pieces(start, end)]
    for start, end, plain in chain(_unescaped(text), _unjoined(text, words)):
        if _says_something(plain):
            attempts += [Attempt("encoded instruction", *span) for span in view.pieces(start, end)]
    if disguised:
        attempts.append(Attempt("look-alike letters", 0, 0))
    return sorted(set(attempts), key=lambda attempt: (attempt.start, attempt.end, attempt.kind))


def _says_something(decoded: str) -> bool:
    return any(True for _ in search(_fold(decoded, invisible=True)))


def neutralise(text: str, attempts: Iterable[Attempt]) -> str:
    """``text`` as a model may read it: attempts and invisible characters out, chat markup broken up.

    Line breaks stay.
    """
    pieces: list[str] = []
    at = 0
    for start, end in spans(attempts):
        if pieces and not text[at:start].strip():  # one mark for neighbours
            pieces.append(text[at:start] + "\n" * text.count("\n", start, end))
            at = end
            continue
        pieces += [text[at:start], REMOVED, "\n" * text.count("\n", start, end)]
        at = end
    pieces.append(text[at:])
    shown = _CONTROL.sub(" ", _INVISIBLE.sub("", "".join(pieces)))
    for pattern, broken in _SPECIAL_TOKENS:
        shown = pattern.sub(broken, shown)
    return shown


def blank(text: str, attempts: Iterable[Attempt]) -> str:
    """``text`` with spaces for the attempts; its length and its lines stay. What only hides by its style is
    left to ``cleaning``, which takes out what is hidden and leaves what stands beside it."""
    pieces: list[str] = []
    at = 0
    for start, end in spans(attempt for attempt in attempts if attempt.kind != "hidden text"):
        pieces += [text[at:start], _NOT_A_BREAK.sub(" ", text[start:end])]
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def spans(attempts: Iterable[Attempt]) -> list[tuple[int, int]]:
    """The attempts' places, merged and in order; hidden characters have none."""
    merged: list[tuple[int, int]] = []
    for attempt in sorted(attempts, key=lambda attempt: attempt.start):
        if attempt.start == attempt.end:
            continue
        if merged and attempt.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], attempt.end))
        else:
            merged.append((attempt.start, attempt.end))
    return merged


def warning(where: str, attempts: Iterable[Attempt]) -> str | None:
    """A sentence for the result that names what was tried and where ("CV" or "posting"), not the text."""
    kinds = sorted({attempt.kind for attempt in attempts})
    if not kinds:
        return None
    return (
        f"The {where} holds text that tries to steer the analysis ({', '.join(kinds)}). The passages"
        " found were not shown to a model and do not count as evidence."
    )


class _View:
    """The text folded for matching, and which piece of the original each folded character came from."""

    def __init__(self, text: str, *, invisible: bool) -> None:
        self._text = text
        shown = "\n".join(chain.from_iterable(map(_cut, _LINES.findall(text))))
        if _LETTERS_APART in classes(shown, _GAPS_AND_LETTERS).replace(b"  ", b" "):
            shown = _SPACED.sub(_closed_up, shown)
        if "-\n" in shown:
            shown = _HYPHENATED.sub(r"\1\n", shown)
        self.folded = _fold(shown, invisible=invisible)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where the pieces stand in the original; few texts need to know."""
        found: list[tuple[int, int]] = []
        for line in _LINES.finditer(self._text):
            start = line.start()
            for piece in _cut(line[0]):
                found.append((start, start + len(piece)))
                start += len(piece)
        return found

    def piece(self, position: int) -> tuple[int, int]:
        return self._spans[self.folded.count("\n", 0, position)]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The pieces that the original's ``start:end`` touches."""
        first = max(0, bisect_right(self._spans, (start, len(self.folded) * 4)) - 1)
        for span in self._spans[first:]:
            if span[0] >= end:
                return
            if span[1] > start:
                yield span


def _cut(line: str) -> Sequence[str]:
    """A line, a long one cut after a sentence or at a space."""
    if len(line) <= _PIECE:
        return (line,)
    pieces: list[str] = []
    start = 0
    while len(line) - start > _PIECE:
        cut = 0
        for match in _SENTENCE_END.finditer(line, start + _PIECE // 2, start + _PIECE):
            cut = match.end()
            if len(match[0]) == 2:
                break
        cut = cut or start + _PIECE
        pieces.append(line[start:cut])
        start = cut
    return [*pieces, line[start:]]


_WIDE = Lazy(r"[ \t]{2,}")
_WIDE_SPACES = Lazy("  +")


def _fold(text: str, *, invisible: bool) -> str:
    """``text`` in lower case and compatibility form, its gaps single, what is ``invisible`` taken out."""
    plain = text
    if not text.isascii():
        if invisible:
            plain = _INVISIBLE.sub("", plain)
        if not unicodedata.is_normalized("NFKC", plain):
            # Line by line: most are in that form, and what stands at a line's end changes nothing behind it.
            plain = "\n".join(unicodedata.normalize("NFKC", line) for line in plain.split("\n"))
        if _DRAWN.search(plain):
            plain = _MARKS.sub("", plain).translate(_SMALL_CAPITALS).translate(_BOXED)
        plain = plain.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    if "_" in plain:
        plain = _EDGES.sub(" ", plain)
    return (_WIDE if "\t" in plain else _WIDE_SPACES).sub(" ", plain.casefold())


def _variants(folded: str, *, disguised: bool) -> Iterator[str]:
    """The folded text with disguises taken off; each keeps every character's position, or the line's."""
    if disguised and not folded.isascii():
        yield folded.translate(_LOOK_ALIKES)
    if any(word.translate(_LEET).startswith(_LEET_TARGETS) for word in _leet_words(folded)):
        yield folded.translate(_LEET)


@cache
def _disguises() -> frozenset[str]:
    """``_ENCIPHERED`` with the letters moved along the alphabet, mirrored in it, or turned round."""
    letters = string.ascii_lowercase
    alphabets = [letters[by:] + letters[:by] for by in range(1, len(letters))] + [letters[::-1]]
    words = _ENCIPHERED.split()
    moved = {word.translate(str.maketrans(letters, to)) for word in words for to in alphabets}
    return frozenset(moved.union(word[::-1] for word in words))


def _enciphered(folded: str, words: Set[str]) -> Iterator[tuple[Kind, int]]:
    """Where words about judging stand that only a decipherer reads."""
    for word in _disguises() & words:
        for match in islice(re.finditer(word, folded), _BLOBS):
            yield "encoded instruction", match.start()


def _leet_words(folded: str) -> Iterator[str]:
    """Words of letters and digits that can stand for letters."""
    end = 0
    for mark in _LEET_MARK.finditer(folded):
        start = mark.start()
        if start < end:
            continue
        while start > end and folded[start - 1] in _LEET_CHARACTERS:
            start -= 1
        run = _LEET_RUN.match(folded, start)
        end = run.end() if run else end
        yield from _LEET_WORD.findall(folded, start, end + 1)


def _closed_up(match: re.Match[str]) -> str:
    """ "i g n o r e  i t" → "ignore it", its line breaks behind it so that lines can be counted."""
    narrow = min(map(len, _GAP.findall(match[0])))
    word = _GAP.sub(lambda gap: "" if len(gap[0]) == narrow else " ", match[0])
    return word + "\n" * match[0].count("\n")


def _is_disguised(text: str) -> bool:
    """Latin words with Cyrillic letters, or Greek ones that look Latin, among them: two or more."""
    mixed = 0
    for match in _MIXED_WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        latin = sum("a" <= character <= "z" or "A" <= character <= "Z" for character in word)
        other = sum(
            "\u0400" <= character <= "\u052f" or character in "ονρικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" for character in word
        )
        if latin >= 2 and other:
            mixed += 1
            if mixed == 2:
                return True
    return False


def _invisible(text: str) -> Iterator[Attempt]:
    many = sum(1 for _ in _ZERO_WIDTH_IN_WORD.finditer(text)) > _FEW
    smuggled = [match for match in _SMUGGLED.finditer(text) if text[max(0, match.start() - 1)] != _FLAG]
    reordered = _REORDERING.search(text) or (_ISOLATES.search(text) and not _RIGHT_TO_LEFT.search(text))
    if many or smuggled or _ZERO_WIDTH_RUN.search(text) or reordered:
        yield Attempt("invisible characters", 0, 0)


def _decoded(text: str, characters: str) -> Iterator[tuple[int, int, str]]:
    """Encoded passages of the text, whose ``characters`` beyond ASCII are given, and what they say."""
    blobs = 0
    encodings = [(_base64_in(text), _from_letters)]
    if any(code in text for code in _DOT_AND_DASH):
        encodings.append((_MORSE.finditer(text), _from_morse))
    if _HEX_RUN in classes(text, _OF_HEX, without=_HEX_GAPS):
        encodings += [(_HEX.finditer(text), _from_digits), (_CODES.finditer(text), _from_codes)]
    for found, decode in encodings:
        for match in found:
            decoded = decode(match[0][:_BLOB_CHARACTERS])
            if decoded:
                yield match.start(), match.end(), decoded
            blobs += 1
            if blobs >= _BLOBS:
                break
    if max(characters, default="") >= "\U000e0020":
        smuggled = "".join(chr(ord(c) - 0xE0000) for c in text if "\U000e0020" <= c <= "\U000e007e")
        yield 0, 0, smuggled


def _unescaped(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines with escaped characters, and what they say."""
    escaped = "&#" in text or "&lt;" in text or "\\u" in text or _PERCENT_ESCAPED.search(text)
    for line in _LINES.finditer(text) if escaped else ():
        if _ESCAPED.search(line[0]) and line.end() - line.start() <= 20 * _BLOB_CHARACTERS:
            import html
            from urllib.parse import unquote

            plain = html.unescape(unquote(line[0], errors="replace"))
            plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), plain)
            yield line.start(), line.end(), plain


def _unjoined(text: str, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Words made of words, such as links and names of files, and what they say with gaps between."""
    if not _TELLING.search(" ".join(word for word in words if len(word) >= _LEAST_JOINED)):
        return
    joined = (match for match in _LONG_WORD.finditer(text) if _TELLING.search(match[0].casefold()))
    for match in islice(joined, _BLOBS):
        plain = _SEAM.sub(" ", _PARTS_OF_A_LINK.sub("\n", match[0]))
        if plain.count(" ") >= 2:
            yield match.start(), match.end(), plain


def _base64_in(text: str) -> Iterator[re.Match[str]]:
    """As ``finditer`` of ``_BASE64``, without looking where no run of its characters begins."""
    runs = classes(text, _OF_BASE64)
    at = runs.find(_BASE64_RUN)
    while at >= 0:
        match = _BASE64.match(text, at)
        if match:
            yield match
        end = match.end() if match else runs.find(OTHER, at)
        at = runs.find(_BASE64_RUN, end) if end >= 0 else -1


def _from_letters(blob: str) -> str:
    return _from_base64(blob) or (_from_base32(blob.strip()) if _BASE32.fullmatch(blob) else "")


def _from_digits(blob: str) -> str:
    return _from_hex(blob) or (_from_bits(blob) if _BITS.fullmatch(blob) else "")


def _from_base64(blob: str) -> str:
    import base64  # here and below not at import: few texts need them
    import binascii

    packed = re.sub(r"\s", "", blob).rstrip("=").replace("-", "+").replace("_", "/")
    packed = packed[: len(packed) - (len(packed) % 4 == 1)]
    try:
        plain = _printable(base64.b64decode(packed + "=" * (-len(packed) % 4)))
    except (binascii.Error, ValueError):
        return ""
    return _from_base64(plain) if plain != blob and _BASE64_ALONE.fullmatch(plain) else plain


def _from_base32(blob: str) -> str:
    import base64
    import binascii

    packed = blob.rstrip("=")
    try:
        return _printable(base64.b32decode(packed + "=" * (-len(packed) % 8)))
    except (binascii.Error, ValueError):
        return ""


def _from_bits(blob: str) -> str:
    digits = re.sub(r"[^01]", "", blob)
    return _printable(bytes(int(digits[at : at + 8], 2) for at in range(0, len(digits), 8)))


def _from_codes(blob: str) -> str:
    codes = re.findall(r"\d+", blob)
    octal = all(len(code) == 3 and max(code) < "8" for code in codes)
    numbers = [int(code, 8 if octal else 10) for code in codes]
    return _printable(bytes(numbers)) if max(numbers) < 256 else ""


def _from_morse(blob: str) -> str:
    words = re.split(r" ?[/|] ?| {2,}", blob.translate(_DOTS_AND_DASHES))
    return " ".join("".join(_MORSE_LETTERS.get(letter, "?") for letter in word.split()) for word in words)


def _from_hex(blob: str) -> str:
    digits = re.sub(r"\\x|0x|[^0-9a-fA-F]", "", blob)
    return _printable(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def _printable(data: bytes) -> str:
    text = data.decode("utf-8", errors="replace")
    unknown = text.count("\ufffd")
    if len(text) - unknown < 0.9 * len(text):
        return ""
    shown = sum(character.isprintable() or character in "\n\t" for character in text) - unknown
    return text if text and shown >= 0.9 * len(text) else ""
