"""What job boards put around a posting, which comes along when somebody copies a whole page.

Lines of their menus and buttons, facts of their forms, other postings above and below ("Similar jobs"), the
form to apply with, and what the website says of the employer. ``data/job_boards.txt`` lists whole lines of
them.
"""

from functools import cache
from typing import NamedTuple

from shared.matching.lazy import Lazy
from shared.matching.lists import lists_of

_ENOUGH = 250
"""Characters before other postings that make a text a posting of its own."""
_OTHERS = Lazy(
    r"(?:(?:see |view |find |browse |explore |show )?"
    r"(?:more|similar|related|other|recommended|latest|featured) "
    r"(?:(?!for |of |in |with |to )[\w&'-]+ ){0,3}(?:jobs|vacancies|openings|positions|postings|"
    r"searches)(?: [\w ,&'-]{0,24})?"
    r"|(?:recommended )?jobs (?:you (?:may|might)|for you|like this|similar to)[\w ,&'-]{0,24}"
    r"|you (?:may|might) also (?:like|be interested in)"
    r"|people (?:also|who) (?:viewed|searched|looked (?:at|for))[\w ,&'-]{0,24}"
    r"|(?:ähnliche|weitere|passende) (?:jobs|stellen\w*)(?: [\w ]{0,24})?"
    r"|d'autres offres .{2,40}|podobne oferty.{0,24}"
    r"|(?:autres )?offres (?:d'emploi )?similaires|autres offres(?: [\w' ]{0,24})?"
    r"|(?:otras )?ofertas (?:similares|relacionadas|parecidas)(?: [\w ]{0,24})?"
    r"|(?:altri |altre )?(?:annunci|offerte)(?: di lavoro)? simili|(?:vergelijkbare|soortgelijke) vacatures"
    r"|get notified (?:about|when)\b.{0,80}|looking for more job opportunities.{0,40})(?: \(\d+\))?[:.…]?"
)
"""A whole line that begins a list of other postings, in small letters."""
_OTHERS_BEGIN = (
    "see ", "view ", "find ", "browse ", "explore ", "show ", "more ", "similar ", "related ", "other ",
    "recommended ", "latest ", "featured ", "jobs ", "you may also ", "you might also ", "people ",
    "ähnliche ", "weitere ", "passende ", "autres ", "offres ", "otras ", "ofertas ", "altri ", "altre ",
    "annunci ", "offerte ",
    "d'autres ", "podobne ", "vergelijkbare ", "soortgelijke ", "get notified ", "looking for more ",
)  # fmt: skip
_OF_ONE = "view similar jobs with this employer"
"""Stands below each posting of a list."""
_MARKS_OF_A_FIELD = " *✱:"
_LEAST_FOOT, _LONGEST_ENTRY = 3, 45
"""So many of its entries above a line with "©" are a menu; characters of an entry."""
_JOB_POST = "- job post"
"""Behind the title of the posting that is shown beside a list of others."""
_OF_GOOGLE = "identified by google from the original job post"
_GOOGLE_APPLY = ("apply on ", "apply directly on ")
"""Below the title and the employer of the posting that is shown beside a list of others."""
_COMMENT = Lazy(r"\S+ \d+ (?:minutes?|hours?|days?) ago \|.*")
"""Above each comment of a thread in which postings are comments."""
_LOCATIONS, _DESCRIPTION = "job locations", "job description"
"""The first begins a stretch that is not the posting's, the other one ends it."""
_LONGEST_ASIDE = 40
"""Lines."""
_LONGEST = 120
_HEAD = 80
"""Characters within which these are names of the board and entries of its menu."""
_LEAST_SENTENCE = 5
"""Spaces from which a line is no fact of a form."""
_STARTS = (
    "referrals ", "here", "posted", "reposted", "openings:", "applicants:", "over ", "skills highlighted",
    "matches your ", "join to apply ", "by clicking ", "promoted by ", "job segment:", "sort by",
    "you must create an ", "see who ", "publi", "erschienen", "veröffentlicht", "vor ", "hace ",
    "offre n", "role category:", "industry type:", "©", "r/",
    "this site is ", "powered by", "software powered", "career site by ", "jobs powered", "apply on ",
    "apply directly on ", "identified by google", *"0123456789",
)  # fmt: skip
_NOTES = Lazy(
    r"referrals increase your chances.*|here[’']s how the job.*|skills highlighted with.*|"
    r"(?:re)?posted:?(?: on)? (?:.{0,40}\bago\b.*|today.*|yesterday.*|\d.{0,20})|"
    r"(?:openings|applicants): ?\d.{0,10}|(?:over )?\d+\+? applicants.*|"
    r"\d+\+? (?:minutes?|hours?|days?|weeks?|months?) ago\b.*|"
    r"matches your job preferences.*|join to apply for .*|by clicking .*|promoted by .*|job segment: .*|"
    r"sort by:? (?:relevance|date).*|you must create an .* account .*|see who .* has hired.*|"
    r"(?:publi(?:é|cad[ao])|erschienen|veröffentlicht):? .{2,40}|(?:vor|hace) \d+ ?\w+|offre n° .*|"
    r"this site is protected by recaptcha.*|(?:software |jobs )?powered by.*|career site by .*|r/\w+|"
    r"apply (?:directly on .{2,40}|on (?:indeed|linkedin|glassdoor|ziprecruiter|monster|"
    r".{2,30}\.[a-z.]{2,6}))|"
    r"identified by google .*|\d+ ?(?:min|hr|h|d|w|mo)\.? ago|"
    r"role category:.*|industry type:.*|© .*|"
    r"\d notifications|\d benachrichtigungen|[\d,.]+ (?:new )?jobs?(?: (?:in|match) .*)?|"
    r"\d[.,]\d(?: out of 5 stars)?"
)
"""What a board notes of a posting, a whole line in small letters; it begins with one of ``_STARTS``."""
_SEGMENT = "job segment:"
"""A board's own keywords, which may be a long line."""
_COOKIES = Lazy(
    r"\buses? (?:[\w-]+ ){0,2}cookies|\bcookies? (?:settings|policy|notice|preferences)|\bcookies on |"
    r"\b(?:accept|reject|manage|view|essential|additional|analytics|all) (?:[\w-]+ )?cookies"
)
_SEARCH = Lazy(r"[\w /&'+.-]{3,50} jobs(?: in [\w ,.'-]{2,50})?|jobs in [\w ,.'-]{2,50}")
"""The search by which a posting was found."""

_ABOVE = "Above the posting stand other ones; they were left out."
_BELOW = "Below the posting stands a list of other ones; it was left out."
_A_FORM = "Below the posting stands a form to apply with; it was left out."
_SEVERAL = "The text holds several postings; only the first was read."
_A_SITE = "Below the posting stands what the website adds of its own; it was left out."


class _Lines(NamedTuple):
    """Whole lines in small letters, by what they are: see the head of ``data/job_boards.txt``."""

    form: frozenset[str]
    site: frozenset[str]
    foot: frozenset[str]
    foot_menu: frozenset[str]
    options: frozenset[str]
    about: frozenset[str]
    one_of_many: frozenset[str]
    aside: frozenset[str]
    board: frozenset[str]
    name: frozenset[str]
    menu: frozenset[str]
    fact: frozenset[str]
    level: frozenset[str]


@cache
def _known() -> _Lines:
    lists = lists_of("job_boards.txt")
    return _Lines(**{name.replace(" ", "_"): frozenset(lines) for name, lines in lists.items()})


class Own(NamedTuple):
    """The posting's own lines, and a warning for what was left out and is more than menus."""

    text: str
    warnings: tuple[str, ...] = ()


def own_part(text: str) -> Own:
    """``text`` without what a job board put around it. Lines that go leave an empty one. Linear."""
    known = _known()
    lines = text.split("\n")
    plain = [line.strip().lower() if len(line) <= _LONGEST else "" for line in lines]
    begin = _begin(lines, plain)
    several = sum(low in known.one_of_many for low in plain) > 1
    above = (_ABOVE,) if sum(map(len, lines[:begin])) >= _ENOUGH else ()
    cookies = "cookie" in text or "Cookie" in text
    kept: list[str] = []
    characters, gone_before, until = 0, 0, begin
    for number in range(begin, len(lines)):
        line, low = lines[number], plain[number]
        if number < until:
            kept.append("")
            continue
        if cookies and "cookie" in (lower := line.lower()) and _COOKIES.search(lower):
            kept.append("")
            continue
        if not low:
            kept.append("" if line.lower().startswith(_SEGMENT) else line)
            characters += len(line)
            continue
        if several and low in known.one_of_many:
            return Own("\n".join(kept).rstrip(), (*above, _SEVERAL))
        if characters >= _ENOUGH and (ended := _ended(low)) is not None:
            return Own("\n".join(kept).rstrip(), (*above, ended) if ended else above)
        if low.startswith("©") and characters >= _ENOUGH and (foot := _foot_begin(kept)) is not None:
            return Own("\n".join(kept[:foot]).rstrip(), above)
        if low in known.aside or low == _LOCATIONS:
            until = _aside_end(plain, number)
        fact = low in known.fact
        gone = (
            fact
            or number < until
            or low in known.board
            or ("|" in low and _is_menu(low))
            or (low.startswith(_STARTS) and _NOTES.fullmatch(low) is not None)
            or (characters < _HEAD and (low in known.name or (gone_before > 1 and _SEARCH.fullmatch(low))))
            or (characters < _HEAD and _COMMENT.fullmatch(low) is not None)
            or (number + 1 < len(plain) and _belongs_to(low, plain[number + 1]))
        )
        if fact and number + 1 < len(plain) and plain[number + 1].count(" ") < _LEAST_SENTENCE:
            until = number + 2
        kept.append("" if gone else line)
        characters += 0 if gone else len(line)
        gone_before += bool(gone)
    return Own("\n".join(kept), above)


def _begin(lines: list[str], plain: list[str]) -> int:
    """The line with which the posting begins that is shown beside a list of others. Its title is freed from
    what stands behind it."""
    options = 0
    of_google = _OF_GOOGLE in plain
    for number, low in enumerate(plain):
        if low.endswith(_JOB_POST):
            lines[number] = lines[number].strip()[: -len(_JOB_POST)].rstrip()
            plain[number] = low[: -len(_JOB_POST)].rstrip()
            return number if plain[number] else max(0, number - 1)
        if of_google and low.startswith(_GOOGLE_APPLY):
            return max(0, number - 2)
        if low in _known().options and not options:
            options = number + 1
        if low in _known().about and options:
            return options
    return 0


def _ended(low: str) -> str | None:
    """The warning for what begins with this line and is not the posting's; None if it is."""
    if low.startswith(_OTHERS_BEGIN) and low != _OF_ONE and _OTHERS.fullmatch(low):
        return _BELOW
    if low in _known().site or _COMMENT.fullmatch(low):
        return _A_SITE
    if low in _known().foot:
        return ""
    return _A_FORM if low.rstrip(_MARKS_OF_A_FIELD) in _known().form else None


def _is_menu(low: str) -> bool:
    """Whether a line holds nothing but entries of a menu: "Home | Jobs | Sign in"."""
    entries = [entry.strip() for entry in low.split("|")]
    known = _known()
    return all(
        entry in known.menu or entry in known.board or entry in known.name for entry in entries if entry
    )


def _belongs_to(low: str, following: str) -> bool:
    """Whether a line is a fact of a form that names it below, or a field that repeats others."""
    return (
        following == "expand search"
        or (following.startswith("r/") and low.startswith("go to "))
        or (following == "experience level" and low in _known().level)
        or (
            low.startswith(("role:", "job:"))
            and following.startswith(("industry type:", "primary location:"))
        )
    )


def _foot_begin(kept: list[str]) -> int | None:
    """The line with which the menu above a page's last lines begins, if there is one."""
    entries: list[int] = []
    for number in range(len(kept) - 1, -1, -1):
        low = kept[number].strip().lower()
        if len(low) > _LONGEST_ENTRY:
            break
        if low in _known().foot_menu:
            entries.append(number)
    return entries[-1] if len(entries) >= _LEAST_FOOT else None


def _aside_end(plain: list[str], begin: int) -> int:
    """Where what begins in the line ``begin`` ends; there, if nothing ends it."""
    ends = {_DESCRIPTION} if plain[begin] == _LOCATIONS else _known().about
    for number in range(begin + 1, min(len(plain), begin + _LONGEST_ASIDE)):
        if plain[number] in ends:
            return number
    return begin
