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


BESIDE = """Home
Company reviews
Sign in
287 jobs
Java Developer
Fictive Bank
Spring Boot and Kubernetes must, five years of both, in a team that ships every day of the week
View similar jobs with this employer
Orthodontic Assistant
Imaginary Orthodontics
Must have an X-ray certificate and two years of orthodontic work, evenings and every second weekend
"""
INDEED = f"""{BESIDE}Payroll Clerk
- job post
Invented Foods
Apply now
Job details
Benefits
Pulled from the full job description
Dental insurance
Full job description
We use Sage 50 and pay 1,400 people.
License/Certification:
CIPP (Preferred)
Report job
"""
LINKEDIN = f"""{BESIDE}Share
Show more options
Payroll Clerk
Leeds · 2 weeks ago · Over 100 applicants
Meet the hiring team
Nobody Recruiter
Hires Java and DevOps people
Message
About the job
{OWN.partition("About the job")[2]}
Set alert for similar jobs
About the company
Invented Foods runs SAP S/4HANA and builds its own shops in React.
"""


@pytest.mark.parametrize("page", [INDEED, LINKEDIN])
def test_postings_beside_the_one_that_is_shown_ask_for_nothing(page: str) -> None:
    asked = read_posting(page)
    names = {skill.name for skill in asked.skills}
    assert asked.title == "Payroll Clerk"
    assert "Sage" in names
    assert not {"Java", "Spring Boot", "Orthodontics", "DevOps", "SAP S/4HANA", "React"} & names
    assert "Above the posting stand other ones; they were left out." in asked.warnings


@pytest.mark.parametrize(
    "below",
    [
        "Apply for this job\nFirst Name *\nDo you know Kotlin?\nDepression, epilepsy and other conditions",
        "Submit your application\nKotlin",
        "Voluntary Self-Identification\nKotlin",
        "Company ratings\nKotlin",
        "Ähnliche Jobs\nKotlin Entwickler",
        "Offres similaires\nKotlin",
        "Similar Jobs (3)\nKotlin",
    ],
)
def test_forms_and_what_a_website_adds_are_left_out_with_a_warning(below: str) -> None:
    own = own_part(f"{OWN}\n{below}")
    assert "Kotlin" not in own.text
    assert len(own.warnings) == 1


def test_lines_of_menus_cookies_and_forms_are_no_title() -> None:
    page = """We use cookies to offer you a better browsing experience, analyze site traffic and personalize content.
XING
Startseite
Jobs
Anmelden
payroll jobs in Leeds
Payroll Clerk
Invented Foods
Job Segment: Java, SAP, Warehouse
"""
    asked = read_posting(page + OWN.partition("What you'll do")[2])
    assert asked.title == "Payroll Clerk"
    assert "Java" not in {skill.name for skill in asked.skills}


def test_facts_of_a_form_are_no_title_and_no_education() -> None:
    page = "Home | Jobs | Contact us\nJob: Nursing\nPrimary Location: United States-Ohio\nIntermediate\nExperience Level\n"
    asked = read_posting(f"Payroll Clerk\n{page}{OWN.partition('What you')[2]}")
    assert (asked.title, asked.education_level) == ("Payroll Clerk", None)


def test_of_an_alert_with_several_postings_the_first_is_read() -> None:
    asked = read_posting(
        'Your job alert for "social worker"\nSocial Worker - Children in Need\nCourt reports and section 47 enquiries\n'
        "View job\nJava Developer\nSpring Boot\nView job\nUnsubscribe\n"
    )
    assert asked.title == "Social Worker - Children in Need"
    assert "Spring Boot" not in {skill.name for skill in asked.skills}
    assert asked.warnings[0] == "The text holds several postings; only the first was read."


def test_comments_below_a_posting_in_a_thread_ask_for_nothing() -> None:
    thread = f"invented 3 hours ago | next [–]\n{OWN}\nreply\nsomeone 2 hours ago | parent | next [–]\n8 years of Kotlin here\n"
    asked = read_posting(thread)
    assert asked.title == "Senior Payroll Specialist"
    assert "Kotlin" not in {skill.name for skill in asked.skills}


def test_a_search_engine_shows_a_posting_beside_its_list() -> None:
    beside = "barista near me\nBarista\nSample Coffee\nBaker\nInvented Bakery\nvia Reed\nSourdough\n"
    page = f"{beside}Payroll Clerk\nInvented Foods · Leeds\nApply on Indeed\nIdentified by Google from the original job post\n"
    asked = read_posting(page + OWN.partition("About the job")[2])
    assert asked.title == "Payroll Clerk"
    assert not {"Barista skills", "Baking"} & {skill.name for skill in asked.skills}


def test_menus_of_an_employers_own_website_ask_for_nothing() -> None:
    foot = "Newsletter\nEmail address\nProduct\nKubernetes Ingress\nDevelopers\nTerraform provider\nCompany\nPress\n© 2026 Invented\nStatus"
    asked = read_posting(f"Products\nSolutions\nPricing\nCareers\n{OWN}\n{foot}")
    assert asked.title == "Senior Payroll Specialist"
    assert asked.skills == read_posting(OWN).skills


def test_a_mark_of_copyright_alone_ends_nothing() -> None:
    assert own_part(f"{OWN}\nAbout\n© Invented Foods\nKotlin").text.endswith("Kotlin")


@pytest.mark.parametrize(
    "line",
    [
        "Jobs in progress are logged by you",
        "Apply on the day",
        "Department\nYou will lead the department of nine people",
        "People who looked after animals before",
        "Recommended vaccinations for all jobs",
        "Sort by size and colour",
        "Save customers money at each visit",
    ],
)
def test_lines_that_begin_as_those_of_a_board_stay(line: str) -> None:
    assert own_part(f"{OWN}\n{line}").text.endswith(line.rpartition("\n")[2])
