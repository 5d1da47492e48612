"""The deployments that the tests look at: every parameter file, and the ones that azd can make of ``main.bicepparam``."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from devstack.stack import ROOT
from tests.infra.evaluate import Resource, deploy

INFRA = ROOT / "infra"
AZD = {"AZURE_ENV_NAME": "mine", "AZURE_LOCATION": "westeurope"}
PARAMETER_FILES: dict[str, tuple[str, dict[str, str]]] = {
    "dev": ("dev.bicepparam", {}),
    "staging": ("staging.bicepparam", {}),
    "prod": (
        "prod.bicepparam",
        {"ACTION_GROUP_ID": "/subscriptions/1/actionGroups/on-call", "BUDGET_START": "2027-01-01"},
    ),
    "azd": ("main.bicepparam", AZD),
    "azd, existing Azure OpenAI": (
        "main.bicepparam",
        {
            **AZD,
            "MODEL_SOURCE": "existing",
            "EXISTING_OPENAI_NAME": "shared-openai",
            "EXISTING_OPENAI_RESOURCE_GROUP": "rg-shared",
            "EXISTING_OPENAI_DEPLOYMENT": "their-own-name",
        },
    ),
    "azd, compatible model server in a private network": (
        "main.bicepparam",
        {
            **AZD,
            "MODEL_SOURCE": "compatible",
            "MODEL_BASE_URL": "https://models.example/v1",
            "MODEL_NAME": "small",
            "PRIVATE_NETWORK": "true",
        },
    ),
}


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def deploy_with(name: str, **more: str) -> tuple[list[Resource], dict[str, object]]:
    """Resources and outputs; ``more`` is set in the environment, too. Raises BicepError."""
    file, environment = PARAMETER_FILES[name]
    with _environment(environment | more):
        return deploy(INFRA / file)
