"""Which occupations a text tells of."""

import pytest

from shared.matching import read_cv, read_posting
from shared.matching.families import read_families
from tests.matching.test_match import AS_OF

_TRADES_MISREAD = (
    ("Order Picker\n\nDuties\n- Order Picker/Packer on the night shift\n- Load vans", "devops"),
    ("Receptionist\n\nDuties\n- Greet visitors on Congress Avenue", "public administration"),
    ("Baker\n\nDuties\n- Bake bread in a tight-knit team", "fashion and apparel"),
    ("Baker\n\nDuties\n- Bake bread and custom cakes\n- Clean the ovens", "logistics"),
    ("Waiter\n\nDuties\n- Serve drinks, work front of house and keep the floor clean", "interior design"),
    ("Caretaker\n\nRequirements\n- High school diploma\n- Mend doors and locks", "secondary teaching"),
    ("Web Developer\n\nDuties\n- Create and experiment with new ideas in React and CSS", "life science"),
    ("MySQL DBA\n\nDuties\n- Stability of our MySQL instances, replication and backups", "chemistry"),
)


@pytest.mark.parametrize(("posting", "family"), _TRADES_MISREAD)
def test_a_word_with_another_common_sense_alone_tells_of_no_occupation(posting: str, family: str) -> None:
    assert family not in read_posting(posting).work_families


def test_such_a_word_counts_beside_other_words_of_its_occupation() -> None:
    posting = (
        "Cloud Specialist\n\nDuties\n- Build images with Packer and roll them out with Terraform and Helm"
    )
    read = read_posting(posting)
    assert "packer" in read.work_terms
    assert max(read.work_families, key=read.work_families.__getitem__) == "devops"


def test_such_a_word_counts_below_a_title_of_its_occupation() -> None:
    assert "logistics" in read_posting("Logistics Clerk\n\nDuties\n- Fill in customs papers").work_families


def test_three_such_words_make_each_other_count() -> None:
    posting = "Assistant\n\nDuties\n- Hang up shirts, jackets and trousers in the evening"
    assert "fashion and apparel" in read_posting(posting).work_families


def test_a_cv_is_read_in_the_same_way() -> None:
    cv = (
        "Sam Sampleton\n\nExperience\n\nPicker-Packer, Invented Depot, 2021 - 2024\n"
        "- Packer on two lines\n- Picked 200 orders a shift"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert "devops" not in profile.work_families
    assert "packer" in profile.doubtful_terms
    assert "packer" not in profile.work_terms


def test_a_mark_behind_a_word_of_the_table_is_no_part_of_it() -> None:
    (family,) = read_families("[group]\nbaking | baker | bread; rolls?")
    assert family.terms == ("bread", "rolls")
    assert family.doubtful == {"rolls"}
