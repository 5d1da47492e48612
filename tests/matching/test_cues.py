"""The file of cues: each line an expression of its own, and nothing invisible in it."""

import re
from pathlib import Path

import pytest

from shared.matching import cues

TEXT = (Path(cues.__file__).parent / "data" / "cues.txt").read_text("utf-8")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith(("#", "{"))]


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_an_expression_of_small_letters_that_says_something(line: str) -> None:
    assert re.compile(line).match("") is None
    assert line == line.strip()
    assert re.sub(r"\\.", "", line).islower() or not re.search("[A-Za-z]", line)


def test_no_line_stands_twice_in_a_class() -> None:
    for part in TEXT.split("\n{")[1:]:
        lines = [line for line in part.splitlines() if line]
        assert [line for line in lines if lines.count(line) > 1] == []
