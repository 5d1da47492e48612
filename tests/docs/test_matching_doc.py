"""``docs/matching.md`` says what the engine does: formula, constants, worked example, files and commands."""

import importlib.util
import math
import re

import pytest

from devstack.stack import ROOT
from shared.matching.families import family_table
from shared.matching.skills import skill_table
from shared.matching.weights import grade
from tests.docs.marks import DOCUMENT, section
from tests.docs.matching_example import sections

TEXT = DOCUMENT.read_text("utf-8")
EXAMPLE = section(TEXT, "the example")
_NUMBER = re.compile(r"(?<![\w.])[+−-]?\d+(?:\.\d+)?")


def numbers(text: str) -> list[float]:
    return [float(number.replace("−", "-")) for number in _NUMBER.findall(text)]


def result_of(label: str) -> float:
    """What the equation of the example that begins with ``label`` comes to."""
    line = re.search(rf"{re.escape(label)}(.*?)(?:;|$)", EXAMPLE, re.M)
    assert line, label
    return numbers(line[1].split("=")[-1])[0]


def table(heading: str) -> list[list[str]]:
    """Rows below the line of the document that begins with ``heading``, without the rule under it."""
    rows = []
    for line in TEXT[TEXT.index(heading) :].splitlines()[2:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


CONSTANTS = {name: float(value) for name, value in table("| constant | value ")}


@pytest.mark.parametrize("name", ["the formula", "the constants", "the example"])
def test_every_number_is_the_engines(name: str) -> None:
    written, made = section(TEXT, name).splitlines(), sections(TEXT)[name].splitlines()
    for ours, engines in zip(written, made, strict=False):
        assert numbers(ours) == numbers(engines), f"the document says {ours!r}, the engine {engines!r}"
    assert written == made, "python -m tests.docs.matching_example --write"


def test_the_credits_of_the_example_add_up() -> None:
    *rows, total = table("| requirement | kind ")
    for row in rows:
        assert float(row[4]) == pytest.approx(float(row[2]) * float(row[3]), abs=1e-4), row
    weight, brought = (sum(float(row[column]) for row in rows) for column in (2, 4))
    assert float(total[2]) == pytest.approx(weight)
    assert float(total[4]) == pytest.approx(brought, abs=1e-3)
    assert result_of("listed `l`") == pytest.approx(brought / weight, abs=2e-4)


def test_the_role_fit_of_the_example_adds_up() -> None:
    *rows, total = table("| part of the role fit ")
    for row in rows:
        constant = CONSTANTS[f"`rolefit.PARTS`, {row[0]}"]
        assert float(row[1]) <= constant if row[0] == "titles" else float(row[1]) == constant
        assert float(row[3]) == pytest.approx(float(row[1]) * float(row[2]), abs=1e-4), row
    mean = sum(float(row[3]) for row in rows) / float(total[1])
    assert result_of("mean `m`") == pytest.approx(mean, abs=2e-4)
    curve = math.exp(-CONSTANTS["`rolefit.SLOPE`"] * (mean - CONSTANTS["`rolefit.MIDDLE`"]))
    assert result_of("role fit `f`") == pytest.approx(1 / (1 + curve), abs=1e-3)


def test_the_scores_of_the_example_add_up() -> None:
    listed, fit, years = (result_of(label) for label in ("listed `l`", "role fit `f`", "years share `y`"))
    role, alone, share = (
        CONSTANTS[f"`scoring.{name}`"] for name in ("ROLE_SHARE", "LISTED_ALONE", "YEARS_SHARE")
    )
    skills = 100 * (role * fit + (1 - role) * listed * (alone + (1 - alone) * fit))
    assert result_of("- skills") == pytest.approx(skills, abs=0.06)
    assert result_of("- experience") == pytest.approx(100 * fit * (1 - share + share * years), abs=0.06)
    overall = result_of("- overall")
    assert overall == pytest.approx((2 * result_of("- skills") + result_of("- experience")) / 3, abs=0.06)
    assert f", {grade(overall)}" in EXAMPLE
    *_, after, gain = numbers(EXAMPLE.split("First recommendation")[1])
    assert gain == pytest.approx(after - overall, abs=0.06)


def test_the_grades_are_those_of_the_code() -> None:
    for word, least in table("| grade | from "):
        assert grade(float(least)) == word
        assert float(least) == 0 or grade(float(least) - 0.1) != word


def test_the_sizes_of_the_tables_are_right() -> None:
    skills = skill_table().skills
    least, fields = numbers(re.search(r"more than ([\d,]+ in \d+) fields", TEXT)[1].replace(",", ""))  # type: ignore[index]
    assert least < len(skills) < least + 1000
    assert fields == len({skill.field for skill in skills})
    assert {int(number) for number in re.findall(r"(\d+) (?:of them in the spirit|families\.)", TEXT)} == {
        len(family_table().families)
    }


def test_the_commands_and_files_that_the_document_names_exist() -> None:
    for module in re.findall(r"python -m ([\w.]+)", TEXT):
        assert importlib.util.find_spec(module), module
    for path in re.findall(r"`((?:shared|tests|docs|samples)/[\w./-]+)`", TEXT):
        assert (ROOT / path).exists(), path
    for link in re.findall(r"\]\(([\w./-]+)(?:#[\w-]*)?\)", TEXT):
        assert (DOCUMENT.parent / link).exists(), link


def test_a_link_within_the_document_has_its_heading() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (.+)$", TEXT, re.M)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", TEXT)) <= headings
