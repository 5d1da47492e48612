"""Documents that this version cannot read: passed over, so that they do not take the others with them.

Damage, or the work of a newer version while instances are replaced in turn.
"""

import logging
from collections.abc import Callable, Iterable

from pydantic import ValidationError

from shared.logs import describe, log
from shared.store import Json


def read_each[Read](rows: Iterable[Json], read: Callable[[Json], Read]) -> tuple[list[Read], list[str]]:
    """What could be read, in its order, and the ids of what could not."""
    readable: list[Read] = []
    unreadable: list[str] = []
    for row in rows:
        try:
            readable.append(read(row))
        except ValidationError as error:
            unreadable.append(row["id"])
            log_unreadable(error, row["id"])
    return readable, unreadable


def log_unreadable(error: ValidationError, document_id: str | None = None) -> None:
    """The place, not the message: that quotes the document."""
    log("document.unreadable", level=logging.ERROR, documentId=document_id, error=describe(error))
