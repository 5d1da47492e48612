"""What unusual headings of postings announce, and that sentences and items announce nothing."""

import pytest

from shared.matching import read_posting
from shared.matching.posting_headings import announced_kind
from shared.matching.sections import find_sections
from tests.matching.test_requirements import names


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("It would be lovely if you had", "preferred"),
        ("It would be an advantage if you had:", "preferred"),
        ("The following would be beneficial but are not essential:", "preferred"),
        ("Not essential but useful:", "preferred"),
        ("What will make you stand out", "preferred"),
        ("What we like to see", "preferred"),
        ("WHAT WOULD HELP", "preferred"),
        ("Extra credit", "preferred"),
        ("Preferred (not required)", "preferred"),
        ("Nice to have (but not essential):", "preferred"),
        ("Additional (desirable)", "preferred"),
        ("Considered an asset", "preferred"),
        ("Good-to-haves", "preferred"),
        ("If you also have", "preferred"),
        ("Ideal candidates also have:", "preferred"),
        ("The best applicants will also have", "preferred"),
        ("Tutors are expected to:", "duties"),
        ("The Mill Coordinator is responsible for:", "duties"),
        ("An outline of expected tasks is as follows:", "duties"),
        ("Your duties as a miller may include:", "duties"),
        ("The following qualifications are required:", "required"),
        ("Safeguarding statement", "boilerplate"),
        ("Other information", "boilerplate"),
        ("What you'd be doing", "duties"),
        ("How you'll spend your days", "duties"),
        ("What the job involves", "duties"),
        ("A typical day", "duties"),
        ("Key Responsibility Areas:", "duties"),
        ("As our head gardener you will", "duties"),
        ("Who we need", "required"),
        ("We're looking for someone with", "required"),
        ("To be successful in this role you will have:", "required"),
        ("Is this you?", "required"),
        ("What we give back", "boilerplate"),
        ("The money bit", "boilerplate"),
        ("Why you'll love it here", "boilerplate"),
        ("How to apply", "boilerplate"),
        ("Responsible for:", "duties"),
        ("Day to day you will:", "duties"),
        ("What will I be doing?", "duties"),
        ("What do I need?", "required"),
        ("Would be nice", "preferred"),
        ("What do we expect from you?", "required"),
        ("What do we offer you?", "boilerplate"),
        ("Additional information about this post:", "boilerplate"),
        ("Bonus points (lovely, but we can teach you):", "preferred"),
    ],
)
def test_a_heading_is_told_by_how_it_begins(line: str, kind: str) -> None:
    assert announced_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "You have run a kitchen",
        "Kubernetes is a plus",
        "Java required",
        "What you will do is design, build and run services.",
        "The role will report to the director",
        "Responsible for the team",
        "Our stack",
        "Python or R",
        "",
        "– :",
    ],
)
def test_a_sentence_or_an_item_is_no_heading(line: str) -> None:
    assert announced_kind(line) is None


def test_what_stands_below_such_a_heading_is_of_its_kind() -> None:
    found = names(
        read_posting(
            "Backend Engineer\nWhat you'd be doing\nServices in Go which read from Kafka.\n"
            "About you\nYou know PostgreSQL.\nIt would be a bonus if you\n- have touched Terraform\n"
            "What we give back\nTwo trips to a conference about Rust.\n"
        )
    )
    assert found["Kafka"] is True
    assert found["PostgreSQL"] is True
    assert found["Terraform"] is False
    assert "Rust" not in found


@pytest.mark.parametrize(
    "duty", ["Investigate tenancy fraud and abandonment", "Benefits administration:", "Maintain MIG welders"]
)
def test_a_duty_that_sounds_like_what_the_employer_offers_begins_no_boilerplate(duty: str) -> None:
    found = names(
        read_posting(f"Officer\nDuties\nWork with SAP\n{duty}\nKeep records in Excel and Salesforce\n")
    )
    assert "Salesforce" in found


def test_a_line_about_pay_is_boilerplate_and_no_more_than_that_line() -> None:
    found = names(
        read_posting(
            "Barista\nPay: 14 an hour and tips\nYou open the shop, follow HACCP and train new staff.\n"
        )
    )
    assert "HACCP" in found


def test_columns_of_a_person_specification_tell_essential_from_desirable() -> None:
    found = names(
        read_posting(
            "Ward Sister\nPerson specification\nCurrent NMC registration E  A, C\nExperience of wound care E  A\n"
            "Advanced life support D  A\nPhlebotomy  D\n"
        )
    )
    assert found["NMC registration"] is True
    assert found["Wound care"] is True
    assert found["Phlebotomy"] is False


@pytest.mark.parametrize(
    "text",
    [
        "Technician\nRequirements: 3 years of HVAC service and a clean record.Preferred:AutoCAD certificate.\n",
        "Engineer WHAT YOU'LL NEED * 6+ years of Swift * Fastlane NICE TO HAVE * AutoCAD * Objective-C "
        + "and so on " * 30,
        "Developer\nMinimum Qualifications\nStrong SQL, team player. Preferred Qualifications\nAutoCAD.\n",
    ],
)
def test_a_heading_that_lost_its_line_is_one(text: str) -> None:
    assert names(read_posting(text))["AutoCAD"] is False


def test_what_follows_a_line_about_pay_and_a_heading_is_under_the_heading() -> None:
    found = names(read_posting("Engineer\nPay: 12 an hour\nNice to have\n- SQL\n\n- AutoCAD\n"))
    assert found["SQL"] is False
    assert found["AutoCAD"] is False


def test_a_list_of_skills_in_a_cv_goes_on_behind_an_empty_line() -> None:
    sections = find_sections("Skills: SQL, Excel\n\nPython, Java\n", posting=False)
    assert sections.kind_at(25) == "skills"


@pytest.mark.parametrize(
    "heading", ["Benefits", "What we offer", "About us", "How to apply", "Privacy notice", "Why join us"]
)
@pytest.mark.parametrize("form", ["{}", "{}:", "**{}**", "## {}"])
def test_what_stands_under_the_employers_heading_is_not_asked_for_even_if_nothing_else_is(
    heading: str, form: str
) -> None:
    asked = read_posting(
        "Pipe Fitter\nExample Ltd, Leeds\n\nResponsibilities\n- Safe working all day long\n\n"
        f"{form.format(heading)}\n- Welding stainless pipe and reading isometric drawings\n- Forklift licence\n"
    )
    assert not asked.skills
