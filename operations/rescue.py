"""The timer's rescue, once and now: for a deployment whose timer does not run."""

import asyncio
import json
import logging
from argparse import ArgumentParser, Namespace
from collections import Counter

from operations.connections import open_stores
from shared.use_cases.rescue import rescue

HELP = "look for stuck analyses once, as the timer does"


def add_arguments(_: ArgumentParser) -> None:
    """None: the settings say how long is stuck."""


class _Events(logging.Handler):
    """Counts what the use case logs: it tells nobody else what it did."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        line = json.loads(record.getMessage())
        event = line["event"]
        self.counts[line["operation"] if event == "cosmos" and line["outcome"] == "ok" else event] += 1


def run(_: Namespace) -> int:
    events, logger = _Events(), logging.getLogger("cv_checker")
    level = logger.level
    logger.addHandler(events)
    logger.setLevel(logging.INFO)
    try:
        asyncio.run(_rescue())
    finally:
        logger.removeHandler(events)
        logger.setLevel(level)
    print(
        f"Enqueued again: {events.counts['analysis.rescued']}. "
        f"Marked failed: {events.counts['analysis.failed']}. "
        f"Old tombstones removed: {events.counts['document.purge']}."
    )
    if events.counts["document.unreadable"]:
        print(f"{events.counts['document.unreadable']} could not be read: see `verify-data`.")
        return 1
    return 0


async def _rescue() -> None:
    async with open_stores() as stores:
        await rescue(stores.documents, stores.queue)
