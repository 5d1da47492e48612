"""``python -m tests.web.screenshots``: pictures of the real app for the README, into docs/screenshots.

The texts are the samples; the model is the tests' own, so that nothing leaves the machine.
"""

import io
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser

from devstack.stack import Stack
from tests.conftest import QUICK
from tests.support import ROOT
from tests.web.chromium import chromium
from tests.web.visitor import CV, JOB, JOB_TITLE, Visitor, stored_history
from tests.wire_model.model import Model

FOLDER = ROOT / "docs/screenshots"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1200, "height": 860}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
}
COLOURS = 128


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    model = Model()
    env = {**QUICK, "OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "not-a-secret"}
    try:
        with (
            tempfile.TemporaryDirectory(prefix="cv-checker-screenshots-") as state,
            Stack(state_dir=Path(state), free_ports=True, env=env) as stack,
            chromium() as browser,
        ):
            take_all(browser, stack)
    finally:
        model.process.terminate()
        model.process.wait()
    return 0


def take_all(browser: Browser, stack: Stack) -> None:
    api, ids = stored_history(stack.url)
    result = f"/analyses/{ids[2]}"
    for name, path, options in (
        ("result-light", result, DESKTOP),
        ("result-dark", result, {**DESKTOP, "color_scheme": "dark"}),
        ("history", "/history", DESKTOP),
        ("progress", "/history/progress", DESKTOP),
        ("compare", f"/history/compare/{ids[0]}/{ids[2]}", DESKTOP),
        ("phone", result, PHONE),
    ):
        visitor = Visitor(browser, stack.url, user=api.user, **options)
        visitor.open(path)
        if name == "progress":
            visitor.page.get_by_label("Posting").select_option(label=JOB_TITLE)
            visitor.settled()
        keep(visitor, name)
    visitor = Visitor(browser, stack.url, **DESKTOP)
    visitor.open()
    visitor.give_cv(CV, "Nora Notreal, intensive care")
    visitor.give_posting(JOB)
    visitor.page.locator("h1").click()
    keep(visitor, "new-analysis")


def keep(visitor: Visitor, name: str, **options: Any) -> None:
    """With a palette of few colours, which for flat surfaces and text is hard to tell from the original."""
    picture = Image.open(io.BytesIO(visitor.page.screenshot(**options))).convert("RGB")
    path = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1024:.0f} KB")
    assert visitor.faults == [], visitor.faults
    visitor.context.close()


if __name__ == "__main__":
    sys.exit(main())
