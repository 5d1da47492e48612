"""The documents of the container, told apart by ``type``. Partition key: ``/userId``."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from shared import ids
from shared.clock import UtcTime, utc_now
from shared.matching.result import MatchResult, to_camel

type SourceType = Literal["manual", "url", "linkedin_url"]
type Status = Literal["queued", "processing", "completed", "failed"]


class CamelModel(BaseModel):
    """snake_case in Python, camelCase in JSON."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore")

    def to_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)


class StoredDocument(CamelModel):
    id: str
    user_id: str
    created_at: UtcTime = Field(default_factory=utc_now)


class TextDocument(StoredDocument):
    """A document that is known again by its text."""

    content: str
    content_hash: str
    character_count: int
    file_size: int
    """Bytes of the upload; of the UTF-8 text where text was sent."""

    @classmethod
    def of(cls, user_id: str, content: str, **others: Any) -> Self:
        """The document of a text, ``others`` beside what the text itself says."""
        kind, digest = cls.model_fields["type"].default, ids.content_hash(content)
        size = {"file_size": len(content.encode())} if "file_size" not in others else {}
        return cls(
            id=ids.text_id(kind, user_id, digest),
            user_id=user_id,
            content=content,
            content_hash=digest,
            character_count=len(content),
            **size,
            **others,
        )


class CvDocument(TextDocument):
    type: Literal["cv"] = "cv"
    filename: str
    warnings: list[str] = Field(default_factory=list)
    in_columns: bool = False
    """The file sets text in columns side by side, which its text no longer shows."""
    profile: dict[str, Any] | None = None
    """``shared.matching.Profile`` as JSON; its type is not needed here, and loading it costs cold start."""


class JobDocument(TextDocument):
    type: Literal["job"] = "job"
    title: str | None = None
    company: str | None = None
    source_type: SourceType = "manual"
    source_url: str | None = None
    requirements: dict[str, Any] | None = None
    """``shared.matching.Requirements`` as JSON."""


class AnalysisError(CamelModel):
    code: str
    message: str
    retryable: bool


class Run(CamelModel):
    """The delivery that works on an analysis: nobody else touches it before ``lease_until``."""

    id: str
    message_id: str
    lease_until: UtcTime


class AnalysisDocument(StoredDocument):
    """An analysis as stored. The result is one nested object because a patch holds ten operations at most."""

    type: Literal["analysis"] = "analysis"
    cv_id: str
    job_id: str
    cv_filename: str
    job_title: str | None = None
    status: Status = "queued"
    queued_at: UtcTime = Field(default_factory=utc_now)
    started_at: UtcTime | None = None
    completed_at: UtcTime | None = None
    attempts: int = 0
    overall_score: float | None = None
    """Beside ``result`` because lists sort by it; always there, null sorts below every number."""
    result: MatchResult | None = None
    error: AnalysisError | None = None
    rescues: int = 0
    run: Run | None = None
    correlation_id: str | None = None

    @property
    def in_flight(self) -> bool:
        return self.status in ("queued", "processing")

    @property
    def may_run_anew(self) -> bool:
        """It failed, or its result is degraded."""
        return self.status == "failed" or (
            self.status == "completed" and self.result is not None and self.result.degraded
        )


class Tombstone(StoredDocument):
    """Stands where something was deleted while a run might still write it; ids only, purged later."""

    type: Literal["tombstone"] = "tombstone"
    status: Literal["deleted"] = "deleted"
    cv_id: str | None = None
    """Of an analysis, as ``job_id``: while its tombstone stands, its run may still write these, too."""
    job_id: str | None = None

    def to_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def is_tombstone(document: dict[str, Any]) -> bool:
    return document.get("type") == "tombstone"
