"""Somebody with many CVs, in several tabs, whose browser is older or full."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from devstack.stack import Stack
from tests.support import Api, new_user
from tests.web.visitor import CV, JOB, Visitor, drop
from tests.wire_model.model import Model

CLIENTS = 52
"""More than one page of the API holds."""


@pytest.fixture(scope="module")
def coach(stack: Stack) -> Api:
    api = Api(stack.url)
    for number in range(CLIENTS):
        cv = {"filename": f"client-{number:02}.md", "content": f"# Client {number}\n\nNurse"}
        assert api.post("/api/v1/cvs", cv).status == 201
    return api


@pytest.fixture(scope="module")
def compared(coach: Api, answering_model: Model) -> list[str]:
    """The first client's CV against a dozen postings, in the order of their wards."""
    [first] = coach.get("/api/v1/cvs?limit=1&order=asc").json["items"]
    ids = []
    for ward in range(12):
        job = {"content": f"Nurse wanted, ward {ward}", "title": f"Ward {ward:02}"}
        ids.append(coach.submit({"cvId": first["id"], "job": job})["analysisId"])
        coach.finished(ids[-1])
    return ids


def test_every_stored_cv_can_be_chosen(visit: Callable[..., Visitor], coach: Api) -> None:
    visitor = visit(user=coach.user)
    visitor.choose("How to give the CV", "Stored")
    expect(visitor.page.get_by_label("Stored CV").locator("option")).to_have_count(CLIENTS)


def test_the_filter_shows_the_cv_that_the_list_is_of(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    first = coach.get(f"/api/v1/analyses/{compared[0]}").json["cvId"]
    visitor = visit(f"/history?cvId={first}", user=coach.user)
    expect(visitor.page.get_by_label("CV", exact=True)).to_have_value(first)


def test_going_back_finds_the_page_of_the_list_that_was_left(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    visitor = visit("/history", user=coach.user)
    page = visitor.page
    visitor.button("Next").click()
    expect(page.locator("main").get_by_text("Page 2 of 2")).to_be_visible()
    page.get_by_role("link", name="Ward 00").click()
    visitor.finished()
    page.go_back()
    expect(page.locator("main").get_by_text("Page 2 of 2")).to_be_visible()
    expect(page.get_by_role("link", name="Ward 00")).to_be_visible()
    # Another order begins at its first page.
    page.get_by_label("Order").select_option(label="Oldest first")
    expect(page.locator("main").get_by_text("Page 1 of 2")).to_be_visible()


def test_a_list_of_documents_keeps_its_order_and_page(visit: Callable[..., Visitor], coach: Api) -> None:
    visitor = visit("/history/cvs", user=coach.user)
    page = visitor.page
    page.get_by_label("Order").select_option(label="Oldest first")
    expect(page.get_by_role("link", name="client-00.md", exact=True)).to_be_visible()
    visitor.button("Next").click()
    page.get_by_role("link", name="client-10.md", exact=True).click()
    expect(page.locator(".text")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="client-10.md", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name="client-10.md", exact=True)).to_be_visible()
    expect(page.get_by_label("Order")).to_have_value("asc")


def test_a_page_of_the_list_that_was_emptied_shows_the_one_before(
    visit: Callable[..., Visitor], stack: Stack
) -> None:
    api = Api(stack.url)
    for number in range(11):
        api.post("/api/v1/cvs", {"filename": f"{number}.md", "content": f"CV {number}"})
    visitor = visit("/history/cvs", user=api.user)
    page = visitor.page
    visitor.button("Next").click()
    visitor.button("Delete: 0.md").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator("tbody tr")).to_have_count(10)


def test_a_page_of_the_list_whose_cursor_is_refused_is_the_first_one(
    visit: Callable[..., Visitor], coach: Api
) -> None:
    visitor = visit("/history/cvs", user=coach.user)
    page = visitor.page
    page.evaluate("history.replaceState({ cursors: ['', 'of another deployment'] }, '')")
    page.reload()
    expect(page.locator("main").get_by_text("Page 1 of 6")).to_be_visible()


def test_what_was_chosen_for_a_comparison_stays_so_while_others_finish(
    visit: Callable[..., Visitor], coach: Api, compared: list[str], model: Model
) -> None:
    visitor = visit("/history", user=coach.user)
    page = visitor.page
    model.behave("slow", seconds=4)
    going = coach.submit({"cv": {"filename": "new.md", "content": CV}, "job": {"content": JOB}})
    page.reload()
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(9)
    boxes.nth(0).check()
    boxes.nth(1).check()
    coach.finished(going["analysisId"])
    expect(boxes).to_have_count(10)
    assert [boxes.nth(place).is_checked() for place in range(3)] == [False, True, True]
    expect(visitor.button("Compare the two")).to_be_enabled()


def test_a_phone_shows_the_whole_of_a_list(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    # In German, whose words are longer.
    visitor = visit("/history", user=coach.user, locale="de-DE", viewport={"width": 320, "height": 640})
    wider = "(list) => list.scrollWidth - list.clientWidth"
    for view in ("/history", "/history/cvs"):
        visitor.go(view)
        assert visitor.page.locator(".scroll").evaluate(wider) <= 0, view


def test_a_tab_that_changed_nothing_leaves_the_draft_of_another(visitor: Visitor) -> None:
    other = visitor.context.new_page()
    other.goto(visitor.url)
    expect(other.locator("main h1")).to_be_visible()
    visitor.give_cv("written in one tab")
    visitor.go("/data")
    other.close(run_before_unload=True)
    visitor.go("/")
    expect(visitor.page.get_by_label("Text of the CV")).to_have_value("written in one tab")


def test_a_full_storage_does_not_bring_back_an_older_draft(visitor: Visitor) -> None:
    visitor.give_cv("older")
    visitor.go("/history")
    visitor.page.evaluate(
        """() => {
            for (let size = 1 << 20; size >= 64; size /= 2)
                try { for (let key = 0; ; key++) localStorage.setItem(`${size}-${key}`, "x".repeat(size)); } catch {}
        }"""
    )
    visitor.go("/")
    visitor.page.get_by_label("Text of the CV").fill(CV)
    visitor.go("/history")
    visitor.go("/")
    expect(visitor.page.get_by_label("Text of the CV")).to_have_value(CV)


def test_a_cv_whose_first_line_is_cut_within_an_emoji_is_accepted(visitor: Visitor, model: Model) -> None:
    visitor.give_cv(f"{'x' * 59}\N{ROCKET} Engineer\n\n{CV}")
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()


def test_postings_that_cannot_be_listed_are_not_called_none(visitor: Visitor) -> None:
    visitor.page.route("**/api/v1/jobs?*", lambda route: route.abort())
    visitor.choose("Job posting: how to give it", "Stored")
    expect(visitor.page.get_by_role("alert")).to_contain_text("cannot be reached")
    visitor.page.unroute("**/api/v1/jobs?*")
    visitor.button("Try again").click()
    expect(visitor.page.get_by_text("No posting is stored yet.")).to_be_visible()


def test_an_address_is_checked_by_what_a_phone_of_2024_knows(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/data")
    visitor.context.add_init_script("delete URL.parse")
    visitor.open()
    visitor.give_cv()
    visitor.choose("Job posting: how to give it", "Web address")
    visitor.page.get_by_label("Address of the posting").fill("no address")
    visitor.analyse()
    expect(visitor.page.get_by_text("Give an address that begins with https://")).to_be_visible()


def test_a_text_is_laid_out_in_the_direction_of_its_script(
    visit: Callable[..., Visitor], stack: Stack
) -> None:
    api = Api(stack.url)
    stored = api.post("/api/v1/cvs", {"filename": "cv.md", "content": "محمد أحمد\n\nPython"}).json
    visitor = visit(f"/history/cvs/{stored['id']}", user=api.user)
    place = """(text) => {
        const range = document.createRange();
        range.setStart(text.firstChild, 0);
        range.setEnd(text.firstChild, 4);
        return text.getBoundingClientRect().right - range.getBoundingClientRect().right;
    }"""
    assert visitor.page.locator(".text").evaluate(place) < 2
    # A date beside such a name stays in one piece, behind it.
    named = {"filename": "محمد أحمد", "content": CV}
    api.submit({"cv": named, "job": {"content": JOB}})
    visitor.go("/history")
    middle = """(line) => [" · ", line.lastChild].map((_, index) => {
        const [text, range] = [line.firstChild, document.createRange()];
        const cut = text.data.indexOf(" · ");
        range.setStart(text, index ? cut + 3 : 0);
        range.setEnd(text, index ? text.length : cut);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
        return index ? Math.min(...boxes.map((box) => box.left)) : Math.max(...boxes.map((box) => box.right));
    })"""
    end_of_name, begin_of_date = visitor.page.locator("tbody .hint").evaluate(middle)
    assert end_of_name <= begin_of_date


def test_the_final_result_keeps_the_filter_the_focus_and_the_place_of_the_preliminary_one(
    visitor: Visitor, model: Model
) -> None:
    page = visitor.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    model.behave("slow", seconds=4)
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    expect(page.locator(".gauge")).to_contain_text("preliminary")
    missing = page.get_by_role("radio", name="Missing")
    page.get_by_role("group", name="Show").get_by_text("Missing").click()
    page.locator("#needs").evaluate("(heading) => heading.scrollIntoView()")
    page.locator(".cv .text").evaluate("(text) => text.scrollTo(0, 90)")
    places = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve([
        Math.round(document.getElementById("needs").getBoundingClientRect().top),
        document.querySelector(".cv .text").scrollTop,
    ]))))"""
    before = page.evaluate(places)
    visitor.finished()
    assert page.evaluate(places) == before
    expect(missing).to_be_checked()
    expect(missing).to_be_focused()
    assert {chip.inner_text() for chip in page.locator(".scroll .chip:visible").all()} <= {"Missing"}
    assert len([url for url in asked if "/cvs/cv-" in url]) == 1


def test_documents_of_the_same_name_are_told_apart_in_a_filter(
    visit: Callable[..., Visitor], stack: Stack
) -> None:
    api = Api(stack.url)
    for name, text in (("cv.pdf", "one"), ("cv.pdf", "another"), ("other.pdf", "third")):
        api.post("/api/v1/cvs", {"filename": name, "content": text})
    visitor = visit("/history", user=api.user)
    options = visitor.page.get_by_label("CV", exact=True).locator("option")
    expect(options).to_have_text(
        ["All", "other.pdf", re.compile(r"^cv\.pdf · .*\d"), re.compile(r"^cv\.pdf · .*\d")]
    )


def test_the_question_before_deleting_names_what_is_deleted(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    visitor = visit("/history", user=coach.user)
    dialog = visitor.page.get_by_role("dialog")
    visitor.button("Delete: Ward 11, client-00.md").click()
    expect(dialog).to_contain_text("Ward 11, client-00.md")
    dialog.get_by_role("button", name="Cancel").click()
    visitor.go("/history/cvs")
    visitor.button("Delete: client-51.md").click()
    expect(dialog).to_contain_text("client-51.md")


def test_analyses_of_different_pages_are_compared(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    visitor = visit("/history?sort=createdAt.asc", user=coach.user)
    page = visitor.page
    page.get_by_role("checkbox", name="Compare: Ward 00").check()
    visitor.button("Next").click()
    page.get_by_role("checkbox", name="Compare: Ward 10").check()
    expect(page.get_by_text("Chosen: Ward 00, client-00.md · Ward 10, client-00.md")).to_be_visible()
    visitor.button("Compare the two").click()
    expect(page.get_by_role("link", name=re.compile("^Ward"))).to_have_text(["Ward 00", "Ward 10"] * 2)
    page.go_back()
    expect(visitor.button("Compare the two")).to_be_disabled()
    boxes = page.get_by_role("checkbox")
    boxes.first.check()
    visitor.button("Choose none").click()
    expect(boxes.first).not_to_be_checked()
    expect(page.get_by_text("Choose two analyses.")).to_be_visible()


def test_who_turns_the_page_sees_where_it_begins_and_hears_which_it_is(
    visit: Callable[..., Visitor], coach: Api
) -> None:
    visitor = visit("/history/cvs", user=coach.user, viewport={"width": 390, "height": 700})
    visitor.button("Next").click()
    expect(visitor.page.get_by_role("link", name="client-41.md", exact=True)).to_be_in_viewport()
    expect(visitor.page.locator("#live")).to_have_text("Page 2 of 6")
    expect(visitor.button("Next")).to_be_focused()


def test_words_find_an_analysis_among_many(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    visitor = visit("/history", user=coach.user)
    page = visitor.page
    visitor.button("Next").click()
    page.get_by_label("Find").fill("01 wärd")
    expect(page.get_by_role("rowheader")).to_have_count(1)
    expect(page.get_by_role("link", name="Ward 01")).to_be_visible()
    expect(page.locator("#live")).to_have_text("1 found.")
    # What may be somebody's name stands neither in the address nor in the browser's list of them.
    assert page.evaluate("location.hash") == "#/history?find=on"
    page.reload()
    expect(page.get_by_label("Find")).to_have_value("01 wärd")
    expect(page.get_by_role("rowheader")).to_have_count(1)
    page.get_by_role("link", name="Ward 01").click()
    visitor.finished()
    page.go_back()
    expect(page.get_by_label("Find")).to_have_value("01 wärd")
    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_label("Find")).to_have_value("")
    page.get_by_label("Find").fill("client-00")
    expect(page.get_by_text("12 found.").first).to_be_visible()
    page.get_by_label("Find").fill("nobody")
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    page.get_by_label("Find").fill("")
    expect(page.locator("main").get_by_text("Page 1 of 2")).to_be_visible()


def test_words_find_a_cv_among_more_than_the_api_gives_at_once(
    visit: Callable[..., Visitor], coach: Api
) -> None:
    visitor = visit("/history/cvs", user=coach.user)
    page = visitor.page
    page.get_by_label("Find").fill("CLIENT-00")
    expect(page.get_by_role("rowheader")).to_have_text([re.compile(r"^client-00\.md")])
    page.get_by_label("Find").fill("nobody")
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    page.get_by_role("link", name="Show all").click()
    expect(page.get_by_role("rowheader")).to_have_count(10)


def test_scores_from_above_scores_to_are_not_asked_for(visit: Callable[..., Visitor], coach: Api) -> None:
    visitor = visit("/history", user=coach.user)
    asked: list[str] = []
    visitor.page.get_by_label("Score from").fill("80")
    visitor.page.get_by_label("Score from").press("Tab")
    visitor.settled()
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.get_by_label("Score to").fill("20")
    visitor.page.get_by_label("Score to").press("Tab")
    expect(visitor.page.get_by_label("Score to")).to_have_js_property("validity.valid", False)
    expect(visitor.page.get_by_role("alert")).to_have_count(0)
    assert asked == []


def test_the_progress_of_one_client_is_not_that_of_another(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    api = Api(stack.url)
    job = {"content": JOB, "title": "Ward nurse"}
    names = ("Jo Doe.pdf", "Max Muster CV.md", "Jo_Doe v2 (1).pdf", "max-muster-cv-final.md", "Third.md")
    for number, name in enumerate(names):
        cv = {"filename": name, "content": f"{CV}\n\n{number}"}
        job_id = api.finished(api.submit({"cv": cv, "job": job})["analysisId"])["jobId"]
    visitor = visit(f"/history/progress?jobId={job_id}", user=api.user)
    page = visitor.page
    expect(page.get_by_role("img", name="Line chart of 5 scores of 3 CVs")).to_be_visible()
    expect(page.locator("polyline")).to_have_count(3)
    changes = page.locator("td.number:last-child").all_inner_texts()
    assert [bool(change) for change in changes] == [False, False, True, True, False]
    page.get_by_label("CV", exact=True).select_option(label="Jo_Doe v2 (1).pdf")
    expect(page.get_by_role("rowheader")).to_have_text(["Jo Doe.pdf", "Jo_Doe v2 (1).pdf"])
    assert "doe" not in page.url
    page.reload()
    expect(page.get_by_role("rowheader")).to_have_text(["Jo Doe.pdf", "Jo_Doe v2 (1).pdf"])
    assert visitor.axe() == []


def test_several_cvs_are_ranked_against_a_posting(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    api = Api(stack.url)
    for name, text in (
        ("good.md", CV),
        ("weak.md", "# Max\n\nGardener"),
        ("left-out.md", "# Third\n\nNurse"),
    ):
        api.post("/api/v1/cvs", {"filename": name, "content": text})
    job_id = api.post("/api/v1/jobs", {"content": JOB, "title": "Ward nurse"}).json["id"]
    visitor = visit(f"/history/jobs/{job_id}", user=api.user)
    page = visitor.page
    page.get_by_text("Which stored CV fits best?").click()
    expect(visitor.button("Analyse", exact=True)).to_be_disabled()
    names = page.locator(".rank label").all_inner_texts()
    assert names == ["good.md", "left-out.md", "weak.md"]
    visitor.button("All or none").click()
    expect(visitor.button("Analyse 3 CVs")).to_be_enabled()
    visitor.button("All or none").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    page.get_by_role("checkbox", name="weak.md").check()
    page.get_by_role("checkbox", name="good.md").check()
    assert visitor.axe() == []
    model.behave("slow", seconds=1)
    visitor.button("Analyse 2 CVs").click()
    expect(page.get_by_role("heading", level=1, name="Ward nurse")).to_be_visible()
    expect(page.locator("td.number strong")).to_have_count(2)
    expect(page.locator("#live")).to_have_text("2 of 2 finished.")
    page.reload()
    expect(page.get_by_role("rowheader")).to_have_text([re.compile("^good.md"), re.compile("^weak.md")])


def test_a_ranking_is_one_list_however_many_it_holds(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    visitor = visit(f"/batch/{','.join(compared)}", user=coach.user)
    expect(visitor.page.get_by_role("rowheader")).to_have_count(12)
    expect(visitor.button("Next")).to_have_count(0)


def test_more_cvs_than_are_analysed_at_once_cannot_be_sent(visit: Callable[..., Visitor], coach: Api) -> None:
    job_id = coach.post("/api/v1/jobs", {"content": JOB, "title": "Ward nurse"}).json["id"]
    visitor = visit(f"/history/jobs/{job_id}", user=coach.user)
    page = visitor.page
    page.get_by_text("Which stored CV fits best?").click()
    expect(page.get_by_role("checkbox", name="client-00.md")).to_be_visible()
    visitor.button("All or none").click()
    expect(visitor.button("Analyse 20 CVs")).to_be_enabled()
    page.locator(".rank").get_by_role("checkbox", checked=False).first.check()
    expect(visitor.button("Analyse 21 CVs")).to_be_disabled()
    expect(page.get_by_text("21 are chosen; at most 20 can be analysed at once.")).to_be_visible()
    page.get_by_role("checkbox", name="client-20.md").uncheck()
    expect(visitor.button("Analyse 20 CVs")).to_be_enabled()
    # What was ranked in several goes is one list, too.
    page.get_by_role("link", name="All analyses of it").click()
    expect(page.get_by_label("Order")).to_have_value("overallScore.desc")
    assert f"jobId={job_id}" in page.url


def test_a_phone_shows_the_score_and_the_list_without_scrolling_past_tools(
    visit: Callable[..., Visitor], coach: Api, compared: list[str]
) -> None:
    visitor = visit(f"/analyses/{compared[0]}", user=coach.user, viewport={"width": 390, "height": 740})
    page = visitor.page
    expect(page.locator(".gauge strong")).to_be_in_viewport(ratio=1)
    assert visitor.overflow == 0
    visitor.go("/history")
    expect(page.get_by_role("rowheader").nth(1)).to_be_in_viewport(ratio=1)
    page.get_by_text("More filters").click()
    page.get_by_label("Status").select_option(label="Failed")
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    page.reload()  # what is filtered is to be seen
    expect(page.get_by_label("Status")).to_be_visible()
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    assert visitor.axe() == []


def test_several_cvs_are_added_at_once_and_each_refused_one_is_named(visit: Callable[..., Visitor]) -> None:
    visitor = visit("/history/cvs", user=new_user())
    page = visitor.page
    names = ("ada.md", "scan.png", "ben.txt", "broken.pdf")
    with page.expect_file_chooser() as chooser:
        visitor.button("Add CVs").click()
    assert chooser.value.is_multiple()
    chooser.value.set_files(
        [
            {"name": name, "mimeType": "application/octet-stream", "buffer": f"{CV}{name}".encode()}
            for name in names
        ]
    )
    expect(page.get_by_role("rowheader")).to_have_text([re.compile("ben.txt"), re.compile("ada.md")])
    expect(page.locator("#live")).to_have_text("2 CVs are stored. Open a posting to see which fits best.")
    expect(page.locator(".refused h2")).to_have_text(["scan.png", "broken.pdf"])
    expect(page.locator(".refused").first).to_contain_text("is not a PDF, .docx, .md or .txt file")
    expect(page.locator(".refused").last).to_contain_text("not, or it is damaged")
    expect(visitor.button("Add CVs")).to_be_focused()
    assert visitor.axe() == []
    drop(page.locator("tbody"), CV, "dropped.md", "too.md")
    expect(page.get_by_role("rowheader")).to_have_count(4)
    expect(page.locator(".refused")).to_have_count(0)
