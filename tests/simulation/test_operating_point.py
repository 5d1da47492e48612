"""The simulation against a run that is measured here and now, on a stack of its own."""

import asyncio
from pathlib import Path

import pytest

from simulation.compare import Figures, measured_figures, simulated_figures
from simulation.measure import Measured, Point, connected, measured_stack, model_process, run_point

WITHIN = 0.2


@pytest.mark.stack
def test_the_simulation_agrees_with_a_measured_run(tmp_path: Path) -> None:
    point = Point()
    with (
        model_process(point.model_seconds) as model_url,
        measured_stack(tmp_path, model_url, point) as stack,
    ):

        async def measure() -> Measured:
            async with connected(stack) as client:
                return await run_point(client, point)

        measured = asyncio.run(measure())
    assert measured.run_seconds
    assert len(measured.completed_at) == len(point.moments())
    seen, simulated = measured_figures(measured), simulated_figures(point, measured)
    print(f"measured {seen}, simulated {simulated}")
    # Twice the time of a run at least: otherwise nothing of the queue was put to the test.
    assert seen.median > 2 * point.model_seconds
    assert simulated.off(seen) < WITHIN, (seen, simulated)


def test_a_difference_counts_relative_to_what_it_is_compared_with() -> None:
    assert Figures(2.0, 10.0, 9.0).off(Figures(2.0, 8.0, 9.0)) == pytest.approx(0.25)
