"""Where work is done: a community pharmacist is less for a ward than one who comes from a ward."""

from datetime import date

import pytest

from shared.matching import match, read_cv, read_posting
from shared.matching.families import family_table
from shared.matching.result import MatchResult
from shared.matching.scoring import ELSEWHERE, Score
from shared.matching.words import stems_of
from shared.matching.workplaces import (
    CLEAR,
    NONE,
    TELLING,
    compare,
    end_of_head,
    read_settings,
    setting_table,
    settings_meant,
)
from tests.matching.test_arithmetic import worked_out

AS_OF = date(2026, 11, 1)
CHECKED = """- Checked prescriptions for doses and interactions
- Taught patients how to take their medicines
- Trained two technicians
"""
ON_THE_WARD = """Clinical Pharmacist

Fairmoor Hospital

Main duties
- Check the drug charts of inpatients on two medical wards
- Medicines reconciliation and discharge letters
- Teach patients how to take their medicines

Requirements
- GPhC registration
- At least 2 years as a pharmacist
"""
IN_THE_SHOP = """Pharmacist, community pharmacy

Main duties
- Pharmacy First and the New Medicine Service
- Minor ailments and over-the-counter advice
- Teach patients how to take their medicines

Requirements
- GPhC registration
- At least 2 years as a pharmacist
"""


def _cv(*employers: str, title: str = "Pharmacist", told: str = CHECKED) -> str:
    """One role at each of the ``employers``, the latest first, three years long."""
    roles = "\n".join(
        f"{title}, {employer}, Nov {2023 - 3 * number} - Oct {2026 - 3 * number}\n{told}"
        for number, employer in enumerate(employers)
    )
    return f"Sam Sample\nGPhC registered\n\nWork Experience\n\n{roles}\nEducation\nMPharm, 2012\n"


def _scored(cv: str, job: str) -> MatchResult:
    return match(cv, job, as_of=AS_OF)


def _line(result: MatchResult) -> str:
    return next(line for line in result.arithmetic if line.startswith("experience"))


@pytest.mark.parametrize(
    ("job", "here", "elsewhere"),
    [
        (ON_THE_WARD, "Larkfield Hospital", "Larkfield Community Pharmacy"),
        (IN_THE_SHOP, "Larkfield Community Pharmacy", "Larkfield Hospital"),
    ],
)
def test_work_in_the_posting_s_setting_is_more_than_the_same_work_in_another(
    job: str, here: str, elsewhere: str
) -> None:
    same, other = _scored(_cv(here), job), _scored(_cv(elsewhere), job)
    unknown = _scored(_cv("Larkfield Ltd"), job)
    assert same.subscores.experience == pytest.approx(unknown.subscores.experience, abs=0.6)
    assert other.subscores.experience == pytest.approx(ELSEWHERE * same.subscores.experience, abs=1.0)
    assert other.subscores.skills == pytest.approx(same.subscores.skills, abs=2.0)


def test_another_setting_is_still_far_better_than_another_trade() -> None:
    chef = _cv(
        "Larkfield Hotel",
        title="Chef de Partie",
        told="- Ran the sauce section\n- Baked bread for 200 guests\n",
    )
    assert (
        _scored(_cv("Larkfield Community Pharmacy"), ON_THE_WARD).overall_score
        > _scored(chef, ON_THE_WARD).overall_score + 30
    )


def test_the_result_says_in_figures_and_in_words_what_the_setting_took() -> None:
    result = _scored(_cv("Larkfield Community Pharmacy"), ON_THE_WARD)
    assert worked_out(_line(result)) == pytest.approx(result.subscores.experience, abs=0.06)
    assert "most work was in community pharmacies and the posting's is in hospitals" in _line(result)
    assert "The work in the CV was in community pharmacies; this post is in hospitals." in result.gaps
    assert "hospitals" not in _line(_scored(_cv("Larkfield Hospital"), ON_THE_WARD))


def test_the_recent_work_counts_most_and_half_of_it_is_enough() -> None:
    shop, ward = "Larkfield Community Pharmacy", "Larkfield Hospital"
    now_there = _scored(_cv(ward, shop), ON_THE_WARD)
    always_there = _scored(_cv(ward, ward), ON_THE_WARD)
    assert now_there.subscores.experience == pytest.approx(always_there.subscores.experience, abs=0.3)
    once_there = _scored(_cv(shop, ward), ON_THE_WARD).subscores.experience
    never_there = _scored(_cv(shop, shop), ON_THE_WARD).subscores.experience
    assert never_there < once_there < now_there.subscores.experience
    assert any(gap.startswith("The work in the CV was in") for gap in _scored(_cv(shop), ON_THE_WARD).gaps)


@pytest.mark.parametrize(
    ("title", "job", "here", "elsewhere"),
    [
        (
            "Registered Nurse",
            "Registered Nurse, nursing home\n\nDuties\n- Care plans for 40 residents\n- Medication rounds\n",
            "Larkfield Nursing Home",
            "Intensive Care Unit, Larkfield Hospital",
        ),
        (
            "Teacher",
            "Primary School Teacher\n\nDuties\n- Teach a class of Year 4\n- Phonics and guided reading\n",
            "Larkfield Primary School",
            "Larkfield Secondary School",
        ),
        (
            "Solicitor",
            "In-house Solicitor\n\nDuties\n- Draft contracts of our legal department\n- Instruct outside counsel\n",
            "legal department of Larkfield plc",
            "Larkfield Shaw LLP, law firm",
        ),
        (
            "Accountant",
            "Accountant\n\nAccountancy practice\n\nDuties\n- Tax returns of a portfolio of clients\n- Year-end accounts\n",
            "Larkfield and Shaw Chartered Accountants",
            "Larkfield Borough Council",
        ),
        (
            "Cook",
            "School Cook\n\nDuties\n- Cook school meals for 240 pupils\n- Special diets and allergens\n",
            "Larkfield School Kitchen",
            "Larkfield Hotel and Brasserie",
        ),
        (
            "Electrician",
            "Electrician, social housing\n\nDuties\n- Rewires and consumer units in void properties\n- Tenants' repairs\n",
            "Larkfield Housing Association",
            "Larkfield Oil Refinery",
        ),
    ],
)
def test_professions_have_settings_of_their_own(title: str, job: str, here: str, elsewhere: str) -> None:
    told = "- Did the work of every day\n- Kept the records\n"
    same = _scored(_cv(here, title=title, told=told), job)
    other = _scored(_cv(elsewhere, title=title, told=told), job)
    assert same.subscores.experience > other.subscores.experience * 1.2
    assert any("this post is in" in gap for gap in other.gaps)
    assert not any("this post is in" in gap for gap in same.gaps)


def test_a_posting_that_does_not_tell_or_takes_either_has_no_effect() -> None:
    silent = "Pharmacist\n\nDuties\n- Check prescriptions\n- Teach patients\n"
    either = f"{silent}\nRequirements\n- Experience in a hospital or in community pharmacy\n"
    for job in (silent, either):
        line = _line(_scored(_cv("Larkfield Hospital"), job))
        assert "the posting's is in" not in line


def test_benefits_tell_nothing_of_the_work() -> None:
    job = "Chef\n\nDuties\n- Cook lunch\n\nBenefits\n- Free canteen meals\n- A school voucher\n"
    told = setting_table().told(read_posting(job).workplaces, "kitchens")
    assert max(told.values(), default=0.0) < CLEAR


def test_nobody_loses_by_a_setting_where_no_experience_is_asked_for() -> None:
    assert Score((), 0.9, 3.0, None, in_setting=0.0, open_share=0.6).of_setting == 1.0


def test_a_true_line_about_a_requirement_never_lowers_the_score() -> None:
    job = ON_THE_WARD + "- Knows how a community pharmacy works\n- Minor ailments\n"
    for employer in ("Larkfield Hospital", "Larkfield Community Pharmacy", "Larkfield Ltd"):
        cv = _cv(employer)
        before = _scored(cv, job)
        for item in before.skill_matches:
            more = cv.replace("- Trained two", f"- Used {item.skill} in this role\n- Trained two")
            assert _scored(more, job).overall_score >= before.overall_score, (employer, item.skill)


def test_what_the_posting_says_itself_and_a_single_hint_speak_against_nobody() -> None:
    families = {"pharmacy": 1.0}
    asked = {"hospital": 2.0, "ward": 1.0, "minor ailments": 0.0}
    assert compare(asked, families, [({"minor ailments": 1.0, "retail pharmacy": 1.0}, 1.0)]).share == 0.0
    assert compare(asked, families, [({"minor ailments": 1.0}, 1.0)]).share == 1.0
    assert compare(asked, families, [({"store": 1.0}, 1.0)]).share == 1.0
    assert compare(asked, {"chef": 1.0}, [({"retail pharmacy": 1.0}, 1.0)]).asked == ()


def test_two_settings_of_which_a_posting_tells_alike_are_both_meant() -> None:
    assert settings_meant({"a": 3.0, "b": 2.0, "c": 1.0}) == {"a", "b"}
    assert settings_meant({"a": 1.0}) == frozenset()


@pytest.mark.parametrize(
    ("group", "job"),
    [
        ("kitchens", "Chef\n\nYou are\n- calm and patient with new colleagues\n"),
        ("law", "Solicitor\n\nDuties\n- Advise on leases\n- Take part in in-house training\n"),
        ("trades", "Bricklayer\n\nDuties\n- Order plant and materials\n- Show commercial awareness\n"),
        ("education", "Teacher\n\nDuties\n- Help pupils with applications to a university\n"),
    ],
)
def test_words_that_many_workplaces_have_tell_of_none(group: str, job: str) -> None:
    told = setting_table().told(read_posting(job).workplaces, group)
    assert max(told.values(), default=0.0) < TELLING


def test_a_school_for_infants_is_a_primary_school() -> None:
    job = "Teacher\nFairmoor Infants and Nursery School\n\nDuties\n- Teach a class of KS1\n"
    told = setting_table().told(read_posting(job).workplaces, "education")
    assert "primary schools" in settings_meant(told)


def test_a_school_of_nursing_is_no_school_that_somebody_nurses_in() -> None:
    cv = _cv("Larkfield School of Nursing", title="Registered Nurse")
    told = setting_table().told(read_cv(cv, as_of=AS_OF).roles[0].workplaces, "care")
    assert "schools" not in told


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Nurse\nFairmoor Hospital\n- Ran a ward", "Nurse\nFairmoor Hospital\n"),
        ("**Nurse**\n* Ran a ward", "**Nurse**\n"),
        ("a" * 120, ""),
        ("one\ntwo\nthree\nfour\nfive", "one\ntwo\nthree\nfour\n"),
        ("Nurse", "Nurse"),
    ],
)
def test_a_head_ends_before_the_first_item_or_sentence(text: str, head: str) -> None:
    assert text[: end_of_head(text, 0, len(text))] == head


def test_the_table_names_known_families_and_each_phrase_once_in_a_group() -> None:
    settings = setting_table().settings
    known = family_table().by_name
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for setting in settings:
        assert setting.families <= known.keys(), setting.group
        assert setting.name == NONE or setting.telling
        for phrase in (*setting.telling, *setting.hints):
            key = (setting.group, stems_of(phrase))
            assert key not in seen, (setting.group, setting.name, phrase)
            seen.add(key)


def test_a_line_of_the_table_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_settings("[a: chef]\nno columns\n")
    with pytest.raises(ValueError, match="line 1"):
        read_settings("hotels | hotel | bar\n")
