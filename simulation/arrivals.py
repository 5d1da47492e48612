"""When people submit: a Poisson process at a steady rate, along the day, or with a burst in it."""

import math
from collections.abc import Callable, Iterator
from random import Random

from simulation.parameters import Demand

MONTH_SECONDS = 30 * 86_400.0
EVENING_SECONDS = 20 * 3_600.0


def steady(rate: float, seconds: float, chance: Random) -> Iterator[float]:
    """Moments in seconds from 0, ``rate`` a second."""
    return _thinned(lambda _: rate, rate, 0.0, seconds, chance)


def evening(users: int, demand: Demand, seconds: float, chance: Random) -> Iterator[float]:
    """Moments in seconds from the start of the ``seconds`` around 20:00, with the burst in their middle."""
    start = EVENING_SECONDS - seconds / 2
    burst = (EVENING_SECONDS - demand.burst_seconds / 2, EVENING_SECONDS + demand.burst_seconds / 2)

    def rate(now: float) -> float:
        usual = daily_rate(users, demand, now)
        return usual * demand.burst_factor if burst[0] <= now < burst[1] else usual

    most = daily_rate(users, demand, EVENING_SECONDS) * demand.burst_factor
    return (now - start for now in _thinned(rate, most, start, seconds, chance))


def daily_rate(users: int, demand: Demand, second_of_day: float) -> float:
    """Submits a second at that time of day."""
    mean = users * demand.analyses_per_user_month / MONTH_SECONDS
    turn = 2 * math.pi * (second_of_day - EVENING_SECONDS) / 86_400
    return mean * (1 + demand.evening_swing * math.cos(turn))


def _thinned(
    rate: Callable[[float], float], most: float, start: float, seconds: float, chance: Random
) -> Iterator[float]:
    """Lewis and Shedler's method: candidates at the highest rate, each kept with the rate's share of it."""
    now = start
    while (now := now + chance.expovariate(most)) < start + seconds:
        if chance.random() * most < rate(now):
            yield now
