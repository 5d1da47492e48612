"""Lists kept in files: one entry a line below the name of the list."""

from pathlib import Path

import pytest

from shared.matching import lists
from shared.matching.job_boards import own_part

DATA = Path(lists.__file__).parent / "data"
BOARDS = (DATA / "job_boards.txt").read_text("utf-8")
HEADINGS = (DATA / "headings.txt").read_text("utf-8")


def test_entries_stand_below_their_list_and_comments_are_none() -> None:
    assert lists.read_lists("# head\n{one}\na b\n\n{two}\nc\n# d\n") == {"one": ["a b"], "two": ["c"]}


def test_an_entry_above_the_first_list_is_refused() -> None:
    with pytest.raises(ValueError, match="belongs to no list"):
        lists.read_lists("# head\nannual leave\n")


@pytest.mark.parametrize(("name", "entries"), lists.read_lists(BOARDS).items())
def test_a_line_of_a_board_is_in_small_letters_and_stands_once(name: str, entries: list[str]) -> None:
    assert entries == [entry.strip().lower() for entry in entries]
    assert len(entries) == len(set(entries)), name
    assert f"#   {name} " in BOARDS  # the head says what it is


@pytest.mark.parametrize("owner", ["cv ", "posting "])
def test_a_heading_is_in_small_letters_and_has_one_kind(owner: str) -> None:
    entries = [
        entry for name, part in lists.read_lists(HEADINGS).items() if name.startswith(owner) for entry in part
    ]
    assert len(entries) > 100
    assert entries == [" ".join(entry.lower().replace("&", "and").split()) for entry in entries]
    assert [entry for entry in entries if entries.count(entry) > 1] == []


def test_every_line_of_a_board_goes() -> None:
    posting = "Payroll Clerk\nRun the monthly payroll of ninety people in Sage and answer their questions."
    for line in lists.read_lists(BOARDS)["board"]:
        assert own_part(f"{posting}\n\n{line}\n").text.rstrip() == posting, line
