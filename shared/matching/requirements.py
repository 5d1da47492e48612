"""What a posting asks for, read once and kept with it."""

import math
import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any, ClassVar

from shared.matching.cleaning import clean
from shared.matching.education import find_levels
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.language import detect
from shared.matching.mentions import find_mentions
from shared.matching.phrases import find_phrases
from shared.matching.result import CAMEL_CASE
from shared.matching.sections import Sections, find_sections, pieces
from shared.matching.skills import skill_table
from shared.matching.title import find_title
from shared.matching.version import ENGINE_VERSION
from shared.matching.words import Words, stems_of
from shared.matching.years import find_years

MOST_SKILLS = 60
MOST_TERMS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRequirement:
    """One thing asked for. ``weight`` (0–3) says how telling it is; see docs/matching.md."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    name: str
    required: bool
    weight: float
    known: bool
    """True: a name of the skill table; False: a phrase of the posting."""
    years: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a posting asks for. Holds names and weights, no text beyond title and phrases."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    engine_version: str
    digest: str
    language: str
    title: str | None
    seniority: int
    """-1 junior, 0 not said, 1 senior, 2 leads people."""
    title_families: dict[str, float]
    work_families: dict[str, float]
    skills: list[SkillRequirement]
    min_years: float | None
    max_years: float | None
    education_level: int | None
    education_text: str | None
    education_required: bool
    terms: dict[str, float]
    """Telling stems of title and duties with their weights."""
    warnings: list[str] = field(default_factory=list)


_BOILERPLATE = re.compile(
    r"equal opportunit|without regard to|regardless of (?:race|age|gender)|reasonable accommodation|sexual "
    r"orientation|marital status|"
    r"protected veteran|e-verify|(?:health|dental|vision|medical) (?:insurance|coverage|plan|benefits)|paid "
    r"time off|\bpto\b|401\(?k|annual leave|days?'? (?:of )?(?:holiday|leave)|"
    r"bank holidays|pension|competitive salary|salary (?:range|of|up to|is|depend)|per annum|gym membership|"
    r"free parking|cycle to work|life assurance|life insurance|"
    r"we offer|you(?:'ll| will) (?:get|receive)|in return|benefits include|perks|apply (?:now|online|today|"
    r"by|via|to|for)|send (?:your|a|us) (?:cv|resume|application)|to apply|"
    r"submit your|for more information|contact us|our website|data protection|privacy|no agencies|"
    r"employment agency|employment business|recruitment agency|"
    r"our (?:mission|values|vision|history|story|culture)|was founded|founded in|established in|years in "
    r"business|family[- ](?:owned|run)|leading provider|"
    r"we are (?:a|an) (?:leading|global|fast|growing|award|equal|family|company|team of)|is (?:a|an) "
    r"(?:leading|global|fast[- ]growing|equal|award)|"
    r"background check|drug (?:test|screen)|right to work|work permit|visa sponsorship|shortlisted|thank "
    r"you for|interview (?:date|process)|closing date|"
    r"we do not discriminate|notice period|\bctc\b|kindly (?:share|send)|hiring process|drug[- ]free|"
    r"overtime avail|weeks'? vacation|dress code|equal pay|"
    r"we sponsor|parental leave|sick pay|staff discount|free (?:meals|uniform)|referral bonus|\beoe\b|all "
    r"qualified applicants|disabilit(?:y|ies)\b.{0,40}(?:encourag|welcome)|£\d|\$\d{2}|€\d|stock options|"
    r"training budget|company car|bonus scheme"
)
_PREFERRED = re.compile(
    r"\b(?:nice to have|nice-to-have|preferred|preferably|desirable|desired|a plus|an advantage|"
    r"advantageous|bonus|ideally|good to have|would be (?:great|nice|helpful|useful|a benefit|beneficial|"
    r"good)|"
    r"not essential|optional|even better|better still|helpful|an asset|beneficial|is welcome|a benefit|"
    r"would help|would be lovely|merits?|a merit|useful|liked|appreciated|wünschenswert|von vorteil|"
    r"idealerweise|un plus|souhaité|deseable|se valorará|not required but)\b"
)
_REQUIRED = re.compile(
    r"\b(?:must|required|essential|mandatory|need to have|you(?:'ll| will) need|require[sd]?|is a must|"
    r"minimum of|at least)\b"
)
_SENIOR = re.compile(r"\b(?:senior|sr|lead|principal|staff|expert|experienced)\b")
_LEADS = re.compile(
    r"\b(?:manager|head of|director|chief|vp|vice president|team lead(?:er)?|supervisor|superintendent)\b"
)
_JUNIOR = re.compile(r"\b(?:junior|jr|trainee|graduate|entry[- ]level|apprentice|intern|assistant)\b")


def read_posting(text: str, title: str | None = None) -> Requirements:
    """What the posting ``text`` asks for; ``title`` where the caller knows it. Never raises; linear in the
    length."""
    cleaned = clean(text)
    sections = find_sections(cleaned.clean, posting=True)
    spans = pieces(cleaned.clean)
    words = Words(cleaned.clean, cleaned.lower)
    lower = cleaned.lower
    kinds = _kinds(lower, spans, sections)
    found_title, title_mix = find_title(cleaned.clean, title, sections)
    title_stems = stems_of(found_title or "")

    families = family_table()
    names = [family.name for family in families.families]
    counts: Counter[int] = Counter()
    piece = 0
    for first, _, number in families.terms.find(words):
        position = words.starts[first]
        while piece < len(spans) - 1 and spans[piece][1] <= position:
            piece += 1
        if spans and kinds[piece] != "boilerplate":
            counts[number] += 1
    work_mix: defaultdict[int, float] = defaultdict(float)
    title_terms = {
        number for _, _, number in families.terms.find(Words(found_title or "", (found_title or "").lower()))
    }
    for number in title_terms:
        counts[number] += 3
    for number, count in counts.items():
        owners = families.term_families[number]
        for family in owners:
            work_mix[family] += families.term_weights[number] * math.log2(1 + count) / len(owners)

    years = find_years(lower, spans, kinds)
    own = {index for index, share in title_mix.items() if share > 0.15 * sum(title_mix.values())}
    own |= {index for index, _ in sorted(work_mix.items(), key=lambda item: -item[1])[: 1 if own else 2]}
    skills = _skills(words, spans, kinds, title_stems, years.by_piece, own, sections)
    level, label, required = _education(cleaned.clean, lower, spans, kinds)
    language = detect(
        lower[start:end] for start, end in zip(words.starts[:600], words.ends[:600], strict=True)
    )
    warnings = []
    if len(words) < 25:
        warnings.append("The posting is very short; the score rests on little.")
    elif not skills and not title_mix:
        warnings.append(
            "The posting names neither a known role nor skills; the score rests on its wording alone."
        )
    head = (found_title or "").lower()
    seniority = 2 if _LEADS.search(head) else 1 if _SENIOR.search(head) else -1 if _JUNIOR.search(head) else 0
    return Requirements(
        engine_version=ENGINE_VERSION,
        digest=posting_digest(text, title),
        language=language,
        title=found_title,
        seniority=seniority,
        title_families=_mix(title_mix, names, 6),
        work_families=_mix(work_mix, names, 10),
        skills=skills,
        min_years=years.least,
        max_years=years.most,
        education_level=level,
        education_text=label,
        education_required=required,
        terms=_terms(words, spans, kinds, title_stems),
        warnings=warnings,
    )


def _mix(weights: dict[int, float], names: list[str], most: int) -> dict[str, float]:
    total = sum(weights.values())
    if total <= 0:
        return {}
    top = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    return {names[index]: round(weight / total, 4) for index, weight in top if weight / total > 0.01}


def _kind(lower: str, start: int, end: int, sections: Sections) -> str:
    """required, preferred, duties or boilerplate: by the section, overruled by cue words of the sentence."""
    section = sections.kind_at(start)
    sentence = lower[start : min(end, start + 500)]
    if section == "boilerplate" or _BOILERPLATE.search(sentence):
        # A sentence that asks for something stays, whatever stands around it.
        return (
            "required"
            if section != "boilerplate" and _REQUIRED.search(sentence) and len(sentence) < 300
            else "boilerplate"
        )
    if _PREFERRED.search(sentence):
        return "preferred"
    if section in ("required", "preferred"):
        return section
    return "required" if section != "boilerplate" and _ASKS.search(sentence) else "duties"


_ASKS = re.compile(
    r"\b(?:we need|you need|you(?:'ll| will) need|you have|you've|you(?:'ll| will) have|you know|you speak|"
    r"you write|you are (?:a|an) (?:qualified|registered|experienced)|"
    r"experience (?:of|in|with|as|using)|\d\+ ?(?:years|yrs)|years'? (?:experience|in|with)|knowledge of|"
    r"understanding of|must have|must be|is a must|is must|proficien\w+|familiar(?:ity)? with|hands[- ]on|"
    r"qualified|certifi\w+|licen[cs]ed?|chartered|degree|required|essential|mandatory|minimum|at least|"
    r"background in|expertise|grounding in|skilled|fluent)\b"
)


def posting_digest(text: str, title: str | None) -> str:
    """Identifies what requirements were read from."""
    import hashlib  # not at import time: it loads OpenSSL

    return hashlib.sha256(
        f"{ENGINE_VERSION}|{title or ''}|{text}".encode("utf-8", "surrogatepass")
    ).hexdigest()[:32]


def _kinds(lower: str, spans: list[tuple[int, int]], sections: Sections) -> list[str]:
    """The kind of each sentence; what goes on after a semicolon is of the kind of what it continues."""
    kinds: list[str] = []
    for number, (start, end) in enumerate(spans):
        kind = _kind(lower, start, end, sections)
        if (
            kind == "duties"
            and number
            and kinds[-1] in ("required", "preferred")
            and lower[max(0, start - 3) : start].rstrip().endswith(";")
        ):
            kind = kinds[-1]
        kinds.append(kind)
    return kinds


def skill_weight(name: str, kind: str, field_name: str) -> float:
    """0.05–1: how telling a skill is, by its most telling word and its kind."""
    telling = max((tellingness(part) for part in stems_of(name)), default=0.0)
    weight = 0.1 + 0.9 * math.pow(telling, 1.5)
    if kind == "soft":
        weight *= 0.2
    elif kind == "language":
        weight *= 0.25 if name == "English" else 0.6
    if name in _EVERYWHERE:
        weight = min(weight, 0.15)
    return round(weight, 3)


_EVERYWHERE_NAMES = """
Agile; Budgeting; Communication; Customer service; Data entry; Driving licence; English; Excel; Git;
Google Workspace; Health and safety; Jira; Leadership; Microsoft Excel; Microsoft Office; Microsoft
Outlook; Microsoft PowerPoint; Microsoft Word; Outlook; People management; PowerPoint; Problem
solving; Project management; Reporting; Sales; Scrum; Software engineering; Team leadership;
Teamwork; Time management; Training; Word
"""
_EVERYWHERE = frozenset(" ".join(name.split()) for name in _EVERYWHERE_NAMES.split(";"))


def _skills(
    words: Words,
    spans: list[tuple[int, int]],
    kinds: list[str],
    title_stems: tuple[str, ...],
    years: dict[int, float],
    families: set[int],
    sections: Sections,
) -> list[SkillRequirement]:
    table = skill_table()
    places: dict[int, list[tuple[int, int]]] = {}
    taken: list[tuple[int, int]] = []
    for mention in find_mentions(words, spans, table):
        if mention.negated or not spans or kinds[mention.piece] == "boilerplate":
            continue
        if sections.is_heading(mention.start):
            continue
        places.setdefault(mention.skill, []).append((mention.piece, mention.start))
        taken.append((mention.start, mention.end))
    title_set = set(title_stems)
    found: list[tuple[float, int, SkillRequirement]] = []
    fields = Counter(table.skills[skill].field for skill in places if table.skills[skill].kind != "soft")
    for skill, spots in places.items():
        entry = table.skills[skill]
        seen = {kinds[piece] for piece, _ in spots}
        in_title = bool(title_set) and set(stems_of(entry.name)) <= title_set
        # Traits are not shown by a CV's words. A skill that only a duty names and that has no relative among
        # the others is an ordinary word ("cleaning data", "acting on behalf of").
        alone = seen == {"duties"} and entry.kind == "skill" and fields[entry.field] == 1 and not in_title
        if entry.kind == "soft" or alone:
            continue
        preferred = seen == {"preferred"}
        weight = skill_weight(entry.name, entry.kind, entry.field)
        weight *= (0.4 if preferred else 0.7 if seen == {"duties"} else 1.0) * (
            1 + 0.25 * math.log2(len(spots))
        )
        if in_title:
            weight = max(weight, 0.5) * 1.8
        found.append(
            (
                -weight,
                spots[0][1],
                SkillRequirement(
                    name=entry.name,
                    required=not preferred,
                    weight=round(min(3.0, weight), 3),
                    known=True,
                    years=next((years[piece] for piece, _ in spots if piece in years), None),
                ),
            )
        )
    found.sort(key=lambda item: item[:2])
    chosen = found[:MOST_SKILLS]
    for phrase, piece in find_phrases(words, spans, kinds, taken, title_set, families):
        telling = max((tellingness(part) for part in stems_of(phrase)), default=0.0)
        preferred = kinds[piece] == "preferred"
        weight = 0.45 * telling**1.5 * (0.4 if preferred else 1.0)
        chosen.append(
            (
                -weight,
                spans[piece][0],
                SkillRequirement(
                    name=phrase, required=not preferred, weight=round(weight, 3), known=False, years=None
                ),
            )
        )
    chosen.sort(key=lambda item: item[:2])
    return [requirement for _, _, requirement in chosen[: MOST_SKILLS + 20]]


def _terms(
    words: Words, spans: list[tuple[int, int]], kinds: list[str], title_stems: tuple[str, ...]
) -> dict[str, float]:
    """The telling stems: how often, damped, times how telling; those of the title count double."""
    counts: Counter[str] = Counter()
    piece = 0
    for position, word in zip(words.starts, words.stems, strict=True):
        while piece < len(spans) - 1 and spans[piece][1] <= position:
            piece += 1
        if spans and kinds[piece] != "boilerplate" and len(word) > 1:
            counts[word] += 1
    weights = {
        word: math.pow(tellingness(word), 1.5) * (1 + math.log(count)) for word, count in counts.items()
    }
    for word in title_stems:
        if word in weights:
            weights[word] *= 1.5
    top = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]
    return {word: round(weight, 3) for word, weight in top if weight > 0.05}


def _piece_at(position: int, spans: list[tuple[int, int]]) -> int:
    return max(0, bisect_right(spans, (position, sys.maxsize)) - 1)


def _kind_at(position: int, spans: list[tuple[int, int]], kinds: list[str]) -> str:
    return kinds[_piece_at(position, spans)] if kinds else ""


_LABELS = ("none", "school", "vocational", "bachelor's degree", "master's degree", "doctorate")
_NO_DEGREE = re.compile(
    r"\b(?:no (?:degree|formal|qualification)|degree (?:is )?not (?:required|needed|necessary)|without a "
    r"degree)"
)
_NOT_EDUCATION = re.compile(r"degree of|high degree|apprentices?\b|\bgraduates?\b(?! degree)")


def _education(
    text: str, lower: str, spans: list[tuple[int, int]], kinds: list[str]
) -> tuple[int | None, str | None, bool]:
    required: list[int] = (
        [0]
        if (no := _NO_DEGREE.search(lower)) and _kind_at(no.start(), spans, kinds) != "boilerplate"
        else []
    )
    preferred: list[int] = []
    for found in find_levels(lower):
        number = _piece_at(found.start, spans)
        if kinds[number] == "boilerplate" or (required and required[0] == 0):
            continue
        start, end = spans[number]
        if _NOT_EDUCATION.search(lower[max(start, found.start - 8) : min(end, found.end + 6)]):
            continue
        low = max(lower.rfind(",", start, found.start), lower.rfind(".", start, found.start), start - 1) + 1
        high = lower.find(",", found.end, end)
        clause = lower[low : end if high < 0 else high]
        wished = kinds[number] == "preferred" and (
            _PREFERRED.search(clause) or not _PREFERRED.search(lower, start, end)
        )
        (preferred if wished else required).append(found.level)
    chosen = required or preferred
    if not chosen:
        return None, None, False
    level = min(chosen)
    return level, _LABELS[level], bool(required)
