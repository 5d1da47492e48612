"""Somebody in a browser: what tests do on the page in the words of its labels, and what went wrong meanwhile."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, expect

from tests.support import ROOT, Api, new_user

expect.set_options(timeout=15_000)

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
CV = (ROOT / "samples/cvs/intensive-care-nurse.md").read_text(encoding="utf-8")
JOB = (ROOT / "samples/jobs/icu-registered-nurse.md").read_text(encoding="utf-8")
OTHER_JOB = (ROOT / "samples/jobs/community-nurse-team-lead.md").read_text(encoding="utf-8")

_WATCH = """
addEventListener('securitypolicyviolation', (event) => report(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
_BECOME = """
try {{ localStorage.getItem('cv-checker.user') ?? localStorage.setItem('cv-checker.user', {user}) }} catch {{}}
"""


class Visitor:
    """``user``: whose browser this is; None lets the page make a user id."""

    def __init__(self, browser: Browser, url: str, *, user: str | None = None, **options: Any) -> None:
        self.url, self.faults = url, list[str]()
        self.context = browser.new_context(**{"locale": "en-GB", "timezone_id": "UTC"} | options)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
        self.context.expose_binding("report", lambda _, text: self.faults.append(text))
        self.context.add_init_script(_WATCH)
        if user:
            self.context.add_init_script(_BECOME.format(user=json.dumps(json.dumps(user))))
        self.page = self._watched(self.context.new_page())

    def _watched(self, page: Page) -> Page:
        def on_console(message: ConsoleMessage) -> None:
            # A request that fails is reported by the browser; whether that is a fault the tests decide.
            if message.type == "error" and not message.text.startswith("Failed to load resource"):
                self.faults.append(f"console: {message.text}")

        def on_dialog(dialog: Dialog) -> None:
            self.faults.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("console", on_console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", on_dialog)
        return page

    @property
    def api(self) -> Api:
        """The same user over HTTP."""
        user = self.page.evaluate("localStorage.getItem('cv-checker.user')")
        return Api(self.url, json.loads(user))

    def open(self, path: str = "") -> None:
        """A fresh load of the page at ``#path``, until it shows its heading and loads nothing more."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.url}/{f'#{path}' if path else ''}")
        self.settled()

    def go(self, path: str) -> None:
        """To another view within the page, as a link does."""
        # Read in the same step: a view that chooses for the visitor writes its choice into the address.
        hash_ = self.page.evaluate("(hash) => { location.hash = hash; return location.hash; }", path)
        expect(self.page.locator("main")).to_have_attribute("data-shown", hash_)
        self.settled()

    def settled(self) -> None:
        expect(self.page.locator("main h1")).to_be_visible()
        expect(self.page.locator(".waiting, [aria-busy]")).to_have_count(0)

    def button(self, name: str | re.Pattern[str], **options: Any) -> Locator:
        return self.page.get_by_role("button", name=name, **options)

    def choose(self, group: str, name: str) -> None:
        """A radio button, by the text that covers it."""
        self.page.get_by_role("group", name=group).get_by_text(name, exact=True).click()

    def give_cv(self, text: str = CV, name: str = "") -> None:
        self.choose("How to give the CV", "Text")
        self.page.get_by_role("textbox", name="Text of the CV").fill(text)
        self.page.get_by_label("Name of this version").fill(name)

    def give_file(self, path: Path | dict[str, Any]) -> None:
        self.page.locator("input[type=file]").set_input_files(path)  # type: ignore[arg-type]

    def give_posting(self, text: str = JOB) -> None:
        self.page.get_by_label("Text of the posting").last.fill(text)

    def analyse(self) -> None:
        self.page.get_by_role("button", name=re.compile(r"^Analyse")).click()

    def finished(self) -> None:
        """The shown analysis has ended, well."""
        expect(self.button("Print")).to_be_visible()
        self.settled()

    def axe(self) -> list[str]:
        """What axe finds: WCAG 2.2 A and AA, and its own best practices; in the other theme of colours alone."""
        session = self.context.new_cdp_session(self.page)
        # By the debugger's own evaluation: the page's policy lets no script in.
        session.send("Runtime.evaluate", {"expression": f"if (!window.axe) {{ {AXE} }}"})
        found = []
        for scheme, rules in (("light", ""), ("dark", "runOnly: 'color-contrast', ")):
            run = f"axe.run({{{rules}resultTypes: ['violations']}}).then((one) => JSON.stringify(one.violations))"
            # Without motion, so that no colour is on its way to another.
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            answer = session.send("Runtime.evaluate", {"expression": run, "awaitPromise": True})
            found += [
                f"{scheme}: {one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}"
                for one in json.loads(answer["result"]["value"])
            ]
        session.detach()
        return found

    @property
    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        pixels: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return max(0, pixels)


def drop(place: Locator, text: str, *names: str) -> None:
    """Files of these names with this text, let go of over a place."""
    transfer = place.page.evaluate_handle(
        """([text, names]) => { const held = new DataTransfer();
        for (const name of names) held.items.add(new File([text + name], name, {type: 'text/markdown'})); return held; }""",
        [text, names],
    )
    for event in ("dragover", "drop"):
        place.dispatch_event(event, {"dataTransfer": transfer})


JOB_TITLE = "Registered Nurse - Cardiovascular ICU (Nights)"
OTHER_TITLE = "Community Nursing Team Leader (Band 7)"


def stored_history(url: str, *, versions: int = 3) -> tuple[Api, list[str]]:
    """A user with so many versions of a CV against one posting, and one against another; ids, oldest first."""
    api = Api(url, new_user())
    ids = []
    for number in range(versions):
        # Each version shows more of what the posting asks for.
        text = CV
        for term in ("Epic", "ACLS", "BLS")[: versions - 1 - number]:
            text = text.replace(term, "")
        cv = {"filename": f"nurse-v{number + 1}.md", "content": text}
        ids.append(api.submit({"cv": cv, "job": {"content": JOB, "title": JOB_TITLE}})["analysisId"])
        assert api.finished(ids[-1])["status"] == "completed"
    other = {
        "cv": {"filename": "nurse.md", "content": CV},
        "job": {"content": OTHER_JOB, "title": OTHER_TITLE},
    }
    ids.append(api.submit(other)["analysisId"])
    api.finished(ids[-1])
    return api, ids
