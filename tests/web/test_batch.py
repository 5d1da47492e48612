"""One CV against several postings."""

from playwright.sync_api import expect

from tests.web.visitor import JOB, OTHER_JOB, Visitor
from tests.wire_model.model import Model


def test_several_postings_are_ranked_and_a_bad_one_is_told(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting(JOB)
    visitor.button("Add another posting").click()
    expect(page.get_by_label("Text of the posting").last).to_be_focused()
    visitor.give_posting(OTHER_JOB)
    visitor.button("Add another posting").click()
    visitor.choose("Posting 3: how to give it", "Web address")
    page.get_by_label("Address of the posting").fill("http://127.0.0.1:9/private")
    expect(visitor.button("Analyse 3 postings")).to_be_visible()
    visitor.analyse()
    expect(page.get_by_role("heading", level=1, name="Your analyses")).to_be_visible()
    expect(page.get_by_role("heading", name="Posting 3")).to_be_visible()
    expect(page.locator(".refused")).to_contain_text("Paste the posting's text instead.")
    scores = page.locator("td.number strong")
    expect(scores).to_have_count(2, timeout=20_000)
    page.reload()
    visitor.settled()
    first, second = (float(text) for text in scores.all_inner_texts())
    assert first > second
    page.get_by_role("link", name="Community Nursing").click()
    visitor.finished()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Your analyses")).to_be_visible()


def test_a_batch_without_a_valid_posting_stays_where_it_is(visitor: Visitor) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting("A nurse")
    visitor.button("Add another posting").click()
    visitor.analyse()
    expect(page.get_by_text("Paste the text of the posting.")).to_be_visible()
    expect(page.get_by_label("Text of the posting").last).to_be_focused()


def test_a_refused_posting_is_still_there_to_be_mended(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    visitor.give_cv()
    visitor.give_posting(JOB)
    visitor.button("Add another posting").click()
    visitor.choose("Posting 2: how to give it", "Web address")
    page.get_by_label("Address of the posting").fill("http://127.0.0.1:9/private")
    visitor.analyse()
    expect(page.locator(".refused")).to_contain_text("Paste the posting's text instead.")
    batch = page.url.split("#")[1]
    page.locator("main").get_by_role("link", name="New analysis").click()
    expect(page.get_by_label("Address of the posting")).to_have_value("http://127.0.0.1:9/private")
    # Another batch, which has nothing to do with it.
    visitor.go(f"{batch},analysis-of-nobody")
    expect(page.locator(".refused")).to_have_count(0)
