"""The app's few exceptions. ``shared/http.py`` turns them into problem details, nothing else does."""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """``field`` is a path in the request (``cv.content``, ``query.limit``); no value is ever quoted."""

    field: str
    message: str


@dataclass
class AppError(Exception):
    """An error whose ``detail`` may be shown to the client."""

    detail: str
    errors: list[FieldError] = field(default_factory=list)
    retry_after: int | None = None
    """Seconds."""
    headers: dict[str, str] = field(default_factory=dict)

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal_error"
    title: ClassVar[str] = "Internal error"

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"


class InternalError(AppError):
    pass


class MissingUserId(AppError):
    status, code, title = 401, "missing_user_id", "User id missing"


class InvalidUserId(AppError):
    status, code, title = 400, "invalid_user_id", "User id malformed"


class InvalidRequest(AppError):
    status, code, title = 400, "invalid_request", "Invalid request"


class NotFound(AppError):
    status, code, title = 404, "not_found", "Not found"


class MethodNotAllowed(AppError):
    status, code, title = 405, "method_not_allowed", "Method not allowed"


class Conflict(AppError):
    status, code, title = 409, "conflict", "Conflict"


class PayloadTooLarge(AppError):
    status, code, title = 413, "payload_too_large", "Payload too large"


class UnsupportedMediaType(AppError):
    status, code, title = 415, "unsupported_media_type", "Unsupported media type"


class PostingUnreadable(AppError):
    status, code, title = 422, "posting_unreadable", "Posting unreadable"


class UnreadableFile(AppError):
    status, code, title = 422, "unreadable_file", "File unreadable"


class UnreadableDocument(AppError):
    status, code, title = 500, "unreadable_document", "Stored document unreadable"


class TooManyRequests(AppError):
    status, code, title = 429, "too_many_requests", "Too many requests"


class ServiceUnavailable(AppError):
    status, code, title = 503, "service_unavailable", "Service unavailable"


def store_unavailable() -> ServiceUnavailable:
    return ServiceUnavailable(
        "The database or the queue does not answer at the moment; nothing was lost, try again shortly.",
        retry_after=5,
    )


def unreadable_document() -> UnreadableDocument:
    return UnreadableDocument(
        "A stored document that this needs cannot be read. If that stays so, delete it to start anew."
    )


def reading_is_busy() -> ServiceUnavailable:
    return ServiceUnavailable("Many files are being read at the moment; try again shortly.", retry_after=5)


def out_of_time() -> ServiceUnavailable:
    return ServiceUnavailable("The request took too long; try again shortly.", retry_after=5)
