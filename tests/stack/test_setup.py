"""Set-up on a fresh machine, in a tree of its own: one line says what is missing; the rest is done once."""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from devstack import setup_tools
from tests.support import ROOT, wait_for


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return new_tree(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree that was set up: a virtual environment takes seconds to make."""
    tree = new_tree(tmp_path_factory.mktemp("made"))
    first = setup(tree)
    assert (first.returncode, first.stdout) == (0, ""), first.stderr
    assert steps(first) == ["Setting up .venv", "Setting up node_modules"]
    assert (tree / "node_modules" / "tool" / "package.json").exists()
    return tree


def new_tree(folder: Path) -> Path:
    """The project as far as set-up is concerned. It asks for no package that would be fetched."""
    tree = folder / "tree"
    (tree / "devstack").mkdir(parents=True)
    for name in ("__init__.py", "__main__.py", "setup_tools.py"):
        shutil.copy(ROOT / "devstack" / name, tree / "devstack" / name)
    shutil.copy(ROOT / "Makefile", tree / "Makefile")
    (tree / "requirements.txt").write_text("# nothing\n")
    (tree / "requirements-dev.txt").write_text("-r requirements.txt\n")
    dependency = {"dependencies": {"tool": "file:tool"}}
    packages = {
        "": dependency,
        "node_modules/tool": {"resolved": "tool", "link": True},
        "tool": {"version": "1.0.0"},
    }
    (tree / "package.json").write_text(json.dumps({"name": "tree", "private": True, **dependency}))
    (tree / "package-lock.json").write_text(json.dumps({"lockfileVersion": 3, "packages": packages}))
    (tree / "tool").mkdir()
    (tree / "tool" / "package.json").write_text('{"name": "tool", "version": "1.0.0"}')
    return tree


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder to be the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def run(tree: Path, *command: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    # Run under make as well as by itself: make tells its own makes to say which directory they enter.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment = {**inherited, "PIP_NO_INDEX": "1"}
    if path is not None:
        environment["PATH"] = str(path)
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)


def setup(tree: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    return run(tree, sys.executable, "-m", "devstack", "setup", path=path)


def script(folder: Path, name: str, body: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return file


def test_set_up_makes_both_folders_once_and_again_when_the_requirements_change(made: Path) -> None:
    begun = time.monotonic()
    again = setup(made)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert time.monotonic() - begun < 2

    (made / "requirements.txt").write_text("# nothing, in other words\n")
    third = setup(made)
    assert third.returncode == 0
    assert steps(third) == ["Setting up .venv"]

    # From any Python, a command goes on in the virtual environment; this one has no pytest.
    goes_on = run(made, sys.executable, "-m", "devstack", "test", "tests")
    assert goes_on.returncode == 1
    assert goes_on.stderr.startswith(f"{made}/.venv/bin/python: No module named pytest\n")


def test_set_up_waits_for_the_tools_of_one_that_was_killed(tree: Path) -> None:
    tool = "with setup_tools._only_one(): setup_tools._run(['sh', '-c', 'touch begun; sleep 1; touch ended'])"
    look = "with setup_tools._only_one(): print((setup_tools.ROOT / 'ended').exists())"
    code = "from devstack import setup_tools\n{}".format
    with subprocess.Popen([sys.executable, "-c", code(tool)], cwd=tree) as killed:
        wait_for((tree / "begun").exists)
        killed.kill()
    assert run(tree, sys.executable, "-c", code(look)).stdout == "True\n"


def test_a_package_that_cannot_be_installed_is_shown_and_tried_again(made: Path) -> None:
    (made / "requirements.txt").write_text("a-package-that-does-not-exist==1.0\n")
    failed = setup(made)
    assert failed.returncode == 1
    assert "a-package-that-does-not-exist==1.0" in failed.stderr
    assert "Traceback" not in failed.stderr
    (made / "requirements.txt").write_text("# nothing\n")
    mended = setup(made)
    assert (mended.returncode, steps(mended)) == (0, ["Setting up .venv"])


def test_a_virtual_environment_whose_python_is_gone_is_made_anew(made: Path) -> None:
    python = made / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.13")
    assert steps(setup(made)) == ["Setting up .venv"]
    assert run(made, str(python), "-m", "pip", "--version").returncode == 0


def test_without_node_and_npm_one_line_names_both_and_nothing_is_made(tree: Path, tools: Path) -> None:
    done = setup(tree, path=tools)
    assert done.returncode == 1
    assert done.stderr == (
        "Node 20 or newer is missing (found none): https://nodejs.org/  "
        "npm is missing (it comes with Node): https://nodejs.org/\n"
    )
    assert not (tree / ".venv").exists()
    assert not (tree / "node_modules").exists()


def test_an_old_node_is_named_with_its_version(tree: Path, tools: Path) -> None:
    script(tools, "node", "echo v18.20.4")
    script(tools, "npm", "exit 0")
    done = setup(tree, path=tools)
    assert done.returncode == 1
    assert done.stderr == "Node 20 or newer is missing (found v18.20.4): https://nodejs.org/\n"
    assert not (tree / ".venv").exists()


def test_make_without_any_python_says_so_in_one_line(tree: Path, tools: Path) -> None:
    make = shutil.which("make")
    assert make is not None
    script(tools, "python3", "echo 'a shim for nothing' >&2; exit 127")
    done = run(tree, make, "check", path=tools)
    assert done.returncode == 2
    assert done.stdout == ""
    assert [line.split("*** ")[1] for line in done.stderr.splitlines()] == [
        "Python 3.13 is missing: https://www.python.org/downloads/.  Stop."
    ]


def test_an_older_python_looks_for_3_13_on_the_path(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tools))
    shim = script(tools, "python3.13", "exit 127")
    script(tools, "python3", "echo 3.12")
    with monkeypatch.context() as older:
        older.setattr(sys, "version_info", (3, 12, 4))
        assert setup_tools.find_python() is None
        shim.unlink()
        shim.symlink_to(sys.executable)
        assert setup_tools.find_python() == str(shim)


def test_an_older_python_without_3_13_is_told_so_and_nothing_is_made(
    tree: Path, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tools, "node", "echo v22.1.0")
    script(tools, "npm", "exit 0")
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setattr(setup_tools, "VENV", tree / ".venv")
    with monkeypatch.context() as older:
        older.setattr(sys, "version_info", (3, 12, 4))
        with pytest.raises(setup_tools.SetupError) as failure:
            setup_tools.set_up()
    assert str(failure.value) == (
        "Python 3.13 is missing (this is 3.12, PATH has none): https://www.python.org/downloads/"
    )
    assert not (tree / ".venv").exists()


@pytest.mark.parametrize("name", ["__main__.py", "setup_tools.py", "__init__.py"])
def test_what_runs_before_set_up_parses_on_python_3_8(name: str) -> None:
    """So that an old Python gets as far as the sentence that names what is missing."""
    ast.parse((ROOT / "devstack" / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_make_help_lists_every_target(tree: Path) -> None:
    listed = {line.split()[1] for line in run(tree, "make").stdout.splitlines()}
    phony = [line for line in (tree / "Makefile").read_text().splitlines() if line.startswith(".PHONY")]
    assert listed == {target for line in phony for target in line.split()[1:]}


def steps(done: subprocess.CompletedProcess[str]) -> list[str]:
    """In no order: they are taken side by side."""
    return sorted(line.split(" (")[0] for line in done.stderr.splitlines())
