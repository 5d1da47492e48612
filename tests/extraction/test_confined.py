"""The process that reads files: what it may not do, and what becomes of it."""

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from shared.extraction import Extracted, UnreadableFile, extract_text, limits, worker
from shared.extraction.confined import _PROCESSES, Busy, ChildFailed, run
from shared.extraction.docx import read_docx
from shared.extraction.pdf import read_pdf
from tests.extraction.docx_cvs import plain_with_lists
from tests.extraction.hostile import document_xml, docx_endless_text, docx_with, page_pdf, repeated, stream
from tests.extraction.memory import watch_memory
from tests.extraction.pdf_cvs import one_column


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name of a module that the test writes to a folder of the import path."""
    monkeypatch.syspath_prepend(tmp_path)
    return "child"


def write(folder: Path, code: str) -> None:
    (folder / "child.py").write_text(code)


async def test_child_gets_the_import_path_but_no_secrets(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COSMOS", "AccountKey=canary")
    write(tmp_path, "import os, sys, aiohttp, shared; print(dict(os.environ), sys.argv[1], sys.stdin.read())")
    out = (await run(module, "argument", data=b"input")).decode()
    assert "canary" not in out
    assert "argument input" in out


async def test_child_that_hangs_is_killed(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.extraction.confined.ANSWER_SECONDS", 0.5)
    monkeypatch.setattr("shared.extraction.confined.CPU_SECONDS", 0)  # however busy the machine is
    pid = tmp_path / "pid"
    write(
        tmp_path,
        (f"import os, pathlib\npathlib.Path({str(pid)!r}).write_text(str(os.getpid()))\nwhile True: pass"),
    )
    started = time.monotonic()
    with pytest.raises(ChildFailed, match="timeout"):
        await run(module, data=b"")
    assert time.monotonic() - started < 3
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


async def test_child_that_does_not_get_the_processor_is_no_failure_of_its_file(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.extraction.confined.ANSWER_SECONDS", 0.5)
    write(tmp_path, "import time\ntime.sleep(60)")
    with pytest.raises(Busy):
        await run(module, data=b"")


async def test_child_that_takes_long_gives_way(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.extraction.confined.BRIEF_SECONDS", 0.5)
    write(tmp_path, "import os, time\nprint(os.nice(0), flush=True)\ntime.sleep(0.8)\nprint(os.nice(0))")
    first, later = (await run(module, data=b"")).split()
    assert int(first) < int(later)


async def test_child_that_crashes_is_a_failure(
    tmp_path: Path, module: str, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "raise ValueError('canary')")
    with pytest.raises(ChildFailed, match="exit 1"):
        await run(module, data=b"")
    assert "confined_process_failed" in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    "harm",
    [
        "bytearray(400_000_000)",
        "pathlib.Path(sys.argv[1], 'file').write_text('words')",
        "while True: pass",
    ],
)
def test_limits_hold(harm: str, tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from shared.extraction import limits\n"
        "limits.CPU_SECONDS = 1\n"
        "limits.limit_this_process()\n"
        f"{harm}\nprint('survived')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=20
    )
    assert "survived" not in done.stdout
    assert done.returncode != 0


def test_systems_without_limits_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    limits.limit_this_process()


def test_answers_of_the_worker() -> None:
    good = json.loads(worker.answer(read_pdf, one_column().data))
    assert good["text"].startswith("Petra Payroll")
    assert good["warnings"] == []
    assert json.loads(worker.answer(read_docx, docx_endless_text().data))["code"] == "payload_too_large"
    only_marks = docx_with(
        {"word/document.xml": document_xml("<w:p><w:r><w:t>•••</w:t></w:r></w:p>".encode())}
    )
    assert json.loads(worker.answer(read_docx, only_marks))["code"] in ("unreadable_file",)

    def out_of_memory(_: bytes) -> object:
        raise MemoryError

    assert "too complex" in json.loads(worker.answer(out_of_memory, b""))["message"]  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "data"), [("pdf", one_column().data), ("docx", plain_with_lists().data)])
def test_worker_reads_standard_input(kind: str, data: bytes) -> None:
    command = [sys.executable, "-m", "shared.extraction.worker", kind]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    assert set(json.loads(done.stdout)) == set(Extracted._fields)


async def test_the_event_loop_goes_on_while_files_are_read() -> None:
    gaps = []

    async def tick() -> None:
        while True:
            started = time.monotonic()
            await asyncio.sleep(0.005)
            gaps.append(time.monotonic() - started)

    ticking = asyncio.create_task(tick())
    data = one_column().data
    texts = await asyncio.gather(
        *(extract_text(data, filename="cv.pdf", content_type=None) for _ in range(6))
    )
    ticking.cancel()
    assert len({read.text for read in texts}) == 1
    assert max(gaps) < 0.25


async def test_few_files_are_read_at_a_time() -> None:
    """Eight bombs at once cost the memory of three."""
    bomb = page_pdf(stream(repeated(b"q Q ", 400_000_000), b"/Filter/FlateDecode"))
    with watch_memory(os.getpid()) as peak:
        results = await asyncio.gather(
            *(extract_text(bomb, filename="cv.pdf", content_type=None) for _ in range(8)),
            return_exceptions=True,
        )
    assert all(isinstance(result, UnreadableFile | Busy) for result in results)
    assert peak.above_start < 3 * 200 * 1024 * 1024


SLOW = "import sys, time\nif sys.stdin.read() == 'slow': time.sleep(1.5)\nprint('read')"


async def test_one_users_slow_files_leave_a_process_to_the_others(tmp_path: Path, module: str) -> None:
    write(tmp_path, SLOW)
    slow = [asyncio.create_task(run(module, data=b"slow", user="greedy")) for _ in range(6)]
    await asyncio.sleep(0.1)
    started = time.monotonic()
    for _ in range(3):
        assert await run(module, data=b"", user="honest") == b"read\n"
    assert time.monotonic() - started < 1.4
    assert set(await asyncio.gather(*slow)) == {b"read\n"}


async def test_who_waits_in_vain_is_told_and_takes_nothing(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.extraction.confined.WAIT_SECONDS", 0.3)
    write(tmp_path, SLOW)
    slow = [asyncio.create_task(run(module, data=b"slow", user=f"user {n}")) for n in range(_PROCESSES)]
    await asyncio.sleep(0.1)
    for _ in range(2):
        with pytest.raises(Busy):
            await run(module, data=b"", user="honest")
    await asyncio.gather(*slow)
    monkeypatch.setattr("shared.extraction.confined.WAIT_SECONDS", 5)
    assert len(await asyncio.gather(*(run(module, data=b"", user=f"{n % 3}") for n in range(8)))) == 8


async def test_a_caller_that_goes_away_keeps_its_process_until_that_ends(tmp_path: Path, module: str) -> None:
    write(tmp_path, SLOW)
    left = [asyncio.create_task(run(module, data=b"slow", user=f"user {number}")) for number in range(9)]
    await asyncio.sleep(0.2)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    started = time.monotonic()
    assert await run(module, data=b"", user="honest") == b"read\n"
    assert time.monotonic() - started > 0.8


def test_any_event_loop_will_do() -> None:
    """The host may run the app's loop in a thread of its own, and another one after it."""
    texts = []

    def read() -> None:
        texts.append(asyncio.run(extract_text(one_column().data, filename="cv.pdf", content_type=None)).text)

    for _ in range(2):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(texts) == 2
