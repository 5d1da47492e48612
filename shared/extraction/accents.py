"""Letters whose accents are drawn by themselves, over, under or through them.

So TeX does with every "é" unless it is told to use fonts that have one (``fontenc``): the file holds an acute
and an "e" at one place. The accent of a capital letter is so high that it seems to be a line of its own.
"""

import unicodedata
from bisect import bisect_left
from collections import defaultdict

STROKE = "\u0337"
"""Stands for the stroke through "ł", which fonts of TeX have where others have a space."""
# fmt: off
_COMBINING = {
    "`": "\u0300", "\u00b4": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306",
    "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327",
    "˛": "\u0328", "~": "\u0303", "^": "\u0302",
}
# fmt: on
ACCENTS = frozenset({*_COMBINING, STROKE})
_DOTLESS = {"ı": "i", "ȷ": "j"}
_WITH_STROKE = {"l": "ł", "L": "Ł"}
_BAND = 16.0
"""Points; more than the accent of a capital letter of usual size is raised."""

_BELOW = 0.25
"""Of the letter's height: an ogonek may be of a font with more room below the base line."""
_LETTERS = 6
"""Of the lines of a band, to the left of the middle of an accent."""

type Place = tuple[str, tuple[float, float, float, float]]
"""A character and its area in page space: left, bottom, right, top."""


def find_accented(places: list[Place]) -> dict[int, tuple[int, str]]:
    """Of each accent in ``places`` that stands at a letter: which letter, and the one character they are."""
    accents = [at for at, (text, _) in enumerate(places) if text in ACCENTS]
    if not accents:
        return {}
    bands: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for at, (text, area) in enumerate(places):
        if text.isalpha():
            bands[int(area[1] // _BAND)].append((area[0], at))
    for band in bands.values():
        band.sort()
    found = {}
    for at in accents:
        accent, area = places[at]
        middle = (area[0] + area[2]) / 2
        for row in (0, -1, 1):
            band = bands.get(int(area[1] // _BAND) + row, [])
            before = bisect_left(band, (middle, 0))
            for _, letter in band[max(before - _LETTERS, 0) : before]:
                if _at_one_place(middle, area, places[letter][1]) and (
                    together := _accented(accent, places[letter][0])
                ):
                    found[at] = letter, together
    return found


def _at_one_place(middle: float, accent: tuple[float, ...], letter: tuple[float, ...]) -> bool:
    """Whether the accent is in the box of the letter or, over a capital, begins there."""
    left, bottom, right, top = letter
    return left < middle < right and bottom - _BELOW * (top - bottom) < accent[1] < top


def _accented(accent: str, letter: str) -> str | None:
    if accent == STROKE:
        return _WITH_STROKE.get(letter)
    together = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _COMBINING[accent])
    return together if len(together) == 1 else None
