"""The files of the page over HTTP, and what their sources promise."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Response

from devstack.stack import Stack
from tests.support import ROOT, Answer, Api
from tests.web.visitor import Visitor

WEB = ROOT / "web"
SOURCES = sorted((WEB / "assets").glob("*.js"))
MOST_BYTES = 60 * 1024
"""Of scripts and style sheets together, uncompressed, for the first view."""
MOST_BYTES_TOGETHER = 144 * 1024
"""With all the others, which are fetched when they are first shown."""


@pytest.fixture
def site(stack: Stack) -> Api:
    return Api(stack.url)


def asset_of(site: Api, name: str) -> str:
    match = re.search(rf'"(/assets/[0-9a-f]{{12}}/{re.escape(name)})"', site.get("/").body.decode())
    assert match, name
    return match.group(1)


def test_the_start_page_is_checked_for_news_each_time(site: Api) -> None:
    answer = site.get("/", headers={"X-User-Id": None})
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["cache-control"] == "no-cache"
    policy = answer.headers["content-security-policy"]
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = site.get("/", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    assert site.get("/", headers={"If-None-Match": '"another"'}).status == 200
    assert site.get("/", headers={"If-None-Match": "*"}).status == 304


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("app.js", "text/javascript; charset=utf-8"),
        ("base.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_an_asset_is_kept_for_ever_under_its_version(site: Api, name: str, media_type: str) -> None:
    path = asset_of(site, name)
    answer = site.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, media_type)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.body == (WEB / "assets" / name).read_bytes()
    packed = site.get(path, headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == answer.body
    assert packed.headers["etag"] != answer.headers["etag"]
    assert "content-encoding" not in site.get(path, headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_another_versions_address_gets_what_there_is_but_not_for_ever(site: Api) -> None:
    answer = site.get("/assets/0123456789ab/app.js")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")
    assert site.get("/assets/app.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/assets/app.js", "/nothing"])
def test_head_is_get_without_the_body(site: Api, path: str) -> None:
    whole, head = site.get(path), site.call("HEAD", path)
    assert (head.status, head.body) == (whole.status, b"")
    for header in ("etag", "content-type", "content-length", "cache-control"):
        assert head.headers[header] == whole.headers[header]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/nothing/at/all.js",
        "/assets/",
        "/assets/nothing.js",
        "/web/index.html",
        "/apiary",
        "/README.md",
        "/assets/%3Cscript%3E",
    ],
)
def test_an_unknown_path_is_a_page_that_says_so(site: Api, path: str) -> None:
    answer = site.get(path)
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert b"There is no such page" in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/../host.json",
        "/assets/../../host.json",
        "/assets/%2e%2e/%2e%2e/host.json",
        "/assets/..%2f..%2fhost.json",
        "/assets/..%5c..%5chost.json",
        "/assets//etc/passwd",
        "//etc/passwd",
        "/assets/0123456789ab/../../host.json",
        "/assets/%2fetc%2fpasswd",
        "/function_app.py",
        "/local.settings.json",
        "/assets/text/../../../local.settings.json",
    ],
)
def test_no_path_leads_out_of_the_folder(site: Api, path: str) -> None:
    answer = site.get(path)
    assert answer.status == 404
    assert b"There is no such page" in answer.body


def test_the_page_takes_nothing_from_the_api(site: Api) -> None:
    for path, expected in (
        ("/api/v1/health/live", 200),
        ("/api/v1/analyses", 200),
        ("/api/v1/nothing", 404),
        ("/api", 404),
    ):
        answer: Answer = site.get(path)
        assert answer.status == expected
        assert b"<html" not in answer.body
    for reserved in ("/admin/host/status", "/runtime/webhooks/x"):
        assert site.get(reserved).body == b""


def test_the_first_view_is_small_and_asks_one_host_once(visitor: Visitor) -> None:
    answers: list[Response] = []
    visitor.page.on("response", lambda answer: answers.append(answer))
    visitor.open()
    assert all(answer.url.startswith(visitor.url) for answer in answers)
    fetched = [
        answer.url for answer in answers if not answer.url.endswith(".svg")
    ]  # the icon is also the tab's
    assert sorted(fetched) == sorted(set(fetched))
    code = [answer for answer in answers if answer.url.endswith((".js", ".css"))]
    assert len(code) > 10
    assert (
        sum(len((WEB / "assets" / answer.url.rsplit("/", 1)[-1]).read_bytes()) for answer in code)
        <= MOST_BYTES
    )
    # Who begins to type will want a result, whose view takes a slow line three rounds to fetch.
    with visitor.page.expect_response("**/arithmetic.js"), visitor.page.expect_response("**/later.css"):
        visitor.give_posting("Nurse")


def test_all_views_together_are_small() -> None:
    code = [*SOURCES, *(WEB / "assets").glob("*.css")]
    assert sum(path.stat().st_size for path in code) <= MOST_BYTES_TOGETHER


def test_what_the_first_view_imports_is_fetched_at_once() -> None:
    index = (WEB / "index.html").read_text(encoding="utf-8")
    wanted = {"app.js"}
    for name in wanted_order(wanted):
        assert f'"assets/{name}"' in index
    preloaded = set(re.findall(r'modulepreload" href="assets/([\w-]+\.js)"', index))
    assert preloaded == wanted - {"app.js"}


def wanted_order(wanted: set[str]) -> list[str]:
    """Adds to ``wanted`` what its modules import, and so on; returns all of them."""
    waiting = list(wanted)
    while waiting:
        source = (WEB / "assets" / waiting.pop()).read_text(encoding="utf-8")
        new = set(re.findall(r'^import .* from "\./([\w-]+\.js)";', source, re.MULTILINE)) - wanted
        wanted |= new
        waiting += new
    return sorted(wanted)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_source_turns_text_into_markup_or_code(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|setHTML|https?://(?!www\.w3\.org)[a-z]"
    assert not re.search(forbidden, source)


def test_both_languages_say_everything() -> None:
    english, german = (
        json.loads((WEB / f"assets/text/{tag}.json").read_text(encoding="utf-8")) for tag in ("en", "de")
    )
    # The API's own sentences are English; only other languages need theirs for each of its problems.
    assert {key for key in set(english) ^ set(german) if not key.startswith("problem.")} == set()
    assert set(english) <= set(german)
    places = re.compile(r"\{\w+\}")
    for key, text in english.items():
        assert sorted(places.findall(str(text))) == sorted(places.findall(str(german[key]))), key
        assert isinstance(text, str) == isinstance(german[key], str), key


def test_every_text_is_used_and_every_used_text_exists() -> None:
    english = json.loads((WEB / "assets/text/en.json").read_text(encoding="utf-8"))
    page = (WEB / "index.html").read_text(encoding="utf-8")
    code = page + "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(r'\bt\(\s*"([^"]+)"|data-t(?:-label)?="([^"]+)"', code))
    assert {one or other for one, other in asked} - set(english) == set()
    # A key stands in the code as it is, or as a template: `part.${part}`, `${kind}.title`.
    named = set(re.findall(r'"([a-zA-Z]+(?:[./][\w.]+)*)"', code))
    # Of templates only those whose fixed part is a piece of a key.
    templates = [re.split(r"\$\{[^}]*\}", one) for one in re.findall(r"`([\w./]*\$\{[^`]+)`", code)]
    keys = [parts for parts in templates if re.fullmatch(r"\w*\.[\w.]*", "".join(parts))] + [["tab/", ""]]
    patterns = [re.compile(".+".join(map(re.escape, parts))) for parts in keys]
    assert {
        key for key in english if key not in named and not any(one.fullmatch(key) for one in patterns)
    } == set()
