"""Jobs that are the items of a list: their titles stand behind its marks, the dates on lines further in."""

from shared.matching.job_titles import EDGES, LEAST_TITLE, title_in
from shared.matching.lazy import Lazy
from shared.matching.title_forms import is_like_a_title

BULLETS = ("•", "- ", "* ", "-\t")
_MARKS = " \t•*-#_"
_FIRST_PART = Lazy(r"[^,|\t()\[\]:;/]*?(?=$|[,|\t()\[\]:;/]|\s{2}|\s[-–—@·~]\s|\sat\s)")
_LONGEST = 130


def item_with_a_title(line: str, dated: str) -> str:
    """The ``line`` without its marks if it is an item of a list that begins with a title, and is a heading or
    has the line of its dates further in: "- ### Cook — Example Inn" / "  Leeds" / "  2019 - 2021"."""
    bare = line.lstrip()
    if not bare.startswith(BULLETS) or len(bare) > _LONGEST:
        return ""
    named = bare.lstrip(_MARKS)
    if "#" not in bare[: len(bare) - len(named)] and (
        len(dated) - len(dated.lstrip()) <= len(line) - len(bare) or dated.lstrip().startswith(BULLETS)
    ):
        return ""
    title, families = title_in(named)
    if sum(families.values()) > LEAST_TITLE and named.startswith(title):
        return named
    first = _FIRST_PART.match(named)
    alone = first[0].strip(EDGES) if first else ""
    return named if alone and (alone == title or is_like_a_title(alone)) else ""
