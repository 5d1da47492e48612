"""One CV against one posting: readings, credits, score, explanation."""

import gc
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache

from shared.matching import arithmetic, checks, findings, pasted
from shared.matching.credits import Given, alternatives, core_of, counted, give_credits
from shared.matching.dates import month_number
from shared.matching.document import Document, open_cv
from shared.matching.education import LEVELS
from shared.matching.families import family_table
from shared.matching.keywords import keyword_score
from shared.matching.language import NAMES
from shared.matching.memo import Kept
from shared.matching.profile import Profile, digest, read
from shared.matching.recommendations import recommendations
from shared.matching.requirements import Requirements, most_years, posting_digest, read_posting
from shared.matching.result import (
    EducationMatch,
    Engine,
    ExperienceMatch,
    MatchResult,
    SkillMatch,
    Subscores,
    Verdict,
)
from shared.matching.rolefit import RoleFit, measure, only_assists
from shared.matching.said_together import shares_of
from shared.matching.scoring import OPEN, OPEN_TO_OTHERS, Score, verdict_of
from shared.matching.skills import skill_table
from shared.matching.version import ENGINE_VERSION
from shared.matching.weights import DETERMINISTIC_ONLY, grade
from shared.matching.workplaces import setting_table

MOST_QUOTES = 3
_READ: Kept[Profile] = Kept(32)
"""The CVs read last in this process: one that is matched with ten postings is read once."""
_OPENED: Kept[Document] = Kept(1)
"""The CV opened last: it is read and then matched, or matched with several postings in a row. It holds the
whole text, which a profile does not: hence a single one, gone with the next."""


def today() -> date:
    """The day that "present" means when the caller names none (UTC)."""
    return datetime.now(UTC).date()


def read_cv(text: str, *, as_of: date | None = None, known: Profile | None = None) -> Profile:
    """What the CV ``text`` shows; "present" means ``as_of`` (default: today). Never raises; linear in the
    length. ``known`` is what was read before: it is returned if it comes from this text, this engine version
    and this half of the month. So is what this process read lately; nobody may change it."""
    day = as_of or today()
    key = digest(text, day)
    if known is not None and known.digest == key:
        return known
    return _READ.get(key) or _READ.keep(key, read(_opened(text, key), day))


def _opened(text: str, key: str) -> Document:
    return _OPENED.get(key) or _OPENED.keep(key, open_cv(text))


def load_tables() -> None:
    """Reads the tables of skills, occupations and workplaces; else the first match of a process does."""
    skill_table()
    family_table()
    setting_table()


@cache
def keep_tables() -> None:
    """For a process that matches again and again, after its first match: tells the garbage collector, once,
    that what is loaded by now stays (``gc.freeze``). To look through the tables of skills and occupations
    again would stop everything for a tenth of a second."""
    gc.freeze()


def match(
    cv_text: str,
    job_text: str,
    *,
    title: str | None = None,
    profile: Profile | None = None,
    requirements: Requirements | None = None,
    as_of: date | None = None,
    in_columns: bool = False,
) -> MatchResult:
    """How well the CV fits the posting, 0–100, with evidence. Same input, same output; no network.

    ``profile`` and ``requirements`` save reading again what was read before; they are ignored when they come
    from another text, another engine version or another half of a month. ``title`` is the posting's, where
    the caller knows it; ``in_columns`` says that the CV's file sets text in columns, which the text no longer
    shows.
    """
    day = as_of or today()
    asked = requirements
    if asked is None or asked.digest != posting_digest(job_text, title):
        asked = read_posting(job_text, title)
    key = digest(cv_text, day)
    document = _opened(cv_text, key)
    copied = pasted.find(document, job_text)
    if copied:
        document = open_cv(cv_text, without=copied)
        shown = read(document, day)
    else:
        known = profile if profile is not None and profile.digest == key else _READ.get(key)
        shown = known or _READ.keep(key, read(document, day))
    stems = Counter(document.words.stems)
    assists = only_assists(shown, asked)
    given = give_credits(document, shown, asked, assists=assists)
    filler = document.stems_in([span for one in given for span in one.beside])
    shares = shares_of(document, asked.terms)
    fit = measure(shown, asked, stems, filler, month_number(day), shares, assists=assists)
    too_short = shown.characters < 200 or len(document.words) < 30
    score = score_of(asked, given, fit, too_short=too_short)
    overall = score.overall
    called = {skill.name: skill.shown_as for skill in asked.skills}
    skill_matches = [
        SkillMatch(
            skill=_shown_as(one, score, called),
            required=one.credit.required,
            verdict=verdict_of(one.credit.credit),
            evidence=_quotes(cv_text, one.spans),
            years=one.years,
        )
        for one in given
    ]
    experience = _experience(fit, asked, shown)
    education = _education(shown, asked)
    warnings = _warnings(shown, asked, copied=bool(copied), too_short=too_short)
    subscores = Subscores(
        skills=score.skills,
        experience=score.experience,
        education={"met": 100.0, "partial": 50.0, "missing": 0.0}[education.verdict],
        keywords=round(keyword_score(asked, stems), 1),
    )
    return MatchResult(
        overall_score=overall,
        grade=grade(overall),
        subscores=subscores,
        weights=DETERMINISTIC_ONLY,
        skill_matches=skill_matches,
        experience_match=experience,
        education_match=education,
        strengths=findings.strengths(shown, asked, given, fit),
        gaps=findings.gaps(shown, asked, given, fit, education),
        recommendations=recommendations(shown, asked, given, score, fit),
        cv_checks=checks.of_columns(shown.checks) if in_columns else list(shown.checks),
        engine=Engine(version=ENGINE_VERSION, mode="deterministic"),
        warnings=warnings,
        arithmetic=arithmetic.lines(score, fit, subscores.education, subscores.keywords),
    )


def _warnings(shown: Profile, asked: Requirements, *, copied: bool, too_short: bool) -> list[str]:
    """What whoever reads the result has to know of the two texts."""
    warnings = [*shown.warnings, *asked.warnings]
    if copied:
        warnings.append(
            "Parts of the posting stand word for word in the CV; they were not counted as experience."
        )
    if not shown.has_sentences and shown.skills:
        warnings.append(
            "The CV lists skills without a place where they were used; a bare list counts little."
        )
    if too_short:
        warnings.append("The CV is too short to say much about; the score rests on little.")
    texts = {"The CV seems": shown.language, "The posting seems": asked.language}
    if shown.language == asked.language:
        texts = {"The CV and the posting seem": shown.language}
    for seems, language in texts.items():
        if language in ("en", ""):
            continue
        known = language in ("de", "fr", "es")
        warnings.append(
            f"{seems} to be in {NAMES.get(language, language)}: "
            + (
                "headings, dates, usual job titles and many skills are understood, other wording is not."
                if known
                else "only international names are understood."
            )
        )
    return warnings


def score_of(asked: Requirements, given: list[Given], fit: RoleFit, *, too_short: bool = False) -> Score:
    """The formula's input: what each requirement brings, and how like the posting's the work has been. A CV
    that is ``too_short``, or a bare list, gains nothing by a posting that asks for no experience."""
    is_open = asked.open_to_all and not too_short and fit.bare == 1
    open_share = OPEN_TO_OTHERS if fit.is_settled_elsewhere else OPEN
    return Score(
        counted(given, asked),
        fit.value,
        fit.years,
        asked.min_years,
        core=core_of(asked, of_the_trade=fit.of_the_trade),
        either=alternatives(asked),
        most_years=most_years(asked),
        is_below=fit.is_below,
        is_above=fit.is_above,
        only_assists=fit.only_assists,
        in_setting=fit.elsewhere.share,
        open_share=open_share if is_open else 0.0,
        taught=frozenset([one.name for one in asked.skills if one.taught] if is_open else ()),
    )


def _shown_as(one: Given, score: Score, called: Mapping[str, str]) -> str:
    """What the requirement is called; with the alternative that shows it, so that its quotes fit."""
    name, through = one.credit.name, one.through or ""
    return f"{called[name]} (or {called[through]})" if through in score.either.get(name, ()) else called[name]


def _quotes(cv_text: str, spans: list[tuple[int, int]]) -> list[str]:
    quotes: list[str] = []
    for start, end in spans:
        quote = cv_text[start:end].strip()
        if quote and quote not in quotes:
            quotes.append(quote)
        if len(quotes) == MOST_QUOTES:
            break
    return quotes


def _experience(fit: RoleFit, asked: Requirements, shown: Profile) -> ExperienceMatch:
    wanted, years = asked.min_years, fit.years
    verdict: Verdict
    if asked.open_to_all:
        verdict = "met"
    elif years is None:
        verdict = "missing" if wanted else "partial"
    elif fit.value < 0.3:
        verdict = "missing"
    elif wanted is None or years >= wanted - 0.25:
        verdict = "met" if fit.is_of_such_work else "partial"
    else:
        unread = not shown.title_families and shown.language not in ("en", "")
        verdict = "partial" if years >= wanted / 3 or unread else "missing"
    return ExperienceMatch(required_years=wanted, candidate_years=years, verdict=verdict)


def _education(shown: Profile, asked: Requirements) -> EducationMatch:
    wanted, level = asked.education_level, shown.education_level
    verdict: Verdict = "met"
    if wanted and wanted > (level or 0):
        verdict = "partial" if level is not None and level >= wanted - 1 else "missing"
    candidate = LEVELS[level] if level is not None else None
    return EducationMatch(required=asked.education_text, candidate=candidate, verdict=verdict)
