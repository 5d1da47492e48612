"""Route templates: ``{id}``, ``{id:constraint}``, ``{id?}``, ``{*rest}``; the more literal route wins.

Source: "Customize the HTTP endpoint" of "Azure Functions HTTP trigger" and "Routing in ASP.NET Core" on
Microsoft Learn.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from devstack.host.config import ConfigError
from devstack.host.worker import Function

_CONSTRAINTS = {
    "int": r"-?\d+",
    "long": r"-?\d+",
    "alpha": r"[A-Za-z]+",
    "bool": r"(?:[Tt]rue|[Ff]alse)",
    "guid": r"[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}",
}


@dataclass(frozen=True, slots=True)
class Route:
    function: Function
    methods: frozenset[str] | None
    """None: every method."""
    pattern: re.Pattern[str]
    rank: tuple[int, ...]


def _segment(text: str, where: str) -> tuple[str, int]:
    """The regular expression of one segment and its rank: literal 0, constrained 1, parameter 2, rest 3."""
    match = re.fullmatch(r"\{(\*{0,2})(\w+)(?::([^}?]+))?(\?)?\}", text)
    if match is None:
        if "{" in text:
            raise ConfigError(f"{where}: the local host does not support the route segment {text}")
        return "/" + re.escape(text), 0
    rest, name, constraint, optional = match.groups()
    if rest:
        return f"(?:/(?P<{name}>.*))?", 3
    inner = r"[^/]+"
    if constraint:
        if constraint not in _CONSTRAINTS:
            raise ConfigError(f"{where}: the local host does not support the route constraint {constraint}")
        inner = _CONSTRAINTS[constraint]
    expression = f"/(?P<{name}>{inner})"
    return (f"(?:{expression})?" if optional else expression), 1 if constraint else 2


def compile_route(function: Function, prefix: str) -> Route:
    where = f"function {function.name}"
    template = function.trigger.get("route") or function.name
    parts = [part for part in f"{prefix.strip('/')}/{template.strip('/')}".split("/") if part]
    compiled = [_segment(part, where) for part in parts]
    methods = function.trigger.get("methods")
    return Route(
        function,
        frozenset(str(getattr(each, "value", each)).upper() for each in methods) if methods else None,
        re.compile("".join(expression for expression, _ in compiled) + "/?", re.IGNORECASE),
        tuple(rank for _, rank in compiled) or (0,),
    )


class Router:
    def __init__(self, routes: list[Route]) -> None:
        self._routes = sorted(routes, key=lambda route: route.rank)

    def find(self, method: str, raw_path: str) -> tuple[Function, dict[str, str]] | set[str]:
        """The function and its route parameters; or the methods that the path allows (none: unknown path)."""
        allowed: set[str] = set()
        for route in self._routes:
            match = route.pattern.fullmatch(raw_path)
            if match is None:
                continue
            if route.methods is None or method in route.methods:
                found = {
                    name: unquote(value) for name, value in match.groupdict().items() if value is not None
                }
                return route.function, found
            allowed |= route.methods
        return allowed
