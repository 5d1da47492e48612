"""Whether a duty names a skill only in passing: as what other people do with whom one works."""

from bisect import bisect_left

from shared.matching.lazy import Lazy
from shared.matching.words import Words

_PEOPLE_WORDS = """
team teams department departments staff colleague colleagues group groups squad squads partner partners
leader leaders leadership people person personnel function functions unit units firm firms community
communities crew division
"""
_OTHERS_WORDS = """
accountant accountants administrator administrators adviser advisers advisor advisors agent agents analyst
analysts architect architects assistant assistants buyer buyers chef chefs clerk clerks coach coaches
consultant consultants contractor contractors controller coordinator coordinators dentist dentists
designer designers developer developers director directors doctor doctors electrician electricians
engineer engineers executive executives head inspector inspectors instructor instructors lawyer lawyers
lecturer lecturers librarian manager managers mechanic mechanics midwife midwives nurse nurses officer
officers operator operators owner owners paramedic paramedics pharmacist pharmacists physician physicians
physiotherapist physiotherapists planner planners practitioner practitioners producer producers programmer
programmers psychologist psychologists receptionist receptionists recruiter recruiters representative
representatives scientist scientists secretary secretaries solicitor solicitors specialist specialists
supervisor supervisors surveyor surveyors teacher teachers technician technicians technologist
technologists tester testers therapist therapists trainer trainers tutor tutors underwriter underwriters
worker workers writer writers nutritionist nutritionists dietitian dietitians barrister barristers
ceo cfo coo cto cio csm csms
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_OTHERS = frozenset(_OTHERS_WORDS.split())
_WITH = Lazy(
    r"\b(?:with|alongside|reports? to|reporting to|support(?:s|ing)? (?:the|our)|join(?:s|ing)?|inside|"
    r"within|under|"
    r"advis\w+|assist\w* (?:the|our)|led by|headed by|between|from|to (?:the|our|other))\b[^.;:]{0,60}$"
)


def names_others(words: Words, start: int, end: int, title: set[str]) -> bool:
    """Whether the mention names people other than the one who is looked for ("the special education
    teacher", "work with scrum teams"), whose title has the stems ``title``."""
    last = bisect_left(words.starts, end) - 1
    final = words.lower[words.starts[last] : words.ends[last]]
    if final in _OTHERS:
        return words.stems[last] not in title
    if last + 1 >= len(words.starts) or words.lower[end : words.starts[last + 1]] not in (" ", "/", "-"):
        return False
    following = words.lower[words.starts[last + 1] : words.ends[last + 1]]
    if following in _OTHERS:
        return words.stems[last + 1] not in title
    return following in _PEOPLE and _WITH.search(words.lower, max(0, start - 90), start) is not None
