"""The deterministic formula: skills and experience, each from parts that can be shown with their arithmetic.

Everything here works on the credit of each requirement and on the fit of the role, so that a
recommendation's gain is found by changing one of them and scoring again.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from shared.matching.result import Verdict
from shared.matching.weights import DETERMINISTIC_ONLY, overall_score

ROLE_SHARE = 0.35
"""Share of the skills subscore that the role itself has: the posting's title is its first requirement."""
LISTED_ALONE = 0.6
"""Share of what the requirements bring that does not depend on the role: the same words in other work tell
less."""
MET, PARTIAL = 0.6, 0.25
"""Least credit of a requirement that is met, or met in part."""
WITHOUT_TOOL, WITHOUT_LICENCE, WITHOUT_LANGUAGE = 0.6, 0.7, 0.75
"""What is left of a role's likeness where the CV does not show the tool, or the licence, that the role rests
on. A licence may go without saying where somebody has done the work for years, and a language that the title
does not name may be one of several."""
WITHOUT_LICENCE_ELSEWHERE = 0.6
"""The same of a licence where the titles are of other work, so that it does not go without saying."""
WITHOUT_SUBJECT = 0.7
"""What is left without the subject that a teacher's title names."""
WITHOUT_SPECIALITY = 0.85
"""What is left without the speciality that a nurse's or a lawyer's title names: it is the same trade."""
CORE_NEAR, CORE_IN_USE = 0.45, 0.82
"""Credits between which what the role rests on is shown more and more: another tool near it is none of it,
and a name in a list is not yet use."""
OPEN = 0.6
"""Where a posting asks for no experience: how much of the likeness of the work, and of what only its duties
name, nobody has to bring."""
OPEN_TO_OTHERS = 0.35
"""The same for somebody with years in plainly other work, who would begin anew."""
YEARS_WHERE_NONE = 3.0
"""Years that are enough where a posting names none."""
UNKNOWN, UNKNOWN_WHERE_ASKED = 0.5, 0.3
"""Share of the years that a CV is taken to have which says nothing of how long: where the posting asks for
none either, and where it asks for some."""
BELOW = 0.75
"""What is left of the experience of somebody whose titles are all below the level of the posting."""
ABOVE = 0.7
"""What is left of the experience of somebody who leads a firm, for a posting that leads nobody, and of a
pharmacist for a dispenser's."""
MOST_OF_A_JUNIOR = 4.0
"""Years of like work after which somebody is no junior."""
ELSEWHERE = 0.6
"""What is left of the experience of somebody who has done such work in another setting alone: a community
pharmacist for a hospital's ward."""
YEARS_SHARE = 0.6
"""Share of the experience subscore that depends on years; the rest is how like the posting's the work has
been."""


class Credit(NamedTuple):
    """What one requirement brings: ``credit`` 0–1 times ``weight``."""

    name: str
    weight: float
    credit: float
    required: bool


@dataclass(frozen=True)  # without slots, for what it remembers
class Score:
    """All that the two subscores are made of."""

    credits: tuple[Credit, ...]
    likeness: float
    """0–1: how like the posting's the work has been (``rolefit``)."""
    years: float | None
    """Years in roles like the posting's, each role's years times its likeness."""
    required_years: float | None
    core: Mapping[str, float] = field(default_factory=dict)
    """Requirements that the role rests on (the Java of a Java developer, the registration of a nurse), and
    what is left of the likeness, 0–1, without each."""
    either: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Requirements that are alternatives, each with all of its group: one that is shown shows them all."""
    most_years: float | None = None
    """Years beyond which the posting is for somebody with less."""
    is_above: bool = False
    """Whether the latest title is of those who lead a firm or all of such work, and the posting's is not."""
    is_below: bool = False
    """Whether all titles of such work in the CV are below the level of the posting."""
    only_assists: bool = False
    """Whether all titles are of those who assist the licensed people that the posting looks for."""
    open_share: float = 0.0
    """``OPEN`` or ``OPEN_TO_OTHERS`` where the posting asks for no experience."""
    taught: frozenset[str] = frozenset()
    """Requirements that such a posting names as duties alone: who starts there learns them."""

    in_setting: float = 1.0
    """0–1: how much of the work whose setting is told was in the posting's (``workplaces``)."""

    @property
    def open_to_all(self) -> bool:
        """Whether the posting asks for no experience."""
        return self.open_share > 0

    @property
    def counted_likeness(self) -> float:
        """0–1: the likeness, of which ``open_share`` need not be brought."""
        return self.open_share + (1 - self.open_share) * self.likeness

    @cached_property
    def role_fit(self) -> float:
        """0–1: the likeness, less where what the role rests on is not shown."""
        core = [credit for credit in self.credits if credit.name in self.core]
        total = sum(credit.weight for credit in core)
        shown, without = 0.0, 1.0
        if total:
            shown = sum(credit.weight * _of_the_core(credit.credit) for credit in core) / total
            without = sum(credit.weight * self.core[credit.name] for credit in core) / total
        if self.only_assists:
            without = min(without, WITHOUT_LICENCE_ELSEWHERE)
        return self.counted_likeness * (without + (1 - without) * shown)

    @cached_property
    def listed(self) -> float:
        """0–1: the mean of what the requirements bring, by weight; the role fit if there are none."""
        return self._listed(self._brought)

    def _listed(self, brought: list[float]) -> float:
        total = self._weight
        return sum(brought) / total if total else self.role_fit

    @cached_property
    def _brought(self) -> list[float]:
        return [credit.weight * self.counted(credit.name, credit.credit) for credit in self.credits]

    def counted(self, name: str, credit: float) -> float:
        """0–1: what the credit of a requirement counts, of which ``open_share`` need not be brought where it
        is taught."""
        return self.open_share + (1 - self.open_share) * credit if name in self.taught else credit

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, one in enumerate(self.credits):
            places.setdefault(one.name, []).append(place)
        return places

    @cached_property
    def _weight(self) -> float:
        return sum([credit.weight for credit in self.credits])

    @property
    def skills(self) -> float:
        """0–100, one decimal."""
        return self._skills(self.listed)

    def _skills(self, listed: float) -> float:
        fit = self.role_fit
        in_role = LISTED_ALONE + (1 - LISTED_ALONE) * fit
        return round(100 * (ROLE_SHARE * fit + (1 - ROLE_SHARE) * listed * in_role), 1)

    @cached_property
    def experience(self) -> float:
        """0–100, one decimal."""
        return round(100 * self.role_fit * self.of_years * self.of_level * self.of_setting, 1)

    @property
    def overall(self) -> float:
        """0–100, one decimal: made of the rounded subscores, so that a reader can add it up."""
        return self._overall(self.skills)

    def _overall(self, skills: float) -> float:
        return overall_score(skills, self.experience, None, None, DETERMINISTIC_ONLY)

    def overall_with(self, name: str, credit: float) -> float:
        """The overall score if the requirement ``name`` brought at least ``credit``."""
        if not self.core.keys().isdisjoint(
            self.either.get(name, (name,))
        ):  # moves the role fit and with it both subscores
            return self.with_credit(name, credit).overall
        brought = self._brought.copy()
        for each in self.either.get(name, (name,)):
            for place in self._places.get(each, ()):
                one = self.credits[place]
                brought[place] = one.weight * self.counted(one.name, max(one.credit, credit))
        return self._overall(self._skills(self._listed(brought)))

    def overall_with_all(self, names: Iterable[str], credit: float) -> float:
        """The overall score if each of the requirements ``names`` brought at least ``credit``."""
        score = self
        for name in names:
            score = score.with_credit(name, credit)
        return score.overall

    @property
    def of_level(self) -> float:
        """0–1: what titles below or far above the posting's leave of the experience."""
        return BELOW if self.is_below else ABOVE if self.is_above else 1.0

    @property
    def of_setting(self) -> float:
        """0–1: what work in another setting leaves of the experience; all of it where no experience is asked
        for."""
        return 1.0 if self.open_to_all else ELSEWHERE + (1 - ELSEWHERE) * self.in_setting

    @property
    def of_years(self) -> float:
        """0–1: what the years leave of the experience, all of it theirs where they are too many."""
        if self.has_too_many_years:
            return self.years_share
        return 1 - YEARS_SHARE + YEARS_SHARE * self.years_share

    @property
    def has_too_many_years(self) -> bool:
        """Whether the posting is for somebody with less."""
        return not self.open_to_all and (self.years or 0.0) > (self.most_years or math.inf)

    @property
    def years_share(self) -> float:
        """0–1: years shown against years asked for; where none are asked for, three make it whole, and
        where no experience is, or of a beginner, none."""
        if self.open_to_all:
            return 1.0
        if self.has_too_many_years:
            return math.sqrt((self.most_years or 0.0) / (self.years or 1.0))
        if self.most_years and not self.required_years:
            return 1.0
        if self.years is None:
            return UNKNOWN_WHERE_ASKED if self.required_years else UNKNOWN
        return min(1.0, self.years / (self.required_years or YEARS_WHERE_NONE))

    def with_credit(self, name: str, credit: float) -> "Score":
        """The score if the requirement ``name`` brought at least ``credit``."""
        raised = self.either.get(name, (name,))
        return replace(
            self,
            credits=tuple(
                [
                    one._replace(credit=max(one.credit, credit)) if one.name in raised else one
                    for one in self.credits
                ]
            ),
        )


def _of_the_core(credit: float) -> float:
    """0–1: how far what the role rests on is shown."""
    return min(1.0, max(0.0, (credit - CORE_NEAR) / (CORE_IN_USE - CORE_NEAR)))


def verdict_of(credit: float) -> Verdict:
    """The word for a credit."""
    return "met" if credit >= MET else "partial" if credit >= PARTIAL else "missing"
