"""Parts of the sentences in which a result speaks: years, levels, alternatives, what need not be said."""

import math
from collections.abc import Mapping

from shared.matching.credits import SLIGHT, Given
from shared.matching.dates import months_covered
from shared.matching.ordinary import ordinary_words
from shared.matching.profile import Profile, WorkedRole
from shared.matching.requirements import Requirements, most_years
from shared.matching.rolefit import RoleFit
from shared.matching.skills import skill_table
from shared.matching.words import stem

OF_ITS_KIND = 0.3
"""Role fit below which the roles of a CV are called another kind of work."""
_AS_DATED = 0.5
"""Years by which those that count may differ from those of the dates without a word."""
_FAR_MORE = 2.0
"""Times the years asked for at most, from which somebody looks over-qualified."""


def in_years(value: float) -> str:
    """Years as they are said: "6 months", "1 year"."""
    if 0 < value < 1:
        months = round(12 * value)
        return f"{months} month" + ("" if months == 1 else "s")
    return f"{value:g} year" + ("" if value == 1 else "s")


def are_asked(years: float, of: str = "") -> str:
    """``years``, ``of`` what, "are asked for"."""
    said = in_years(years)
    return f"{said}{of} {'are' if said.endswith('s') else 'is'} asked for"


def years_of_such_work(shown: Profile, fit: RoleFit, of: str) -> str:
    """The years that count, ``of`` what; with those of the dates where who adds them up gets more."""
    spans = [(role.first_month, role.last_month) for role in map(shown.roles.__getitem__, fit.like_roles)]
    counted, dated = fit.years or 0.0, round(months_covered(spans) / 12, 1)
    if dated - counted < _AS_DATED:
        return f"{in_years(counted)} {of}"
    return f"{in_years(dated)} {of}, counted as {counted:g} by level and likeness"


_LEVEL_NAMES = {
    "school": "a school-leaving certificate",
    "vocational": "a vocational qualification",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "doctorate": "a doctorate",
}


def level_called(name: str | None) -> str:
    """What a level of education is called in a sentence."""
    return _LEVEL_NAMES.get((name or "").removesuffix("'s degree"), name or "")


def more_years_than_asked(asked: Requirements, fit: RoleFit) -> str | None:
    """How the posting says that it is for somebody with far fewer years; None where it does not."""
    if fit.years is None or fit.value < 0.5:
        return None
    if asked.max_years and fit.years > _FAR_MORE * asked.max_years:
        least = f"{asked.min_years:g} to " if asked.min_years and asked.min_years < asked.max_years else ""
        return f"{least}{are_asked(asked.max_years)}"
    if asked.open_to_all or fit.years <= (most_years(asked) or math.inf):
        return None
    if asked.years_ceiling:
        return f"The posting is for somebody with up to {in_years(asked.years_ceiling)} of experience"
    return "The post is for somebody at the beginning"


def says_nothing(name: str) -> bool:
    """Whether a requirement is a phrase of one everyday word ("codes", "property"): no line of advice."""
    if not name.islower() or not name.isalpha() or name in skill_table().by_name:
        return False
    return stem(name) in ordinary_words().plain


def one_of(name: str, either: Mapping[str, frozenset[str]], asked: Requirements) -> list[str]:
    """What it is called, and what would do as well."""
    group = either.get(name, (name,))
    among = [one.shown_as for one in asked.skills if one.name in group and not says_nothing(one.name)]
    return [one for one in among if stem(one) not in ordinary_words().heads] or among


def joined(names: list[str]) -> str:
    """Of which one is enough: "Amplitude or Mixpanel"."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def is_named(role: WorkedRole) -> bool:
    """Whether the role's title can be shown: one in small letters is part of a sentence as often as not."""
    return role.title[:1].isupper() or (role.title[:1].isdigit() and not role.title.islower())


def is_begun(one: Given, shown: Profile) -> bool:
    """Whether the CV names it only as a beginning: "in training", "(basics)"."""
    return bool(one.spans) and one.through is None and one.credit.credit <= SLIGHT and shown.has_sentences
