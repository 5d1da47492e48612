"""Whose data is whose: two visitors, a user id taken along, everything exported and deleted."""

import json
import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from devstack.stack import Stack
from tests.web.visitor import Visitor, stored_history
from tests.wire_model.model import Model


def typed_in_another_tab(visitor: Visitor) -> Locator:
    page = visitor.context.new_page()
    page.goto(visitor.url)
    page.get_by_role("group", name="How to give the CV").get_by_text("Text", exact=True).click()
    field = page.get_by_role("textbox", name="Text of the CV")
    field.fill("of whom this browser worked for until now")
    return field


def test_two_visitors_see_nothing_of_each_other(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    api, ids = stored_history(stack.url, versions=1)
    owner, stranger = visit("/history", user=api.user), visit("/history")
    assert owner.api.user != stranger.api.user
    expect(owner.page.get_by_role("row")).to_have_count(3)
    expect(stranger.page.get_by_text("No analyses yet.")).to_be_visible()
    stranger.go(f"/analyses/{ids[0]}")
    expect(
        stranger.page.get_by_text("This does not exist, or it belongs to another user id.")
    ).to_be_visible()
    for kind in ("cvs", "jobs"):
        document = api.get(f"/api/v1/{kind}").json["items"][0]["id"]
        stranger.go(f"/history/{kind}/{document}")
        expect(stranger.page.get_by_role("alert")).to_contain_text("This does not exist")


def test_another_browser_goes_on_with_the_user_id(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    api, _ = stored_history(stack.url, versions=1)
    first, second = visit("/data", user=api.user), visit("/data")
    typed = typed_in_another_tab(second)
    first.button("Copy").click()
    copied = first.page.evaluate("navigator.clipboard.readText()")
    assert copied == api.user == first.page.locator("#user-id").inner_text()
    field = second.page.get_by_label("Go on with a user id")
    field.fill("user-1234")
    second.button("Use this user id").click()
    expect(second.page.get_by_text("This is not a user id.")).to_be_visible()
    field.fill(f" {copied.upper()} ")
    second.button("Use this user id").click()
    second.page.get_by_role("dialog").get_by_role("button", name="Use this user id").click()
    expect(second.page.locator("#user-id")).to_have_text(copied)
    expect(typed).to_have_count(0)  # it would have been sent as the other's
    second.page.get_by_role("link", name="History").first.click()
    expect(second.page.get_by_role("row")).to_have_count(3)


def test_everything_is_exported_and_deleted(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    api, _ = stored_history(stack.url, versions=1)
    visitor = visit("/data", user=api.user)
    page = visitor.page
    expect(page.locator(".counts strong")).to_have_text(["2", "1", "2"])
    with page.expect_download() as download:
        visitor.button("Export everything").click()
    kept = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert (kept["userId"], len(kept["cvs"]), len(kept["analyses"])) == (api.user, 1, 2)

    typed = typed_in_another_tab(visitor)
    visitor.button("Delete everything").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Type DELETE to confirm").fill("delete")
    dialog.get_by_role("button", name="Delete everything").click()
    expect(dialog.get_by_text("Please type DELETE exactly.")).to_be_visible()
    assert api.get("/api/v1/analyses?includeTotal=true").json["total"] == 2
    dialog.get_by_label("Type DELETE to confirm").fill("DELETE")
    dialog.get_by_role("button", name="Delete everything").click()
    expect(page.locator("#toast")).to_have_text("Deleted. Analyses: 2, CVs: 1, postings: 2.")
    expect(page.get_by_text("Nothing is stored.")).to_be_visible()
    expect(typed).to_have_count(0)
    assert api.get("/api/v1/cvs?includeTotal=true").json["total"] == 0
    visitor.open("/history")
    expect(page.get_by_text("No analyses yet.")).to_be_visible()


def test_a_user_id_is_made_once_and_is_well_formed(visitor: Visitor) -> None:
    user = visitor.api.user
    assert re.fullmatch(r"user-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", user)
    visitor.open("/data")
    expect(visitor.page.locator("#user-id")).to_have_text(user)
