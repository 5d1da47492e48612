"""What is seen in a CV whatever the posting: figures, contact details."""

from datetime import date

import pytest

from shared.matching import match, read_cv

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
        "Cared for 1-2 critically ill patients on the unit at a time",
        "Held the margin at 68-70% through the whole of the year",
        "Was second in command of the brigade of 9, the head chef away",
        "Worked at a 5:1 ratio on the telemetry unit of the hospital",
        "Ran the nights of a 48-bed home with the senior on call",
        "Waited at 12 tables, Example Inn, 05/2022 - 04/2024",
    ],
)
def test_a_line_that_says_how_many_or_how_much_holds_a_figure(line: str) -> None:
    assert passed("achievements with figures", with_lines(line))


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Leitung von 7 Köchen in der Küche des Hauses", True),
        ("Wareneinsatz in drei Jahren von 34 auf 28 Prozent gesenkt", True),
        ("Arbeit in der Küche des Hauses von 2015 bis 2018", False),
        ("Seit 12 Jahren in der Küche des Hauses, auch im Ausland", False),
    ],
)
def test_figures_are_seen_in_german_too(line: str, holds: bool) -> None:
    told = f"Köchin, Gasthof Beispiel, 01/2019 - 12/2022\n- {line}\n- {line}, und das mit viel Freude an der Sache\n"
    assert passed("achievements with figures", f"Una Muster\n\nBerufserfahrung\n{told}") is holds


@pytest.mark.parametrize(
    "line",
    [
        "Worked on the platform with Python 3 and .NET 6, later Core 8",
        "Worked in the Leeds office from 2015 to 2018 and then in York",
        "Kept the records as ISO 9001 audits want to see them kept",
        "Brought eleven years of experience to the office in Leeds",
        "Was a Band 6 nurse on the ward, with a Level 3 qualification",
        "Was responsible for invoices and payments of the whole office",
        "Taught the Year 5 pupils of the school with the other class",
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


@pytest.mark.parametrize(
    ("head", "advice"),
    [
        ("Una Sample | una.sample@example.com", "Put a telephone number at the top."),
        ("Una Sample | 020 7946 0018", "Put an e-mail address at the top."),
        ("Una Sample", "Put an e-mail address and a telephone number at the top."),
    ],
)
def test_advice_names_only_what_is_missing(head: str, advice: str) -> None:
    cv = f"{head}\n\nExperience\nClerk, Example Ltd, 01/2019 - 12/2022\n- Kept the books of the office.\n"
    actions = [
        item.action for item in match(cv, "Clerk\nRequirements\n- Bookkeeping\n", as_of=AS_OF).recommendations
    ]
    assert advice in actions
    assert "Say more of what you did in each role, in two to five lines." in actions


def test_an_exported_profile_is_read_like_a_cv() -> None:
    cv = (
        "Contact\nuna.sample@example.com\n\nTop Skills\nProject Management\nBudgeting\n\nLanguages\n"
        "French (Limited Working)\n\nUna Sample\nSenior Project Manager at Example Ltd\nLeeds, England\n\nExperience\n\n"
        "Example Ltd\nSenior Project Manager\nMarch 2019 - Present (7 years 9 months)\nLeeds\nLead 12 highway projects.\n\n"
        "Madeup plc\n8 years\nProject Manager\nJune 2014 - February 2019 (4 years 9 months)\nRefurbished 30 schools.\n"
        "Project Coordinator\nMarch 2011 - May 2014 (3 years 3 months)\nKept plans.\n\nPage 1 of 2\n\nEducation\n"
        "University of Example\nBachelor of Arts - BA, History · (2007 - 2010)\n\nPage 2 of 2\n"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert [role.title for role in profile.roles] == [
        "Senior Project Manager",
        "Project Manager",
        "Project Coordinator",
    ]
    assert profile.total_years == pytest.approx(15.75, abs=0.1)
    assert {"skills", "languages", "experience", "education"} <= set(profile.sections)
    assert profile.education_level == 3


def test_a_short_line_that_holds_a_figure_counts_too() -> None:
    cv = "Experience\nChef, Example Inn, 01/2019 - 12/2022\n- Menus; weddings of 250 guests; 60 covers.\n"
    assert passed("achievements with figures", cv)


def test_only_the_dates_of_work_are_asked_for_months() -> None:
    cv = (
        "Experience\nClerk, Example Ltd, 01/2019 - 12/2022\n\n"
        "Education\n2015-16 PGCE\n2012-15 BA Geography\n2010-12 A levels\n"
    )
    assert passed("months in dates", cv)


def test_advice_on_headings_names_those_that_are_missing() -> None:
    cv = "Experience\nClerk, Example Ltd, 01/2019 - 12/2022\n\nEducation\n2015 BA Geography\n"
    actions = [
        item.action for item in match(cv, "Clerk\nRequirements\n- Bookkeeping\n", as_of=AS_OF).recommendations
    ]
    assert "Add a short section headed Skills: those that the posting asks for and you have." in actions


@pytest.mark.parametrize("line", ["0000 / 123456", "040/1234567", "Tel. 0171/ 234 5678"])
def test_a_telephone_number_with_a_slash_is_one(line: str) -> None:
    assert passed(
        "contact details", f"Jonas Muster\njonas@example.de\n{line}\n\nErfahrung\nBote, Muster AG\n"
    )


def test_months_with_a_slash_are_no_telephone_number() -> None:
    cv = "Jonas Muster\njonas@example.de\n\nExperience\nClerk, Muster AG, 01/2019 - 12/2022\n"
    assert not passed("contact details", cv)


def test_lines_about_work_are_found_under_roles_too_where_no_heading_names_work() -> None:
    cv = (
        "Una Sample\nuna.sample@example.com\n\nAbout me\nReliable shift worker.\n\n"
        "Bus Controller, Example Transport. April 2018 to now\n"
        "Monitor 160 buses in service by radio and by the screen of the control room\n"
        "Divert services around incidents and road closures, 12 drivers a shift\n"
    )
    assert passed("achievements with figures", cv)
