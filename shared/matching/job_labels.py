"""Labels within a job that begin no section: "Technologies used: PHP, MySQL", "Achievements:"."""

from shared.matching.lazy import Lazy

_LABEL_WORDS = """
frameworks; software; software used; stack; tech stack; technical environment; technologies;
technologies used; technologies and tools; technologies & tools; technology; technology stack;
technology used; tools; tools & technologies; tools and technologies; tools/technologies; tools used;
tools and technologies used; tools & technologies used
"""
_LABELS = frozenset(" ".join(label.split()) for label in _LABEL_WORDS.split(";"))
_TOLD_WORDS = """
summary; job summary; role summary; description; job description; role description; overview; role overview;
achievements; key achievements; main achievements; notable achievements; selected achievements;
major achievements; achievements include; accomplishments; key accomplishments; selected accomplishments;
major accomplishments; notable accomplishments; highlights; key highlights; selected highlights;
job highlights; career highlights; skills; key skills; skills used; technical skills
"""
_TOLD = frozenset(" ".join(label.split()) for label in _TOLD_WORDS.split(";"))
"""What a part of the CV may be headed with as well, and what each of its jobs."""
_REACH = 1500
"""Characters above such a label in which the dates of its job stand."""
_DATES = Lazy(r"(?:19|20)\d\d\W{0,3}(?:-|to|until)\W{0,3}[\w']|\b(?:since|present|current)\b")


_MARKS = " \t#*_•-:"


def heads_a_part_of_a_job(text: str, start: int, line: str, kind: str, *, deeper: bool) -> bool:
    """Whether the ``line`` at ``start``, in a section of some ``kind``, heads what is told of the job above,
    and no part of the CV: it is ``deeper`` than the heading of the jobs, or they share it, or it is a label
    right below a job."""
    if line.strip(_MARKS).lower() not in _TOLD or kind != "experience":
        return False
    return deeper or _is_told_of_a_job(text, start, line, kind)


def _is_told_of_a_job(text: str, start: int, label: str, kind: str) -> bool:
    above = text[max(0, start - _REACH) : start].lower()
    if kind != "experience" or not _DATES.search(above):
        return False
    named = f"\n{label}"
    if text.rfind(named, 0, max(0, start - 1)) >= 0 or text.find(named, start) >= 0:
        return True
    bare = label.strip(_MARKS)
    return (
        not above.endswith("\n\n")
        and not bare.isupper()
        and text.startswith(":", start + len(label.rstrip(": *_")))
    )


def is_of_a_job(text: str, start: int, label: str, kind: str) -> bool:
    """Whether the line at ``start`` of a CV, in a section of some ``kind``, goes on with the job above: no
    empty line parts it from that, or other jobs have the same ``label``."""
    name = label.strip(_MARKS).lower()
    if name in _TOLD:
        return _is_told_of_a_job(text, start, label, kind)
    if kind not in ("experience", "") or name not in _LABELS:
        return False
    above = text[max(0, start - _REACH) : start].lower()
    if not _DATES.search(above):
        return False
    return not above.endswith("\n\n") or (kind == "experience" and text.count(f"\n{label}:") > 1)
