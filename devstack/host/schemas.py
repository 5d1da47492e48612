"""The documented properties of the bindings that this host runs (function.json), as data, and their check.

Sources, section "Configuration" of each on Microsoft Learn: "Azure Functions HTTP trigger", "Azure
Functions HTTP output bindings", "Azure Queue storage trigger for Azure Functions", "Azure Queue storage
output bindings for Azure Functions", "Timer trigger for Azure Functions", "Azure Cosmos DB output binding
for Azure Functions".
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Property:
    kind: type
    required: bool = False
    one_of: tuple[str, ...] = ()
    """Allowed values, compared without case as the host does."""
    pattern: str = ""
    supported: bool = True
    """False: documented, but this host does not do it."""


_NAME = Property(str, required=True, pattern=r"\$return|[A-Za-z_]\w{0,127}")
_TEXT = Property(str)
_NEEDED = Property(str, required=True, pattern=r".+")
_BINARY = Property(str, one_of=("string", "binary"))
# Storage's rule for queue names, or a name with an app setting in it.
_QUEUE = Property(str, required=True, pattern=r"(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*|.*%[^%]+%.*")
_METHODS = ("get", "post", "put", "delete", "patch", "head", "options", "trace", "query")

BINDINGS: Mapping[tuple[str, str], Mapping[str, Property]] = {
    ("httpTrigger", "in"): {
        "authLevel": Property(str, one_of=("anonymous", "function", "admin")),
        "methods": Property(list, one_of=_METHODS),
        "route": _TEXT,
    },
    ("http", "out"): {},
    ("queueTrigger", "in"): {"queueName": _QUEUE, "connection": _TEXT, "dataType": _BINARY},
    ("queue", "out"): {"queueName": _QUEUE, "connection": _TEXT, "dataType": _BINARY},
    ("timerTrigger", "in"): {
        "schedule": _NEEDED,
        "runOnStartup": Property(bool),
        "useMonitor": Property(bool),
    },
    ("cosmosDB", "out"): {
        "connection": _NEEDED,
        "databaseName": _NEEDED,
        "containerName": _NEEDED,
        "createIfNotExists": Property(bool),
        "partitionKey": _TEXT,
        "containerThroughput": Property(int),
        "preferredLocations": Property(str, supported=False),
        "dataType": _BINARY,
    },
}
"""By type and direction, what a binding may have beside name, type and direction."""

_COMMON = {"name": _NAME, "type": _NEEDED, "direction": _NEEDED}


def check_metadata(function: str, raw_bindings: Sequence[str]) -> list[str]:
    """What is wrong with a function's bindings, in sentences; empty if this host runs them as documented.

    ``raw_bindings`` are the JSON texts that the worker reports for the function, one a binding.
    """
    bindings = [json.loads(raw) for raw in raw_bindings]
    problems = [problem for binding in bindings for problem in _check_binding(binding)]
    triggers = [binding for binding in bindings if str(binding.get("type", "")).lower().endswith("trigger")]
    if len(triggers) != 1:
        problems.append(f"exactly one trigger is needed, there are {len(triggers)}")
    names = [binding.get("name") for binding in bindings]
    problems += [
        f"binding {name}: the name is used twice" for name in dict.fromkeys(names) if names.count(name) > 1
    ]
    kinds = [binding.get("type") for binding in bindings]
    if "http" in kinds and "httpTrigger" not in kinds:
        problems.append("an http output binding needs an httpTrigger")
    return [f"function {function}, {problem}" for problem in problems]


def _check_binding(binding: Mapping[str, Any]) -> list[str]:
    kind, direction = str(binding.get("type")), str(binding.get("direction")).lower()
    where = f"binding {binding.get('name')} ({kind}, {direction})"
    schema = BINDINGS.get((kind, direction))
    if schema is None:
        return [f"{where}: the local host does not support this type and direction"]
    properties = {**_COMMON, **schema}
    problems = [f"{where}: {name} is not a documented property" for name in binding if name not in properties]
    for name, rule in properties.items():
        if binding.get(name) is None:
            if rule.required:
                problems.append(f"{where}: {name} is required")
        elif problem := _check_value(binding[name], rule):
            problems.append(f"{where}: {name} {problem}")
    if binding.get("name") == "$return" and direction != "out":
        problems.append(f"{where}: $return must be an output")
    return problems


def _check_value(value: object, rule: Property) -> str | None:
    if not rule.supported:
        return "is not supported by the local host"
    if not isinstance(value, rule.kind) or (rule.kind is int and isinstance(value, bool)):
        return f"must be of type {rule.kind.__name__}"
    values = value if isinstance(value, list) else [value]
    if rule.one_of and (wrong := [one for one in values if str(one).lower() not in rule.one_of]):
        return f"must be of {', '.join(rule.one_of)}, not {wrong[0]!r}"
    if rule.pattern and not re.fullmatch(rule.pattern, str(value)):
        return f"has the invalid value {value!r}"
    return None
