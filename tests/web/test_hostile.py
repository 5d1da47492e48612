"""Texts that try to be more than text: nothing of them runs, on any view, and they are shown as they are."""

from collections.abc import Callable

from playwright.sync_api import expect

from devstack.stack import Stack
from tests.support import Api, wait_for
from tests.web.visitor import Visitor
from tests.wire_model.model import Model

ATTEMPTS = [
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=2>",
    "<svg onload=window.hit=3>",
    "<svg><script>window.hit=4</script></svg>",
    "<iframe srcdoc='<script>parent.hit=5</script>'></iframe>",
    "<body onload=window.hit=6>",
    "<details open ontoggle=window.hit=7>",
    "<video><source onerror=window.hit=8></video>",
    "<a href=javascript:window.hit=9>x</a>",
    "<math><mtext><style><img src=x onerror=window.hit=10></style></mtext></math>",
    "<style>@import 'https://evil.example/x.css';body{display:none}</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button autofocus onfocus=window.hit=15>x</button></form>",
    "<input autofocus onfocus=window.hit=16>",
    "<object data=javascript:window.hit=17></object>",
    "<embed src=javascript:window.hit=18>",
    '"><script>window.hit=19</script>',
    "'-window.hit=20-'",
    "${window.hit=21}",
    "{{constructor.constructor('window.hit=22')()}}",
    "javascript:window.hit=23",
    "data:text/html,<script>opener.hit=24</script>",
    "</textarea><script>window.hit=25</script>",
    "</title><script>window.hit=26</script>",
    "</script><script>window.hit=27</script>",
    "<!--><script>window.hit=28</script-->",
    "<marquee onstart=window.hit=29>x</marquee>",
    "<template><script>window.hit=30</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.hit=31>'>",
    "&lt;img src=x onerror=window.hit=32&gt; <xss contenteditable onbeforeinput=window.hit=33>",
]
CV = "\n".join(
    ["# Mallory Madeup", "Experience", "Nurse, Nowhere Ward, 2015 - today"]
    + [f"- Nursing and ventilator care with {one}" for one in ATTEMPTS]
)
JOB = "\n".join(
    ["Nurse", "We need nursing, ventilator care and:"] + [f"- Experience with {one}" for one in ATTEMPTS]
)


def unharmed(visitor: Visitor, where: str) -> None:
    """Nothing ran, nothing was fetched from elsewhere, no markup came to be."""
    page = visitor.page
    assert page.evaluate("window.hit") is None, where
    made = "main :is(script, iframe, object, embed, style, link, meta, base, video, marquee, math, img, template)"
    assert page.locator(made).count() == 0, where
    assert page.locator("main a:not([href^='#']):not([rel~=noopener])").count() == 0, where
    assert page.url.startswith(visitor.url), where


def test_hostile_texts_stay_text_on_every_view(
    visit: Callable[..., Visitor], stack: Stack, model: Model
) -> None:
    assert len(ATTEMPTS) >= 30
    api = Api(stack.url)
    job = {
        "content": JOB,
        "title": "<img src=x onerror=window.hit=40>",
        "sourceUrl": "https://evil.example/%22%3E%3Cscript%3E",
        "sourceType": "url",
    }
    cv = {"filename": "<svg onload=window.hit=41>.md", "content": CV}
    first = api.finished(api.submit({"cv": cv, "job": job})["analysisId"])
    names = [{"content": f"Nurse wanted {number}", "title": one} for number, one in enumerate(ATTEMPTS[:6])]
    ids = [
        one["analysisId"]
        for one in api.post("/api/v1/analyze/batch", {"cvId": first["cvId"], "jobs": names}).json["items"]
    ]
    for one in ids:
        api.finished(one)
    for number, one in enumerate(ATTEMPTS[6:]):
        api.post("/api/v1/cvs", {"filename": one, "content": f"CV {number}"})

    visitor = visit(user=api.user)
    requests: list[str] = []
    visitor.page.on("request", lambda request: requests.append(request.url))
    for view in (
        "/",
        f"/analyses/{first['id']}",
        f"/batch/{','.join(ids)}",
        "/history",
        "/history/progress",
        "/history/cvs",
        "/history/jobs",
        f"/history/cvs/{first['cvId']}",
        f"/history/jobs/{first['jobId']}",
        f"/history/compare/{first['id']}/{ids[0]}",
        "/data",
        *(f"/{one}" for one in ATTEMPTS[:3]),
        f"/analyses/{ATTEMPTS[0].replace('/', '%2F')}",
        f"/history?status={ATTEMPTS[1]}&sort={ATTEMPTS[2]}",
    ):
        visitor.go(view)
        unharmed(visitor, view)
    visitor.open(f"/analyses/{first['id']}")
    for attempt in ATTEMPTS:
        expect(visitor.page.locator(".cv .text")).to_contain_text(attempt)
    for quote in visitor.page.locator(".quote").all()[:5]:
        quote.click()
    unharmed(visitor, "a quote")
    assert all(url.startswith((visitor.url, "about:", "blob:")) for url in requests)


def test_hostile_texts_can_be_typed_pasted_and_uploaded(visitor: Visitor, model: Model) -> None:
    page = visitor.page
    visitor.give_file(
        {"name": "<img src=x onerror=window.hit=50>.md", "mimeType": "text/markdown", "buffer": CV.encode()}
    )
    expect(page.locator(".file")).to_contain_text("onerror=window.hit=50>.md")
    expect(page.locator(".file")).to_contain_text("characters read")
    unharmed(visitor, "an upload")
    visitor.give_posting(JOB)
    page.reload()
    expect(page.get_by_label("Text of the posting")).to_have_value(JOB)
    visitor.analyse()
    visitor.finished()
    unharmed(visitor, "its result")


def test_a_model_that_turned_hostile_is_text_too(visitor: Visitor, model: Model) -> None:
    model.behave("hostile")
    visitor.give_cv(CV)
    visitor.give_posting(JOB)
    visitor.analyse()
    visitor.finished()
    unharmed(visitor, "its result")


def test_the_policy_refuses_what_would_run_and_these_tests_would_notice(visitor: Visitor) -> None:
    tried = """() => { try { document.createElement('div').innerHTML = '<b>x</b>'; return 'allowed'; }
        catch (error) { return error.name; } }"""
    assert visitor.page.evaluate(tried) == "TypeError"
    inline = "() => document.body.append(Object.assign(document.createElement('a'), {href: 'javascript:hit=1', id: 'js'}))"
    visitor.page.evaluate(inline)
    visitor.page.evaluate("document.getElementById('js').click()")

    def noticed() -> bool:
        visitor.page.evaluate("0")  # lets what was reported arrive
        return all(
            any(name in fault for fault in visitor.faults)
            for name in ("require-trusted-types-for", "script-src")
        )

    wait_for(noticed)
    assert visitor.page.evaluate("window.hit") is None
    visitor.faults.clear()
