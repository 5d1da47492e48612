"""Postings that reach us as one paragraph: where their sentences end, and what each of them is for."""

import pytest

from shared.matching import read_posting
from shared.matching.glued_words import glued_apart
from shared.matching.heading_kinds import heading_kind
from shared.matching.posting_lines import in_lines

_FILLER = (
    "Marrowby Haulage runs forty lorries out of two yards near Thirlby and carries seed, feed and timber for farms "
    "and mills all over the county. The yard opens at six and closes when the last lorry is back. "
)
"""What makes a paragraph of the sentences before it."""


def lines_of(text: str) -> list[str]:
    """The lines of a paragraph that begins with ``text``."""
    return in_lines(f"{text} {_FILLER * 3}").split("\n")


def asked_in(text: str) -> dict[str, bool]:
    """What is asked for, by whether it is required."""
    return {skill.name: skill.required for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("You load the lorries and check the straps We offer a warm canteen.", "You load the lorries and check the straps"),
        ("Must hold a forklift licence To discuss this post ring the yard.", "Must hold a forklift licence"),
        ("Good at sums Interested drivers may call in at the yard.", "Good at sums"),
        ("Clean yard with a hose Escort visitors to the weighbridge.", "Clean yard with a hose"),
        ("Badge issued by the SIA Maintain the log of keys.", "Badge issued by the SIA"),
        ("You drive with a clean licence ALL DRIVERS MUST BE OVER 21 by law.", "You drive with a clean licence"),
        ("Must hold a GED.Must pass the yard test.", "Must hold a GED."),
        ("Keep to time,Be able to lift crates.", "Keep to time,"),
        ("Tachograph cards are an advantageA tidy cab counts.", "Tachograph cards are an advantage"),
    ],
)  # fmt: skip
def test_a_new_sentence_begins_a_line_where_no_full_stop_ends_the_last(text: str, first: str) -> None:
    assert lines_of(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "You plan routes with Process Builder and keep the fleet in order.",
        "You have used Our Fleet and other systems for planning.",
        "You speak for The Yard at meetings of hauliers.",
        "Work from Leeds,Bradford and Hull as loads demand.",
    ],
)
def test_names_in_the_midst_of_a_sentence_begin_no_line(text: str) -> None:
    assert lines_of(text)[0].startswith(text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Keeps the books of the mill. Knowledge, Skills & Abilities:Types fast.", "Knowledge, Skills & Abilities:"),
        ("Keeps the books of the mill. Knowledge, Skills, and AbilitiesTypes fast.", "Knowledge, Skills, and Abilities:"),
        ("We carry seed in Thirlby. The Role To load lorries by hand.", "The Role:"),
        ("We carry seed in Thirlby The Person; You are strong.", "The Person:"),
        ("Tidy and prompt.RESPONSIBILITIES: Load the lorries.", "RESPONSIBILITIES:"),
        ("Tidy cab desired  About Marrowby:Marrowby is a haulier.", "About Marrowby:"),
    ],
)  # fmt: skip
def test_a_heading_inside_a_paragraph_has_a_line_of_its_own(text: str, heading: str) -> None:
    assert heading in in_lines(text).split("\n")


@pytest.mark.parametrize(
    ("line", "after", "named", "required"),
    [
        ("The qualified candidate will have:", "Bookkeeping", "Bookkeeping", True),
        (
            "Essential duties and responsibilities, among others:",
            "Bookkeeping",
            "Bookkeeping",
            True,
        ),
        ("PERFERRED:First aid certificate", "", "First aid", False),
    ],
)
def test_headings_of_forms_say_what_stands_below_them(
    line: str, after: str, named: str, required: bool
) -> None:
    text = f"Yard clerk\n\nResponsibilities:\nWeigh lorries and book them in\n\n{line}\n{after}\n"
    assert asked_in(text)[named] is required


def test_a_sentence_that_goes_on_with_what_the_work_includes_is_of_the_job() -> None:
    text = (
        "Waterways Supervisor\n\nYou will look after the canal and its locks from the depot at Thirlby. This may "
        "include scaffolding, stump grinding, hedge laying and welding.\n\n"
        "Required qualifications:\nDriving licence"
    )
    assert {"Scaffolding", "Stump grinding", "Welding"} <= asked_in(text).keys()


@pytest.mark.parametrize(
    "sentence",
    [
        "You bring the ability to apply bookkeeping rules to farm accounts.",
        "You take referrals for bookkeeping from probation, the courts and other agencies.",
        "You prepare terms of reference for bookkeeping reviews.",
    ],
)
def test_duties_are_not_taken_for_small_print_by_a_word(sentence: str) -> None:
    assert "Bookkeeping" in asked_in(f"Adviser\n\nWhat you do:\n{sentence}\nYou write reports for farmers.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Full-time posts include the following benefits: welding club, gym and bicycle loans.",
        "The night shift of welding is paid a shift differential.",
        "To apply for the welding post please send your CV to the yard.",
        "Offers are subject to receipt of two references and welding test results.",
        "Guaranteed interview scheme for disabled applicants and care leavers with welding papers.",
    ],
)
def test_what_the_employer_gives_and_how_to_apply_asks_for_nothing(sentence: str) -> None:
    text = f"Yard clerk\n\nRequirements:\nBookkeeping\nDriving licence\n{sentence}"
    assert "Welding" not in asked_in(text)


def test_who_a_post_suits_is_no_wish() -> None:
    text = (
        "Yard clerk\n\nThis post is ideally suited to people with bookkeeping experience who like mornings."
    )
    assert asked_in(text)["Bookkeeping"]


def test_a_degree_to_which_something_is_done_is_no_education() -> None:
    assert (
        read_posting("Adviser\n\nYou monitor the degree to which farms follow the rules.").education_level
        is None
    )


def test_the_subjects_of_a_degree_or_its_equivalent_are_no_skills() -> None:
    text = "Engineer\n\nRequirements:\nDegree or equivalent in physics, chemistry or mathematics\nWelding"
    assert asked_in(text).keys() == {"Welding"}


def test_towns_are_no_storage() -> None:
    text = "Splicer in San Antonio\n\nRequirements:\nCable splicing in San Diego and San Jose\nFibre Channel"
    assert "Storage area networks" not in asked_in(text)


@pytest.mark.parametrize(
    "line",
    ["Secure all permitting and weighing requirements", "Capable of handling many responsibilities at once"],
)
def test_a_line_that_says_what_to_do_is_no_heading(line: str) -> None:
    text = f"Yard clerk\n\nResponsibilities:\nBookkeeping\n{line}\nWelding\n\nBenefits:\nGym"
    assert heading_kind(line, posting=True) is None
    assert {"Bookkeeping", "Welding"} <= asked_in(text).keys()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("We own the yard Essential Requirements Full licence and boots.", "Essential Requirements:"),
        ("The yard is in Thirlby. Benefits Free boots and paid leave.", "Benefits:"),
        ("You drive with care DESIRED: 2 years of haulage.", "DESIRED:"),
        ("Two posts in Thirlby JOB DESCRIPTION Load lorries by hand.", "JOB DESCRIPTION:"),
        ("Two posts in Thirlby.JOB DESCRIPTIONThe loader stacks hay.", "JOB DESCRIPTION:"),
        ("Two posts in Thirlby.REQUIREMENTS:• Strong arms", "REQUIREMENTS:"),
    ],
)
def test_a_heading_without_a_stop_before_it_has_a_line_of_its_own(text: str, heading: str) -> None:
    assert heading in in_lines(text).split("\n")


def test_words_of_lists_in_capitals_are_told_apart_where_many_are_glued() -> None:
    text = "RecruitmentPayroll ManagementHR AdministrationConduct drivesTraining clerksNegotiate payKeep filesWrite"
    assert glued_apart(text, throughout=True).split("\n")[:3] == [
        "Recruitment",
        "Payroll Management",
        "HR Administration",
    ]


def test_what_the_work_includes_is_of_the_job_however_late_a_heading_stands() -> None:
    text = (
        "Carer\n\nMain duties include: hoisting and dressing. All that personal care is, including meal "
        "preparation and light domestic tasks.\n\nPersonal Requirements\nDriving licence"
    )
    assert "Personal care" in asked_in(text)


def test_to_take_advantage_of_something_is_no_wish() -> None:
    text = "Carer\n\nYou will work in personal care and take advantage of our mileage pay."
    assert asked_in(text)["Personal care"]


def test_people_with_whom_one_works_are_no_phrase_but_leading_them_is_one() -> None:
    text = (
        "Audit Clerk\n\nResponsibilities:\nReconcile ledgers, meet independent auditors and grain suppliers\n"
        "Supervise junior inspectors\n\nRequirements:\nBookkeeping"
    )
    named = " ".join(asked_in(text))
    assert "auditors" not in named
    assert "suppliers" not in named
    assert "inspectors" in named


def test_how_long_a_post_lasts_is_no_experience() -> None:
    text = "Carer\n\nThe role is full time and lasts for at least 3 months.\n\nRequirements:\nDriving licence"
    assert read_posting(text).min_years is None


def test_skills_said_to_be_strong_are_asked_for() -> None:
    text = "Carer\n\nYou give personal care to people in Thirlby and keep their notes up to date. " * 10
    assert "Computer literacy" in asked_in(f"{text}\nStrong computer skills\n")


def test_skilled_people_of_the_employer_ask_for_nothing() -> None:
    text = (
        "Yard Director\n\nOur hauliers and millers place more than 900 highly skilled welding staff each year. "
        "As the oldest yard in Thirlby, we mend boats and carry out welding for farmers.\n\n"
        "Responsibilities:\nBookkeeping"
    )
    assert asked_in(text).keys() == {"Bookkeeping"}


def test_people_of_another_trade_whom_one_meets_are_no_skill() -> None:
    text = "Yard clerk\n\nRequirements:\nYou take readings from lab technicians\nBookkeeping"
    assert "Laboratory work" not in asked_in(text)
    text = "Yard foreman\n\nRequirements:\nExperience of leading lab technicians\nBookkeeping"
    assert "Laboratory work" in asked_in(text)


def test_wishes_of_a_person_specification_in_one_paragraph_are_wishes() -> None:
    text = f"Yard clerk\n\n{_FILLER * 3}Bookkeeping is what you do here. Desireable Experience of welding by hand."
    assert asked_in(text)["Welding"] is False


def test_years_after_a_semicolon_may_be_the_alternative() -> None:
    text = (
        "Engineer\n\nRequirements:\nDegree with 2 years of experience; or diploma with 5 years of experience"
    )
    assert read_posting(text).min_years == 2


def test_people_that_are_galvanised_are_no_metal() -> None:
    text = "Yard clerk\n\nRequirements:\nAbility to galvanise internal resources\nBookkeeping"
    assert asked_in(text).keys() == {"Bookkeeping"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Checks the stacks of timberScan each one as it comes in.", "Checks the stacks of timber"),
        ("Cleans the yard with a hose Restocks all the sheds.", "Cleans the yard with a hose"),
        ("Keys and Gate Management This yard is open all week.", "Keys and Gate Management"),
        ("Needs a licence for work Marrowby Staffing is acting as an agency.", "Needs a licence for work"),
        ("The post is in Dover, DEPrevious hauliers may apply here.", "The post is in Dover, DE"),
    ],
)
def test_verbs_and_firms_begin_a_line_where_a_break_was_lost(text: str, first: str) -> None:
    assert lines_of(text)[0] == first


def test_tools_that_begin_as_a_state_does_stay_whole() -> None:
    assert "CANoe" in in_lines("CANalyzer, CANoe and a yard")


def test_what_is_offered_behind_a_heading_without_a_colon_asks_for_nothing() -> None:
    text = "Yard clerk\n\nRequirements:\nBookkeeping is done.We offer• Welding club• Gym"
    assert asked_in(text).keys() == {"Bookkeeping"}


@pytest.mark.parametrize(
    "sentence",
    [
        "This director will drive bookkeeping forward to continue our mission.",
        "You will deliver our vision and values through bookkeeping.",
    ],
)
def test_a_mission_that_is_worked_for_is_of_the_job(sentence: str) -> None:
    assert "Bookkeeping" in asked_in(f"Director\n\nDuties:\n{sentence}\nYou write to farmers.")


def test_who_asks_for_nothing_wants_what_the_employer_does() -> None:
    text = "Care Worker\n\nYou will see our customers at home. We provide personal care and dementia care."
    assert {"Personal care", "Dementia care"} <= asked_in(text).keys()


def test_a_sentence_with_a_stop_is_no_heading() -> None:
    text = "Director\n\nRequirements:\nDemonstrated commitment to the welding trade.\nBookkeeping\nFirst aid"
    assert {"Bookkeeping", "First aid"} <= asked_in(text).keys()


def test_a_preferred_major_leaves_the_degree_required() -> None:
    asked = read_posting(
        "Analyst\n\nRequirements:\nA four-year college degree, the major preferably economics"
    )
    assert asked.education_required


def test_a_level_of_a_language_is_no_education() -> None:
    text = "Linguist\n\nRequirements:\nProficiency of level 3 in both languages"
    assert read_posting(text).education_level is None


def test_what_is_the_subject_of_a_sentence_weighs_less_unless_the_sentence_wants_it() -> None:
    def weight(tail: str) -> float:
        text = f"Millwright\n\nRequirements:\nYou know wheat, sieve cloths {tail}\nBookkeeping"
        return next(one.weight for one in read_posting(text).skills if one.name == "sieve cloths")

    assert weight("will arrive in May") < weight("are essential")


def test_a_label_of_a_form_says_no_more_than_its_line() -> None:
    text = "Location: Thirlby\nDo the bookkeeping of the yard\nWeld gates\n\nPreferred qualifications:\nFirst aid"
    assert {"Bookkeeping", "Welding"} <= asked_in(f"Yard clerk\n{text}").keys()


def test_a_firm_of_many_words_stays_whole() -> None:
    text = f"Checks the gates Marrowby Farm Staffing is an equal opportunities employer. {_FILLER * 3}"
    assert "\nMarrowby Farm Staffing is an equal" in in_lines(text)


@pytest.mark.parametrize(
    "duty",
    [
        "You will be responsible for the recruitment and induction of carers.",
        "You will also assist with recruiting and selecting the carers.",
    ],
)
def test_recruitment_that_is_a_duty_is_asked_for_in_the_posting_of_an_agency_too(duty: str) -> None:
    text = f"Home Manager\n\nDuties:\n{duty}\n\nMarrowby Staffing acts as the agency here."
    assert "Recruitment" in asked_in(text)


def test_one_year_with_a_hyphen_is_read() -> None:
    text = "Yard clerk\n\nRequirements:\nMinimum of 1-year weighbridge related experience required"
    assert read_posting(text).min_years == 1


def test_networks_stay_whole_where_words_are_glued() -> None:
    text = "Keep filesWrite lettersNegotiate payLoad hay. See our LinkedIn and Facebook page."
    assert "LinkedIn" in glued_apart(text, throughout=True)


def test_duties_in_the_third_person_before_a_heading_are_of_the_job() -> None:
    text = (
        "Process Engineer\n\nMay work with raw material suppliers on scaffolding and on problems of quality there.\n"
        "Statistically analyzes what bricklaying tests have shown and reports it.\n\n"
        "Qualifications:\nFirst aid"
    )
    assert {"scaffolding", "bricklaying"} <= {name.lower() for name in asked_in(text)}


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("HibernateReactive streams", ["Hibernate", "Reactive streams"]),
        ("Java 8.0JavaScript", ["Java 8.0", "JavaScript"]),
        ("SQL Server 2016Web services", ["SQL Server 2016", "Web services"]),
        ("API'sDeep knowledge", ["API's", "Deep knowledge"]),
    ],
)
def test_names_figures_and_plurals_end_a_line_where_words_are_glued(glued: str, apart: list[str]) -> None:
    assert glued_apart(glued, throughout=True).split("\n") == apart


def test_letters_of_a_degree_are_told_from_the_word_behind_them() -> None:
    assert "A PhD would help." in in_lines("Chemist wanted. A PhDwould help. MScEng is a degree as well.")
    assert "MScEng" in in_lines("Chemist wanted. A PhDwould help. MScEng is a degree as well.")


def test_a_wish_in_a_glued_text_reaches_back_to_the_seam() -> None:
    asked = asked_in(
        "Skills: Kotlin backend development using Ktor, PostgreSQL, JUnit, and HibernateReactive streams practice "
        "a plus.Experience with GraphQL a plus.Work with a team of nine.Daily stand-ups in our office.Good English."
    )
    assert {name for name, required in asked.items() if required} >= {"Kotlin", "PostgreSQL", "Hibernate"}
    assert not asked["GraphQL"]


def test_what_stands_behind_a_sentence_without_stops_that_comes_to_speak_of_pay_is_still_the_work() -> None:
    run_on = (
        "Electrician wanted for a family firm in the north of the county who can work alone and with a mate on "
        "houses and shops and farms and who has a van and tools and is used to early starts and to talking with "
        "customers in their homes about what they need and how long it may take and what it may cost them and "
        "the salary is £38,000 with 25 days holiday and a pension scheme and free parking. "
    )
    read = read_posting(run_on + "Rewire houses, replace consumer units, test and certify circuits.")
    assert {"rewires", "circuits", "consumer units"} <= set(read.work_terms)
    assert "pensions" not in read.work_terms
