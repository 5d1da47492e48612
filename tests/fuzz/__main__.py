"""``make fuzz``: schemathesis over the description, then mutated requests. Exit code 1 if anything was found."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from devstack.stack import Stack
from tests.conftest import QUICK
from tests.fuzz import described, mutated
from tests.support import Api

GROWTH_MB = 60
"""What the host may grow between a tenth of the requests and the end."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000, help="mutated requests (default 10,000)")
    parser.add_argument("--examples", type=int, default=90, help="schemathesis: most per operation and phase")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    env = {**QUICK, "DAILY_ANALYSES_PER_USER": "0"}
    with (
        tempfile.TemporaryDirectory() as folder,
        Stack(state_dir=Path(folder), free_ports=True, env=env) as stack,
    ):
        started = time.monotonic()
        by_description = described.run(stack.url, examples=given.examples, seed=given.seed)
        print(
            f"schemathesis: {by_description.requests} generated requests, {len(by_description.failures)} failures, "
            f"{time.monotonic() - started:.0f} s"
        )
        if by_description.failures:
            print(by_description.output)
        started = time.monotonic()
        outcome = mutated.run(stack, requests=given.requests, seed=given.seed)
        counts = ", ".join(f"{count} × {status}" for status, count in sorted(outcome.statuses.items()))
        print(
            f"mutated: {sum(outcome.statuses.values())} answers in {time.monotonic() - started:.0f} s: {counts}"
        )
        print("host's memory, MB:", ", ".join(f"{one:.0f}" for one in outcome.resident))
        for failure in outcome.failures[:50]:
            print("  ", failure)
        grown = outcome.resident[-1] - outcome.resident[0]
        healthy = Api(stack.url).get("/api/v1/health").status == 200
        print(f"after it: {'healthy' if healthy else 'NOT healthy'}, grown by {grown:.0f} MB")
    return int(bool(by_description.failures or outcome.failures) or not healthy or grown > GROWTH_MB)


if __name__ == "__main__":
    sys.exit(main())
