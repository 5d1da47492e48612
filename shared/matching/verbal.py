"""A skill that is named by a noun, as a sentence of work tells it: "claims handling" is "handled claims"."""

from collections.abc import Iterator

_VERB_OF_NOUNS = """
administration:administer advice:advise analysis:analyse assessment:assess audit:audit
calibration:calibrate collection:collect configuration:configure construction:construct control:control
coordination:coordinate creation:create delivery:deliver design:design development:develop
distribution:distribute entry:enter estimation:estimate evaluation:evaluate fabrication:fabricate
generation:generate implementation:implement
inspection:inspect installation:install integration:integrate investigation:investigate
maintenance:maintain management:manage migration:migrate negotiation:negotiate operation:operate
optimisation:optimise
planning:plan preparation:prepare prevention:prevent procurement:procure production:produce
reconciliation:reconcile recruitment:recruit registration:register removal:remove
repair:repair replacement:replace
review:review supervision:supervise training:train translation:translate validation:validate
verification:verify
acquisition:acquire allocation:allocate characterisation:characterise
classification:classify composition:compose consolidation:consolidate conversion:convert correction:correct
decoration:decorate demolition:demolish demonstration:demonstrate deployment:deploy detection:detect
diagnosis:diagnose diagnostics:diagnose disinfection:disinfect
extraction:extract illustration:illustrate improvement:improve isolation:isolate
launch:launch localisation:localise photography:photograph
purification:purify recovery:recover reduction:reduce refurbishment:refurbish release:release
renovation:renovate
research:research restoration:restore sales:sell segmentation:segment selection:select
settlement:settle simulation:simulate sterilisation:sterilise
submission:submit synthesis:synthesise transcription:transcribe
payment:pay survey:survey valuation:value
"""
_VERB_OF = dict(pair.split(":") for pair in _VERB_OF_NOUNS.split())
_OTHER_VERBS = """
booking:reserve buying:purchase cleaning:wash construction:erect creation:make delivery:provide
estimating:price fabrication:make implementation:introduce inspection:check installation:fit
management:run management:oversee migration:move procurement:buy production:make purchasing:buy
recruitment:hire reduction:cut removal:clear repair:fix repair:mend surveying:survey survey:count
writing:draft
"""
_OTHER_VERBS_OF: dict[str, list[str]] = {}
for _pair in _OTHER_VERBS.split():
    _noun, _verb = _pair.split(":")
    _OTHER_VERBS_OF.setdefault(_noun, []).append(_verb)
_FIELD_WORDS = """
accounting banking computing counselling engineering housing learning manufacturing marketing nursing
"""
_NOT_DONE = frozenset(_FIELD_WORDS.split())
"""Fields, not what somebody does with what stands before the word."""
_OTHERWISE = frozenset({"it", "line", "service", "patch", "pipeline", "interface", "script", "set"})
"""With a verb before them they are part of something else: "tested patch releases"."""
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


def as_told(name: str) -> Iterator[str]:
    """The wording with a verb, if ``name`` ends with the noun of one; its other forms have the same stem."""
    *things, doing = name.split(" ")
    if not 0 < len(things) < _MOST_WORDS or not doing.islower() or things[0].lower() in _OTHERWISE:
        return
    if (
        verb := _VERB_OF.get(doing)
        or _VERB_OF.get(doing.removesuffix("s"))
        or (doing.endswith("ing") and doing not in _NOT_DONE and doing)
    ):
        yield f"{verb} {' '.join(things)}"


def as_told_too(name: str) -> Iterator[str]:
    """The wordings with other verbs for the same: "managed" is "ran" or "oversaw"."""
    thing, _, doing = name.rpartition(" ")
    verbs = _OTHER_VERBS_OF.get(doing.removesuffix("s"))
    first, *more = thing.lower().split(" ")
    if verbs and first not in _OTHERWISE and first != "store" and len(more) < _MOST_WORDS - 1:
        for verb in verbs:  # "running stored procedures" is no store management
            yield f"{verb} {thing}"


def is_told(name: str) -> bool:
    """Whether an alias tells what was done: "booked venues"."""
    verb, _, thing = name.partition(" ")
    return bool(thing) and verb in _DONE
