"""UTF-8 that was read as GBK, the encoding of many Chinese systems: "I鈥檝e baked", "鈥?Served lunches".

A sign of three bytes and a letter behind it make two Chinese characters, from which both can be told. Where
the last byte of the sign and what followed it made no character, a question mark or nothing is left.
"""

import re

from shared.matching.lazy import Lazy

_LEFT_OVER = ("鈥", "飩", "鉃")
"""What dashes, apostrophes and bullets begin with when read so; no text in Chinese needs any of them."""
_RUN = Lazy("[\u2e80-\u9fff]{1,8}\\??")
_BEHIND_A_DASH = Lazy(
    r" ?\[?(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}, [A-Z]{2}(?![a-z])|\d{1,2}/|(?:19|20)\d\d\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Present|Current|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|"
    r"OCT|NOV|DEC|PRESENT|CURRENT))"
)
"""What a dash stands before: "Example Grill 鈥?Lowell, MA", "2018 鈥?2020"."""


def read_again(text: str) -> str:
    """``text`` with such characters as what they were, of the same length."""
    return _RUN.sub(_meant, text) if any(sign in text for sign in _LEFT_OVER) else text


def _meant(match: re.Match[str]) -> str:
    run = match[0]
    lost = run.endswith("?")
    try:
        data = run.removesuffix("?").encode("gbk")
    except UnicodeEncodeError:
        return run
    try:
        shown = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(data) or error.reason != "unexpected end of data":
            return run
        shown = data[: error.start].decode("utf-8")
        shown += _sign(match, shown)
        lost = False
    shown += "?" if lost else ""
    return shown.ljust(len(run)) if len(shown) <= len(run) else run


def _sign(match: re.Match[str], shown: str) -> str:
    """What stood behind what is ``shown``, where a sign lost its last byte: a bullet if nothing else."""
    text, after = match.string, match.end()
    before = (shown or text[max(0, match.start() - 1) : match.start()] or "\n")[-1]
    if (before.isspace() or before in "])" or before.isdigit()) and _BEHIND_A_DASH.match(text, after):
        return "-"
    if before.isalpha() and text[after : after + 1].islower() and text[after - 1] == "?":
        return "'"  # "20 years鈥?experience"
    return "•"
