"""What the names of charsets mean."""

import re

_NAMES = re.compile(
    r"utf-?8|utf-16(?:le|be)?|us-ascii|ascii|iso-?8859-(?:[1-9]|1[013-6])|latin-?1|(?:windows-|cp)125[0-8]"
    r"|koi8-[ru]|shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|gbk|gb2312|gb18030|big5|macintosh|windows-874|tis-620"
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


def codec_of(charset: str) -> str | None:
    """The codec that reads text of a charset, as browsers do; ``None`` for a name that is none."""
    name = charset.lower()
    return _MEANT.get(name, name) if _NAMES.fullmatch(name) else None
