"""Settings, read from the environment on first use and validated; see the table in the README.

Not at import: on Flex Consumption the environment is replaced after the app was imported.
"""

import base64
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from shared.model_client import ModelSettings

EMULATOR_STORAGE = (
    "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
    "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
    "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
)
"""What ``UseDevelopmentStorage=true`` stands for; the key is the emulator's public one."""

DEFAULT_MODEL = "gpt-5.4-mini"
"""At OpenAI, and in the templates of infra/. Models retire: docs/runbook.md says when this one does."""

RUN_MARGIN_SECONDS = 30
"""What a run may take beside the model: reads, matching, one patch."""


class SettingsError(Exception):
    """A setting is missing or malformed; the message names it and says what it should be."""


@dataclass(frozen=True, slots=True)
class CosmosSettings:
    """Either a connection string, or an endpoint for managed identity."""

    connection_string: str | None
    account_endpoint: str | None
    client_id: str | None


@dataclass(frozen=True, slots=True)
class QueueSettings:
    """Either a connection string, or a queue service URI for managed identity."""

    connection_string: str | None
    service_uri: str | None
    client_id: str | None


@dataclass(frozen=True, slots=True)
class Limits:
    daily_analyses: int
    """New analyses per user and UTC day; 0: no limit."""
    rescue_queued_after: int
    """Seconds that an analysis may stay queued before the timer looks after it."""
    rescue_attempts: int
    """How often the timer enqueues an analysis again before it fails it."""


def _text(name: str) -> str | None:
    return os.environ.get(name, "").strip() or None


def _number(name: str, default: int, *, low: int, high: int) -> int:
    text = _text(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise SettingsError(f"{name} must be a whole number from {low} to {high}")
    return int(text)


def _flag(name: str) -> bool:
    return (_text(name) or "false").lower() in ("1", "true", "yes")


def _is_url(text: str) -> bool:
    """http(s), with a host and, if any, a port there can be."""
    try:
        parts = urlsplit(text if text.isprintable() and " " not in text else "")
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_base64(text: str) -> bool:
    try:
        return bool(base64.b64decode(text, validate=True))
    except ValueError:
        return False


def _parts(connection_string: str) -> dict[str, str]:
    """The fields of a connection string; values may hold ``=``."""
    return {name: value for name, _, value in (one.partition("=") for one in connection_string.split(";"))}


@cache
def cosmos_settings() -> CosmosSettings:
    connection_string, endpoint = _text("COSMOS"), _text("COSMOS__accountEndpoint")
    if connection_string:
        parts = _parts(connection_string)
        if not (_is_url(parts.get("AccountEndpoint", "")) and _is_base64(parts.get("AccountKey", ""))):
            raise SettingsError("COSMOS must be a connection string: AccountEndpoint=https://…;AccountKey=…;")
    elif endpoint and not _is_url(endpoint):
        raise SettingsError("COSMOS__accountEndpoint must be a URL: https://….documents.azure.com")
    if not connection_string and not endpoint:
        raise SettingsError(
            "COSMOS (connection string) or COSMOS__accountEndpoint (https://….documents.azure.com, with "
            "managed identity) must be set"
        )
    return CosmosSettings(connection_string, endpoint, _text("COSMOS__clientId"))


@cache
def queue_settings() -> QueueSettings:
    prefix = "AzureWebJobsStorage"
    connection_string = _text(prefix)
    if connection_string == "UseDevelopmentStorage=true":
        connection_string = EMULATOR_STORAGE
    account, uri = _text(f"{prefix}__accountName"), _text(f"{prefix}__queueServiceUri")
    if account and not uri:
        uri = f"https://{account}.queue.core.windows.net"
    if connection_string and not _is_storage_connection(_parts(connection_string)):
        raise SettingsError(f"{prefix} must be a connection string: AccountName=…;AccountKey=…;…")
    if not connection_string and uri and not _is_url(uri):
        raise SettingsError(
            f"{prefix}__accountName must be an account's name, {prefix}__queueServiceUri a URL: "
            "https://….queue.core.windows.net"
        )
    if not connection_string and not uri:
        raise SettingsError(
            f"{prefix} (connection string), or {prefix}__accountName or {prefix}__queueServiceUri (with "
            "managed identity) must be set"
        )
    return QueueSettings(connection_string, uri, _text(f"{prefix}__clientId"))


def _is_storage_connection(parts: dict[str, str]) -> bool:
    """By key, or by a shared access signature with the queue's endpoint."""
    endpoint = parts.get("QueueEndpoint")
    if endpoint is not None and not _is_url(endpoint):
        return False
    if parts.get("SharedAccessSignature"):
        return bool(endpoint or parts.get("AccountName"))
    return bool(parts.get("AccountName")) and _is_base64(parts.get("AccountKey", ""))


@cache
def model_settings() -> ModelSettings | None:
    """None: no model is configured and every result is deterministic."""
    azure, base_url = _text("AZURE_OPENAI_ENDPOINT"), _text("OPENAI_BASE_URL")
    key = _text("AZURE_OPENAI_API_KEY") if azure else _text("OPENAI_API_KEY")
    if not (azure or base_url or key):
        return None
    for name, url in (("AZURE_OPENAI_ENDPOINT", azure), ("OPENAI_BASE_URL", base_url)):
        if url and not _is_url(url):
            raise SettingsError(f"{name} must be an http(s) URL")
    if key and not (key.isascii() and key.isprintable()):
        raise SettingsError(f"{'AZURE_' if azure else ''}OPENAI_API_KEY must be plain text on one line")
    deployment = _text("AZURE_OPENAI_DEPLOYMENT")
    if azure and not deployment:
        raise SettingsError("AZURE_OPENAI_DEPLOYMENT must name the deployment to use")
    timeout = _number("OPENAI_TIMEOUT_SECONDS", 60, low=1, high=110)
    return ModelSettings(
        base_url=base_url,
        api_key=key,
        azure_endpoint=azure,
        model=(deployment if azure else None) or _text("OPENAI_MODEL") or DEFAULT_MODEL,
        timeout_seconds=float(timeout),
        budget_seconds=2.0 * timeout + 10,
        max_input_tokens=_number("OPENAI_MAX_INPUT_TOKENS", 24_000, low=4_000, high=1_000_000),
    )


@cache
def limits() -> Limits:
    return Limits(
        daily_analyses=_number("DAILY_ANALYSES_PER_USER", 200, low=0, high=1_000_000),
        rescue_queued_after=_number("RESCUE_QUEUED_AFTER_SECONDS", 900, low=1, high=86_400),
        rescue_attempts=_number("RESCUE_MAX_ATTEMPTS", 3, low=0, high=100),
    )


@cache
def allow_private_posting_urls() -> bool:
    """For tests only: lets the server read postings from private addresses and any port."""
    return _flag("ALLOW_PRIVATE_POSTING_URLS")


@cache
def run_limit_seconds() -> float:
    """The longest that one run may take; it ends itself then."""
    try:
        model = model_settings()
    except SettingsError:
        model = None  # it will not be asked
    return RUN_MARGIN_SECONDS + (model.budget_seconds if model else 0.0)


@cache
def max_dequeue_count() -> int:
    """Deliveries of a queue message before it goes to poison: the trigger's own setting, from host.json."""
    override = _text("AzureFunctionsJobHost__extensions__queues__maxDequeueCount")
    if override and override.isdigit():
        return int(override)
    host = json.loads((Path(__file__).parents[1] / "host.json").read_text(encoding="utf-8"))
    return int(host["extensions"]["queues"]["maxDequeueCount"])


def forget_settings() -> None:
    """Reads the environment anew on next use; for tests."""
    for reader in (
        cosmos_settings,
        queue_settings,
        model_settings,
        limits,
        allow_private_posting_urls,
        run_limit_seconds,
        max_dequeue_count,
    ):
        reader.cache_clear()
