"""The one client, and the wire model as a process of its own."""

import asyncio
import gzip
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from shared.matching.model import ModelRefused, ModelUnavailable, refine
from shared.model_client import ModelSettings, model_client
from tests.wire_model import WireModel
from tests.wire_model.harness import CV, JOB, baseline

ROOT = Path(__file__).parents[2]


def settings(**changes: object) -> ModelSettings:
    values = {
        "base_url": None,
        "api_key": "sk-not-a-key",
        "azure_endpoint": None,
        "model": "wire",
        "timeout_seconds": 5.0,
        "budget_seconds": 10.0,
        "max_input_tokens": 24_000,
    }
    return ModelSettings(**(values | changes))


async def ask_with(one: ModelSettings) -> str | None:
    result = await refine(
        baseline(),
        CV,
        JOB,
        client=model_client(one),
        model=one.model,
        budget_seconds=one.budget_seconds,
        max_input_tokens=one.max_input_tokens,
    )
    return result.engine.model


async def test_a_compatible_server_is_asked_at_its_base_url_with_the_key() -> None:
    async with WireModel("good") as wire:
        assert await ask_with(settings(base_url=wire.base_url)) == "wire-wire-2025-01-01"
    assert wire.requests[0]["path"] == "/v1/chat/completions"
    assert wire.requests[0]["authorization"] == "Bearer sk-not-a-key"


async def test_a_server_of_ones_own_needs_no_key() -> None:
    async with WireModel("good") as wire:
        assert await ask_with(settings(base_url=wire.base_url, api_key=None))


@pytest.mark.parametrize("ending", ["", "/", "/openai/v1", "/openai/v1/"])
async def test_azure_is_asked_at_its_v1_endpoint(ending: str) -> None:
    async with WireModel("good") as wire:
        await ask_with(settings(azure_endpoint=wire.azure_endpoint + ending))
    assert wire.requests[0]["path"] == "/openai/v1/chat/completions"
    assert wire.requests[0]["authorization"] == "Bearer sk-not-a-key"


async def test_azure_without_a_key_uses_the_managed_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def token(request: web.Request) -> web.Response:
        asked.append(request.query["resource"])
        assert request.headers["X-IDENTITY-HEADER"] == "secret"
        body = {
            "access_token": "token-of-identity",
            "expires_on": str(int(time.time()) + 3600),
            "resource": request.query["resource"],
            "token_type": "Bearer",
        }
        return web.json_response(body)

    app = web.Application()
    app.router.add_get("/msi/token", token)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"http://127.0.0.1:{runner.addresses[0][1]}/msi/token")
    monkeypatch.setenv("IDENTITY_HEADER", "secret")
    try:
        async with WireModel("good") as wire:
            one = settings(azure_endpoint=wire.azure_endpoint, api_key=None)
            await ask_with(one)
            await ask_with(one)
    finally:
        await runner.cleanup()
    assert [request["authorization"] for request in wire.requests] == ["Bearer token-of-identity"] * 2
    assert asked == ["https://cognitiveservices.azure.com"], "one token serves until it expires"


async def test_no_identity_is_unavailable_not_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDENTITY_ENDPOINT", "http://127.0.0.1:9/msi/token")
    monkeypatch.setenv("IDENTITY_HEADER", "secret")
    monkeypatch.setenv("AZURE_TOKEN_CREDENTIALS", "ManagedIdentityCredential")
    async with WireModel("good") as wire:
        one = settings(azure_endpoint=wire.azure_endpoint, api_key=None, budget_seconds=1.5)
        with pytest.raises(ModelUnavailable):
            await ask_with(one)
    assert wire.count == 0


async def test_the_client_is_one_per_settings() -> None:
    one, other = settings(base_url="http://127.0.0.1:1/v1"), settings(base_url="http://127.0.0.1:2/v1")
    assert model_client(one) is model_client(one)
    assert model_client(one) is not model_client(other)
    assert model_client(one).max_retries == 2


def test_the_client_is_one_per_event_loop() -> None:
    async def client() -> object:
        return model_client(settings())

    assert asyncio.run(client()) is not asyncio.run(client())


async def test_a_long_retry_after_is_left_to_the_queue() -> None:
    async with WireModel({"name": "429", "retryAfter": 60}) as wire:
        start = time.perf_counter()
        with pytest.raises(ModelUnavailable) as failed:
            await ask_with(settings(base_url=wire.base_url))
    assert time.perf_counter() - start < 3
    assert failed.value.code == "model_rate_limited"
    assert wire.count == 1


async def test_a_short_retry_after_is_waited_for() -> None:
    async with WireModel("good") as wire:
        wire.script({"name": "429", "retryAfter": 0.1})
        assert await ask_with(settings(base_url=wire.base_url))
    assert wire.count == 2


def test_the_key_is_not_shown() -> None:
    assert "sk-not-a-key" not in repr(settings())


def test_the_sdk_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, shared.model_client, shared.matching.model;"
        "print([name for name in ('openai', 'azure.identity') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- the wire model itself --------------------------------------------------------------------------------


def _http(url: str, body: object = None, *, method: str | None = None) -> tuple[int, dict]:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        url, data, {"Content-Type": "application/json", "Authorization": "Bearer x"}, method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_the_wire_model_runs_as_a_process() -> None:
    command = [
        sys.executable,
        "-m",
        "tests.wire_model",
        "--port",
        "0",
        "--behaviour",
        "429",
        "--options",
        '{"retryAfter": 3}',
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            ready = process.stdout.readline().strip()
            assert ready.startswith("model ready: http://127.0.0.1:")
            base = ready.removeprefix("model ready: ")
            root = base.removesuffix("/v1")
            chat = {
                "model": "m",
                "messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}],
            }
            assert _http(f"{base}/chat/completions", chat)[0] == 429
            assert _http(f"{root}/behaviour", {"name": "500", "times": 1})[0] == 200
            assert _http(f"{root}/behaviour", {"name": "good"})[0] == 200
            assert _http(f"{root}/behaviour", {"name": "nonsense"})[0] == 400
            assert _http(f"{base}/chat/completions", chat)[0] == 500
            status, answer = _http(f"{base}/chat/completions", chat)
            assert (status, answer["choices"][0]["finish_reason"]) == (200, "stop")
            assert _http(f"{root}/requests")[1]["count"] == 3
            assert _http(f"{root}/requests", method="DELETE")[1]["count"] == 0
        finally:
            process.terminate()
        assert process.wait(10) == 0


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"model": None}, "model"),
        ({"messages": []}, "messages"),
        (
            {
                "response_format": {
                    "json_schema": {"strict": True, "schema": {"type": "object", "properties": {}}}
                }
            },
            "response_format",
        ),
        (
            {
                "response_format": {
                    "json_schema": {
                        "strict": True,
                        "schema": {"type": "array", "items": {"type": "string", "maxLength": 3}},
                    }
                }
            },
            "response_format",
        ),
    ],
)
async def test_the_wire_model_refuses_what_the_api_refuses(change: dict, param: str) -> None:
    chat = {"model": "m", "messages": [{"role": "user", "content": "u"}]} | change
    async with WireModel("good") as wire:
        status, answer = await asyncio.to_thread(_http, f"{wire.base_url}/chat/completions", chat)
    assert status == 400
    assert answer["error"]["param"] == param


@asynccontextmanager
async def serving(answer: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """The base URL of a server that gives every request this answer."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.05)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    finally:
        await runner.cleanup()


async def test_a_cv_is_not_sent_on_to_where_the_server_points() -> None:
    asked: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=307, headers={"Location": "/another"})

    async with serving(elsewhere) as base_url:
        with pytest.raises(ModelRefused):
            await ask_with(settings(base_url=base_url))
    assert asked == ["/v1/chat/completions"]


async def test_an_endless_answer_is_not_read_to_its_end() -> None:
    sent: list[int] = []

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        sent.append(0)
        while sent[-1] < 400:  # MB
            await response.write(b" " * 2**20)
            sent[-1] += 1
        return response

    async with serving(endless) as base_url:
        with pytest.raises(ModelUnavailable) as failed:
            await ask_with(settings(base_url=base_url))
    assert failed.value.code == "model_unavailable"
    assert max(sent) < 40


async def test_an_answer_that_unpacks_to_any_size_is_not_unpacked() -> None:
    taken: set[str] = set()

    async def packed(request: web.Request) -> web.Response:
        taken.add(request.headers["Accept-Encoding"])
        return web.Response(body=gzip.compress(b" " * 2**20), headers={"Content-Encoding": "gzip"})

    async with serving(packed) as base_url:
        with pytest.raises(ModelUnavailable) as failed:
            await ask_with(settings(base_url=base_url))
    assert failed.value.code == "model_unavailable"
    assert taken == {"identity"}


async def test_a_long_wait_in_milliseconds_is_left_to_the_queue_as_well() -> None:
    async def busy(request: web.Request) -> web.Response:
        return web.Response(status=429, headers={"retry-after-ms": "30000"})

    async with serving(busy) as base_url:
        start = time.perf_counter()
        with pytest.raises(ModelUnavailable) as failed:
            await ask_with(settings(base_url=base_url))
    assert time.perf_counter() - start < 3
    assert failed.value.code == "model_rate_limited"
