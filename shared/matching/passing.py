"""Whether a duty names a skill only in passing: as what other people do with whom one works."""

from bisect import bisect_left

from shared.matching.asking import Asking
from shared.matching.lazy import Lazy
from shared.matching.people import OTHERS, PEOPLE
from shared.matching.words import Words, stem

_HEADS = ("head of ", "director of ", "vice president of ", "vp of ", "chief ")
"""What the name of one of them begins with."""
_WITH = Lazy(
    r"\b(?:with|alongside|reports? to|reporting to|support(?:s|ing)? (?:the|our)|join(?:s|ing)?|inside|"
    r"within|under|"
    r"advis\w+|assist\w* (?:the|our)|led by|headed by|between|from|to (?:the|our|other))\b[^.;:]{0,60}$"
)


_GROUPS = Lazy(
    r"\b(?:teams?(?! (?:lead|manag|member|play))|departments?|(?:functional |user |business )?groups|"
    r"functions|colleagues|stakeholders|"
    r"disciplines|"
    r"professionals|departmental|counterparts)\b[^.;:()]{0,24}"
    r"(?:\b(?:such as|like|including|in)\b|\(|e\.g\.|i\.e\.)[^.;:)]{0,110}$"
)
"""What follows are the names of other people's departments."""
_EMPLOYERS = Lazy(
    r"\b(?:we|we're|we've|our|us|company|business|firm|trust|site|which|practice|laborator(?:y|ies)|"
    r"lab|group|"
    r"organi[sz]ation|factory|plant|it)(?: \w+){0,3}? (?:hold|holds|held|certified|accredited|registered|"
    r"compliant|"
    r"approved|achieved|awarded|have been|has been)\b[^.;]{0,90}$|\bturnover\b[^;]{0,60}$"
)
_STANDARDS = ("ISO ", "AS9", "IATF", "BRC", "CMMI", "CMMC", "Cyber Essentials", "SOC 2", "B Corp", "HITRUST")
_CERTIFIED_COMPANY = Lazy(r"\b(?:certified|accredited) (?:company|firm|organi[sz]ation|business)\b")
"""Behind a standard that a firm has, even among what is wished for."""
_ONLY_CERTIFIED = Lazy(
    r"\W{0,4}(?:[\w/:+-]+,? (?:& )?){1,8}?(?:certified|accredited|registered)"
    r"(?:(?:,| and| &) (?:[\w/:+-]+ ){1,4}?(?:certified|accredited|registered|compliant|approved)){0,4}"
    r"\W{0,3}"
)
"""A sentence that says nothing else, as firms speak of themselves: "ISO 13485 certified, FDA registered."."""
_CERTIFIED = Lazy(r"[^.;,]{0,24}\b(?:certified|accredited|approved|registered)\b(?! (?:by|in|as)\b)")
_LONGEST_CLAIM = 400
"""Characters around a standard in which a firm says that it has it; sentences may be endless."""
_OF_A_COMPANY = Lazy(r"\b(?:is|are|we|we're|company|employees|established|turnover|group|firm|site)\b")
_WE_RECRUIT = Lazy(
    r"\b(?:is|are|we|we're|currently|now|actively|also|to|stage of|part of (?:the|our)|our|this|the) "
    r"(?:(?:currently|now|actively|looking to|of) )?$"
)
_RECRUITER = Lazy(
    r"\s(?:process|agency|agencies|consultancy|ltd|limited|plc|business|campaign|a\b|an\b|for (?:a|an|"
    r"this)\b)"
)


_PART_OF = Lazy(
    r"\b(?:(?:School|Department|Dept|Faculty|College|Division|Directorate|Ministry|Office|Centre|Center) "
    r"(?:of|for)|University of|Institute for|"
    r"(?:[Rr]eport(?:s|ing)? |[Rr]esponsible |[Aa]ccountable )(?:in)?to (?:the |our |a )?(?:[A-Z]\w+ )?"
    r"(?:Head|Director|VP|Vice President|Lead|Manager|Chief) (?:of|for)) "
    r"(?:(?:the|and|&|of|[A-Z][a-z]+),? ){0,5}$"
)
"""Before the last words of the name of a place or of a superior: "School of Geography", "reporting to the
Head of Marketing"."""
_FIRM = Lazy(r"(?<=[a-z] )(?:[A-Z][\w&]+ ){1,3}$")
"""Before the last word of the name of an agency: "Call Shona at Altimeter Recruitment"."""
_AT_A_FIRM = Lazy(r"\b(?:at|for|join|with|of|by) (?:the )?(?:[A-Z][\w&'’-]+ ){1,3}$")
_FIRM_BELOW_THE_TITLE = Lazy(r"\n(?:[A-Z][\w&'’-]+ ){1,3}$")
_HEAD = 400
"""Characters at the beginning in which a line begins with the employer: "Madeup Renewables, Leeds"."""
_INDUSTRY_WORDS = """
accounting aviation banking broadcasting catering chemicals construction consulting electronics energy
engineering farming finance fintech foods forestry foundry healthcare hospitality insurance investments
logistics maintenance manufacturing marketing media mining mortgages packaging pharma pharmacy plumbing
property recruitment renewables retail roofing security shipping software telecoms textiles utilities
"""
_INDUSTRIES = frozenset(_INDUSTRY_WORDS.split())
"""Last words of the names of firms: "the team at Example Insurance"."""
_INSTITUTIONS = frozenset({"Society", "Union", "Bank", "Trust", "School", "Academy", "College", "Hospital"})
"""Last words of the names of institutions: "Morven Building Society"."""
_NAMED = Lazy(r"\b[A-Z][\w&'’-]+ $")
_HAS_TO_RECRUIT = Lazy(
    r"\b(?:responsib\w+|assist\w*|manag\w+|overs\w+|lead\w*|conduct\w*|carry\w* out|include|selection)\b"
    r"(?!.{0,60}\bclient)[^.;]{0,60}$"
)
"""Before the recruitment that is a duty, whoever wrote the posting: "responsible for the recruitment and
induction of carers"."""
_AGENCY = ("employment agency", "employment business")
"""What somebody who recruits for others has to say."""
_REACHED = Lazy(r"[^a-z\d]{1,6}(?:(?:tel|phone|ph|mobile|cell|direct|office|e-?mail|contact)\b|\(?\d{3}\W)")
"""Behind the title of whoever signs the posting: "Technical Recruiter, Tel: ..."."""
_RECRUITS = frozenset(map(stem, ("recruit", "recruitment", "recruiter", "resourcer", "talent")))


_SOUGHT = Lazy(
    r"[^.;:()\n]{0,90}\b(?:engineers?|developers?|designers?|scientists?|specialists?|analysts?|architects?|"
    r"managers?|testers?|hires|roles|positions|vacancies|talent|professionals|teams|squads)\b"
)
"""Behind a name, further down its list: "Go, Rust and data engineers"."""
_BREAKS_OFF = Lazy(r"\b(?:using|via|through|with|by|on|in|such as|like|from|to)\b")
"""Between a name and those people, if they are not its list's."""
_THEIR_STACK = Lazy(
    r"\b(?:our|the|their|its) (?:\w+ ){0,2}(?:stack|engineers?|developers|teams?|product|platform|products|"
    r"technolog(?:y|ies))(?: today| here)?(?::| (?:is|are|includes?|uses?|writes?|works?|runs?|builds?)\b)"
    r"[^.;]{0,90}$"
)
"""Before what those work with whom a recruiter looks for: "our stack is Go"."""


def recruits(title: set[str]) -> bool:
    """Whether the one who is looked for looks for others."""
    return not title.isdisjoint(_RECRUITS)


def are_sought(lower: str, start: int, end: int, *, wished: bool) -> bool:
    """Whether the mention tells, in a recruiter's posting, whom to look for, or with what they will work; to
    have looked for such people before may be what is ``wished`` for."""
    found = None if wished else _SOUGHT.match(lower, end)
    if found is not None and not _BREAKS_OFF.search(lower, end, found.end()):
        return True
    return _THEIR_STACK.search(lower, max(0, start - 130), start) is not None


def tells_of_the_employer(
    lower: str, start: int, end: int, asking: Asking, name: str, title: set[str], *, certificate: bool
) -> bool:
    """Whether the mention of ``name`` says what the employer holds ("we are certified to ISO 9001") or does
    with this very posting ("is recruiting a buyer"), or what an agency does."""
    low, high = asking.spans[asking.piece_at(start)]
    if name == "Recruitment":
        if not recruits(title) and (
            (
                asking.kind_at(start) == "duties"
                and any(said in lower for said in _AGENCY)
                and not _HAS_TO_RECRUIT.search(lower, max(low, start - 80), start)
            )
            or (lower.endswith("recruiter", start, end) and _REACHED.match(lower, end) is not None)
            or lower.endswith("recruiters", start, end)  # who wrote the posting, or who may not answer it
        ):
            return True
        return (
            _WE_RECRUIT.search(lower, max(low, start - 40), start) is not None
            and lower.startswith("recruit", start)
            and (not lower.startswith("recruitment", start) or _RECRUITER.match(lower, end) is not None)
        )
    if name == "IR35":
        return lower.endswith(("inside ", "outside "), 0, start)
    if not (certificate or name.startswith(_STANDARDS)):
        return False
    low, high = max(low, start - _LONGEST_CLAIM), min(high, start + _LONGEST_CLAIM)
    if _CERTIFIED_COMPANY.search(lower, start, high):
        return True
    if asking.kinds[asking.piece_at(start)] == "preferred":
        return False
    if name.startswith(_STANDARDS) and _ONLY_CERTIFIED.fullmatch(lower, low, high) is not None:
        return True
    return _EMPLOYERS.search(lower, max(low, start - 140), start) is not None or (
        name.startswith(_STANDARDS)
        and _CERTIFIED.match(lower, end, high) is not None
        and _OF_A_COMPANY.search(lower, low, start) is not None
    )


def is_in_a_name(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a part of the name of a department or of an agency, or what would do as
    well: "or equivalent military experience"."""
    if text.endswith("equivalent ", 0, start):
        return True
    if not text[start].isupper():
        return False
    if text[start:end].rpartition(" ")[2] in _INSTITUTIONS and _NAMED.search(text, max(0, start - 30), start):
        return True
    before = max(0, start - 80)
    if text[start:end].lower() in _INDUSTRIES and (
        _AT_A_FIRM.search(text, before, start)
        or (start < _HEAD and _FIRM_BELOW_THE_TITLE.search(text, before, start))
    ):
        return True
    return (
        any(text.find(word, before, start) >= 0 for word in (" of ", " for "))
        and _PART_OF.search(text, before, start) is not None
    ) or (text[start:end] == "Recruitment" and _FIRM.search(text, before, start) is not None)


def is_of_other_groups(lower: str, start: int, asking: Asking) -> bool:
    """Whether the mention stands in a list of the departments with which one works: "functional groups such
    as project management and quality"."""
    low, _ = asking.spans[asking.piece_at(start)]
    return _GROUPS.search(lower, max(low, start - 150), start) is not None


_AT_ONES_SIDE = Lazy(
    r"\b(?:your own|(?:your|an?) (?:\w+ )?dedicated|"
    r"(?:supported|supervised|guided|mentored|assisted|helped|trained|coached) by (?:our|the|an?)) (?:\w+ )?$"
)


def are_at_ones_side(lower: str, start: int, end: int) -> bool:
    """Whether the mention names somebody who helps in the post: "you will have a dedicated nurse"."""
    return (
        lower[start:end].rpartition(" ")[2] in OTHERS
        and _AT_ONES_SIDE.search(lower, max(0, start - 40), start) is not None
    )


_LED = Lazy(
    r"\b(?:manag|lead|led\b|supervis|train|coach|mentor|recruit|hir|oversee|direct|line manag|teach|develop|"
    r"guid|as an?\b|experienced?\b|qualified\b)[^.;:]{0,70}$"
)
"""Before people whom one leads, or of whom one is."""


def are_many_others(words: Words, start: int, end: int, title: set[str]) -> bool:
    """Whether the mention names people in the plural whom one only meets: "reports from lab technicians"."""
    shown = words.lower[start:end]
    return (
        shown.endswith("s")
        and shown.rpartition(" ")[2] in OTHERS
        and title.isdisjoint(
            words.stems[bisect_left(words.starts, start) : bisect_left(words.starts, end)][-1:]
        )
        and _LED.search(words.lower, max(0, start - 70), end) is None
    )


_SUPERIOR = Lazy(r"\b(?:report(?:s|ing)?|responsible|accountable) to (?:the|our|a) (?:\w+ )?$")
"""Before the title of the one to whom one reports, who may be a manager as oneself."""


_TOLD = Lazy(
    r"\b(?:explain|present|speak|talk|communicat\w*|report|translate|sell|pitch|brief|listen)\w* "
    r"[^.;:,()]{0,50}\b(?:to|with) (?:(?:the|our|senior|non-technical|technical) ){0,2}$|"
    r"\b(?:with|alongside) our (?:\w+ )?$"
)
"""Before those to whom one explains something, or with whom one works: "explain numbers to underwriters"."""


def are_told(words: Words, start: int, end: int, title: set[str]) -> bool:
    """Whether the mention names people to whom one speaks, or one of the team: "our one data engineer"."""
    final = words.lower[start:end].rpartition(" ")[2]
    if final not in OTHERS or title.issuperset(
        words.stems[bisect_left(words.starts, start) : bisect_left(words.starts, end)]
    ):
        return False
    return _TOLD.search(words.lower, max(0, start - 90), start) is not None


def names_others(words: Words, start: int, end: int, title: set[str]) -> bool:
    """Whether the mention names people other than the one who is looked for ("the special education
    teacher", "work with scrum teams"), whose title has the stems ``title``."""
    if words.lower.startswith(_HEADS, start):
        return words.stems[bisect_left(words.starts, start)] not in title
    last = bisect_left(words.starts, end) - 1
    final = words.lower[words.starts[last] : words.ends[last]]
    if final in OTHERS:
        return words.stems[last] not in title
    if last + 1 >= len(words.starts) or words.lower[end : words.starts[last + 1]] not in (" ", "/", "-"):
        return False
    following = words.lower[words.starts[last + 1] : words.ends[last + 1]]
    if following in OTHERS:
        return (
            words.stems[last + 1] not in title
            or _SUPERIOR.search(words.lower, max(0, start - 40), start) is not None
        )
    return following in PEOPLE and _WITH.search(words.lower, max(0, start - 90), start) is not None
