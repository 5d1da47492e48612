"""What each requirement of the posting brings, from what the CV shows of it."""

from dataclasses import dataclass

from shared.matching.asked_skills import SkillRequirement
from shared.matching.document import Document
from shared.matching.frequency import tellingness
from shared.matching.profile import Profile, SkillUse
from shared.matching.requirements import Requirements
from shared.matching.scoring import Credit
from shared.matching.skills import skill_table
from shared.matching.words import stems_of

NEAR_FACTOR = 0.45
PARENT_FACTOR = 0.9
BARE = 0.62
NO_USE_ANYWHERE = 0.3


@dataclass(frozen=True, slots=True)
class Given:
    """A credit with its evidence: offsets into the CV, years of use, and what stood in for the thing asked
    (near skill)."""

    credit: Credit
    spans: list[tuple[int, int]]
    years: float | None
    through: str | None


def strength(use: SkillUse, has_sentences: bool) -> float:
    """0–1: how well a CV shows a skill. Named in a list 0.62; used in a sentence more; in two places or
    lately, whole."""
    if not has_sentences:
        return NO_USE_ANYWHERE
    value = BARE
    if use.used or use.roles:
        value = (
            0.82 + 0.06 * min(2, use.used) + (0.06 if use.recent else 0.0) + (0.06 if use.roles > 1 else 0.0)
        )
    if use.titled:
        value = 1.0
    return min(1.0, value)


def give_credits(document: Document, profile: Profile, asked: Requirements) -> list[Given]:
    """One credit a requirement, heaviest first."""
    table = skill_table()
    shown = {use.name: use for use in profile.skills}
    below: dict[str, list[SkillUse]] = {}
    for use in profile.skills:
        for parent in table.above(use.name):
            below.setdefault(parent, []).append(use)
    positions: dict[str, list[int]] | None = None
    given: list[Given] = []
    for requirement in asked.skills:
        if not requirement.known:
            if positions is None:
                positions = {}
                for index, word in enumerate(document.words.stems):
                    positions.setdefault(word, []).append(index)
            given.append(_phrase(requirement, document, profile, positions))
            continue
        source: SkillUse | None = shown.get(requirement.name)
        best = strength(source, profile.has_sentences) if source else 0.0
        through: str | None = None
        for other in below.get(requirement.name, ()):
            value = strength(other, profile.has_sentences) * PARENT_FACTOR
            if value > best:
                best, through, source = value, other.name, other
        if best < NEAR_FACTOR:
            for name in sorted(table.near.get(requirement.name, ())):
                other_use = shown.get(name)
                if other_use is not None:
                    value = strength(other_use, profile.has_sentences) * NEAR_FACTOR
                    if value > best:
                        best, through, source = value, name, other_use
        years = (
            round(source.months / 12, 1) if source is not None and source.months and through is None else None
        )
        if requirement.years and years is not None and years < requirement.years:
            best *= 0.75 + 0.25 * years / requirement.years
        given.append(
            Given(
                Credit(requirement.name, requirement.weight, round(best, 4), requirement.required),
                list(source.spans) if source is not None else [],
                years,
                through,
            )
        )
    return given


def _phrase(
    requirement: SkillRequirement, document: Document, profile: Profile, positions: dict[str, list[int]]
) -> Given:
    """A phrase outside the table: its telling words, close together in the CV."""
    stems = stems_of(requirement.name)
    weights = [max(0.05, tellingness(part)) for part in stems]
    words = document.words
    best = 0.0
    spot: tuple[int, int] | None = None
    for anchor in sorted(range(len(stems)), key=lambda index: -weights[index])[:2]:
        for index in positions.get(stems[anchor], [])[:20]:
            near = set(words.stems[max(0, index - 6) : index + 7])
            value = sum(weight for part, weight in zip(stems, weights, strict=True) if part in near) / sum(
                weights
            )
            if value > best:
                best, spot = value, (words.starts[index], words.ends[index])
    if best < 0.5:
        best = best * 0.4
    spans = []
    if spot is not None and best >= 0.5:
        spans = [document.quote_span(*spot)]
    value = best * (0.9 if profile.has_sentences else 0.4)
    return Given(
        Credit(requirement.name, requirement.weight, round(value, 4), requirement.required), spans, None, None
    )
