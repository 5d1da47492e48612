"""Values of Bicep expressions: what is known before a deployment, and stand-ins for what is not."""

import json
import os
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.infra.syntax import BicepError


class AtDeployment(str):
    """A text that only the deployment knows: reads as the expression in angle brackets."""

    __slots__ = ()

    def member(self, name: object) -> "AtDeployment":
        return AtDeployment(f"<{self.strip('<>')}.{name}>")


def functions(file: Path) -> Mapping[str, Callable[..., Any]]:
    """The Bicep functions that the project uses; paths are relative to ``file``."""

    def load_text(path: str) -> str:
        return (file.parent / path).read_text(encoding="utf-8")

    group = {"id": AtDeployment("<resourceGroup.id>"), "name": AtDeployment("<resourceGroup.name>")}
    return {
        "bool": lambda text: {"true": True, "false": False}[text],
        "concat": lambda *parts: [item for part in parts for item in part],
        "empty": lambda value: not value,
        "environment": lambda: {
            "resourceManager": "https://management.azure.com/",
            "suffixes": {"storage": "core.windows.net"},
        },
        "guid": lambda *parts: str(uuid.uuid5(uuid.NAMESPACE_OID, "|".join(parts))),
        "items": lambda given: [{"key": key, "value": given[key]} for key in sorted(given)],
        "loadJsonContent": lambda path: json.loads(load_text(path)),
        "loadTextContent": load_text,
        "readEnvironmentVariable": _environment,
        "resourceGroup": lambda *name: {**group, "name": name[0]} if name else group,
        "string": lambda value: value if isinstance(value, str) else json.dumps(value),
        "subscription": lambda: {"id": AtDeployment("<subscription.id>")},
        "subscriptionResourceId": lambda kind, *names: f"/subscriptions/1/providers/{kind}/{'/'.join(names)}",
        "substring": lambda text, start: text[start:],
        "tenant": lambda: {"tenantId": AtDeployment("<tenant.id>")},
        "union": lambda *parts: {key: value for part in parts for key, value in part.items()},
        "uniqueString": lambda *parts: uuid.uuid5(uuid.NAMESPACE_OID, "|".join(parts)).hex[:13],
    }


def _environment(name: str, *default: str) -> str:
    value = os.environ.get(name, default[0] if default else None)
    if value is None:
        raise BicepError(f"the environment variable {name} is not set and has no default")
    return value


def member(value: Any, name: Any) -> Any:
    """Raises BicepError for an object without that property."""
    if isinstance(value, AtDeployment):
        return value.member(name)
    if hasattr(value, "member"):
        return value.member(name)
    try:
        return value[name]
    except (KeyError, IndexError, TypeError):
        raise BicepError(f"there is no {name!r} in {str(value)[:60]}") from None
