"""Words that turn a mention of a skill into its opposite, a wish, a beginning, or what other people do.

After NegEx (Chapman et al., A simple algorithm for identifying negated findings and diseases in discharge
summaries, 2001): a cue rules over what follows it in its sentence until a turning word.
"""

from shared.matching.lazy import Lazy
from shared.matching.other_people import is_of_others

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
    r"|(?:(?<![\w,;)] )|\b(?:i am|i'm|now|currently|who is) )(?:now |currently )?"
    r"(?:looking for|seeking|in search of|open to):? (?:(?!to |for |who )[\w'/-]+ ){0,4}"
    r"(?:roles?|positions?|jobs?|work|opportunit(?:y|ies)|challenges?|"
    r"employment|internships?|placements?|projects?|contracts?|moves?|chances?|apprenticeships?)"
    r"|(?<![\w,;)] )to (?:obtain|secure|gain|get|find) (?:an? )?"
    r"(?:[\w'/-]+ ){0,2}(?:job|position|role|employment|"
    r"placement|"
    r"internship|apprenticeship)"
    r"|(?:would like|wish|want|hope|aim|plan|looking)(?:s|ing)? to (?:speciali[sz]e|focus|move|grow|"
    r"qualify) (?:in|on|into)"
    r"|(?<!to )nothing (?:with|in|on)|next on my list"
    r"|(?:keine?|ohne) (?:\w+ )?(?:erfahrung(?:en)?|(?:vor)?kenntnisse)(?: mit| in| im)?|keine?n?(?= $)"
    r"|(?:pas d'|aucune |sans )(?:expérience|connaissances?)(?: de| en| avec| du)?"
    r"|sin (?:experiencia|conocimientos)(?: en| de| con)?"
    r"|(?:thinking (?:of|about)|considering) (?:doing|taking|studying|training)"
    r"|(?:want|wants|wanting|hope|hopes|hoping|love|looking|wish) to work (?:with|in|on)"
    r"|(?:(?:(?<![a-z] )|(?<=\bi )|(?<=\band ))will|going to|about to) "
    r"(?:do|take|sit|complete|start|earn|receive|obtain)(?= )"
    r"|(?:want|wants|wanting|wish|wishes|hope|hopes) to (?:shift|switch|change|move|transition)"
    r"(?: (?:career )?(?:in|into|to))?"
    r"|plan(?:s|ning)? to (?:get|take|obtain|become|sit)"
    r"|(?:don't|do not|cannot|can't) (?:know|have|use|speak|hold|drive|do|claim|offer)|"
    r"do(?:es)? not (?:know|have|hold|use)"
    r"|unfamiliar with|new to"
    r"|(?:willing|eager|keen|happy|hoping|hope|looking|want|wants|wanting|wish|ready|prepared|like|love|"
    r"plan|planning|intend|able) to (?:learn|study|pick up|train|get into|explore|qualify|move into)"
    r"|interested in (?:learning|studying|training)|desire to learn|interest in learning|would like to "
    r"(?:learn|work with)|aspiring to|beginning to learn|about to (?:start|learn))\b",
    many=True,
)
_OF_A_CUE = Lazy(
    r"n(?:o[ tr]|'t|e(?:ver|ither)|ew to\b)|l(?:ack|i(?:ttle|mited)|ooking for)|without|zero|unfamiliar|"
    r"interest|thinking|consid|aspiring|seeking|search of|open to|next on|kein|ohne |pas d'|aucune |"
    r"sans |sin (?:exp|con)|"
    r"to (?:use|learn|work|try|get|take|obtain|secure|gain|find|speciali[sz]e|focus|grow|become|sit|"
    r"study|pick|train|explore|qualify|move|start|shift|switch|change|transition|do|complete|earn|receive)\b|"
    r"will (?:do|take|sit|complete|start|earn|receive|obtain) "
)
"""Every cue holds one of these, most sentences hold none. Each begins with a plain letter, which ``re`` finds
many times as fast as a place between two words."""
_TURN = Lazy(
    r"\b(?:but|however|although|though|yet|whereas|instead|nevertheless|except|"
    r"(?:use|using|utili[sz]e|apply|bring|put) my)\b|;"
)
_NOT_A_CUE = Lazy(r"\bnot (?:only|just|merely)\b")
_AFTER = Lazy(
    r"\s{0,2}+(?:[:(-]\s{0,2}+)?+(?:none|no(?= ?(?:\)|$))|no experience|not (?:yet )?used|not yet|"
    r"just started|is on my (?:\w+ )?list|\(?(?:currently )?learning\)?|"
    r"experience is (?:limited|nil)|planned(?= ?(?:\)|$))|(?:is|are|would be|will be) (?:new to me|"
    r"not (?:my|something))|"
    r"(?:(?:licen[cs]e|card|course|exam|test|training|certificat(?:e|ion)|registration) )?"
    r"(?:applied for|booked|scheduled|pending|planned for|not yet|place offered)|"
    r"(?:(?:experience|exp|certification|licen[cs]e) )?(?:(?:(?:is|are) )?not|isn't|aren't) (?:something|"
    r"(?:required|needed|necessary|req'?d)\b(?!,? (?:but|though|although|however) )))\b"
)
_LICENCE_AFTER = Lazy(
    r"\s{0,2}(?:[:(-]\s{0,2})?[^.;\n]{0,40} licen[cs]e (?:applied for|booked|pending|planned for|not yet)\b"
)
_NO_SUCH = Lazy(
    r"\b(?:no|(?:not|never)(?: an?)?|lack(?:s|ing)?|without(?: any)?|neither|"
    r"(?:won't|don't|do not|will not) need) "
    r"(?:(?:[a-z]+(?:ed|al)|hands-on) )?$|(?<!research )\binterest(?:ed)? in (?:an? |the )?$|\baspiring $"
)
_BEGUN = Lazy(
    r"\b(?:(?:studying|revising) (?:for|towards?)|working towards?) "
    r"(?:(?:an?|my|the|full) )*(?:[\w&/-]+ )?$"
)


_SEEKS = Lazy(
    r"\b(?:looking|hoping|aiming|wanting|wish(?:ing)?|keen|ready|seeking|want|hope|aim|search(?:ing)?|apply(?:ing)?)"
    r" (?:for|to (?:step up|move up|progress|become|be|work as|get|secure|find|obtain)(?: (?:to|into|as))?)"
    r" (?:(?:an?|my|the|first|next|new|full[- ]time|permanent) )*$"
)
_BEFORE_A_POST = (
    "for ", "to ", "into ", "as ", " a ", " an ", "my ", "the ", "first ", "next ", "new ", "time ",
    "permanent ", "become ", "be ", "get ", "find ", "secure ", "obtain ", "progress ", " up ",
)  # fmt: skip
"""What that ends with."""
_A_POST = Lazy(r"[^.;,\n]{0,30}?\b(?:roles?|positions?|jobs?|posts?|opportunit(?:y|ies)|challenges?)\b")


def _is_sought(sentence: str, start: int, end: int) -> bool:
    """Whether it is a post that somebody looks for: "looking for a head chef opportunity"."""
    if not sentence.endswith(_BEFORE_A_POST, 0, start):
        return False
    found = _SEEKS.search(sentence, max(0, start - 60), start)
    if found is None:
        return False
    return " to " in found[0] or _A_POST.match(sentence, end) is not None


def holds_a_cue(sentence: str) -> bool:
    """Whether anything in the lower-case ``sentence`` may deny or only wish for what follows it."""
    return _OF_A_CUE.search(sentence) is not None


def is_negated(sentence: str, start: int, end: int, *, cued: bool = True) -> bool:
    """Whether the lower-case ``sentence`` denies, only wishes for, only begins or tells of other people what
    stands at ``start``–``end``. Not ``cued``: it is known to hold no cue."""
    if is_of_others(sentence, start, end) or _is_sought(sentence, start, end):
        return True
    if _AFTER.match(sentence, end) or (" licen" in sentence and _LICENCE_AFTER.match(sentence, end)):
        return True
    begun = "toward" in sentence or "ing for " in sentence
    if begun and _BEGUN.search(sentence, max(0, start - 48), start):
        return True
    low = max(0, start - 160)
    if not cued or not _OF_A_CUE.search(sentence, low, start):
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
