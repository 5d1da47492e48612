"""A profile copied from a professional network's page in place of a CV.

Such pages hold each line twice, once for screen readers, and end with the profiles of other people.
"""

from collections.abc import Iterator
from itertools import groupby

from shared.matching.lazy import Lazy

_TWICE = 4
"""Lines that stand twice in a row in such a page at least."""
_OTHERS = frozenset({
    "more profiles for you", "people you may know", "people also viewed", "others named", "you might like",
    "explore premium profiles", "people similar to", "pages for you",
})  # fmt: skip
"""Lines from which on it is about somebody else."""
_OF_THE_PAGE = Lazy(
    r"skip to (?:search|main content)|home|my network|jobs|messaging|notifications|me|message|more|follow|"
    r"connect|activity|"
    r"(?:…|\.\.\.)?see (?:more|less)|show all .{0,60}|endorsed by .{0,90}|\d+ endorsements?|show credential|"
    r"\d+\+? connections|[\d,]+ followers|.{0,80}contact info|. ?(?:1st|2nd|3rd)(?: degree connection)?|"
    r".{0,60} and \+\d+ skills?|experience logo|thumbnail.{0,60}"
)
"""A whole line, in small letters."""


def without_page(text: str) -> str:
    """``text`` with spaces for what is the page's and not the profile's; its length and its lines stay. What
    is no such page stays as it is."""
    lines = text.split("\n")
    plain = [_plain(line) for line in lines]
    if sum(line != "" and len(list(same)) == 2 for line, same in groupby(plain)) < _TWICE:
        return text
    return "\n".join(
        " " * len(line) if gone else line for line, gone in zip(lines, _gone(plain), strict=True)
    )


def _plain(line: str) -> str:
    return line.strip().lower().replace(" to ", " - ").replace(" – ", " - ") if len(line) < 2_000 else line


def _gone(plain: list[str]) -> Iterator[bool]:
    before, of_others = "", False
    for line in plain:
        of_others = of_others or line in _OTHERS
        yield of_others or (line != "" and (line == before or _OF_THE_PAGE.fullmatch(line) is not None))
        before = line or before
