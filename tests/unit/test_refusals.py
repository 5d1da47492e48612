"""A database that answers and refuses: what the app makes of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from shared.cosmos import CosmosStore
from shared.settings import forget_settings
from shared.store import StoreUnavailable
from shared.use_cases.health import check_health


class Queue:
    async def ping(self) -> None:
        return None


@asynccontextmanager
async def refusing(status: int, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[CosmosStore]:
    async def refuse(_: web.Request) -> web.Response:
        return web.json_response({"code": "Forbidden", "message": "no role"}, status=status)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", refuse)
    runner = web.AppRunner(app, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    monkeypatch.setenv("COSMOS", f"AccountEndpoint=http://127.0.0.1:{port}/;AccountKey=bm90IGEga2V5;")
    forget_settings()
    store = CosmosStore()
    try:
        yield store
    finally:
        if store._client is not None:
            await store._client.close()
        await runner.cleanup()
        forget_settings()


@pytest.mark.parametrize("status", [401, 403])
async def test_a_role_that_is_not_assigned_yet_is_a_store_that_is_away(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with refusing(status, monkeypatch) as store:
        with pytest.raises(StoreUnavailable):
            await store.read("user", "id", operation="test")


@pytest.mark.parametrize("status", [400, 401, 403])
async def test_health_tells_of_a_refusal_instead_of_failing(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with refusing(status, monkeypatch) as store:
        checks = await check_health(store, Queue())
    assert checks["cosmosDb"] == "unavailable"
    assert checks["queue"] == "connected"
