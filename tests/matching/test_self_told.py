"""CVs of a few lines of prose, as small firms get them: what their writers say to be, and for how long."""

from datetime import date

import pytest

from shared.matching import match, read_cv

AS_OF = date(2026, 12, 1)

_TOLD = (
    (
        "Good morning\nI'm a very experienced residential electrician looking for work on renovations in the "
        "city, nights and weekends included, please call me",
        "electrical trade",
    ),
    (
        "Books not up to date?\nI can bring them in order before the year ends. Experienced accountant with "
        "over 20 years, available for small firms, references on request",
        "accounting",
    ),
    (
        "Help with your texts\nI write and correct letters, theses and web pages, was a Personal Assistant "
        "once, and I am an excellent editor, with a sharp eye for what is wrong on a page",
        "content and editorial",
    ),
)


@pytest.mark.parametrize(("cv", "family"), _TOLD)
def test_somebody_is_what_they_say_to_be(cv: str, family: str) -> None:
    families = read_cv(cv, as_of=AS_OF).title_families
    assert max(families, key=families.__getitem__, default=None) == family


_NOT_TOLD = (
    "I am a fast learner and a team player with many ideas, ready to start on any day of the week you like",
    "I am looking for an accountant job or hoping to work as a chef somewhere near, any shift, any pay at all",
    "Licensed drivers needed by our office on all days of the week, please write to the address below today",
    "Thirty years of drawings for shops and a member of the Sample Society of Interior Designers all my life",
)


@pytest.mark.parametrize("cv", _NOT_TOLD)
def test_what_others_are_or_one_would_like_to_be_is_no_claim(cv: str) -> None:
    assert read_cv(cv, as_of=AS_OF).title_families == {}


_YEARS = (
    ("Pat is 35 years old and has 12 years of experience as a welder", 12.0),
    ("Pat, 41 years of age, with nine years of experience in shops", 9.0),
    ("Thirty-five years of experience in human services", 35.0),
    ("More than twenty years in geriatrics and home care", 20.0),
    ("Pat is a 29 year old nanny with 4 happy years of experience with toddlers", 4.0),
    ("Consultant of building sites, 17+ years post-qualification", 17.0),
)


@pytest.mark.parametrize(("cv", "years"), _YEARS)
def test_the_years_somebody_states_are_those_of_the_work(cv: str, years: float) -> None:
    assert read_cv(cv, as_of=AS_OF).stated_years == years


def test_who_tells_of_themselves_has_not_listed_words() -> None:
    told = (
        "Prep cook\nI can help your kitchen make more in house. I have worked in many places, where I ran "
        "whole teams, and I am always for food of the season and a rigorous but humane tone at the stove."
    )
    assert read_cv(told, as_of=AS_OF).has_sentences
    assert not read_cv("Prep cook\nCooking, grill, knives, HACCP, menus", as_of=AS_OF).has_sentences


_LASTING = "Kitchen hand\n\nDuties\n- Wash pots and chop vegetables\n\nRequirements\n- {}"


def test_who_says_nothing_of_how_long_loses_less_where_nobody_asks() -> None:
    told = (
        "Kitchen hand\nI wash pots and chop vegetables in a hotel kitchen and I am quick, clean and on time."
    )
    unasked, asked = (
        match(told, _LASTING.format(line), as_of=AS_OF)
        for line in ("Food hygiene", "3 years of food hygiene")
    )
    assert any("0.5 where no dates say how long" in line for line in unasked.arithmetic)
    assert any("0.3 where no dates say how long" in line for line in asked.arithmetic)
    assert unasked.subscores.experience > asked.subscores.experience
