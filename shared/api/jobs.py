"""/api/v1/jobs."""

from shared.api.analyses import page_reply
from shared.api.parameters import Parameters, cascade
from shared.api.sources import new_job
from shared.cosmos import document_store
from shared.documents import JobDocument
from shared.http import Reply, Request
from shared.requests import JobBody, validate
from shared.use_cases import erase, history
from shared.use_cases.keep import store_job
from shared.views import JobSummary, JobView
from shared.work_queue import work_queue


async def create_job(request: Request) -> Reply:
    """The posting's text, or its address for the server to read."""
    user_id = request.user_id
    request.query()
    job = await new_job(validate(JobBody, request.json()), user_id=user_id)
    stored = await store_job(document_store(), user_id, job)
    summary = JobSummary.model_validate(stored.document)
    return Reply(
        201 if stored.created else 200, summary.to_json(), {"Location": f"/api/v1/jobs/{summary.id}"}
    )


async def list_jobs(request: Request) -> Reply:
    user_id = request.user_id
    given = Parameters(request, "sourceType")
    source_type = given.choice("sourceType", ("manual", "url", "linkedin_url"))
    query = given.list_query(
        "job",
        filters=("c.sourceType = @sourceType",) if source_type else (),
        parameters={"@sourceType": source_type} if source_type else {},
    )
    return page_reply(await history.list_documents(document_store(), user_id, query), JobSummary)


async def get_job(request: Request) -> Reply:
    user_id = request.user_id
    request.query()
    body = await history.read_document(document_store(), user_id, "job", request.document_id)
    return Reply(200, JobView.of(JobDocument.model_validate(body)).to_json())


async def delete_job(request: Request) -> Reply:
    user_id = request.user_id
    await erase.delete_source(
        document_store(), work_queue(), user_id, request.document_id, "job", cascade=cascade(request)
    )
    return Reply(204)
