"""The CVs and jobs of a request: what is stored of them already, and storing the others. The same content
again is the stored one."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import ClassVar

from shared import ids
from shared.clock import to_z, utc_now
from shared.documents import CvDocument, JobDocument, SourceType, is_tombstone
from shared.errors import FieldError, NotFound, store_unavailable
from shared.settings import limits
from shared.store import DocumentStore, Json, in_list, rows
from shared.use_cases.history import read_document

_TRIES = 3


@dataclass(frozen=True, slots=True)
class NewCv:
    """A CV's text as received or extracted. ``file_size`` in bytes."""

    kind: ClassVar[ids.TextKind] = "cv"
    filename: str
    content: str
    file_size: int
    warnings: list[str] = field(default_factory=list)
    in_columns: bool = False


@dataclass(frozen=True, slots=True)
class NewJob:
    kind: ClassVar[ids.TextKind] = "job"
    content: str
    title: str | None = None
    company: str | None = None
    source_type: SourceType = "manual"
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class StoredCv:
    kind: ClassVar[ids.TextKind] = "cv"
    id: str
    field: str = "cvId"
    """Where the request named it, for the error if it is not there."""


@dataclass(frozen=True, slots=True)
class StoredJob:
    kind: ClassVar[ids.TextKind] = "job"
    id: str
    field: str = "jobId"


type CvSource = NewCv | StoredCv
type JobSource = NewJob | StoredJob


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of the documents that a request names, and today's analyses."""

    by_id: dict[str, Json]
    by_hash: dict[tuple[str, str], Json]
    today: frozenset[str]
    """Analyses of this UTC day."""

    def place(self, first: str) -> str:
        """Of an id's lineage the one under which something stands; else the first that is free."""
        rows = [(one, self.by_id.get(one)) for one in ids.lineage(first)]
        standing = (one for one, row in rows if row is not None and not is_tombstone(row))
        free = (one for one, row in rows if row is None)
        return next(standing, None) or next(free, None) or ids.fresh_id(first.partition("-")[0])

    def id_of(self, user_id: str, source: CvSource | JobSource) -> str:
        """The id under which it is stored, or will be."""
        if isinstance(source, StoredCv | StoredJob):
            return source.id
        row = self.by_hash.get((source.kind, ids.content_hash(source.content)))
        return row["id"] if row is not None else self.place(_id_of(user_id, source))


async def look_up(
    store: DocumentStore,
    user_id: str,
    sources: Sequence[CvSource | JobSource],
    pairs: Sequence[tuple[CvSource, JobSource]] = (),
) -> Known:
    """One query for everything that a submit has to know, the day's count included."""
    named = {source.id for source in sources if isinstance(source, StoredCv | StoredJob)}
    derived = {_id_of(user_id, source) for source in sources} - named
    hashes = {ids.content_hash(source.content) for source in sources if isinstance(source, NewCv | NewJob)}
    derived |= {ids.analysis_id(user_id, _id_of(user_id, cv), _id_of(user_id, job)) for cv, job in pairs}
    wanted = named.union(*map(ids.lineage, derived))
    id_list, parameters = in_list("id", sorted(wanted))
    conditions = [f"c.id IN {id_list}"]
    if hashes:
        hash_list, more = in_list("hash", sorted(hashes))
        conditions.append(f"c.contentHash IN {hash_list}")
        parameters |= more
    today = to_z(utc_now().replace(hour=0, minute=0, second=0, microsecond=0))
    if pairs and limits().daily_analyses:
        conditions.append("(c.type = 'analysis' AND c.createdAt >= @today)")
        parameters["@today"] = today
    text = (
        "SELECT c.id, c.type, c.status, c.createdAt, c.contentHash, c.filename, c.title FROM c "
        f"WHERE c.userId = @userId AND ({' OR '.join(conditions)})"
    )
    found = await rows(
        store.query(
            user_id, text, {"@userId": user_id, **parameters}, operation="submit.lookup", page_size=1000
        )
    )
    return Known(
        by_id={row["id"]: row for row in found},
        by_hash={
            (str(row.get("type")), row["contentHash"]): row
            for row in found
            if isinstance(row.get("contentHash"), str)
        },
        today=frozenset(
            row["id"] for row in found if row.get("type") == "analysis" and str(row.get("createdAt")) >= today
        ),
    )


def _id_of(user_id: str, source: CvSource | JobSource) -> str:
    if isinstance(source, StoredCv | StoredJob):
        return source.id
    return ids.text_id(source.kind, user_id, ids.content_hash(source.content))


@dataclass(frozen=True, slots=True)
class Kept:
    """A CV or job that is stored: ``name`` is the CV's file name or the job's title."""

    id: str
    name: str | None
    created: bool
    document: Json | None
    """The whole document if this request created it."""


async def keep_cv(store: DocumentStore, user_id: str, cv: CvSource, known: Known) -> Kept:
    """Creates the CV unless its content is stored already. A reference must be to one that is ``known``."""
    if isinstance(cv, StoredCv):
        return _stored(cv, known, "filename")
    document = CvDocument.of(
        user_id,
        cv.content,
        filename=cv.filename,
        file_size=cv.file_size,
        warnings=cv.warnings,
        in_columns=cv.in_columns,
    )
    return await _keep(store, known, document, document.filename)


async def keep_job(store: DocumentStore, user_id: str, job: JobSource, known: Known) -> Kept:
    """Creates the job unless its content is stored already; one without a title gets the one that is given.

    A reference must be to one that is ``known``.
    """
    if isinstance(job, StoredJob):
        return _stored(job, known, "title")
    document = JobDocument.of(
        user_id,
        job.content,
        title=job.title,
        company=job.company,
        source_type=job.source_type,
        source_url=job.source_url,
    )
    kept = await _keep(store, known, document, document.title)
    if kept.name is None and job.title is not None:
        untitled = "c.type = 'job' AND IS_NULL(c.title)"
        changes: Json = {"title": job.title}
        if await store.patch(user_id, kept.id, changes, condition=untitled, operation="job.entitle"):
            return replace(kept, name=job.title)
    return kept


def missing_source(source: CvSource | JobSource, known: Known) -> NotFound | None:
    """Why a reference is refused; None for one that exists, and for a text."""
    if isinstance(source, NewCv | NewJob):
        return None
    row = known.by_id.get(source.id)
    if row is not None and row.get("type") == source.kind:
        return None
    return NotFound(
        f"There is no such {source.kind}.", [FieldError(source.field, "is not the id of a stored document")]
    )


def _stored(source: StoredCv | StoredJob, known: Known, name: str) -> Kept:
    return Kept(source.id, known.by_id[source.id].get(name), created=False, document=None)


async def _keep(
    store: DocumentStore, known: Known, document: CvDocument | JobDocument, name: str | None
) -> Kept:
    row = known.by_hash.get((document.type, document.content_hash))
    if row is not None:
        return Kept(row["id"], row.get("filename", row.get("title")), created=False, document=None)
    document.id = known.place(document.id)
    body = document.to_json()
    created = await store.create(body, operation=f"{document.type}.create")
    return Kept(document.id, name, created=created, document=body if created else None)


@dataclass(frozen=True, slots=True)
class Stored:
    document: Json
    created: bool


async def store_cv(store: DocumentStore, user_id: str, cv: NewCv) -> Stored:
    """Raises StoreUnavailable, ServiceUnavailable."""

    async def keep() -> Kept:
        return await keep_cv(store, user_id, cv, await look_up(store, user_id, [cv]))

    return await _kept(store, user_id, "cv", keep)


async def store_job(store: DocumentStore, user_id: str, job: NewJob) -> Stored:
    """Raises StoreUnavailable, ServiceUnavailable."""

    async def keep() -> Kept:
        return await keep_job(store, user_id, job, await look_up(store, user_id, [job]))

    return await _kept(store, user_id, "job", keep)


async def _kept(
    store: DocumentStore, user_id: str, kind: ids.TextKind, keep: Callable[[], Awaitable[Kept]]
) -> Stored:
    """Kept anew if somebody deletes it between being found and being read."""
    for _ in range(_TRIES):
        kept = await keep()
        if kept.document is not None:
            return Stored(kept.document, kept.created)
        with suppress(NotFound):
            return Stored(await read_document(store, user_id, kind, kept.id), kept.created)
    raise store_unavailable()
