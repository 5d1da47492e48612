"""The GitHub workflows, by two linters and by what they may do."""

import json
import os
import re
import subprocess
import sysconfig
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
import yaml

from devstack.stack import ROOT, Stack

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
SCRIPTS = Path(sysconfig.get_path("scripts"))


def _workflow(file: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return loaded


def _jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(file.name, name, job) for file in WORKFLOWS for name, job in _workflow(file)["jobs"].items()]


@pytest.mark.parametrize(
    "command",
    [["actionlint", "-no-color"], ["zizmor", "--offline", "--no-progress", "--format=plain", ".github"]],
    ids=lambda command: str(command[0]),
)
def test_linters_find_nothing(command: list[str]) -> None:
    done = subprocess.run(
        [str(SCRIPTS / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_linters_find_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - uses: actions/checkout@v7\n      - run: echo ${{ github.evnt.action }}\n"
    )
    for tool, arguments in (
        ("actionlint", [str(folder / "bad.yml")]),
        ("zizmor", ["--offline", str(folder)]),
    ):
        done = subprocess.run([str(SCRIPTS / tool), *arguments], capture_output=True, text=True, check=False)
        assert done.returncode != 0, tool


def test_every_action_is_pinned_by_commit_and_says_its_version() -> None:
    uses = [
        line.split("uses:")[1].strip()
        for file in [*WORKFLOWS, *(FOLDER / "actions").rglob("*.yml")]
        for line in file.read_text("utf-8").splitlines()
        if re.match(r"\s*(- )?uses:", line)
    ]
    outside = [one for one in uses if not one.startswith("./")]
    assert len(outside) > 10
    for one in outside:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one
    pins: dict[str, set[str]] = {}
    for one in outside:
        pins.setdefault("/".join(one.split("@")[0].split("/")[:2]), set()).add(one.split("@")[1])
    assert all(len(versions) == 1 for versions in pins.values()), "one version of each action"


def test_no_workflow_uses_a_secret() -> None:
    for file in WORKFLOWS:
        assert "secrets." not in file.read_text("utf-8"), file.name


def test_a_job_may_do_what_it_needs_and_no_more() -> None:
    for file in WORKFLOWS:
        assert _workflow(file)["permissions"] == {}, file.name
    may_write = {
        (file, name, permission)
        for file, name, job in _jobs()
        for permission, level in job["permissions"].items()
        if level == "write"
    }
    assert may_write == {
        ("ci.yml", "codeql", "security-events"),
        ("deliver.yml", "ci", "security-events"),
        ("deliver.yml", "staging", "id-token"),
        ("deliver.yml", "production", "id-token"),
        ("deploy.yml", "deploy", "id-token"),
    }


def test_every_job_ends_by_itself_and_keeps_no_credentials() -> None:
    for file, name, job in _jobs():
        assert "uses" in job or job["timeout-minutes"] <= 40, f"{file}: {name}"
        for step in job.get("steps", []):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, f"{file}: {name}"


def test_production_follows_staging_and_waits_for_its_reviewers() -> None:
    jobs = _workflow(FOLDER / "workflows/deliver.yml")["jobs"]
    assert jobs["production"]["needs"] == "staging"
    assert jobs["staging"]["needs"] == "package"
    deploy = _workflow(FOLDER / "workflows/deploy.yml")["jobs"]["deploy"]
    assert deploy["environment"]["name"] == "${{ inputs.environment }}"


def test_only_what_was_deployed_and_does_not_serve_is_rolled_back() -> None:
    *preparation, deploy, smoke, roll_back = _workflow(FOLDER / "workflows/deploy.yml")["jobs"]["deploy"][
        "steps"
    ]
    assert [step["name"] for step in (deploy, smoke, roll_back)] == ["Deploy", "Smoke", "Roll back"]
    assert any("pip install" in step.get("run", "") for step in preparation)
    assert roll_back["if"] == f"failure() && steps.{deploy['id']}.outcome != 'skipped'"


def test_what_the_workflows_run_exists() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for file in WORKFLOWS:
        text = file.read_text("utf-8")
        assert set(re.findall(r"run: make ([a-z-]+)", text)) <= set(targets), file.name
        for path in re.findall(r"(?<![\w./])((?:tests|infra|\.github)/[\w./-]+\.(?:py|sh|bicep|yml))", text):
            assert (ROOT / path).exists(), path
        for module in re.findall(r"-p ([\w.]+)", text):
            assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module


@pytest.mark.stack
def test_the_smoke_script_tells_a_serving_app_from_a_missing_one(stack: Stack, tmp_path: Path) -> None:
    impatient = (FOLDER / "smoke.sh").read_text("utf-8").replace("--retry 18", "--retry 0")
    script = tmp_path / "smoke.sh"
    script.write_text(impatient)

    def smoke(url: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["bash", str(script), url], capture_output=True, text=True, check=False)

    assert smoke(stack.url).stdout.splitlines()[0] == "/api/v1/health answers"
    assert smoke(stack.url).returncode == 0
    assert smoke("http://127.0.0.1:9").returncode != 0


class _PublishSite(BaseHTTPRequestHandler):
    """What Azure does with a package: takes it, and tells after a while how that ended."""

    answers: ClassVar[list[int]]
    """The status of HTTP for the package, then what is told of the deployment: its status, or one of HTTP."""
    taken: ClassVar[list[tuple[str, str | None, bytes]]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.taken.append((self.path, self.headers["Authorization"], body))
        self._answer(self.answers.pop(0), b'"an-id"')

    def do_GET(self) -> None:
        if self.path == "/api/deployments/an-id":
            status = self.answers.pop(0)
            self._answer(status if status > 6 else 200, json.dumps({"status": status}).encode())
        else:
            self._answer(200, self.path.encode())

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [
        ([202, 404, 503, 1, 4], 0, "is published\n"),
        ([202, 0, 1, 404], 0, "deployment forgotten\n"),  # the instance that ran it was recycled
        ([202, 1, 3], 1, "/api/deployments/an-id/log\n"),
        ([202, *[404] * 30], 1, "was never seen\n"),
        ([400], 1, '"an-id"\n'),  # why it was refused
    ],
    ids=("published", "recycled", "failed", "unseen", "refused"),
)
def test_a_package_is_published_as_it_is_and_waited_for(
    tmp_path: Path, answers: list[int], code: int, said: str
) -> None:
    _PublishSite.answers, _PublishSite.taken = list(answers), []
    with ThreadingHTTPServer(("127.0.0.1", 0), _PublishSite) as site:
        Thread(target=site.serve_forever, args=(0.01,), daemon=True).start()
        azure_cli = tmp_path / "az"
        azure_cli.write_text(
            f'#!/bin/sh\n[ "$1" = account ] && echo token || echo http://127.0.0.1:{site.server_port}\n'
        )
        azure_cli.chmod(0o755)
        (tmp_path / "package.zip").write_bytes(b"as it is")
        done = subprocess.run(
            ["bash", str(FOLDER / "publish.sh"), "group", "app", str(tmp_path / "package.zip")],
            env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PAUSE": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
        site.shutdown()
    assert done.returncode == code, done.stderr
    assert (done.stderr if code else done.stdout).endswith(said)
    assert _PublishSite.answers == []
    [(path, authorisation, body)] = _PublishSite.taken
    assert path.startswith("/api/publish?RemoteBuild=false&")
    assert (authorisation, body) == ("Bearer token", b"as it is")


def test_the_pipeline_has_nothing_built_anew_in_azure() -> None:
    deploy = (FOLDER / "workflows/deploy.yml").read_text("utf-8")
    assert "config-zip" not in deploy
    assert deploy.count("bash .github/publish.sh") == 2


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("", 0),
        ("WARNING: main.bicep(1,7) : Warning no-unused-vars: Variable", 0),
        ("WARNING: main.bicep(1,7) : Warning BCP037: The property", 1),
        ("ERROR: main.bicep(1,7) : Error BCP057: The name", 1),
    ],
)
def test_a_property_that_azure_does_not_know_fails_the_build(tmp_path: Path, message: str, code: int) -> None:
    steps = _workflow(FOLDER / "workflows/ci.yml")["jobs"]["bicep"]["steps"]
    (build,) = (step["run"] for step in steps if step.get("name") == "Build")
    (tmp_path / "az").write_text(f"#!/bin/sh\necho '{message}' >&2\nexit {int('Error' in message)}\n")
    (tmp_path / "az").chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-c", build],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (code, message)


def test_code_scanning_may_read_its_own_run() -> None:
    assert {
        name: job["permissions"].get("actions")
        for _, name, job in _jobs()
        if job["permissions"].get("security-events")
    } == {"codeql": "read", "ci": "read"}


def test_dependabot_looks_after_everything_that_is_pinned() -> None:
    updates = yaml.safe_load((FOLDER / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {one["package-ecosystem"] for one in updates} == {"pip", "npm", "github-actions", "docker-compose"}


def test_the_storage_emulator_is_the_same_with_docker_and_without() -> None:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    tag = compose["services"]["azurite"]["image"].rsplit(":", 1)[1]
    tools = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert tag == tools["azurite"]
