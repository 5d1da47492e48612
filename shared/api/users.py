"""/api/v1/users/{userId}/data: everything stored about a user, to take away or to erase."""

import asyncio

from pydantic_core import to_json

from shared.clock import to_z, utc_now
from shared.cosmos import document_store
from shared.documents import AnalysisDocument, CvDocument, JobDocument
from shared.errors import NotFound
from shared.http import Reply, Request
from shared.store import Json
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


def _export(user_id: str, found: dict[history.Kind, list[Json]]) -> bytes:
    return to_json(
        {
            "userId": user_id,
            "exportedAt": to_z(utc_now()),
            "cvs": [CvExport.of(CvDocument.model_validate(row)).to_json() for row in found["cv"]],
            "jobs": [JobExport.of(JobDocument.model_validate(row)).to_json() for row in found["job"]],
            "analyses": [
                AnalysisView.of(AnalysisDocument.model_validate(row)).to_json() for row in found["analysis"]
            ],
        }
    )


async def erase_data(request: Request) -> Reply:
    user_id = _own_id(request)
    deleted = await erase.erase_user(document_store(), work_queue(), user_id)
    return Reply(200, {"deleted": deleted})
