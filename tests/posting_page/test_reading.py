"""The posting is found on the page, whole and without what surrounds it."""

import html
import json
from typing import Any

import pytest

from shared.posting_page.worker import read_page
from tests.posting_page import pages
from tests.posting_page.pages import DUTIES, NEEDS, POSTING, TEXT, json_ld, page


def read(text: str, media_type: str = "text/html") -> dict[str, Any] | None:
    return read_page(text.encode(), media_type, "utf-8")


def found(text: str) -> dict[str, Any]:
    posting = read(text)
    assert posting is not None
    return posting


def test_job_posting_data_of_a_page_is_preferred() -> None:
    assert found(json_ld(POSTING)) == {
        "content": TEXT,
        "title": "Lift Engineer (m/f/d)",
        "company": "Fictional Lifts Ltd",
    }


_ANOTHER = {**POSTING, "title": "Escalator Fitter", "description": f"Escalators alone. {TEXT[::-1]}"}
_TITLED = "Lift Engineer (m/f/d)"


@pytest.mark.parametrize(
    "data",
    [
        [POSTING],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, POSTING]},
        {"@type": "WebPage", "mainEntity": POSTING},
        {**POSTING, "@type": ["Thing", "JobPosting"]},
        {**POSTING, "@type": "http://schema.org/JobPosting"},
        {**POSTING, "description": html.escape(pages.DESCRIPTION)},
        {**POSTING, "description": html.escape(html.escape(pages.DESCRIPTION))},
        {**POSTING, "hiringOrganization": "Fictional Lifts Ltd"},
        {**POSTING, "hiringOrganization": [{"name": "Fictional Lifts Ltd"}]},
        {**POSTING, "title": "Lift&nbsp;Engineer <b>(m/f/d)</b>"},
        "<!-- " + json.dumps(POSTING) + " -->",
        "//<![CDATA[\n" + json.dumps(POSTING) + "\n//]]>",
        json.dumps(POSTING)[:-1] + ",}",
        json.dumps(POSTING) + ";",
        json.dumps(POSTING)
        .replace("Fictional Lifts Ltd keeps", r"Fictional Lifts Ltd\' keeps")
        .replace(r"\'", r"\ "),
        html.escape(json.dumps(POSTING)),
        "\ufeff" + json.dumps(POSTING),
        {**POSTING, "description": [{"@value": pages.DESCRIPTION}]},
        [_ANOTHER, POSTING],
        [{**_ANOTHER, "title": "Lift"}, POSTING],
        [{"@type": "ItemList", "itemListElement": [{"item": _ANOTHER}]}, {**POSTING, "title": _TITLED}],
        {"@type": "ItemList", "itemListElement": [_ANOTHER, POSTING]},
    ],
)
def test_job_posting_data_is_found_however_it_is_written(data: object) -> None:
    posting = found(json_ld(data).replace("<div id=app>", "<h1>Lift Engineer (m/f/d)</h1><div id=app>"))
    assert " ".join(posting["content"].replace("\\", "").split()) == " ".join(TEXT.split())
    assert posting["title"] == "Lift Engineer (m/f/d)"
    assert posting["company"] == "Fictional Lifts Ltd"


_SHOWN = {
    "id": 7,
    "title": "Lift Engineer (m/f/d)",
    "descriptionHtml": pages.DESCRIPTION,
    "company": {"name": "Fictional Lifts Ltd", "description": "Lifts since 1931. " * 20},
    "jobType": "full",
}
_STATE = json.dumps({"props": {"pageProps": {"job": _SHOWN, "more": [{**_ANOTHER, "jobType": "full"}]}}})


@pytest.mark.parametrize(
    "script",
    [
        f'</script><script id="__NEXT_DATA__" type="application/json">{_STATE}',
        f"window.__INITIAL_STATE__ = {_STATE}; start();",
        f"(function(){{ self['app-state']={_STATE.replace('7', 'undefined')} }})()",
        f"window.__APP__ = JSON.parse({json.dumps(_STATE)})",
    ],
)
def test_a_page_that_scripts_put_together_is_read_from_its_data(script: str) -> None:
    expected = {"content": TEXT, "title": "Lift Engineer (m/f/d)", "company": "Fictional Lifts Ltd"}
    assert found(pages.script_shell(script)) == expected
    listed = script.replace(
        "jobType", "kind"
    )  # Nothing says that it is a posting, but the page is named after it.
    assert found(pages.script_shell(listed, "Lift Engineer (m/f/d) at Fictional Lifts")) == expected


def test_raw_line_breaks_within_json_strings_are_read() -> None:
    text = json.dumps({**POSTING, "description": "\n".join([*DUTIES, *NEEDS])}).replace("\\n", "\n")
    assert found(json_ld(text))["content"] == "\n".join([*DUTIES, *NEEDS])


def test_fields_beside_the_description_are_added_once() -> None:
    posting = found(
        json_ld(
            {
                **POSTING,
                "responsibilities": DUTIES[0],
                "skills": ["Hydraulics", "PLC programming", "R"],
                "experienceRequirements": {
                    "@type": "OccupationalExperienceRequirements",
                    "monthsOfExperience": 60,
                },
                "educationRequirements": {"credentialCategory": "professional certificate"},
            }
        )
    )
    added = posting["content"].removeprefix(TEXT)
    assert added.split("\n\n")[1:] == [
        "Skills\nHydraulics\nPLC programming\nR",
        "Experience\n5 years of experience",
        "Education\nprofessional certificate",
    ]


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "null",
        "[[" * 50_000,
        {"@type": "JobPosting"},
        {**POSTING, "description": 7},
        {"@type": "ItemList", "itemListElement": [_ANOTHER]},
    ],
)
def test_useless_job_posting_data_is_passed_over(data: object) -> None:
    text = json_ld(data).replace(
        "<div id=app>Loading</div>", (f"<main><h1>Lift Engineer</h1>{pages.DESCRIPTION}</main>")
    )
    posting = found(text)
    assert all(line in posting["content"] for line in DUTIES + NEEDS)
    assert posting["title"] == "Lift Engineer"
    assert posting["company"] is None


def test_main_text_of_a_semantic_page() -> None:
    assert found(pages.semantic()) == {
        "content": f"Lift Engineer (m/f/d)\n\n{TEXT}",
        "title": "Lift Engineer (m/f/d)",
        "company": None,
    }


def test_main_text_of_a_page_of_nothing_but_divs() -> None:
    posting = found(pages.soup())
    assert posting["content"].split("\n") == ["Lift Engineer", "", pages.INTRO, *DUTIES, *NEEDS]


def test_main_text_of_an_old_page_with_unclosed_tags() -> None:
    content = found(pages.tables())["content"]
    assert [line for line in content.split("\n") if line] == [
        "Lift Engineer",
        pages.INTRO,
        "Duties:",
        *(f"• {duty}" for duty in DUTIES),
        "Hours\t38 a week",
        "Place\tNowhere on Sea",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(pages.sign_in_wall(), page(""), page("<h1>404</h1>"), "", "<"),
        pages.script_shell(
            "window.__DATA__ = " + json.dumps({"jobs": [_SHOWN, {**_SHOWN, "title": "Fitter"}]})
        ),
        pages.script_shell("window.__DATA__ = " + json.dumps({"title": "About us", "content": TEXT})),
        pages.script_shell("window.__DATA__ = {" * 20_000),
        pages.script_shell("window.__DATA__ = load(" + json.dumps(_SHOWN)),
    ],
)
def test_page_without_a_posting_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display: none">{}</div>',
        "<p hidden>{}</p>",
        '<div aria-hidden="true">{}</div>',
        '<span style="font-size:0">{}</span>',
        "<template>{}</template>",
        "<!-- {} -->",
        "<script>{}</script>",
        '<div role="navigation">{}</div>',
        "<svg><title>{}</title></svg>",
    ],
)
def test_what_a_visitor_does_not_see_is_left_out(hidden: str) -> None:
    text = page(f"<main><h1>Lift Engineer</h1>{hidden.format('secret words')}{pages.DESCRIPTION}</main>")
    assert "secret" not in found(text)["content"]


@pytest.mark.parametrize(
    "shown",
    ['<x-job><template shadowrootmode="open">{}</template></x-job>', '<div hidden="until-found">{}</div>'],
)
def test_what_a_visitor_sees_or_unfolds_is_read(shown: str) -> None:
    text = page(f"<main><h1>Lift Engineer</h1>{shown.format(pages.DESCRIPTION)}</main>")
    assert all(line in found(text)["content"] for line in DUTIES + NEEDS)


def test_title_falls_back_to_what_the_page_calls_itself() -> None:
    body = f"<main>{pages.DESCRIPTION}</main>"
    shared = '<meta property="og:title" content="Lift Engineer at sea"><title>Jobs</title>'
    assert found(page(body, shared))["title"] == "Lift Engineer at sea"
    assert found(page(body))["title"] == "Lift Engineer | Fictional Lifts careers"
    assert found(page(body, ""))["title"] is None
    assert len(found(page(f"<main><h1>{'long ' * 200}</h1>{body}</main>"))["title"]) <= 300


def test_a_lesser_heading_is_the_title_where_the_page_is_named_after_it() -> None:
    body = f"<h2>About us</h2><h2>Lift Engineer</h2>{pages.DESCRIPTION}"
    assert found(page(body, "<title>Fictional Lifts - Lift Engineer</title>"))["title"] == "Lift Engineer"


@pytest.mark.parametrize(
    "heading",
    ["More jobs like this", "Similar vacancies", "People also viewed", "Jobs you may be interested in"],
)
def test_other_postings_below_it_are_no_part_of_it(heading: str) -> None:
    others = f"<div><h3>{heading}</h3><a><h4>Java Developer</h4></a></div>"
    content = found(page(f"<div><h1>Lift Engineer</h1>{pages.DESCRIPTION}</div>{others}"))["content"]
    assert heading not in content
    assert "Java" not in content
    assert NEEDS[-1] in content


@pytest.mark.parametrize("element", ["div", "td", "p"])
def test_a_row_of_links_is_a_menu(element: str) -> None:
    links = "<br>".join(f"<a href=/{name}>{name}</a>" for name in ("Home", "Products", "Jobs", "Contact"))
    row = f"<{element}>{links}</{element}>"
    table = f"<table><tr>{row}<td>{pages.DESCRIPTION}</td></tr></table>" if element == "td" else row
    assert "Products" not in found(page(f"{table}<div>{pages.DESCRIPTION}</div>"))["content"]


def test_preformatted_text_keeps_its_lines() -> None:
    text = page(f"<main><pre>{chr(10).join(DUTIES + NEEDS)}</pre></main>")
    assert found(text)["content"].split("\n") == DUTIES + NEEDS


def test_plain_text_is_read_as_it_is() -> None:
    text = "\r\n".join(["Lift Engineer", *DUTIES, *NEEDS])
    assert read(text, "text/plain") == {"content": text.replace("\r\n", "\n"), "title": None, "company": None}
    assert read("short", "text/plain") is None


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Größe", "utf-8"),
        ("Größe", None),
        ("Größe", "iso-8859-1"),
        ("Größe", "no-such-charset"),
        ("Größe", "iso-8859-12"),
    ],
)
def test_charset_of_the_header(body: str, charset: str | None) -> None:
    encoding = "latin-1" if charset == "iso-8859-1" else "utf-8"
    text = page(f"<main><p>{body}</p>{pages.DESCRIPTION}</main>").replace('<meta charset="utf-8">', "")
    posting = read_page(text.encode(encoding), "text/html", charset)
    assert posting is not None
    assert posting["content"].startswith("Größe\n")


@pytest.mark.parametrize(
    ("label", "encoding", "word"),
    [
        ("gb2312", "gbk", "朱镕基喆"),
        ("ks_c_5601-1987", "cp949", "똠방각하"),
        ("tis-620", "cp874", "รับสมัคร"),
        ("Shift_JIS", "cp932", "①髙橋"),
        ("iso-8859-9", "cp1254", "“ışık”"),
        ("utf-16", "utf-8", "“Größe”"),
    ],
)
def test_charsets_are_what_browsers_take_them_for(label: str, encoding: str, word: str) -> None:
    text = page(f"<main><p>{word}</p>{pages.DESCRIPTION}</main>").replace('"utf-8"', f'"{label}"')
    posting = read_page(text.encode(encoding), "text/html", None)
    assert posting is not None
    assert posting["content"].startswith(word)


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "utf-8-sig", "shift_jis", "cp1252"])
def test_charset_of_the_page(encoding: str) -> None:
    word = {"windows-1251": "Инженер", "shift_jis": "技術者", "cp1252": "“Größe”"}.get(
        encoding, "Инженер “Größe”"
    )
    meta = (
        ""
        if encoding in ("utf-16", "utf-8-sig", "cp1252")
        else (f'<meta http-equiv=x content="text/html; charset={encoding}">')
    )
    text = page(f"<main><p>{word}</p>{pages.DESCRIPTION}</main>", meta).replace('<meta charset="utf-8">', "")
    posting = read_page(text.encode(encoding), "text/html", None)
    assert posting is not None
    assert posting["content"].startswith(word)
