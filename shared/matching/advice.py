"""What to make of a score: strengths, gaps, and what to change, with what each change would bring."""

import math
from collections.abc import Mapping

from shared.matching.asking import says_what_to_do
from shared.matching.credits import HELD_KINDS, SLIGHT, Given, alternatives, kind_of, shows
from shared.matching.education import LEVELS, VOCATIONAL
from shared.matching.language import NAMES
from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.own_words import A_PERSON
from shared.matching.profile import Profile, WorkedRole
from shared.matching.requirements import LEADS, Requirements, most_years
from shared.matching.result import CvCheck, EducationMatch, ExperienceMatch, Priority, Recommendation
from shared.matching.rolefit import RoleFit
from shared.matching.scoring import MET, PARTIAL, Score
from shared.matching.short_names import meant
from shared.matching.skills import skill_table
from shared.matching.words import stem

MOST = 8
MOST_TRIED = 16
LEAST_GAIN = 0.5
"""Points that closing a gap must bring to be worth a line of advice."""
SHOWN_WELL = 0.94
"""Credit of a skill that is shown in use twice: what a truthful line in the right place is worth."""


_OF_ANOTHER_FIELD = 0.2
"""Likeness of titles below which a role is no place for a line on the posting's work."""
_LONG_AGO = 36
"""Months after a like role from which it is no place for a line if a later one has an unknown title."""
OF_ITS_KIND = 0.3
"""Role fit below which the roles of a CV are called another kind of work."""


def _years(value: float) -> str:
    if 0 < value < 1:
        months = round(12 * value)
        return f"{months} month" + ("" if months == 1 else "s")
    return f"{value:g} year" + ("" if value == 1 else "s")


def _are_asked(years: float, of: str = "") -> str:
    said = _years(years)
    return f"{said}{of} {'are' if said.endswith('s') else 'is'} asked for"


_LEVEL_NAMES = {
    "school": "a school-leaving certificate",
    "vocational": "a vocational qualification",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "doctorate": "a doctorate",
}


def _level(name: str | None) -> str:
    """What a level of education is called in a sentence."""
    return _LEVEL_NAMES.get((name or "").removesuffix("'s degree"), name or "")


_MOST_TAUGHT = 5
_DOCTORATE = LEVELS.index("doctorate")
_FAR_MORE = 2.0
"""Times the years asked for at most, from which somebody looks over-qualified."""


def _more_years_than_asked(asked: Requirements, fit: RoleFit) -> str | None:
    """How the posting says that it is for somebody with far fewer years; None where it does not."""
    if fit.years is None or fit.value < 0.5:
        return None
    if asked.max_years and fit.years > _FAR_MORE * asked.max_years:
        least = f"{asked.min_years:g} to " if asked.min_years and asked.min_years < asked.max_years else ""
        return f"{least}{_are_asked(asked.max_years)}"
    if asked.open_to_all or fit.years <= (most_years(asked) or math.inf):
        return None
    if asked.years_ceiling:
        return f"The posting is for somebody with up to {_years(asked.years_ceiling)} of experience"
    return "The post is for somebody at the beginning"


def _says_nothing(name: str) -> bool:
    """Whether a requirement is a phrase of one everyday word ("codes", "property"): no line of advice."""
    if not name.islower() or not name.isalpha() or name in skill_table().by_name:
        return False
    return stem(name) in ordinary_words().plain


def _one_of(name: str, either: Mapping[str, frozenset[str]], asked: Requirements) -> list[str]:
    """What it is called, and what would do as well."""
    group = either.get(name, (name,))
    among = [one.shown_as for one in asked.skills if one.name in group and not _says_nothing(one.name)]
    return [one for one in among if stem(one) not in ordinary_words().heads] or among


def _joined(names: list[str]) -> str:
    """Of which one is enough: "Amplitude or Mixpanel"."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _is_named(role: WorkedRole) -> bool:
    """Whether the role's title can be shown: one in small letters is part of a sentence as often as not."""
    return role.title[:1].isupper()


def strengths(shown: Profile, asked: Requirements, given: list[Given], fit: RoleFit) -> list[str]:
    """The best reasons for this CV, most telling first."""
    found: list[str] = []
    like = [shown.roles[number] for number in fit.like_roles if _is_named(shown.roles[number])]
    if asked.open_to_all and not like:
        found.append("The posting asks for no experience, so that none is missed.")
    if fit.value >= 0.5 and like:
        names = list(dict.fromkeys(role.title for role in like))[:3]
        wanted = f"; {_are_asked(asked.min_years)}" if asked.min_years else ""
        years = f" ({_years(fit.years)} in such roles{wanted})" if fit.years else ""
        found.append(f"Has worked in roles like this one: {', '.join(names)}{years}.")
    elif (
        asked.min_years
        and fit.value >= OF_ITS_KIND
        and fit.years is not None
        and fit.years >= asked.min_years
        and not fit.of_another_trade
    ):
        found.append(f"Shows {_years(fit.years)} in roles like this one; {_are_asked(asked.min_years)}.")
    for one, skill in zip(given, asked.skills, strict=True):
        if (
            one.credit.credit >= MET
            and one.credit.weight >= 0.3
            and one.through is None
            and len(found) < MOST
        ):
            years = f", {_years(one.years)} by the dates" if one.years and one.years >= 1 else ""
            found.append(
                f"{skill.shown_as}: {'required' if one.credit.required else 'preferred'} and shown{years}."
            )
    return found


def gaps(
    shown: Profile,
    asked: Requirements,
    given: list[Given],
    fit: RoleFit,
    experience: ExperienceMatch,
    education: EducationMatch,
) -> list[str]:
    """What the posting asks for and the CV does not show, heaviest first."""
    found: list[str] = []
    if fit.value < OF_ITS_KIND and asked.title and not asked.open_to_all:
        found.append(
            f"The roles in the CV are of another kind than {asked.title}."
            if shown.title_families
            else f"The CV tells of little work like that of {asked.title}."
        )
    elif fit.of_another_trade and asked.title and not asked.open_to_all:
        found.append(
            f"The titles in the CV are of other work than {asked.title}, though what it tells is near it."
        )
    if fit.is_below and asked.title:
        found.append(
            f"{asked.title} leads; no title of such work in the CV does."
            if asked.seniority == LEADS
            else f"The titles of such work in the CV are below {asked.title}."
        )
    if fit.is_above and asked.title:
        found.append(f"{asked.title} is far below the level of the latest role in the CV.")
    if asked.min_years and (fit.years is None or fit.years < asked.min_years - 0.25):
        if not shown.title_families and shown.language in NAMES and shown.language != "en":
            seen = f"the titles of the CV are in {NAMES[shown.language]} and could not be compared"
        elif fit.years is None:
            seen = "the CV gives no dates in roles like this one"
        else:
            seen = f"the CV shows {_years(fit.years)} in roles like this one"
        found.append(f"{_are_asked(asked.min_years, ' of experience')}; {seen}.")
    elif (few := _more_years_than_asked(asked, fit)) and fit.years:
        found.append(f"{few}; the CV shows {_years(fit.years)} in roles like this one.")
    either = alternatives(asked)
    told: set[str] = set()
    for one, skill in zip(given, asked.skills, strict=True):
        if len(found) >= MOST:
            break
        name = one.credit.name
        if name in told or one.through in either.get(name, ()) or _says_nothing(name):
            continue
        if one.credit.credit < PARTIAL and one.credit.required:
            told |= either.get(name, frozenset())
            found.append(f"{_joined(_one_of(name, either, asked))}: asked for, and the CV does not show it.")
        elif one.credit.credit < MET and one.credit.required:
            shown_as = f"the CV shows {one.through}, which is related" if one.through else "only partly shown"
            if _is_begun(one, shown):
                shown_as = "the CV shows only the basics or a beginning"
            found.append(f"{skill.shown_as}: asked for; {shown_as}.")
    if education.verdict != "met" and asked.education_required:
        found.append(
            f"Education: {_level(education.required)} is asked for; the CV shows "
            f"{_level(education.candidate) or 'none that could be read'}."
        )
    return found


def _is_begun(one: Given, shown: Profile) -> bool:
    """Whether the CV names it only as a beginning: "in training", "(basics)"."""
    return bool(one.spans) and one.through is None and one.credit.credit <= SLIGHT and shown.has_sentences


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
    shown: Profile,
    asked: Requirements,
    given: list[Given],
    score: Score,
    fit: RoleFit,
    experience: ExperienceMatch,
) -> list[Recommendation]:
    """What to change, most useful first. None of them advises to claim what is not there."""
    found: list[Recommendation] = []
    open_gaps = sorted(given, key=lambda one: -one.credit.weight * (SHOWN_WELL - one.credit.credit))[
        :MOST_TRIED
    ]
    overall = score.overall
    named = {one.credit.name for one in given}
    told: set[str] = set()
    learnt: list[str] = []
    called = {skill.name: skill.shown_as for skill in asked.skills}
    for one in open_gaps:
        name, credit = one.credit.name, one.credit.credit
        shown_by = one.through if one.through and shows(one.through, name) else None
        if credit >= 0.85 or one.through in score.either.get(name, ()) or shown_by in named:
            continue
        if name in told or _says_nothing(name):
            continue
        told |= score.either.get(name, frozenset())
        if name in score.taught and not one.spans:
            learnt.append(called[name])
            continue
        gain = round(score.overall_with(name, SHOWN_WELL) - overall, 1)
        if gain < LEAST_GAIN:
            continue
        named_here = credit >= PARTIAL and one.through is None and bool(one.spans)
        is_known = name in skill_table().by_name or meant(name) is not None
        thing = called[name]
        kind = _kind(name, thing)
        wish = "asks for" if one.credit.required else "names" if name in score.taught else "prefers"
        if _is_begun(one, shown):
            action = f"Say how far your {thing} goes by now, and what you have done with it."
            rationale = f"The posting {wish} {thing}, and the CV shows only the basics or a beginning."
            category = "experience"
        elif named_here and kind not in HELD_KINDS and is_known:
            action = (
                f"Show where you used {thing}: name it in the lines of the role in which you worked with it."
                if kind == "tool"
                else f"Show {thing} at work: say in the lines of a role what you did and what came of it."
            )
            rationale = f"The CV names {thing}, but not what was done with it."
            category = "experience"
        elif shown_by:
            action = f"Say where you used {shown_by}, and name {thing} with it."
            rationale = f"The posting {wish} {thing}; the CV names {shown_by}, but not what was done with it."
            category = "experience"
        elif one.through:
            action = f"{_if_so(kind, thing)}, say so; otherwise relate {one.through} to it."
            rationale = f"The posting {wish} {thing}; {one.through} is related and counts in part."
            category = "skills"
        else:
            group = [thing] if named_here else _one_of(name, score.either, asked)
            names, thing = _joined(group), group[0]
            in_words = "say so in these words" if named_here and kind not in HELD_KINDS else _THEN[kind]
            action = f"{_if_so(kind, names)}, {in_words}."
            in_part = "does not say how well" if kind == "language" else "says so only in part"
            seen = in_part if named_here else "does not show it"
            rationale = f"The posting {wish} {names}, and the CV {seen}."
            category = "skills"
        priority: Priority = (
            "high" if one.credit.required and gain >= 2 else "medium" if gain >= 0.7 else "low"
        )
        found.append(
            Recommendation(
                priority=priority,
                category=category,
                action=action,
                rationale=rationale,
                example=_example(one, thing, shown, fit),
                gain=gain,
            )
        )
    found.sort(key=lambda item: (-(item.gain or 0), item.action))
    found = [
        *found[:MOST],
        *_to_one_with_more(shown, asked, fit),
        *_on_education(shown, asked),
        *_on_what_is_taught(learnt),
    ]
    for check in shown.checks:
        if check.passed:
            continue
        advice = _advice(check)
        if advice:
            found.append(
                Recommendation(
                    priority="high"
                    if check.check == "dated roles" and asked.min_years
                    else "medium"
                    if check.check in _MATTER
                    else "low",
                    category="format",
                    action=advice,
                    rationale=check.detail,
                )
            )
    order = {"high": 0, "medium": 1, "low": 2}
    found.sort(key=lambda item: (order[item.priority], -(item.gain or 0)))
    return [*_to_one_who_changes(shown, asked, fit), *found][: MOST + 5]


def _to_one_with_more(shown: Profile, asked: Requirements, fit: RoleFit) -> list[Recommendation]:
    """To somebody who has done such work for far longer, or has studied for far longer, than is asked for."""
    if _more_years_than_asked(asked, fit) and fit.years:
        more = f"{_years(fit.years)} in roles like this one"
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
    level = _level(asked.education_text)
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
    if asked.open_to_all and not any(_is_named(shown.roles[number]) for number in fit.like_roles):
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
    named = [role for role in like or shown.roles if _is_named(role)]
    if like and named:
        latest = max(role.last_month for role in named)
        if any(not role.title and role.last_month > latest + _LONG_AGO for role in shown.roles):
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


def _advice(check: CvCheck) -> str | None:
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
