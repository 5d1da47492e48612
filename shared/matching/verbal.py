"""A skill that is named by a noun, as a sentence of work tells it: "claims handling" is "handled claims"."""

from collections.abc import Iterator

_VERB_OF_NOUNS = """
administration:administer advice:advise allocation:allocate analysis:analyse application:apply
appraisal:appraise arrangement:arrange assembly:assemble assessment:assess audit:audit
calibration:calibrate check:check classification:classify collection:collect configuration:configure
conservation:conserve construction:construct consultation:consult control:control
coordination:coordinate creation:create delivery:deliver demonstration:demonstrate design:design
development:develop dispatch:dispatch distribution:distribute documentation:document
enforcement:enforce entry:enter escort:escort estimation:estimate evaluation:evaluate
examination:examine extraction:extract fabrication:fabricate facilitation:facilitate
generation:generate identification:identify immunisation:immunise implementation:implement
induction:induct inspection:inspect installation:install instruction:instruct integration:integrate
interview:interview investigation:investigate
maintenance:maintain management:manage measurement:measure mediation:mediate migration:migrate
negotiation:negotiate observation:observe operation:operate
optimisation:optimise organisation:organise
planning:plan preparation:prepare presentation:present prevention:prevent procurement:procure
production:produce promotion:promote protection:protect purchase:purchase
reconciliation:reconcile recovery:recover recruitment:recruit reduction:reduce registration:register
removal:remove repair:repair replacement:replace representation:represent resolution:resolve
restoration:restore
review:review search:search selection:select submission:submit supervision:supervise survey:survey
training:train transcription:transcribe translation:translate transport:transport treatment:treat
vaccination:vaccinate validation:validate valuation:value verification:verify visit:visit
"""
_VERB_OF = dict(pair.split(":") for pair in _VERB_OF_NOUNS.split())
_FIELD_WORDS = """
accounting banking computing counselling engineering housing learning manufacturing marketing nursing working
"""
_NOT_DONE = frozenset(_FIELD_WORDS.split())
"""Fields, not what somebody does with what stands before the word."""
_OTHERWISE = frozenset({"it", "line", "service", "patch", "pipeline", "interface", "script"})
"""With a verb before them they are part of something else: "tested patch releases"."""
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
    """Whether ``name`` is a wording with a verb already: "managing volunteers"."""
    verb, _, things = name.partition(" ")
    return (
        verb.endswith(("ing", "ed"))
        and verb not in _NOT_DONE
        and name.islower()
        and 0 < len(things.split()) < _MOST_WORDS
    )
