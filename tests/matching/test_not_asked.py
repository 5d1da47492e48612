"""What a posting names and asks nobody for: who gives the orders, what the body must bear, other groups."""

import pytest

from shared.matching import read_posting


def asked(text: str) -> set[str]:
    return {skill.name for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Carries out errands as asked by the team lead", "Team management"),
        ("Telling news to the line manager", "Team management"),
        ("Able to lift heavy objects of up to 80 pounds", "Manual handling"),
        ("Fit enough to lift 50 lbs", "Manual handling"),
        ("Yearly physical examinations are required for all drivers", "Physical examination"),
        ("Starters pass a pre-employment medical first", "Occupational health"),
    ],
)
def test_orders_and_what_the_body_must_bear_are_no_skills(line: str, skill: str) -> None:
    assert skill not in asked(f"Ferry hand\n\nRequirements\n- Knots and splices\n- {line}\n- VHF radio\n")


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Experience as a team lead", "Team management"),
        ("A certificate in manual handling", "Manual handling"),
        ("Physical examination of patients", "Physical examination"),
    ],
)
def test_they_are_where_they_are_asked_for(line: str, skill: str) -> None:
    assert skill in asked(f"Nurse\n\nRequirements\n- Triage\n- {line}\n- Wound care\n")


def test_groups_in_brackets_with_which_one_works_are_no_skills() -> None:
    found = asked(
        "Reviewer\n\nDuties\n- Audit of the moderators' decisions\n- Agree on the rules with other teams (training, policy)\n"
        "- Root cause analysis\n\nRequirements\n- Fluent Polish\n"
    )
    assert found.isdisjoint({"training", "policy"})


def test_a_heading_of_several_qualifications_is_no_item() -> None:
    found = asked(
        "Supervisor\n\nDuties\n- Inspect the rooms\n\nEducation, Training / Certifications, and Experience:\n"
        "- Two years of housekeeping\n- Bloodborne pathogens\n"
    )
    assert {"Housekeeping", "Bloodborne pathogens"} <= found
    assert found.isdisjoint({"Training", "Certifications"})


def test_words_that_say_nothing_alone_and_the_plural_of_others_are_no_skills() -> None:
    found = asked(
        "Tax clerk\n\nDuties\n- Filing of customs returns, with adherence to procedures and all applicable laws\n"
        "- Keep the register of stamps, guidelines and the code of ethics\n"
        "- Coordinating with auditors, tax consultants and substitute teachers\n\nRequirements\n- Ledger postings\n"
    )
    assert not {
        name for name in found if name.rpartition(" ")[2] in ("consultants", "teachers", "laws", "ethics")
    }
    assert found.isdisjoint({"adherence", "procedures", "guidelines"})


def test_what_a_firm_is_good_at_is_not_asked_for() -> None:
    found = asked(
        "Office clerk\n\nExample Holdings is a family-run, U.S.-based firm with fifty years of expertise in "
        "real estate development and architectural design.\n\nRequirements\n- QuickBooks\n- Bank reconciliations\n"
    )
    assert "QuickBooks" in found
    assert found.isdisjoint({"Real estate development", "Architecture"})


@pytest.mark.parametrize(
    ("posting", "skill"),
    [
        (
            "Laboratory hand\n\nAbout the role\nReporting to the regional operations manager you will:\n- clean glassware\n",
            "Operations management",
        ),
        ("Sous Chef\n\nDuties\n- Support head chef on the pass\n- Weekly stock takes\n", "Head chef"),
        ("Sous Chef\n\nDuties\n- Run the pass in the absence of the head chef\n- Stock takes\n", "Head chef"),
    ],
)
def test_the_titles_of_superiors_are_no_skills(posting: str, skill: str) -> None:
    assert skill not in asked(posting)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Proven track record of meeting or exceeding targets", "Minute taking"),
        ("St. Elmo, UT", "Ultrasonic testing"),
        ("We cook in Mill Town, CT.", "CT"),
        ("You will join our team in Mill Town, ID.", "Mill Town"),
    ],
)
def test_records_and_places_are_no_skills(line: str, skill: str) -> None:
    found = asked(
        f"Line Cook\n{line}\nYou prepare food.\n\nRequirements\n- Two years of experience\n"
        "- Ability to follow written procedures\n"
    )
    assert not any(skill in name for name in found)


def test_a_short_name_in_a_list_is_no_state() -> None:
    assert "Ultrasonic testing" in asked(
        "Inspector\n\nRequirements\n- Methods (Radiography, UT) and reports\n- Dye penetrant testing\n"
    )


@pytest.mark.parametrize(
    ("title", "is_asked"), [("Theatre Nurse", False), ("Children's Nurse, Paediatric Ward", True)]
)
def test_what_is_asked_of_another_unit_is_not_asked_for(title: str, is_asked: bool) -> None:
    found = asked(
        f"{title}\n\nRequirements\n- Wound care\n- Nurses working on the paediatric ward are required to hold PALS.\n"
        "- All staff working in this unit must hold BLS.\n"
    )
    assert {"Wound care", "BLS"} <= found
    assert ("PALS" in found) == is_asked


def test_how_often_a_duty_must_be_done_makes_no_demand_of_it() -> None:
    text = "Cleaner\n\nDuties\n- Window cleaning must be done weekly\n- Empty the bins\n\nRequirements\n- {}\n- Own van\n"
    weekly, asked_for = (
        next(
            skill.weight
            for skill in read_posting(text.format(line)).skills
            if skill.name == "Window cleaning"
        )
        for line in ("Patience", "Window cleaning")
    )
    assert weekly < asked_for


@pytest.mark.parametrize(
    ("line", "found", "other"),
    [
        ("Experience in care or nursing", "nursing", "Perioperative nursing"),
        ("Waterfall and agile projects", "Agile", "Closed-ended funds"),
        ("Knowledge of the real estate sector", "Real estate", "Real estate sales"),
    ],
)
def test_names_are_no_more_than_they_say(line: str, found: str, other: str) -> None:
    skills = asked(f"Clerk\n\nRequirements\n- {line}\n- Typing\n- Spreadsheets\n")
    assert found in skills
    assert other not in skills


def test_an_abbreviation_is_what_its_own_text_says_it_stands_for() -> None:
    text = "Project officer\n\nRequirements\n- Reading of {}\n- Spreadsheets\n- Minutes of meetings\n"
    assert "Customs clearance" in asked(text.format("manifests (PARS)"))
    assert "Customs clearance" not in asked(text.format("project appraisal reports (PARs)"))


def test_what_is_done_as_required_is_no_demand() -> None:
    text = "Porter\n\nDuties\n- Window cleaning{}\n- Empty the bins\n\nRequirements\n- Own van\n- Patience\n"
    weights = [
        next(
            skill.weight for skill in read_posting(text.format(end)).skills if skill.name == "Window cleaning"
        )
        for end in ("", " as required")
    ]
    assert weights[0] == weights[1]


def test_a_heading_that_ran_into_its_first_bullet_is_a_heading() -> None:
    found = asked(
        "Draughtsman\n\nRequirements\n- AutoCAD\n- Valve design\n\nWe offer• Training in Primavera and free lunches.• "
        "Courses in Navisworks.• A pension\n"
    )
    assert "AutoCAD" in found
    assert found.isdisjoint({"Primavera P6", "Navisworks"})
