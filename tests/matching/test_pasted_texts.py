"""Texts as people paste them: whose title it is, what a year is of, and what a posting rests on."""

from datetime import date

import pytest

from shared.matching import Profile, match, read_cv, read_posting
from shared.matching.job_titles import title_in
from shared.matching.titled import names

AS_OF = date(2026, 11, 24)


def leading(mix: dict[str, float]) -> str:
    return max(mix, key=lambda name: mix[name], default="")


def months(profile: Profile) -> list[tuple[int, ...]]:
    """Year and month of the begin and end of each role."""
    return [
        tuple(
            int(part)
            for month in (role.first_month, role.last_month)
            for part in (month // 12, month % 12 + 1)
        )
        for role in profile.roles
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Example Foods, Scranton, PA",
        "Scranton, PA 18503",
        "The post reports to the Sales Director",
        "Test plans written in close cooperation with project managers",
        "Adobe Illustrator and Photoshop",
        "Linux kernel driver",
        "Device drivers and JDBC drivers",
        "Doctor of Pharmacy, Hillbrook University 2009",
        "Doctor of Physical Therapy",
        "Outpatient ortho, post op knees",
    ],
)
def test_a_state_a_program_a_degree_and_other_people_are_no_title(line: str) -> None:
    assert title_in(line) == ("", {})


@pytest.mark.parametrize(
    "line",
    [
        "PA to the Managing Director",
        "PA",
        "Sales Director",
        "Worked with the board as a Project Manager",
        "Illustrator",
        "Doctor, Hillbrook Hospital",
        "Machine op",
    ],
)
def test_the_same_words_are_a_title_where_they_are_one(line: str) -> None:
    assert title_in(line)[1]


def test_a_title_with_a_word_among_its_own_is_known_in_a_long_line_too() -> None:
    families = read_cv(
        "Senior Embedded & IoT Software Engineer with twelve years of building sensors, gateways and radio links "
        "for farms, ships and cold stores in four countries\n",
        as_of=AS_OF,
    ).title_families
    assert leading(families) == "embedded software"


@pytest.mark.parametrize(
    "line", ["Database: SQL Server 2008", "Tools: Visual Studio 2010", "Held to ISO 9001:2015"]
)
def test_the_year_of_a_product_or_a_standard_begins_no_role(line: str) -> None:
    profile = read_cv(
        f"Projects\nBilling of a water works\nRole: Software Developer\n{line}\nWrote the readings of meters.\n",
        as_of=AS_OF,
    )
    assert not profile.roles
    assert "software engineering" in profile.title_families


def test_a_period_may_be_broken_before_its_to() -> None:
    profile = read_cv(
        "Experience\nWarehouse Supervisor\n05/2008 \n          to   07/2012\nExample Stores\nChecked deliveries.\n",
        as_of=AS_OF,
    )
    assert months(profile) == [(2008, 5, 2012, 7)]


def test_two_titles_with_a_slash_stand_before_dates_as_one_does() -> None:
    dump = (
        "Experience Example Foods, loaded vans and drove them to forty shops a day, counted the stock of three larders "
        "every month Warehouse Worker/Delivery Driver January 2012 to March 2016 Cook meals of three hundred pupils for "
        "the kitchen porter and others of the school, washing up and keeping lists."
    )
    profile = read_cv(dump, as_of=AS_OF)
    assert [role.title for role in profile.roles] == ["Warehouse Worker/Delivery Driver"]
    assert profile.title_families == {"warehousing": 0.5, "driving": 0.5}


@pytest.mark.parametrize(
    "duty",
    [
        "Trained new Chefs and cooks in",
        "Reported to the Sales Director and counted",
        "Assisted Head Chef with",
    ],
)
def test_a_title_in_what_somebody_did_is_not_the_roles(duty: str) -> None:
    dump = (
        f"EXPERIENCE Example Inn January 2012 to March 2016 {duty} the orders of the week. Counted the stock of three "
        "larders every month and wrote the lists for the office. Cleaned the yard, swept it and kept its tools in order "
        "for the whole of the time. Education High School Diploma 2008 Example High School City , State"
    )
    assert [role.title for role in read_cv(dump, as_of=AS_OF).roles] == [""]


def test_a_title_alone_on_its_line_counts_beside_a_titled_role_of_a_few_months() -> None:
    profile = read_cv(
        "Jo Example\n\nCareer\n\nExample Partnership, for ten years\nQuantity Surveyor\n- Measured and valued works.\n\n"
        "Jan 2009 - Apr 2009 Receptionist\nInvented Hotel\n- Answered calls.\n",
        as_of=AS_OF,
    )
    assert leading(profile.title_families) == "quantity surveying"


@pytest.mark.parametrize(
    ("work", "family"),
    [
        ("Wrote test plans and test cases, regression testing in Selenium, logged defects in Jira", "quality assurance testing"),
        ("Inspected machined parts with callipers and CMM, kept ISO 9001, SPC charts, FMEA, PPAP, corrective actions", "manufacturing engineering"),
    ],
)  # fmt: skip
def test_the_work_settles_which_of_several_things_a_title_means(work: str, family: str) -> None:
    cv = f"Experience\nQA Engineer, Example Ltd, Jan 2015 - Dec 2020\n- {work}.\n"
    assert leading(read_cv(cv, as_of=AS_OF).title_families) == family
    assert leading(read_posting(f"QA Engineer\n\nWhat you will do\n- {work}\n").title_families) == family


def test_a_software_engineer_is_in_part_of_the_kind_that_the_work_tells_of() -> None:
    work = "Wrote Spring Boot services with Hibernate, JPA, Maven and JUnit"
    cv = f"Experience\nSoftware Engineer, Example Ltd, Jan 2015 - Dec 2020\n- {work}.\n"
    wanted = {"software engineering": 0.5, "java development": 0.5}
    assert read_cv(cv, as_of=AS_OF).title_families == wanted
    assert read_posting(f"Software Engineer\n\nWhat you will do\n- {work}\n").title_families == wanted
    assert (
        leading(read_cv("Software Engineer\n\nWorked in Leeds.\n", as_of=AS_OF).title_families)
        == "software engineering"
    )


def test_a_title_may_go_on_behind_a_comma() -> None:
    assert title_in("Teacher, secondary school") == title_in("Teacher, secondary school, Leeds")
    assert title_in("Example Electrical Services, electrician")[0] == "electrician"
    assert title_in("Nurse, registered")[0] == "Nurse, registered"
    assert title_in("Teacher, Example school")[0] == "Teacher"


@pytest.mark.parametrize(
    ("work", "family"),
    [
        (
            "Planned play, naps, nappies and meals of toddlers in a day care, and told parents of them",
            "childcare",
        ),
        ("Taught phonics, guided reading and numeracy to a Year 2 class at KS1", "primary teaching"),
        ("Taught GCSE and A-level chemistry, marked coursework, KS4 and sixth form", "secondary teaching"),
    ],
)
def test_a_teacher_teaches_whom_the_work_tells_of(work: str, family: str) -> None:
    cv = f"Experience\nTeacher, Jan 2015 - Dec 2020\nExample House\n- {work}.\n"
    assert leading(read_cv(cv, as_of=AS_OF).title_families) == family


@pytest.mark.parametrize(
    ("title", "skill", "named"),
    [
        ("SQL Server Database Administrator", "SQL Server", True),
        ("SQL Server Database Administrator", "SQL", False),
        ("React Native Developer", "React", False),
        ("React Developer", "React", True),
        ("", "React", False),
    ],
)
def test_a_title_names_the_longest_skill_in_it(title: str, skill: str, named: bool) -> None:
    assert names(title, skill) is named


def test_what_only_begins_like_a_test_of_call_handlers_is_none() -> None:
    asked = read_posting(
        "Plant Fitter\n\nRequirements\n- Keeps critical pumps running\n- Critical thinking\n"
    )
    assert "CritiCall" not in {skill.name for skill in asked.skills}


def test_abap_is_abap_with_and_without_sap_before_it() -> None:
    asked = read_posting("SAP ABAP Developer\n\nRequirements\n- SAP ABAP\n- Smart Forms\n")
    assert "ABAP" in {skill.name for skill in asked.skills}
    assert "ABAP" in {
        skill.name for skill in read_cv("Wrote reports in ABAP/4 for a bakery.\n", as_of=AS_OF).skills
    }


JAVA_POSTING = (
    "Senior Software Engineer\n\nRequirements\n- Java\n- SQL\n- REST APIs\n- Unit testing\n- Git\n- Docker\n"
)
DEVELOPER = (
    "Jo Example\n\nExperience\nSenior Software Engineer, Example Ltd, Jan 2014 - Present\n"
    "- Wrote order services in {} with SQL and REST APIs, unit testing each of them.\n"
    "- Ran releases with Git and Docker.\n"
)


def test_a_developer_rests_on_the_language_that_is_required_even_where_the_title_names_none() -> None:
    java, dotnet = (
        match(DEVELOPER.format(language), JAVA_POSTING, as_of=AS_OF).overall_score
        for language in ("Java", "C#")
    )
    assert java - dotnet >= 9


def test_of_languages_that_would_do_as_well_none_is_what_the_role_rests_on() -> None:
    either = JAVA_POSTING.replace("- Java\n", "- Java, Go or C#\n")
    java, dotnet = (
        match(DEVELOPER.format(name), either, as_of=AS_OF).overall_score for name in ("Java", "C#")
    )
    assert abs(java - dotnet) <= 5


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Graphics Designer", "graphic design"),
        ("Web and Graphics Designer", "web design"),
        ("Analyst Relations Manager", "public relations"),
    ],
)
def test_titles_as_firms_write_them_are_known(title: str, family: str) -> None:
    assert leading(read_cv(f"{title}\n\nWorked in many places.\n", as_of=AS_OF).title_families) == family


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("QA Engineer Job Description", "QA Engineer"),
        ("Production Operator $16.50/hr", "Production Operator"),
        ("Sous Chef - £14 an hour", "Sous Chef"),
        ("Qualifications for Firmware Engineer", "Firmware Engineer"),
        ("Requirements Engineer", "Requirements Engineer"),
        ("Immediate openings for Line Cooks", "Line Cooks"),
        ("Opportunity for a passionate Head Chef at The Plough.", "Head Chef"),
        ("Position available: Receptionist", "Receptionist"),
    ],
)
def test_what_pages_add_to_a_title_is_no_part_of_it(line: str, title: str) -> None:
    assert read_posting(f"{line}\n\nRequirements\n- Good with people\n").title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "SNAG Coordinator\n\nA great opportunity for a housing worker who likes people.\n",
            "SNAG Coordinator",
        ),
        (
            "Principal Stream Architect - NEW Office!\n\nWe are looking for a gifted leader of a software team.\n",
            "Principal Stream Architect",
        ),
        ("- A levels\n- Three years as a typesetter\n- Care with colour\n", None),
        ("Previous experience in pre-press work\nKnowledge of inks\n", None),
        ("Primary Purpose\nKeeps the ledgers of a shop that sells lamps.\n", None),
    ],
)
def test_a_first_line_is_the_title_if_it_is_written_like_one(text: str, title: str | None) -> None:
    assert read_posting(text).title == title
