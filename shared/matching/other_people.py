"""What a CV tells of other people: those with whom the candidate works, learns or lives."""

from shared.matching.lazy import Lazy

_REFEREES = Lazy(r"\W{0,4}(?:references?|referees?)(?:\s{0,2}[:–]|\s(?:from|available|on request|are|can)\b)")
"""The sentence tells who will speak for the candidate."""
_ON_REQUEST = Lazy(r"[^.,;\n]{0,30}, (?:details |both )?(?:available )?(?:up)?on request\b")
_PEOPLE = Lazy(
    r"(?:accountants|actuaries|advis[eo]rs|analysts|architects|auditors|(?<!message )brokers|buyers|chefs|"
    r"consultants|dentists|designers|developers|electricians|engineers|lawyers|managers|midwives|nurses|paramedics|pharmacists|"
    r"physiotherapists|planners|programmers|recruiters|scientists|solicitors|surveyors|teachers|technicians|"
    r"testers|therapists|underwriters|workers)$"
)
_COLLEAGUES = Lazy(r"\b(?:with|alongside|opposite)\b[^.;:]{0,60}$")
"""Before the name of several people: "with physios and social workers"."""
_PERSON = Lazy(
    r"(?:accountant|actuary|advis[eo]r|architect|auditor|chef|consultant|controller|curator|dentist|designer|"
    r"developer|dietitian|electrician|engineer|lawyer|manager|midwife|nurse|officer|optician|optometrist|"
    r"paralegal|paramedic|pharmacist|physiotherapist|planner|plumber|recruiter|scientist|solicitor|sommelier|"
    r"statistician|surveyor|teacher|therapist|underwriter|vet)$"
)
_TO_A_PERSON = Lazy(
    r"\brefer(?:s|red|ring)? (?:\w+ )?(?:on )?to (?:an?|the) $|"
    r"\b(?:with|by|for|to|from|under|tell(?:s|ing)?|told|that|assist\w*|support\w*|help\w*|supervision of|"
    r"guidance of|direction of) (?:the|our|my|their) $|"
    r"\b(?:with|alongside|under|assist(?:ed|ing)?|support(?:ed|ing)?|report(?:ed|ing|s)? to|supervised by) $"
)
"""Before the name of one: "with the plant controller", "direction of the nurse", "under head chef"."""
_ONES = (
    " to a ",
    "the ",
    "our ",
    "my ",
    "their ",
    "ith ",
    "ide ",
    "der ",
    "ist ",
    "ing ",
    "ted ",
    " to ",
    " by ",
)
"""What that ends with."""
_IN_PLACE_OF = Lazy(r"\b(?:cover\w*|deput\w+|st(?:and|ood|anding) in|acting) for (?:the|our|my|their) $")
_TEAM = Lazy(r"(?:(?: and |/| & )[\w+#./-]+)?(?: [\w-]+)? teams?\b")
_WITH_A_TEAM = Lazy(r"\b(?:with|alongside|for|from|to) (?:the|their|other|developers)\b[^.;:]{0,40}$")
"""Before the name of a team: "with the Spring Boot backend team"."""
_OF_A_TEAM = Lazy(r"\bwith the [^.;:()]{0,30}\b(?:teams?|squads?|developers|people) \([^()]{0,30}$")
_BY_OTHERS = Lazy(
    r"(?: [\w-]+){0,2} by (?:a|an|my|the|another|our) (?:[\w-]+ )?(?:colleagues?|friend|team ?mate|partner|"
    r"agency|supplier|contractor)\b"
)
_WHO_DOES = Lazy(
    r"\b(?:friend|colleague|wife|husband|partner|brother|sister|people|others|those|somebody|someone|"
    r"developers|engineers) who (?:\w+ )?(?:do(?:es)?|did|uses?|used|writes?|wrote|knows?|teach(?:es)?|"
    r"speaks?)(?: the \w+)?(?: (?:in|with))? \W?$"
)


_KIN = Lazy(
    r"\bmy (?:brother|sister|wife|husband|partner|friend|colleague|boss|father|mother|team ?mate)s? (?:\w+ )?"
    r"(?:works?|worked|uses?|used|does|did|knows?|writes?) (?:with |in |on )?$"
)
_ONE_OF_A_TEAM = Lazy(
    r"\b(?:in|within|with|to|into|join(?:s|ed|ing)?|by|from|as|(?:part|member|one) of) "
    r"(?:(?:an?|the|our|my|their|this) (?:[\w-]+ ){0,3})?$"
)
"""Before "team of twelve": somebody works in it and need not lead it."""


def is_of_others(sentence: str, start: int, end: int) -> bool:
    """Whether what stands at ``start``–``end`` of the lower-case ``sentence`` is, or is done by, others."""
    if "refer" in sentence[:16] and _REFEREES.match(sentence):
        return True
    if " on request" in sentence and _ON_REQUEST.match(sentence, end):
        return True
    if sentence[end - 1 : end] == "s" and _PEOPLE.search(sentence, start, end):
        if _COLLEAGUES.search(sentence, max(0, start - 64), start):
            return True
    elif (
        sentence.endswith(_ONES, 0, start)
        and _PERSON.search(sentence, start, end)
        and _TO_A_PERSON.search(sentence, max(0, start - 32), start)
    ):
        return _IN_PLACE_OF.search(sentence, max(0, start - 32), start) is None
    if "team" in sentence or "squad" in sentence or "people" in sentence or "developers" in sentence:
        if _OF_A_TEAM.search(sentence, max(0, start - 80), start):
            return True
        if _TEAM.match(sentence, end) and _WITH_A_TEAM.search(sentence, max(0, start - 60), start):
            return True
    if sentence.startswith("team of ", start) and _ONE_OF_A_TEAM.search(sentence, max(0, start - 48), start):
        return True
    if " by " in sentence and _BY_OTHERS.match(sentence, end):
        return True
    if "my " in sentence and _KIN.search(sentence, max(0, start - 60), start):
        return True
    return " who " in sentence and _WHO_DOES.search(sentence, max(0, start - 60), start) is not None
