"""The second layer: one structured-output call to a model, and the hybrid result made of its answer."""

import asyncio
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from shared.matching.model_answer import InvalidAnswer, answer_schema, parse_answer
from shared.matching.model_bound import MODEL_BOUND_POINTS
from shared.matching.model_merge import Reply, merge
from shared.matching.prompt import PROMPT_VERSION, NoRoom, Prompt, build_prompt
from shared.matching.result import MatchResult

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI
    from openai.types.chat import ChatCompletion, ChatCompletionMessageParam

__all__ = [
    "MODEL_BOUND_POINTS",
    "PROMPT_VERSION",
    "ModelError",
    "ModelRefused",
    "ModelUnavailable",
    "degrade",
    "refine",
]

MAX_OUTPUT_TOKENS = 6_000
"""For the answer, and for what a reasoning model thinks before it; doubled after an answer was cut off."""

_AGAIN = (
    "Your last answer was not one complete JSON object in the schema. Answer again with that object alone,"
    " and be brief: fewer and shorter quotes and sentences."
)
_FILTERED = frozenset(("content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"))
_MAX_MODEL_NAME = 100
_MOST_TOKENS = 10**9

type UnavailableCode = Literal["model_timeout", "model_rate_limited", "model_unavailable"]
type RefusedCode = Literal[
    "model_content_filter",
    "model_refused",
    "model_bad_request",
    "model_misconfigured",
    "model_invalid_output",
    "model_truncated",
]


@dataclass(slots=True)
class Usage:
    """Tokens of the answers that came; None where none was told."""

    input_tokens: int | None = None
    output_tokens: int | None = None

    def add(self, completion: "ChatCompletion") -> None:
        counts = [getattr(completion.usage, name, None) for name in ("prompt_tokens", "completion_tokens")]
        # The SDK hands on what the server sends, whatever it is.
        read, written = (
            count if type(count) is int and 0 <= count <= _MOST_TOKENS else None for count in counts
        )
        if read is not None:
            self.input_tokens = (self.input_tokens or 0) + read
        if written is not None:
            self.output_tokens = (self.output_tokens or 0) + written


class ModelError(Exception):
    """No answer of use. Says nothing of what the service answered or was sent.

    ``code`` is stable; ``warnings`` hold what was found in the texts before the call, and ``usage`` what the
    answers cost that were of no use, for the result that has to do without it.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.warnings: tuple[str, ...] = ()
        self.usage = Usage()


class ModelUnavailable(ModelError):
    """It may work later: time-out, no connection, rate limit, server error."""

    def __init__(self, code: UnavailableCode) -> None:
        super().__init__(code)


class ModelRefused(ModelError):
    """The same request will fail again: filtered, refused, wrongly configured, or never in the schema."""

    def __init__(self, code: RefusedCode) -> None:
        super().__init__(code)


async def refine(
    baseline: MatchResult,
    cv_text: str,
    job_text: str,
    *,
    client: "AsyncOpenAI",
    model: str,
    budget_seconds: float,
    max_input_tokens: int,
) -> MatchResult:
    """``baseline`` with the model's reading of both texts, its share of the score bounded by ``model_bound``.

    One call; transient failures are repeated by the client (``max_retries``), and an answer that is cut off
    or not in the schema is asked for once more. ``budget_seconds`` bounds it all. Raises ``ModelUnavailable``
    and ``ModelRefused``.
    """
    prompt: Prompt | None = None
    usage = Usage()
    try:
        async with asyncio.timeout(budget_seconds):
            prompt = await asyncio.to_thread(
                build_prompt,
                baseline,
                cv_text,
                job_text,
                max_input_tokens=max_input_tokens,
                schema_tokens=_schema_tokens(),
            )
            reply = await _ask(client, model, prompt, usage)
            return await asyncio.to_thread(merge, baseline, reply, prompt, cv_text, job_text)
    except NoRoom:
        raise ModelRefused("model_misconfigured") from None
    except TimeoutError:
        error: ModelError = ModelUnavailable("model_timeout")
    except ModelError as failure:
        error = failure
    error.warnings = tuple(prompt.warnings) if prompt else ()
    error.usage = usage
    raise error from None


def degrade(
    baseline: MatchResult, code: str, warnings: Iterable[str] = (), usage: Usage | None = None
) -> MatchResult:
    """The deterministic result alone, saying that a model was to read along and did not (``code``).

    ``warnings`` and ``usage``: those of the ``ModelError``, if there was one.
    """
    usage = usage or Usage()
    sentence = f"The language model gave no answer of use ({code}); this is the deterministic result alone."
    return replace(
        baseline,
        degraded=True,
        warnings=list(dict.fromkeys([*baseline.warnings, *warnings, sentence])),
        engine=replace(baseline.engine, input_tokens=usage.input_tokens, output_tokens=usage.output_tokens),
    )


async def _ask(client: "AsyncOpenAI", model: str, prompt: Prompt, usage: Usage) -> Reply:
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": prompt.system},
        {"role": "user", "content": prompt.user},
    ]
    start = time.perf_counter()
    room = MAX_OUTPUT_TOKENS
    code: RefusedCode = "model_invalid_output"
    for _ in range(2):
        completion = await _complete(client, model, messages, room)
        usage.add(completion)
        content, cut_off = _content(completion)
        if cut_off:
            code, room = "model_truncated", 2 * MAX_OUTPUT_TOKENS
        else:
            try:
                answer = await asyncio.to_thread(parse_answer, content)
            except InvalidAnswer:
                code = "model_invalid_output"
            else:
                seconds = time.perf_counter() - start
                told = completion.model if isinstance(completion.model, str) else ""
                told = "".join(filter(str.isprintable, told))
                name = (told or model)[:_MAX_MODEL_NAME].encode(errors="replace").decode()
                return Reply(answer, name, usage.input_tokens, usage.output_tokens, seconds)
        messages = [*messages[:2], {"role": "user", "content": _AGAIN}]
    raise ModelRefused(code)


async def _complete(
    client: "AsyncOpenAI", model: str, messages: "list[ChatCompletionMessageParam]", max_output_tokens: int
) -> "ChatCompletion":
    import openai
    from openai.types.chat import ChatCompletion
    from openai.types.chat.chat_completion import Choice

    try:
        completion = await client.chat.completions.create(
            model=model,
            messages=messages,
            max_completion_tokens=max_output_tokens,
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "cv_match", "strict": True, "schema": answer_schema()},
            },
        )
    except openai.APITimeoutError:
        raise ModelUnavailable("model_timeout") from None
    except openai.APIStatusError as error:
        raise _status_error(error) from None
    except (openai.OpenAIError, ValueError, RecursionError):
        # No connection, no credential at the moment, or a body that is not JSON: something is in between.
        raise ModelUnavailable("model_unavailable") from None
    choices: Any = completion.choices if isinstance(completion, ChatCompletion) else None
    if not (isinstance(choices, list) and choices and isinstance(choices[0], Choice)):
        raise ModelUnavailable("model_unavailable")
    return completion


def _status_error(error: "APIStatusError") -> ModelError:
    if error.status_code == 429:
        return ModelUnavailable("model_rate_limited")
    if error.status_code in (408, 409) or error.status_code >= 500:
        return ModelUnavailable("model_unavailable")
    if error.status_code in (401, 403, 404):
        return ModelRefused("model_misconfigured")
    return ModelRefused("model_content_filter" if _is_filtered(error) else "model_bad_request")


def _is_filtered(error: "APIStatusError") -> bool:
    """Azure's body: ``code: content_filter`` with ``innererror.code: ResponsibleAIPolicyViolation``."""
    body = error.body if isinstance(error.body, dict) else {}
    inner = body.get("innererror")
    codes = {str(error.code), str(inner.get("code")) if isinstance(inner, dict) else ""}
    return not _FILTERED.isdisjoint(codes)


def _content(completion: "ChatCompletion") -> tuple[str, bool]:
    """The answer's text, and whether it was cut off. Raises ``ModelRefused`` where the model would not."""
    choice = completion.choices[0]
    message: Any = choice.message
    if choice.finish_reason == "content_filter":
        raise ModelRefused("model_content_filter")
    if getattr(message, "refusal", None):
        raise ModelRefused("model_refused")
    content = getattr(message, "content", None)
    return content if isinstance(content, str) else "", choice.finish_reason == "length"


@cache
def _schema_tokens() -> int:
    """Four characters a token, which is high for JSON of this kind (measured: 424 tokens by o200k_base)."""
    return len(json.dumps(answer_schema(), separators=(",", ":"))) // 4
