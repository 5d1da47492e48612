"""Functions with Cosmos DB and queue outputs."""

import json
import typing

import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)


@app.route("documents", methods=["POST"])
@app.cosmos_db_output(
    arg_name="documents", database_name="%DATABASE%", container_name="things", connection="COSMOS"
)
async def store(req: func.HttpRequest, documents: func.Out[func.DocumentList]) -> func.HttpResponse:
    documents.set(func.DocumentList(func.Document.from_dict(one) for one in req.get_json()))
    return func.HttpResponse(status_code=201)


@app.route("text", methods=["POST"])
@app.cosmos_db_output(
    arg_name="document", database_name="outputs", container_name="things", connection="COSMOS"
)
async def store_text(req: func.HttpRequest, document: func.Out[str]) -> func.HttpResponse:
    document.set(req.get_body().decode())
    return func.HttpResponse(status_code=201)


@app.route("missing", methods=["POST"])
@app.cosmos_db_output(
    arg_name="document", database_name="outputs", container_name="nowhere", connection="COSMOS"
)
async def store_nowhere(req: func.HttpRequest, document: func.Out[func.Document]) -> func.HttpResponse:
    document.set(func.Document.from_dict({"id": "1", "owner": "canary-owner"}))
    return func.HttpResponse(status_code=201)


@app.route("created", methods=["POST"])
@app.cosmos_db_output(
    arg_name="document",
    database_name="made",
    container_name="on-demand",
    connection="COSMOS",
    create_if_not_exists=True,
    partition_key="/owner",
)
async def store_created(req: func.HttpRequest, document: func.Out[func.Document]) -> func.HttpResponse:
    document.set(func.Document.from_dict(req.get_json()))
    return func.HttpResponse(status_code=201)


@app.route("nothing", methods=["POST"])
@app.cosmos_db_output(
    arg_name="document", database_name="outputs", container_name="things", connection="COSMOS"
)
async def store_nothing(req: func.HttpRequest, document: func.Out[func.Document]) -> func.HttpResponse:
    return func.HttpResponse(status_code=201)


@app.route("messages", methods=["POST"])
@app.queue_output(arg_name="messages", queue_name="outgoing", connection="AzureWebJobsStorage")
async def send(
    req: func.HttpRequest,
    messages: func.Out[typing.List[str]],  # noqa: UP006 - the worker knows this form only
) -> func.HttpResponse:
    messages.set(req.get_json())
    return func.HttpResponse(status_code=202)


@app.queue_trigger(arg_name="message", queue_name="to-store", connection="AzureWebJobsStorage")
@app.cosmos_db_output(
    arg_name="$return", database_name="outputs", container_name="things", connection="COSMOS"
)
async def store_message(message: func.QueueMessage) -> func.Document:
    return func.Document.from_dict(json.loads(message.get_body()))
