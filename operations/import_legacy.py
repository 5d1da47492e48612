"""Imports what the old service stored, or its page's history, under a user's id; see docs/migration.md."""

import asyncio
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from operations.arguments import user_id
from operations.connections import OperationFailed, open_stores
from operations.legacy.importing import Importer, Report
from operations.legacy.reading import SETTING, Source, from_container, from_file
from shared.store import StoreUnavailable

HELP = "import the old service's documents or browser history under a user id"
_KINDS = {"cv": "CVs", "job": "jobs", "analysis": "analyses", "document": "others"}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--user", type=user_id, required=True, metavar="USER_ID", help="who shall have them")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a JSON array, or JSON Lines")
    source.add_argument(
        "--container",
        type=_container,
        metavar="DATABASE/CONTAINER",
        help=f"the old service's own, on the account that {SETTING} names",
    )
    parser.add_argument("--dry-run", action="store_true", help="look and report, write nothing")


def _container(text: str) -> str:
    if not re.fullmatch(r"[^/\\#?]+/[^/\\#?]+", text):
        raise ArgumentTypeError("must be the names of a database and a container: DATABASE/CONTAINER")
    return text


def run(options: Namespace) -> int:
    source = from_file(options.file) if options.file else from_container(options.container)
    return asyncio.run(_import(source, options.user, dry_run=options.dry_run))


async def _import(source: Source, user: str, *, dry_run: bool) -> int:
    report = Report(on_damaged=_print_damaged)
    async with open_stores() as stores:
        try:
            await Importer(stores.documents, user, report, dry_run=dry_run).run(source)
        except StoreUnavailable:
            raise OperationFailed(
                "Cosmos DB stopped answering on the way. Run the same command again: what is there already "
                "is not imported twice."
            ) from None
        finally:
            _print(report, dry_run=dry_run)
    return 1 if report.damaged else 0


def _print_damaged(kind: str, old_id: str, reason: str) -> None:
    print(f"damaged {kind} {old_id}: {reason}", flush=True)


def _print(report: Report, *, dry_run: bool) -> None:
    if not any((report.imported, report.present, report.damaged)):
        return
    print(f"{'':9}{'would be' if dry_run else '':>9}{'already':>9}")
    print(f"{'':9}{'imported':>9}{'there':>9}{'damaged':>9}")
    for kind, name in _KINDS.items():
        counts = report.imported[kind], report.present[kind], report.damaged[kind]
        if any(counts):
            print(f"{name:9}" + "".join(f"{count:9}" for count in counts))
    if report.sourceless:
        print(
            f"{report.sourceless} analyses came without their CV or job, and stand as if these had been "
            "deleted."
        )
