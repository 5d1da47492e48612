"""One posting in the layouts in which postings are pasted: the same is asked for in each."""

from collections.abc import Callable

import pytest

from shared.matching import read_posting

TITLE = "Data Engineer"
DUTIES = ["Build data pipelines in Airflow", "Maintain the REST APIs", "Mentor two junior engineers"]
REQUIRED = [
    "3+ years of experience in Python",
    "Bachelor's degree in Computer Science",
    "PostgreSQL and Docker",
    "Full driving licence",
]
PREFERRED = ["Kubernetes", "Fluent German"]
BENEFITS = ["Private health insurance", "Gym membership", "25 days of annual leave"]
PARTS = {
    "Responsibilities": DUTIES,
    "Requirements": REQUIRED,
    "Nice to have": PREFERRED,
    "Benefits": BENEFITS,
}


def parts(
    heading: str, item: str, join: str = "\n", gap: str = "\n\n", name: Callable[[str], str] = str
) -> str:
    return gap.join(
        heading.format(name(kind)) + join.join(map(item.format, items)) for kind, items in PARTS.items()
    )


HTML = f"<h1>{TITLE}</h1>" + parts("<h2>{}</h2><ul>", "<li>{}</li>", "", "</ul>")
LAYOUTS = {
    "dashes": f"{TITLE}\nHillbrook Ltd, Leeds\n\n" + parts("{}\n", "- {}"),
    "bullets": f"{TITLE}\n\n" + parts("{}:\n", "• {}"),
    "capitals": f"{TITLE.upper()}\n\n" + parts("{}\n", "- {}", name=str.upper),
    "plain": f"{TITLE}\n" + parts("{}\n", "{}", gap="\n"),
    "numbered": f"{TITLE}\n\n" + parts("{}\n", "1. {}"),
    "markdown": f"# {TITLE}\n\n" + parts("## {}\n\n", "* {}"),
    "bold": f"**{TITLE}**\n\n" + parts("**{}:**\n", "- {};"),
    "pictures": f"🚀 {TITLE}\n\n" + parts("👉 {}\n", "✅ {}"),
    "one line of bullets": f"{TITLE} " + parts("{} ", "• {}", " ", " "),
    "one line": f"{TITLE}. " + parts("{}: ", "{}", "; ", ". "),
    "commas": f"{TITLE}\n" + parts("{}: ", "{}", ", ", ".\n"),
    "html": HTML,
    "escaped html": HTML.replace("<", "&lt;").replace(">", "&gt;"),
    "breaks": f"<b>{TITLE}</b><br><br>" + parts("<b>{}</b><br>", "- {}<br>", "", "<br>"),
    "tabs": f"{TITLE}\n\n" + parts("{}\n", "\t•\t{}"),
    "letter o": f"{TITLE}\n\n" + parts("{}\n", "o {}"),
    "blank lines": f"{TITLE}\n\n" + parts("{}\n\n", "- {}", "\n\n"),
    "underlined": f"{TITLE}\n\n" + parts("{}\n------------\n", "- {}"),
    "marked": f"{TITLE}\nPerson specification\n"
    + "\n".join([*(f"{one} (E)" for one in REQUIRED), *(f"{one} (D)" for one in PREFERRED)])
    + "\nMain duties\n"
    + "\n".join(DUTIES),
    "prose": "We are hiring a Data Engineer. You will build data pipelines in Airflow, maintain the REST APIs and "
    "mentor two junior engineers. You have 3+ years of experience in Python, a bachelor's degree in computer "
    "science, know PostgreSQL and Docker and hold a full driving licence. Kubernetes and fluent German would be "
    "a plus. We offer private health insurance, gym membership and 25 days of annual leave.",
}
WANTED = {
    "Airflow": True, "Python": True, "PostgreSQL": True, "Docker": True, "Driving licence": True,
    "Kubernetes": False, "German": False,
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_is_asked_for_in_each_layout(layout: str) -> None:
    asked = read_posting(LAYOUTS[layout])
    found = {skill.name.removeprefix("Apache "): skill.required for skill in asked.skills}
    assert {name: found.get(name) for name in WANTED} == WANTED
    assert (asked.title or "").lower() == TITLE.lower()
    assert (asked.min_years, asked.education_level) == (3.0, 3)
    assert not any(word in name.lower() for name in found for word in ("insurance", "gym", "leave"))
