"""What speaks for a CV and what a posting misses in it, most telling first."""

from collections.abc import Iterator

from shared.matching.credits import Given, alternatives
from shared.matching.language import NAMES
from shared.matching.profile import Profile
from shared.matching.requirements import LEADS, Requirements
from shared.matching.result import EducationMatch
from shared.matching.rolefit import A_MATCH, RoleFit
from shared.matching.scoring import MET, PARTIAL
from shared.matching.sentences import (
    OF_ITS_KIND,
    are_asked,
    in_years,
    is_begun,
    is_named,
    joined,
    level_called,
    more_years_than_asked,
    one_of,
    says_nothing,
    years_of_such_work,
)

MOST = 8
"""Lines of each."""
HARDLY_THERE = 0.5
"""How far the work was in the posting's settings (``workplaces``), up to which that it was not is a gap."""
LEAST_WEIGHT = 0.1
"""Of a phrase outside of the skill table that is called a gap: what weighs less may be no skill."""


def strengths(shown: Profile, asked: Requirements, given: list[Given], fit: RoleFit) -> list[str]:
    """The best reasons for this CV, most telling first."""
    found: list[str] = []
    like = [shown.roles[number] for number in fit.like_roles if is_named(shown.roles[number])]
    if asked.open_to_all and not like:
        found.append("The posting asks for no experience, so that none is missed.")
    if fit.value >= A_MATCH and like:
        names = list(dict.fromkeys(role.title for role in like))[:3]
        wanted = f"; {are_asked(asked.min_years)}" if asked.min_years else ""
        if fit.is_of_such_work:
            years = f" ({years_of_such_work(shown, fit, 'in such roles')}{wanted})" if fit.years else ""
            found.append(f"Has worked in roles like this one: {', '.join(names)}{years}.")
        else:
            years = f" ({years_of_such_work(shown, fit, 'of it')}{wanted})" if fit.years else ""
            found.append(f"Has done work that is related to this: {', '.join(names)}{years}.")
    elif (
        asked.min_years
        and fit.value >= OF_ITS_KIND
        and fit.years is not None
        and fit.years >= asked.min_years
        and not fit.of_another_trade
    ):
        kind = "in roles like this one" if fit.is_of_such_work else "of work that is related to it"
        found.append(f"Shows {in_years(fit.years)} {kind}; {are_asked(asked.min_years)}.")
    for one, skill in zip(given, asked.skills, strict=True):
        if (
            one.credit.credit >= MET
            and one.credit.weight >= 0.3
            and one.through is None
            and len(found) < MOST
        ):
            years = f", {in_years(one.years)} by the dates" if one.years and one.years >= 1 else ""
            found.append(
                f"{skill.shown_as}: {'required' if one.credit.required else 'preferred'} and shown{years}."
            )
    return found


def gaps(
    shown: Profile,
    asked: Requirements,
    given: list[Given],
    fit: RoleFit,
    education: EducationMatch,
) -> list[str]:
    """What the posting asks for and the CV does not show, heaviest first."""
    found = [*_on_the_work(shown, asked, fit), *_on_years(shown, asked, fit)]
    found += _on_skills(shown, asked, given, MOST - len(found))
    if education.verdict != "met" and asked.education_required:
        found.append(
            f"Education: {level_called(education.required)} is asked for; the CV shows "
            f"{level_called(education.candidate) or 'none that could be read'}."
        )
    return found


def _on_the_work(shown: Profile, asked: Requirements, fit: RoleFit) -> Iterator[str]:
    if not asked.title:
        return
    if not asked.open_to_all:
        if fit.value < OF_ITS_KIND:
            yield (
                f"The roles in the CV are of another kind than {asked.title}."
                if shown.title_families
                else f"The CV tells of little work like that of {asked.title}."
            )
        elif fit.of_another_trade:
            yield (
                f"The titles in the CV are of other work than {asked.title}, though what it tells is near it."
            )
    if fit.is_below:
        yield (
            f"{asked.title} leads; no title of such work in the CV does."
            if asked.seniority == LEADS
            else f"The titles of such work in the CV are below {asked.title}."
        )
    if fit.is_above:
        yield f"{asked.title} is far below the level of the latest role in the CV."
    if fit.elsewhere.share <= HARDLY_THERE and fit.value >= OF_ITS_KIND and not asked.open_to_all:
        work = "The work" if fit.elsewhere.share == 0 else "Most of the work"
        here = joined([*fit.elsewhere.asked])
        yield f"{work} in the CV was in {fit.elsewhere.shown}; this post is in {here}."


def _on_years(shown: Profile, asked: Requirements, fit: RoleFit) -> Iterator[str]:
    if asked.min_years and (fit.years is None or fit.years < asked.min_years - 0.25):
        if not shown.title_families and shown.language in NAMES and shown.language != "en":
            seen = f"the titles of the CV are in {NAMES[shown.language]} and could not be compared"
        elif fit.years is None:
            seen = "the CV gives no dates in roles like this one"
        else:
            seen = f"the CV shows {years_of_such_work(shown, fit, 'in roles like this one')}"
        yield f"{are_asked(asked.min_years, ' of experience')}; {seen}."
    elif (few := more_years_than_asked(asked, fit)) and fit.years:
        yield f"{few}; the CV shows {in_years(fit.years)} in roles like this one."


def _on_skills(shown: Profile, asked: Requirements, given: list[Given], most: int) -> list[str]:
    found: list[str] = []
    either = alternatives(asked)
    told: set[str] = set()
    for one, skill in zip(given, asked.skills, strict=True):
        if len(found) >= most:
            break
        name = one.credit.name
        called = skill.shown_as.lower()
        if name in told or called in told or one.through in either.get(name, ()) or says_nothing(name):
            continue
        if not skill.known and one.credit.weight < LEAST_WEIGHT:
            continue
        told.add(called)
        if one.credit.credit >= MET or not one.credit.required:
            continue
        if one.credit.credit < PARTIAL:
            told |= either.get(name, frozenset())
            found.append(f"{joined(one_of(name, either, asked))}: asked for, and the CV does not show it.")
            continue
        shown_as = f"the CV shows {one.through}, which is related" if one.through else "only partly shown"
        if is_begun(one, shown):
            shown_as = "the CV shows only the basics or a beginning"
        found.append(f"{skill.shown_as}: asked for; {shown_as}.")
    return found
