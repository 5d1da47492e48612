"""Whether what has dates is paid work, or study, a certificate, an unpaid office, an event or a break."""

from collections.abc import Sequence
from typing import NamedTuple

from shared.matching.dates import Period
from shared.matching.education import LEVELS, VOCATIONAL, find_levels
from shared.matching.job_titles import LONG_LINE
from shared.matching.lazy import Lazy

_NOT_WORK = frozenset({"education", "certificates", "interests", "personal", "languages", "volunteering"})
BESIDES = _NOT_WORK - {"volunteering"}
STUDY = Lazy(
    r"\b(?:b\.?sc|m\.?sc|b\.?tech|bachelor|master of|degree|diploma|gcse|a[- ]levels?|ph\.?d|mba|b\.?a\b|"
    r"mse in\b|cgpa|percentage|"
    r"abitur|studium|graduat(?:ed|ion)|hnd|btec|nvq|b\.?e\b|b\.?com|m\.?eng\b|b\.?eng\b|"
    r"m(?:pharm|phys|chem|math|biol|sci|res)|bachillerato|études|grado en|ausbildung|baccalauréat|"
    r"licenciatura|studied|\bba\b|(?<!, )\bma\b|llb|pgce|a level|apprenti\w*ausbildung|gesellenbrief)",
    many=True,
)
SCHOOL = Lazy(
    r"\b(?:universit(?:y|ät|é|ad|à)|hochschule|college|school|institute of technology|polytechnic|board|"
    r"master\b|schule|licence|"
    r"formation|study|lycée|ma\b)",
    many=True,
)
"""Where one studies, and many work: study, unless the section tells of work and a title stands beside it."""
_MARKS = Lazy(r"\b(?:[12][:.][12]\b|first[- ]class|upper second|lower second|hons\b|c?gpa\b)")
LEARNS = Lazy(
    r"\b(?:études (?:d['’]|de )|étudiante? en|ausbildung (?:zum|zur|als)|umschulung|formation d['’e]|"
    r"studiengang|ausbildungsrichtung)|(?:^|[\n|])[\W\d]{0,30}(?!duales )(?:[^\W\d]{1,30} ?-?)?studium\b(?!s)"
)
_PUPIL = Lazy(
    r"\b(?:grund|haupt|real|gesamt|(?:fach|berufs)?ober|volks|mittel|sekundar|primar|bezirks|kantons)schule\b|"
    r"\b(?:fos|bos) [a-zäöü]|"
    r"gymnasium (?!manager|attendant|supervisor)|gymnasium$|\blycée\b|\bkindergarten\b"
)
"""A school at which who has no title was taught."""
_PLACE_OF_STUDY = Lazy(r"\b(?:universit|univ\.|college|institute|polytechni|politechnik|hochschule|\(hons)")
_IN_A_SUBJECT = Lazy(r"[\w.']{2,11}(?: degree)? (?:in|of) ")
"""How a degree begins: "MSc in Data Science"."""
_NO_LETTERS = " \t#*_|:.,()-"
_TAUGHT = (LEVELS.index("bachelor"), LEVELS.index("master"))
_FIRST = 4
"""Characters before what a line begins with."""
_CERTIFIED = Lazy(r"\bcertifi(?:ed|cations?|cate)\b|\blicen[cs]es?\b")
_PAID_TRAINING = Lazy(
    r"\bpost-?\s?doc(?:s|torals?|torand\w*|torate|torante|toral\w*)?\b(?! (?:candidate|student))|"
    r"\bresiden(?:cy|t (?:physician|doctor))\b|\bhouse officer\b"
)
"""What is told of below the schools and is work all the same: "Postdoctoral Fellow", "Residency"."""
_BREAK = Lazy(
    r"\b(?:career break|sabbatical|maternity leave|paternity leave|parental leave|travel(?:l?ing|led) (?:in|"
    r"around|through|across|the world)|gap year|"
    r"out of work|unemployed|elternzeit|caring for|carer'?s leave|family break|family leave|furlough\w*|"
    r"rais(?:ed|ing) (?:my|a|our|her|his) (?:\w+ )?(?:children|kids|family|son|daughter)|home ?maker|"
    r"stay[- ]at[- ]home|full[- ]time (?:mum|mom|mother|dad|father|parent|carer)|"
    r"(?:seeking|looking for) (?:new )?(?:work|employment)|between jobs|"
    r"freistellung|beurlaubung|arbeitss?uchend|arbeitslos|arbeitssuche|neuorientierung|sabbatjahr|auszeit|weltreise|"
    r"recherche d'emploi|congé (?:parental|maternité|sabbatique)|année sabbatique|sans emploi|"
    r"desemplead[oa]|búsqueda de empleo|año sabático|excedencia)\b"
)
_CONTEST = Lazy(
    r"\b(?:competitions?|contests?|hackathons?|olympiads?|tournaments?|championships?|"
    r"workshops?(?! (?:assistant|manager|supervisor|technician|foreman|controller|fitter|operative|lead))|"
    r"seminars?|webinars?|quiz|symposium|(?:personal|own|side|hobby|open[- ]source|pet) projects?|"
    r"scholarships?|stipends?|(?:research|travel|seed|student|networking|project) grants?)\b"
)
"""In the line of a date without a title: an event, and no role."""
_AT_HOME = Lazy(
    r"(?:stay(?:ing)?[- ]at[- ]home|home[- ]?maker)\b(?: (?:mum|mom|mother|dad|father|parent|carer))?"
    r"\W*(?:from|since)?\W*$"
)
"""Right before the dates, whatever else the line names: "Stay at home mum since 2017, before that nurse"."""
_UNPAID = Lazy(
    r"volunteer(?<!\wvolunteer)(?! (?:then|co-?ordinat|manag|servic|recruit|program|develop|officer|"
    r"engage|lead|support|cent(?:re|er)|bureau))|"
    r"(?:^|\|)\W*(?:\w+ ){0,2}car(?:er|ed|ing) (?:for|to|of) (?:my|our|an? (?:family|relative|parent|"
    r"elderly parent))\b|"
    r"\(voluntary|\bvoluntary\)|\bvoluntary (?:role|work|position|basis)|\bunpaid\b(?! carers?)|\bpro bono\b|"
    r"\bschool governor\b|(?:\bof|\bfor|\bon) (?:the )?pta\b|\bpta (?:chair|treasurer|secretary|member|"
    r"committee|president)|"
    r"\bbénévol|\behrenamtlich|\bvoluntari(?:a?do|[oa])\b|\bfreiwilligendienst"
)
_OF_UNPAID = (
    "volunt", "carer ", "cared ", "caring ", "unpaid", "pro bono", "governor", "pta", "bénévol", "ehrenamt",
    "freiwillig",
)  # fmt: skip
"""What ``_UNPAID`` finds holds one of these."""
_SOCIETY = Lazy(
    r"\bstudents?(?:'s?)? (?:chapter|society|union|council|government|club|association|body)\b|"
    r"\bfraternity\b|\bsorority\b|\bdebating society\b"
)
_CLUB = Lazy(r"\b(?:society|association|club|fraternity|sorority|league)\b")
_OFFICE = Lazy(
    r"\b(?:president|chair\w*|secretary|treasurer|captain|representative|rep|member|senator|ambassador)\b"
)
"""What one is in a society of students, and is not paid for; its bar has a manager who is."""


def _begins_with_a_degree(context: str) -> bool:
    """Whether the lower-case line of a date tells of study: "BSc (Hons) Speech Therapy, University of X"."""
    bare = context.lstrip(_NO_LETTERS)[:LONG_LINE]
    if not _PLACE_OF_STUDY.search(context) and not _IN_A_SUBJECT.match(bare):
        return False
    return any(found.start <= _FIRST and found.level in _TAUGHT for found in find_levels(bare))


class RoleHead(NamedTuple):
    """What the lines around the dates say."""

    kind: str
    """Of the section."""
    context: str
    """In lower case, what tells of work or of study."""
    title: str
    families: dict[int, float]
    beside: bool
    """The title stands in the line of the dates."""
    study: bool
    below: Sequence[str]
    line_start: int
    line_end: int


def is_unpaid(lower: str) -> bool:
    """Whether a line tells of a volunteer, or of somebody who cares for their own."""
    return any(said in lower for said in _OF_UNPAID) and _UNPAID.search(lower) is not None


def is_work(head: RoleHead, lower: str, period: Period) -> bool:
    """Whether it is paid work, and no study, certificate, office, event or break."""
    kind, context, families, study = head.kind, head.context, head.families, head.study
    of_a_long_line = head.line_end - head.line_start > LONG_LINE
    if is_unpaid(context):
        return False
    if kind in _NOT_WORK:
        return (
            kind == "education" and _PAID_TRAINING.search(context) is not None and not STUDY.search(context)
        )
    if not families and any(line.rstrip().endswith(" volunteer") for line in head.below):
        return False
    if study and not families and kind in ("", "summary", "skills", "other"):
        return False
    if not head.title and (LEARNS.search(context) or _PUPIL.search(context)):
        return False
    if not families:
        if kind in ("other", "skills") or (
            not of_a_long_line and _CONTEST.search(lower, head.line_start, head.line_end)
        ):
            return False
        if _CERTIFIED.search(context) and (kind != "experience" or of_a_long_line):
            return False
        if study and (
            kind != "experience"
            or any(found.level > VOCATIONAL for found in find_levels(context))  # whatever stands above it
            or any(_MARKS.search(line.lower()) for line in head.below)  # "University of X" / "Chemistry, 2:1"
        ):
            return False
    if study and kind == "experience" and _begins_with_a_degree(context):
        return False
    if kind == "other" and _CLUB.search(context) and _OFFICE.search(head.title.lower()):
        return False
    if _SOCIETY.search(context) and (not families or _OFFICE.search(head.title.lower())):
        return False
    if _BREAK.search(context) and not (families and head.beside):
        return False
    return not (
        "home" in context and _AT_HOME.search(lower, max(head.line_start, period.start - 40), period.start)
    )
