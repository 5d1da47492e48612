"""Posts beside those who write programs, with whom they share most tools."""

from datetime import date

import pytest

from shared.matching import match
from shared.matching.rolefit import PARTS, TITLES_OF_A_FUNCTION

AS_OF = date(2026, 11, 1)
POSTING = """{}

Invented Parcels sorts parcels.

Requirements
- Python, Docker and Git
- CI/CD
- REST APIs
- Linux
"""
CV = """Robin Sample

Experience
{}, Fictive Freight, January 2019 - present
- Wrote services in Python behind REST APIs, containers in Docker, pipelines for CI/CD on Linux
- Answered for what went wrong and kept the tickets in order

Education
BSc Computing, 2017
"""


def weight_of_titles(title: str) -> str:
    found = match(CV.format("Backend Developer"), POSTING.format(title), as_of=AS_OF)
    return found.arithmetic[0].partition("m = (")[2].partition(" × ")[0]


@pytest.mark.parametrize(
    "title",
    ["Test Automation Engineer", "Site Reliability Engineer", "Database Administrator", "SOC Analyst"],
)
def test_titles_tell_more_of_a_function_that_shares_its_tools(title: str) -> None:
    assert float(weight_of_titles(title)) == pytest.approx(TITLES_OF_A_FUNCTION)
    held = match(CV.format(title), POSTING.format(title), as_of=AS_OF)
    beside = match(CV.format("Backend Developer"), POSTING.format(title), as_of=AS_OF)
    assert held.overall_score > beside.overall_score + 10


@pytest.mark.parametrize("title", ["Backend Developer", "Software Engineer", "Staff Nurse"])
def test_titles_of_other_posts_weigh_as_ever(title: str) -> None:
    assert float(weight_of_titles(title)) == pytest.approx(PARTS["titles"])


@pytest.mark.parametrize(
    "title", ["Test Automation Engineer", "Business Systems Analyst", "IT Support Analyst"]
)
def test_titles_of_functions_tell_more_of_who_would_write_programs(title: str) -> None:
    writes = match(CV.format("Backend Developer"), POSTING.format("Backend Developer"), as_of=AS_OF)
    beside = match(CV.format(title), POSTING.format("Backend Developer"), as_of=AS_OF)
    assert f"({TITLES_OF_A_FUNCTION} × " in beside.arithmetic[0]
    assert writes.overall_score > beside.overall_score + 10


UNDATED = """{}

Seven years of experience with Python, Docker and CI/CD on Linux.

- Wrote services in Python behind REST APIs, containers in Docker, pipelines for CI/CD on Linux
"""


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ("Frontend Developer", "Test Automation Engineer"),
        ("Java Developer", "Site Reliability Engineer"),
        ("Test Automation Engineer", "Java Developer"),
        ("Scrum Master", "Backend Developer"),
    ],
)
def test_years_with_the_same_tools_are_none_of_another_function(held: str, wanted: str) -> None:
    for cv in (CV, UNDATED):
        beside, own = (
            match(cv.format(title), POSTING.format(wanted), as_of=AS_OF) for title in (held, wanted)
        )
        assert (beside.experience_match.candidate_years or 0.0) < 1
        assert (own.experience_match.candidate_years or 0.0) > 4


def test_a_software_engineer_may_have_done_the_work_of_a_function() -> None:
    cv = CV.format("Software Engineer").replace("Wrote services in Python", "Ran Kubernetes and Terraform")
    found = match(cv, POSTING.format("Site Reliability Engineer"), as_of=AS_OF)
    assert (found.experience_match.candidate_years or 0.0) > 1


HEADED = """Robin Sample
Java Developer

Skills: Java, Spring Boot, Hibernate, Oracle, Maven

Experience
{} - March 2016 to March 2020
{} - April 2020 to present
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Example Ltd", "Fictive SA"),
        ("Senior Consultant, Example Ltd", "Consultant, Fictive SA"),
    ],
)
def test_roles_that_name_no_trade_are_what_the_cv_is_headed_with(first: str, second: str) -> None:
    cv = HEADED.format(first, second)
    java = match(cv, POSTING.format("Java Developer"), as_of=AS_OF)
    nurse = match(cv, POSTING.format("Staff Nurse"), as_of=AS_OF)
    assert (java.experience_match.candidate_years or 0.0) > 8
    assert (nurse.experience_match.candidate_years or 0.0) < 1


RAILS = """Backend Engineer

Invented Parcels sorts parcels.

Requirements
- {} years of Ruby on Rails
- TypeScript and React
- REST APIs
- SQL
"""
WITH = """Robin Sample

Experience
Backend Engineer, Fictive Freight, January 2016 - present
- Wrote services in {} behind REST APIs with SQL
- Built pages in TypeScript and React
"""


def test_the_framework_that_takes_years_is_what_a_developer_without_a_language_in_the_title_writes_in() -> (
    None
):
    posting = RAILS.format("At least three")
    rails = match(WITH.format("Ruby on Rails"), posting, as_of=AS_OF)
    java = match(WITH.format("Java and Spring Boot"), posting, as_of=AS_OF)
    assert any("since the role rests on Rails" in line for line in java.arithmetic)
    assert not any("since the role rests on" in line for line in rails.arithmetic)
    assert rails.overall_score > java.overall_score + 20
    open_to_more = match(WITH.format("Java and Spring Boot"), RAILS.format("Happy"), as_of=AS_OF)
    assert open_to_more.overall_score > java.overall_score
