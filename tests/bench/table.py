"""The output: one line for each comparison, times in milliseconds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """``ours`` and ``baseline`` in seconds."""

    what: str
    ours: float
    against: str
    baseline: float

    @property
    def ratio(self) -> float:
        return self.ours / self.baseline


def print_table(rows: list[Row]) -> None:
    cells = [("measured", "ms", "against", "ms", "ratio")]
    cells += [
        (row.what, f"{row.ours * 1000:.1f}", row.against, f"{row.baseline * 1000:.1f}", f"{row.ratio:.2f}")
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    for what, ours, against, baseline, ratio in cells:
        print(
            f"{what:{widths[0]}}  {ours:>{widths[1]}}  {against:{widths[2]}}  {baseline:>{widths[3]}}"
            f"  {ratio:>{widths[4]}}"
        )
