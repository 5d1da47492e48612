"""Roles of a CV: dated stretches of work with a title and the lines that describe them."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from shared.matching.dates import Period
from shared.matching.education import LEVELS, VOCATIONAL, find_levels
from shared.matching.families import FamilyTable, family_table
from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.own_words import A_PERSON
from shared.matching.sections import Sections
from shared.matching.short_titles import SHORT, is_shortened, spelled_out
from shared.matching.words import WORD, stem

_SPLIT = Lazy(r"[,|@;:()•*_#.\s](?:(?<=[,|@;:()\t\n•*_#])|(?<= )(?:-+ |at )|(?<=\s)\s+|(?<=\.) )")
"""What parts a line; the characters that it may begin with come first, since ``re`` skips all others."""
_GOES_ON = Lazy(r",(?= [a-z])")
"""Inside a title turned around: "Teacher, secondary school"."""
_ASIDE = Lazy(r" \(\w{2,8}\)(?= \w)")
"""What stands short for the words before it, in the midst of a title: "User Experience (UX) Designer"."""
_TURNED_RANK_WORDS = """
engineer manager mgr gm agm dgm avp svp director dir officer analyst consultant developer lead leader head
vp president executive exec assistant coordinator supervisor specialist administrator technician tech
associate instructor teacher nurse adviser advisor operator representative rep clerk professor faculty
programmer agent trainee intern apprentice designer architect scientist worker producer merchandiser
therapist advocate radiographer receptionist recruiter solicitor writer editor tutor lecturer
"""
_TURNED_RANKS = frozenset(_TURNED_RANK_WORDS.split())
"""Last words of what stands before the comma or the bracket of a title turned around."""
_PARTING = frozenset(",(|;:@")
_AS_ONE_PART = str.maketrans(",()", "–––")
_NOT_WORK = frozenset({"education", "certificates", "interests", "personal", "languages", "volunteering"})
_BESIDES = _NOT_WORK - {"volunteering"}
_STUDY = Lazy(
    r"\b(?:b\.?sc|m\.?sc|b\.?tech|bachelor|master of|degree|diploma|gcse|a[- ]levels?|ph\.?d|mba|b\.?a\b|"
    r"cgpa|percentage|abitur|studium|graduat(?:ed|ion)|hnd|btec|nvq|b\.?e\b|b\.?com|m\.?eng\b|b\.?eng\b|"
    r"m(?:pharm|phys|chem|math|biol|sci|res)|bachillerato|études|grado en|ausbildung|baccalauréat|"
    r"licenciatura|studied|\bba\b|(?<!, )\bma\b|llb|pgce|a level|apprenti\w*ausbildung)",
    many=True,
)
_SCHOOL = Lazy(
    r"\b(?:university|college|school|institute of technology|polytechnic|board|master\b|schule|licence|"
    r"formation|study|lycée|ma\b)",
    many=True,
)
"""Where one studies, and many work: study, unless the section tells of work and a title stands beside it."""
_MARKS = Lazy(r"\b(?:[12][:.][12]\b|first[- ]class|upper second|lower second|hons\b|c?gpa\b)")
_LEARNS = Lazy(
    r"\b(?:études (?:d['’]|de )|étudiante? en|ausbildung (?:zum|zur|als)|umschulung|formation d['’e])"
)
_PLACE_OF_STUDY = Lazy(r"\b(?:universit|univ\.|college|institute|polytechni|politechnik|hochschule|\(hons)")
_TAUGHT = (LEVELS.index("bachelor"), LEVELS.index("master"))
_FIRST = 4
"""Characters before what a line begins with."""
_BIRTH = Lazy(
    r"(?:birth|born|dob|d\.o\.b|geboren|geb\.|né|nacid[oa]|expir\w+|exp\.?|valid|renew\w+|passport|since "
    r"childhood)[^\n]{0,14}\Z"
)
_HELD_SINCE = Lazy(
    r"\b(?:(?:licen[cs]ed?|qualified|certified|chartered|admitted|accredited|member|cards?|"
    r"cat(?:egory)? \S{1,6}|resident|living in|lived in|married|settled|citizen|visa|permit|clearance|"
    r"cleared)\b[^\n]{0,24}|"
    r"registered(?: \([^)\n]{1,20}\)| (?:with|on|in|by|at) [^\n]{0,24})?)[ (,]since[ *_](?:the )?$"
)
"""What somebody has been or held, and is no work: "Cat C+E (since 2011)"."""
_BULLETS = ("•", "- ", "* ", "-\t")
_CERTIFIED = Lazy(r"\bcertifi(?:ed|cations?|cate)\b|\blicen[cs]es?\b")
_BREAK = Lazy(
    r"\b(?:career break|sabbatical|maternity leave|paternity leave|parental leave|travel(?:l?ing|led) (?:in|"
    r"around|through|across|the world)|gap year|"
    r"out of work|unemployed|elternzeit|caring for|carer'?s leave|family break|family leave|furlough\w*|"
    r"rais(?:ed|ing) (?:my|a|our|her|his) (?:\w+ )?(?:children|kids|family|son|daughter)|home ?maker|"
    r"stay[- ]at[- ]home|full[- ]time (?:mum|mom|mother|dad|father|parent|carer))\b"
)
_CONTEST = Lazy(
    r"\b(?:competitions?|contests?|hackathons?|olympiads?|tournaments?|championships?|workshops?|seminars?|"
    r"webinars?|quiz|symposium|(?:personal|own|side|hobby|open[- ]source|pet) projects?|"
    r"scholarships?|stipends?|(?:research|travel|seed|student|networking|project) grants?)\b"
)
"""In the line of a date without a title: an event, and no role."""
_AT_HOME = Lazy(
    r"(?:stay(?:ing)?[- ]at[- ]home|home[- ]?maker)\b(?: (?:mum|mom|mother|dad|father|parent|carer))?"
    r"\W*(?:from|since)?\W*$"
)
"""Right before the dates, whatever else the line names: "Stay at home mum since 2017, before that nurse"."""
_SINCE_THEN = Lazy(r"\s*[•*-]\s*since ", re.I)
"""What a line of the present role may begin with: "- Since 2024 covers the duty manager"."""
_MARKS_A_ROLE = (":", ",", "-", "–", "|", "(")
_SINCE = Lazy(
    r"(?<![\w-])(?!(?:self-)?employed|freelanc|work|here|there|trading|independent|contract)[a-zà-ü]+ since "
    r"(?:the )?$"
)
"""Before the date of a habit, a tool or a registration: "Revit daily since 2019", "we use Git since 2021"."""
_UNPAID = Lazy(
    r"volunteer(?<!\wvolunteer)(?! (?:then|co-?ordinat|manag|servic|recruit|program|develop|officer|"
    r"engage|lead|support|cent(?:re|er)|bureau))|"
    r"(?:^|\|)\W*(?:\w+ ){0,2}car(?:er|ed|ing) (?:for|to|of) (?:my|our|an? (?:family|relative|parent|"
    r"elderly parent))\b|"
    r"\(voluntary|\bvoluntary\)|\bvoluntary (?:role|work|position|basis)|\bunpaid\b(?! carers?)|\bpro bono\b|"
    r"\bschool governor\b|(?:\bof|\bfor|\bon) (?:the )?pta\b|\bpta (?:chair|treasurer|secretary|member|"
    r"committee|president)"
)
_SOCIETY = Lazy(
    r"\bstudents?(?:'s?)? (?:chapter|society|union|council|government|club|association|body)\b|"
    r"\bfraternity\b|\bsorority\b|\bdebating society\b"
)
_OFFICE = Lazy(
    r"\b(?:president|chair\w*|secretary|treasurer|captain|representative|rep|member|senator|ambassador)\b"
)
"""What one is in a society of students, and is not paid for; its bar has a manager who is."""
_JOINS = frozenset(
    {"and", "or", "in", "at", "for", "to", "with", "of", "the", "on", "by", "from", "who", "as", "-"}
)
_DETERMINERS = frozenset(
    {"a", "an", "my", "our", "their", "his", "her", "every", "each", "one", "two", "three"}
)
_SOLD_TO = frozenset(
    {"key", "major", "national", "global", "strategic", "named", "corporate", "enterprise", "sales", "large"}
)
"""Before the accounts that somebody sells to."""
_STATE = "PA"
"""Behind a comma: "Philadelphia, PA", who is no personal assistant."""
_OTHERS = Lazy(
    r"\b(?:(?:report(?:s|ed|ing)?|accountable|answer(?:s|ed|able|ing)?) (?:\w+ly )?to|"
    r"(?:co-?operat(?:ed?|es|ing|ion)|collaborat(?:ed?|es|ing|ion)|work(?:s|ed|ing)?|liais(?:ed?|es|ing|on)|"
    r"co-?ordinat(?:ed?|es|ing|ion)|interact(?:s|ed|ing|ion)?|communicat(?:ed?|es|ing|ion)|"
    r"partner(?:s|ed|ing)?) (?:\w+ ){0,2}with|(?:advised|supervised|mentored|led|managed) by)\b.*?(?= as |$)"
)
"""Whom one reports to or works with: "reports to the Sales Director", "in cooperation with architects"."""
_ASSISTED = Lazy(r"(?<=\bassistant to )(?=.).*$|(?<=\bsecretary to )(?=.).*$")
"""Whose assistant somebody is: "Assistant to the Sales Director"."""
_WHOSE = frozenset({"of", "for", "to", "with", "by", "the", "a", "an", "our", "all", "other", "new"})
_RANK_WORDS = (
    "senior junior lead principal chief deputy assistant trainee graduate associate head sr jr staff"
)
_OF_ANOTHER = Lazy(
    r"\b(?:\w+(?:or|er|ant|ist|et)|dean|principal|president)'s(?= )(?! (?:aide|mate|helper)\b)"
)
"""Whose receptionist, secretary or assistant somebody is: "Doctor's receptionist"."""
_HEADING_WORDS = frozenset(
    {"present", "experience", "history", "employment", "environment", "responsibilities"}
)
_NUMBERED = frozenset({"band", "grade", "level", "year", "class", "since", "from", "until"})
"""Words behind a title that say nothing without the number that follows, nor "since" with it."""
_RANKS = frozenset(_RANK_WORDS.split())
COMPANY = frozenset({"pvt", "private", "ltd", "limited", "llp", "llc", "inc", "plc", "gmbh", "corp"})
_AS = Lazy(r"\b(?:work(?:ed|ing|s)?|employed|serv(?:ed|ing)|joined|engaged|associated)\b.{0,24}? as\b", re.I)
_A_TITLE = Lazy(
    r"(?:(?:Head|Director|VP|Vice President) of(?: [A-Z&][\w&'-]*){1,5}|"
    r"(?:[A-Z][\w&'.-]* |& |and |of |to ){0,5}"
    r"(?:Officer|Engineer|Manager|Analyst|Assistant|Advis[eo]r|Administrator|Co-?ordinator|Specialist|"
    r"Technician|Operat(?:or|ive)|Supervisor|Leader|Lead|Executive|Associate|Consultant|Clerk|Agent|"
    r"Representative|Worker|Practitioner|Director|Trainee|Apprentice|Intern|Inspector|Instructor|Planner|"
    r"Designer|Developer|Scientist|Researcher|Editor|Tutor|Lecturer|Controller|Partner|President|Founder|"
    r"Liaison|Expert|Observer|Fellow|Employee|Internship|Apprenticeship|Externship|Fellowship|Co-op|Cook|Attendant|Buyer|Teller|Handler|Keeper|Owner|"
    r"Installer|Ambassador|Steward|Guide|Captain|Guard|Helper|Labou?rer|Aide|Evangelist|Strategist|Curator)"
    r"(?: (?:I{1,3}|IV|[1-5]))?|"
    r"(?:[A-Z][\w&'.-]* ){0,3}(?:Manager|Co-?ordinator|Supervisor|Lead|Leader) (?:of|for)"
    r"(?: [A-Z&][\w&'-]*){1,5})"
)
"""A title by its last word, or its first."""
_A_RANK_OF = Lazy(
    r"(?:Assistant|Associate|Specialist|Analyst|Coordinator|Executive), [A-Z]\w+"
    r"(?:,? (?:and|&|[A-Z]\w+)){0,5}(?=\s{2}|$)"
)
"""A title turned around: "Assistant, Acquisitions and Dispositions"."""
_SMALL_WORDS = Lazy(r" (?:Of|And|To) ")
SEVERAL = Lazy(r"(?:er|or|ian|ist|ant|eer|nurse|chef|mechanic)s$")
_PARTS = Lazy(r"[,|\t()\[\]:;/]|\s{2,}|\s[-–—@·~]\s|\sat\s")
_WIDE_PARTS = Lazy(r"\s{2,}")
_EDGES = " •*_#-–—."
_MARKUP = f"{_EDGES}:="
_A_SUPERIOR = Lazy(r"\W*(?:supervisor|manager|reporting|reports? to|reference|contact)\b[ \w]{0,12}:", re.I)
"""What a line begins with that names whom one worked for: "Supervisor: A. Sample (555-0142)"."""
_OF_A_SUPERIOR = Lazy(r"(?<=\()(?:supervisor|advis[eo]r|mentor|manager|reference)s?:", re.I)
"""In brackets behind what one was: "Research Fellow (supervisor: A. Sample)"."""
_ONE_WORD_TITLES = "administrator architect artist coach consultant designer instructor planner"
_OF_ANY_TRADE = frozenset(_ONE_WORD_TITLES.split())
"""Titles of one word that are of one trade where they stand alone, and of whichever a word before them names:
an adwords consultant, a character artist."""
_TRADELESS_WORDS = """
senior junior lead principal chief deputy assistant trainee graduate associate head sr jr staff intern
apprentice student aspiring freelance self-employed employed independent contract contractor temporary
temp permanent interim external internal private freelancing part-time full-time time house professional
experienced skilled talented qualified certified licensed licenced accredited registered chartered
managing executive mid midweight middleweight entry level experience expert former current own local
national international global regional the a an as my our one of in and or by to for with i ii iii
"""
_OF_NO_TRADE = frozenset(_TRADELESS_WORDS.split())
"""Words before a title that tell of no trade."""
_IN_FAVOUR = frozenset({"advocate", "advocates", "champion", "driver", "drivers", "architect"})
_TRIALS = frozenset({"pilot", "pilots"})
_CERTIFICATES = frozenset({"certification", "certifications", "certificate", "licence", "license", "exam"})
"""Words behind a title with which it is what somebody passed: "Ski Instructor Certification"."""
_VERB_ENDS = ("ed", "ing")
LEAST_TITLE = 0.6
"""How telling a title without a date must be to be one: more than the one-word titles that are other things,
too."""
_NURSING_HOME = Lazy(
    r"nursing home(?! (?:aide|manager|administrator|director|nurse|assistant|social|cook|chef))"
)
_OF_SEVERAL = 0.01
"""What a title in the plural tells less than another in its line: "Example Teachers Pensions, DBA"."""
_ONE_WORD = 0.7
"""How telling a title of one word is that is no other thing."""
_OF_A_FIRM = 0.5
"""What is left of how telling a title in the plural is, behind a name."""
_WINDOW_WORDS = 26
_FEW_WORDS, _OPENING = 9, 6
"""Words of a part in which a title may have another among its own; of a longer one, its first words."""
_LEAST_BEFORE = 15
"""Characters before a period that is part of a sentence."""
_VERSION = Lazy(
    r"(?:\b(?:server|studio|windows|win|office|exchange|sharepoint|excel|word|access|outlook|powerpoint|visio|"
    r"ms project|dynamics|autocad|revit|inventor|solidworks|primavera|sketchup|biztalk|tfs|crm|sql|oracle|"
    r"indesign|photoshop|illustrator|es|c\+\+|version|release|edition)[ \-:]{0,3}|"
    r"\b(?:iso|iec|bs|en|din|astm|act)(?: ?\d[\d\-]{0,8})?[ \-:]{1,3})$"
)
"""Before the year of a product, a standard or a law: "SQL Server 2008"."""
_SENTENCE = Lazy(r"(?<=[a-z]{3})\.(?=\s|$)")
"""Where a sentence ends, and no "Ltd. " nor "St."."""
_LONG_LINE, _SHORT_LINE = 240, 60
_HEADING_LINE = 130
_ROLE_LABEL = Lazy(
    r"^[ \t•*\-]{0,6}(?:Role(?: Played)?|Designation|Position|Job Title|(?P<title>Title)|Title held|Post)"
    r"[ \t]{0,24}[:\-][ \t]{0,8}(?P<named>\S[^\n]{2,80})$",
    re.I | re.M,
)
_ROLE_NAMED = Lazy(
    r"\b(?:Role|Designation|Position|Job Title)[ ]?:[ ]?([^:(|]{3,60}?)(?=[ ]\w{3,20}[ ]?:|[(|.\n]|$)"
)
_A_LABEL = Lazy(r"[ \t•*\-]{0,24}[A-Za-z][\w#&/() ]{1,24}\s{0,24}[:\-] ?\S")
_A_FORM_LINE = Lazy(r"[ \t]{0,8}[A-Za-z][\w#&/() ]{1,30}\s{0,8}:")
_FORM_REACH, _FORM_REACH_BELOW = 260, 900
"""Characters around the dates in which a form may name the role; what the project was may stand between."""
_NEXT_FORM = Lazy(r"[ \t•*\-\d.)]{0,8}(?:company|employer|organi[sz]ation|client|project)\b", re.I)
"""Where a form tells of the next job or project."""
_OFTEN_WORK = frozenset({"", "summary", "other"})
"""Sections that hold the jobs where the headings do not say so."""
_DUTIES_LABEL = Lazy(r"[ \t•*-]{0,12}(?:duties|responsibilities|tasks|functions)\b[\w ]{0,12}:", re.I)
_YEAR = 12
_DUTIES = 120
"""Characters behind a title below its dates that tell of the work, and are not the head of the next role."""
_LINES_ABOVE = 2
_NO_WORDS = " \t/|,:-–•"
"""What parts the pieces of a line that stand on lines of their own."""
_LINES_BELOW, _FAR_BELOW = 2, 200
"""Lines below the dates that may name the role, empty ones aside, and the characters they reach to; one more
where they name a firm and a place, each in few words, and the next is a title and nothing else."""


@dataclass(slots=True)
class Role:
    """``first`` and ``last`` are months since year 0, both counted. Offsets are those of the cleaned text."""

    title: str
    families: dict[int, float]
    first: float
    last: float
    current: bool
    start: int
    end: int
    counted: bool = True
    """False: something else with dates (study, a certificate)."""
    told_until: int = 0
    """Where the line below the dates that names the title ends; it is none of the next role."""
    years_alone: bool = False
    """The dates name no month."""
    in_passing: bool = False
    """Since when something is done, in a sentence without a title: no role where there are others."""


def _in_a_form(text: str, before: int, start: int, end: int, after: int) -> tuple[str, int] | None:
    """What a form around the line with the dates says that one was ("Role: Test Analyst", a few lines above
    "Period: April 2015 to May 2017"), and where it begins."""
    offset = max(before, start - _FORM_REACH)
    around = text[offset : min(after, end + _FORM_REACH_BELOW)]
    if ":" not in around and " - " not in around:
        return None
    nearest: tuple[int, str, int] | None = None
    for match in _ROLE_LABEL.finditer(around):
        if match["title"] and not title_in(match["named"])[1]:
            continue  # that of a project
        at = match.start() + offset
        low, high = min(at, start), max(at, start)
        lines = text[low:high].split("\n")
        distance = abs(at - start)
        if (nearest is None or distance < nearest[0]) and (
            all(not line or line.isspace() or _A_LABEL.match(line) for line in lines)
            or (at > end and not any(map(_NEXT_FORM.match, lines[1:])) and _goes_on_as_a_form(lines[1:]))
        ):
            nearest = distance, match["named"], low
    return (nearest[1], nearest[2]) if nearest else None


def _goes_on_as_a_form(lines: list[str]) -> bool:
    """Whether the ``lines`` are those of a form, some of them broken: "Language: Java," / "& Oracle"."""
    filled = [line for line in lines if line and not line.isspace()]
    return (
        bool(filled)
        and _A_FORM_LINE.match(filled[0]) is not None
        and not any(line.lstrip().startswith(_BULLETS) for line in filled)
    )


def _is_no_person(part: str, named: list[re.Match[str]], following: str) -> bool:
    """Whether what is written like a title and goes on like this names a firm ("Example Insurance Brokers
    Pvt Ltd"), or says what somebody is in favour of ("advocate of privacy") or tries ("pilot with 9
    shops")."""
    if following in COMPANY:
        return any(word[0].endswith("s") for word in named)
    last = named[-1]
    if not part[named[0].start()].islower():
        return False
    return (following in ("of", "for") and last[0] in _IN_FAVOUR) or (
        last[0] in _TRIALS and following not in ("", "in", "at")
    )


def _is_of_another_trade(part: str, before: re.Match[str], title: re.Match[str]) -> bool:
    """Whether the word before a title of one word makes it one of a trade that the table does not know."""
    return (
        title[0] in _OF_ANY_TRADE
        and before[0] not in _OF_NO_TRADE
        and not before[0].isdigit()
        and part[before.end() : title.start()] == " "
    )


def _are_several(part: str, named: list[re.Match[str]]) -> bool:
    """Whether a name and a title in the plural name a firm: "Example Vets", "Sample Cost Consultants"."""
    before, *title = named
    last = title[-1]
    return (
        last[0].endswith("s")
        and part[before.start()].isupper()
        and part[last.start()].isupper()
        and (len(title) == 1 or A_PERSON.search(last[0]) is not None)
    )


def _no_title(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _some_word(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def title_in(text: str) -> tuple[str, dict[int, float]]:
    """The most telling known title in a line or a heading, as written, and its families; ("", {}) if there
    is none."""
    best: tuple[float, str, dict[int, float]] = (0.0, "", {})
    table = family_table()
    in_titles = table.title_index.keys()
    dotted = ". " in text
    if ":" in text:
        text = _OF_A_SUPERIOR.sub(_no_title, text)
    start = 0
    for end in [match.start() for match in _SPLIT.finditer(text)] + [len(text)]:
        if dotted and text.startswith(".", end) and is_shortened(text, end):
            continue
        part = text[start:end]
        after_comma = start > 0 and text[start - 1] == ","
        start = end + 1
        if not part or part.isspace() or (after_comma and part.strip() == _STATE):
            continue
        lower = part.lower()
        if "cpc" in lower:
            lower = lower.replace("driver cpc", "______ cpc")  # a certificate
        if "nursing home" in lower:
            lower = _NURSING_HOME.sub(_some_word, lower)
        if " with " in lower or " to " in lower or "ed by " in lower:
            lower = _OTHERS.sub(_no_title, lower)
            lower = _ASSISTED.sub(_no_title, lower)
        if "'s" in lower:
            lower = _OF_ANOTHER.sub(_some_word, lower)
        stems = list(map(stem, WORD.findall(lower)))
        del stems[_WINDOW_WORDS:]
        full = None if SHORT.isdisjoint(stems) or " / " in lower else spelled_out(stems)
        if in_titles.isdisjoint(stems) and full is None:
            continue
        if len(stems) <= _FEW_WORDS:
            families, first, after = table.title_families(stems, 1)
        else:
            families, first, after = _known_in(table, stems)
        if full is not None:
            other = _known_in(table, full)
            if other[2] - other[1] > 1 and sum(other[0].values()) > sum(families.values()):
                families, first, after = other
        if not families:
            continue
        found = list(islice(WORD.finditer(lower), _WINDOW_WORDS))
        weight = sum(families.values())
        if after - first == 1 and found[first][0].endswith(_VERB_ENDS):
            continue  # "Authored all reports"
        if after < len(found) and (
            found[after][0] in _CERTIFICATES or _is_no_person(part, found[first:after], found[after][0])
        ):
            continue
        if first and after - first == 1 and _is_of_another_trade(part, found[first - 1], found[first]):
            continue
        if "account" in lower:
            families = _of_accounts({word[0] for word in found[max(0, first - 1) : after]}, families)
        both = _both_titles(part) if "/" in part else None
        if both:
            families = both[1]
        if first and _are_several(part, found[first - 1 : after]):
            weight *= _OF_A_FIRM
        elif SEVERAL.search(found[after - 1][0]):
            weight -= _OF_SEVERAL
        if weight > best[0] + 1e-9:
            spans = [word.span() for word in found]
            if text.startswith(":", start - 1) and after == len(spans) - 1:
                spans.pop()  # the label of what follows: "Project Manager Technology: Java"
            low, high = _around(part, spans, first, after)
            if lower[low:high].endswith(" to"):
                high = len(part)  # "Assistant to the Sales Director"
            best = (weight, both[0] if both else part[low:high].strip(), families)
    if best[1] and ", " in text and len(text) <= _SHORT_LINE and (several := _several_titles(text)):
        return several
    if best[1] and len(text) <= _SHORT_LINE and (comma := _GOES_ON.search(text)):
        joined = text[: comma.start()] + text[comma.end() :]
        title, families = title_in(joined)
        start = joined.find(title)
        if sum(families.values()) > best[0] and start < comma.start() < start + len(title):
            return text[start : start + len(title) + 1], families
    if best[0] <= _ONE_WORD and len(text) <= _SHORT_LINE and "(" in text:
        title, families = title_in(without) if (without := _ASIDE.sub("", text)) != text else ("", {})
        if sum(families.values()) > max(best[0], LEAST_TITLE):
            return title, families
    if best[0] <= _ONE_WORD and len(text) <= _SHORT_LINE and (joined := _joined(text)):
        title, families = title_in(joined)
        weight = sum(families.values())
        if weight > max(best[0], LEAST_TITLE) and (not best[1] or _stands_together(joined, weight)):
            start = joined.find(title)
            if len(joined) == len(text):
                title = text[start : start + len(title)]
            return title + ")" * (title.count("(") - title.count(")")), families
    return best[1], best[2]


def _known_in(table: FamilyTable, stems: list[str]) -> tuple[dict[int, float], int, int]:
    """The families of the best title in a part of a line, and where it stands (first, after last); in many
    words without gaps, but for how they open."""
    found = table.title_families(stems, 0)
    opening = table.title_families(stems[:_OPENING], 1)
    return opening if sum(opening[0].values()) > sum(found[0].values()) else found


def _stands_together(joined: str, weight: float) -> bool:
    """Whether a title of ``weight`` has its words side by side: "Consultant SAP", but not "Supervisor" and
    the name of a firm, "Fictive Fashion"."""
    stems = list(map(stem, WORD.findall(joined.lower())))
    return any(
        sum(family_table().title_families(words, 0)[0].values()) >= weight - 1e-9
        for words in (stems, spelled_out(stems) or stems)
    )


def _joined(text: str) -> str:
    """A title turned around, "Manager, Operations", "Officer (HR)" or "Engineer - Quality", as one part;
    empty where the line has more parts or the first one is no rank."""
    if " - " in text:
        return text.replace(" - ", " ")
    rank, comma, rest = text.partition(", ")
    if not comma:
        rank, comma, rest = text.partition("(")
    rank = rank.rstrip(" .").rpartition(" ")[2].lower()
    if not comma or rank not in _TURNED_RANKS or not _PARTING.isdisjoint(rest.removesuffix(")")):
        return ""
    return text.translate(_AS_ONE_PART)


def _around(part: str, spans: list[tuple[int, int]], first: int, after: int) -> tuple[int, int]:
    """Where the title of the words ``first`` to ``after`` begins and ends with what belongs to it, in a short
    part: "Senior Social Worker", but not "whom we no longer call testers" nor "Electrician needed"."""
    low = first
    if len(spans) > 7:
        while low and part[slice(*spans[low - 1])].lower() in _RANKS:
            low -= 1
    else:
        ordinary = ordinary_words()
        capital = part[spans[first][0]].isupper()
        while low > max(0, first - 3):
            word = part[slice(*spans[low - 1])]
            if word in _RANKS and not capital:
                low -= 1  # "senior customer service adviser"
                continue
            if (len(word) > 2 and word.isdigit()) or word.lower() in _HEADING_WORDS:
                break  # of a telephone number, of a heading on the same line
            if word.islower() and (
                capital or word in ordinary.lead or word in ordinary.broken or stem(word) in ordinary.plain
            ):
                break
            low -= 1
        if low and not capital and _is_all_of_a_title(part[: spans[first][0]], part[slice(*spans[0])]):
            low = 0
        # One word more belongs to it if it is the last or of titles: another begins an employer's name.
        word = part[slice(*spans[after])] if after < len(spans) else ""
        if word and (
            after == len(spans) - 1
            or word.lower() in _NUMBERED
            or stem(word.lower()) in family_table().title_index
        ):
            lower_alone = word.islower() and part[spans[after - 1][0]].isupper()
            if (
                word not in _JOINS
                and not lower_alone
                and "/" not in part[spans[after - 1][1] : spans[after][0]]
            ):
                after += 1
                if word.lower() in _NUMBERED:  # "Staff Nurse Band 5", "Class Teacher Year 4"
                    number = part[slice(*spans[after])] if after < len(spans) else ""
                    numbered = number.isdigit() and len(number) <= 2
                    after += 1 if numbered else -1
    while low < first and part[slice(*spans[low])] in _JOINS:
        low += 1
    return spans[low][0], spans[after - 1][1]


def _of_accounts(words: set[str], families: dict[int, float]) -> dict[int, float]:
    """An account executive sells, an accounts executive keeps books, but for one of key accounts: their stems
    are the same."""
    by_name = family_table().by_name
    sells, keeps = by_name["sales"], by_name["accounting"]
    books = "accounts" in words and words.isdisjoint(_SOLD_TO)
    if books and families.keys() == {sells}:
        return {keeps: families[sells]}
    if sells not in families or keeps not in families:
        return families
    other = sells if books else keeps
    total = sum(families.values())
    kept = {family: share for family, share in families.items() if family != other}
    return {family: share * total / sum(kept.values()) for family, share in kept.items()}


def _is_all_of_a_title(before: str, opening: str) -> bool:
    """Whether the words ``before`` a title in small letters belong to it: "Multi drop driver"."""
    if not opening[:1].isupper():
        return False
    words = before.lower().split()
    return words[0] not in ordinary_words().broken and not any(
        word in _JOINS or word in _DETERMINERS or word.endswith(_VERB_ENDS) for word in words
    )


def _both_titles(part: str) -> tuple[str, dict[int, float]] | None:
    """``Systems Engineer/Hadoop Developer`` as written and its families, half of each; nothing where a side
    is no title."""
    sides = [title_in(side) for side in part.split("/")]
    if not all(sum(families.values()) > LEAST_TITLE for _, families in sides):
        return None
    mixed: dict[int, float] = {}
    for _, families in sides:
        for family, share in families.items():
            mixed[family] = mixed.get(family, 0.0) + share / len(sides)
    first, last = sides[0][0], sides[-1][0]
    return part[part.find(first) : part.rfind(last) + len(last)], mixed


def _several_titles(text: str) -> tuple[str, dict[int, float]] | None:
    """``Sales Consultant, Interior Designer`` as written and its families; nothing where a part is more or
    less than a title."""
    parts = [part.strip() for part in text.strip(_EDGES).split(", ")]
    found = [title_in(part) for part in parts if ", " not in part]
    mixed: dict[int, float] = {}
    for part, (title, families) in zip(parts, found, strict=True):
        if title != part or sum(families.values()) <= LEAST_TITLE:
            return None
        for family, share in families.items():
            mixed[family] = mixed.get(family, 0.0) + share / len(parts)
    return text.strip(_EDGES), mixed


def find_roles(text: str, periods: list[Period], sections: Sections) -> list[Role]:
    """Roles in the order of the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    dated = [
        period
        for period in periods
        if not (period.single and _BIRTH.search(lower, max(0, period.start - 30), period.start))
    ]
    ranges: list[Period] = []
    for period in dated:
        if period.single:
            if sections.kind_at(period.start) == "experience" and _stands_by_a_title(text, period):
                ranges.append(period)
        elif not _is_aside(text, lower, period, ranges[-1] if ranges else None, sections):
            ranges.append(period)
    # A month and year alone ("May 2014 Staff Accountant") begins a role only in the experience section of
    # CVs that have no periods.
    if not ranges:
        ranges = [
            period
            for period in dated
            if sections.kind_at(period.start) == "experience" and _begins_a_role(text, period)
        ]
    roles: list[Role] = []
    for index, period in enumerate(ranges):
        before = max(
            ranges[index - 1].end if index else 0,
            roles[-1].told_until if index else 0,
            sections.start_at(period.start),
        )
        after = ranges[index + 1].start if index + 1 < len(ranges) else len(text)
        roles.append(_role(text, lower, period, before, after, sections))
    if any(role.counted and not role.in_passing for role in roles):
        for role in roles:
            role.counted = role.counted and not role.in_passing
    # What a summary or the accomplishments above the jobs date is told again there, or is no job.
    first = next(
        (role for role in roles if role.counted and sections.kind_at(role.start) == "experience"), None
    )
    if first is not None:
        for role in roles:
            kind = sections.kind_at(role.start)
            if kind == "summary" or (kind == "other" and role.start < first.start):
                role.counted = False
    # Nor is a project one where the jobs stand under a heading of their own.
    if any(role.counted and not _is_among_projects(role, text, sections) for role in roles):
        for role in roles:
            if not role.families and _is_among_projects(role, text, sections):
                role.counted = False
    told: Role | None = None
    spans: set[tuple[float, float]] = set()
    printed: set[tuple[str, float, float, str]] = set()
    for role in roles:
        page = role.title, role.first, role.last, " ".join(text[role.start : role.start + _FAR_BELOW].split())
        if (told is not None and _tells_of(told, role)) or (role.title and page in printed):
            role.counted = False
            continue
        printed.add(page)
        if not role.counted:
            continue
        if not role.title and (role.first, role.last) in spans:
            role.counted = False  # told once more: "Example Ltd (2019 - 2023): baking of bread"
            continue
        spans.add((role.first, role.last))
        if role.title:
            told = role
    for one, following in pairwise(roles):
        one.end = max(one.start, following.start)
    for role in roles:
        for section in sections.after(role.start):
            if section.start >= role.end:
                break
            if section.kind not in ("experience", ""):
                role.end = section.start
                break
    return roles


def _is_among_projects(role: Role, text: str, sections: Sections) -> bool:
    """Whether it stands under a heading over projects alone: "Side projects"."""
    section = sections.at(role.start)
    return section is not None and text[section.start : section.body].lower().strip(_MARKUP).endswith(
        "projects"
    )


def _stands_by_a_title(text: str, period: Period) -> bool:
    """Whether a month and year stand alone on a line, and a title on the next or the one before: a job that
    took no longer."""
    if period.years_alone:
        return False
    start = text.rfind("\n", 0, period.start) + 1
    end = text.find("\n", period.end)
    end = len(text) if end < 0 else end
    if text[start:end].strip() != text[period.start : period.end]:
        return False
    beside = (
        text[end : end + _FAR_BELOW].lstrip().partition("\n")[0],
        text[max(0, start - _FAR_BELOW) : start].rstrip().rpartition("\n")[2],
    )
    return any(len(line) <= _SHORT_LINE and _is_a_title(line) for line in beside)


def _tells_of(role: Role, other: Role) -> bool:
    """Whether the ``other`` dates tell of what was done in the ``role`` before ("2012 - 2014 Knitwear, $3
    million"), or name it and its years once more below its head."""
    if not other.title:
        return other.years_alone and role.first - _YEAR < other.first and other.last < role.last + _YEAR
    return (
        other.title == role.title
        and other.start - role.start < _FAR_BELOW
        and other.first // _YEAR == role.first // _YEAR
        and other.last // _YEAR == role.last // _YEAR
        and max(role.first, other.first) < min(role.last, other.last)
    )


def _begins_with_a_degree(context: str) -> bool:
    """Whether the lower-case line of a date tells of study: "BSc (Hons) Speech Therapy, University of X"."""
    if not _PLACE_OF_STUDY.search(context):
        return False
    return any(
        found.start <= _FIRST and found.level in _TAUGHT for found in find_levels(context[:_LONG_LINE])
    )


def _is_aside(text: str, lower: str, period: Period, last: Period | None, sections: Sections) -> bool:
    """Whether a period tells of something other than a role: since when a licence is held, or when in the
    ``last`` role something happened: "grew sales by a third from 2019 to 2021", "(closed Mar - Jun 2020)"."""
    if period.current and _HELD_SINCE.search(lower, max(0, period.start - 60), period.start):
        return sections.kind_at(period.start) != "experience"
    achieved = sections.kind_at(period.start) in ("other", "summary")
    if not achieved and (last is None or period.first < last.first or period.last > last.last):
        return False
    start = text.rfind("\n", 0, period.start) + 1
    end = text.find("\n", period.end)
    line = text[start : end if end >= 0 else len(text)]
    before = line[: period.start - start]
    if last is not None and line.startswith("#"):  # "#### A project (2017 - 2018)" below "### The job"
        above = text[text.rfind("\n", 0, last.start) + 1 : last.start]
        return above.startswith("#") and _marks(line) > _marks(above) and bool(title_in(above)[1])
    if last is not None and last.current and period.current and _SINCE_THEN.fullmatch(before):
        return text[period.end : period.end + 2].strip()[:1] not in _MARKS_A_ROLE
    bracket = before.rfind("(")
    bracketed = bracket > before.rfind(")")
    if len(line) > _LONG_LINE:  # where "Chef (2016 - 2018)" may be a role among others
        if bracketed and last is not None and last.end > start and before[bracket + 1 :].strip():
            return True
        within = last is not None and last.first <= period.first and period.last <= last.last
        return within and before[-2:-1].islower() and not title_in(before[-_SHORT_LINE:])[1]
    if len(before) < _LEAST_BEFORE:
        return False
    if not line.lstrip().startswith(_BULLETS):
        return bracketed and last is not None and last.end > start
    if bracketed and _DUTIES_LABEL.match(line):
        return True  # "Duties: Head of IT (2021-now), Lecturer (2023-now)"
    return bracketed if achieved else not title_in(line)[1]


def _marks(line: str) -> int:
    """How deep a heading of Markdown is."""
    return len(line) - len(line.lstrip("#"))


def _ends_with_a_title(text: str) -> bool:
    """Whether a title stands right before the dates: "Sous Chef January 2011 to March 2014 Example Inn"."""
    title, families = title_in(text[-40:])
    if families and _stands_last(title, text):
        return True
    title, families = title_in(text[-40:].rpartition("/")[2])
    return bool(families) and _stands_last(title, text)


def _stands_last(title: str, text: str) -> bool:
    return text.rstrip(" ,-|:(").endswith(title)


def _is_of_a_duty(text: str, title: str) -> bool:
    """Whether the ``title`` stands in what somebody did: "Assisted Warehouse Manager and cooks"."""
    before = text[: max(0, text.find(title))]
    opening = max(before.rfind(mark) for mark in ("  ", ", ", ". ", "|"))
    words = before[opening + 1 :].split()
    return bool(words) and (words[0].lower().endswith(_VERB_ENDS) or words[-1].lower() in _WHOSE)


type _Titled = tuple[str, dict[int, float]]


def _is_a_part(line: str, titled: _Titled) -> bool:
    """Whether the title is all of a part of its line, and not the beginning of a firm's name: "Nurse Finders
    Ltd", "Chef Works"."""
    title, families = titled
    if SEVERAL.search(title.lower()):
        return False  # "Moreton Steel Fabricators"
    return any(part.strip(_EDGES) == title for part in _PARTS.split(line)) and (
        " " not in title or title_in(title.rpartition(" ")[0])[1] != families
    )


def _better_beside(named: tuple[str, _Titled], lines: list[str]) -> tuple[str, _Titled]:
    """The one of the ``lines`` that is a title and nothing else, or the first column of one, if it tells as
    much."""
    least = sum(named[1][1].values())
    for line in lines:
        found = title_in(line) if line != named[0] else ("", {})
        alone = found[0] in (line.strip(_EDGES), _WIDE_PARTS.split(line.strip(_EDGES))[0])
        if found[0] and alone and sum(found[1].values()) >= least:
            return line, found
    return named


def _is_like_a_title(text: str) -> bool:
    """Whether it is written as a title is, in capitals or not."""
    shown = _SMALL_WORDS.sub(lambda match: match[0].lower(), text.title()) if text.isupper() else text
    return _A_TITLE.fullmatch(shown) is not None


def _is_a_title(line: str) -> bool:
    """Whether it is a title and nothing else."""
    bare = line.strip(_EDGES)
    return bool(bare) and (_is_like_a_title(bare) or title_in(line)[0] == bare)


def _post_before(line: str, titled: _Titled) -> str | None:
    """The title with the post that stands before it and a comma: "Senior Manager, Online Marketing"."""
    title = titled[0]
    before, comma, _ = line.partition(f", {title}")
    post = _PARTS.split(before)[-1].strip(_EDGES)
    if not comma or _is_like_a_title(title) or not _is_like_a_title(post):
        return None
    return f"{post}, {title}"


def _unknown_title(lines: list[str]) -> tuple[str, _Titled] | None:
    """The part of the ``lines`` that is a title by its form, of an occupation that no family knows: "Head of
    Acquisition & Retention", "Exams Officer"."""
    for line in lines:
        if len(line) <= _HEADING_LINE and not _A_SUPERIOR.match(line):
            if rest := _A_RANK_OF.match(line.strip(_EDGES)):
                return line, (rest[0], {})
            for part in _PARTS.split(line):
                if (bare := part.strip(_EDGES)) and _is_like_a_title(bare):
                    return line, (bare, {})
    return None


def _is_told_as(line: str, title: str) -> bool:
    """Whether a sentence says that one works as that: "Currently working as Finance Manager at Example"."""
    told = _AS.search(line)
    return told is not None and line[told.end() :].removeprefix(" an").removeprefix(" a").lstrip().startswith(
        title
    )


def _opens_a_part(line: str, title: str) -> bool:
    """Whether a part of the line begins with the ``title`` of one person, so that it is no word of what was
    done: "Responsible for eight teachers", "driver phones at four"."""
    if SEVERAL.search(title.lower()):
        return False
    if any(part.strip(_EDGES).startswith(title) for part in (line, *_PARTS.split(line))):
        return True
    first, joined, second = line.strip(_EDGES).partition(" and ")
    return bool(joined) and second.startswith(title) and _is_a_title(first)


def _goes_on(line: str, following: str) -> bool:
    """Whether the ``line`` of a list tells as what somebody worked and is broken before the dates: "Worked as
    Test Analyst in Example Ltd," / "Pune from May 2014 to June 2017"."""
    return (
        line.lstrip().startswith(_BULLETS)
        and not following.lstrip().startswith(_BULLETS)
        and not line.rstrip().endswith(":")
        and _AS.search(line) is not None
    )


def _begins_a_role(text: str, period: Period) -> bool:
    """A month and year does; a year alone only at an end of its line: "Windows Server 2012" is no role, nor
    is "Database: SQL Server 2008"."""
    if period.end - period.start > len("2012"):
        return True
    before = text[text.rfind("\n", 0, period.start) + 1 : period.start]
    if _VERSION.search(before.lower()):
        return False
    end = text.find("\n", period.end)
    after = text[period.end : end if end >= 0 else len(text)]
    return not before.strip(" •-*|(") or not after.strip(" |).:,")


def _lines_above(
    text: str, before: int, line_start: int, line_end: int, sections: Sections
) -> tuple[list[str], int, bool]:
    """The lines above the one of the dates that may name the role, the nearest first, where the last of them
    begins, and whether one is more than a section's heading."""
    lines: list[str] = []
    start = cursor = line_start
    above = False
    apart = not text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].strip()
    for _ in range(8 if apart else 2):  # where an empty line stands between all lines, two others
        if cursor <= before or cursor == 0 or len(lines) > _LINES_ABOVE:
            break
        up = text.rfind("\n", 0, cursor - 1) + 1
        line = text[up : cursor - 1]
        if cursor == line_start and _goes_on(line, text[line_start:line_end]):
            lines.append(line)
            break
        if (
            up < before  # the line of the role before
            or len(line) > _HEADING_LINE
            or line.lstrip().startswith(_BULLETS)
            or line.rstrip().endswith(".")
        ):
            break
        if line.strip(_NO_WORDS):
            lines.append(line)
            above = above or not sections.is_heading(up)
            start = up
        elif lines and not apart:
            heading = text[text.rfind("\n", 0, max(0, up - 1)) + 1 : max(0, up - 1)]
            if heading.startswith("#") and len(lines) < _LINES_ABOVE and up > before:
                lines.append(heading)  # "### Cook, Example Inn", an empty line, "Leeds"
                start = up - 1 - len(heading)
                above = above or not sections.is_heading(start)
            break
        cursor = up
    if len(lines) > _LINES_ABOVE and not (
        max(map(len, lines)) <= _SHORT_LINE and _is_a_title(lines[-1].partition(",")[0])
    ):
        lines.pop()
        start = text.rfind(lines[-1], 0, line_start)
    return lines, start, above


def _lines_below(text: str, line_end: int, after: int, section_end: int) -> list[str]:
    """The lines below the one of the dates that may name the role, up to the next dates (``after``) and
    within its section."""
    lines: list[str] = []
    cursor = line_end
    while len(lines) <= _LINES_BELOW and cursor < min(section_end, len(text), line_end + _FAR_BELOW):
        down = text.find("\n", cursor + 1)
        down = len(text) if down < 0 else down
        line = text[cursor + 1 : down]
        if (
            section_end < down
            or len(line) > _HEADING_LINE
            or line.lstrip().startswith(_BULLETS)
            or (_SENTENCE.search(line) and not _AS.search(line))
        ):
            break
        if line.strip():
            lines.append(line)
        cursor = down
    if len(lines) > _LINES_BELOW and not (
        (after == len(text) or after - cursor > _DUTIES)
        and max(map(len, lines)) <= _SHORT_LINE
        and _is_a_title(lines[-1].partition(",")[0])
    ):
        lines.pop()
    return lines


class _Head(NamedTuple):
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
    below: list[str]
    line_start: int
    line_end: int


def _is_work(head: _Head, lower: str, period: Period) -> bool:
    """Whether it is paid work, and no study, certificate, office, event or break."""
    kind, context, families, study = head.kind, head.context, head.families, head.study
    of_a_long_line = head.line_end - head.line_start > _LONG_LINE
    if kind in _NOT_WORK or _UNPAID.search(context):
        return False
    if not families and any(line.rstrip().endswith(" volunteer") for line in head.below):
        return False
    if study and not families and kind in ("", "summary", "skills", "other"):
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
    if _SOCIETY.search(context) and (not families or _OFFICE.search(head.title.lower())):
        return False
    if _BREAK.search(context) and not (families and head.beside):
        return False
    return not (
        "home" in context and _AT_HOME.search(lower, max(head.line_start, period.start - 40), period.start)
    )


def _role(text: str, lower: str, period: Period, before: int, after: int, sections: Sections) -> Role:
    kind = sections.kind_at(period.start)
    line_start = text.rfind("\n", 0, period.start) + 1
    line_end = text.find("\n", period.end)
    line_end = len(text) if line_end < 0 else line_end
    form: tuple[str, int] | None = None
    told = same = ""
    parts: list[str] = []
    previous, below = list[str](), list[str]()
    above = False
    if line_end - line_start > _LONG_LINE:
        earlier = _SENTENCE.split(text[max(before, line_start, period.start - 140) : period.start])[-1]
        following = next(sections.after(period.end), None)
        limit = min(after, period.end + 110, following.start if following else len(text))
        later = _SENTENCE.split(text[period.end : limit], 1)[0]
        if later.lstrip(" )|:").startswith(_BULLETS):
            later = ""  # what was done follows, and the title stands before
        near = earlier[-110:]
        candidates = [later, near] if later else [near]
        beside_dates = (_WIDE_PARTS.split(near.rstrip())[-1:], _WIDE_PARTS.split(later.lstrip())[:1])
        parts = [part for side in beside_dates for part in side]
        told = later
        if _ends_with_a_title(earlier):  # and not with the name of a firm before it: "Example Bakers, Clerk"
            alone = earlier.rstrip().rpartition("  ")[2]
            alone = alone if len(alone) <= _SHORT_LINE else earlier[-40:]
            candidates = [near if _stands_last(title_in(near)[0], near) else alone]
        if ":" in later and (labelled := _ROLE_NAMED.search(text, period.end, limit + _SHORT_LINE)):
            candidates.insert(0, labelled[1])
        start = max(before, period.start - 60)
        context = f"{earlier} {later[:90]}".lower()
    else:
        rest = text[period.end : min(line_end, after)]
        if after < line_end:
            rest = rest.partition(";")[0]  # "Sous Chef, 2019 to 2022; Chef de Partie, 2016 to 2019"
        same = text[max(line_start, before) : period.start] + " | " + rest
        previous, start, above = _lines_above(text, before, line_start, line_end, sections)
        section = next((item for item in sections.after(period.end) if item.kind != kind), None)
        below = _lines_below(text, line_end, after, min(after, section.start) if section else after)
        candidates = [same, *previous, *below]
        if worked := _AS.search(same):
            candidates.insert(0, same[worked.end() :].partition(" at ")[0])
        if previous and start == text.rfind("\n", 0, line_start - 1) + 1:
            candidates.append(f"{previous[0].strip()} {same.lstrip()}")  # "Accounts" / "Payable Specialist"
        form = _in_a_form(text, before, line_start, line_end, after)
        if form is not None:
            candidates.insert(0, form[0])
        context = same.lower()
        shown = [word for word in WORD.findall(context) if not word.isdigit()]
        if len(shown) < 2:
            # A line that names more than its dates speaks for itself.
            context = " ".join([same, *previous, *below[:1]]).lower()
    named: tuple[str, _Titled] | None = None
    for line in candidates:
        found = title_in(line)
        if (
            not found[1]
            or (line != same and _A_SUPERIOR.match(line))
            or (line is told and _is_of_a_duty(line, found[0]))
            or (line in below and not (_opens_a_part(line, found[0]) or _is_told_as(line, found[0])))
            or (line in below and f"{found[0]}:" in line)  # a label: "Hours: 40 Supervisor: A. Sample"
            or SEVERAL.search(found[0].lower().partition(" to ")[0])
        ):
            continue
        sure = line not in previous and not (line is same and found[0].islower())
        if sure or _opens_a_part(line, found[0]):
            named = line, found
            break
        # A word of what was done in the role above is no title where a line below has one of its own.
        named = named or (line, found)
    if (
        named is not None
        and not told
        and (not _is_a_part(*named) or (named[0] in previous and len(named[0]) > _SHORT_LINE))
    ):
        named = _better_beside(named, previous[:2] + below[:2])
    if named is not None and (post := _post_before(*named)):
        named = named[0], (post, named[1][1])
    if named is None:
        named = _unknown_title([*([form[0]] if form else ()), *parts, same, *previous[:2], *below])
    elif not _opens_a_part(named[0], named[1][0]):
        # nor is one in a sentence where a part beside the dates is written as one
        if named[0] in previous:
            named = _unknown_title([same, *previous[: previous.index(named[0])], *below]) or named
        elif named[1][0].islower():
            named = _unknown_title(parts) or named
    line, (title, families) = named or ("", ("", {}))
    beside = named is not None and line == candidates[0]
    if named is not None and line not in previous:
        # the lines above tell of the role before, but for those of a form
        start = form[1] if form is not None and line is form[0] else max(start, line_start)
    degree = _STUDY.search(context) is not None
    study = degree or _SCHOOL.search(context) is not None
    told_until = text.find(line, line_end, after) + len(line) if line and line in below else 0
    works_there = not degree and (
        kind == "experience"
        or (
            kind in _OFTEN_WORK
            and len(line) <= _SHORT_LINE
            and (line in previous or after - told_until > _DUTIES)
            and not any(_STUDY.search(other.lower()) for other in (*previous, *below))
        )
    )
    if study and (not (beside or works_there) or _LEARNS.search(context)):
        title, families = "", {}  # of another line than the dates, or of what one learns to be
    if above:
        told_until = 0  # what stood there may have been the title
    if kind in _BESIDES and families and not study and not sections.tell_of_work:
        kind = ""  # the heading of the jobs was not found: they stand below another
    head = _Head(kind, context, title, families, beside, study, below, line_start, line_end)
    counted = _is_work(head, lower, period)
    in_passing = (
        not families
        and period.current
        and _SINCE.search(text, max(line_start, period.start - 32), period.start) is not None
    )
    return Role(
        title,
        families,
        period.first,
        period.last,
        period.current,
        start,
        after,
        counted,
        told_until,
        period.years_alone,
        in_passing,
    )
