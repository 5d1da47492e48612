"""Instances, and the two ways in which Flex Consumption adds them: by queue length, by requests in flight."""

import math
from collections import deque
from collections.abc import Callable, Generator
from random import Random
from typing import Any

import simpy

from simulation.outcome import Outcome
from simulation.parameters import Parameters, Queue

type Steps = Generator[simpy.Event, Any]


class Message:
    """An analysis on its way: when its request began and was enqueued, and how often it was delivered."""

    __slots__ = ("deliveries", "enqueued", "partition", "requested")

    def __init__(self, requested: float, enqueued: float, partition: int) -> None:
        self.requested, self.enqueued, self.partition = requested, enqueued, partition
        self.deliveries = 0


class QueueInstance:
    """Polls, takes a batch, and takes the next one when few enough are in hand."""

    def __init__(
        self,
        env: simpy.Environment,
        parameters: Parameters,
        waiting: deque[Message],
        run: "Callable[[Message, QueueInstance], Steps]",
        chance: Random,
        *,
        cold: bool,
    ) -> None:
        self._env, self._queue, self._waiting = env, parameters.queue, waiting
        self._run, self._chance = run, chance
        self.cpu = simpy.Resource(env, parameters.scaling.cores)
        self.in_hand = 0
        self.retired = False
        self._room = env.event()
        env.process(self._poll(parameters.scaling.start_seconds if cold else chance.random()))

    def done(self) -> None:
        """A message was settled."""
        self.in_hand -= 1
        if self.in_hand <= self._queue.new_batch_threshold and not self._room.triggered:
            self._room.succeed()

    def _poll(self, start: float) -> Steps:
        yield self._env.timeout(start)
        empty = 0
        while not self.retired:
            if self._waiting:
                empty = 0
                for _ in range(min(self._queue.batch_size, len(self._waiting))):
                    self.in_hand += 1
                    self._env.process(self._run(self._waiting.popleft(), self))
                if self.in_hand > self._queue.new_batch_threshold:
                    self._room = self._env.event()
                    yield self._room
            else:
                yield self._env.timeout(pause(self._queue, empty, self._chance))
                empty += 1


def pause(queue: Queue, empty: int, chance: Random) -> float:
    """Seconds to the next look after ``empty`` looks in vain: exponential, a fifth either way by chance."""
    growth = 2.0 ** min(empty - 1, 20) * chance.uniform(0.8, 1.2) if empty else 0.0
    return min(queue.first_poll_seconds * (1 + growth), queue.max_poll_seconds)


class QueueGroup:
    """The instances of the queue function: length of the queue by batch size, a few more each time."""

    def __init__(
        self,
        env: simpy.Environment,
        parameters: Parameters,
        run: Callable[[Message, QueueInstance], Steps],
        outcome: Outcome,
        chance: Random,
        *,
        warm: int,
    ) -> None:
        self._env, self._parameters, self._outcome = env, parameters, outcome
        self._run, self._chance = run, chance
        self.waiting: deque[Message] = deque()
        self._fewest = warm
        self._instances = [self._new(cold=False) for _ in range(warm)]
        self._outcome.most_queue_instances = warm
        env.process(self._decide())

    def _new(self, *, cold: bool) -> QueueInstance:
        return QueueInstance(self._env, self._parameters, self.waiting, self._run, self._chance, cold=cold)

    def _decide(self) -> Steps:
        scaling = self._parameters.scaling
        while True:
            # The length that the queue reports counts what is in flight too.
            length = len(self.waiting) + sum(instance.in_hand for instance in self._instances)
            wanted = math.ceil(length / self._parameters.queue.batch_size)
            desired = max(self._fewest, min(wanted, scaling.maximum_instances))
            if desired > len(self._instances):
                more = min(scaling.queue_step, desired - len(self._instances))
                self._instances += [self._new(cold=True) for _ in range(more)]
            else:
                self._retire(len(self._instances) - desired)
            self._outcome.most_queue_instances = max(self._outcome.most_queue_instances, len(self._instances))
            yield self._env.timeout(scaling.queue_interval_seconds if self._instances else 1.0)

    def _retire(self, spare: int) -> None:
        """Idle instances go, those that work stay."""
        idle = [instance for instance in self._instances if not instance.in_hand][:spare]
        for instance in idle:
            instance.retired = True
            self._instances.remove(instance)


class HttpInstance:
    def __init__(self, env: simpy.Environment, parameters: Parameters) -> None:
        self.slots = simpy.Resource(env, parameters.scaling.http_concurrency)
        self.cpu = simpy.Resource(env, parameters.scaling.cores)

    @property
    def load(self) -> int:
        return self.slots.count + len(self.slots.queue)


class HttpGroup:
    """The instances of all HTTP functions: requests in flight by concurrency, one more each time."""

    def __init__(self, env: simpy.Environment, parameters: Parameters, outcome: Outcome) -> None:
        self._env, self._parameters, self._outcome = env, parameters, outcome
        ready = max(1, min(parameters.scaling.http_always_ready, parameters.scaling.maximum_instances))
        self._instances = [HttpInstance(env, parameters) for _ in range(ready)]
        env.process(self._decide())

    def least_loaded(self) -> HttpInstance:
        return min(self._instances, key=lambda instance: instance.load)

    def _decide(self) -> Steps:
        scaling = self._parameters.scaling
        while True:
            self._outcome.most_http_instances = max(self._outcome.most_http_instances, len(self._instances))
            load = sum(instance.load for instance in self._instances)
            desired = min(math.ceil(load / scaling.http_concurrency), scaling.maximum_instances)
            if desired > len(self._instances):
                self._env.process(self._add())
            yield self._env.timeout(scaling.http_interval_seconds)

    def _add(self) -> Steps:
        yield self._env.timeout(self._parameters.scaling.start_seconds)
        if len(self._instances) < self._parameters.scaling.maximum_instances:
            self._instances.append(HttpInstance(self._env, self._parameters))
