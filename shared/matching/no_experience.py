"""Whether a posting says that no experience is needed: then nobody is judged by having had no such work."""

from shared.matching.lazy import Lazy

_KIND = (
    r"(?:(?:previous|prior|past|relevant|specific|formal|direct|whatsoever|work|working|retail|shop|care|caring|"
    r"sales|trade|warehouse|factory|kitchen|catering|hospitality|office|cleaning|job|bar) ){0,3}"
)
_NOT_NEEDED = r"(?:needed|necessary|required|essential|expected|req'?d|nec)\b"
_NONE = Lazy(
    rf"no {_KIND}experience\b(?:(?: (?:or|and) (?:skills?|training|qualifications?))? "
    r"(?:(?:in|of) (?:this|the|our) (?:field|sector|industry|role|trade|area|work|kind) )?(?:is |at all )?"
    rf"{_NOT_NEEDED}|\W{{1,3}}(?:no problem|no worries|not a problem|don't worry|"
    r"we(?:'ll| will) (?:train|teach)))|"
    rf"no \w+ experience (?:is )?{_NOT_NEEDED}[^.\n]{{0,24}}\b(?:full|all|comprehensive|complete) "
    r"training\b|"
    rf"n(?:'t|ot) need (?:to have )?(?:any |had )?{_KIND}experience\b(?! (?:of|with|in|as)\b)|"
    r"n(?:'t|ot) need to have (?:worked|done) (?:in|as|at|this|it)\b|"
    r"experience\b[^.\n;]{0,80}\bnot (?:essential|required|needed|necessary)\b[^.\n;]{0,24}\b"
    r"full training (?:will be|is|can be) (?:given|provided)|"
    r"without (?:any )?(?:previous |prior )?experience (?:are|is) welcome"
)
_EXPERIENCE_IS_NOT = Lazy(
    rf"experience (?:is |in this field is )?not {_NOT_NEEDED}|experience isn't {_NOT_NEEDED}"
)
_OPENS = Lazy(
    r"(?:^|[.,;:!?()\n•*-]|\bwhile|\balthough|\bthough) *(?:(?:any|your|previous|prior|past) ){0,2}$"
)
"""What stands before an experience of no special kind; "Community experience is not essential" is of one."""


def asks_for_none(lower: str) -> bool:
    """Whether the lower-case posting says that no experience is needed. That none is needed of one kind
    ("no commercial experience", "experience with Go is not required") says nothing of the rest."""
    if "experience" not in lower and "need to have" not in lower:
        return False
    if _NONE.search(lower):
        return True
    return any(
        _OPENS.search(lower, max(0, match.start() - 30), match.start())
        for match in _EXPERIENCE_IS_NOT.finditer(lower)
    )
