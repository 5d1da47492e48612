"""The folder as it lies, on a plain static server of another origin, with the API's address in its one place."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from devstack.stack import Stack
from tests.support import ROOT
from tests.web.visitor import Visitor
from tests.wire_model.model import Model


@pytest.fixture
def elsewhere(stack: Stack, tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "web"
    shutil.copytree(ROOT / "web", folder)
    index = folder / "index.html"
    named = index.read_text(encoding="utf-8").replace(
        'name="api-base" content=""', f'name="api-base" content="{stack.url}"'
    )
    index.write_text(named, encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_the_page_works_from_another_origin(browser: Browser, elsewhere: str, model: Model) -> None:
    visitor = Visitor(browser, elsewhere)
    visitor.open()
    visitor.give_file(
        {
            "name": "cv.md",
            "mimeType": "text/markdown",
            "buffer": b"# Nora\n\nNurse, Nowhere Ward, 2015 - today",
        }
    )
    expect(visitor.page.locator(".file")).to_contain_text("characters read")
    visitor.give_posting("Nurse wanted for our ward.")
    visitor.analyse()
    visitor.finished()
    visitor.context.close()
    assert visitor.faults == []
