"""Tables are made once for all processes, and made again where the file is damaged, missing or of other modules."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.matching import compiled as module
from shared.matching.compiled import compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(module, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def make(folder: Path) -> Callable[[], list[str]]:
    made: list[str] = []

    def read() -> list[str]:
        made.append("table")
        return list(made)

    return read


def test_another_process_loads_what_was_made(folder: Path, make: Callable[[], list[str]]) -> None:
    assert compiled("some", make) == compiled("some", make) == ["table"]
    assert [file.suffix for file in folder.iterdir()] == [".pickle"], "nothing begun is left"


@pytest.mark.parametrize("left", [0, 10, 20])
def test_half_a_file_is_made_again(folder: Path, make: Callable[[], list[str]], left: int) -> None:
    compiled("some", make)
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:left])
    assert compiled("some", make) == ["table", "table"]
    assert compiled("some", make) == ["table", "table"]


def test_other_modules_make_their_own_and_the_old_one_goes(
    folder: Path, make: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled("some", make)
    compiled("someone", make)
    before = {file.name for file in folder.iterdir()}
    monkeypatch.setattr(module, "_made_of", lambda: "another")
    assert len(compiled("some", make)) == 3
    assert {name.partition(".")[0] for name in before - {file.name for file in folder.iterdir()}} == {"some"}


def test_where_nothing_can_be_written_it_is_made_each_time(
    folder: Path, make: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file where the folder would be")
    assert [len(compiled("some", make)) for _ in "ab"] == [1, 2]
    folder.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [len(compiled("some", make)) for _ in "ab"] == [3, 4]
    assert not folder.exists()
