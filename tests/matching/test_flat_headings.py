"""Headings in a posting that reached us as one paragraph: what stands below each of them."""

import pytest

from shared.matching import read_posting

_ABOUT = (
    "Mill Clerk We are a mill by the river and look for a clerk. The mill has stood here since 1790, and the oats "
    "come from forty farms up and down the valley, by boat in spring and by cart for the rest of the year. "
    "Everybody has lunch at one table, and the river is loud enough that nobody needs a radio. "
)
_PARTS = {
    "Responsibilities": ["Run the monthly payroll for the mill", "Reconcile the bank accounts of the mill"],
    "Requirements": ["Three years of Excel", "Knowledge of Sage accounting software"],
    "Nice to Have": ["Experience with Tableau dashboards", "Knowledge of Power BI"],
    "Benefits": ["Free welding courses", "Dental and vision", "25 days of holiday"],
}
_OTHERWISE = {
    "Responsibilities": ["What You'll Do", "In this role you will", "Principal Duties", "A Day in the Life"],
    "Requirements": [
        "What You Bring",
        "Person Specification",
        "To be successful you will have",
        "Who You Are",
    ],
    "Nice to Have": ["Would be a plus", "Bonus Points", "Desirable Criteria", "Even better if"],
    "Benefits": ["What you can expect from us", "Perks & Benefits", "The Package", "Why Join Us"],
}


def _read(heading: str, called: str, opens: str, between: str) -> dict[str, bool]:
    text = _ABOUT + " ".join(
        f"{called if one == heading else one}{opens}{between.join(items)}{'.' if between == '. ' else ''}"
        for one, items in _PARTS.items()
    )
    return {skill.name.removeprefix("Microsoft "): skill.required for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    ("heading", "called"), [(heading, called) for heading, names in _OTHERWISE.items() for called in names]
)
@pytest.mark.parametrize(
    ("opens", "between"), [(": ", ". "), (": • ", " • "), (" ", ". ")], ids=["colon", "bullets", "bare"]
)
def test_a_heading_in_a_flat_text_says_what_the_sentences_below_it_are(
    heading: str, called: str, opens: str, between: str
) -> None:
    asked = _read(heading, called, opens, between)
    assert asked["Payroll"]
    assert asked["Excel"]
    assert (asked["Tableau"], asked["Power BI"]) == (False, False)
    assert "Welding" not in asked


def test_a_sentence_with_a_colon_is_no_heading() -> None:
    text = (
        f"{_ABOUT}You must have: welding, carpentry. Face fit tests are carried out by day. The mill pays well and "
        "its canteen serves oats. Nobody has left in forty years, and the owner tells everybody so at lunch."
    )
    named = {skill.name for skill in read_posting(text).skills}
    assert {"Welding", "Carpentry"} <= named
    assert not any("canteen" in name.lower() for name in named)
