"""Plain text and Markdown: bytes to characters."""

import re

from shared.extraction.charsets import codec_of
from shared.extraction.normalise import clean
from shared.extraction.problems import NO_TEXT, UnreadableFile

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_NOT_TEXT = (
    "The file is not plain text, or its encoding is unknown. "
    "Save it as UTF-8 text, or upload a .pdf or .docx file."
)


def decode(data: bytes, content_type: str | None = None) -> str:
    """Characters of a text file: by byte order mark, as UTF-8, in the declared charset, or as Windows-1252.

    Raises ``UnreadableFile`` for binary data and for a file without a word.
    """
    text = _characters(data, content_type)
    if "\x00" in text or len(_CONTROLS.findall(text)) > len(text) / 100:
        raise UnreadableFile("unreadable_file", _NOT_TEXT)
    text = clean(text)
    if not text:
        raise UnreadableFile("unreadable_file", NO_TEXT)
    return text


def _characters(data: bytes, content_type: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            encodings = [encoding]
            break
    else:
        # UTF-8 first even when something else is declared: other encodings hardly ever happen to be valid
        # UTF-8, but for the Latin letters of UTF-16, every other byte of which is NUL.
        declared = _CHARSET.search(content_type or "")
        codec = codec_of(declared[1]) if declared else None
        encodings = [*([] if b"\x00" in data else ["utf-8"]), *([codec] if codec else []), "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("unreadable_file", _NOT_TEXT)
