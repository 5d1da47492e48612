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


def test_whom_a_recruiter_looks_for_and_what_they_work_with_is_not_asked_of_the_recruiter() -> None:
    text = (
        "Technical Recruiter\n\nWhat you'll do\n- Hire Scala, Rust and embedded engineers for three squads\n"
        "- Find people through GitHub and meetups\n- Keep LinkedIn Recruiter and Greenhouse tidy\n"
        "- Report to the product team in Excel\n\n"
        "What you'll bring\n- Three years of technical recruiting\n\n"
        "Our engineers write Elixir on Google Cloud."
    )
    named = asked(text)
    assert named.isdisjoint({"Scala", "Rust", "Elixir", "Google Cloud", "embedded engineers"})
    assert named >= {"LinkedIn Recruiter", "GitHub", "Greenhouse", "Excel"}


def test_others_are_asked_for_what_recruiters_are_not() -> None:
    text = "Backend Developer\n\nWhat you'll do\n- Work in Scala and Rust with our squads"
    assert asked(text) >= {"Scala", "Rust"}


def test_headings_of_markdown_are_found_in_a_single_line() -> None:
    text = (
        "Sourcer at Hollin ## Responsibilities * Research of people for teams * Report weekly on market mapping "
        "## Requirements * Boolean search * Fluent Dutch would be a plus * Two years in talent acquisition"
    )
    kinds = {skill.name: skill.required for skill in read_posting(text).skills}
    assert kinds["Boolean search"]
    assert not kinds["Dutch"]
    assert "Talent market mapping" in kinds


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Meet established individual targets for mortgage advice and retail banking", "Mortgage advice"),
        ("Screen and interview candidates throughout the hiring process", "Interviewing candidates"),
        ("Exercise therapy that helps to reduce long-term disability", "Exercise therapy"),
    ],
)
def test_a_duty_is_no_benefit_for_a_word_it_shares(line: str, name: str) -> None:
    assert name in asked(f"Adviser\nResponsibilities\n- {line}\n- Keep records\n")


def test_the_date_of_the_interviews_ends_nothing() -> None:
    text = (
        "Job overview\nInterview Date: 4 May\nWe want nurses with intensive care experience for our unit, who know "
        "haemofiltration."
    )
    assert asked(text) >= {"Intensive care", "Haemofiltration"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Staff Nurse\nDuties\n- Act as set out in the code of conduct\n- Wound care\n", "Setting out"),
        (
            "Class 1 driver\nYou must have\n- CE licence with no IN, DR or TT99 endorsements\n- Driver CPC\n",
            "DR",
        ),
    ],
)
def test_what_only_looks_like_a_skill_is_not_named(text: str, name: str) -> None:
    assert name not in asked(text)


FIRM = "Pellmore Coatings makes paint for ships in four plants and has done so since 1962.\n"
END = "\nRequirements\nNetSuite\n"


@pytest.mark.parametrize(
    "heading", ["About us", "Who we are", "Company overview", "Benefits", "Equal opportunities"]
)
@pytest.mark.parametrize(
    "job",
    [
        "The Staff Accountant prepares bank reconciliations and keeps the general ledger.",
        "You will prepare bank reconciliations and keep the general ledger.",
        "As our accountant you are responsible for bank reconciliations and the general ledger.",
        "What a day looks like: You prepare bank reconciliations and keep the general ledger.",
        "While the others sleep you'll prepare bank reconciliations and keep the general ledger.",
        "In this post you'll be responsible for bank reconciliations and the general ledger.",
        "We are looking for an accountant to prepare bank reconciliations and keep the general ledger.",
        "Prepares bank reconciliations\nMaintains the general ledger\nFiles the returns",
        "- Prepare bank reconciliations\n- Maintain the general ledger\n- File the returns",
    ],
)
def test_the_job_is_read_below_a_heading_over_the_employer(heading: str, job: str) -> None:
    text = f"Staff Accountant\n\n{heading}\n{FIRM}\n{job}\n{END}"
    assert asked(text) >= {"Bank reconciliation", "General ledger", "NetSuite"}


@pytest.mark.parametrize(
    "praise",
    [
        "You will receive training in Power BI and enjoy fresh fruit.",
        "The company supplies Salesforce to hospitals.",
        "We are looking for people who like to laugh.",
        "Our offices run on SAP.",
    ],
)
def test_what_the_employer_says_of_itself_stays_that(praise: str) -> None:
    assert asked(f"Staff Accountant\n\nAbout us\n{FIRM}\n{praise}\n{END}") == {"NetSuite"}


def test_the_specification_that_a_school_follows_is_of_the_work() -> None:
    text = (
        "Teacher of Chemistry\nHillbrook Academy\n\nThe department has nine laboratories and a greenhouse.\n\n"
        "We follow the Edexcel specification to A level.\n\nPerson specification\nQTS\n"
    )
    assert "Exam boards" in asked(text)


def test_a_word_without_end_before_the_pay_is_cut_too() -> None:
    assert "NetSuite" in asked("Staff Accountant. NetSuite " + "x" * 400 + "£30,000 a year")


@pytest.mark.parametrize(
    "heading", ["Key relationships", "Working relationships:", "REPORTING RELATIONSHIPS"]
)
def test_those_with_whom_one_has_to_do_are_not_asked_for(heading: str) -> None:
    text = (
        "Staff Nurse\nDuties\n- Wound care\n- Cannulation\n\n"
        f"{heading}\nMidwives, pharmacists, radiographers and social workers\n\nPerson specification\nNMC registration\n"
    )
    assert asked(text).isdisjoint({"Radiography", "Pharmacy", "Midwifery", "Social work", "social workers"})


def test_colleagues_in_a_duty_are_no_skill_and_those_who_are_led_are() -> None:
    text = (
        "Product Manager\nDuties\n- Plan releases with the platform engineers and market analysts\n"
        "- Mentor two junior analysts\n- Roadmaps in Productboard\n"
    )
    named = asked(text)
    assert named.isdisjoint({"platform engineers", "market analysts"})
    assert "Coaching and mentoring" in named


def test_who_may_apply_tells_what_is_asked_for() -> None:
    text = "Staff Nurse\n\nWe welcome applications from those who hold an NMC registration.\n\nMain duties\nWound care\n"
    assert "NMC registration" in asked(text)


def test_the_job_is_read_below_the_employer_where_nothing_else_has_a_heading() -> None:
    text = f"Bookkeeper\n\nAbout us\n{FIRM}\nAs our bookkeeper you will post journal entries;\nand file VAT returns.\n"
    assert asked(text) >= {"Journal entries", "VAT returns"}


def test_a_list_of_demands_behind_a_line_of_a_form_is_read() -> None:
    text = (
        "Oracle DBA\nExperience: 5 years\nShift: rotational\nHands on experience in Oracle RAC\nRMAN backups\n"
        "Performance tuning\nUnix shell scripting\nGoldenGate\n"
    )
    assert asked(text) >= {"RMAN", "Shell scripting", "Oracle GoldenGate"}


def test_a_text_without_a_word_asks_for_nothing() -> None:
    assert asked(" \n \n") == set()


@pytest.mark.parametrize("mark", ["1. ", "1) ", "(1) ", "- ", "• ", ""])
def test_a_list_of_duties_below_the_employer_is_read_however_it_is_marked(mark: str) -> None:
    duties = ["Prepare journal entries", "Reconcile bank accounts", "Maintain the fixed asset register"]
    text = (
        "General Ledger Accountant\n\nAbout the company\nFernhollow bakes frozen pies for grocers in two plants.\n\n"
        "In this seat\n"
        + "\n".join(mark.replace("1", str(number)) + duty for number, duty in enumerate(duties, 1))
        + "\n\nRequirements\n- Excel\n"
    )
    assert {"Journal entries", "Bank reconciliation", "Fixed assets", "Excel"} <= asked(text)


@pytest.mark.parametrize(
    "said",
    [
        "Whom we take on is decided by non-discriminatory rules for recruitment and promotion.",
        "Our policies guide recruitment and promotion, whatever the race, color, sex or religion of who applies.",
        "Pellmore uses E-Verify and reviews its employment practices and its recruitment.",
        "ATTENTION: Current Employee/Contingent Worker - recruitment runs on the internal career site.",
        "If you are a current employee of Pellmore, apply internally for promotion and recruitment.",
    ],
)
def test_fair_recruitment_and_whom_it_is_for_are_not_asked_for_under_any_heading(said: str) -> None:
    assert asked(f"Diver\n\nPreferred requirements\nWelding\n\nHow to thrive at Pellmore:\n{said}\n") == {
        "Welding"
    }


def test_who_looks_after_fair_employment_practices_is_asked_for_what_that_takes() -> None:
    text = "HR officer\n\nDuties\n- Advise managers on fair employment practices and recruitment\n"
    assert "Recruitment" in asked(text)
