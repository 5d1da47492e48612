"""Alternatives among what a posting asks for: of "PyTorch or TensorFlow" one is enough."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shared.matching.lazy import Lazy
from shared.matching.skills import skill_table
from shared.matching.words import stems_of

_OR = Lazy(
    r"(?: (?:developer|engineer|programmer|analyst|administrator|designer|architect|tester|consultant)s?)?"
    r"\s*+,?\s*+(?:\(?(?:or|oder|ou|o)\s+|and/or\s+)(?:an?|the|with|in|using|similar)?\s*"
    r"(?:[\w&.+-]{2,14}\s)?"
)
"""Between two alternatives, with one word more: "ADP, or Ceridian Dayforce", "PHP developer or Python"."""
_COMMA = Lazy(r"\s*,\s*")
_LONGEST_BETWEEN = 24
"""Characters between two alternatives."""
_OR_ANOTHER = Lazy(
    r"(?:,\s*+[\w.+#-]{1,20})?\s*+,?\s*+\(?or (?:similars?|equivalents?|an? (?:similar|equivalent)|another|"
    r"other|comparable)\b"
    r"|\s*+,?\s*+(?:or )?whatever\b"
)
"""Behind a list: its items are examples, any of them will do."""
_GOES_ON = Lazy(
    r"(?: [\w-]+){1,2},\s(?!(?:or|and|but|ideally|preferably|with|plus|which|who|to|in|as|for|at|on|of|"
    r"including|you|we|not|where|while|both|all|any)\b)\w"
)
"""Behind an "or" that is inside a list of other things: "CDMP, retail or FMCG background, Python"."""
_ONE_OF = Lazy(
    r"\b(?:(?:at least|minimum(?: of)?|min\.?) (?:one|1)|(?:one|1) or more|one of|any of|any one)\b"
    r"[^.;:()\n•]{0,60}[(:]?\s*$"
)
"""Before a list of which one is enough: "at least one of Python, Java, Go"."""
_OF_ONE = ("one", "any of", " 1 ")
_REACH = 80
"""Characters before a list in which that is looked for."""
_EXAMPLES = Lazy(r"[^.;:()]{0,24}(?:\(\s*(?:e\.g\.,?|such as|like|ideally)?|such as|like|e\.g\.,?)\s*")
"""Between a wider skill and its examples: "ERP experience (SAP or similar)"."""
_SUCH_AS = Lazy(r"such as|like|e\.g\.")
"""What leaves room for others than those named: "vector databases such as Pinecone or Weaviate"."""
_NEXT_EXAMPLE = Lazy(r"\s*+,\s*+(?:(?:and|or)\s++)?|\s++(?:and|or|&)\s++")
"""Between two of them: "NoSQL like MongoDB, Cassandra and Redis"."""
_SLASH = Lazy(r"\s*/\s*")
_FOR_EXAMPLE = Lazy(r"\(\s*(?:e\.g\.?|eg|for example|for instance)[,:]?\s*")
"""Before examples in brackets: "databases (e.g. TMS, MODES, Adlib)"."""
_BRACKET = Lazy(r"(?: (?:skills?|experience|knowledge|proficiency|functions?))? ?\(")
_LONGEST_EXAMPLES, _MOST_IN_BRACKETS = 160, 16


class Asked(NamedTuple):
    """Something that is asked for at ``start``–``end`` in the piece number ``piece``: a skill of the table by
    its number, a phrase by a number below zero."""

    skill: int
    start: int
    end: int
    piece: int


def groups_of(asked: Iterable[Asked], lower: str) -> dict[int, int]:
    """The number of the group for each skill and phrase that is only ever asked for as one of several."""
    group: dict[int, int] = {}
    alone: set[int] = set()
    for run in _with_items(_with_the_wider(_runs(asked, lower), lower), lower):
        skills = {one.skill for one in run}
        if len(skills) > 1:
            number = min(group.get(skill, run[0].start) for skill in skills)
            group.update(dict.fromkeys(skills, number))
        else:
            alone |= skills
    return {skill: number for skill, number in group.items() if skill not in alone}


def _runs(asked: Iterable[Asked], lower: str) -> Iterator[list[Asked]]:
    """``asked``, those that are alternatives together: "A, B or C", the last two of "D, A or B, E"."""
    ordered = sorted(asked, key=lambda one: one.start)
    at = 0
    while at < len(ordered):
        run, ors = [ordered[at]], list[int]()
        at += 1
        if examples := _examples(lower, run[0]):
            close = lower.find(")", examples, examples + _LONGEST_EXAMPLES)
            while at < len(ordered) and ordered[at].start < close:
                run.append(ordered[at])
                at += 1
            yield run
            continue
        if behind := _in_brackets(lower, run[0], ordered[at : at + _MOST_IN_BRACKETS]):
            yield run
            yield behind
            at += len(behind)
            continue
        while at < len(ordered) and ordered[at].piece == run[-1].piece:
            between = (run[-1].end, ordered[at].start)
            if between[1] - between[0] > _LONGEST_BETWEEN:
                break
            if _OR.fullmatch(lower, *between):
                ors.append(len(run))
            elif _SLASH.fullmatch(lower, *between):
                if not (
                    _do_for_each_other(run[-1], ordered[at], lower)
                    or (ors and ors[-1] == len(run) - 1 and ordered[at].skill < 0)
                ):
                    break
                ors.append(len(run))
            elif not _COMMA.fullmatch(lower, *between):
                break
            run.append(ordered[at])
            at += 1
        begin = max(0, run[0].start - _REACH)
        if any(lower.find(word, begin, run[0].start) >= 0 for word in _OF_ONE) and _ONE_OF.search(
            lower, begin, run[0].start
        ):
            yield run
            continue
        ends_with_or = ors and ors == list(range(ors[0], len(run))) and not _GOES_ON.match(lower, run[-1].end)
        if _OR_ANOTHER.match(lower, run[-1].end) or ends_with_or:
            yield run
            continue
        first = 0
        for number in ors:
            yield from ([one] for one in run[first : number - 1])
            yield run[max(first, number - 1) : number + 1]
            first = number + 1
        yield from ([one] for one in run[first:])


def _examples(lower: str, first: Asked) -> int | None:
    """Where examples in brackets begin, right behind ``first`` or with it."""
    bracket = lower.rfind("(", max(0, first.start - 16), first.start)
    if bracket < 0 or not _FOR_EXAMPLE.fullmatch(lower, bracket, first.start):
        bracket = first.end + 1
    found = _FOR_EXAMPLE.match(lower, bracket)
    return found.end() if found else None


def _in_brackets(lower: str, tool: Asked, behind: list[Asked]) -> list[Asked]:
    """What stands in brackets right behind a ``tool``, if more than one thing does and it is of the tool:
    "Excel skills (lookups, pivot tables)" names what of it is meant."""
    bracket = _BRACKET.match(lower, tool.end)
    close = lower.find(")", bracket.end(), bracket.end() + _LONGEST_EXAMPLES) if bracket else -1
    if close < 0 or not behind or behind[0].start >= close:
        return []
    inside = [one for one in behind if one.start < close]
    return inside if len(inside) > 1 and any(_is_wider(tool, one) for one in inside) else []


def _with_the_wider(runs: Iterator[list[Asked]], lower: str) -> list[list[Asked]]:
    """``runs``, with the wider skill in the run of its examples: it is what "such as" or "or similar" asks
    for."""
    found: list[list[Asked]] = []
    are_examples = False
    for run in runs:
        before = found[-1] if found else []
        if (
            are_examples
            and before[-1].piece == run[0].piece
            and _NEXT_EXAMPLE.fullmatch(lower, before[-1].end, run[0].start)
        ):
            found[-1] = before + run
            continue
        are_examples = False
        if (
            len(before) == 1
            and before[0].piece == run[0].piece
            and _EXAMPLES.fullmatch(lower, before[0].end, run[0].start)
            and (_OR_ANOTHER.match(lower, run[-1].end) or _SUCH_AS.search(lower, before[0].end, run[0].start))
            and any(_is_wider(before[0], one) for one in run)
        ):
            found[-1] = before + run
            are_examples = _SUCH_AS.search(lower, before[0].end, run[0].start) is not None
        elif _is_of_which_one_is_enough(before, run, lower):
            found[-1] = before + run
        else:
            found.append(run)
    return found


def _is_of_which_one_is_enough(before: list[Asked], run: list[Asked], lower: str) -> bool:
    """Whether a phrase says what the list in brackets is of: "at least one query language (...)"."""
    return (
        len(before) == 1 < len(run)
        and before[0].skill < 0
        and before[0].piece == run[0].piece
        and _EXAMPLES.fullmatch(lower, before[0].end, run[0].start) is not None
        and _ONE_OF.search(lower, max(0, before[0].start - _REACH), before[0].start) is not None
    )


def _with_items(runs: list[list[Asked]], lower: str) -> Iterator[list[Asked]]:
    """``runs``, those together that are items of one list below "one of the following:"."""
    if "of the following" not in lower and "of these" not in lower:
        yield from runs
        return
    before: list[Asked] = []
    heading = -1
    for run in runs:
        above = _one_is_enough(lower, run[0].start)
        if before and above == heading >= 0:
            before += run
            continue
        if before:
            yield before
        before, heading = list(run), above
    if before:
        yield before


def _one_is_enough(lower: str, start: int) -> int:
    """Where the line ends below which the item around ``start`` stands in a list of which one is enough; -1
    where it stands in none."""
    begin = _line_begin(lower, start)
    mark = _ITEM.match(lower, begin, start)
    if mark is None:
        return -1
    for _ in range(_MOST_ITEMS):
        end = begin - 1
        begin = _line_begin(lower, end)
        if end > 0 and not lower[begin:end].strip():  # between two items, or before the first
            end = begin - 1
            begin = _line_begin(lower, end)
        if end < 0:
            return -1
        above = _ITEM.match(lower, begin, end)
        if above is None or _kind_of(above[0]) != _kind_of(mark[0]):
            return end if _ONE_BELOW.search(lower, begin, end) else -1
    return -1


def _line_begin(lower: str, end: int) -> int:
    """Where the line before ``end`` begins, or the last part of a long one."""
    reach = max(0, end - _LONGEST_ITEM)
    return max(reach, lower.rfind("\n", reach, max(0, end)) + 1)


def _kind_of(mark: str) -> str:
    """A mark of a list with its indent, whatever the number."""
    return "".join("1" if letter.isalnum() else letter for letter in mark.rstrip())


_MOST_ITEMS, _LONGEST_ITEM = 12, 160
_ITEM = Lazy(r"[^\S\n]{0,8}(?:[-*•·▪–—+]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_ONE_BELOW = Lazy(
    r"\b(?:(?:at least|minimum of|any) )?(?:one|any)(?: \(1\))?(?: or more)? of (?:the following|these)"
    r"\b[^.;\n]{0,60}:[*_\s]{0,4}$"
)
"""A line above a list of which one is enough."""


def _is_wider(one: Asked, other: Asked) -> bool:
    table = skill_table()
    if one.skill < 0 or other.skill < 0:
        return False
    return table.skills[one.skill].name in table.above(table.skills[other.skill].name)


def _do_for_each_other(one: Asked, other: Asked, lower: str) -> bool:
    """Whether a slash between the two is an "or": "ACA / ACCA", "C/C++", "(Collibra / Alation)", unlike
    "HTML/CSS"."""
    if one.skill < 0 and other.skill < 0:  # "lift engineering / lift mechanics"
        return not set(stems_of(lower[one.start : one.end])).isdisjoint(
            stems_of(lower[other.start : other.end])
        )
    if one.skill < 0 or other.skill < 0:
        return False
    who = lower[one.start : one.end].rpartition(" ")[2]
    if who in _PEOPLE and lower[other.start : other.end].endswith(f" {who}"):
        return True
    table = skill_table()
    first, second = table.skills[one.skill], table.skills[other.skill]
    if all(skill.kind in ("certificate", "licence") for skill in (first, second)):
        return True
    languages = first.field == second.field == "programming languages"
    begin = max(0, one.start - _LONGEST_EXAMPLES)
    in_brackets = lower.rfind("(", begin, one.start) > lower.rfind(")", begin, one.start)
    return (languages or in_brackets) and second.name in table.near[first.name]


_PEOPLE_WORDS = """
administrator aide analyst assistant clerk coordinator developer driver engineer manager nurse officer
operator specialist technician therapist worker
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
"""Ends of titles: two that end alike are names of one post ("Health Care Assistant / Medical Assistant")."""
