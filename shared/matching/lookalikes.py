"""Words that are the name of a skill and here mean something else: "a German restaurant", "go home"."""

from collections import Counter
from collections.abc import Callable

from shared.matching.kin import SYSTEMS
from shared.matching.lazy import Lazy
from shared.matching.skills import Skill

_EXCEL_VERB = Lazy(
    r"\s(?:at|in (?:a|an|the|this|your|all|their|any)|as a|when|while|under|academically|and grow)\b"
)
_OF_A_THING = Lazy(
    r" (?:restaurants?|cuisine|food|kitchen|cooking|cookery|dishes|pastr(?:y|ies)|bread|wines?|windows?|"
    r"doors?|polish(?:er|ing)|shepherds?|massage|market|markets|company|companies|client|clients|customers?|suppliers?|"
    r"law|tax|office|branch|army|navy|school|schools|government|patients?|alligators?|bulldogs?|horn|beds?|"
    r"payroll|gaap|pensions?|lessons? for|literature|history|heritage|language arts|opera|films?|art|"
    r"furniture|knives|steel|cars?|"
    r"breakfast|garden|gardens|setter|springer|pointer|riding|dressage|auction|standards?|nationals?|"
    r"citizens?|nadu)\b"
)
"""Behind the name of a people that is no language there: "a Chinese restaurant"."""
_COUNTED = Lazy(r" (?:months?|mos?|weeks?|days?)\b")
"""Behind a number that counts: "5 Years 6 Months" is no Year 6."""
_PRACTICE = Lazy(
    r"\b(?:an?|our|your|gp|gp's|dental|vet|veterinary|doctor's|hospital or|clinic or|\d{1,2}|two|three|four|"
    r"five|six)[ -]$"
)
"""Before "surgery" where that is a place: "in a hospital or surgery"."""
_GOES = Lazy(
    r" (?:with|to|through|over|into|out|on|beyond|above|the|where|after|around|back|live|straight|deep|far|"
    r"home)\b"
)
"""Behind "Go" where it is the verb: "Go with our technicians"."""
_OF_SYSTEMS_TOO = frozenset({
    "Account management", "Architecture", "Casting and foundry", "Doppler assessment", "Drilling engineering",
    "Import and export", "Mechanical design",
    "OSIsoft PI", "Process engineering", "Rebar fixing", "Shipping", "Sonar systems",
    "Space planning and moves", "Stock rotation", "Switchgear", "Waiting tables", "Wood finishing",
})  # fmt: skip
"""Systems have accounts, software has an architecture, components, control panels and space to manage as
well; data is imported and exported, sonar looks at code, varnish keeps pages and a "serveur" serves them."""
_OF_SYSTEMS_ALONE = frozenset({"Chef", "Troubleshooting"})
"""Names that mean something else, or nothing that is asked for, unless a text names most of all systems."""
_OF_MATHEMATICS = Lazy(r" (?:(?:and|or|&) non|regression|algebra|programming|models?\b|static|elastic)")
"""Behind "linear" where it is no name."""
_OF_A_FIRM = Lazy(
    r"(?: (?:India|UK|Systems|Labs|Technologies|Solutions|Services|Software|Brokers|Consultants|Consultancy|"
    r"Consulting|Group|Global|Corporation|International)){0,3},?(?: \(?(?:Pvt|Private)\)?\.?)? "
    r"(?:Ltd|Limited|LLC|LLP|Inc|Plc|GmbH|Corp)\b"
)
"""Behind the name of a firm, which is no skill: "Oracle India Pvt Ltd"."""


def is_no_skill(text: str, lower: str, start: int, end: int, skill: Skill, fields: Counter[str]) -> bool:
    """Whether what names ``skill`` at ``start``–``end`` of the text means something else there.

    ``lower`` is the text in small letters, ``fields`` how many skills of each field it names.
    """
    if skill.kind == "language" and _OF_A_THING.match(lower, end):
        return True
    if lower[end - 1].isdigit() and _COUNTED.match(lower, end):
        return True
    if start and (
        (lower[start - 1] == "-" and lower.startswith("non-", start - 4))
        or (lower[start - 1] in "./" and _in_an_address(lower, start))
    ):
        return True
    if (
        text[start].isupper()
        and text[end : end + 1] in (" ", ",")
        and not text[end + 1 : end + 2].islower()
        and _OF_A_FIRM.match(text, end)
    ):
        return True
    name = skill.name
    if (told := _BY_NAME.get(name)) and told(lower, start, end):
        return True
    if (told := _BY_LETTERS.get(lower[start : start + 3])) and told(lower, start, end):
        return True
    if name in _OF_SYSTEMS_ALONE:
        return 2 * sum([fields[field] for field in SYSTEMS]) <= fields.total()
    return name in _OF_SYSTEMS_TOO and _is_of_systems(fields, skill)


def _is_a_lead(lower: str, start: int, end: int) -> bool:
    """Whether "SQL" is a lead that sales took over: "190 SQLs a month", "MQL to SQL"."""
    return lower.startswith("sqls", start) or lower.find("mql", max(0, start - 16), end + 16) >= 0


def _is_a_practice(lower: str, start: int, end: int) -> bool:
    """Whether a surgery is the place: "in a hospital or surgery"."""
    return lower.startswith("surger", start) and (
        lower.startswith("surgeries", start) or _PRACTICE.search(lower, max(0, start - 16), start) is not None
    )


def _is_to_excel(lower: str, start: int, end: int) -> bool:
    """Whether it is what one does well: "excel at"."""
    return lower.startswith("excel", start) and end - start <= 6 and _EXCEL_VERB.match(lower, end) is not None


def _is_of_systems(fields: Counter[str], skill: Skill) -> bool:
    """Whether a text speaks more of systems than of the field of ``skill``, whose word they have too."""
    return sum([fields[field] for field in SYSTEMS]) > fields[skill.field]


def _in_an_address(lower: str, start: int) -> bool:
    """Whether the word at ``start`` is the end of an address: "www.example.com/search.php"."""
    begin = max(lower.rfind(" ", 0, start), lower.rfind("\n", 0, start)) + 1
    return lower.startswith(("www.", "http:", "https:"), begin)


type _Told = Callable[[str, int, int], bool]

_CUT_OUT = ("identify ", "eliminate ", "remove ", "reduce ", "avoid ")
"""Before redundancies that are no people's."""


_NEAR = 300
_OF_MANY = ("multi-", "inter-", "cross-", "trans-", "multi ")
_OF_CARE = ("clinical best ", "nursing best ", "medical best ", "care best ", "evidence-based best ")
_INTERPRETED = Lazy(
    r"interpret\w*,? (?:(?:and|&|or) \w+ )?(?:\w+ )?(?:contracts?|data|results?|polic\w+|regulations?|"
    r"drawings?|plans?|laws?|legislation|rules|agreements?)\b"
)
"""What is read and not said in another language."""


_TURNED = Lazy(
    r"translat(?:e|es|ed|ing) (?!(?:[\w'/-]+ ){0,6}?(?:english|french|german|spanish|italian|dutch|"
    r"russian|arabic|chinese|mandarin|japanese|korean|hindi|urdu|turkish|welsh|irish|portuguese|"
    r"polish|languages?|texts?|documents?|articles?|books?|subtitles?|correspondence|manuals?|letters?|"
    r"websites?|contracts?)\b)"
    r"(?:(?:[\w'/-]+ ){1,6}?(?:into|between|to)\b|(?:[\w'/-]+ ){0,3}?(?:designs?|ideas?|insights?|mock-?ups?|"
    r"needs|prototypes?|requirements|specifications|strateg(?:y|ies)|user stories|wireframes?)\b)|"
    r"translat(?:e|es|ed|ing) (?:and|or) (?:communicat|explain|present|apply|simplif|convey)"
)
"""What is made of something, and said in no other language: "translate needs into plans"."""
_STIRRED = Lazy(
    r"\w* (?:\w+ ){0,2}?(?:resources|teams?|people|support|stakeholders|colleagues|communit\w+|staff|others|"
    r"action|efforts?|supporters|volunteers)\b"
)
"""Behind "galvanise" where no metal is meant."""
_LORRIES = Lazy(
    r"\b(?:lorr(?:y|ies)|trailers?|hgv|class [12]|rdcs?|depots?|tachograph|tramping|haulage|vehicles?|"
    r"walk-?a?round)\b"
)
"""Around the trunking of drivers, from depot to depot."""
_SPRY_WORDS = "smart bright quick fast nimble flexible dynamic adaptable responsive energetic curious savvy"
_BEING_SPRY = rf"(?:[a-z]+-)?(?:{'|'.join(_SPRY_WORDS.split())})\b"
_SPRY = Lazy(rf"\b{_BEING_SPRY}(?:, | and |, and )\Z")
_AND_SPRY = Lazy(rf"(?:, | and |, and ){_BEING_SPRY}")
"""Around what somebody is, and no method: "a quick, agile baker"."""
_DOES = Lazy(r"(?:\A|[\n•*,;:.-]\s{0,3}|\b(?:to|and|will|daily) )\Z")
"""Before a verb, and no noun."""
_INSURED = Lazy(r",?(?: (?:and|or|&) (?:\w+ )?)?,? ?(?:\w+ )?(?:insurance|polic(?:y|ies)|annuit)")
"""Behind care that is insured: "long term care and travel insurance"."""
_CHILDREN = Lazy(
    r"\b(?:child\w*|carers?|adopt\w*|placements?|looked[- ]after|kinship|young people|social work\w*|panels?|"
    r"respite)\b"
)
"""Around fostering where children are meant."""
_OF_HOUSES = Lazy(
    r"[ -](?:improvement|sales|buyers?|build\w*|owners?|loans?|mortgages?|construction|renovation|security|"
    r"automation|appliances?|energy|solar|comfort|theat(?:er|re)|inspections?|repairs?|services?)\b"
)
"""Behind homes that nobody is cared for in: "residential home improvement"."""
_TRAINED_BY_US = Lazy(r"\b(?:attend|undergo)\b[^.;\n]{0,30}$")
"""Before a course for those who start, whom others are trained in it: "attend our new hire training"."""
_MEDICINES = Lazy(r"\b(?:medication|medicine|prescription|physician|drug)s?\b")
"""Around orders that are no customers' and are not typed from a recording."""
_STORIES = Lazy(r"s?(?: ?(?:/|,|and|&|or) ?|, (?:and )?)(?:user |agile )?(?:stor|feature|task)|s\b")
"""Behind an epic that is told of what software shall do."""


_CITED = Lazy(r"\b(?:citations?|cit(?:e|es|ing)|legal|law)\b")
"""Around the rules by which lawyers cite."""


_ADVERTISED = Lazy(r"\b(?:ppc|sem|seo|adwords|google ads|marketing|advertising|paid search|paid social)\b")
"""Around campaigns that sell something."""


def _is_said_in_passing(lower: str, start: int, end: int) -> bool:
    """Whether something only is "estimated": the work would stand at the head of its sentence."""
    return lower[start:end] == "estimated" and lower[max(0, start - 1) : start] in (" ", "(")


_POWERED_BY_CODE = ("ai ", "ai-", "llm ", "llm-", "ml-", "gpt-", "cloud-", "data-")
_CLEANED = (" data", " the data", " datasets", " numbers", " the numbers", " figures", " the figures")
_OF_ARMIES = Lazy(
    r"\b(?:humint|militar\w*|arm(?:y|ed)|defen[cs]e|counter-?intelligence|interrogat\w+|nato)\b"
)
"""Around the intelligence that is gathered from people, and is not what they have themselves."""


_OF_A_SAINT = Lazy(
    r" (?:diego|francisco|jose|josé|antonio|juan|mateo|bernardino|marcos|luis|marino|rafael|carlos|salvador|"
    r"sebasti[aá]n|fernando|gabriel|leandro|clemente|pedro|miguel|martin|martín|isidro|ramon|bruno)\b"
)
"""Behind "San" in the name of a place."""


def _is_near(words: Lazy, lower: str, start: int, end: int) -> bool:
    return words.search(lower, max(0, start - _NEAR), end + _NEAR) is not None


_BY_NAME: dict[str, _Told] = {
    # How who reads it is interviewed.
    "Bluebook": lambda lower, start, end: (  # what used cars are worth
        lower.startswith("blue book", start) and not _is_near(_CITED, lower, start, end)
    ),
    "Brewing": lambda lower, start, end: (  # "Deutsch in Wort und Schrift"
        lower.startswith("wort", start) and lower.startswith((" und ", " & ", "/"), end)
    ),
    "Campaigning for change": lambda lower, start, end: _is_near(_ADVERTISED, lower, start, end),
    "Campus recruitment": lambda lower, start, end: lower.startswith(("walk-in", "walk in"), start),
    # Of meetings, in French.
    "Animation": lambda lower, start, end: lower.startswith((" de ", " d'", " des ", " du "), end),
    "Autonomous driving software": lambda lower, start, end: lower.startswith("driven", end - 6),
    "Building automation": lambda lower, start, end: lower.startswith("build ", start),
    "Bug tracking": lambda lower, start, end: (
        lower.startswith("defect rep", start) and _is_near(_LORRIES, lower, start, end)
    ),
    "Cable containment": lambda lower, start, end: (
        lower.startswith("conduite", start)
        or (lower.startswith("trunking", start) and _is_near(_LORRIES, lower, start, end))
    ),
    # Of any trade.
    "Clinical guidelines": lambda lower, start, end: (
        lower.endswith("best ", 0, start) and not lower.endswith(_OF_CARE, 0, start)
    ),
    "Cost estimation": _is_said_in_passing,
    "Care work": lambda lower, start, end: (
        lower.startswith(("care industry", "care sector"), start)
        and lower.endswith(("health ", "health-"), 0, start)
    ),
    # A firm's name, or a look.
    "Carpentry": lambda lower, start, end: lower.startswith("carpentries", start),
    "Cycle counting": lambda lower, start, end: lower.startswith("inventure", start),
    "Disciplinary and grievance": lambda lower, start, end: lower.endswith(_OF_MANY, 0, start),
    "Electroplating": lambda lower, start, end: (
        lower.startswith("galvani", start) and _STIRRED.match(lower, end) is not None
    ),
    # A post that is advertised.
    "Advertising": lambda lower, start, end: lower.startswith("advertised", start),
    "Employee onboarding": lambda lower, start, end: (
        _TRAINED_BY_US.search(lower, max(0, start - _NEAR // 4), start) is not None
    ),
    "Epic": lambda lower, start, end: _STORIES.match(lower, start + len("epic")) is not None,
    "Esthetician licence": lambda lower, start, end: lower.startswith(("aesthetic ", "aesthetics "), start),
    # A culture, or work together.
    "Fostering": lambda lower, start, end: (
        lower.startswith("foster", start)
        and lower.find(" ", start, end) < 0
        and not _is_near(_CHILDREN, lower, start, end)
    ),
    "Floor sanding and finishing": lambda lower, start, end: lower.startswith((" fide", "-fide"), end),
    "Foreign languages": lambda lower, start, end: (
        lower.startswith(("another language", "other language"), start)
        and lower.find("programming", max(0, start - _NEAR), end + _NEAR) >= 0
    ),
    "GD&T": lambda lower, start, end: lower.startswith((" for ", " of "), end),
    "Go": lambda lower, start, end: _GOES.match(lower, end) is not None,
    "Elderly care": lambda lower, start, end: (
        _INSURED.match(lower, end) is not None
        or (lower.startswith("residential home", start) and _OF_HOUSES.match(lower, end) is not None)
    ),
    # A Higher Secondary Certificate is written so.
    "Health and safety": lambda lower, start, end: lower.startswith("h.s", start),
    "HTTP protocol": lambda lower, start, end: lower.startswith("://", end),
    "Hardware troubleshooting": lambda lower, start, end: lower.startswith("-based", end),
    "Interpreting": lambda lower, start, end: _INTERPRETED.match(lower, start) is not None,
    "Line cooking": lambda lower, start, end: lower.endswith("in ", 0, start),
    "Linear": lambda lower, start, end: _OF_MATHEMATICS.match(lower, end) is not None,
    # Somebody is, among what else they are.
    "Agile": lambda lower, start, end: (
        _SPRY.search(lower, max(0, start - 24), start) is not None or _AND_SPRY.match(lower, end) is not None
    ),
    # What a room attendant does.
    "Cleanroom": lambda lower, start, end: (
        lower.startswith("clean rooms", start) and _DOES.search(lower, max(0, start - 12), start) is not None
    ),
    # A bank, a railway; and "gute deutsche Sprachkenntnisse".
    "German": lambda lower, start, end: (
        lower.startswith("deutsche", start) and not lower.startswith((" sprach", " muttersprach"), end)
    ),
    "Oracle RightNow": lambda lower, start, end: (
        lower.startswith("right now", start) and not lower.startswith((" crm", " tech", " cx"), end)
    ),
    # A bridge and its neighbours.
    "Oracle GoldenGate": lambda lower, start, end: lower.startswith(
        (" bridge", " universit", " park", " recreation", " national"), end
    ),
    # Relationships are, too.
    "SolidWorks": lambda lower, start, end: lower.startswith("solid work", start) and end - start > 11,
    "Storage area networks": lambda lower, start, end: (
        lower.startswith("san ", start) and _OF_A_SAINT.match(lower, end) is not None
    ),
    # A date that is kept.
    "Medication administration": lambda lower, start, end: lower.startswith("medication orders", start),
    # Of numbers, until they fit.
    "Massage therapy": lambda lower, start, end: lower.startswith(_CLEANED, end),
    "Military intelligence": lambda lower, start, end: (
        lower.startswith("human ", start) and not _is_near(_OF_ARMIES, lower, start, end)
    ),
    "Meeting coordination": lambda lower, start, end: lower.startswith(("meet sch", "meets sch"), start),
    "ONESOURCE": lambda lower, start, end: end - start > len("onesource"),
    "Order fulfilment": lambda lower, start, end: (
        lower.startswith(("order pro", "order ent", "processing ord"), start)
        and _is_near(_MEDICINES, lower, start, end)
    ),
    "Payouts": lambda lower, start, end: lower.startswith(("pay out", "pays out", "paying out"), start),
    "Power tools": lambda lower, start, end: lower.endswith(_POWERED_BY_CODE, 0, start),
    # What a shop sells.
    "Personal care": lambda lower, start, end: lower.startswith(
        (" product", " item", " brand", " industry", " sector", " market", " range", " goods"), end
    ),
    # A plan of some project, and not of a product.
    "Product management": lambda lower, start, end: (
        lower.startswith(("roadmap", "road map"), start) and lower.endswith("project ", 0, start)
    ),
    "Professional driving": lambda lower, start, end: lower.startswith("driven", end - 6),
    "Prescribing": lambda lower, start, end: (
        lower.startswith("prescribed", start) and (lower.endswith("as ", 0, start))
    ),
    "Redundancy consultation": lambda lower, start, end: lower.endswith(_CUT_OUT, 0, start),
    "Residents' finances": lambda lower, start, end: lower.endswith("finance", start, end),
    "Salt": lambda lower, start, end: lower.startswith(" lake", end),
    "Transcription": lambda lower, start, end: (
        lower.startswith("transcrib", start) and _is_near(_MEDICINES, lower, start, end)
    ),
    "Translation": lambda lower, start, end: _TURNED.match(lower, start) is not None,
    "Warehouse": lambda lower, start, end: lower.endswith(("data ", "hive ", "snowflake "), 0, start),
    "TeamMate": lambda lower, start, end: lower.startswith("s", end - 1),
    "Video editing": lambda lower, start, end: lower.startswith((" defect", " issue", " incident"), end),
}
"""What tells that something else is meant, by the name of the skill."""
_BY_LETTERS: dict[str, _Told] = {"exc": _is_to_excel, "sql": _is_a_lead, "sur": _is_a_practice}
"""The same by the first letters of what is written, whichever skill it names."""
