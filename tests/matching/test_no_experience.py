"""A posting that says that no experience is needed, and somebody who has none."""

from datetime import date

import pytest

from shared.matching import match, read_posting
from shared.matching.no_experience import asks_for_none
from tests.matching.test_arithmetic import worked_out

AS_OF = date(2026, 11, 24)
POSTING = """Kitchen Porter

{said}

What you will do
- Wash dishes and pans by hand and in the dishwasher
- Clean floors, fridges and stock rooms
- Help with deliveries and vegetable preparation

What we are looking for
- Food hygiene level 2 is a help
- Reliable and on time
"""
NOBODY_NEEDED = "No experience needed, full training given."
SOME_NEEDED = "We are a busy kitchen by the harbour."
LEAVER = """Jo Sampleton
jo.sampleton@example.com

Education
Example Academy, 2019 - 2026
GCSEs: English 5, Maths 4, Drama 6

Volunteering
Sample Animal Shelter, Saturdays
- Walked dogs, cleaned kennels and bowls, talked with the people who came to see the cats

Interests
Playing the drums, cycling along the canal, looking after my little brothers
"""
COOK = LEAVER.replace(
    "Volunteering\nSample Animal Shelter, Saturdays",
    "Experience\nKitchen Porter, Example Inn, 01/2024 - 10/2026",
)


@pytest.mark.parametrize(
    "said",
    [
        "No experience needed - full training given!",
        "No previous experience is required, as full training will be provided.",
        "no experience necessary",
        "No retail experience? No problem.",
        "You don't need any experience.",
        "You don't need to have worked in a shop before: we'll teach you everything.",
        "Previous experience is not essential as we train you.",
        "Experience not necessary",
        "Experience of a surgery is desirable but not essential as full training will be given.",
    ],
)
def test_a_posting_says_in_many_ways_that_no_experience_is_needed(said: str) -> None:
    assert asks_for_none(said.lower())
    assert read_posting(POSTING.format(said=said)).open_to_all


@pytest.mark.parametrize(
    "said",
    [
        "No commercial experience needed, but you know Python well.",
        "Community experience is not essential.",
        "Experience with Kafka is not required.",
        "You have no fear of heights. Experience of scaffolding is required.",
        "There is no experience like it!",
    ],
)
def test_that_no_experience_of_one_kind_is_needed_says_nothing_of_the_rest(said: str) -> None:
    assert not asks_for_none(said.lower())


def test_years_that_are_asked_for_are_asked_for_whatever_else_is_said() -> None:
    asked = read_posting(
        POSTING.format(said="No experience needed!") + "- 2 years of experience in a kitchen\n"
    )
    assert not asked.open_to_all


def test_somebody_without_experience_is_not_marked_down_where_none_is_asked_for() -> None:
    asked_for = match(LEAVER, POSTING.format(said=SOME_NEEDED), as_of=AS_OF)
    without = match(LEAVER, POSTING.format(said=NOBODY_NEEDED), as_of=AS_OF)
    assert asked_for.overall_score < 30
    assert without.overall_score >= 45
    assert without.experience_match.verdict == "met"


def test_who_has_a_trade_would_begin_anew_where_none_is_asked_for() -> None:
    work = "Volunteering\nSample Animal Shelter, Saturdays"
    posting = POSTING.format(said=NOBODY_NEEDED)
    role = "Experience\nAccountant, Example Ltd, {} - 10/2026\n- Prepared VAT returns and month-end accounts"
    beginner = match(LEAVER.replace(work, role.format("01/2026")), posting, as_of=AS_OF)
    settled = match(LEAVER.replace(work, role.format("01/2016")), posting, as_of=AS_OF)
    assert settled.overall_score < 40 < beginner.overall_score
    assert any("0.35 + 0.65" in line for line in settled.arithmetic)


def test_experience_is_worth_something_all_the_same() -> None:
    posting = POSTING.format(said=NOBODY_NEEDED)
    assert (
        match(COOK, posting, as_of=AS_OF).overall_score
        > match(LEAVER, posting, as_of=AS_OF).overall_score + 10
    )


def test_what_only_a_duty_names_is_no_gap_where_it_is_taught() -> None:
    result = match(LEAVER, POSTING.format(said=NOBODY_NEEDED), as_of=AS_OF)
    assert result.skill_matches
    assert not any(one.required for one in result.skill_matches)
    assert result.gaps == []
    assert result.strengths[0] == "The posting asks for no experience, so that none is missed."
    assert "why you want this work" in result.recommendations[0].action


def test_a_text_that_is_hardly_a_cv_gains_nothing_by_it() -> None:
    posting = POSTING.format(said=NOBODY_NEEDED)
    assert match("Jo Sampleton", posting, as_of=AS_OF).overall_score < 25
    assert match("Skills\nwashing, cleaning, hoovering", posting, as_of=AS_OF).overall_score < 25


def test_the_arithmetic_says_so_and_can_be_worked_out_again() -> None:
    result = match(LEAVER, POSTING.format(said=NOBODY_NEEDED), as_of=AS_OF)
    said = {line.split(" ")[0]: line for line in result.arithmetic}
    assert any("since no experience is asked for" in line for line in result.arithmetic)
    assert worked_out(said["skills"]) == pytest.approx(result.subscores.skills, abs=0.06)
    assert worked_out(said["experience"]) == pytest.approx(result.subscores.experience, abs=0.06)
    assert said["experience"].endswith("1 where no experience is asked for")


def test_what_the_employer_says_it_teaches_is_not_preferred() -> None:
    said = "No experience needed!\n\nWe'll teach you everything, from the tills to the forklift."
    (forklift,) = [
        skill for skill in read_posting(POSTING.format(said=said)).skills if "Forklift" in skill.name
    ]
    assert forklift.taught
    assert not forklift.required


def test_what_the_sentence_that_asks_for_none_says_is_taught() -> None:
    said = "No railway experience required - full training given, then with a mentor at a signal box."
    skills = {one.name: one for one in read_posting(POSTING.format(said=said)).skills}
    assert skills["Rail operations"].taught


def test_no_experience_of_the_trade_is_none_where_all_of_it_is_taught() -> None:
    assert asks_for_none("no railway experience required - full training given at our school")
    assert not asks_for_none("no railway experience required, but ten years of signalling")


def test_years_of_other_work_are_such_without_a_title_too() -> None:
    told = (
        "Books kept for shops and farms\nI can bring your bookkeeping up to date and prepare your tax returns. "
        "{years}Accounts payable, accounts receivable and billing in QuickBooks, and good references. "
        "Write to me for one month or for the whole year, at your place or at mine.\n"
    )
    posting = POSTING.format(said=NOBODY_NEEDED)
    begun, settled = (
        match(told.format(years=years), posting, as_of=AS_OF).overall_score
        for years in ("", "Over 20 years of experience in accounting. ")
    )
    assert begun > settled + 10
