"""Finding and starting the machine's Chromium; nothing is downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# The shell alone first: it draws no window and takes a third less of the processor.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str:
    """Raises FileNotFoundError with what to do."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *NAMES)):
        path = shutil.which(name)
        if path:
            return path
    raise FileNotFoundError(
        "No Chromium: install it (Debian: apt install chromium) or name one in the environment: CHROMIUM=/path"
    )


@contextmanager
def chromium() -> Iterator[Browser]:
    # Without its sandbox only where that cannot work: for root, as in containers.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()
