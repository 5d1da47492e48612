"""Levels of education, in the words of several countries."""

from typing import NamedTuple

from shared.matching.lazy import Lazy

LEVELS = ("none", "school", "vocational", "bachelor", "master", "doctorate")
SCHOOL, VOCATIONAL = LEVELS.index("school"), LEVELS.index("vocational")
_PATTERNS = (
    (5, r"ph\.?\s?d\b|doctorate|doctoral|dr\. rer|promotion zum dr|doctorat|doctorado|d\.?phil\b|ed\.d\b|"
        r"edd\b(?= (?:in|from|degree|program))|"
        r"juris doctor|doctor of (?:philosophy|medicine|pharmacy|education|science|dental|veterinary|law|"
        r"nursing)|"
        r"pharm\.?d\b"),
    (4, r"graduate degree|\bp\.?g\.? ?dip\w*|(?:qqi|nfq)(?: level)? 9\b|laurea (?:magistrale|specialistica)|"
        r"diplôme d'ingénieur|diplôme d'(?:état|etat) d'architecte|\bhmonp\b|"
        r"\bmaster [12]\b|\bm\.?acc\b|\bmsw\b|\bbac ?\+ ?(?:4/)?5|"
        r"master(?:'s|s)\b(?! (?:data|schedule|plan|electric|mariner|of cerem))|"
        r"(?<!scrum )(?<!web )(?<!tm )(?<!head )(?<!harbour )(?<!station )(?<!quiz )"
        r"master(?: degree| of| in| en| level| thesis|/| or\b|,)|"
        r"(?<=/)master\b|(?<=ou )master\b|(?<=or )master\b|\bm\.?sc\b|\bm\.?b\.?a\b|\bm\.?tech\b|\bm\.?eng\b|"
        r"\bm\.?comm?\b|\bdscg\b|\bm\.ed\b|\bmed(?=,? (?:or|and) (?:pgce|ma|msc|phd)\b)|"
        r"\bm\.c\.a\b|(?<=b\.tech/)mca\b|(?<=b\.tech / )mca\b|(?<= be/)mca\b|(?<=bca/)mca\b|(?<=be / )mca\b|"
        r"(?<=tech, )mca\b|(?<=bca, )mca\b|(?<=tech or )mca\b|"
        r"\bmca\b(?= ?(?:/|,|or|from) ?(?:b\.?tech|b\.?e\b|bca|mba|m\.?sc|[a-z]* ?universit))|"
        r"\bm\.?s\.(?=\s?(?:in|\())|\bms in\b|\bm\.?phil\b|\bm\.?pharm\b|"
        r"\bm(?:phys|chem|math|maths|biol|sci|res|geol)\b|\bm\.arch\b|\bllm\b|\bpg(?:d|dm)\b|"
        r"postgraduate(?! (?:teach|taught|students|superv|module))|"
        r"post[- ]graduat\w+|\bpgce\b|\bmsn\b|\bm\.?a\.?(?= (?:in|degree|\())|diplom-?(?:ing|inf|kauf|betr|"
        r"psych|päd|phys|chem|bio|math|volks|wirt|soz|jur)|staatsexamen|\bdipl\.?-|"
        r"magister|maestría|máster"),
    (3, r"bachelor(?:'s|s)?\b(?! party)|(?:qqi|nfq)(?: level)? [78]\b|\bb\.?voc\b|"
        r"\bp\.?g\.? ?cert\w*|\blaurea\b|"
        r"licence professionnelle|licence de (?!conduire)|\bba/bs\b|\bbs/ba\b|\bany graduates?\b|"
        r"tertiary (?:qualification|"
        r"education|degree)|"
        r"\bbac ?\+ ?(?!4/5)[34]|\bb\.?\s?sc\b|\bb\.?\s?tech\b|\bb\.?\s?eng\b|\bb\.?e\.?(?=[ ,(]+(?:in|\(|"
        r"comp|"
        r"mech|civil|elec|degree|from|[&/]))|\bb\.?comm?\b|\bdcg\b|\bb\.?b\.?a\b|\bb\.?c\.?a\b|\bb\.ed\b|"
        r"\bbed\b(?=/| ?\(?hons|,? (?:or|and) pgce)|"
        r"\bb\.?a\.?(?= (?:in|\(|hons|degree|english|hist))|\bb\.?s\.?(?= (?:in|\(|degree|comp|nurs))|"
        r"\bbsn\b|\bll\.?b\b|\bmbbs\b|\bmb ?chb\b|"
        r"\bb(?:ds|vsc|vms|nurs|scn|fa)\b|\bb\.?pharm\b|\bb\.?arch\b|undergraduate degree|"
        r"university degree(?! \(bac)|college degree|"
        r"degree in|(?<!no )(?<!\d )(?<!high )(?<!certain )(?<!some )(?<!great )(?<!large )\bdegree\b"
        r"(?! \(bac)(?! of (?!bachelor|master|arts|science))|4[- ]year degree|four[- ]year degree|"
        r"licenciatura|"
        r"licence en (?!cours)|grado en|"
        r"\binż(?:ynier)?\b|\beng\.(?=[ ,][^\n]{0,40}(?:politechnik|polytechni|universit))|"
        r"hochschulabschluss|studium der|graduat(?:e|ed|ion) in|"
        r"graduated? from(?=[^.\n]{0,60}(?:universit|college|institut))|\bhons\b|honours "
        r"degree|\bgraduate\b(?= (?:in|of|with))"),
    (2, r"(?:associate(?:'s|s)?|assoc\.?) (?:degree|(?:of|in) (?:applied|arts|science|occup|nursing|business|"
        r"general|"
        r"engineering|"
        r"technol|account))|\ba\.[ao]\.s\.|red seal|cert ?he\b|\bdut\b(?= )|"
        r"(?:qqi|nfq|fetac|aat)(?: level)? [3456]\b|\badn\b|\bbac pro\w*|grado superior|\bgnvq\b|"
        r"certificate of higher education|\bt[- ]levels?\b|(?:industrie|handwerks)meister|meister(?:brief|"
        r"prüfung)|"
        r"\ba\.?a\.?s\.? degree|post-?secondary|\bbac ?\+ ?2|"
        r"\bdiploma\b|\bhnd\b|\bhnc\b|\b[ns]vq ?[1-5]?\b|"
        r"\bbtec\b|(?<!for an )(?<!for a )(?<!seeking an )(?<!want an )apprenticeship|"
        r"\bvocational|\blevel [2345](?= (?:in\b|diploma|qualif|cert|"
        r"award|or \d|/|health|child|early|teach|care|electr))|"
        r"(?:cache|qcf|rqf|qualified)[^.,;\n]{0,12}level [2345]\b|city (?:&|and) guilds|trade school|"
        r"technical school|\biti\b|ausbildung|berufsausbildung|cert(?:ificate)?\.? (?:iii|iv)\b|"
        r"foundation degree|"
        r"trade certificate|time[- ]served|community college|"
        r"\bcap (?:cuisine|p[âa]tiss|boulang|coiff|petite|[ée]lectric|menuis|plomb|esth|ma[çc]on|serv|"
        r"m[ée]can|soud|vente)|"
        r"cap/bep|bep/cap|d'un cap\b|\bbts\b|formación profesional|"
        r"journeyman"),
    (1, r"high ?school(?: diploma)?|(?:scottish )?highers\b|\bnat(?:ional)? 5s?\b|\bncea\b|realschul\w*|"
        r"mittlere reife|hauptschul\w*|fachabitur|\bg\.e\.d\b|\bmatric\b|plus two\b|\bpuc\b|junior cert|"
        r"hs diploma|\bgcses?\b|\ba[- ]levels?\b|\bged\b|secondary school|\bhsc\b|"
        r"\bssc\b|\b1[02]th\b|\bxii\b|intermediate(?=,| from| \(| with| education| college| exam| board|\n|"
        r"$)|matriculation|abitur|baccalauréat|\bmatura\b|"
        r"international baccalaureate|leaving cert|some college|bachillerato|school "
        r"leaving|\bo[- ]levels?"),
)  # fmt: skip
_ANY = Lazy(
    r"(?<![a-z0-9])(?:" + "|".join(f"(?P<l{level}>{pattern})" for level, pattern in _PATTERNS) + ")",
    many=True,
)


class Found(NamedTuple):
    """A level of education and where its words stand."""

    level: int
    start: int
    end: int


def find_levels(lower: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Every mention of a level between ``start`` and ``end``, in order."""
    return [
        Found(int((match.lastgroup or "l0")[1]), match.start(), match.end())
        for match in _ANY.finditer(lower, start, len(lower) if end is None else end)
    ]
