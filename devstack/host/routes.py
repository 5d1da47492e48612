"""Route templates of HTTP triggers and the choice among them.

Sources: "Customize the HTTP endpoint" of "Azure Functions HTTP trigger", "Routing in ASP.NET Core" (Route
constraint reference, Route template precedence) on Microsoft Learn. Literals compare without case, a
trailing slash does not matter, parameters are percent-decoded but for ``%2F``, which would change the
number of segments.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from urllib.parse import unquote_to_bytes

from devstack.host.config import ConfigError

type Constraint = Callable[[str], bool]

_INT32, _INT64 = 2**31, 2**63


def _whole(limit: int) -> Constraint:
    return lambda text: re.fullmatch(r"[+-]?[0-9]{1,20}", text) is not None and -limit <= int(text) < limit


def _number(text: str) -> bool:
    return re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", text) is not None


_GUID = re.compile(
    r"[0-9a-f]{32}|(?P<open>[({])?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?(open)[)}])", re.IGNORECASE
)
_PLAIN: dict[str, Constraint] = {
    "alpha": lambda text: re.fullmatch(r"[a-z]*", text, re.IGNORECASE) is not None,
    "bool": lambda text: text.lower() in ("true", "false"),
    "decimal": _number,
    "double": _number,
    "float": _number,
    "guid": lambda text: _GUID.fullmatch(text) is not None,
    "int": _whole(_INT32),
    "long": _whole(_INT64),
    "required": bool,
}
_NUMBERED = {
    "length": (1, 2),
    "minlength": (1, 1),
    "maxlength": (1, 1),
    "min": (1, 1),
    "max": (1, 1),
    "range": (2, 2),
}


def _constraint(text: str) -> Constraint:
    """Raises ValueError for a constraint that ASP.NET Core does not document or this host does not know."""
    if text in _PLAIN:
        return _PLAIN[text]
    name, _, rest = text.partition("(")
    if not rest.endswith(")"):
        raise ValueError(text)
    argument = rest[:-1]
    if name == "regex":
        # A template doubles the braces of a regular expression.
        pattern = re.compile(argument.replace("{{", "{").replace("}}", "}"), re.IGNORECASE)
        return lambda value: pattern.search(value) is not None
    if name not in _NUMBERED:
        raise ValueError(text)
    numbers = [int(one) for one in argument.split(",")]
    fewest, most = _NUMBERED[name]
    if not fewest <= len(numbers) <= most:
        raise ValueError(text)
    low = -inf if name.startswith("max") else numbers[0]
    high = inf if name.startswith("min") else numbers[-1]
    if name.endswith("length"):
        return lambda value: low <= len(value) <= high
    is_whole = _whole(_INT64)
    return lambda value: is_whole(value) and low <= int(value) <= high


@dataclass(frozen=True, slots=True)
class Segment:
    """A literal, or a parameter when ``name`` is set."""

    literal: str = ""
    name: str = ""
    constraints: tuple[Constraint, ...] = ()
    optional: bool = False
    rest: bool = False
    """Catch-all: takes what remains of the path, nothing included."""

    @property
    def rank(self) -> int:
        """The lower matches first: literal, constrained parameter, parameter, the catch-alls likewise."""
        if not self.name:
            return 1
        return (4 if self.rest else 2) + (0 if self.constraints else 1)

    def takes(self, text: str) -> bool:
        if not self.name:
            return text.lower() == self.literal.lower()
        return bool(text) and all(allows(text) for allows in self.constraints)


def parse_template(template: str, where: str) -> tuple[Segment, ...]:
    """Raises ConfigError for a template that this host does not understand."""
    segments = [_parse_segment(part, where) for part in _split(template)]
    for segment in segments[:-1]:
        if segment.rest or segment.optional:
            raise ConfigError(f"{where}: in the route {template!r} only the last segment may be optional")
    names = [segment.name.lower() for segment in segments if segment.name]
    if len(names) != len(set(names)):
        raise ConfigError(f"{where}: the route {template!r} names a parameter twice")
    return tuple(segments)


def _split(template: str) -> list[str]:
    """At the slashes outside braces: a regular expression may contain one."""
    return [part for part in re.findall(r"(?:\{(?:[^{}]|\{\{|\}\})*\}|[^/{}])+|[{}]", template) if part]


def _parse_segment(text: str, where: str) -> Segment:
    if "{" not in text and "}" not in text:
        return Segment(literal=text)
    match = re.fullmatch(
        r"\{(\*{0,2})(\w+)((?::(?:[^{}]|\{\{|\}\})*)?)\}", text.removesuffix("?}") + "}" * text.endswith("?}")
    )
    if match is None:
        raise ConfigError(f"{where}: the local host does not support the route segment {text!r}")
    stars, name, constraints = match.groups()
    try:
        parsed = tuple(_constraint(one) for one in _split_constraints(constraints))
    except (ValueError, re.error):
        raise ConfigError(
            f"{where}: the local host does not support a constraint in the route segment {text!r}"
        ) from None
    return Segment("", name, parsed, optional=text.endswith("?}"), rest=bool(stars))


def _split_constraints(text: str) -> list[str]:
    """``:guid:length(1,2)`` → both; a colon inside parentheses belongs to the constraint."""
    return re.findall(r":(\w+(?:\(.*?\)(?=:|$))?)", text)


def decode_path(raw_path: str) -> list[str]:
    """The segments of a request path, decoded and with ``.`` and ``..`` applied, without a trailing slash.

    Raises ValueError for a path that the real server refuses (NUL).
    """
    segments: list[str] = []
    for raw in raw_path.removeprefix("/").split("/"):
        text = _decode(raw)
        if "\0" in text:
            raise ValueError("NUL in the path")
        if text == "..":
            del segments[-1:]
        elif text != ".":
            segments.append(text)
    if segments and not segments[-1]:
        segments.pop()
    return segments


def _decode(raw: str) -> str:
    kept = re.sub("%2f", lambda match: f"%25{match.group()[1:]}", raw, flags=re.IGNORECASE)
    try:
        return unquote_to_bytes(kept).decode()
    except UnicodeDecodeError:
        return raw


@dataclass(frozen=True, slots=True)
class Route[T]:
    segments: tuple[Segment, ...]
    methods: frozenset[str] | None
    """None: every method."""
    target: T

    @property
    def rank(self) -> tuple[int, ...]:
        return tuple(segment.rank for segment in self.segments)

    def match(self, path: Sequence[str]) -> dict[str, str] | None:
        """The parameters by name, if the path fits."""
        parameters: dict[str, str] = {}
        for index, segment in enumerate(self.segments):
            if segment.rest:
                text = "/".join(path[index:])
                if text:
                    if not all(allows(text) for allows in segment.constraints):
                        return None
                    parameters[segment.name] = text
                return parameters
            if index >= len(path):
                return parameters if segment.optional else None
            if not segment.takes(path[index]):
                return None
            if segment.name:
                parameters[segment.name] = path[index]
        return parameters if len(path) <= len(self.segments) else None


class Router[T]:
    def __init__(self, routes: Sequence[Route[T]]) -> None:
        self._routes = sorted(routes, key=lambda route: route.rank)

    def find(self, method: str, path: Sequence[str]) -> tuple[T, dict[str, str]] | set[str]:
        """The target and its route parameters; or the methods that the path allows (none: unknown path)."""
        allowed: set[str] = set()
        for route in self._routes:
            parameters = route.match(path)
            if parameters is None:
                continue
            if route.methods is None or method in route.methods:
                return route.target, parameters
            allowed |= route.methods
        return allowed
