"""Whatever is uploaded, the answer is a 4xx within five seconds and without a great deal of memory."""

import re
import time

import pytest

from shared.extraction import UnreadableFile, extract_text
from tests.extraction.hostile import HOSTILE
from tests.extraction.memory import watch_memory

SECONDS = 5
BYTES = 200 * 1024 * 1024


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_file_is_refused_quickly_and_cheaply(name: str) -> None:
    hostile = HOSTILE[name]()
    started = time.monotonic()
    with watch_memory() as peak:
        try:
            await extract_text(hostile.data, filename=hostile.filename, content_type=None)
        except UnreadableFile as error:
            refused = error
        else:
            pytest.fail("was read")
    assert time.monotonic() - started < SECONDS
    assert peak.above_start < BYTES
    assert refused.code == hostile.code
    assert re.search(r"[Uu]pload|[Ss]ave|[Ee]xport|paste|without", refused.message)
