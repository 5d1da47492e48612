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
alignment:align assembly:assemble clearance:clear conversion:convert decontamination:decontaminate
demolition:demolish diagnosis:diagnose diagnostics:diagnose erection:erect excavation:excavate
extraction:extract instruction:instruct overhaul:overhaul presentation:present propagation:propagate
recovery:recover reduction:reduce renovation:renovate restoration:restore sales:sell simulation:simulate
sterilisation:sterilise treatment:treat valuation:value
"""
_VERB_OF = dict(pair.split(":") for pair in _VERB_OF_NOUNS.split())
_FIELD_WORDS = """
accounting banking computing counselling engineering housing learning manufacturing marketing nursing
operating
"""
_NOT_DONE = frozenset(_FIELD_WORDS.split())
"""Fields, not what somebody does with what stands before the word."""
_OTHERWISE = frozenset({"it", "line", "service", "patch", "pipeline", "interface", "fault"})
"""With a verb before them they are part of something else ("tested patch releases"), or of any trade."""
_JOINING = frozenset({"and", "&", "or", "of", "to", "in", "with", "for", "on", "from", "at", "through", "by"})
_MOST_WORDS = 3


def as_told(name: str) -> Iterator[str]:
    """The wording with a verb, if ``name`` ends with the noun of one; its other forms have the same stem."""
    *things, doing = name.split(" ")
    if not 0 < len(things) < _MOST_WORDS or not doing.islower() or things[0].lower() in _OTHERWISE:
        return
    if verb := _VERB_OF.get(doing) or (doing.endswith("ing") and doing not in _NOT_DONE and doing):
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
