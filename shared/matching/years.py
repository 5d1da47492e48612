"""Years of experience that a posting asks for."""

import re
from typing import NamedTuple

from shared.matching.asking import Asking
from shared.matching.lazy import Lazy

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
}
_NUMBER = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(NUMBERS) + r")"
_YEARS = Lazy(
    rf"(?<![\d.£$€,])(?P<least>{_NUMBER})\)?\s?(?:\(\d{{1,2}}\)\s?)?\+?\s?(?:(?:-|to|or|and|bis|à|"
    rf"a)\s?(?P<most>{_NUMBER})\+?\s?)?(?:or more |full |plus )?"
    rf"(?P<unit>years?\b|yrs?\b|months?\b|jahre[n]?\b|ans\b|années\b|años\b|year's|years')"
)
_UNIT = Lazy("year|yr|month|jahre|ans|années|años")
_OTHER = Lazy(
    r"years? (?:old|of age|in business|warranty|contract|ago|plan|history)|over the (?:past|last|next)|for "
    r"(?:over|more than|nearly|the (?:past|last)) |since|founded|established|"
    r"aged?|in the (?:last|past|next)|(?:last|past|next|within|every|first|after|contract|run|assignment|"
    r"rolling|probation|"
    r"secondment|maternity|duration|program(?:me)?|term|fixed|initial)\b"
)
_A_CEILING = Lazy(
    r"\b(?:up to|less than|no more than|under|fewer than|if you have (?:more|over)(?: than)?|below|"
    r"maximum(?: of)?)\s?$"
)
_ABOUT_WORK = Lazy(
    r"experience|exp\b|expertise|background|worked|working|work |practice|qualified|post|pqe|track record|"
    r"in a |in an |as a |as an |hands|record|erfahrung|expérience|experiencia|industry|role|driving|"
    r"teaching|managing|selling|licen[cs]e|with |of |in |using|commercial"
)


class Years(NamedTuple):
    """``least`` and ``most`` total years asked for; ``by_piece`` the years that each sentence names."""

    least: float | None
    most: float | None
    by_piece: dict[int, float]


def _value(digits: str) -> float:
    return float(NUMBERS.get(digits, 0)) or float(digits) if digits in NUMBERS else float(digits)


def find_years(lower: str, asking: Asking) -> Years:
    """Every statement of years about work outside of boilerplate; the total is the largest one asked of
    all."""
    asked: list[tuple[float, float | None]] = []
    hoped: list[tuple[float, float | None]] = []
    by_piece: dict[int, float] = {}
    for number, (start, end) in enumerate(asking.spans):
        if not _UNIT.search(lower, start, end):
            continue
        for match in _YEARS.finditer(lower, start, end):
            around = lower[max(start, match.start() - 30) : match.start()]
            after = lower[match.end() : min(end, match.end() + 60)]
            unit = match["unit"]
            kind = asking.kind_at(match.start())
            if (
                _OTHER.search(around[-22:] + " ")
                or _OTHER.match(unit + after[:14])
                or _A_CEILING.search(around)
                or re.match(r"\W{0,3}(?:old|of age|contract|ftc|ago|in business|assignment)", after)
            ):
                continue
            if (
                kind != "required"
                and not _ABOUT_WORK.search(after)
                and not _ABOUT_WORK.search(around + lower[max(start, match.start() - 60) : match.start()])
            ):
                continue
            if kind in ("boilerplate", "about") and "experience" not in after:
                continue
            scale = 1 / 12 if unit.startswith("month") else 1.0
            least = _value(match["least"]) * scale
            most = _value(match["most"]) * scale if match["most"] else None
            if least > 30 or (most is not None and most < least):
                continue
            if kind == "preferred":
                hoped.append((least, most))
            else:
                asked.append((least, most))
            by_piece.setdefault(number, least)
    if not asked:
        return Years(None, None, by_piece)
    least, most = max(asked, key=lambda pair: pair[0])
    return Years(round(least, 2), most, by_piece)
