"""One local stack for the whole run; tests that kill or freeze processes start their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from devstack.stack import Stack
from tests.support import Api

QUICK = {
    "RESCUE_SCHEDULE": "*/2 * * * * *",
    "RESCUE_QUEUED_AFTER_SECONDS": "4",
    "DEVSTACK_INFLIGHT_SECONDS": "6",
    "DEVSTACK_COSMOS_LOG": "1",
    "AzureFunctionsJobHost__extensions__queues__visibilityTimeout": "00:00:01",
    "OPENAI_API_KEY": "",
    "OPENAI_BASE_URL": "",
    "AZURE_OPENAI_ENDPOINT": "",
}
"""Short intervals, so that tests of recovery are quick, and no model."""


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder: Path = tmp_path_factory.mktemp("stack")
    with Stack(
        state_dir=folder,
        free_ports=True,
        env={**QUICK, "DAILY_ANALYSES_PER_USER": "60", "ALLOW_PRIVATE_POSTING_URLS": "true"},
    ) as stack:
        yield stack


@pytest.fixture
def api(stack: Stack) -> Api:
    """A user nobody else is."""
    return Api(stack.url)
