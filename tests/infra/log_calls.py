"""What the app logs, read from its source: event → fields. See ``shared/logs.py``."""

import ast
from functools import cache
from pathlib import Path

from devstack.stack import ROOT

CONTEXT = {"requestId", "traceId"}
"""Bound by ``bind_log_context``: in every line of an invocation."""


@cache
def logged_fields() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for file in sorted((ROOT / "shared").rglob("*.py")):
        for call in _log_calls(file):
            (event,) = call.args
            assert isinstance(event, ast.Constant), f"{file}:{call.lineno}: the event is no literal"
            names = {keyword.arg for keyword in call.keywords if keyword.arg} - {"level"}
            found.setdefault(str(event.value), {"event", *CONTEXT}).update(names)
    return found


def _log_calls(file: Path) -> list[ast.Call]:
    calls = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "log"]
