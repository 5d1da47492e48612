"""HTTP functions that show what they were given, and answer what they are told to."""

import asyncio
import base64
import json
import logging
import os
import threading
from pathlib import Path

import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)
EVENTS = Path(os.environ["EVENTS"])


def happened(**event: object) -> None:
    with EVENTS.open("a") as file:
        file.write(json.dumps(event) + "\n")


def as_json(value: object) -> func.HttpResponse:
    return func.HttpResponse(json.dumps(value), mimetype="application/json")


@app.route("echo/{*rest}")
async def echo(req: func.HttpRequest) -> func.HttpResponse:
    return as_json(
        {
            "method": req.method,
            "url": req.url,
            "headers": dict(req.headers),
            "params": dict(req.params),
            "route": dict(req.route_params),
            "body": base64.b64encode(req.get_body()).decode(),
        }
    )


@app.route("items/{id:int}", methods=["GET", "DELETE"])
async def item_by_number(req: func.HttpRequest) -> func.HttpResponse:
    return as_json({"function": "number", **req.route_params})


@app.route("items/{id}", methods=["PUT"])
async def put_item(req: func.HttpRequest) -> func.HttpResponse:
    return as_json({"function": "put", **req.route_params})


@app.route("items/latest", methods=["GET", "HEAD"])
async def latest_item(req: func.HttpRequest) -> func.HttpResponse:
    return as_json({"function": "latest"})


@app.route("orders/{id:guid}/{line?}", methods=["GET"])
async def order(req: func.HttpRequest) -> func.HttpResponse:
    return as_json(dict(req.route_params))


@app.route("bytes", methods=["POST"])
async def same_bytes(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(req.get_body(), mimetype="application/octet-stream")


@app.route("reply", methods=["POST"])
async def reply(req: func.HttpRequest) -> func.HttpResponse:
    wanted = req.get_json()
    response = func.HttpResponse(
        wanted.get("body"),
        status_code=wanted.get("status", 200),
        headers=wanted.get("headers"),
        mimetype=wanted.get("mimetype"),
    )
    for cookie in wanted.get("cookies", ()):
        response.headers.add("Set-Cookie", cookie)
    return response


@app.route("text", methods=["GET"])
async def text(req: func.HttpRequest) -> str:
    return "grüezi"


@app.route("fail", methods=["GET"])
async def fail(req: func.HttpRequest) -> func.HttpResponse:
    raise LookupError("the shelf is empty")


@app.route("leave", methods=["GET"])
async def leave(req: func.HttpRequest) -> func.HttpResponse:
    raise SystemExit(3)


@app.route("thread", methods=["GET"])
def synchronous(req: func.HttpRequest) -> func.HttpResponse:
    logging.warning("from a thread")
    return as_json({"main": threading.current_thread() is threading.main_thread()})


@app.route("slow", methods=["GET"])
async def slow(req: func.HttpRequest) -> func.HttpResponse:
    happened(slow="started", key=req.params["key"])
    try:
        await asyncio.sleep(float(req.params["seconds"]))
    except asyncio.CancelledError:
        happened(slow="cancelled", key=req.params["key"])
        raise
    happened(slow="ended", key=req.params["key"])
    return func.HttpResponse("done")


@app.route("context", methods=["GET"])
async def show_context(req: func.HttpRequest, context: func.Context) -> func.HttpResponse:
    logging.info("seen by %s", "the app")
    logging.debug("never seen")
    logging.getLogger("azure.core").info("an SDK speaks inside the function")
    return as_json(
        {
            "invocation": context.invocation_id,
            "function": context.function_name,
            "parent": context.trace_context.Traceparent,
            "state": context.trace_context.Tracestate,
            "environment": {
                name: os.environ.get(name)
                for name in ("FROM_FILE", "FROM_BOTH", "AZURE_FUNCTIONS_ENVIRONMENT", "WEBSITE_HOSTNAME")
            },
            "folder": str(Path.cwd()),
        }
    )
