"""What a model is sent: the instructions of a version, then both texts as delimited data.

The instructions are a file of ``prompts/``; its name is the prompt version that a result carries. The texts
are sent without attempts to steer the model (``injection``), without personal data (``privacy``) and, where
they are too long, without their least relevant lines. Each stands between lines with a code made from all of
what is sent, so that no text can hold it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shared.matching import injection
from shared.matching.job_boards import own_part
from shared.matching.latex import NOTHING, printed
from shared.matching.posting_mail import unquoted
from shared.matching.posting_markup import readable
from shared.matching.privacy import redact, redact_contacts
from shared.matching.prompt_trim import Trimmed, estimate_tokens, terms, trim
from shared.matching.result import MatchResult, SkillMatch

PROMPT_VERSION = "v1"

MAX_REQUIREMENTS = 60
"""Requirements that are put to the model; required ones first."""

MIN_TEXT_TOKENS = 500
"""Below this there is no room for a CV and a posting."""

_NAME = 120
"""Characters of a requirement's name."""
_FRAME_TOKENS = 120
_POSTING_SHARE = 0.4
"""Of the room for both texts, what a long posting may take while the CV needs the rest."""


class NoRoom(Exception):
    """``max_input_tokens`` leaves less than ``MIN_TEXT_TOKENS`` for the texts."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The two messages, and what the answer is checked against."""

    system: str
    user: str
    code: str
    """The block code: it must not appear in a result."""
    asked: tuple[int, ...]
    """Indices of ``baseline.skill_matches`` that the model was asked about."""
    excluded: tuple[tuple[int, int], ...]
    """Spans of the original CV that are no evidence."""
    warnings: tuple[str, ...]


@cache
def instructions(version: str = PROMPT_VERSION) -> str:
    return (Path(__file__).parent / "prompts" / f"{version}.md").read_text(encoding="utf-8").strip()


def build_prompt(
    baseline: MatchResult, cv_text: str, job_text: str, *, max_input_tokens: int, schema_tokens: int
) -> Prompt:
    """Raises ``NoRoom``. Linear in the texts; tens of milliseconds for the largest that are accepted."""
    cv_attempts, job_attempts = injection.scan(cv_text), injection.scan(job_text)
    asked = _asked(baseline.skill_matches)
    names = [match.skill for match in baseline.skill_matches]
    wanted = terms(names)
    shown = printed(cv_text)
    read = injection.neutralise(shown, cv_attempts)
    cv = redact(read if shown is cv_text else read.replace(NOTHING, ""), keep=_words(names))
    plain = unquoted(readable(injection.neutralise(job_text, job_attempts)))
    job = redact_contacts(own_part(plain).text)
    requirements = _requirements(baseline, asked)

    overhead = estimate_tokens(instructions()) + estimate_tokens(requirements) + schema_tokens + _FRAME_TOKENS
    room = max_input_tokens - overhead
    if room < MIN_TEXT_TOKENS:
        raise NoRoom
    job_room = max(int(room * _POSTING_SHARE), room - estimate_tokens(cv))
    shown_job = trim(job, job_room, wanted, frozenset())
    shown_cv = trim(cv, room - estimate_tokens(shown_job.text), wanted, terms((job,)))

    code = _code(shown_cv.text, shown_job.text, requirements)
    blocks = (("POSTING", shown_job.text), ("CV", shown_cv.text), ("REQUIREMENTS", requirements))
    body = "\n\n".join(
        f"<<<BEGIN {name} {code}>>>\n{text.strip()}\n<<<END {name} {code}>>>" for name, text in blocks
    )
    warnings = (
        injection.warning("CV", cv_attempts),
        injection.warning("posting", job_attempts),
        _left_out("CV", shown_cv),
        _left_out("posting", shown_job),
        _not_asked(len(names) - len(asked)),
    )
    return Prompt(
        system=instructions(),
        user=f"Block code: {code}\n\n{body}",
        code=code,
        asked=asked,
        excluded=tuple(injection.spans(cv_attempts)),
        warnings=tuple(warning for warning in warnings if warning),
    )


def _asked(matches: Sequence[SkillMatch]) -> tuple[int, ...]:
    order = sorted(range(len(matches)), key=lambda index: (not matches[index].required, index))
    return tuple(sorted(order[:MAX_REQUIREMENTS]))


def _requirements(baseline: MatchResult, asked: tuple[int, ...]) -> str:
    lines = []
    for index in asked:
        match = baseline.skill_matches[index]
        kind = "required" if match.required else "preferred"
        lines.append(f"{index} | {kind} | {match.verdict} | {_one_line(match.skill)}")
    years, degree = baseline.experience_match, baseline.education_match
    lines.append(
        f"experience | asked: {_years(years.required_years)} | shown: {_years(years.candidate_years)}"
    )
    asked_degree, shown_degree = _one_line(degree.required or "none"), _one_line(degree.candidate or "none")
    lines.append(f"education | asked: {asked_degree} | shown: {shown_degree}")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    """A name that came out of one of the texts, as harmless as the text itself."""
    line = " ".join(text.split()).replace("|", "/")[:_NAME]
    return injection.neutralise(line, injection.scan(line))


def _years(value: float | None) -> str:
    return "unknown" if value is None else f"{value:g} years"


def _words(names: Sequence[str]) -> list[str]:
    return [word for name in names for word in name.split()]


def _code(*texts: str) -> str:
    """Sixteen hexadecimal digits that none of the texts holds, the same for the same texts."""
    everything = "\0".join(texts)
    code = hashlib.sha256(everything.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    while code in everything.casefold():
        code = hashlib.sha256(code.encode()).hexdigest()[:16]
    return code


def _left_out(where: str, shown: Trimmed) -> str | None:
    if not shown.left_out:
        return None
    return (
        f"The {where} is longer than the model may read: {shown.left_out} of {shown.total} lines, the least"
        " related to what is asked, were left out of its reading."
    )


def _not_asked(count: int) -> str | None:
    return f"{count} preferred requirements were not put to the model." if count > 0 else None
