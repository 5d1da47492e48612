"""The simulation of an operating point that was measured, with what its runs took."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from random import Random
from statistics import mean, median

from simulation.app import simulate
from simulation.measure import Measured, Point
from simulation.parameters import UNLIMITED, Parameters

SEEDS = range(5)
"""Polling is by chance: the median of a few simulated runs is compared."""


@dataclass(frozen=True, slots=True)
class Figures:
    """``throughput`` in analyses a second, the rest in seconds from a submit to its completed analysis."""

    throughput: float
    mean: float
    median: float

    def off(self, other: "Figures") -> float:
        """The largest relative difference of the three."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return max(float(abs(own - its) / its) for own, its in pairs)


def measured_figures(measured: Measured) -> Figures:
    return _figures(measured.submitted_at, measured.completed_at, measured.end_to_end)


def simulated_figures(point: Point, measured: Measured) -> Figures:
    """One instance, as the local stack has, given the same submits and what a run takes on this machine."""
    parameters = _local(point, measured)
    submitted = sorted(measured.submitted_at)
    runs = [
        simulate(parameters, submitted, Random(seed), warm_instances=1)  # noqa: S311
        for seed in SEEDS
    ]
    found = [_figures(submitted, run.finished_at, run.end_to_end) for run in runs]
    return Figures(*(median(values) for values in zip(*map(astuple, found), strict=True)))


def _figures(submitted: Sequence[float], completed: Sequence[float], end_to_end: Sequence[float]) -> Figures:
    rate = len(completed) / (max(completed) - min(submitted))
    return Figures(rate, mean(end_to_end), median(end_to_end))


def _local(point: Point, measured: Measured) -> Parameters:
    usual = Parameters()
    return replace(
        usual,
        queue=replace(
            usual.queue, batch_size=point.batch_size, new_batch_threshold=point.new_batch_threshold
        ),
        scaling=replace(usual.scaling, maximum_instances=1),
        work=replace(
            usual.work,
            submit_cpu_seconds=0.0,
            submit_other_seconds=mean(measured.submit_seconds),
            run_cpu_seconds=0.0,  # within what the runs took
            run_other_seconds=max(0.0, mean(measured.run_seconds) - point.model_seconds),
        ),
        model=replace(
            usual.model,
            median_seconds=point.model_seconds,
            sigma=0.0,
            tokens_per_minute=UNLIMITED,
            requests_per_minute=UNLIMITED,
        ),
        cosmos=replace(usual.cosmos, ru_per_second=UNLIMITED),
    )
