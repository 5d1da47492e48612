"""The old service's documents: snake_case, one anonymous user, results as its endpoint answered them.

Fields that are not named here are left behind. What is named is held to the rules of the new API.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from shared.clock import utc_now
from shared.matching.result import Priority

OLD_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}")
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)


def _as_text(value: object) -> object:
    """Browsers made ids of the clock: whole numbers."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _plausible(moment: datetime) -> datetime:
    """In UTC, which is what the old service meant where it wrote no offset."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not _EARLIEST <= aware <= utc_now() + timedelta(days=1):
        raise PydanticCustomError("implausible_date", "must lie between 2000 and now")
    return aware.astimezone(UTC)


def _none_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _object_of(field: str) -> BeforeValidator:
    """Lists of the old service hold texts or objects; a text is an object with this one field."""
    return BeforeValidator(lambda value: {field: value} if isinstance(value, str) else value)


type OldId = Annotated[str, BeforeValidator(_as_text), Field(pattern=f"^{OLD_ID.pattern}$")]
type Moment = Annotated[datetime, AfterValidator(_plausible)]
type Text = Annotated[str, Field(min_length=1, max_length=4000)]
type OptionalText = Annotated[str | None, Field(max_length=300), BeforeValidator(_none_if_blank)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: Any) -> Any:
        """FastAPI writes null for what an optional field does not have."""
        return (
            {key: value for key, value in data.items() if value is not None}
            if isinstance(data, dict)
            else data
        )


class _OldDocument(_Shape):
    id: OldId
    created_at: Moment


class OldCv(_OldDocument):
    filename: OptionalText = None
    content: str


class OldJob(_OldDocument):
    content: str = Field(validation_alias=AliasChoices("job_description", "content"))
    title: OptionalText = Field(default=None, validation_alias=AliasChoices("title", "job_title"))
    company: OptionalText = None
    source_type: OptionalText = None
    source_url: Annotated[str | None, BeforeValidator(_none_if_blank)] = None


class OldSkill(_Shape):
    skill: Text = Field(validation_alias=AliasChoices("skill", "skill_name", "name"))
    matched: bool = True
    required: bool = True


class OldRecommendation(_Shape):
    action: Text = Field(validation_alias=AliasChoices("recommendation", "action", "text"))
    priority: Annotated[Priority, BeforeValidator(lambda value: str(value).lower())] = "medium"
    category: OptionalText = None
    rationale: Annotated[str, Field(max_length=4000)] = Field(
        default="", validation_alias=AliasChoices("rationale", "reason")
    )


class OldAnalysis(_OldDocument):
    cv_id: OldId
    job_id: OldId
    cv_filename: OptionalText = None
    job_title: OptionalText = None
    overall_score: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
    skill_matches: list[Annotated[OldSkill, _object_of("skill")]] = Field(default=[], max_length=500)
    strengths: list[Text] = Field(default=[], max_length=100)
    gaps: list[Text] = Field(default=[], max_length=100)
    recommendations: list[Annotated[OldRecommendation, _object_of("action")]] = Field(
        default=[], max_length=100
    )


type OldKind = Literal["cv", "job", "analysis"]
