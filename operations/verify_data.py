"""Looks at every document of the container, a page at a time: does it parse, fits its id, is it no orphan.

Reads only. Costs about 1 RU for each KB that is stored, and a query for each user of a page with analyses.
"""

import asyncio
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import AsyncIterator

from operations.arguments import user_id
from operations.checks import findings
from operations.connections import open_stores
from operations.damage import shown_id
from operations.sources import lost_a_source, orphan_findings, standing_sources
from shared.clock import utc_now
from shared.store import DocumentStore, Json

HELP = "check that every document parses, has the right id, and is no orphan"
_PAGE = 50
_KINDS = ("cv", "job", "analysis", "tombstone")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--user", type=user_id, metavar="USER_ID", help="only this user's documents")


def run(options: Namespace) -> int:
    return asyncio.run(_verify(options.user))


async def _verify(user: str | None) -> int:
    seen: Counter[str] = Counter()
    wrong = sourceless = 0
    async with open_stores() as stores:
        async for page in _pages(stores.documents, user):
            standing = await standing_sources(stores.documents, page)
            for row in page:
                kind = row["type"] if row.get("type") in _KINDS else "other"
                seen[kind] += 1
                orphaned = [*orphan_findings(row, standing)]
                sourceless += not orphaned and lost_a_source(row, standing)
                sentences = [*findings(row, utc_now()), *orphaned]
                wrong += bool(sentences)
                for sentence in sentences:
                    print(f"{kind} {shown_id(row.get('id'))}: {sentence}", flush=True)
    print(
        f"{seen.total()} documents: {', '.join(f'{number} {kind}' for kind, number in sorted(seen.items()))}"
    )
    if sourceless:
        print(f"{sourceless} analyses stand without their CV or job, which was deleted: nothing is wrong.")
    print(f"{wrong} documents are wrong." if wrong else "Everything is as it should be.")
    return 1 if wrong else 0


async def _pages(store: DocumentStore, user: str | None) -> AsyncIterator[list[Json]]:
    """Raises StoreUnavailable."""
    condition, parameters = ("c.userId = @userId", {"@userId": user}) if user else ("true", {})
    page: list[Json] = []
    async for row in store.query(
        user, f"SELECT * FROM c WHERE {condition}", parameters, operation="verify.read", page_size=_PAGE
    ):
        page.append(row)
        if len(page) == _PAGE:
            yield page
            page = []
    if page:
        yield page
