"""What one sentence of a posting is for, by its words and by the heading above it."""

from typing import Literal

from shared.matching.cues import cues
from shared.matching.duty_verbs import plain_verbs, says_what_to_do
from shared.matching.lazy import Lazy

type Kind = Literal["required", "preferred", "duties", "about", "boilerplate"]
_BOILERPLATE = Lazy(lambda: rf"\b(?:{cues('boilerplate')})", many=True)
_LABELLED = Lazy(lambda: rf"\W{{0,4}}(?:{cues('label')})\s{{0,2}}[:–-]\s")
"""Lines of a form that say where, when and for how much."""
_ALWAYS = Lazy(lambda: rf"\b(?:{cues('boilerplate always')})", many=True)
"""Boilerplate even in a sentence that says "must"."""
EITHER = Lazy(lambda: rf"\b(?:{cues('boilerplate')}|{cues('boilerplate always')})", many=True)
"""Most sentences hold neither, which one search tells faster than two."""
MONEY = Lazy(
    r"[£$€\d](?:(?<=[£€])\d|(?<=\$)\d,?\d|(?<=\d) ?k (?:base|ote)|"
    r"(?<=\b(?:eur|gbp|chf|usd|inr|sek|nok|dkk|pln|aud|nzd|zar|aed|sgd|hkd) \d)\d)"
)
_A_BUDGET = Lazy(
    r"[£$€]\d[\d.,]* ?(?:k|m|mn|bn|million|billion)? (?:(?:a year|\w+) ){0,2}"
    r"(?:budgets?|spend|portfolios?|pipeline|quota)\b"
)
"""Money that the work is about: "a paid specialist ($600K budget)"."""
_MILLIONS = Lazy(r"[£$€]\d[\d.,]* ?(?:m|mn|bn|million|billion)\b")
"""Nobody's pay: "Own a $14m store"."""
_IN_PASSING = Lazy(r"\w \((?:\w+,? ){0,3}[£$€]\d[^()]{0,20}\)")
"""What a duty is paid for, in brackets: "Rotate on call (paid, €600)"."""
_LOOKED_AFTER = Lazy(
    r"\W{0,4}(?:you(?:'ll| will|'d| would) |to )?(?:be responsible for|own|manage|run|control|hold|"
    r"look after|deliver|handle|carry)\b[^.;:]{0,40}"
    r"\b(?:budgets?|spend|portfolios?|p&l|revenue|territory|quota|targets?|accounts)\b"
)
"""Money that somebody looks after is no pay: "You'll own a £4m annual budget"."""
_PAID = Lazy(
    r"\b(?:doe|hour|hourly|hrs?|tronc|tips|p/h|p\.?a|annum|ote|base|salary|salaries|bonus|pay|rate|weekly|"
    r"wk|week|(?<!multi-)year|"
    r"package|plus|pro rata|depending)\b"
)
"""A sum of money is pay unless the sentence is about the work; and where the sentence says so."""
_OF_THE_WORK = Lazy(
    r"\b(?:targets?|budgets?|portfolios?|projects?|contracts?|schemes?|grants?|income|revenues?|sales|spend|"
    r"turnover|value[ds]?|worth|caseload|transactions?|properties|funds?) [^.;£$€]{0,20}[£$€]\d"
)
"""Money that is looked after and not earned: "a portfolio with a target of £750k"."""
REQUIRED = Lazy(
    r"\b(?:must|required|(?<!no )(?<!no experience )needed|essential|mandatory|"
    r"need to have|you(?:'ll| will) need|require[sd]?|is a must|"
    r"minimum of|at least)\b"
)
ASKS = Lazy(
    r"\b(?:we need|you need|you(?:'ll| will) need|you have|you've|you(?:'ll| will) have|you know|you speak|"
    r"you write|you are (?:a|an) (?:qualified|registered|experienced)|"
    r"experience (?:of|in|with|as|using)|(?:1[0-5]|\d)\+? ?(?:or more |plus |(?:-|to) ?\d{1,2}\+? ?)?"
    r"(?:years|yrs)|"
    r"years'? (?:experience|in|with)|knowledge of|"
    r"understanding of|must have|"
    r"must be(?! (?:\w+ly )?(?:done|kept|made|met|worn|(?!qualif|experienc|licen|regist|certif|skill|"
    r"accredit|train|educat|motivat|organi|insur)[a-z]+ed)\b)|"
    r"is a must|is must|proficien\w+|familiar(?:ity)? with|hands[- ]on|"
    r"qualified|certifi\w+|licen[cs]ed?|chartered|degree|"
    r"(?<!as )(?<!when )(?<!where )(?<!if )required|essential|mandatory|minimum|at least|"
    r"background in|expertise|grounding in|skilled|fluent|who (?:currently |already )?(?:holds?|possess)|"
    r"(?:strong|excellent|good|solid|exceptional|basic|advanced|outstanding) (?:[\w/&-]+,? ){1,4}skills)\b"
)
PLAINLY_ASKS = Lazy(
    r"\b(?:must have|you must|experience (?:of|in|with|as|using)|\d\+? ?(?:years|yrs)'? (?:of )?(?:\w+ )?exp|"
    r"knowledge of|proficien\w+ (?:in|with)|familiar\w* with|you(?:'ll| will)? have|we(?:'d|"
    r" would)? (?:need|like you)|"
    r"(?:is|are) (?:required|essential|desirable|preferred))\b"
)
_PLAIN_WISH = Lazy(
    r"\b(?:an?|is|are|be) (?:big |huge |definite |distinct |strong |added |real )?(?:plus|advantage|asset)\b|"
    r"\bdesirable\b"
)
"""A wish that no sentence about pay holds."""
_REQUIRED_AFTER_ALL = Lazy(
    r"(?<!not )(?<!no longer )(?<!may be )\b(?:required|mandatory|is essential|is a must)\b(?! to\b)"
)
_GIVES = Lazy(
    r"\b(?:days?|weeks?|free|access|opportunit\w+|discounts?|schemes?|contribut\w+|paid|entitled)\b"
)
"""Words of what an employer gives rather than asks for."""
TO_THE_READER = Lazy(r"\b(?:you|your|we|our|us|cv|resume|apply|call|applications?|training|benefits?)\b")
"""In a sentence that is no duty even if it says what to do: "Send your CV"."""
_PRAISES = Lazy(r"\W*(?:excellent|great|good|generous|comprehensive|outstanding|full)\b")
"""How an item begins that is given rather than done."""
_WE = Lazy(r"\b(?:we|our|us|you(?:'ll| will| can)? (?:get|receive|enjoy))\b")
MIXED = 180
"""Characters from which a sentence may ask for something and name the pay as well."""
_FORM_LINE = 90
"""Characters that a line of a form has at most if it says one thing."""
_RESPONSIBLE = Lazy(
    r"\W{0,4}you(?:'ll| will) (?:be responsible for|"
    r"have (?:an? )?(?:\w+ ){0,2}(?:grasp|knowledge|understanding))\b"
)
"""How a sentence about the work begins, whatever it names: "You will be responsible for pension schemes"."""
LEAST_COMMAS, SHORT_ITEM = 2, 32
OF_THE_JOB = ("required", "preferred", "duties")


def _pays(sentence: str, section: str) -> bool:
    """Whether it says what is paid; money that somebody looks after is none."""
    if not MONEY.search(sentence) or _A_BUDGET.search(sentence):
        return False
    if _MILLIONS.search(sentence) and (sentence.startswith("you") or says_what_to_do(sentence)):
        return False
    says_so = _PAID.search(sentence) is not None
    if section in OF_THE_JOB:
        return says_so and not (section == "duties" and _IN_PASSING.search(sentence))
    return says_so or not (_LOOKED_AFTER.match(sentence) or _OF_THE_WORK.search(sentence))


def kind_of(sentence: str, section: str) -> Kind:
    labelled = _LABELLED.match(sentence) and (
        len(sentence) <= _FORM_LINE or not (len(sentence) > MIXED or ASKS.search(sentence))
    )
    if section == "boilerplate" or labelled:
        return "boilerplate"
    doubtful = EITHER.search(sentence) is not None
    if (
        doubtful
        and (always := _ALWAYS.search(sentence))
        and not (
            sentence[: always.start()].strip(" -•*") and section == "duties" and _is_duty(sentence, section)
        )
    ):
        before = sentence[: always.start()]
        if before.count(",") < LEAST_COMMAS or not ASKS.search(before):
            return "boilerplate"  # not the last of what a list asks for
    pays = _pays(sentence, section)
    if pays or (
        doubtful
        and _BOILERPLATE.search(sentence)
        and not _is_duty(sentence, section)
        and not _RESPONSIBLE.match(sentence)
    ):
        asks = len(sentence) < 300 and REQUIRED.search(sentence) is not None
        asks = asks or (len(sentence) > MIXED and PLAINLY_ASKS.search(sentence) is not None)
        if not asks and not (pays and _PLAIN_WISH.search(sentence)):
            return "boilerplate"  # a sentence that asks for something stays, whatever stands around it
    if section == "preferred":
        return "required" if _REQUIRED_AFTER_ALL.search(sentence) else "preferred"
    if section == "required":
        return "required"
    return "required" if ASKS.search(sentence) else "duties"


_WILL_DO = Lazy(
    r"\W{0,4}(?:this|the) (?!(?:company|employer|firm|business|practice|trust|hospital|team|school|group|"
    r"centre|center|client|agency|charity|role|position|post|job|programme|program|package|successful)\b)"
    r"(?:[\w/-]+ ){1,4}?will (?:\w+ly )?(?P<verb>[a-z]+)"
)
"""How a sentence begins about what somebody will do: "The clerk will weigh lorries"."""


def _is_duty(sentence: str, section: str) -> bool:
    """Whether what sounds like a benefit is somebody's work: "Administer sick pay and pensions"."""
    if _PRAISES.match(sentence) and not PLAINLY_ASKS.search(sentence):
        return False
    if (told := _WILL_DO.match(sentence)) and told["verb"] in plain_verbs():
        return True
    if section == "":
        return says_what_to_do(sentence) and not TO_THE_READER.search(sentence)
    return bool(
        section in ("duties", "required")
        and (
            (says_what_to_do(sentence) and not _PRAISES.match(sentence))
            or (PLAINLY_ASKS.search(sentence) and not _GIVES.search(sentence))
        )
        and not _WE.search(sentence)
    )
