"""host.json, local.settings.json and app settings, read as Core Tools reads them.

Sources: "host.json reference for Azure Functions 2.x and later", "Code and test Azure Functions locally"
(Local settings), "App settings reference for Azure Functions" on Microsoft Learn. A key that this host
would have to ignore is an error, so that nobody tunes a value that does nothing.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_BODY_BYTES = 100 * 1024 * 1024


class ConfigError(Exception):
    """The app asks for something that this host does not do; the message names it."""


@dataclass(frozen=True, slots=True)
class HttpOptions:
    """extensions.http. A limit of None is none, which is the default outside the Consumption plan."""

    route_prefix: str = "api"
    max_outstanding_requests: int | None = None
    max_concurrent_requests: int | None = None
    custom_headers: Mapping[str, str] = field(default_factory=dict)
    most_body_bytes: int = _BODY_BYTES
    """The app setting FUNCTIONS_REQUEST_BODY_SIZE_LIMIT ("App settings reference for Azure Functions")."""


@dataclass(frozen=True, slots=True)
class QueueOptions:
    """extensions.queues, with the documented defaults. Times in seconds."""

    batch_size: int = 16
    new_batch_threshold: int = 8
    max_dequeue_count: int = 5
    visibility_timeout: float = 0.0
    max_polling_interval: float = 60.0
    base64: bool = True


@dataclass(frozen=True, slots=True)
class HostConfig:
    http: HttpOptions = field(default_factory=HttpOptions)
    queues: QueueOptions = field(default_factory=QueueOptions)
    function_timeout: float | None = 1800.0
    """Seconds; None: no limit. The default is that of every plan but Consumption, whose is 300."""
    log_levels: Mapping[str, str] = field(default_factory=dict)
    """logging.logLevel: category to level name."""


@dataclass(frozen=True, slots=True)
class LocalHost:
    """The ``Host`` section of local.settings.json."""

    port: int | None = None
    cors: tuple[str, ...] = ()
    cors_credentials: bool = False


# Sections that have no effect on one local process without Application Insights or extension downloads.
_WITHOUT_EFFECT = {
    "$schema",
    "aggregator",
    "extensionBundle",
    "healthMonitor",
    "managedDependency",
    "singleton",
    "telemetryMode",
    "watchDirectories",
    "watchFiles",
}
_TOP = _WITHOUT_EFFECT | {"version", "functionTimeout", "logging", "extensions"}
_HTTP = {
    "routePrefix",
    "maxOutstandingRequests",
    "maxConcurrentRequests",
    "dynamicThrottlesEnabled",
    "hsts",
    "customHeaders",
}
_QUEUES = {
    "batchSize",
    "newBatchThreshold",
    "maxDequeueCount",
    "visibilityTimeout",
    "maxPollingInterval",
    "messageEncoding",
}
_OVERRIDE = "AzureFunctionsJobHost__"


def load_local_settings(app_dir: Path) -> LocalHost:
    """Puts ``Values`` into the environment where it has none; returns what ``Host`` says."""
    file = app_dir / "local.settings.json"
    if not file.exists():
        return LocalHost()
    settings = _read_json(file)
    if settings.get("IsEncrypted"):
        raise ConfigError("local.settings.json is encrypted; the local host cannot read it")
    if settings.get("ConnectionStrings"):
        raise ConfigError(
            "local.settings.json: the local host does not support ConnectionStrings; use Values"
        )
    for name, value in settings.get("Values", {}).items():
        if not isinstance(value, str):
            raise ConfigError(f"local.settings.json: Values.{name} must be a string")
        os.environ.setdefault(name, value)
    host = settings.get("Host", {})
    _refuse_unknown(host, {"LocalHttpPort", "CORS", "CORSCredentials"}, "local.settings.json Host")
    origins = tuple(one.strip().rstrip("/") for one in host.get("CORS", "").split(",") if one.strip())
    port = host.get("LocalHttpPort")
    return LocalHost(int(port) if port is not None else None, origins, bool(host.get("CORSCredentials")))


def load_host_config(app_dir: Path) -> HostConfig:
    """host.json, with overrides from settings named ``AzureFunctionsJobHost__section__key``.

    Raises ConfigError for a key or value that this host would have to ignore.
    """
    host = _with_overrides(_read_json(app_dir / "host.json"))
    if host.get("version") != "2.0":
        raise ConfigError('host.json: version must be "2.0"')
    _refuse_unknown(host, _TOP, "host.json")
    extensions = host.get("extensions", {})
    _refuse_unknown(extensions, {"http", "queues"}, "host.json extensions")
    timeout = str(host.get("functionTimeout", "00:30:00"))
    return HostConfig(
        http=_http_options(extensions.get("http", {})),
        queues=_queue_options(extensions.get("queues", {})),
        function_timeout=None if timeout == "-1" else time_span(timeout, "functionTimeout"),
        log_levels=dict(host.get("logging", {}).get("logLevel", {})),
    )


def _http_options(section: dict[str, Any]) -> HttpOptions:
    where = "host.json extensions.http"
    _refuse_unknown(section, _HTTP, where)
    if _is_true(section.get("dynamicThrottlesEnabled")):
        raise ConfigError(f"{where}: the local host does not support dynamicThrottlesEnabled")
    if _is_true(section.get("hsts", {}).get("isEnabled")):
        raise ConfigError(f"{where}: the local host does not support hsts (it serves plain http)")
    return HttpOptions(
        route_prefix=str(section.get("routePrefix", "api")),
        max_outstanding_requests=_limit(section, "maxOutstandingRequests", where),
        max_concurrent_requests=_limit(section, "maxConcurrentRequests", where),
        custom_headers={name: str(value) for name, value in section.get("customHeaders", {}).items()},
        most_body_bytes=_most_body_bytes(),
    )


def _most_body_bytes() -> int:
    """Raises ConfigError."""
    text = os.environ.get("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", str(_BODY_BYTES))
    if not re.fullmatch(r"[1-9][0-9]{0,9}", text):
        raise ConfigError("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT must be a number of bytes")
    return int(text)


def _queue_options(section: dict[str, Any]) -> QueueOptions:
    where = "host.json extensions.queues"
    _refuse_unknown(section, _QUEUES, where)
    encoding = str(section.get("messageEncoding", "base64")).lower()
    if encoding not in ("base64", "none"):
        raise ConfigError(f"{where}: messageEncoding must be base64 or none")
    batch_size = _integer(section, "batchSize", 16, where, least=1, most=32)
    interval = time_span(section.get("maxPollingInterval", "00:01:00"), "maxPollingInterval")
    if interval < 0.1:
        raise ConfigError(f"{where}: maxPollingInterval must be at least 00:00:00.100")
    return QueueOptions(
        batch_size=batch_size,
        new_batch_threshold=_integer(section, "newBatchThreshold", batch_size // 2, where, least=0),
        max_dequeue_count=_integer(section, "maxDequeueCount", 5, where, least=1),
        visibility_timeout=time_span(section.get("visibilityTimeout", "00:00:00"), "visibilityTimeout"),
        max_polling_interval=interval,
        base64=encoding == "base64",
    )


def _with_overrides(host: dict[str, Any]) -> dict[str, Any]:
    for name, value in os.environ.items():
        if not name.startswith(_OVERRIDE):
            continue
        *path, last = name.removeprefix(_OVERRIDE).split("__")
        section = host
        for key in path:
            section = section.setdefault(key, {})
            if not isinstance(section, dict):
                raise ConfigError(f"{name}: {key} is not a section of host.json")
        section[last] = value
    return host


def _read_json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"{file} is missing") from None
    except ValueError as error:
        raise ConfigError(f"{file.name} is not JSON: {error}") from None
    if not isinstance(content, dict):
        raise ConfigError(f"{file.name} is not a JSON object")
    return content


def _refuse_unknown(section: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(section) - known)
    if unknown:
        raise ConfigError(f"{where}: the local host does not support {', '.join(unknown)}")


def _integer(
    section: Mapping[str, Any], key: str, default: int, where: str, *, least: int, most: int = 2**31
) -> int:
    try:
        value = int(section.get(key, default))
    except (TypeError, ValueError):
        raise ConfigError(f"{where}: {key} must be a whole number") from None
    if not least <= value <= most:
        raise ConfigError(f"{where}: {key} must be from {least} to {most}")
    return value


def _limit(section: Mapping[str, Any], key: str, where: str) -> int | None:
    value = _integer(section, key, -1, where, least=-1)
    return None if value == -1 else value


def _is_true(value: object) -> bool:
    return str(value).lower() == "true"


def time_span(value: object, name: str) -> float:
    """Seconds of a .NET TimeSpan, ``[d.]hh:mm[:ss[.fff]]`` or whole days. Raises ConfigError."""
    match = re.fullmatch(r"(?:(\d+)\.)?(\d{1,2}):([0-5]?\d)(?::([0-5]?\d(?:\.\d{1,7})?))?", str(value))
    if match is None:
        if re.fullmatch(r"\d{1,4}", str(value)):
            return int(str(value)) * 86_400.0
        raise ConfigError(f"{name}: {value!r} is not a time span (hh:mm:ss)")
    days, hours, minutes, seconds = match.groups()
    if int(hours) > 23:
        raise ConfigError(f"{name}: {value!r} is not a time span: hours go to 23 (use d.hh:mm:ss)")
    return int(days or 0) * 86_400 + int(hours) * 3600 + int(minutes) * 60 + float(seconds or 0)


def resolve(text: str, where: str) -> str:
    """Replaces ``%NAME%`` by the setting of that name, as bindings do.

    Raises ConfigError for a missing setting, and for a binding expression such as ``{queueTrigger}``.
    """

    def setting(match: re.Match[str]) -> str:
        value = os.environ.get(match.group(1))
        if value is None:
            raise ConfigError(f"{where}: the setting {match.group(1)} of {text!r} is missing")
        return value

    resolved = re.sub(r"%([^%]+)%", setting, text)
    if re.search(r"[{}]", resolved):
        raise ConfigError(f"{where}: the local host does not support the binding expression {resolved!r}")
    return resolved


def connection(setting: str, where: str) -> str:
    """The connection string that a binding's ``connection`` names: setting AzureWebJobs<name>, then <name>.

    Raises ConfigError when neither exists, or when only the identity form (``<name>__accountName`` …) does.
    """
    for name in (f"AzureWebJobs{setting}", setting):
        if os.environ.get(name):
            return os.environ[name]
    identity = sorted(name for name in os.environ if name.startswith(f"{setting}__"))
    if identity:
        raise ConfigError(
            f"{where}: an identity-based connection ({', '.join(identity)}) is not supported locally;"
            f" set {setting} to a connection string"
        )
    raise ConfigError(f"{where}: the connection setting {setting} is missing")
