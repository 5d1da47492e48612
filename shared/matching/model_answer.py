"""The form of a model's answer: one declaration for the schema sent and for the check of what comes back."""

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, FiniteFloat, ValidationError
from pydantic.types import Strict

from shared.matching.result import Priority, Verdict, to_camel

type Category = Literal["skills", "experience", "education", "wording", "structure"]
_Index = Annotated[int, Strict()]
_Text = Annotated[str, Strict()]

MAX_ANSWER = 200_000
"""Characters of an answer that are read at all."""


class InvalidAnswer(Exception):
    """Not JSON, or not in the form of the schema."""


class _Part(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel, extra="ignore", frozen=True, hide_input_in_errors=True
    )


class RequirementAnswer(_Part):
    index: _Index
    verdict: Verdict
    quotes: list[_Text]


class SoftSkill(_Part):
    skill: _Text
    quote: _Text


class SoftSkills(_Part):
    score: Annotated[FiniteFloat, Strict()]
    evidence: list[SoftSkill]


class Strength(_Part):
    text: _Text
    quote: _Text


class Gap(_Part):
    requirement: _Index
    text: _Text


class Transferable(_Part):
    requirement: _Index
    quote: _Text
    why: _Text


class Advice(_Part):
    priority: Priority
    category: Category
    action: _Text
    rationale: _Text
    requirement: _Index
    example: _Text


class Answer(_Part):
    requirements: list[RequirementAnswer]
    semantic: Annotated[FiniteFloat, Strict()]
    soft_skills: SoftSkills
    strengths: list[Strength]
    gaps: list[Gap]
    transferable: list[Transferable]
    recommendations: list[Advice]


def parse_answer(content: str) -> Answer:
    """Raises ``InvalidAnswer``, which quotes nothing. NaN, infinity and numbers as text are invalid."""
    text = content.rpartition("</think>")[2]
    # Servers without structured output fence it, or say something before and behind it.
    text = text[max(0, text.find("{")) : text.rfind("}") + 1]
    if len(text) > MAX_ANSWER:
        raise InvalidAnswer
    try:
        return Answer.model_validate_json(text)
    except (ValidationError, ValueError, RecursionError):
        raise InvalidAnswer from None


@cache
def answer_schema() -> dict[str, Any]:
    """The JSON schema in the subset of strict structured output: every property required, none beside.

    No bounds and no lengths, which that subset lacks on some services: they are enforced when merging.
    """
    schema = Answer.model_json_schema(by_alias=True)
    plain: dict[str, Any] = _strict(schema, schema.pop("$defs"))
    return plain


def _strict(node: Any, definitions: dict[str, Any]) -> Any:
    """``node`` with references put in place and objects closed."""
    if isinstance(node, list):
        return [_strict(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _strict(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
    plain: dict[str, Any] = {}
    for key, value in node.items():
        if key == "properties":
            plain[key] = {name: _strict(property_, definitions) for name, property_ in value.items()}
        elif key not in ("title", "description", "additionalProperties"):
            plain[key] = _strict(value, definitions)
    if plain.get("type") == "object":
        plain["additionalProperties"] = False
        plain["required"] = list(plain["properties"])
    return plain
