"""Levels of education, in the words of several countries."""

import re
from dataclasses import dataclass

LEVELS = ("none", "school", "vocational", "bachelor", "master", "doctorate")
_PATTERNS = (
    (5, r"ph\.?\s?d\b|doctorate|doctoral|dr\. rer|promotion zum dr|doctorat|doctorado|d\.?phil\b|ed\.?d\b|juris doctor"),
    (4, r"master(?:'s|s)?(?: degree)?(?: of| in)?\b(?! data| schedule| plan| electric| mariner| planner| file|card)|\bm\.?sc\b|\bm\.?b\.?a\b|\bm\.?tech\b|\bm\.?eng\b|\bm\.?c\.?a\b|\bm\.?com\b|\bm\.?ed\b|\bm\.?s\.(?=\s?(?:in|\())|\bms in\b|\bm\.?phil\b|\bllm\b|\bpg(?:d|dm)\b|postgraduate|post[- ]graduat\w+|\bpgce\b|\bmsn\b|\bm\.?a\.?(?= (?:in|degree|\())|diplom-?ingenieur|\bdipl\.?-|magister|maestría|máster"),
    (3, r"bachelor(?:'s|s)?|\bb\.?\s?sc\b|\bb\.?\s?tech\b|\bb\.?\s?eng\b|\bb\.?e\.?(?=[ ,(]+(?:in|\(|comp|mech|civil|elec|degree|from|[&/]))|\bb\.?com\b|\bb\.?b\.?a\b|\bb\.?c\.?a\b|\bb\.?ed\b|\bb\.?a\.?(?= (?:in|\(|hons|degree|english|hist))|\bb\.?s\.?(?= (?:in|\(|degree|comp|nurs))|\bbsn\b|\bllb\b|\bmbbs\b|\bb\.?arch\b|undergraduate degree|university degree|college degree|degree in|\bdegree\b|4[- ]year degree|four[- ]year degree|licenciatura|licence en|hochschulabschluss|studium der|graduate degree|graduat(?:e|ed|ion) (?:in|from)|\bhons\b|honours degree|\bgraduate\b(?= (?:in|of|with))"),
    (2, r"associate(?:'s|s)? (?:degree|of|in)|\bdiploma\b|\bhnd\b|\bhnc\b|\bnvq\b|\bsvq\b|\bbtec\b|apprenticeship|\bvocational|\blevel [2345]\b|city (?:&|and) guilds|trade school|technical school|\biti\b|ausbildung|berufsausbildung|certificate (?:iii|iv)|foundation degree|trade certificate|time[- ]served|community college|\bcap\b(?= )|\bbts\b|formación profesional|journeyman"),
    (1, r"high school|\bgcses?\b|\ba[- ]levels?\b|\bged\b|secondary school|\bhsc\b|\bssc\b|\b1[02]th\b|\bxii\b|intermediate|matriculation|abitur|baccalauréat|bachillerato|school leaving|o levels?"),
)  # fmt: skip
_COMPILED = tuple((level, re.compile(pattern)) for level, pattern in _PATTERNS)
_ANY = re.compile("|".join(f"(?P<l{level}>{pattern})" for level, pattern in _PATTERNS))


@dataclass(frozen=True, slots=True)
class Found:
    """A level of education and where its words stand."""

    level: int
    start: int
    end: int


def find_levels(lower: str) -> list[Found]:
    """Every mention of a level, in order."""
    return [
        Found(int((match.lastgroup or "l0")[1]), match.start(), match.end()) for match in _ANY.finditer(lower)
    ]
