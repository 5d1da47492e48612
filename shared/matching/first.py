"""The deterministic layer in its first version: skills of the table, years from dated history, likeness of duties."""

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Literal

from shared.matching.cleaning import CleanText, clean
from shared.matching.dates import find_periods, months_covered
from shared.matching.result import (
    CAMEL_CASE,
    CvCheck,
    EducationMatch,
    Engine,
    ExperienceMatch,
    MatchResult,
    Recommendation,
    SkillMatch,
    Subscores,
    Verdict,
)
from shared.matching.skills import skill_table
from shared.matching.weights import DETERMINISTIC_ONLY, grade, overall_score
from shared.matching.words import Words

ENGINE_VERSION = "1.0"
MAX_REQUIREMENTS = 40
MAX_QUOTE = 200
MAX_QUOTES = 3

_PREFERRED = re.compile(
    r"\b(?:desirable|preferred|nice[ -]to[ -]have|a plus|bonus|advantage\w*|ideally|would be great|beneficial)\b"
)
_REQUIRED_HEADING = re.compile(
    r"\b(?:essential|required|requirements|must[ -]have|you (?:have|bring|need)|qualifications)\b"
)
_BOILERPLATE = re.compile(
    r"\b(?:equal opportunit|benefits|we offer|pension|annual leave|about us|disability confident|closing date|perks)\b"
)
_NEGATED = re.compile(
    r"\b(?:no (?:experience|knowledge)|not (?:yet )?(?:used|worked)|never|without|lack(?:s|ing)?|"
    r"(?:willing|keen|eager|want(?:ing)?|hop(?:e|ing)) to learn)\b[^.;,\n]{0,40}$"
)
_YEARS = re.compile(
    r"\b(?:(?:at least|minimum(?: of)?|over)\s+)?(\d{1,2}|one|two|three|four|five|six|seven|eight|ten)\s*"
    r"(?:\+|-\s*\d{1,2}|to\s+\d{1,2})?\s*(?:or more\s+)?(?:years?|yrs)\b"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("doctorate", re.compile(r"\b(?:ph\.?d|doctorate|dphil)\b")),
    ("master", re.compile(r"\b(?:master'?s?(?: degree| level)?|m\.?sc|mba|m\.?tech|m\.?eng)\b")),
    ("bachelor", re.compile(r"\b(?:bachelor'?s?|degree|b\.?sc|b\.?a|b\.?tech|b\.?eng|bs|undergraduate)\b")),
    ("vocational", re.compile(r"\b(?:apprenticeship|nvq|diploma|vocational|btec|associate'?s)\b")),
    ("secondary", re.compile(r"\b(?:high school|a[ -]levels?|gcse|secondary school|ged)\b")),
)
_ORDER = {level: rank for rank, (level, _) in enumerate(reversed(_LEVELS))}
_STOP = frozenset(
    ["the", "a", "an", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as", "is", "are", "was", "were", "be", "been", "we", "you", "our", "your", "will", "work", "team", "role", "job", "experienc", "year", "skill", "abl", "all", "not", "this", "that", "it", "its", "have", "ha", "us", "who", "what", "how", "more", "most", "other", "some", "such", "than", "then", "about", "includ", "their", "they", "he", "she", "his", "her", "can", "may", "must", "should", "also", "into", "over", "per", "up", "out", "new", "good", "strong"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    skill: str
    required: bool
    weight: float
    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a posting asks for."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    version: str
    title: str | None
    skills: list[Requirement] = field(default_factory=list)
    min_years: float | None = None
    education: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a CV shows. ``skills`` are names of the table."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    version: str
    skills: list[str] = field(default_factory=list)
    years: float | None = None
    education: str | None = None


def read_posting(text: str, title: str | None = None) -> Requirements:
    """The requirements of a posting of any profession."""
    source = clean(text)
    heading = title or next(
        (line.strip(" #*\t") for line in source.clean.splitlines() if line.strip(" #*\t")), None
    )
    found: dict[str, Requirement] = {}
    preferred_section = False
    at = 0
    for line in source.clean.splitlines(keepends=True):
        lower = line.lower()
        short = len(line.split()) <= 6
        if short and _PREFERRED.search(lower):
            preferred_section = True
        elif short and _REQUIRED_HEADING.search(lower):
            preferred_section = False
        if not _BOILERPLATE.search(lower):
            preferred = preferred_section or bool(_PREFERRED.search(lower))
            for name, kind in _skills_in(line, lower):
                standing = found.get(name)
                if standing is None and len(found) < MAX_REQUIREMENTS:
                    soft = kind == "soft"
                    weight = 0.25 if soft else (0.5 if preferred else 1.0)
                    found[name] = Requirement(skill=name, required=not preferred, weight=weight, soft=soft)
        at += len(line)
    lower_text = source.clean.lower()
    years = [_number(match[1]) for match in _YEARS.finditer(lower_text)]
    return Requirements(
        version=ENGINE_VERSION,
        title=heading[:200] if heading else None,
        skills=list(found.values()),
        min_years=float(max((one for one in years if one <= 15), default=0)) or None,
        education=_lowest_level(lower_text),
    )


def read_cv(text: str, *, as_of: date | None = None) -> Profile:
    """The profile of a CV. ``as_of`` is today's date unless given."""
    source = clean(text)
    lower = source.clean.lower()
    names = {name for name, _ in _skills_in(source.clean, lower)}
    spans = [(one.first, one.last) for one in find_periods(lower, as_of or datetime.now(UTC).date())]
    months = months_covered(spans)
    stated = [_number(match[1]) for match in _YEARS.finditer(lower)]
    years = round(months / 12, 1) if months else float(max(stated, default=0)) or None
    return Profile(version=ENGINE_VERSION, skills=sorted(names), years=years, education=_highest_level(lower))


def match(
    cv_text: str,
    job_text: str,
    *,
    title: str | None = None,
    profile: Profile | None = None,
    requirements: Requirements | None = None,
    as_of: date | None = None,
) -> MatchResult:
    """How well the CV fits the posting, with quotes."""
    profile = profile or read_cv(cv_text, as_of=as_of)
    requirements = requirements or read_posting(job_text, title)
    source = clean(cv_text)
    matches = [_skill_match(requirement, profile, source) for requirement in requirements.skills]
    worth = {"met": 1.0, "partial": 0.5, "missing": 0.0}
    total = sum(one.weight for one in requirements.skills)
    listed = (
        100
        * sum(one.weight * worth[m.verdict] for one, m in zip(requirements.skills, matches, strict=True))
        / total
        if total
        else None
    )
    keywords = 100 * _likeness(source.clean, clean(job_text).clean)
    relevance = min(100.0, keywords * 2.2)
    skills = relevance if listed is None else (0.75 * listed + 0.25 * relevance)
    years = _years_match(requirements.min_years, profile.years)
    share = 1.0 if not requirements.min_years else min(1.0, (profile.years or 0) / requirements.min_years)
    experience = share * relevance
    education = _education_match(requirements.education, profile.education)
    subscores = Subscores(
        skills=round(skills, 1),
        experience=round(experience, 1),
        education={"met": 100.0, "partial": 50.0, "missing": 0.0}[education.verdict],
        keywords=round(keywords, 1),
    )
    overall = overall_score(subscores.skills, subscores.experience, None, None, DETERMINISTIC_ONLY)
    missing = [one for one in matches if one.verdict != "met"]
    recommendations = [
        _recommendation(one, requirements, total) for one in missing if one.required or len(missing) < 6
    ][:8]
    return MatchResult(
        overall_score=overall,
        grade=grade(overall),
        subscores=subscores,
        weights=DETERMINISTIC_ONLY,
        skill_matches=matches,
        experience_match=years,
        education_match=education,
        strengths=[f"{one.skill}: shown in the CV." for one in matches if one.verdict == "met"][:8],
        gaps=[
            f"{one.skill}: {'required' if one.required else 'preferred'}, not shown."
            for one in missing
            if one.verdict == "missing"
        ][:12],
        recommendations=sorted(recommendations, key=lambda one: -(one.gain or 0)),
        cv_checks=_cv_checks(source.clean),
        engine=Engine(version=ENGINE_VERSION, mode="deterministic"),
        warnings=[] if requirements.skills else ["The posting names no skill that could be recognised."],
    )


def _skills_in(text: str, lower: str) -> list[tuple[str, str]]:
    return [(name, kind) for name, kind, _, _ in _skill_places(text, lower)]


def _skill_places(text: str, lower: str) -> list[tuple[str, str, int, int]]:
    table = skill_table()
    words = Words(text, lower)
    places = []
    for first, last, number in table.lexicon.find(words):
        skill = table.skills[number // 2]
        start, end = words.starts[first], words.ends[last - 1]
        if (
            number % 2
        ):  # the bare name is ambiguous: only as written in the table, and in a list or beside a cue
            around = lower[max(0, start - 30) : end + 30]
            if text[start:end] != skill.name or not re.search(r"[,;/|•]|\b(?:in|with|using|of)\b", around):
                continue
        if _NEGATED.search(lower[max(0, start - 80) : start]):
            continue
        places.append((skill.name, skill.kind, start, end))
    return places


def _skill_match(requirement: Requirement, profile: Profile, source: CleanText) -> SkillMatch:
    table = skill_table()
    have = set(profile.skills)
    shown = {requirement.skill} & have
    if not shown:
        shown = {name for name in have if requirement.skill in table.above(name)}
    verdict: Verdict = "met" if shown else "missing"
    if not shown:
        shown = set(table.near.get(requirement.skill, frozenset())) & have
        verdict = "partial" if shown else "missing"
    evidence = _quotes(shown, source) if shown else []
    return SkillMatch(
        skill=requirement.skill,
        required=requirement.required,
        verdict=verdict if evidence else "missing",
        evidence=evidence,
    )


def _quotes(names: set[str], source: CleanText) -> list[str]:
    quotes: list[str] = []
    lower = source.clean.lower()
    for name, _, start, end in _skill_places(source.clean, lower):
        if name not in names:
            continue
        left = max(source.clean.rfind("\n", 0, start) + 1, start - MAX_QUOTE // 2)
        right = source.clean.find("\n", end)
        right = min(right if right >= 0 else len(source.clean), left + MAX_QUOTE)
        quote = source.quote(left, right).strip()
        if quote and quote not in quotes:
            quotes.append(quote)
        if len(quotes) == MAX_QUOTES:
            break
    return quotes


def _likeness(cv: str, job: str) -> float:
    """Cosine of log-damped word counts, 0–1 (Salton's vector space model)."""
    left, right = _vector(cv), _vector(job)
    dot = sum(weight * right[word] for word, weight in left.items() if word in right)
    norm = math.sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    return dot / norm if norm else 0.0


def _vector(text: str) -> dict[str, float]:
    counts = Counter(
        one
        for one in Words(text, text.lower()).stems
        if one not in _STOP and len(one) > 2 and not one.isdigit()
    )
    return {word: 1 + math.log(count) for word, count in counts.items()}


def _years_match(required: float | None, shown: float | None) -> ExperienceMatch:
    verdict: Verdict = "met"
    if required is not None:
        if shown is None:
            verdict = "missing"
        elif shown < required:
            verdict = "partial" if shown >= required / 2 else "missing"
    return ExperienceMatch(required_years=required, candidate_years=shown, verdict=verdict)


def _education_match(required: str | None, shown: str | None) -> EducationMatch:
    verdict: Verdict = "met"
    if required is not None:
        if shown is None:
            verdict = "missing"
        elif _ORDER[shown] < _ORDER[required]:
            verdict = "partial"
    return EducationMatch(required=required, candidate=shown, verdict=verdict)


def _recommendation(gap: SkillMatch, requirements: Requirements, total: float) -> Recommendation:
    weight = next(one.weight for one in requirements.skills if one.skill == gap.skill)
    lift = 1.0 if gap.verdict == "missing" else 0.5
    priority: Literal["high", "medium", "low"] = (
        "high" if weight >= 1 else "medium" if weight >= 0.5 else "low"
    )
    return Recommendation(
        priority=priority,
        category="skills",
        action=f"If you have used {gap.skill}, say where and with what result.",
        rationale=f"The posting {'requires' if gap.required else 'prefers'} {gap.skill}; the CV does not show it"
        f"{' itself, only something near it' if gap.verdict == 'partial' else ''}.",
        gain=round(DETERMINISTIC_ONLY.skills * 0.75 * 100 * weight * lift / total, 1) if total else None,
    )


def _cv_checks(text: str) -> list[CvCheck]:
    lower = text.lower()
    words = len(text.split())
    figures = len(re.findall(r"\d+\s?%|[£$€]\s?\d|\b\d{2,}\b", text))
    checks = (
        (
            "contact",
            bool(re.search(r"\S+@\S+\.\w+|\+?\d[\d ()-]{7,}", text)),
            "An e-mail address or telephone number.",
        ),
        ("dates", bool(re.search(r"\b(?:19|20)\d\d\b", text)), "Dates of the positions held."),
        ("sections", bool(re.search(r"experience|employment|education|skills", lower)), "Named sections."),
        ("figures", figures >= 3, "Achievements with figures."),
        ("length", 150 <= words <= 1500, f"{words} words; one to two pages are 300 to 1,000."),
    )
    return [CvCheck(check=check, passed=passed, detail=detail) for check, passed, detail in checks]


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)


def _highest_level(lower: str) -> str | None:
    return next((level for level, pattern in _LEVELS if pattern.search(lower)), None)


def _lowest_level(lower: str) -> str | None:
    return next((level for level, pattern in reversed(_LEVELS) if pattern.search(lower)), None)
