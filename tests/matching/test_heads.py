"""What an expression's matches begin with is told from its form, and looking for it first changes nothing."""

import re

import pytest

from shared.matching import asking, dates, education, negation, privacy_mask, roles
from shared.matching.heads import heads_of, look_ahead
from shared.matching.lazy import Lazy
from tests.benchmark.pairs import DATA


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        (r"nurse|nursing|cook", {"nur", "coo"}),
        (r"\bm\.?sc\b", {r"m\.s", "msc"}),
        (r"(?<!x)(?:an? )?(?:big|old)", {"a b", "a o", "an ", "big", "old"}),
        (r"(?P<year>19\d\d)-", {r"19\d"}),
        (r"[ab]+c", {"[ab]"}),
        (r"x{2,3}y|z{0,2}w", {"x", "z", "w"}),
        (r"o[- ]levels?", {"o[- ]l"}),
        (r"(?=a)b(?!c)", {"b"}),
        (r"a?", set()),
        (r"^|x", set()),
        (r"(a)\1", set()),
        (r"(?i:a)b", set()),
    ],
)
def test_what_a_match_begins_with_is_told_from_its_form(pattern: str, heads: set[str]) -> None:
    assert {"".join(head) for head in heads_of(pattern)} == heads


def test_an_expression_that_is_not_understood_stays_as_it_is() -> None:
    assert look_ahead(r"(a)\1|b") == r"(a)\1|b"


LONG = [
    value
    for module in (asking, dates, education, negation, privacy_mask, roles)
    for value in vars(module).values()
    if isinstance(value, Lazy) and len(value.pattern) > 100
]
TEXT = "\n".join(
    path.read_text("utf-8")[:750]
    for folder in ("cvs", "postings")
    for path in sorted((DATA / folder).glob("*.txt"))[:30]
).lower()


@pytest.mark.parametrize("lazy", LONG, ids=lambda lazy: lazy.pattern[:30])
def test_a_look_ahead_finds_what_the_expression_finds(lazy: Lazy) -> None:
    plain, quick = re.compile(lazy.pattern), re.compile(look_ahead(lazy.pattern))
    found = [match.regs for match in plain.finditer(TEXT)]
    assert [match.regs for match in quick.finditer(TEXT)] == found
