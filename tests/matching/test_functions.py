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
