"""Breaks and dashes that a posting lost on its way, and bullets that became letters."""

import pytest

from shared.matching import read_posting
from shared.matching.glued_words import glued_apart
from shared.matching.posting_lines import in_lines

_FILLER = "Oats are milled here by night and by day, and the yard is swept at noon. "


def test_a_name_of_two_words_that_is_said_again_and_again_stays_whole() -> None:
    text = (
        "MartinLink mills oats. At MartinLink you sweep the yard. The owner of MartinLink is kind. "
        "several teamsHeavily involved and training in your areaDaily support, so you can winYou own it"
    )
    lines = glued_apart(in_lines(text), throughout=True).split("\n")
    assert lines[0].startswith("MartinLink mills oats. At MartinLink you")
    assert "You own it" in lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "You look after oats in MongoDBExperience with mills",
            ["You look after oats in MongoDB", "Experience with mills"],
        ),
        ("open to new toolsAt least 3 years of Perl", ["open to new tools", "At least 3 years of Perl"]),
        ("Up to $40KWe want a mason", ["Up to $40K", "We want a mason"]),
        ("Knows the yard1+ year of milling", ["Knows the yard", "1+ year of milling"]),
        ("Fits the grist revetmentsPlinth of mills", ["Fits the grist revetments", "Plinth of mills"]),
        ("Drive new Designs of mills", ["Drive new Designs of mills"]),
    ],
)
def test_what_follows_without_a_space_begins_a_line(text: str, lines: list[str]) -> None:
    assert in_lines(f"{text}. {_FILLER * 6}").split("\n")[: len(lines) - 1] == lines[:-1]
    assert in_lines(f"{text}. {_FILLER * 6}").split("\n")[len(lines) - 1].startswith(lines[-1])


def test_a_tool_that_follows_a_word_without_a_space_is_read() -> None:
    lines = glued_apart("work as an assistantAutoCAD is used", throughout=True).split("\n")
    assert lines == ["work as an assistant", "AutoCAD is used"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We mill oats.MAIN DUTIES AND RESPONSIBILITIES:Weigh the sacks.", "MAIN DUTIES AND RESPONSIBILITIES:"),
        ("Job Description:JOB SUMMARYThe miller weighs sacks.", "JOB SUMMARY:"),
    ],
)  # fmt: skip
def test_a_heading_in_capitals_that_text_follows_without_a_space_stands_alone(text: str, kind: str) -> None:
    assert kind in in_lines(f"{text} {_FILLER * 6}").split("\n")


def test_letters_that_were_bullets_begin_items_behind_a_word_too() -> None:
    text = f"Our benefits includeo   Oats for breakfasto   Paid holidayo   A mug of your own. {_FILLER * 5}"
    assert [line for line in in_lines(text).split("\n") if line.startswith("•")][:2] == [
        "• Oats for breakfast",
        "• Paid holiday",
    ]


def test_a_bullet_that_became_a_letter_is_no_part_of_its_item() -> None:
    asked = read_posting("Miller\n\nRequirements\no Welding\no Sack tallying\no Oat rolling\n")
    assert not any(skill.name.startswith("o ") for skill in asked.skills)


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("3 5 years of milling", 3),
        ("3 6+ years' experience of milling", 3),
        ("Class 3 12 years of milling", 12),
    ],
)
def test_years_are_a_range_whose_dash_was_lost(said: str, least: int) -> None:
    assert read_posting(f"Miller\n\nRequirements\n- {said}\n").min_years == least


def test_a_line_that_begins_small_goes_on_with_the_one_before_it() -> None:
    long = "The owner tells visitors about oats, sacks, mills and water wheels, " * 5
    lines = [
        "Miller",
        long.strip(", ") + ".",
        "You bring strong fundamentals in the weighing",
        "of sacks and in oat rolling.",
        "You sweep.",
        "You smile.",
        "You weigh.",
    ]
    assert "You bring strong fundamentals in the weighing of sacks and in oat rolling." in in_lines(
        "\n".join(lines)
    ).split("\n")
