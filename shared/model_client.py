"""The client of the model: one per process and event loop, made when it is first needed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx2
    from openai import AsyncOpenAI

MAX_RETRIES = 2
"""Repetitions by the client, with back-off, of what failed for the moment."""

MAX_WAIT_SECONDS = 10.0
"""A longer ``Retry-After`` is not waited for here: the queue delivers the message again later."""

COGNITIVE_SERVICES_SCOPE = "https://cognitiveservices.azure.com/.default"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where the model is and what it may take. Times in seconds."""

    base_url: str | None
    api_key: str | None = field(repr=False)
    azure_endpoint: str | None
    model: str
    timeout_seconds: float
    budget_seconds: float
    max_input_tokens: int


_current: "tuple[ModelSettings, asyncio.AbstractEventLoop | None, AsyncOpenAI] | None" = None


def model_client(settings: ModelSettings) -> "AsyncOpenAI":
    """Azure OpenAI's v1 endpoint by key or managed identity, or any compatible server.

    The same object for the same settings and event loop, because connections belong to a loop. The SDK is
    imported here, not before: it takes longer to load than the rest of the app.
    """
    global _current
    try:
        loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if _current is None or _current[0] != settings or _current[1] is not loop:
        _current = (settings, loop, _new_client(settings))
    return _current[2]


def _new_client(settings: ModelSettings) -> "AsyncOpenAI":
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient

    from shared.model_answers import bound

    return AsyncOpenAI(
        base_url=_base_url(settings),
        api_key=_credential(settings),
        timeout=settings.timeout_seconds,
        max_retries=MAX_RETRIES,
        default_headers={"Accept-Encoding": "identity"},
        # A CV goes where the settings say, and not on to where that server points.
        http_client=DefaultAsyncHttpxClient(
            follow_redirects=False, event_hooks={"response": [_no_long_waits, bound]}
        ),
    )


def _base_url(settings: ModelSettings) -> str:
    if not settings.azure_endpoint:
        return settings.base_url or "https://api.openai.com/v1"
    endpoint = settings.azure_endpoint.rstrip("/")
    return f"{endpoint.removesuffix('/openai/v1')}/openai/v1/"


def _credential(settings: ModelSettings) -> str | Callable[[], Awaitable[str]]:
    if settings.api_key:
        return settings.api_key
    return _managed_identity() if settings.azure_endpoint else "none"  # a server of one's own needs no key


def _managed_identity() -> Callable[[], Awaitable[str]]:
    """A token for each request, cached and renewed by azure-identity."""
    from azure.core.exceptions import AzureError
    from azure.identity.aio import DefaultAzureCredential, get_bearer_token_provider
    from openai import OpenAIError

    provider = get_bearer_token_provider(DefaultAzureCredential(), COGNITIVE_SERVICES_SCOPE)

    async def token() -> str:
        try:
            return await provider()
        except AzureError:
            raise OpenAIError("no credential for the model") from None

    return token


async def _no_long_waits(response: "httpx2.Response") -> None:
    """Keeps the SDK from sleeping through a ``Retry-After`` that outlasts ``MAX_WAIT_SECONDS``."""
    headers = response.headers
    try:
        long = float(headers.get("retry-after", "0")) > MAX_WAIT_SECONDS
        long = long or float(headers.get("retry-after-ms", "0")) > MAX_WAIT_SECONDS * 1000
    except ValueError:
        long = True  # a date
    if long:
        response.headers["x-should-retry"] = "false"
