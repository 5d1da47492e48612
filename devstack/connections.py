"""The connection strings of the two stores: which local ports they name, and the emulators' own."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

STORAGE, COSMOS = "AzureWebJobsStorage", "COSMOS"
STORAGE_KINDS = ("Blob", "Queue", "Table")

# Published by Microsoft, the same on every machine: Azurite's and the Cosmos DB emulator's documentation.
_STORAGE_ACCOUNT = "devstoreaccount1"
_STORAGE_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
_COSMOS_KEY = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="


class ConnectionSettingError(Exception):
    """A setting is missing, or names what the local stack does not run; the message says what to do."""


def local_settings(folder: Path) -> dict[str, Any]:
    """local.settings.json as Core Tools reads it: ``Values`` are settings, ``Host`` is the host's."""
    file = folder / "local.settings.json"
    settings: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return settings


def storage_connection(blob: int = 10000, queue: int = 10001, table: int = 10002) -> str:
    """Azurite's connection string with these ports."""
    parts = [
        "DefaultEndpointsProtocol=http",
        f"AccountName={_STORAGE_ACCOUNT}",
        f"AccountKey={_STORAGE_KEY}",
        *(
            f"{kind}Endpoint=http://127.0.0.1:{port}/{_STORAGE_ACCOUNT}"
            for kind, port in zip(STORAGE_KINDS, (blob, queue, table), strict=True)
        ),
    ]
    return ";".join(parts) + ";"


def cosmos_connection(port: int) -> str:
    """The emulator's connection string with this port."""
    return f"AccountEndpoint=http://127.0.0.1:{port}/;AccountKey={_COSMOS_KEY};"


def setting(name: str, settings: Mapping[str, str]) -> str:
    """Raises ConnectionSettingError when it is missing."""
    value = settings.get(name, "").strip()
    if not value:
        raise ConnectionSettingError(f"{name} is set neither in the environment nor in local.settings.json.")
    return storage_connection() if value == "UseDevelopmentStorage=true" else value


def storage_ports(connection: str) -> list[int]:
    """Ports of the blob, queue and table endpoint. Raises ConnectionSettingError."""
    return [_local_port(STORAGE, connection, f"{kind}Endpoint") for kind in STORAGE_KINDS]


def cosmos_port(connection: str) -> int:
    """Raises ConnectionSettingError."""
    return _local_port(COSMOS, connection, "AccountEndpoint")


def _local_port(name: str, connection: str, key: str) -> int:
    parts = dict(part.split("=", 1) for part in connection.split(";") if "=" in part)
    endpoint = urlsplit(parts.get(key, ""))
    if endpoint.scheme != "http" or endpoint.hostname not in ("127.0.0.1", "localhost") or not endpoint.port:
        raise ConnectionSettingError(
            f"{name} has no {key} of the form http://127.0.0.1:<port>: the local stack runs its own stores "
            "and would not use that one. Unset it, or run the app against it with `func start`."
        )
    return endpoint.port
