"""What somebody writes software for or in: "Software Engineer - Security", "Backend Developer - Java"."""

from collections.abc import Mapping
from functools import lru_cache

from shared.matching.families import family_table, settled
from shared.matching.lazy import Lazy
from shared.matching.words import WORD, stem

_SOFTWARE, _GROUP = "software engineering", "software"
_BY_RANK = ("engineer", "developer")
"""With one of these a speciality is a title of the table: "Security Engineer", "Games Developer"."""
_BEHIND = Lazy(
    r"(?: [1-5]| I{1,3}| IV)?\s*(?:,| [-–—]{1,2} |:|(?P<open>\())\s*"
    r"(?P<named>\.?[A-Za-z][\w./+# &-]{0,34}?)\s*"
    r"(?(open)\)|(?=$|[,(|;\t\n*_]|\s[-–—|•@]|  | (?:at|with|having) ))"
)
"""Behind a title, up to the next part of its line."""
_WITHIN = Lazy(r"\b(?:software (?:development )?engineer|(?:software )?developer|programmer|swe|sde)\b")
_SIDES = Lazy(r"\b(?:back[ -]?end|full[ -]?stack|server[ -]side|web)\b")
"""Which side of a program somebody works on."""
_SAYS_LESS = "apps applications domain engineering infrastructure platform squad team teams tools tooling"
_OF_A_SPECIALITY = frozenset(_SAYS_LESS.split())
"""Last words of a speciality that say less of it than those before: "Security Team", "Mobile Apps"; "Mobile
Solutions" is a firm."""
_FIRM_NAMES = "cisco mongodb oracle salesforce sap servicenow splunk unity vmware"
_FIRMS = frozenset(_FIRM_NAMES.split())
"""Behind a comma or a dash these are where somebody worked."""
_MOST_WORDS = 4
_ALSO = ("/", " & ", " and ")
"""Between a speciality and another one."""
_PART = 0.5
"""How much of such a title is its speciality; the rest is software."""
_OF_NO_LANGUAGE = ("backend development", "full stack development", "web development")
_WRITTEN_IN_NAMES = (
    "java development",
    "dotnet development",
    "python development",
    "web development",
    "sap consulting",
    "crm platforms",
)
_WRITTEN_IN = frozenset(_WRITTEN_IN_NAMES)
"""Families of developers by what they write: a speciality of those whose title says no more than which side
of a program they work on."""
_SYSTEMS = "systems administration"
_RUN_NAMES = ("devops", "network engineering", "information security", "database administration")
_RUN = frozenset(_RUN_NAMES)
"""What an administrator of systems may run beside them: "Systems Administrator (DevOps)"."""
_WEB = "web development"
_ON_PAGES = frozenset({"frontend development"})
"""What a web developer, too, may write: "React Web Developer"."""


def with_speciality(text: str, title: str, families: dict[int, float]) -> tuple[str, dict[int, float]]:
    """The ``title`` of a line with a speciality that stands beside it, and its ``families`` with that of the
    speciality, half and half; as they are where the title is of none who write software in general or on one
    side of it or who run systems, or no family of software has such a speciality."""
    table = family_table()
    (own, *others) = families
    in_general = own == table.by_name[_SOFTWARE]
    of_systems = table.families[own].name == _SYSTEMS
    if others or not (in_general or of_systems or table.families[own].name in _OF_NO_LANGUAGE):
        return title, families
    kinds = () if of_systems else _kinds_within(title, _WITHIN if in_general else _SIDES)
    if not in_general:
        kinds = _written_in(kinds, own)
    if not kinds:
        end = text.find(title) + len(title)
        behind = _BEHIND.match(text, end)
        if behind is None or (behind["named"].lower() in _FIRMS and not behind["open"]):
            return title, families
        kinds = _kinds(behind["named"].lower())
        if of_systems:
            kinds = tuple([kind for kind in kinds if table.families[kind].name in _RUN])
        elif not in_general:
            kinds = _written_in(kinds, own)
        if not kinds:
            return title, families
        title = text[end - len(title) : behind.end()].rstrip()
    whole = families[own]
    return title, {own: whole * (1 - _PART)} | dict.fromkeys(kinds, whole * _PART / len(kinds))


def families_meant(title: str, families: dict[int, float], work: Mapping[int, float]) -> dict[int, float]:
    """The families of a title that means several things, those more that the ``work`` tells of; who writes
    software of a speciality does both."""
    if len(families) > 1 and family_table().by_name[_SOFTWARE] in families and _names_a_speciality(title):
        return families
    return settled(title, families, work)


def _names_a_speciality(title: str) -> bool:
    if _kinds_within(title, _WITHIN):
        return True
    generic = _WITHIN.search(title.lower())
    behind = _BEHIND.match(title, generic.end()) if generic else None
    return behind is not None and bool(_kinds(behind["named"].lower()))


def _kinds_within(title: str, general: Lazy) -> tuple[int, ...]:
    """The families of the words before what names no speciality: "Senior Platform Software Engineer", "PHP
    Backend Developer"; or behind it, to the end."""
    lower = title.lower()
    found = general.search(lower)
    if found is None:
        return ()
    before = WORD.findall(lower[: found.start()])
    for first in range(max(0, len(before) - 2), len(before)):
        if kinds := _kinds(" ".join(before[first:])):
            return kinds
    return _kinds(lower[found.end() :].strip())


def _written_in(kinds: tuple[int, ...], own: int) -> tuple[int, ...]:
    """Those of the ``kinds`` that say what a developer of one side of a program writes."""
    families = family_table().families
    written = _WRITTEN_IN | _ON_PAGES if families[own].name == _WEB else _WRITTEN_IN
    return tuple([kind for kind in kinds if kind != own and families[kind].name in written])


@lru_cache(maxsize=1_000)
def _kinds(speciality: str) -> tuple[int, ...]:
    """The families of software whose engineers or developers are called by all of its words."""
    words = WORD.findall(speciality)
    if not 0 < len(words) <= _MOST_WORDS:
        return ()
    table = family_table()
    for rank in _BY_RANK:
        stems = [*map(stem, words), rank]
        found, first, after = table.title_families(stems, 0)
        if found and first == 0 and after == len(stems):
            named = [table.families[number] for number in found]
            return tuple(
                [table.by_name[one.name] for one in named if one.group == _GROUP and one.name != _SOFTWARE]
            )
    if len(words) > 1 and words[-1] in _OF_A_SPECIALITY:
        return _kinds(" ".join(words[:-1]))
    for sign in _ALSO:
        if sign in speciality:
            return _kinds(speciality[: speciality.index(sign)])
    return ()


_MEANT = {"security": "information security"}
"""Telling words of several trades, and whose they are in a posting for people of software."""


def meant_in_software(term: str, title_mix: Mapping[int, float]) -> int | None:
    """The family that the telling word ``term`` speaks for where the title, of the families ``title_mix``, is
    one of software; None where it speaks for its own."""
    if term not in _MEANT or not title_mix:
        return None
    table = family_table()
    of_software = sum(share for number, share in title_mix.items() if table.families[number].group == _GROUP)
    return table.by_name[_MEANT[term]] if of_software > 0.5 * sum(title_mix.values()) else None
