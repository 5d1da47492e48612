"""Too few years, too many, and work below the level that a posting is for."""

from datetime import date

import pytest

from shared.matching import match, read_posting
from shared.matching.result import MatchResult
from shared.matching.scoring import Credit, Score
from tests.matching.test_arithmetic import worked_out

AS_OF = date(2026, 11, 1)
DUTIES = """- Planned campaigns for three brands and wrote the newsletters
- Ran paid search and social media with a budget of 200,000
- Reported on leads with Google Analytics and HubSpot
"""
ASKED = """
Requirements
- Campaign planning, paid search and social media
- Google Analytics and HubSpot
"""


def _cv(title: str, years: int) -> str:
    return (
        f"Sam Sample\n\nWork Experience\n\n{title}, Hillbrook Ltd, Nov {2026 - years} - present\n{DUTIES}\n"
        "Education\nBA Marketing, University of Hillbrook, 2005\n"
    )


def _scored(title: str, years: int, job: str) -> MatchResult:
    return match(_cv(title, years), job, as_of=AS_OF)


def test_years_that_count_less_than_the_dates_say_are_told_with_both() -> None:
    job = f"Marketing Manager\n{ASKED}- At least 5 years of experience in marketing\n"
    below, alike = _scored("Marketing Assistant", 8, job), _scored("Marketing Manager", 8, job)
    assert (
        "(8 years in such roles, counted as 4 by level and likeness; 5 years are asked for)"
        in below.strengths[0]
    )
    assert below.gaps[1].endswith(
        "the CV shows 8 years in roles like this one, counted as 4 by level and likeness."
    )
    assert "(8 years in such roles; 5 years are asked for)" in alike.strengths[0]


def test_a_title_may_begin_with_a_figure() -> None:
    result = _scored(
        "2D Animator", 8, "2D Animator\n\nRequirements\n- Animation of short films\n- Storyboards\n"
    )
    assert result.strengths[0].startswith("Has worked in roles like this one: 2D Animator (8 years")


@pytest.mark.parametrize(
    ("said", "ceiling"),
    [
        ("Maximum 3 years of experience.", 3),
        ("You have up to two years' experience in marketing.", 2),
        ("No more than 4 years of relevant experience", 4),
        ("0-2 years of experience in marketing", 2),
        ("Newly qualified to 3 years PQE", 3),
        ("At least 1 and no more than 3 years of experience", 3),
        ("If you have more than two years of professional experience, this one is not for you.", 2),
        ("3 to 5 years of experience", None),
        ("At least 3 years of experience", None),
        ("Manage contracts of up to 5 years", None),
        ("A fixed term of up to 2 years", None),
        ("6 months to 2 years of experience", None),
        ("We welcome people with less than perfect experience", None),
    ],
)
def test_a_posting_says_who_has_too_many_years(said: str, ceiling: float | None) -> None:
    asked = read_posting(f"Marketing Executive\n\nRequirements\n- {said}\n- Google Analytics\n")
    assert asked.years_ceiling == ceiling


def test_nobody_at_the_beginning_needs_years() -> None:
    job = f"Junior Marketing Executive\n{ASKED}"
    assert _scored("Marketing Executive", 1, job).overall_score == pytest.approx(
        _scored("Marketing Executive", 3, job).overall_score, abs=0.5
    )
    assert "at the beginning" in _scored("Marketing Executive", 1, job).arithmetic[-2]


@pytest.mark.parametrize(
    "job",
    [
        f"Junior Marketing Executive\n{ASKED}",
        f"Marketing Executive\n{ASKED}- Up to two years of experience in marketing\n",
        f"Marketing Executive\n{ASKED}- 0-2 years of experience in marketing\n",
    ],
)
def test_far_too_many_years_cost_and_the_result_says_so(job: str) -> None:
    beginner, expert = _scored("Marketing Executive", 2, job), _scored("Marketing Executive", 14, job)
    assert expert.overall_score < beginner.overall_score - 10
    assert expert.gaps[0].endswith("the CV shows 14 years in roles like this one.")
    line = next(line for line in expert.arithmetic if line.startswith("experience"))
    assert "up to which the posting is for somebody" in line
    assert worked_out(line) == pytest.approx(expert.subscores.experience, abs=0.06)


def test_half_as_many_again_as_the_limit_is_nothing_to_mind() -> None:
    job = f"Marketing Executive\n{ASKED}- Up to four years of experience in marketing\n"
    assert _scored("Marketing Executive", 6, job).overall_score >= (
        _scored("Marketing Executive", 4, job).overall_score - 0.5
    )


def test_years_below_the_level_of_the_posting_count_half() -> None:
    job = f"Head of Marketing\n{ASKED}- 8 years of experience in marketing\n"
    head, assistant = _scored("Head of Marketing", 9, job), _scored("Marketing Assistant", 9, job)
    assert head.experience_match.verdict == "met"
    assert (assistant.experience_match.candidate_years or 0) <= 4.5
    assert head.overall_score - assistant.overall_score > 8
    assert "Head of Marketing leads; no title of such work in the CV does." in assistant.gaps
    assert not any("leads;" in gap for gap in head.gaps)


def test_a_senior_post_wants_more_than_years_as_a_trainee() -> None:
    job = f"Senior Marketing Executive\n{ASKED}- 5 years of experience in marketing\n"
    plain, trainee = _scored("Marketing Executive", 5, job), _scored("Trainee Marketing Executive", 5, job)
    assert plain.experience_match.candidate_years == pytest.approx(5, abs=0.3)
    assert (trainee.experience_match.candidate_years or 0) < 3


def test_half_of_the_years_is_half_of_their_share() -> None:
    shown = (Credit("Java", 1.0, 1.0, required=True),)
    assert Score(shown, 1.0, 2.0, 4.0).experience == 70.0
    assert Score(shown, 1.0, 4.0, 4.0).experience == 100.0
    assert Score(shown, 1.0, 9.0, None, most_years=4.0).experience == pytest.approx(66.7)


@pytest.mark.parametrize(
    ("line", "title", "seniority"),
    [
        (
            "Assistant Headteacher (KS2) – Brackenfold Lane Junior School, Newbury",
            "Assistant Headteacher (KS2)",
            2,
        ),
        ("Class Teacher - Brackenfold Lane Junior School", "Class Teacher", 0),
        ("Teacher of Maths, Brackenfold High School, Leeds", "Teacher of Maths", 0),
        ("Cook - Primary School", "Cook - Primary School", 0),
        ("Director of Nursing, Brackenfold Children's Hospital", "Director of Nursing", 2),
        ("Staff Nurse", "Staff Nurse", 0),
        ("Staff Software Engineer", "Staff Software Engineer", 1),
        ("Junior Doctor", "Junior Doctor", 0),
        ("Head Chef", "Head Chef", 2),
        ("Executive Pastry Chef", "Executive Pastry Chef", 2),
        ("Sous Chef", "Sous Chef", 2),
        ("Account Executive", "Account Executive", 0),
        ("Ward Sister", "Ward Sister", 2),
        ("Site Foreman", "Site Foreman", 2),
        ("Supervising Social Worker", "Supervising Social Worker", 0),
        ("Managing Attorney", "Managing Attorney", 2),
        ("Junior Chef", "Junior Chef", -1),
    ],
)
def test_the_level_is_that_of_the_title_and_not_of_the_place(line: str, title: str, seniority: int) -> None:
    asked = read_posting(f"{line}\n\nRequirements\n- Patience with people\n- A driving licence\n")
    assert (asked.title, asked.seniority) == (title, seniority)


def _registered(line: str, title: str) -> str:
    result = match(
        f"Sam Sample\n\nExperience\n{title}, Hillbrook Ltd, Jan 2019 - present\n- Checked and dispensed items\n\n"
        f"Registration\n{line}\n",
        f"{title}\n\nRequirements\n- GPhC registration\n- Dispensing\n",
        as_of=AS_OF,
    )
    return next(one.verdict for one in result.skill_matches if one.skill == "GPhC registration")


@pytest.mark.parametrize(
    ("line", "title", "verdict"),
    [
        ("GPhC registered", "Pharmacist", "met"),
        ("GPhC registered Pharmacy Technician", "Pharmacist", "partial"),
        ("GPhC registered Pharmacy Technician", "Pharmacy Technician", "met"),
        ("Will then be eligible for GPhC registration", "Pharmacist", "partial"),
        ("GPhC registration not yet held", "Pharmacist", "missing"),
    ],
)
def test_a_registration_of_another_grade_is_none_of_this(line: str, title: str, verdict: str) -> None:
    assert _registered(line, title) == verdict


def test_the_post_that_somebody_looks_for_is_not_shown() -> None:
    job = "Head Chef\n\nRequirements\n- Experience as a head chef\n- Menu planning\n"
    cv = "Experience\nChef de Partie, Hillbrook Inn, Jan 2019 - present\n- Ran the sauce section\n\nProfile\n{}\n"
    for line in ("Looking for Head Chef opportunity.", "Looking to step up to head chef."):
        result = match(cv.format(line), job, as_of=AS_OF)
        assert result.skill_matches[0].verdict != "met", line
    assert match(cv.format("Head chef for two years."), job, as_of=AS_OF).skill_matches[0].verdict == "met"


def test_what_the_title_says_is_what_the_role_rests_on() -> None:
    cv = "Experience\nTeacher of {}, Hillbrook School, Sept 2018 - present\n- Taught {} to years 7 to 11\n\nQTS\n"
    job = "Teacher of Mathematics\n\nRequirements\n- QTS\n- Teach mathematics at key stage 3 and 4\n"
    right = match(cv.format("Mathematics", "mathematics"), job, as_of=AS_OF)
    other = match(cv.format("Geography", "geography"), job, as_of=AS_OF)
    assert right.overall_score - other.overall_score > 20
    assert any("the role rests on" in line for line in other.arithmetic)


def test_words_of_the_work_alone_make_no_years_under_another_title() -> None:
    job = "HGV Driver\n\nRequirements\n- HGV Class 2, multi-drop and tail lift\n- 5 years of driving\n"
    cv = (
        "Experience\nHGV driver, Mock Foods, Jan 2022 - Dec 2023\n- Multi-drop with tail lift and cages\n"
        "Shop manager, Mock Pets, Jan 2010 - Dec 2021\n- Multi-drop deliveries, tail lift, HGV Class 2 since 2018\n"
    )
    assert (match(cv, job, as_of=AS_OF).experience_match.candidate_years or 0) < 10


def test_the_latest_title_says_the_level() -> None:
    job = "Structural Engineer\n\nRequirements\n- Design of steel and concrete structures\n- Eurocodes\n"
    cv = (
        "Experience\nDesign Engineer (Facades), Hillbrook Ltd, Jan 2021 - present\n- Designed steel and concrete structures\n"
        "Junior Structural Engineer, Mock Ltd, Jan 2018 - Dec 2020\n- Eurocodes and calculations of concrete structures\n"
    )
    assert not any("are below" in gap for gap in match(cv, job, as_of=AS_OF).gaps)


def test_a_licence_that_a_colleague_holds_is_not_asked_for() -> None:
    asked = read_posting(
        "Legal Secretary\n\nDuties\n- Support two solicitors and a Licensed Conveyancer with letters and files\n\n"
        "Requirements\n- Audio typing\n"
    )
    assert not any("onveyanc" in one.name and one.required for one in asked.skills if one.known)


def test_who_leads_all_of_it_is_too_senior_for_one_who_does_it() -> None:
    job = f"Marketing Executive\n{ASKED}"
    director, plain = _scored("Marketing Director", 9, job), _scored("Marketing Executive", 9, job)
    assert director.overall_score < plain.overall_score - 5
    assert "Marketing Executive is far below the level of the latest role in the CV." in director.gaps
    line = next(line for line in director.arithmetic if line.startswith("experience"))
    assert worked_out(line) == pytest.approx(director.subscores.experience, abs=0.06)
    assert not any(
        "far below" in gap for gap in _scored("Marketing Director", 9, f"Head of Marketing\n{ASKED}").gaps
    )


def test_what_is_said_of_the_person_is_no_part_of_the_title() -> None:
    asked = read_posting(
        "We are looking for an experienced Qualified Nurse to join our friendly team in the centre of Leeds on a "
        "permanent basis\n\nRequirements\n- Patience\n"
    )
    assert asked.title == "Nurse"


_MEDICINES = (
    "\nRequirements\n- Dispensing prescriptions and labelling medicines\n- Controlled drugs and stock\n"
)


def _in_a_pharmacy(title: str, posting: str) -> MatchResult:
    cv = (
        f"Work Experience\n\n{title}, Hillbrook Chemist, Nov 2019 - present\n"
        "- Dispensed prescriptions and labelled medicines\n- Counted controlled drugs and ordered stock\n"
    )
    return match(cv, posting + _MEDICINES, as_of=AS_OF)


@pytest.mark.parametrize("posting", ["Pharmacist", "Clinical Pharmacist"])
def test_who_assists_a_pharmacist_stands_behind_one(posting: str) -> None:
    technician, pharmacist = (_in_a_pharmacy(title, posting) for title in ("Pharmacy Technician", posting))
    assert technician.overall_score < pharmacist.overall_score


@pytest.mark.parametrize("posting", ["Pharmacy Technician", "Dispenser"])
def test_a_pharmacist_is_too_senior_for_one_who_assists_them(posting: str) -> None:
    technician = _in_a_pharmacy("Pharmacy Technician", posting)
    pharmacist = _in_a_pharmacy("Staff Pharmacist", posting)
    assert pharmacist.overall_score < technician.overall_score - 5
    assert f"{posting} is far below the level of the latest role in the CV." in pharmacist.gaps


@pytest.mark.parametrize("title", ["Pharmacy Intern", "Trainee Pharmacist"])
def test_who_still_learns_a_profession_is_at_the_level_of_those_who_assist(title: str) -> None:
    gaps = _in_a_pharmacy(title, "Pharmacy Technician").gaps
    assert not any("far below" in gap or "are below" in gap for gap in gaps)


@pytest.mark.parametrize(
    ("profession", "assistant"),
    [
        ("Dentist", "Dental Nurse"),
        ("Physiotherapist", "Physiotherapy Assistant"),
        ("Veterinary Nurse", "Animal Care Assistant"),
        ("Optometrist", "Optical Assistant"),
    ],
)
def test_years_of_assisting_are_few_of_the_profession_itself(profession: str, assistant: str) -> None:
    def cv(title: str) -> str:
        return f"Work Experience\n\n{title}, Hillbrook Practice, Nov 2014 - present\n- Worked with patients\n"

    job = f"{profession}\n\nRequirements\n- Five years of experience\n- Care of patients\n"
    below, same = (match(cv(title), job, as_of=AS_OF) for title in (assistant, profession))
    assert below.subscores.experience < same.subscores.experience - 15


@pytest.mark.parametrize(
    ("profession", "assistant", "least"),
    [
        ("Pharmacist", "Pharmacy Technician", 15),
        ("Attorney", "Paralegal", 15),
        ("Dental Hygienist", "Dental Assistant", 15),
        ("Primary Teacher", "Teaching Assistant", 15),
        ("Electrician", "Electrician Helper", 6),
        ("Plumber", "Plumber's Mate", 6),
        ("HR Advisor", "HR Assistant", 6),
        ("Social Worker", "Social Work Assistant", 6),
        ("Hairdresser", "Salon Assistant", 6),
        ("Chef de Partie", "Commis Chef", 6),
    ],
)
def test_the_words_of_the_work_make_no_professional_of_who_assists(
    profession: str, assistant: str, least: float
) -> None:
    duties = "- Drafted pleadings, installed panels, taught phonics and took x-rays with the team\n"

    def scored(title: str, education: str = "Leaving certificate, 2013") -> MatchResult:
        cv = f"Work Experience\n\n{title}, Hillbrook Ltd, Nov 2014 - present\n{duties}\nEducation\n{education}\n"
        return match(
            cv, f"{profession}\n\nDuties\n{duties}\nRequirements\n- Five years of experience\n", as_of=AS_OF
        )

    below, same = scored(assistant), scored(profession)
    assert below.overall_score < same.overall_score - least
    assert f"The titles of such work in the CV are below {profession}." in below.gaps


@pytest.mark.parametrize(
    "education", ["B.Pharm, 2020", "Pharm.D, 2020", "Bachelor of Pharmacy, 2020", "RPh since 2020"]
)
def test_who_has_the_degree_or_the_licence_does_not_only_assist(education: str) -> None:
    def gaps(education: str) -> list[str]:
        cv = (
            "Work Experience\n\nPharmacy Technician, Hillbrook Chemist, Nov 2019 - present\n"
            f"- Dispensed prescriptions and labelled medicines\n\nEducation\n{education}\n"
        )
        return match(cv, "Pharmacist\n" + _MEDICINES, as_of=AS_OF).gaps

    assert not any("are below" in gap for gap in gaps(education))
    assert any("are below" in gap for gap in gaps("NVQ level 3, 2020"))


def test_a_register_of_both_is_the_one_of_the_titles() -> None:
    def verdict(title: str) -> str:
        cv = (
            f"Work Experience\n\n{title}, Hillbrook Hospital, Nov 2019 - present\n"
            "- Medicines reconciliation on the wards\n\nRegistration\nGPhC registered\n"
        )
        job = "Clinical Pharmacist\n\nRequirements\n- GPhC registration\n- Medicines reconciliation\n"
        result = match(cv, job, as_of=AS_OF)
        return next(one.verdict for one in result.skill_matches if one.skill == "GPhC registration")

    assert (verdict("Pharmacist"), verdict("Senior Pharmacy Technician")) == ("met", "partial")


@pytest.mark.parametrize(
    ("posting", "title"),
    [
        ("Support Worker", "Care Assistant"),
        ("Sales Associate", "Shop Assistant"),
        ("Secretary", "Executive Assistant"),
        ("Warehouse Operative", "Warehouse Assistant"),
        ("Paralegal", "Legal Assistant"),
        ("HR Assistant", "HR Assistant"),
    ],
)
def test_an_assistant_is_not_below_everybody(posting: str, title: str) -> None:
    cv = f"Work Experience\n\n{title}, Hillbrook Ltd, Nov 2014 - present\n- Served people and kept the records\n"
    assert not any("are below" in gap for gap in match(cv, f"{posting}\n{ASKED}", as_of=AS_OF).gaps)


@pytest.mark.parametrize(
    ("title", "speciality", "another"),
    [
        ("Emergency Department Registered Nurse", "emergency department", "school health office"),
        ("Registered Nurse - Pediatrics", "paediatric ward", "dialysis unit"),
        ("Litigation Attorney", "civil litigation department", "mergers department"),
    ],
)
def test_a_speciality_that_the_title_names_is_asked_for(title: str, speciality: str, another: str) -> None:
    """Whoever has it comes before who is of the trade alone, though nothing else in the posting names it."""
    who = "Attorney" if title.endswith("Attorney") else "Registered Nurse"
    cv = "Experience\n{}, Hill Example, Jan 2019 - present\n- Worked in the {}\n- Kept the records\n\nLicensed {}\n"
    job = f"{title}\n\nHill Example is looking for a colleague.\n\nRequirements\n- Two years of experience\n- Licence\n"
    right, other = (
        match(cv.format(who, where, who), job, as_of=AS_OF).overall_score for where in (speciality, another)
    )
    assert right - other > 8


@pytest.mark.parametrize("subject", ["Physics", "Chemistry"])
def test_a_teachers_title_shows_the_subject(subject: str) -> None:
    cv = f"Experience\n{subject} Teacher, Hillbrook School, Sept 2018 - present\n- Planned lessons for five classes\n"
    job = f"{subject} Teacher\n\nHillbrook High School\n\nRequirements\n- Knowledge of {subject.lower()}\n- Patience\n"
    shown = match(cv, job, as_of=AS_OF).skill_matches
    verdicts = [one.verdict for one in shown if subject.lower() in one.skill.lower()]
    assert set(verdicts) == {"met"}


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("In May I will earn a state teaching license.", "missing"),
        ("I hold a state teaching license.", "met"),
    ],
)
def test_a_licence_still_to_be_earned_is_not_held(line: str, verdict: str) -> None:
    job = "Elementary Teacher\n\nRequirements\n- State teaching license\n- Lesson planning\n"
    work = "Experience\nTutor, Hill Example, Jan 2019 - present\n- Planned lessons\n"
    result = match(f"Profile\n{line}\n\n{work}\nEducation\nBA, Hill College, 2019\n", job, as_of=AS_OF)
    assert next(one.verdict for one in result.skill_matches if "icen" in one.skill) == verdict
