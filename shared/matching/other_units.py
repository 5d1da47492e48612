"""Sentences of a posting that ask something only of those who work in one unit: "RNs working with children
must hold PALS". A posting of another unit does not ask for it."""

from dataclasses import replace

from shared.matching.asking import Asking
from shared.matching.lazy import Lazy
from shared.matching.words import WORD

_OF_A_UNIT = Lazy(
    r"\W{0,4}(?:all |any )?(?:rns?|lpns?|cnas?|registered nurses|nurses|staff|employees|clinicians|"
    r"therapists|technicians|associates|those|team members) "
    r"(?:who (?:work|are working|float)|working|assigned|floating) "
    r"(?:in|with|on|to) (?P<unit>[^.;:]{3,80}?) (?:are|is|must|will|shall|need|have) "
)
_OF_ALL_UNITS_WORDS = """
all any each every our the this and or in on of to with for department departments unit units area areas
ward wards patients patient care team teams position positions role roles facility hospital
"""
_OF_ALL_UNITS = frozenset(_OF_ALL_UNITS_WORDS.split())
"""Words that name no unit: "staff working in this role must"."""


def of_this_unit(lower: str, asking: Asking, title: str) -> Asking:
    """``asking``, where sentences about a unit that the ``title`` does not name ask for nothing."""
    titled = title.lower()
    kinds = [
        "about"
        if kind in ("required", "preferred", "duties") and _is_of_another(lower[start:end], titled)
        else kind
        for (start, end), kind in zip(asking.spans, asking.kinds, strict=True)
    ]
    return asking if kinds == asking.kinds else replace(asking, kinds=kinds)


def _is_of_another(sentence: str, title: str) -> bool:
    told = _OF_A_UNIT.match(sentence)
    if told is None:
        return False
    named = [word for word in WORD.findall(told["unit"]) if word not in _OF_ALL_UNITS]
    return bool(named) and not any(word in title for word in named)
