"""Postings as boards print them: words that lost the break between them, and what boards put at the end."""

import pytest

from shared.matching import read_posting
from shared.matching.glued_words import glued_apart
from shared.matching.posting_lines import in_lines


def required_and_wished(text: str) -> dict[str, bool]:
    return {skill.name: skill.required for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    ("glued", "lines"),
    [
        ("training in your areaDaily support", ["training in your area", "Daily support"]),
        ("several teamsHeavily involved", ["several teams", "Heavily involved"]),
        (
            "work with fibre (underground)Telecommunications too",
            ["work with fibre (underground)", "Telecommunications too"],
        ),
        ("knowledge a plusHFC network", ["knowledge a plus", "HFC network"]),
        ("you can winYou own it", ["you can win", "You own it"]),
        ("experience with HadoopIf you know it", ["experience with Hadoop", "If you know it"]),
    ],
)
def test_ordinary_words_that_run_into_each_other_begin_lines(glued: str, lines: list[str]) -> None:
    assert glued_apart(glued).split("\n") == lines


@pytest.mark.parametrize(
    "name",
    [
        "PowerPoint",
        "openSUSE",
        "eCommerce",
        "iPhone",
        "GoFileRoom",
        "jQuery",
        "isiZulu",
        "postgreSQL",
        "areaDaily.com",
    ],
)
def test_names_with_capitals_inside_stay_whole(name: str) -> None:
    assert glued_apart(f"work in teamsHeavily and areaDaily and sitesMust of {name}.").count("\n") == 3


def test_words_with_capitals_are_told_apart_only_where_others_are_glued() -> None:
    assert "\n" not in glued_apart("We sell with SalesMarket.")
    glued = "QualityControl Will you manageContracts, prioritizeIssues and alertTechnicians?"
    assert glued_apart(f"Quality ControlWill be yours. {glued}").startswith("Quality Control\nWill be yours")


@pytest.mark.parametrize(
    ("glued", "lines"),
    [
        ("either Db2 or OracleScripting too", ["either Db2 or Oracle", "Scripting too"]),
        ("skills in Perl and JavaScriptITIL", ["skills in Perl and JavaScript", "ITIL"]),
        ("all of HTML and CSSWeb services", ["all of HTML and CSS", "Web services"]),
        ("works on SQLServer, MySQLWorkbench and a JavaScript", None),
    ],
)
def test_names_that_run_into_each_other_are_told_apart_where_others_are(
    glued: str, lines: list[str] | None
) -> None:
    assert "\n" not in glued_apart(glued)
    assert glued_apart(glued, throughout=True).split("\n") == (lines or [glued])


@pytest.mark.parametrize(
    "seam",
    [
        "one of these (Kafka, NATS, etc.)Familiarity with queues",
        "jobs in a warehouse (SSIS)Design of its tables",
        "checks as in HIPAA.Must like order",
    ],
)
def test_a_bracket_or_a_stop_behind_capitals_ends_an_item_that_lost_its_break(seam: str) -> None:
    assert len(in_lines(f"Has done {seam}").split("\n")) == 2


@pytest.mark.parametrize(
    "name", ["ASP.Net pages", "(Re)Insurance work", "up in the U.K.Please", "VB.Net, C#"]
)
def test_names_with_a_stop_or_a_bracket_stay_whole(name: str) -> None:
    assert "\n" not in in_lines(f"Has done {name} for years")


@pytest.mark.parametrize(
    "heading",
    [
        "Qualifications",
        "Preferred Qualifications",
        "Minimum Experience Requirements",
        "Physical Requirements",
    ],
)
def test_a_heading_behind_a_sentence_without_an_end_begins_a_line(heading: str) -> None:
    assert f"\n{heading}:\n" in in_lines(f"Works on projects as assigned {heading}: * Excel * Access")


@pytest.mark.parametrize(
    "end",
    [
        "Keyword Search: sales, payroll, bookkeeping, retail, lighting",
        "KEYWORDS: payroll, bookkeeping, retail",
        "DISCLAIMER: Pay may be estimated and may be subject to payroll and bookkeeping. Retail is possible.",
        "About Birchwood Group: Birchwood Group is a firm that does payroll, bookkeeping and retail",
        "Benefits of Working with Birchwood: * payroll every week * bookkeeping of your hours * retail",
    ],
)
def test_keywords_and_disclaimers_at_the_end_ask_for_nothing(end: str) -> None:
    text = f"Welder\n\nRequirements\n- TIG welding\n- Grinding. Apply with your papers. {end}"
    assert not {"Payroll", "Bookkeeping", "Retail"} & required_and_wished(text).keys()


@pytest.mark.parametrize(
    "given",
    [
        "Great medical, dental and vision cover, prescriptions, long-term disability and a group life insurance.",
        "Medical, dental, vision and prescription coverage",
        "Student loan repayment and training as a barista",
        "We also offer a health plan and a wellness plan to the people who work here.",
        "Opportunity to gain experience in bookkeeping.",
        "If you need an accommodation to use our website, write to Employee Services.",
        "We accommodate disabilities and the bona fide beliefs of anybody who applies.",
    ],
)
def test_benefits_and_accommodations_in_the_midst_of_demands_ask_for_nothing(given: str) -> None:
    assert required_and_wished(f"Welder\n\nRequirements\n- TIG welding\n- {given}\n").keys() == {
        "TIG welding"
    }


@pytest.mark.parametrize(
    "duty", ["Medical and dental billing", "Administer long-term disability claims", "Run weekly payroll"]
)
def test_what_others_are_given_may_be_the_work(duty: str) -> None:
    assert required_and_wished(f"Clerk\n\nDuties\n- {duty}\n- Answer letters\n")


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Accommodates bona fide religious beliefs in the shop", "Floor sanding and finishing"),
        ("Self-driven and able to learn", "Autonomous driving software"),
        ("Parts from one source, with care", "ONESOURCE"),
        ("Identify redundancies in the schedule", "Redundancy consultation"),
        ("Knows what may be estimated and what not", "Cost estimation"),
        ("Pay out money after a look at the signature", "Payouts"),
        ("Must be able to pass a physical exam", "Physical examination"),
        ("Works well with teammates", "TeamMate"),
        ("A tolerance for ambiguity", "GD&T"),
        ("Lead multi-disciplinary teams", "Disciplinary and grievance"),
        ("Programming in Python or another language", "Foreign languages"),
        ("Find post-production defects", "Video editing"),
        ("See our recruiting tips", "Recruitment"),
        ("Our recruiters want to meet you", "Recruitment"),
        ("Knowledge of www.example.com and example.com/jobs", "www.example.com"),
        ("Interpreting and monitoring contracts", "Interpreting"),
        ("A shop in Salt Lake City", "Salt"),
        ("Comply with all applicable laws, rules, regulations and policies", "regulations"),
        ("Willingness to sign a Confidentiality Agreement", "Confidentiality Agreement"),
        (
            "Works with people diverse in race, age, national origin and sexual orientation",
            "sexual orientation",
        ),
        ("Familiar with parsing libraries\n- Experience in a workshop", "Library services"),
    ],
)
def test_words_that_only_look_like_a_skill_ask_for_none(line: str, never: str) -> None:
    asked = required_and_wished(f"Welder\n\nRequirements\n- TIG welding\n- {line}\n")
    assert never not in asked
    assert asked["TIG welding"]


def test_keywords_ask_for_nothing_where_no_heading_asks() -> None:
    text = (
        "Sales Representative Job in Dayton\nWe pay weekly. You will visit shops.\nBenefits of our training\n"
        "Trips with your coach\nKeyword Search: payroll, bookkeeping, acct exec, marketing"
    )
    assert not {"Payroll", "Bookkeeping", "Marketing", "acct exec"} & required_and_wished(text).keys()


def test_a_line_that_announces_demands_ends_what_is_said_of_the_post() -> None:
    text = (
        "Staff Attorney\n\nDuties\n- Legal research\n\nOther information\n- Travel is rare.\n"
        "The ideal candidate for this position will have the following qualifications:\n- Mediation\n- Immigration law\n"
    )
    assert {"Mediation", "Immigration law"} <= required_and_wished(text).keys()


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("B.S., M.S., or PhD. in Statistics or Physics", 3),
        ("2 years of work, more preferredB.S., M.S., or PhD. in Statistics", 3),
        ("A college education", 3),
    ],
)
def test_the_lowest_of_several_degrees_is_asked_for(line: str, level: int) -> None:
    assert read_posting(f"Data Scientist\n\nRequirements\n- Python\n- {line}\n").education_level == level


def test_a_sign_that_a_page_spells_out_breaks_no_sentence() -> None:
    asked = required_and_wished("Manager\n\nDuties\n- Mergers &amp; acquisitions\n- Letters\n")
    assert any("acquisitions" in name.lower() for name in asked)


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("Two (2) to three (3) years of prior experience", 2, 3),
        ("3 (three) to 5 (five) years of experience", 3, 5),
        ("Five (5) to seven (7) years' experience", 5, 7),
        ("three-to-five years of experience", 3, 5),
        ("Experience: 3yrs-5yrs", 3, 5),
        ("At least eleven years in tax", 11, None),
        ("five-plus years of tax work", 5, None),
        ("A four-year college degree", None, None),
        ("Requires a minimum of ten years in tax law with a background in banking preferred", 10, None),
    ],
)
def test_a_range_of_years_is_read_however_its_numbers_are_written(
    line: str, least: float | None, most: float | None
) -> None:
    asked = read_posting(f"Tax Adviser\n\nRequirements\n- Tax returns\n- {line}\n")
    assert (asked.min_years, asked.max_years) == (least, most)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Tax Senior Job in Dayton", "Tax Senior"),
        ("Machine Safety Engineer - BSME Job in Dayton", "Machine Safety Engineer"),
        ("Senior DevOps Engineer (Contract)", "Senior DevOps Engineer"),
        ("Java Developer (6 month contract)", "Java Developer (6 month contract)"),
        ("PR Manager – Full Time – Remote", "PR Manager"),
        ("SAP Consultant (Remote from Portugal)", "SAP Consultant"),
        ("Remote Mid-Level Python Developer", "Python Developer"),
        ("Structural Engineer - Fort Worth, TX", "Structural Engineer"),
        ("Tax Manager Description", "Tax Manager"),
        ("Network Engineer III – US", "Network Engineer III"),
        ("Telecommute Java Developer", "Java Developer"),
        ("Tax Manager Location: Dayton, OH", "Tax Manager"),
        ("Contract Manager", "Contract Manager"),
        ("Chef Manager (Contract Catering)", "Chef Manager (Contract Catering)"),
        ("Temporary Works Engineer", "Temporary Works Engineer"),
        ("Remote Sensing Scientist", "Remote Sensing Scientist"),
    ],
)
def test_a_title_is_freed_of_place_and_kind_of_employment(line: str, title: str) -> None:
    asked = read_posting(f"{line}\nWe are a firm of forty.\n\nRequirements\n- Excel\n- A clean desk\n")
    assert (asked.title or "").replace("–", "-") == title


def test_a_title_is_read_from_a_posting_that_lost_its_lines() -> None:
    text = (
        "Structural Engineer ( Job Number: 12345 ) Description WE BUILD. You would draw bridges with eleven others and "
        "see them stand a few years later, which is rare. Requirements: AutoCAD and Revit."
    )
    assert read_posting(text).title == "Structural Engineer"


def test_wide_gaps_between_items_are_lost_breaks() -> None:
    text = (
        "Nursery Nurse\nWe look after forty children in a house by the park, all day. Job Responsibilities and Essential "
        "Functions  Planning of weekly activities  Observations of each child                Required          "
        "Paediatric first aid  Safeguarding training  Speak English fluently            Preferred        5+ years "
        "in Montessori  Makaton signs for those who need them        Work Environment  Kneeling and sitting on floors"
    )
    asked = required_and_wished(text)
    assert asked["Makaton"] is False
    assert asked["English"]
    assert read_posting(text).min_years is None


@pytest.mark.parametrize("wish", ["a plus", "an asset", "preferred", "desired"])
def test_what_follows_a_wish_in_a_flat_list_is_an_item_of_its_own(wish: str) -> None:
    text = (
        "Sales Agent\n\nRequirements\nKnowledge of the trade in kitchens and the fitting of them from planning to the last "
        f"screw and of what people who buy them ask for on the way, with Salesforce {wish} Own transport and the "
        "willingness to drive to customers in the whole county and to stay there until all of it is done for them."
    )
    assert not required_and_wished(text)["Salesforce"]
    assert required_and_wished(text)["Own transport"]


@pytest.mark.parametrize(
    "text",
    [
        "faults.3.   Keeps the rota of the centre",
        "answer.    Essential Duties and Responsibilities:1.   Lead the night shift",
        "mend a cable Skills and Experience:5-10 years on poles",
        "on which you build SKILLS/EXPERIENCE: No diploma is needed",
        "trade fairs. Qualifications / Experience:7-10 years in a call centre",
    ],
)
def test_numbers_and_headings_right_behind_an_item_begin_lines(text: str) -> None:
    assert "\n" in in_lines(text)


def test_the_employer_whose_things_are_named_is_no_skill() -> None:
    text = (
        "Staff Attorney\n\nDuties\n- Legal research to support ZWQ's mission\n- Represent ZWQ on coalitions, with the "
        "Director of Strategic Communications\n- Develop internal ZWQ policies\n"
    )
    asked = required_and_wished(text)
    assert "Legal research" in asked
    assert not any("ZWQ" in name or "Director" in name for name in asked)


def test_an_item_of_a_list_is_no_title() -> None:
    asked = required_and_wished("Officer\n\nDuties\n- Run social media, SEO and email campaigns\n- Excel\n")
    assert "Search engine optimisation" in asked


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Strong outside plant (OSP) experience", "Outside plant construction"),
        ("Experience leading others in a busy place", "Team management"),
        ("Hiring and firing of staff", "Hiring and firing"),
        ("Admitted to practice law in Ohio", "Bar admission"),
    ],
)
def test_what_american_postings_call_it_is_known(line: str, name: str) -> None:
    assert name in required_and_wished(f"Officer\n\nRequirements\n- {line}\n- Answer letters\n")


def test_a_tool_of_software_is_not_the_workshop_of_that_name() -> None:
    asked = required_and_wished(
        "Solidity Developer\n\nRequirements\n- Solidity, Rust and Git\n- Python and unit testing\n"
        "- Tools such as Hardhat, Foundry or Brownie\n"
    )
    assert "Casting and foundry" not in asked


@pytest.mark.parametrize(
    "said",
    [
        "Some of our services include:\n• Bookkeeping\n• Payroll",
        "We've created the leading house for bookkeeping and payroll in town.",
        "Birchwood takes pride in its bookkeeping and payroll for the most successful companies.",
    ],
)
def test_what_the_employer_sells_is_not_asked_for(said: str) -> None:
    text = f"Welder\nBirchwood, Dayton\n{said}\nYou will weld for us.\n\nDuties\n- TIG welding\n\nRequirements\n- Grinding\n"
    assert not {"Bookkeeping", "Payroll"} & required_and_wished(text).keys()


def test_benefits_right_behind_the_last_demand_are_not_asked_for() -> None:
    asked = required_and_wished(
        "Engineer\n\nRequirements\nProficient with Abaqus. Experience with medical devices is a plus.Benefits401KHealth "
        "InsuranceDental Insurance"
    )
    assert not any("nsurance" in name for name in asked)


def test_a_level_that_the_first_line_adds_to_the_title_stays() -> None:
    asked = read_posting(
        "Junior QA Engineer (1-3 years experience)\nTitle: QA Engineer\n\nRequirements\n- Test planning\n- Jira\n"
    )
    assert asked.title is not None
    assert asked.title.startswith("Junior QA Engineer")
    assert asked.seniority == -1


@pytest.mark.parametrize(
    ("heading", "required"),
    [("What You Need for this Role", True), ("Daily Activities:", True), ("Preferred:", False)],
)
def test_a_heading_glued_to_the_item_behind_it_is_one(heading: str, required: bool) -> None:
    text = (
        "Sr. Tester\n\nWe make toys of tin.What You Will Be DoingYou test toys with Selenium every day and tell of what "
        f"breaks.Good to know: Perl, said who was here before and wrote much of it.{heading}Experience with Jenkins and"
        " with other tools of the kindWhat's In It for YouYou get lunch, a bicycle and lessons in SQL. Join us!"
    )
    asked = required_and_wished(text)
    assert (asked["Jenkins"], "SQL" in asked) == (required, False)


@pytest.mark.parametrize("mark", [".-Tests", ".- tests", ". -Tests", "!-tests"])
def test_a_dash_right_behind_a_sentence_begins_an_item(mark: str) -> None:
    assert len(in_lines(f"-Writes code{mark} with pytest").split("\n")) == 2


@pytest.mark.parametrize(
    "name", ["Location:- Leeds", "Experience:- 5 years", "a high-quality, well-known tool"]
)
def test_a_dash_behind_a_label_or_within_a_word_begins_none(name: str) -> None:
    assert "\n" not in in_lines(name)


@pytest.mark.parametrize("more", ["These include, among others:", "Other benefits include:"])
def test_what_an_employer_gives_may_be_a_list(more: str) -> None:
    text = (
        "Tester\n\nRequirements\n- Selenium\n\nBenefits\nWe look after our people.\n"
        f"{more}\n- An academy with lessons in SQL\n- Yoga and an apprenticeship in Java\n"
    )
    assert required_and_wished(text).keys() == {"Selenium"}


@pytest.mark.parametrize(
    "said",
    [
        "Head-hunters may not send anybody's papers to our managers.",
        "Recruitment agencies are not used here and need not call.",
        "Unsolicited resumes from recruiters cost us nothing.",
    ],
)
def test_what_is_said_to_recruiters_asks_for_nothing(said: str) -> None:
    assert required_and_wished(f"Tester\n\nRequirements\n- Selenium\n\n{said}\n").keys() == {"Selenium"}


@pytest.mark.parametrize("below", ["### Atlan\n#### Leeds", "Atlan, Leeds"])
def test_a_product_with_the_name_of_its_maker_is_asked_for_where_experience_is(below: str) -> None:
    text = (
        f"# Data Engineer\n{below}\n\nBring joy to those who buy Atlan. You will fill the catalogue of Atlan with "
        "Python, help our customers with Atlan and write of it.\n\nRequirements\n- {asked}\n"
    )
    assert "Atlan" not in required_and_wished(text.format(asked="Python"))
    assert "Atlan" in required_and_wished(text.format(asked="Python, Atlan"))


@pytest.mark.parametrize("item", ["vendors", "best practices", "principles", "tools", "industry trends"])
def test_words_that_many_postings_say_of_anything_name_no_skill(item: str) -> None:
    asked = required_and_wished(f"Tester\n\nRequirements\n- Knowledge of Selenium, {item}, pytest and Java\n")
    assert item.split()[-1] not in {name.lower().split()[-1] for name in asked}


def test_a_role_is_named_by_more_than_an_abbreviation() -> None:
    asked = required_and_wished(
        "Senior ETL Developer\n\nDuties\n- Develop ETL processes with Informatica\n- Develop tests\n"
    )
    assert "ETL" in asked


def test_what_one_duty_of_a_post_in_software_names_is_related_to_all_else_in_it() -> None:
    duties = "\n".join(
        f"- Look after the tools of team {number} and write down what they do" for number in range(14)
    )
    text = f"Web Developer\n\nDuties\n{duties}\n- Let clients talk to RESTful backends\n\nRequirements\n"
    assert "REST" in required_and_wished(f"{text}- JavaScript, HTML, CSS, jQuery\n")


def test_a_level_of_something_is_no_exam() -> None:
    text = (
        "Engineer\n\nYou have a level of comfort with people.\n\nRequirements\n- Bachelor's degree\n- Cisco\n"
    )
    assert read_posting(text).education_level == 3


@pytest.mark.parametrize("end", ["Careers with Birchwood. We sell", "Business Overview: Birchwood sells"])
def test_what_a_firm_says_of_itself_right_behind_the_last_wish_is_not_asked_for(end: str) -> None:
    text = (
        "Tester\n\nWe look for a tester.Required Qualifications:Java and Selenium, three years of bothPreferred "
        f"Qualifications:Oracle experience, or experience with such a thing{end} payroll, bookkeeping and retail to "
        "all who need them, and does so with joy."
    )
    assert required_and_wished(text) == {"Java": True, "Selenium": True, "Oracle": False}


def test_a_label_among_wishes_begins_nothing_new() -> None:
    text = "Tester\n\nRequired:\n- Java\n\nPreferred:\n- Tools: Jenkins\n- Languages: Perl, SQL\n- Docker\n"
    asked = required_and_wished(text)
    assert {name for name, required in asked.items() if required} == {"Java"}
    assert {"Jenkins", "Perl", "SQL", "Docker"} <= asked.keys()


@pytest.mark.parametrize(
    ("above", "wished"), [("Required Skills/Experience\n- Java\n\n", True), ("About us\nWe test.\n\n", False)]
)
def test_what_is_desired_is_wished_for_where_something_else_is_required(above: str, wished: bool) -> None:
    asked = required_and_wished(f"Tester\n\n{above}Desired Skills and Experience\n- Selenium\n- Oracle\n")
    assert asked["Selenium"] is asked["Oracle"] is not wished


def test_years_of_a_firm_that_tells_of_itself_are_not_asked_for() -> None:
    text = (
        "Tester\n\nCompany Description\nWith over 12 years of experience in tin toys of all kinds, we are known to "
        "all.\n\nRequirements\n- 3 years of experience with Selenium\n"
    )
    assert read_posting(text).min_years == 3


def test_master_data_and_its_indexes_are_no_degree() -> None:
    text = "Tester\n\nYou look after member and provider master indexes.\n\nRequirements\n- Selenium\n"
    assert read_posting(text).education_level is None


def test_studies_are_in_a_subject_where_an_item_begins_with_them() -> None:
    text = "Tester\n\nRequirements\n- Studies in Economics, Statistics or equivalent\n- Selenium\n"
    assert required_and_wished(text).keys() == {"Selenium"}


def test_the_letter_o_is_a_bullet_where_many_follow_in_a_line() -> None:
    text = (
        "Network Engineer for a bank in a town by the sea. Responsibilities:   o Look after the routers of all branches o "
        "3 nights a month on call o Keep Visio plans up to date for the eyes of those who come when you are not there, so "
        "that they find the way and what lies beside it o Write down what was done and by whom o Take part in reviews of the designs of all other "
        "teams and of their plans. Requirements:   o"
        " Years of BGP and OSPF o Cisco certificates welcome o Must know LDAP by heart"
    )
    assert in_lines(text).count("\n•") >= 4
    asked = required_and_wished(text)
    assert asked["LDAP"] is asked["BGP"] is True


@pytest.mark.parametrize(
    "heading",
    [
        "Preferred Technical Qualifications:",
        "Skills Desired:",
        "Desired Technical Skills:",
        "Preferred Technical Skills:",
    ],
)
def test_a_heading_of_wishes_in_a_flat_text_is_one(heading: str) -> None:
    text = (
        "Tester. We look for somebody who likes to look at things and to say what is wrong with them, with a smile. Skills "
        f"Required: Java and Selenium, and three years in which both were in use every day of SCRUM {heading} Jenkins, "
        "Docker and Perl in small amounts Madeup Tin services a clientele of retail and payroll firms."
    )
    asked = required_and_wished(text)
    assert {name for name, required in asked.items() if not required} >= {"Jenkins", "Docker", "Perl"}
    assert asked["Java"] is True


@pytest.mark.parametrize("mark", ["### ", "**", "_ **"])
def test_a_marked_heading_of_two_words_stays_one(mark: str) -> None:
    assert "\nRequirements" not in in_lines(f"Tester\n\n{mark}Physical Requirements:\n- Stairs")


def test_what_goes_on_telling_of_the_firm_behind_the_demands_asks_for_nothing() -> None:
    text = (
        "Tester\n\nRequirements\n- Selenium\nOur commitment is to all who shop.\nTin toys are sold with payroll and "
        "bookkeeping in our shops.\nYou will need Java.\n\nAlso needed\nYears in our trade are what Docker asks for.\n"
    )
    assert required_and_wished(text).keys() == {"Selenium", "Java", "Docker"}


def test_a_heading_of_two_nouns_is_not_cut_in_two() -> None:
    lines = in_lines("Tests toys.Education and Experience Required:\nSix years of it").split("\n")
    assert "Education and Experience Required:" in lines


@pytest.mark.parametrize(
    "stack",
    [
        "Major parts of our platform include",
        "Our services are mostly written in",
        "Our code is deployed with",
    ],
)
def test_what_the_platform_is_made_of_is_what_one_works_with(stack: str) -> None:
    text = f"Tester\n\nThe Team\nWe like each other.\n{stack} Terraform, Jenkins and Scala.\n\nRequirements\n- Java\n"
    assert {"Terraform", "Jenkins", "Scala"} <= required_and_wished(text).keys()


def test_standards_of_a_certified_company_are_not_wished_for() -> None:
    text = (
        "Tester\n\nRequired:\n- Java\n\nSkills desired:\n- Oracle\nEducation level: Bachelor's degree\n"
        "Madeup is an ISO 14001:2015, ISO 9001:2015 (both in Leeds) and CMMI Level 5 certified firm.\n"
    )
    read = read_posting(text)
    assert {one.name: one.required for one in read.skills} == {"Java": True, "Oracle": False}
    assert (read.education_level, read.education_required) == (3, True)


def test_the_steps_of_an_interview_and_perks_ask_for_nothing() -> None:
    text = "Tester\n\nRequirements\n- Java\n\nInterview Steps\n1. Reference check\n2. Excel\n\nMore than perks\n- Yoga\n"
    assert required_and_wished(text).keys() == {"Java"}


def test_whoever_is_considered_without_regard_to_anything_need_show_nothing() -> None:
    text = (
        "Tester\n\nDuties\n- Test toys with Selenium\nQualified applicants will be considered without regard to origin, "
        "religion, genetics, national origin, what they look like, physical disability or their status.\n"
    )
    assert required_and_wished(text).keys() == {"Selenium"}


def test_a_word_in_capitals_before_wishes_is_their_heading() -> None:
    text = (
        "Tester\n\nRequirements\n- Java and a good eye for what is wrong DESIRED:Experience in Oracle\nPerl"
    )
    assert required_and_wished(text) == {"Java": True, "Oracle": False, "Perl": False}


@pytest.mark.parametrize(
    "sentence",
    [
        "Marrowby Mills does not tolerate discrimination in training, promotion, payroll or welding.",
        "All employment decisions, from recruitment to payroll, rest on merit.",
        "This text tells the general nature of the duties, welding and payroll work.",
        "It is no comprehensive inventory of the welding, payroll and training required of millers.",
        "Millers are asked for successful completion of an assessment of welding.",
        "Every miller is required to undergo a basic disclosure about welding.",
        "Facility: Marrowby Mill, Payroll Services",
        "Alternate location: Thirlby welding yard",
    ],
)
def test_what_an_employer_declares_asks_for_nothing(sentence: str) -> None:
    text = f"Miller\n\nRequirements\n- Carpentry\n- Milling of oats\n\n{sentence}\n"
    named = {skill.name for skill in read_posting(text).skills}
    assert "Carpentry" in named
    assert named.isdisjoint({"Payroll", "Welding", "Training", "Recruitment", "Payroll Services"})


@pytest.mark.parametrize(
    "sentence",
    [
        "To apply, email your resume in Microsoft Word format.",
        "We use Workday for our recruitment process; create an account to apply.",
        "We have won awards for customer service, sustainability and welding.",
        "Interviews will be held via Microsoft Teams.",
        "We partner with Salesforce and AWS.",
        "Industries: Construction, Welding and Payroll",
        "Application question(s): Do you have experience of welding?",
        "Sign up for job alerts on welding and payroll",
    ],
)
def test_how_somebody_applies_is_no_skill(sentence: str) -> None:
    plain = "Miller\n\nRequirements\n- Carpentry\n- Milling of oats\n"
    before = {skill.name for skill in read_posting(plain).skills}
    assert {skill.name for skill in read_posting(f"{plain}\n{sentence}\n").skills} <= before
