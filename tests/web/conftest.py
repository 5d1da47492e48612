"""One browser and one stack with a model for all tests of the page; one fresh visitor for each."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from devstack.stack import Stack
from tests.web.chromium import chromium
from tests.web.visitor import Visitor
from tests.wire_model.model import Model, running_model, stack_with


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="package")
def answering_model() -> Iterator[Model]:
    with running_model() as model:
        yield model


@pytest.fixture
def model(answering_model: Model) -> Iterator[Model]:
    """Answers well unless the test says otherwise."""
    yield answering_model
    answering_model.behave("good")


@pytest.fixture(scope="package")
def stack(answering_model: Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with stack_with(answering_model, tmp_path_factory.mktemp("web"), timeout_seconds=10) as stack:
        yield stack


@pytest.fixture
def visit(browser: Browser, stack: Stack) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors: ``visit(path="", user=None, **options of the browser context)``.

    What any of them met of script errors, alerts or violations of the policy fails the test.
    """
    visitors: list[Visitor] = []

    def new(path: str = "", *, user: str | None = None, **options: Any) -> Visitor:
        visitor = Visitor(browser, stack.url, user=user, **options)
        visitors.append(visitor)
        visitor.open(path)
        return visitor

    yield new
    for visitor in visitors:
        visitor.context.close()
    assert [fault for visitor in visitors for fault in visitor.faults] == []


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    """Somebody who was never here before, on the start page."""
    return visit()
