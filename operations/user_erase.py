"""Erases everything of a user, as the API does it, a run in flight included.

How long a run may still write follows from the app's model settings: give this command the same ones.
"""

import asyncio
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import AsyncIterator

from operations.arguments import user_id
from operations.connections import open_stores
from shared.store import DocumentStore
from shared.use_cases.erase import erase_user

HELP = "erase everything that is stored about a user"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("user", type=user_id, metavar="USER_ID")
    parser.add_argument(
        "--yes", action="store_true", help="really; without it the documents are only counted"
    )


def run(options: Namespace) -> int:
    return asyncio.run(_erase(options.user, really=options.yes))


async def _erase(user: str, *, really: bool) -> int:
    async with open_stores() as stores:
        if not really:
            kinds = Counter([kind async for kind in _kinds(stores.documents, user)])
            print(f"{_counted(kinds['cv'], kinds['job'], kinds['analysis'])} would be erased.")
            print("Nothing was erased: say --yes.")
            return 1
        erased = await erase_user(stores.documents, stores.queue, user)
    print(f"{_counted(erased['cvs'], erased['jobs'], erased['analyses'])} were erased.")
    return 0


async def _kinds(store: DocumentStore, user: str) -> AsyncIterator[str]:
    """Raises StoreUnavailable."""
    text = "SELECT c.type FROM c WHERE c.userId = @userId"
    async for row in store.query(user, text, {"@userId": user}, operation="user.count"):
        yield str(row.get("type"))


def _counted(cvs: int, jobs: int, analyses: int) -> str:
    return f"{cvs} CVs, {jobs} jobs and {analyses} analyses"
