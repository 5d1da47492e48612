"""What job boards put around a posting, which comes along when somebody copies a whole page.

Lines of their menus and buttons, facts of their forms, and other postings below ("Similar jobs").
"""

from typing import NamedTuple

from shared.matching.lazy import Lazy

_ENOUGH = 250
"""Characters before other postings that make a text a posting of its own."""
_OTHERS = Lazy(
    r"(?:(?:see |view |find |browse )?(?:more|similar|related|other|recommended|latest|featured) "
    r"(?:[\w&'-]+ ){0,3}(?:jobs|vacancies|openings|positions|postings|searches)(?: [\w ,&'-]{0,24})?"
    r"|(?:recommended )?jobs (?:you (?:may|might)|for you|like this|similar to)[\w ,&'-]{0,24}"
    r"|people (?:also|who) (?:viewed|looked|searched)[\w ,&'-]{0,24}"
    r"|get notified (?:about|when)\b.{0,80}|looking for more job opportunities.{0,40})[:.…]?"
)
"""A whole line that begins a list of other postings, in small letters."""
_OTHERS_BEGIN = (
    "see ", "view ", "find ", "browse ", "more ", "similar ", "related ", "other ", "recommended ", "latest ",
    "featured ", "jobs ", "people ", "get notified ", "looking for more ",
)  # fmt: skip
_LONGEST = 120
_LINES = """
skip to main content; skip to content; jobs; get the app; sign in; log in; join now; join or sign in;
register; my jobs; saved jobs; home; search jobs; find jobs; company reviews; salary guide; employers /
post job; post a job; post your resume; upload your cv; upload your resume; messaging; notifications; my
network; for business; try premium; apply; apply now; easy apply; quick apply; apply on company site;
easily apply; save; saved; save job; share job; report this job; report job; show more; show less; see
more; see less; read more; see who you know; set alert; create job alert; create alert; sign in to create
job alert; job details; full job description; hiring insights; job activity; profile insights; more about
this job; benefits pulled from the full job description; application response rate; dismiss; next;
previous; skip to job description; skip to search; skip to footer; featured; promoted; actively hiring;
be an early applicant; use ai to assess how you fit; am i a good fit; tailor my resume
"""
_OF_THE_BOARD = frozenset(" ".join(_LINES.split()).split("; "))
"""Whole lines that a board puts there, and nobody who writes a posting."""
_NAMES = frozenset(
    {"linkedin", "indeed", "glassdoor", "reed.co.uk", "totaljobs", "monster", "people", "learning"}
)
_HEAD = 80
"""Characters within which these are names of the board and entries of its menu."""
_FACTS = frozenset({"seniority level", "employment type", "job function", "industries"})
"""Lines of a form, with the fact on the next line."""
_STARTS = (
    "referrals ", "here", "posted", "reposted", "openings:", "applicants:", "over ", "skills highlighted",
    *"0123456789",
)  # fmt: skip
_NOTES = Lazy(
    r"referrals increase your chances.*|here[’']s how the job.*|skills highlighted with.*|"
    r"(?:re)?posted:?(?: on)? (?:.{0,40}\bago\b.*|today.*|yesterday.*|\d.{0,20})|"
    r"(?:openings|applicants): ?\d.{0,10}|(?:over )?\d+\+? applicants.*|"
    r"\d+\+? (?:minutes?|hours?|days?|weeks?|months?) ago\b.*"
)
"""What a board notes of a posting, a whole line in small letters; it begins with one of ``_STARTS``."""


class Own(NamedTuple):
    """The posting's own lines, and whether others followed."""

    text: str
    others: bool


def own_part(text: str) -> Own:
    """``text`` without what a job board put around it. Lines that go leave an empty one."""
    kept: list[str] = []
    characters, of_a_fact = 0, False
    for line in text.split("\n"):
        plain = line.strip().lower() if len(line) <= _LONGEST else ""
        if not plain and len(line) <= _LONGEST:
            kept.append(line)
            continue
        if characters >= _ENOUGH and plain.startswith(_OTHERS_BEGIN) and _OTHERS.fullmatch(plain):
            return Own("\n".join(kept).rstrip(), others=True)
        gone = (
            of_a_fact
            or plain in _OF_THE_BOARD
            or plain in _FACTS
            or (plain.startswith(_STARTS) and _NOTES.fullmatch(plain) is not None)
            or (plain in _NAMES and characters < _HEAD)
        )
        of_a_fact = plain in _FACTS
        kept.append("" if gone else line)
        characters += len(line)
    return Own("\n".join(kept), others=False)
