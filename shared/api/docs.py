"""/api/v1/openapi.json and /api/v1/docs: the description for programs and, rendered here, for people.

The page is plain HTML made on the server: no script, nothing from other hosts, so it works offline.
"""

from html import escape
from typing import Any

from shared.http import Reply, Request

_CACHE = {"Cache-Control": "public, max-age=300"}
_STYLE = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font:14px/1.4 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:6px}
section{border-top:1px solid #8886;padding:1rem 0}h2 b{text-transform:uppercase}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}
"""


async def describe(_: Request) -> Reply:
    from shared.openapi import openapi

    return Reply(200, openapi(), _CACHE)


async def docs(_: Request) -> Reply:
    from shared.openapi import openapi

    headers = {
        **_CACHE,
        "Content-Type": "text/html",
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    }
    return Reply(200, _page(openapi()).encode(), headers)


async def style(_: Request) -> Reply:
    return Reply(200, _STYLE.strip().encode(), {**_CACHE, "Content-Type": "text/css"})


def _page(description: dict[str, Any]) -> str:
    operations = [
        (path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    contents = "".join(
        f'<li><a href="#{one["operationId"]}"><code>{method.upper()} {escape(path)}</code></a> '
        f"{escape(one['summary'])}</li>"
        for path, method, one in operations
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>CV Checker API</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="docs.css"></head>'
        f"<body><main><h1>CV Checker API {escape(description['info']['version'])}</h1>"
        f'<p>{escape(description["info"]["description"])} For programs: <a href="openapi.json">openapi.json</a>.</p>'
        f"<nav><ul>{contents}</ul></nav>{''.join(_section(*one) for one in operations)}</main></body></html>"
    )


def _section(path: str, method: str, operation: dict[str, Any]) -> str:
    parameters = "".join(
        f"<tr><td><code>{escape(one['name'])}</code></td><td>{one['in']}{', required' if one.get('required') else ''}"
        f"</td><td>{escape(one['description'])}</td></tr>"
        for one in operation["parameters"]
    )
    answers = "".join(
        f"<tr><td>{status}</td><td>{escape(one['description'])}</td></tr>"
        for status, one in operation["responses"].items()
    )
    example = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    body = ""
    if example:
        import json

        body = f"<h3>Body</h3><pre>{escape(json.dumps(example, indent=2))}</pre>"
    return (
        f'<section id="{operation["operationId"]}"><h2><b>{method}</b> <code>{escape(path)}</code></h2>'
        f"<p>{escape(operation['summary'])}</p>{body}<h3>Parameters</h3><table>{parameters}</table>"
        f"<h3>Answers</h3><table>{answers}</table></section>"
    )
