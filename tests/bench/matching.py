"""One CV against one posting in one thread, against the plainest scorer that reads the same texts.

Texts of a size are cut from the benchmark's, a different piece for each run, so that nothing remembered from one
run helps the next. A match reads both texts, scores and explains, or only the latter where they were read
before, as they were for a CV or a posting that was analysed with another; the baseline is the cosine of TF-IDF
vectors, its document frequencies counted beforehand. Times are the thread's own (CPU), so that a busy machine
does not count; only the import and the first match of a process are by the clock, byte code written before, and
so the tables but for one row.
"""

import itertools
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from devstack.stack import ROOT
from shared.matching import keep_tables, match, read_cv, read_posting
from tests.bench.table import Row
from tests.benchmark.baselines import Baselines
from tests.benchmark.pairs import AS_OF, DATA

KB = 1024
SIZES = ((10, 31), (20, 21), (50, 11), (100, 7))
"""KB of the CV, and how often; the posting has half of it."""
IMPORTS = 9
_IMPORT = """
import time
started = time.perf_counter()
from shared.matching import match
print(time.perf_counter() - started)
"""
_MAKING = """
import sys
sys.dont_write_bytecode = True
from shared.matching import compiled
compiled._load = lambda file: None
"""
_FIRST = """
import sys, time
from pathlib import Path
from shared.matching import match
cv, posting = [Path(path).read_text("utf-8") for path in sys.argv[1:]]
started = time.perf_counter()
match(cv, posting)
print(time.perf_counter() - started)
"""
_SAMPLES = ("samples/cvs/intensive-care-nurse.md", "samples/jobs/icu-registered-nurse.md")


def measure() -> list[Row]:
    cvs, postings = (_joined(folder) for folder in ("cvs", "postings"))
    baselines = Baselines(_pieces(cvs, 3) + _pieces(postings, 2))
    match(cvs[: 3 * KB], postings[: 2 * KB], as_of=AS_OF)  # reads the skill table
    keep_tables()  # as the app does
    rows = []
    per_kb: dict[int, float] = {}
    for size, runs in SIZES:
        left, right = _turning(cvs, size * KB), _turning(postings, size * KB // 2)
        ours, plain, again = [], [], []
        for cv, posting in itertools.islice(zip(left, right, strict=False), runs):
            ours.append(_own_seconds(partial(match, cv, posting, as_of=AS_OF)))
            plain.append(_own_seconds(partial(baselines.tfidf, cv, posting)))
            read = {"profile": read_cv(cv, as_of=AS_OF), "requirements": read_posting(posting)}
            again.append(_own_seconds(partial(match, cv, posting, as_of=AS_OF, **read)))
        per_kb[size] = statistics.median(ours) / size
        rows.append(
            Row(
                f"match of {size} KB with {size // 2} KB (p50 of {runs})",
                statistics.median(ours),
                "TF-IDF cosine",
                statistics.median(plain),
            )
        )
        rows.append(
            Row(
                "the same, both texts read before",
                statistics.median(again),
                "TF-IDF cosine",
                statistics.median(plain),
            )
        )
    least = SIZES[0][0]
    rows += [
        Row(f"match per KB of CV at {size} KB", per_kb[size], f"per KB at {least} KB", per_kb[least])
        for size, _ in SIZES[1:]
    ]
    return [*rows, *_in_new_processes()]


def _in_new_processes() -> list[Row]:
    imports, firsts, makers, starts = [], [], [], []
    _python(_FIRST, *_SAMPLES)  # writes the byte code, and the tables
    for _ in range(IMPORTS):
        imports.append(float(_python(_IMPORT)))
        firsts.append(float(_python(_FIRST, *_SAMPLES)))
        makers.append(float(_python(_MAKING + _FIRST, *_SAMPLES)))
        starts.append(_seconds(partial(_python, "")))
    rows = (
        ("import of match", imports),
        ("first match of a process", firsts),
        ("the same, which makes the tables", makers),
    )
    return [
        Row(
            f"{what} (median of {IMPORTS})",
            statistics.median(times),
            "start of a bare Python",
            statistics.median(starts),
        )
        for what, times in rows
    ]


def _python(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def _joined(folder: str) -> str:
    return "\n\n".join(path.read_text("utf-8") for path in sorted((DATA / folder).glob("*.txt")))


def _pieces(text: str, kilobytes: int) -> list[str]:
    return [text[start : start + kilobytes * KB] for start in range(0, len(text), kilobytes * KB)]


def _turning(text: str, size: int) -> Iterator[str]:
    """Pieces of ``size`` characters, each from another place."""
    twice = text + "\n\n" + text
    for number in itertools.count():
        start = number * 7919 % len(text)
        yield twice[start : start + size]


def _own_seconds(call: Callable[[], object]) -> float:
    started = time.thread_time()
    call()
    return time.thread_time() - started


def _seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started
