"""Job titles in a text, and the families of occupations that they are of."""

import re
from collections.abc import Iterator
from itertools import islice

from shared.matching.families import FamilyTable, family_table
from shared.matching.lazy import Lazy
from shared.matching.led import families_of, function_led
from shared.matching.ordinary import ordinary_words
from shared.matching.own_words import A_PERSON
from shared.matching.short_titles import SHORT, is_shortened, spelled_out
from shared.matching.specialities import with_speciality
from shared.matching.words import WORD, stem

_SPLIT = Lazy(r"[,|@;:()•*_#.\s](?:(?<=[,|@;:()\t\n•*_#])|(?<= )(?:-+ |at )|(?<=\s)\s+|(?<=\.) )")
"""What parts a line; the characters that it may begin with come first, since ``re`` skips all others."""
_GOES_ON = Lazy(r",(?= [a-z])")
"""Inside a title turned around: "Teacher, secondary school"."""
_AND = Lazy(r" (?:&|[aA]nd) ")
_ASIDE = Lazy(r" \(\w{2,8}\)(?= \w)")
"""What stands short for the words before it, in the midst of a title: "User Experience (UX) Designer"."""
_TURNED_RANK_WORDS = """
engineer manager mgr gm agm dgm avp svp director dir officer analyst consultant developer lead leader head
vp president executive exec assistant coordinator supervisor specialist administrator technician tech
associate instructor teacher nurse adviser advisor operator representative rep clerk professor faculty
programmer agent trainee intern apprentice designer architect scientist worker producer merchandiser
therapist advocate radiographer receptionist recruiter solicitor writer editor tutor lecturer
"""
_TURNED_RANKS = frozenset(_TURNED_RANK_WORDS.split())
"""Last words of what stands before the comma or the bracket of a title turned around."""
_PARTING = frozenset(",(|;:@")
_AS_ONE_PART = str.maketrans(",()", "–––")
_JOINS = frozenset(
    {"and", "or", "in", "at", "for", "to", "with", "of", "the", "on", "by", "from", "who", "as", "-"}
)
_DETERMINERS = frozenset(
    {"a", "an", "my", "our", "their", "his", "her", "every", "each", "one", "two", "three"}
)
_SOLD_TO = frozenset(
    {"key", "major", "national", "global", "strategic", "named", "corporate", "enterprise", "sales", "large"}
)
"""Before the accounts that somebody sells to."""
_STATE = "PA"
"""Behind a comma: "Philadelphia, PA", who is no personal assistant."""
_OTHERS = Lazy(
    r"\b(?:(?:report(?:s|ed|ing)?|accountable|answer(?:s|ed|able|ing)?) (?:\w+ly )?to|"
    r"(?:co-?operat(?:ed?|es|ing|ion)|collaborat(?:ed?|es|ing|ion)|work(?:s|ed|ing)?|liais(?:ed?|es|ing|on)|"
    r"co-?ordinat(?:ed?|es|ing|ion)|interact(?:s|ed|ing|ion)?|communicat(?:ed?|es|ing|ion)|"
    r"partner(?:s|ed|ing)?) (?:\w+ ){0,2}with|(?:advised|supervised|mentored|led|managed) by)\b.*?(?= as |$)"
)
"""Whom one reports to or works with: "reports to the Sales Director", "in cooperation with architects"."""
_ASSISTED = Lazy(r"(?<=\bassistant to )(?=.).*$|(?<=\bsecretary to )(?=.).*$")
"""Whose assistant somebody is: "Assistant to the Sales Director"."""
_RANK_WORDS = (
    "senior junior lead principal chief deputy assistant trainee graduate associate head sr jr staff"
)
_OF_ANOTHER = Lazy(
    r"\b(?:\w+(?:or|er|ant|ist|et)|dean|principal|president)'s(?= )(?! (?:aide|mate|helper)\b)"
)
"""Whose receptionist, secretary or assistant somebody is: "Doctor's receptionist"."""
_HEADING_WORDS = frozenset(
    {"present", "experience", "history", "employment", "environment", "responsibilities"}
)
_DEPUTIES = frozenset({"deputy", "assistant", "associate", "vice"})
_SCHOOL_WORDS = """
school schools academy college sixth form key stage ks1 ks2 ks3 ks4 ks5 year years phase lower upper junior
juniors senior seniors prep pre nursery primary secondary infant infants boarding house pastoral curriculum
inclusion send sen subject faculty science sciences english maths mathematics history geography music art
arts drama physics chemistry biology languages humanities computing pe re teaching learning
"""
_OF_A_SCHOOL = frozenset(_SCHOOL_WORDS.split())
"""In what a deputy head of a school looks after: "Deputy Head of Lower School", "Assistant Head of Maths"."""
_NUMBERED = frozenset({"band", "grade", "level", "year", "class", "since", "from", "until"})
"""Words behind a title that say nothing without the number that follows, nor "since" with it."""
_RANKS = frozenset(_RANK_WORDS.split())
COMPANY = frozenset({"pvt", "private", "ltd", "limited", "llp", "llc", "inc", "plc", "gmbh", "corp"})
SEVERAL = Lazy(r"(?:er|or|ian|ist|ant|eer|nurse|chef|mechanic)s$")
EDGES = " •*_#-–—."
_OF_A_SUPERIOR = Lazy(r"(?<=\()(?:supervisor|advis[eo]r|mentor|manager|reference)s?:", re.I)
"""In brackets behind what one was: "Research Fellow (supervisor: A. Sample)"."""
_ONE_WORD_TITLES = "administrator architect artist coach consultant designer instructor planner"
_OF_ANY_TRADE = frozenset(_ONE_WORD_TITLES.split())
"""Titles of one word that are of one trade where they stand alone, and of whichever a word before them names:
an adwords consultant, a character artist."""
_TRADELESS_WORDS = """
senior junior lead principal chief deputy assistant trainee graduate associate head sr jr staff intern
apprentice student aspiring freelance self-employed employed independent contract contractor temporary
temp permanent interim external internal private freelancing part-time full-time time house professional
experienced skilled talented qualified certified licensed licenced accredited registered chartered
managing executive mid midweight middleweight entry level experience expert former current own local
national international global regional the a an as my our one of in and or by to for with i ii iii
"""
_OF_NO_TRADE = frozenset(_TRADELESS_WORDS.split())
"""Words before a title that tell of no trade."""
_IN_FAVOUR = frozenset({"advocate", "advocates", "champion", "driver", "drivers", "architect"})
_TRIALS = frozenset({"pilot", "pilots"})
_CERTIFICATES = frozenset({"certification", "certifications", "certificate", "licence", "license", "exam"})
"""Words behind a title with which it is what somebody passed: "Ski Instructor Certification"."""
VERB_ENDS = ("ed", "ing")
LEAST_TITLE = 0.6
"""How telling a title without a date must be to be one: more than the one-word titles that are other things,
too."""
_NURSING_HOME = Lazy(
    r"nursing home(?! (?:aide|manager|administrator|director|nurse|assistant|social|cook|chef))"
)
_MEMBERS = Lazy(
    r"\b(?:society|association|institute|guild|federation|register) (?:of|for) (?:\w+ ){0,3}\w+s\b"
)
"""Of these somebody is a member: "Sample Society of Interior Designers" is no title."""
_BEFORE_MEMBERS = 40
_OF_SEVERAL = 0.01
"""What a title in the plural tells less than another in its line: "Example Teachers Pensions, DBA"."""
_ONE_WORD = 0.7
"""How telling a title of one word is that is no other thing."""
_OF_A_FIRM = 0.5
"""What is left of how telling a title in the plural is, behind a name."""
_WINDOW_WORDS = 26
_MOST_BEFORE = 2
"""Words before a slash that may share the rank behind it."""
_BEFORE_TECH = ("b.", "m.")
"""What makes a degree of a tech."""
_BEHIND_ONE_WORD = 2
"""Where the "and" of a part ends that its second word is."""
_FEW_WORDS, _OPENING = 9, 6
"""Words of a part in which a title may have another among its own; of a longer one, its first words."""
LONG_LINE, SHORT_LINE = 240, 60


def _is_no_person(part: str, named: list[re.Match[str]], following: str) -> bool:
    """Whether what is written like a title and goes on like this names a firm ("Example Insurance Brokers
    Pvt Ltd"), or says what somebody is in favour of ("advocate of privacy"), tries ("pilot with 9
    shops") or has studied ("Doctor of Pharmacy")."""
    if following in COMPANY:
        return any(word[0].endswith("s") for word in named)
    last = named[-1]
    if len(named) == 1 and last[0] == "doctor" and following == "of":
        return True  # of pharmacy, of philosophy: a degree
    if not part[named[0].start()].islower():
        return False
    return (following in ("of", "for") and last[0] in _IN_FAVOUR) or (
        last[0] in _TRIALS and following not in ("", "in", "at")
    )


def _is_of_another_trade(part: str, before: re.Match[str], title: re.Match[str]) -> bool:
    """Whether the word before a title of one word makes it one of a trade that the table does not know."""
    return (
        title[0] in _OF_ANY_TRADE
        and before[0] not in _OF_NO_TRADE
        and not before[0].isdigit()
        and part[before.end() : title.start()] == " "
    )


def _are_several(part: str, named: list[re.Match[str]]) -> bool:
    """Whether a name and a title in the plural name a firm: "Example Vets", "Sample Cost Consultants"."""
    before, *title = named
    last = title[-1]
    return (
        last[0].endswith("s")
        and part[before.start()].isupper()
        and part[last.start()].isupper()
        and (len(title) == 1 or A_PERSON.search(last[0]) is not None)
    )


def _no_title(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _some_word(match: re.Match[str]) -> str:
    return "x" * len(match[0])


_RANKS_WITHIN = frozenset({"staff", "principal", "senior"})
"""Stems of ranks that begin titles of their own, and stand within others: "DevOps Staff Engineer"."""


def _without_its_rank(
    table: FamilyTable, stems: list[str], families: dict[int, float], first: int, after: int
) -> tuple[dict[int, float], int, int]:
    """The title around the rank that begins the one found, if it is as telling."""
    others, begins, ends = table.title_families([*stems[:first], *stems[first + 1 :]], 0)
    if begins < first < ends and sum(others.values()) >= sum(families.values()):
        return others, begins, ends + 1
    return families, first, after


type _Found = tuple[float, str, dict[int, float]]
"""How telling a title is, as it is written, its families."""


def title_in(text: str) -> tuple[str, dict[int, float]]:
    """The most telling known title in a line or a heading, as written, and its families; ("", {}) if there
    is none."""
    best: _Found = (0.0, "", {})
    if ":" in text:
        text = _OF_A_SUPERIOR.sub(_no_title, text)
    for part, behind in _parts(text):
        found = _in_part(part, is_a_label=behind == ":")
        if found is not None and found[0] > best[0] + 1e-9:
            best = found
    if len(text) <= SHORT_LINE and (other := _in_a_short_line(text, best)) is not None:
        return other
    line = text.partition("|")[0].strip(EDGES)
    if len(line) <= SHORT_LINE and (function := function_led(line)):
        if best[0] <= _ONE_WORD and (families := families_of(function)):
            return line, families
        if best[1] == function:
            return line, best[2]
    if (
        best[0] <= _ONE_WORD
        and len(text) <= SHORT_LINE
        and (turned := _turned_around(text, best)) is not None
    ):
        return turned
    return with_speciality(text, best[1], best[2]) if len(best[2]) == 1 else (best[1], best[2])


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a line that may hold a title, each with the character behind it."""
    dotted = ". " in text
    start = 0
    for end in [match.start() for match in _SPLIT.finditer(text)] + [len(text)]:
        if dotted and text.startswith(".", end) and is_shortened(text, end):
            continue
        part, before = text[start:end], text[start - 1] if start else ""
        start = end + 1
        if part and not part.isspace() and not (before == "," and part.strip() == _STATE):
            yield part, text[end : end + 1]


def is_of_members(lower: str, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` is whom a body has as its members."""
    found = _MEMBERS.search(lower, max(0, start - _BEFORE_MEMBERS), end)
    return found is not None and found.end() >= end


def _without_others(lower: str) -> str:
    """A part in lower case with other letters, as many, for the titles of other people, for places and for
    papers."""
    if "cpc" in lower:
        lower = lower.replace("driver cpc", "______ cpc")  # a certificate
    if "nursing home" in lower:
        lower = _NURSING_HOME.sub(_some_word, lower)
    if " of " in lower or " for " in lower:
        lower = _MEMBERS.sub(_some_word, lower)
    if " with " in lower or " to " in lower or "ed by " in lower:
        lower = _OTHERS.sub(_no_title, lower)
        lower = _ASSISTED.sub(_no_title, lower)
    return _OF_ANOTHER.sub(_some_word, lower) if "'s" in lower else lower


def _in_part(part: str, *, is_a_label: bool) -> _Found | None:
    """The title in a part of a line."""
    table = family_table()
    lower = _without_others(part.lower())
    stems = list(map(stem, WORD.findall(lower)))
    del stems[_WINDOW_WORDS:]
    full = None if SHORT.isdisjoint(stems) or " / " in lower else spelled_out(stems)
    if full is None and table.title_index.keys().isdisjoint(stems):
        return None
    if len(stems) <= _FEW_WORDS:
        families, first, after = table.title_families(stems, 1)
    else:
        families, first, after = _known_in(table, stems)
    if first and stems[first] in _RANKS_WITHIN:
        families, first, after = _without_its_rank(table, stems, families, first, after)
    if full is not None:
        other = _known_in(table, full)
        if other[2] - other[1] > 1 and sum(other[0].values()) > sum(families.values()):
            families, first, after = other
    if not families:
        return None
    found = list(islice(WORD.finditer(lower), _WINDOW_WORDS))
    if after < len(found) and found[after][0] == "of" and found[after - 1][0] == "head":
        families, after = _headed(part, found, first, after, families)
        if not families:
            return None
    weight = sum(families.values())
    if after - first == 1 and found[first][0].endswith(VERB_ENDS):
        return None  # "Authored all reports"
    if found[first][0] == "tech" and part[: found[first].start()].rstrip().lower().endswith(_BEFORE_TECH):
        return None  # "B.Tech in Computer Science"
    if after < len(found) and (
        found[after][0] in _CERTIFICATES or _is_no_person(part, found[first:after], found[after][0])
    ):
        return None
    if first and after - first == 1 and _is_of_another_trade(part, found[first - 1], found[first]):
        return None
    if "account" in lower:
        families = _of_accounts({word[0] for word in found[max(0, first - 1) : after]}, families)
    both = (_both_titles(part) or _with_one_rank(part, found[after - 1])) if "/" in part else None
    if both is None and weight > _ONE_WORD and len(part) <= SHORT_LINE and (joined := _AND.search(part)):
        both = _joined_titles(part, joined)
    if first and _are_several(part, found[first - 1 : after]):
        weight *= _OF_A_FIRM
    elif SEVERAL.search(found[after - 1][0]):
        weight -= _OF_SEVERAL
    if both:
        return weight, *both
    spans = [word.span() for word in found]
    if is_a_label and after == len(spans) - 1:
        spans.pop()  # the label of what follows: "Project Manager Technology: Java"
    low, high = _around(part, spans, first, after)
    if lower[low:high].endswith(" to"):
        high = len(part)  # "Assistant to the Sales Director"
    elif lower[low:high].endswith((" de", " du", " des", " à")):
        high = next((end for start, end in spans if start >= high), high)  # "Aide-soignante de nuit"
    return weight, part[low:high].strip(), families


def _in_a_short_line(text: str, best: _Found) -> tuple[str, dict[int, float]] | None:
    """Several titles with commas between them, or one that goes on behind its comma."""
    if best[1] and ", " in text and (several := _several_titles(text)):
        return several
    if best[1] and (comma := _GOES_ON.search(text)) and _is_a_person(text[: comma.start()]):
        joined = text[: comma.start()] + text[comma.end() :]
        title, families = title_in(joined)
        start = joined.find(title)
        if sum(families.values()) > best[0] and start < comma.start() < start + len(title):
            return text[start : start + len(title) + 1], families
    return None


def _is_a_person(before: str) -> bool:
    """Whether what stands before a comma may be turned around: a teacher, and no "Example Services"."""
    last = before.rstrip(" .").rpartition(" ")[2].lower()
    return last in _TURNED_RANKS or A_PERSON.search(last) is not None


def _turned_around(text: str, best: _Found) -> tuple[str, dict[int, float]] | None:
    """A title that has something in brackets within, or its rank first: "Manager, Operations"."""
    if "(" in text:
        title, families = title_in(without) if (without := _ASIDE.sub("", text)) != text else ("", {})
        if sum(families.values()) > max(best[0], LEAST_TITLE):
            return title, families
    if joined := _joined(text):
        title, families = title_in(joined)
        weight = sum(families.values())
        if weight > max(best[0], LEAST_TITLE) and (not best[1] or _stands_together(joined, weight)):
            start = joined.find(title)
            if len(joined) == len(text):
                title = text[start : start + len(title)]
            return title + ")" * (title.count("(") - title.count(")")), families
    return None


def _known_in(table: FamilyTable, stems: list[str]) -> tuple[dict[int, float], int, int]:
    """The families of the best title in a part of a line, and where it stands (first, after last); in many
    words without gaps, but for how they open."""
    found = table.title_families(stems, 0)
    opening = table.title_families(stems[:_OPENING], 1)
    return opening if sum(opening[0].values()) > sum(found[0].values()) else found


def _headed(
    part: str, found: list[re.Match[str]], first: int, after: int, families: dict[int, float]
) -> tuple[dict[int, float], int]:
    """The families of a deputy head, and where the title ends: what is headed tells of it, unless it is a
    school's."""
    if any(word[0] not in _DEPUTIES for word in found[first : after - 1]) or any(
        word[0] in _OF_A_SCHOOL for word in found[after + 1 :]
    ):
        return families, after
    head = found[after - 1].start()
    title, families = title_in(part[head:])
    if not families:
        told = (families_of(part[word.start() :]) for word in found[after + 1 :])
        return next(filter(None, told), {}), len(found)
    end = part.find(title, head) + len(title)
    return families, sum(word.end() <= end for word in found)


def _stands_together(joined: str, weight: float) -> bool:
    """Whether a title of ``weight`` has its words side by side: "Consultant SAP", but not "Supervisor" and
    the name of a firm, "Fictive Fashion"."""
    stems = list(map(stem, WORD.findall(joined.lower())))
    return any(
        sum(family_table().title_families(words, 0)[0].values()) >= weight - 1e-9
        for words in (stems, spelled_out(stems) or stems)
    )


def _joined(text: str) -> str:
    """A title turned around, "Manager, Operations", "Officer (HR)" or "Engineer - Quality", as one part;
    empty where the line has more parts or the first one is no rank."""
    if " - " in text:
        return text.replace(" - ", " ")
    rank, comma, rest = text.partition(", ")
    if not comma:
        rank, comma, rest = text.partition("(")
    rank = rank.rstrip(" .").rpartition(" ")[2].lower()
    if not comma or rank not in _TURNED_RANKS or not _PARTING.isdisjoint(rest.removesuffix(")")):
        return ""
    return text.translate(_AS_ONE_PART)


def _around(part: str, spans: list[tuple[int, int]], first: int, after: int) -> tuple[int, int]:
    """Where the title of the words ``first`` to ``after`` begins and ends with what belongs to it, in a short
    part: "Senior Social Worker", but not "whom we no longer call testers" nor "Electrician needed"."""
    low = first
    if len(spans) > 7:
        while low and part[slice(*spans[low - 1])].lower() in _RANKS:
            low -= 1
    else:
        ordinary = ordinary_words()
        capital = part[spans[first][0]].isupper()
        while low > max(0, first - 3):
            word = part[slice(*spans[low - 1])]
            if word in _RANKS and not capital:
                low -= 1  # "senior customer service adviser"
                continue
            if (len(word) > 2 and word.isdigit()) or word.lower() in _HEADING_WORDS:
                break  # of a telephone number, of a heading on the same line
            if word == "and" and low == _BEHIND_ONE_WORD and capital and part[spans[0][0]].isupper():
                low = 0  # "Livestock and Crop Technician"
                break
            if word.islower() and (
                capital or word in ordinary.lead or word in ordinary.broken or stem(word) in ordinary.plain
            ):
                break
            low -= 1
        if low and not capital and _is_all_of_a_title(part[: spans[first][0]], part[slice(*spans[0])]):
            low = 0
        # One word more belongs to it if it is the last or of titles: another begins an employer's name.
        word = part[slice(*spans[after])] if after < len(spans) else ""
        if word and (
            after == len(spans) - 1
            or word.lower() in _NUMBERED
            or stem(word.lower()) in family_table().title_index
        ):
            lower_alone = word.islower() and part[spans[after - 1][0]].isupper()
            if (
                word not in _JOINS
                and not lower_alone
                and "/" not in part[spans[after - 1][1] : spans[after][0]]
            ):
                after += 1
                if word.lower() in _NUMBERED:  # "Staff Nurse Band 5", "Class Teacher Year 4"
                    number = part[slice(*spans[after])] if after < len(spans) else ""
                    numbered = number.isdigit() and len(number) <= 2
                    after += 1 if numbered else -1
    while low < first and part[slice(*spans[low])] in _JOINS:
        low += 1
    return spans[low][0], spans[after - 1][1]


def _of_accounts(words: set[str], families: dict[int, float]) -> dict[int, float]:
    """An account executive sells, an accounts executive keeps books, but for one of key accounts: their stems
    are the same."""
    by_name = family_table().by_name
    sells, keeps = by_name["sales"], by_name["accounting"]
    books = "accounts" in words and words.isdisjoint(_SOLD_TO)
    if books and families.keys() == {sells}:
        return {keeps: families[sells]}
    if sells not in families or keeps not in families:
        return families
    other = sells if books else keeps
    total = sum(families.values())
    kept = {family: share for family, share in families.items() if family != other}
    return {family: share * total / sum(kept.values()) for family, share in kept.items()}


def _is_all_of_a_title(before: str, opening: str) -> bool:
    """Whether the words ``before`` a title in small letters belong to it: "Multi drop driver"."""
    if not opening[:1].isupper():
        return False
    words = before.lower().split()
    return words[0] not in ordinary_words().broken and not any(
        word in _JOINS or word in _DETERMINERS or word.endswith(VERB_ENDS) for word in words
    )


def _both_titles(part: str) -> tuple[str, dict[int, float]] | None:
    """``Systems Engineer/Hadoop Developer`` as written and its families, half of each; nothing where a side
    is no title."""
    sides = [title_in(side) for side in part.split("/")]
    if not all(sum(families.values()) > LEAST_TITLE for _, families in sides):
        return None
    first, last = sides[0][0], sides[-1][0]
    return part[part.find(first) : part.rfind(last) + len(last)], _mixed([families for _, families in sides])


def _joined_titles(part: str, joined: re.Match[str]) -> tuple[str, dict[int, float]] | None:
    """``Business Analyst & Scrum Master`` as written and its families, half of each; nothing where a side is
    more or less than a title of two words."""
    sides = [part[: joined.start()].strip(EDGES), part[joined.end() :].strip(EDGES)]
    found = [title_in(side) for side in sides]
    if any(
        title != side or sum(families.values()) <= _ONE_WORD
        for side, (title, families) in zip(sides, found, strict=True)
    ):
        return None
    return part.strip(EDGES), _mixed([families for _, families in found])


def _with_one_rank(part: str, rank: re.Match[str]) -> tuple[str, dict[int, float]] | None:
    """``PHP/JavaScript Developer`` as written, with spaces about its slash or without, and its families, half
    of each; nothing where one of the two names no trade with the ``rank`` that stands behind them both."""
    slash = part.rfind("/", 0, rank.start())
    end = len(part[: max(0, slash)].rstrip(" "))
    before = list(WORD.finditer(part, 0, end))[-_MOST_BEFORE:]
    if not before or before[-1].end() != end:
        return None
    begin = before[0].start()
    one, other = title_in(f"{part[begin:end]} {rank[0]}"), title_in(part[slash + 1 : rank.end()])
    if min(sum(one[1].values()), sum(other[1].values())) <= _ONE_WORD:
        return None
    if one[1].keys() <= other[1].keys() or other[1].keys() <= one[1].keys():
        return None  # "QA/Test Engineer" is of one trade
    return part[begin : rank.end()], _mixed([one[1], other[1]])


def _several_titles(text: str) -> tuple[str, dict[int, float]] | None:
    """``Sales Consultant, Interior Designer`` as written and its families; nothing where a part is more or
    less than a title."""
    several: list[dict[int, float]] = []
    for part in text.strip(EDGES).split(", "):
        title, families = title_in(part.strip())
        if title != part.strip() or sum(families.values()) <= LEAST_TITLE:
            return None
        several.append(families)
    return text.strip(EDGES), _mixed(several)


def _mixed(several: list[dict[int, float]]) -> dict[int, float]:
    """The families of several titles, each with its part of the whole."""
    mixed: dict[int, float] = {}
    for families in several:
        for family, share in families.items():
            mixed[family] = mixed.get(family, 0.0) + share / len(several)
    return mixed
