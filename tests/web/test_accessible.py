"""For everybody: axe on every view in both themes, keyboard alone, small and magnified screens, no motion."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from devstack.stack import Stack
from tests.support import Api
from tests.web.visitor import CV, JOB, Visitor, stored_history
from tests.wire_model.model import Model

VIEWS = [
    "/",
    "/analyses/{last}",
    "/batch/{first},{last}",
    "/history",
    "/history/progress",
    "/history/cvs",
    "/history/jobs",
    "/history/cvs/{cv}",
    "/history/jobs/{job}",
    "/history/compare/{first}/{last}",
    "/data",
    "/analyses/analysis-of-nobody",
    "/nowhere",
]
WINDOW: ViewportSize = {"width": 1280, "height": 800}
DESKTOP = {"viewport": WINDOW}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALL: tuple[ViewportSize, ...] = ({"width": 320, "height": 640}, {"width": 640, "height": 400})
"""A window of 1280 pixels at 400 % (WCAG 1.4.10) and at 200 % (1.4.4)."""


@pytest.fixture(scope="module")
def history(stack: Stack, answering_model: Model) -> tuple[Api, dict[str, str]]:
    api, ids = stored_history(stack.url, versions=2)
    last = api.get(f"/api/v1/analyses/{ids[1]}").json
    return api, {"first": ids[0], "last": ids[1], "cv": last["cvId"], "job": last["jobId"]}


@pytest.mark.parametrize("options", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_on_any_view(
    visit: Callable[..., Visitor], history: tuple[Api, dict[str, str]], options: dict[str, object]
) -> None:
    visitor = visit(user=history[0].user, **options)
    found: dict[str, list[str]] = {}
    titles: set[str] = set()
    for view in VIEWS:
        visitor.go(view.format(**history[1]))
        for details in visitor.page.locator("summary").all():
            details.click()
        found[view] = visitor.axe()
        assert visitor.overflow == 0, view
        expect(visitor.page.get_by_role("heading", level=1)).to_have_count(1)
        titles.add(visitor.page.title())
        if options == DESKTOP:
            for size in SMALL:
                visitor.page.set_viewport_size(size)
                assert visitor.overflow == 0, (view, size)
            visitor.page.set_viewport_size(WINDOW)
    assert len(titles) >= len(VIEWS) - 4  # the lists of the history share theirs
    assert {view: violations for view, violations in found.items() if violations} == {}


def test_axe_finds_nothing_on_the_description_of_the_api(visitor: Visitor, stack: Stack) -> None:
    visitor.page.goto(f"{stack.url}/api/v1/docs")
    for size in (WINDOW, SMALL[0]):
        visitor.page.set_viewport_size(size)
        assert visitor.axe() == []
        assert visitor.overflow == 0


def test_names_without_a_gap_do_not_widen_a_small_window(visit: Callable[..., Visitor], stack: Stack) -> None:
    api, name = Api(stack.url), "Lebenslauf_und_Zeugnisse_" * 8
    body = {
        "cv": {"filename": f"{name}.md", "content": f"{name}\n\n{CV}"},
        "job": {"content": f"{name}\n\n{JOB}", "title": name},
    }
    analyses = [api.finished(api.submit({**body, "force": True})["analysisId"]) for _ in range(2)]
    first, last = (one["id"] for one in analyses)
    visitor = visit(user=api.user, viewport=SMALL[0])
    # Of another kind than the CV, so that advice and gaps name it, too.
    unlike = {**body, "job": {"content": "Requirements\n- Kubernetes\n- Terraform", "title": name}}
    unlike_id = api.finished(api.submit(unlike)["analysisId"])["id"]
    for view in (*VIEWS, f"/analyses/{unlike_id}"):
        visitor.go(view.format(first=first, last=last, cv=analyses[0]["cvId"], job=analyses[0]["jobId"]))
        for details in visitor.page.locator("summary").all():
            details.click()
        assert visitor.overflow == 0, view


def test_axe_finds_nothing_in_passing_states(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    found = [visitor.axe()]  # the empty start page
    visitor.analyse()
    found.append(visitor.axe())  # errors at the inputs
    posting = page.get_by_label("Text of the posting")
    expect(posting).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#cv-file")).to_have_attribute("aria-invalid", "true")
    visitor.give_cv()
    visitor.give_posting()
    expect(posting).to_have_attribute("aria-invalid", "false")
    visitor.button("Add another posting").click()
    visitor.choose("Posting 2: how to give it", "Stored")
    expect(page.get_by_text("No posting is stored yet.")).to_be_visible()
    found.append(visitor.axe())
    visitor.button("Remove: Posting 2").click()
    model.behave("slow", seconds=3)
    visitor.analyse()
    expect(page.locator(".gauge")).to_contain_text("preliminary")
    found.append(visitor.axe())
    visitor.finished()
    visitor.button("Delete").click()
    found.append(visitor.axe())  # a question
    page.keyboard.press("Escape")
    visitor.open("/history/cvs")
    visitor.context.route(
        "**/api/v1/jobs*", lambda route: route.fulfill(status=503, body="<html>gateway</html>")
    )
    page.get_by_role("link", name="Postings").click()
    expect(page.get_by_role("alert")).to_contain_text("not available")
    found.append(visitor.axe())
    assert found == [[]] * len(found)


def tab_to(page: Page, name: str, *, most: int = 40) -> None:
    """By the Tab key to the control with this name; every stop on the way has to be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const one = document.activeElement, style = getComputedStyle(one.closest('label,body') ?? one);
            const label = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent;
            const box = (one.type === 'radio' || one.type === 'file' ? one.labels[0] : one).getBoundingClientRect();
            return {label: label.trim(), seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight}; }"""
        )
        assert stop["seen"], stop
        if stop["label"].startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name!r}")


def test_the_main_way_by_keyboard_alone(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(page, "File")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Text of the CV")
    page.keyboard.insert_text(CV)
    tab_to(page, "Text of the posting")
    page.keyboard.insert_text(JOB)
    tab_to(page, "Analyse")
    page.keyboard.press("Enter")
    visitor.finished()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(page, "How this score came about")
    page.keyboard.press("Space")
    expect(page.get_by_role("cell", name="By rules").or_(page.get_by_text("By rules").first)).to_be_visible()
    tab_to(page, "All")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".needs tbody").first.locator(".chip.met:visible")).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    tab_to(page, page.locator(".quote").first.inner_text())
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Text of the CV")).to_be_focused()
    tab_to(page, "Back to the requirement")
    page.keyboard.press("Enter")
    expect(page.locator(".quote").first).to_be_focused()


def test_a_question_keeps_the_focus_and_gives_it_back(
    visit: Callable[..., Visitor], history: tuple[Api, dict[str, str]]
) -> None:
    visitor = visit("/data", user=history[0].user)
    page = visitor.page
    visitor.button("Delete everything").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Type DELETE to confirm")).to_be_focused()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(visitor.button("Delete everything")).to_be_focused()


def test_nothing_moves_where_motion_is_unwanted(visit: Callable[..., Visitor], model: Model) -> None:
    model.behave("slow", seconds=3)
    visitor = visit(reduced_motion="reduce")
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(visitor.page.locator(".steps")).to_be_visible()
    assert visitor.page.evaluate("document.getAnimations().length") == 0


def test_what_is_chosen_can_be_told_where_the_system_sets_the_colours(
    visit: Callable[..., Visitor], history: tuple[Api, dict[str, str]]
) -> None:
    visitor = visit(f"/analyses/{history[1]['last']}", user=history[0].user, forced_colors="active")
    page = visitor.page
    look = "(one) => { const style = getComputedStyle(one); return [style.backgroundColor, style.borderBottomColor]; }"
    options = [one.evaluate(look) for one in page.locator(".segmented span").all()]
    assert options.count(options[0]) == 1  # "All" is chosen
    bar = "(one) => getComputedStyle(one).backgroundImage"
    assert "rgb(0, 0, 0)" in page.locator(".level").first.evaluate(bar)
    visitor.go("/history")
    links = [one.evaluate(look) for one in page.locator("header nav a").all()]
    assert [links.count(link) for link in links] == [2, 1, 2]


def test_letters_of_twice_the_size_leave_the_ways_on_a_phone(visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 360, "height": 740})
    visitor.page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert visitor.overflow == 0


def test_what_is_wrong_with_an_address_is_told_with_its_field(visitor: Visitor) -> None:
    visitor.give_cv()
    visitor.choose("Job posting: how to give it", "Web address")
    visitor.analyse()
    address = visitor.page.get_by_label("Address of the posting")
    expect(address).to_be_focused()
    expect(address).to_have_accessible_description(
        "Give an address that begins with https:// or http://. "
        "The server reads the page. Where that is not possible, paste the text."
    )


def test_what_has_the_focus_is_not_under_the_header(
    visit: Callable[..., Visitor], history: tuple[Api, dict[str, str]]
) -> None:
    visitor = visit(f"/analyses/{history[1]['last']}", user=history[0].user, **DESKTOP)
    page = visitor.page
    page.locator("#api-docs").focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        covered = page.evaluate(
            """() => { const one = document.activeElement, header = document.querySelector('header');
            const under = one.getBoundingClientRect().bottom <= header.getBoundingClientRect().bottom + 1;
            return under && !header.contains(one) && one.id !== 'skip' && one !== document.body ? one.textContent : ''; }"""
        )
        assert covered == ""
