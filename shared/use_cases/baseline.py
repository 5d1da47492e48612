"""The deterministic result of a CV against a posting, made beside the event loop."""

import asyncio
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from shared.documents import CvDocument, JobDocument
from shared.matching.result import MatchResult
from shared.store import Json

_one_match = asyncio.Lock()
"""One at a time: several would only take the interpreter from the event loop, and requests would wait."""
SWITCH_SECONDS = 0.0005
"""How long matching may keep the interpreter (default 5 ms): every step of a request waits so long for it."""


@cache
def load_tables() -> "asyncio.Task[None]":
    """Reads what matching looks words up in, which takes a process's first run longer than the match: while
    the store is connected to, not after."""

    async def loaded() -> None:
        async with _one_match:
            await asyncio.to_thread(_tables)

    return asyncio.create_task(loaded())


def _tables() -> None:
    from shared import matching

    sys.setswitchinterval(SWITCH_SECONDS)
    matching.load_tables()


async def match_texts(cv: CvDocument, job: JobDocument) -> tuple[Json, Json, MatchResult]:
    """Profile and requirements as JSON for their documents, and the deterministic result. What an earlier run
    read of the same texts is not read again."""
    async with _one_match:
        return await asyncio.to_thread(_match, cv, job)


def _match(cv: CvDocument, job: JobDocument) -> tuple[Json, Json, MatchResult]:
    from shared.matching import Profile, Requirements, keep_tables, match, read_cv, read_posting

    sys.setswitchinterval(SWITCH_SECONDS)
    profile = _from_json(Profile, cv.profile)
    requirements = _from_json(Requirements, job.requirements)
    result = match(
        cv.content,
        job.content,
        title=job.title,
        profile=profile,
        requirements=requirements,
        in_columns=cv.in_columns,
    )
    keep_tables()
    # After the match, which remembers what it has just read: so a new CV is opened once.
    profile = read_cv(cv.content, known=profile)
    requirements = read_posting(job.content, job.title, known=requirements)
    return to_json(profile), to_json(requirements), result


_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def to_json(value: Any) -> Json:
    dumped: Json = _adapter(type(value)).dump_python(value, mode="json", by_alias=True)
    return dumped


def _from_json[T](kind: type[T], stored: Json | None) -> T | None:
    """What an earlier run stored; None where there is nothing, or something of another shape."""
    if stored is None:
        return None
    try:
        value: T = _adapter(kind).validate_python(stored)
    except ValidationError:
        return None
    return value
