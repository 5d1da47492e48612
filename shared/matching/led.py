"""Titles of who leads a function: "Team Lead, Payroll", "Pharmacy Supervisor"."""

import re

from shared.matching.families import family_table
from shared.matching.lazy import Lazy
from shared.matching.words import Words

_RANK = r"(?:(?:senior|sr\.?|deputy|assistant|acting|interim) )?"
_FUNCTION = r"[^\W\d_][\w&/'’ ]{2,40}?"
_LED = Lazy(
    rf"{_RANK}(?:team (?:lead|leader|supervisor)(?:(?:,| [-–—])? | \()|"
    r"(?:lead|leader|supervisor)(?:(?:,| [-–—]) | \())"
    rf"(?P<behind>{_FUNCTION})\)?|"
    rf"{_RANK}(?P<before>{_FUNCTION}),?(?: [-–—])? (?:team )?(?:lead|leader|supervisor)",
    re.I,
)
_TOLD = 2.0
"""How telling the word for a function must be to tell the family of who leads it: "logistics", but neither
"shift" nor "site"."""
_FEW = 2
"""Families that share it at most."""
OF_A_FUNCTION = 0.95
"""How telling such a title is: as much as one of two words."""


def function_led(line: str) -> str:
    """What is led, in a line that is the title of who leads it; "" if it is none."""
    if "ead" not in (lower := line.lower()) and "supervisor" not in lower:
        return ""
    led = _LED.fullmatch(line)
    function = (led["behind"] or led["before"]) if led else ""
    return function if function[:1].isupper() else ""


def families_of(function: str) -> dict[int, float]:
    """The families that a function tells of where it is a telling word of theirs, and nothing more."""
    table = family_table()
    words = Words(function, function.lower())
    for first, after, number in table.terms.find(words):
        owners = table.term_families[number]
        if after - first == len(words) and table.term_weights[number] >= _TOLD and len(owners) <= _FEW:
            return {family: OF_A_FUNCTION / len(owners) for family in owners}
    return {}
