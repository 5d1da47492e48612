"""A CV as a file: a multipart form's field ``file``, or the body itself with ``?filename=``."""

import asyncio

import azure.functions as func

from shared.errors import (
    AppError,
    FieldError,
    InvalidRequest,
    PayloadTooLarge,
    UnreadableFile,
    UnsupportedMediaType,
    reading_is_busy,
)
from shared.http import Request
from shared.requests import CV_BYTES, KIB, UPLOAD_BYTES, CvBody, FileName, validate
from shared.use_cases.keep import NewCv

_FORM_BYTES = 64 * KIB
"""Allowance for a form's boundaries and headers around the file."""
_UNENCODED = {"7bit", "8bit", "binary"}
"""Other transfer encodings have no place in a form (RFC 7578, 4.7)."""
_ERRORS: dict[str, type[AppError]] = {
    "unreadable_file": UnreadableFile,
    "unsupported_media_type": UnsupportedMediaType,
    "payload_too_large": PayloadTooLarge,
}


def is_upload(request: Request) -> bool:
    """JSON, and a body without a type or a file name, are CVs as text."""
    media_type = request.media_type
    if media_type == "application/json" or media_type.endswith("+json"):
        return False
    return bool(media_type) or "filename" in request.raw.params


def filename_parameter(request: Request) -> str | None:
    """``?filename=``. Raises InvalidRequest."""
    return validate(FileName, request.query("filename"), prefix="query").filename


async def uploaded_cv(request: Request) -> NewCv:
    """Raises InvalidRequest, PayloadTooLarge, UnsupportedMediaType, UnreadableFile, ServiceUnavailable."""
    if request.media_type == "application/x-www-form-urlencoded":
        raise UnsupportedMediaType(
            "Send JSON, a multipart form with the field file, or the file itself with its media type.",
            [FieldError("header.Content-Type", "is not the type of a CV")],
        )
    # Beside the event loop: a form of very many parts or parameters takes seconds.
    filename, content_type, data = await asyncio.to_thread(_file_of, request)
    if not data:
        raise InvalidRequest("The file is empty.", [FieldError("file", "is empty")])
    if len(data) > UPLOAD_BYTES:
        raise _too_large()
    from shared import extraction
    from shared.extraction.confined import Busy

    try:
        extracted = await extraction.extract_text(
            data, filename=filename, content_type=content_type, user=request.user_id
        )
    except Busy:
        raise reading_is_busy() from None
    except extraction.UnreadableFile as error:
        raise _ERRORS.get(error.code, UnreadableFile)(
            str(error), [FieldError("file", "cannot be read")]
        ) from None
    if len(extracted.text.encode()) > CV_BYTES:
        raise PayloadTooLarge(
            f"The file holds more than {CV_BYTES // KIB} KB of text; a CV is shorter.",
            [FieldError("file", "holds too much text")],
        )
    if not extracted.text.strip():
        raise UnreadableFile("The file holds no text.", [FieldError("file", "holds no text")])
    body = validate(CvBody, {"filename": filename or "cv", "content": extracted.text}, prefix="file")
    return NewCv(
        body.filename,
        body.content,
        file_size=len(data),
        warnings=list(extracted.warnings),
        in_columns=extracted.in_columns,
    )


def _file_of(request: Request) -> tuple[str | None, str | None, bytes]:
    """File name, Content-Type with its charset, and content."""
    body = request.body
    given = filename_parameter(request)
    if request.media_type != "multipart/form-data":
        if len(body) > UPLOAD_BYTES:
            raise _too_large()
        return given, request.raw.headers.get("content-type"), body
    if len(body) > UPLOAD_BYTES + _FORM_BYTES:
        raise _too_large()
    _, _, parameters = (request.raw.headers.get("content-type") or "").partition(";")
    # The parser knows the media type in small letters only; any others mean the same (RFC 9110, 8.3.1).
    form = func.HttpRequest(
        "POST", "", headers={"Content-Type": f"{request.media_type};{parameters}"}, body=body
    )
    try:
        files = form.files.getlist("file")
    except Exception:
        raise InvalidRequest(
            "The multipart form cannot be read.", [FieldError("body", "is no form")]
        ) from None
    if not files:
        raise InvalidRequest("The form has no file.", [FieldError("file", "is required")])
    if len(files) > 1:
        raise InvalidRequest(
            "The form has several files; send each CV by itself.", [FieldError("file", "is given twice")]
        )
    file = files[0]
    if file.headers.get("Content-Transfer-Encoding", "binary").lower() not in _UNENCODED:
        raise UnsupportedMediaType(
            "Send the file in the form as it is, without Content-Transfer-Encoding.",
            [FieldError("file", "is encoded")],
        )
    name = (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return name or given, file.content_type, file.read()


def _too_large() -> PayloadTooLarge:
    return PayloadTooLarge(
        f"A file may have at most {UPLOAD_BYTES // (KIB * KIB)} MB.", [FieldError("file", "is too large")]
    )
