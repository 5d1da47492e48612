"""Invented postings as web pages, built the ways that career sites build them."""

import json

DUTIES = [
    "Plan and lead the maintenance of forty lifts in hospitals across the county.",
    "Train two apprentices and be their examiner on site.",
    "Keep the log of every inspection up to date.",
]
NEEDS = [
    "Completed apprenticeship in electrical engineering or mechatronics",
    "At least five years of experience with lifts & escalators",
    "Driving licence, category B",
]
INTRO = (
    "Fictional Lifts Ltd keeps people moving, and we are looking for someone who enjoys machines "
    "that must never fail."
)

DESCRIPTION = (
    f"<p>{INTRO}</p><p><strong>What you will do</strong></p><ul>"
    + "".join(f"<li>{duty}</li>" for duty in DUTIES)
    + "</ul><p><strong>What you bring</strong></p><ul>"
    + "".join(f"<li>{need.replace('&', '&amp;')}</li>" for need in NEEDS)
    + "</ul>"
)
TEXT = "\n".join(
    [INTRO, "", "What you will do", "", *(f"• {duty}" for duty in DUTIES), "", "What you bring", ""]
    + [f"• {need}" for need in NEEDS]
)

POSTING = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Lift Engineer (m/f/d)",
    "description": DESCRIPTION,
    "hiringOrganization": {"@type": "Organization", "name": "Fictional Lifts Ltd"},
    "datePosted": "2026-02-01",
}

_CHROME = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">All vacancies</a></li></ul></nav>'
    '<div class="cookie-banner">We value your privacy and use cookies of four hundred partners.</div>'
)
_END = (
    '<section class="similar-jobs"><h2>Similar jobs</h2><a href="/1">Escalator fitter</a></section>'
    "<footer>Imprint, privacy, © Fictional Lifts</footer><script>track('page')</script>"
)


def page(body: str, head: str = "<title>Lift Engineer | Fictional Lifts careers</title>") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def json_ld(data: object) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return page(
        f"{_CHROME}<div id=app>Loading</div>{_END}",
        f'<script type="application/ld+json">{text}</script><title>Fictional Lifts</title>',
    )


def semantic() -> str:
    """``main``, headings and lists, as a content management system makes them."""
    return page(
        f"<header>Fictional Lifts – careers</header>{_CHROME}<main><h1>Lift Engineer "
        f"(m/f/d)</h1>{DESCRIPTION}"
        f"<button>Apply now</button></main>{_END}"
    )


def soup() -> str:
    """Nothing but ``div``; the menu is known by its links, the rest by what the classes say."""
    menu = "".join(
        f'<li><a href="/{name}">{name}</a></li>' for name in ("home", "about", "jobs", "press", "contact")
    )
    lines = "".join(f"<div class=row>{line}</div>" for line in [INTRO, *DUTIES, *NEEDS])
    return page(
        f'<div class="page has-sidebar"><div class=top><ul>{menu}</ul></div><div '
        'class="cookie-consent">Accept all</div>'
        f'<div class=content><h1>Lift Engineer</h1>{lines}</div><div class="social-share">Share '
        'this job</div><div class="x7-k2" data-at="similar-jobs">Escalator Fitter</div></div>'
    )


def tables() -> str:
    """An old page: layout by tables, tags that are never closed."""
    return (
        "<html><body bgcolor=white><table><tr><td><font size=5><b>Lift Engineer</b></font><tr><td>"
        f"<p>{INTRO}<p>Duties:<ul>{''.join(f'<li>{duty}' for duty in DUTIES)}</ul>"
        "<table><tr><td>Hours<td>38 a week<tr><td>Place<td>Nowhere on Sea</table></table>"
    )


def sign_in_wall() -> str:
    return page(
        f"<h1>Sign in to see who is hiring</h1><p>{INTRO}</p><p>{DUTIES[0]}</p><p>{DUTIES[1]} "
        "Join now to read on.</p>"
        "<form><input type=email><input type=password></form>"
    )


def script_shell(script: str, title: str = "Careers") -> str:
    return page(
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"
        f"<script>{script}</script>",
        f"<title>{title}</title>",
    )
