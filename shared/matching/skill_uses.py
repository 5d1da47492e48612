"""The skills of a CV and how it shows each: in a list, in sentences, in which roles, for how long."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from shared.matching.dates import months_covered
from shared.matching.document import LONGEST_QUOTE, Document
from shared.matching.lazy import Lazy
from shared.matching.mentions import Mention
from shared.matching.result import CAMEL_CASE
from shared.matching.roles import Role
from shared.matching.skills import skill_table
from shared.matching.words import Words

MOST_SPANS = 8
LEAST_SAID = 4
"""A sentence with fewer words beside the skills it names is a bare list."""
MOST_LISTED = 12
"""So is one that names more skills than this."""
MOST_SKILLS = 160


_STATED = Lazy(
    r"[^\S\n]?[-:(|][^\S\n]?(?:exp(?:e?rience|\.)?[^\S\n]?[-:]?[^\S\n]?)?(\d{1,3}(?:\.\d)?)\+?[^\S\n]?(months?|years?|yrs?)\b"
)
_STATED_BEHIND = frozenset("-:(|")
"""One of these is the first or the second character of what ``_STATED`` finds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillUse:
    """One skill and how the CV shows it. ``spans`` are offsets (start, end) into the CV as it was given."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    name: str
    spans: list[tuple[int, int]]
    used: int
    """Different sentences that show it in use; a bare list is none."""
    roles: int
    recent: bool
    """In the latest role."""
    titled: bool = False
    """In the title of a role or the headline."""
    months: float | None = None
    """Months of dated roles that mention it, or those that the CV gives beside its name."""
    last_used: float | None = None
    """Years since the last dated role that mentions it."""


def skill_uses(
    document: Document,
    roles: list[Role],
    mentions: list[Mention],
    headline: str,
    now: int,
) -> tuple[bool, list[SkillUse]]:
    """(whether any skill is shown in use or any role is dated, the skills, best shown first).

    ``roles`` stand in the order of the text, none within another.
    """
    words, spans, sections = document.words, document.spans, document.sections
    table = skill_table()
    sentence_words = _words_per_span(words, spans)
    in_piece = Counter([mention.piece for mention in mentions])
    skill_words = dict.fromkeys(in_piece, 0)
    for mention in mentions:
        skill_words[mention.piece] += 1 + words.text.count(" ", mention.start, mention.end)
    by_skill: dict[int, list[Mention]] = {}
    for mention in mentions:
        if not mention.negated:
            by_skill.setdefault(mention.skill, []).append(mention)
    latest = max(roles, key=lambda role: (role.last, role.first)) if roles else None
    role_starts = [role.start for role in roles]
    quotes_whole: dict[int, tuple[int, int]] = {}
    uses: list[SkillUse] = []
    any_use = False
    for skill, found in by_skill.items():
        name = table.skills[skill].name
        sentences: set[str] = set()
        in_roles: list[Role] = []
        spots: list[tuple[bool, int, int, int]] = []
        titled = False
        stated = 0.0
        for mention in found:
            start, end = spans[mention.piece] if spans else (mention.start, mention.end)
            kind = sections.kind_at(mention.start)
            count = sentence_words[mention.piece] if mention.piece < len(sentence_words) else 1
            # A list names many skills and says nothing of them; so does a line of the skills section.
            bare = (
                kind in ("skills", "languages", "interests")
                or count - skill_words[mention.piece] < LEAST_SAID
                or in_piece[mention.piece] > MOST_LISTED
            )
            number = bisect_right(role_starts, mention.start) - 1
            inside = roles[number] if number >= 0 and mention.start < roles[number].end else None
            if inside is not None and inside not in in_roles:
                in_roles.append(inside)
            if (
                inside is not None
                and mention.start - inside.start < 200
                and inside.title
                and words.lower[mention.start : mention.end] in inside.title.lower()
            ):
                titled = True
            shows = not bare or (inside is not None and in_piece[mention.piece] < 12 and kind == "experience")
            if shows and len(sentences) < 12:
                sentences.add(words.lower[start:end].strip(" •-*\t.")[:300])
            stated = max(stated, stated_months(words.lower, mention.end))
            spots.append((bare, mention.start, mention.end, mention.piece))
        if headline and name.lower() in headline.lower():
            titled = True
        any_use = any_use or bool(sentences)
        spots.sort()
        quotes: list[tuple[int, int]] = []
        for _, start, end, piece in spots[:12]:
            span = quotes_whole.get(piece)
            if span is None:
                span = document.quote_span(start, end)
                if spans and spans[piece][1] - spans[piece][0] <= LONGEST_QUOTE:
                    quotes_whole[piece] = span
            if span not in quotes:
                quotes.append(span)
            if len(quotes) == MOST_SPANS:
                break
        months = (
            months_covered([(role.first, role.last) for role in in_roles]) if in_roles else stated or None
        )
        uses.append(
            SkillUse(
                name=name,
                spans=quotes,
                used=len(sentences),
                roles=len(in_roles),
                recent=latest is not None and any(role is latest or role.current for role in in_roles),
                titled=titled,
                months=months,
                last_used=round(max(0.0, (now - max(role.last for role in in_roles)) / 12), 1)
                if in_roles
                else None,
            )
        )
    uses.sort(key=lambda use: (-use.used, -len(use.spans), use.name))
    return any_use or bool(roles), uses[:MOST_SKILLS]


def stated_months(lower: str, after: int) -> float:
    """Months that a list gives for what ends at ``after`` ("Java - 5 years"); 0 where it gives none."""
    if _STATED_BEHIND.isdisjoint(lower[after : after + 2]):
        return 0.0
    match = _STATED.match(lower, after)
    return 0.0 if match is None else float(match[1]) * (12 if match[2].startswith("y") else 1)


def _words_per_span(words: Words, spans: list[tuple[int, int]]) -> list[int]:
    """The words up to the end of each span that do not stand before the end of the span before."""
    before = [0, *(bisect_left(words.starts, end) for _, end in spans)]
    return [high - low for low, high in pairwise(before)]
