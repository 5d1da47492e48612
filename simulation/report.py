"""The simulation's figures in the document: tables between marks, and plots beside it."""

import dataclasses
import re
from pathlib import Path

from simulation import calibration
from simulation.experiments import EXPERIMENTS
from simulation.figures import Result, Table
from simulation.parameters import documented
from simulation.svg import draw

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs/scale.md"
PLOTS = ROOT / "docs/scale"


def results() -> list[Result]:
    """Every experiment, in the document's order; about 15 CPU seconds."""
    return [experiment() for experiment in EXPERIMENTS.values()]


def tables(found: list[Result]) -> list[Table]:
    return [_parameters(), _calibration(), *(table for result in found for table in result.tables)]


def plots(found: list[Result]) -> dict[str, str]:
    """File names and texts."""
    return {f"{plot.name}.svg": draw(plot) for result in found for plot in result.plots}


def filled(document: str, found: list[Table]) -> str:
    """The document with every table in its place. Raises KeyError for a mark without a table."""
    by_name = {table.name: table for table in found}

    def fill(mark: re.Match[str]) -> str:
        return f"{mark[1]}\n{by_name[mark[2]].markdown()}\n{mark[3]}"

    return re.sub(r"(<!-- simulated: ([\w-]+) -->)\n.*?(<!-- end -->)", fill, document, flags=re.DOTALL)


def write() -> None:
    found = results()
    for name, text in plots(found).items():
        (PLOTS / name).write_text(text, encoding="utf-8")
    shown = tables(found)
    DOCUMENT.write_text(filled(DOCUMENT.read_text("utf-8"), shown), encoding="utf-8")
    print("\n\n".join(f"{table.name}\n{table.markdown()}" for table in shown))


def _parameters() -> Table:
    rows = [
        [group, f"`{name}`", f"{value:,}" if value == int(value) else str(value), unit, source]
        for group, name, value, unit, source in documented()
    ]
    return Table("parameters", ["", "parameter", "value", "unit", "source"], rows)


def _calibration() -> Table:
    measured = dataclasses.asdict(calibration.load())
    rows = [[name.replace("_", " "), str(value)] for name, value in measured.items()]
    return Table("calibration", ["measured on the local stack", ""], rows)
