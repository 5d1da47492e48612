"""Old documents into the store, idempotently: ids depend on the user, the contents and the old ids alone.

Twice over the source: first CVs and jobs, so that every analysis finds the new ids of what it refers to.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from operations import damage
from operations.connections import OperationFailed
from operations.legacy import history
from operations.legacy.documents import new_analysis, new_cv, new_job
from operations.legacy.ids import lost_source_id
from operations.legacy.reading import Source, Unreadable
from operations.legacy.shapes import OLD_ID, OldAnalysis, OldCv, OldJob, OldKind
from shared import ids
from shared.documents import CvDocument, JobDocument, is_tombstone
from shared.store import DocumentStore, Json
from shared.use_cases.keep import NewCv, NewJob, look_up

OLD_USER = "anonymous"
_KINDS: tuple[OldKind, ...] = ("cv", "job", "analysis")


class Damaged(Exception):
    """An old document that cannot be imported; the text says why and quotes nothing of it."""


@dataclass(slots=True)
class Report:
    """Counts by kind. ``on_damaged`` hears kind, old id and reason of each document that is left out."""

    on_damaged: Callable[[str, str, str], None]
    imported: Counter[str] = field(default_factory=Counter)
    present: Counter[str] = field(default_factory=Counter)
    damaged: Counter[str] = field(default_factory=Counter)
    sourceless: int = 0
    """Analyses whose CV or job was not there to be imported."""

    def refuse(self, kind: str, old_id: str, reason: str) -> None:
        self.damaged[kind] += 1
        self.on_damaged(kind, old_id, reason)


@dataclass(frozen=True, slots=True)
class _Source:
    id: str
    name: str | None


class Importer:
    """One import for one user. With ``dry_run`` it reads only, and counts what it would have done."""

    def __init__(self, store: DocumentStore, user_id: str, report: Report, *, dry_run: bool) -> None:
        self._store, self._user, self._report, self._dry_run = store, user_id, report, dry_run
        self._sources: dict[tuple[str, str], _Source] = {}
        self._made: set[str] = set()

    async def run(self, source: Source) -> None:
        """Raises StoreUnavailable, OperationFailed for an empty source, and what reading it raises."""
        for kinds, hears_of_damage in ((("cv", "job"), True), (("analysis",), False)):
            position = 0
            async for raw in source():
                position += 1
                for one in history.documents_of(raw) if history.is_entry(raw) else (raw,):
                    await self._take(one, f"number {position}", kinds, hears_of_damage)
            if not position:
                raise OperationFailed("There are no documents in it. Is it the right file or container?")

    async def _take(self, raw: Any, place: str, kinds: tuple[str, ...], hears_of_damage: bool) -> None:
        kind, old_id = "document", _old_id(raw, place)
        try:
            kind = _kind_of(raw)
            if kind not in kinds:
                return
            await self._import(kind, raw)
        except Damaged as error:
            if kind in kinds or hears_of_damage:
                self._report.refuse(kind, old_id, str(error))
        except ValidationError as invalid:
            self._report.refuse(kind, old_id, damage.reason(invalid))

    async def _import(self, kind: str, raw: Json) -> None:
        if kind == "analysis":
            await self._import_analysis(OldAnalysis.model_validate(raw))
        elif kind == "cv":
            old_cv = OldCv.model_validate(raw)
            cv = new_cv(self._user, old_cv)
            await self._import_source(
                old_cv.id, cv, NewCv(cv.filename, cv.content, cv.file_size), cv.filename
            )
        else:
            old_job = OldJob.model_validate(raw)
            job = new_job(self._user, old_job)
            await self._import_source(old_job.id, job, NewJob(job.content), job.title)

    async def _import_source(
        self, old_id: str, document: CvDocument | JobDocument, looked_for: NewCv | NewJob, name: str | None
    ) -> None:
        """Unless the user has this content already, under whatever id."""
        kind = document.type
        known = await look_up(self._store, self._user, [looked_for])
        standing = known.by_hash.get((kind, document.content_hash))
        if standing is not None:
            document.id = standing["id"]
        elif is_tombstone(known.by_id.get(document.id, {})):
            document.id = ids.fresh_id(kind)
        self._sources[kind, old_id] = _Source(document.id, name)
        await self._create(document.to_json(), there=standing is not None)

    async def _import_analysis(self, old: OldAnalysis) -> None:
        cv, job = self._sources.get(("cv", old.cv_id)), self._sources.get(("job", old.job_id))
        document = new_analysis(
            self._user,
            old,
            cv_id=cv.id if cv else lost_source_id("cv", self._user, old.cv_id),
            cv_filename=cv.name if cv else None,
            job_id=job.id if job else lost_source_id("job", self._user, old.job_id),
            job_title=job.name if job else None,
        )
        there = self._dry_run and (
            await self._store.read(self._user, document.id, operation="import.look") is not None
        )
        self._report.sourceless += cv is None or job is None
        await self._create(document.to_json(), there=there)

    async def _create(self, document: Json, *, there: bool) -> None:
        kind, document_id = document["type"], document["id"]
        if there or document_id in self._made:
            self._report.present[kind] += 1
            return
        self._made.add(document_id)
        if self._dry_run or await self._store.create(document, operation=f"import.{kind}"):
            self._report.imported[kind] += 1
        else:
            self._report.present[kind] += 1


def _kind_of(raw: Any) -> str:
    if isinstance(raw, Unreadable):
        raise Damaged(raw.reason)
    if not isinstance(raw, dict):
        raise Damaged("it is no JSON object")
    if raw.get("user_id", OLD_USER) != OLD_USER or "userId" in raw:
        raise Damaged(f"it is not of the user {OLD_USER}")
    if raw.get("type") not in _KINDS:
        raise Damaged("its type is none of cv, job and analysis")
    return str(raw["type"])


def _old_id(raw: Any, place: str) -> str:
    """What the report calls it: an id may be damaged, too."""
    given = raw.get("id") if isinstance(raw, dict) else None
    return str(given) if isinstance(given, str | int) and OLD_ID.fullmatch(str(given)) else place
