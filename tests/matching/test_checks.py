"""What is seen in a CV whatever the posting: figures, contact details."""

from datetime import date

import pytest

from shared.matching import read_cv

AS_OF = date(2026, 11, 24)


def passed(name: str, cv: str) -> bool:
    return next(check.passed for check in read_cv(cv, as_of=AS_OF).checks if check.check == name)


def with_lines(line: str) -> str:
    return (
        "Una Sample\nuna.sample@example.com\n\nExperience\nClerk, Example Ltd, 01/2019 - 12/2022\n"
        f"- {line}\n- {line.replace('the', 'their')}, as agreed with the office\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Carved eleven separate services out of the one solution they had",
        "Took the monthly report from 14 minutes to 9 seconds by reading the plan",
        "Moved test coverage of the billing code from 11% to about 70",
        "Looked after the homes of a patch of 450 tenants, mostly alone",
        "Saved the department £12,000 by asking for a second offer",
        "Halved the accidents on the floor by walking it every morning",
        "Served 120 covers a night with the smallest brigade in town",
        "Led a team of nine in the shop and answered for the till",
        "Interviewed about 30 candidates for the office in Leeds",
    ],
)
def test_a_line_that_says_how_many_or_how_much_holds_a_figure(line: str) -> None:
    assert passed("achievements with figures", with_lines(line))


@pytest.mark.parametrize(
    "line",
    [
        "Worked on the platform with Python 3 and .NET 6, later Core 8",
        "Worked in the Leeds office from 2015 to 2018 and then in York",
        "Kept the records as ISO 9001 audits want to see them kept",
        "Brought eleven years of experience to the office in Leeds",
        "Was a Band 6 nurse on the ward, with a Level 3 qualification",
        "Was responsible for invoices and payments of the whole office",
    ],
)
def test_years_versions_and_grades_are_no_figures(line: str) -> None:
    assert not passed("achievements with figures", with_lines(line))


@pytest.mark.parametrize(
    "number", ["+44 20 7946 0018", "020 7946 0018", "(555) 010-0187", "555-0187", "555 0187"]
)
def test_a_telephone_number_is_seen_however_it_is_written(number: str) -> None:
    cv = f"Una Sample | una.sample@example.com | {number}\n\n" + with_lines("Kept the books of the office")
    assert passed("contact details", cv)
