"""The rate limit of a model deployment, as "Manage Azure OpenAI Service quota" describes it.

Every request is counted with the tokens that it may take at most. The counter is reset each minute, and what
comes when the limit is reached is refused until then. Requests are counted over a shorter period.
"""

import math
from dataclasses import dataclass

from simulation.parameters import Model


@dataclass(slots=True)
class _Window:
    """What was admitted in the current period of ``seconds``."""

    seconds: float
    limit: float
    used: float = 0.0
    number: int = -1

    def wait(self, now: float) -> float:
        """Seconds until the period ends if its limit is reached, else 0."""
        number = math.floor(now / self.seconds)
        if number != self.number:
            self.number, self.used = number, 0.0
        return (number + 1) * self.seconds - now if self.used >= self.limit else 0.0


class Quota:
    def __init__(self, model: Model) -> None:
        self._cost = model.prompt_tokens + model.reserved_tokens
        self._tokens = _Window(model.token_window_seconds, model.tokens_per_minute)
        per_window = model.requests_per_minute * model.request_window_seconds / 60
        self._requests = _Window(model.request_window_seconds, per_window)

    def admit(self, now: float) -> int:
        """0: the request is answered. Otherwise a 429, and its Retry-After in whole seconds."""
        wait = max(self._tokens.wait(now), self._requests.wait(now))
        if wait:
            return max(1, math.ceil(wait))
        self._tokens.used += self._cost
        self._requests.used += 1
        return 0
