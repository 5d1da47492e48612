"""Postings as boards print them: words that lost the break between them, and what boards put at the end."""

import pytest

from shared.matching import read_posting
from shared.matching.glued_words import glued_apart
from shared.matching.posting_lines import in_lines


def required_and_wished(text: str) -> dict[str, bool]:
    return {skill.name: skill.required for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    ("glued", "lines"),
    [
        ("training in your areaDaily support", ["training in your area", "Daily support"]),
        ("several teamsHeavily involved", ["several teams", "Heavily involved"]),
        (
            "work with fibre (underground)Telecommunications too",
            ["work with fibre (underground)", "Telecommunications too"],
        ),
        ("knowledge a plusHFC network", ["knowledge a plus", "HFC network"]),
        ("you can winYou own it", ["you can win", "You own it"]),
    ],
)
def test_ordinary_words_that_run_into_each_other_begin_lines(glued: str, lines: list[str]) -> None:
    assert glued_apart(glued).split("\n") == lines


@pytest.mark.parametrize(
    "name",
    [
        "PowerPoint",
        "openSUSE",
        "eCommerce",
        "iPhone",
        "GoFileRoom",
        "jQuery",
        "isiZulu",
        "postgreSQL",
        "areaDaily.com",
    ],
)
def test_names_with_capitals_inside_stay_whole(name: str) -> None:
    assert glued_apart(f"work in teamsHeavily and areaDaily and sitesMust of {name}.").count("\n") == 3


def test_words_with_capitals_are_told_apart_only_where_others_are_glued() -> None:
    assert "\n" not in glued_apart("We sell with SalesMarket.")
    glued = "QualityControl Will you manageContracts, prioritizeIssues and alertTechnicians?"
    assert glued_apart(f"Quality ControlWill be yours. {glued}").startswith("Quality Control\nWill be yours")


@pytest.mark.parametrize(
    "heading",
    [
        "Qualifications",
        "Preferred Qualifications",
        "Minimum Experience Requirements",
        "Physical Requirements",
    ],
)
def test_a_heading_behind_a_sentence_without_an_end_begins_a_line(heading: str) -> None:
    assert f"\n{heading}:\n" in in_lines(f"Works on projects as assigned {heading}: * Excel * Access")


@pytest.mark.parametrize(
    "end",
    [
        "Keyword Search: sales, payroll, bookkeeping, retail, lighting",
        "KEYWORDS: payroll, bookkeeping, retail",
        "DISCLAIMER: Pay may be estimated and may be subject to payroll and bookkeeping. Retail is possible.",
        "About Birchwood Group: Birchwood Group is a firm that does payroll, bookkeeping and retail",
        "Benefits of Working with Birchwood: * payroll every week * bookkeeping of your hours * retail",
    ],
)
def test_keywords_and_disclaimers_at_the_end_ask_for_nothing(end: str) -> None:
    text = f"Welder\n\nRequirements\n- TIG welding\n- Grinding. Apply with your papers. {end}"
    assert not {"Payroll", "Bookkeeping", "Retail"} & required_and_wished(text).keys()


@pytest.mark.parametrize(
    "given",
    [
        "Excellent medical, dental, vision, prescription drug, short and long-term disability, and group term life insurance.",
        "Medical, dental, vision and prescription coverage",
        "Student loan repayment and training as a barista",
        "The company also offers fully covered health and wellness plans for employees.",
        "Opportunity to gain experience in bookkeeping.",
        "You may require an accommodation in using our website; then contact Employee Services.",
        "We reasonably accommodate individuals with handicaps, disabilities and bona fide beliefs.",
    ],
)
def test_benefits_and_accommodations_in_the_midst_of_demands_ask_for_nothing(given: str) -> None:
    assert required_and_wished(f"Welder\n\nRequirements\n- TIG welding\n- {given}\n").keys() == {
        "TIG welding"
    }


@pytest.mark.parametrize(
    "duty", ["Medical and dental billing", "Administer long-term disability claims", "Run weekly payroll"]
)
def test_what_others_are_given_may_be_the_work(duty: str) -> None:
    assert required_and_wished(f"Clerk\n\nDuties\n- {duty}\n- Answer letters\n")
