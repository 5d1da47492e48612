"""CVs of forms that lose every line break are read as if they had them, and quoted as they are."""

from datetime import date

import pytest

from shared.matching import match
from shared.matching.cleaning import clean
from shared.matching.document import open_cv
from shared.matching.engine import read_cv

AS_OF = date(2026, 3, 1)
WAITER = (
    "Waiter looking for a post in Lowell with full time hours and a team that cares for its guests. "
    "Sam SampleLowell, MA 01850Work HistoryApril 2020 to September 2021Blue Door Lowell, MARestaurant Manager   "
    "Greeted guests and planned shifts for a staff of nine.Counted the tills each night.January 2017 to March "
    "2020Harbor Grill Salem, MAHead Waiter   Carried plates and poured wine.Trained new staffSkillsPoint of "
    "sale systemsWine serviceEducationSalem High School"
)
CARER = (
    "Sam SampleProfileA patient and cheerful carer who likes to work in a team with families.Work "
    "ExperienceLittle Oaks Daycare - Childcare AssistantSalem, MA April 2018 - March 2021- Planned play in small "
    "groups and kept the room safe.Corner Books - CashierLowell, MA May 2015 - June 2016- Served customers at "
    "the till and restocked shelves.SkillsListening and calm with parents.EducationSalem High School"
)
PICKER = (
    "Sam Sample Salem, MASUMMARY OF QUALIFICATIONS鈥?Reliable worker who packs orders with care鈥?Good with "
    "scanners and pallet trucks in a warehouseWORK EXPERIENCEExample Parcels, Lowell, MA 03/2019-02/2021Picker "
    "Packer鈥?Packed forty orders an hour without mistakes鈥?Checked pallets against lists for the loading "
    "bayCERTIFICATIONSFood Handlers CertificationEDUCATIONSalem High School"
)


@pytest.mark.parametrize(
    ("cv", "titles"),
    [
        (WAITER, ["Restaurant Manager", "Head Waiter"]),
        (CARER, ["Childcare Assistant", "Cashier"]),
        (PICKER, ["Picker Packer"]),
    ],
)
def test_titles_of_a_cv_that_lost_its_lines_are_found(cv: str, titles: list[str]) -> None:
    roles = read_cv(cv, as_of=AS_OF).roles
    assert [role.title for role in roles] == titles
    assert all(role.families for role in roles)


@pytest.mark.parametrize(
    ("cv", "kinds"),
    [(WAITER, {"experience", "skills", "education"}), (PICKER, {"experience", "certificates", "education"})],
)
def test_glued_headings_begin_sections(cv: str, kinds: set[str]) -> None:
    assert kinds <= set(read_cv(cv, as_of=AS_OF).sections)


@pytest.mark.parametrize("cv", [WAITER, CARER, PICKER])
def test_every_piece_of_a_glued_cv_is_quoted_verbatim(cv: str) -> None:
    text = open_cv(cv).text
    assert text.clean != clean(cv).clean
    for word in ("Sample", "Salem", "School"):
        at = text.clean.index(word)
        assert text.quote(at, at + len(word)) == word
    for start in range(0, len(text.clean) - 30, 7):
        assert text.quote(start, start + 30) in cv
    for skill in match(
        cv, "Wanted: warehouse packer or waiter. Wine service, customer service, scanners."
    ).skill_matches:
        assert all(quote in cv for quote in skill.evidence)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("鈥?Served lunches", "• Served lunches"),
        ("飩?Served lunches", "• Served lunches"),
        ("鉃?Served lunches", "• Served lunches"),
        ("I鈥檝e baked at the caf茅", "I've baked at the café"),
        ("Cook, 20 years鈥?experience", "Cook, 20 years' experience"),
        ("Example Grill 鈥?Lowell, MA", "Example Grill - Lowell, MA"),
        ("2018 鈥?2020", "2018 - 2020"),
        ("我们在广州工作，欢迎您", "我们在广州工作，欢迎您"),
    ],
)
def test_utf_8_that_was_read_as_gbk_is_read_again(source: str, shown: str) -> None:
    assert clean(source).clean.split() == clean(shown).clean.split()


@pytest.mark.parametrize(
    "name",
    [
        "PowerPoint",
        "McAllen, TX",
        "DeKalb, IL",
        "GitHub Actions",
        "LaTeX",
        "JavaScript",
        "PetSmart",
        "San Francisco, CA",
    ],
)
def test_names_with_capitals_within_are_no_seams_of_other_cvs(name: str) -> None:
    cv = f"Clerk since 2019. {'Filed letters and answered the phone for a team of nine. ' * 8}Used {name} there."
    assert name in open_cv(cv).text.clean
