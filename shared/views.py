"""What the API answers with: documents without what is internal to the app."""

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from shared.clock import UtcTime
from shared.documents import (
    AnalysisDocument,
    AnalysisError,
    CamelModel,
    CvDocument,
    JobDocument,
    SourceType,
    Status,
)
from shared.matching.result import (
    CvCheck,
    EducationMatch,
    Engine,
    ExperienceMatch,
    Recommendation,
    SkillMatch,
    Subscores,
    Weights,
)
from shared.use_cases.health import CheckState

ANALYSES_PATH = "/api/v1/analyses"


class AnalysisView(CamelModel):
    """An analysis. The result's fields are there once the matching ran."""

    id: str
    type: Literal["analysis"] = "analysis"
    user_id: str
    cv_id: str
    job_id: str
    cv_filename: str
    job_title: str | None
    status: Status
    created_at: UtcTime
    started_at: UtcTime | None
    completed_at: UtcTime | None
    processing_seconds: float | None
    attempts: int
    overall_score: float | None = Field(default=None, ge=0, le=100)
    preliminary: Literal[True] | None = None
    grade: str | None = None
    subscores: Subscores | None = None
    weights: Weights | None = None
    skill_matches: list[SkillMatch] | None = None
    experience_match: ExperienceMatch | None = None
    education_match: EducationMatch | None = None
    strengths: list[str] | None = None
    gaps: list[str] | None = None
    recommendations: list[Recommendation] | None = None
    cv_checks: list[CvCheck] | None = None
    engine: Engine | None = None
    degraded: bool | None = None
    warnings: list[str] | None = None
    arithmetic: list[str] | None = Field(default=None, description="How each subscore came about.")
    error: AnalysisError | None = None

    @classmethod
    def of(cls, document: AnalysisDocument) -> "AnalysisView":
        result = document.result
        seconds = None
        if document.started_at and document.completed_at:
            seconds = round((document.completed_at - document.started_at).total_seconds(), 3)
        parts = {} if result is None else {name: getattr(result, name) for name in result.__slots__}
        return cls(
            id=document.id,
            user_id=document.user_id,
            cv_id=document.cv_id,
            job_id=document.job_id,
            cv_filename=document.cv_filename,
            job_title=document.job_title,
            status=document.status,
            created_at=document.created_at,
            started_at=document.started_at,
            completed_at=document.completed_at,
            processing_seconds=seconds,
            attempts=document.attempts,
            preliminary=True if result is not None and document.status == "processing" else None,
            error=document.error,
            **parts,
        )

    def to_json(self) -> dict[str, Any]:
        """Without the fields that this analysis does not have (yet); what a result holds may be null."""
        return {
            key: value
            for key, value in super().to_json().items()
            if value is not None or key in _ALWAYS_IN_ANALYSIS
        }


_ALWAYS_IN_ANALYSIS = {"jobTitle", "startedAt", "completedAt", "processingSeconds", "overallScore"}


class AnalysisSummary(CamelModel):
    id: str
    cv_id: str
    job_id: str
    cv_filename: str
    job_title: str | None = None
    status: Status
    overall_score: float | None = None
    created_at: UtcTime
    completed_at: UtcTime | None = None


class CvSummary(CamelModel):
    id: str
    filename: str
    character_count: int
    file_size: int
    created_at: UtcTime
    warnings: list[str] = Field(default_factory=list)


class CvView(CvSummary):
    content: str

    @classmethod
    def of(cls, document: CvDocument) -> Self:
        return cls.model_validate(document.model_dump())


class CvExport(CvView):
    """With what was read from it, once an analysis did."""

    profile: dict[str, Any] | None = None


class JobSummary(CamelModel):
    """``title`` as it was given, else as the matching found it in the text."""

    id: str
    title: str | None = None
    company: str | None = None
    character_count: int
    file_size: int
    source_type: SourceType
    source_url: str | None = None
    created_at: UtcTime

    @model_validator(mode="before")
    @classmethod
    def _or_the_title_found(cls, row: dict[str, Any]) -> dict[str, Any]:
        return row | {"title": row.get("title") or row.get("foundTitle")}


class JobView(JobSummary):
    content: str

    @classmethod
    def of(cls, document: JobDocument) -> Self:
        found = (document.requirements or {}).get("title")
        return cls.model_validate(document.model_dump() | {"foundTitle": found})


class JobExport(JobView):
    """With what was read from it, once an analysis did."""

    requirements: dict[str, Any] | None = None


class Accepted(CamelModel):
    """An analysis that is on its way."""

    analysis_id: str
    cv_id: str
    job_id: str
    status: Status
    status_url: str

    @classmethod
    def of(cls, document: AnalysisDocument) -> "Accepted":
        return cls(
            analysis_id=document.id,
            cv_id=document.cv_id,
            job_id=document.job_id,
            status=document.status,
            status_url=f"{ANALYSES_PATH}/{document.id}",
        )


_UNREADABLE = "Ids of documents that are stored and cannot be read. They can be deleted."


class Page(CamelModel):
    next_cursor: str | None
    total: int | None = Field(default=None, ge=0)
    unreadable: list[str] | None = Field(default=None, description=_UNREADABLE)


class AnalysisPage(Page):
    items: list[AnalysisSummary]


class CvPage(Page):
    items: list[CvSummary]


class JobPage(Page):
    items: list[JobSummary]


class FieldProblem(CamelModel):
    field: str
    message: str


class Problem(CamelModel):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    errors: list[FieldProblem] | None = None
    retry_after: int | None = None


class BatchEntry(CamelModel):
    """Accepted, or refused with its own problem."""

    index: int
    analysis_id: str | None = None
    cv_id: str | None = None
    job_id: str | None = None
    status: Status | None = None
    status_url: str | None = None
    error: Problem | None = None


class BatchAccepted(CamelModel):
    items: list[BatchEntry]


class UserData(CamelModel):
    user_id: str
    exported_at: UtcTime
    cvs: list[CvExport]
    jobs: list[JobExport]
    analyses: list[AnalysisView]
    unreadable: list[str] | None = Field(default=None, description=_UNREADABLE)


class Deleted(CamelModel):
    cvs: int
    jobs: int
    analyses: int


class Erased(CamelModel):
    deleted: Deleted


class Checks(CamelModel):
    cosmos_db: CheckState
    queue: CheckState
    openai: CheckState


class HealthReport(CamelModel):
    status: Literal["healthy", "unhealthy"]
    checks: Checks
    version: str
    timestamp: UtcTime


class Liveness(CamelModel):
    status: Literal["alive"]
    version: str
