"""Log lines as a person reads them: UTC time, level, function and invocation where known, message.

Levels come from ``logging.logLevel`` of host.json, by category: ``Function.<name>`` for the host's lines
about an invocation, ``Function.<name>.User`` for what the app logs in it, ``Host.*`` for the rest.
"""

import logging
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime

from devstack.host.config import ConfigError


@dataclass(frozen=True, slots=True)
class Invocation:
    id: str
    function: str


current_invocation: ContextVar[Invocation | None] = ContextVar("current_invocation", default=None)
"""The invocation whose code runs here; None while the host itself works, its output bindings included."""

running: dict[str, Invocation] = {}
"""By id, so that a record from a worker thread finds its invocation."""

_LEVELS = {
    "trace": logging.DEBUG,
    "debug": logging.DEBUG,
    "information": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
    "critical": logging.CRITICAL,
    "none": logging.CRITICAL + 1,
}
_NAMES = {10: "Debug", 20: "Information", 30: "Warning", 40: "Error", 50: "Critical"}
_HOST = ("Host", "Function")
_WORKER = "azure.functions"


def set_up_logging(log_levels: Mapping[str, str], *, debug: bool = False) -> None:
    """Replaces the root logger's handlers. Raises ConfigError for an unknown level.

    ``debug`` lets the app's debug records through (the setting PYTHON_ENABLE_DEBUG_LOGGING).
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    handler.addFilter(_Levels(log_levels))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # What the worker sets: the app's own loggers inherit Information unless debug logging is on.
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    for name in _HOST:
        logging.getLogger(name).setLevel(logging.DEBUG)


def find_invocation() -> Invocation | None:
    here = current_invocation.get()
    if here is not None:
        return here
    runtime = sys.modules.get("azure_functions_runtime")  # synchronous functions run in the worker's threads
    known = runtime.invocation_id_cv.get() if runtime else None
    return running.get(known) if known else None


def _is_of(logger: str, family: str) -> bool:
    return logger == family or logger.startswith(f"{family}.")


class _Levels(logging.Filter):
    def __init__(self, log_levels: Mapping[str, str]) -> None:
        super().__init__()
        self._levels = {}
        for category, name in log_levels.items():
            level = _LEVELS.get(str(name).lower())
            if level is None:
                raise ConfigError(f"host.json logging.logLevel.{category}: {name!r} is not a level")
            self._levels[category] = level
        self._levels.setdefault("default", logging.INFO)

    def filter(self, record: logging.LogRecord) -> bool:
        invocation = find_invocation()
        if any(_is_of(record.name, one) for one in _HOST):
            category = record.name
        elif _is_of(record.name, _WORKER):
            # The worker's own progress messages go to Microsoft's telemetry, not to the console.
            if record.levelno < logging.WARNING:
                return False
            category = "Host.Worker"
        elif invocation is not None:
            category = f"Function.{invocation.function}.User"
        else:
            # The host uses the same SDKs as the app; of its own requests it reports itself what matters.
            if _is_of(record.name, "azure") and record.levelno < logging.ERROR:
                return False
            category = "Host.Function.Console"
        return record.levelno >= self._level_of(category)

    def _level_of(self, category: str) -> int:
        parts = category.split(".")
        for length in range(len(parts), 0, -1):
            level = self._levels.get(".".join(parts[:length]))
            if level is not None:
                return level
        return self._levels["default"]


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3]
        invocation = find_invocation()
        where = f"{invocation.function} {invocation.id}" if invocation else "host"
        text = f"{moment}Z {_NAMES.get(record.levelno, record.levelname)} [{where}] {record.getMessage()}"
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return text
