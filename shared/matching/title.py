"""The title of a posting, which may be given, stand in the first lines, or be buried in the first
sentences."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shared.matching.duty_verbs import says_what_to_do
from shared.matching.families import family_table, is_a_tool
from shared.matching.heading_kinds import heading_kind
from shared.matching.job_begins import begins_the_job
from shared.matching.job_titles import title_in
from shared.matching.lazy import Lazy
from shared.matching.ordinary import ordinary_words
from shared.matching.sections import Section, Sections
from shared.matching.specialities import families_meant
from shared.matching.title_forms import is_like_a_title
from shared.matching.words import Words

_LABEL = Lazy(
    r"^[\s#*_•]{0,6}(?:job title|position title|post title|role title|title|position|job|role|vacancy|post|"
    r"stelle|poste|puesto|designation|job role)[^\S\n]{0,12}[*_]{0,2}[:\-][*_]{0,2}\s{0,3}"
    r"(?!\d{1,2}[.)]|[-•*·])([^\n]{3,110})",
    re.I | re.M,
)
_SEEKING = Lazy(
    r"(?:looking (?:for|to (?:hire|recruit|appoint|add|fill))|\bin search of|seek(?:s|ing)?|"
    r"hir(?:e|ing)|recruit(?:s|ing)?(?: for)?|\bneed(?:s|ed)?|requires?|opportunit(?:y|ies) for|"
    r"opening for|openings for|position (?:of|for)|role (?:of|as|for)|vacancy for|"
    r"appoint|join (?:us|our team|the team) as|work as|suchen|recherch\w+|buscamos|opportunity to join "
    r"\w+ as|require|\bare you|"
    r"(?:opportunity|vacancy|opening|position|role|need) (?:has|have) (?:now |just |recently )?"
    r"(?:arisen|opened|come up|become available) for|(?:^|(?<=\n)|(?<=\. ))as)"
    r"[!:]?\s(?:(?:an?|the|our next|our|another|several|two|three|multiple|some|eine?n?|une?|"
    r"un)\s)?(?P<what>[^\n.;:!?]{3,90})",
    many=True,
)
"""In lower-case text, as the two below."""
_NOT_ITS_OWN = Lazy(
    r"(?:report(?:s|ing)? (?:in)?to|reporting (?:relationship|line|structure|manager)s?|"
    r"work(?:s|ing)? (?:closely )?with|alongside|together with|support(?:s|ing)? (?:the|our)|"
    r"collaborat\w+ with|partner\w* with|liais\w+ with|under the)[^.\n]{0,40}$",
    many=True,
)
_PREAMBLE = 6000
"""Characters in which the title of a posting is looked for when its first lines hold none."""
_SPEAKS = Lazy(
    r"\b(?:from|you|your|we|our|us|who|why|what|how|about|this|that|is|are|was|were|have|has|please|word|"
    r"welcome|whatever|whether|also|everyone|together)\b",
    many=True,
)
"""A line with such words is a sentence or the heading of one, and no title."""
_A_FACT = Lazy(
    r"\W{0,4}(?:ctc|exp(?:erience)?|company|client|employer|salary|pay|location|qualifications?|education|"
    r"notice period|industry|department|openings|(?:date )?posted(?: on)?|post(?:ing)? date|"
    r"closing(?: date)?|published|ref(?:erence)?(?: no| number)?|job (?:no|id|number|ref\w*))\.?"
    r"\s{0,12}[:–-]\s"
)
"""A line of a form that says something else than what the job is called."""
_REPORTS = Lazy(r"\b(?:report(?:s|ing)?|responsible|accountable) to\b")
_IS_ASKED = Lazy(
    r"\b(?:experience (?:in|of|with|as)|proficien(?:t|cy) (?:in|with)|(?:knowledge|understanding) of)\b"
)
_LEAD = Lazy(
    r"^\W{0,3}(?:(?:immediate|multiple|several|new|exciting|great|current)\s+){0,2}(?:openings?|opportunit(?:y|"
    r"ies)|vacanc(?:y|ies)|positions?|jobs?)\s+(?:available\s+)?for\s+|^(?:positions? )?available\s?:\s*|"
    r"^(?:\d{1,2}[.)]\s+|(?:skills?|apply now|apply|now hiring|hiring|(?:urgent )?requirement)\s?:\s*)(?=\S)|"
    r"^\W{0,3}(?:(?:(?:job )?title|position|vacancy|"
    r"(?:qualifications|requirements|job description) for|join (?:us|our team) as|of|for|as)\s+)+"
    r"(?:(?:an?|the|our)\s+)?(?=[A-Z])",
    re.I,
)
_ABOUT_THE_JOB = ("required", "preferred", "duties")
_WANTED = Lazy(
    r"(?:an? )?(?P<what>[^.,;:!?\n]{4,60}?) (?:(?:is|are) )?(?:now |urgently )?(?:wanted|required|needed)\b",
    re.I,
)
"""A long line that begins with the title: "HEAD CHEF wanted for a pub in Kent, 60 covers, fresh food"."""
_LEVEL = Lazy(
    r"(?:senior|sr\.?|junior|jr\.?|lead|principal|staff|entry[- ]level|graduate|trainee|chief) ", re.I
)
"""What a first line may tell more of than the title below it: "Junior QA Engineer", "Title: QA Engineer"."""
_BEHIND_TITLE = Lazy(
    r"\s*(?:[(\[]\s?)?\b(?:Job (?:Number|ID|Summary|Description)\b|Req(?:uisition)?\b|Description\b|"
    r"Overview\b|Summary\b|Location:|Jobs? (?:in|near|at) [A-Z])"
)
"""What follows a title in a posting that lost its lines."""
_CUT = Lazy(
    r",?\s(?:who|you|you'll|to|with|for|in|at|based|that|on|and will|is|are|will|from|reporting|within|"
    r"looking|join)\s"
)


def behind_preamble(text: str, sections: Sections) -> Sections:
    """The sections of a posting that tells of the employer before it comes to the job: what stands before the
    job's title is boilerplate, whatever headings it has, and no heading of it reaches beyond the title."""
    begin = _title_below(text, sections)
    if not begin:
        return sections
    later = [section for section in sections.items if section.start > begin]
    return Sections([Section(0, 0, "boilerplate"), Section(begin, begin, ""), *later])


def job_start(sections: Sections) -> int:
    """Where the job's part of a posting begins: 0, or behind what ``behind_preamble`` found."""
    first = sections.items[:2]
    return first[1].start if len(first) == 2 and first[0].body == 0 and not first[1].kind else 0


def _title_below(text: str, sections: Sections) -> int:
    """Where a line that is a title stands alone, if none of the first lines is one; 0 if there is none."""
    position, shown, before = 0, 0, ""
    for line in text[:_PREAMBLE].split("\n"):
        bare = line.strip(" #*_•-=|\t")
        if bare:
            shown += 1
            alone = (not before or shown == 1) and len(bare) <= _LONGEST_TITLE and bare[-1] not in ".,;:!?"
            alone = alone and not _is_listed(line)
            if (shown <= 4 or alone) and len(bare) <= _LONGEST_TITLE and _is_title(bare):
                return position if shown > 4 else 0
            if begins_the_job(_lower(bare)):
                return 0
            if shown > 1 and sections.is_heading(position) and sections.kind_at(position) in _ABOUT_THE_JOB:
                return 0
        before = bare
        position += len(line) + 1
    return 0


def _is_listed(line: str) -> bool:
    """Whether a line is an item of a list, or a duty: what there is to do, and no title of its own."""
    bare = line.lstrip()
    return bare[0] in _BULLETS or bare[0].islower() or says_what_to_do(_lower(bare))


_BULLETS = "-•·§"


def _is_title(line: str) -> bool:
    lower = _lower(line)
    return (
        line != lower
        and not _SPEAKS.search(lower)
        and not _NOT_ITS_OWN.search(lower)
        and sum(title_in(line)[1].values()) >= 0.3
    )


def _lower(text: str) -> str:
    """In lower case, each letter where it was."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


_HEAD = 1500
"""Characters in which a title may stand by itself."""
_LONGEST_TITLE = 110


def find_title(
    text: str, given: str | None, work: Mapping[int, float]
) -> tuple[str | None, dict[int, float]]:
    """The title as written and the families it means, of several those that the ``work`` tells of; the
    families of a text without a title are guessed from the titles in it."""
    lines = _lines_of(text)
    wanted = lines.wanted()
    sought = _sought(text)
    candidates = [(3.0, given.strip()[:160])] if given and given.strip() else []
    candidates += [*lines.candidates(text), *((2.2, what) for what in wanted), *sought]
    whom = [what for _, what in sought]
    best, mix = _best(candidates, work)
    if best is None:
        best, mix = _best([(_TOLD_OF, told["what"]) for told in _TELLS_OF.finditer(text, 0, _PREAMBLE)], work)
    if best is None:
        unknown = _of_no_family(candidates, whom)
        return (None, _titles_inside(text, work)) if unknown is None else (_SEEKS.sub("", unknown), {})
    named = _without_the_rest(best.line, best.title, whom)
    if wanted and wanted[0] not in named and is_like_a_title(wanted[0]):
        named = wanted[0]
    first = _PARTS.split(_UNSAID.sub("", lines.shown[0]))[0] if lines.shown else ""
    of_a_later_line = best.line in whom or best.line in lines.shown[1:]
    if of_a_later_line and is_like_a_title(first.partition(" (")[0]):
        named = first  # an occupation that no family knows; what it is like is told further down
    cut = _AT_A_FIRM.sub("", _AT_A_SCHOOL.sub("", named))
    named = cut if best.title in cut else named
    if begins := _LEAD.match(named):
        named = _PRAISED.sub("", named[begins.end() :])
    named = _PICTURES.sub("", _UNSAID.sub("", _HOW_FIRST.sub("", _SEEKS.sub("", named))))
    return _without_the_place(named.strip(_EDGES)).rstrip("."), mix


_TELLS_OF = Lazy(
    r"\b(?:The|This) (?P<what>[A-Z][\w/+#&-]*(?:(?: of)? [A-Z(][\w/+#&)-]*){1,6}) (?:is|will)(?: be)? "
    r"(?:primarily |mainly |directly |a )*(?:responsible|accountable|focus(?:ed)?|work|play|report|join|lead)"
)
"""Of whom a sentence says what they will do: "The Data Engineer will be responsible for"."""
_TOLD_OF = 1.5


class _Lines(NamedTuple):
    """The beginning of a posting, line by line, without marks."""

    bare: list[str]
    shown: list[str]
    """The first ones that say anything."""
    items: set[str]
    """Those that are marked as items of a list."""

    def candidates(self, text: str) -> Iterator[tuple[float, str]]:
        """What may be the title, with how much speaks for it."""
        shown, items = self.shown, self.items
        if label := _LABEL.search(text[:_HEAD]):
            level = _LEVEL.match(shown[0]) if shown else None
            said = _UNSAID.sub("", label[1]).strip()
            more = level is not None and shown[0].startswith(said, level.end())
            yield 2.6, f"{level[0]}{said}" if level and more else label[1]
        for number, line in enumerate(shown):
            lower = _lower(_UNSAID.sub("", line))
            if _SPEAKS.search(lower) and not _SEEKING.search(lower):
                continue
            if _REPORTS.search(lower):
                continue  # the title is the superior's
            if line in items and (number or not (items.isdisjoint(shown[1:2]) or title_in(line)[1])):
                continue  # one of a list
            if len(line) <= _LONGEST_TITLE and _IS_ASKED.search(lower):
                continue
            if number and heading_kind(line, posting=True) is not None:
                continue  # "Principal duties"
            if len(line) <= _LONGEST_TITLE:
                yield 2.2 - 0.25 * number, line
            elif number == 0:
                yield 1.6, line[:90]

    def wanted(self) -> list[str]:
        """Whom the first long sentence looks for that says so at its beginning; at most one."""
        found = (_WANTED.match(line) for line in self.bare if len(line) > _LONGEST_TITLE)
        return [match["what"] for match in found if match][:1]


def _lines_of(text: str) -> _Lines:
    raw = text[:_HEAD].split("\n")
    bare = [line.strip(" #*_•-=|\t") for line in raw]
    shown = [line for line in [line for line in bare if line][:4] if not _A_FACT.match(_lower(line))]
    if shown and len(shown[0]) > _LONGEST_TITLE:
        begin = _BEHIND_TITLE.split(shown[0], maxsplit=1)[0]
        if 0 < len(begin) <= _LONGEST_TITLE:
            shown[0] = begin
    items = {line for marked, line in zip(raw, bare, strict=True) if marked.lstrip().startswith(("- ", "• "))}
    return _Lines(bare, shown, items)


def _sought(text: str) -> list[tuple[float, str]]:
    """Whom the first sentences look for: "we are looking for a baker"."""
    found: list[tuple[float, str]] = []
    for number, match in enumerate(_SEEKING.finditer(_lower(text[:2500]))):
        if number > 6:
            break
        if text[max(0, match.start() - 8) : match.start()].rstrip().lower().endswith("also"):
            continue  # an agency's other vacancies
        low, high = match.span("what")
        before = _lower(text[match.start() : low]).rstrip()
        if _lower(text[low : low + 4]) == "for " and before.endswith("ed"):
            continue  # "needed for a builder", but "an immediate need for a builder"
        what = _CUT.split(text[low:high], maxsplit=1)[0]
        if _HOW_MUCH.match(what):
            continue  # "the job requires a high level of patience"
        found.append((1.8 - 0.1 * number - 0.2 * (match.start() > 1000), what))
    return found


_HOW_MUCH = Lazy(
    r"\W*(?:an? )?(?:(?:very )?(?:high|good|great|certain|strong|solid|deep) )?"
    r"(?:level|degree|amount|standard|deal|range|sense|understanding|knowledge) of\b",
    re.I,
)
"""What is sought of somebody, and not who."""


class _Best(NamedTuple):
    line: str
    title: str


def _best(
    candidates: list[tuple[float, str]], work: Mapping[int, float]
) -> tuple[_Best | None, dict[int, float]]:
    """The candidate that says most of a family, and the families of them all."""
    by_work = not any(title_in(line)[1] for _, line in candidates)
    mix: dict[int, float] = {}
    best: _Best | None = None
    most = 0.0
    for weight, line in candidates:
        if "|" in line and all(title_in(part)[0] == part.strip() for part in line.split("|")):
            line = line.replace("|", "/")  # both are meant
        title, families = title_in(_named_by_who_does_it(line) if by_work else line)
        if not families or is_a_tool(title, families, work):
            continue
        score = weight * (0.4 + 0.6 * min(1.0, sum(families.values())))
        if best is None or score > most:
            best, most = _Best(line, title), score
        for family, share in families_meant(title, families, work).items():
            mix[family] = mix.get(family, 0.0) + share * weight**2.5
    return best, mix


def _of_no_family(candidates: list[tuple[float, str]], sought: list[str]) -> str | None:
    """What is most likely the title where none of the ``candidates`` is of a known family."""
    if marked := next((line for _, line in candidates if _MARKED.search(line)), None):
        return _UNSAID.sub("", marked).strip(" ,-|:!")
    first = candidates[0][1] if candidates and candidates[0][0] >= 2.2 else ""
    if (
        not first
        or first.endswith(":")
        or says_what_to_do(_lower(first))
        or heading_kind(first, posting=True) is not None
    ):
        return None
    return sought[0] if sought and _TELLS.search(_lower(first)) else _UNSAID.sub("", first).strip()


_WHO_DOES_IT = {
    "engineering": "Engineer",
    "development": "Developer",
    "administration": "Administrator",
    "architecture": "Architect",
    "testing": "Tester",
}
_WORK = Lazy(rf"\b(?:{'|'.join(_WHO_DOES_IT)})\b", re.I)


_DOES_FOR_OTHERS = Lazy(r"\b(?:provides?|offers?|delivers?|speciali[sz]es? in)\b", re.I)
"""In a sentence on what the employer does: "Example provides fund administration"."""


def _named_by_who_does_it(line: str) -> str:
    """``Backend Engineering - Java`` as the title of one who does it; other lines as they are."""
    if _DOES_FOR_OTHERS.search(line):
        return line
    named = _WORK.sub(lambda work: _WHO_DOES_IT[work[0].lower()], line)
    return named if sum(title_in(named)[1].values()) > _OWN_PART else line


_EDGES = " \t\xa0,-|:!"
_LAST_PLACE = Lazy(
    r"(?:\s*[,/|(–—-]\s*|\s+)(?P<place>(?:(?<=[,|(–—-] )(?:[A-Z][a-z]+ ){1,2}|"
    r"(?<=\()(?:[A-Z][a-z]+,? ){1,2})?(?P<word>[A-Z][a-z]+))\)?\Z"
)
_PEOPLES_WORDS = """
african american asian australian austrian bath belgian brazilian british canadian czech danish english
european finnish french german greek hull indian irish italian japanese mexican norwegian polish portuguese
reading romanian rugby russian scottish spanish stoke swedish swiss turkish welsh
"""
_PEOPLES = frozenset(_PEOPLES_WORDS.split())
"""What a title may end with that is a language, a kitchen, a room or a game, and not where it is."""


_A_JOB_IN = Lazy(r"\s+Jobs?(?:\s+[A-Z][a-z]+(?:[ -][A-Za-z]+){0,4})?\Z")
"""How boards call an advertisement: "Stonemason Job Devon"."""


def _without_the_place(title: str) -> str:
    """The title without the town or county at its end: "Stonemason, Devon"."""
    if (named := _A_JOB_IN.sub("", title)) != title and title_in(named)[1]:
        title = named
    while (last := _LAST_PLACE.search(title)) and (word := last["word"].lower()) not in _PEOPLES:
        rest = title[: last.start()].rstrip(_EDGES + "(")
        if (
            word not in ordinary_words().places
            or title_in(last["place"])[1]
            or not (title_in(rest)[1] or is_like_a_title(rest))
        ):
            break
        title = _without_the_bracket(rest)
    return _without_the_bracket(title)


def _without_the_bracket(title: str) -> str:
    """The title before a bracket that nothing closes."""
    return title[: title.rfind("(")].rstrip(_EDGES) if title.count("(") > title.count(")") else title


_MARK = r"\s*\((?:[mwfdhxit]\s?[/|]\s?){1,3}(?:[mwfdhxitn]|divers|gn)\)"
_MARKED = Lazy(_MARK, re.I)
"""Only titles are marked so: "(m/w/d)"."""
_WHERE = (
    r"(?:(?:fully |100% )?remote(?:ly)?(?! sens| pilot| monitor| access| support| operat)|hybrid|on-?site|"
    r"telecommute|work from home|wfh)"
)
_FOR_HOW_LONG = (
    r"(?:contract(?:[- ]to[- ]hire)?|c2h|c2c|w2|full[- ]?time|part[- ]?time|ft|pt|permanent|perm|temporary|"
    r"temp|interim|mid(?:dle)?[- ]level|urgent(?:ly)?|immediate start|direct hire)"
)
"""How somebody is employed; "contract" and "temporary" begin names of jobs as well."""
_DEGREES = r"(?-i:B\.?S[A-Z]{0,2}|M\.?S[A-Z]{0,2}|MBA|PhD|CPA)"
_UNSAID = Lazy(
    rf"{_MARK}|\s@\s.*|(?-i:\sat [A-Z].*)|,?\s[-(]?\s?(?:c\.? ?|up to |from )?[£$€]\s?\d.*$|"
    r"\s+jobs? (?:in|near|at) (?-i:[A-Z]).*|"
    r"\s+(?:location|term|duration|salary|rate|client|department|start date)\s?:.*|"
    r"(?:\s[-–—|]|,|\s\()\s?(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?: area)?, [A-Z]{2})\)?\W*$|"
    r"\s+(?-i:PRN|Per Diem)\b(?: (?:days?|nights?|evenings?|weekends?))?(?=\W*$)|"
    r"\s\W{0,3}\bsign[- ]on bonus\b.*$|"
    r"\s{2,}(?:grade|band|level|ref|scale)\b[^a-z]{0,3}\d.*$|"
    r"(?:\s[-–—|]|,|\s\()\s?(?-i:USA?|U\.S\.(?:A\.)?|UK)\)?(?=\W*$)|"
    rf"\s[-–—]\s{_DEGREES}\b(?=\W*$|\sjobs? in)|"
    rf"\s*[(\[]\s?{_WHERE}\b[^()\[\]]{{0,40}}[)\]]|"
    rf"\s*[(\[]\s?{_FOR_HOW_LONG}\b(?:\s*[-–,/|:][^()\[\]]{{0,40}}|\s\d[^()\[\]]{{0,30}}|"
    r"\s(?:role|position|job|only|or|and|to)\b[^()\[\]]{0,30})?\s?[)\]]|"
    rf"\s*(?:\s[-–—]|[,|])\s*(?:{_WHERE}|{_FOR_HOW_LONG})\b"
    r"(?: (?:role|position|job|only|usa?|uk))?(?=\W*$|\s*[-–—|,])|"
    r"\s(?:wanted|required|needed)\b(?=\W*$|\s-)[^-]*|\s+x ?\d{1,2}\b|"
    r"\s[-(]?\s?(?:key )?(?:responsibilities|requirements|duties|overview|(?:job|role) summary|description|"
    r"job (?:description|posting|advert\w*|opening))\b\)?\W*$|"
    r"\s*[-(]?\s*\b\d{1,2} (?:nos?|posts?|positions?|vacanc(?:y|ies))\b\)?|"
    r"\s(?:in (?:voll-? ?(?:oder|und|/) ?)?(?:teil|voll)zeit|en cd[di]|gesucht)\b.*$",
    re.I,
)
"""What is no part of a title: "(m/f/d)", "@ The Anchor", "wanted", "x12", "Job Description", "£14 an
hour"."""


_WHEN = r"(?:dich|sie|dringend|ab sofort|schnellstmöglich|zum nächst\w+ \w+|als|eine?n?(?:/\w+)?)"
_SEEKS = Lazy(
    rf"^(?:[^,.;:!?]{{1,70}} )?(?:wir suchen|suchen wir|sucht)(?: {_WHEN})* (?=\S)|"
    rf"^{_WHEN}(?: {_WHEN})* (?=\S)|"
    r"^(?:nous (?:re)?cherchons|(?:on|nous) recrut\w+) (?:(?:une?|des|un\(e\)) )?(?=\S)|"
    r"^(?:buscamos|se (?:busca|necesita)) (?:(?:una?|a) )?(?=\S)",
    re.I,
)
"""Who looks for somebody, since when: "Wir suchen ab sofort einen"."""
_OF_A_KIND = (
    r"(?:Primary|Secondary|Junior|Infant|Special|High|Private|General|Boarding|Elementary|Middle|Dental|"
    r"Veterinary|GP|Medical|Day|Further|Higher|Public|Independent|Catholic|Community|District|Acute)"
)
_AT_A_SCHOOL = Lazy(
    rf"(?:,| -|:| \(| at) (?!(?:{_OF_A_KIND} )+[A-Z]\w+\W*$)"
    r"(?:[A-Z][\w.'’&-]* (?:of |for |the |and )*){1,5}"
    r"(?:School|Academy|College|University|Hospital|Infirmary|Nursery|Practice|Surgery|Council)\b[^-(|]*$"
)
"""Behind a title, whose it is: "Class Teacher - Example Lane Junior School, Newbury"."""
_AT_A_FIRM = Lazy(
    r"(?:,| [-–—|@]| bei| at)(?: der| the)? (?:[A-Z][\w.'’&-]* (?:& |und |and )*){1,5}"
    r"(?:Ltd|Limited|LLC|LLP|Inc|Plc|PLC|GmbH|AG|KG|SE|OHG|mbB)\b.*$"
)
_HOW_FIRST = Lazy(
    rf"^(?:(?:{_WHERE}|full[- ]time|part[- ]time|mid[- ]level|urgent)[,:]?(?: -)?\s+)+(?=[A-Z.])", re.I
)
_PICTURES = Lazy(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+")
_TELLS = Lazy(
    r"\b(?:we|we're|our|is|are|will|seeks?|seeking|looking|required|needed|wanted|join|hiring|requirements?|"
    r"you|overview|experienced?)\b|[!?]"
)
"""In a line that does not only name the job."""
_PARTS = Lazy(r"\s+(?:-|\||•)\s+|\s*\|\s*|\s*•\s*|(?<=[\w)])\s{2,}(?=[A-Z])")
_PRAISED = Lazy(
    r"^(?:(?:an?|new|experienced|enthusiastic|passionate|motivated|talented|skilled|dedicated|reliable|"
    r"qualified|friendly|dynamic|exceptional|outstanding|ambitious|committed|full[- ]time|part[- ]time|"
    r"permanent|great|highly (?:motivated|skilled|organi[sz]ed|experienced)|self[- ]motivated|super|"
    r"proactive|"
    r"hands-on|hard[- ]working|brilliant|strong|good)[, -]+(?:and )?)+(?=\S)|"
    r"^(?-i:[a-z]+(?:-[a-z]+)?, (?:and )?){1,4}(?-i:(?=[A-Z][a-z]))",
    re.I,
)
"""What is said of the person before the name of the job."""
_NO_TITLE = Lazy(
    r"[\d£$€:]|(?i:\b(?:with|near|join|up to|excellent|great|competitive|immediate|"
    r"popular|fantastic|exciting|award[- ]winning|busy|opportunity|leading)\b)"
)
_OWN_PART = 0.6


def _without_the_rest(line: str, title: str, sought: list[str]) -> str:
    """The line without what is no part of the job's name: place, pay, client; of a sentence what it seeks,
    or the title alone."""
    if len(line) > 70 or _TELLS.search(_lower(line)):
        what = next((what for what in sought if title in what and what in line), title)
        return _PRAISED.sub("", what)
    parts = _PARTS.split(line)
    at = next((number for number, part in enumerate(parts) if title in part), None)
    if at is None or len(parts) == 1:
        return line
    first = at if at and sum(title_in(parts[at])[1].values()) >= _OWN_PART else 0
    after = parts[at + 1 : at + 2]
    more = [] if not after or _NO_TITLE.search(after[0]) else after
    return " - ".join([*parts[first : at + 1], *more])


def _titles_inside(text: str, work: Mapping[int, float]) -> dict[int, float]:
    """Families of titles anywhere in the text that are not those of other people."""
    table = family_table()
    words = Words(text, _lower(text))
    mix: dict[int, float] = {}
    window = 3
    for index in range(min(len(words), 400)):
        if words.stems[index] not in table.title_index:
            continue
        begin = max(0, index - window)
        families, first, after = table.title_families(words.stems[begin : index + window])
        if not families or _NOT_ITS_OWN.search(
            words.lower, max(0, words.starts[index] - 80), words.starts[index]
        ):
            continue
        if _is_of_a_duty(words.lower, words.starts[begin + first]):
            continue
        if is_a_tool(words.words[begin + after - 1], families, work):
            continue
        for family, share in families.items():
            mix[family] = mix.get(family, 0.0) + share * 0.2
    return mix


def _is_of_a_duty(lower: str, at: int) -> bool:
    """Whether the title at ``at`` is somebody with whom the work has to do: "Support the investigator"."""
    line = lower[lower.rfind("\n", 0, at) + 1 : at]
    return says_what_to_do(line.rpartition(". ")[2]) and not _AS_WHAT.search(line)


_AS_WHAT = Lazy(r"\bas (?:an? |the )?(?:\w+ ){0,2}$")
"""Before what somebody will be: "Work as a night porter"."""
