"""The HTTP contract as data: every operation with its parameters, body, answers and problems.

The OpenAPI description and the docs page are made from it and from the models that the handlers use; a test
compares it with the routes that the worker reports.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from shared.api.parameters import DEFAULT_LIMIT, MAX_LIMIT
from shared.requests import LINE_SCHEMA, AnalyzeBody, BatchBody, CvBody, JobBody
from shared.views import (
    Accepted,
    AnalysisPage,
    AnalysisView,
    BatchAccepted,
    CvPage,
    CvSummary,
    CvView,
    Erased,
    HealthReport,
    JobPage,
    JobSummary,
    JobView,
    Liveness,
    UserData,
)

BASE = "/api/v1"

type Json = dict[str, Any]
type Method = Literal["get", "post", "delete"]

PROBLEMS: dict[str, tuple[int, str]] = {
    "missing_user_id": (401, "The header X-User-Id is missing."),
    "invalid_user_id": (400, "The header X-User-Id is malformed."),
    "invalid_request": (400, "The request is not as described; `errors` names the fields."),
    "not_found": (404, "There is no such document of this user."),
    "method_not_allowed": (405, "The path is known, the method is not; `Allow` names those there are."),
    "conflict": (409, "The document's state does not allow it."),
    "payload_too_large": (413, "The body, a text or a file is too large."),
    "unsupported_media_type": (415, "The body is not of a supported type."),
    "posting_unreadable": (422, "The posting could not be read from its address; paste its text."),
    "unreadable_file": (422, "The file is encrypted, damaged or holds no text."),
    "too_many_requests": (429, "The day's limit of new analyses is reached."),
    "internal_error": (500, "A defect of ours."),
    "unreadable_document": (500, "A stored document cannot be read; it can be deleted."),
    "service_unavailable": (
        503,
        "A store does not answer, or too much is going on; try again after Retry-After seconds.",
    ),
}
_USER = ("missing_user_id", "invalid_user_id", "invalid_request", "internal_error", "service_unavailable")
_BODY = ("payload_too_large", "unsupported_media_type")
_ONE = ("not_found",)
_READ = ("unreadable_document",)
_ANY = ("internal_error",)


def _query(name: str, schema: Json, description: str) -> Json:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _path(name: str, description: str, example: str) -> Json:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": {"type": "string", "minLength": 1},
        "example": example,
    }


_FLAG: Json = {"type": "string", "enum": ["true", "false"], "default": "false"}
_PAGE = (
    _query(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
        "Items a page.",
    ),
    _query(
        "cursor", {"type": "string", "minLength": 1}, "`nextCursor` of the page before, of the same query."
    ),
    _query("order", {"type": "string", "enum": ["asc", "desc"], "default": "desc"}, "Sort order."),
    _query("includeTotal", _FLAG, "Count all that match, too."),
)
_ID: Json = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}$"}
_IDS = "^[A-Za-z0-9_-]{1,100}(,[A-Za-z0-9_-]{1,100}){0,49}$"
_SCORE: Json = {"type": "number", "minimum": 0, "maximum": 100}
_ANALYSIS_FILTERS = (
    _query(
        "sortBy",
        {"type": "string", "enum": ["createdAt", "overallScore"], "default": "createdAt"},
        "Sort key.",
    ),
    _query("cvId", _ID, "Only of this CV."),
    _query("jobId", _ID, "Only of this posting."),
    _query(
        "status", {"type": "string", "enum": ["queued", "processing", "completed", "failed"]}, "Only with it."
    ),
    _query("minScore", _SCORE, "Least overall score; not above maxScore."),
    _query("maxScore", _SCORE, "Greatest overall score."),
    _query("ids", {"type": "string", "pattern": _IDS}, "Up to 50 ids, separated by commas."),
)
_CASCADE = (_query("cascade", _FLAG, "Delete the analyses that used it, too."),)
_SOURCE = (
    _query(
        "sourceType", {"type": "string", "enum": ["manual", "url", "linkedin_url"]}, "Only of this source."
    ),
)
WAIT: Json = {
    "name": "Prefer",
    "in": "header",
    "description": "`wait=N` (RFC 7240): answer when the analysis has ended, after N seconds (30) at the latest.",
    "schema": {"type": "string"},
    "example": "wait=10",
}
_IF_NONE_MATCH: Json = {
    "name": "If-None-Match",
    "in": "header",
    "description": "An `ETag` of before: 304 if nothing changed.",
    "schema": {"type": "string"},
}


@dataclass(frozen=True, slots=True)
class Operation:
    """``answers``: status → (description, model); ``files``: the body may be a file as well."""

    method: Method
    path: str
    name: str
    """The function's name in function_app.py."""
    summary: str
    answers: dict[int, tuple[str, type[BaseModel] | None]]
    parameters: tuple[Json, ...] = ()
    body: type[BaseModel] | None = None
    example: Json | None = None
    files: bool = False
    media_type: str = "application/json"
    """Of the answers."""
    problems: tuple[str, ...] = ()
    user: bool = True
    headers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Of an answer, always."""
    occasional_headers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    """Operations on what the answers name: (operation, JSON pointer of its id)."""


_CV_EXAMPLE = {
    "filename": "sam-sample.md",
    "content": "# Sam Sample\n\n- since 2019: electrician, Notional Homes",
}
_JOB_EXAMPLE = {"content": "We are looking for an electrician with a gold card.", "title": "Electrician"}
_ANALYSIS = _path("id", "The analysis.", "analysis-1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed")
_CV = _path("id", "The CV.", "cv-1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed")
_JOB = _path("id", "The posting.", "job-1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed")
_SELF = _path("userId", "The header's user id.", "user-9b2f7c1e-3c58-4f0e-8a5d-2d6c1f4a8e31")

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "post",
        "/analyze",
        "analyze",
        "Analyse a CV against a posting",
        {
            202: ("Accepted; read it at `statusUrl`.", Accepted),
            200: ("It exists and is completed, or finished within the wait.", AnalysisView),
        },
        parameters=(WAIT,),
        body=AnalyzeBody,
        example={"cv": _CV_EXAMPLE, "job": _JOB_EXAMPLE},
        problems=(*_USER, *_BODY, *_ONE, *_READ, "posting_unreadable", "too_many_requests"),
        headers={202: ("Location", "Retry-After"), 200: ("ETag",)},
        occasional_headers={202: ("Preference-Applied",), 200: ("Preference-Applied",)},
        links=(
            ("get_analysis", "/analysisId"),
            ("retry_analysis", "/analysisId"),
            ("get_cv", "/cvId"),
            ("get_job", "/jobId"),
        ),
    ),
    Operation(
        "post",
        "/analyze/batch",
        "analyze_batch",
        "Analyse one CV against many postings, or many CVs against one",
        {202: ("One entry each, in order: accepted, or its problem.", BatchAccepted)},
        body=BatchBody,
        example={"cv": _CV_EXAMPLE, "jobs": [_JOB_EXAMPLE]},
        problems=(*_USER, *_BODY, *_ONE, *_READ, "posting_unreadable", "too_many_requests"),
        headers={202: ("Retry-After",)},
        links=(("get_analysis", "/items/0/analysisId"), ("delete_analysis", "/items/0/analysisId")),
    ),
    Operation(
        "get",
        "/analyses",
        "list_analyses",
        "List analyses",
        {200: ("A page of summaries.", AnalysisPage)},
        parameters=(*_PAGE, *_ANALYSIS_FILTERS),
        problems=_USER,
    ),
    Operation(
        "get",
        "/analyses/{id}",
        "get_analysis",
        "Read an analysis",
        {200: ("The whole analysis.", AnalysisView), 304: ("Not modified.", None)},
        parameters=(_ANALYSIS, WAIT, _IF_NONE_MATCH),
        problems=(*_USER, *_ONE, *_READ),
        headers={200: ("ETag",), 304: ("ETag",)},
        occasional_headers={200: ("Preference-Applied", "Retry-After")},
    ),
    Operation(
        "delete",
        "/analyses/{id}",
        "delete_analysis",
        "Delete an analysis",
        {204: ("Deleted.", None)},
        parameters=(_ANALYSIS,),
        problems=(*_USER, *_ONE),
    ),
    Operation(
        "post",
        "/analyses/{id}/retry",
        "retry_analysis",
        "Run a failed or degraded analysis again",
        {202: ("Accepted again.", Accepted)},
        parameters=(_ANALYSIS,),
        problems=(*_USER, *_ONE, *_READ, "conflict"),
        headers={202: ("Location", "Retry-After")},
    ),
    Operation(
        "post",
        "/cvs",
        "create_cv",
        "Store a CV: text, or a .md .txt .pdf .docx file",
        {
            201: ("Stored.", CvSummary),
            200: ("The same content is stored already.", CvSummary),
        },
        parameters=(
            _query(
                "filename",
                {"type": "string", "minLength": 1, "maxLength": 255, **LINE_SCHEMA},
                "With a file as the body; JSON has it inside.",
            ),
        ),
        body=CvBody,
        example=_CV_EXAMPLE,
        files=True,
        problems=(*_USER, *_BODY, *_READ, "unreadable_file"),
        headers={201: ("Location",), 200: ("Location",)},
        links=(("get_cv", "/id"), ("delete_cv", "/id")),
    ),
    Operation(
        "get",
        "/cvs",
        "list_cvs",
        "List CVs",
        {200: ("A page, without content.", CvPage)},
        parameters=_PAGE,
        problems=_USER,
    ),
    Operation(
        "get",
        "/cvs/{id}",
        "get_cv",
        "Read a CV",
        {200: ("The CV with its text.", CvView)},
        parameters=(_CV,),
        problems=(*_USER, *_ONE, *_READ),
    ),
    Operation(
        "delete",
        "/cvs/{id}",
        "delete_cv",
        "Delete a CV",
        {204: ("Deleted.", None)},
        parameters=(_CV, *_CASCADE),
        problems=(*_USER, *_ONE),
    ),
    Operation(
        "post",
        "/jobs",
        "create_job",
        "Store a posting: text, or its address",
        {201: ("Stored.", JobSummary), 200: ("The same content is stored already.", JobSummary)},
        body=JobBody,
        example=_JOB_EXAMPLE,
        problems=(*_USER, *_BODY, *_READ, "posting_unreadable"),
        headers={201: ("Location",), 200: ("Location",)},
        links=(("get_job", "/id"), ("delete_job", "/id")),
    ),
    Operation(
        "get",
        "/jobs",
        "list_jobs",
        "List postings",
        {200: ("A page, without content.", JobPage)},
        parameters=(*_PAGE, *_SOURCE),
        problems=_USER,
    ),
    Operation(
        "get",
        "/jobs/{id}",
        "get_job",
        "Read a posting",
        {200: ("The posting with its text.", JobView)},
        parameters=(_JOB,),
        problems=(*_USER, *_ONE, *_READ),
    ),
    Operation(
        "delete",
        "/jobs/{id}",
        "delete_job",
        "Delete a posting",
        {204: ("Deleted.", None)},
        parameters=(_JOB, *_CASCADE),
        problems=(*_USER, *_ONE),
    ),
    Operation(
        "get",
        "/users/{userId}/data",
        "export_data",
        "Export everything stored about the user",
        {200: ("One JSON download.", UserData)},
        parameters=(_SELF,),
        problems=(*_USER, *_ONE),
        headers={200: ("Content-Disposition",)},
    ),
    Operation(
        "delete",
        "/users/{userId}/data",
        "erase_data",
        "Erase everything stored about the user",
        {200: ("How much was deleted.", Erased)},
        parameters=(_SELF,),
        problems=(*_USER, *_ONE),
    ),
    Operation(
        "get",
        "/health",
        "health",
        "Whether the dependencies answer",
        {200: ("Healthy.", HealthReport), 503: ("Unhealthy.", HealthReport)},
        problems=_ANY,
        headers={503: ("Retry-After",)},
        user=False,
    ),
    Operation(
        "get",
        "/health/live",
        "health_live",
        "Whether the process answers",
        {200: ("It does.", Liveness)},
        problems=_ANY,
        user=False,
    ),
    Operation(
        "get",
        "/openapi.json",
        "openapi_json",
        "This description",
        {200: ("OpenAPI 3.1.", None)},
        problems=_ANY,
        user=False,
    ),
    Operation(
        "get",
        "/docs",
        "docs_page",
        "This description as a page",
        {200: ("A page that needs nothing from elsewhere.", None)},
        problems=_ANY,
        media_type="text/html",
        user=False,
    ),
    Operation(
        "get",
        "/docs.css",
        "docs_style",
        "The page's style",
        {200: ("A style sheet.", None)},
        problems=_ANY,
        media_type="text/css",
        user=False,
    ),
)
