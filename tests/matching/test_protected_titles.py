"""A title that only the licensed may have shows the licence that a posting asks for."""

from datetime import date

import pytest

from shared.matching import match
from shared.matching.result import SkillMatch

AS_OF = date(2026, 11, 1)


def licence_of(title: str, asked: str, line: str = "") -> SkillMatch:
    result = match(
        f"Jo Invented\n\nExperience\n{title}, Hillbrook Hospital, June 2018 - present\n"
        f"- Saw forty patients a day and kept their records\n{line}\n",
        f"Wanted\n\nRequirements\n- {asked}\n- Record keeping\n",
        as_of=AS_OF,
    )
    return result.skill_matches[0]


@pytest.mark.parametrize(
    ("title", "asked", "verdict"),
    [
        ("Staff Pharmacist", "Licensed pharmacist", "met"),
        ("Solicitor", "Practising certificate", "met"),
        ("Physiotherapist", "HCPC registration", "partial"),
        ("Nurse", "NMC registration", "partial"),
        ("Dental Nurse", "GDC registration", "partial"),
        ("Dental Nurse", "NMC registration", "missing"),
        ("Pharmacy Technician", "Licensed pharmacist", "missing"),
        ("Pharmacist Intern", "Licensed pharmacist", "missing"),
        ("Pre-registration Pharmacist", "Licensed pharmacist", "missing"),
        ("Physiotherapy Assistant", "HCPC registration", "missing"),
        ("Student Nurse", "NMC registration", "missing"),
        ("Ward Manager", "Registered Nurse", "met"),
        ("Tractor-Trailer Driver", "CDL Class A", "met"),
        ("Truck Driver", "CDL Class A", "missing"),
        ("Class Teacher", "QTS", "partial"),
        ("Elementary School Teacher", "State teaching licence", "partial"),
        ("Trainee Class Teacher", "QTS", "missing"),
        ("Teaching Assistant", "QTS", "missing"),
        ("Security Guard", "SIA licence", "partial"),
        ("Information Security Analyst", "SIA licence", "missing"),
    ],
)
def test_a_title_that_only_the_licensed_have_shows_the_licence(title: str, asked: str, verdict: str) -> None:
    assert licence_of(title, asked).verdict == verdict


def test_the_line_of_the_title_is_the_evidence() -> None:
    assert licence_of("Staff Pharmacist", "Licensed pharmacist").evidence == [
        "Staff Pharmacist, Hillbrook Hospital, June 2018 - present"
    ]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [("GPhC registration not yet held", "missing"), ("GPhC registered since 2018", "met")],
)
def test_what_the_cv_says_of_a_licence_counts_for_more_than_the_title(line: str, verdict: str) -> None:
    assert licence_of("Pharmacist", "GPhC registration", line).verdict == verdict


NURSING_HOME = """Registered Nurse

Elmfield Nursing Home looks for a nurse to lead its nights.

Duties
- Administer medication, look after wounds and write care plans
- Supervise the care assistants

Requirements
- Registered Nurse with a current NMC registration
- Experience of dementia care
"""
CARER = """Tobin Fictivus

Experience
{title}, Example Lodge, March 2017 - present
- Cared for elderly residents with dementia, gave medication and looked after wounds
- Wrote care plans and supervised two carers on nights
"""


def test_a_licence_that_is_missing_costs_more_where_the_titles_are_of_other_work() -> None:
    scores = [
        match(CARER.format(title=title), NURSING_HOME, as_of=AS_OF).overall_score
        for title in ("Staff Nurse", "Enrolled Nurse", "Senior Care Assistant")
    ]
    assert scores[0] > 80
    assert 60 > scores[1] > scores[2] + 5
    assert scores[2] < 45


def test_a_practical_nurse_is_no_registered_one() -> None:
    assert licence_of("Licensed Practical Nurse", "Registered Nurse").verdict == "missing"
