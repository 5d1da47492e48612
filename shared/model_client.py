"""The client of the model: one per process, made when it is first needed."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MAX_RETRIES = 2


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where the model is and what it may take. Times in seconds."""

    base_url: str | None
    api_key: str | None
    azure_endpoint: str | None
    model: str
    timeout_seconds: float
    budget_seconds: float
    max_input_tokens: int


@lru_cache(maxsize=1)
def model_client(settings: ModelSettings) -> "AsyncOpenAI":
    """Azure OpenAI's v1 endpoint by key or managed identity, or any compatible server."""
    from openai import AsyncOpenAI

    base_url = settings.base_url
    if settings.azure_endpoint:
        base_url = f"{settings.azure_endpoint.rstrip('/')}/openai/v1/"
        if not settings.api_key:
            from azure.identity.aio import DefaultAzureCredential, get_bearer_token_provider

            provider = get_bearer_token_provider(
                DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default"
            )
            return AsyncOpenAI(
                base_url=base_url,
                api_key=provider,
                timeout=settings.timeout_seconds,
                max_retries=MAX_RETRIES,
            )
    return AsyncOpenAI(
        base_url=base_url,
        api_key=settings.api_key or "none",
        timeout=settings.timeout_seconds,
        max_retries=MAX_RETRIES,
    )
