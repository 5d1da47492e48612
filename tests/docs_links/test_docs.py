"""README, CONTRIBUTING and docs/: whatever they point to is there."""

import ast
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from devstack.stack import ROOT
from operations.__main__ import COMMANDS
from tests.infra.parameter_files import deploy_with

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SOURCES = (
    "shared",
    "devstack",
    "infra",
    ".github",
    "operations",
    "simulation",
    "function_app.py",
    "host.json",
    "local.settings.json",
)
FOLDERS = (*SOURCES[:6], "tests", "docs", "samples", "web")


@pytest.fixture(params=DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def document(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def _fenceless(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def _without_code(text: str) -> str:
    return re.sub(r"`[^`\n]+`", "", _fenceless(text))


def _fences(text: str, language: str = r"\w*") -> list[str]:
    return re.findall(rf"^```(?:{language})\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _spans(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", _fenceless(text))


@cache
def _anchors(file: Path) -> set[str]:
    """The names that GitHub gives to headings."""
    headings = re.findall(r"^#+ (.+)$", _fenceless(file.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_relative_link_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^()\s]+)\)", _without_code(document.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        if anchor and file.suffix == ".md":
            assert anchor in _anchors(file), target


def test_every_make_target_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = "\n".join([*_fences(text), *_spans(text)])
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) <= targets


def test_every_command_of_ours_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    code = "\n".join([*_fences(text), *_spans(text)])
    for module in re.findall(
        r"python3? -m ((?:devstack|operations|simulation|tests|shared|infra)[\w.]*)", code
    ):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
    commands = re.findall(r"python3? -m devstack ([a-z]+)", code)
    known = re.findall(
        r'^    "([a-z]+)": "', (ROOT / "devstack/__main__.py").read_text("utf-8"), re.MULTILINE
    )
    assert set(commands) <= set(known)
    assert set(re.findall(r"python3? -m operations ([a-z-]+)", code)) <= set(COMMANDS)
    for script in re.findall(r"(?:python3?|bash) ((?:infra|\.github|tests)/[\w/.]+)", code):
        assert (ROOT / script).exists(), script


def test_every_path_exists(document: Path) -> None:
    for span in _spans(document.read_text("utf-8")):
        match = re.fullmatch(rf"((?:{'|'.join(map(re.escape, FOLDERS))})/[\w./*-]*)(?:::\w+)?", span)
        if match:
            assert list(ROOT.glob(match[1].rstrip("/"))), span


@cache
def _source_text() -> str:
    files: list[Path] = []
    for name in SOURCES:
        path = ROOT / name
        files += [path] if path.is_file() else [one for one in path.rglob("*") if one.suffix in _TEXT]
    return "\n".join(file.read_text("utf-8") for file in files)


_TEXT = {".py", ".bicep", ".bicepparam", ".yml", ".js", ".json"}


def test_every_setting_is_read_somewhere(document: Path) -> None:
    for span in _spans(document.read_text("utf-8")):
        for name in re.findall(r"^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=.*)?$", span):
            assert re.search(rf"\b{name}\b", _source_text()), name


def test_every_setting_that_is_read_is_in_the_readme() -> None:
    """The calls in shared/settings.py whose argument is a setting's name."""
    tree = ast.parse((ROOT / "shared/settings.py").read_text("utf-8"))
    names = {
        str(call.args[0].value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_text", "_number", "_flag")
        and isinstance(call.args[0], ast.Constant)
    }
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(names) > 10
    for name in names:
        assert f"`{name}`" in readme or name.startswith("AzureFunctionsJobHost__"), name


def test_every_diagram_parses() -> None:
    diagrams = [
        (file.name, text) for file in DOCUMENTS for text in _fences(file.read_text("utf-8"), "mermaid")
    ]
    assert len(diagrams) >= 9
    broken = "flowchart LR\n  a[x --> b"
    texts = json.dumps([*(text for _, text in diagrams), broken])
    done = subprocess.run(
        ["node", "tests/docs_links/parse_mermaid.mjs"],
        cwd=ROOT,
        input=texts,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    *answers, refusal = json.loads(done.stdout)
    assert refusal
    for (name, _), answer in zip(diagrams, answers, strict=True):
        assert answer is None, f"{name}: {answer}"


def test_every_alert_has_its_section_in_the_runbook_and_the_other_way_round() -> None:
    alerts = {
        resource.name.removeprefix("cv-checker-")
        for resource in deploy_with("prod")[0]
        if resource.type.rsplit("/", 1)[1] in ("scheduledQueryRules", "metricAlerts", "budgets")
    }
    section = (ROOT / "docs/runbook.md").read_text("utf-8").split("\n## Alerts\n")[1].split("\n## ")[0]
    headings = re.findall(r"^### (.+)$", section, re.MULTILINE)
    assert set(headings) == alerts
    assert headings == sorted(headings)


def test_every_query_that_a_document_names_exists(document: Path) -> None:
    for name in re.findall(r"`([\w-]+\.kql)`", document.read_text("utf-8")):
        assert (ROOT / "infra/queries" / name).exists(), name


def test_every_threat_names_tests_that_exist() -> None:
    text = (ROOT / "docs/threat-model.md").read_text("utf-8")
    rows = re.findall(r"^\| [STRIDE] \|.*$", text, re.MULTILINE)
    assert len(rows) > 30
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row)
        assert named, row[:80]
        for file, test in named:
            assert test in _tests_in(file), f"{file}::{test}"


@cache
def _tests_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
