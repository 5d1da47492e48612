"""Somebody copies a whole page of a job board: only the posting counts."""

import pytest

from shared.matching import match, read_posting
from shared.matching.job_boards import own_part
from shared.matching.prompt import build_prompt

OWN = """Senior Payroll Specialist
Invented Foods · Leeds, England, United Kingdom (Hybrid)
About the job
We are growing and looking for a Senior Payroll Specialist to join our people team in Leeds.
What you'll do
Process the monthly payroll for 1,400 employees
RTI submissions, pensions auto-enrolment and year end
What we're looking for
CIPP qualified or working towards
Sage 50 experience
Good Excel (pivot tables)"""
PAGE = f"""Skip to main content
LinkedIn
Jobs
People
Learning
Sign in
{OWN}
Show more
Show less
Seniority level
Mid-Senior level
Employment type
Full-time
Job function
Finance
Industries
Food and Beverage Manufacturing
2 weeks ago · Over 100 applicants
Posted 2 days ago by Madeup Recruitment
Referrals increase your chances of interviewing at Invented Foods by 2x
Get notified about new Payroll Specialist jobs in Leeds, England, United Kingdom.
Similar jobs
Java Developer
Fictive Bank
People also viewed
Credit Controller
Similar Searches
Kubernetes jobs
"""


def test_a_page_asks_for_what_its_posting_asks_for() -> None:
    page, own = read_posting(PAGE), read_posting(OWN)
    assert page.skills == own.skills
    assert page.title == own.title == "Senior Payroll Specialist"
    assert page.warnings == ["Below the posting stands a list of other ones; it was left out."]
    assert not own.warnings


@pytest.mark.parametrize(
    "line",
    [
        "More information about our vacancies is on the website, and jobs are filled as they come.",
        "• Similar positions in retail are welcome",
        "Other duties may come with the job",
        "People skills matter",
    ],
)
def test_a_sentence_of_the_posting_begins_no_others(line: str) -> None:
    assert own_part(f"{OWN}\n{line}\nKotlin").text.endswith("Kotlin")


def test_a_short_beginning_is_no_posting_to_end() -> None:
    assert own_part("Similar jobs\nJava Developer\nSpring Boot").text.endswith("Spring Boot")


def test_a_model_reads_no_other_postings() -> None:
    baseline = match("Payroll clerk since 2019. Ran the payroll in Sage 50.", PAGE)
    prompt = build_prompt(baseline, "Payroll clerk", PAGE, max_input_tokens=8_000, schema_tokens=400)
    assert "pensions auto-enrolment" in prompt.user
    assert "Java Developer" not in prompt.user
