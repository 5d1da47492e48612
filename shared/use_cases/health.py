"""Whether the app's dependencies answer."""

import asyncio
import logging
from typing import Literal, Protocol

from shared.logs import describe, log
from shared.settings import SettingsError, limits, model_settings
from shared.store import DocumentStore, StoreUnavailable
from shared.work_queue import QueueUnavailable

type CheckState = Literal["connected", "unavailable", "not_configured"]

CHECK_SECONDS = 3.0


class Pingable(Protocol):
    async def ping(self) -> None: ...


async def check_health(store: DocumentStore, queue: Pingable) -> dict[str, CheckState]:
    """Each dependency's state; at most ``CHECK_SECONDS`` in all."""
    cosmos, queued, model = await asyncio.gather(_check(store), _check(queue), _check_model())
    return {"cosmosDb": cosmos, "queue": queued, "openai": model}


def has_valid_limits() -> bool:
    """False: analyses are refused until a setting is mended; the log names it."""
    try:
        limits()
    except SettingsError as error:
        log("settings.invalid", level=logging.ERROR, message=str(error))
        return False
    return True


async def _check(dependency: Pingable) -> CheckState:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            await dependency.ping()
    except SettingsError as error:
        log("settings.invalid", level=logging.ERROR, message=str(error))
        return "not_configured"
    except (StoreUnavailable, QueueUnavailable, TimeoutError):
        return "unavailable"
    except Exception as error:
        # Whatever it is: who asks how the app is wants to be told, not to be refused.
        log("health.defect", level=logging.ERROR, error=describe(error))
        return "unavailable"
    return "connected"


async def _check_model() -> CheckState:
    """Any answer below 500 will do: the check sends no credential and costs no tokens."""
    try:
        settings = model_settings()
    except SettingsError as error:
        # Somebody wants a model, which "not_configured" would hide.
        log("settings.invalid", level=logging.ERROR, message=str(error))
        return "unavailable"
    if settings is None:
        return "not_configured"
    import aiohttp

    base = settings.base_url or "https://api.openai.com/v1"
    if settings.azure_endpoint:
        base = f"{settings.azure_endpoint.rstrip('/')}/openai/v1"
    try:
        timeout = aiohttp.ClientTimeout(total=CHECK_SECONDS)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{base.rstrip('/')}/models", allow_redirects=False) as response,
        ):
            return "connected" if response.status < 500 else "unavailable"
    except (aiohttp.ClientError, TimeoutError, OSError):
        return "unavailable"
