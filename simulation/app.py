"""The app in events: requests in, messages through the queue, runs with the model, and what came of them."""

import math
from collections.abc import Iterable
from random import Random
from typing import Any

import simpy

from simulation.instances import HttpGroup, Message, QueueGroup, QueueInstance, Steps
from simulation.outcome import Outcome
from simulation.parameters import Parameters
from simulation.quota import Quota
from simulation.store import Store

DRAIN_SECONDS = 3_600.0
"""How long what was submitted may take to end; what has not ended then is not in the outcome's times."""


def simulate(
    parameters: Parameters,
    arrivals: Iterable[float],
    chance: Random,
    *,
    warm_instances: int = 0,
    with_model: bool = True,
    reads: bool = False,
) -> Outcome:
    """What comes of submits at these moments (ascending, in seconds), each by another user.

    ``warm_instances``: of the queue function, always there. ``reads``: with requests that look at results.
    """
    env = simpy.Environment()
    app = _App(env, parameters, chance, warm_instances, with_model=with_model)
    arrived = env.process(app.arrive(arrivals, reads=reads))
    env.run(arrived)
    deadline = env.now + DRAIN_SECONDS
    while app.open and env.now < deadline:
        env.run(min(env.now + 1.0, deadline))
    app.outcome.ru = app.store.charged
    return app.outcome


class _App:
    def __init__(
        self, env: simpy.Environment, parameters: Parameters, chance: Random, warm: int, *, with_model: bool
    ) -> None:
        self._env, self._parameters, self._chance, self._with_model = env, parameters, chance, with_model
        self.outcome = Outcome()
        self.open = 0
        self.store = Store(parameters.cosmos)
        self._quota = Quota(parameters.model)
        self._http = HttpGroup(env, parameters, self.outcome)
        self._queue = QueueGroup(env, parameters, self._run, self.outcome, chance, warm=warm)

    def arrive(self, arrivals: Iterable[float], *, reads: bool) -> Steps:
        for moment in arrivals:
            yield self._env.timeout(max(0.0, moment - self._env.now))
            self._env.process(self._submit(self._chance.randrange(1 << 30)))
            if reads:
                for delay in self._looks():
                    self._env.process(self._read(delay, self._chance.randrange(1 << 30)))

    def _looks(self) -> list[float]:
        """When the result is looked at: most while it is waited for, the rest within the next minutes."""
        count = self._parameters.demand.reads_per_analysis
        soon = count * 3 // 4
        waited = [1.0 + 1.5 * number for number in range(soon)]
        return waited + [self._chance.uniform(20, 300) for _ in range(count - soon)]

    def _submit(self, partition: int) -> Steps:
        self.outcome.submitted += 1
        self.open += 1
        requested = self._env.now
        work, cosmos = self._parameters.work, self._parameters.cosmos
        accepted = yield self._env.process(
            self._request(work.submit_cpu_seconds, work.submit_other_seconds, cosmos.submit_ru, partition)
        )
        if accepted:
            self._queue.waiting.append(Message(requested, self._env.now, partition))
        else:
            self.open -= 1

    def _read(self, delay: float, partition: int) -> Steps:
        yield self._env.timeout(delay)
        work, cosmos = self._parameters.work, self._parameters.cosmos
        yield self._env.process(
            self._request(work.read_cpu_seconds, work.read_other_seconds, cosmos.read_ru, partition)
        )

    def _request(self, cpu: float, other: float, ru: float, partition: int) -> Any:
        """One HTTP request; returns False if it was answered 503."""
        started = self._env.now
        instance = self._http.least_loaded()
        with instance.slots.request() as slot:
            yield slot
            with instance.cpu.request() as turn:
                yield turn
                yield self._env.timeout(cpu)
            served = yield from self._charge(partition, ru)
            if served:
                yield self._env.timeout(other)
                self.outcome.requests.append(self._env.now - started)
            else:
                self.outcome.refused += 1
        return served

    def _charge(self, partition: int, ru: float) -> Any:
        """Waits for the store's turn; returns False if that would take too long."""
        wait = self.store.ask(self._env.now, partition, ru)
        if wait is None:
            yield self._env.timeout(self._parameters.cosmos.patience_seconds)
            return False
        if wait:
            yield self._env.timeout(wait)
        return True

    def _run(self, message: Message, instance: QueueInstance) -> Steps:
        """One delivery of a message."""
        message.deliveries += 1
        if message.deliveries == 1:
            self.outcome.first_waits.append(self._env.now - message.enqueued)
        last = message.deliveries >= self._parameters.queue.max_dequeue_count
        stored = yield from self._charge(message.partition, self._parameters.cosmos.run_start_ru)
        answered = False
        if stored:
            with instance.cpu.request() as turn:
                yield turn
                yield self._env.timeout(self._parameters.work.run_cpu_seconds)
            yield self._env.timeout(self._parameters.work.run_other_seconds)
            answered = yield from self._ask_model()
            if answered or last:
                stored = yield from self._charge(message.partition, self._parameters.cosmos.run_end_ru)
        instance.done()
        if stored and (answered or last):
            self._complete(message, degraded=not answered)
        elif last:
            self.outcome.poisoned += 1
            self.open -= 1
        else:
            yield self._env.timeout(self._parameters.queue.visibility_seconds)
            self._queue.waiting.append(message)

    def _complete(self, message: Message, *, degraded: bool) -> None:
        self.open -= 1
        self.outcome.completed += 1
        self.outcome.degraded += degraded
        self.outcome.end_to_end.append(self._env.now - message.requested)
        self.outcome.finished_at.append(self._env.now)

    def _ask_model(self) -> Any:
        """One call with the client's repetitions; returns False if the run has to do without an answer."""
        model = self._parameters.model
        if not self._with_model:
            return True
        for attempt in range(model.max_retries + 1):
            wait = self._quota.admit(self._env.now)
            if not wait:
                seconds = self._chance.lognormvariate(math.log(model.median_seconds), model.sigma)
                yield self._env.timeout(min(seconds, model.timeout_seconds))
                if seconds <= model.timeout_seconds:
                    return True
                continue
            self.outcome.rate_limited += 1
            if wait > model.max_wait_seconds or attempt == model.max_retries:
                return False
            yield self._env.timeout(wait)
        return False
