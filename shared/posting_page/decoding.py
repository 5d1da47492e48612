"""Bytes of a web page to characters."""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_NAMES = re.compile(
    r"utf-?8|utf-16(?:le|be)?|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]"
    r"|shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|gbk|gb2312|gb18030|big5|macintosh|windows-874|tis-620"
    r"|ks_c_5601-1987|windows-31j"
)
# What browsers read under these names (Encoding Standard, "names and labels").
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "iso8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "big5": "big5hkscs",
}


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
        if name and _NAMES.fullmatch(name.lower()):
            return body.decode(_MEANT.get(name.lower(), name), "replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
