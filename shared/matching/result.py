"""What a match result is made of: plain data, in the words of the HTTP contract.

The classes are standard-library dataclasses, so that importing the matching package costs no pydantic;
``__pydantic_config__`` lets pydantic validate and serialise them (camelCase) where a document holds them.
They are not frozen: that takes half as long again to make the classes, which every import does, and three
times as long to make each instance.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

type Verdict = Literal["met", "partial", "missing"]
type Priority = Literal["high", "medium", "low"]


def to_camel(name: str) -> str:
    """``skill_matches`` → ``skillMatches``: the one rule between Python names and JSON names."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


CAMEL_CASE: dict[str, Any] = {"alias_generator": to_camel, "populate_by_name": True, "extra": "ignore"}


@dataclass(slots=True, kw_only=True)
class SkillMatch:
    """One requirement of the posting and what the CV shows of it. ``evidence`` quotes the CV verbatim."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    skill: str
    required: bool
    """False: the posting only prefers it."""
    verdict: Verdict
    evidence: list[str] = field(default_factory=list)
    years: float | None = None
    """Years of use that the CV's dated history shows, None if unknown."""


@dataclass(slots=True, kw_only=True)
class ExperienceMatch:
    """Years asked for against years shown, in roles like the posting's."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    required_years: float | None
    candidate_years: float | None
    verdict: Verdict


@dataclass(slots=True, kw_only=True)
class EducationMatch:
    """Level of education asked for against the highest one shown, in the posting's and the CV's terms."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    required: str | None
    candidate: str | None
    verdict: Verdict


@dataclass(slots=True, kw_only=True)
class Subscores:
    """Each 0–100. The two last are the model's and missing when it did not answer."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    skills: float
    experience: float
    education: float
    keywords: float
    semantic: float | None = None
    soft_skills: float | None = None


@dataclass(slots=True, kw_only=True)
class Weights:
    """The shares of the formula that made the overall score; see ``shared/matching/weights.py``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    deterministic: float
    model: float
    skills: float
    experience: float
    semantic: float
    soft_skills: float


@dataclass(slots=True, kw_only=True)
class Recommendation:
    """One thing to change, most useful first."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    priority: Priority
    category: str
    action: str
    rationale: str
    example: str | None = None
    gain: float | None = None
    """Points the formula would add to the overall score if the gap were closed truthfully."""


@dataclass(slots=True, kw_only=True)
class CvCheck:
    """One look at the CV itself, whatever the posting."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    check: str
    passed: bool
    detail: str


@dataclass(slots=True, kw_only=True)
class Engine:
    """What made the result. Token counts and model are there when a model answered."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    version: str
    mode: Literal["deterministic", "hybrid"]
    model: str | None = None
    prompt_version: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    model_seconds: float | None = None
    dropped_quotes: int = 0
    """Quotes of the model that are not in the CV and were therefore dropped."""


@dataclass(slots=True, kw_only=True)
class MatchResult:
    """The whole answer to "how well does this CV fit this posting"."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    overall_score: float
    """0–100, one decimal."""
    grade: str
    subscores: Subscores
    weights: Weights
    skill_matches: list[SkillMatch]
    experience_match: ExperienceMatch
    education_match: EducationMatch
    strengths: list[str]
    gaps: list[str]
    recommendations: list[Recommendation]
    cv_checks: list[CvCheck]
    engine: Engine
    degraded: bool = False
    """True: a model was configured but gave no answer, so this is the deterministic result alone."""
    warnings: list[str] = field(default_factory=list)
    arithmetic: list[str] = field(default_factory=list)
    """How each deterministic subscore came about, in figures."""
