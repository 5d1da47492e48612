"""Lines of postings that ask for a level of education, and lines that only look like it."""

import pytest

from shared.matching import match, read_posting
from shared.matching.education import LEVELS

ASKED = {
    "none": """
        No degree needed
        Don't have a film degree? Nor does the owner
        We don't care about degrees""",
    "school": """
        10+2 or above
        Minimum 10th pass
        Grade 12 / Matric essential
        Grade 10 or equivalent
        National Senior Certificate
        High school required
        High school degree required
        Bachelor's preferred, high school diploma required""",
    "vocational": """
        Higher National Certificate in Building Services
        Two-year degree in electronics
        2 year degree or technical certificate
        Post-secondary education in business
        SCQF level 7 or above
        QQI Level 6 Early Childhood Care
        Associates or Bachelor's Degree in bookbinding
        Bookbinding certificate or Bachelor's degree
        Bachelor's degree or bookbinding certificate
        N6 certificate in Electrical Engineering
        Journeyperson certificate
        Trade-qualified diesel mechanic
        Degree or diploma in occupational therapy""",
    "bachelor": """
        B.S. Chemical Engineering from an ABET accredited university
        Graduate calibre with strong numeracy
        Graduate of a 4-year course, in any subject
        Bachelor of Science in Nursing (BSN) degree
        University-educated
        Qualification: Graduate / Post Graduate
        Level 6 qualification in construction
        Level 7 qualification (NFQ)
        BPT / MPT
        Teaching degree or five years of teaching""",
    "master": """
        B.Tech + MBA (Operations)
        MPharm degree and GPhC registration
        LL.M in tax
        LLM in international law
        Level 7 qualification in HR management
        MLS/MLIS with two terms in a map library
        ALA-accredited MLS degree
        MPH degree
        Master of Social Work (MSW) degree
        Master of Science in Nursing degree
        Master's (MSW) degree""",
    "doctorate": """
        Doctor of Physical Therapy (DPT)
        Doctor of Pharmacy (PharmD) degree, held or nearly so
        JD and active bar admission
        DDS/DMD from an accredited school""",
}
NOT_ASKED = """
    Experience with LLM frameworks such as LangChain
    LLM in production, LLM (GPT) evaluation
    Be in good health and able to lift 20 kg
    BE IN CHARGE OF THE SHIFT
    Be a master of your craft
    We will support you through a degree apprenticeship
    Teaching A-level and GCSE chemistry
    You will work on the 10th floor
    Pay: Grade 12, point 44
    The 12th largest firm in the country
    Experience of running a diploma course
    Six months of training beyond high school
    Work to a patient group directive (PGD)
    Completed visits to junior and secondary schools
    Help students to finish their degree
    Work with the SSC team in Pune
    Work as a BA in an agile team
    Enter houses for sale in the MLS
    Vans that do no more than 30 mph in town
    Be the face of the school; work with secondary school pupils
    High school coaching experience
    Vocational rehabilitation knowledge
    Experience with apprenticeship standards
    Level 3 award in first aid
    MSc student supervision
    PhD students supervision
    Builds online courses for vocational colleges
    Able to teach the subject to A level, with strong results at GCSE and A level"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("level", "line"), [(level, line) for level in ASKED for line in lines(ASKED[level])]
)
def test_a_level_is_asked_for(level: str, line: str) -> None:
    asked = read_posting(f"Officer\nRequirements\n- {line}\n- Patience with the public\n")
    assert asked.education_required
    assert asked.education_level == LEVELS.index(level)


@pytest.mark.parametrize("line", lines(NOT_ASKED))
@pytest.mark.parametrize("heading", ["Requirements", "Your tasks"])
def test_what_only_looks_like_education_asks_for_none(line: str, heading: str) -> None:
    asked = read_posting(f"Officer\n{heading}\n- {line}\n- Keep the register of works\n")
    assert asked.education_level is None


def test_language_models_are_no_degree_in_law() -> None:
    cv = "Sam Sample\nExperience\nEngineer, Hill Ltd, Jan 2020 - present\n- Evaluated LLM in production\nSkills\nLLM, RAG"
    assert match(cv, "AI engineer\nRequirements\n- Python\n- A degree").education_match.candidate is None


@pytest.mark.parametrize(
    "degree",
    [
        "Bachelor's degree (or a high school diploma with at least 9 years of experience in the trade)",
        "Bachelor's degree (or high school + 9 yrs; Assoc. + 5 yrs)",
        "Bachelor's degree (associate degree and 9 years of experience considered)",
    ],
)
def test_years_that_make_up_for_a_lower_degree_are_not_the_years_asked_for(degree: str) -> None:
    asked = read_posting(f"Bookbinder\n\nRequirements\n- {degree}\n- 4+ years of experience of binding")
    assert (asked.min_years, asked.education_text) == (4, "bachelor's degree")


def test_a_lower_degree_with_its_years_is_asked_for_where_no_others_are() -> None:
    asked = read_posting(
        "Bookbinder\n\nRequirements\n- Bachelor's degree (or a high school diploma with 9 years of experience)"
    )
    assert (asked.min_years, asked.education_text) == (9, "school")


def test_years_behind_two_degrees_are_those_of_both() -> None:
    asked = read_posting(
        "Bookbinder\n\nRequirements\n- Bachelor's or associate degree with 5 years of experience\n"
        "- 2 years of experience of gilding"
    )
    assert (asked.min_years, asked.education_text) == (5, "vocational")
