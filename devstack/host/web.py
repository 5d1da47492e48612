"""HTTP triggers on aiohttp: routing, conversion of requests and responses as the real host does them, CORS.

Sources: "Azure Functions HTTP trigger" and "Azure Functions HTTP triggers and bindings overview" on
Microsoft Learn; the conversion follows GrpcMessageConversionExtensions and RawScriptResult of the Functions
host.
"""

import asyncio
import logging
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from aiohttp import web

from devstack.host.config import HttpOptions, LocalHost
from devstack.host.invocations import Invoker, new_trace
from devstack.host.protos import Message, TypedData
from devstack.host.routes import Route, Router, decode_path, parse_template
from devstack.host.worker import Function, InvocationFailed

_log = logging.getLogger("Host.Http")

# The server frames the body itself; a function that names these cannot know better.
_FRAMING = {"content-length", "transfer-encoding", "connection", "keep-alive"}


class HttpFrontend:
    """All HTTP triggers behind one handler. Raises ConfigError for a route that cannot work."""

    def __init__(
        self, functions: Iterable[Function], invoker: Invoker, options: HttpOptions, local: LocalHost
    ) -> None:
        self._router = Router([_route(function, options.route_prefix) for function in functions])
        self._invoker, self._options, self._local = invoker, options, local
        self._slots = asyncio.Semaphore(options.max_concurrent_requests or 2**31)
        self._outstanding = 0
        self._draining = False
        self._running: set[asyncio.Task[web.Response]] = set()

    def application(self) -> web.Application:
        # aiohttp refuses a body of exactly its limit, the service does not.
        app = web.Application(client_max_size=self._options.most_body_bytes + 1)
        app.router.add_route("*", r"/{path:[\s\S]*}", self._handle, expect_handler=self._expect)
        app.on_response_prepare.append(self._finish)
        return app

    async def drain(self, grace: float) -> None:
        """Lets what runs end within ``grace`` seconds and cancels the rest; a new request is 503."""
        self._draining = True
        if self._running:
            await asyncio.wait(self._running, timeout=grace)
        for task in self._running:
            task.cancel()

    async def _expect(self, request: web.Request) -> web.StreamResponse | None:
        if request.headers.get("Expect", "").lower() != "100-continue":
            return web.Response(status=417)
        if _declared_length(request) > self._options.most_body_bytes:
            return web.Response(status=413)
        if request.transport is not None:
            request.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return None

    async def _finish(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers.popall("Server", None)
        for name, value in self._options.custom_headers.items():
            response.headers[name] = value
        origin = request.headers.get("Origin")
        if origin is not None:
            response.headers.update(self._cors_headers(request, origin))

    def _cors_headers(self, request: web.Request, origin: str) -> dict[str, str]:
        allowed = self._local.cors
        if "*" not in allowed and origin not in allowed:
            return {}
        headers = {"Access-Control-Allow-Origin": "*" if "*" in allowed else origin}
        if "*" not in allowed:
            headers["Vary"] = "Origin"
        if self._local.cors_credentials:
            headers["Access-Control-Allow-Credentials"] = "true"
        if _is_preflight(request):
            headers["Access-Control-Allow-Methods"] = request.headers["Access-Control-Request-Method"]
            wanted = request.headers.get("Access-Control-Request-Headers")
            if wanted:
                headers["Access-Control-Allow-Headers"] = wanted
        return headers

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if self._draining:
            return web.Response(status=503, headers={"Connection": "close"})
        if self._local.cors and _is_preflight(request):
            return web.Response(status=204)
        try:
            path = decode_path(_raw_path(request))
        except ValueError:
            return web.Response(status=400)
        found = self._router.find(request.method, path)
        if isinstance(found, set):
            if not found:
                return web.Response(status=404)
            return web.Response(status=405, headers={"Allow": ", ".join(sorted(found))})
        if _declared_length(request) > self._options.most_body_bytes:
            return web.Response(status=413)
        most = self._options.max_outstanding_requests
        if most is not None and self._outstanding >= most:
            return web.Response(status=429)
        self._outstanding += 1
        try:
            return await self._run(request, *found)
        finally:
            self._outstanding -= 1

    async def _run(
        self, request: web.Request, function: Function, parameters: dict[str, str]
    ) -> web.Response:
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except (ConnectionError, web.RequestPayloadError):
            return web.Response(status=400)  # the client went away or broke off; nobody reads this
        try:
            data = _request_data(request, parameters, body)
        except UnicodeError:
            return web.Response(status=400)  # a header that is not UTF-8
        async with self._slots:
            # A task of its own: the invocation goes on to its end when the client has gone away.
            task = asyncio.create_task(self._invoke(request, function, data))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
            return await asyncio.shield(task)

    async def _invoke(self, request: web.Request, function: Function, data: TypedData) -> web.Response:
        trace = new_trace(request.headers.get("traceparent"), request.headers.get("tracestate", ""))
        reason = "This function was programmatically called via the host APIs."
        try:
            response = await self._invoker.invoke(function, data, reason, trace=trace)
            return _to_web(_http_output(function, response))
        except InvocationFailed:
            return web.Response(status=500)
        except ValueError as error:
            _log.error("Function %s answered what HTTP cannot carry: %s", function.name, error)
            return web.Response(status=500)
        except Exception:
            _log.exception("A request to function %s met a defect of the host", function.name)
            return web.Response(status=500)


def _route(function: Function, prefix: str) -> Route[Function]:
    template = function.trigger.get("route")
    template = function.name if template is None else template
    methods = function.trigger.get("methods")
    return Route(
        parse_template(f"{prefix.strip('/')}/{template.strip('/')}", function.where(function.trigger)),
        frozenset(str(method).upper() for method in methods) if methods else None,
        function,
    )


def _is_preflight(request: web.Request) -> bool:
    return request.method == "OPTIONS" and {"Origin", "Access-Control-Request-Method"} <= set(request.headers)


def _declared_length(request: web.Request) -> int:
    text = request.headers.get("Content-Length", "")
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else 0


def _raw_path(request: web.Request) -> str:
    return _without_authority(request.raw_path).partition("?")[0]


def _without_authority(target: str) -> str:
    """A proxy's request line names the whole URL."""
    match = re.match(r"[a-z]+://[^/?]*", target, re.IGNORECASE)
    return target[match.end() :] if match else target


def _request_data(request: web.Request, parameters: dict[str, str], body: bytes) -> TypedData:
    """Raises UnicodeError for a header that is not UTF-8."""
    target = _without_authority(request.raw_path).partition("#")[0]
    headers = _joined((name.lower(), value) for name, value in request.headers.items())
    for value in headers.values():
        value.encode()
    query = _joined(_query_pairs(target.partition("?")[2]))
    return TypedData(
        http=Message(
            method=request.method,
            url=f"http://{request.headers.get('Host', '')}{target}",
            headers=headers,
            # The host leaves out a parameter without a value.
            query={name: value for name, value in query.items() if value},
            params=parameters,
            body=TypedData(bytes=body) if body else TypedData(),
        )
    )


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Repeated names, compared without case, become one with the values joined by commas."""
    values: dict[str, tuple[str, str]] = {}
    for name, value in pairs:
        if name.lower() in values:
            first, before = values[name.lower()]
            values[name.lower()] = first, f"{before},{value}"
        else:
            values[name.lower()] = name, value
    return dict(values.values())


def _query_pairs(text: str) -> list[tuple[str, str]]:
    pairs = []
    for part in text.split("&"):
        if part:
            name, _, value = part.partition("=")
            pairs.append((_unquote_plus(name), _unquote_plus(value)))
    return pairs


def _unquote_plus(text: str) -> str:
    """Percent-decoding that leaves alone what is not UTF-8."""
    spaced = text.replace("+", " ")
    try:
        return unquote_to_bytes(spaced).decode()
    except UnicodeDecodeError:
        return spaced


def _http_output(function: Function, response: Message) -> TypedData | None:
    for binding in function.outputs:
        if binding["type"] == "http":
            if binding["name"] == "$return":
                value: TypedData | None = response.return_value
                return value
            named = {one.name: one.data for one in response.output_data or ()}
            return named.get(binding["name"])
    return None


def _to_web(data: TypedData | None) -> web.Response:
    """Raises ValueError for a status or header that HTTP cannot carry."""
    kind = data.WhichOneof("data") if data is not None else None
    if data is None or kind is None:
        return web.Response(status=204)
    if kind != "http":
        # A plain value, such as a text, is the body.
        value = getattr(data, kind)
        body = value if isinstance(value, bytes) else str(value).encode()
        return web.Response(body=body, headers={"Content-Type": "text/plain; charset=utf-8"})
    http = data.http
    status = int(http.status_code)
    if not 200 <= status <= 999:
        raise ValueError(f"status {status}")
    headers = [(name, value) for name, value in http.headers.items() if name.lower() not in _FRAMING]
    headers += [("Set-Cookie", _set_cookie(cookie)) for cookie in http.cookies or ()]
    for name, value in headers:
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name) or re.search(r"[\r\n\0]", value):
            raise ValueError(f"the header {name[:50]!r}")
    response = web.Response(status=status)
    for name, value in headers:
        response.headers.add(name, value)
    if status not in (204, 304):
        response.body = http.body.bytes or b""
    return response


def _set_cookie(cookie: Message) -> str:
    """As ASP.NET Core writes it."""

    def given(field: Message | None) -> Any:
        return field.value if field is not None else None

    parts = [f"{cookie.name}={quote(cookie.value, safe='-_.~')}"]
    if cookie.expires is not None:
        parts.append(f"expires={_http_date(cookie.expires.value.seconds)}")
    if cookie.max_age is not None:
        parts.append(f"max-age={int(cookie.max_age.value)}")
    parts += [f"{name}={value}" for name in ("domain", "path") if (value := given(getattr(cookie, name)))]
    if given(cookie.secure):
        parts.append("secure")
    same_site: Sequence[str] = ("", "lax", "strict", "none")
    if cookie.same_site:
        parts.append(f"samesite={same_site[cookie.same_site]}")
    if given(cookie.http_only):
        parts.append("httponly")
    return "; ".join(parts)


def _http_date(seconds: int) -> str:
    from email.utils import formatdate

    return formatdate(seconds, usegmt=True)
