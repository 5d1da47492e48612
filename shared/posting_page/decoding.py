"""Bytes of a web page to characters."""

import re

from shared.extraction.charsets import codec_of

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def decode_page(body: bytes, charset: str | None) -> str:
    """By byte order mark, the header's ``charset``, the page's own ``meta`` element, else UTF-8 or
    Windows-1252.

    The order is that of the HTML Standard, "determining the character encoding". Never fails: bytes that are
    none of the charset's become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    meta = _META.search(body[:4096])
    own = meta[1].decode("ascii") if meta else ""
    if own.lower().startswith(("utf-16", "utf16")):
        own = "utf-8"  # else that could not have been read
    for name in (charset, own):
        if name and (codec := codec_of(name)):
            return body.decode(codec, "replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
