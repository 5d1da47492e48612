"""Who has done the work ranks first for it, over texts as messy as they come: dumps from forms, no headings,
Indian, British and US conventions, agency boilerplate. One CV and one posting of each occupation."""

from datetime import date
from pathlib import Path

import pytest

from shared.matching import match, read_cv, read_posting

TEXTS = Path(__file__).parent / "messy"
AS_OF = date(2026, 11, 1)
CVS = {path.stem: path.read_text("utf-8") for path in sorted((TEXTS / "cvs").glob("*.txt"))}
POSTINGS = {path.stem: path.read_text("utf-8") for path in sorted((TEXTS / "postings").glob("*.txt"))}
SOFTWARE = frozenset(
    {
        "businessanalyst",
        "datascience",
        "dba",
        "devops",
        "dotnet",
        "frontend",
        "java",
        "network",
        "python",
        "testing",
    }
)


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    """By posting and CV."""
    profiles = {name: read_cv(text, as_of=AS_OF) for name, text in CVS.items()}
    found: dict[str, dict[str, float]] = {}
    for name, posting in POSTINGS.items():
        asked = read_posting(posting)
        found[name] = {
            cv: match(text, posting, profile=profiles[cv], requirements=asked, as_of=AS_OF).overall_score
            for cv, text in CVS.items()
        }
    return found


@pytest.mark.parametrize("occupation", sorted(POSTINGS))
def test_who_has_done_the_work_is_far_ahead(occupation: str, scores: dict[str, dict[str, float]]) -> None:
    own = scores[occupation][occupation]
    others = {cv: score for cv, score in scores[occupation].items() if cv != occupation}
    assert own >= 55, own
    assert max(others.values()) <= own - 20, max(others.items(), key=lambda item: item[1])


def test_one_threshold_tells_fitting_from_unfitting_within_software(
    scores: dict[str, dict[str, float]],
) -> None:
    own = [scores[name][name] for name in SOFTWARE]
    other = [scores[posting][cv] for posting in SOFTWARE for cv in SOFTWARE if cv != posting]
    assert min(own) > max(other)


def test_another_occupation_scores_next_to_nothing(scores: dict[str, dict[str, float]]) -> None:
    strangers = [
        scores[posting][cv]
        for posting in POSTINGS
        for cv in CVS
        if cv != posting and (posting in SOFTWARE) != (cv in SOFTWARE)
    ]
    assert max(strangers) < 15


def test_a_mention_of_another_stack_is_no_work_in_it(scores: dict[str, dict[str, float]]) -> None:
    assert ".NET" in CVS["java"]
    assert scores["dotnet"]["java"] < 42
    assert scores["dotnet"]["java"] < scores["dotnet"]["dotnet"] / 2


BEFORE = """ABOUT US AND THE PEOPLE WE PLACE
Made-up Staffing has matched talent with employers for thirty years, in software, nursing, kitchens and on sites.
We also recruit for accountants, chefs, electricians, teachers, testers and HGV drivers: call us for our other roles.

A WORD FROM OUR RECRUITER
Hello! I look after this vacancy. Send me whatever CV you have, from Java developers to registered nurses.

"""
BEHIND = """

OUR COMMITMENT
We welcome applications from everyone regardless of age, race, religion, sex or disability. Everybody here gets
training in first aid, Excel, safeguarding and data protection.

BENEFITS
Pension, dental plan, gym, cooking classes, a nurse on site, SQL for beginners.
"""


@pytest.mark.parametrize("occupation", sorted(POSTINGS))
def test_what_an_agency_puts_around_a_posting_changes_little(
    occupation: str, scores: dict[str, dict[str, float]]
) -> None:
    posting = POSTINGS[occupation]
    plain, wrapped = read_posting(posting), read_posting(BEFORE + posting + BEHIND)
    assert wrapped.title == plain.title
    added = {skill.name for skill in wrapped.skills} - {skill.name for skill in plain.skills}
    assert added == set()
    own = match(CVS[occupation], BEFORE + posting + BEHIND, as_of=AS_OF)
    assert own.overall_score == pytest.approx(scores[occupation][occupation], abs=8)


GLUED = (
    "SummaryStaff accountant with ten years in manufacturing. Closes books early.HighlightsMicrosoft Excel"
    "Account reconciliationsExperienceStaff AccountantJuly 2012toAugust 2014Company Name－City, State"
    "Prepared journal entries and accruals for four entities.Senior AccountantSeptember 2014toCurrent"
    "Company Name－City, StateClosed the month in five days using NetSuite.EducationBachelor of Science : "
    "Accounting2012State University"
)


def test_a_form_whose_lines_run_together_is_read() -> None:
    profile = read_cv(GLUED, as_of=AS_OF)
    assert [role.title for role in profile.roles] == ["Staff Accountant", "Senior Accountant"]
    assert profile.total_years == pytest.approx(14.3, abs=0.1)
    assert {"education", "experience", "summary"} <= set(profile.sections)
    result = match(GLUED, POSTINGS["accountant"], as_of=AS_OF)
    assert result.overall_score >= 65
    assert all(quote in GLUED for item in result.skill_matches for quote in item.evidence)
