"""Which fields of the skill table speak of the same work: a word means in one what it means in the other."""

from collections.abc import Mapping

SYSTEMS = (
    "programming languages", "backend development", "frontend & web", "software engineering",
    "mobile & games", "testing & quality assurance", "devops & cloud", "databases", "data & analytics",
    "artificial intelligence", "networking & it support", "information security", "business applications",
)  # fmt: skip
"""The fields that are of software and what it runs on."""
KIN = (
    SYSTEMS,
    ("nursing", "medicine & clinical", "pharmacy", "dental", "care & social work", "emergency services"),
    ("nursing", "medicine & clinical", "animal care"),
    ("animal care", "agriculture & environment"),
    ("pharmacy", "science & laboratory", "chemical & process engineering"),
    ("construction", "carpentry & joinery", "plumbing, heating & cooling", "electrical trades",
     "civil engineering & architecture", "real estate & facilities"),
    ("manufacturing", "mechanical engineering", "welding & metalwork", "electrical & electronic engineering",
     "automotive", "plumbing, heating & cooling", "aviation", "maritime"),
    ("manufacturing", "logistics & warehouse", "driving & transport"),
    ("logistics & warehouse", "maritime"),
    ("cleaning", "hospitality & kitchen", "care & social work"),
    ("policing & security", "emergency services"),
    ("law", "public service & government"),
    ("finance & accounting", "banking & insurance"),
    ("sales", "retail", "customer service", "marketing"),
    ("marketing", "media & arts", "design"),
    ("education & childcare", "care & social work"),
    ("education & childcare", "media & arts"),
)  # fmt: skip
"""Groups of fields; a field may be of several."""
_KIN_OF: dict[str, frozenset[str]] = {
    field: frozenset().union(*[group for group in KIN if field in group]) for field in frozenset().union(*KIN)
}


def speaks_of(fields: Mapping[str, int], field: str) -> bool:
    """Whether a text that names so many skills of each of ``fields`` may speak of ``field`` or a kin one."""
    return not fields or any(fields.get(one) for one in _KIN_OF.get(field, (field,)))
