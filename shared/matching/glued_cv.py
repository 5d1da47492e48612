"""Where a CV lost its line breaks: "Lowell, MARestaurant Manager", "with a teamWORK HISTORY06/2019".

Only texts with long lines are looked at, and they must be glued throughout: names of products and firms are
written so.
"""

from shared.matching.cleaning import CleanText
from shared.matching.glued_words import GLUED_THROUGHOUT, ordinary, seams
from shared.matching.lazy import Lazy

_LONG_LINE = 300
"""Characters of a line that may have been several."""
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    r"V[AT]|W[AIVY])"
)
_MAY_BE_ONE = Lazy(
    r"[A-Z\d](?:(?<=[a-z.)\d][A-Z])|(?<=[a-z)]\d)|(?<=, [A-Z]{2}.)|(?<=[A-Z]{3})(?=[a-z]{2})|"
    r"(?<=[a-z)]\. .))"
)
_IN_A_STATE = Lazy(rf", {_STATE}")
_AFTER_A_STATE = Lazy(r"[A-Z][a-z]{2}|\d\d?/|(?:B\.?[AS]|BBA|M\.?[AS]|MBA|GED)\b")
_TOWN = Lazy(rf"[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}, {_STATE}(?![a-z])")
_DAY = Lazy(
    r"\d{1,2}/(?:\d{1,2}/)?(?:19|20)\d\d|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|"
    r"Aug(?:ust)?|Sep(?:t|tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[ -](?:19|20)\d\d"
)
_HEADING = Lazy(
    r"(?:[A-Z]{4,} (?:(?:OF|AND|&) )?){0,2}(?:EXPERIENCE|EDUCATION|SKILLS|HISTORY|CERTIFICATIONS?|SUMMARY|"
    r"PROFILE|OBJECTIVE|QUALIFICATIONS|EMPLOYMENT|TRAINING|REFERENCES|LANGUAGES|ACHIEVEMENTS|PROJECTS|STATEMENT|"
    r"INTERESTS|HIGHLIGHTS|LICEN[CS]ES|COMPETENCIES)(?P<capitals>(?=[A-Z][a-z]|\d))?(?![a-z])|"
    r"(?:(?:Work|Professional|Employment|Technical) )?(?:Experience|Education|Skills|History|Certifications?|"
    r"Summary|Qualifications|Employment|Languages)(?P<small>(?=[A-Z\d]))"
)
_TITLES_WORDS = """
Accountant Administrator Aide Analyst Architect Assistant Associate Bookkeeper Cashier Clerk Consultant
Controller Cook Coordinator Designer Developer Driver Engineer Manager Operator Programmer Receptionist
Recruiter Representative Secretary Server Specialist Supervisor Technician Tester
"""
_TITLES = (*_TITLES_WORDS.split(), *_TITLES_WORDS.lower().split())
_NO_TITLE = Lazy(r"[A-Z](?:[a-z]{2}|[A-Z]{2})")
"""How what follows a title begins."""
_ENDS = Lazy(
    r"[A-Z](?:(?<=[a-z)]\.[A-Z])(?=[a-z]+[ ,']|[A-Z]{3})|(?<=[12]\d\d\d[A-Z])(?=[a-z/])|(?<=Present[A-Z])|"
    r"(?<=Current[A-Z])|(?<=[a-z)]   [A-Z]))|-(?<=[12]\d\d\d-)(?= ?[A-Z][a-z]+ [a-z])|•(?<=[^\n]•)"
)
"""Where a line ended in a text that is glued: behind a full stop, a year, a title far from what was done."""
_NO_ENDS = ("Net", "Js", "Io", "Com", "Org")
_GLUED_O = Lazy(r"(?P<word>[a-z]{2,20}|[.)\]\d])o(?= [A-Z][a-z]+ [a-z])")
"""The bullet of a word processor, copied as a letter."""
_LEAST_BULLETS = 5
_GLUED_BULLET = Lazy(r"•(?<=[a-z.;)]•)")
_SPACED_OUT = Lazy(r"[A-Z](?<=[a-z]\. [A-Z])")


def in_lines(text: CleanText) -> CleanText:
    """A CV's text with the breaks that it lost, if it is glued throughout. Linear."""
    if max(map(len, text.source.split("\n"))) < _LONG_LINE:
        return text
    shown = text.clean
    sure, begun = _between_lines(shown)
    plain, capital = seams(shown)
    # Where a sentence followed another without a space, one was put in.
    stops = [match.start() for match in _SPACED_OUT.finditer(shown) if _is_put_in(text, match.start() - 1)]
    if len(sure) + len(plain) + len(stops) + len(_GLUED_BULLET.findall(shown)) < GLUED_THROUGHOUT:
        return text
    places = {*sure, *begun, *plain, *capital, *stops}
    places.update(
        match.start() for match in _ENDS.finditer(shown) if not shown.startswith(_NO_ENDS, match.start())
    )
    bullets = list(_GLUED_O.finditer(shown))
    if len(bullets) >= _LEAST_BULLETS:
        places.update(match.end() - 1 for match in bullets if not ordinary(f"{match['word']}o"))
    return text.broken_at(sorted(places))


def _is_put_in(text: CleanText, at: int) -> bool:
    """Whether the character at ``at`` is none of the source's."""
    return text.original(at - 1) == text.original(at)


def _between_lines(text: str) -> tuple[list[int], list[int]]:
    """Where something begins that hardly a word begins with before it: a heading, a date, a town in its
    state, what follows a state or a title; and where what is headed begins."""
    found: list[int] = []
    begun: list[int] = []
    for match in _MAY_BE_ONE.finditer(text):
        at = match.start()
        before = text[at - 1]
        if before == " ":
            if _DAY.match(text, at):  # behind a full stop
                begun.append(at)
            continue
        state = before.isupper() and _IN_A_STATE.match(text, at - 4) is not None
        if heading := _HEADING.match(text, at) if state or not before.isupper() else None:
            if heading["capitals"] is not None or heading["small"] is not None:
                begun.append(heading.end())
        elif not (
            (state and _AFTER_A_STATE.match(text, at))
            or (before.islower() and text[at - 4 : at].isalpha() and _TOWN.match(text, at))
            or (not before.isdigit() and _DAY.match(text, at))
            or (text.endswith(_TITLES, 0, at) and _NO_TITLE.match(text, at))
        ):
            continue
        found.append(at)
    return found, begun
