"""The hybrid result: the deterministic one with what a model found and can show.

What decides where the two differ:

- A requirement's verdict can only rise, and only on a quote that is in the CV and does not deny it. The quote
  must share a word with the requirement to make it met; without, it makes it partial. A model's "missing"
  never overrules evidence on the page: its doubt lowers the semantic score, where it is bounded.
- The deterministic subscores stay. What the model shows moves the score through its own bounded part alone
  (``model_bound``), so that the arithmetic of the result can be followed.
- Strengths need a grounded quote, every sentence passes ``model_text``, and the deterministic layer's
  recommendations stay, because their gain was computed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from shared.matching.grounding import Evidence, Grounding, shares_word
from shared.matching.model_answer import Advice, Answer
from shared.matching.model_bound import PREFERRED_WEIGHT, REQUIRED_WEIGHT, SOFT_QUOTES, bounded
from shared.matching.model_text import Editor, is_honest, mentions
from shared.matching.prompt import PROMPT_VERSION, Prompt
from shared.matching.result import MatchResult, Priority, Recommendation, SkillMatch, Verdict
from shared.matching.weights import HYBRID, deterministic_score, grade, overall_score

MAX_EVIDENCE = 3
"""Quotes of one requirement."""
MAX_STRENGTHS = 10
MAX_GAPS = 12
MAX_RECOMMENDATIONS = 12
_MODEL_STRENGTHS = 5
_MODEL_GAPS = 6
_MODEL_ADVICE = 6
_MODEL_TRANSFERABLE = 3
_MODEL_QUOTES = 3
"""Of one requirement, looked up; what a model sends beyond the limits of the prompt is not read."""

_RANK: dict[Verdict, int] = {"missing": 0, "partial": 1, "met": 2}
_CREDIT: dict[Verdict, float] = {"missing": 0.0, "partial": 0.5, "met": 1.0}
_PRIORITY: dict[Priority, int] = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Reply:
    """A parsed answer and what it took."""

    answer: Answer
    model: str
    input_tokens: int | None
    output_tokens: int | None
    seconds: float


@dataclass(slots=True)
class _Quotes:
    """Looks quotes up and keeps count."""

    grounding: Grounding
    given: int = 0
    dropped: int = 0

    def find(self, quote: str) -> list[Evidence]:
        self.given += 1
        found = self.grounding.find(quote)
        self.dropped += not found
        return found


@dataclass(slots=True)
class _Reading:
    matches: list[SkillMatch]
    support: float
    """Share of the asked requirements, by weight, that the model showed with grounded quotes, 0–1."""
    raised: list[int] = field(default_factory=list)
    """Requirements whose verdict rose on a quote that speaks of them."""


def merge(baseline: MatchResult, reply: Reply, prompt: Prompt, cv_text: str, job_text: str) -> MatchResult:
    """Linear in the texts for the bounded number of quotes that are looked up."""
    answer = reply.answer
    quotes = _Quotes(Grounding(cv_text, prompt.excluded))
    years = baseline.experience_match
    editor = Editor(cv_text, job_text, prompt.code, _numbers(years.required_years, years.candidate_years))
    reading = _read_requirements(baseline.skill_matches, answer, prompt.asked, quotes)
    missing = [match.skill for match in reading.matches if match.verdict == "missing"]

    deeds = {
        (evidence.start, evidence.end)
        for skill in answer.soft_skills.evidence[: 2 * SOFT_QUOTES]
        for evidence in quotes.find(skill.quote)[:1]
    }
    scores = baseline.subscores
    deterministic = deterministic_score(scores.skills, scores.experience, HYBRID)
    semantic = bounded(answer.semantic, deterministic, reading.support)
    soft_skills = bounded(answer.soft_skills.score, deterministic, len(deeds) / SOFT_QUOTES)
    overall = overall_score(scores.skills, scores.experience, semantic, soft_skills, HYBRID)

    strengths = list(_strengths(answer, quotes, editor, missing))
    strengths += _transferable(answer, reading.matches, quotes, editor)
    return replace(
        baseline,
        overall_score=overall,
        grade=grade(overall),
        subscores=replace(scores, semantic=semantic, soft_skills=soft_skills),
        weights=HYBRID,
        skill_matches=reading.matches,
        strengths=_distinct([*strengths, *baseline.strengths])[:MAX_STRENGTHS],
        gaps=_distinct([*_kept_gaps(baseline, reading), *_gaps(answer, reading.matches, editor)])[:MAX_GAPS],
        recommendations=_recommendations(baseline.recommendations, answer, reading.matches, editor),
        engine=replace(
            baseline.engine,
            mode="hybrid",
            model=reply.model,
            prompt_version=PROMPT_VERSION,
            input_tokens=reply.input_tokens,
            output_tokens=reply.output_tokens,
            model_seconds=round(reply.seconds, 3),
            dropped_quotes=quotes.dropped,
        ),
        warnings=list(dict.fromkeys([*baseline.warnings, *prompt.warnings, *_remarks(answer, quotes)])),
    )


def _read_requirements(
    matches: Sequence[SkillMatch], answer: Answer, asked: tuple[int, ...], quotes: _Quotes
) -> _Reading:
    reading = _Reading(list(matches), 0.0)
    open_ = set(asked)
    total = shown = 0.0
    for index in asked:
        total += REQUIRED_WEIGHT if matches[index].required else PREFERRED_WEIGHT
    for entry in answer.requirements:
        if entry.index not in open_:
            continue  # not asked, or answered already
        open_.remove(entry.index)
        match = matches[entry.index]
        found = [piece for quote in entry.quotes[:_MODEL_QUOTES] for piece in quotes.find(quote)]
        proof = [piece for piece in found if not quotes.grounding.negated(piece)]
        verdict = _supported(entry.verdict, match, proof)
        shown += _CREDIT[verdict] * (REQUIRED_WEIGHT if match.required else PREFERRED_WEIGHT)
        if verdict == "missing":
            continue
        telling = [piece.text for piece in proof if shares_word(piece.text, match.skill)]
        if _RANK[verdict] <= _RANK[match.verdict]:
            verdict = match.verdict
        elif telling:
            reading.raised.append(entry.index)
        added = telling if match.evidence else [piece.text for piece in proof]
        reading.matches[entry.index] = replace(
            match, verdict=verdict, evidence=_evidence(match.evidence, added)
        )
    reading.support = shown / total if total else 0.0
    return reading


def _supported(claimed: Verdict, match: SkillMatch, proof: Sequence[Evidence]) -> Verdict:
    """The verdict that the quotes bear out."""
    if claimed == "missing" or not proof:
        return "missing"
    if claimed == "met" and not any(shares_word(piece.text, match.skill) for piece in proof):
        return "partial"
    return claimed


def _evidence(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The deterministic quotes first; of two where one holds the other, the first stays."""
    kept: list[str] = []
    for quote in [*old, *new]:
        if len(kept) < MAX_EVIDENCE and not any(quote in other or other in quote for other in kept):
            kept.append(quote)
    return kept


def _strengths(answer: Answer, quotes: _Quotes, editor: Editor, missing: Sequence[str]) -> Iterator[str]:
    for strength in answer.strengths[:_MODEL_STRENGTHS]:
        found = quotes.find(strength.quote)
        text = editor.sentence(strength.text)
        if found and text and editor.is_supported(text, missing, by_cv_alone=False):
            yield _with_quote(text, found[0].text)


def _transferable(
    answer: Answer, matches: Sequence[SkillMatch], quotes: _Quotes, editor: Editor
) -> Iterator[str]:
    for skill in answer.transferable[:_MODEL_TRANSFERABLE]:
        found = quotes.find(skill.quote)
        text = editor.sentence(skill.why)
        if not (found and text and 0 <= skill.requirement < len(matches)):
            continue
        match = matches[skill.requirement]
        others = [one.skill for one in matches if one.verdict == "missing" and one.skill != match.skill]
        if match.verdict != "met" and editor.is_supported(text, others, by_cv_alone=False):
            yield _with_quote(f"Transferable to {match.skill}: {text}", found[0].text)


def _with_quote(text: str, quote: str) -> str:
    return f"{text.rstrip('.')}: “{quote}”"


def _kept_gaps(baseline: MatchResult, reading: _Reading) -> list[str]:
    raised = [reading.matches[index].skill for index in reading.raised]
    return [gap for gap in baseline.gaps if not any(mentions(gap, skill) for skill in raised)]


def _gaps(answer: Answer, matches: Sequence[SkillMatch], editor: Editor) -> Iterator[str]:
    for gap in answer.gaps[:_MODEL_GAPS]:
        if gap.requirement != -1 and not 0 <= gap.requirement < len(matches):
            continue
        if gap.requirement != -1 and matches[gap.requirement].verdict == "met":
            continue
        text = editor.sentence(gap.text)
        if text and editor.is_supported(text, (), by_cv_alone=False):
            yield text


def _recommendations(
    computed: Sequence[Recommendation], answer: Answer, matches: Sequence[SkillMatch], editor: Editor
) -> list[Recommendation]:
    """Those with a computed gain, made concrete by the model's for the same requirement; then its others."""
    merged = list(computed)
    for advice in answer.recommendations[:_MODEL_ADVICE]:
        match = matches[advice.requirement] if 0 <= advice.requirement < len(matches) else None
        own = _recommendation(advice, match, matches, editor)
        if own is None or any(_alike(own.action, other.action) for other in merged):
            continue
        place = next((at for at, other in enumerate(merged) if match and _is_about(other, match)), None)
        if place is None:
            merged.append(own)
        else:
            other = merged[place]
            merged[place] = replace(
                other, action=f"{other.action} {own.action}", example=other.example or own.example
            )
    merged.sort(key=lambda one: _PRIORITY[one.priority])
    return merged[:MAX_RECOMMENDATIONS]


def _recommendation(
    advice: Advice, match: SkillMatch | None, matches: Sequence[SkillMatch], editor: Editor
) -> Recommendation | None:
    if match and match.verdict == "met" and advice.category == "skills":
        return None  # how it is told may be better; that it is lacking is not so
    action, rationale = editor.sentence(advice.action), editor.sentence(advice.rationale)
    if not action or not rationale:
        return None
    unshown = [one for one in matches if one.verdict == "missing"]
    named = [one for one in unshown if one is match or mentions(action, one.skill)]
    if not all(is_honest(action, one.skill, one.verdict) for one in named):
        return None
    if not editor.is_supported(action, (), by_cv_alone=False):
        return None
    example = editor.sentence(advice.example)
    if example and not editor.is_supported(example, [one.skill for one in unshown], by_cv_alone=True):
        example = None
    return Recommendation(
        priority=advice.priority,
        category=advice.category,
        action=action,
        rationale=rationale,
        example=example,
    )


def _is_about(recommendation: Recommendation, match: SkillMatch) -> bool:
    """Whether it is about that requirement and not about several: those share a rationale that names none."""
    return mentions(recommendation.rationale, match.skill)


def _alike(one: str, other: str) -> bool:
    left, right = (set(re.findall(r"\w{3,}", text.casefold())) for text in (one, other))
    return len(left & right) >= 0.7 * max(1, min(len(left), len(right)))


def _distinct(texts: Sequence[str]) -> list[str]:
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(" ".join(text.casefold().split()), text)
    return list(kept.values())


def _numbers(*values: float | None) -> list[float]:
    return [form for value in values if value is not None for form in (value, round(value))]


def _remarks(answer: Answer, quotes: _Quotes) -> Iterator[str]:
    if any(not 0 <= score <= 100 for score in (answer.semantic, answer.soft_skills.score)):
        yield "The model gave a score outside 0–100; it was brought within the bounds."
    if quotes.given >= 4 and quotes.dropped > quotes.given / 2:
        yield f"{quotes.dropped} of {quotes.given} quotes of the model are not in the CV and were dropped."
