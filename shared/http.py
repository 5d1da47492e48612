"""HTTP in and out: the request as handlers see it, replies, and errors as problem details (RFC 9457).

The one place where exceptions become responses, and where a request's log line is written.
"""

import asyncio
import logging
import re
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import azure.functions as func
from pydantic import ValidationError
from pydantic_core import to_json

from shared.errors import (
    AppError,
    FieldError,
    InternalError,
    InvalidRequest,
    InvalidUserId,
    MissingUserId,
    NotFound,
    ServiceUnavailable,
    UnsupportedMediaType,
    out_of_time,
    store_unavailable,
    unreadable_document,
)
from shared.logs import bind_log_context, describe, log, quiet_sdk_loggers
from shared.requests import JSON_BYTES, parse_json
from shared.settings import SettingsError
from shared.store import StoreUnavailable
from shared.unreadable import log_unreadable
from shared.use_cases.submit import Trace
from shared.work_queue import QueueUnavailable

DEADLINE_SECONDS = 9.0
"""Beyond what a client asked to wait. Whoever calls gets an answer within ten seconds."""
ALL_SECONDS = 180.0
"""Where the work grows with what is stored: Azure's load balancer ends what is silent for 230 seconds."""
MAX_WAIT_SECONDS = 30

PACKED_FROM_BYTES = 1024
"""A smaller body fits into one packet as it is. The host compresses nothing by itself."""

_USER_ID = re.compile(
    r"user-([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})", re.IGNORECASE
)
DOCUMENT_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TRACEPARENT = re.compile(r"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
_GZIP = re.compile(r"(?:^|[,\s])(?:x-)?gzip\s*(?:$|,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))", re.IGNORECASE)
_WAIT = re.compile(r"(?:^|[,;\s])wait\s*=\s*\"?(\d+)\"?\s*(?:$|[,;])", re.IGNORECASE)

_EXPOSED = "ETag, Location, Retry-After, Preference-Applied, RateLimit, RateLimit-Policy, X-Request-Id"
PROBLEM_TYPE = "/api/v1/docs#"
"""With the code: where the docs page explains it, whatever host serves the app (RFC 9457, 3.1.1)."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request and what every handler asks of it."""

    raw: func.HttpRequest
    trace: Trace
    wait_seconds: int
    """What ``Prefer: wait=N`` (RFC 7240) asks for, at most MAX_WAIT_SECONDS; 0 without it."""

    @property
    def user_id(self) -> str:
        """Raises MissingUserId, InvalidUserId."""
        value = (self.raw.headers.get("x-user-id") or "").strip()
        if not value:
            raise MissingUserId(
                "Send the header X-User-Id: user-<uuid4>.", [FieldError("header.X-User-Id", "is required")]
            )
        match = _USER_ID.fullmatch(value)
        if match is None or not value.startswith("user-"):
            raise InvalidUserId(
                "The header X-User-Id must be user- followed by a UUID of version 4.",
                [FieldError("header.X-User-Id", "must be user-<uuid4>")],
            )
        return value.lower()

    @property
    def takes_gzip(self) -> bool:
        return _GZIP.search(self.raw.headers.get("accept-encoding") or "") is not None

    def path(self, name: str) -> str:
        return self.raw.route_params.get(name) or ""

    @property
    def document_id(self) -> str:
        """The id in the path. Raises NotFound for what no document can be called; the store is not asked."""
        given = self.path("id")
        if not DOCUMENT_ID.fullmatch(given):
            raise NotFound("There is no such document.")
        return given

    def query(self, *allowed: str) -> dict[str, str]:
        """The query parameters. Raises InvalidRequest for any that is not allowed here.

        The Functions host leaves out a parameter without a value; here it counts, as an empty text.
        """
        named = dict.fromkeys(
            (name for name, _ in parse_qsl(self.raw.url.partition("?")[2], keep_blank_values=True)), ""
        )
        given = named | dict(self.raw.params)
        unknown = sorted(set(given) - set(allowed))
        if unknown:
            shown = ["".join(c for c in name if c.isprintable())[:60] or "?" for name in unknown[:10]]
            raise InvalidRequest(
                "The request has unknown query parameters.",
                [FieldError(f"query.{name}", "is not a parameter of this operation") for name in shown],
            )
        return given

    @property
    def media_type(self) -> str:
        return (self.raw.headers.get("content-type") or "").split(";")[0].strip().lower()

    @property
    def body(self) -> bytes:
        """As it came. Raises UnsupportedMediaType for a compressed one (RFC 9110, 15.5.16)."""
        if (self.raw.headers.get("content-encoding") or "identity").strip().lower() != "identity":
            raise UnsupportedMediaType(
                "Send the body without Content-Encoding.",
                [FieldError("header.Content-Encoding", "is not supported")],
                headers={"Accept-Encoding": "identity"},
            )
        return self.raw.get_body() or b""

    def json(self, *, limit: int = JSON_BYTES) -> Any:
        """The parsed body. Raises UnsupportedMediaType, PayloadTooLarge, InvalidRequest."""
        body = self.body
        media_type = self.media_type
        if media_type not in ("", "application/json") and not media_type.endswith("+json"):
            if not body:
                raise InvalidRequest("The request needs a JSON body.", [FieldError("body", "is required")])
            raise UnsupportedMediaType(
                "Send JSON with Content-Type: application/json.",
                [FieldError("header.Content-Type", "must be application/json")],
            )
        return parse_json(body, limit=limit)


@dataclass(frozen=True, slots=True)
class Reply:
    """``body`` None: no content; a dict or list is sent as JSON."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


type Handler = Callable[[Request], Awaitable[Reply]]


async def respond(
    raw: func.HttpRequest, handler: Handler, *, seconds: float | None = None
) -> func.HttpResponse:
    """Runs a handler; whatever it raises becomes a problem without stack trace or upstream text.

    ``seconds`` stands for DEADLINE_SECONDS.
    """
    started = time.perf_counter()
    quiet_sdk_loggers()
    request = _request(raw)
    bind_log_context(
        requestId=request.trace.correlation_id,
        traceId=request.trace.traceparent.split("-")[1] if request.trace.traceparent else None,
    )
    code = None
    try:
        async with asyncio.timeout((seconds or DEADLINE_SECONDS) + request.wait_seconds):
            reply = await handler(request)
    except Exception as error:
        problem = _as_app_error(error)
        code = problem.code
        reply = _problem_reply(problem, request.trace.correlation_id)
    log(
        "request",
        level=logging.ERROR if reply.status == 500 else logging.INFO,
        method=raw.method,
        operation=getattr(handler, "__name__", "handler"),
        status=reply.status,
        code=code,
        durationMs=round((time.perf_counter() - started) * 1000, 1),
    )
    return await _response(reply, request)


def _request(raw: func.HttpRequest) -> Request:
    given_id = raw.headers.get("x-request-id") or ""
    traceparent = raw.headers.get("traceparent") or ""
    return Request(
        raw=raw,
        trace=Trace(
            correlation_id=given_id if _REQUEST_ID.fullmatch(given_id) else uuid.uuid4().hex,
            traceparent=traceparent if _TRACEPARENT.fullmatch(traceparent) else None,
        ),
        wait_seconds=_wait_seconds(raw.headers.get("prefer") or ""),
    )


def _wait_seconds(prefer: str) -> int:
    match = _WAIT.search(prefer[:500])
    return min(int(match.group(1)), MAX_WAIT_SECONDS) if match else 0


def _as_app_error(error: Exception) -> AppError:
    match error:
        case AppError():
            return error
        case StoreUnavailable() | QueueUnavailable():
            return store_unavailable()
        case TimeoutError():
            return out_of_time()
        case SettingsError():
            log("settings.invalid", level=logging.ERROR, message=str(error))
            return ServiceUnavailable("The service is not configured completely.", retry_after=60)
        case ValidationError():
            # Of what is stored: a request that is not as described is an InvalidRequest by now.
            log_unreadable(error)
            return unreadable_document()
        case _:
            log("request.defect", level=logging.ERROR, error=describe(error))
            return InternalError("Something went wrong on our side; the request can be repeated.")


def problem_of(error: AppError, request_id: str) -> dict[str, Any]:
    """The problem details object."""
    problem: dict[str, Any] = {
        "type": f"{PROBLEM_TYPE}{error.code}",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "code": error.code,
        "requestId": request_id,
    }
    if error.errors:
        problem["errors"] = [{"field": item.field, "message": item.message} for item in error.errors]
    if error.retry_after is not None:
        problem["retryAfter"] = error.retry_after
    return problem


def _packed(body: bytes) -> bytes:
    import gzip

    return gzip.compress(body, compresslevel=6, mtime=0)


def _problem_reply(error: AppError, request_id: str) -> Reply:
    headers = {"Content-Type": "application/problem+json"}
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    if error.status == 401:
        headers["WWW-Authenticate"] = 'UserId header="X-User-Id"'
    headers |= error.headers
    return Reply(error.status, problem_of(error, request_id), headers)


async def _response(reply: Reply, request: Request) -> func.HttpResponse:
    headers = {
        "X-Request-Id": request.trace.correlation_id,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        **reply.headers,
    }
    if request.raw.headers.get("origin"):
        # Azure's CORS names allowed origins only; without this a page from elsewhere cannot read these.
        headers["Access-Control-Expose-Headers"] = _EXPOSED
    content_type = headers.pop("Content-Type", "application/json")
    if reply.body is None:
        return func.HttpResponse(status_code=reply.status, headers=headers)
    body = reply.body if isinstance(reply.body, bytes) else to_json(reply.body)
    if len(body) >= PACKED_FROM_BYTES and "Content-Encoding" not in headers:
        headers["Vary"] = "Accept-Encoding"
        if request.takes_gzip:
            headers["Content-Encoding"] = "gzip"
            body = await asyncio.to_thread(_packed, body)
    return func.HttpResponse(body, status_code=reply.status, headers=headers, mimetype=content_type)
