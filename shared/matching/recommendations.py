"""What to change in a CV, with what each change would bring. Nothing advises to claim what is not there."""

from typing import NamedTuple

from shared.matching.credits import HELD_KINDS, Given, kind_of, shows
from shared.matching.duty_verbs import says_what_to_do
from shared.matching.education import LEVELS, VOCATIONAL
from shared.matching.lazy import Lazy
from shared.matching.own_words import A_PERSON
from shared.matching.profile import Profile
from shared.matching.requirements import Requirements
from shared.matching.result import CvCheck, Priority, Recommendation
from shared.matching.rolefit import RoleFit
from shared.matching.scoring import PARTIAL, Score
from shared.matching.sentences import (
    OF_ITS_KIND,
    in_years,
    is_begun,
    is_named,
    joined,
    level_called,
    more_years_than_asked,
    one_of,
    says_nothing,
)
from shared.matching.short_names import meant
from shared.matching.skills import skill_table

MOST = 8
MOST_TRIED = 16
_WELL_ENOUGH = 0.85
"""Credit from which nothing need be said."""
LEAST_GAIN = 0.5
"""Points that closing a gap must bring to be worth a line of advice."""
SHOWN_WELL = 0.94
"""Credit of a skill that is shown in use twice: what a truthful line in the right place is worth."""

_OF_ANOTHER_FIELD = 0.2
"""Likeness of titles below which a role is no place for a line on the posting's work."""
_LONG_AGO = 36
"""Months after a like role from which it is no place for a line if a later one has an unknown title."""
_MOST_TAUGHT = 5
_MOST_ALONE, _MOST_TOGETHER = 3, 10
"""Gaps of which nothing is shown that have a line of their own, and those that share one."""
_DOCTORATE = LEVELS.index("doctorate")


_IF_SO = {
    "skill": "If you have experience with {}",
    "soft": "If you have experience with {}",
    "tool": "If you have worked with {}",
    "licence": "If you hold this licence ({})",
    "certificate": "If you hold this certificate ({})",
    "trained": "If you have done {}, or are certified in it",
    "language": "If you speak {}",
}
"""By kind of skill: the condition under which the CV may say it."""
_IN_USE = "add a line that says where and with what result"
_HELD = "list it with the year and who awarded it"
_THEN = {
    "skill": _IN_USE,
    "soft": _IN_USE,
    "tool": _IN_USE,
    "licence": "say so, and how long it is valid",
    "certificate": _HELD,
    "trained": "say where and when",
    "language": "say how well",
}
"""By kind of skill: what the CV should say then."""


_TOGETHER = {
    **dict.fromkeys(
        ("skill", "soft", "tool"),
        "If you have experience with any of these, add a line for each that says where and with what result",
    ),
    **dict.fromkeys(("licence", "certificate"), "If you hold any of these, list each with its year"),
}
"""By kind of skill: what to do about several of which nothing is shown."""


def _if_so(kind: str, thing: str) -> str:
    """The condition for ``thing``; one that is told as a duty is done and not had: "answer enquiries"."""
    if kind == "skill" and says_what_to_do(thing.lower()) and thing not in skill_table().by_name:
        return f"If you have done this (“{thing}”)"
    return _IF_SO[kind].format(thing)


def _kind(name: str, thing: str) -> str:
    """The kind of a requirement; "trained" for a certificate that is told as work: "teaching swimming"."""
    kind = kind_of(name)
    is_work = kind == "certificate" and _WORK.search(thing.lower()) and not A_PERSON.search(thing.lower())
    return "trained" if is_work else kind


_WORK = Lazy(r"\w (?:\w+ing|lessons|classes)$|^\w+ing \w|\w+ing (?:a|at|in|of|on|with)\b")
"""What a certificate is in, told as work."""


def recommendations(
    shown: Profile, asked: Requirements, given: list[Given], score: Score, fit: RoleFit
) -> list[Recommendation]:
    """What to change, most useful first."""
    on_gaps, taught = _on_gaps(shown, asked, given, score, fit)
    found = [
        *on_gaps[:MOST],
        *_to_one_with_more(shown, asked, fit),
        *_on_education(shown, asked),
        *_on_what_is_taught(taught),
        *_on_checks(shown.checks, dates_matter=bool(asked.min_years)),
    ]
    order = {"high": 0, "medium": 1, "low": 2}
    found.sort(key=lambda item: order[item.priority])
    return [*_to_one_who_changes(shown, asked, fit), *found][: MOST + 5]


class _Gap(NamedTuple):
    """A line of advice on one requirement, and what it needs to be told with others."""

    advice: Recommendation
    one: Given
    thing: str
    """What the posting calls it, with what would do as well."""
    alike: str
    """How those of which nothing is shown are told together; empty for one that is told alone."""


def _on_gaps(
    shown: Profile, asked: Requirements, given: list[Given], score: Score, fit: RoleFit
) -> tuple[list[Recommendation], list[str]]:
    """On what is asked for and not shown well, that which brings most first; and what the post teaches."""
    found: list[_Gap] = []
    taught: list[str] = []
    named = {one.credit.name for one in given}
    told: set[str] = set()
    called = {skill.name: skill.shown_as for skill in asked.skills}
    by_need = sorted(given, key=lambda one: -one.credit.weight * (SHOWN_WELL - one.credit.credit))
    for one in by_need[:MOST_TRIED]:
        name, either = one.credit.name, score.either.get(one.credit.name, frozenset())
        shown_by = one.through if one.through and shows(one.through, name) else None
        if one.credit.credit >= _WELL_ENOUGH or one.through in either or shown_by in named:
            continue
        if name in told or called[name].lower() in told or says_nothing(name):
            continue
        told |= {*either, called[name].lower()}
        if name in score.taught and not one.spans:
            taught.append(called[name])
            continue
        gain = round(score.overall_with(name, SHOWN_WELL) - score.overall, 1)
        if gain < LEAST_GAIN:
            continue
        is_shown = one.credit.credit >= PARTIAL and one.through is None and bool(one.spans)
        has_one = bool(one.through) or is_shown or is_begun(one, shown)
        group = [called[name]] if has_one else one_of(name, score.either, asked)
        advice = _advice(one, group, f"The posting {_wish(one, score)}", shown, shown_by, is_shown=is_shown)
        line = Recommendation(
            priority=_priority(gain, required=one.credit.required),
            category=advice.category,
            action=advice.action,
            rationale=advice.rationale,
            example=_example(one, group[0], shown, fit),
            gain=gain,
        )
        found.append(_Gap(line, one, joined(group), "" if has_one else _TOGETHER.get(kind_of(name), "")))
    found.sort(key=lambda gap: (-(gap.advice.gain or 0), gap.advice.action))
    return _told_together(found, score, most_alone=_MOST_ALONE if fit.value >= OF_ITS_KIND else 1), taught


def _wish(one: Given, score: Score) -> str:
    return "asks for" if one.credit.required else "names" if one.credit.name in score.taught else "prefers"


def _told_together(found: list[_Gap], score: Score, most_alone: int) -> list[Recommendation]:
    """A line for each of the ``most_alone`` that bring most, and one for all that are alike beyond them: the
    same advice eight times is read by nobody."""
    rest: dict[tuple[str, str], list[_Gap]] = {}
    for gap in [gap for gap in found if gap.alike][most_alone:]:
        rest.setdefault((gap.alike, _wish(gap.one, score)), []).append(gap)
    together = [gaps for gaps in rest.values() if len(gaps) > 1]
    first = {gaps[0].one.credit.name: gaps for gaps in together}
    inside = {gap.one.credit.name for gaps in together for gap in gaps}
    lines: list[Recommendation] = []
    for gap in found:
        name = gap.one.credit.name
        if name in first:
            lines.append(_on_all(first[name], score))
        elif name not in inside:
            lines.append(gap.advice)
    return lines


def _on_all(gaps: list[_Gap], score: Score) -> Recommendation:
    """One line for the first of the ``gaps``, which are told together and wished for alike: all of them, as a
    rule."""
    gaps = gaps[:_MOST_TOGETHER]
    names = [gap.one.credit.name for gap in gaps]
    wish, listed = _wish(gaps[0].one, score), ", ".join(gap.thing for gap in gaps)
    return Recommendation(
        priority=gaps[0].advice.priority,
        category="skills",
        action=f"{gaps[0].alike}: {listed}.",
        rationale=f"The posting {wish} them, and the CV does not show them.",
        gain=round(score.overall_with_all(names, SHOWN_WELL) - score.overall, 1),
    )


def _priority(gain: float, *, required: bool) -> Priority:
    return "high" if required and gain >= 2 else "medium" if gain >= 0.7 else "low"


class _Advice(NamedTuple):
    category: str
    action: str
    rationale: str


def _advice(
    one: Given, group: list[str], wish: str, shown: Profile, shown_by: str | None, *, is_shown: bool
) -> _Advice:
    """What to do about a gap in ``one`` of the ``group`` that would do: it is begun, only named, shown by
    what it is a part of (``shown_by``), by what is related, in part (``is_shown``), or not at all."""
    thing = group[0]
    kind = _kind(one.credit.name, thing)
    is_known = one.credit.name in skill_table().by_name or meant(one.credit.name) is not None
    if is_begun(one, shown):
        return _Advice(
            "experience",
            f"Say how far your {thing} goes by now, and what you have done with it.",
            f"{wish} {thing}, and the CV shows only the basics or a beginning.",
        )
    if is_shown and kind not in HELD_KINDS and is_known:
        return _Advice(
            "experience",
            f"Show where you used {thing}: name it in the lines of the role in which you worked with it."
            if kind == "tool"
            else f"Show {thing} at work: say in the lines of a role what you did and what came of it.",
            f"The CV names {thing}, but not what was done with it.",
        )
    if shown_by:
        return _Advice(
            "experience",
            f"Say where you used {shown_by}, and name {thing} with it.",
            f"{wish} {thing}; the CV names {shown_by}, but not what was done with it.",
        )
    if one.through:
        return _Advice(
            "skills",
            f"{_if_so(kind, thing)}, say so; otherwise relate {one.through} to it.",
            f"{wish} {thing}; {one.through} is related and counts in part.",
        )
    names = joined(group)
    in_words = "say so in these words" if is_shown and kind not in HELD_KINDS else _THEN[kind]
    in_part = "does not say how well" if kind == "language" else "says so only in part"
    seen = in_part if is_shown else "does not show it"
    return _Advice("skills", f"{_if_so(kind, names)}, {in_words}.", f"{wish} {names}, and the CV {seen}.")


def _to_one_with_more(shown: Profile, asked: Requirements, fit: RoleFit) -> list[Recommendation]:
    """To somebody who has done such work for far longer, or has studied for far longer, than is asked for."""
    if more_years_than_asked(asked, fit) and fit.years:
        more = f"{in_years(fit.years)} in roles like this one"
    elif shown.education_level == _DOCTORATE and 0 < (asked.education_level or 0) <= VOCATIONAL:
        more = "a doctorate"
    else:
        return []
    return [
        Recommendation(
            priority="medium",
            category="experience",
            action="Say in two lines at the top why you want a post with less responsibility than you have "
            "had.",
            rationale=f"The CV shows {more}, far more than is asked for: a reader wonders why.",
        )
    ]


def _on_what_is_taught(names: list[str]) -> list[Recommendation]:
    """On what somebody learns in the post: one line for all of it."""
    if not names:
        return []
    listed = ", ".join(names[:_MOST_TAUGHT])
    return [
        Recommendation(
            priority="medium",
            category="experience",
            action=f"If you have done any of this already, at school, at home or at work, say so: {listed}.",
            rationale="The post teaches it; somebody who has begun stands out.",
        )
    ]


def _on_education(shown: Profile, asked: Requirements) -> list[Recommendation]:
    """Where a level of education is required and the CV names none."""
    if not (asked.education_required and asked.education_level) or shown.education_level is not None:
        return []
    level = level_called(asked.education_text)
    return [
        Recommendation(
            priority="medium",
            category="education",
            action=f"If you have {level}, or what counts as one, list it under Education with the year.",
            rationale=f"The posting asks for {level}, and the CV shows none that could be read.",
        )
    ]


def _to_one_who_changes(shown: Profile, asked: Requirements, fit: RoleFit) -> list[Recommendation]:
    """Before all else, where the roles are of another kind than the posting's."""
    if asked.open_to_all and not any(is_named(shown.roles[number]) for number in fit.like_roles):
        return [
            Recommendation(
                priority="high",
                category="experience",
                action="Say in two lines at the top why you want this work, and what carries over from "
                "school, voluntary or other work.",
                rationale="The posting asks for no experience: what it can go by is the person.",
            )
        ]
    if asked.open_to_all or fit.value >= OF_ITS_KIND or not shown.title_families or not asked.title:
        return []
    return [
        Recommendation(
            priority="high",
            category="experience",
            action="If you are changing into this work, say so in two lines at the top: why, and what "
            "carries over.",
            rationale=f"The roles in the CV are of another kind than {asked.title}, which weighs more than "
            "any line.",
        )
    ]


def _example(one: Given, thing: str, shown: Profile, fit: RoleFit) -> str | None:
    """A wording with gaps to fill in, for the CV's own role that is most like the posting's or, if none is,
    the latest that it names, unless its roles are of another kind; nothing is made up."""
    like = [shown.roles[number] for number in fit.like_roles]
    if not like and (fit.value < OF_ITS_KIND or (fit.titles is not None and fit.titles < _OF_ANOTHER_FIELD)):
        return None
    named = [role for role in like or shown.roles if is_named(role)]
    if like and named:
        latest = max(role.last_month for role in named)
        if any(
            not (role.title and role.families) and role.last_month > latest + _LONG_AGO
            for role in shown.roles
        ):
            return None
    kind = kind_of(one.credit.name)
    if not named or one.through or kind in HELD_KINDS:
        return None
    role = max(named, key=lambda role: role.last_month)
    if kind == "tool":
        done = f"… [what you did] with {thing}, which [result, with a figure]."
    else:
        done = f"{thing}: [what you did], which [result, with a figure]."
    return f"Under “{role.title}”: “{done}”"


def _on_checks(checks: list[CvCheck], *, dates_matter: bool) -> list[Recommendation]:
    """On what a parser or a hurried reader stumbles over."""
    return [
        Recommendation(
            priority="high"
            if check.check == "dated roles" and dates_matter
            else "medium"
            if check.check in _MATTER
            else "low",
            category="format",
            action=action,
            rationale=check.detail,
        )
        for check in checks
        if not check.passed and (action := _on_check(check))
    ]


def _on_check(check: CvCheck) -> str | None:
    """What to do about a check that was not passed."""
    if check.check == "readable text" and check.detail.startswith("Only"):
        return "Write the CV out: what you did in each role, where, from when to when, and what came of it."
    if check.check == "length" and "too short" in check.detail:
        return "Say more of what you did in each role, in two to five lines."
    if check.check == "contact details" and " and " not in check.detail:
        missing = "an e-mail address" if "e-mail" in check.detail else "a telephone number"
        return f"Put {missing} at the top."
    if check.check == "named sections":
        absent = check.detail.removeprefix("No heading names: ").rstrip(".")
        if absent == "skills":
            return "Add a short section headed Skills: those that the posting asks for and you have."
        return f"Give these parts their usual headings: {absent.title()}."
    return _CHECK_ADVICE.get(check.check)


_MATTER = frozenset({"readable text", "contact details", "dated roles"})
_CHECK_ADVICE = {
    "readable text": "Save the CV as text or as a PDF with real text, not as a picture.",
    "one column": "Lay the CV out in one column, without tables.",
    "contact details": "Put an e-mail address and a telephone number at the top.",
    "dated roles": "Give each role its dates, month and year, from and to.",
    "months in dates": "Write months as well as years: 03/2019 - 06/2022.",
    "achievements with figures": "Say in figures what came of your work where you know them: how many, how "
    "much, how fast.",
    "length": "Bring the CV to one to three pages.",
    "short paragraphs": "Break long passages into bullets of one or two lines.",
}
