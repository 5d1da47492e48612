"""What goes wrong is told, nothing that was typed is lost, and there is a way on."""

import json
import re
import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from devstack.stack import Stack
from tests.app.stores import container
from tests.support import Api
from tests.web.cv_file import cv_pdf
from tests.web.test_new_visitor import send_at
from tests.web.visitor import CV, JOB, Visitor
from tests.wire_model.model import Model


def test_a_failed_analysis_is_retried_and_a_damaged_one_can_be_looked_at_again_or_deleted(
    visitor: Visitor, stack: Stack, model: Model
) -> None:
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    analysis_id = visitor.page.url.rsplit("/", 1)[-1]
    with container(stack) as items:
        document = items.read_item(analysis_id, partition_key=visitor.api.user)
        error = {"code": "processing_failed", "message": "It failed.", "retryable": True}
        failed = {**document, "status": "failed", "result": None, "overallScore": None, "error": error}
        items.upsert_item(failed | {"cvFilename": []})
        visitor.open(f"/analyses/{analysis_id}")
        alert = visitor.page.get_by_role("alert")
        expect(alert).to_contain_text("delete it to start anew")
        expect(visitor.page.get_by_text("Trying again")).to_have_count(0)  # it stays so
        expect(visitor.button("Delete")).to_be_visible()
        items.upsert_item(failed)
    visitor.button("Try again").click()
    expect(alert).to_contain_text("Something went wrong on our side")
    visitor.button("Try again").click()
    visitor.finished()
    expect(visitor.page.locator(".gauge")).to_be_visible()
    expect(visitor.page.get_by_role("alert")).to_have_count(0)


def test_without_its_model_the_result_says_so_and_can_be_deepened(visitor: Visitor, model: Model) -> None:
    model.behave("refusal")
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    expect(visitor.page.get_by_role("group", name="Please note")).to_contain_text("by rules alone")
    expect(visitor.page.locator(".summary + .notice")).to_be_visible()  # the score comes first
    model.behave("good")
    visitor.button("Run it again with the closer reading").click()
    expect(visitor.page.locator(".bars")).to_contain_text("Closer reading")
    visitor.finished()
    expect(visitor.page.get_by_role("group", name="Please note")).to_have_count(0)


def test_an_analysis_can_be_left_and_found_again(visitor: Visitor, model: Model) -> None:
    model.behave("slow", seconds=3)
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(visitor.page.locator(".gauge")).to_contain_text("preliminary")
    visitor.page.get_by_role("link", name="History").first.click()
    expect(visitor.page.locator(".chip", has_text="In progress")).to_be_visible()
    expect(visitor.page.locator("td.number strong")).to_be_visible()
    visitor.page.get_by_role("row").last.get_by_role("link").click()
    visitor.finished()


def test_a_posting_that_waits_to_be_read_is_not_called_untitled(visitor: Visitor) -> None:
    waiting = {
        "id": "analysis-1",
        "status": "queued",
        "cvFilename": "cv.md",
        "createdAt": "2026-01-01T09:00:00Z",
    }
    answer = {"items": [waiting], "nextCursor": None, "total": 1}
    visitor.context.route("**/api/v1/analyses?**", lambda route: route.fulfill(json=answer))
    visitor.go("/history")
    row = visitor.page.get_by_role("rowheader")
    expect(row.get_by_role("link")).to_have_text("Analysis")
    waiting["status"] = "failed"  # it was read, or never will be
    expect(row.get_by_role("link")).to_have_text("Untitled posting")


def test_a_cancelled_analysis_leaves_what_was_typed(visitor: Visitor, model: Model) -> None:
    model.behave("slow", seconds=8)
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.button("Cancel analysis").click()
    expect(visitor.page.locator("#toast")).to_contain_text("Cancelled")
    expect(visitor.page.get_by_role("textbox", name="Text of the CV")).to_have_value(CV)
    expect(visitor.page.get_by_label("Text of the posting")).to_have_value(JOB)
    visitor.open("/history")
    expect(visitor.page.get_by_text("No analyses yet.")).to_be_visible()


def test_the_database_goes_away_and_comes_back(visitor: Visitor, stack: Stack, model: Model) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting()
    stack.signal("cosmos", signal.SIGKILL)
    try:
        visitor.analyse()
        expect(page.get_by_role("alert").last).to_contain_text("not available at the moment", timeout=20_000)
    finally:
        stack.restart("cosmos")
    expect(page.get_by_role("textbox", name="Text of the CV")).to_have_value(CV)
    visitor.button("Try again").click()
    expect(page.locator(".gauge")).to_be_visible(timeout=20_000)
    visitor.finished()


def test_without_a_connection_it_waits_and_goes_on(visit: Callable[..., Visitor], model: Model) -> None:
    model.behave("slow", seconds=6)
    visitor = visit()
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting()
    visitor.context.set_offline(True)
    expect(page.get_by_text("You are offline.").first).to_be_visible()
    visitor.analyse()
    expect(page.get_by_role("alert").last).to_contain_text("cannot be reached")
    visitor.context.set_offline(False)
    visitor.button("Try again").click()
    expect(page.locator(".progress")).to_be_visible()
    visitor.context.set_offline(True)
    expect(page.get_by_text("Trying again in 5 seconds.")).to_be_visible()
    visitor.context.set_offline(False)  # which it notices by itself
    visitor.finished()


def test_a_view_that_cannot_be_fetched_is_told(visitor: Visitor) -> None:
    visitor.context.set_offline(True)
    visitor.page.get_by_role("link", name="My data").first.click()
    expect(visitor.page.get_by_role("alert")).to_contain_text("cannot be reached")
    heading = visitor.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("This page could not be fetched")
    # Beginning anew without a connection would lose the page.
    visitor.button("Try again").click()
    expect(heading).to_have_text("This page could not be fetched")
    visitor.context.set_offline(False)
    expect(heading).to_have_text("My data")


def test_a_browser_that_keeps_nothing_is_told(visit: Callable[..., Visitor], model: Model) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        """Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }});
        Object.defineProperty(navigator, 'clipboard', {value: undefined})"""
    )
    visitor.open()
    expect(visitor.page.get_by_text("This browser keeps nothing for this page")).to_be_visible()
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    visitor.page.get_by_role("link", name="History").first.click()
    expect(visitor.page.locator("td.number strong")).to_be_visible()
    visitor.go("/data")
    visitor.button("Copy").click()
    expect(visitor.page.locator("#toast")).to_contain_text("Select and copy it by hand.")


def test_an_odd_address_is_no_blank_page(visitor: Visitor) -> None:
    for path in ("/analyses/%", "/history/cvs/%E0%A4%A", "/history?sort=%&cvId=%zz", "//", "/data/x"):
        visitor.open(path)
        assert visitor.page.locator("main").inner_text().strip(), path


def test_cancelling_an_older_analysis_leaves_what_was_begun_since(visitor: Visitor, model: Model) -> None:
    model.behave("slow", seconds=8)
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(visitor.button("Cancel analysis")).to_be_visible()
    running = visitor.page.url.split("#")[1]
    visitor.go("/")
    visitor.give_posting("The next posting")
    visitor.go(running)
    visitor.button("Cancel analysis").click()
    expect(visitor.page.locator("#toast")).to_have_text("Cancelled.")
    expect(visitor.page).to_have_url(re.compile(r"#/history$"))
    visitor.go("/")
    expect(visitor.page.get_by_label("Text of the posting")).to_have_value("The next posting")


def test_what_was_deleted_in_another_tab_is_to_be_chosen_anew(visitor: Visitor, model: Model) -> None:
    page, api = visitor.page, visitor.api
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    visitor.go("/")
    visitor.give_posting("The next posting")
    api.delete(f"/api/v1/cvs/{api.get('/api/v1/cvs').json['items'][0]['id']}?cascade=true")
    visitor.analyse()
    expect(page.locator(".error", has_text="The CV chosen here was deleted")).to_be_visible()
    expect(page.get_by_text("No CV is stored yet.")).to_be_visible()
    visitor.give_cv()
    visitor.choose("Job posting: how to give it", "Stored")
    expect(page.get_by_label("Stored posting")).to_be_visible()
    for job in api.get("/api/v1/jobs").json["items"]:
        api.delete(f"/api/v1/jobs/{job['id']}?cascade=true")
    visitor.analyse()
    expect(page.locator(".error", has_text="The posting chosen here was deleted")).to_be_visible()
    expect(page.get_by_text("No posting is stored yet.")).to_be_visible()


def test_while_it_is_sent_the_button_says_so(visitor: Visitor, model: Model) -> None:
    waiting: list[Route] = []
    visitor.page.route("**/api/v1/analyze", lambda route: waiting.append(route))
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(visitor.button("Sending …")).to_be_disabled()
    waiting[0].abort()
    expect(visitor.button("Analyse")).to_be_enabled()


@pytest.mark.parametrize("part", ["text/*.json", "router.js"])
def test_a_page_that_cannot_be_loaded_says_so(visit: Callable[..., Visitor], part: str) -> None:
    visitor = visit()
    visitor.page.route(f"**/{part}", lambda route: route.abort())
    visitor.page.goto("about:blank")
    visitor.page.goto(visitor.url)
    expect(visitor.page.get_by_role("alert")).to_contain_text("This page could not be loaded.")
    visitor.faults.clear()  # what it says is that there was one
    visitor.page.unroute(f"**/{part}")
    visitor.open()
    expect(visitor.page.get_by_role("alert")).to_have_count(0)


def test_a_view_that_breaks_while_it_waits_says_so(visitor: Visitor) -> None:
    visitor.page.route("**/api/v1/cvs?*", lambda route: route.fulfill(json={"items": [None], "total": 1}))
    visitor.page.evaluate("location.hash = '/history/cvs'")
    expect(visitor.page.get_by_role("alert")).to_contain_text("Please reload it.")
    visitor.faults.clear()  # what it says is that there was one


def answer(status: int, code: str = "", detail: str = "", **more: object) -> Callable[[Route], None]:
    """Of the API when there is a code, else of something between it and the page."""
    problem = {"status": status, "code": code, "detail": detail, "requestId": "r", **more}
    return lambda route: route.fulfill(status=status, body=json.dumps(problem) if code else "<h1>Sorry</h1>")


def test_what_a_gateway_answers_is_told_in_words(visitor: Visitor) -> None:
    visitor.give_cv()
    visitor.give_posting()
    alert = visitor.page.get_by_role("alert")
    for status, told in (
        (429, "Too many requests at the moment."),
        (413, "This is too large for the service."),
        (403, "The service refused this (status 403)."),
        (502, "not available at the moment"),
        (200, "cannot be reached"),  # the sign-in page of a hotel's network
    ):
        visitor.page.route("**/api/v1/analyze", answer(status))
        visitor.analyse()
        expect(alert).to_contain_text(told)
        expect(visitor.button(re.compile("^Analyse"))).to_be_focused()
        visitor.page.unroute("**/api/v1/analyze")


def test_the_limit_of_a_day_says_when_it_ends(visitor: Visitor) -> None:
    visitor.page.route(
        "**/api/v1/analyze",
        answer(429, "too_many_requests", "The limit of 5 new analyses a day is reached.", retryAfter=7200),
    )
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(visitor.page.get_by_role("alert")).to_have_text(
        re.compile(r"limit of 5 new analyses a day is reached\.New ones are possible from .*\d\d:\d\d\.$")
    )
    expect(visitor.button("Try again")).to_have_count(0)  # it could not help


def test_what_is_wrong_with_a_file_is_told_in_one_sentence(visit: Callable[..., Visitor]) -> None:
    picture = {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(3000)}
    alerts = []
    for locale in ("en-GB", "de-DE"):
        visitor = visit(locale=locale)
        visitor.give_file(picture)
        alerts.append(visitor.page.get_by_role("alert"))
    exactly = "This is a picture. Upload a .pdf, .docx, .md or .txt file."
    expect(alerts[0]).to_have_text(exactly)
    expect(alerts[1].locator("p").first).to_have_text(re.compile("^Diese Art von Datei wird nicht gelesen."))
    exactly = "Das ist ein Bild. Laden Sie eine .pdf-, .docx-, .md- oder .txt-Datei hoch."
    expect(alerts[1].locator("p.hint")).to_have_text(exactly)
    expect(alerts[1].locator("[lang=en]")).to_have_count(0)


def test_postings_that_cannot_be_read_are_asked_for_one_by_one(visitor: Visitor) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.button("Add another posting").click()
    for number in (1, 2):
        visitor.choose(f"Posting {number}: how to give it", "Web address")
        page.get_by_label("Address of the posting").last.fill(f"http://127.0.0.1:9/{number}")
    visitor.analyse()
    expect(page.get_by_text("Paste the posting’s text instead.")).to_have_count(2)
    expect(page.get_by_label("Text of the posting").first).to_be_focused()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_nul_in_a_pasted_text_is_left_out(visitor: Visitor, model: Model) -> None:
    visitor.give_cv(CV.replace("Nora", "No\0ra"))
    visitor.give_posting(f"{JOB}\0")
    visitor.analyse()
    visitor.finished()


def test_a_list_that_is_no_answer_of_the_api_can_be_asked_for_again(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.page.route("**/api/v1/cvs?*", answer(200))
    visitor.page.get_by_role("link", name="History").first.click()
    visitor.page.get_by_role("link", name="CVs").click()
    expect(visitor.page.get_by_role("alert")).to_contain_text("cannot be reached")
    visitor.page.unroute("**/api/v1/cvs?*")
    visitor.button("Try again").click()
    expect(visitor.page.get_by_text("No CVs yet.")).to_be_visible()


def test_a_long_text_may_take_as_long_as_a_slow_line_needs(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    waiting: list[Route] = []
    page.route("**/api/v1/analyze", lambda route: waiting.append(route))
    visitor.give_cv(CV + "Night shifts, too. " * 4000)
    visitor.give_posting()
    page.clock.install()
    visitor.analyse()
    page.clock.fast_forward(50_000)
    expect(visitor.button("Sending …")).to_be_disabled()
    waiting[0].continue_()
    visitor.finished()
    visitor.go("/")
    visitor.give_posting("Nurse")
    visitor.analyse()
    page.clock.fast_forward(25_000)  # for a few bytes that is too long
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")


def test_an_upload_is_given_up_only_when_nothing_moves(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    # A browser whose limits on the whole of a request end a hundred times sooner.
    visitor.context.add_init_script(
        """const limit = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "timeout");
        Object.defineProperty(XMLHttpRequest.prototype, "timeout",
          {...limit, set(milliseconds) { limit.set.call(this, milliseconds / 100); }});"""
    )
    visitor.open()
    send_at(visitor, 20_000)
    long = {"name": "cv.md", "mimeType": "text/markdown", "buffer": f"{CV}{'- Nights\n' * 8000}".encode()}
    visitor.give_file(long)
    expect(page.locator(".file")).to_contain_text("characters read")
    send_at(visitor, -1)
    page.clock.install()
    page.route("**/api/v1/cvs", lambda _: None)  # never answered
    visitor.give_file(long)
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.clock.fast_forward(61_000)
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")


def test_a_file_can_be_given_and_taken_back_without_losing_the_focus(visitor: Visitor) -> None:
    chooser = visitor.page.locator("input[type=file]")
    chooser.focus()
    visitor.give_file(cv_pdf())
    expect(visitor.page.locator(".file")).to_contain_text("characters read")
    expect(chooser).to_be_focused()
    visitor.button("Remove from this analysis").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".file")).to_have_count(0)
    expect(chooser).to_be_focused()
    visitor.give_file({"name": "cv.pdf", "mimeType": "application/pdf", "buffer": bytes(3000)})
    expect(visitor.page.get_by_role("alert")).to_be_visible()
    expect(chooser).to_be_focused()


def test_it_works_without_what_phones_learnt_in_2024(visit: Callable[..., Visitor], model: Model) -> None:
    visitor = visit()
    visitor.context.add_init_script("delete AbortSignal.any; delete URL.canParse; delete URL.parse")
    visitor.open()
    visitor.give_file(cv_pdf())
    expect(visitor.page.locator(".file")).to_contain_text("characters read")
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()


def test_who_comes_back_to_a_cut_wait_need_not_wait_again(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    model.behave("slow", seconds=2)
    visitor.give_cv()
    visitor.give_posting()
    page.route("**/api/v1/analyses/*", lambda route: route.abort())
    page.clock.install()
    page.clock.pause_at("2100-01-01")
    visitor.analyse()
    expect(page.get_by_text("Trying again in 5 seconds.")).to_be_visible()
    page.unroute("**/api/v1/analyses/*")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    visitor.finished()


def test_what_stays_the_same_is_told_once_and_leaves_the_focus(visitor: Visitor) -> None:
    page = visitor.page
    page.clock.install()
    visitor.context.route("**/api/v1/analyses/analysis-1", answer(503, "service_unavailable", "Away."))
    page.evaluate("location.hash = '/analyses/analysis-1'")
    again = visitor.button("Try again")
    again.focus()
    again.evaluate("(button) => (button.first = true)")
    # The second request is made when the first one's answer was told.
    for _ in range(2):
        with page.expect_response("**/analysis-1"):
            page.clock.fast_forward("00:06")
    assert again.evaluate("(button) => button.first && button === document.activeElement")
    again.press("Enter")  # who asks hears again
    page.wait_for_function("() => !document.querySelector('main .notice button').first")
    expect(again).to_be_focused()


def test_what_a_list_cannot_show_is_told_and_can_be_deleted(
    visit: Callable[..., Visitor], stack: Stack
) -> None:
    api = Api(stack.url)
    cvs = [{"filename": f"cv-{number:02}.md", "content": f"Cook {number}"} for number in range(11)]
    ids = [api.post("/api/v1/cvs", cv).json["id"] for cv in cvs]
    with container(stack) as documents:
        for broken in ids[1:]:
            documents.upsert_item(documents.read_item(broken, api.user) | {"filename": []})
    visitor = visit("/data", user=api.user)
    page = visitor.page
    visitor.button("Export everything").click()
    expect(page.locator("#toast")).to_have_text("10 entries cannot be read and are not in the file.")
    visitor.go("/history/cvs")
    notice = page.get_by_role("group", name="Please note")
    expect(notice).to_contain_text("10 entries here cannot be read and are not shown.")
    expect(page.get_by_text("No CVs yet.")).to_have_count(0)
    # A page that holds nothing else is no page that was emptied.
    visitor.button("Next").click()
    readable = page.get_by_role("rowheader")
    expect(readable).to_have_text(re.compile(r"^cv-00\.md"))
    expect(notice).to_have_count(0)
    visitor.button("Previous").click()
    visitor.button("Delete what cannot be read").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("will be deleted, and all analyses of them.")
    dialog.get_by_role("button", name="Delete").click()
    expect(readable).to_have_text(re.compile(r"^cv-00\.md"))
    expect(notice).to_have_count(0)
    assert [one["id"] for one in api.get("/api/v1/cvs?includeTotal=true").json["items"]] == ids[:1]


def test_who_waits_for_long_in_the_queue_is_told_so(visitor: Visitor) -> None:
    page = visitor.page
    page.clock.install()
    analysis = {
        "id": "analysis-1",
        "status": "queued",
        "cvFilename": "cv.md",
        "createdAt": "2026-01-01T09:00:00Z",
    }
    visitor.context.route("**/api/v1/analyses/analysis-1", lambda route: route.fulfill(json=analysis))
    visitor.page.evaluate("location.hash = '/analyses/analysis-1'")
    steps = page.locator(".steps li")
    expect(steps).to_have_text(
        ["Stored and queued", "Comparing the texts"]
    )  # whether more follows is not known
    expect(page.get_by_role("heading", level=1)).to_have_text("Analysis")  # and whether it has a title
    late = page.locator(".progress").get_by_text("This takes longer than usual")
    expect(late).to_have_count(0)
    page.clock.fast_forward("00:30")
    expect(late).to_be_visible()
    expect(page.locator("#live")).to_contain_text("This takes longer than usual")
    assert visitor.axe() == []
    analysis |= {"status": "processing"}
    expect(late).to_have_count(0)
