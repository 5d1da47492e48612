"""A degree for which somebody still studies is not held."""

from datetime import date

import pytest

from shared.matching import read_cv

AS_OF = date(2026, 11, 24)
BACHELOR, MASTER, DOCTORATE = 3, 4, 5


@pytest.mark.parametrize(
    ("entry", "level"),
    [
        ("BSc Milling, University of Sampleton, expected June 2028", BACHELOR - 1),
        ("BSc Milling (anticipated 2026), University of Sampleton", BACHELOR - 1),
        ("BSc Milling, University of Sampleton\n2024 - present", BACHELOR - 1),
        ("2024 - heute: Bachelor Müllerei, Universität Musterstadt", BACHELOR - 1),
        ("University of Sampleton, 2025 - ongoing\nMSc Milling", MASTER - 1),
        ("PhD in Milling, since 2024, University of Sampleton", DOCTORATE - 1),
        ("MSc Milling, University of Sampleton, in progress", MASTER - 1),
        ("BSc Milling, University of Sampleton, expected June 2018", BACHELOR),
        ("BSc Milling, University of Sampleton, 2015 - 2018", BACHELOR),
        ("BSc Milling, 2018\nMSc Baking, 2025 - present", BACHELOR),
        ("BSc Milling, University of Sampleton", BACHELOR),
        ("BSc Milling\nUniversity of Sampleton, 2015 - 2018\n\nReading circle, 2020 - present", BACHELOR),
    ],
)
def test_a_degree_counts_once_it_is_held(entry: str, level: int) -> None:
    profile = read_cv(f"EXPERIENCE\n\nBaker, Sample Mill, 2019 - 2022\n\nEDUCATION\n\n{entry}\n", as_of=AS_OF)
    assert profile.education_level == level


def test_a_degree_that_is_held_is_shown_rather_than_one_that_is_hoped_for() -> None:
    profile = read_cv(
        "EDUCATION\n\nMSc Baking, University of Sampleton, 2025 - present\n"
        "BSc Milling, University of Sampleton, 2015 - 2018\n",
        as_of=AS_OF,
    )
    assert profile.education_level == BACHELOR
    assert profile.education_text == "BSc Milling, University of Sampleton, 2015 - 2018"


def test_what_a_summary_says_somebody_studies_for_is_not_held() -> None:
    profile = read_cv(
        "Baker who is pursuing a master's degree in milling.\n\nEXPERIENCE\n\nBaker, Mill, 2019 - 2022\n",
        as_of=AS_OF,
    )
    assert profile.education_level == MASTER - 1
