"""Work with a product, named in one: "MySQL replication"."""

from datetime import date

import pytest

from shared.matching import match, read_cv
from shared.matching.result import SkillMatch

AS_OF = date(2026, 11, 1)
CV = """Robin Sample

Experience
Database Administrator, Fictive Shop, January 2018 - present
- {}
- Backup and recovery on Linux servers
"""
POSTING = "Database Administrator\n\nRequirements\n- {}\n- Linux\n"


def shown(line: str) -> set[str]:
    return {use.name for use in read_cv(CV.format(line), as_of=AS_OF).skills if not use.slight}


def asked(requirement: str, line: str) -> SkillMatch:
    found = match(CV.format(line), POSTING.format(requirement), as_of=AS_OF)
    return found.skill_matches[0] if found.skill_matches[0].skill != "Linux" else found.skill_matches[1]


@pytest.mark.parametrize(
    ("line", "product"),
    [
        ("Set up MySQL replication between two sites", "MySQL"),
        ("Kept PostgreSQL replication running", "PostgreSQL"),
        ("Led the Azure migration of the shop", "Azure"),
        ("Halved the AWS costs in a year", "AWS"),
    ],
)
def test_work_with_a_product_shows_the_product(line: str, product: str) -> None:
    assert product in shown(line)


@pytest.mark.parametrize(
    "line", ["Designed a snowflake schema for sales", "Set up database replication between two sites"]
)
def test_the_word_of_a_product_in_other_work_shows_none(line: str) -> None:
    assert not {"Snowflake", "MySQL", "PostgreSQL"} & shown(line)


def test_work_with_a_product_is_not_met_by_the_work_or_the_product_alone() -> None:
    both = asked("MySQL replication", "Set up MySQL replication between two sites")
    work = asked("MySQL replication", "Set up database replication between two sites")
    product = asked("MySQL replication", "Looked after MySQL and its users")
    assert (both.verdict, work.verdict, product.verdict) == ("met", "partial", "missing")


def test_the_product_may_be_named_elsewhere() -> None:
    line = "Set up database replication between two sites\n- Looked after MySQL and its users"
    assert asked("MySQL replication", line).verdict == "met"


def test_what_implies_the_product_names_it_too() -> None:
    assert asked("Server-side JavaScript", "Wrote Node.js and Express back ends").verdict == "met"


def test_who_shows_the_tool_and_the_work_shows_the_work_with_the_tool() -> None:
    both = asked("Oracle database administration", "Tuned databases in Oracle 19c for a shop")
    work = asked("Oracle database administration", "Tuned databases in MySQL for a shop")
    assert (both.verdict, work.verdict) == ("met", "missing")
    listed = asked("Oracle database administration", "Skills: Oracle 19c, database administration")
    said = asked("Oracle database administration", "Oracle database administration for a shop")
    assert listed.verdict == said.verdict == "met"


def test_an_alias_that_two_parents_make_shows_no_tool() -> None:
    found = match(CV.format("Wrote Visual Basic and .NET"), POSTING.format("ASP.NET Core"), as_of=AS_OF)
    assert found.skill_matches[0].verdict != "met"
