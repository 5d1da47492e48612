"""How much of what a posting asks for weighs what, and what the table calls it."""

import pytest

from shared.matching import Requirements, read_cv, read_posting
from tests.matching.test_match import AS_OF


def weights(read: Requirements) -> dict[str, float]:
    return {skill.name: skill.weight for skill in read.skills}


_CALLS = (
    "Call Center Representative/Customer Service\n\nDuties\n- Answer customers and log complaints\n\n"
    "Requirements\n- Good customer service skills\n- Typing 40 wpm"
)


def test_a_title_makes_what_every_office_names_no_heavier_than_all_else() -> None:
    asked = weights(read_posting(_CALLS))
    assert 0.15 < asked["Customer service"] < asked["Typing"] / 2


def test_the_setting_that_only_the_title_names_is_asked_for() -> None:
    assert weights(read_posting(_CALLS))["Call centre"] >= 0.5


def test_a_title_that_is_the_role_alone_is_no_skill() -> None:
    posting = "Pastry Chef\n\nDuties\n- Make 60 desserts a day\n\nRequirements\n- Chocolate work"
    assert "Pastry" not in weights(read_posting(posting))


_BOOKS = (
    "Bookkeeper\n\nRequirements\n- Must be highly proficient in QuickBooks\n- Xero\n"
    "- Sound Excel skills (pivot tables, vlookups, macros)"
)


def test_what_stands_in_brackets_behind_a_tool_shares_one_weight() -> None:
    asked = {skill.name: skill.either for skill in read_posting(_BOOKS).skills}
    assert asked["VLOOKUP"] is not None
    assert asked["VLOOKUP"] == asked["Pivot tables"]
    assert asked["Excel"] is None


def test_a_bracket_that_is_not_of_the_tool_before_it_is_a_list_as_any_other() -> None:
    posting = "Developer\n\nRequirements\n- Python (Docker, Terraform)\n- Linux"
    assert {skill.either for skill in read_posting(posting).skills} == {None}


def test_what_somebody_must_be_proficient_in_weighs_more() -> None:
    asked = weights(read_posting(_BOOKS))
    assert asked["QuickBooks"] > asked["Xero"]


_CALLED = (
    ("Food handlers", "Food handler card"),
    ("Food Handler certified", "Food handler card"),
    ("Wine service", "Wine knowledge"),
    ("Food and beverage pairings", "Wine knowledge"),
    ("Administers employee health and benefit plans", "Benefits administration"),
    ("Answers benefits inquiries", "Benefits administration"),
)


@pytest.mark.parametrize(("line", "skill"), _CALLED)
def test_a_skill_is_known_by_this_name(line: str, skill: str) -> None:
    assert skill in weights(read_posting(f"Clerk\n\nRequirements\n- {line}"))
    cv = f"Sam Sampleton\n\nExperience\nClerk, Invented Ltd, 2020 - 2023\n- {line}"
    assert skill in {use.name for use in read_cv(cv, as_of=AS_OF).skills}


def test_food_handlers_beside_their_card_are_one_requirement() -> None:
    asked = weights(read_posting("Server\n\nRequirements\n- Food handlers\n- Food handler card"))
    assert list(asked) == ["Food handler card"]


def test_accounts_of_a_system_are_nobody_s_customers() -> None:
    posting = (
        "Cloud Engineer\n\nDuties\n- Managing accounts, policies and security in Azure\n- Terraform and Linux"
    )
    read = read_posting(posting)
    assert "Account management" not in weights(read)
    assert "sales" not in read.work_families


def test_who_answers_telephones_is_no_operator_of_machines() -> None:
    read = read_posting("Phone Operator\n\nDuties\n- The operator answers calls\n- Operators page the staff")
    assert read.title_families == {"reception": 1.0}
    assert "manufacturing production" not in read.work_families
