"""/api/v1/openapi.json and /api/v1/docs: the description for programs and, rendered here, for people.

The page is plain HTML made on the server: no script, nothing from other hosts, so it works offline.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from json import dumps
from typing import Any

from shared.http import Reply, Request

_CACHE = {"Cache-Control": "public, max-age=300"}
_STYLE = """
:root{color-scheme:light dark;--line:#8883;--soft:#8881;--accent:light-dark(#1d4ed8,#8ab4ff)}
html{color:light-dark(#1a1b1e,#eceae6);background:light-dark(#fff,#121316)}
body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}
code,pre{font:14px/1.45 ui-monospace,monospace}code{overflow-wrap:anywhere}a{color:var(--accent)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.75rem 1rem;background:var(--soft);border-radius:8px}
nav ul{list-style:none;padding:0}nav li{padding:.15rem 0}nav b{display:inline-block;min-width:4.5rem}
section{border-top:1px solid var(--line);padding:1rem 0}h2{font-size:1.15rem}h3{font-size:1rem;margin-bottom:.25rem}
b{text-transform:uppercase;font:600 13px/1 ui-monospace,monospace;color:var(--accent)}
table{border-collapse:collapse;width:100%}
td{text-align:left;vertical-align:top;padding:.3rem 1rem .3rem 0;border-top:1px solid var(--line)}
td:first-child{width:14rem}
"""


async def describe(_: Request) -> Reply:
    from shared.openapi import openapi

    return Reply(200, openapi(), _CACHE)


async def docs(_: Request) -> Reply:
    from shared.api.contract import PROBLEMS
    from shared.openapi import openapi

    headers = {
        **_CACHE,
        "Content-Type": "text/html",
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    }
    return Reply(200, _page(openapi(), PROBLEMS).encode(), headers)


async def style(_: Request) -> Reply:
    return Reply(200, _STYLE.strip().encode(), {**_CACHE, "Content-Type": "text/css"})


def _page(description: dict[str, Any], codes: Mapping[str, tuple[int, str]]) -> str:
    operations = [
        (path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    contents = "".join(
        f'<li><b>{method}</b> <a href="#{one["operationId"]}"><code>{escape(path)}</code></a> '
        f"{escape(one['summary'])}</li>"
        for path, method, one in operations
    )
    problems = "".join(
        f'<section id="{code}"><h2><code>{code}</code></h2><p>{status}: {_text(text)}</p></section>'
        for code, (status, text) in codes.items()
    )
    models = "".join(_model(*one) for one in sorted(description["components"]["schemas"].items()))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>CV Checker API</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="docs.css"></head>'
        f"<body><main><h1>CV Checker API {escape(description['info']['version'])}</h1>"
        f'<p>{escape(description["info"]["description"])} For programs: <a href="openapi.json">openapi.json</a>.</p>'
        f"<nav><ul>{contents}</ul></nav>{''.join(_section(*one) for one in operations)}"
        f"<h1>Models</h1>{models}<h1>Problems</h1>{problems}</main></body></html>"
    )


def _section(path: str, method: str, operation: dict[str, Any]) -> str:
    parameters = _table(
        (
            one["name"],
            f"{_type(one['schema'])}, in the {one['in']}{', required' if one.get('required') else ''}",
            one["description"],
        )
        for one in operation["parameters"]
    )
    answers = _table(
        (status, _content(one), one["description"]) for status, one in operation["responses"].items()
    )
    body = ""
    if "requestBody" in operation:
        given = operation["requestBody"]["content"]
        example = given["application/json"].get("example")
        body = f"<h3>Body</h3><p>{_content(operation['requestBody'])}</p><pre>{escape(dumps(example, indent=2))}</pre>"
    return (
        f'<section id="{operation["operationId"]}"><h2><b>{method}</b> <code>{escape(path)}</code></h2>'
        f"<p>{escape(operation['summary'])}</p>{body}<h3>Parameters</h3>{parameters}"
        f"<h3>Answers</h3>{answers}</section>"
    )


def _model(name: str, schema: dict[str, Any]) -> str:
    required = schema.get("required", ())
    fields = _table(
        (
            field,
            _type(one) + (", required" if field in required else ""),
            one.get("description", ""),
        )
        for field, one in schema.get("properties", {}).items()
    )
    about = _text(schema.get("description", ""))
    return (
        f'<section id="{name}"><h2><code>{name}</code></h2><p>{about or _type(schema)}</p>{fields}</section>'
    )


def _table(rows: Iterable[tuple[str, str, str]]) -> str:
    """The middle column is markup already."""
    lines = (
        f"<tr><td><code>{escape(name)}</code></td><td>{middle}</td><td>{_text(text)}</td></tr>"
        for name, middle, text in rows
    )
    return f"<table>{''.join(lines)}</table>"


def _text(text: str) -> str:
    """Markdown's backticks become code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))


def _content(answer: dict[str, Any]) -> str:
    kinds = (f"<code>{kind}</code> {_type(one['schema'])}" for kind, one in answer.get("content", {}).items())
    return "<br>".join(kinds)


def _type(schema: dict[str, Any]) -> str:
    """A schema in a word or two, as markup."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rsplit("/", 1)[-1])
        return f'<a href="#{name}">{name}</a>'
    if "enum" in schema:
        return escape(" | ".join(map(str, schema["enum"])))
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(one) for one in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    limits = [
        f"{word} {schema[key]}"
        for key, word in (
            ("minimum", "from"),
            ("maximum", "to"),
            ("minLength", "at least"),
            ("maxLength", "at most"),
        )
        if key in schema
    ]
    return escape(" ".join([str(schema.get("type", "any")), *limits]))
