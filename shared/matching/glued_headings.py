"""Headings of a posting that ran into the text around them."""

import re
from functools import cache

from shared.matching.heads import DEPTH, heads_of
from shared.matching.lazy import Lazy

_LEADS = (
    r"(?:Job |Key |Main |Primary |Essential |Minimum |Basic |Preferred |Required |Desired |Desirable |"
    r"Additional |"
    r"Mandatory |Bonus |(?:Non-)?Technical |Other |Core |General |Specific |Position |Role |Your |Client |"
    r"Company |Business |"
    r"Education |"
    r"Experience |Qualifications? |Skills |Knowledge |Duties |Roles ){0,2}(?:(?:and|&|/) )?"
)
_NOUNS = (
    r"(?:Responsibilit(?:y|ies)|Requirements?|Qualifications?|Skills|Duties|Description|Profile|Summary|"
    r"Overview|Benefits|"
    r"Details|Experience|Education(?: Level)?|Criteria|Offer|Functions|Accountabilities|Competenc(?:y|ies))"
    r"(?: Required| Preferred| Desired| Includ(?:e|ing)| You| Needed)?"
)


class _Heading:
    """A heading in the midst of a line: what may stand before it, the words it begins and ends with, and
    what stands behind it. Most texts hold no such end, which is told for all headings at once."""

    def __init__(self, before: str, leads: str, nouns: str, behind: str) -> None:
        self.end = Lazy(nouns + behind)
        self._whole = Lazy(rf"(?=[A-Z]){before}(?P<heading>{leads}{nouns}){behind}")

    def apart(self, text: str) -> str:
        """``text`` with each such heading on a line of its own."""
        return self._whole.sub(r"\n\g<heading>:\n", text)


_HEADINGS = (
    # A heading and its text run together: ``planning.Minimum RequirementsExperience``.
    _Heading(
        r"(?:(?<=[a-z.:;!)\]*])|(?<=[.:;!)*] )|(?<=  )|(?<=\n))",
        _LEADS,
        _NOUNS,
        r":?(?=[A-Z][A-Za-z]|\d{1,2}(?:-\d{1,2})?\+? |401|[•*-])",
    ),
    _Heading(r"(?:(?<=[a-z])|(?<=[.:;!)] )|(?<=[.:;!)])|(?<=[a-z)]  )|(?<=\n))", _LEADS, _NOUNS, r":(?=\s)"),
    _Heading(
        r"(?:(?<=[.:;!)a-z] )|(?<=  )|(?<=[a-z][.;:!?)]))",
        r"(?:[A-Z]{3,}(?: (?:AND |& )?|/)){0,3}",
        r"(?:RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS|SKILLS|DUTIES|EXPERIENCE|EDUCATION|BENEFITS|"
        r"FUNCTIONS|DESCRIPTION|SUMMARY|OVERVIEW|INFORMATION)",
        r":(?=[\s•*·|]|[A-Z][a-z])",
    ),
    _Heading(
        r"(?:(?<=[a-z.;!?)])|(?<=[a-z\d.;!?)] ))",
        "",
        r"(?:DESIRED|DESIRABLE|ESSENTIAL|PREFERRED|REQUIRED|MUST(?: HAVE)?)",
        r":(?=\n| ?[A-Z\d•*-])",
    ),
    # In capitals, before a sentence that is not: ``assigned. QUALIFICATIONS To perform this job``.
    _Heading(
        r"(?<=[a-z\d.:;!)*] )",
        r"(?:(?:[A-Z]{3,}|KEY|JOB) (?:(?:AND|and)(?:/OR|/or)? |& )?){0,3}",
        r"(?:RESPONSIBILITIES|ACCOUNTABILITIES|REQUIREMENTS|QUALIFICATIONS|SKILLS|DUTIES|EXPERIENCE|EDUCATION|"
        r"BENEFITS|FUNCTIONS|PERKS|DESCRIPTION|THE ROLE|WHY [A-Z]{2,20}|ABOUT [A-Z]{2,20}|WHAT WE OFFER|"
        r"WHO (?:WE|YOU) ARE)",
        r"(?= (?:include|MUST:|- [A-Z]|[A-Z][a-z']*[ /][a-z]))",
    ),
    _Heading(r"(?<=[a-z\d)] )", "", r"(?:DESIRABLE|DESIRED)", r"(?= [A-Z][a-z]+)"),
    _Heading(
        r"(?<=[a-z)] )",
        r"(?:(?:KEY|JOB|ESSENTIAL|MINIMUM|PREFERRED|BASIC) )?",
        r"(?:RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS|ACCOUNTABILITIES|DUTIES|BENEFITS)",
        r"(?= [A-Z][a-z]+[ ,])",
    ),
    _Heading(
        r"(?:(?<=[\w).;:!?] )|(?<=[a-z).]))",
        r"(?:(?:Preferred|Required|Minimum|Desired|Desirable|Additional|Basic) )?"
        r"(?:(?:Non-)?Technical|Preferred|Required|Minimum|Desired|Desirable|Bonus|Essential|"
        r"Nice[ -][Tt]o[ -][Hh]ave) ",
        r"(?:Skills|Qualifications|Requirements|Experience)(?: and [A-Z][a-z]+)?",
        r":(?=[ \n-]|[A-Z])",
    ),
    _Heading(
        r"(?:(?<=[a-z).;!?] )|(?<=[A-Z]{2} ))(?<!and )(?<!or )",
        _LEADS,
        r"(?:Skills|Qualifications|Experience) (?:Required|Desired|Preferred)",
        r":(?=\s)",
    ),
    # What is wished for or offered, run together with its first item or before the first bullet of a
    # flat text.
    _Heading(
        r"(?:(?<=[a-z.;!?)\]])|(?<=[.;!?)] )|(?<=  ))",
        "",
        r"(?:Preferred|P(?:REFER|ERFER)RED|Desirable|Desired|Essential|Required|Nice[ -][Tt]o[ -][Hh]aves?|"
        r"Good [Tt]o [Hh]ave|Bonus(?: [Pp]oints)?|Must [Hh]aves?|Benefits|What [Ww]e [Oo]ffer|We [Oo]ffer|"
        r"About [Uu]s)",
        r":(?=[A-Z\d\n•*-])",
    ),
    _Heading(
        r"(?<=[\w.)!?+] )",
        "",
        r"(?:Preferred|Desirable|Desired|Nice [Tt]o [Hh]ave|Good [Tt]o [Hh]ave|Must [Hh]aves?|Benefits|"
        r"NICE TO HAVES?|"
        r"GOOD TO HAVE|PREFERRED|DESIRABLE|ESSENTIAL|REQUIREMENTS|QUALIFICATIONS|RESPONSIBILITIES|DUTIES|"
        r"ACCOUNTABILITIES|BENEFITS|"
        r"MUST HAVES?|WHAT YOU'LL (?:NEED|DO|BRING|GET)|WHAT WE OFFER|WHY [A-Z]{3,20}|ABOUT [A-Z]{2,20})",
        r" (?=[•*-] )",
    ),
    # What stands at the end of an advertisement, wherever its line begins.
    _Heading(
        r"(?<=[^\n])",
        r"(?:Search |SEARCH )?",
        r"(?:DISCLAIMER|Disclaimer|Keywords?(?: Search)?|KEYWORDS?|Key [Ww]ords|Search Terms)",
        r":(?=\s)",
    ),
    _Heading(
        r"(?:(?<=[a-z.!?)] )|(?<=  ))",
        "",
        r"(?:About|Benefits of [Ww]orking (?:with|at|for)|Why [Ww]ork (?:with|at|for)) "
        r"[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,3}",
        r":(?=\s|[A-Z])",
    ),
    _Heading(
        r"(?:(?<=[a-z\d).:;!?#*] )|(?<=[a-z\d.)\n*])|(?<=  ))",
        r"(?:[A-Z][a-z-]+ (?:(?:and|&|/) )?){0,3}",
        r"(?:Responsibilities|Qualifications|Requirements|Accountabilities|Duties|Benefits|Daily Activities|"
        r"(?:Skills?|Education|Knowledge|Qualifications|Training) ?(?:and|&|/) ?"
        r"(?:Experience|Skills|Qualifications)|"
        r"(?:Duties|Tasks|Responsibilities) (?:and (?:Duties|Tasks|Responsibilities) )?"
        r"of (?:the )?(?:[A-Z][a-z]+ ?){1,4})",
        r":(?=\s|[A-Z\d•*-])",
    ),
    _Heading(
        r"(?:(?<=[a-z.!?)])|(?<=\n))",
        "",
        r"Careers (?:[Ww]ith|[Aa]t) [A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2}",
        r"\.(?= )",
    ),
    # Of forms of the public service, and of agencies: ``bookings. Knowledge, Skills and Abilities: Typing``,
    # ``in Leeds. The Role To run the ward``.
    _Heading(
        r"(?:(?<=[a-z\d.:;!?)] )|(?<=[a-z.:;!?)])|(?<=\n))",
        r"(?:(?:Required|Minimum) )?Knowledge,? (?:(?:and|&) )?Skills?,? (?:(?:and|&) )?(?:Other )?",
        r"Abilit(?:y|ies)(?: \(KSAs?\))?",
        r":?(?= ?[A-Z\d\n•*-])",
    ),
    _Heading(
        r"(?:(?<=[a-z\d.!?)] )|(?<=  ))",
        r"(?:The (?:Successful |Ideal )?|Ideal |Successful |Roles? (?:and|&) )",
        r"(?:Role|Candidate|Applicant|Person|Post|Position|Job|Company|Package|Responsibilities)",
        r"\s?[:;](?= )",
    ),
    _Heading(
        r"(?:(?<=[a-z\d.!?)] )|(?<=  ))",
        "",
        r"The (?:Role|Candidate|Position|Person|Post|Package|Requirements|Responsibilities)",
        r"(?= {2,8}[A-Z]| (?:To|You|As|My|We|This|Must|Our|Your|An?|Have|Reporting|Responsible) )",
    ),
    _Heading(
        r"(?<=[a-z\d.)] )",
        r"(?:Essential|Personal|Candidate|Key|Main|Job|Minimum|Preferred|Desired|Desirable|Person) ",
        r"(?:Requirements|Responsibilities|Duties|Qualifications|Criteria|Specification|Attributes)",
        r"(?= +[A-Z][a-z]+ [a-z])",
    ),
    _Heading(
        r"(?<=[.!?)] )",
        "",
        r"Benefits",
        r"(?= +(?:\*\*|[£$]|(?:Free|Competitive|Salary|Holiday|Excellent|Generous|Company|Paid) ))",
    ),
    # Of a person specification in one paragraph: ``by hand. Desirable Experience of the yard``.
    _Heading(
        r"(?:(?<=[.!?)] )|(?<=[a-z.)]  ))",
        "",
        r"(?:Essential(?! (?:Duties|Functions|Job|Skills|Criteria|Experience|Qual|Req|Resp|Attrib))|"
        r"Desirea?ble(?! (?:Skills|Criteria|Qual|Req|Attrib)))",
        r"(?= [A-Z][a-z]+ )",
    ),
    _Heading(r"(?:(?<=[.!?)])|(?<=[.!?)] ))", r"(?:What )?", r"(?:We|we) [Oo]ffer", r"(?= ?[•*])"),
    _Heading(
        r"(?<=ssigned )",
        r"(?:Job )?",
        r"(?:Qualifications|Requirements|Education|Experience|Skills)",
        r"(?= +[A-Z])",
    ),
    # In capitals, before the first word of what it heads: ``in Hull.JOB DUTIESThe clerk weighs lorries``.
    _Heading(
        r"(?:(?<=[a-z.:!?)])|(?<=[a-z.!?)] )|(?<=\n))",
        r"(?:[A-Z]{2,}(?:,? (?:AND |& )?|/)){0,3}",
        r"(?:RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS|SKILLS|DUTIES|EDUCATION|BENEFITS|FUNCTIONS|DESCRIPTION|"
        r"SUMMARY|OVERVIEW|INFORMATION|CANDIDATES?|STATEMENT)",
        r"(?=[A-Z][a-z])",
    ),
    # At the end of a line, and whole phrases before a capital.
    _Heading(
        r"(?<=[.:;!?)] )",
        r"(?:Minimum|Preferred|Required|Basic|Desired|Desirable|Additional|Key|Job|Essential|Ideal) ",
        r"(?:Qualifications|Requirements|Skills|Experience|Responsibilities|Duties|Criteria|Attributes)"
        r"(?: (?:and|&|/) (?:[A-Z][a-z]+ )?"
        r"(?:Functions|Duties|Tasks|Responsibilities|Skills|Experience|Qualifications))?",
        r"(?=\n)",
    ),
    _Heading(
        r"(?:(?<=[.:;!?)] )|(?<=\n)|(?<=[a-z.!?)]))",
        "",
        r"(?:What (?:We(?:'re| Are) Looking For|You(?:'ll| Will)? (?:Bring|Need|Do|Be Doing|Get)|"
        r"Sets You Apart|"
        r"We Offer|You Need [Ff]or [Tt]his (?:Position|Role|Job))|Who You Are|"
        r"What's [Ii]n [Ii]t [Ff]or [Yy]ou|Top Reasons [Tt]o Work (?:[Ww]ith|[Ff]or|[Aa]t) [Uu]s|"
        r"About (?:You|[Tt]he Role|Us)|Our Benefits|Why Join Us|How [Tt]o Apply|Nice [Tt]o Have|"
        r"Work Environment|"
        r"Working Conditions|Physical Demands)",
        r"(?=\n| ?[A-Z•*-]|401\()",
    ),
    # The first before a capital, with a space between.
    _Heading(
        r"(?:(?<=[.!?)] )|(?<=\n)|(?<=  )|(?<=[a-z.!?]))",
        r"(?:Minimum |Preferred |Required |Basic |Desired |Additional |Key |Job |Main |Primary )?",
        r"(?:Responsibilities|Qualifications|Requirements|Accountabilities|Duties)"
        r"(?: Required| Preferred| Desired)?",
        r"(?= +(?!And\b|Of\b|For\b|In\b|Include)[A-Z][a-z]|  +[-•*])",
    ),
)


def glued_headings_apart(text: str) -> str:
    """``text`` with each of ``_HEADINGS`` in the midst of a line on one of its own."""
    ended = _ended_in(text)
    for heading in _HEADINGS:
        if heading in ended and (apart := heading.apart(text)) != text:
            text = apart
            ended = _ended_in(text)
    return text


def _ended_in(text: str) -> set[_Heading]:
    """The headings whose end stands in ``text``."""
    first_letters, by_letters = _ends()
    ended: set[_Heading] = set()
    for match in first_letters.finditer(text):
        at = match.start()
        for heading in by_letters[text[at : at + DEPTH]]:
            if heading not in ended and heading.end.match(text, at):
                ended.add(heading)
    return ended


@cache
def _ends() -> tuple[re.Pattern[str], dict[str, list[_Heading]]]:
    """What finds the first letter of a heading's end, and the headings by the first letters of theirs."""
    by_letters: dict[str, list[_Heading]] = {}
    for heading in _HEADINGS:
        for head in heads_of(heading.end.pattern):
            by_letters.setdefault("".join(head), []).append(heading)
    first_letters = "|".join(f"{letters[0]}(?={letters[1:]})" for letters in sorted(by_letters))
    return re.compile(first_letters), by_letters
