"""Somebody's first visit: from a PDF and a posting to a result, and what can be done with it."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support import wait_for
from tests.web.cv_file import cv_pdf
from tests.web.visitor import CV, JOB, Visitor, drop
from tests.wire_model.model import Model


def test_a_pdf_and_a_posting_become_a_result(visitor: Visitor, model: Model) -> None:
    model.behave("slow", seconds=2.5)
    page = visitor.page
    visitor.give_file(cv_pdf())
    expect(page.locator(".file")).to_contain_text("nora-notreal.pdf")
    expect(page.locator(".file")).to_contain_text("characters read")
    expect(page.locator(".drop")).to_have_text(
        "Use another filePDF, Word (.docx), Markdown or text, up to 5 MB"
    )
    visitor.give_posting()
    visitor.analyse()

    expect(page.get_by_role("heading", level=1)).not_to_have_text("Untitled posting")
    # What the rules found is there first, and says that it is not the last word.
    expect(page.get_by_text("Preliminary: the texts were compared by rules")).to_be_visible()
    expect(page.locator(".gauge")).to_contain_text("preliminary")
    expect(page.locator("[aria-current=step]")).to_contain_text("Closer reading")
    expect(page.locator("#live")).to_contain_text("Preliminary score")

    visitor.finished()
    expect(page.locator(".gauge")).to_contain_text("of 100")
    expect(page.get_by_text("Preliminary:")).to_have_count(0)
    expect(page.locator("#live")).to_contain_text("Finished. Score")
    expect(page.locator(".bars")).to_contain_text("Closer reading")
    expect(page.get_by_role("heading", name="What to do first")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Registered Nurse")


def test_what_tells_most_comes_first_and_the_score_is_explained_by_numbers_that_add_up(
    visitor: Visitor, model: Model
) -> None:
    page = visitor.page
    visitor.give_cv(CV.replace("nora.notreal@example.com", ""))
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    titles = page.get_by_role("heading", level=2).all_inner_texts()
    assert titles[:4] == ["What to do first", "Strengths", "Gaps", "What the posting asks for"]
    looks = page.locator(".checks li:visible")
    expect(looks).to_have_text([re.compile("There is no e-mail address.")])
    page.locator("summary", has_text="Fine").click()
    expect(looks).to_have_count(9)

    page.get_by_text("How this score came about").click()
    cells = page.locator(".arithmetic td:last-child").all_inner_texts()
    skills, experience, share_of_rules, semantic, soft, share_of_reading = (
        float(cell.removeprefix("= ")) for cell in cells if cell.startswith("=")
    )
    by_rules, by_reading, overall = (float(cell) for cell in cells if not cell.startswith("="))
    assert skills + experience == pytest.approx(by_rules, abs=0.11)
    assert semantic + soft == pytest.approx(by_reading, abs=0.11)
    assert share_of_rules == pytest.approx(0.6 * by_rules, abs=0.11)
    assert share_of_rules + share_of_reading == pytest.approx(overall, abs=0.11)
    assert page.locator(".gauge strong").inner_text() == f"{overall:g}"
    # Every part says what it is, and whether it counts.
    bars = page.locator(".bars dt").all_inner_texts()
    assert [bar.split("\n")[0] for bar in bars if "not counted" in bar] == ["Education", "Keywords"]
    assert page.locator(".about dt").all_inner_texts() == [bar.split("\n")[0] for bar in bars]
    page.get_by_text("worked out figure by figure").click()
    points = page.locator(".bars dd").first.inner_text()
    expect(page.locator(".figures li", has_text=re.compile(f"^skills {points} ="))).to_be_visible()


def test_years_are_those_in_such_roles_and_none_are_said_to_be_asked_for_where_none_are(
    visitor: Visitor, model: Model
) -> None:
    # Nine years as a nurse are none as an accountant; without the words "in such roles" that reads like a mistake.
    page, api = visitor.page, visitor.api
    years = page.get_by_role("row", name=re.compile("Experience in such roles"))
    cv = {"filename": "nurse.md", "content": CV}
    for first, told in (
        ("3 years of experience in accounting", "asked for: 3 years; shown: 0 years"),
        ("Gemeinschaftsverpflegung", "asked for: no number of years; shown: 0 years"),
    ):
        job = {"content": f"# Accountant\n\nRequirements\n- {first}\n- IFRS\n- SAP"}
        analysis = api.submit({"cv": cv, "job": job})["analysisId"]
        api.finished(analysis)
        visitor.go(f"/analyses/{analysis}")
        expect(years).to_contain_text(told)
    education = page.get_by_role("row", name=re.compile("^Education"))
    expect(education).to_have_text(re.compile("^EducationNot asked forshown: "))
    # A long word stays whole, beside its verdict or above it.
    word, short = (
        page.get_by_text("Gemeinschaftsverpflegung", exact=True),
        page.get_by_text("IFRS", exact=True),
    )
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 740})
        heights = [one.evaluate("(need) => need.offsetHeight") for one in (word, short)]
        assert heights[0] == heights[1], width


def test_from_a_result_there_is_a_way_to_the_posting_and_to_each_quote_and_back(
    visitor: Visitor, model: Model
) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()
    page.get_by_role("link", name="Read the posting").click()
    expect(page.locator(".text")).to_have_text(JOB.strip(), use_inner_text=True)
    page.go_back()
    visitor.finished()

    quote = page.locator(".quote").nth(3)
    quote.click()
    marked = "".join(page.locator("mark.now").all_inner_texts())
    assert marked == quote.inner_text()
    assert marked in CV
    expect(page.locator("mark.now").first).to_be_in_viewport()
    expect(page.get_by_role("region", name="Text of the CV")).to_be_focused()
    visitor.button("Back to the requirement").click()
    expect(quote).to_be_focused()


def test_a_result_can_be_kept_linked_printed_run_again_and_deleted(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    visitor.give_cv(name="Nora, first version")
    visitor.give_posting()
    visitor.analyse()
    visitor.finished()

    with page.expect_download() as download:
        visitor.button("Download JSON").click()
    # A coach hands over ten of them.
    assert download.value.suggested_filename.endswith(", Nora, first version.json")
    kept = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert kept["status"] == "completed"
    assert kept["cvFilename"] == "Nora, first version"

    visitor.button("Copy link").click()
    expect(page.locator("#toast")).to_contain_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    visitor.finished()
    expect(page.locator(".meta")).to_contain_text("Nora, first version")

    page.evaluate("print = () => { printed = document.title; dispatchEvent(new Event('afterprint')); }")
    visitor.button("Print").click()
    printed, title = page.evaluate("[printed, document.title]")
    assert printed.endswith(", Nora, first version")
    assert title.endswith("CV Checker")
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert len(pages) == 2

    # Pressed twice, it is run once.
    visitor.button("Run again").dblclick()
    expect(page).not_to_have_url(link)
    visitor.finished()
    assert visitor.api.get("/api/v1/analyses?includeTotal=true").json["total"] == 2
    visitor.button("Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page).to_have_url(re.compile(r"#/history$"))
    expect(page.get_by_role("row")).to_have_count(2)


def test_what_cannot_be_sent_is_said_before_it_is_sent(visitor: Visitor) -> None:
    page = visitor.page
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.method))
    visitor.analyse()
    expect(page.get_by_text("Choose a file with your CV.")).to_be_visible()
    expect(page.get_by_text("Paste the text of the posting.")).to_be_visible()
    expect(page.locator("input[type=file]")).to_be_focused()
    for file, sentence in (
        ({"name": "cv.odt", "mimeType": "x/y", "buffer": b"text"}, "cv.odt is not a PDF"),
        (
            {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": bytes(5 * 2**20 + 1)},
            "has 5.1 MB; at most 5 MB",
        ),
        ({"name": "cv.md", "mimeType": "text/markdown", "buffer": b""}, "cv.md is empty"),
    ):
        visitor.give_file(file)
        expect(page.locator(".error", has_text=sentence)).to_be_visible()
    visitor.give_cv("x" * (100 * 1024 + 1))
    visitor.give_posting()
    visitor.analyse()
    expect(page.get_by_text("has 101 KB; at most 100 KB are possible")).to_be_visible()
    assert "POST" not in requests


def test_a_file_that_cannot_be_read_is_said_so(visitor: Visitor) -> None:
    visitor.give_file({"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 no more"})
    expect(visitor.page.get_by_role("alert").first).to_be_visible()
    expect(visitor.page.locator("input[type=file]")).to_be_attached()
    visitor.give_file({"name": "cv.odt", "mimeType": "x/y", "buffer": b"text"})
    expect(visitor.page.locator(".error", has_text="cv.odt is not a PDF")).to_be_visible()
    expect(visitor.page.get_by_role("alert")).to_have_count(0)


def test_an_upload_shows_its_progress_and_can_be_stopped(visitor: Visitor) -> None:
    page = visitor.page
    send_at(visitor, 100_000)
    pdf = cv_pdf()
    visitor.give_file({**pdf, "buffer": pdf["buffer"] + b"\n%" * 500_000})
    bar = page.get_by_role("progressbar", name="Sending nora-notreal.pdf")
    expect(bar).to_be_visible()
    wait_for(lambda: 0 < bar.evaluate("(one) => one.value") < 1)
    visitor.button("Cancel").click()
    expect(bar).to_have_count(0)
    expect(page.locator("input[type=file]")).to_be_focused()
    send_at(visitor, -1)
    visitor.give_file(pdf)
    expect(page.locator(".file")).to_contain_text("characters read")
    assert len(visitor.api.get("/api/v1/cvs").json["items"]) == 1


def test_who_analyses_before_the_file_is_read_is_told_to_wait(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    pdf = cv_pdf()
    long = {
        "name": "this-year.md",
        "mimeType": "text/markdown",
        "buffer": f"{CV}{'- Nights\n' * 9000}".encode(),
    }
    visitor.give_posting()
    visitor.choose("How to give the CV", "File")
    visitor.give_file({**pdf, "name": "last-year.pdf"})
    expect(page.locator(".file")).to_contain_text("characters read")
    send_at(visitor, 40_000)
    visitor.give_file(long)
    visitor.analyse()
    told = page.get_by_text("The file is still being read.")
    expect(told).to_be_visible()
    assert not visitor.api.get("/api/v1/analyses").json["items"]  # of the file before it, either
    visitor.button("Cancel").click()
    expect(told).to_have_count(0)
    expect(page.locator(".file")).to_contain_text("last-year.pdf")
    visitor.give_file(long)
    visitor.analyse()
    expect(told).to_be_visible()
    expect(page.locator(".file")).to_contain_text("characters read")
    expect(page.locator(".file")).to_contain_text("this-year.md")
    expect(told).to_have_count(0)
    send_at(visitor, -1)
    visitor.analyse()
    visitor.finished()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 no more"], ids=["refused at once", "refused when read"])
def test_a_file_that_was_to_be_replaced_is_not_analysed(visitor: Visitor, content: bytes) -> None:
    page = visitor.page
    visitor.give_file({**cv_pdf(), "name": "last-year.pdf"})
    expect(page.locator(".file")).to_contain_text("characters read")
    visitor.give_file({"name": "this-year.pdf", "mimeType": "application/pdf", "buffer": content})
    expect(page.locator("main :is([role=alert], .error:not(:empty))")).to_have_count(1)
    expect(page.locator(".file")).to_have_count(0)
    visitor.give_posting()
    visitor.analyse()
    expect(page.get_by_text("Choose a file with your CV.")).to_be_visible()


def send_at(visitor: Visitor, rate: int) -> None:
    """Uploads go at ``rate`` bytes a second from now on; -1: as fast as they can."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    line = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", line)


def test_a_dropped_file_is_taken_and_of_several_none(visitor: Visitor) -> None:
    page = visitor.page
    panel = page.locator("section.panel").first
    visitor.choose("How to give the CV", "Text")
    drop(panel, CV, "one.md", "another.md")
    expect(page.locator(".error", has_text="Give one CV here.")).to_be_visible()
    drop(panel, CV, "dropped.md")
    expect(page.locator(".file")).to_contain_text("characters read")
    expect(page.locator(".file strong")).to_have_text("dropped.md")


def test_a_file_dropped_beside_its_place_does_not_replace_the_page(visitor: Visitor) -> None:
    kept = """() => { const held = new DataTransfer(); held.items.add(new File(['x'], 'cv.md'));
        const event = new DragEvent('drop', {dataTransfer: held, bubbles: true, cancelable: true});
        return !document.querySelector('h1').dispatchEvent(event); }"""
    assert visitor.page.evaluate(kept)


def test_first_paint_does_not_wait_for_the_api(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.context.route("**/api/**", lambda _: None)  # never answered
    visitor.page.reload()
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    visitor.give_posting(JOB)


def test_an_unreadable_address_asks_for_the_text(visitor: Visitor) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.choose("Job posting: how to give it", "Web address")
    address = page.get_by_label("Address of the posting")
    address.fill("ftp://example.com/job")
    visitor.analyse()
    expect(page.get_by_text("begins with https://")).to_be_visible()
    address.fill("http://127.0.0.1:9/private")
    visitor.analyse()
    expect(page.get_by_text("Paste the posting’s text instead.")).to_be_visible()
    text = page.get_by_label("Text of the posting")
    expect(text).to_be_focused()
    # Above it: below a field of that height a phone's keyboard would cover it.
    told, field = page.get_by_text("Paste the posting’s text instead.").bounding_box(), text.bounding_box()
    assert told
    assert field
    assert told["y"] < field["y"]


def test_a_long_list_of_requirements_is_folded_on_the_screen_and_whole_on_paper(
    visitor: Visitor, model: Model
) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting(f"Nurse\n\nRequirements\n- {'\n- '.join(TOOLS)}")
    visitor.analyse()
    visitor.finished()
    # In one line, and not again as the reason for what is to be done about it.
    told = page.locator(".said.missing li", has_text="Kubernetes, Terraform, Python")
    expect(told).to_contain_text("Asked for, and the CV does not show: ")
    expect(page.locator(".advice .hint", has_text="Terraform")).to_have_count(0)
    rows = page.locator(".needs .scroll tbody tr:visible")
    whole = page.locator(".needs .scroll tbody tr").count()
    assert whole >= 16
    expect(rows).to_have_count(12)
    more = visitor.button(f"Show {whole - 12} more")
    more.click()
    expect(rows).to_have_count(whole)
    fewer = visitor.button("Show fewer")
    expect(fewer).to_be_focused()
    fewer.click()
    expect(rows).to_have_count(12)
    page.get_by_role("group", name="Show").get_by_text("Met").click()
    assert rows.count() < 12
    expect(more).to_be_hidden()
    page.emulate_media(media="print")
    expect(rows).to_have_count(whole)


TOOLS = (
    *("Kubernetes", "Terraform", "Python", "Java", "Ansible", "Docker", "PostgreSQL", "Kafka", "Redis"),
    *("Jenkins", "Grafana", "Prometheus", "React", "TypeScript", "GraphQL", "MongoDB", "Scala", "Spark"),
)
