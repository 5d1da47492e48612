"""The OpenAPI 3.1 description, made from ``shared/api/contract.py`` and the models."""

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from shared.api.contract import BASE, OPERATIONS, PROBLEMS, Operation
from shared.errors import AppError
from shared.http import problem_of
from shared.requests import UPLOAD_BYTES
from shared.version import VERSION
from shared.views import Problem

type Json = dict[str, Any]

_REF = "#/components/schemas/{model}"
USER_HEADER: Json = {
    "name": "X-User-Id",
    "in": "header",
    "required": True,
    "description": "Whose documents: `user-` and a UUID of version 4, made and kept by the client.",
    "schema": {
        "type": "string",
        "pattern": "^user-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
    },
    "example": "user-9b2f7c1e-3c58-4f0e-8a5d-2d6c1f4a8e31",
}
_REQUEST_ID: Json = {
    "name": "X-Request-Id",
    "in": "header",
    "description": "Comes back in the answer and in the logs; made up if it is missing or odd.",
    "schema": {"type": "string"},
}
_HEADERS: Json = {
    "Location": {"schema": {"type": "string"}, "description": "Where the document is."},
    "Retry-After": {"schema": {"type": "integer", "minimum": 0}, "description": "Seconds."},
    "ETag": {"schema": {"type": "string"}, "description": "Changes with the document."},
    "RateLimit-Policy": {"schema": {"type": "string"}, "description": '`"daily";q=200;w=86400`: q a day.'},
    "RateLimit": {"schema": {"type": "string"}, "description": '`"daily";r=0;t=3600`: r left, t seconds.'},
    "X-Request-Id": {"schema": {"type": "string"}, "description": "The request's id in the logs."},
    "Preference-Applied": {
        "schema": {"type": "string"},
        "description": "`wait=N`, as far as it was honoured.",
    },
    "Content-Disposition": {"schema": {"type": "string"}, "description": "A file to save."},
    "WWW-Authenticate": {"schema": {"type": "string"}, "description": "Names the header `X-User-Id`."},
    "Accept-Encoding": {
        "schema": {"type": "string"},
        "description": "`identity` where the body was compressed.",
    },
}
_ERRORS = {error.code: error for error in AppError.__subclasses__()}
_PROBLEM_HEADERS = {
    401: ("WWW-Authenticate",),
    429: ("Retry-After", "RateLimit-Policy", "RateLimit"),
    503: ("Retry-After",),
}
_OCCASIONAL_PROBLEM_HEADERS = {415: ("Accept-Encoding",)}
_FILE_TYPES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
    "text/markdown",
)


@cache
def openapi() -> Json:
    """The whole description as JSON-able data."""
    inputs = {operation.body for operation in OPERATIONS if operation.body}
    outputs: set[type[BaseModel]] = {
        model for operation in OPERATIONS for _, model in operation.answers.values() if model
    }
    wanted: list[tuple[type[BaseModel], Literal["validation", "serialization"]]] = []
    wanted += [(model, "validation") for model in inputs]
    wanted += [(model, "serialization") for model in outputs | {Problem}]
    wanted.sort(key=lambda pair: pair[0].__name__)
    _, definitions = models_json_schema(wanted, ref_template=_REF, by_alias=True)
    paths: Json = {}
    for operation in OPERATIONS:
        paths.setdefault(BASE + operation.path, {})[operation.method] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "CV Checker",
            "version": VERSION,
            "description": "Analyses a CV against a job posting and remembers.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": definitions["$defs"]},
    }


def _operation(operation: Operation) -> Json:
    user = [USER_HEADER] if operation.user else []
    described: Json = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [*operation.parameters, *user, _REQUEST_ID],
        "responses": _responses(operation),
    }
    if operation.body:
        described["requestBody"] = _body(operation)
    return described


def _body(operation: Operation) -> Json:
    assert operation.body is not None
    schema = {"$ref": _REF.format(model=operation.body.__name__)}
    content: Json = {"application/json": {"schema": schema, "example": operation.example}}
    if operation.files:
        content["multipart/form-data"] = {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {
                    "file": {
                        "type": "string",
                        "contentMediaType": "application/octet-stream",
                        "minLength": 1,
                        "maxLength": UPLOAD_BYTES,
                    }
                },
            }
        }
        for media_type in _FILE_TYPES:
            content[media_type] = {"schema": {"type": "string", "minLength": 1, "maxLength": UPLOAD_BYTES}}
    return {"required": True, "content": content}


def _responses(operation: Operation) -> Json:
    responses: Json = {}
    for status, (description, model) in operation.answers.items():
        response: Json = {"description": description, "headers": _headers("X-Request-Id")}
        response["headers"] |= _headers(*operation.headers.get(status, ()))
        response["headers"] |= _headers(*operation.occasional_headers.get(status, ()), always=False)
        if model:
            schema = {"$ref": _REF.format(model=model.__name__)}
            response["content"] = {operation.media_type: {"schema": schema}}
        elif status == 200:
            kind = "object" if operation.media_type == "application/json" else "string"
            response["content"] = {operation.media_type: {"schema": {"type": kind}}}
        links = _links(operation, model)
        if links:
            response["links"] = links
        responses[str(status)] = response
    by_status: dict[int, list[str]] = {}
    for code in operation.problems:
        by_status.setdefault(PROBLEMS[code][0], []).append(code)
    for status, codes in by_status.items():
        headers = _headers("X-Request-Id", *_PROBLEM_HEADERS.get(status, ()))
        headers |= _headers(*_OCCASIONAL_PROBLEM_HEADERS.get(status, ()), always=False)
        responses[str(status)] = {
            "description": " ".join(f"`{code}`: {PROBLEMS[code][1]}" for code in codes),
            "headers": headers,
            "content": {
                "application/problem+json": {
                    "schema": {"$ref": _REF.format(model="Problem")},
                    "example": _example(codes[0]),
                }
            },
        }
    return dict(sorted(responses.items()))


def _links(operation: Operation, model: type[BaseModel] | None) -> Json:
    """Of an answer that has the field a link begins with."""
    fields = {one.alias or name for name, one in model.model_fields.items()} if model else set()
    return {
        target: {"operationId": target, "parameters": {"id": f"$response.body#{pointer}"}}
        for target, pointer in operation.links
        if pointer.split("/")[1] in fields
    }


def _headers(*names: str, always: bool = True) -> Json:
    return {name: {**_HEADERS[name], "required": True} if always else _HEADERS[name] for name in names}


def _example(code: str) -> Json:
    """As the app says it, but for the detail, which is the description's."""
    status, detail = PROBLEMS[code]
    waits = "Retry-After" in _PROBLEM_HEADERS.get(status, ())
    error = _ERRORS[code](detail, retry_after=5 if waits else None)
    return problem_of(error, "7a067153640148959df25f1493e7a51b")


if __name__ == "__main__":
    import json

    print(json.dumps(openapi(), indent=2, ensure_ascii=False))
