"""What the use cases need of the store. ``shared/cosmos.py`` is the one for production."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, Protocol

type Json = dict[str, Any]


class StoreUnavailable(Exception):
    """The store did not answer, or answered that it is overloaded."""


class DocumentStore(Protocol):
    """Every method names its ``operation`` for the log of request charges and raises StoreUnavailable."""

    async def create(self, document: Json, *, operation: str) -> bool:
        """False: a document of this id is there already and was kept."""
        ...

    async def read(self, user_id: str, document_id: str, *, operation: str) -> Json | None:
        """Point read, about 1 RU per KiB."""
        ...

    async def patch(
        self, user_id: str, document_id: str, changes: Json, *, condition: str, operation: str
    ) -> Json | None:
        """Sets top-level fields if the condition (a Cosmos filter predicate over ``c``) holds; at most ten.

        Returns the document as it is then; None: it is not there, or the condition does not hold.
        """
        ...

    async def upsert(self, document: Json, *, operation: str) -> None: ...

    async def delete(
        self, user_id: str, document_id: str, *, operation: str, etag: str | None = None
    ) -> bool:
        """False: it was not there, or is no longer the one of this ``etag``."""
        ...

    def query(
        self,
        user_id: str | None,
        text: str,
        parameters: Mapping[str, object],
        *,
        operation: str,
        page_size: int = 100,
    ) -> AsyncIterator[Json]:
        """Rows of a query in one partition; ``user_id`` None: in all (operators and timers only)."""
        ...

    async def ping(self) -> None:
        """Returns if the container answers."""
        ...


async def rows(iterator: AsyncIterator[Json], most: int | None = None) -> list[Json]:
    """Collects a query's rows, at most ``most``; stops asking for pages then."""
    found: list[Json] = []
    async for row in iterator:
        found.append(row)
        if most is not None and len(found) >= most:
            break
    return found


def in_list(name: str, values: Sequence[str]) -> tuple[str, dict[str, object]]:
    """``(@name0, @name1)`` and its parameters, for an IN clause."""
    parameters: dict[str, object] = {f"@{name}{index}": value for index, value in enumerate(values)}
    return f"({', '.join(parameters)})", parameters
