"""The skills of a CV and how it shows each: in a list, in sentences, in which roles, for how long."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple

from shared.matching.dates import months_covered
from shared.matching.document import LONGEST_QUOTE, Document
from shared.matching.lazy import Lazy
from shared.matching.mentions import Mention
from shared.matching.products import product_of
from shared.matching.result import CAMEL_CASE
from shared.matching.role_heads import Role
from shared.matching.skills import skill_table
from shared.matching.years import NUMBERS

MOST_SPANS = 8
MOST_QUOTED, MOST_SENTENCES = 12, 12
"""Mentions that are quoted, and different sentences that are counted."""
LEAST_SAID = 4
"""A sentence with fewer words beside the skills it names is a bare list."""
MOST_LISTED = 12
"""So is one that names more skills than this."""
MOST_SKILLS = 160


_STATED = Lazy(
    r"[^\S\n]?[-:(|][^\S\n]?(?:exp(?:e?rience|"
    r"\.)?[^\S\n]?[-:]?[^\S\n]?)?(\d{1,3}(?:\.\d)?)\+?[^\S\n]?(months?|years?|yrs?)\b"
)
_STATED_BEHIND = frozenset("-:(|")
"""One of these is the first or the second character of what ``_STATED`` finds."""

_EXPERIENCE, _ITEM = "- exprience - ", 120
"""What stands before the months in a form that is spelled so, and the characters that they may be away."""
_AN_ITEM = Lazy(r"- exprience - (\d{1,3}) months")
_OF_THE_ITEM = Lazy(rf"[^\n]*?{_AN_ITEM.pattern}")
"""What is said of all of an item: "Routers, Firewall and VPN.- Exprience - 24 months"."""

_NUMBER = r"\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten"
_LASTED = Lazy(
    rf"\bfor (?:about |almost |nearly )?(?P<for>{_NUMBER}) (?:years?|months?)\b|"
    rf"\b(?P<of>{_NUMBER}) (?:years?|months?) of (?!age\b)"
)
"""How long something was done in a role, which may be less than all of it: "RPG developer for 7 years"."""


@dataclass(slots=True, kw_only=True)  # not frozen: a CV makes over a hundred, in a third of the time
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
    slight: bool = False
    """Nowhere as more than a beginning: "React (basics)", "attended Airflow sessions"."""


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
    table = skill_table()
    headline = headline.lower() or "\n"  # no name of a skill is in that
    latest = max(roles, key=lambda role: (role.last, role.first)) if roles else None
    histories: dict[tuple[int, ...], _History] = {(): _NO_HISTORY}
    quote_of: dict[int, tuple[int, int]] = {}
    uses: list[tuple[int, int, str, SkillUse]] = []
    lasted = _lasted(document)
    any_use = False
    in_piece = Counter([mention.piece for mention in mentions])
    lists = _lists(document, mentions, in_piece)
    mentions = _with_products(document, mentions)
    solid = {mention.skill for mention in mentions if not (mention.slight or mention.negated)}
    for skill, found in _by_skill(document, roles, mentions, in_piece, lists).items():
        name = table.skills[skill].name
        told = _told(document, found, quote_of)
        history = histories.get(told.roles)
        if history is None:
            history = _history([roles[number] for number in told.roles], latest, now)
            histories[told.roles] = history
        any_use = any_use or told.used > 0
        use = SkillUse(
            name=name,
            spans=told.quotes,
            used=told.used,
            roles=history.apart,
            recent=history.recent,
            titled=told.titled or name.lower() in headline,
            months=_months(document.words.lower, found, told, history.months, lasted),
            last_used=history.last_used,
            slight=skill not in solid,
        )
        uses.append((-told.used, -len(told.quotes), name, use))
    uses.sort()
    return any_use or bool(roles), [use for *_, use in uses[:MOST_SKILLS]]


type _Spot = tuple[int, int, int, int, bool, bool, bool]
"""A mention: start, end, the numbers of its sentence and its role (-1: none), whether it is bare (in a list),
whether it shows the skill in use, and whether it stands in a role's title."""
_is_bare, _is_titled = itemgetter(4), itemgetter(6)


class _Told(NamedTuple):
    """What all the mentions of a skill say of it together; ``used`` and ``titled`` as in ``SkillUse``."""

    used: int
    titled: bool
    roles: tuple[int, ...]
    """Numbers of the roles that mention it."""
    quotes: list[tuple[int, int]]


def _told(document: Document, found: list[_Spot], quote_of: dict[int, tuple[int, int]]) -> _Told:
    if len(found) == 1:  # as most skills are
        ((start, end, piece, inside, _, shows, titled),) = found
        quote = quote_of.get(piece) or _quote(document, start, end, piece, quote_of)
        return _Told(int(shows), titled, (inside,) if inside >= 0 else (), [quote])
    lower, spans = document.words.lower, document.spans
    in_use = {piece for _, _, piece, _, _, shows, _ in found if shows}
    # The same sentence again is no other one.
    used = min(MOST_SENTENCES, len({_sentence(lower, *spans[piece]) for piece in in_use}))
    roles = tuple(dict.fromkeys([inside for _, _, _, inside, *_ in found if inside >= 0]))
    found.sort(key=_is_bare)
    quotes: list[tuple[int, int]] = []
    for start, end, piece, *_ in found[:MOST_QUOTED]:
        span = quote_of.get(piece) or _quote(document, start, end, piece, quote_of)
        if all(span[1] <= low or high <= span[0] for low, high in quotes):
            quotes.append(span)
            if len(quotes) == MOST_SPANS:
                break
    return _Told(used, any(map(_is_titled, found)), roles, quotes)


def _months(
    lower: str, found: list[_Spot], told: _Told, in_roles: float | None, lasted: Mapping[int, float]
) -> float | None:
    """Months by the roles that mention a skill, but no more than each sentence gives that names it there
    (``lasted``); where no role does, those beside its name."""
    if not told.roles:
        return max([stated_months(lower, end) for _, end, *_ in found]) or None
    if in_roles is None or not lasted:
        return in_roles
    pieces = {piece for _, _, piece, inside, *_ in found if inside >= 0}
    if not pieces <= lasted.keys():
        return in_roles
    return min(in_roles, sum(lasted[piece] for piece in pieces))


def _with_products(document: Document, mentions: list[Mention]) -> list[Mention]:
    """``mentions`` with the products that their names hold, each behind the one that names it."""
    found: list[Mention] = []
    text = document.words.text
    for mention in mentions:
        found.append(mention)
        product = product_of(mention.skill, text[mention.start : mention.end])
        if product is not None:
            found.append(mention._replace(skill=product))
    return found


def _by_skill(
    document: Document,
    roles: list[Role],
    mentions: list[Mention],
    in_piece: Mapping[int, int],
    lists: set[int],
) -> dict[int, list[_Spot]]:
    """What shows each skill, in the order of the text; ``in_piece`` says how many skills each sentence names,
    ``lists`` which of them are lists."""
    lower = document.words.lower
    titles = [role.title.lower() for role in roles]
    role_starts = [*[role.start for role in roles], math.inf]
    kinds = [*[(section.start, section.kind) for section in document.sections.items], (math.inf, "")]
    kind = ""
    section, role = 0, -1
    found: dict[int, list[_Spot]] = {}
    for skill, start, end, piece, negated, slight in mentions:
        if negated:
            continue
        while kinds[section][0] <= start:
            kind = kinds[section][1]
            section += 1
        while role_starts[role + 1] <= start:
            role += 1
        inside, titled = -1, False
        if role >= 0 and start < roles[role].end:
            inside = role
            titled = start - roles[role].start < 200 and lower[start:end] in titles[role]
        bare = piece in lists or (kind in _LISTING and not _DONE.match(lower, document.spans[piece][0]))
        shows = not slight and (
            not bare or (inside >= 0 and kind == "experience" and in_piece[piece] < MOST_LISTED)
        )
        spot = (start, end, piece, inside, bare, shows, titled)
        if skill in found:
            found[skill].append(spot)
        else:
            found[skill] = [spot]
    return found


_LISTING = frozenset({"skills", "languages", "interests"})
"""Sections of which a line names skills and says nothing of them, but for one that tells what was done."""
_DONE = Lazy(
    r"[^\w\n]{0,4}(?!(?:experienced|skilled|advanced|certified|qualified|detailed|proven|organi[sz]ed|"
    r"dedicated|"
    r"motivated|versed|based|related|distributed|embedded|applied|accelerated|automated|managed|integrated|"
    r"licen[cs]ed|trained|seasoned|accomplished|focused|oriented) )"
    r"(?:[a-z-]{3,}ed|led|ran|built|wrote|taught|set up|drove|kept|oversaw|grew|sold|made|took|met|cut|"
    r"won|gave) "
)


def _lists(document: Document, mentions: list[Mention], in_piece: Counter[int]) -> set[int]:
    """The sentences that are lists: they name many skills and say nothing of them."""
    words, spans = document.words, document.spans
    named = dict.fromkeys(in_piece, 0)
    for _, start, end, piece, *_ in mentions:
        named[piece] += 1 + words.text.count(" ", start, end)
    found: set[int] = set()
    for piece, count in in_piece.items():
        before = bisect_left(words.starts, spans[piece - 1][1]) if piece else 0
        said = bisect_left(words.starts, spans[piece][1], lo=before) - before
        if said - named[piece] < LEAST_SAID or count > MOST_LISTED:
            found.add(piece)
    return found


def _quote(
    document: Document, start: int, end: int, piece: int, quote_of: dict[int, tuple[int, int]]
) -> tuple[int, int]:
    """Where a mention is quoted from; kept in ``quote_of`` where it is the same for its whole sentence."""
    span = document.quote_span(start, end)
    if document.spans[piece][1] - document.spans[piece][0] <= LONGEST_QUOTE:
        quote_of[piece] = span
    return span


def _sentence(lower: str, start: int, end: int) -> str:
    return lower[start:end].strip(" •-*\t.")[:300]


class _History(NamedTuple):
    """When the roles were that mention a skill (``SkillUse`` has the same); None where there are none."""

    months: float | None
    last_used: float | None
    recent: bool
    apart: int
    """How many they are; one within the time of another, as a project of the same job, is no other one."""


_NO_HISTORY = _History(None, None, recent=False, apart=0)


def _history(roles: list[Role], latest: Role | None, now: int) -> _History:
    apart, reach = 0, -math.inf
    for _, last in sorted((role.first, -role.last) for role in roles):
        if -last > reach:
            apart, reach = apart + 1, -last
    return _History(
        months_covered([(role.first, role.last) for role in roles]),
        round(max(0.0, (now - max(role.last for role in roles)) / 12), 1),
        recent=any(role is latest or role.current for role in roles),
        apart=apart,
    )


def _lasted(document: Document) -> dict[int, float]:
    """Months by the numbers of the sentences that say how long what they tell of lasted."""
    lower = document.words.lower
    if " year" not in lower and " month" not in lower:
        return {}
    found: dict[int, float] = {}
    for match in _LASTED.finditer(lower):
        number = match["for"] or match["of"]
        months = float(NUMBERS.get(number) or number) * (12 if "year" in match[0] else 1)
        piece = document.piece_at(match.start())
        found[piece] = max(months, found.get(piece, 0.0))
    return found


def stated_months(lower: str, after: int) -> float:
    """Months that a list gives for what ends at ``after`` ("Java - 5 years"); 0 where it gives none."""
    if _STATED_BEHIND.isdisjoint(lower[after : after + 2]):
        match = _OF_THE_ITEM.match(lower, after) if _EXPERIENCE in lower[after : after + _ITEM] else None
        return 0.0 if match is None else float(match[1])
    match = _STATED.match(lower, after)
    return 0.0 if match is None else float(match[1]) * (12 if match[2].startswith("y") else 1)


def longest_stated(lower: str) -> float:
    """The most months that an item of a form's list says: "Welding of pipes.- Exprience - 24 months"."""
    if _EXPERIENCE not in lower:
        return 0.0
    return max((float(match[1]) for match in _AN_ITEM.finditer(lower)), default=0.0)
