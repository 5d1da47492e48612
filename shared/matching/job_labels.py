"""Labels within a job that name its tools, and begin no section: "Technologies used: PHP, MySQL"."""

from shared.matching.lazy import Lazy

_LABEL_WORDS = """
frameworks; software; software used; stack; tech stack; technical environment; technologies;
technologies used; technologies and tools; technologies & tools; technology; technology stack;
technology used; tools; tools & technologies; tools and technologies; tools/technologies; tools used;
tools and technologies used; tools & technologies used
"""
_LABELS = frozenset(" ".join(label.split()) for label in _LABEL_WORDS.split(";"))
_REACH = 1500
"""Characters above such a label in which the dates of its job stand."""
_DATES = Lazy(r"(?:19|20)\d\d\W{0,3}(?:-|to|until)\W{0,3}[\w']|\b(?:since|present|current)\b")


def is_of_a_job(text: str, start: int, label: str, kind: str) -> bool:
    """Whether the line at ``start`` of a CV, in a section of some ``kind``, goes on with the job above: no
    empty line parts it from that, or other jobs have the same ``label``."""
    if kind not in ("experience", "") or label.strip(" \t#*_•-").lower() not in _LABELS:
        return False
    above = text[max(0, start - _REACH) : start].lower()
    if not _DATES.search(above):
        return False
    return not above.endswith("\n\n") or (kind == "experience" and text.count(f"\n{label}:") > 1)
