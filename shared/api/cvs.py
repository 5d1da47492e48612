"""/api/v1/cvs."""

from shared.api.analyses import page_reply
from shared.api.parameters import Parameters, cascade
from shared.api.sources import new_cv
from shared.api.uploads import filename_parameter, is_upload, uploaded_cv
from shared.cosmos import document_store
from shared.documents import CvDocument
from shared.http import Reply, Request
from shared.requests import CvBody, validate
from shared.use_cases import erase, history
from shared.use_cases.keep import store_cv
from shared.views import CvSummary, CvView
from shared.work_queue import work_queue


async def create_cv(request: Request) -> Reply:
    """JSON, a multipart form with the field ``file``, or the file itself with ``?filename=``."""
    user_id = request.user_id
    if is_upload(request):
        cv = await uploaded_cv(request)
    else:
        filename_parameter(request)
        cv = new_cv(validate(CvBody, request.json()))
    stored = await store_cv(document_store(), user_id, cv)
    summary = CvSummary.model_validate(stored.document)
    return Reply(201 if stored.created else 200, summary.to_json(), {"Location": f"/api/v1/cvs/{summary.id}"})


async def list_cvs(request: Request) -> Reply:
    user_id = request.user_id
    query = Parameters(request).list_query("cv")
    return page_reply(await history.list_documents(document_store(), user_id, query), CvSummary)


async def get_cv(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    body = await history.read_document(document_store(), user_id, "cv", request.document_id)
    return Reply(200, CvView.of(CvDocument.model_validate(body)).to_json())


async def delete_cv(request: Request) -> Reply:
    user_id = request.user_id
    await erase.delete_source(
        document_store(), work_queue(), user_id, request.document_id, "cv", cascade=cascade(request)
    )
    return Reply(204)
