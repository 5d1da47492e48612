"""Where somebody works, by what a text says: a pharmacist's ward or shop, a lawyer's firm or company."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from shared.matching.lexicon import Lexicon
from shared.matching.tables import data_file, kept
from shared.matching.words import Words, stems_in

NONE = "-"
"""What a line of phrases is called that tell of no setting."""
TELLING, HINT = 1.0, 0.5
"""What a phrase that tells of a setting weighs, and one that hints at it."""
IN_THE_HEAD = 2.0
"""Times that what stands in a title or beside an employer's name counts: there a firm says what it is."""
BESIDE_THE_WORK = 0.5
"""The same of what a posting says of its employer and benefits: a canteen for all is no work in it."""
CLEAR = 1.5
"""What must speak for the setting of a posting: one phrase and a hint."""
RIVAL = 0.5
"""How much of that speaks for another setting that is meant as well."""

ENOUGH = 0.5
"""How much of the work in the posting's settings is as good as all of it: many have worked in two."""


class Setting(NamedTuple):
    """One line of the table."""

    name: str
    group: str
    families: frozenset[str]
    """Families of the postings that the group is for."""
    telling: tuple[str, ...]
    hints: tuple[str, ...]


def read_settings(text: str) -> list[Setting]:
    """The lines of a table of settings. Raises ValueError naming the line that cannot be read."""
    settings: list[Setting] = []
    group, families = "", frozenset[str]()
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            group, _, named = line.strip("[]").partition(":")
            families = frozenset(_items(named))
            continue
        name, *columns = line.split("|")
        if len(columns) not in (1, 2) or not families:
            raise ValueError(f"table of settings, line {number}: expected setting | telling | hints")
        telling, hints, *_ = [*map(_items, columns), ()]
        settings.append(Setting(name.strip(), group, families, telling, hints))
    return settings


def _items(column: str) -> tuple[str, ...]:
    return tuple([item.strip() for item in column.split(";") if item.strip()])


class SettingTable:
    """The settings, and the phrases that tell of them."""

    __slots__ = ("_weights", "names", "phrases", "settings")

    def __init__(self, settings: list[Setting]) -> None:
        self.settings = settings
        names: dict[tuple[str, ...], str] = {}
        self._weights: dict[str, dict[int, float]] = {}
        for place, setting in enumerate(settings):
            for weight, phrases in ((TELLING, setting.telling), (HINT, setting.hints)):
                for phrase in phrases:
                    name = names.setdefault(stems_in(phrase), phrase)  # "ward" and "wards" are one
                    self._weights.setdefault(name, {})[place] = weight
        self.names = tuple(names.values())
        self.phrases = Lexicon((name, number) for number, name in enumerate(self.names))

    def group_of(self, families: Mapping[str, float]) -> str:
        """The group that most of a mix of families is of; empty where no group is that of half of it."""
        shares: dict[str, float] = {}
        for name, share in families.items():
            for group in {setting.group for setting in self.settings if name in setting.families}:
                shares[group] = shares.get(group, 0.0) + share
        best = max(sorted(shares), key=shares.__getitem__, default="")
        return best if best and shares[best] >= 0.5 * sum(families.values()) else ""

    def told(self, phrases: Mapping[str, float], group: str) -> dict[str, float]:
        """What the ``phrases``, with the times that each counts, weigh for the settings of a group."""
        found: dict[str, float] = {}
        for phrase, times in phrases.items():
            for place, weight in self._weights.get(phrase, {}).items():
                setting = self.settings[place]
                if setting.group == group and setting.name != NONE and times:
                    found[setting.name] = found.get(setting.name, 0.0) + weight * times
        return found


@lru_cache(maxsize=1)
def setting_table() -> SettingTable:
    """The table that comes with the package."""
    with kept():
        return SettingTable(read_settings(data_file("workplaces.txt")))


def phrases_in(words: Words) -> list[tuple[int, str]]:
    """Where each phrase of the table begins in a text, and the phrase, in the order of the text."""
    table = setting_table()
    return [(words.starts[first], table.names[number]) for first, _, number in table.phrases.find(words)]


def counted(found: Iterable[tuple[int, str]], head: int) -> dict[str, float]:
    """The phrases ``found`` of one text or role, each with the times that it counts: more where it stands
    before ``head``, and no more by being said again."""
    times: dict[str, float] = {}
    for position, phrase in found:
        times[phrase] = max(times.get(phrase, 0.0), IN_THE_HEAD if position < head else 1.0)
    return times


def end_of_head(text: str, start: int, end: int) -> int:
    """Where the lines end that name a title, an employer, a place and dates: before the first item of a list
    or sentence."""
    for _ in range(_LINES_OF_A_HEAD):
        after = text.find("\n", start, end)
        after = end if after < 0 else after
        if after - start > _LONG_LINE or text[start:after].lstrip()[:2] in _ITEM:
            break
        start = min(end, after + 1)
    return start


_LINES_OF_A_HEAD, _LONG_LINE = 4, 110
_ITEM = frozenset(["- ", "* ", "• ", "· "])


def settings_meant(told: Mapping[str, float]) -> frozenset[str]:
    """The settings that a posting is for: what it tells of most, where that is clear, and what it tells of
    nearly as much, since it may be for either."""
    most = max(told.values(), default=0.0)
    return frozenset([name for name, weight in told.items() if most >= CLEAR and weight >= RIVAL * most])


class Elsewhere(NamedTuple):
    """Where the work of a CV has been, against where the posting's is done."""

    asked: tuple[str, ...]
    """The posting's settings; none where it does not tell."""
    shown: str
    """The other setting that most of the CV's work was in; empty where none is told of."""
    share: float
    """0–1: how much of the work was in the posting's settings or in none that is told; 1 from ``ENOUGH``."""


EVERYWHERE = Elsewhere((), "", 1.0)
"""Of a posting that does not tell where its work is done."""


def compare(
    asked: Mapping[str, float],
    families: Mapping[str, float],
    roles: Iterable[tuple[Mapping[str, float], float]],
) -> Elsewhere:
    """Whether the work in ``roles``, each with its phrases and weight, was in the settings that the phrases
    ``asked`` of a posting tell of. ``families`` are the posting's.

    What the posting says itself never speaks against a role, so a line that answers it lowers nothing. Nor
    does a single hint, or work of which nothing is told.
    """
    table = setting_table()
    group = table.group_of(families)
    wanted = settings_meant(table.told(asked, group)) if group else frozenset[str]()
    if not wanted:
        return EVERYWHERE
    all_work = elsewhere = 0.0
    others: dict[str, float] = {}
    for phrases, weight in roles:
        all_work += weight
        own = sum([told for name, told in table.told(phrases, group).items() if name in wanted])
        unasked = {name: times for name, times in phrases.items() if name not in asked}
        other = {name: told for name, told in table.told(unasked, group).items() if name not in wanted}
        against = sum(other.values())
        if against < TELLING:
            continue
        elsewhere += weight * against / (own + against)
        for name, told in other.items():
            others[name] = others.get(name, 0.0) + weight * told
    if not elsewhere:
        return Elsewhere(tuple(sorted(wanted)), "", 1.0)
    shown = max(sorted(others), key=others.__getitem__)
    share = min(1.0, (1 - elsewhere / all_work) / ENOUGH)
    return Elsewhere(tuple(sorted(wanted)), shown, round(share, 4))
