"""Commands as a person runs them, in this process: arguments in, exit code and lines out."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from devstack.stack import Stack
from operations.__main__ import main
from shared.settings import forget_settings
from tests.conftest import QUICK
from tests.support import Api


@dataclass(frozen=True)
class Outcome:
    code: int
    lines: list[str]
    errors: str

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


type Run = Callable[..., Outcome]


@pytest.fixture
def run_with(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[Mapping[str, str]], Run]]:
    """A runner of commands with these settings in the environment, and no others that name a store."""
    before = dict(os.environ)

    def with_settings(settings: Mapping[str, str]) -> Run:
        def run(*arguments: str) -> Outcome:
            for name in [one for one in os.environ if one.startswith(("COSMOS", "AzureWebJobsStorage"))]:
                del os.environ[name]
            os.environ.update(settings)
            capsys.readouterr()
            try:
                code = main([*arguments])
            except SystemExit as ended:
                code = int(ended.code or 0)
            shown = capsys.readouterr()
            return Outcome(code, shown.out.splitlines(), shown.err)

        return run

    yield with_settings
    os.environ.clear()
    os.environ.update(before)
    forget_settings()


@pytest.fixture(scope="package")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Of this folder alone: its processes are stopped, and nobody else writes to its container."""
    folder: Path = tmp_path_factory.mktemp("operations")
    with Stack(state_dir=folder, free_ports=True, env={**QUICK, "RESCUE_SCHEDULE": "0 0 0 1 1 *"}) as own:
        yield own


@pytest.fixture
def api(stack: Stack) -> Api:
    return Api(stack.url)


@pytest.fixture
def run(stack: Stack, run_with: Callable[[Mapping[str, str]], Run]) -> Run:
    return run_with({**QUICK, **stack.settings})
