"""How each subscore came about, in figures that a reader can work out again."""

from shared.matching.rolefit import MIDDLE, SLOPE, RoleFit
from shared.matching.scoring import (
    ELSEWHERE,
    LISTED_ALONE,
    ROLE_SHARE,
    YEARS_SHARE,
    YEARS_WHERE_NONE,
    Credit,
    Score,
)
from shared.matching.sentences import joined


def lines(score: Score, fit: RoleFit, education: float, keywords: float) -> list[str]:
    """One line for each figure, the ones it is made of before it. Four decimals, so that the subscores come
    out to their one."""
    known = [(fit.weights[name], name, value) for name, value in fit.parts.items() if value is not None]
    found: list[str] = []
    if known:
        total = sum(weight for weight, _, _ in known)
        parts = " + ".join(f"{weight:g} × {value:.4f} ({name})" for weight, name, value in known)
        bare = "" if fit.bare == 1 else f" × {fit.bare:g} (a bare list)"
        found.append(
            f"likeness of the work {fit.value:.4f} = 1 / (1 + e^(−{SLOPE:g} × (m − {MIDDLE:g}))), "
            f"m = ({parts}) / {total:.3f}{bare}"
        )
    role, likeness = score.role_fit, score.counted_likeness
    if score.open_to_all:
        found.append(
            f"likeness that counts {likeness:.4f} = {_open(score, score.likeness)}, since no experience is "
            "asked for"
        )
    if role != likeness:
        why = [f"the role rests on {', '.join(sorted(score.core))}"] if score.core else []
        if score.only_assists:
            why.append("the titles are of those who assist in such work")
        found.append(
            f"role fit {role:.4f} = {likeness:.4f} × {role / likeness:.4f}, since {' and '.join(why)}"
        )
    if score.credits:
        total = sum(credit.weight for credit in score.credits)
        sums = " + ".join(
            f"{credit.weight:g} × {_credit(score, credit)} ({credit.name})" for credit in score.credits
        )
        found.append(f"what is asked for {score.listed:.4f} = ({sums}) / {total:.3f}")
    found += [
        f"skills {score.skills:g} = 100 × ({ROLE_SHARE:g} × {role:.4f} + {1 - ROLE_SHARE:g} × "
        f"{score.listed:.4f} × ({LISTED_ALONE:g} + {1 - LISTED_ALONE:g} × {role:.4f}))",
        f"experience {score.experience:g} = 100 × {role:.4f} × {_of_years(score)}, {_years(score)}"
        + (f"; {score.of_level:g}, since {_level(score)}" if score.of_level != 1 else "")
        + (f"; {_setting(score, fit)}" if score.of_setting != 1 else ""),
        f"education {education:g}: 100 where the level asked for is shown, 50 one below, 0 otherwise; "
        f"keywords {keywords:g}: share of the posting's telling words in the CV. Neither moves the score.",
    ]
    return found


def _credit(score: Score, credit: Credit) -> str:
    taught = credit.name in score.taught
    return f"({_open(score, credit.credit)})" if taught else f"{credit.credit:.4f}"


def _open(score: Score, value: float) -> str:
    return f"{score.open_share:g} + {1 - score.open_share:g} × {value:.4f}"


def _of_years(score: Score) -> str:
    share = f"{score.years_share:.4f}"
    if not score.has_too_many_years:
        share = f"({1 - YEARS_SHARE:g} + {YEARS_SHARE:g} × {share})"
    if score.of_level != 1:
        share += f" × {score.of_level:g}"
    return share if score.of_setting == 1 else f"{share} × {score.of_setting:.4f}"


def _level(score: Score) -> str:
    if score.is_below:
        return "the titles of such work are below the posting's level"
    return "the latest title is far above the posting's level"


def _setting(score: Score, fit: RoleFit) -> str:
    return (
        f"{score.of_setting:.4f} = {ELSEWHERE:g} + {1 - ELSEWHERE:g} × {score.in_setting:g}, since most work "
        f"was in {fit.elsewhere.shown} and the posting's is in {joined([*fit.elsewhere.asked])}"
    )


def _years(score: Score) -> str:
    if score.open_to_all:
        return "1 where no experience is asked for"
    if score.has_too_many_years:
        return (
            f"the root of {score.most_years:g} years, up to which the posting is for somebody, against "
            f"{score.years:g} in such roles"
        )
    if score.most_years and not score.required_years:
        return "1 where a posting is for somebody at the beginning and asks for no years"
    if score.years is None:
        return f"{score.years_share:g} where no dates say how long"
    wanted = score.required_years or YEARS_WHERE_NONE
    asked = f"{wanted:g} asked for" if score.required_years else f"{wanted:g} where none are asked for"
    return f"{score.years:g} years in such roles against {asked}, at most 1"
