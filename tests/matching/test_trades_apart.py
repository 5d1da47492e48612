"""Trades of one building site, one kitchen or one uniform are not the same trade."""

from datetime import date
from itertools import permutations

import pytest

from shared.matching import match, read_posting

AS_OF = date(2026, 12, 1)

_TRADES = {
    "plumber": (
        "Plumber",
        "Install and repair pipework, taps and toilets; find leaks and clear blocked drains",
    ),
    "carpenter": ("Carpenter", "Frame walls and roofs; hang doors and fit skirting and stairs"),
    "painter": ("Painter", "Fill and sand walls; paint inside and outside and hang wallpaper"),
    "roofer": ("Roofer", "Lay slates on pitched roofs; felt flat roofs and fix leadwork and gutters"),
    "excavator": ("Excavator Operator", "Dig trenches with an excavator; load lorries and backfill"),
    "police": ("Police Officer", "Respond to emergency calls and make arrests; give evidence in court"),
    "guard": ("Security Guard", "Patrol the site and check doors and alarms; control access at the gate"),
    "firefighter": ("Firefighter", "Fight fires and rescue people; maintain hoses and pumps"),
}
_STRANGERS = [
    *permutations(("plumber", "carpenter", "painter", "roofer", "excavator"), 2),
    *permutations(("police", "guard", "firefighter"), 2),
]


def _posting(trade: str) -> str:
    title, work = _TRADES[trade]
    duties = "\n".join(f"- {duty.capitalize()}" for duty in work.split("; "))
    return f"{title}\n\nDuties\n{duties}\n\nRequirements\n- 3 years as a {title.lower()}\n- Driving licence"


def _cv(trade: str) -> str:
    title, work = _TRADES[trade]
    duties = "\n".join(f"- {duty.capitalize()}" for duty in work.split("; "))
    return f"Pat Invented\n\nExperience\n{title}, Sample Works Ltd, 2017 - 2026\n{duties}\n\nDriving licence"


@pytest.mark.parametrize(("asked", "shown"), _STRANGERS)
def test_another_trade_of_the_same_site_is_a_poor_match(asked: str, shown: str) -> None:
    assert match(_cv(shown), _posting(asked), as_of=AS_OF).overall_score < 30


@pytest.mark.parametrize("trade", _TRADES)
def test_the_own_trade_is_a_good_one(trade: str) -> None:
    assert match(_cv(trade), _posting(trade), as_of=AS_OF).overall_score >= 75


def test_a_chef_is_more_than_a_kitchen_porter_but_no_stranger() -> None:
    posting = "Chef de Partie\n\nDuties\n- Run the sauce section\n- Prepare stocks and garnishes"
    porter = "Pat Invented\n\nExperience\nKitchen Porter, Sample Inn, 2018 - 2026\n- Washed pots\n- Mopped"
    chef = "Pat Invented\n\nExperience\nChef de Partie, Sample Inn, 2018 - 2026\n- Ran the sauce section"
    low, high = (match(cv, posting, as_of=AS_OF).overall_score for cv in (porter, chef))
    assert low < 35 < 70 < high


_FAMILIES = (
    ("Equipment Operator\n\nDuties\n- Run an excavator, a dozer and a backhoe", "plant operation"),
    (
        "Equipment Operator\n\nDuties\n- Run the packaging machines of a production line on the shop floor",
        "manufacturing production",
    ),
    (
        "Product Developer\n\nDuties\n- Design plastic parts in SolidWorks, tolerance stacks and prototypes",
        "mechanical engineering",
    ),
    (
        "Service Coordinator\n\nDuties\n- Write care plans for families\n- Visit clients' homes as their case "
        "manager\n- Refer them to benefits, shelters and community resources",
        "social work",
    ),
    ("Ultrasonographer\n\nDuties\n- Scan abdomens", "medical imaging"),
    ("Yacht Broker\n\nDuties\n- Sell new and used boats", "sales"),
)


@pytest.mark.parametrize(("posting", "family"), _FAMILIES)
def test_a_title_of_several_trades_is_of_the_one_that_the_work_tells_of(posting: str, family: str) -> None:
    families = read_posting(posting).title_families
    assert max(families, key=families.__getitem__) == family


def test_who_drives_a_tractor_trailer_drives_no_tractor() -> None:
    asked = read_posting("Driver\n\nRequirements\n- Two years of driving a tractor-trailer\n- CDL")
    named = {skill.name for skill in asked.skills}
    assert "Truck driving" in named
    assert "Tractor driving" not in named


def test_a_registered_nurse_may_do_what_a_practical_nurse_does() -> None:
    posting = "Licensed Practical Nurse\n\nRequirements\n- Licensed Practical Nurse\n- Elderly care"
    cv = "Pat Invented\n\nExperience\nRegistered Nurse, Sample Home, 2015 - 2026\n- Cared for elderly people"
    (licence,) = [
        one
        for one in match(cv, posting, as_of=AS_OF).skill_matches
        if one.skill == "Licensed Practical Nurse"
    ]
    assert licence.verdict != "missing"
