"""Somebody who comes back: drafts, stored documents, the history, and the page as they left it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from devstack.stack import Stack
from tests.support import Api
from tests.web.cv_file import cv_pdf
from tests.web.visitor import CV, JOB, JOB_TITLE, OTHER_JOB, Visitor, stored_history
from tests.wire_model.model import Model


@pytest.fixture(scope="module")
def history(stack: Stack, answering_model: Model) -> tuple[Api, list[str]]:
    return stored_history(stack.url)


def test_a_draft_survives_a_reload_and_other_views(visitor: Visitor) -> None:
    page = visitor.page
    visitor.give_cv("# Half a CV", "Draft")
    visitor.give_posting("Half a posting")
    visitor.button("Add another posting").click()
    visitor.give_posting("Half of another")
    page.get_by_role("link", name="My data").first.click()
    visitor.settled()
    page.reload()
    page.get_by_role("link", name="New analysis").first.click()
    expect(page.get_by_role("textbox", name="Text of the CV")).to_have_value("# Half a CV")
    expect(page.get_by_label("Name of this version")).to_have_value("Draft")
    expect(page.get_by_label("Text of the posting").first).to_have_value("Half a posting")
    page.reload()
    expect(page.get_by_label("Text of the posting").last).to_have_value("Half of another")
    visitor.button("Remove: Posting 1").click()
    expect(page.get_by_label("Text of the posting")).to_have_value("Half of another")


def test_who_goes_back_from_the_result_finds_what_was_sent(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    posting = page.get_by_label("Text of the posting")
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    # Next time the CV is there and the posting is done with.
    page.get_by_role("link", name="New analysis").first.click()
    expect(page.get_by_label("Stored CV")).to_be_visible()
    expect(posting).to_have_value("")
    page.go_back()
    visitor.finished()
    page.go_back()
    expect(page.get_by_role("textbox", name="Text of the CV")).to_have_value(CV)
    expect(posting).to_have_value(JOB)
    # What is changed there is what counts from then on.
    posting.fill("Changed")
    page.reload()
    expect(posting).to_have_value("Changed")


def test_a_deleted_cv_leaves_no_text_in_the_browser(visitor: Visitor, model: Model) -> None:
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    kept = "Object.values(localStorage).join().includes('NORA NOTREAL')"
    assert visitor.page.evaluate(kept)
    visitor.go("/history/cvs")
    visitor.button(re.compile("^Delete")).click()
    visitor.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(visitor.page.get_by_text("No CVs yet.")).to_be_visible()
    assert not visitor.page.evaluate(kept)


def test_a_changed_cv_is_analysed_against_the_same_posting(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    visitor.give_cv(CV.replace("ACLS", "A course"), name="nora.md")
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    first = page.url
    visitor.button("Analyse a changed CV").click()
    text = page.get_by_role("textbox", name="Text of the CV")
    expect(text).to_have_value(CV.replace("ACLS", "A course"))
    expect(page.get_by_label("Stored posting")).to_be_visible()
    text.fill(CV)
    visitor.analyse()
    visitor.finished()
    assert page.url != first
    visitor.go("/history/progress")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("tbody th")).to_have_text(["nora.md", "nora.md"])


def test_a_changed_cv_leaves_the_postings_that_were_typed_since(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    visitor.give_file(cv_pdf())
    expect(page.locator(".file")).to_contain_text("characters read")
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    result = page.url.split("#")[1]
    visitor.go("/")
    visitor.give_posting("The next posting")
    visitor.go(result)
    visitor.button("Analyse a changed CV").click()
    expect(visitor.button("Choose a file")).to_be_visible()
    expect(page.get_by_label("Stored posting")).to_be_visible()
    expect(page.get_by_label("Text of the posting")).to_have_value("The next posting")


def test_who_closed_the_tab_while_it_ran_finds_it_from_the_start(visitor: Visitor, model: Model) -> None:
    model.behave("slow", seconds=3)
    last = visitor.page.get_by_role("link", name="Go to what you analysed last")
    expect(last).to_have_count(0)
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(visitor.button("Cancel analysis")).to_be_visible()
    expect(visitor.page).to_have_title(re.compile("^In progress · "))
    visitor.page.close()
    visitor.page = visitor.context.new_page()
    visitor.open()
    last = visitor.page.get_by_role("link", name="Go to what you analysed last")
    last.click()
    visitor.finished()
    expect(visitor.page).to_have_title(re.compile(r"^\d+(\.\d)? · "))
    other = visitor.api.submit({"cv": {"filename": "other.md", "content": CV}, "job": {"content": OTHER_JOB}})
    visitor.api.finished(other["analysisId"])
    delete_shown(visitor, f"/analyses/{other['analysisId']}")
    visitor.go("/")
    expect(last).to_be_visible()
    # Where it is no more, nothing leads to it.
    last.click()
    delete_shown(visitor, visitor.page.url.split("#")[1])
    visitor.go("/")
    expect(last).to_have_count(0)


def delete_shown(visitor: Visitor, analysis: str) -> None:
    visitor.go(analysis)
    visitor.button("Delete").click()
    visitor.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(visitor.page).to_have_url(re.compile("#/history$"))


def test_stored_documents_need_no_second_upload(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    visitor = visit(user=history[0].user)
    page = visitor.page
    visitor.choose("How to give the CV", "Stored")
    page.get_by_label("Stored CV").select_option(index=0)
    visitor.choose("Job posting: how to give it", "Stored")
    page.get_by_label("Stored posting").select_option(index=1)
    visitor.analyse()
    visitor.finished()
    # The same CV and posting were analysed before: that result is the answer.
    assert any(page.url.endswith(analysis_id) for analysis_id in history[1])


def test_the_history_is_filtered_and_sorted(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    visitor = visit("/history", user=history[0].user)
    page = visitor.page
    scores = page.locator("td.number")
    expect(scores).to_have_count(4)
    page.get_by_label("Order").select_option(label="Lowest score first")
    visitor.settled()
    shown = [float(text) for text in scores.all_inner_texts()]
    assert shown == sorted(shown)
    page.get_by_label("Score from").fill(f"{shown[0] + 0.1:.1f}")
    page.get_by_label("Score from").press("Tab")
    expect(scores).to_have_count(3)
    expect(page.get_by_role("link", name="Community")).to_have_count(0)
    page.get_by_label("Status").select_option(label="Failed")
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    # The filters are part of the address.
    page.reload()
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    expect(page.get_by_label("Order")).to_have_value("overallScore.asc")
    page.get_by_role("link", name="Show all").click()
    expect(scores).to_have_count(4)
    expect(page.get_by_label("Status")).to_have_value("")


def test_many_analyses_come_page_by_page(visit: Callable[..., Visitor], stack: Stack, model: Model) -> None:
    api = Api(stack.url)
    jobs = [{"content": f"Nurse wanted, ward {number}", "title": f"Ward {number:02}"} for number in range(12)]
    accepted = api.post("/api/v1/analyze/batch", {"cv": {"filename": "cv.md", "content": CV}, "jobs": jobs})
    assert accepted.status == 202
    visitor = visit("/history", user=api.user)
    page = visitor.page
    rows = page.locator("tbody tr")
    expect(page.locator("main").get_by_text("Page 1 of 2")).to_be_visible()
    expect(rows).to_have_count(10)
    visitor.button("Next").click()
    expect(page.locator("main").get_by_text("Page 2 of 2")).to_be_visible()
    expect(rows).to_have_count(2)
    expect(visitor.button("Next")).to_be_disabled()
    visitor.button("Previous").click()
    expect(rows).to_have_count(10)
    # They finish while somebody looks on.
    expect(page.locator(".chip")).to_have_count(0, timeout=30_000)


def test_progress_over_time_is_a_line_and_a_table(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    visitor = visit("/history/progress", user=history[0].user)
    page = visitor.page
    page.get_by_label("Posting").select_option(label=JOB_TITLE)
    expect(page.locator("tbody tr")).to_have_count(3)
    chart = page.get_by_role("img", name=re.compile("Line chart of 3 scores"))
    expect(chart.locator("circle")).to_have_count(3)
    changes = page.locator("td.number:last-child").all_inner_texts()
    assert changes[0] == ""
    assert all(text.startswith("+") for text in changes[1:])


def test_two_analyses_are_compared(visit: Callable[..., Visitor], history: tuple[Api, list[str]]) -> None:
    visitor = visit("/history", user=history[0].user)
    page = visitor.page
    boxes = page.get_by_role("checkbox")
    compare = visitor.button("Compare the two")
    boxes.nth(1).check()
    expect(compare).to_be_disabled()
    boxes.nth(3).check()
    compare.click()
    expect(page.get_by_role("heading", level=1, name="What changed")).to_be_visible()
    expect(page).to_have_title("What changed · CV Checker")
    sides = page.locator("thead .side a").all_inner_texts()
    assert sides[:2] == ["nurse-v1.md", "nurse-v3.md"]  # of one posting, whose name tells nothing apart
    visitor.settled()
    overall = page.get_by_role("row", name=re.compile("Overall score"))
    before, after = (float(text) for text in overall.locator("td").all_inner_texts()[:2])
    change = overall.locator("td").last.inner_text()
    assert float(change) == pytest.approx(after - before, abs=0.051)
    assert change.startswith("+")
    expect(page.get_by_role("row", name=re.compile("^Keywords"))).to_contain_text("not counted")
    acls = page.get_by_role("row", name=re.compile("^ACLS")).locator("td")
    assert acls.all_inner_texts() == ["Missing", "Met", "Better"]


def test_two_people_are_told_apart_and_have_not_changed(visit: Callable[..., Visitor], model: Model) -> None:
    visitor = visit()
    page, api = visitor.page, visitor.api
    ids = []
    for name in ("Ada Invented.md", "Ben Invented.md"):
        cv = {"filename": name, "content": f"{CV}\n\n{name}"}
        ids.append(api.submit({"cv": cv, "job": {"content": JOB}})["analysisId"])
        api.finished(ids[-1])
    visitor.go(f"/history/compare/{ids[0]}/{ids[1]}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Two analyses side by side")
    expect(page.get_by_role("columnheader", name="Difference")).to_have_count(2)
    expect(page.get_by_text("Change", exact=True)).to_have_count(0)


def test_a_phone_shows_every_score_of_the_progress(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    visitor = visit("/history/progress", user=history[0].user, viewport={"width": 360, "height": 740})
    page = visitor.page
    page.get_by_label("Posting").select_option(label=JOB_TITLE)
    expect(page.locator("tbody tr")).to_have_count(3)
    assert page.locator(".scroll").evaluate("(list) => list.scrollWidth - list.clientWidth") <= 0
    box = page.locator("tbody .number").last.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 360
    assert page.locator(".chart text").first.evaluate("(text) => text.getBoundingClientRect().height") > 11


@pytest.mark.parametrize(
    ("locale", "told", "way", "addresses"),
    [
        (
            "en-GB",
            "This address asks for what the list cannot show.",
            "Show all",
            ("/history?minScore=80&maxScore=20", "/history?status=lost", "/history/cvs?order=up"),
        ),
        (
            "de-DE",
            "Diese Adresse verlangt etwas, das die Liste nicht zeigen kann.",
            "Alle zeigen",
            ("/history?status=lost",),
        ),
    ],
)
def test_an_address_that_no_list_answers_leads_to_the_whole_list(
    visit: Callable[..., Visitor],
    history: tuple[Api, list[str]],
    locale: str,
    told: str,
    way: str,
    addresses: tuple[str, ...],
) -> None:
    visitor = visit("/data", user=history[0].user, locale=locale)
    page = visitor.page
    for address in addresses:
        visitor.go(address)
        expect(page.get_by_text(told)).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
        page.get_by_role("link", name=way).click()
        expect(page.locator("tbody tr").first).to_be_visible()


def test_lists_and_comparisons_are_printed_without_what_is_to_be_clicked(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    api, ids = history
    visitor = visit("/history", user=api.user)
    page = visitor.page
    page.emulate_media(media="print")
    expect(page.locator("tbody tr").first).to_contain_text(re.compile(r"nurse.*\.md.*\d$", re.DOTALL))
    for control in page.locator("main :is(button, input, select), main nav").all():
        expect(control).to_be_hidden()
    expect(page.get_by_text("It says nothing about a person.")).to_be_visible()
    visitor.go(f"/analyses/{ids[2]}")
    expect(page.locator(".quote").first).to_be_visible()


def test_a_document_is_shown_and_deleted_with_its_analyses(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    api, _ = stored_history(stack.url, versions=1)
    visitor = visit("/history/jobs", user=api.user)
    page = visitor.page
    page.get_by_role("row").nth(1).get_by_role("link").first.click()
    expect(page.locator(".text")).to_have_text(OTHER_JOB.strip(), use_inner_text=True)
    visitor.button("Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    visitor.button("Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("row")).to_have_count(2)
    assert [one["jobTitle"] for one in api.get("/api/v1/analyses").json["items"]] == [JOB_TITLE]


def test_theme_and_language_are_remembered(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    visitor = visit(f"/analyses/{history[1][0]}", user=history[0].user, color_scheme="light")
    page = visitor.page
    background = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(background)
    visitor.button("Dark theme").click()
    expect(visitor.button("Dark theme")).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate(background)
    assert dark != light
    visitor.button("Deutsch").click()
    expect(page.get_by_role("heading", name="Was Sie zuerst tun sollten")).to_be_visible()
    assert page.evaluate(background) == dark
    score = history[0].get(f"/api/v1/analyses/{history[1][0]}").json["overallScore"]
    expect(page.locator(".gauge strong")).to_have_text(f"{score:g}".replace(".", ","))
    assert re.search(r"\d\d\.\d\d\.\d{4}, \d\d:\d\d", page.locator(".meta").inner_text())
    assert page.evaluate("document.documentElement.lang") == "de"


def test_a_german_browser_gets_german(visit: Callable[..., Visitor]) -> None:
    visitor = visit(locale="de-AT")
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie gut passt Ihr Lebenslauf zur Stelle?")
    for path in ("/history", "/history/progress", "/history/cvs", "/history/jobs", "/data", "/nowhere"):
        visitor.go(path)
        texts = page.locator("main").inner_text()
        assert not re.search(r"\b(the|your|yet|analysis|stored|you)\b", texts), texts
    visitor.go("/")
    page.get_by_role("group", name="Wie Sie den Lebenslauf angeben").get_by_text("Text", exact=True).click()
    page.get_by_label("Text des Lebenslaufs").fill(CV)
    page.get_by_label("Text der Anzeige").fill(JOB.replace("Associate degree", "Master's degree"))
    visitor.button("Analysieren").click()
    expect(visitor.button("Drucken")).to_be_visible()
    # What the model writes is English, which the page says; what page and engine write is not.
    expect(page.get_by_text("Einige Sätze darunter sind auf Englisch.")).to_be_visible()
    page.locator("summary", has_text="In Ordnung").click()
    expect(page.get_by_text("Die Zeiträume nennen Monate.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Ausbildung"))).to_contain_text("verlangt: Bachelor;")
    english = page.evaluate(
        """() => [...document.querySelectorAll('main [lang=""], main [lang=en], main .needs th')].forEach((one) => one.remove())
        ?? document.querySelector('main').innerText"""
    )
    assert not re.search(r"\b(the|your|degree|yet|analysis|stored|you|years)\b", english), english


def test_a_comparison_on_a_phone_shows_the_changes(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]]
) -> None:
    api, ids = history
    visitor = visit(
        f"/history/compare/{ids[0]}/{ids[2]}", user=api.user, viewport={"width": 390, "height": 844}
    )
    for row in ("Overall score", "ACLS"):
        changed = visitor.page.get_by_role("row", name=re.compile(f"^{row}")).locator("td").last
        box = changed.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 390
    wider = "(list) => list.scrollWidth - list.clientWidth"
    assert all(one.evaluate(wider) <= 0 for one in visitor.page.locator(".scroll").all())
    # The names above the columns are as wide as these; and with the spacing of WCAG 1.4.12 verdicts keep apart.
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    assert all(head.bounding_box()["width"] > 80 for head in visitor.page.locator(".side").all())  # type: ignore[index]
    visitor.page.evaluate(
        "Object.assign(document.documentElement.style, {letterSpacing: '0.12em', wordSpacing: '0.16em'})"
    )
    gaps = """(rows) => rows.map((row) => [...row.querySelectorAll(".chip")].map((chip) => chip.getBoundingClientRect()))
        .filter((chips) => chips.length === 2).map(([left, right]) => right.left - left.right)"""
    assert min(visitor.page.locator("tbody tr").evaluate_all(gaps)) > 2


def test_a_comparison_tells_that_the_methods_differ(visit: Callable[..., Visitor], model: Model) -> None:
    visitor = visit()
    api = visitor.api
    body = {"cv": {"filename": "cv.md", "content": CV}, "job": {"content": JOB}, "force": True}
    ids = []
    for behaviour in ("good", "good", "refusal"):
        model.behave(behaviour)
        ids.append(api.submit(body)["analysisId"])
        api.finished(ids[-1])
    told = visitor.page.get_by_text("The two were made by different versions or methods")
    visitor.go(f"/history/compare/{ids[0]}/{ids[1]}")
    expect(told).to_have_count(0)
    visitor.go(f"/history/compare/{ids[1]}/{ids[2]}")
    expect(told).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "date"),
    [("en-GB", r"\d+ \w+ \d{4}, \d\d:\d\d$"), ("en-US", r"\w+ \d+, \d{4}, \d+:\d\d\s[AP]M$")],
)
def test_dates_are_written_as_in_the_country_of_the_browser(
    visit: Callable[..., Visitor], history: tuple[Api, list[str]], locale: str, date: str
) -> None:
    visitor = visit(f"/analyses/{history[1][0]}", user=history[0].user, locale=locale)
    assert re.search(date, visitor.page.locator(".meta p").first.inner_text())
