"""What is said about a score: to somebody over-qualified, about alternatives, where a line would go."""

from collections import Counter
from datetime import date

import pytest

from shared.matching import MatchResult, match, read_cv, read_posting
from shared.matching.credits import give_credits
from shared.matching.dates import month_number
from shared.matching.document import open_cv
from shared.matching.engine import score_of
from shared.matching.recommendations import SHOWN_WELL
from shared.matching.rolefit import measure

AS_OF = date(2026, 11, 24)


def of(cv: str, job: str) -> MatchResult:
    return match(cv, job, as_of=AS_OF)


CLERK = "Accounts Assistant\n\nRequirements\n- {}\n- Bank reconciliation\n- Purchase ledger\n"
CONTROLLER = (
    "Experience\nFinancial Controller, Example Ltd, 01/2010 - present\n- Month end, purchase ledger and bank "
    "reconciliation of five companies\nAccountant, Sample Ltd, 01/2005 - 12/2009\n- Kept the ledgers.\n"
)


def test_somebody_with_far_more_years_than_asked_is_told_to_say_why() -> None:
    result = of(CONTROLLER, CLERK.format("1-2 years' experience in accounts"))
    assert any(gap.startswith("1 to 2 years are asked for; the CV shows ") for gap in result.gaps)
    assert any("why you want a post with less responsibility" in one.action for one in result.recommendations)
    enough = of(CONTROLLER, CLERK.format("10-15 years' experience in accounts"))
    assert not any("less responsibility" in one.action for one in enough.recommendations)


def test_years_cost_a_beginners_post_something_and_the_gaps_say_so() -> None:
    cv = (
        "Experience\nJava Developer, Example Ltd, 01/2012 - present\n- Built services with Java and Spring.\n"
    )
    gaps = of(cv, "Junior Java Developer\n\nRequirements\n- Java\n- Spring\n").gaps
    assert gaps[0].startswith("The post is for somebody at the beginning; the CV shows ")


@pytest.mark.parametrize("title", ["Care Assistant", "Assistant Headteacher", "Teaching Assistant"])
def test_an_assistant_is_no_beginner(title: str) -> None:
    assert read_posting(f"{title}\n\nRequirements\n- Safeguarding\n").seniority >= 0


def test_what_would_do_as_well_is_named_together_and_once() -> None:
    job = "Product Designer\n\nRequirements\n- Figma\n- Amplitude or Mixpanel\n"
    cv = "Experience\nProduct Designer, Example Ltd, 01/2020 - present\n- Prototypes of an app in Figma.\n"
    result = of(cv, job)
    assert [gap for gap in result.gaps if "Mixpanel" in gap] == [
        "Amplitude or Mixpanel: asked for, and the CV does not show it."
    ]
    (advised,) = [one for one in result.recommendations if "Mixpanel" in one.action]
    assert advised.action.startswith("If you have worked with Amplitude or Mixpanel, ")
    assert "Mixpanel" in advised.rationale


def test_a_law_or_a_method_is_worked_with_and_not_used() -> None:
    job = "Support Worker\n\nRequirements\n- Mental Capacity Act\n- Personal care\n"
    cv = "Experience\nSupport Worker, Example Care, 01/2020 - present\n- Personal care of four adults.\n"
    (advised,) = [one for one in of(cv, job).recommendations if "Mental Capacity" in one.action]
    assert advised.action.startswith("If you have worked with Mental Capacity Act, ")


def test_work_for_which_there_is_a_certificate_is_done_and_not_held() -> None:
    said = "\n".join(
        one.action for one in of(CONTROLLER, CLERK.format("Working at height\n- First aid")).recommendations
    )
    assert "If you have done Safe working at height, or are certified in it, say where and when." in said
    assert "If you hold this certificate (First aid)" in said


def test_a_role_of_another_field_is_no_place_for_a_line() -> None:
    job = "Full Stack Developer\n\nRequirements\n- React\n- Node.js\n- TypeScript\n- Docker\n- GraphQL\n"
    cv = (
        "Projects\n- Bus times app with React, Node.js and TypeScript, tested with Jest\n\n"
        "Experience\nTeacher of Mathematics, Example School, 09/2016 - present\n- Taught classes of 30 pupils.\n"
    )
    result = of(cv, job)
    assert any("Docker" in one.action for one in result.recommendations)
    assert not any(one.example for one in result.recommendations)


@pytest.mark.parametrize(
    "later",
    [
        "Example Corps, 06/2021 - present\n- Planned routes and loads of 22 lorries.\n",
        "Patrol Warden, Example Corps, 06/2021 - present\n- Answered what people asked.\n",
    ],
)
def test_a_line_does_not_go_under_a_role_of_long_ago_where_a_later_title_is_unknown(later: str) -> None:
    job = "HGV Driver\n\nRequirements\n- Category C\n- Tail lift\n- Route planning\n- Digital tachograph\n"
    cv = f"Experience\n{later}HGV Driver, Example Corps, 01/2015 - 02/2018\n- Cat C lorries.\n"
    advice = of(cv, job).recommendations
    assert any("Tail lift" in one.action for one in advice)
    assert not any(one.example for one in advice)


def test_a_missing_education_is_advised_on_where_it_is_required() -> None:
    job = "Account Executive\n\nRequirements\n- Bachelor's degree\n- Salesforce\n- B2B sales\n"
    cv = "Experience\nAccount Executive, Example Ltd, 01/2020 - present\n- B2B sales with Salesforce.\n"
    result = of(cv, job)
    assert "Education: a bachelor's degree is asked for; the CV shows none that could be read." in result.gaps
    assert any(
        one.category == "education" and "If you have a bach" in one.action for one in result.recommendations
    )
    with_degree = of(cv + "\nEducation\nBComm, Example University, 2019\n", job)
    assert with_degree.education_match.verdict == "met"
    assert not any(one.category == "education" for one in with_degree.recommendations)


def test_dates_matter_most_where_years_are_asked_for() -> None:
    cv = "Jobs\nBookkeeper, Example Ltd\n- Kept the books of the office and did the payroll of the staff.\n"
    for years, priority in (("2 years of experience", "high"), ("Payroll", "medium")):
        advice = of(cv, f"Bookkeeper\nRequirements\n- {years}\n- Xero\n").recommendations
        (dates,) = [one for one in advice if one.action.startswith("Give each role its dates")]
        assert dates.priority == priority


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Staff Nurse Band 5, Example Hospital, 10/2022 - present", "Staff Nurse Band 5"),
        ("Independent UX designer since 2017", "Independent UX designer"),
        ("Class Teacher Year 4, Example School, 09/2021 - present", "Class Teacher Year 4"),
    ],
)
def test_a_title_ends_where_it_is_complete(line: str, title: str) -> None:
    (role,) = read_cv(f"Experience\n{line}\n- Worked hard.\n", as_of=AS_OF).roles
    assert role.title == title


def test_a_distant_relative_is_not_called_a_role_like_this() -> None:
    job = "Data Scientist\n\nRequirements\n- Python\n- SQL\n- A/B tests\n- Machine learning models\n"
    cv = (
        "Experience\nProduct Manager, Example BV, 01/2023 - present\n- Ran 45 A/B tests and wrote SQL for my analysis.\n"
        "Data Scientist, Example Bank, 09/2018 - 12/2022\n- Machine learning models in Python and SQL.\n"
    )
    assert not any("Product Manager" in one for one in of(cv, job).strengths)


def test_an_everyday_word_alone_gets_no_line_of_advice() -> None:
    job = "Van Driver\n\nRequirements\n- Multi-drop deliveries\n\nDesirable\n- Experience in a property, legal or surveying environment\n"
    cv = "Experience\nVan Driver, Example Ltd, 01/2020 - present\n- Parcels to shops and schools in the city.\n"
    result = of(cv, job)
    said = [*result.gaps, *(one.action for one in result.recommendations)]
    assert any(one.skill == "property" for one in result.skill_matches)
    assert not any("property" in text for text in said)


def test_what_is_taught_is_advised_on_in_one_line() -> None:
    job = (
        "Apprentice Maintenance Engineer\n\nNo previous experience is required, as full training is provided.\n\n"
        "What you'll learn\n- Fault finding and planned maintenance\n- PLC programming\n- Bottling lines\n"
    )
    cv = (
        "Education\nSample High School, 2021 - 2026\nNational 5: Maths, Physics, English\n\nExperience\n"
        "Saturday job, Fictive Bike Shop, 03/2025 - present\n- Fix punctures, true wheels, adjust gears and brakes, serve customers "
        "and use the till; look after the workshop on my own when the owner is out.\n"
    )
    advice = of(cv, job).recommendations
    (taught,) = [one for one in advice if "PLC programming" in one.action]
    assert taught.action.startswith(
        "If you have done any of this already, at school, at home or at work, say so: "
    )
    assert "Bottling" in taught.action
    assert not any(one.gain for one in advice)


def test_years_of_a_near_skill_are_not_given_to_the_one_that_is_only_begun() -> None:
    job = "Java Developer\n\nRequirements\n- Java\n- Kotlin\n"
    cv = (
        "Experience\nJava Developer, Muster AG, 03/2018 - present\n- Services in Java for claims.\n\n"
        "Skills\nJava, Kotlin (Grundkenntnisse), SQL\n"
    )
    (kotlin,) = [one for one in of(cv, job).skill_matches if one.skill == "Kotlin"]
    assert kotlin.verdict == "partial"
    assert kotlin.years is None


def test_less_than_a_year_is_said_in_months() -> None:
    job = "Laboratory Technician\n\nRequirements\n- Experience of working in a laboratory, at least 6 months\n- PCR\n"
    cv = "Experience\nBarista, Example Cafe, 01/2022 - present\n- Made coffee for 200 people a day.\n"
    assert any("6 months of experience are asked for" in gap for gap in of(cv, job).gaps)


def test_a_doctor_is_told_to_say_why_where_a_vocational_qualification_is_enough() -> None:
    job = "Laboratory Technician\n\nRequirements\n- HNC in a biological subject\n- PCR\n- Cell culture\n"
    cv = "Experience\nScientist, Example Institute, 01/2022 - present\n- PCR and cell culture.\n\nEducation\n{}, 2019\n"
    for degree, told in (("PhD Molecular Biology", True), ("BSc Biology", False)):
        advice = of(cv.format(degree), job).recommendations
        assert any("less responsibility" in one.action for one in advice) is told


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Masonry", "Masonry"),
        ("Data migration", "Data migration"),
        ("DNS", "DNS"),
        ("CIPP", "CIPP"),
        ("K8s", "Kubernetes"),
        ("Managing suppliers", "Supplier management"),
        ("Lead a team of four", "Team management"),
        ("Read blueprints", "blueprints"),
        ("Lead management and conversion", "Lead generation"),
        ("Reading construction drawings", "Reading construction drawings"),
    ],
)
def test_a_requirement_is_called_what_the_posting_calls_it_where_the_table_says_something_else(
    asked: str, shown: str
) -> None:
    job = f"Engineer\n\nRequirements\n- {asked}\n- Eurocodes\n"
    result = of("Experience\nEngineer, Example Ltd, 01/2020 - present\n- Beams by Eurocodes.\n", job)
    assert shown in [one.skill for one in result.skill_matches]
    assert any(gap.startswith(f"{shown}: ") for gap in result.gaps)


def test_what_is_asked_for_twice_by_one_name_is_told_once() -> None:
    job = (
        "Sous Chef\n\nRequirements\n- Cover for the Executive Chef\n- Larder\n\n"
        "Duties\n- Help the Executive Chef with orders\n"
    )
    result = of("Experience\nCook, Example Inn, 01/2020 - present\n- Cooked 90 meals a day.\n", job)
    assert len([gap for gap in result.gaps if gap.startswith("Executive Chef")]) == 1
    assert len([one for one in result.recommendations if "Executive Chef" in one.action]) == 1


def test_a_phrase_that_is_shown_in_part_is_not_said_to_be_named() -> None:
    job = "Farm Manager\n\nRequirements\n- Experience of regenerative farming\n- Red Tractor\n"
    cv = "Experience\nFarm Manager, Example Farms, 01/2020 - present\n- Arable farming of 900 hectares.\n"
    (advised,) = [one for one in of(cv, job).recommendations if "regenerative" in one.action]
    assert advised.action == "If you have experience with regenerative farming, say so in these words."
    assert advised.rationale.endswith("and the CV says so only in part.")


def test_a_duty_is_done_and_not_had() -> None:
    job = (
        "Embedded Software Engineer (C)\n\nYou have:\n- MISRA C\n\n"
        "You will: write firmware and bootloaders, support verification, take part in design reviews\n"
    )
    cv = "Experience\nEngineer, Example Ltd, 01/2020 - present\n- Firmware in C to MISRA C.\n"
    (advised,) = [one for one in of(cv, job).recommendations if "verification" in one.action]
    assert advised.action.startswith("If you have done this (“support verification”), ")


def test_the_example_of_alternatives_is_of_one_that_the_advice_names() -> None:
    job = "Catering Manager\n\nRequirements\n- Experience of Quibblesoft or Bafflesoft\n- HACCP\n"
    cv = "Experience\nCatering Manager, Example Ltd, 01/2020 - present\n- HACCP plans of two kitchens.\n"
    (advised,) = [one for one in of(cv, job).recommendations if "Quibblesoft" in one.action]
    assert "Quibblesoft: [what you did]" in (advised.example or "")


def test_what_the_cv_denies_is_not_said_to_be_left_out() -> None:
    job = "Farm Worker\n\nRequirements\n- Dairy farming\n- Arable farming\n"
    cv = "Experience\nFarm Worker, Example Farms, 01/2020 - present\n- Arable farming. No experience of dairy farming.\n"
    assert "Dairy farming: asked for, and the CV does not show it." in of(cv, job).gaps


def test_a_short_text_is_no_picture() -> None:
    result = of(
        "Nurse on a surgical ward in Leeds since 2019, NMC registered, IV trained.", "Nurse\n\n- NMC\n"
    )
    assert "Only 13 words could be read." in [check.detail for check in result.cv_checks]
    assert any(one.action.startswith("Write the CV out") for one in result.recommendations)
    assert not any("picture" in one.action for one in result.recommendations)


def test_one_role_is_one() -> None:
    cv = "Experience\nNurse, Hillbrook Hospital, 01/2019 - present\n- Ran the ward at night\n"
    assert "1 dated role was found." in [check.detail for check in of(cv, "Nurse\n\n- NMC\n").cv_checks]


def test_gaps_beyond_the_first_three_are_told_together_with_what_they_would_bring_together() -> None:
    cv = "Experience\nJava Developer, Example Ltd, 01/2015 - present\n- Built booking services in Java.\n"
    job = "Java Developer\n\nRequirements\n- Java\n- {}\n".format(
        "\n- ".join(("Kafka", "Hibernate", "Gradle", "Terraform", "Mockito", "Redis"))
    )
    asked, shown = read_posting(job), read_cv(cv, as_of=AS_OF)
    on_gaps = [one for one in of(cv, job).recommendations if one.gain]
    alone, together = on_gaps[:3], on_gaps[3]
    assert [one.action.startswith("If you have worked with ") for one in alone] == [True] * 3
    assert together.action.startswith("If you have experience with any of these, add a line for each")
    named = together.action.partition(": ")[2].rstrip(".").split(", ")
    assert len(named) == 3
    stems = Counter(open_cv(cv).words.stems)
    score = score_of(
        asked,
        give_credits(open_cv(cv), shown, asked, assists=False),
        measure(shown, asked, stems, Counter(), month_number(AS_OF), {}, assists=False),
    )
    assert together.gain == round(score.overall_with_all(named, SHOWN_WELL) - score.overall, 1)
    assert together.gain > max(one.gain or 0 for one in alone)


def test_to_somebody_of_another_trade_one_gap_is_told_alone() -> None:
    cv = "Experience\nPastry Chef, Example Inn, 01/2015 - present\n- Baked bread and cakes for 80 covers.\n"
    job = (
        "Gas Engineer\n\nRequirements\n- Gas Safe registration\n- CCN1\n- Boiler servicing\n- Fault finding\n"
        "- Plumbing\n- Heat pumps\n"
    )
    actions = [one.action for one in of(cv, job).recommendations if one.gain]
    assert sum(action.startswith("If you have") for action in actions) <= 2
    assert any(action.startswith("If you have experience with any of these") for action in actions)


def test_a_list_of_fifteen_things_that_are_missing_is_one_line_beyond_the_first_three() -> None:
    tools = (
        "Kafka Hibernate Gradle Terraform Mockito Redis Kubernetes Docker Jenkins Ansible Grafana Cassandra"
    )
    job = "Java Developer\n\nRequirements\n- Java\n- {}\n".format("\n- ".join(tools.split()))
    cv = "Experience\nJava Developer, Example Ltd, 01/2015 - present\n- Built booking services in Java.\n"
    assert sum("asks for" in one.rationale for one in of(cv, job).recommendations) == 4
