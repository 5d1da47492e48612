"""What a CV shows: roles, years, skills by role, education."""

from datetime import date

import pytest
from pydantic import TypeAdapter

from shared.matching import Profile, read_cv, read_posting
from shared.matching.families import family_table
from shared.matching.heading_kinds import heading_kind
from shared.matching.job_titles import title_in
from shared.matching.sentence_pieces import pieces
from shared.matching.words import Words
from tests.matching.benchmark import cv_text, history_errors

AS_OF = date(2026, 11, 24)

DUMP = (
    "ACCOUNTANT Summary Accountant with 9 years of experience in general ledger. Highlights QuickBooks Excel "
    "Reconciliations Experience Company Name July 2014 to Current Accountant City , State Prepared journal entries "
    "and month-end close for three entities. Reconciled bank accounts. Company Name May 2010 to June 2014 Accounts "
    "Payable Clerk City , State Processed 300 invoices a week. Education Bachelor of Science : Accounting , 2010 "
    "Example State University City , State"
)


def test_years_of_sixty_histories_are_within_half_a_year() -> None:
    errors = {name: error for name, error in history_errors().items() if abs(error) > 0.5}
    assert not errors


def test_a_dump_without_line_breaks_has_roles_titles_and_education() -> None:
    profile = read_cv(DUMP, as_of=AS_OF)
    assert [(role.title.split()[0], int(role.first_month // 12)) for role in profile.roles] == [
        ("Accountant", 2014),
        ("Accounts", 2010),
    ]
    assert profile.total_years == pytest.approx(16.6, abs=0.1)
    assert profile.education_level == 3
    assert max(profile.title_families, key=lambda name: profile.title_families[name]) == "accounting"


def test_the_last_lines_of_a_role_are_not_the_next_ones_without_bullets_either() -> None:
    profile = read_cv(
        "Experience\n\nSenior Process Engineer, Fictive Chemicals\t01/2020 - 12/2023\nTrained graduates in P&ID reading\n\n"
        "Process Engineer, Invented Polymers\t01/2018 - 12/2019\nSized heat exchangers and relief valves\n",
        as_of=AS_OF,
    )
    assert {skill.name: skill.months for skill in profile.skills}["P&ID"] == 48
    assert profile.roles[0].end == profile.roles[1].start


def test_a_title_stands_below_dates_and_place_too() -> None:
    profile = read_cv(
        "Experience\n\nAug 2021\n– Present\nPune\n\nSenior Data Engineer\nFictive Analytics\n\nBuilt ingestion\n\n"
        "Jul 2018\n– Jul 2021\nHyderabad\n\nETL Developer\nInvented Systems\n",
        as_of=AS_OF,
    )
    assert [role.title for role in profile.roles] == ["Senior Data Engineer", "ETL Developer"]


def test_overlapping_roles_count_once_and_gaps_do_not_count() -> None:
    profile = read_cv(
        "Experience\nNurse, Ward 1, 01/2010 - 12/2012\nBank nurse, Agency, 01/2011 - 12/2012\nNurse, Ward 2, 01/2015 - 12/2015\n",
        as_of=AS_OF,
    )
    assert profile.total_years == 4.0


def test_study_and_volunteering_are_no_years_of_work() -> None:
    profile = read_cv(
        "Experience\nChef, Example Inn, 2015 - 2017\n\nEducation\nNVQ Catering, Example College, 2010 - 2014\n\n"
        "Volunteering\nSoup kitchen, 2005 - 2010\n",
        as_of=AS_OF,
    )
    assert profile.total_years == 2.0


def test_a_skill_has_the_months_of_the_roles_that_show_it() -> None:
    profile = read_cv(
        "Experience\nJava Developer, A Ltd, 01/2018 - 12/2019\n- Built services with Kafka for the billing team.\n"
        "Java Developer, B Ltd, 01/2020 - 12/2022\n- Built a portal with Spring Boot for the sales team.\n",
        as_of=AS_OF,
    )
    months = {use.name: use.months for use in profile.skills}
    assert months["Kafka"] == 24
    assert months["Spring Boot"] == 36


@pytest.mark.parametrize(
    "name", ["java-lead-pune", "exec-chef-us-dump", "civil-planner-council", "nurse-icu-uk"]
)
def test_a_profile_survives_json_and_stays_small(name: str) -> None:
    profile = read_cv(cv_text(name), as_of=AS_OF)
    adapter = TypeAdapter(Profile)
    stored = adapter.dump_json(profile, by_alias=True)
    assert adapter.validate_json(stored) == profile
    assert len(stored) < 30_000
    assert b'"titleFamilies"' in stored


def test_a_profile_holds_no_text_of_the_cv_beyond_titles_and_education() -> None:
    text = "Avery Example\nChef\n\nExperience\nChef, Example Inn, 2015 - 2017\n- Wrote the zanzibar menu and cut waste by 12 %.\n"
    assert b"zanzibar" not in TypeAdapter(Profile).dump_json(read_cv(text, as_of=AS_OF))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Berufserfahrung\n01/2018 - heute Krankenschwester im Krankenhaus und auf der Station für die Pflege von Patienten",
            "de",
        ),
        (
            "Expérience professionnelle\n01/2018 - 02/2020 Infirmière dans un hôpital pour la prise en charge des patients et de leurs familles",
            "fr",
        ),
        (
            "Experiencia laboral\n01/2018 - 02/2020 Enfermera en el hospital para la atención de los pacientes y de sus familias en la unidad",
            "es",
        ),
        (
            "Experience\n01/2018 - 02/2020 Nurse on the ward, caring for patients and their families with the team",
            "en",
        ),
    ],
)
def test_language_and_foreign_dates_are_read(text: str, language: str) -> None:
    profile = read_cv(text, as_of=AS_OF)
    assert profile.language == language
    assert profile.total_years


PORTAL = """IT Skills: Cisco ASA, Checkpoint, F5 load balancer, routers and switchesEducation Details
May 2006 to May 2010 Bachelor of Engineering  Example University
Senior Network Security Analyst

Senior Network Security Analyst - Example Systems
Skill Details
FIREWALLS- Exprience - 96 months
CISCO- Exprience - 48 months
PYTHON- Exprience - Less than 1 year monthsCompany Details
company - Example Systems
description - Responsibilities:
â¢ Configured and upgraded Cisco firewalls for forty branches and documented every change.
â¢ Answered incidents in the data centre and found their causes with the network team.
"""


@pytest.mark.parametrize(("employer", "is_work"), [("company - Example Parcels", True), ("", False)])
def test_a_form_that_names_an_employer_is_no_bare_list(employer: str, is_work: bool) -> None:
    form = (
        f"Education Details \nMay 2014 MCA Example University\nJava Developer \n\nSkill Details \n"
        f"Java, Spring, Hibernate- Exprience - 6 monthsCompany Details \n{employer}\n"
    )
    assert read_cv(form, as_of=AS_OF).has_sentences is is_work


def test_a_form_of_a_job_portal_has_sections_a_title_and_years_without_a_single_date() -> None:
    profile = read_cv(PORTAL, as_of=AS_OF)
    assert profile.has_sentences
    assert profile.headline == "Senior Network Security Analyst"
    assert next(iter(profile.title_families)) == "information security"
    assert profile.stated_years == 8.0
    months = {use.name: use.months for use in profile.skills}
    assert months["Firewalls"] == 96.0
    assert months["Python"] is None
    assert next(use for use in profile.skills if use.name == "Firewalls").used
    few_months = read_cv(PORTAL.replace("96", "6").replace("48", "6"), as_of=AS_OF)
    assert few_months.stated_years is None  # of one skill, and not of the work


@pytest.mark.parametrize("item", ["TESTING", "Pipe bending and tube welding.", "Manual Testing"])
def test_months_of_any_item_of_a_form_are_the_years_that_the_work_lasted_at_least(item: str) -> None:
    form = f"Tester\nSkill Details\n{item}- Exprience - 24 months\nCompany Details\ncompany - Example Ltd\n"
    assert read_cv(form, as_of=AS_OF).stated_years == 2.0


def test_months_of_a_form_are_those_of_every_skill_of_the_item() -> None:
    form = "Engineer\nSkill Details\nNetwork Security, Firewalls and VPN Configuration.- Exprience - 24 months\nGit\n"
    months = {use.name: use.months for use in read_cv(form, as_of=AS_OF).skills}
    assert months["Firewalls"] == months["VPN"] == 24.0
    assert months["Git"] is None


def test_the_one_title_of_a_form_is_that_of_its_one_role() -> None:
    form = (
        "Skills: Linux, PL/SQL, Git,Education Details\nMay 2006 to May 2010 B.Tech  Example University\n"
        "Oracle Database Administrator\n\nOracle Database Administrator\nSkill Details\nCompany Details\n"
        "company - \ndescription - ORACLE ON LINUX WITH 4 YEARS EXPERIENCE.\nJune 2014 to May 2018\n"
        "Kept the databases of a bank running.\n"
    )
    assert [role.title for role in read_cv(form, as_of=AS_OF).roles] == ["Oracle Database Administrator"]


def test_letters_of_a_degree_at_the_end_of_an_item_of_several_words_are_none() -> None:
    cv = "Sam Sample\nClerk\nSkills: Excel, Cure MD, Typing, Spanish Education: Iowa Town College, Bachelor of Science"
    assert read_cv(cv, as_of=AS_OF).education_level == 3
    assert (
        read_cv(
            cv.replace("Cure MD", "Cure").replace("Clerk", "MD, Example College"), as_of=AS_OF
        ).education_level
        == 5
    )


def test_two_titles_on_a_line_are_half_of_each() -> None:
    profile = read_cv("Systems Administrator/Hadoop Developer\n\nWorked on clusters.\n", as_of=AS_OF)
    assert profile.title_families == {"systems administration": 0.5, "data engineering": 0.5}


def test_a_version_is_no_role_and_a_server_no_waiter() -> None:
    profile = read_cv(
        "Experience\nNetwork Engineer, Example Ltd\n"
        "- Installed Windows Servers 2008, 2012 and 2016 and kept their backups.\n5 years of experience in networks\n",
        as_of=AS_OF,
    )
    assert not profile.roles
    assert profile.stated_years == 5.0
    assert list(profile.title_families) == ["network engineering"]


def test_a_cv_without_lines_capitals_or_punctuation_still_has_roles_sections_and_sentences() -> None:
    flat = (
        "staff accountant executive summary accountant with nine years in local government core qualifications "
        "budgeting quickbooks excel month end close professional experience 01 2015 to 06 2019 staff accountant "
        "company name city state reconciled twelve bank accounts every month and wrote the notes to the annual "
        "accounts answered the questions of the auditors and trained two juniors in the purchase ledger 02 2010 to "
        "12 2014 accounts payable clerk company name city state processed three hundred invoices a week and set up "
        "the payment runs in sage resolved the queries of suppliers by telephone and kept the ledger free of old "
        "items education and training bachelor of science accounting 2009 example state university city state"
    )
    profile = read_cv(flat, as_of=AS_OF)
    assert profile.has_sentences
    assert profile.sections == ["education", "experience", "skills", "summary"]
    assert [role.title.split()[-1] for role in profile.roles] == ["accountant", "clerk"]
    assert profile.total_years == pytest.approx(9.4, abs=0.1)
    assert profile.education_level == 3


def test_a_title_alone_on_its_line_needs_no_date() -> None:
    profile = read_cv("Experience\nAdvocate - Example High Court\n- Argued civil cases.\n", as_of=AS_OF)
    assert list(profile.title_families) == ["law"]


@pytest.mark.parametrize(
    ("title", "families"),
    [
        ("Advanced Paramedic", {"ambulance service"}),
        ("Dispensing Optician", {"optical dispensing"}),
        ("Program Support Assistant", {"office administration"}),
        (
            "Senior Project Engineer",
            {"mechanical engineering", "electrical engineering", "civil engineering"},
        ),
        ("Firewall Engineer", {"network engineering", "information security"}),
        ("Early Career Teacher", {"primary teaching", "secondary teaching"}),
        ("QA Officer", {"manufacturing engineering"}),
        ("Inbound Team Leader", {"warehousing"}),
        ("Community Manager", {"digital marketing", "real estate"}),
        ("Specialist SLT", {"speech and hearing"}),
        ("Mobile Application Engineer", {"mobile development"}),
        ("Software Designer", {"software engineering"}),
        ("Business Intelligence Development Manager", {"data warehousing"}),
        ("Server Analyst", {"systems administration"}),
        ("Front of House Manager", {"restaurant management"}),
        ("Business Development Rep", {"business development"}),
        ("Construction Project Engineer", {"construction management"}),
        ("PA or NP", {"medicine", "registered nursing"}),
        ("Systems Engineer", {"software engineering", "systems administration"}),
        ("Assistant System Engineer", {"software engineering"}),
        ("Linux Systems Engineer", {"systems administration"}),
        ("Technology Lead", {"software engineering"}),
    ],
)
def test_a_title_tells_its_families(title: str, families: set[str]) -> None:
    assert set(read_cv(f"{title}\n\nWorked in many places.\n", as_of=AS_OF).title_families) == families


@pytest.mark.parametrize(
    "line",
    [
        "I served as a link between the board and a group of parties",
        "Play a key role and be there for not less than a season",
        "All of which are subject to vetting; let us know and hear from us",
        "A quick learner, forward thinking, with spare time and annual leave",
        "Forty miles away, to be found on LinkedIn",
        "I deal with what turns up, wait for no one and exercise judgement",
        "Took part in a steering group during two rounds of talks",
        "Drop us a word; greetings from all of us and our views",
        "Cut through red tape, tick all boxes and hit the ground running",
    ],
)
def test_everyday_words_tell_of_no_occupation(line: str) -> None:
    assert not family_table().terms.find(Words(line, line.lower()))


def test_the_form_of_a_job_portal_can_be_read_on_one_line_too() -> None:
    profile = read_cv(" ".join(PORTAL.split()), as_of=AS_OF)
    assert profile.has_sentences
    assert "experience" in profile.sections
    assert {"network engineering", "information security", "police and security"} & set(
        profile.title_families
    )
    assert next(use for use in profile.skills if use.name == "Firewalls").used


def test_a_list_of_skills_ends_somewhere_even_where_the_next_heading_is_not_known() -> None:
    work = (
        "Rebuilt the payments service in Kotlin for the mobile team and measured what it saved every month.\n"
    )
    profile = read_cv(f"Skills\nKotlin, Java\n\nStations of my life\n{work * 30}", as_of=AS_OF)
    assert next(use for use in profile.skills if use.name == "Kotlin").used


@pytest.mark.parametrize(
    ("education", "level"),
    [
        ("Education\nMA Social Work, Example University, 2017 - 2019", 4),
        ("EDUCATION: MA Social Work, Example College, 2017-2019. BA Sociology, 2:1, 2012-2015.", 4),
        ("Education\nBA (Hons) History, Example University", 3),
        ("Education\nMPhys, first class, Example University", 4),
        ("Education\nHigh school diploma, Springfield, MA 02110", 1),
        ("I have a BA Fashion from the College of Examples.", 3),
    ],
)
def test_degrees_of_two_letters_are_read_and_states_are_not(education: str, level: int) -> None:
    assert (
        read_cv(f"Una Sample\nClerk, Example Ltd, 2020 - 2022\n{education}\n", as_of=AS_OF).education_level
        == level
    )


def test_study_in_a_sentence_is_no_work() -> None:
    profile = read_cv(
        "Developer at Example Ferries, August 2017 to February 2020.\nBefore: physics (MPhys, 2012 to 2017).\n",
        as_of=AS_OF,
    )
    assert profile.total_years == pytest.approx(2.6, abs=0.1)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("whom we no longer call testers", "testers"),
        ("Senior Social Worker", "Senior Social Worker"),
        ("References: site manager and me", "site manager"),
        ("Teacher in Ghana", "Teacher"),
        ("07700 900654 Senior Teacher", "Senior Teacher"),
        ("Audit Manager / Trainee", "Audit Manager"),
        ("Senior Data Engineer Zephyrline Logistics", "Senior Data Engineer"),
        ("Software Engineer II", "Software Engineer II"),
        ("Account Manager Supervisor Example Ltd", "Account Manager Supervisor"),
        ("Doctor's receptionist", "Doctor's receptionist"),
        ("Hair stylist & colour specialist", "Hair stylist"),
    ],
)
def test_a_title_ends_where_its_sentence_goes_on(line: str, title: str) -> None:
    assert title_in(line)[0] == title


LEVELS = {
    1: "GCSEs: 8 incl. Maths; High School Diploma; 12th Standard, CBSE; Leaving Certificate, 2010; Matura; Some college, no degree; "
    "Northside High School - Diploma, 2012; Secondary school, Lodz; Highschool Diploma; O-Levels, 6 passes; Realschulabschluss; Plus Two, Science",
    2: "Associate of Applied Science, Example Community College; A.A.S. in Welding, Example College; HND Computing; "
    "T Level in Health; Certificate III in Individual Support; Red Seal, Electrician; Meisterbrief Elektrotechnik; DUT informatique; "
    "Cert III Electrotechnology; NVQ3 Plumbing; QQI Level 6 Advanced Certificate in Cookery; AS in Nursing, Example College; AAT Level 4; Bac Pro Cuisine",
    3: "B.E. E&TC, Pune University, 2020; BSN, Example State University; BS Biology, Example State; BA, History; "
    "BEng (Hons) Civil Engineering; Grado en Enfermería; LLB Law; BFA Design; "
    "QQI Level 8, History; Laurea triennale in Economia; B.Voc, Example Board",
    4: "MBA, Example School; MBA Example School; MS, Computer Science, Example State; MA (Cantab); Diplom-Informatiker (FH); "
    "Staatsexamen Jura; PGDM Marketing; MPhys, Example University; "
    "PGDip Housing; M.Acc., Example State; Master 2 Droit social; PG Diploma, Example College; Laurea magistrale in Economia",
    5: "Doctor of Philosophy; JD, Example Law School; MD, Example Medical School; DPhil; PharmD, Example University",
}


@pytest.mark.parametrize(
    ("line", "level"), [(line, level) for level, lines in LEVELS.items() for line in lines.split("; ")]
)
def test_degrees_of_many_countries_are_read_beside_the_name_of_the_school(line: str, level: int) -> None:
    cv = f"Una Sample\n\nExperience\nClerk, Example Ltd, 01/2019 - 12/2022\n- Kept the books.\n\nEducation\n{line}\n"
    assert read_cv(cv, as_of=AS_OF).education_level == level


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("E X P E R I E N C E", "experience"),
        ("W O R K  H I S T O R Y", "experience"),
        ("Previous Employment", "experience"),
        ("Career to date:", "experience"),
        ("S K I L L S", "skills"),
        ("Toolbox", "skills"),
        ("Degrees", "education"),
        ("CPD", "certificates"),
        ("Assignments", "experience"),
        ("Selected clients (freelance, since 2019)", "experience"),
        ("Career break (family), 03/2022 - 12/2024", None),
        ("Techniques", "skills"),
        ("SALON EXPERIENCE", "experience"),
        ("🎓 Education", "education"),
        ("★ Skills ★", "skills"),
        ("HIGHLIGHTS OF QUALIFICATIONS", "summary"),
        ("ACME EXPERIENCE LTD", None),
        ("Sea Service", "experience"),
        ("Quals", "education"),
        ("Personal skills and competences", "skills"),
        ("Licences & Tickets", "certificates"),
        ("Board & Community", "volunteering"),
        ("SELECTED ACHIEVEMENTS", "other"),
    ],
)
def test_headings_are_known_by_many_names_and_with_their_letters_apart(
    heading: str, kind: str | None
) -> None:
    assert heading_kind(heading, posting=False) == kind


@pytest.mark.parametrize(
    "line",
    [
        "From: 03/2019 To: 06/2022\nSous Chef, Example Inn",
        "Sous Chef, Example Inn (start: 03/2019, end: 06/2022)",
        "SOUS CHEF - EXAMPLE INN - MARCH 2019 / JUNE 2022",
        "Employer: Example Inn\nPosition: Sous Chef\nFrom: March 2019          To: June 2022",
    ],
)
def test_forms_and_slashes_give_a_period(line: str) -> None:
    assert read_cv(
        f"Experience\n{line}\n- Ran the sauce section.\n", as_of=AS_OF
    ).total_years == pytest.approx(3.3, abs=0.1)


NO_STUDY = (
    "Certified Scrum Master; Master Carpenter; Worked on a 24-bed ward; Looked after bed and breakfast guests; Med-surg nurse; "
    "MCA and DoLS training; Web master of the site; Graduated from the leadership programme; a degree of autonomy; "
    "360 degree feedback; Promoted to associate in 2019; Associate of the Institute of Example; intermediate Excel; cap on spending; Joined in March 2021"
)


@pytest.mark.parametrize("line", NO_STUDY.split("; "))
@pytest.mark.parametrize("heading", ["Summary", "Certifications", "Training"])
def test_what_only_sounds_like_a_degree_is_none(line: str, heading: str) -> None:
    work = "Experience\nClerk, Example Ltd, 01/2019 - 12/2022\n- Kept the books for years and years.\n"
    assert read_cv(f"Una Sample\n\n{heading}\n{line}\n\n{work}", as_of=AS_OF).education_level is None


@pytest.mark.parametrize("line", NO_STUDY.split("; "))
def test_a_posting_asks_for_no_degree_that_only_sounds_like_one(line: str) -> None:
    asked = read_posting(f"Clerk\nExample Ltd, Leeds\n\nRequirements\n- {line}\n- Excel\n")
    assert asked.education_level is None


def test_the_line_of_the_education_section_is_the_one_that_is_shown() -> None:
    profile = read_cv("UNA SAMPLE, RN, BSN\n\nEducation\nBSN, Example State University, 2016\n", as_of=AS_OF)
    assert profile.education_level == 3
    assert profile.education_text is not None
    assert "SAMPLE" not in profile.education_text


def test_a_title_keeps_its_rank_in_a_long_line() -> None:
    line = "Working as Senior Software Engineer in Example Solutions, Hyderabad from Jun 2021 to till date."
    assert title_in(line)[0] == "Senior Software Engineer"


@pytest.mark.parametrize(
    "line",
    [
        "Licence: Cat C+E (since 2009), no points",
        "Registered with the NMC since 2010",
        "Living in Leeds since March 2012",
        "Treasurer (volunteer), Example School, 2010 - 2016",
        "Carer for my mother, 2010 - 2016",
        "Physiotherapist, Example Rugby Club (weekends, voluntary), 2010 - 2016",
        "President, chess student society, 2010 - 2016",
        "2010 - 2016 Raised my two children",
        "Career break, 2010 - 2016\nFull-time parent; treasurer of the village hall",
    ],
)
def test_what_is_held_or_done_unpaid_is_no_role(line: str) -> None:
    profile = read_cv(
        f"Una Sample\n{line}\n\nClass 1 Driver, Example Haulage, 01/2018 - 12/2019\n- Drove by night.\n",
        as_of=AS_OF,
    )
    assert [(role.title, profile.total_years) for role in profile.roles] == [("Class 1 Driver", 2.0)]


@pytest.mark.parametrize(
    "line",
    [
        "Chef de Partie, Example Hotel, Jan 2018 - Mar 2021 (closed Mar 2020 - Jun 2020)\n- Ran the grill.",
        "Chef de Partie, Example Hotel, Jan 2018 - Mar 2021\n- Ran the grill and cut waste by a third from 2018 to 2020",
    ],
)
def test_what_happened_during_a_role_is_no_other_role(line: str) -> None:
    profile = read_cv(f"Experience\n{line}\n- Ran the sauce section.\n", as_of=AS_OF)
    assert [role.title for role in profile.roles] == ["Chef de Partie"]


def test_a_title_is_that_of_the_dates_own_sentence() -> None:
    profile = read_cv(
        "I have been a healthcare assistant at Example Lodge since March 2020, where I look after residents who have "
        "dementia and help with washing and meals. From 2012 to 2017 I looked after the accounts of a farm. In Ghana I was a "
        "primary school teacher.\n",
        as_of=AS_OF,
    )
    assert [role.title for role in profile.roles] == ["healthcare assistant", ""]


def test_the_line_below_the_dates_gives_no_title_if_it_is_a_sentence() -> None:
    profile = read_cv(
        "Experience\n2016 - 2017 Example Primary, Telford\nCompleted the first year with all Teachers' Standards met.\n",
        as_of=AS_OF,
    )
    assert [role.title for role in profile.roles] == [""]


FUNCTIONAL = (
    "Una Sample\n\nRELEVANT SKILLS\nCustomer service\n- Answered a phone with six lines and greeted clients\n"
    "Bookkeeping\n- Reconciled bank statements in QuickBooks for a family business\n\n"
    "EMPLOYMENT\nLegal Secretary, Example & Sample, Boise\nBookkeeper, Example Plumbing LLC\n"
)


def test_a_functional_cv_shows_its_titles_and_what_was_done() -> None:
    profile = read_cv(FUNCTIONAL, as_of=AS_OF)
    assert profile.headline == "Legal Secretary"
    assert profile.has_sentences
    assert {use.name: use.used for use in profile.skills}["QuickBooks"] == 1


def test_education_in_a_paragraph_is_shown_from_where_its_sentence_begins() -> None:
    profile = read_cv(
        "I have cared for people in a home in Leeds for six years and for ten years before that in a hospital in "
        "another town. I have NVQ level 2 in Health and Social Care. I have my own car and can work nights.\n",
        as_of=AS_OF,
    )
    assert profile.education_text == "I have NVQ level 2 in Health and Social Care"


def test_people_whom_somebody_looks_for_are_no_headline() -> None:
    cv = "I hold a degree in logistics.\nI am looking for interns and research assistants.\n\nJobs\n2019 - now Cook\n"
    assert read_cv(cv, as_of=AS_OF).headline == ""


def test_a_licence_number_is_no_headline() -> None:
    cv = (
        "Una Sample\nTeacher Reference Number: 1234567\n\nExperience\nClerk, Example Ltd, 01/2019 - 12/2022\n"
    )
    assert not read_cv(cv, as_of=AS_OF).headline


def test_what_began_in_the_running_year_is_a_role_whatever_the_month() -> None:
    cv = "Experience\n\n2024 - Present   Sous Chef, Example Inn\n\n2019 - 2023   Line Cook, Sample House\n"
    profile = read_cv(cv, as_of=date(2024, 3, 1))
    assert [(role.title, role.current) for role in profile.roles] == [
        ("Sous Chef", True),
        ("Line Cook", False),
    ]


def test_a_dash_before_another_column_is_an_open_end() -> None:
    profile = read_cv("Appointments\n2021-         Research Associate, Example University\n", as_of=AS_OF)
    assert [role.current for role in profile.roles] == [True]


def test_a_cv_of_few_words_in_german_is_german() -> None:
    cv = (
        "Berufserfahrung\n03/2016 - heute  Industriemechaniker, Beispiel Getriebe GmbH\n- Wartung und Instandsetzung\n"
        "- Hydraulik, Pneumatik\n- Führung einer Schicht mit Kollegen\n\nKenntnisse\nStaplerschein, Kranschein\n"
    )
    assert read_cv(cv, as_of=AS_OF).language == "de"


def test_columns_side_by_side_keep_their_titles_headings_and_sentences() -> None:
    cv = (
        "SKILLS                          UNA SAMPLE\n"
        "Patient care                    Veterinary Nurse\n"
        "Radiography\n"
        "CONTACT                         EMPLOYMENT\n"
        "07700 900654                    Senior Veterinary Nurse\n"
        "una.sample@example.com          Example Referrals, Bath\n"
        "Bath                            Aug 2021 - Present\n"
        "                                Monitored anaesthesia in orthopaedic surgery\n"
        "                                and mentored two student nurses.\n"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert "experience" in profile.sections
    assert [role.title for role in profile.roles] == ["Senior Veterinary Nurse"]
    (orthopaedics,) = [use for use in profile.skills if use.name == "Orthopaedics"]
    (span,) = orthopaedics.spans
    assert cv[slice(*span)] == "Monitored anaesthesia in orthopaedic surgery"


def test_roles_below_a_line_of_qualifications_are_roles() -> None:
    profile = read_cv(
        "Una Sample\n\nQualifications: Diploma in Dental Nursing 2016, Radiography 2018\n\n"
        "2019-2022 Dental Nurse, Example Dental\n2016-2019 Trainee Dental Nurse, Example Dental\n",
        as_of=AS_OF,
    )
    assert [role.title for role in profile.roles] == ["Dental Nurse", "Trainee Dental Nurse"]


def test_years_beside_titles_stand_in_for_dates() -> None:
    profile = read_cv(
        "Una Sample\n\nJobs\nCleaner, Example School (4 years) - floors, toilets\n"
        "Housekeeper, Example Hotel (1 year 6 months) - 14 rooms a day\n",
        as_of=AS_OF,
    )
    assert profile.stated_years == 5.5


def test_study_and_certificates_in_a_dump_are_no_work() -> None:
    profile = read_cv(
        "Data engineer who builds pipelines. Work Experience Data Engineer Example Logistics - Austin, TX March 2021 to "
        "December 2022 • Designed the ingestion of events into Snowflake and wrote tests ETL Consultancy Example Grocers "
        "- Plano, TX January 2020 to December 2020 • SSIS packages and stored procedures Education Master's in Information "
        "Systems University of Example - Plano, TX August 2015 to May 2017 Bachelor's in Electronics Example University "
        "2011 to 2015 Skills Python (7 years), SQL (8 years) Certifications/Licenses AWS Certified Data Analytics - "
        "Specialty July 2022 to July 2025\n",
        as_of=AS_OF,
    )
    assert [role.title.split()[:2] for role in profile.roles] == [["Data", "Engineer"], []]
    assert profile.total_years == pytest.approx(2.8, abs=0.1)
    assert {"education", "skills"} <= set(profile.sections)


def test_a_project_of_a_job_is_no_other_role_of_its_skills() -> None:
    profile = read_cv(
        "Experience\nEngineer, Example Ltd, 01/2018 - 12/2019\n- Wrote drivers in Rust for the boards of the team.\n\n"
        "Project details\nGateway (01/2018 - 06/2019)\n- Wrote the radio stack of the gateway in Rust.\n",
        as_of=AS_OF,
    )
    (rust,) = [use for use in profile.skills if use.name == "Rust"]
    assert rust.roles == 1


@pytest.mark.parametrize(
    "dump",
    [
        "Sous Chef January 2011 to March 2014 Example Grill Steakhouse, butcher program, 280 covers and the closing "
        "manager. Line Cook January 2008 to December 2010 Example Diner. Cooked breakfast and lunch for the guests of "
        "the diner, kept the line clean, counted the stock and wrote the orders of the week for the owner to sign.",
    ],
)
def test_the_title_right_before_the_dates_is_that_of_the_role(dump: str) -> None:
    assert [role.title for role in read_cv(dump, as_of=AS_OF).roles] == ["Sous Chef", "Line Cook"]


@pytest.mark.parametrize("line", ["Personal: DOB 30/12/1998", "Contact: 07700 900654", "Interests: choirs"])
def test_a_single_line_about_the_person_does_not_end_the_work(line: str) -> None:
    profile = read_cv(f"Experience\n{line}\nChef, Example Inn, 01/2018 - 12/2019\n", as_of=AS_OF)
    assert profile.total_years == 2.0


def test_a_role_begins_below_the_heading_of_its_section() -> None:
    profile = read_cv(
        "Skills\nMentoring of software engineers\n\nEmployment\n\nZookeeping wizard, Invented Park\t03/2020 - 05/2022\n",
        as_of=AS_OF,
    )
    assert [role.title for role in profile.roles] == [""]


def test_a_dot_of_an_abbreviation_ends_no_sentence() -> None:
    text = "Sr. SAP Consultant at St. Nobody's. Used tools, e.g. Jira. Reported to Dr. Nobody."
    assert len(pieces(text)) == 3


def test_a_certificate_with_the_name_of_an_occupation_is_no_title() -> None:
    assert title_in("Ski Instructor Certification - Level 1 & 2")[0] == ""
    assert title_in("Certified Ski Instructor")[0] == "Certified Ski Instructor"


def test_a_certified_trade_that_is_not_known_is_work() -> None:
    cv = "Experience\nCertified Flagger, Example Roadworks, 01/2018 - 12/2019\n- Held the sign by the road.\n"
    assert read_cv(cv, as_of=AS_OF).total_years == 2.0


def titles(cv: str) -> list[str]:
    return [role.title for role in read_cv(cv, as_of=AS_OF).roles]


def test_a_heading_of_two_words_begins_a_section_in_the_middle_of_a_line_too() -> None:
    cv = (
        "Summary: Certified project manager with many years in software, who plans, reports and leads teams in three "
        "countries. Education: Bachelor's Degree in Electronics Work Experience: Invented Corporation, Chicago, IL Mar "
        "2017 - Till date Senior Project Manager Technology: middleware and open systems. Ran sprints and releases. "
        "Fictive Global, Milwaukee May 2011 - Dec 2016 Project Manager Technology: mainframes. Reported the finances."
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert titles(cv) == ["Senior Project Manager", "Project Manager"]
    assert profile.education_text == "Bachelor's Degree in Electronics"


def test_headings_between_wide_gaps_are_headings_where_two_spaces_stand_behind_sentences() -> None:
    cv = (
        "SOUS CHEF       Work Experience      Sous Chef     Jul 2010   to   Jan 2012      Example Inn   Leeds     "
        "Assisted cooks with salads.  Worked the fry station.  Plated dishes.  Took stock.         Host     Jun 2007   "
        "to   Dec 2007      Example Diner   Leeds     In charge of all hosts.  Trained staff.         Educational "
        "Background      Associate   ,   Culinary Arts   2010     Example College   Leeds        Skills     Sauces"
    )
    assert {"experience", "education", "skills"} <= set(read_cv(cv, as_of=AS_OF).sections)


def test_the_name_of_a_firm_is_no_title() -> None:
    cv = (
        "Experience\n\nHR Executive\n\nImaginary Consultants Pvt. Ltd - Chandigarh\n\nJune 2013 to January 2014\n\n"
        "Invented Insurance Brokers Pvt Ltd\nJan 2010 - May 2013\nPosition: Operations Manager\n"
    )
    assert titles(cv) == ["HR Executive", "Operations Manager"]
    assert titles(
        "Experience: "
        + "Kept the systems of the firm running and told its people what was new. " * 4
        + "Dairy "
        "Farmers of Fiction, Kansas City, Missouri            Java Developer November 2014 - December 2015 Wrote code."
    ) == ["Java Developer"]


def test_who_speaks_for_something_is_no_advocate() -> None:
    assert read_cv("Sam Sampleton\nadvocate of privacy and open standards\n", as_of=AS_OF).headline == ""
    assert read_cv("Sam Sampleton\nAdvocate\n", as_of=AS_OF).headline == "Advocate"


def test_a_form_names_the_role_some_lines_above_or_below_its_dates() -> None:
    cv = (
        "Work Experience\n\nProject 1\nOrganization: Invented Systems\nRole: SAP Basis Consultant\nClient: Fictive Line\n"
        "Database: Oracle 11g\nPlatform: Linux\nPeriod: April 2015 to September 2016\nResponsibilities:\n- Kernel "
        "upgrades of all systems\n\nProject 2\nTitle           :    Sales Flash\nDuration        :   May-2013 to "
        "Feb-2015\nSkills Used    :   MS-SQL SERVER\nRole played  :   Software Engineer\n\nResponsibilities:\n- Reports\n"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert titles(cv) == ["SAP Basis Consultant", "Software Engineer"]
    assert cv[profile.roles[0].start :].startswith("Role: SAP Basis")


def test_bengaluru_is_a_place_and_no_degree() -> None:
    cv = "Work Experience\n\nAccount Manager\n\nInvented Hats - Bengaluru, Karnataka\n\nJune 2014 to May 2016\n"
    assert titles(cv) == ["Account Manager"]


def test_a_title_may_be_turned_around_a_dash() -> None:
    assert titles("Experience\nManager - Operations\nFictive Cards, 03/2018 - 04/2020\n") == [
        "Manager Operations"
    ]


@pytest.mark.parametrize(
    ("title", "family"),
    [("Corporate Account Executive", "sales"), ("Accounts Executive", "accounting")],
)
def test_an_account_executive_sells_and_an_accounts_executive_keeps_books(title: str, family: str) -> None:
    (found,) = title_in(title)[1]
    assert family_table().families[found].name == family


@pytest.mark.parametrize("line", ["MS-SQL SERVER", "Redhat Satellite server", "Linux Servers"])
def test_a_machine_is_no_waiter(line: str) -> None:
    assert title_in(line) == ("", {})


def test_what_a_form_says_of_a_project_is_no_title() -> None:
    profile = read_cv(
        "Education Details\nJanuary 2013 B.E. Invented Institute\nQA Automation Lead\n\nSkill Details\nMODEL VIEW CONTROLLER- "
        "14 months\nCompany Details\ncompany - Leading Industrial Automation Testers\ndescription - Tested all of it.\n",
        as_of=AS_OF,
    )
    assert profile.headline == "QA Automation Lead"
    assert list(profile.title_families) == ["quality assurance testing"]


@pytest.mark.parametrize(
    ("education", "level"),
    [
        ("BComm, Example University, 2019", 3),
        ("LLM International Law, Example University", 4),
        ("EdD", 5),
        ("Higher Secondary Certificate", 1),
        ("B.S.N., Example University", 3),
        ("2015 : DCG (Diplôme de comptabilité et de gestion), Lycée Imaginaire", 3),
        ("2017 : DSCG, Lycée Imaginaire", 4),
        ("J.D., Example Law School", 5),
        ("D.O., Example College of Osteopathic Medicine", 5),
        ("DPT, Example University", 5),
        ("M.S.W., Example University", 4),
        ("MCA from Example College 2015", 4),
        ("MLIS, Example University", 4),
        ("MFA Creative Writing", 4),
        ("M. Tech", 4),
        ("Ed.S. School Psychology", 4),
        ("BN Nursing", 3),
        ("BVetMed", 3),
        ("B.M.S., Example College", 3),
        ("A.B. History, Example University", 3),
        ("2:1 History, Example University", 3),
        ("Dip. HE Nursing", 2),
        ("OND Mechanical", 2),
        ("NCFE Level 2", 2),
        ("National Certificate in Business", 2),
        ("Associates of Arts Degree, Example College", 2),
        ("Associate of Applied Science in Welding Degree", 2),
        ("MSc Physics, Example University, 2018\nPhD candidate, Example University, 2018 - present", 4),
        ("Doctoral student, Example University", 4),
        ("BSCS Computer Science ----- Example University", 3),
        ("MSEE, Example University", 4),
        ("AS levels", 1),
        ("Grade 12", 1),
        ("S.S.C, Example Board, 2009", 1),
        ("H.S.C. 2011", 1),
        ("NVQ Level 3 Electrical Installation, 2019\n18th Edition BS 7671", 2),
        ("NVQ Level 2 Welding\nCoded welder to BS EN ISO 9606", 2),
    ],
)
def test_degrees_of_many_countries_are_read(education: str, level: int) -> None:
    assert read_cv(f"Education\n{education}\n", as_of=AS_OF).education_level == level


def test_an_apprenticeship_counts_where_it_is_told_of_as_work() -> None:
    cv = (
        "Experience\nApprenticeship as mechatronics technician, Muster GmbH, 09/2013 - 07/2017\n- Final exam IHK\n\n"
        "Education\nSecondary school, Musterstadt, 2013\n"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert profile.education_level == 2
    assert profile.education_text is not None
    assert profile.education_text.startswith("Apprenticeship as mechatronics technician")


def test_an_apprenticeship_that_is_only_looked_for_shows_no_education() -> None:
    cv = "Profile\nKeen on engines. Looking for an apprenticeship.\n\nEducation\nGCSEs: Maths 6, English 5\n"
    assert read_cv(cv, as_of=AS_OF).education_level == 1


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Wrote services in DOT NET and SQL Server", "driving"),
        ("Cooked the menu of the head chef for eighty covers", "devops"),
        ("Gathered requirements of mid-level managers", "fundraising"),
        ("Interpreted data and wrote reports on it", "translation"),
        ("Migrated the SAP landscape to Linux", "building architecture"),
        ("Cropped images with PIL and OpenCV", "civil engineering"),
    ],
)
def test_a_word_that_many_use_tells_of_no_occupation(text: str, family: str) -> None:
    assert family not in read_cv(f"Experience\n\n- {text}\n", as_of=AS_OF).work_families


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Kept logs in line with DOT regulations", "driving"),
        ("Wrote Chef recipes and Puppet modules", "devops"),
        ("Interpreted for patients as a sworn interpreter", "translation"),
        ("Piling and foundations of bridges", "civil engineering"),
    ],
)
def test_the_same_word_with_what_makes_it_one_s_own_does(text: str, family: str) -> None:
    assert family in read_cv(f"Experience\n\n- {text}\n", as_of=AS_OF).work_families


def test_a_firm_of_engineers_is_no_title_wherever_it_stands() -> None:
    cv = """Company Details

company - Sample Engineers & Manufacturing Pvt. Ltd
description - Nov 2015 - June 2016  Sample Engineers & Manufacturing Pvt. Ltd, Pune
Sized valves and actuators and wrote quotations for pneumatic projects.
"""
    profile = read_cv(cv, as_of=AS_OF)
    assert not profile.title_families
    assert [role.title for role in profile.roles] == [""]


@pytest.mark.parametrize("event", ["Project Competition", "hackathon of the college", "3D printing workshop"])
def test_an_event_with_years_is_no_role(event: str) -> None:
    cv = f"Experience\n\n- Took part in the {event} 2016-2018\n- Ran a CNC lathe as a trainee for ten days\n"
    assert read_cv(cv, as_of=AS_OF).roles == []
    assert (
        read_cv("Experience\n\nMechanical Engineer, Example Works 2016-2018\n", as_of=AS_OF).total_years == 2
    )


@pytest.mark.parametrize(
    "said",
    ["Kotlin (Grundkenntnisse)", "Grundkenntnisse in Kotlin", "Kotlin (notions)", "nociones de Kotlin"],
)
def test_a_beginning_is_one_in_other_languages(said: str) -> None:
    cv = f"Experience\nDeveloper, Muster AG, 03/2018 - present\n- Services in Java for claims.\n\nSkills\nJava, {said}, SQL\n"
    (kotlin,) = [use for use in read_cv(cv, as_of=AS_OF).skills if use.name == "Kotlin"]
    assert kotlin.slight


@pytest.mark.parametrize(
    "line",
    ["Gas Safe registered no. 000000, own van and tools", "SIA licence (exp. 2027), CCTV licence (PSS)"],
)
def test_a_quote_does_not_end_at_an_abbreviation(line: str) -> None:
    assert [line[start:end] for start, end in pieces(line)] == [line]


def test_years_at_home_are_none_in_the_job_before() -> None:
    cv = (
        "Hannah Sample\nStay at home mum since 2017, before that marketing manager\n\nCareer\n"
        "Marketing Manager, Fictive Biscuits, 2012 - 2017\n- Brand plans and in-store campaigns.\n"
    )
    assert read_cv(cv, as_of=AS_OF).total_years == pytest.approx(5, abs=0.6)


def test_work_from_home_counts() -> None:
    cv = "Experience\nCustomer Advisor, Example Ltd (working at home), 01/2019 - 12/2022\n- Calls.\n"
    assert read_cv(cv, as_of=AS_OF).total_years == 4


def test_a_supervisor_with_no_trade_named_has_a_title() -> None:
    (role,) = read_cv(
        "Experience\nSUPERVISOR - FICTIVE FASHION, NOV 2022 TO PRESENT\n- ROTAS\n", as_of=AS_OF
    ).roles
    assert role.title == "SUPERVISOR"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Multi drop driver at Invented Foods, 06/2021 - 05/2024", "Multi drop driver"),
        ("Worked as driver, Invented Foods, 06/2021 - 05/2024", "driver"),
    ],
)
def test_a_title_in_small_letters_begins_with_its_line(line: str, title: str) -> None:
    (role,) = read_cv(f"Experience\n{line}\n- Chilled food to shops and schools.\n", as_of=AS_OF).roles
    assert role.title == title


def test_a_certificate_below_a_role_is_not_its_title() -> None:
    cv = "Experience\nProduction line work, Fictive Bakery, 2015-2017\n\nLicence cat C (2021), Driver CPC valid to 2029\n"
    assert not any("Driver" in role.title for role in read_cv(cv, as_of=AS_OF).roles)


def test_a_role_that_lasts_may_have_two_spaces_behind_its_dash() -> None:
    profile = read_cv(
        "Nov 2018 -  ASSISTANT FARM MANAGER, Example Estates\n winter wheat and barley\n"
        "2011 to Oct 2018  TRACTOR DRIVER - Sample Farms\n lambing help\n",
        as_of=AS_OF,
    )
    first = profile.roles[0]
    assert (first.title, first.current) == ("ASSISTANT FARM MANAGER", True)


def test_a_degree_is_no_role_where_no_heading_says_education() -> None:
    profile = read_cv(
        "Employment history\nSpeech Therapist, Example Trust: Jan 2020 - current\n - caseload of 70 children\n"
        "BSc (Hons) Speech and Language Therapy, University of Sampleton 2016–2019\n",
        as_of=AS_OF,
    )
    assert [role.title for role in profile.roles] == ["Speech Therapist"]
    assert profile.education_level == 3


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Data Steward", "data analysis"),
        ("Data Governance Analyst", "data analysis"),
        ("Bus Controller", "logistics"),
        ("RVN, Theatre and Anaesthesia team", "veterinary nursing"),
        ("Senior Actuarial Manager", "insurance"),
        ("Newly qualified SLT", "speech and hearing"),
        ("Slinger / banksman", "building trades"),
        ("Senior QS", "quantity surveying"),
        ("Tax Assistant Manager", "tax"),
        ("Funeral Service Operative", "funeral services"),
        ("SAP S/4HANA Finance Consultant", "sap consulting"),
    ],
)
def test_a_title_tells_its_family(title: str, family: str) -> None:
    names = [one.name for one in family_table().families]
    families = title_in(title)[1]
    assert names[max(families, key=lambda number: families[number])] == family


@pytest.mark.parametrize(
    "degree", ["Eng. Computer Science, Politechnika Zmyślona 2016", "inż. informatyk 2016"]
)
def test_an_engineer_of_a_technical_university_has_a_degree(degree: str) -> None:
    assert read_cv(f"Education\n{degree}\n", as_of=AS_OF).education_level == 3


def test_what_somebody_looks_for_is_not_what_they_have_done() -> None:
    work = "Experience\nClerk, Example Ltd, 01/2019 - 12/2022\n- Kept the ledgers of two sites.\n"
    for wish in ("I'm looking for a role in payroll.", "Currently seeking a position in payroll."):
        assert "Payroll" not in [skill.name for skill in read_cv(f"{wish}\n{work}", as_of=AS_OF).skills]
    used = f"I'm looking for a role where I can use my payroll skills.\n{work}"
    assert "Payroll" in [skill.name for skill in read_cv(used, as_of=AS_OF).skills]


def test_a_title_in_the_plural_names_a_firm_and_not_the_role() -> None:
    assert title_in("Sample Vets (small animal) RVN 07/2017")[0] == "RVN"
    assert title_in("QS, Sample Cost Consultants 2014-2019")[0] == "QS"


@pytest.mark.parametrize(
    ("named", "headline", "titles"),
    [
        ("ETL Developer\n\nTest Analyst - Hillbrook Analytics", "ETL Developer", ["Test Analyst", ""]),
        ("ETL Developer\n\nETL Developer", "ETL Developer", ["", ""]),
        ("HR\n\n", "HR", ["", ""]),
        ("Board of Hillbrook\n\n", "", ["", ""]),
    ],
)
def test_a_form_names_the_title_behind_the_education(named: str, headline: str, titles: list[str]) -> None:
    shown = read_cv(
        f"Skills: Oracle\nEducation Details\nJune 2012 HSC  Hillbrook Board\n{named}\nSkill Details\nSQL\n"
        "Company Details\ncompany - Hillbrook Analytics\ndescription - 2015 - Present Reports, loads\n"
        "company - Brackenfold\ndescription - Jan 2013 to Mar 2014\nAbout the company\n",
        as_of=date(2026, 11, 1),
    )
    assert shown.headline == headline
    assert [role.title for role in shown.roles] == titles


def test_a_field_that_a_summary_names_is_no_headline() -> None:
    shown = read_cv(
        "Summary\nTrainer for systems that are used by laboratories in food science, in veterinary care and in the "
        "blood banks of four large towns\nExperience\nCook\nJan 2015 to Jan 2018\nHillbrook\n",
        as_of=date(2026, 11, 1),
    )
    assert "veterinary" not in shown.headline


def test_a_heading_in_a_cell_of_a_table_heads_what_stands_beside_it() -> None:
    cv = (
        "Paula Placeholder\n\nProfile\tPayroll clerk with patience\n"
        "Experience\tPayroll Clerk, Pretend Foods Ltd, 03/2019 – 02/2024\nRan the payroll of 1,400 people.\n"
        "Education\tDiploma in Payroll Management, 2016\nSkills\tSage 50, BACS\nLanguages\tEnglish, Polish\n"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert profile.sections == ["education", "experience", "languages", "skills", "summary"]
    assert [role.title for role in profile.roles] == ["Payroll Clerk"]
    sage = next(skill for skill in profile.skills if skill.name.startswith("Sage"))
    assert [cv[start:end] for start, end in sage.spans] == ["Sage 50, BACS"]


def test_a_degree_among_the_jobs_counts_where_its_own_section_is_empty() -> None:
    form = (
        "Technical Skills: SQL Education Details \n\nTest Analyst - Hillbrook\nSkill Details\nSQL- 24 months\n"
        "Company Details\ncompany - Hillbrook\ndescription - Team Size: 8\nDuration: Jan 2017 - Till Date\n"
        "Reports and loads\nACADEMIA / PERSONAL DETAILS Bachelor of Engineering from Brackenfold University 2014\n"
    )
    shown = read_cv(form, as_of=date(2026, 11, 1))
    assert shown.education_level == 3
    assert [role.title for role in shown.roles] == ["Test Analyst"]


@pytest.mark.parametrize("wish", ["Looking for a Tax Manager role", "Seeking a position as Tax Manager"])
def test_what_somebody_would_like_to_be_is_no_headline(wish: str) -> None:
    work = "Experience\nBaker, Example Ltd, 01/2019 - 12/2022\n- Baked bread for two shops.\n"
    assert read_cv(f"Sam Sample\n{wish}\n\n{work}", as_of=AS_OF).headline == ""


def test_a_certificate_below_the_degrees_is_no_headline() -> None:
    text = (
        "TEACHER\nExperience\nTeacher, Sample School, 2015 - 2019\n- Taught algebra\n\n"
        "Education\nMaster of Science, 2014\n3.9 GPA\nTeacher Certification Social Studies\nInterests\nGolf\n"
    )
    assert read_cv(text, as_of=AS_OF).headline == "TEACHER"


def test_a_sentence_that_says_how_long_bounds_the_years_of_its_skills() -> None:
    cv = (
        "Sam Sample\nExperience\nSoftware developer, Example Systems, July 2011 to June 2021\n"
        "Java developer of the ERP for 1 year\nRPG developer on AS/400 for seven years\nWrote Perl for reports\n"
    )
    months = {use.name: use.months for use in read_cv(cv, as_of=AS_OF).skills}
    assert (months["Java"], months["RPG"], months["Perl"]) == (12, 84, 120)
    again = read_cv(f"{cv}Kept the Java services alive\n", as_of=AS_OF)
    assert {use.name: use.months for use in again.skills}["Java"] == 120


def test_what_was_read_of_the_same_text_in_the_same_half_of_a_month_is_known() -> None:
    text = cv_text("nurse-icu-uk")
    profile = read_cv(text, as_of=date(2026, 11, 3))
    assert read_cv(text, as_of=date(2026, 11, 14), known=profile) is profile
    for other, day in (
        (text, date(2026, 11, 15)),
        (text, date(2026, 12, 3)),
        (text + ".", date(2026, 11, 3)),
    ):
        assert read_cv(other, as_of=day, known=profile) == read_cv(other, as_of=day) != profile


_HIRED = "Electrician for hire\n{years}Town houses and flats, small jobs and big ones, seven days a week. "
_CALLED = "Leave a name and a number and I call back the same day, or write, as you like it best."


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (_HIRED.format(years="25 years of experience. ") + _CALLED, True),
        (_HIRED.format(years="") + _CALLED, False),
        ("Electrician\n25 years of experience", False),
        ("Electrician\n25 years of experience\nWelding\nPlumbing\nTiling\nPlastering\n" + _CALLED, False),
    ],
)
def test_years_of_one_trade_are_no_bare_list(text: str, is_told: bool) -> None:
    assert read_cv(f"Ida Fictivus\n{text}\n", as_of=AS_OF).has_sentences is is_told


@pytest.mark.parametrize(
    ("said", "years"), [("8 1/2 years", 8.5), ("over 3½ years", 3.5), ("six and a half years", 6.5)]
)
def test_half_a_year_more_is_read(said: str, years: float) -> None:
    cv = f"Ida Fictivus\nI am a security guard with {said} of experience in shops and at fairs.\n"
    assert read_cv(cv, as_of=AS_OF).stated_years == years


_OF_SERVERS = (
    "Windows Server 2012, Active Directory, DNS and DHCP\nLinux and backups of the virtual machines\n"
)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Milk counter, Invented Server, EMS Server\n" + _OF_SERVERS, ""),
        (
            "Milk counter, Invented Server, EMS Server\nRole    Network Engineer\n" + _OF_SERVERS,
            "Network Engineer",
        ),
        ("Read the user manual, Test cases and the plan\n" + _OF_SERVERS, ""),
        ("A portal for student, teacher and parent, and a trainee project of it\n" + _OF_SERVERS, ""),
    ],
)
def test_a_title_that_a_cv_only_seems_to_name_is_no_headline(text: str, headline: str) -> None:
    assert read_cv(f"Sam Sampleton\n\n{text}", as_of=AS_OF).headline == headline
