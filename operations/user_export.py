"""Everything stored about a user, as the API's download has it, and what is damaged as it lies there."""

import asyncio
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from operations.arguments import user_id
from operations.connections import OperationFailed, open_stores
from shared.clock import to_z, utc_now
from shared.documents import AnalysisDocument, CvDocument, JobDocument
from shared.store import Json
from shared.use_cases.history import Kind, export_user
from shared.views import AnalysisView, CvExport, JobExport

HELP = "write everything that is stored about a user as JSON"
_VIEWS: dict[Kind, tuple[str, Callable[[Json], Json]]] = {
    "cv": ("cvs", lambda row: CvExport.of(CvDocument.model_validate(row)).to_json()),
    "job": ("jobs", lambda row: JobExport.of(JobDocument.model_validate(row)).to_json()),
    "analysis": ("analyses", lambda row: AnalysisView.of(AnalysisDocument.model_validate(row)).to_json()),
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("user", type=user_id, metavar="USER_ID")
    parser.add_argument(
        "--out", type=Path, help="a new file, readable by you alone (default: standard output)"
    )


def run(options: Namespace) -> int:
    text = json.dumps(asyncio.run(_export(options.user)), indent=2, ensure_ascii=False) + "\n"
    if options.out is None:
        sys.stdout.write(text)
        return 0
    try:
        file = os.open(options.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise OperationFailed(
            f"The file of --out cannot be made: {error.strerror}. Name a new one."
        ) from None
    with os.fdopen(file, "w", encoding="utf-8") as out:
        out.write(text)
    return 0


async def _export(user: str) -> Json:
    async with open_stores() as stores:
        found = await export_user(stores.documents, user)
    exported: Json = {"userId": user, "exportedAt": to_z(utc_now())}
    damaged = list(found.of_no_kind)
    for kind, (plural, view) in _VIEWS.items():
        exported[plural] = []
        for row in found.by_kind[kind]:
            try:
                exported[plural].append(view(row))
            except ValidationError:
                damaged.append(row)
    if damaged:
        exported["damaged"] = damaged
        print(f"{len(damaged)} documents are damaged, see `verify-data`.", file=sys.stderr)
    return exported
