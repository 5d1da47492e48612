"""HTTP triggers on aiohttp: one handler that routes, invokes and answers."""

import asyncio
import logging
from typing import Any

from aiohttp import web

from devstack.host.outputs import Outputs
from devstack.host.protos import Message, TypedData
from devstack.host.routes import Router
from devstack.host.worker import InvocationFailed, Worker

MOST_BODY_BYTES = 100 * 1024 * 1024

_log = logging.getLogger("host")


class WebFrontend:
    def __init__(self, router: Router, worker: Worker, outputs: Outputs, cors: str | None) -> None:
        self._router, self._worker, self._outputs, self._cors = router, worker, outputs, cors
        self.invocations: set[asyncio.Task[web.StreamResponse]] = set()

    def application(self) -> web.Application:
        app = web.Application(client_max_size=MOST_BODY_BYTES)
        app.router.add_route("*", "/{path:.*}", self._handle)
        return app

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        # Its own task: a client that goes away does not end the invocation, as in Azure.
        task = asyncio.create_task(self._answer(request))
        self.invocations.add(task)
        task.add_done_callback(self.invocations.discard)
        return await asyncio.shield(task)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if (
            origin
            and self._cors
            and request.method == "OPTIONS"
            and "Access-Control-Request-Method" in request.headers
        ):
            return web.Response(status=204, headers=self._cors_headers(request, origin))
        response = await self._route(request)
        if origin and self._cors:
            response.headers.update(self._cors_headers(request, origin))
        return response

    def _cors_headers(self, request: web.Request, origin: str) -> dict[str, str]:
        allowed = [one.strip() for one in (self._cors or "").split(",")]
        if "*" not in allowed and origin not in allowed:
            return {}
        headers = {"Access-Control-Allow-Origin": "*" if "*" in allowed else origin, "Vary": "Origin"}
        if request.method == "OPTIONS":
            headers["Access-Control-Allow-Methods"] = request.headers.get(
                "Access-Control-Request-Method", "*"
            )
            headers["Access-Control-Allow-Headers"] = request.headers.get(
                "Access-Control-Request-Headers", "*"
            )
            headers["Access-Control-Max-Age"] = "600"
        return headers

    async def _route(self, request: web.Request) -> web.Response:
        found = self._router.find(request.method, request.rel_url.raw_path)
        if isinstance(found, set):
            if found:
                return web.Response(status=405, headers={"Allow": ", ".join(sorted(found))})
            return web.Response(status=404)
        function, parameters = found
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        data = TypedData(
            http=Message(
                method=request.method,
                url=str(request.url),
                headers={name.lower(): value for name, value in request.headers.items()},
                query=dict(request.query),
                params=parameters,
                body=TypedData(bytes=body),
            )
        )
        try:
            response = await self._worker.invoke(
                function, data, traceparent=request.headers.get("traceparent")
            )
            await self._outputs.write(function, response)
        except InvocationFailed:
            return web.Response(status=500)
        return _to_web(response.return_value)


def _to_web(value: Any) -> web.Response:
    if value is None:
        return web.Response(status=204)
    if value.http is None:
        return web.Response(text=value.string or "")
    http = value.http
    status = int(http.status_code)
    body = http.body.bytes if http.body is not None and http.body.bytes is not None else b""
    headers = {name: text for name, text in http.headers.items() if name.lower() != "content-length"}
    if status in (204, 304):
        headers = {name: text for name, text in headers.items() if name.lower() != "content-type"}
        return web.Response(status=status, headers=headers)
    response = web.Response(status=status, headers=headers, body=body)
    for cookie in http.cookies or ():
        response.set_cookie(
            cookie.name,
            cookie.value,
            path=cookie.path.value if cookie.path and cookie.path.value else "/",
            secure=bool(cookie.secure and cookie.secure.value),
            httponly=bool(cookie.http_only and cookie.http_only.value),
            samesite=cookie.same_site,
        )
    return response
