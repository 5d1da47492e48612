"""The table of contents of the app: every trigger, route and binding, each handed over to ``shared/``."""

import azure.functions as func

from shared import worker
from shared.api import analyses, cvs, docs, fallback, jobs, operations, pages, users
from shared.cosmos import CONTAINER, DATABASE
from shared.http import ALL_SECONDS, respond
from shared.work_queue import POISON_QUEUE, QUEUE

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)

STORAGE = "AzureWebJobsStorage"
COSMOS = "COSMOS"


@app.route("api/v1/analyze", methods=["POST"])
async def analyze(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, analyses.analyze)


@app.route("api/v1/analyze/batch", methods=["POST"])
async def analyze_batch(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, analyses.analyze_batch)


@app.route("api/v1/analyses", methods=["GET", "HEAD"])
async def list_analyses(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, analyses.list_analyses)


@app.route("api/v1/analyses/{id}", methods=["GET", "HEAD"])
async def get_analysis(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, analyses.get_analysis)


@app.route("api/v1/analyses/{id}", methods=["DELETE"])
async def delete_analysis(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, analyses.delete_analysis)


@app.route("api/v1/analyses/{id}/retry", methods=["POST"])
async def retry_analysis(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, analyses.retry_analysis)


@app.route("api/v1/cvs", methods=["POST"])
async def create_cv(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, cvs.create_cv)


@app.route("api/v1/cvs", methods=["GET", "HEAD"])
async def list_cvs(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, cvs.list_cvs)


@app.route("api/v1/cvs/{id}", methods=["GET", "HEAD"])
async def get_cv(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, cvs.get_cv)


@app.route("api/v1/cvs/{id}", methods=["DELETE"])
async def delete_cv(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, cvs.delete_cv, seconds=ALL_SECONDS)


@app.route("api/v1/jobs", methods=["POST"])
async def create_job(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, jobs.create_job)


@app.route("api/v1/jobs", methods=["GET", "HEAD"])
async def list_jobs(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, jobs.list_jobs)


@app.route("api/v1/jobs/{id}", methods=["GET", "HEAD"])
async def get_job(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, jobs.get_job)


@app.route("api/v1/jobs/{id}", methods=["DELETE"])
async def delete_job(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, jobs.delete_job, seconds=ALL_SECONDS)


@app.route("api/v1/users/{userId}/data", methods=["GET", "HEAD"])
async def export_data(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, users.export_data, seconds=ALL_SECONDS)


@app.route("api/v1/users/{userId}/data", methods=["DELETE"])
async def erase_data(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, users.erase_data, seconds=ALL_SECONDS)


@app.route("api/v1/health", methods=["GET", "HEAD"])
async def health(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, operations.health)


@app.route("api/v1/health/live", methods=["GET", "HEAD"])
async def health_live(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, operations.live)


@app.route("api/v1/openapi.json", methods=["GET", "HEAD"])
async def openapi_json(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, docs.describe)


@app.route("api/v1/docs", methods=["GET", "HEAD"])
async def docs_page(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, docs.docs)


@app.route("api/v1/docs.css", methods=["GET", "HEAD"])
async def docs_style(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, docs.style)


# The host tries routes in the order of the functions' names, whatever their literals
# (Azure/azure-functions-host, issue 9876): this one's name comes after those of all the others under api/.
@app.route("api/{*path}", methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def unknown_path(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, fallback.unknown_path)


# For the same reason this one does not match what is somebody else's.
@app.route(r"{*path:regex(^(?!(api|admin|runtime)\b))}", methods=["GET", "HEAD"])
async def web_page(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, pages.page)


@app.route("/", methods=["GET", "HEAD"])
async def web_start(req: func.HttpRequest) -> func.HttpResponse:
    return await respond(req, pages.page)


@app.queue_trigger(arg_name="message", queue_name=QUEUE, connection=STORAGE)
@app.cosmos_db_output(
    arg_name="documents", database_name=DATABASE, container_name=CONTAINER, connection=COSMOS
)
async def run_analysis(message: func.QueueMessage, documents: func.Out[func.DocumentList]) -> None:
    written = await worker.work(message)
    if written:
        documents.set(func.DocumentList(func.Document.from_dict(one) for one in written))


@app.queue_trigger(arg_name="message", queue_name=POISON_QUEUE, connection=STORAGE)
async def bury_poisoned(message: func.QueueMessage) -> None:
    await worker.poisoned(message)


@app.timer_trigger(arg_name="timer", schedule="%RESCUE_SCHEDULE%", run_on_startup=False, use_monitor=False)
async def rescue_stuck(timer: func.TimerRequest) -> None:
    await worker.rescue_stuck()
