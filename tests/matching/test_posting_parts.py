"""Parts of a posting that must not be taken for others: a line of a form, a table or a sentence about pay is no
more than itself, and what there is to do is read wherever it stands."""

import pytest

from shared.matching import read_posting

ABOUT = (
    "Pellmore Coatings makes paint for ships in four plants. Its founders still come to lunch on Fridays.\n\n"
)
DUTIES = (
    "Ownership of the month-end close\n"
    "Reconciliation of balance sheet accounts against the general ledger\n"
    "Monthly journal entries with accruals and intercompany charges\n"
    "Depreciation and the register of fixed assets\n"
)
CLOSE = {"General ledger", "Journal entries", "Depreciation", "Fixed assets"}


def asked(text: str) -> set[str]:
    return {skill.name for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    "text",
    [
        f"Accountant\nPellmore Coatings\n{ABOUT}Close and more\n{DUTIES}\nRequirements\nNetSuite\n",
        f"Accountant\nPellmore Coatings\n{ABOUT}The accountant owns:\n\n"
        + DUTIES.replace("\n", "\n\n")
        + "Requirements\nNetSuite\n",
    ],
    ids=["a heading that is not known", "lines apart"],
)
def test_nouns_one_below_the_other_tell_what_there_is_to_do(text: str) -> None:
    assert asked(text) >= CLOSE | {"NetSuite"}


@pytest.mark.parametrize(
    "label", ["Location: Port Ellery", "Salary: £31,000", "Hours: 37.5 per week", "Travel: 10%"]
)
def test_a_line_of_a_form_is_no_more_than_that_line(label: str) -> None:
    text = (
        f"Staff Accountant\n{label}\nThe accountant posts journal entries and reconciles the general ledger."
    )
    assert asked(text) >= {"General ledger", "Journal entries"}


def test_a_label_above_its_fact_ends_where_sentences_begin() -> None:
    text = (
        "Staff Accountant\nSalary\n£31,000\nLocation\nPort Ellery\n"
        "The accountant posts all journal entries of three companies, reconciles the general ledger and files VAT returns."
    )
    assert asked(text) >= {"General ledger", "Journal entries"}


def test_a_duty_further_down_is_not_the_title_below_a_preamble() -> None:
    text = (
        "Ledgers and more in Port Ellery\n\nPellmore, 12 months\n\nIn this post you'll look after two ledgers.\n\n"
        "- Post the journal entries in NetSuite\n\n- Depreciation and fixed assets\n\n- Reconcile bank accounts\n\n"
        "- Assist the financial accountant with VAT returns\n\n- Keep the general ledger tidy\n"
    )
    assert asked(text) >= {"Journal entries", "NetSuite", "Depreciation", "General ledger"}


def test_a_table_whose_rows_are_lost_takes_nothing_with_it() -> None:
    text = (
        "Ward Sister Main duties Administer intravenous antibiotics and look after tracheostomy patients on the "
        "ward, keep the rota and take charge of the shift. Person specification Criteria Essential | Desirable "
        "Registered nurse | Mentorship qualification"
    )
    assert "Tracheostomy care" in asked(text)


def test_a_text_without_full_stops_asks_for_what_it_names_before_it_comes_to_pay() -> None:
    text = (
        "Android Engineer wanted - Kotlin with coroutines - Jetpack Compose - unit tests - dependency injection with "
        "Hilt - modularised code bases - Gradle builds that finish before lunch - an app in the store that you can "
        "show us - four years of work on mobile phones - patience with old tablets - 27 days holiday - pension - "
        "a gym membership"
    )
    assert asked(text) >= {"Kotlin", "Jetpack Compose", "Hilt", "Gradle"}
