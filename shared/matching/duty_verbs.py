"""The verbs with which what there is to do in a job begins: "Prepare accounts", "Serves as"."""

from functools import lru_cache

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
    return (
        word in verbs
        or (word.endswith("s") and (word[:-1] in verbs or word[:-2] in verbs or word[:-3] + "y" in verbs))
        or (word.endswith("ing") and (word[:-3] in verbs or word[:-3] + "e" in verbs))
    )


_BEGINNING = 18
"""Characters within which the first word of a duty ends."""


@lru_cache(maxsize=1)
def duty_verbs() -> frozenset[str]:
    return (ordinary_words().lead | frozenset(_DUTY_VERBS.split())) - frozenset(_NO_VERBS.split())


_NO_VERBS = """
a an any are as at be been being both by during for from had has have i in into is its like most of on one
other our over qualified some such than the their then these this those through to two was we when where who
will with within
"""
"""Words that lead to a skill and begin no duty: "Our teams use SAP"."""

_DUTY_VERBS = """
accompany act address administer advise analyse analyze answer apply approve arrange assess assist audit
bake balance book brief budget build buy calibrate carry check clean coach code collect commission
communicate compare compile complete comply conduct configure control cook coordinate cover create customise
customize deal decide defend define deliver demonstrate deploy design develop diagnose direct document draft
drive edit educate enforce engage ensure enter escalate estimate evaluate examine extract facilitate file
fit forecast forge gather generate give greet guide handle help host identify implement improve inspect
install instruct interpret interview investigate issue juggle keep lead liaise listen load lock log maintain
manage market measure meet mentor merchandise monitor negotiate observe operate order organise organize
oversee pack partner perform plan post prepare present process procure produce program promote protect
provide purchase raise reconcile record recover recruit refer repair replace report represent research
resolve respond review run schedule screen secure sell send serve service set ship sort source spend
supervise supply support survey take teach test track train translate transport treat troubleshoot undertake
update validate verify visit weld work write
"""
