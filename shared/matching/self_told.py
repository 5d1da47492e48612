"""What somebody says to be in a sentence: "I'm an experienced roofer", "Licensed electrician with 12 years".

A CV of a few lines of prose, as people send it to a small firm, has no line that is a title and no role
with dates; what its writer claims to be is the one thing that tells their trade.
"""

from itertools import islice

from shared.matching.job_titles import SEVERAL, title_in
from shared.matching.lazy import Lazy

_CLAIM = Lazy(
    r"\b(?:(?:i am|i['’]?m|i have been|i['’]ve been)(?: (?:also|currently|now|an?|the))*|"
    r"(?:(?<!to )(?<!can )work|worked|working|employed|years|experience|career) as(?: an?)?|"
    r"experienced|licen[cs]ed|certified|qualified|skilled|seasoned|trained|chartered|freelance|"
    r"semi-retired|retired) "
)
_ENDS = Lazy(
    r"[^\w '’/&-]|\b(?:in|with|who|for|at|to|of|and|or|that|seek\w*|look\w*|need\w*|want\w*|"
    r"available|by|on|from|since)\b"
)
"""Where what is claimed to be ends."""
_FEW_LETTERS = 60
_MOST_CLAIMS, _MOST_TRIED = 12, 200


def told_titles(text: str) -> list[tuple[str, dict[int, float]]]:
    """The titles, as written, that sentences of ``text`` claim for its writer, each once, with the families
    of each; in the order of the text."""
    found: dict[str, tuple[str, dict[int, float]]] = {}
    lower = text.lower()
    for match in islice(_CLAIM.finditer(lower), _MOST_TRIED):
        start = match.end()
        end = _ENDS.search(lower, start, start + _FEW_LETTERS)
        claim = text[start : end.start() if end else start + _FEW_LETTERS].strip()
        title, families = title_in(claim)
        if families and claim.endswith(title) and not SEVERAL.search(title.lower()):
            found.setdefault(title.lower(), (title, families))
        if len(found) == _MOST_CLAIMS:
            break
    return list(found.values())
