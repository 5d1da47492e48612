"""The education that a posting asks for, and where it names the subjects of a degree."""

from collections.abc import Collection, Iterator
from operator import attrgetter

from shared.matching.asking import Asking
from shared.matching.education import Found, find_levels
from shared.matching.lazy import Lazy

_LABELS = ("none", "school", "vocational", "bachelor's degree", "master's degree", "doctorate")
_NO_DEGREE = Lazy(
    r"\b(?:(?:don't|do not) have an? (?:[a-z]+ )?degree ?\?|"
    r"(?:don't|do not) care about (?:your |any )?(?:degree|qualif|diploma)|"
    r"no (?:third[- ]level |specific |academic |particular )?"
    r"(?:degree|diploma|formal|qualification)|"
    r"(?:don't|do not) (?:mind|care) (?:whether|if) you(?:'ve| have) an? degree|"
    r"(?:degree|qualifications?) (?:(?:is|are) )?(?:not|"
    r"isn't|"
    r"aren't) "
    r"(?:required|needed|necessary|essential)|without a degree|(?:don't|do not|won't) (?:ask for|need|"
    r"require|expect) "
    r"(?:a |any )?(?:degree|qualification))",
    many=True,
)
_NOT_EDUCATION = Lazy(
    r"degree of|degrees? to wh|high degree|proficiency degree|beyond high school|"
    r"\bbe an? (?:true |real |absolute )?master (?:of|in)\b|"
    r"directi(?:ve|on)s? \(pgd|"
    r"(?:cmmi|maturity) level|diploma college|"
    r"(?:igcse|gcse|ks\d|teach\w*|taught|deliver\w*)(?:[ /,&]+| (?:and|or|up to|to) )"
    r"a[- ]levels?|(?:teach\w*|taught) (?:ks\d (?:and|to) )?i?gcses?|intermediate[ -]level|(?:at|to|"
    r"of) a level|"
    r"(?:material|vendor|customer|item|data|equipment|product|supplier|business partner|asset|article|"
    r"price) masters?\b|"
    r"apprentices?\b|(?<!any )\bgraduates?\b(?! degree)|(?:multi|scrum|web|head|"
    r"quarter|"
    r"post|station|toast|yard|pay|property)[ -]?masters?\b|\bmasters?[ -](?:replic|serv|slave|key|class|"
    r"agree|tech|craft|"
    r"baker|builder|distill|chef|file|node|branch|brew|record)"
)
_ALSO = Lazy(
    r"(?P<l5>\bdvm\b|\bpharm\.?d\b|\bmd\b(?= (?:or do|degree|from))|"
    r"(?<!below )(?<!the )(?<!this )(?<!above )(?<!attached )(?<!following )\bj\.?d\.?"
    r"(?= (?:and|or|degree|from|required)))|"
    r"(?P<l4>\badvanced (?:university |academic |graduate )?degree|\bm\.?s\.?(?: or |/)ph\.?d|"
    r"\bm\.?s\.? degree|\bm\.s\.(?= |,|/))|"
    r"(?P<l3>\buniversity graduate|\bgraduates? (?:\(any|(?:in|from) any)\b|"
    r"\bgraduate of an?y? (?:4|four)[- ]year|\bgraduate in (?!\d)|\bthird[- ]level (?:qual|educ|degr)|"
    r"\b(?<!in )(?<!within )higher education(?! (?:sector|institution|provider|setting|teach|funding|team|"
    r"polic|"
    r"student|client|diploma))|"
    r"\bb\.?s\.?,? (?:or (?:higher|above|equivalent|better)|(?:is )?required|minimum|(?:with|w/|\+|and) ?\d)|"
    r"\bb[as] (?:in |degree|accounting|finance|engineering|biology|chemistry|computer|business|mathematics|"
    r"math\b|statistics|economics|marketing|nursing|psychology|physics)|"
    r"\bhbo\b|\bwo[- ]level|\buniversity[- ]educat(?:ion|ed)|\ba college education\b|"
    r"\b(?:education|qualifications?)\W{1,4}graduate\b|\bgraduate calib(?:re|er)|"
    r"abgeschlossenes studium|licence professionnelle|"
    r"\bb\.?s\.?,?\s?(?:(?:/|or)\s?)?"
    r"m\.?s\b|\b(?:2:[12]|first[- ]class|upper second)(?: honours| degree| or)|\byou(?:'ll be|'re| are|"
    r" will be) a graduate)|"
    r"(?P<l2>\bcertificate,? or (?=(?:an? )?(?:bachelor|associate|degree))|"
    r"\bbachelor'?s?(?: degree)? or (?:an? )?(?:[a-z]+ ){0,2}certificate\b|"
    r"\b(?:adn|aas)\b|\bassociate'?s? or bachelor|\b(?:aa|asn) (?:degree|required|or b)|"
    r"\bmbo[- ](?:level|niveau|\d)|"
    r"\bgraduat(?:e|ion) (?:of|from) an? (?:accredited|approved)[^.;]{0,30}(?:school|program|"
    r"nursing|institution)|"
    r"\btafe\b(?! (?:teach|student|sector|college|lectur))|\btrade qualif|"
    r"\bfull and relevant level [23]|\blevel [23] (?:or \d )?(?:qualified|childcare|nvq))|"
    r"(?P<l1>\bhs grad|\bgrade (?:9|1[0-2]) or (?:above|equivalent|higher)|"
    r"\bqualifications?\W{1,5}1[02](?:\+|th)|\bleaving cert|\bmatric\b|"
    r"\bcomplet(?:ion of|ed|e) (?:grade|year) 1[0-2]\b|"
    r"(?<!post[ -])\bsecondary education|\bhs education)",
    many=True,
)
"""Further words for levels, which are only asked for."""
_SURE = (
    "graduate of a",
    "graduate from a",
    "graduation from",
    "you'll be a gr",
    "you're a gr",
    "university gr",
    "graduate in ",
    "graduate (any",
    "graduate from any",
    "you are a gr",
    "you will be a gr",
    "graduate calib",
    "education",
    "qualification",
)
_BE_BEFORE = Lazy(r"(?:[/,(:•\n-]\s?|\bor |\ba |^)$")
_BE_BEHIND = Lazy(
    r"\s?(?:[/,.)]|\((?!with)|in (?:any|comp|mech|civil|elec|chem|it\b|e&|ece|cse|info|prod|indus|instr|"
    r"auto|relevant|eng|tech|sci)|or |degree|with (?:\d|min|first|good acad))"
)
"""A bachelor of engineering, and no verb."""
_OF_ANOTHER = Lazy(
    r"(?:advanced|advanced university|postgraduate|post-graduate|graduate|aa|asn|third[- ]level|"
    r"master(?:'?s)?|m\.?sc|mba|m\.?s\.?|dvm|pharm\.?d|j\.?d\.?|md|phd|doctoral|hs|"
    r"high school|secondary school) $"
)
"""What stands before a mere "degree" that is of another level."""
_OF_STUDENTS = Lazy(
    r"(?:\s?[/&,]\s?[a-z.]{2,5})? (?:teaching|students?|courses?|modules?|thes[ei]s|projects)\b"
)
"""Behind a degree for which others study: "contribute to MSc teaching"."""
_OF_A_SCHOOL = Lazy(
    r" (?:[a-z]+ ){0,3}(?:teachers?|principal|coach|counsell?or|students?|pupils?|librarian|secretary|"
    r"department|"
    r"level (?:students|classes))\b"
)
"""Behind "high school" where somebody is sought who works in one."""
_DEGREE = (
    r"(?:(?:bachelor|master|associate)(?:'?s)?(?: degree)?|degree(?: level)?|diploma|doctorate|ph\.?d|"
    r"[bm]\.?sc|[bm]\.?eng|[bm]\.?tech|[bm]\.?[as]|[bm]\.?com|b\.?e|mba|graduate)"
)
_NOT_ASKED = Lazy(
    r"\b(?:(?:we|we'll|we can|we will) (?:also )?(?:support|fund|pay|sponsor|help|offer|put|train)|"
    r"students?|pupils?|learners?|(?:to|as|for|on) their|"
    r"(?:results?|outcomes?|attainment|progress|grades|success|examinations?|exams?) (?:at|in|to) |"
    r"(?:teach|tutor|deliver|lectur|mark|supervis|mentor)(?:s|es|ing|ed)? (?!or |and )|"
    r"(?:experienced?|knowledge|understanding|awareness) (?:of|with|in) )"
    r"(?:(?! and | or | plus | with |[.;,:\n]).){0,30}$"
)
"""Before education that is offered, or that others get."""
_OF_A_SYSTEM = ("vocational education", "vocational training")
"""What a project or a school is for, where nobody says that it is asked for."""
_TEACHING = ("teaching degree", "teaching diploma")
_JOINS = frozenset(["and", "or", "/", ",", "&"])
"""Between two of the same: "teaching GCSE and A-level"."""
_DONE_AT_SCHOOL = Lazy(
    r"diploma|degree|\bged\b|graduat|educat|equiv|complet|pass|certificate|qualif|finish|minimum|at least|"
    r"leaver|or (?:above|higher)|school\W*(?:required|needed|$)"
)
_CERTIFIED_IN_10 = Lazy(r"\b(?:hsc|puc|pass(?:ed)?|10th|xth|board|certificate|exams?|qualif\w*|educat\w*)\b")
_AS_A = Lazy(r"\b(?:as an? |as )$")
_SUBJECTS = Lazy(
    rf"(?<![a-z])(?<!high )(?<!higher )(?<!highest )(?<!great )(?<!certain )(?<!large )(?<!some )"
    rf"(?:{_DEGREE}\.?(?:\s?(?:/|or|and)\s?{_DEGREE}\.?)*(?: degree|"
    rf" education)?(?: \([^()\n]{{1,25}}\))?(?:[- ]qualified)?(?: or equivalent)?"
    r"(?: equivalent)?(?: with (?:[\w-]+ ){0,2}(?:distinction|honou?rs|merit))?"
    r"(?:\s(?:in|of)(?: an?| the)?|,? preferably(?: in)?|"
    r" with (?:an? )?(?:concentration|emphasis|major|specialisation|specialization) in|(?<=sc|ng|ch|om)|"
    r"(?<=\b[bm]\.[as]\.)(?!\s(?:or|and|with|plus|from|is|are|at|required|preferred|degree|minimum|must)\b))|"
    r"(?<=[-*•] )studies in|\b(?:specializing|specialising|majoring|major) in|"
    r"\b[bm]\.?s\.?(?= (?:electrical|mechanical|civil|chemical|computer|industrial|software|biomedical|"
    r"aerospace) (?:engineering|science))|"
    r"\b(?:hochschul)?studium(?: der| des| im bereich| mit (?:dem )?schwerpunkt| in)|"
    r"\bgcses?,? (?:[^,;.\n]{0,25},? )?\(?(?:including|incl\.?|in)|\bgcse(?= (?:english|math))|"
    r"\b(?:courses|coursework|modules) in|\bdegree(?= (?:maths|physics|mathematics|chemistry|biology)))"
    r"\s(?P<subjects>[^.;:\n()]{3,120}(?:\([^()\n]{3,90}\))?)",
    many=True,
)
_SUBJECTS_END = Lazy(
    r"\s(?:and (?:at least|\d|an? |minimum|proven|strong|solid|some|several|experience|registration)|with |"
    r"plus |or (?:an? |any )?(?:equivalent|similar|comparable|suitable)|is |are |preferred|required|"
    r"desired|desirable|from |who |you |we |bzw|"
    r"oder (?:eine )?(?:vergleichbar|gleichwertig|ähnlich))|"
    r",\s?(?:with|plus|and \d|or equivalent|minimum|at least|\d|an? )|"
    r",?\s(?:and )?(?:know|hold|have|experience|experienced|knowledge|strong|proven|excellent|good|"
    r"solid|ability|able|familiar\w*|fluent|full|valid|current|hands-on|working|"
    r"proficien\w+|certified|registered|own) "
)
_OF_THE_SAME = Lazy(r"(?: (?:of|in)(?: (?!or |and )[a-z]+){1,5})?(?: ?\([^()\n]{1,20})?\)? ")
"""Between the name of a degree and the word: "MPharm degree", "Master of Social Work (MSW) degree"."""


def asked_level(
    lower: str, asking: Asking, lesser: Collection[tuple[int, int]] = ()
) -> tuple[int | None, str | None, bool]:
    """(lowest level asked for, its name, whether it is required); (None, None, False) if none is. What
    stands in one of ``lesser`` (start, end) will do only with more years than are asked for."""
    no_degree = _NO_DEGREE.search(lower)
    if no_degree and asking.kind_at(no_degree.start()) != "boilerplate":
        return 0, _LABELS[0], True
    asked: dict[bool, list[int]] = {True: [], False: []}  # by whether it is required
    before = other = Found(0, 0, 0)  # the last one asked for, and the last of somebody else
    for found in sorted((*find_levels(lower), *_find_more(lower)), key=attrgetter("start")):
        kind = asking.kind_at(found.start)
        if kind in ("boilerplate", "about") or not asking.spans:
            continue
        if any(low <= found.start < high for low, high in lesser):
            continue
        if kind == "duties" and lower.startswith(_OF_A_SYSTEM, found.start):
            continue
        start, end = asking.spans[asking.piece_at(found.start)]
        if lower[other.end : found.start].strip() in _JOINS or not _is_asked(lower, found, start, end):
            other = found
            continue
        of = len(" of ") if lower.endswith(" of ", before.start, before.end) else 0  # "Master of "
        between = lower[before.end - of : found.start]
        levels = asked[kind != "preferred"]
        if levels and lower.startswith("degree", found.start) and _OF_THE_SAME.fullmatch(between):
            continue
        if levels and between.strip(" )") == "+":  # B.Tech + MBA
            levels[-1] = max(levels[-1], found.level)
        else:
            levels.append(found.level)
        before = found
    chosen = asked[True] or asked[False]
    if not chosen:
        return None, None, False
    level = min(chosen)
    return level, _LABELS[level], bool(asked[True])


def _find_more(lower: str) -> Iterator[Found]:
    for match in _ALSO.finditer(lower):
        yield Found(int((match.lastgroup or "l0")[1]), match.start(), match.end())


def _is_asked(lower: str, found: Found, start: int, end: int) -> bool:
    """Whether what looks like a level of education is one, and of who is sought; its sentence stands at
    ``start``–``end``."""
    word = lower[found.start : found.end]
    if word.startswith(_SURE):
        return True
    if word == "be" and not (
        _BE_BEFORE.search(lower, max(0, found.start - 8), found.start) and _BE_BEHIND.match(lower, found.end)
    ):
        return False
    if word == "a level" and (
        lower[found.end : found.end + 2].strip().isdigit() or lower.startswith(" of ", found.end)
    ):
        return False  # "to a level of comfort"
    if word.startswith(("degree", "university degree")) and _OF_ANOTHER.search(
        lower, max(0, found.start - 18), found.start
    ):
        return False
    if word.startswith(("ba", "b.a")) and _AS_A.search(lower, max(0, found.start - 6), found.start):
        return False
    if word in ("high school", "secondary school") and (
        lower.startswith("s", found.end)  # many of them are no education
        or _OF_A_SCHOOL.match(lower, found.end)
        or not _DONE_AT_SCHOOL.search(lower, start, end)
    ):
        return False
    if word == "ssc" and not _CERTIFIED_IN_10.search(lower, start, end):
        return False
    if _OF_STUDENTS.match(lower, found.end):
        return False
    if not lower.endswith(_TEACHING, 0, found.end) and _NOT_ASKED.search(
        lower, max(start, found.start - 60), found.start
    ):
        return False
    return not _NOT_EDUCATION.search(lower[max(start, found.start - 17) : min(end, found.end + 8)])


def subjects(lower: str) -> list[tuple[int, int]]:
    """Where the subjects of a degree are named: they are a matter of education, not skills asked for."""
    found: list[tuple[int, int]] = []
    for match in _SUBJECTS.finditer(lower):
        start, end = match.span("subjects")
        stop = _SUBJECTS_END.search(lower, start - 1, end)
        found.append((start, stop.start() if stop else end))
    return found
