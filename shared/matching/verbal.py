"""A skill that is named by a noun, as a sentence of work tells it: "claims handling" is "handled claims"."""

from collections.abc import Iterator

_VERB_OF_NOUNS = """
administration:administer advice:advise alignment:align allocation:allocate analysis:analyse
application:apply appraisal:appraise arrangement:arrange assembly:assemble assessment:assess audit:audit
calibration:calibrate check:check classification:classify clearance:clear collection:collect
configuration:configure conservation:conserve construction:construct consultation:consult control:control
conversion:convert coordination:coordinate creation:create decontamination:decontaminate delivery:deliver
demolition:demolish demonstration:demonstrate design:design development:develop diagnosis:diagnose
diagnostics:diagnose dispatch:dispatch distribution:distribute documentation:document enforcement:enforce
entry:enter erection:erect escort:escort estimation:estimate evaluation:evaluate examination:examine
excavation:excavate extraction:extract fabrication:fabricate facilitation:facilitate generation:generate
identification:identify immunisation:immunise implementation:implement induction:induct inspection:inspect
installation:install instruction:instruct integration:integrate interview:interview
investigation:investigate maintenance:maintain management:manage measurement:measure mediation:mediate
migration:migrate negotiation:negotiate observation:observe operation:operate optimisation:optimise
organisation:organise overhaul:overhaul planning:plan preparation:prepare presentation:present
prevention:prevent procurement:procure production:produce promotion:promote propagation:propagate
protection:protect purchase:purchase reconciliation:reconcile recovery:recover recruitment:recruit
reduction:reduce registration:register removal:remove renovation:renovate repair:repair replacement:replace
representation:represent resolution:resolve restoration:restore review:review sales:sell search:search
selection:select simulation:simulate sterilisation:sterilise submission:submit supervision:supervise
survey:survey training:train transcription:transcribe translation:translate transport:transport
treatment:treat vaccination:vaccinate validation:validate valuation:value verification:verify visit:visit
"""
_VERB_OF = dict(pair.split(":") for pair in _VERB_OF_NOUNS.split())
_FIELD_WORDS = """
accounting banking computing counselling engineering housing learning manufacturing marketing nursing
operating working
"""
_NOT_DONE = frozenset(_FIELD_WORDS.split())
"""Fields, not what somebody does with what stands before the word."""
_OTHERWISE = frozenset({"it", "line", "service", "patch", "pipeline", "interface", "fault", "script"})
"""With a verb before them they are part of something else ("tested patch releases"), or of any trade."""
_JOINING = frozenset({"and", "&", "or", "of", "to", "in", "with", "for", "on", "from", "at", "through", "by"})
_MOST_WORDS = 3


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


def is_told(name: str) -> bool:
    """Whether ``name`` has its verb before the things already: "delivering parcels"."""
    doing, *things = name.split(" ")
    return (
        0 < len(things) < _MOST_WORDS
        and doing.islower()
        and doing.endswith("ing")
        and doing not in _NOT_DONE
        and _JOINING.isdisjoint(things)
    )
