"""A quote counts only if the CV holds it, whatever a model did to its typography."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.matching.grounding import MAX_EVIDENCE, Grounding, is_telling, shares_word

CV = """Nora Notreal

Work history
• Re-covered post-op open heart patients (CABG, valve, aortic) 1:1 for the first 12 hours; man-
agement of IABP, Impella and CRRT.
• Certiﬁed in “difficult” airways – 2021, C#/.NET, Node.js & R
• Führte ein Team von   sechs Pflegekräften
• No experience with Kubernetes; willing to learn Rust
• Cut costs by 3.5 % in 2022.
"""


@pytest.mark.parametrize(
    ("quote", "evidence"),
    [
        ("recovered post-op open heart patients", "Re-covered post-op open heart patients"),
        ("RECOVERED POST OP OPEN HEART PATIENTS", "Re-covered post-op open heart patients"),
        ("management of IABP", "man-\nagement of IABP"),
        ('Certified in "difficult" airways - 2021', "Certiﬁed in “difficult” airways – 2021"),
        ("führte ein team von sechs pflegekräften", "Führte ein Team von   sechs Pflegekräften"),
        ("Fuhrte ein Team", "Führte ein Team"),
        ("Cut costs by 3.5 % in 2022.", "Cut costs by 3.5 % in 2022"),
        ("“Cut costs”", "Cut costs"),
        ("C#/.NET, Node.js", "C#/.NET, Node.js"),
        ("- Cut costs by 3.5%", "Cut costs by 3.5 %"),
    ],
)
def test_typography_does_not_matter_and_the_evidence_is_verbatim(quote: str, evidence: str) -> None:
    (found,) = Grounding(CV).find(quote)
    assert found.text == evidence
    assert CV[found.start : found.end] == evidence


@pytest.mark.parametrize(
    "quote",
    [
        "Led a team of twelve nurses",
        "Recovered post-op open heart patients for 24 hours",
        "Cut costs by 35 %",
        "overed post-op",
        "openheart patientsx",
        "the",
        "of the",
        "Work history",
        "2021",
        "R",
        "",
        "   ",
        "...",
        "x" * 5000,
        "Cut costs ... Nora Notreal",
        "Cut costs … invented more",
    ],
)
def test_what_is_not_there_or_says_nothing_is_no_quote(quote: str) -> None:
    assert Grounding(CV).find(quote) == []


def test_the_parts_of_an_elided_quote_are_found_in_order() -> None:
    found = Grounding(CV).find("open heart patients […] Impella and CRRT ... Cut costs")
    assert [evidence.text for evidence in found] == ["open heart patients", "Impella and CRRT", "Cut costs"]


def test_an_excluded_span_is_no_evidence() -> None:
    start = CV.index("Cut costs")
    assert Grounding(CV, [(start, start + 9)]).find("Cut costs by 3.5") == []
    assert Grounding(CV, [(0, 5)]).find("Cut costs by 3.5") != []


def test_the_next_place_counts_when_the_first_is_part_of_a_word() -> None:
    (found,) = Grounding("restart the art of cooking").find("the art")
    assert found.start == 8
    (found,) = Grounding("scripting, script work").find("script")
    assert found.start == 11


@pytest.mark.parametrize(
    ("quote", "negated"),
    [("Kubernetes", True), ("No experience with Kubernetes", True), ("Rust", True), ("Cut costs", False)],
)
def test_a_denial_is_seen(quote: str, negated: bool) -> None:
    grounding = Grounding(CV)
    (found,) = grounding.find(quote)
    assert grounding.negated(found) is negated


def test_long_evidence_is_cut_at_a_word_and_still_verbatim() -> None:
    cv = "Wrote many " + "useful words about payroll " * 20
    (found,) = Grounding(cv).find(cv)
    assert len(found.text) <= MAX_EVIDENCE
    assert found.text in cv
    assert cv[found.end] in " \n"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 100))
def test_every_telling_piece_of_a_text_is_found_as_a_substring(text: str, start: int, length: int) -> None:
    words = text.split(" ")
    piece = " ".join(words[start % len(words) :][:length])
    grounding = Grounding(text)
    for evidence in grounding.find(piece):
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.text
    if piece.isascii() and piece.isalpha() and is_telling(piece):
        assert grounding.find(piece)


def test_words_in_common_are_found_by_their_stem() -> None:
    assert shares_word("administered medication to 12 patients", "Medications administration")
    assert not shares_word("ran weekly payroll", "Salary processing")
    assert not shares_word("in the", "of the")


@pytest.mark.parametrize("unit", ["a", "ab ", "é", "ﬁ", "- ", "\u0301", "a\n"])
def test_hostile_texts_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.thread_time()
        grounding = Grounding(text)
        for length in (50, 300, 600):
            for _ in range(10):
                grounding.find(text[:length] + random.choice("xyz"))
        return time.thread_time() - start

    assert seconds(100_000) < 10 * min(seconds(25_000) for _ in range(2)) + 0.3
