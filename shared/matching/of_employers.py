"""How a sentence of a posting begins that tells of the employer and asks for nothing."""

from shared.matching.lazy import Lazy

EMPLOYER = Lazy(
    r"\W{0,4}(?:we(?:'re| are|'ve been| have been| were) (?:an?|the|one|proud|based|owned|on an?|in)\b|"
    r"we (?:also |always |all )?(?:strive|believe|pride|aim|treat|value|remain|recogni[sz]e|care about|"
    r"celebrate|will (?:always|provide))\b|"
    r"our (?:[\w-]+ ){0,6}(?:teams?|staff|people|employees|mission|goal|vision|approach|success|philosophy|"
    r"services|products|reputation) (?:is|are|was|has|have|relies|use|uses|means?|sets?|comes?|provides?)\b|"
    r"we(?:'ve| have) (?:created|built|developed|grown)\b|"
    r"(?:[\w&'-]+ ){1,3}(?:takes pride|prides itself|is proud)\b|"
    r"we (?:hold|help|make|sell|supply|serve|specialise|specialize|provide|deliver|manufacture|protect|"
    r"design and (?:manufacture|make|supply))\b|"
    r"(?:our|the|my) (?:client|company|firm|business|practice|group|trust|hospital|school|agency|charity|"
    r"organi[sz]ation|surgery|clients|customers) (?:also )?(?:is|are|has|have|was|runs?|operates?|"
    r"delivers?|provides?|serves?|speciali[sz]es?|helps?|makes?|include|range)\b|"
    r"as (?:the|an?|one of) [^.;:]{3,90}, (?:we|our)\b|(?:[\w-]+ ){0,3}(?:brands|clients|customers|partners) "
    r"(?:include|such as|like|range)\b|"
    r"(?!(?:the|this|our|your|you)\b)(?:[\w&'-]+,? ){1,4}"
    r"(?:inc|ltd|limited|llc|llp|plc|gmbh|corp(?:oration)?)"
    r"\b\.?,? (?:an?|is|are|has|provides?|offers?|was) |"
    r"(?:founded|established|headquartered) (?:in|by|over)\b|with (?:over|more than|some|around) \d|"
    r"our (?:commitment|services|relationships|recruiters|consultants|story|history|offices)\b|"
    r"with (?:annual )?revenues?\b|as an? (?:privately|publicly|family|employee)[- ](?:held|owned|traded|"
    r"run)\b|"
    r"(?:[\w&'-]+ ){1,4}(?:is|was|are) (?:an?|the|one of (?:the|our))\b"
    r"(?: [\w,'-]+(?:\.[\w-]+){0,3}){0,6} "
    r"(?:provider|manufacturer|company|firm|business|agency|charity|practice|group|consultancy|retailer|supplier|employer|organi[sz]ation|"
    r"school|hospital|trust|university|bank|start-?up|brand|leader|contractor|distributor|maker|"
    r"partnership|co-?operative|chain)s?\b)"
)
"""How a sentence about the employer begins."""
WHO_THEY_ARE = Lazy(
    r"\W{0,4}(?!(?:the|this|an?|our|your|you|experience|knowledge|candidates?|applicants?|that|it)\b)"
    r"(?P<who>(?:[\w&'®™.-]+,? ){1,6})(?:is|are) (?:an?|the|one of (?:the|our)) (?:[\w,/'-]+ ){0,8}?"
    r"(?:provider|manufacturer|company|firm|agency|charity|consultancy|retailer|supplier|employer|"
    r"organi[sz]ation|leader|contractor|distributor|operator|developer of)s?\b"
)
"""How one begins that says what firm it is, below what is asked for: "Madeup Staffing is a provider of"."""
THEIR_LIST = Lazy(
    r"[^.;!?]{0,60}\b(?:services|products|brands|clients|customers|capabilities|solutions|industries|markets|"
    r"benefits) (?:\w+ ){0,3}(?:includ\w+|are|range|comprise)[^.;!?]{0,30}:\s*"
)
"""What announces a list that is the employer's: "Some of our services include:"."""
OURS_FIRST = Lazy(r"\W{0,4}(?:our|we)\b(?! (?:ask|expect|need|require|use|want|welcome|work (?:in|on))\b)")
"""How a sentence begins in which only the employer is skilled, qualified and the like."""
