"""What is required and what only wished for, in the ways in which postings say it, for names of many kinds."""

import pytest

from shared.matching import read_posting

REQUIRED = """
{x} required
Must have {x}
[Essential] {x}
{x} is a must
You will need {x}
Proven {x} experience
{x} *required*
{x} a must
Non-negotiable: {x}
You know your way around {x}
{x}: 3 years (Required)
Essential criteria – {x}
"""
PREFERRED = """
{x} preferred
[Desirable] {x}
(Optional) {x}
Asset: {x}
{x} not required but a plus
{x} an advantage
{x} considered an asset
Bonus points for {x}
Extra credit for {x}
{x} would set you apart
{x} is not essential but useful
{x} highly regarded
{x}: 3 years (Preferred)
"""
NAMES = (
    "Python",
    "Salesforce",
    "Phlebotomy",
    "QuickBooks",
    "Excel",
    "PRINCE2",
    "German",
    "Safeguarding",
    "Carpentry",
)
AROUND = (
    "Officer\n\nAbout the job\n- Help the team every day with its reports\n- {l}\n- Be kind to everyone\n\n"
    "Benefits\n- Pension\n",
    "Officer\n\nRequirements:\n• Reporting\n• {l}\n• Teamwork\n",
)


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    ("line", "required"),
    [
        *((line, True) for line in REQUIRED.strip().split("\n")),
        *((line, False) for line in PREFERRED.strip().split("\n")),
    ],
)
def test_a_line_says_whether_it_is_required(line: str, required: bool, around: str) -> None:
    for name in NAMES:
        asked = read_posting(around.format(l=line.format(x=name))).skills
        found = [one.required for one in asked if one.name.lower().startswith(name.lower()[:5])]
        assert found, name
        assert set(found) == {required}, name


@pytest.mark.parametrize(
    "line",
    [
        "You excel at telling stories",
        "Excel in your career with us",
        "Excel at customer service",
        "We excel in what we do",
    ],
)
def test_to_excel_is_no_spreadsheet(line: str) -> None:
    asked = read_posting(f"Officer\n\nAbout the job\n- Help the team with reports\n- {line}\n")
    assert "Excel" not in {one.name for one in asked.skills}
