"""A reader can work every score out again from what the result itself says."""

import math
import re

import pytest

from shared.matching import match
from shared.matching.scoring import WITHOUT_TOOL, Credit, Score
from tests.matching.test_match import AS_OF, CVS, JOBS


def worked_out(line: str) -> float:
    """The value of ``name value = formula, remark``."""
    formula = re.sub(r" \([^()\d][^()]*\)", "", line.split(" = ", 1)[1])  # without the names of the parts
    formula = formula.split(", ")[0].replace("×", "*").replace("−", "-").replace("e^", "math.e**")
    assert re.fullmatch(r"[\d\s.+*/()-]+|.*math\.e.*", formula), formula
    return float(eval(formula, {"math": math}))  # figures and signs alone: checked above


@pytest.mark.parametrize("job", sorted(JOBS))
@pytest.mark.parametrize("cv", sorted(CVS))
def test_subscores_and_score_can_be_worked_out_again(cv: str, job: str) -> None:
    result = match(CVS[cv], JOBS[job], as_of=AS_OF)
    said = {line.split(" ")[0]: line for line in result.arithmetic}
    assert worked_out(said["skills"]) == pytest.approx(result.subscores.skills, abs=0.06)
    assert worked_out(said["experience"]) == pytest.approx(result.subscores.experience, abs=0.06)
    listed = next(line for line in result.arithmetic if line.startswith("what is asked for"))
    shown = float(listed.split(" = ")[0].split()[-1])
    names = re.sub(r"(?<=\d) \([^×]*?\)(?= \+|\) /)", "", listed.split(" = ", 1)[1])
    assert float(eval(names.replace("×", "*"))) == pytest.approx(shown, abs=2e-4)
    weights = result.weights
    score = weights.skills * result.subscores.skills + weights.experience * result.subscores.experience
    assert result.overall_score == round(score, 1)


def test_the_likeness_can_be_worked_out_again() -> None:
    result = match(CVS["electrician"], JOBS["electrical-design-engineer"], as_of=AS_OF)
    line = result.arithmetic[0]
    mean = re.search(r"m = (.*)$", line)
    assert mean
    value = float(eval(re.sub(r" \([a-z][^()]*\)", "", mean[1]).replace("×", "*")))
    curve = re.search(r"= 1 / \(1 \+ e\^\(−([\d.]+) × \(m − ([\d.]+)\)\)\)", line)
    assert curve
    fit = 1 / (1 + math.exp(-float(curve[1]) * (value - float(curve[2]))))
    assert fit == pytest.approx(float(line.split(" = ")[0].split()[-1]), abs=5e-4)


def test_other_tools_of_the_title_make_up_for_none_that_is_missing() -> None:
    shown = tuple(
        Credit(name, 1.0, float(name != "Rails"), required=True) for name in ("Rails", "SQL", "jQuery")
    )
    core = {credit.name: WITHOUT_TOOL for credit in shown}
    score = Score(shown, 0.9, 5.0, 5.0, core=core)
    assert score.role_fit == pytest.approx(0.9 * (1 + 1 + WITHOUT_TOOL) / 3)


def test_a_title_that_could_be_anybody_s_weighs_less_than_one_that_says_what_somebody_does() -> None:
    def weight(title: str) -> float:
        cv = f"""Experience

{title}, Example Systems, Pune, Jan 2018 - Mar 2024
- Wrote Java services with Spring Boot and Hibernate
- Tuned SQL of the order system and wrote its unit tests
"""
        posting = "Java Developer\n\nRequirements\n- Java, Spring Boot and SQL\n- 3 years of experience"
        found = re.search(r"([\d.]+) × [\d.]+ \(titles\)", match(cv, posting, as_of=AS_OF).arithmetic[0])
        assert found
        return float(found[1])

    assert weight("Associate Consultant") < 0.5 * weight("Java Developer")
