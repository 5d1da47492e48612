"""The education that a posting asks for, and where it names the subjects of a degree."""

from shared.matching.asking import Asking
from shared.matching.education import Found, find_levels
from shared.matching.lazy import Lazy

_LABELS = ("none", "school", "vocational", "bachelor's degree", "master's degree", "doctorate")
_NO_DEGREE = Lazy(
    r"\b(?:no (?:degree|formal|qualification)|degree (?:is )?not (?:required|needed|necessary)|without a "
    r"degree)"
)
_NOT_EDUCATION = Lazy(
    r"degree of|high degree|apprentices?\b|(?<!any )\bgraduates?\b(?! degree)|(?:multi|scrum|web|head|"
    r"quarter|"
    r"post|station|toast|yard|pay|property)[ -]?masters?\b|\bmasters?[ -](?:replic|serv|slave|key|class|"
    r"agree|tech|craft|"
    r"baker|builder|distill|chef|file|node|branch|brew|record)"
)
_ALSO = Lazy(
    r"\bhigher education(?! (?:sector|institution|provider|setting|teach|funding|team|polic|student|client))|"
    r"\bhbo\b|\bwo[- ]level|\buniversity education|abgeschlossenes studium|licence professionnelle|"
    r"\b(?:2:[12]|first[- ]class|upper second)(?: honours| degree| or)"
)
"""Further words for a bachelor's degree, which are only asked for."""
_DEGREE = (
    r"(?:(?:bachelor|master|associate)(?:'?s)?(?: degree)?|degree(?: level)?|diploma|doctorate|ph\.?d|"
    r"[bm]\.?sc|[bm]\.?eng|[bm]\.?tech|[bm]\.?[as]|[bm]\.?com|b\.?e|mba|graduate)"
)
_SUBJECTS = Lazy(
    rf"(?<![a-z]){_DEGREE}\.?(?:\s?(?:/|or|and)\s?{_DEGREE}\.?)*(?: degree| education)?(?: \(hons\))?"
    r"(?:\s(?:in|of)(?: an?| the)?|(?<=sc|ng|ch|om))\s(?P<subjects>[^.;:\n()]{3,120}(?:\([^()\n]{3,90}\))?)"
)
_SUBJECTS_END = Lazy(
    r"\s(?:and (?:at least|\d|an? |minimum|proven|strong|solid|some|several|experience|registration)|with |"
    r"plus |or (?:an? |any )?(?:equivalent|similar|comparable|suitable)|is |are |preferred|required|"
    r"desired|desirable|from |who |you |we )|,\s?(?:with|plus|and \d|or equivalent|minimum|at least|\d|an? )"
)


def asked_level(lower: str, asking: Asking) -> tuple[int | None, str | None, bool]:
    """(lowest level asked for, its name, whether it is required); (None, None, False) if none is."""
    no_degree = _NO_DEGREE.search(lower)
    if no_degree and asking.kind_at(no_degree.start()) != "boilerplate":
        return 0, _LABELS[0], True
    required: list[int] = []
    preferred: list[int] = []
    also = [Found(3, match.start(), match.end()) for match in _ALSO.finditer(lower)]
    for found in (*find_levels(lower), *also):
        kind = asking.kind_at(found.start)
        if kind in ("boilerplate", "about") or not asking.spans:
            continue
        start, end = asking.spans[asking.piece_at(found.start)]
        if _NOT_EDUCATION.search(lower[max(start, found.start - 9) : min(end, found.end + 8)]):
            continue
        (preferred if kind == "preferred" else required).append(found.level)
    chosen = required or preferred
    if not chosen:
        return None, None, False
    level = min(chosen)
    return level, _LABELS[level], bool(required)


def subjects(lower: str) -> list[tuple[int, int]]:
    """Where the subjects of a degree are named: they are a matter of education, not skills asked for."""
    found: list[tuple[int, int]] = []
    for match in _SUBJECTS.finditer(lower):
        start, end = match.span("subjects")
        stop = _SUBJECTS_END.search(lower, start - 1, end)
        found.append((start, stop.start() if stop else end))
    return found
