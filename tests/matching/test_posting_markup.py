"""A posting that was copied as JSON, as the source of a page or as Markdown."""

import json
import time

import pytest

from shared.matching import read_posting
from shared.matching.posting_markup import readable

METADATA = {
    "@type": "JobPosting",
    "title": "Electrical Design Engineer",
    "datePosted": "2026-11-20",
    "hiringOrganization": {"@type": "Organization", "name": "Kotlin Rail"},
    "description": "<p>Design of LV panels.</p><ul><li>EPLAN</li><li>3+ years in rail</li></ul><p>Desirable: WinCC.</p>",
}
PAGE = """<!DOCTYPE html><html><head><title>Jobs</title><style>.btn{color:red}</style>
<script>window.react = "Kotlin";</script></head><body>
<nav><a href="/">Kubernetes</a></nav><h1>Lab Technician</h1><h2>Your profile</h2><ul><li>HPLC</li><li>LIMS a plus</li></ul>
<footer>Java developers wanted</footer></body></html>"""


def test_metadata_of_a_page_is_read_as_the_posting_it_holds() -> None:
    asked = read_posting(json.dumps(METADATA).replace("/", "\\/"))
    assert (asked.title, asked.min_years) == ("Electrical Design Engineer", 3.0)
    kinds = {skill.name: skill.required for skill in asked.skills}
    assert (kinds["EPLAN"], kinds["WinCC"]) == (True, False)
    assert "Kotlin" not in kinds


def test_names_of_an_interface_are_headings() -> None:
    text = json.dumps(
        {"job_title": "Baker", "mustHaveSkills": ["Sourdough"], "nice_to_have": ["HACCP"], "id": 7}
    )
    asked = read_posting(text)
    assert asked.title == "Baker"
    assert [skill.required for skill in asked.skills] == [True, False]


def test_scripts_and_menus_of_a_page_ask_for_nothing() -> None:
    asked = read_posting(PAGE)
    assert asked.title == "Lab Technician"
    assert {skill.name: skill.required for skill in asked.skills} == {"HPLC": True, "LIMS": False}


def test_a_link_is_what_it_shows() -> None:
    assert (
        readable("Know [WebGL](https://webgl.example) ![badge](https://img.example/b.svg)") == "Know WebGL "
    )


@pytest.mark.parametrize(
    "text", ["{not json}", "[1, 2]", "[" * 5_000, '{"a": 1}', "<script> no end", "a < b", "[x] (y)", "{}"]
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert readable(text) == text


def test_many_open_elements_take_no_long() -> None:
    begin = time.perf_counter()
    readable("<script><style>" * 20_000)
    assert time.perf_counter() - begin < 1
