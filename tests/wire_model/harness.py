"""Asking the wire model through the real SDK, and results to compare with."""

import dataclasses
import json
from typing import Any

from openai import AsyncOpenAI, DefaultAsyncHttpxClient

from shared.matching.model import refine
from shared.matching.result import (
    EducationMatch,
    Engine,
    ExperienceMatch,
    MatchResult,
    Recommendation,
    SkillMatch,
    Subscores,
)
from shared.matching.weights import DETERMINISTIC_ONLY, grade, overall_score
from tests.wire_model.server import WireModel

CV = """Ottilie Mockington
ottilie.mockington@example.com | +44 555 0142 | 14 Placeholder Road, Leeds LS1 4AB
Date of birth: 12 March 1985

Profile
Payroll specialist with eleven years in manufacturing.

Experience
Payroll Supervisor, Imaginary Packaging, 04/2018 - present
- Ran weekly payroll for 850 staff on Sage and Excel
- Led a team of four clerks through the move to a new pension scheme
- Trained 12 line managers in time recording
Payroll Clerk, Pretend Foods, 2013 - 2018
- Reconciled tax and pension payments each month

Skills
Excel, Sage, willing to learn SAP
"""
JOB = """Payroll Manager

We need somebody who has run payroll, knows Excel, SAP and people management.
Write to Una Recruiter, hiring@example.com, +44 20 7946 0123.
"""


def baseline(
    *matches: SkillMatch, skills: float = 60.0, experience: float = 60.0, **changes: Any
) -> MatchResult:
    """A deterministic result by hand; without ``matches``, four requirements of ``JOB``."""
    matches = matches or (
        SkillMatch(
            skill="Payroll",
            required=True,
            verdict="met",
            evidence=["Ran weekly payroll for 850 staff on Sage and Excel"],
        ),
        SkillMatch(skill="Excel", required=True, verdict="met", evidence=["Excel, Sage"]),
        SkillMatch(skill="SAP", required=True, verdict="missing"),
        SkillMatch(skill="People management", required=False, verdict="missing"),
    )
    overall = overall_score(skills, experience, None, None, DETERMINISTIC_ONLY)
    result = MatchResult(
        overall_score=overall,
        grade=grade(overall),
        subscores=Subscores(skills=skills, experience=experience, education=50.0, keywords=40.0),
        weights=DETERMINISTIC_ONLY,
        skill_matches=list(matches),
        experience_match=ExperienceMatch(required_years=5.0, candidate_years=11.0, verdict="met"),
        education_match=EducationMatch(required=None, candidate=None, verdict="met"),
        strengths=["Payroll: shown in the CV."],
        gaps=[
            "SAP: asked for, and the CV does not show it.",
            "People management: asked for, and the CV does not show it.",
        ],
        recommendations=[
            Recommendation(
                priority="high",
                category="skills",
                action="If you have used SAP, say where.",
                rationale="The posting asks for SAP.",
                gain=4.2,
            )
        ],
        cv_checks=[],
        engine=Engine(version="test", mode="deterministic"),
    )
    return dataclasses.replace(result, **changes)


def client(wire: WireModel, *, max_retries: int = 0, timeout: float = 5.0) -> AsyncOpenAI:
    plain = DefaultAsyncHttpxClient(verify=False)  # no certificates to load for each test
    return AsyncOpenAI(
        base_url=wire.base_url,
        api_key="wire-key",
        max_retries=max_retries,
        timeout=timeout,
        http_client=plain,
    )


async def ask(
    wire: WireModel,
    result: MatchResult | None = None,
    cv: str = CV,
    job: str = JOB,
    *,
    max_retries: int = 0,
    timeout: float = 5.0,
    budget_seconds: float = 10.0,
    max_input_tokens: int = 24_000,
) -> MatchResult:
    async with client(wire, max_retries=max_retries, timeout=timeout) as sdk:
        return await refine(
            result or baseline(),
            cv,
            job,
            client=sdk,
            model="wire",
            budget_seconds=budget_seconds,
            max_input_tokens=max_input_tokens,
        )


def quotes(result: MatchResult) -> list[str]:
    """Every passage that the result presents as the CV's."""
    evidence = [quote for match in result.skill_matches for quote in match.evidence]
    return evidence + [text.split("“", 1)[1].rsplit("”", 1)[0] for text in result.strengths if "“" in text]


def everything(result: MatchResult) -> str:
    return json.dumps(dataclasses.asdict(result), ensure_ascii=False)


def sent(wire: WireModel) -> str:
    """All that left for the model."""
    return "\n".join(
        str(message["content"]) for request in wire.requests for message in request["body"]["messages"]
    )
