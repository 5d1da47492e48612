"""``python -m tests.bench`` (``make bench``): what the app adds to the libraries under it.

Ratios of things measured in turn in one run, because absolute times say more about the machine than about
the app.
"""

import sys

from tests.bench import cold_package, import_time, load, matching, point_read
from tests.bench.table import Row, print_table


def main() -> int:
    rows: list[Row] = []
    for title, measure in (
        ("Start of a worker: import and indexing", import_time.measure),
        ("Start of the deployed package", cold_package.measure),
        ("Matching a CV with a posting", matching.measure),
        ("Reading one analysis", point_read.measure),
        ("A hundred clients", load.measure),
    ):
        print(f"{title} ...", file=sys.stderr, flush=True)
        rows += measure()
    print_table(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
