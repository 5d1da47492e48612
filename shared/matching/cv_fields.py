"""A CV as a program holds it (JSON, an object of JavaScript, TOML, YAML) → lines as people write them.

Every character is replaced by one, by a blank that is removed with what else is invisible, or kept, so that
quotes lead back to the source.
"""

import re
from typing import NamedTuple

from shared.matching.heading_kinds import heading_kind
from shared.matching.latex import NOTHING
from shared.matching.lazy import Lazy

_FIELD = Lazy(r"[\"']?\b[A-Za-z_]\w{1,30}[\"']?[ \t]?[:=][ \t]?(?=[\"'\[{]|null\b|true\b|false\b)")
_LEAST_FIELDS = 6
_TOKEN = Lazy(
    r"\"\"\"|\"(?:[^\"\\\n]|\\.){0,20000}\"|'(?:[^'\\\n]|\\.){0,20000}'(?=\s{0,40}[,:\]}])|"
    r"(?<![\w\"'])[A-Za-z_]\w{0,40}(?=[ \t]{0,8}[:=])|[{}\[\],:=]|"
    r"(?<![\w.])(?:null|true|false|-?\d[\d.]{0,20})(?![\w.])"
)
_ESCAPED = Lazy(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_SHOWN = {"n": "\n", "t": " ", "r": " "}
_WORDS = Lazy(r"(?<=[a-z])(?=[A-Z])|_")
_BEGIN_WORDS = """
start startdate datestart from begin beginn begindate von inicio fechainicio desde debut datedebut
"""
_END_WORDS = "end enddate dateend to until ende bis fin fechafin hasta datefin finish"
_EMPLOYER_WORDS = "company employer organization organisation companyname firm empresa entreprise"
_BEGINS, _ENDS = frozenset(_BEGIN_WORDS.split()), frozenset(_END_WORDS.split())
_TITLES, _EMPLOYERS = frozenset({"title"}), frozenset(_EMPLOYER_WORDS.split())
_NAME, _PLACES = "name", frozenset({"where", "place"})
_POST_WORDS = "position role title jobtitle designation puesto cargo poste funktion"
_POSTS = frozenset(_POST_WORDS.split())
_POST = "post"
"""What the title of an entry with an employer is called here: that of a project is none."""
_LASTS = frozenset({"", "null", "present", "current", "now", "today", "ongoing", "heute", "actualidad"})
_TOLD = _BEGINS | _ENDS | _TITLES | _EMPLOYERS | _PLACES | {_NAME}
_MARGIN = Lazy(r"^[ \t]+", re.M)
_LINE_ENDS = Lazy(r"[ \t]{0,40}(?:\n|$)")
_ELSEWHERE = Lazy(r"(?i)(?:url|logo|link|icon|image)$")
"""The end of the names of what is shown beside a job: "company_url"."""
_PLAIN_FIELD = Lazy(
    r"^[ \t]{0,40}(- {1,3})?([\"']?[a-z]\w{1,30}[\"']?):(?:[ \t]{1,8}([^\n]*?))?[ \t]{0,8}$", re.M
)
_AN_ENTRY = Lazy(
    r"^[ \t]{0,40}- {1,3}[a-z]\w{1,30}: {1,8}\S[^\n]*\n[ \t]{1,40}[a-z]\w{1,30}:(?:[ \t]|$)", re.M
)
_BRACKETED = Lazy(r"^[ \t]{0,40}[\[{]{1,2}[ \t]{0,8}(?:\w[^\n]*)?$", re.M)
_LONG_TEXT = Lazy(r"[|>][\d+-]{0,2}")
"""Before a value of more lines."""
_UNTIL, _UNTIL_NOW, _SINCE = "to: ", "to: now", "since "


class _Field(NamedTuple):
    """A field that tells when, where or as what somebody worked; ``begin`` and ``end`` are those of its
    value."""

    name: str
    key: tuple[int, int]
    """Where its name begins and ends."""
    begin: int
    end: int
    value: str


def in_words(source: str) -> str:
    """``source`` without its quotes, brackets and the names of what is no part of a CV, each field on a line
    and each item behind a bullet, if it is such a file; otherwise as it is. Linear."""
    if _AN_ENTRY.search(source) and not _BRACKETED.search(source):
        return _in_plain_fields(source)
    if len(_FIELD.findall(source)) < _LEAST_FIELDS or "\\begin" in source:
        return source
    tokens = list(_TOKEN.finditer(source))
    shown = list(source)
    opened: list[str] = []
    periods: list[list[_Field]] = [[]]
    number = 0
    while number < len(tokens):
        mark = tokens[number][0]
        if mark in ("{", "["):
            opened.append(mark)
            if mark == "{":
                periods.append([])
            elif len(opened) == 1 and source.startswith("[[", tokens[number].start()):
                _tell_when(periods.pop(), shown)  # the next table of TOML
                periods.append([])
            _break(source, tokens[number], shown)
        elif mark in ("}", "]"):
            if mark == "}" and len(periods) > 1:
                _tell_when(periods.pop(), shown)
            if opened:
                opened.pop()
            _break(source, tokens[number], shown)
        elif mark == ",":
            _break(source, tokens[number], shown)
        elif _is_a_key(tokens, number):
            number = _field(source, tokens, number, periods, shown)
        elif mark[0] in "\"'":
            _value(tokens[number], shown)
            if opened and opened[-1] == "[":
                shown[tokens[number].start()] = "•"
        elif opened:
            _fill(shown, tokens[number].start(), tokens[number].end())
        number += 1
    for left in periods:
        _tell_when(left, shown)
    for margin in _MARGIN.finditer(source):
        _fill(shown, margin.start(), margin.end())
    return "".join(shown)


def _is_a_key(tokens: list[re.Match[str]], number: int) -> bool:
    token = tokens[number][0]
    return (
        number + 1 < len(tokens)
        and tokens[number + 1][0] in (":", "=")
        and (token[0] in "\"'" or token[0].isalpha() or token[0] == "_")
        and len(token) < _LONGEST_KEY
    )


_LONGEST_KEY = 44
_TOP = 2
"""Objects around a field of the whole CV, the file itself counted."""


def _field(
    source: str,
    tokens: list[re.Match[str]],
    number: int,
    periods: list[list[_Field]],
    shown: list[str],
) -> int:
    """Shows the field whose key is the token with that ``number``, and gives the last one read."""
    key, sign = tokens[number], tokens[number + 1]
    value = tokens[number + 2] if number + 2 < len(tokens) else None
    name = _WORDS.sub(" ", key[0].strip("\"'")).strip()
    plain = name.replace(" ", "").lower()
    if value is None:
        return number + 1
    opens = value[0] in ("[", "{")
    heads = heading_kind(name, posting=False) is not None
    top = len(periods) <= _TOP
    of_entries = opens and number + 3 < len(tokens) and tokens[number + 3][0] == "{"
    _fill(shown, key.start(), sign.end())
    shown[sign.start()] = ":"
    if opens:
        if heads and (of_entries or top):
            _write(shown, key.start(), key.end(), name)
        else:
            shown[sign.start()] = NOTHING
        return number + 1
    if _ELSEWHERE.search(name) and value[0][0] in "\"'":
        _leave_out(source, key.start(), value.end(), shown)
        return number + 2
    if plain in _TOLD:
        periods[-1].append(_Field(plain, key.span(), sign.end(), value.end(), value[0]))
    if plain in _BEGINS or plain in _ENDS:
        _value(value, shown)
        shown[sign.start()] = NOTHING
        return number + 2
    if value[0][0] not in "\"'" or len(value[0]) == len('""'):  # a number, whether something is so, nothing
        _leave_out(source, key.start(), value.end(), shown)
        follows = number + 3 < len(tokens) and tokens[number + 3][0] == ","
        if follows:
            _fill(shown, tokens[number + 3].start(), tokens[number + 3].end())
        return number + 2 + follows
    if heads:
        shown[sign.start()] = NOTHING
    else:
        _write(shown, key.start(), key.end(), name)
    _value(value, shown)
    return number + 2


def _leave_out(source: str, start: int, end: int, shown: list[str]) -> None:
    """Shows nothing of a field, nor the end of the line before it if it begins one."""
    line = source.rfind("\n", 0, start)
    _fill(shown, start if source[line + 1 : start].strip() else max(line, 0), end)


def _tell_when(fields: list[_Field], shown: list[str]) -> None:
    """Writes as what somebody worked, and from when to when, as people do."""
    names = {field.name for field in fields}
    named = _POSTS.isdisjoint(names) and not _PLACES.isdisjoint(names)
    employed = not names.isdisjoint(_EMPLOYERS)
    for name, key, begin, end, value in fields:
        lasts = value.strip("\"'").strip().lower() in _LASTS
        if (name == _NAME and named) or (name in _TITLES and employed):
            _fill(shown, *key)
            _write(shown, *key, _POST)
        elif name in _ENDS and lasts:
            _fill(shown, key[0], end)
            _write(shown, key[0], end, _UNTIL_NOW)
        elif name in _ENDS:
            _fill(shown, key[0], begin)
            _write(shown, key[0], begin, _UNTIL)
        elif name in _BEGINS and not lasts:
            _fill(shown, key[0], begin)
            if names.isdisjoint(_ENDS):
                _write(shown, key[0], begin, _SINCE)


def _in_plain_fields(source: str) -> str:
    """YAML, of which each field stands on a line and a hyphen begins each entry."""
    shown = list(source)
    entry: dict[str, _Field] = {}
    for field in _PLAIN_FIELD.finditer(source):
        key = _WORDS.sub(" ", field[2].strip("\"'"))
        plain = key.replace(" ", "").lower()
        if field[1] or plain in entry:
            _tell_of_an_entry(entry, shown)
            entry = {}
        value = field[3] or ""
        if plain in _TOLD:
            entry[plain] = _Field(plain, field.span(2), field.start(3), field.end(), value)
        if _ELSEWHERE.search(key):
            _fill(shown, field.start(), min(field.end() + 1, len(shown)))
            continue
        _fill(shown, field.start(), field.start(2))
        _write(shown, field.start(2), field.end(2), key)
        if _LONG_TEXT.fullmatch(value):
            _fill(shown, field.start(3), field.end(3))
        elif len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
            shown[field.start(3)] = shown[field.end(3) - 1] = NOTHING
    _tell_of_an_entry(entry, shown)
    return "".join(shown)


def _tell_of_an_entry(entry: dict[str, _Field], shown: list[str]) -> None:
    if not _BEGINS.isdisjoint(entry):
        _tell_when(list(entry.values()), shown)


def _break(source: str, token: re.Match[str], shown: list[str]) -> None:
    """Ends the line at a bracket or a comma, unless it ends there."""
    ends = _LINE_ENDS.match(source, token.end()) is not None
    shown[token.start()] = NOTHING if ends else "\n"


def _fill(shown: list[str], start: int, end: int) -> None:
    shown[start:end] = NOTHING * (end - start)


def _write(shown: list[str], start: int, end: int, text: str) -> None:
    """``text`` from ``start``, as far as there is room."""
    text = text if len(text) <= end - start else text.replace(" ", "")
    shown[start : start + len(text)] = text[: end - start]


def _value(token: re.Match[str], shown: list[str]) -> None:
    """A string without its quotes and with what its escapes mean."""
    start, end = token.span()
    if token[0][0] not in "\"'":
        return
    if token[0] == '"""':
        _fill(shown, start, end)
        return
    shown[start] = shown[end - 1] = NOTHING
    for escape in _ESCAPED.finditer(token[0]):
        meant = chr(int(escape[1], 16)) if escape[1] else _SHOWN.get(escape[2], escape[2])
        low, high = start + escape.start(), start + escape.end()
        _fill(shown, low, high)
        shown[low] = meant if not "\ud800" <= meant <= "\udfff" else " "
