"""The verbs with which what there is to do in a job begins: "Prepare accounts", "Serves as"."""

from functools import lru_cache

from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.words import WORD


def says_what_to_do(sentence: str) -> bool:
    """Whether it begins as a duty does: "Prepare accounts", "Serves as", "- advising on", "1) To plan"."""
    first = WORD.search(sentence, 0, _BEGINNING)
    while first is not None and (
        first[0] == "to" or (first[0].isdigit() and sentence.startswith((")", ". "), first.end()))
    ):
        first = WORD.search(sentence, first.end(), first.end() + _BEGINNING)
    if first is None:
        return False
    word, verbs = first[0], duty_verbs()
    return is_done(word, verbs) or (
        word.endswith("s") and (word[:-1] in verbs or word[:-2] in verbs or word[:-3] + "y" in verbs)
    )


def is_done(word: str, verbs: frozenset[str]) -> bool:
    """Whether a word is one of ``verbs``, or one of them in the form of "weighing"."""
    return word in verbs or (word.endswith("ing") and (word[:-3] in verbs or word[:-3] + "e" in verbs))


_BEGINNING = 18
"""Characters within which the first word of a duty ends."""


@lru_cache(maxsize=1)
def duty_verbs() -> frozenset[str]:
    return (ordinary_words().lead | frozenset(_DUTY_VERBS.split())) - frozenset(_NO_VERBS.split())


@lru_cache(maxsize=1)
def plain_verbs() -> frozenset[str]:
    """Those that are verbs and nothing else at the beginning of a line."""
    return frozenset(_DUTY_VERBS.split()) - _NOUNS_TOO


def is_ordered(sentence: str) -> bool:
    """Whether it begins with such a verb in the form of "weigh", "weighs" or "may weigh"."""
    first = _FIRST_WORD.match(sentence)
    if first is None:
        return False
    word, verbs = first["word"], plain_verbs()
    return (
        first["may"] is not None
        or word in verbs
        or (word.endswith("s") and (word[:-1] in verbs or word[:-2] in verbs))
    )


_FIRST_WORD = Lazy(r"\W{0,4}(?:(?P<may>may )|also |\w{3,}ly )?(?P<word>[a-z]+)\b")
_NOUNS_TOO = frozenset({"document", "order", "place", "plan", "post", "program", "work"})
_NO_VERBS = """
a an any are as at be been being both by during for from had has have i if in into is its like most of on one
other our over qualified some such than the their then these this those through to two was we when where who
will with within
"""
"""Words that lead to a skill and begin no duty: "Our teams use SAP"."""

_DUTY_VERBS = """
accompany accumulate acquire act adapt address adjudicate adjust administer advise analyse analyze answer
apply approve arrange arrest assess assist attain audit author bake balance book brief budget build buy
calibrate canvass carry catalog catalogue certify chair check clean close coach code collect commission
communicate compare compile complete comply compose compute conceive conduct configure confirm construct
contact control convey convince cook coordinate cover create customise customize deal debug decide defend
define delegate deliver demonstrate deploy design detect develop diagnose direct disassemble disburse
discharge dismantle dispatch dispense disseminate document draft drive edit educate elicit enable enforce
engage ensure enter escalate escort estimate evaluate examine expedite extract fabricate facilitate fasten
feed file fill finalise finalize fit follow forecast forge fulfil fulfill gather generate give greet groom
guard guide handle harvest help host identify implement improve inform inspect install instil instruct
interact interpret interview investigate invite invoice issue juggle keep launch lay lead leverage liaise
listen load locate lock log lubricate maintain manage market measure mediate meet mentor merchandise mitigate
modify monitor motivate mount navigate negotiate notify observe operate order organise organize outline
overhaul oversee pack partner perform pick place plan post practise prepare prescribe present prevent process
procure produce program promote protect prove provide purchase qualify quantify raise rebuild reconcile
record recover recruit redesign refer renew reorder repair replace report represent request research resolve
respond restock restore retain review run scan schedule score screen secure sell send serve service set sew
ship sign simplify solicit sort source spearhead spend steer stock structure submit substitute summarize
supervise supply support survey tabulate take teach tend test trace track train transcribe transfer translate
transmit transplant transport treat trim troubleshoot tune uncover undertake unload unpack update upload
vaccinate validate verify visit wash weld withdraw work wrap write
"""
