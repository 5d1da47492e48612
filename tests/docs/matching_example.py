"""Formula, constants and worked example of ``docs/matching.md``, from the engine and from the document's own CV
and posting.

    python -m tests.docs.matching_example [--write]

prints them, or writes them into the document.
"""

import importlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from shared.matching import MatchResult, Profile, Requirements, match, read_cv, read_posting
from shared.matching.credits import Given, give_credits
from shared.matching.dates import month_number
from shared.matching.document import open_cv
from shared.matching.engine import score_of
from shared.matching.model_bound import MODEL_BOUND_POINTS
from shared.matching.recommendations import SHOWN_WELL
from shared.matching.rolefit import MIDDLE, PARTS, SLOPE, RoleFit, measure, only_assists
from shared.matching.said_together import shares_of
from shared.matching.scoring import (
    LISTED_ALONE,
    ROLE_SHARE,
    YEARS_SHARE,
    YEARS_WHERE_NONE,
    Score,
    verdict_of,
)
from shared.matching.weights import DETERMINISTIC_ONLY, HYBRID
from tests.docs.marks import DOCUMENT, print_or_write

AS_OF = date(2026, 11, 1)
CONSTANTS = {
    "scoring": "ROLE_SHARE LISTED_ALONE YEARS_SHARE YEARS_WHERE_NONE MOST_OF_A_JUNIOR BELOW ABOVE ELSEWHERE MET PARTIAL WITHOUT_TOOL WITHOUT_LICENCE WITHOUT_LICENCE_ELSEWHERE WITHOUT_LANGUAGE WITHOUT_SUBJECT WITHOUT_SPECIALITY CORE_NEAR CORE_IN_USE OPEN OPEN_TO_OTHERS",
    "requirements": "BEYOND",
    "credits": "SLIGHT BARE HELD NO_USE_ANYWHERE PARENT_FACTOR NEAR_FACTOR OF_ITS_PARTS OF_ANOTHER_PRODUCT WHOLE_PHRASE",
    "protected_titles": "SHOWN_BY_TITLE REGISTER_BY_TITLE",
    "rolefit": "PARTS TITLES_OF_A_FUNCTION TELLING_TITLE WORDING_OF_A_GOOD_MATCH WORDING_POWER COVER_OF_A_GOOD_MATCH COVER_POWER LEAST_TELLING SHORT_CV "
    "NOT_SAID STRANGE OF_THE_TRADE BY_LIKENESS A_LEVEL_BELOW SETTLED "
    "WORDS_BY_LENGTH BARE_LIST SLOPE MIDDLE",
    "said_together": "MOST_TOGETHER",
    "families": "NEAR SAME_GROUP UNTOLD OF_A_KIND",
    "workplaces": "TELLING HINT IN_THE_HEAD BESIDE_THE_WORK CLEAR RIVAL ENOUGH",
    "recommendations": "SHOWN_WELL",
    "model_bound": "REACH SOFT_QUOTES MODEL_BOUND_POINTS",
}
"""Those that the document speaks of, by module."""


@dataclass(frozen=True)
class Example:
    """Everything that the section shows."""

    result: MatchResult
    asked: Requirements
    profile: Profile
    given: list[Given]
    fit: RoleFit
    score: Score


def block(document: str, name: str) -> str:
    """The fenced text of the document that is labelled ``name``."""
    found = re.search(rf"^```text {name}\n(.*?)^```$", document, re.S | re.M)
    if found is None:
        raise ValueError(f"the document has no block ```text {name}")
    return found[1]


def work_out(document: str) -> Example:
    """The example of ``document``, scored."""
    cv, posting = block(document, "cv"), block(document, "posting")
    asked, profile, opened = read_posting(posting), read_cv(cv, as_of=AS_OF), open_cv(cv)
    assists = only_assists(profile, asked)
    given = give_credits(opened, profile, asked, assists=assists)
    filler = opened.stems_in([span for one in given for span in one.beside])
    shares = shares_of(opened, asked.terms)
    stems = Counter(opened.words.stems)
    fit = measure(profile, asked, stems, filler, month_number(AS_OF), shares, assists=assists)
    score = score_of(asked, given, fit)
    result = match(cv, posting, as_of=AS_OF)
    assert score.overall == result.overall_score, "the parts are not put together as the engine does"
    return Example(result, asked, profile, given, fit, score)


def sections(document: str) -> dict[str, str]:
    """The sections of ``document`` as Markdown, by name."""
    example = work_out(document)
    parts = (_requirements, _role_fit, _overall, _reported, _gain)
    return {
        "the formula": _formula(),
        "the constants": _constants(),
        "the example": "\n\n".join(part(example) for part in parts),
    }


def _formula() -> str:
    weights, rule = HYBRID, f"{_third(HYBRID.skills)} skills + {_third(HYBRID.experience)} experience"
    return "\n".join(
        [
            f"    overall     = {rule}                    without a model",
            f"    overall     = {weights.deterministic:g} × ({rule}) + {weights.model:g} × model    with one, "
            f"which moves it by {MODEL_BOUND_POINTS:g} points at most",
            f"    skills      = 100 × ({ROLE_SHARE:g} f + {1 - ROLE_SHARE:g} l ({LISTED_ALONE:g} + {1 - LISTED_ALONE:g} f))",
            f"    experience  = 100 × f ({1 - YEARS_SHARE:g} + {YEARS_SHARE:g} y)",
        ]
    )


def _third(value: float) -> str:
    return f"{round(3 * value)}/3"


def _constants() -> str:
    lines = ["| constant | value |", "| --- | --- |"]
    for module, names in CONSTANTS.items():
        home = importlib.import_module(f"shared.matching.{module}")
        for name in names.split():
            value = getattr(home, name)
            if isinstance(value, dict):
                lines += [f"| `{module}.{name}`, {part} | {weight:g} |" for part, weight in value.items()]
            else:
                lines.append(f"| `{module}.{name}` | {value:g} |")
    return "\n".join(lines)


def _requirements(example: Example) -> str:
    lines = ["| requirement | kind | weight | credit | weight × credit | verdict |", "| --- " * 6 + "|"]
    for one in example.given:
        credit = one.credit
        kind = "required" if credit.required else "preferred"
        through = f", through {one.through}" if one.through else ""
        lines.append(
            f"| {credit.name} | {kind} | {credit.weight:.3f} | {credit.credit:.4f} "
            f"| {credit.weight * credit.credit:.4f} | {verdict_of(credit.credit)}{through} |"
        )
    total, brought = _sums(example.score)
    lines.append(f"| sum | | {total:.3f} | | {brought:.4f} | |")
    return "\n".join(lines) + f"\n\nlisted `l` = {brought:.4f} / {total:.3f} = {brought / total:.4f}"


def _sums(score: Score) -> tuple[float, float]:
    return (
        sum(credit.weight for credit in score.credits),
        sum(credit.weight * credit.credit for credit in score.credits),
    )


def _role_fit(example: Example) -> str:
    fit = example.fit
    assert fit.parts.keys() == PARTS.keys()
    lines = ["| part of the role fit | weight | value | weight × value |", "| --- " * 4 + "|"]
    known = {name: value for name, value in fit.parts.items() if value is not None}
    for name, value in known.items():
        lines.append(f"| {name} | {fit.weights[name]:.3g} | {value:.4f} | {fit.weights[name] * value:.4f} |")
    weight = sum(fit.weights[name] for name in known)
    brought = sum(fit.weights[name] * known[name] for name in known)
    lines.append(f"| sum | {weight:.3g} | | {brought:.4f} |")
    mean = brought / weight
    return "\n".join(lines) + (
        f"\n\nmean `m` = {brought:.4f} / {weight:.3g} = {mean:.4f}; "
        f"role fit `f` = 1 / (1 + e^(−{SLOPE:g} × ({mean:.4f} − {MIDDLE:g}))) = {fit.value:.4f}"
    )


def _overall(example: Example) -> str:
    score, result = example.score, example.result
    total, brought = _sums(score)
    wanted = score.required_years or YEARS_WHERE_NONE
    return "\n".join(
        [
            f"- years share `y` = min(1, {score.years} / {wanted:g}) = {score.years_share:.4f}",
            f"- skills = 100 × ({ROLE_SHARE:g} × {score.role_fit:.4f} + {1 - ROLE_SHARE:g} × "
            f"{brought / total:.4f} × "
            f"({LISTED_ALONE:g} + {1 - LISTED_ALONE:g} × {score.role_fit:.4f})) = {result.subscores.skills}",
            f"- experience = 100 × {score.role_fit:.4f} × ({1 - YEARS_SHARE:g} + {YEARS_SHARE:g} × "
            f"{score.years_share:.4f}) = "
            f"{result.subscores.experience}",
            f"- overall = {_third(DETERMINISTIC_ONLY.skills)} × {result.subscores.skills} + {_third(DETERMINISTIC_ONLY.experience)} × {result.subscores.experience} = "
            f"**{result.overall_score}**, {result.grade}",
        ]
    )


def _reported(example: Example) -> str:
    subscores, education = example.result.subscores, example.result.education_match
    return (
        f"Reported beside it: education {subscores.education:g} (asked: {education.required}, shown: "
        f"{education.candidate}), keywords {subscores.keywords}."
    )


def _gain(example: Example) -> str:
    best = max(
        (one for one in example.result.recommendations if one.gain is not None),
        key=lambda one: one.gain or 0.0,
    )
    called = zip(example.result.skill_matches, example.given, strict=True)
    name = next(one.credit.name for match, one in called if match.skill in best.action)
    after = example.score.with_credit(name, SHOWN_WELL)
    total, brought = _sums(after)
    return (
        f"First recommendation: “{best.action}” Its gain: with a credit of {SHOWN_WELL} for {name}, `l` = "
        f"{brought:.4f} / {total:.3f} = {brought / total:.4f}, skills {after.skills}, overall {after.overall}, "
        f"that is **+{best.gain}**."
    )


if __name__ == "__main__":
    print_or_write(sections(DOCUMENT.read_text("utf-8")), __doc__)
