"""/api/v1/users/{userId}/data: everything stored about a user, to take away or to erase."""

import asyncio
from collections.abc import Callable

from pydantic_core import to_json

from shared.clock import to_z, utc_now
from shared.cosmos import document_store
from shared.documents import AnalysisDocument, CamelModel, CvDocument, JobDocument
from shared.errors import NotFound
from shared.http import Reply, Request
from shared.store import Json
from shared.unreadable import read_each
from shared.use_cases import erase, history
from shared.views import AnalysisView, CvExport, JobExport
from shared.work_queue import work_queue


def _own_id(request: Request) -> str:
    """Somebody else's data is not found, never forbidden: existence is not revealed."""
    user_id = request.user_id
    if request.path("userId").lower() != user_id:
        raise NotFound("There is no such user.")
    request.query()
    return user_id


async def export_data(request: Request) -> Reply:
    user_id = _own_id(request)
    found = await history.export_user(document_store(), user_id)
    # Beside the event loop: a thousand analyses take half a second.
    body = await asyncio.to_thread(_export, user_id, found)
    return Reply(200, body, {"Content-Disposition": 'attachment; filename="cv-checker-data.json"'})


def _export(user_id: str, found: history.Stored) -> bytes:
    views: dict[history.Kind, Callable[[Json], CamelModel]] = {
        "cv": lambda row: CvExport.of(CvDocument.model_validate(row)),
        "job": lambda row: JobExport.of(JobDocument.model_validate(row)),
        "analysis": lambda row: AnalysisView.of(AnalysisDocument.model_validate(row)),
    }
    names: dict[history.Kind, str] = {"cv": "cvs", "job": "jobs", "analysis": "analyses"}
    body: Json = {"userId": user_id, "exportedAt": to_z(utc_now())}
    unreadable: list[str] = [row["id"] for row in found.of_no_kind]
    for kind, view in views.items():
        read, unread = read_each(found.by_kind[kind], view)
        body[names[kind]] = [one.to_json() for one in read]
        unreadable = unreadable + unread
    return to_json(body | ({"unreadable": unreadable} if unreadable else {}))


async def erase_data(request: Request) -> Reply:
    user_id = _own_id(request)
    deleted = await erase.erase_user(document_store(), work_queue(), user_id)
    return Reply(200, {"deleted": deleted})
