"""The evaluated deployments, each once for the whole run."""

from functools import cache

import pytest

from tests.infra.evaluate import Resource
from tests.infra.parameter_files import PARAMETER_FILES, deploy_with

_deployed = cache(lambda name: deploy_with(name)[0])


class Deployment:
    def __init__(self, name: str) -> None:
        self.name = name
        self.resources: list[Resource] = _deployed(name)

    def all(self, kind: str) -> list[Resource]:
        return [one for one in self.resources if one.type == kind]

    def one(self, kind: str) -> Resource:
        (found,) = self.all(kind)
        return found

    def settings(self) -> dict[str, str]:
        """The function app's settings."""
        listed = self.one("Microsoft.Web/sites").properties["siteConfig"]["appSettings"]
        assert len({one["name"] for one in listed}) == len(listed)
        return {one["name"]: one["value"] for one in listed}


@pytest.fixture(params=PARAMETER_FILES)
def deployment(request: pytest.FixtureRequest) -> Deployment:
    return Deployment(request.param)


@pytest.fixture
def production() -> Deployment:
    return Deployment("prod")
