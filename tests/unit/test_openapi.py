"""The description agrees with the routes that are served, with its own examples, and with the committed file."""

import json
import subprocess
import sys
from typing import Any

from pydantic import TypeAdapter

from shared.api.contract import BASE, OPERATIONS, PROBLEMS
from shared.errors import AppError
from shared.openapi import openapi
from shared.views import Problem
from tests.support import ROOT

UNDESCRIBED = {"unknown_path", "web_page", "web_start"}
ROUTES = """
import json, function_app
print(json.dumps([
    [one.get_function_name(), one.get_trigger().route, [str(m.value) for m in one.get_trigger().methods]]
    for one in function_app.app.get_functions() if one.get_trigger().type == "httpTrigger"
]))
"""


def test_every_route_is_described_and_every_description_is_served() -> None:
    """HEAD comes with GET and is described with it (RFC 9110, 9.3.2)."""
    done = subprocess.run(
        [sys.executable, "-c", ROUTES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    served = {(name, f"/{route}", *methods) for name, route, methods in json.loads(done.stdout)}
    described = {
        (one.name, BASE + one.path, *(("GET", "HEAD") if one.method == "get" else (one.method.upper(),)))
        for one in OPERATIONS
    }
    assert {route for route in served if route[0] not in UNDESCRIBED} == described


def test_every_problem_code_of_the_app_is_described() -> None:
    classes: list[type[AppError]] = AppError.__subclasses__()
    assert {one.code: one.status for one in classes} == {
        code: status for code, (status, _) in PROBLEMS.items()
    }


def test_examples_are_valid() -> None:
    for operation in OPERATIONS:
        if operation.body:
            operation.body.model_validate(operation.example, by_alias=True, by_name=False)
    described: Any = openapi()
    problems = TypeAdapter(Problem)
    titles = {error.code: error.title for error in AppError.__subclasses__()}
    for methods in described["paths"].values():
        for operation in methods.values():
            for response in operation["responses"].values():
                example = response.get("content", {}).get("application/problem+json", {}).get("example")
                if example:
                    problem = problems.validate_python(example)
                    assert problem.title == titles[problem.code], "the title that the app answers with"
                    assert (problem.retry_after is not None) == ("Retry-After" in response["headers"])


def test_every_reference_leads_somewhere() -> None:
    described = openapi()
    text = json.dumps(described)
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in described["components"]["schemas"]


def test_the_committed_description_is_current() -> None:
    committed = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(openapi())), "stale: run `make openapi`"
