"""Words of a text, their stems and where they stand.

A stem brings the inflections of a word together (``welding``, ``welded``, ``welds`` → ``weld``); it need
not be a word. The rules are a short form of Porter's suffix stripping (An algorithm for suffix stripping,
1980), kept short because names of skills must stay apart more than they must come together.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Any

from shared.matching.lazy import Lazy
from shared.matching.memo import Memo

_WORD = (
    r"[^\W_](?:\+\+(?<=[cx]\+\+)|#(?<=[cf]#)|[a-z0-9]*[^\W_]*(?:\+(?:(?<=security\+)|(?<=network\+)|(?<=linux\+)|"
    r"(?<=server\+)|(?<=cysa\+)|(?<=pentest\+))(?!\w))?)|\.net(?![a-z0-9])"
)
WORD = Lazy(_WORD)
"""Word characters of any script; ``C++``, ``C#``, ``F#``, ``.NET`` and ``Security+`` are words of their own.

``[a-z0-9]*`` only saves time: ``re`` is faster with a class of few characters."""
_WORDS_APART = Lazy(f"({_WORD})")

_GENDERED = """
waitress:waiter stewardess:steward hostess:host actress:actor salesman:salesperson
saleswoman:salesperson salesmen:salesperson salespeople:salesperson chairman:chair chairwoman:chair
chairperson:chair foreman:foreperson forewoman:foreperson foremen:foreperson policeman:police
policewoman:police fireman:firefighter firewoman:firefighter handyman:handyperson
craftsman:craftsperson draftsman:drafter draughtsman:drafter draughtsperson:drafter
draftsperson:drafter barmaid:bartender barman:bartender seamstress:tailor repairman:repairer
cameraman:camera businessman:businessperson businesswoman:businessperson tradesman:tradesperson
tradeswoman:tradesperson manageress:manag headmistress:headteacher headmaster:headteacher
midwives:midwif midwife:midwif masseuse:masseur serviceman:serviceperson
"""
"""Gendered forms of one occupation: the score must not depend on them."""
_OTHER = """
analyses:analysi analysis:analysi analyse:analys analyze:analys analyzed:analys analyzing:analys
wed:weds weds:weds
children:child people:person men:man women:woman taught:teach built:build sold:sell led:lead
leading:lead wrote:writ written:writ ran:run
take:tak takes:tak took:tak taken:tak make:mak makes:mak made:mak gave:giv given:giv give:giv gives:giv
drove:driv driven:driv drew:draw drawn:draw held:hold kept:keep bought:buy brought:bring spoke:speak
spoken:speak grew:grow grown:grow laid:lay hung:hang flew:fly flown:fly rode:ride swept:sweep
dug:dig bent:bend dealt:deal news:news sales:sales operations:operations
logistics:logistics analytics:analytics electronics:electronics graphics:graphics
communications:communications windows:windows series:series texas:texas sas:sas aws:aws ios:ios
css:css dns:dns canvas:canvas https:http kubernetes:kubernetes jenkins:jenkins pandas:pandas react:react
business:business spring:spring programme:program programmes:program centre:center centres:center
centred:center tyre:tire tyres:tire theatre:theater licence:licens
licences:licens licenced:licens catalogue:catalog cheque:check cheques:check jewellery:jewelry
aluminium:aluminum
plough:plow aeroplane:airplan aeroplanes:airplan
counselling:counselling counseling:counselling counsellor:counselor practise:practic practises:practic
practised:practic
practising:practic defence:defens defences:defens offence:offens offences:offens enquiry:inquiry
enquiries:inquiry judgement:judgment acknowledgement:acknowledgment acknowledgements:acknowledgment
skilful:skillful instalment:installment instalments:installment artefact:artifact artefacts:artifact
sulphur:sulfur speciality:specialty specialities:specialty metre:meter metres:meter litre:liter
litres:liter fibre:fiber fibres:fiber calibre:caliber theatres:theater manoeuvre:maneuver
manoeuvres:maneuver manoeuvring:maneuver catalogues:catalog cataloguing:cataloguing
cataloging:cataloguing catalogued:catalog
dialogue:dialog dialogues:dialog analogue:analog pyjamas:pajama licensing:licensing
adviser:advisor advisers:advisor diagnosis:diagnos shelves:shelf curricula:curriculum
indices:index matrices:matrix menus:menu videos:video photos:photo logos:logo
portfolios:portfolio studios:studio demos:demo memos:memo scenarios:scenario ratios:ratio radios:radio
controlling:controlling specialling:specialling criticall:criticall labouring:labouring
laboring:labouring tunnelling:tunnelling tunneling:tunnelling
organisation:organization enrolment:enrollment grey:gray mould:mold moulding:mold molding:mold
storeys:story kerb:curb kerbs:curb kerbing:curb
engineering:engineering accounting:accounting accounts:account nursing:nurse
nurses:nurse nurse:nurse marketing:marketing training:training banking:banking housing:housing
planning:planning nursery:nursery nurseries:nursery data:data media:media matches:match
added:add adding:add adds:add apis:api adas:adas adfs:adfs ibms:ibms cips:cips cams:cams tpms:tpms
cmms:cmms ahts:ahts emis:emis atls:atls idms:idms faas:faas securities:securities savings:savings
ticketing:ticketing branding:branding policing:policing
pacs:pacs facs:facs
interpreting:interpreting leeds:leeds
fostering:fostering tendering:tendering guarding:guarding prospecting:prospecting
landscaping:landscaping vacuuming:vacuuming hoovering:hoovering shepherding:shepherding
remodelling:remodelling remodeling:remodelling usps:usps piling:piling
concreting:concreting levelling:levelling leveling:levelling paving:paving plumbing:plumbing plumbed:plumbing
surfacing:surfacing guarded:guarding despatch:dispatch despatched:dispatch despatching:dispatch
despatches:dispatch refereed:refereeing refereeing:refereeing planting:planting planted:planting
decking:decking scaffolding:scaffolding massaged:massaged rewound:rewind
threading:threading waxing:waxing signalling:signalling signaling:signalling
underwrote:underwrit underwritten:underwrit oversaw:overse overseen:overse shot:shoot paid:pay
recs:reconciliation singing:singing montag:monday
"""
"""Plurals, spellings and pairs that suffix stripping gets wrong, and names that must stay whole."""
_IRREGULAR: dict[str, str] = {
    word: whole for word, _, whole in (pair.partition(":") for pair in (_GENDERED + _OTHER).split())
}
_VOWEL = Lazy(r"[aeiouy]")
_OUR = Lazy(
    r"(?<=col|lab|fav|hon|tum|hum|rum|vap|arm|sav|rig|vig)our|(?<=flav|harb|parl)our|"
    r"(?<=behavi|neighb|endeav|splend)our"
)
"""British words whose "our" is "or" in America."""
_GREEK = (
    ("haem", "hem"), ("anaes", "anes"), ("anaem", "anem"), ("paed", "ped"), ("ynaec", "ynec"),
    ("oesoph", "esoph"), ("foeta", "feta"), ("foetu", "fetu"), ("rrhoea", "rrhea"), ("leukaem", "leukem"),
    ("caesar", "cesar"), ("oedema", "edema"), ("oestr", "estr"), ("aesthet", "esthet"),
)  # fmt: skip
"""Parts of words that are written with two vowels in Britain and with one in America."""
_DOUBLED = Lazy(r"[aeiouy][^aeiouy]*[aeiouy]ll$")
"""Britain writes "modelling" and America "modeling", and the other way round "fulfil" and "fulfill"."""


def stem_anew(word: str) -> str:
    """The stem of a word that is not worth remembering."""
    if (known := _IRREGULAR.get(word)) is not None:
        return known
    found = _stripped(word)
    return found[:-1] if found.endswith("ll") and _DOUBLED.search(found) else found


def _stripped(word: str) -> str:
    length = len(word)
    if length < 4:
        return word
    if not word.isalpha():  # several P60s are P60, but Kubernetes is K8s
        return word[:-1] if word[-1] == "s" and word[0].isalpha() and word[-3:-1].isdigit() else word
    if "our" in word:
        word = _OUR.sub("or", word)
    if "ae" in word or "oe" in word:
        for british, american in _GREEK:
            word = word.replace(british, american)
    if word.endswith(("ise", "ised", "ising")):
        word = word.replace("ise", "ize").replace("ising", "izing")
    elif word.endswith(("isation", "isations")) and length > 9:
        word = word.replace("isation", "ization")
    if word.endswith("ies") and length > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is", "os")):
        word = word[:-1]
    for suffix in ("ing", "ed"):
        if word.endswith(suffix):
            base = word[: -len(suffix)]
            if len(base) >= 3 and _VOWEL.search(base):
                if base[-1] == base[-2] and base[-1] not in "lsz":
                    base = base[:-1]
                return base[:-1] if base.endswith("e") and len(base) > 3 else base
            return word
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word


stem: Callable[[str], str] = Memo(stem_anew, most=60_000).__getitem__
"""The stem of a lower-case word."""


class Words:
    """The words of one text. Parallel lists: ``words[i]`` with its ``stems[i]`` stands at
    ``starts[i]``–``ends[i]``."""

    __slots__ = (
        "ends",
        "known",
        "lower",
        "pairs",
        "starts",
        "stems",
        "text",
        "words",
    )

    def __init__(self, text: str, lower: str) -> None:
        parts = _WORDS_APART.split(lower)  # what stands between the words, and every second the words
        places = list(accumulate(map(len, parts)))
        self.text = text
        self.lower = lower
        self.starts = places[:-1:2]
        self.ends = places[1::2]
        self.words = parts[1::2]
        self.stems = list(map(stem, self.words))
        self.pairs = list(map(add, self.stems, [*self.stems[1:], ""]))
        """Each stem and the next one, written as one."""
        self.known: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.stems)

    def once[T](self, read: Callable[["Words"], T]) -> T:
        """What ``read`` finds in them, looked for the first time only."""
        if read not in self.known:
            self.known[read] = read(self)
        found: T = self.known[read]
        return found

    def shown(self, first: int, after: int) -> list[str]:
        """The words ``first`` to ``after`` (exclusive) as they are written."""
        places = zip(self.starts[first:after], self.ends[first:after], strict=True)
        return [self.text[start:end] for start, end in places]


def stems_in(phrase: str) -> tuple[str, ...]:
    """The stems of a short phrase: how the tables name what is looked for in a text."""
    return tuple(map(stem, WORD.findall(phrase.lower())))


stems_of = lru_cache(maxsize=20_000)(stems_in)
"""The same, remembered; for what is asked for again, unlike the phrases of a whole table."""
