"""The documented properties of the bindings (function.json), as far as this host knows them.

Sources: "Azure Functions HTTP trigger", "Azure Queue storage trigger", "Timer trigger for Azure Functions",
"Azure Cosmos DB output binding", "Azure Queue storage output bindings" on Microsoft Learn.
"""

import json
from typing import Any

_COMMON = {"name": str, "type": str, "direction": str, "dataType": str}

_SCHEMAS: dict[tuple[str, str], dict[str, Any]] = {
    ("httpTrigger", "in"): {"authLevel": str, "methods": list, "route": str, "webHookType": str},
    ("http", "out"): {},
    ("queueTrigger", "in"): {"queueName": str, "connection": str},
    ("queue", "out"): {"queueName": str, "connection": str},
    ("timerTrigger", "in"): {"schedule": str, "runOnStartup": bool, "useMonitor": bool},
    ("cosmosDB", "out"): {
        "connection": str,
        "databaseName": str,
        "containerName": str,
        "createIfNotExists": bool,
        "partitionKey": str,
        "containerThroughput": int,
        "preferredLocations": str,
    },
}
_REQUIRED = {
    "queueTrigger": ("queueName",),
    "queue": ("queueName",),
    "timerTrigger": ("schedule",),
    "cosmosDB": ("databaseName", "containerName"),
}


def check_metadata(function: str, raw_bindings: list[str]) -> list[str]:
    """What is wrong with a function's bindings, in sentences; empty if this host can run it as documented."""
    problems = []
    triggers = 0
    for raw in raw_bindings:
        binding = json.loads(raw)
        kind, direction = binding.get("type"), str(binding.get("direction", "")).lower()
        triggers += kind.endswith("Trigger")
        schema = _SCHEMAS.get((kind, direction))
        where = f"function {function}, binding {binding.get('name')}"
        if schema is None:
            problems.append(f"{where}: the local host does not support {kind} ({direction})")
            continue
        for name, value in binding.items():
            expected = schema.get(name, _COMMON.get(name))
            if expected is None:
                problems.append(f"{where}: {kind} has no documented property {name}")
            elif value is not None and not isinstance(value, expected):
                problems.append(f"{where}: {name} must be of type {expected.__name__}")
        problems += [
            f"{where}: {kind} needs {name}" for name in _REQUIRED.get(kind, ()) if not binding.get(name)
        ]
    if triggers != 1:
        problems.append(f"function {function}: needs exactly one trigger, has {triggers}")
    return problems
