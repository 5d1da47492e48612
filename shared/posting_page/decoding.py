"""Bytes of a web page to characters."""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_NAMES = re.compile(
    r"utf-?8|utf-16(?:le|be)?|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]"
    r"|shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|gbk|gb2312|gb18030|big5|macintosh"
)


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
    for name in (charset, meta[1].decode("ascii") if meta else None):
        if name and _NAMES.fullmatch(name.lower()):
            # To a browser Latin-1 is Windows-1252 (Encoding Standard, "names and labels").
            latin = name.lower() in ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii")
            return body.decode("cp1252" if latin else name, "replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
