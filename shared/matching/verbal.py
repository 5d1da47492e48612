"""A skill that is named by a noun, as a sentence of work tells it: "claims handling" is "handled claims"."""

from functools import cache

_VERB_OF_NOUNS = """
acquisition:acquire administration:administer advice:advise alignment:align allocation:allocate
analysis:analyse application:apply appraisal:appraise arrangement:arrange assembly:assemble
assessment:assess audit:audit calibration:calibrate characterisation:characterise check:check
classification:classify clearance:clear collection:collect composition:compose configuration:configure
conservation:conserve consolidation:consolidate construction:construct consultation:consult control:control
conversion:convert coordination:coordinate correction:correct creation:create decontamination:decontaminate
decoration:decorate delivery:deliver demolition:demolish demonstration:demonstrate deployment:deploy
design:design detection:detect development:develop diagnosis:diagnose diagnostics:diagnose
disinfection:disinfect dispatch:dispatch distribution:distribute documentation:document enforcement:enforce
entry:enter erection:erect escort:escort estimation:estimate evaluation:evaluate examination:examine
excavation:excavate extraction:extract fabrication:fabricate facilitation:facilitate generation:generate
identification:identify illustration:illustrate immunisation:immunise implementation:implement
improvement:improve induction:induct inspection:inspect installation:install instruction:instruct
integration:integrate interview:interview investigation:investigate isolation:isolate launch:launch
localisation:localise maintenance:maintain management:manage measurement:measure mediation:mediate
migration:migrate negotiation:negotiate observation:observe operation:operate optimisation:optimise
organisation:organise overhaul:overhaul payment:pay photography:photograph planning:plan preparation:prepare
presentation:present prevention:prevent procurement:procure production:produce promotion:promote
propagation:propagate protection:protect purchase:purchase purification:purify reconciliation:reconcile
recovery:recover recruitment:recruit reduction:reduce refurbishment:refurbish registration:register
release:release removal:remove renovation:renovate repair:repair replacement:replace
representation:represent research:research resolution:resolve restoration:restore review:review sales:sell
search:search segmentation:segment selection:select settlement:settle simulation:simulate
sterilisation:sterilise submission:submit supervision:supervise survey:survey synthesis:synthesise
training:train transcription:transcribe translation:translate transport:transport treatment:treat
vaccination:vaccinate validation:validate valuation:value verification:verify visit:visit
"""
VERB_OF = dict(pair.split(":") for pair in _VERB_OF_NOUNS.split())
_OTHER_VERBS = """
booking:reserve buying:purchase cleaning:wash construction:erect installation:fit procurement:buy
purchasing:buy recruitment:hire reduction:cut repair:fix repair:mend writing:draft
"""
_OTHER_VERBS_OF: dict[str, list[str]] = {}
for _pair in _OTHER_VERBS.split():
    _noun, _verb = _pair.split(":")
    _OTHER_VERBS_OF.setdefault(_noun, []).append(_verb)
_FIELD_WORDS = """
accounting banking computing counselling engineering housing learning manufacturing marketing nursing
operating working
"""
_NOT_DONE = frozenset(_FIELD_WORDS.split())
"""Fields, not what somebody does with what stands before the word."""
_OTHERWISE = frozenset({"it", "line", "service", "patch", "pipeline", "interface", "fault", "script", "set"})
"""With a verb before them they are part of something else ("tested patch releases"), or of any trade."""
_JOINING = frozenset({"and", "&", "or", "of", "to", "in", "with", "for", "on", "from", "at", "through", "by"})
_MOST_WORDS = 3
_DONE_WORDS = """
analysed animated answered arranged booked briefed calculated calibrated called calmed chased checked
cleaned cleared closed composed conducted consolidated coordinated created cultured cut delivered
demonstrated did dosed drafted edited evaluated filmed formulated found gave graded guided handled inspected
interpreted issued lobbied localised looked made maintained mapped measured migrated mixed modelled
monitored moved negotiated onboarded opened organised oversaw owned passaged phoned photographed pitched
planned planted prepared presented priced prioritised produced prompted prospected quoted ran rang
reconciled recorded redesigned reduced renewed rented repaired reported resolved responded rigged saved
scored serviced settled shot showed sold sourced streamlined surveyed synthesised tested took trained
translated triaged underwrote valued vetted won wrote
"""
_DONE = frozenset(_DONE_WORDS.split())
"""Verbs with which an alias begins that tells what was done."""


def as_told(name: str) -> tuple[str, ...]:
    """The wording with a verb, if ``name`` ends with the noun of one; its other forms have the same stem."""
    thing, _, doing = name.rpartition(" ")
    if not thing or not (verb := _verb_of(doing)) or thing.count(" ") >= _MOST_WORDS - 1:
        return ()
    return () if thing.partition(" ")[0].lower() in _OTHERWISE else (f"{verb} {thing}",)


@cache
def _verb_of(doing: str) -> str | None:
    if not doing.islower():
        return None
    verb = VERB_OF.get(doing) or VERB_OF.get(doing.removesuffix("s"))
    return verb or (doing if doing.endswith("ing") and doing not in _NOT_DONE else None)


def is_told(name: str) -> bool:
    """Whether ``name`` has its verb before the things already: "delivering parcels"."""
    doing, _, rest = name.partition(" ")
    if not doing.endswith("ing") or not rest or not doing.islower() or doing in _NOT_DONE:
        return False
    things = rest.split(" ")
    return len(things) < _MOST_WORDS and _JOINING.isdisjoint(things)


def as_told_too(name: str) -> tuple[str, ...]:
    """The wordings with other verbs for the same: "repaired" is "fixed" or "mended"."""
    thing, _, doing = name.rpartition(" ")
    verbs = _OTHER_VERBS_OF.get(doing.removesuffix("s"))
    if not verbs:
        return ()
    first, *more = thing.lower().split(" ")
    if first in _OTHERWISE or first == "store" or len(more) >= _MOST_WORDS - 1:
        return ()  # "running stored procedures" is no store management
    return tuple([f"{verb} {thing}" for verb in verbs])


def is_deed(name: str) -> bool:
    """Whether an alias tells what was done: "booked venues"."""
    verb, _, thing = name.partition(" ")
    return verb in _DONE and thing != ""
