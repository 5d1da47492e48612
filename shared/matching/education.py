"""Levels of education, in the words of several countries."""

from typing import NamedTuple

from shared.matching.lazy import Lazy

LEVELS = ("none", "school", "vocational", "bachelor", "master", "doctorate")
SCHOOL, VOCATIONAL = LEVELS.index("school"), LEVELS.index("vocational")
_SUBJECT = (
    r"chem|elec|mech|bio|phys|math|stat|econ|acc|financ|psych|market|civil|indus|info|manuf|aero|agri|"
    r"environ|food|geo|pharm|nurs|comp"
)
"""How the subject of a degree begins where no "in" stands before it."""
_PATTERNS = (
    (5, r"ph\.?\s?d\b(?!\.? (?:candidate|student)\b)|doctorate|"
        r"doctoral(?! (?:candidate|student)\b)|dr\. rer|promotion zum dr|doctorat|doctorado|d\.?phil\b|"
        r"ed\.d\b|edd\b(?= (?:in|from|degree|program)|\n|$)|"
        r"juris doctor|doctor of (?:philosophy|medicine|pharmacy|education|science|dental|veterinary|law|"
        r"nursing|physical therapy|occupational therapy|osteopath|chiropract|optometr|psycholog|engineering)|"
        r"(?:dds|dmd|dvm|dpt)(?=/(?:dds|dmd|dvm)\b| (?:or (?:dds|dmd|dvm) )?degree)|"
        r"pharm\.?d\b"),
    (4, r"ph\.?\s?d\.? (?:candidate|student)\b|"
        r"doctoral (?:candidate|student)\b|"
        r"graduate degree|\bp\.?g\.? ?dip\w*|(?:qqi|nfq)(?: level)? 9\b|laurea (?:magistrale|specialistica)|"
        r"diplôme d'ingénieur|école d'ingénieurs?\b|titre d'ingénieur|"
        r"diplôme d'(?:état|etat) d'architecte|\bhmonp\b|"
        r"\bmlis\b|\bmls\b(?=/|(?: or mlis)? degree| or mlis)|\bmph\b(?= degree)|"
        r"\bmaster [12]\b|\bm\.?acc\b|\bmsw\b|\bbac ?\+ ?(?:4/)?5|"
        r"master(?:'s|s)\b(?! (?:data|schedule|plan|electric|mariner|of cerem))|"
        r"(?<!scrum )(?<!web )(?<!tm )(?<!head )(?<!harbour )(?<!station )(?<!quiz )"
        r"master(?: degree| of (?!(?:your|the|their|his|her|its|all|a|cerem)\b)| in\b| en\b| level| thesis|"
        r"/| or\b|,)|"
        r"eqf(?: level)? 7|scqf(?: level)? 11|\blevel 7(?= (?:qualif|diploma)(?!\w* \((?:nfq|qqi)))|"
        r"(?<=/)master\b|(?<=ou )master\b|(?<=or )master\b|\bm\.?sc\b|\bm\.?b\.?a\b(?! programs?\b)|"
        r"\bmse in\b|masterabschluss|masterstudi\w+|\bm\.?\s?tech\b|"
        r"\bm\.?eng\b|\bm\.?comm?\b|\bdscg\b|\bm\.ed\b|\bmed(?=,? (?:or|and) (?:pgce|ma|msc|phd)\b)|"
        r"\bm\.c\.a\b|(?<=b\.tech/)mca\b|(?<=b\.tech / )mca\b|(?<= be/)mca\b|(?<=bca/)mca\b|(?<=be / )mca\b|"
        r"(?<=tech, )mca\b|(?<=bca, )mca\b|(?<=tech or )mca\b|"
        r"\bmca\b(?= ?(?:/|,|or|from) ?(?:b\.?tech|b\.?e\b|bca|mba|m\.?sc|[a-z]* ?universit))|"
        rf"\bm\.?s\.(?=\s?(?:in|\(|(?:{_SUBJECT})))|\bms in\b|\bm\.?phil\b|\bm\.?pharm\b|"
        r"\bm(?:phys|chem|math|maths|biol|sci|res|geol|s(?:cs|ee))\b|\bm\.arch\b|\bll\.m\b|"
        r"\bllm\b(?= (?:degree|from|(?:in |\()?(?!for )(?:[a-z]+ ){0,3}(?:law|tax\w*|arbitration|rights)\b))|"
        r"(?<=llb/)llm\b|(?<=llb or )llm\b|(?<=llb, )llm\b|\bllm\b(?=,? (?:[a-z]+ ){0,2}universit)|"
        r"\bpg(?:d|dm|dca)\b|"
        r"postgraduate(?! (?:teach|taught|students|superv|module))|"
        r"post[- ]graduat\w+|\bpgce\b|\bmsn\b|\bm\.?a\.?(?= (?:in|degree|\())|diplom-?(?:ing|inf|kauf|betr|"
        r"psych|päd|phys|chem|bio|math|volks|wirt|soz|jur)|staatsexamen|\bdipl\.?-|"
        r"magister|maestría|máster"),
    (3, r"bachelor(?:'s|s)?\b(?! party)(?!,? (?:passport|male\b|dob\b|indian\b|hindu\b))|"
        r"(?:qqi|nfq)(?: level)? [78]\b|\bb\.?voc\b|"
        r"\bp\.?g\.? ?cert\w*|\blaurea\b|"
        r"baccalauréat en (?=[^\n]{0,80}\n?[^\n]{0,60}(?:universit|polytechn|école de technologie))|"
        r"bachelorabschluss|bachelorstudi\w+|"
        r"licence professionnelle|licence de (?!conduire)|\bba/bs\b|\bbs/ba\b|\bany graduates?\b|"
        r"tertiary (?:qualification|"
        r"education|degree)|"
        r"\bbac ?\+ ?(?!4/5)[34]|\bb\.?\s?sc\b|\bb\.?\s?tech\b|\bb\.?\s?eng\b|\bb\.?e\.?(?=[ ,(]+(?:in|\(|"
        r"comp|"
        r"mech|civil|elec|degree|from|[&/]))|\bb\.?comm?\b|\bdcg\b|\bb\.?b\.?a\b|\bb\.?c\.?a\b|\bb\.ed\b|"
        r"\bbed\b(?=/| ?\(?hons|,? (?:or|and) pgce)|"
        r"\bb\.?a\.?(?= (?:in (?!an?\b|the\b)|\(|hons|degree|english|hist))|"
        rf"\bb\.?s\.?(?= (?:in|\(|degree|comp|nurs))|\bb\.s\.(?= (?:{_SUBJECT}))|"
        r"\bb(?:hm|pt|ams|hms|s(?:cs|ee|it|ba|me))\b|"
        r"eqf(?: level)? 6|scqf(?: level)? (?:9|10)|\blevel 6(?= (?:qualif|diploma|degree))|"
        r"\blevel [78](?= qualif\w* \((?:nfq|qqi))|"
        r"\bb\.?s\.?n\b|bacharelado|\bll\.?b\b|\bmbbs\b|\bmb ?chb\b|"
        r"\bb(?:ds|vsc|vms|nurs|scn|fa)\b|\bb\.?pharma?\b|\bb\.?arch\b|undergraduate degree|"
        r"university degree(?! \(bac)|college degree|"
        r"degree in|(?<!no )(?<!\d )(?<!high )(?<!certain )(?<!some )(?<!great )(?<!large )\bdegree\b"
        r"(?! \(bac)(?! of (?!bachelor|master|arts|science))|4[- ]year degree|four[- ]year degree|"
        r"licenciad[oa] en|licenciatura|"
        r"licence en (?!cours)|grado en|"
        r"\binż(?:ynier)?\b|\beng\.(?=[ ,][^\n]{0,40}(?:politechnik|polytechni|universit))|"
        r"hochschulabschluss|studium der|graduat(?:e|ed|ion) in|"
        r"graduated? from(?=[^.\n]{0,60}(?:universit|college|institut))|\bhons\b|honours "
        r"degree|(?:first|second|third)[- ]class hon|\bgraduate\b(?= (?:in|of|with))"),
    (2, r"(?:associate(?:'s|s)?|assoc\.?) (?:degree|(?:of|in) (?:applied|arts|science|occup|nursing|business|"
        r"general|engineering|technol|account)(?:\w* (?:(?!degree)\w+ ){0,3}"
        r"degree\b)?)|\ba\.[ao]\.s\.|red seal|cert ?he\b|\bdut\b(?= )|"
        r"(?:qqi|nfq|fetac|aat)(?: level)? [3456]\b|\badn\b|\bbac pro\w*|grado superior|\bgnvq\b|"
        r"certificate of higher education|\bt[- ]levels?\b|(?:industrie|handwerks)meister|meister(?:brief|"
        r"prüfung)|"
        r"\ba\.?a\.?s\.? degree|post[- ]?secondary|national certificate|"
        r"\b(?:two|2)[- ]year (?:college )?degree|higher national|"
        r"eqf(?: level)? [345]|scqf(?: level)? [678]|\bn[3-6] (?:cert|dipl|qualif)|trade[- ]qualified|"
        r"qualified trades|\bbac ?\+ ?2|"
        r"\bdiploma\b|\bhnd\b|\bhnc\b|\b[ns]vq ?[1-5]?\b|"
        r"\bbtec\b|(?<!for an )(?<!for a )(?<!seeking an )(?<!want an )apprenticeship(?! (?:levy|"
        r"standard|scheme|provider|deliver))|"
        r"\bvocational(?:ly\b| (?:qualif|train|cert|diploma|educ|degree|level|(?:school|college|course)\b))|"
        r"\blevel [2345](?= (?:in\b(?! (?:the|both|all|each|reading|speaking))|diploma|qualif|cert|"
        r"or \d|/|health|child|early|teach|care|electr))|"
        r"(?:cache|ncfe|qcf|rqf|qualified)[^.,;\n]{0,12}level [2345]\b|city (?:&|and) guilds|trade school|"
        r"technical school|\biti\b|ausbildung|ausb\.|berufsausbildung|cert(?:ificate)?\.? (?:iii|iv)\b|"
        r"foundation degree|\bfd(?:sc|a|eng)\b|"
        r"trade certificate|time[- ]served|community college|"
        r"\befz\b|eidg\.? ?(?:dipl|fähig|fachaus)\w*|fachausweis|berufslehre|berufsmatur\w*|"
        r"gesellen(?:brief|prüfung)|staatlich geprüfte|facharbeiterbrief|"
        r"\bcap (?:cuisine|p[âa]tiss|boulang|coiff|petite|[ée]lectric|menuis|plomb|esth|ma[çc]on|serv|"
        r"m[ée]can|soud|vente)|"
        r"cap/bep|bep/cap|d'un cap\b|\bbts\b|formación profesional|"
        r"journey(?:man|person)"),
    (1, r"high ?school(?: diploma)?|higher secondary|"
        r"(?:scottish )?highers\b|\bnat(?:ional)? 5s?\b|\bncea\b|realschul\w*|"
        r"mittlere reife|hauptschul\w*|fachabitur|\bg\.e\.d\b|\bmatric\b|plus two\b|\bpuc\b|junior cert|"
        r"hs diploma|\bgcses?\b|\ba[- ]levels?\b|\bged\b|secondary school|\bh\.?s\.?c\b|"
        r"\bs\.?s\.?c\b|\b1[02]th\b(?! (?:floor|largest|biggest|anniv|cent|year|edition|street|ave|st\b|of\b|"
        r"place|most|annual|birth|month|week|"
        r"day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\b10 ?\+ ?2\b|senior certificate|"
        r"\bgrade (?:12|xii)\b(?= ?(?:/|or |pass|cert|educ|with |essential|required|complet|qualif|"
        r"level|\())|"
        r"(?:passed|completed|minimum(?: of)?|at least) grade (?:12|xii)\b|\bxii\b|intermediate(?=,|"
        r" from| \(| with| education| college| exam| board|\n|"
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
