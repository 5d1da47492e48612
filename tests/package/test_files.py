"""What is in the package, by the rules of both tools that publish it."""

import re
import sys
import zipfile
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from devstack.stack import ROOT
from infra.package import build, core_tools_denies, package_files, tables

IGNORE_FILE = (ROOT / ".funcignore").read_text(encoding="utf-8")

_WRITTEN = re.compile(r"(?:> |-o )([\w-]+\.json)")


def _as_git_would(root: Path, ignore_file: str) -> list[str]:
    """azd follows git's rules. Folders that are left out are not entered, as they hold most of the files."""
    rules = GitIgnoreSpec.from_lines(ignore_file.splitlines())
    found = []
    for folder, folders, names in root.walk():
        here = folder.relative_to(root)
        folders[:] = [name for name in folders if not rules.match_file(f"{here / name}/")]
        found += [(here / name).as_posix() for name in names if not rules.match_file(str(here / name))]
    return sorted(found)


def test_holds_only_what_runs() -> None:
    files = list(package_files())
    what_runs = {"function_app.py", "host.json", "requirements.txt", "shared", "web"}
    found = {file.split("/")[0] for file in files}
    assert found == what_runs, f"name {found - what_runs} in .funcignore"
    assert not [file for file in files if "/." in file or "__pycache__" in file]


def test_core_tools_and_azd_agree() -> None:
    assert sorted(package_files()) == _as_git_would(ROOT, IGNORE_FILE)


@pytest.mark.parametrize(
    "path",
    [
        "local.settings.json",
        ".env",
        ".git/config",
        ".python_packages/lib/x.py",
        "shared/__pycache__/logs.cpython-313.pyc",
        "shared/matching/.mypy_cache/CACHEDIR.TAG",
        "tests/app/test_x.py",
        "infra/main.bicep",
        "devstack/stack.py",
        "package.zip",
    ],
)
def test_leaves_out_for_both_tools(tmp_path: Path, path: str) -> None:
    for file in (path, "function_app.py", "shared/api/docs.py", "shared/matching/tests.py", "web/docs/a.css"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    (tmp_path / ".funcignore").write_text(IGNORE_FILE)
    kept = ["function_app.py", "shared/api/docs.py", "shared/matching/tests.py", "web/docs/a.css"]
    assert sorted(package_files(tmp_path)) == _as_git_would(tmp_path, IGNORE_FILE) == kept


def test_what_the_documented_commands_write_is_neither_published_nor_committed(tmp_path: Path) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    written = {name for page in pages for name in _WRITTEN.findall(page.read_text(encoding="utf-8"))}
    assert "request.json" in written, "the pattern finds what the README writes"
    committed = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())
    assert [name for name in sorted(written) if not committed.match_file(name)] == []
    for name in written:
        (tmp_path / name).touch()
    (tmp_path / ".funcignore").write_text(IGNORE_FILE)
    assert list(package_files(tmp_path)) == _as_git_would(tmp_path, IGNORE_FILE) == []


def test_local_settings_stay_here_even_without_a_rule(tmp_path: Path) -> None:
    for file in ("local.settings.json", "host.json", ".vscode/settings.json"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    (tmp_path / ".funcignore").write_text("/docs\n")
    assert list(package_files(tmp_path)) == ["host.json"]


def test_an_exception_would_win_over_everything_and_is_refused() -> None:
    with pytest.raises(ValueError, match="exception"):
        core_tools_denies("/docs\n!/docs/keep.md\n")


def test_the_same_files_make_the_same_archive(tmp_path: Path) -> None:
    one = build(tmp_path / "one.zip")
    tables.cache_clear()
    assert build(tmp_path / "two.zip") == one
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        *files, families, skills = archive.namelist()
        assert archive.testzip() is None
    assert files == list(package_files())
    assert (Path(families).suffix, Path(skills).suffix) == (".pickle", ".pickle")


def test_built_on_windows_it_is_the_same_archive_with_rights_that_linux_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = build(tmp_path / "here.zip")
    monkeypatch.setattr(sys, "platform", "win32")
    assert build(tmp_path / "there.zip") == here
    with zipfile.ZipFile(tmp_path / "there.zip") as archive:
        assert {(one.create_system, one.external_attr >> 16) for one in archive.infolist()} == {(3, 0o644)}
