"""Request bodies: the models carry the contract's rules, and nothing unknown passes."""

import json
import re
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SkipValidation,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError

from shared.documents import SourceType
from shared.errors import AppError, FieldError, InvalidRequest, PayloadTooLarge
from shared.matching.result import to_camel

KIB = 1024
CV_BYTES = 100 * KIB
JOB_BYTES = 50 * KIB
UPLOAD_BYTES = 5 * KIB * KIB
BATCH_ENTRIES = 20
JSON_BYTES = 1 * KIB * KIB
"""Of a request with one CV and one posting: JSON may escape every character of them."""
BATCH_JSON_BYTES = 8 * KIB * KIB
_MOST_ERRORS = 20
_MOST_FIELDS = 100


_TURNING = r"\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of what stands beside them (Unicode Standard Annex 9)."""
_UNSEEN = (
    r"\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
)
"""White space, what is ignorable by default (Unicode's DerivedCoreProperties.txt), and the empty pattern of
Braille."""
_TURNS = re.compile(f"[{_TURNING}]")
_SEEN = re.compile(rf"[^{_UNSEEN}]")


def _plain_text(text: str) -> str:
    if "\x00" in text:
        raise PydanticCustomError("control_character", "must not contain NUL characters")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise PydanticCustomError("lone_surrogate", "must not contain lone surrogates") from None
    return text


def _one_line(text: str) -> str:
    text = _TURNS.sub("", _plain_text(text)).strip()
    if not _SEEN.search(text):
        raise PydanticCustomError("blank", "must not be blank")
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise PydanticCustomError("control_character", "must not contain control characters")
    return text


def _content(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        _plain_text(text)
        if not _SEEN.search(text):
            raise PydanticCustomError("blank", "must not be blank")
        if len(text.encode()) > limit:
            raise PydanticCustomError(
                "payload_too_large", "must be at most {limit} KB of UTF-8 text", {"limit": limit // KIB}
            )
        return text

    return AfterValidator(check)


_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def _http_url(text: str) -> str:
    text = _one_line(text)
    if not _ADDRESS.fullmatch(text):
        raise PydanticCustomError("url", "must be an http or https URL")
    return text


LINE_SCHEMA: dict[str, Any] = {"pattern": rf"^[^\x00-\x1f\x7f]*[^\x00-\x1f\x7f{_UNSEEN}][^\x00-\x1f\x7f]*$"}
_URL: dict[str, Any] = {"pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s\x00-\x1f\x7f\x85]+$"}
_TEXT: dict[str, Any] = {"pattern": rf"^[^\x00]*[^\x00{_UNSEEN}][^\x00]*$", "minLength": 1}

type Filename = Annotated[
    str, Field(max_length=255, json_schema_extra=LINE_SCHEMA), AfterValidator(_one_line)
]
type Title = Annotated[str, Field(max_length=300, json_schema_extra=LINE_SCHEMA), AfterValidator(_one_line)]
type Url = Annotated[str, Field(max_length=2048, json_schema_extra=_URL), AfterValidator(_http_url)]
type DocumentId = Annotated[
    str, Field(min_length=1, max_length=100, json_schema_extra=LINE_SCHEMA), AfterValidator(_one_line)
]


def _must_give(field: str, message: str) -> PydanticCustomError:
    return PydanticCustomError("field_rule", "{message}", {"field": field, "message": message})


class RequestModel(BaseModel):
    """Unknown fields are refused; null stands for a field that is left out, unless that has a default."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=False,
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        reference = handler(core_schema)
        schema = handler.resolve_ref_schema(reference)
        schema.update(cls.schema_rules())
        return reference

    @classmethod
    def schema_rules(cls) -> dict[str, Any]:
        """JSON Schema of the rules between fields."""
        return {}


def _one_required(*names: str) -> dict[str, Any]:
    return {"oneOf": [_given(name) for name in names]}


def _given(name: str, **schema: Any) -> dict[str, Any]:
    return {"required": [name], "properties": {name: schema or {"not": {"type": "null"}}}}


class CvBody(RequestModel):
    """A CV as text."""

    filename: Filename = Field(examples=["sam-sample.md"])
    content: Annotated[str, _content(CV_BYTES), Field(json_schema_extra=_TEXT)] = Field(
        examples=["# Sam Sample\n\n- 2019 – today: Nurse, …"]
    )


class FileName(RequestModel):
    """The query of a file as the body."""

    filename: Filename | None = None


class JobBody(RequestModel):
    """A posting as text, or the address of one."""

    content: Annotated[str, _content(JOB_BYTES), Field(json_schema_extra=_TEXT)] | None = Field(
        default=None, examples=["We are looking for a nurse …"]
    )
    title: Title | None = Field(default=None, examples=["Staff nurse, intensive care"])
    source_type: SourceType = "manual"
    source_url: Url | None = None

    @classmethod
    def schema_rules(cls) -> dict[str, Any]:
        by_address = [_given("sourceType", enum=["url", "linkedin_url"]), _given("sourceUrl")]
        return {"anyOf": [_given("content"), {"allOf": by_address}]}

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if self.content is None and self.source_type == "manual":
            raise _must_give("content", "is required when sourceType is manual")
        if self.content is None and self.source_url is None:
            raise _must_give("sourceUrl", "is required when there is no content")
        return self


class CvReference(RequestModel):
    cv_id: DocumentId


class JobReference(RequestModel):
    job_id: DocumentId


class AnalyzeBody(RequestModel):
    """Exactly one of cv and cvId, exactly one of job and jobId."""

    cv: CvBody | None = None
    cv_id: DocumentId | None = None
    job: JobBody | None = None
    job_id: DocumentId | None = None
    force: bool = False

    @classmethod
    def schema_rules(cls) -> dict[str, Any]:
        return {"allOf": [_one_required("cv", "cvId"), _one_required("job", "jobId")]}

    @model_validator(mode="after")
    def _exactly_one_of_each(self) -> Self:
        _exactly_one("cv", self.cv, self.cv_id)
        _exactly_one("job", self.job, self.job_id)
        return self


# Described, not checked: the errors of an entry are that entry's alone.
type JobEntry = SkipValidation[JobBody | JobReference]
type CvEntry = SkipValidation[CvBody | CvReference]


class BatchBody(RequestModel):
    """One CV with many postings, or one posting with many CVs. The entries are checked one by one."""

    cv: CvBody | None = None
    cv_id: DocumentId | None = None
    jobs: list[JobEntry] | None = Field(default=None, min_length=1, max_length=BATCH_ENTRIES)
    job: JobBody | None = None
    job_id: DocumentId | None = None
    cvs: list[CvEntry] | None = Field(default=None, min_length=1, max_length=BATCH_ENTRIES)
    force: bool = False

    @classmethod
    def schema_rules(cls) -> dict[str, Any]:
        def side(one: str, many: str) -> dict[str, Any]:
            absent = {name: {"type": "null"} for name in (many, f"{many}Id", f"{one}s")}
            return {"allOf": [_given(f"{many}s"), _one_required(one, f"{one}Id"), {"properties": absent}]}

        return {"oneOf": [side("cv", "job"), side("job", "cv")]}

    @model_validator(mode="after")
    def _one_against_many(self) -> Self:
        if (self.jobs is None) == (self.cvs is None):
            raise _must_give("jobs", "give either jobs (with one cv) or cvs (with one job)")
        if self.jobs is not None:
            _exactly_one("cv", self.cv, self.cv_id)
            _none_of("job", self.job, self.job_id)
        else:
            _exactly_one("job", self.job, self.job_id)
            _none_of("cv", self.cv, self.cv_id)
        return self


def _exactly_one(name: str, body: object, reference: object) -> None:
    if (body is None) == (reference is None):
        raise _must_give(name, f"give exactly one of {name} and {name}Id")


def _none_of(name: str, body: object, reference: object) -> None:
    if body is not None or reference is not None:
        raise _must_give(name, f"{name} and {name}Id do not go with {name}s")


def parse_json(body: bytes, *, limit: int = JSON_BYTES) -> Any:
    """Raises PayloadTooLarge or InvalidRequest; their text never quotes the body."""
    if len(body) > limit:
        raise PayloadTooLarge(
            f"The request body must be at most {limit // KIB} KB.", [FieldError("body", "is too large")]
        )
    if not body.strip():
        raise InvalidRequest("The request needs a JSON body.", [FieldError("body", "is required")])
    try:
        return json.loads(
            body.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_object_of
        )
    except RecursionError:
        raise InvalidRequest(
            "The request body is nested too deeply.", [FieldError("body", "is nested too deeply")]
        ) from None
    except ValueError:
        raise InvalidRequest(
            "The request body is not valid JSON in UTF-8.", [FieldError("body", "is not valid JSON")]
        ) from None


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Raises InvalidRequest for a name that is given twice, as readers differ in which one counts (RFC 8259),
    and for more fields than anything here has, rather than look at each.
    """
    if len(pairs) > _MOST_FIELDS:
        raise InvalidRequest(
            "The request body has too many fields.", [FieldError("body", "has too many fields")]
        )
    found = dict(pairs)
    if len(found) < len(pairs):
        raise InvalidRequest(
            "The request body gives the same field twice.", [FieldError("body", "gives a field twice")]
        )
    return found


def validate[Model: BaseModel](model: type[Model], data: Any, *, prefix: str = "") -> Model:
    """The model, or the problem with every field's error; ``prefix`` goes before the fields' names."""
    if not isinstance(data, dict):
        raise InvalidRequest(
            "The request body must be a JSON object.", [FieldError(prefix or "body", "must be an object")]
        )
    try:
        return model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as invalid:
        raise _refusal(invalid, prefix) from None


def _refusal(invalid: ValidationError, prefix: str) -> AppError:
    found = invalid.errors(include_url=False, include_input=False)[:_MOST_ERRORS]
    errors = [FieldError(_path_of(one, prefix), one["msg"]) for one in found]
    if any(one["type"] == "payload_too_large" for one in found):
        return PayloadTooLarge("A text of the request is too long.", errors)
    return InvalidRequest("The request is not as the API describes it; see errors.", errors)


def _path_of(error: ErrorDetails, prefix: str) -> str:
    """Names of unknown fields are the client's text: shortened, and printable only."""
    parts = [prefix, *map(str, error["loc"]), error.get("ctx", {}).get("field", "")]
    text = ".".join(filter(None, parts)) or "body"
    return "".join(character if character.isprintable() else "?" for character in text)[:120]
