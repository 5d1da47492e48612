"""Wordings of postings that say less than they seem to, or more: names, labels, lists and what lost its breaks."""

import pytest

from shared.matching import read_posting
from shared.matching.education import LEVELS
from shared.matching.posting_lines import in_lines


def asked(text: str) -> dict[str, bool]:
    """The names of what is asked for, and whether each is required."""
    return {skill.name: skill.required for skill in read_posting(text).skills}


def of(line: str, *, title: str = "Orchard technician") -> dict[str, bool]:
    return asked(f"{title}\n\nRequirements\n- Pruning of apple trees\n- {line}\n- Excel\n")


@pytest.mark.parametrize(
    "line",
    [
        "At least 1 query language (Perl, Ruby, Scala)",
        "Skilled in at least one obscure language (Perl, Ruby, Scala)",
    ],
)
def test_of_a_list_of_which_one_is_enough_all_are_alternatives(line: str) -> None:
    read = read_posting(f"Developer\n\nRequirements\n- SQL\n- {line}\n- Linux\n").skills
    groups = {skill.name: skill.either for skill in read if skill.name in ("Perl", "Ruby", "Scala")}
    assert len(groups) == 3
    assert None not in groups.values()
    assert len(set(groups.values())) == 1
    assert {skill.either for skill in read if "language" in skill.name} <= set(groups.values())


@pytest.mark.parametrize(
    ("line", "wished", "plain"),
    [
        ("Knowledge of Perl, Ruby, Scala, Haskell a plus", ("Perl", "Ruby", "Haskell"), ("Excel",)),
        ("Fluent in Welsh Advantage: Perl and Ruby", ("Perl", "Ruby"), ("Welsh",)),
        ("It would also be helpful to our crew if you have used Perl", ("Perl",), ("Excel",)),
    ],
)
def test_a_wish_covers_its_list_and_no_more(
    line: str, wished: tuple[str, ...], plain: tuple[str, ...]
) -> None:
    found = of(line)
    assert [found[name] for name in wished] == [False] * len(wished)
    assert [found[name] for name in plain] == [True] * len(plain)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Mindestens drei Jahre Berufserfahrung im Obstbau", 3),
        ("Cinq ans d'expérience en arboriculture", 5),
        ("Al menos dos años de experiencia en fruticultura", 2),
    ],
)
def test_years_in_words_of_other_languages_are_read(line: str, years: int) -> None:
    assert read_posting(f"Orchard technician\n\nRequirements\n- {line}\n- Excel\n").min_years == years


def test_a_number_stays_with_the_years_behind_it() -> None:
    filler = "The orchard grows apples for cider and its owners mow the grass between the trees. " * 9
    text = f"Urgent: Cider press operator\n{filler}\nSkill Set required:       4Year's of experience in cider pressing"
    assert read_posting(text).min_years == 4


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("You must be a master of pruning and a friend of bees", None),
        ("English at the level of a proficiency degree", None),
        ("Take our pupils to and from a main campus to the diploma college", None),
        ("Master of Science in pomology", "master"),
    ],
)
def test_words_of_education_that_ask_for_none(line: str, level: str | None) -> None:
    asked_for = read_posting(f"Orchard driver\n\nRequirements\n- {line}\n- Excel\n").education_level
    assert (None if asked_for is None else LEVELS[asked_for]) == level


def test_the_system_that_a_project_is_for_is_no_education() -> None:
    text = "Madeup project for a vocational education system in Ruritania\nOffice clerk\n\nDuties\n- Filing\n"
    assert read_posting(text).education_level is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Keeps solid working relationships with growers", "SolidWorks"),
        ("Deutsch in Wort und Schrift", "Brewing"),
        ("Right now we are three people and a dog", "Oracle RightNow"),
        ("Prices used tractors by Blue Book values", "Bluebook"),
        ("Keep the diary of the team leader", "Team management"),
        ("Looks after mothers in labour & dinner (L&D) and on the L&D ward", "Learning and development"),
    ],
)
def test_what_only_sounds_like_a_skill(line: str, name: str) -> None:
    assert name not in of(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SolidWorks and sketches by hand", "SolidWorks"),
        ("RightNow CRM", "Oracle RightNow"),
        ("Bluebook citation of cases", "Bluebook"),
    ],
)
def test_the_skill_itself_is_found(line: str, name: str) -> None:
    assert name in of(line)


def test_what_somebody_will_do_or_complete_is_the_work() -> None:
    found = asked(
        "Nurse\n\nDuties\n- You will complete risk assessments and wound care\n- The nurse will take phlebotomy rounds\n"
    )
    assert {"Wound care", "Phlebotomy"} <= found.keys()


def test_a_high_degree_of_something_has_no_subjects() -> None:
    assert "Quality control" in of("Maintain a high degree of quality control")


@pytest.mark.parametrize("word", ["documents", "equipment", "influencers", "profitability", "updates"])
def test_words_that_need_another_are_nothing_alone(word: str) -> None:
    assert word not in of(f"Grafting, {word}, picking")


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Answers RFPsProven ability to graft", ["Answers RFPs", "Proven ability to graft"]),
        ("in many orchardsBe kind to bees", ["in many orchards", "Be kind to bees"]),
        ("no visas at this time.**Madeup Cellars is", ["no visas at this time.", "Madeup Cellars is"]),
    ],
)
def test_sentences_that_ran_into_each_other_are_cut_apart(line: str, pieces: list[str]) -> None:
    assert in_lines(line).split("\n") == pieces


def test_looks_of_a_page_and_of_a_word_processor_are_no_words() -> None:
    found = asked(
        "Cellar hand  body { margin:0; overflow: visible; } #ejb_header { color: #fff; font-family: Verdana,\n"
        '/* Styles */ table.Mso{mso-style-name:"Java";mso-rows:0;}The hand\'s work is to press apples.\n\n'
        "Requirements\n- Fermentation\n- Excel\n"
    )
    assert found.keys() == {"Fermentation", "Excel"} | {name for name in found if "appl" in name.lower()}


@pytest.mark.parametrize(
    "line",
    [
        "First or upper second class degree, master's equivalent in Plumbing, Carpentry or similar",
        "BS Electrical Engineering preferred",
        "Abgeschlossenes Studium mit Schwerpunkt Maschinenbau oder Elektrotechnik bzw. vergleichbare Laufbahn",
    ],
)
def test_what_somebody_has_studied_is_no_skill(line: str) -> None:
    fields = {"Plumbing", "Carpentry", "Electrical engineering", "Mechanical engineering", "Machine design"}
    assert fields.isdisjoint(of(line))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Wears proper protective equipment at the press", "Personal protective equipment"),
        ("Learn to graft from patient mentors", "Coaching and mentoring"),
        ("IFOA, a small charity in the hills, looks for pickers", "Actuarial exams"),
        ("PPC campaign experience", "Campaigning for change"),
    ],
)
def test_what_is_worn_and_what_others_do_or_are_called_is_no_skill(line: str, name: str) -> None:
    assert name not in of(line)


def test_a_favourable_trend_is_no_wish() -> None:
    assert of("Draws charts in Python to keep favorable trends of growth")["Python"] is True


def test_bullets_with_wide_gaps_begin_items() -> None:
    text = (
        "In collaboration with the growers, prunes and grafts trees such as:|         Apple grafting |         "
        "Pear grafting |         Plum grafting |         Quince grafting " + "and the like, at any hour " * 8
    )
    lines = in_lines(text).split("\n")
    assert [line for line in lines if line.startswith("• Pear grafting")]


@pytest.mark.parametrize(
    "label",
    ["Assets", "Beneficial skills", "Bonus skills", "Secondary skills", "Preferences", "Atouts", "Valorable"],
)
def test_a_label_of_wishes_within_a_line_covers_what_follows(label: str) -> None:
    found = asked(
        f"Clerk\nWe look for somebody kind. Requirements: Excel and typing. {label}: Python and Welsh.\n"
    )
    assert [found[name] for name in ("Python", "Welsh", "Excel")] == [False, False, True]
