"""What the employer says of itself, of what it gives and of how to apply, wherever it stands: nobody is asked."""

import pytest

from shared.matching import read_posting


def asked(text: str) -> dict[str, bool]:
    """The names of what is asked for, and whether each is required."""
    return {skill.name: skill.required for skill in read_posting(text).skills}


_BELOW = """Cellar hand

Requirements
- Fermentation control
- Forklift licence
Marrow Presses is a leading provider of cellar staff to the cider trade.
With a core focus on Telecommunications and Plumbing, Marrow Presses has become a friend of many.
Marrow also offers Bookkeeping to small cellars.
We offer the following benefits:
- Dental insurance
- Direct deposit
- Pre-tax deductions
"""


def test_what_a_firm_says_of_itself_below_the_requirements_is_not_asked_for() -> None:
    found = asked(_BELOW)
    assert "Fermentation" in found
    assert found.keys().isdisjoint(("Telecommunications", "Plumbing", "Bookkeeping"))
    assert not [name for name in found if "deposit" in name.lower() or "deduction" in name.lower()]


def test_a_firm_that_says_where_it_sits_and_what_it_sells_asks_for_nothing() -> None:
    found = asked(
        "Cellar hand\n\nRequirements\n- Fermentation control\n- Yeast handling is required**Madeup Cellars, Inc., "
        "a company with its seat in the hills, provides plumbing and carpentry to hotels.\n"
    )
    assert found.keys().isdisjoint(("Plumbing", "Carpentry"))


def test_a_note_of_some_length_ends_no_section() -> None:
    note = (
        "PLEASE NOTE:  This is not a usual cellar, and no hard hats are worn in it. Who we look for has experience "
        "with forklifts and has led some hands in the season. Preference will be given to pickers with "
        "Microsoft Office experience, and the cellar is cold in all months of the year."
    )
    found = asked(
        f"Cellar hand\n\nDuties\n{note}\n\nMaintain the presses and calibrate scales.\n\nTrain seasonal staff in "
        "food hygiene.\n\nEducation:\nA high school diploma.\n"
    )
    assert found.get("Microsoft Office") is False
    assert "Food hygiene" in found or "Food safety" in found


def test_how_to_apply_asks_for_no_experience() -> None:
    found = asked(
        "Clerk\n\nRequirements\n- Filing\n\nHow to apply\n"
        "A letter outlining the experience of the candidate in Welsh should be sent to the mayor.\n"
    )
    assert "Welsh" not in found


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Madeup Foods plc, Leeds", "electrical trade"),
        ("Madeup Freight Ltd bakes, and Madeup Freight is hiring.", "driving"),
    ],
)
def test_the_end_of_a_firms_name_tells_of_no_trade(line: str, family: str) -> None:
    text = f"Pastry chef\n{line}\n\nRequirements\n- Bread and pastry\n- Food hygiene certificate\n"
    assert family not in read_posting(text).work_families


def test_our_services_are_no_stack() -> None:
    found = asked(
        "Clerk\n\nRequirements\n- Filing\n- Excel\n\nAbout us\nOur services include plumbing, glazing and carpentry.\n"
    )
    assert found.keys().isdisjoint(("Plumbing", "Glazing", "Carpentry"))


@pytest.mark.parametrize(
    "line",
    [
        "This description is only a summary of the role, carpentry and plumbing included",
        "Noncompliance with plumbing rules will result in disciplinary action",
        "Madeup Cellars supports employment equity in plumbing",
    ],
)
def test_what_every_description_ends_with_asks_for_nothing(line: str) -> None:
    found = asked(f"Cellar hand\n\nDuties\n- Fermentation control\n- {line}\n\nRequirements\n- Excel\n")
    assert found.keys().isdisjoint(("Plumbing", "Carpentry"))


def test_what_is_done_together_with_others_is_the_work_though_nothing_is_asked_for_yet() -> None:
    found = asked(
        "Nurse\nMadeup Hills is a place of many trees and of few people who live there all the year.\n"
        "In collaboration with the doctors, stabilizes patients after phlebotomy and wound care.\n\n"
        "Requirements\n- Excel\n"
    )
    assert {"Phlebotomy", "Wound care"} <= found.keys()
