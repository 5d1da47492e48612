"""The HTTP side of the wire model, on aiohttp. Shapes follow the API reference of chat completions."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web

from tests.wire_model import answers
from tests.wire_model.answers import Json

type Handler = Callable[["_Call"], Awaitable[web.StreamResponse]]

MODEL_SUFFIX = "-wire-2025-01-01"
"""The real API answers with the dated name of the model that was asked for by its alias."""


@dataclass(frozen=True, slots=True)
class _Call:
    request: web.Request
    body: Json
    options: Json
    number: int

    @property
    def task(self) -> answers.Task:
        return answers.read_task(self.body)

    def option(self, name: str, default: Any) -> Any:
        return self.options.get(name, default)


class WireModel:
    """``behaviour``: a name of ``BEHAVIOURS`` or ``{"name": …, options}``. ``script`` queues others."""

    def __init__(self, behaviour: str | Json = "good", *, port: int = 0) -> None:
        self.use(behaviour)
        self._queue: deque[Json] = deque()
        self._port = port
        self.requests: list[Json] = []
        self._runner: web.AppRunner | None = None

    def use(self, behaviour: str | Json, **options: Any) -> None:
        """What is done from now on when nothing is queued."""
        self._default = _checked({"name": behaviour} if isinstance(behaviour, str) else behaviour) | options

    def script(self, *behaviours: str | Json) -> None:
        """What is done with the next requests, one each (``times``: that many), before the default again."""
        for behaviour in behaviours:
            one = _checked({"name": behaviour} if isinstance(behaviour, str) else behaviour)
            self._queue.extend([one] * int(one.get("times", 1)))

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}/v1"

    @property
    def azure_endpoint(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def count(self) -> int:
        """Requests for a completion so far."""
        return len(self.requests)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=16 * 2**20)
        app.add_routes(
            [
                web.post("/v1/chat/completions", self._complete),
                web.post("/openai/v1/chat/completions", self._complete),
                web.get("/v1/models", self._models),
                web.get("/openai/v1/models", self._models),
                web.post("/behaviour", self._set_behaviour),
                web.get("/requests", self._get_requests),
                web.delete("/requests", self._delete_requests),
            ]
        )
        self._runner = web.AppRunner(app, shutdown_timeout=0.05, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner
        await self._runner.cleanup()

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        behaviour = self._queue.popleft() if self._queue else self._default
        try:
            body = json.loads(raw)
        except ValueError:
            return _error(400, "We could not parse the JSON body of your request.", "invalid_request_error")
        self.requests.append(
            {
                "path": request.path,
                "authorization": request.headers.get("Authorization", ""),
                "retry": request.headers.get("x-stainless-retry-count", ""),
                "behaviour": behaviour["name"],
                "at": time.time(),
                "body": body,
            }
        )
        problem = _invalid(request, body)
        if problem is not None:
            return problem
        call = _Call(request, body, behaviour, len(self.requests))
        return await BEHAVIOURS[behaviour["name"]](call)

    async def _models(self, request: web.Request) -> web.Response:
        return web.json_response(
            {"object": "list", "data": [{"id": "wire", "object": "model", "owned_by": "wire"}]}
        )

    async def _set_behaviour(self, request: web.Request) -> web.Response:
        body = await request.json()
        try:
            for one in body if isinstance(body, list) else [body]:
                if "times" in one:
                    self.script(one)
                else:
                    self.use(one)
        except (KeyError, TypeError):
            return _error(
                400, f"Unknown behaviour; one of {', '.join(sorted(BEHAVIOURS))}", "invalid_request_error"
            )
        return web.json_response({"default": self._default, "queued": list(self._queue)})

    async def _get_requests(self, request: web.Request) -> web.Response:
        return web.json_response({"count": self.count, "requests": self.requests})

    async def _delete_requests(self, request: web.Request) -> web.Response:
        self.requests.clear()
        return web.json_response({"count": 0})


def _checked(behaviour: Json) -> Json:
    if behaviour["name"] not in BEHAVIOURS:
        raise KeyError(behaviour["name"])
    return dict(behaviour)


# --- what the real API checks before any model reads ------------------------------------------------------

_STRICT_KEYS = frozenset(
    ("type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "$ref", "$defs")
) | {"description", "title", "const"}


def _invalid(request: web.Request, body: Json) -> web.Response | None:
    if (
        not request.headers.get("Authorization", "").startswith("Bearer ")
        and "api-key" not in request.headers
    ):
        return _error(401, "You didn't provide an API key.", "invalid_request_error", code="invalid_api_key")
    if not isinstance(body.get("model"), str):
        return _error(400, "you must provide a model parameter", "invalid_request_error", param="model")
    if not isinstance(body.get("messages"), list) or not body["messages"]:
        return _error(
            400, "Missing required parameter: 'messages'.", "invalid_request_error", param="messages"
        )
    wanted = body.get("response_format", {}).get("json_schema", {})
    if wanted.get("strict"):
        fault = _schema_fault(wanted.get("schema"), "root")
        if fault:
            return _error(
                400,
                f"Invalid schema for response_format '{wanted.get('name')}': {fault}",
                "invalid_request_error",
                param="response_format",
            )
    return None


def _schema_fault(node: Any, where: str) -> str | None:
    """What strict structured output refuses, as its guide lists it."""
    if not isinstance(node, dict):
        return f"In {where}: not a schema"
    unknown = set(node) - _STRICT_KEYS
    if unknown:
        return f"In {where}: '{unknown.pop()}' is not permitted."
    if node.get("type") == "object":
        if node.get("additionalProperties") is not False:
            return f"In {where}: 'additionalProperties' is required to be supplied and to be false."
        if set(node.get("required", ())) != set(node.get("properties", {})):
            return f"In {where}: 'required' is required to include every key in properties."
    children = [(name, child) for name, child in node.get("properties", {}).items()]
    children += [("items", node["items"])] if "items" in node else []
    return next(
        (fault for name, child in children if (fault := _schema_fault(child, f"{where}.{name}"))), None
    )


# --- answers ----------------------------------------------------------------------------------------------


def _error(
    status: int,
    message: str,
    kind: str,
    *,
    code: str | None = None,
    param: str | None = None,
    headers: Json | None = None,
    more: Json | None = None,
) -> web.Response:
    error = {"message": message, "type": kind, "param": param, "code": code, **(more or {})}
    return web.json_response({"error": error}, status=status, headers=headers)


def _completion(
    call: _Call, content: str | None, *, finish: str = "stop", refusal: str | None = None
) -> Json:
    prompt = sum(len(str(message["content"])) for message in call.body["messages"]) // 4
    output = len(content or refusal or "") // 4
    return {
        "id": f"chatcmpl-wire{call.number:06}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": call.body["model"] + MODEL_SUFFIX,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content, "refusal": refusal, "annotations": []},
                "logprobs": None,
                "finish_reason": finish,
            }
        ],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": output,
            "total_tokens": prompt + output,
            "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
        },
        "service_tier": "default",
        "system_fingerprint": "fp_wire",
    }


def _answer(call: _Call, answer: Json) -> web.Response:
    return web.json_response(_completion(call, json.dumps(answer, ensure_ascii=False)))


async def _good(call: _Call) -> web.StreamResponse:
    return _answer(call, answers.good(call.task))


async def _lying(call: _Call) -> web.StreamResponse:
    return _answer(call, answers.lying(call.task))


async def _obedient(call: _Call) -> web.StreamResponse:
    return _answer(call, answers.obedient(call.task, call.body, always=bool(call.option("always", False))))


async def _hostile(call: _Call) -> web.StreamResponse:
    return _answer(call, answers.hostile(call.task, target=int(call.option("target", 100))))


async def _given(call: _Call) -> web.StreamResponse:
    """``answer``: sent as it is; ``patch``: laid over the good answer."""
    return _answer(call, call.options.get("answer") or answers.good(call.task) | call.option("patch", {}))


async def _rate_limited(call: _Call) -> web.StreamResponse:
    after = call.options.get("retryAfter", 1)
    headers = {} if after is None else {"Retry-After": str(after)}
    return _error(
        429,
        "Rate limit reached for wire. Please try again later.",
        "requests",
        code="rate_limit_exceeded",
        headers=headers,
    )


async def _server_error(call: _Call) -> web.StreamResponse:
    status = int(call.option("status", 500))
    return _error(status, "The server had an error while processing your request.", "server_error")


async def _refusal(call: _Call) -> web.StreamResponse:
    return web.json_response(_completion(call, None, refusal="I'm sorry, I cannot assist with that request."))


async def _content_filter(call: _Call) -> web.StreamResponse:
    safe = {"filtered": False, "severity": "safe"}
    return _error(
        400,
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        "invalid_request_error",
        code="content_filter",
        param="prompt",
        more={
            "status": 400,
            "innererror": {
                "code": "ResponsibleAIPolicyViolation",
                "content_filter_result": {
                    "hate": safe,
                    "jailbreak": {"filtered": True, "detected": True},
                    "self_harm": safe,
                    "sexual": safe,
                    "violence": safe,
                },
            },
        },
    )


async def _content_filter_finish(call: _Call) -> web.StreamResponse:
    return web.json_response(_completion(call, None, finish="content_filter"))


async def _truncated(call: _Call) -> web.StreamResponse:
    whole = json.dumps(answers.good(call.task))
    return web.json_response(_completion(call, whole[: len(whole) // 2], finish="length"))


async def _invalid_json(call: _Call) -> web.StreamResponse:
    return web.json_response(
        _completion(call, call.option("content", 'Sure! Here is the JSON: {"requirements": [,]}'))
    )


async def _wrong_schema(call: _Call) -> web.StreamResponse:
    return _answer(call, {"score": 100, "verdict": "hire", "requirements": "all met"})


async def _odd_scores(call: _Call) -> web.StreamResponse:
    """``value``: JSON text put where the two scores stand, such as ``NaN``, ``"100"`` or ``1e308``."""
    answer = answers.good(call.task) | {"semantic": "@odd@"}
    answer["softSkills"]["score"] = "@odd@"
    text = json.dumps(answer, ensure_ascii=False).replace('"@odd@"', str(call.option("value", "NaN")))
    return web.json_response(_completion(call, text))


async def _fenced(call: _Call) -> web.StreamResponse:
    return web.json_response(_completion(call, "```json\n" + json.dumps(answers.good(call.task)) + "\n```"))


async def _thinking(call: _Call) -> web.StreamResponse:
    """A model without structured output that thinks aloud before it answers, and says so."""
    thought = "<think>A list {like this}?</think>\nHere it is: "
    return web.json_response(_completion(call, thought + json.dumps(answers.good(call.task)) + "\nDone."))


async def _hang(call: _Call) -> web.StreamResponse:
    await asyncio.Event().wait()
    raise AssertionError


async def _slow(call: _Call) -> web.StreamResponse:
    await asyncio.sleep(float(call.option("seconds", 1)))
    return _answer(call, answers.good(call.task))


async def _drip(call: _Call) -> web.StreamResponse:
    """A byte now and then: no read ever times out."""
    body = json.dumps(_completion(call, json.dumps(answers.good(call.task)))).encode()
    response = web.StreamResponse(
        headers={"Content-Type": "application/json", "Content-Length": str(len(body))}
    )
    await response.prepare(call.request)
    for at in range(len(body)):
        await response.write(body[at : at + 1])
        await asyncio.sleep(float(call.option("seconds", 0.05)))
    return response


async def _reset(call: _Call) -> web.StreamResponse:
    transport = call.request.transport
    assert transport
    transport.abort()
    return web.Response()


async def _unauthorized(call: _Call) -> web.StreamResponse:
    return _error(
        401, "Incorrect API key provided: sk-secret.", "invalid_request_error", code="invalid_api_key"
    )


async def _forbidden(call: _Call) -> web.StreamResponse:
    return _error(
        403,
        "Principal does not have access to API/Operation.",
        "invalid_request_error",
        code="PermissionDenied",
    )


async def _not_found(call: _Call) -> web.StreamResponse:
    return _error(
        404,
        "The API deployment for this resource does not exist.",
        "invalid_request_error",
        code="DeploymentNotFound",
    )


async def _bad_request(call: _Call) -> web.StreamResponse:
    return _error(
        400,
        "This model's maximum context length is exceeded.",
        "invalid_request_error",
        code="context_length_exceeded",
        param="messages",
    )


async def _html(call: _Call) -> web.StreamResponse:
    return web.Response(text="<html><body>Sign in to the network</body></html>", content_type="text/html")


async def _not_json(call: _Call) -> web.StreamResponse:
    return web.Response(text="{broken", content_type="application/json")


async def _empty(call: _Call) -> web.StreamResponse:
    return web.json_response(_completion(call, None) | {"choices": []})


async def _not_completion(call: _Call) -> web.StreamResponse:
    return web.json_response({"error": {"message": "no provider"}})


async def _choices_as_object(call: _Call) -> web.StreamResponse:
    return web.json_response(_completion(call, "{}") | {"choices": {"0": "no"}})


async def _choices_as_text(call: _Call) -> web.StreamResponse:
    return web.json_response(_completion(call, "{}") | {"choices": ["no"]})


async def _usage_as_text(call: _Call) -> web.StreamResponse:
    completion = _completion(call, json.dumps(answers.good(call.task)))
    usage = {"prompt_tokens": "many", "completion_tokens": True}
    return web.json_response(completion | {"usage": usage, "model": {"name": "reader"}})


async def _usage_beyond_all(call: _Call) -> web.StreamResponse:
    """Figures that no database keeps, and a name that is no Unicode."""
    completion = _completion(call, json.dumps(answers.good(call.task)))
    usage = {"prompt_tokens": 10**400, "completion_tokens": 10**400}
    return web.json_response(completion | {"usage": usage, "model": "read\ud800er\x1b[31m\n"})


async def _too_deep(call: _Call) -> web.StreamResponse:
    return web.Response(text="[" * 200_000, content_type="application/json")


async def _no_usage(call: _Call) -> web.StreamResponse:
    completion = _completion(call, json.dumps(answers.good(call.task)))
    completion.pop("usage")
    return web.json_response(completion)


BEHAVIOURS: dict[str, Handler] = {
    "good": _good,
    "lying": _lying,
    "obedient": _obedient,
    "hostile": _hostile,
    "given": _given,
    "429": _rate_limited,
    "rate_limited": _rate_limited,
    "500": _server_error,
    "server_error": _server_error,
    "refusal": _refusal,
    "content_filter": _content_filter,
    "content_filter_finish": _content_filter_finish,
    "truncated": _truncated,
    "invalid_json": _invalid_json,
    "wrong_schema": _wrong_schema,
    "odd_scores": _odd_scores,
    "fenced": _fenced,
    "thinking": _thinking,
    "hang": _hang,
    "slow": _slow,
    "drip": _drip,
    "reset": _reset,
    "401": _unauthorized,
    "unauthorized": _unauthorized,
    "forbidden": _forbidden,
    "not_found": _not_found,
    "bad_request": _bad_request,
    "html": _html,
    "not_json": _not_json,
    "empty": _empty,
    "not_completion": _not_completion,
    "no_usage": _no_usage,
    "choices_as_object": _choices_as_object,
    "choices_as_text": _choices_as_text,
    "usage_as_text": _usage_as_text,
    "usage_beyond_all": _usage_beyond_all,
    "too_deep": _too_deep,
}
