"""What a delete under a run leaves behind, and when the purge of it is due."""

from datetime import timedelta
from typing import cast

from shared.clock import utc_now
from shared.documents import AnalysisDocument
from shared.store import DocumentStore, Json
from shared.use_cases import erase
from shared.work_queue import AnalysisRequest, PurgeRequest, parse_message

USER = "user-00000000-0000-4000-8000-000000000000"


class Shelf:
    def __init__(self, *documents: Json) -> None:
        self.documents = {document["id"]: document for document in documents}

    async def read(self, user_id: str, document_id: str, *, operation: str) -> Json | None:
        return self.documents.get(document_id)

    async def upsert(self, document: Json, *, operation: str) -> None:
        self.documents[document["id"]] = document


class Outbox:
    def __init__(self) -> None:
        self.sent: list[tuple[AnalysisRequest | PurgeRequest, int]] = []

    async def send(self, request: AnalysisRequest | PurgeRequest, *, delay_seconds: int = 0) -> None:
        self.sent.append((request, delay_seconds))


async def test_a_purge_says_until_when_the_tombstone_stands() -> None:
    running = AnalysisDocument(
        id="analysis-1", user_id=USER, cv_id="cv-1", job_id="job-1", cv_filename="cv.md", status="processing"
    )
    shelf, outbox = Shelf(running.to_json()), Outbox()
    before = utc_now()
    await erase.delete_analysis(cast(DocumentStore, shelf), outbox, USER, "analysis-1")
    assert shelf.documents["analysis-1"]["type"] == "tombstone"
    ((request, delay),) = outbox.sent
    request = parse_message(request.model_dump_json(by_alias=True).encode())
    assert isinstance(request, PurgeRequest)
    assert request.created_before is not None
    due = request.created_before - timedelta(seconds=delay)
    assert before <= due <= utc_now()
