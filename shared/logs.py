"""Structured log lines: one JSON object a line, free of personal data.

Only ids, names of operations, counts and durations may be passed; never texts, file names, titles or
messages of exceptions, which may quote any of those.
"""

import json
import logging
import traceback
from collections.abc import Mapping
from contextvars import ContextVar

from shared.telemetry import observe

_logger = logging.getLogger("cv_checker")
_context: ContextVar[Mapping[str, str] | None] = ContextVar("log_context", default=None)


def bind_log_context(**fields: str | None) -> None:
    """Fields that every later line of this invocation carries (request id, trace id)."""
    _context.set({**(_context.get() or {}), **{key: value for key, value in fields.items() if value}})


def bound(field: str) -> str | None:
    """What was bound, for a message that leads to another invocation."""
    return (_context.get() or {}).get(field)


def log(event: str, *, level: int = logging.INFO, **fields: object) -> None:
    observe(event, fields)
    if _logger.isEnabledFor(level):
        line = {"event": event, **(_context.get() or {}), **fields}
        _logger.log(level, json.dumps(line, default=str, separators=(",", ":")))


def describe(error: BaseException) -> str:
    """Type and place of an error, without its message: ``ValueError at shared/run.py:12``."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/shared/" in frame.filename.replace("\\", "/")] or frames
    if not own:
        return type(error).__name__
    place = own[-1]
    name = place.filename.replace("\\", "/")
    name = name[name.rfind("/shared/") + 1 :] if "/shared/" in name else name.rsplit("/", 1)[-1]
    return f"{type(error).__name__} at {name}:{place.lineno}"


def quiet_sdk_loggers() -> None:
    """The SDKs log every request with its headers at INFO; warnings are enough."""
    for name in ("azure", "openai", "httpx", "httpx2", "httpcore", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)
