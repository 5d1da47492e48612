"""Families of occupations: what a title means and which work a text tells of. ``data/families.txt``, read
on first use."""

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from shared.matching.frequency import tellingness
from shared.matching.lexicon import Lexicon
from shared.matching.tables import data_file
from shared.matching.words import stem, stems_of

LEAST_TERM = 0.4
"""Telling words that tell less than this (team, budget, report) are not looked for."""
NEAR = 0.45
SAME_GROUP = 0.12
"""How much of one family's work counts for another that is listed as near, or only stands in the same
group."""

UNTOLD = 0.25
"""What is left of a family that a title may mean where the work tells of another one alone."""

LEAST_TOLD = 0.1
"""Share of all that the work tells from which it names the language of a web developer: one word that is
many trades' names none."""

OF_A_KIND = 0.5
"""How much of a software engineer is a developer of the one kind that the work tells of."""
_KINDS = (
    "java development",
    "dotnet development",
    "frontend development",
    "full stack development",
    "python development",
    "backend development",
    "web development",
    "embedded software",
    "mobile development",
    "game development",
    "mainframe development",
    "crm platforms",
    "data engineering",
    "blockchain development",
)
_PAGES = ("web development", "frontend development")
_SERVERS = ("java development", "dotnet development", "python development")
_VAGUE_TITLES = """
consultant developer designer server host operator director president owner clerk resident cutter
editor artist writer registrar fellow principal educator instructor trainer coach administrator
programmer planner actor analyst founder pa judge cook baker mason turner porter sister coordinator
loader driver captain companion curator composer author buyer broker performer presenter scientist
researcher stylist therapist clinician counselor advocate producer publicist dean surveyor
entrepreneur sourcer supervisor trader illustrator grinder fitter framer painter joiner architect mechanic
coach
"""
"""One-word titles that are also other things (SQL Server, a surname, a verb): they tell half of what others
do."""
_RANK_TITLES = """
administrator advisor analyst apprentice assistant associate clerk consultant coordinator director executive
leader manager officer representative specialist supervisor trainee
"""
RANKS = tuple(_RANK_TITLES.split())
"""What ``*`` stands for in the table: ranks that are no verbs, as "leads" and "heads" are."""


class Family(NamedTuple):
    """One line of the table."""

    name: str
    group: str
    titles: tuple[str, ...]
    terms: tuple[str, ...]
    near: tuple[str, ...]
    doubtful: frozenset[str] = frozenset()
    """Of the ``terms``, those that mean something else elsewhere."""


def read_families(text: str) -> list[Family]:
    """The lines of a family table, alternatives written out. Raises ValueError naming the line that cannot
    be read."""
    families: list[Family] = []
    group = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            group = line.strip("[]")
            continue
        columns = [
            tuple(item.strip() for item in column.split(";") if item.strip()) for column in line.split("|")
        ]
        if len(columns) not in (3, 4) or len(columns[0]) != 1:
            raise ValueError(f"family table, line {number}: expected family | titles | telling words | near")
        titles = tuple(dict.fromkeys(title for pattern in columns[1] for title in _alternatives(pattern)))
        families.append(
            Family(
                columns[0][0],
                group,
                titles,
                tuple(dict.fromkeys([term.rstrip("?") for term in columns[2]])),
                columns[3] if columns[3:] else (),
                frozenset([term[:-1] for term in columns[2] if term.endswith("?")]),
            )
        )
    return families


def _alternatives(pattern: str) -> Iterable[str]:
    return (
        " ".join(choice)
        for choice in product(
            *(
                [rank for choice in word.split("/") for rank in (RANKS if choice == "*" else [choice])]
                for word in _keep_slashed(pattern).split()
            )
        )
    )


def _keep_slashed(pattern: str) -> str:
    # UI/UX and CI/CD are written with a slash and are no alternatives; A/B stands in no title.
    return pattern.replace("f&b", "f b")


class FamilyTable:
    """The table with what is looked up in it."""

    __slots__ = (
        "_affinity",
        "_kin",
        "by_name",
        "doubtful_terms",
        "families",
        "term_families",
        "term_names",
        "term_owners",
        "term_weights",
        "terms",
        "title_index",
        "titles",
    )

    def __init__(self, families: list[Family]) -> None:
        self.families = families
        self.by_name = {family.name: index for index, family in enumerate(families)}
        self._affinity: dict[str, dict[str, float]] = {}
        for family in families:
            self._affinity[family.name] = {
                other.name: SAME_GROUP for other in families if other.group == family.group
            }
        for family in families:
            self._affinity[family.name][family.name] = 1.0
            for name in family.near:
                self._affinity[family.name][name] = self._affinity[name][family.name] = NEAR
        groups = {family.name: family.group for family in families}
        self._kin = {
            name: (
                groups[name],
                tuple(
                    (other, affinity - (SAME_GROUP if groups[other] == groups[name] else 0.0))
                    for other, affinity in relatives.items()
                    if affinity != SAME_GROUP
                ),
            )
            for name, relatives in self._affinity.items()
        }

        # Telling words: the fewer families share one, the more it tells.
        owners: dict[tuple[str, ...], set[int]] = {}
        spelled: dict[tuple[str, ...], str] = {}
        for index, family in enumerate(families):
            for term in family.terms:
                stems = stems_of(term)
                owners.setdefault(stems, set()).add(index)
                spelled.setdefault(stems, term)
        self.term_families = [tuple(sorted(indices)) for indices in owners.values()]
        self.term_weights = [
            _phrase_weight(stems) * math.log(len(families) / len(indices)) / len(indices) ** 0.5
            for stems, indices in owners.items()
        ]
        self.term_names = [spelled[stems] for stems in owners]
        doubtful = {stems_of(term) for family in families for term in family.doubtful}
        self.doubtful_terms = frozenset([number for number, stems in enumerate(owners) if stems in doubtful])
        self.term_owners = {
            name: tuple([families[index].name for index in indices])
            for name, indices in zip(self.term_names, self.term_families, strict=True)
        }
        """Names of families by telling word."""
        self.terms = Lexicon(
            (spelled[stems], number)
            for number, stems in enumerate(owners)
            if self.term_weights[number] >= LEAST_TERM
        )

        titles: dict[tuple[str, ...], set[int]] = {}
        for index, family in enumerate(families):
            for title in family.titles:
                stems = tuple(sorted(stems_of(title)))
                if len(set(stems)) == len(stems):  # alternatives also make "service service"
                    titles.setdefault(stems, set()).add(index)
        self.titles = [(stems, tuple(sorted(indices))) for stems, indices in titles.items()]
        spread: dict[str, int] = {}
        for stems, _ in self.titles:
            for word in stems:
                spread[word] = spread.get(word, 0) + 1
        rarity = {word: (-tellingness(word), held, word) for word, held in spread.items()}.__getitem__
        self.title_index: dict[str, dict[str, list[_Title]]] = {}
        """Titles by the word that the fewest postings hold and the one after; the second of one word alone is
        empty."""
        for number, (stems, indices) in enumerate(self.titles):
            rarest, second, *_ = [*sorted(stems, key=rarity), ""]
            known = self.title_index.setdefault(rarest, {}).setdefault(second, [])
            known.append(_Title(stems, _specificity(stems), number, indices))

    def relatives(self, name: str) -> Mapping[str, float]:
        """How much experience in each other family counts for work in ``name``, 0–1; families that count for
        nothing are left out."""
        return self._affinity.get(name, {})

    def kin(self, name: str) -> tuple[str, tuple[tuple[str, float], ...]]:
        """The group of a family, and how much more others count for it than its group does."""
        return self._kin.get(name, ("", ()))

    def title_families(self, stems: list[str], between: int = 1) -> tuple[dict[int, float], int, int]:
        """Families of the best title in ``stems`` (weights sum up to its specificity), and where it stands
        (first, after last).

        The words of a title may come in any order with at most ``between`` others among them, better with
        none. An empty dict: no title known.
        """
        index = self.title_index
        rare = index.keys() & stems
        if not rare:
            return {}, 0, 0
        places = {word: place for place, word in enumerate(stems)}  # the last one of each word
        places[""] = -1  # the second word of a title of one
        words = places.keys()
        best: tuple[float, int, bool, int, int, int, tuple[int, ...]] | None = None
        for rarest in rare:
            known = index[rarest]
            for second in known.keys() & words:
                for title, specificity, number, families in known[second]:
                    chosen = [places[word] for word in title if word in places]
                    if len(chosen) < len(title):
                        continue
                    first, last = min(chosen), max(chosen)
                    spare = between + len(title) - 1 - last + first
                    if spare < 0:
                        chosen = [stems.index(word) for word in title]
                        first, last = min(chosen), max(chosen)
                        spare = between + len(title) - 1 - last + first
                        if spare < 0:
                            continue
                    if len(title) == 1 and _is_something_else(rarest, last, stems):
                        continue
                    if (
                        stems[first] in _JUNIOR_STEMS
                        and last + 1 < len(stems)
                        and last > first
                        and stems[last + 1] in _RANK_STEMS
                    ):
                        continue  # no associate: "Associate Development Consultant"
                    # A lead technical writer is no technical lead.
                    whole = last + 1 == len(stems) or stems[first] != _LEAD
                    found = (specificity, spare, whole, -first, last + 1, -number, families)
                    if best is None or found > best:
                        best = found
        if best is None:
            return {}, 0, 0
        specificity, _, _, first, after, _, families = best
        return {family: specificity / len(families) for family in families}, -first, after


_LEAD = "lead"
_JUNIOR_STEMS = frozenset(stems_of("associate assistant"))
_RANK_STEMS = frozenset(stems_of(_RANK_TITLES))


class _Title(NamedTuple):
    """``stems`` in alphabetical order, the ``number`` in the table, and the families that have the title."""

    stems: tuple[str, ...]
    specificity: float
    number: int
    families: tuple[int, ...]


def _specificity(stems: tuple[str, ...]) -> float:
    if len(stems) == 1 and stems[0] in _VAGUE_STEMS:
        return 0.35
    if stems in _VAGUE_PAIRS:
        return 0.45
    ranks = _BEGINNERS.intersection(stems)  # "graduate engineer trainee" says no more than "engineer trainee"
    return min(1.2, 0.7 + 0.25 * (len(stems) - max(1, len(ranks))))


_BEGINNERS = frozenset(stems_of("graduate trainee apprentice intern"))


_HEAD_STEMS = frozenset(stems_of("server host pa"))
"""One-word titles that are one only as the last word or before whose they are ("PA to the CEO"): a "server
developer" serves nobody, and the "PA" of "PA 15222" is a state."""
_WHOSE = frozenset(stems_of("to for"))
_MACHINES = frozenset(stems_of("server host illustrator driver"))
_MACHINE_STEMS = frozenset(
    stems_of(
        "sql web application linux windows unix database mail proxy file ftp satellite xen adobe "
        "device kernel odbc jdbc usb printer graphics"
    )
)
"""Before one of ``_MACHINES`` where that is a machine or a program."""


_PRODUCTS = frozenset({(stem("azure"), stem("devops"))})
"""Names of products that end in a title of one word: who lists Azure DevOps among the tools is called so by
nobody."""


_MAIN = stem("principal")
_MAIN_THINGS = frozenset(stems_of("duties responsibilities accountabilities tasks activities objectives"))
"""Behind what heads no school where it means the main ones: "Principal Duties"."""


def _is_something_else(title: str, at: int, stems: list[str]) -> bool:
    """Whether the one-word ``title`` at ``at`` is none by what stands beside it."""
    if at and title in _MACHINES and stems[at - 1] in _MACHINE_STEMS:
        return True
    if at and (stems[at - 1], title) in _PRODUCTS:
        return True
    if title == _MAIN and stems[at + 1 : at + 2] and stems[at + 1] in _MAIN_THINGS:
        return True
    return title in _HEAD_STEMS and at + 1 < len(stems) and stems[at + 1] not in _WHOSE


_VAGUE_STEMS = frozenset(stem for word in _VAGUE_TITLES.split() for stem in stems_of(word))


_VAGUE_PAIR_TITLES = ("assistant manager", "assistant director", "assistant supervisor", "department head")
_VAGUE_PAIRS = frozenset(tuple(sorted(stems_of(title))) for title in _VAGUE_PAIR_TITLES)
"""Ranks of every trade, which one of them uses most: less telling than the trade beside them, "Assistant
Manager - Marketing"."""


def _phrase_weight(stems: tuple[str, ...]) -> float:
    """A phrase tells more than its words; a word that most postings hold tells nothing of an occupation."""
    weights = [tellingness(word) for word in stems]
    if len(stems) == 1:
        return math.pow(weights[0], 1.5)
    return min(1.2, math.pow(sum(weights), 1.5))


@lru_cache(maxsize=1)
def family_table() -> FamilyTable:
    """The table that comes with the package."""
    from shared.matching.compiled import compiled  # as for the skills

    return compiled("families", lambda: FamilyTable(read_families(data_file("families.txt"))))


def settled(title: str, families: dict[int, float], work: Mapping[int, float]) -> dict[int, float]:
    """The families of a title that means several things, those more that the ``work`` tells of: a QA engineer
    of a plant is none of software, and a software engineer whose work is Java is in part a Java developer, as
    is a web developer. Two titles, "Systems Administrator/Hadoop Developer", are both meant."""
    if "/" in title or not work:
        return families
    told_of = {family: _told_of(family, work) for family in families} if len(families) > 1 else {}
    most = max(told_of.values(), default=0.0)
    if most:
        likely = {
            family: share * (UNTOLD + (1 - UNTOLD) * told_of[family] / most)
            for family, share in families.items()
        }
        scale = sum(families.values()) / sum(likely.values())
        families = {family: share * scale for family, share in likely.items()}
    general, kinds = _kinds_of_software()
    if general in families:
        kind = max(kinds, key=lambda family: work.get(family, 0.0))
        if work.get(kind, 0.0) > work.get(general, 0.0):
            part = families[general] * OF_A_KIND
            families = families | {general: families[general] - part, kind: families.get(kind, 0.0) + part}
    web, pages, servers = _kinds_of_web_developers()
    if web in families:
        kind = max(servers, key=lambda family: work.get(family, 0.0))
        told = work.get(kind, 0.0)
        own = sum([work.get(family, 0.0) for family in pages])
        if told > own and told > LEAST_TOLD * sum(work.values()):
            part = families[web] * told / (told + own)
            families = families | {web: families[web] - part, kind: families.get(kind, 0.0) + part}
    return families


def is_a_tool(title: str, families: Mapping[int, float], work: Mapping[int, float]) -> bool:
    """Whether the ``title`` ends with what is a person in one trade and a tool in another, and the ``work``
    tells more of those who use the tool: "Puppet, Chef", "EMS Server"."""
    of_users = _TOOLS.get(title.lower().rpartition(" ")[2])
    if of_users is None or len(families) != 1:
        return False
    (own,) = families
    return work.get(family_table().by_name[of_users], 0.0) > work.get(own, 0.0)


_TOOLS = {"chef": "devops", "server": "systems administration", "servers": "systems administration"}
"""Titles that are names of tools as well, and the family of those who use these."""


def _told_of(family: int, work: Mapping[int, float]) -> float:
    """How much the ``work`` tells of a family; of developers of no kind in particular, whatever it tells of
    software, so that an architect of cloud platforms is none of buildings."""
    general, _ = _kinds_of_software()
    return max([work.get(one, 0.0) for one in _of_software()]) if family == general else work.get(family, 0.0)


@lru_cache(maxsize=1)
def _of_software() -> tuple[int, ...]:
    """The families of the group of those who write software."""
    group = family_table().families[_kinds_of_software()[0]].group
    return tuple([at for at, family in enumerate(family_table().families) if family.group == group])


@lru_cache(maxsize=1)
def _kinds_of_software() -> tuple[int, tuple[int, ...]]:
    """The family of developers of no kind in particular, and those of one kind."""
    numbers = family_table().by_name
    return numbers["software engineering"], tuple(numbers[name] for name in _KINDS)


@lru_cache(maxsize=1)
def _kinds_of_web_developers() -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """The family of web developers, with it those who make what a browser shows, and those whose servers a
    web developer may work on instead of PHP's."""
    numbers = family_table().by_name
    return (
        numbers["web development"],
        tuple(numbers[name] for name in _PAGES),
        tuple(numbers[name] for name in _SERVERS),
    )


def _spread(mix: Mapping[str, float]) -> dict[str, float]:
    """The mix with what its families count for others."""
    table = family_table()
    spread: dict[str, float] = {}
    for name, share in mix.items():
        for other, affinity in table.relatives(name).items():
            spread[other] = spread.get(other, 0.0) + share * affinity
    return spread


def _within(mix: Mapping[str, float], spread: Mapping[str, float]) -> float:
    """The scalar product of two mixes, one of them spread."""
    return sum([share * spread.get(name, 0.0) for name, share in mix.items()])


def _square(mix: Mapping[str, float]) -> float:
    """The scalar product of a mix with itself, spread: what its groups have in common, and what families
    have in common beyond their group."""
    kin = family_table().kin
    beyond = 0.0
    by_group: dict[str, float] = {}
    for name, share in mix.items():
        group, closer = kin(name)
        by_group[group] = by_group.get(group, 0.0) + share
        for other, affinity in closer:
            if other in mix:
                beyond += share * mix[other] * affinity
    return beyond + SAME_GROUP * sum([share * share for share in by_group.values()])


class Target:
    """A mix of families that others are compared with, its near families worked out once."""

    __slots__ = ("_norm", "_spread", "mix")

    def __init__(self, mix: Mapping[str, float]) -> None:
        self.mix = mix
        self._spread = _spread(mix)
        self._norm = math.sqrt(_within(mix, self._spread))

    def likeness(self, mix: Mapping[str, float]) -> float:
        """0–1: cosine of the two mixes, near families counted in part."""
        square = _square(mix)
        if square <= 0 or self._norm <= 0:
            return 0.0
        return min(1.0, _within(mix, self._spread) / (math.sqrt(square) * self._norm))
