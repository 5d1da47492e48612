"""What the served description says of an answer, and whether an answer is as described."""

from typing import Any

import jsonschema_rs

from shared.api.contract import BASE, OPERATIONS, Operation
from shared.openapi import openapi
from tests.support import Answer

_OF_EVERY_ANSWER_NAMES = """
    cache-control connection content-encoding content-length content-security-policy content-type date vary
    x-content-type-options
"""
OF_EVERY_ANSWER = frozenset(_OF_EVERY_ANSWER_NAMES.split())
"""What HTTP itself says of an answer; not described."""


def operation_named(name: str) -> Operation:
    return next(one for one in OPERATIONS if one.name == name)


def assert_as_described(operation: Operation, answer: Answer) -> None:
    """Status, media type, headers and body are those of the description."""
    description: Any = openapi()
    responses = description["paths"][BASE + operation.path][operation.method]["responses"]
    assert str(answer.status) in responses, (
        f"{operation.name} answered {answer.status}, which is not described"
    )
    described = responses[str(answer.status)]
    missing = {
        name
        for name, one in described["headers"].items()
        if one.get("required") and name.lower() not in answer.headers
    }
    assert not missing, f"{operation.name} {answer.status} has no {missing}"
    odd = set(answer.headers) - OF_EVERY_ANSWER - {name.lower() for name in described["headers"]}
    assert not odd, f"{operation.name} {answer.status} has {odd}, which is not described"
    content = described.get("content")
    if content is None:
        assert not answer.body
        return
    media_type = answer.headers["content-type"].split(";")[0]
    assert media_type in content, f"{operation.name} {answer.status} is {media_type}"
    if media_type.endswith("json"):
        schema = content[media_type]["schema"] | {"components": description["components"]}
        jsonschema_rs.Draft202012Validator(schema, validate_formats=True).validate(answer.json)
