"""The package somewhere else, with the requirements it names and no others: it indexes, serves and analyses."""

import json
import shutil
import subprocess
import sysconfig
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from devstack.stack import HOST, ROOT, Stack
from tests.conftest import QUICK
from tests.package.conftest import Unpacked
from tests.support import Api, submission

INDEX = """
import json
from function_app import app
print(json.dumps(sorted(one.get_function_name() for one in app.get_functions())))
"""
TABLES = """
from shared.matching import families, skills
skills.read_table = families.read_families = None
families.family_table()
print(len(skills.skill_table().skills))
"""
LOADED_FROM = """
import json, sys
import function_app, openai, azure.cosmos.aio, azure.identity.aio, azure.storage.queue.aio
names = ("shared", "pydantic", "openai", "azure.cosmos", "azure.functions")
print(json.dumps({name: sys.modules[name].__file__ for name in names}))
"""


def test_the_lock_file_is_complete(unpacked: Unpacked) -> None:
    """Every requirement of every package that is installed is met by one that is."""
    installed = {_canonical(one.name): one for one in distributions(path=[str(unpacked.dependencies)])}
    assert len(installed) > 20
    for one in installed.values():
        for text in one.requires or []:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                found = installed.get(_canonical(requirement.name))
                assert found is not None, f"{one.name} needs {text}"
                assert requirement.specifier.contains(found.version, prereleases=True), text


def _canonical(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def test_has_the_tables_of_the_matching_as_they_lie_in_memory(unpacked: Unpacked) -> None:
    assert json.loads(unpacked.run(TABLES)) > 10_000


def test_indexes_as_the_repository_does(unpacked: Unpacked) -> None:
    from function_app import app

    here = sorted(str(one.get_function_name()) for one in app.get_functions())
    assert json.loads(unpacked.run(INDEX)) == here


def test_loads_nothing_from_the_repository(unpacked: Unpacked) -> None:
    for name, file in json.loads(unpacked.run(LOADED_FROM)).items():
        assert Path(file).is_relative_to(unpacked.folder), name


def test_the_pipelines_smoke_test_needs_nothing_but_the_requirements(unpacked: Unpacked) -> None:
    """deploy.yml installs requirements.txt and runs it from a checkout."""
    done = subprocess.run(
        [str(unpacked.python), "-m", "operations", "smoke", "http://127.0.0.1:9"],
        cwd=ROOT,
        env={"PYTHONPATH": str(unpacked.dependencies)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "does not answer" in done.stdout + done.stderr


class PackagedStack(Stack):
    """Its host runs in the bare environment: the package's code and dependencies come first, then the worker's."""

    python: Path

    def _command(self, name: str) -> list[str]:
        command = super()._command(name)
        return [str(self.python), "-P", *command[1:]] if name == HOST else command


@pytest.mark.stack
def test_answers_requests_and_analyses(unpacked: Unpacked, tmp_path: Path) -> None:
    version = unpacked.folder / "shared/version.py"
    version.write_text(version.read_text().replace('VERSION = "', 'VERSION = "packaged-'))
    shutil.copytree(ROOT / "devstack", tmp_path / "host/devstack")
    reach = (tmp_path / "host", unpacked.dependencies, sysconfig.get_path("purelib"))
    environment = {**QUICK, "PYTHONPATH": ":".join(map(str, reach))}
    stack = PackagedStack(
        state_dir=tmp_path / "state", app_dir=unpacked.folder, free_ports=True, env=environment
    )
    stack.python = unpacked.python
    with stack:
        api = Api(stack.url)
        health = api.get("/api/v1/health").json
        assert health["status"] == "healthy"
        assert health["version"].startswith("packaged-")
        assert api.get("/api/v1/openapi.json").status == 200
        assert api.get("/", headers={"Accept": "text/html"}).status == 200
        accepted = api.submit(submission())
        assert api.finished(accepted["analysisId"])["status"] == "completed"
