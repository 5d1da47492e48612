"""Rewrites ``resource_schemas.json`` from the Bicep types inside Microsoft's Azure MCP server.

    npm install --prefix /tmp/azmcp @azure/mcp-linux-x64
    python -m tests.infra.make_schemas /tmp/azmcp/node_modules/@azure/mcp-linux-x64/dist/azmcp

Needed when ``infra/`` uses another resource type, API version or object. Types that the server does not have are
kept as they are: they were written from the Bicep reference on Microsoft Learn, and say so in ``source``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.infra.parameter_files import PARAMETER_FILES, deploy_with
from tests.infra.schema import FILE, load, problems


def main(server: Path) -> int:
    schemas = load() if FILE.exists() else {}
    resources = [one for file in PARAMETER_FILES for one in deploy_with(file)[0]]
    for kind in sorted({one.type for one in resources}):
        if kind in schemas and schemas[kind]["source"].startswith("Microsoft Learn"):
            continue
        answer = _ask(server, kind)
        types = {one["name"]: _compact(one) for one in answer if one["$type"] != "ResourceInstanceFunction"}
        body = next(one for one in answer if one["$type"] == "Resource")
        types["@body"] = _compact(body["bodyType"])
        visited: set[str] = set()
        for resource in resources:
            if resource.type == kind:
                list(problems(types, "@body", resource.body, kind, visited))
        schemas[kind] = {
            "apiVersion": body["name"].split("@")[1],
            "source": "Azure.Bicep.Types.Az, by way of @azure/mcp",
            "types": {name: types[name] for name in sorted(visited)},
        }
    FILE.write_text(json.dumps(dict(sorted(schemas.items())), indent=1) + "\n", encoding="utf-8")
    return 0


def _ask(server: Path, kind: str) -> list[dict[str, Any]]:
    command = [str(server), "bicepschema", "get", "--resource-type", kind]
    done = subprocess.run(
        command,
        env={**os.environ, "AZURE_MCP_COLLECT_TELEMETRY": "false"},
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)["results"]["BicepSchemaResult"]
    return found


def _compact(definition: dict[str, Any]) -> dict[str, Any]:
    if definition["$type"] == "DiscriminatedObject":
        key = definition["discriminator"]
        cases = {}
        for element in definition["elements"]:
            value = next(one["type"] for one in element["properties"] if one["name"] == key)
            cases[value] = _properties(element["properties"])
        return {"@discriminator": key, "@cases": cases, **_properties(definition["baseProperties"])}
    compact = _properties(definition.get("properties", []))
    if definition.get("additionalPropertiesType"):
        compact["*"] = definition["additionalPropertiesType"]
    return compact


def _properties(properties: list[dict[str, Any]]) -> dict[str, str]:
    compact = {}
    for one in properties:
        flags = one.get("flags", "")
        flag = " @readonly" if "ReadOnly" in flags else " @required" if "Required" in flags else ""
        compact[one["name"]] = f"{one['type']}{flag}"
    return compact


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
