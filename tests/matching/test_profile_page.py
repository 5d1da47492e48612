"""Somebody copies the page of a professional network in place of a CV: only the profile counts."""

from datetime import date

from shared.matching import read_cv
from shared.matching.profile_page import without_page

PAGE = """Skip to main content
Home
Messaging
Nora Fictiva
Nora Fictiva
Leeds, England, United Kingdom  Contact info
500+ connections
About
About
Payroll manager with twelve years in food and retail.
…see more
Experience
Experience
Payroll Manager
Payroll Manager
Invented Foods · Full-time
Invented Foods · Full-time
May 2019 - Present · 7 yrs 7 mos
May 2019 to Present · 7 yrs 7 mos
Lead a team of four and pay 1,400 employees monthly with QuickBooks
Lead a team of four and pay 1,400 employees monthly with QuickBooks
Payroll Clerk
Payroll Clerk
Fictive Retail · Full-time
Fictive Retail · Full-time
Mar 2014 - Apr 2019 · 5 yrs 2 mos
Mar 2014 to Apr 2019 · 5 yrs 2 mos
Weekly wages for 600 shop staff
Skills
Skills
Payroll
Endorsed by 2 colleagues at Invented Foods
Show all 31 skills
More profiles for you
Java Developer
Kubernetes engineer at Invented Bank
"""


def test_each_role_counts_once_and_other_people_not_at_all() -> None:
    profile = read_cv(PAGE, as_of=date(2026, 11, 29))
    assert [role.title for role in profile.roles] == ["Payroll Manager", "Payroll Clerk"]
    skills = {skill.name: skill for skill in profile.skills}
    assert not {"Java", "Kubernetes"} & set(skills)
    assert skills["QuickBooks"].used == 1
    assert [PAGE[start:end] for start, end in skills["QuickBooks"].spans] == [
        "Lead a team of four and pay 1,400 employees monthly with QuickBooks"
    ]


def test_another_text_stays_as_it_is() -> None:
    text = "Home carer\nHome carer\nMore\nPeople you may know\nHome\n" + "Built it again.\n" * 30
    assert without_page(text) is text


def test_length_and_lines_stay() -> None:
    shown = without_page(PAGE)
    assert [len(line) for line in shown.split("\n")] == [len(line) for line in PAGE.split("\n")]
