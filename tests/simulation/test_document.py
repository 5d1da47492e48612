"""docs/scale.md says what the simulation says."""

import re
import xml.etree.ElementTree as ET
from functools import cache

from simulation.figures import Result
from simulation.report import DOCUMENT, PLOTS, filled, plots, results, tables


@cache
def _found() -> list[Result]:
    return results()


def test_every_table_is_what_the_simulation_prints() -> None:
    text = DOCUMENT.read_text("utf-8")
    found = tables(_found())
    assert sorted(re.findall(r"<!-- simulated: ([\w-]+) -->", text)) == sorted(table.name for table in found)
    assert filled(text, found) == text, "run python -m simulation"


def test_every_plot_is_current_and_shown() -> None:
    drawn, text = plots(_found()), DOCUMENT.read_text("utf-8")
    assert {file.name for file in PLOTS.iterdir()} == set(drawn)
    for name, svg in drawn.items():
        assert (PLOTS / name).read_text("utf-8") == svg, f"{name}: run python -m simulation"
        assert f"](scale/{name})" in text


def test_every_plot_is_well_formed_and_has_a_title_and_a_dark_dress() -> None:
    for svg in plots(_found()).values():
        root = ET.fromstring(svg)
        assert root[0].tag.endswith("title")
        assert root[0].text
        assert "prefers-color-scheme:dark" in svg
        assert "nan" not in svg
