"""The last delivery of a message that fails: its analysis ends with it, and nothing but a code is told."""

from typing import Any

import azure.functions as func
import pytest

from shared import worker
from shared.settings import SettingsError
from shared.store import Json, StoreUnavailable
from shared.use_cases.run import RunFailed
from shared.work_queue import AnalysisRequest

REQUEST = AnalysisRequest(user_id="user", analysis_id="analysis-1", cv_id="cv-1", job_id="job-1")


class Message(func.QueueMessage):
    id = "message-1"

    def __init__(self, delivery: int) -> None:
        self.dequeue_count = delivery  # type: ignore[misc]

    dequeue_count = 1

    def get_body(self) -> bytes:
        return REQUEST.model_dump_json(by_alias=True).encode()


class Shelf:
    def __init__(self, error: Exception) -> None:
        self.error = error
        self.patched: list[Json] = []

    async def query(self, *_: Any, **__: Any) -> Any:
        raise self.error
        yield

    async def patch(self, user_id: str, document_id: str, changes: Json, **_: Any) -> Json:
        if isinstance(self.error, SettingsError):
            raise self.error
        self.patched.append({"id": document_id, **changes})
        return changes


@pytest.mark.parametrize(
    ("error", "delivery", "told", "ended"),
    [
        (KeyError("Canary Tweetington"), 3, "KeyError", ["analysis-1"]),
        (KeyError("Canary Tweetington"), 2, "KeyError", []),
        (StoreUnavailable(), 3, "store_unavailable", []),
        (SettingsError("COSMOS must be set"), 3, "settings_invalid", []),
    ],
    ids=("a defect", "not the last", "the store is away", "a setting is wrong"),
)
async def test_the_last_delivery_ends_what_failed_by_itself(
    error: Exception, delivery: int, told: str, ended: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(error)
    monkeypatch.setattr(worker, "document_store", lambda: shelf)
    monkeypatch.setattr("shared.use_cases.run.STORE_PATIENCE_SECONDS", 0.1)
    with pytest.raises(RunFailed) as failed:
        await worker.work(Message(delivery))
    assert told in str(failed.value)
    assert "Canary" not in str(failed.value)
    assert [one["id"] for one in shelf.patched if one["status"] == "failed"] == ended
