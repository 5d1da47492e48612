"""Alternatives among what a posting asks for: of "PyTorch or TensorFlow" one is enough."""

from collections.abc import Iterator

from shared.matching.lazy import Lazy
from shared.matching.mentions import Mention
from shared.matching.skills import skill_table

_OR = Lazy(r"\s*,?\s*(?:\(?(?:or|oder|ou|o)\s+|and/or\s+)(?:an?|the|with|in|using|similar)?\s*")
_COMMA = Lazy(r"\s*,\s*")
_LONGEST_BETWEEN = 24
"""Characters between two alternatives."""
_OR_ANOTHER = Lazy(
    r"(?:,\s*[\w.+#-]{1,20})?\s*,?\s*\(?or (?:similar|equivalent|an? (?:similar|equivalent)|another|"
    r"other|comparable)\b"
    r"|\s*,?\s*(?:or )?whatever\b"
)
"""Behind a list: its items are examples, any of them will do."""
_ONE_OF = Lazy(r"\b(?:(?:at least|minimum of) one|one or more|one of|any of)\b[^.;:()\n•]{0,60}[(:]?\s*$")
"""Before a list of which one is enough: "at least one of Python, Java, Go"."""
_EXAMPLES = Lazy(r"[^.;:()]{0,24}(?:\(\s*(?:e\.g\.,?|such as|like|ideally)?|such as|like|e\.g\.,?)\s*")
"""Between a wider skill and its examples: "ERP experience (SAP or similar)"."""
_SLASH = Lazy(r"\s*/\s*")


def groups_of(mentions: list[Mention], lower: str) -> dict[int, int]:
    """The number of the group for each skill that is only ever asked for as one of several; ``mentions`` are
    in the order of the text."""
    group: dict[int, int] = {}
    alone: set[int] = set()
    for run in _with_the_wider(_runs(mentions, lower), lower):
        skills = {mention.skill for mention in run}
        if len(skills) > 1:
            number = min(group.get(skill, run[0].start) for skill in skills)
            group.update(dict.fromkeys(skills, number))
        else:
            alone |= skills
    return {skill: number for skill, number in group.items() if skill not in alone}


def _runs(mentions: list[Mention], lower: str) -> Iterator[list[Mention]]:
    """The mentions, those that are alternatives together: "A, B or C", the last two of "D, A or B, E"."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    at = 0
    while at < len(ordered):
        run, ors = [ordered[at]], list[int]()
        at += 1
        while at < len(ordered) and ordered[at].piece == run[-1].piece:
            between = (run[-1].end, ordered[at].start)
            if between[1] - between[0] > _LONGEST_BETWEEN:
                break
            if _OR.fullmatch(lower, *between) or (
                _SLASH.fullmatch(lower, *between) and _are_qualifications(run[-1], ordered[at])
            ):
                ors.append(len(run))
            elif not _COMMA.fullmatch(lower, *between):
                break
            run.append(ordered[at])
            at += 1
        if _ONE_OF.search(lower, max(0, run[0].start - 80), run[0].start):
            yield run
            continue
        if _OR_ANOTHER.match(lower, run[-1].end) or (ors and ors == list(range(ors[0], len(run)))):
            yield run
            continue
        first = 0
        for number in ors:
            yield from ([one] for one in run[first : number - 1])
            yield run[max(first, number - 1) : number + 1]
            first = number + 1
        yield from ([one] for one in run[first:])


def _with_the_wider(runs: Iterator[list[Mention]], lower: str) -> list[list[Mention]]:
    """``runs``, with the wider skill in the run of its examples: it is what "or similar" asks for."""
    found: list[list[Mention]] = []
    for run in runs:
        before = found[-1] if found else []
        if (
            len(before) == 1
            and before[0].piece == run[0].piece
            and _OR_ANOTHER.match(lower, run[-1].end)
            and _EXAMPLES.fullmatch(lower, before[0].end, run[0].start)
            and any(_is_wider(before[0], mention) for mention in run)
        ):
            found[-1] = before + run
        else:
            found.append(run)
    return found


def _is_wider(one: Mention, other: Mention) -> bool:
    table = skill_table()
    return table.skills[one.skill].name in table.above(table.skills[other.skill].name)


def _are_qualifications(one: Mention, other: Mention) -> bool:
    """Whether a slash between the two is an "or": "ACA / ACCA", unlike "HTML/CSS"."""
    skills = skill_table().skills
    return all(skills[mention.skill].kind in ("certificate", "licence") for mention in (one, other))
