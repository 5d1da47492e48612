"""What a delete under a run leaves behind, and what the purge of it is of."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import cast

import pytest

from shared.clock import utc_now
from shared.documents import AnalysisDocument, CvDocument, JobDocument
from shared.logs import bind_log_context
from shared.store import DocumentStore, Json
from shared.use_cases import erase
from shared.use_cases.purge import purge_delay_seconds
from shared.work_queue import AnalysisRequest, PurgeRequest, parse_message

USER = "user-00000000-0000-4000-8000-000000000000"


class Shelf:
    def __init__(self, *documents: Json) -> None:
        self.documents = {document["id"]: document for document in documents}

    async def read(self, user_id: str, document_id: str, *, operation: str) -> Json | None:
        return self.documents.get(document_id)

    async def upsert(self, document: Json, *, operation: str) -> None:
        self.documents[document["id"]] = document

    async def delete(self, user_id: str, document_id: str, *, operation: str, etag: str | None) -> bool:
        return self.documents.pop(document_id, None) is not None

    async def query(
        self,
        user_id: str,
        text: str,
        parameters: Mapping[str, object],
        *,
        operation: str,
        page_size: int = 100,
    ) -> AsyncIterator[Json]:
        asked = [self.documents.get(str(one)) for one in parameters.values()]
        for document in asked if "c.id IN" in text else list(self.documents.values()):
            if document is not None and ("c.type IN" not in text or document["type"] != "tombstone"):
                yield document


class Changing(Shelf):
    """What is to be deleted first is changed in that moment."""

    changed = False

    async def delete(self, user_id: str, document_id: str, *, operation: str, etag: str | None) -> bool:
        if not self.changed:
            self.changed = True
            return False
        return await super().delete(user_id, document_id, operation=operation, etag=etag)


class Outbox:
    def __init__(self) -> None:
        self.sent: list[tuple[AnalysisRequest | PurgeRequest, int]] = []

    async def send(self, request: AnalysisRequest | PurgeRequest, *, delay_seconds: int = 0) -> None:
        self.sent.append((request, delay_seconds))


async def test_a_purge_says_when_the_deletion_was_and_who_sent_it() -> None:
    running = AnalysisDocument(
        id="analysis-1", user_id=USER, cv_id="cv-1", job_id="job-1", cv_filename="cv.md", status="processing"
    )
    shelf, outbox = Shelf(running.to_json()), Outbox()
    bind_log_context(requestId="the-deletion")
    before = utc_now()
    await erase.delete_analysis(cast(DocumentStore, shelf), outbox, USER, "analysis-1")
    assert shelf.documents["analysis-1"]["type"] == "tombstone"
    ((request, delay),) = outbox.sent
    assert delay == purge_delay_seconds()
    request = parse_message(request.model_dump_json(by_alias=True).encode())
    assert isinstance(request, PurgeRequest)
    assert request.created_before is not None
    deleted = request.created_before - timedelta(seconds=5)  # by which clocks may differ
    assert before <= deleted <= utc_now()
    assert request.correlation_id == "the-deletion"


async def test_a_second_look_leaves_the_tombstones_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erase, "_SETTLE_DELAYS", ())
    running = AnalysisDocument(id="analysis-1", user_id=USER, cv_id="cv-1", job_id="job", cv_filename="cv.md")
    text = CvDocument.of(USER, "text", filename="cv.md").to_json()
    shelf, outbox = Changing(running.to_json(), text), Outbox()
    counts = await erase.erase_user(cast(DocumentStore, shelf), outbox, USER)
    assert counts == {"cvs": 1, "jobs": 0, "analyses": 1}
    assert [one["type"] for one in shelf.documents.values()] == ["tombstone"]
    assert [request.document_ids for request, _ in outbox.sent if isinstance(request, PurgeRequest)] == [
        ["analysis-1"]
    ]


async def test_nothing_of_a_great_deletion_comes_back_while_it_settles() -> None:
    analyses = [
        AnalysisDocument(id=f"analysis-{n}", user_id=USER, cv_id=f"cv-{n}", job_id="job", cv_filename="cv.md")
        for n in range(150)
    ]
    texts = [
        CvDocument.of(USER, f"text {n}", filename="cv.md").to_json() | {"id": f"cv-{n}"} for n in range(150)
    ]
    job = JobDocument.of(USER, "posting").to_json() | {"id": "job"}
    shelf, outbox = Shelf(*(one.to_json() for one in analyses), *texts, job), Outbox()
    deletion = asyncio.create_task(erase.erase_user(cast(DocumentStore, shelf), outbox, USER))
    async with asyncio.timeout(5):
        while {one["type"] for one in shelf.documents.values()} != {"tombstone"}:
            await asyncio.sleep(0)
    shelf.documents |= {one["id"]: one for one in texts}  # runs that were just returning
    await deletion
    assert {one["type"] for one in shelf.documents.values()} == {"tombstone"}
    assert (
        sum(len(request.document_ids) for request, _ in outbox.sent if isinstance(request, PurgeRequest))
        == 301
    )
