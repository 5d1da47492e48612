"""What lines of a CV show of a skill that they name: that it is there, that it is begun, or nothing."""

import pytest

from shared.matching import read_cv

LINES = {
    "shown": """
        Kubernetes ●●●●○
        Kubernetes ★★★☆☆
        Kubernetes ★★★★★
        Kubernetes 80%
        Kubernetes [9/10]
        "Kubernetes"
        Kubernetes  –  10+ years
        Helped forty people to find employment with Kubernetes
        Looking for people to work with Kubernetes filled my first year
        5 years of Kubernetes in production
        Kubernetes (5 yrs)
        Kubernetes - Expert
        Kubernetes: advanced
        Kubernetes - intermediate
        Familiar with Kubernetes
        Exposure to Kubernetes
        Kubernetes ●●●○○
        Kubernetes ★★★★☆
        Kubernetes 80%
        Kubernetes 3/5
        Took an online course on Kubernetes
        Completed a Kubernetes course
        Not only Kubernetes but also Nomad
        No problem with Kubernetes at scale
        Replaced Kubernetes with Nomad
        Migrated from Kubernetes to Nomad
        Migrated from Nomad to Kubernetes
        Reduced Kubernetes costs with no downtime
        Zero downtime deployments on Kubernetes
        Never had an outage on Kubernetes
        Supported the team that ran Kubernetes
        Recruited Kubernetes engineers
        Sold Kubernetes training
        Kubernetes - want to improve
        Aware of Kubernetes
        Working knowledge of Kubernetes
        Good knowledge of Kubernetes
        Understanding of Kubernetes
        Rusty Kubernetes
        Kubernetes (rusty)
        Kubernetes (last used 2012)
        Kubernetes certified (CKA)
        Kubernetes certification expired
        Kubernetes - self-taught
        Kubernetes (hobby)
        Kubernetes at university
        Eager to deepen my Kubernetes knowledge
        apart from Kubernetes
        except Kubernetes
        everything but Kubernetes""",
    "begun": """
        Kubernetes (basic)
        Basic Kubernetes
        Basic knowledge of Kubernetes
        Some Kubernetes
        Beginner in Kubernetes
        Kubernetes (beginner)
        Kubernetes - Beginner
        Kubernetes: beginner level
        Learning Kubernetes
        Currently learning Kubernetes
        Limited Kubernetes experience
        Minimal Kubernetes
        Kubernetes course in progress
        Attended a Kubernetes webinar
        Read about Kubernetes
        Theoretical knowledge of Kubernetes
        Kubernetes ●○○○○
        Kubernetes ★★☆☆☆
        Kubernetes ●●○○○○○○○○
        Kubernetes 10%
        Kubernetes [1/10]
        Kubernetes (2/5)
        Kubernetes - basics only
        Kubernetes (currently studying)
        Awareness of Kubernetes
        Conceptual understanding of Kubernetes
        Kubernetes certification (in progress)
        Kubernetes Grundkenntnisse
        Notions de Kubernetes""",
    "not shown": """
        Keen to learn Kubernetes
        Willing to learn Kubernetes
        Want to learn Kubernetes
        Would love to work with Kubernetes
        I'd like to learn Kubernetes
        Interested in Kubernetes
        Interest in Kubernetes
        No experience with Kubernetes
        No Kubernetes experience
        I have no Kubernetes experience
        I have not used Kubernetes
        I have never worked with Kubernetes
        Have not yet worked with Kubernetes
        haven't touched Kubernetes yet
        Not familiar with Kubernetes
        Unfamiliar with Kubernetes
        Lacking Kubernetes experience
        Without any Kubernetes experience
        Little experience with Kubernetes
        Limited exposure to Kubernetes
        Kubernetes: none
        Kubernetes - no
        Kubernetes (no experience)
        Kubernetes: not yet
        Kubernetes - planned
        Planning to take the Kubernetes exam
        Studying for Kubernetes
        Without Kubernetes nothing of ours runs
        Worked with the Kubernetes team
        My brother works with Kubernetes
        Kubernetes certification scheduled for May 2027
        Seeking a role with Kubernetes
        Looking for a position in which I can use Kubernetes
        Hoping to move into Kubernetes
        Aspiring Kubernetes engineer
        Objective: to obtain a job as Kubernetes engineer
        I would like to specialise in Kubernetes
        Next on my list: Kubernetes
        Kubernetes is not my thing
        I don't know Kubernetes
        I do not use Kubernetes
        I can't do Kubernetes
        I cannot claim Kubernetes
        Not Kubernetes
        no Kubernetes
        No Kubernetes, no Docker, no cloud
        neither Kubernetes nor Docker
        Nothing with Kubernetes so far
        Kubernetes would be new to me
        Kubernetes is new to me
        new to Kubernetes
        Keine Erfahrung mit Kubernetes
        keine Kubernetes-Kenntnisse
        Pas d'expérience avec Kubernetes
        Sin experiencia en Kubernetes""",
}


@pytest.mark.parametrize("lead", ["", "- "])
@pytest.mark.parametrize(
    ("shown", "line"),
    [(shown, line.strip()) for shown in LINES for line in LINES[shown].strip().splitlines()],
)
def test_a_line_shows_a_skill_or_its_beginnings_or_nothing(shown: str, line: str, lead: str) -> None:
    cv = "Sam\n\nExperience\nDeveloper, Hill Ltd, Jan 2019 - present\n- Ran jobs in Python\n{}\n\nSkills\nPython, SQL\n{}\n"
    for place in ((f"{lead}{line}", ""), ("", f"{lead}{line}")):
        slight = {use.name: use.slight for use in read_cv(cv.format(*place)).skills}.get("Kubernetes")
        assert {None: "not shown", True: "begun", False: "shown"}[slight] == shown


@pytest.mark.parametrize(
    ("line", "slight"),
    [
        ("German (A1)", True),
        ("German A2", True),
        ("German - elementary proficiency", True),
        ("German (limited working proficiency)", True),
        ("German (B2)", False),
        ("German: native", False),
    ],
)
def test_a_language_of_which_little_is_known_is_begun(line: str, slight: bool) -> None:
    uses = read_cv(
        f"Sam\n\nExperience\nAgent, Hill Ltd, 2019 - 2024\n- Took calls\n\nLanguages\n{line}\n"
    ).skills
    assert [use.slight for use in uses if use.name == "German"] == [slight]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Started the GDC-recognised Kubernetes course", True),
        ("Kubernetes started July 2026", True),
        ("Provisional Kubernetes", True),
        ("Will do Kubernetes", None),
        ("Wants to shift into Kubernetes", None),
    ],
)
def test_what_is_only_started_or_still_to_come(line: str, shown: bool | None) -> None:
    cv = f"Sam\n\nExperience\nDeveloper, Hill Ltd, Jan 2019 - present\n- Ran jobs in Python\n- {line}\n"
    assert {use.name: use.slight for use in read_cv(cv).skills}.get("Kubernetes") == shown
