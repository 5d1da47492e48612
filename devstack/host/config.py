"""host.json and local.settings.json, as Core Tools reads them: the environment wins over the file."""

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class ConfigError(Exception):
    """The app asks for something that this host does not do; the message names it."""


@dataclass(frozen=True, slots=True)
class QueueOptions:
    """extensions.queues of host.json, with the documented defaults. Times in seconds."""

    batch_size: int = 16
    new_batch_threshold: int = 8
    max_dequeue_count: int = 5
    visibility_timeout: float = 0.0
    max_polling_interval: float = 60.0
    base64: bool = True


@dataclass(frozen=True, slots=True)
class HostConfig:
    route_prefix: str = "api"
    function_timeout: float = 1800.0
    queues: QueueOptions = field(default_factory=QueueOptions)
    log_level: str = "Information"


_KNOWN_TOP = {"version", "functionTimeout", "logging", "extensions", "extensionBundle", "telemetryMode"}
_KNOWN_QUEUES = {
    "batchSize",
    "newBatchThreshold",
    "maxDequeueCount",
    "visibilityTimeout",
    "maxPollingInterval",
    "messageEncoding",
}


def load_local_settings(app_dir: Path) -> dict[str, Any]:
    """Puts ``Values`` into the environment where it has none; returns the ``Host`` section."""
    file = app_dir / "local.settings.json"
    if not file.exists():
        return {}
    settings = json.loads(file.read_text(encoding="utf-8"))
    for name, value in settings.get("Values", {}).items():
        os.environ.setdefault(name, str(value))
    host: dict[str, Any] = settings.get("Host", {})
    return host


def load_host_config(app_dir: Path) -> HostConfig:
    """Raises ConfigError for a key that this host would have to ignore."""
    host = json.loads((app_dir / "host.json").read_text(encoding="utf-8"))
    _refuse_unknown(host, _KNOWN_TOP, "host.json")
    extensions = host.get("extensions", {})
    _refuse_unknown(extensions, {"http", "queues"}, "host.json extensions")
    http = extensions.get("http", {})
    queues = {**extensions.get("queues", {}), **_overrides("extensions__queues__")}
    _refuse_unknown(http, {"routePrefix"}, "host.json extensions.http")
    _refuse_unknown(queues, _KNOWN_QUEUES, "host.json extensions.queues")
    batch_size = int(queues.get("batchSize", 16))
    return HostConfig(
        route_prefix=http.get("routePrefix", "api"),
        function_timeout=time_span(host.get("functionTimeout", "00:30:00")),
        queues=QueueOptions(
            batch_size=batch_size,
            new_batch_threshold=int(queues.get("newBatchThreshold", batch_size // 2)),
            max_dequeue_count=int(queues.get("maxDequeueCount", 5)),
            visibility_timeout=time_span(queues.get("visibilityTimeout", "00:00:00")),
            max_polling_interval=time_span(queues.get("maxPollingInterval", "00:01:00")),
            base64=str(queues.get("messageEncoding", "base64")).lower() == "base64",
        ),
        log_level=host.get("logging", {}).get("logLevel", {}).get("default", "Information"),
    )


def _overrides(section: str) -> dict[str, str]:
    """Values of a section from the environment: ``AzureFunctionsJobHost__extensions__queues__batchSize``."""
    prefix = f"AzureFunctionsJobHost__{section}"
    return {name.removeprefix(prefix): value for name, value in os.environ.items() if name.startswith(prefix)}


def _refuse_unknown(section: dict[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(section) - known)
    if unknown:
        raise ConfigError(f"{where}: the local host does not support {', '.join(unknown)}")


def time_span(text: str) -> float:
    """Seconds of a .NET TimeSpan ``[d.]hh:mm:ss[.fff]``; ``-1`` means a day here (no limit)."""
    if text == "-1":
        return 86_400.0
    match = re.fullmatch(r"(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)", text)
    if match is None:
        raise ConfigError(f"host.json: {text!r} is not a time span (hh:mm:ss)")
    days, hours, minutes, seconds = match.groups()
    return int(days or 0) * 86_400 + int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def resolve(text: str, where: str) -> str:
    """Replaces ``%NAME%`` by the setting of that name, as bindings do."""

    def setting(match: re.Match[str]) -> str:
        value = os.environ.get(match.group(1))
        if value is None:
            raise ConfigError(f"{where}: the setting {match.group(1)} is missing")
        return value

    return re.sub(r"%([^%]+)%", setting, text)


def connection(prefix: str, where: str) -> str:
    """The connection string under a connection setting's name. Raises ConfigError for identity."""
    value = os.environ.get(prefix) or os.environ.get(f"AzureWebJobs{prefix}")
    if not value:
        raise ConfigError(
            f"{where}: the connection setting {prefix} is missing (identity is not supported locally)"
        )
    return value
