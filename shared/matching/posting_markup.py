"""A posting as a program holds it: JSON of an interface or of a page's metadata, the source of a page, and
links of Markdown."""

import re
from collections.abc import Iterator

from shared.matching.lazy import Lazy

_OF_THE_JOB = Lazy(
    r"title|position|role|skill|requirement|qualif|responsib|dut(?:y|ies)|experience|education|credential|"
    r"language|descri|summary|profile|benefit|must|nice|tasks",
    re.I,
)
"""In the names of what tells of the job; dates, addresses and identifiers are left out."""
_WORD_INSIDE = Lazy(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_DEEPEST = 12
_DOCTYPE = Lazy(r"<!doctype\b[^<>]{0,200}>", re.I)
_UNSHOWN = Lazy(r"<(script|style|head|nav|footer|noscript|template|svg)\b", re.I)
"""Elements that hold no part of a posting, or that nobody sees."""
_ESCAPED = Lazy(r"&lt;/?(?:p|div|span|ul|ol|li|br|h[1-6]|b|strong|em)\b", re.I)
_LEAST_ESCAPED = 4
"""So many tags make a text the source of a page, escaped: so some interfaces give postings."""
_LINK = Lazy(r"!?\[([^\[\]\n]{0,120})\]\((?:https?://|mailto:|/|#)[^()\s]{0,300}\)")


def readable(text: str) -> str:
    """``text`` as a reader would see it, if it is JSON, HTML or Markdown; otherwise as it is. Linear."""
    start = text.lstrip()[:1]
    if start in ("{", "["):
        text = _from_json(text) or text
    if "&lt;" in text and len(_ESCAPED.findall(text)) >= _LEAST_ESCAPED:
        from html import unescape  # not at import time: few postings need it

        text = unescape(text)
    text = text.replace("&amp;", "&")  # a gap would stand behind it, where a sentence could end
    if "<" in text:
        text = _without_unshown(_DOCTYPE.sub("", text))
    if "{" in text:
        text = _without_styles(text)
    return _LINK.sub(_label, text) if "](" in text else text


_RULE = Lazy(r"\s{0,20}[a-z-]{2,40}\s{0,3}:[^;{}\n]{0,120};")
_SELECTOR = Lazy(
    r"(?:/\*[^*{}\n]{0,80}\*/\s{0,4})?[.#@]?[\w-]{1,60}(?:[.#:>, ]{1,3}[\w-]{1,60}){0,2}\s{0,4}\Z"
)
_LONGEST_RULES, _LONGEST_SELECTOR = 3000, 160


def _without_styles(text: str) -> str:
    """``text`` without what a page or a word processor says of its looks: "body { margin: 0; }"."""
    pieces: list[str] = []
    at = 0
    begin = text.find("{")
    while begin >= 0:
        after = begin + 1
        if _RULE.match(text, after):
            reach = begin + _LONGEST_RULES
            close, line = text.find("}", after, reach), text.find("\n", after, reach)
            if close < 0 or 0 <= line < close:  # cut off: what is left of the line goes
                close = line - 1 if line >= 0 else (-1 if len(text) > reach else len(text) - 1)
            selector = _SELECTOR.search(text[max(at, begin - _LONGEST_SELECTOR) : begin])
            if close >= 0:
                pieces.append(text[at : begin - (len(selector[0]) if selector else 0)])
                at = after = close + 1
        begin = text.find("{", after)
    return "".join([*pieces, text[at:]])


def _label(link: re.Match[str]) -> str:
    return "" if link[0].startswith("!") else link[1]


def _from_json(text: str) -> str:
    import json  # not at import time: few postings are JSON

    try:
        lines = list(_told(json.loads(text), "", 0))
    except (ValueError, RecursionError):
        return ""
    return ("<br>\n" if any("<" in line for line in lines) else "\n").join(lines)


def _told(value: object, name: str, depth: int) -> Iterator[str]:
    """The lines of what ``value`` says of the job."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            if not str(key).startswith("@"):
                yield from _told(inner, str(key) if _OF_THE_JOB.search(str(key)) else name, depth + 1)
    elif isinstance(value, list):
        shown = [item for item in value if isinstance(item, str) and item.strip()]
        if shown and name:
            yield from (f"\n{_heading(name)}:", *(f"- {item}" for item in shown))
        for item in value:
            if not isinstance(item, str):
                yield from _told(item, name, depth + 1)
    elif isinstance(value, str) and name and value.strip():
        yield (
            f"\n{_heading(name)}:\n{value}" if "\n" in value or "<" in value else f"{_heading(name)}: {value}"
        )


def _heading(name: str) -> str:
    return _WORD_INSIDE.sub(" ", name).capitalize()


def _without_unshown(text: str) -> str:
    """``text`` without scripts, menus and the like; what is not closed stays."""
    pieces: list[str] = []
    lower = text.lower()
    if len(lower) != len(text):
        return text
    at = 0
    unclosed: set[str] = set()
    while found := _UNSHOWN.search(text, at):
        name = found[1].lower()
        end = -1 if name in unclosed else lower.find(f"</{name}", found.end())
        if end < 0:
            unclosed.add(name)
            pieces.append(text[at : found.end()])
            at = found.end()
            continue
        pieces.append(text[at : found.start()])
        at = lower.find(">", end) + 1 or len(text)
    return "".join([*pieces, text[at:]])
