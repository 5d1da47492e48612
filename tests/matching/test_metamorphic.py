"""What must not change the score does not, over all samples."""

import re
from collections.abc import Callable

import pytest

from tests.matching.test_match import CVS, GOOD, JOBS, of

NAMES = {
    "backend-engineer": r"(?m)^# .*$",
    "electrician": r"(?m)^# .*$",
    "intensive-care-nurse": r"NORA NOTREAL",
    "management-accountant": r"Maxine Mockup",
    "secondary-teacher": r"Tessa Testperson",
}


def scores(cv: str) -> dict[str, float]:
    return {job: of(cv, text).overall_score for job, text in JOBS.items()}


@pytest.fixture(scope="module")
def before() -> dict[str, dict[str, float]]:
    return {name: scores(text) for name, text in CVS.items()}


def named(name: str) -> Callable[[str, str], str]:
    def swap(sample: str, text: str) -> str:
        first = re.search(NAMES[sample], text)
        assert first
        prefix = "# " if first[0].startswith("#") else ""
        return re.sub(NAMES[sample], prefix + (name.upper() if first[0].isupper() else name), text, count=1)

    return swap


def after_name(lines: str) -> Callable[[str, str], str]:
    def insert(_: str, text: str) -> str:
        head, rest = text.split("\n", 1)
        return f"{head}\n{lines}\n{rest}"

    return insert


SAME = {
    "a surname that is a trade": named("John Baker"),
    "another surname that is a trade": named("Mary Cook"),
    "a name from elsewhere": named("Oluwaseun Adeyemi"),
    "nationality": after_name("Nationality: German"),
    "age": after_name("Age: 61"),
    "birth date": after_name("Date of birth: 12/03/1961"),
    "gender": after_name("Gender: female"),
    "address": after_name("Address: 12 Baker Street, Reading"),
    "photo": after_name("![photo](me.jpg)"),
    "marital status at the end": lambda _, text: text + "\nMarital status: married\nReligion: none\n",
    "Windows line ends": lambda _, text: text.replace("\n", "\r\n"),
    "famous university": lambda _, text: re.sub(
        r"[A-Z]\w+ University of [A-Z][\w ]+?(?=[,\n|–-])|University of [A-Z]\w+", "Harvard University", text
    ),
}


@pytest.mark.parametrize("change", sorted(SAME))
@pytest.mark.parametrize("sample", sorted(CVS))
def test_personal_data_leaves_the_score_identical(
    sample: str, change: str, before: dict[str, dict[str, float]]
) -> None:
    assert scores(SAME[change](sample, CVS[sample])) == before[sample]


def test_gendered_words_for_one_occupation_score_the_same() -> None:
    job = "Restaurant team member\nRequirements\n- Experience as a waiter\n- Cash handling\n"
    cv = "Experience\nWaiter, Example Inn, 01/2018 - 12/2021\n- Served forty tables a night as a waiter.\n"
    other = cv.replace("Waiter", "Waitress").replace("waiter", "waitress")
    assert of(cv, job).overall_score == of(other, job).overall_score
    sales = "Experience\nSalesman, Example Cars, 01/2018 - 12/2021\n- Sold 200 cars.\n"
    assert of(sales, job).overall_score == of(sales.replace("Salesman", "Saleswoman"), job).overall_score


CLOSE = {
    "round bullets": lambda text: re.sub(r"(?m)^- ", "• ", text),
    "stars for bullets": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "wide spaces": lambda text: text.replace(" ", "  "),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "capitals": str.upper,
    "small letters": str.lower,
}


@pytest.mark.parametrize("change", sorted(CLOSE))
@pytest.mark.parametrize("sample", sorted(CVS))
def test_layout_and_case_move_the_score_by_two_points_at_most(
    sample: str, change: str, before: dict[str, dict[str, float]]
) -> None:
    now = scores(CLOSE[change](CVS[sample]))
    assert {job: now[job] - before[sample][job] for job in JOBS} == pytest.approx(
        dict.fromkeys(JOBS, 0.0), abs=2.0
    )


@pytest.mark.parametrize("sample", sorted(CVS))
def test_the_order_of_sections_moves_no_score_by_more_than_two_points(
    sample: str, before: dict[str, dict[str, float]]
) -> None:
    head, *sections = re.split(r"(?m)^(?=## )", CVS[sample])
    now = scores(head + "".join(reversed(sections)))
    assert {job: now[job] - before[sample][job] for job in JOBS} == pytest.approx(
        dict.fromkeys(JOBS, 0.0), abs=2.0
    )


@pytest.mark.parametrize("sample", sorted(CVS))
def test_removing_a_met_skill_never_raises_and_adding_one_with_evidence_never_lowers(sample: str) -> None:
    job = JOBS[GOOD[sample]]
    text = CVS[sample]
    result = of(text, job)
    bullet = re.search(r"(?m)^\s*(?:[-*•]|\d\)) ", text)
    assert bullet
    for item in result.skill_matches:
        line = f"- Used {item.skill} in this role.\n"
        more = text[: bullet.start()] + line + text[bullet.start() :]
        assert of(more, job).overall_score >= result.overall_score, item.skill
        if item.verdict == "met":
            less = re.sub(rf"(?i)(?<!\w){re.escape(item.skill)}(?!\w)", "", text)
            # A title without one of its words is another title: that may move a tenth.
            assert of(less, job).overall_score <= round(result.overall_score + 0.1, 1), item.skill
