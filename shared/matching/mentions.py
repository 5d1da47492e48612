"""Mentions of table skills in a text, with the look around that ambiguous names and negations need."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from shared.matching.beginnings import is_slight
from shared.matching.kin import SYSTEMS, speaks_of
from shared.matching.lazy import Lazy
from shared.matching.lookalikes import is_no_skill
from shared.matching.negation import holds_a_cue, is_negated
from shared.matching.skills import Skill, SkillTable, skill_table
from shared.matching.words import Words, stem

_BEFORE = Lazy(
    r"(?:\b(?:in|with|using|of|like|as|including|e\.g\.|language|languages|software|tools?|programming|"
    r"experience|knowledge|proficient|strong|solid|excellent|intermediate|some|we use|via|through|"
    r"little|basic|bit of|mostly|mainly|"
    r"expert|advanced|certified|fluent|skills?|ms|microsoft|technologies|speak|speaks|tongues?)|"
    r"tongue\(s\)|[,/|(:;+&•]| and| or)\s{0,2}[*_`\"']{0,3}$"
)
_AFTER = Lazy(
    r"[*_`\"'\]]{0,3}\s{0,2}(?:[,/|)\[;:•+&~]|[-–] {0,2}(?:basic|intermediate|advanced|expert|\d|$|\n)|$|\n|"
    r"\d|user|\.(?:\s|$)|(?:and|or|programming|language|developer|engineer|programmer|scripting|script|experience|skills?|code|"
    r"certified|software|packages?|framework|api|apps?|database|development|certification|certificate|basic|"
    r"advanced|fluent|native|bilingual|conversational|proficient|elementary|beginner|mother tongue|[abc][12]|"
    r"\()\b)"
)
_INITIALS = Lazy(r"(?:[A-Z]\.? ?|& ?)$")


_BETWEEN_PARTS = Lazy(r"[a-z)\]]{2}[.!?] +(?=[A-Z])|\n[ \t]*\n")
"""Within what would be a name: the end of a sentence ("the old system. I was") or an empty line."""
_LETTERS = Lazy(r"[a-z] [a-z]")
"""No M&A: "I'm a nurse"."""
_GRADE = Lazy(
    r"(?:\boptions? (?:[a-f](?:,? and |, |/))?|"
    r"\b(?:grades?|class|sch(?:edule)?|category|asil) |\basil-|\b[abd](?:/| and )|[a-z]{2}/)$"
)
"""Before a letter that is a mark or a part of an abbreviation: "grade C", "option A, C", "ASIL B/C",
"HVAC/R"."""

_SCHOOL = Lazy(r"\b(?:[ao][ -]levels?|gcses?|leaving cert(?:ificate)?|highers|nat(?:ional)? 5s?)\b")
"""In a line of school exams, single letters are marks."""


_OF_ANOTHER = Lazy(
    r"\b(?:(?:under|supervised by|report(?:s|ed|ing)? to|supervision of|direction of|assist(?:s|ed|ing)?|"
    r"shadow(?:s|ed|ing)?|help(?:s|ed|ing)?|t(?:old|elling|ell)|inform(?:s|ed|ing)?|refer\w* to|offer to|"
    r"hand(?:s|ed|ing)? over to|(?:liais|coordinat|communicat|collaborat|partner)\w+ with|alongside|"
    r"contacts? (?:for|with)|support(?:s|ed|ing)?(?= (?:an?|the|our) )|ansprechpartner(?:in)? für|"
    r"(?:zusammenarbeit|abstimmung) mit|(?:betreu|unterstütz)ung) "
    r"(?:(?:an?|the|our|my|de[mnrs]|die) )?(?:[\w']+[ /]){0,2}|(?:outside|external) |"
    r"(?:support\w*|assist\w*|secretary to|pa to|work\w* (?:for|with))\b[^.;:]{3,44}\band an? (?:\w+ )?)$"
)
_SIGNS = Lazy(r" (?:signs?|signed|checks?|approves?|verifies) ?[).,;]")
"""Around a licence or a qualification that somebody else holds: "under the RN", "RPh signs"."""


_REACH = 500
"""Characters of a sentence around a letter in which grades of a school are looked for."""
_AROUND = 12
"""Characters around a word that show whether all is in capitals."""
_BEFORE_HOLDER = 64
"""Characters before a licence among which it is told whose it is."""


_MEANS_ANOTHER = {
    "caring for children": "Paediatric care",
    "client care": "Personal care",
    "cpr": "Civil Procedure Rules",
    "e-file": "E-filing court documents",
    "e-filed": "E-filing court documents",
    "food production": "Cooking",
    "gcp": "Good Clinical Practice",
    "mdm": "Mobile device management",
    "mdm solution": "Master data management",
    "mdm solutions": "Master data management",
    "mdm tool": "Master data management",
    "mdm tools": "Master data management",
    "mls": "Library qualification",
    "pcr": "Procurement law",
    "post-mortem": "Post-incident reviews",
    "post-mortems": "Post-incident reviews",
    "postmortem": "Post-incident reviews",
    "postmortems": "Post-incident reviews",
}
"""Names that are another skill's in a text that speaks more of its field."""


def _meant(table: SkillTable, lower: str, word: str, skill: int, fields: Counter[str]) -> int:
    """The skill that ``word`` names: ``skill``, or the other that it may mean, by what the text speaks of."""
    other = table.by_name.get(_MEANS_ANOTHER.get(word, ""))
    if other is None:
        return skill
    if word == _OF_TRIALS and skill != other:
        told = sum([said in lower for said in _TRIALS])
        if told > max(1, fields[table.skills[skill].field] - 1):
            return other
    return max(skill, other, key=lambda number: (fields[table.skills[number].field], number == skill))


_OF_TRIALS = "gcp"
_TRIALS = ("investigator", "protocol", "sponsor", "source data", "clinical", "patient")
"""Words of trials beside which it is Good Clinical Practice, and no cloud."""


class Mention(NamedTuple):
    """A skill at ``start``–``end`` of the cleaned text, in the piece number ``piece``."""

    skill: int
    start: int
    end: int
    piece: int
    negated: bool
    slight: bool = False
    """Only begun, or known in its basics."""


type _Hit = tuple[int, int, int, bool]
"""What may name a skill: start, end, the skill, and whether the name needs its context."""


def find_mentions(
    words: Words, spans: list[tuple[int, int]], table: SkillTable | None = None
) -> list[Mention]:
    """Every mention that counts, in order; ``spans`` are the sentences, lines and bullets of the text."""
    table = table or skill_table()
    text, lower = words.text, words.lower
    hits, shared = _hits(words, table)
    fields = Counter(
        [
            table.skills[skill].field
            for start, _, skill, guarded in hits
            if not guarded and (start, skill) not in shared
        ]
    )
    if any(lower[start:end] in _MEANS_ANOTHER for start, end, _, _ in hits):
        meant = cache(lambda word, skill: _meant(table, lower, word, skill, fields))
        hits = [(start, end, meant(lower[start:end], skill), g) for start, end, skill, g in hits]
    if shared:
        hits = [
            hit
            for hit in hits
            if (hit[0], hit[2]) not in shared or speaks_of(fields, table.skills[hit[2]].field)
        ]
    mentions: list[Mention] = []
    piece, last = 0, len(spans) - 1
    cues_of, cued = -1, True  # whether the sentence of that number holds one
    in_small_letters = text.islower()
    for index, (start, end, skill, guarded) in enumerate(hits):
        while piece < last and spans[piece + 1][0] <= start:
            piece += 1
        low, high = spans[piece] if spans else (0, len(text))
        if guarded and (
            _is_other_form(table.skills[skill].name, lower[start:end])
            or not _in_context(
                text, lower, table, hits, index, (low, high), fields, in_small_letters=in_small_letters
            )
        ):
            continue
        if _names_another(words, start, end, table.skills[skill], fields):
            continue
        if not spans:
            low, high = start, end
        if piece != cues_of:
            cues_of, cued = piece, not spans or holds_a_cue(lower[low:high])
        low, high = max(low, start - 200), min(high, end + 60)
        kind = table.skills[skill].kind
        negated = (
            high - low > end - start + 2 and is_negated(lower[low:high], start - low, end - low, cued=cued)
        ) or (kind in _HELD and _is_held_by_another(lower, low, start, end))
        slight = not negated and (
            is_slight(lower[low:high], start - low, end - low) or _is_in_part(lower, end, kind)
        )
        mentions.append(Mention(skill, start, end, piece, negated, slight))
    return without_stray_acronyms(mentions, text, table)


def _hits(words: Words, table: SkillTable) -> tuple[list[_Hit], set[tuple[int, int]]]:
    """What may name a skill; and where, and which, if only among words of its own field."""
    starts, ends, stems = words.starts, words.ends, words.stems
    hits: list[_Hit] = []
    shared: set[tuple[int, int]] = set()
    for first, after, number in table.lexicon.find(words):
        skill = number // 2
        if after - first > 1 or _is_written_so(words, first, skill, table):
            hits.append((starts[first], ends[after - 1], skill, bool(number & 1)))
            if skill in table.shared and "".join(stems[first:after]) in table.shared[skill]:
                shared.add((starts[first], skill))
    return hits, shared


def _is_written_so(words: Words, at: int, skill: int, table: SkillTable) -> bool:
    """Whether one word is a name of ``skill``, and not only another form of the same stem."""
    word, told = words.words[at], (skill, words.stems[at])
    written = table.written.get(told)
    if written is None:
        return told not in table.deeds or word.endswith("ing")
    if word not in written:
        return False
    text, start, end = words.text, words.starts[at], words.ends[at]
    if text[end - 1] != "S" or word[:-1] not in written:
        return True
    return text[max(0, start - _AROUND) : end + _AROUND].isupper()  # FCAS are no FCA, unless all shouts


def _names_another(words: Words, start: int, end: int, skill: Skill, fields: Counter[str]) -> bool:
    """Whether what stands at ``start``–``end`` is part of another name, or no name at all."""
    text, lower = words.text, words.lower
    if skill.kind == "skill" and _OF_A_THING.match(lower, end) and lower[start:end] != skill.name.lower():
        return True
    if is_no_skill(text, lower, start, end, skill, fields):
        return True
    if " " not in text[start:end]:
        return False
    return bool(_BETWEEN_PARTS.search(text, start, end) or _LETTERS.fullmatch(text, start, end))


_HELD = frozenset({"licence", "certificate"})


def _is_held_by_another(lower: str, low: int, start: int, end: int) -> bool:
    before = max(low, start - _BEFORE_HOLDER)
    return bool(_OF_ANOTHER.search(lower, before, start) or _SIGNS.match(lower, end))


def _is_in_part(lower: str, end: int, kind: str) -> bool:
    """Whether a language is only begun, or a licence is one of a grade."""
    if kind == "language":
        return _ELEMENTARY.match(lower, end) is not None
    return kind == "licence" and _OF_A_GRADE.match(lower, end) is not None


_OF_A_THING = Lazy(
    r" (?:software|hardware|departments?|stores?|shops?|buildings?|analysis|industry|compan(?:y|ies)|firms?|"
    r"vendors?)\b"
)
"""Behind another name of a skill that only says of what kind a thing is: "hospital pharmacy software"."""

GRADES = "technician|assistant|associate|student|trainee|social care|dental nurse|hygienist"
_OF_A_GRADE = Lazy(
    rf"(?:,? (?:registered|registration|register|as an?))?[ ,:(–-]{{1,4}}(?:\w+ )?(?:{GRADES})"
)
"""Behind a registration that is another one for those of another grade: "GPhC registered technician"."""
_ELEMENTARY = Lazy(
    r"(?:[\s:–-]{0,3}|\s?\()(?:level |cefr )?(?:a[12]\b|elementary\b|limited (?:working )?proficiency)"
)
"""Behind a language of which little is known: "German (A1)"."""


def _is_other_form(name: str, shown: str) -> bool:
    """Whether an ambiguous name of what one does is shown as another form of its verb: "ship features" is no
    Shipping."""
    return name.endswith("ing") and " " not in name and not shown.endswith(("ing", "ed"))


def without_stray_acronyms(mentions: list[Mention], text: str, table: SkillTable) -> list[Mention]:
    """Short aliases (DOE, GC, ED) stand for many things: in capitals, among their field, they do."""

    def short(mention: Mention) -> bool:
        shown = text[mention.start : mention.end]
        if shown[-1:] == "s" and (
            shown[:-1].isupper() or (mention.skill, stem(shown.lower())) in table.written
        ):
            shown = shown[:-1]  # PLCs, but neither "does" nor "sits"
        return (
            shown.isalpha()
            and shown.lower() != table.skills[mention.skill].name.lower()
            and (
                len(shown) <= SHORT
                or (shown.islower() and (mention.skill, stem(shown)) in table.written)  # "stets" and STET
            )
        )

    mentions = [mention for mention in mentions if text[mention.start : mention.end] not in _UNITS]
    doubtful = [mention.end - mention.start <= LONGEST_SHORT and short(mention) for mention in mentions]
    if not any(doubtful):
        return mentions
    judged = list(zip(mentions, doubtful, strict=True))
    in_small_letters = text.islower()
    fields = {table.skills[mention.skill].field for mention, doubt in judged if not doubt}
    # Two of one field speak for each other: "MIG, TIG".
    doubted = {
        mention.skill for mention, doubt in judged if doubt and text[mention.start : mention.end].isupper()
    }
    together = Counter(table.skills[skill].field for skill in doubted)
    fields.update(field for field, count in together.items() if count > 1)
    return [
        mention
        for mention, doubt in judged
        if not doubt
        or (
            table.skills[mention.skill].field in fields
            and (
                text[mention.start + 1 : mention.end - 1].isupper()
                or text[mention.start : mention.end].isupper()
                or mention.end - mention.start > SHORT + 1
                or (in_small_letters and text[mention.start : mention.end] not in _SHORT_WORDS)
            )
        )
        or text[mention.start : mention.end].lower() in _OWN_NAMES
    ]


_SHORT_WORDS_TEXT = """
ace act ad age ago aid air all am an and any are arm art as ask at ate bad bag ban bar be bed big bit box boy
bus but buy by can cap car cat cop cot cow cup cut dad day did die do doe dog dry due ear eat ed egg end era
ex eye far fat fed few fit fix for fun get go god got gym had has hat he her him his hit hot how ice if ill
in ink is it its job key kid lab led leg let lie lip lot low mad man map may me men mid mix mr ms my net new
no nor not now of off oil old on one or our out own pa pad pan pat pay pen per pet pip pit pop pot pub put
ran raw red rid row run sad sat saw say sea see set she sit six so son sum sun tap tax tea ten the tie tip to
too top toy try two up us use van via war was way we wet who why win won yes yet you
"""
_SHORT_WORDS = frozenset(_SHORT_WORDS_TEXT.split())
"""In a text without capitals these are the words that they are."""
_UNITS = frozenset({"mL", "ml"})
"""Of a volume, not machine learning."""
SHORT = 3
LONGEST_SHORT = 6
"""Letters of what is doubted where it stands for an abbreviation in small letters, its plural's too."""
OF_ITS_FIELD = 2
"""So many other skills of its field make a text one in which a name means the skill."""
_OWN_NAME_WORDS = "k8s rn lpn cna aws gcp js ts sql vba php css ios ml nlp asb foi"
_OWN_NAMES = frozenset(_OWN_NAME_WORDS.split())


def _in_context(
    text: str,
    lower: str,
    table: SkillTable,
    hits: list[_Hit],
    index: int,
    span: tuple[int, int],
    fields: Counter[str],
    *,
    in_small_letters: bool,
) -> bool:
    """Whether an ambiguous name stands where skills are spoken of: written like a name, next to other
    skills or cue words, or behind one of these in a text of its field ("Document in Epic")."""
    start, end, skill, _ = hits[index]
    entry = table.skills[skill]
    shown = text[start:end]
    if (
        "case" in entry.flags
        and shown != entry.name
        and not _IN_CAMEL_CASE.fullmatch(shown)
        and not (shown.isupper() and text[span[0] : span[1]].isupper())
        and not in_small_letters
    ):
        return _is_listed(text, lower, table, hits, index, span)
    if "context" not in entry.flags:
        return True
    if len(shown) == 1 and (
        _GRADE.search(lower, max(0, start - 12), start) or
        _SCHOOL.search(lower, max(span[0], start - _REACH), min(span[1], end + _REACH)) or
        _INITIALS.search(text, max(0, start - 3), start) or text[end : end + 2].strip().startswith("&")
        or (text[end : end + 1] == "." and text[end + 1 : end + 2].isupper())
        or text.startswith(("'", "-"), end)
    ):  # fmt: skip
        return False
    inside = start > span[0] + 2 and text[start - 1] == " "
    if shown == "Excel" and inside:
        return True
    if "case" in entry.flags and _ASKED_FOR.match(lower, end):
        return True
    if len(shown) <= _FEW_LETTERS and shown == entry.name and _is_what_one_knows(lower, span[0], start, end):
        return True
    near = any(
        other != index
        and abs(hits[other][0] - start) < _NEAR
        and span[0] <= hits[other][0] < span[1]
        and (not hits[other][3] or abs(other - index) == 1)
        and table.skills[hits[other][2]].kind != "soft"
        for other in range(max(0, index - 2), min(len(hits), index + 3))
    )
    before = _BEFORE.search(lower, max(span[0], start - 24), start) is not None or not lower[
        span[0] : start
    ].strip(' •*-_#["~')
    if near and (before or _is_named_among_systems(text, table, hits, index, span)):
        return True
    if not near and not before:
        return False
    if not near and len(shown) <= 2:
        return _LANGUAGE_AFTER.match(lower, end) is not None
    if before and "case" in entry.flags and fields[entry.field] >= OF_ITS_FIELD:
        return True
    return _AFTER.match(lower, end) is not None


_FEW_LETTERS = 2
_KNOWN = Lazy(
    r"\b(?:(?:knowledge|understanding|command|grasp|mastery|years|yrs)(?: of| with)?|"
    r"fluen(?:t|cy) (?:in|with)|"
    r"(?:experience|experienced|proficient|proficiency|skilled|competent|expert|expertise|versed|background|"
    r"programming|coding|developing|comfortable|familiar|familiarity|skills|fluency) (?:in|with|of|using)|"
    r"(?:written|services|code|software|backend|programs) in) \Z"
)
"""Right before the name of a language that is the only one of its sentence: "5 years of Go"."""
_SAID_ALONE = Lazy(
    r"(?:[.!]?[*_`)]{0,3}[ \t]{0,3}(?:[\n;!]|\Z)|[.;!](?:\s|\Z)|,\s|\)|"
    r" (?:is|as|for|and(?! \w\b)|or(?! \w\b)|at|on|in (?:a|production)|to build|"
    r"programming|language|experience|skills|knowledge|code|required|preferred)\b)"
)
_WORK_IN = Lazy(
    r"(?: (?:programming|coding|development|language))? (?:experience|skills|knowledge|proficiency|expertise|"
    r"fluency|codebases?|services|microservices)\b(?! (?:base|sharing|management|centre|center))"
)
"""Right behind one: "Deep Go knowledge"."""
_GRADED = Lazy(
    r"(?:^|[-•*.:,;(\n]\s*|\b(?:strong|deep|solid|excellent|good|proven|extensive|some|prior|previous|"
    r"hands-on|professional|production|commercial|advanced|basic|great|with|in|your|of|and|or|have|years|"
    r"yrs|required|preferred)\s)\Z"
)
"""What may stand right before it then, and no "vitamin" nor "plan"."""


def _is_what_one_knows(lower: str, begin: int, start: int, end: int) -> bool:
    """Whether a name of one or two letters is plainly that of a language: "fluent in Go.", "strong C skills".
    ``begin`` is where its sentence does."""
    if _KNOWN.search(lower, max(begin, start - 40), start) and _SAID_ALONE.match(lower, end):
        return True
    return (
        _WORK_IN.match(lower, end) is not None
        and _GRADED.search(lower, max(begin, start - 16), start) is not None
    )


_ASKED_FOR = Lazy(
    r"(?: (?:is|are|would|will|be|an?|not|also|highly|very|strongly|absolutely|really|considered|viewed|"
    r"definite|distinct|added|big))*[ *(–-]{1,4}"
    r"(?:required|needed|mandatory|essential|must|key|preferred|desirable|advantage\w*|plus|bonus|asset|"
    r"nice[- ]to[- ]have|helpful|useful|beneficial|optional|welcome|ideal|regarded|favou?rably|help|"
    r"set you)\b"
)
"""Behind what is asked for, whatever else the word means: "Excel is a must", "Go preferred"."""


def _is_listed(
    text: str,
    lower: str,
    table: SkillTable,
    hits: list[_Hit],
    index: int,
    span: tuple[int, int],
) -> bool:
    """Whether a name in small letters or in capitals stands in a list of software: "word, excel, outlook"."""
    start, end, skill, _ = hits[index]
    if text[start:end] == "SWIFT":
        return False  # payments
    beside = [hits[other][2] for other in (index - 1, index + 1) if 0 <= other < len(hits) and
              span[0] <= hits[other][0] < span[1] and abs(hits[other][0] - start) < _NEAR]  # fmt: skip
    return (
        end - start > SHORT
        and (text[start:end].islower() or text[start:end].isupper())
        and _is_software(table.skills[skill])
        and any(_is_software(table.skills[other]) for other in beside)
        and _ITEM_BEFORE.search(lower, max(span[0], start - 8), start) is not None
        and _ITEM_BEHIND.match(lower, end, span[1]) is not None
    )


def _is_software(skill: Skill) -> bool:
    return skill.kind == "tool" and skill.field in _OF_SOFTWARE


def _is_named_among_systems(
    text: str, table: SkillTable, hits: list[tuple[int, int, int, bool]], index: int, span: tuple[int, int]
) -> bool:
    """Whether a tool of software is written with a capital within its sentence, near to another such skill:
    "Containerised Flask services with Docker"."""
    start, end, skill, _ = hits[index]
    entry = table.skills[skill]
    return (
        entry.kind == "tool"
        and entry.field in SYSTEMS
        and end - start > SHORT
        and text[start].isupper()
        and start - 2 >= span[0]
        and text[start - 1] == " "
        and text[start - 2].islower()
        and any(
            not guarded and abs(at - start) < _NEAR and span[0] <= at < span[1] and
            table.skills[other].field in SYSTEMS and table.skills[other].kind == "tool"
            for at, _, other, guarded in hits[max(0, index - 2) : index + 3]
        )
    )  # fmt: skip


_OF_SOFTWARE = frozenset({*SYSTEMS, "design", "finance & accounting", "office & administration"})
_NEAR = 60
_ITEM_BEFORE = Lazy(r"(?:^|[\n,;:/(&•*+|-]|\b(?:and|or))\s*\Z")
_ITEM_BEHIND = Lazy(r"\s*(?:[,;/)&+|\n.]|(?:and|or)\b|\Z)")
_IN_CAMEL_CASE = Lazy(r"[A-Z][a-z]{2,}[A-Z][a-z]+")
"""However a name spells its own capitals, no ordinary word has one inside: "SalesForce", "OutLook"."""
_LANGUAGE_AFTER = Lazy(r"\s(?:programming|language|developer|programmer|code|scripts?|packages?|studio)\b")
