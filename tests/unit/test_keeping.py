"""Storing a text while the same text is being deleted."""

from collections.abc import AsyncIterator, Mapping
from typing import cast

from shared.documents import CvDocument
from shared.store import DocumentStore, Json
from shared.use_cases.keep import NewCv, store_cv

USER = "user-00000000-0000-4000-8000-000000000000"


class Shelf:
    """Whose one CV is deleted after it was found for the first time."""

    def __init__(self, cv: Json) -> None:
        self.documents = {cv["id"]: cv}

    async def query(
        self,
        user_id: str,
        text: str,
        parameters: Mapping[str, object],
        *,
        operation: str,
        page_size: int = 100,
    ) -> AsyncIterator[Json]:
        for document in list(self.documents.values()):
            yield document
        self.documents.clear()

    async def read(self, user_id: str, document_id: str, *, operation: str) -> Json | None:
        return self.documents.get(document_id)

    async def create(self, document: Json, *, operation: str) -> bool:
        return self.documents.setdefault(document["id"], document) is document


async def test_a_text_that_is_deleted_while_it_is_sent_again_is_stored_anew() -> None:
    shelf = Shelf(CvDocument.of(USER, "text", filename="old.md").to_json())
    stored = await store_cv(cast(DocumentStore, shelf), USER, NewCv("new.md", "text", file_size=4))
    assert stored.created
    assert stored.document["filename"] == "new.md"
