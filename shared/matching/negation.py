"""Words that turn a mention of a skill into its opposite, a wish, a beginning, or what other people do.

After NegEx (Chapman et al., A simple algorithm for identifying negated findings and diseases in discharge
summaries,
2001): a cue rules over what follows it in its sentence until a turning word.
"""

from shared.matching.lazy import Lazy

_CUE = Lazy(
    r"\b(?:(?:have |has |having )?(?:no|not|never|without|lack(?:s|ing)?|little|limited|zero|haven't|hasn't|"
    r"don't|didn't|isn't|nor|neither)"
    r"(?: (?:yet|any|much|had|have|got|used|use|worked|direct|prior|previous|formal|real|hands-on|"
    r"professional|practical|commercial|know|a|an|the|"
    r"currently|really|been|done))*"
    r" (?:experience[ds]?|knowledge|exposure|background|familiar|skills?|skilled|practice|expertise|"
    r"qualified|certified|licen[cs]ed?|used|worked|use|know|understanding|trained|proficient|"
    r"responsible|registered)(?: (?:of|with|in|using|as|at|on|to|for))?"
    r"|(?:not|never|haven't|hasn't|hadn't) (?:yet )?(?:used|worked (?:with|in|on)|touched|learned|learnt|"
    r"tried)"
    r"|(?:have|has) yet to (?:use|learn|work with|try)"
    r"|no (?:wish|desire|intention|plans?) (?:for|to|of)"
    r"|^\W*looking for"
    r"|(?:want|wants|wanting|hope|hopes|hoping|love|looking|wish) to work (?:with|in|on)"
    r"|plan(?:s|ning)? to (?:get|take|obtain|become|sit)"
    r"|(?:don't|do not|cannot|can't) (?:know|have|use|speak|hold|drive)|do(?:es)? not (?:know|have|hold|use)"
    r"|unfamiliar with|new to"
    r"|(?:willing|eager|keen|happy|hoping|hope|looking|want|wants|wanting|wish|ready|prepared|like|love|"
    r"plan|planning|intend|able) to (?:learn|study|pick up|train|get into|explore|qualify|move into)"
    r"|interested in (?:learning|studying|training)|desire to learn|interest in learning|would like to "
    r"(?:learn|work with)|aspiring to|beginning to learn|about to (?:start|learn))\b",
    many=True,
)
_OF_A_CUE = Lazy(
    r"n(?:o|'t|e(?:ver|ither))|l(?:ack|i(?:ttle|mited))|without|zero|unfamiliar|interest|looking for|to\b"
)
"""Every cue holds one of these, most sentences hold none."""
_TURN = Lazy(r"\b(?:but|however|although|though|yet|whereas|instead|nevertheless|except)\b|;")
_NOT_A_CUE = Lazy(r"\bnot (?:only|just|merely)\b")
_AFTER = Lazy(
    r"\s{0,2}+(?:[:(-]\s{0,2}+)?+(?:none|no(?= ?\))|no experience|not (?:yet )?used|not yet|beginner|"
    r"just started|is on my (?:\w+ )?list|\(?(?:currently )?learning\)?|"
    r"experience is (?:limited|nil)|"
    r"(?:(?:licen[cs]e|card|course|exam|test|training|certificat(?:e|ion)|registration) )?"
    r"(?:applied for|booked|pending|planned for|not yet|place offered)|"
    r"(?:is|are) not (?:something|required|needed|necessary))\b"
    r"|[^.,;\n]{0,30}, (?:details |both )?(?:available )?(?:up)?on request\b"
)
_LICENCE_AFTER = Lazy(
    r"\s{0,2}(?:[:(-]\s{0,2})?[^.;\n]{0,40} licen[cs]e (?:applied for|booked|pending|planned for|not yet)\b"
)
_NO_SUCH = Lazy(
    r"\b(?:no|(?:not|never)(?: an?)?|lack(?:s|ing)?|without(?: any)?|neither|"
    r"(?:won't|don't|do not|will not) need) "
    r"(?:(?:[a-z]+(?:ed|al)|hands-on) )?$"
)
_BEGUN = Lazy(
    r"\b(?:(?:studying|revising) (?:for|towards?)|working towards?) "
    r"(?:(?:an?|my|the|full) )*(?:[\w&/-]+ )?$"
)

_REFEREES = Lazy(r"\W{0,4}(?:references?|referees?)(?:\s{0,2}[:–]|\s(?:from|available|on request|are|can)\b)")
"""The sentence tells who will speak for the candidate."""
_WHO_DOES = Lazy(
    r"\b(?:friend|colleague|wife|husband|partner|brother|sister|people|others|those|somebody|someone|developers|"
    r"engineers) who (?:\w+ )?(?:do(?:es)?|did|uses?|used|writes?|wrote|knows?|teach(?:es)?|speaks?)"
    r"(?: the \w+)?(?: (?:in|with))? \W?$"
)
_BY_OTHERS = Lazy(
    r"(?: [\w-]+){0,2} by (?:a|an|my|the|another|our) (?:[\w-]+ )?(?:colleagues?|friend|team ?mate|partner|"
    r"agency|supplier|contractor)\b"
)
_WITH_A_TEAM = Lazy(r"\b(?:with|alongside|for|from|to) (?:the|their|other|developers)\b[^.;:]{0,40}$")
_TEAM = Lazy(r"(?:(?: and |/| & )[\w+#./-]+)?(?: [\w-]+)? teams?\b")
_OF_A_TEAM = Lazy(r"\bwith the [^.;:()]{0,30}\b(?:teams?|squads?|developers|people) \([^()]{0,30}$")
"""The team that the candidate works with is not the candidate's own."""
_COLLEAGUES = Lazy(r"\b(?:with|alongside|opposite)\b[^.;:]{0,60}$")
_PEOPLE = Lazy(
    r"(?:accountants|advis[eo]rs|analysts|architects|auditors|consultants|designers|developers|electricians|"
    r"engineers|lawyers|managers|nurses|pharmacists|physiotherapists|planners|recruiters|scientists|"
    r"solicitors|surveyors|teachers|testers|therapists|workers)$"
)
"""Ends of what names several people: with "with" before them they are others than the candidate."""


def is_negated(sentence: str, start: int, end: int) -> bool:
    """Whether the lower-case ``sentence`` denies, only wishes for, only begins or tells of other people what
    stands at ``start``–``end``."""
    if "refer" in sentence[:16] and _REFEREES.match(sentence):
        return True
    of_people = sentence[end - 1 : end] == "s" and _PEOPLE.search(sentence, start, end) is not None
    if of_people and _COLLEAGUES.search(sentence, max(0, start - 64), start):
        return True
    if _AFTER.match(sentence, end) or (" licen" in sentence and _LICENCE_AFTER.match(sentence, end)):
        return True
    if "team" in sentence and (
        _OF_A_TEAM.search(sentence, max(0, start - 80), start)
        or (_TEAM.match(sentence, end) and _WITH_A_TEAM.search(sentence, max(0, start - 60), start))
    ):
        return True
    if " by " in sentence and _BY_OTHERS.match(sentence, end):
        return True
    if " who " in sentence and _WHO_DOES.search(sentence, max(0, start - 60), start):
        return True
    begun = "toward" in sentence or "ing for " in sentence
    if begun and _BEGUN.search(sentence, max(0, start - 48), start):
        return True
    low = max(0, start - 160)
    if not _OF_A_CUE.search(sentence, low, start):
        return False
    if _NO_SUCH.search(sentence, max(0, start - 32), start):
        return True
    last = None
    for match in _CUE.finditer(sentence, low, start):
        last = match
    if last is None or _NOT_A_CUE.match(sentence, last.start()):
        return False
    between = sentence[last.end() : start]
    return len(between) < 120 and _TURN.search(between) is None
