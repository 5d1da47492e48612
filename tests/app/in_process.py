"""The app's use cases in the test's process, on a stack's Cosmos DB, so that each step can be held and counted."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from devstack.stack import Stack
from shared.cosmos import CosmosStore
from shared.settings import cosmos_settings, limits
from shared.work_queue import AnalysisRequest, PurgeRequest


@contextmanager
def settings_of(stack: Stack, monkeypatch: pytest.MonkeyPatch, **more: str) -> Iterator[None]:
    for name, value in {"COSMOS": stack.cosmos_connection, **more}.items():
        monkeypatch.setenv(name, value)
    for one in (cosmos_settings, limits):
        one.cache_clear()
    yield
    for one in (cosmos_settings, limits):
        one.cache_clear()


@asynccontextmanager
async def closing[Store: CosmosStore](store: Store) -> AsyncIterator[Store]:
    """A process of the app keeps its client; a test does not."""
    try:
        yield store
    finally:
        if store._client is not None:
            await store._client.close()


@dataclass
class Outbox:
    """Takes the messages that the app would send; the test delivers them, or not."""

    sent: list[AnalysisRequest | PurgeRequest] = field(default_factory=list)

    async def send(self, request: AnalysisRequest | PurgeRequest, *, delay_seconds: int = 0) -> None:
        self.sent.append(request)

    async def oldest_visible(self) -> datetime | None:
        return None
