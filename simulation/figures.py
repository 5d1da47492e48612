"""What an experiment hands over: a table for the document, and a plot."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    header: list[str]
    rows: list[list[str]]

    def markdown(self) -> str:
        lines = [self.header, ["---"] * len(self.header), *self.rows]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    points: list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Plot:
    """``knees`` are values of x that are marked, each with what happens there."""

    name: str
    title: str
    x_label: str
    y_label: str
    lines: list[Line]
    knees: list[tuple[float, str]]
    log_x: bool = False
    most_y: float | None = None
    """Where the y axis ends; what is higher is cut off."""


@dataclass(frozen=True, slots=True)
class Result:
    tables: list[Table]
    plots: list[Plot] = field(default_factory=list)


def number(value: float) -> str:
    """Three significant digits, thousands with commas."""
    if value == 0:
        return "0"
    if abs(value) >= 1_000:
        digits = len(str(int(abs(value))))
        return f"{round(value, 3 - digits):,.0f}"
    return f"{value:.3g}"


def percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share == 0 or share >= 0.095 else f"{100 * share:.1f} %"
