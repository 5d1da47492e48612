"""Years of experience that make up for a lower degree: "a degree (or a diploma and nine years of work)"."""

from shared.matching.education import find_levels

_REACH = 200
"""Characters of a line before the years in which both degrees are named."""


def lesser_degree(lower: str, at: int) -> int | None:
    """Where in a bracket with the years at ``at`` a lower degree begins than the one before the bracket; None
    where none does."""
    low = max(lower.rfind("\n", 0, at) + 1, at - _REACH)
    bracket = lower.rfind("(", low, at)
    if bracket < 0 or lower.find(")", bracket, at) >= 0:
        return None
    asked = find_levels(lower, low, bracket)
    if not asked:
        return None
    lower_ones = (one.start for one in find_levels(lower, bracket, at) if one.level < asked[0].level)
    return next(lower_ones, None)
