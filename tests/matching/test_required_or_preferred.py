"""What is required and what only wished for, in the ways in which postings say it, for names of many kinds."""

import pytest

from shared.matching import read_posting
from shared.matching.wishes import wishes_in

REQUIRED = """
{x} required
Must have {x}
[Essential] {x}
{x} is a must
You will need {x}
Proven {x} experience
{x} *required*
{x} a must
Non-negotiable: {x}
You know your way around {x}
{x}: 3 years (Required)
Essential criteria – {x}
"""
PREFERRED = """
{x} preferred
[Desirable] {x}
(Optional) {x}
Asset: {x}
{x} not required but a plus
{x} an advantage
{x} considered an asset
Bonus points for {x}
Extra credit for {x}
{x} would set you apart
{x} is not essential but useful
{x} highly regarded
{x}: 3 years (Preferred)
"""
NAMES = (
    "Python",
    "Salesforce",
    "Phlebotomy",
    "QuickBooks",
    "Excel",
    "PRINCE2",
    "German",
    "Safeguarding",
    "Carpentry",
)
AROUND = (
    "Officer\n\nAbout the job\n- Help the team every day with its reports\n- {l}\n- Be kind to everyone\n\n"
    "Benefits\n- Pension\n",
    "Officer\n\nRequirements:\n• Reporting\n• {l}\n• Teamwork\n",
)


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    ("line", "required"),
    [
        *((line, True) for line in REQUIRED.strip().split("\n")),
        *((line, False) for line in PREFERRED.strip().split("\n")),
    ],
)
def test_a_line_says_whether_it_is_required(line: str, required: bool, around: str) -> None:
    for name in NAMES:
        asked = read_posting(around.format(l=line.format(x=name))).skills
        found = [one.required for one in asked if one.name.lower().startswith(name.lower()[:5])]
        assert found, name
        assert set(found) == {required}, name


@pytest.mark.parametrize(
    "line",
    [
        "You excel at telling stories",
        "Excel in your career with us",
        "Excel at customer service",
        "We excel in what we do",
    ],
)
def test_to_excel_is_no_spreadsheet(line: str) -> None:
    asked = read_posting(f"Officer\n\nAbout the job\n- Help the team with reports\n- {line}\n")
    assert "Excel" not in {one.name for one in asked.skills}


@pytest.mark.parametrize(
    "announced",
    [
        "Further knowledge of any of these subjects is a plus:",
        "Desirable - some practice in at least two of the following:",
        "It would be an advantage to have used one of these:",
        "We strongly prefer those who have also used:",
        "Plusses",
        "It'd also be useful to have used one of the following, here or wherever you have been before:",
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_that_announces_wishes_makes_wishes_of_the_list_below(
    announced: str, mark: str, gap: str
) -> None:
    listed = gap.join(f"{mark}{name}" for name in ("Terraform", "Oracle. Informix.", "Experience with Perl"))
    asked = read_posting(f"Tester\n\nRequirements\n- Selenium\n- Java\n{announced}{gap}{listed}\n").skills
    assert {one.name: one.required for one in asked} == {
        "Selenium": True,
        "Java": True,
        "Terraform": False,
        "Oracle": False,
        "Informix": False,
        "Perl": False,
    }


@pytest.mark.parametrize(
    ("before", "behind"),
    [("", "\n"), ("- ", ""), ("", "\nAlso needed:\n"), ("", "\nWhat you need\n")],
)
def test_a_list_of_wishes_ends_where_something_else_begins(before: str, behind: str) -> None:
    text = f"Tester\n\nRequirements\n- Java\nPractice with these is a plus:\n{before}Terraform\n{before}Perl\n{behind}Selenium"
    asked = {one.name: one.required for one in read_posting(text).skills}
    assert asked == {"Java": True, "Terraform": False, "Perl": False, "Selenium": True}


@pytest.mark.parametrize("who", ["Desired profile:", "Desired Candidate :", "Preferred person:"])
def test_whoever_is_desired_needs_what_is_listed(who: str) -> None:
    asked = read_posting(f"Tester\n\nYou will do\n- Testing with Selenium\n\n{who}\nJava\nTerraform\n").skills
    assert all(one.required for one in asked)


@pytest.mark.parametrize(
    "wish",
    [
        "Experience with Perl, Ruby, Vue and/or Azure, is a major plus.",
        "Perl, Ruby, Vue or Azure is a major plus",
        "Perl, Ruby, Vue and Azure, are a considerable advantage",
        "Perl, Ruby, Vue or Azure, is a plus",
        "Knowledge of Perl, the Ruby initiative, Vue, and Azure, preferred.",
    ],
)
def test_how_big_a_plus_is_changes_nothing_of_the_list_that_is_one(wish: str) -> None:
    asked = {
        one.name: one.required for one in read_posting(f"Tester\n\nRequirements\n- Java\n- {wish}\n").skills
    }
    assert asked == {"Java": True, "Perl": False, "Ruby": False, "Vue": False, "Azure": False}


def test_lists_that_stand_in_one_line_behind_what_announces_them_are_lists() -> None:
    text = (
        "Tester\n\nThe right person will have:- Practice with Java- Practice with SeleniumWe strongly prefer "
        "candidates who have also:- Worked with Terraform- Written in PerlPluses include:- A year of Azure"
    )
    asked = {one.name: one.required for one in read_posting(text).skills}
    assert asked == {"Java": True, "Selenium": True, "Terraform": False, "Perl": False, "Azure": False}


def _kinds(text: str) -> dict[str, bool]:
    return {skill.name: skill.required for skill in read_posting(text).skills}


def test_what_is_helpful_but_not_mandatory_leaves_what_follows_required() -> None:
    asked = _kinds(
        "Glazier\n\nRequirements\n"
        "- Some carpentry is useful but not mandatory - we show newcomers the bench, but welding is a must!\n"
    )
    assert (asked["Carpentry"], asked["Welding"]) == (False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Orders have doubled, so are looking for a baker with welding and carpentry skills.",
        "Standing beside Mr Oakapple at the bench, with welding and carpentry, you will help keep the mill going.",
        "A bench with welding and carpentry, in a yard where millers are valued and appreciated.",
        "We need welding, in a yard where makers feel valued.",
    ],
)
def test_a_sentence_that_only_sounds_like_a_wish_is_none(sentence: str) -> None:
    assert wishes_in(sentence.lower()) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Welding would help.",
        "Welding is a plus, so is carpentry.",
        "A forklift licence will help you here.",
        "Welding would be appreciated.",
    ],
)
def test_what_would_help_is_a_wish(sentence: str) -> None:
    assert wishes_in(sentence.lower())


@pytest.mark.parametrize(
    ("sentence", "wish"),
    [
        ("welding, rigging, tallying, fitting, crane experience a plus", " crane experience a plus"),
        (
            "steel, brass, bronze experience a plus",
            "steel, brass, bronze experience a plus",
        ),
    ],
)
def test_a_long_list_without_an_and_wishes_for_its_last_item_alone(sentence: str, wish: str) -> None:
    assert [sentence[start:end] for start, end in wishes_in(sentence)] == [wish]


@pytest.mark.parametrize("letter", ["d) ", "(d) "])
def test_the_fourth_letter_of_a_list_marks_no_wish(letter: str) -> None:
    before, behind = letter.split("d")
    items = ("be eighteen", "live near Thirlby", "hold a CPC", "hold a forklift licence", "know welding")
    lines = [f"{before}{mark}{behind}{item}" for mark, item in zip("abcde", items, strict=True)]
    twice = "\n".join(["Carter", "", "Requirements", *lines, f"{before}e{behind}have carpentry"])
    asked = _kinds(twice)
    assert asked["Forklift operation"]
    assert all(asked.values())


def test_a_bonus_that_is_paid_heads_no_wishes() -> None:
    asked = _kinds(
        "Carter\nThirlby  21k  23k  Bonus  Pension  Own mug\nYou will need carpentry. You must know welding.\n"
    )
    assert (asked["Carpentry"], asked["Welding"]) == (True, True)


@pytest.mark.parametrize(
    "line",
    [
        "Ideally you will have worked with Tableau, and you must know Excel.",
        "We'd love it if you knew Tableau, but Excel is what you need.",
        "Excel experience needed, Tableau experience not necessary but beneficial",
        "Three years with files ESSENTIAL: Excel DESIRABLE Tableau",
    ],
)
def test_a_wish_ends_where_the_sentence_comes_to_what_must_be(line: str) -> None:
    asked = _kinds(f"Mill Clerk\n\nWe mill oats and file the papers of our farmers.\n\nProfile\n{line}\n")
    assert {name.removeprefix("Microsoft "): kind for name, kind in asked.items()}.items() >= {
        ("Excel", True),
        ("Tableau", False),
    }


@pytest.mark.parametrize(
    "paragraph",
    [
        "Essential: Knowledge of cataloguing. Experience with Koha. Desirable: Experience of bookbinding. "
        "Knowledge of MARC 21. A driving licence.",
        "Essential criteria: cataloguing; Koha. Desirable criteria: bookbinding; MARC 21. A driving licence.",
    ],
)
def test_a_label_within_a_paragraph_tells_of_all_that_follows_it(paragraph: str) -> None:
    found = read_posting(f"Librarian\n\n{paragraph}").skills
    assert {"Cataloguing", "Koha"} <= {skill.name for skill in found if skill.required}
    assert {"MARC records", "Driving licence"} <= {skill.name for skill in found if not skill.required}


def test_a_must_ends_what_a_label_wishes_for() -> None:
    line = "Essential: Koha. Desirable: Experience of bookbinding. You must have a driving licence."
    found = read_posting(f"Librarian\n\n{line}\n").skills
    assert {skill.name for skill in found if skill.required} == {"Driving licence", "Koha"}


def test_a_list_with_and_or_is_wished_for_as_a_whole() -> None:
    line = "Lean manufacturing, kaizen and/or Six Sigma preferred."
    found = read_posting(f"Fitter\n\nRequirements\n- {line}\n- Welding\n").skills
    assert {skill.name for skill in found if skill.required} == {"Welding"}
