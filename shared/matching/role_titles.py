"""Which of the lines around its dates names the title of a role."""

import re
from collections.abc import Sequence

from shared.matching.job_titles import EDGES, SEVERAL, SHORT_LINE, VERB_ENDS, title_in
from shared.matching.lazy import Lazy
from shared.matching.title_forms import A_RANK_OF, is_like_a_title

_WHOSE = frozenset({"of", "for", "to", "with", "by", "the", "a", "an", "our", "all", "other", "new"})
AS = Lazy(
    r"\b(?:work(?:ed|ing|s)?|employed|serv(?:ed|ing)|joined|engaged|associated)\b.{0,24}? as\b|"
    r"\b(?:angestell(?:t|ter?)|anstellung|beschäftigt|tätig(?:keit)?|gearbeitet)\b.{0,12}? als\b",
    re.I,
)
_PARTS = Lazy(r"[,|\t()\[\]:;/]|\s{2,}|\s[-–—@·~]\s|\sat\s|(?<=\w)(?:\*\*|__)\s")
WIDE_PARTS = Lazy(r"\s{2,}")
_A_SUPERIOR = Lazy(
    r"(?!#)\W*(?:supervisor|manager|reporting|reports? to|reference|contact)\b[ \w]{0,12}:", re.I
)
"""What a line begins with that names whom one worked for: "Supervisor: A. Sample (555-0142)"."""
HEADING_LINE = 130
_FEW_WORDS = 6
_FAR_ABOVE = 2
"""Lines above the dates behind which the job before may end."""


def ends_with_a_title(text: str) -> bool:
    """Whether a title stands right before the dates: "Sous Chef January 2011 to March 2014 Example Inn"."""
    title, families = title_in(text[-40:])
    if families and stands_last(title, text):
        return True
    title, families = title_in(text[-40:].rpartition("/")[2])
    return bool(families) and stands_last(title, text)


def stands_last(title: str, text: str) -> bool:
    return text.rstrip(" ,-|:(").endswith(title)


def _is_of_a_duty(text: str, title: str) -> bool:
    """Whether the ``title`` stands in what somebody did: "Assisted Warehouse Manager and cooks"."""
    before = text[: max(0, text.find(title))]
    opening = max(before.rfind(mark) for mark in ("  ", ", ", ". ", "|"))
    words = before[opening + 1 :].split()
    return bool(words) and (words[0].lower().endswith(VERB_ENDS) or words[-1].lower() in _WHOSE)


type Titled = tuple[str, dict[int, float]]


def _is_a_part(line: str, titled: Titled) -> bool:
    """Whether the title is all of a part of its line, and not the beginning of a firm's name: "Nurse Finders
    Ltd", "Chef Works"."""
    title, families = titled
    if SEVERAL.search(title.lower()):
        return False  # "Moreton Steel Fabricators"
    whole = any(part.strip(EDGES) == title for part in _PARTS.split(line))
    if not whole and _PARTS.search(title):  # "Software Engineer - Security, Example Ltd"
        return line.strip(EDGES).startswith(title)
    return whole and (" " not in title or title_in(title.rpartition(" ")[0])[1] != families)


def _better_beside(named: tuple[str, Titled], lines: list[str]) -> tuple[str, Titled]:
    """The one of the ``lines`` that is a title and nothing else, or the first column of one, if it tells as
    much."""
    least = sum(named[1][1].values())
    for line in lines:
        found = title_in(line) if line != named[0] else ("", {})
        alone = found[0] in (line.strip(EDGES), WIDE_PARTS.split(line.strip(EDGES))[0])
        if found[0] and alone and sum(found[1].values()) >= least:
            return line, found
    return named


def is_a_title(line: str) -> bool:
    """Whether it is a title and nothing else."""
    bare = line.strip(EDGES)
    return bool(bare) and (is_like_a_title(bare) or title_in(line)[0] == bare)


def _post_before(line: str, titled: Titled) -> str | None:
    """The title with the post that stands before it and a comma: "Senior Manager, Online Marketing"."""
    title = titled[0]
    before, comma, _ = line.partition(f", {title}")
    post = _PARTS.split(before)[-1].strip(EDGES)
    if not comma or is_like_a_title(title) or not is_like_a_title(post):
        return None
    return f"{post}, {title}"


def _unknown_title(lines: Sequence[str]) -> tuple[str, Titled] | None:
    """The part of the ``lines`` that is a title by its form, of an occupation that no family knows: "Head of
    Acquisition & Retention", "Exams Officer"."""
    for line in lines:
        if len(line) <= HEADING_LINE and not _A_SUPERIOR.match(line):
            if rest := A_RANK_OF.match(line.strip(EDGES)):
                return line, (rest[0], {})
            for part in _PARTS.split(line):
                if (bare := part.strip(EDGES)) and is_like_a_title(bare):
                    return line, (bare, {})
    return None


def _may_be_a_title(named: str) -> bool:
    """Whether what a form names is short and no sentence."""
    first = named.partition(" ")[0]
    return (
        len(named) <= SHORT_LINE
        and named.count(" ") < _FEW_WORDS
        and first[:1].isupper()
        and not first.lower().endswith(VERB_ENDS)
        and not named.endswith(".")
    )


def _is_told_as(line: str, title: str) -> bool:
    """Whether a sentence says that one works as that: "Currently working as Finance Manager at Example"."""
    told = AS.search(line)
    return told is not None and line[told.end() :].removeprefix(" an").removeprefix(" a").lstrip().startswith(
        title
    )


def _opens_a_part(line: str, title: str) -> bool:
    """Whether a part of the line begins with the ``title`` of one person, so that it is no word of what was
    done: "Responsible for eight teachers", "driver phones at four"."""
    if SEVERAL.search(title.lower()):
        return False
    if any(part.strip(EDGES).startswith(title) for part in (line, *_PARTS.split(line))):
        return True
    first, joined, second = line.strip(EDGES).partition(" and ")
    return bool(joined) and second.startswith(title) and is_a_title(first)


def title_named(
    candidates: Sequence[str],
    same: str,
    told: str,
    previous: Sequence[str],
    below: Sequence[str],
    parts: Sequence[str],
    of_the_form: str | None,
) -> tuple[str, Titled] | None:
    """The first of the ``candidates`` that names a title, or a better one beside it: ``same`` is the line of
    the dates, ``told`` what follows them in a long one, of which ``parts`` stand next to them; ``previous``
    and ``below`` are the lines around."""
    named: tuple[str, Titled] | None = None
    for line in candidates:
        found = title_in(line)
        if (
            not found[1]
            or (line != same and _A_SUPERIOR.match(line))
            or (line is told and _is_of_a_duty(line, found[0]))
            or (line in below and not (_opens_a_part(line, found[0]) or _is_told_as(line, found[0])))
            or (line in below and f"{found[0]}:" in line)  # a label: "Hours: 40 Supervisor: A. Sample"
            or SEVERAL.search(found[0].lower().partition(" to ")[0])
        ):
            continue
        sure = line not in previous and not (line is same and found[0].islower())
        if sure or _opens_a_part(line, found[0]):
            named = line, found
            break
        # A word of what was done in the role above is no title where a line below has one of its own.
        named = named or (line, found)
    if (
        named is not None
        and not told
        and (not _is_a_part(*named) or (named[0] in previous and len(named[0]) > SHORT_LINE))
    ):
        named = _better_beside(named, [*previous[:2], *below[:2]])
    if named is not None and named[0] in previous[_FAR_ABOVE:] and below:
        right_below = title_in(below[0])
        if right_below[1] and right_below[0] == _PARTS.split(below[0].strip(f"{EDGES}\t"))[0].strip(EDGES):
            named = below[0], right_below  # what stands far above may be of the job before
    if named is not None and (post := _post_before(*named)):
        named = named[0], (post, named[1][1])
    if named is None:
        named = _unknown_title([*([of_the_form] if of_the_form else ()), *parts, same, *previous[:2], *below])
        if of_the_form and _may_be_a_title(of_the_form) and (named is None or named[0] != of_the_form):
            named = of_the_form, (of_the_form.strip(EDGES), {})  # who fills in a form says what they were
    elif not _opens_a_part(named[0], named[1][0]):
        # nor is one in a sentence where a part beside the dates is written as one
        if named[0] in previous:
            named = _unknown_title([same, *previous[: previous.index(named[0])], *below]) or named
        elif named[1][0].islower():
            named = _unknown_title(parts) or named
    return named
