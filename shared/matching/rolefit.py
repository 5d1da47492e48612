"""How like the posting's work the person's work has been: titles, vocabulary of duties, and wording."""

import math
from collections import Counter
from dataclasses import dataclass

from shared.matching.dates import months_covered
from shared.matching.families import likeness
from shared.matching.frequency import tellingness
from shared.matching.profile import Profile
from shared.matching.requirements import Requirements
from shared.matching.words import stems_of

WORDING_OF_A_GOOD_MATCH = 0.35
"""Cosine of a good match whose CV was written for the posting; more says nothing more."""
SLOPE, MIDDLE = 9.0, 0.47
"""The logistic curve that turns the mean of the parts into a fit."""


@dataclass(frozen=True, slots=True)
class RoleFit:
    """``value`` is 0–1; the parts are what it is made of, None where the texts do not say."""

    value: float
    titles: float | None
    title_words: float | None
    work: float | None
    wording: float | None
    years: float | None
    like_roles: tuple[int, ...]
    """Numbers of the roles that are like the posting's."""


def measure(profile: Profile, requirements: Requirements, stems: Counter[str], now: int) -> RoleFit:
    """The fit of a CV (its words in ``stems``) to a posting."""
    wanted = requirements.title_families
    titles = None
    if wanted and profile.title_families:
        average = sum(share * likeness({name: 1.0}, wanted) for name, share in profile.title_families.items())
        best = 0.0
        for role in profile.roles:
            ago = max(0.0, (now - role.last_month) / 12)
            if role.families:
                best = max(
                    best,
                    likeness(role.families, wanted)
                    * 0.5 ** (ago / 8)
                    * min(1.0, 0.4 + (role.last_month - role.first_month + 1) / 20),
                )
        titles = 0.5 * average + 0.5 * max(best, average)
    title_words = _title_words(profile, requirements, now)
    work = (
        likeness(profile.work_families, requirements.work_families)
        if profile.work_families and requirements.work_families
        else None
    )
    # Titles say what the vocabulary does not (and the other way round), so each is also set against the
    # other.
    crossed = []
    if wanted and profile.work_families:
        crossed.append(likeness(profile.work_families, wanted))
    wording = _wording(requirements.terms, stems)
    spoken = None if wording is None else math.pow(min(1.0, wording / WORDING_OF_A_GOOD_MATCH), 0.7)
    parts = (
        (0.27, titles),
        (0.07, title_words),
        (0.26, work),
        (0.06, crossed[0] if crossed else None),
        (0.34, spoken),
    )
    known = [(weight, part) for weight, part in parts if part is not None]
    base = sum(weight * part for weight, part in known) / sum(weight for weight, _ in known) if known else 0.0
    value = 1 / (1 + math.exp(-SLOPE * (base - MIDDLE)))
    years, like_roles = _like_years(profile, requirements, value)
    return RoleFit(round(value, 4), titles, title_words, work, wording, years, like_roles)


def _title_words(profile: Profile, requirements: Requirements, now: int) -> float | None:
    """0–1: telling words of the posting's title that titles of the CV hold."""
    wanted = {
        word: tellingness(word) for word in stems_of(requirements.title or "") if tellingness(word) > 0.25
    }
    if not wanted:
        return None
    best: dict[str, float] = {}
    shown = [(profile.headline, 1.0)]
    shown += [(role.title, 0.5 ** (max(0.0, (now - role.last_month) / 12) / 8)) for role in profile.roles]
    if not any(title for title, _ in shown):
        return None
    for title, weight in shown:
        for word in stems_of(title):
            if word in wanted:
                best[word] = max(best.get(word, 0.0), weight)
    return sum(weight * best.get(word, 0.0) for word, weight in wanted.items()) / sum(wanted.values())


def _wording(terms: dict[str, float], stems: Counter[str]) -> float | None:
    """0–1: cosine of the telling words of both texts (Salton and Buckley, Term-weighting approaches, 1988).

    A long CV holds more words of any posting, hence its length in the denominator.
    """
    if not terms:
        return None
    dot = norm = 0.0
    for word, count in stems.items():
        if len(word) > 1 and (telling := tellingness(word)) > 0.02:
            weight = telling * (1 + math.log(count))
            norm += weight * weight
            dot += weight * terms.get(word, 0.0)
    wanted = sum(weight * weight for weight in terms.values())
    return dot / math.sqrt(norm * wanted) if norm else 0.0


def _like_years(
    profile: Profile, requirements: Requirements, fit: float
) -> tuple[float | None, tuple[int, ...]]:
    """Years in roles like the posting's: months of each, overlaps once, times its likeness."""
    if not profile.roles:
        return (round(profile.stated_years * fit, 1), ()) if profile.stated_years is not None else (None, ())
    like: list[tuple[float, int]] = []
    for number, role in enumerate(profile.roles):
        by_title = (
            likeness(role.families, requirements.title_families)
            if role.families and requirements.title_families
            else None
        )
        by_work = (
            likeness(role.duties, requirements.work_families)
            if role.duties and requirements.work_families
            else None
        )
        values = [value for value in (by_title, by_work) if value is not None]
        like.append((max(values) if values else 0.3 * fit, number))
    total = 0.0
    covered: list[tuple[float, float]] = []
    for likeness_value, number in sorted(like, reverse=True):
        role = profile.roles[number]
        before = months_covered(covered)
        covered.append((role.first_month, role.last_month))
        total += (months_covered(covered) - before) * min(1.0, likeness_value * 1.25)
    return round(total / 12, 1), tuple(number for value, number in like if value >= 0.4)
