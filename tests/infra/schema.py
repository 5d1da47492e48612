"""Checks a resource's properties against the published types of its API version (``resource_schemas.json``).

The file holds, for each resource type, the types that ``infra/`` touches: property → ``type [required|readonly]``.
``make_schemas.py`` writes it from Microsoft's Bicep types; the few that come from the reference pages say so.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.infra.values import AtDeployment

FILE = Path(__file__).with_name("resource_schemas.json")

Types = dict[str, dict[str, Any]]


def load() -> dict[str, dict[str, Any]]:
    schemas: dict[str, dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return schemas


def problems(types: Types, kind: str, value: Any, where: str, visited: set[str]) -> Iterator[str]:
    """What is wrong with ``value`` as a ``kind``; ``visited`` collects the types met."""
    if value is None or (isinstance(value, AtDeployment) and kind not in ("int", "bool", *types)):
        return
    if kind.endswith("[]"):
        if not isinstance(value, list):
            yield f"{where} must be a list"
            return
        for number, item in enumerate(value):
            yield from problems(types, kind[:-2], item, f"{where}[{number}]", visited)
    elif kind in types:
        visited.add(kind)
        yield from _object_problems(types, types[kind], value, where, visited)
    elif kind in ("string", "int", "bool", "any"):
        python = {"string": str, "int": int, "bool": bool, "any": object}[kind]
        if not isinstance(value, python) or (kind == "int" and isinstance(value, bool)):
            yield f"{where} must be a {kind}, is {value!r}"
    else:
        choices = [choice.strip() for choice in kind.split(" | ")]
        if value not in choices and "string" not in choices and "int" not in choices:
            yield f"{where} must be one of {choices}, is {value!r}"


def _object_problems(
    types: Types, definition: dict[str, Any], value: Any, where: str, visited: set[str]
) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} must be an object"
        return
    properties = dict(definition)
    discriminator, cases = properties.pop("@discriminator", None), properties.pop("@cases", {})
    if discriminator:
        if value.get(discriminator) not in cases:
            yield f"{where}.{discriminator} must be one of {sorted(cases)}"
            return
        properties |= cases[value[discriminator]]
    others = properties.pop("*", None)
    for name, item in value.items():
        kind, _, flag = properties.get(name, others or "").rpartition(" @")
        kind, flag = (kind, flag) if kind else (flag, "")
        if not kind:
            yield f"{where}.{name} is no property of it; there are {', '.join(sorted(properties))}"
        elif flag == "readonly":
            yield f"{where}.{name} cannot be set"
        else:
            yield from problems(types, kind, item, f"{where}.{name}", visited)
    for name, kind in properties.items():
        if kind.endswith(" @required") and value.get(name) is None:
            yield f"{where}.{name} is required"
