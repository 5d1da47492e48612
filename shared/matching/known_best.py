"""What a posting wants somebody to know best of all: "must be an expert in Xero"."""

from shared.matching.lazy import Lazy

_AT_ITS_BEST = Lazy(
    r"\b(?:must be (?:an? )?(?:extremely |highly |very )?(?:proficient|expert|fluent)|"
    r"(?:extremely|exceptionally) (?:proficient|skilled|experienced)|"
    r"expert (?:user|level|knowledge|proficiency))"
    r"(?: (?:in|with|at|of|using|user))*(?: microsoft)? $"
)
_BEFORE_A_TOOL = (" in ", " with ", " at ", " of ", " using ", " microsoft ")
_REACH = 60


def must_be_known_well(lower: str, start: int) -> bool:
    """Whether what begins at ``start`` of the lower-case text must be known so."""
    return (
        lower.endswith(_BEFORE_A_TOOL, 0, start)
        and _AT_ITS_BEST.search(lower, max(0, start - _REACH), start) is not None
    )
