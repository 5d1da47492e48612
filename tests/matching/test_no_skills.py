"""What stands among the demands of a posting and is none."""

import pytest

from shared.matching import read_posting


def _named(text: str) -> set[str]:
    return {skill.name for skill in read_posting(text).skills}


@pytest.mark.parametrize(
    "line",
    [
        "You are adaptable, meticulous and numerate",
        "Must be adaptable, meticulous and numerate",
        "The ability to be adaptable, meticulous and numerate",
    ],
)
def test_what_somebody_shall_be_is_no_skill(line: str) -> None:
    named = _named(f"Miller\n\nRequirements\n- {line}\n- Oat rolling, sack tallying, welding\n")
    assert named.isdisjoint({"adaptable", "meticulous", "numerate"})
    assert "Welding" in named


def test_the_state_behind_a_town_is_no_skill() -> None:
    named = _named("Miller\n\nRequirements\n- Welding in Dover, NH.\n- Training in Aurora, CO. (paid)\n")
    assert named.isdisjoint({"NH", "CO"})


@pytest.mark.parametrize(
    "degree",
    [
        "A bachelor's degree with high distinction in physics, accounting or economics",
        "B.S. Milling degree or Science (Physics, Economics, Accounting, etc.)",
    ],
)
def test_the_subjects_of_a_degree_are_no_skills(degree: str) -> None:
    named = _named(f"Miller\n\nRequirements\n- {degree}\n- Welding\n")
    assert named == {"Welding"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("A re-advertised position: who called before need not call again", "Advertising"),
        ("Able to attend a week of new hire training in Dover", "Employee onboarding"),
        ("Sales of residential home improvement", "Elderly care"),
        ("Walk-in drive on Saturday", "Campus recruitment"),
        ("No DUI in the previous 10 years", "DUI"),
    ],
)
def test_words_with_another_sense_name_no_skill(line: str, name: str) -> None:
    assert name not in _named(f"Miller\n\nRequirements\n- Welding\n- {line}\n")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Relevant TAFE qualifications in joinery", "vocational"),
        ("A trade qualification in joinery", "vocational"),
        ("Completion of grade 12", "school"),
    ],
)
def test_certificates_of_other_countries_are_levels(line: str, level: str) -> None:
    assert read_posting(f"Miller\n\nRequirements\n- {line}\n").education_text == level


def test_what_who_reads_it_is_taught_is_no_skill_by_its_verb() -> None:
    named = _named("Miller\n\nRequirements\n- Welding a plus, we will coach you, carpentry\n")
    assert "coach" not in named
