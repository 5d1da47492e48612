"""Years of experience that a posting asks for."""

import re
from typing import NamedTuple

from shared.matching.asking import Asking
from shared.matching.lazy import Lazy
from shared.matching.lesser_degrees import lesser_degree
from shared.matching.sentence_kinds import Kind

NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
}
_OF_OTHER_LANGUAGES = {
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "zehn": 10,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
}
_NUMBER = (
    r"(?:\d{1,2}(?:\.\d)?|" + "|".join(NUMBERS) + rf"|\b(?:{'|'.join(_OF_OTHER_LANGUAGES)})(?= (?:ja|an|añ)))"
)
_IN_DIGITS_TOO = rf"(?:\({_NUMBER}\+?\)\s?)?"
"""Behind a number: "two (2) to three (3) years"."""
_YEARS = Lazy(
    rf"(?<![\d£$€,])(?<![\d\s]\.)(?P<least>{_NUMBER})\)?\s?{_IN_DIGITS_TOO}\+?\s?"
    rf"(?:(?:(?:yrs?|years?)\s?(?=-|to\b))?(?:-to-|-|to|or|and|bis|à|a)\s?"
    rf"(?P<most>{_NUMBER})\)?\+?\s?{_IN_DIGITS_TOO})?"
    rf"(?:or more |full |-?plus |-(?=years\b|year (?:of )?(?:[\w-]+ ){{0,5}}experience))?"
    rf"(?P<unit>years?\b|yrs?\b|yoe\b|pqe\b|(?:months?|mos|mths?)\b|jahre[n]?\b|ans\b|années\b|años\b|year's|"
    rf"years')"
)
_UNIT = Lazy("year|yr|yoe|pqe|month|mos|mth|jahre|ans|années|años")
_OTHER = Lazy(
    r"years? (?:old|of age|on average|in business|warranty|contract|ago|plan|history|combined)|"
    r"years?'? combined|"
    r"over the (?:past|last|next)|for (?:over|more than|nearly|the (?:past|last)) |since|founded|established|"
    r"\bage[ds]?\b|in the (?:last|past|next)|"
    r"\b(?:last|past|next|within|every|first|(?<!re )after|contract|run|assignment|rolling|probation|"
    r"secondment|maternity|ftc|framework award|"
    r"apprenticeship|duration|program(?:me)?|term|fixed|initial|period|length|engagement|tenure|averages?|"
    r"averaging|limited|lasts?|lasting|held|(?:post|position|vacancy|role|job) is for)"
    r"(?:[ :(-]+(?:the|of|for|is|a|an|period|cover|contract|to|up|approx\w*))*[ :(-]*$"
)
_OF_THE_POST = Lazy(
    r"\W{0,3}(?:(?:initial|rolling|fixed|temporary|interim|ongoing)[- ](?:\w+[- ])?(?:contract|term|role|"
    r"assignment|post|position)|(?:secondment|apprenticeship|traineeship|internship|placement|"
    r"programme|program)\b(?! (?:experience|manag))|(?:\w+ )?(?:rotation(?:al)?|graduate|trainee) program|"
    r"(?:to|or)[ -](?:hire|perm)|post (?:funded|until|in the)|"
    r"(?:as |for )?(?:an? )?(?:maternity|paternity|parental|family|sick\w*)(?: leave)? cover|"
    r"in the first instance|with (?:an? |the )?(?:possib|potential|option|scope|view)|gaps?\b|"
    r"(?:fixed|maternity|paternity|parental|rolling|temporary)\b|degree|course|apprentice|guarantee|"
    r"old|(?:(?:or|and) )?older|of age|contract|ftc|ago|in (?:business|the market)|assignment)"
)
"""Behind how long a post lasts, and not the work before it: "24 month secondment"."""
_LOOKED_FOR = Lazy(
    r"\b(?:looking for|looking to|seek\w*|recruit\w*|hir(?:e|ing)|we need|wanted|required|join us)\b"
    r"(?:(?!experience|worked|been |having |held )[^.;]){0,120}\bfor (?:up to |around |about |approx\w* )?$|"
    r"\b(?:role|contract|post|position|job|booking|vacancy) (?:(?!experience)[^.;]){0,60}"
    r"\b(?:is|be|lasts?) for (?:an? )?(?:(?:initial|minimum|(?:at )?least)(?: period)?(?: of)? )?$"
)
"""Before how long somebody is sought for: "we are looking for a registered pharmacist for 12 months"."""
_KEPT_FOR = Lazy(
    r"(?<!experience of )(?<!experience in )(?<!experience )\b(?:keep(?:ing|s)?|maintain(?:ing|s)?|"
    r"retain(?:ing|s|ed)?|stor(?:e|es|ing|ed)|archiv(?:e|es|ing)|kept)\b"
    r"[^.;\n]{0,60}?\b(?:records?|files?|documents?|documentation|logs?|registers?|data|notes|receipts|"
    r"paperwork|papers)\b[^.;\n]{0,40}\bfor "
    r"(?:at least |up to |no less than |(?:a )?minimum(?: period)? of |a period of )?$"
)
"""Before how long papers are kept: "keeps the visitors' records for at least six years"."""
_A_CEILING = Lazy(
    r"\b(?:up to|(?<!no )(?<!not )less than|no more than|under|fewer than|if you have (?:more|"
    r"over)(?: than)?|below|"
    r"maximum(?: of)?|months? ?(?:-|–|to)|"
    r"(?:newly qualified|nq|freshers?|entry[- ]level|graduates?|trainees?)(?: level)? ?"
    r"(?:to|or|-|–|up to))\s?$"
)
_NO_DEMANDS = ("boilerplate", "about", "preferred")
_OF_PAPERS = Lazy(
    r"\b(?:referenc\w+|licen[cs]es?(?: held)?|valid|vetting|screening|checks?|residen(?:ce|cy|ts?)|lived|"
    r"address\w*|violations?|accidents?|"
    r"convictions?|dui|dwi|points|"
    r"history)\b"
    r"[^.;,]{0,30}$"
)
_PAPERS_AFTER = Lazy(
    r"\W{0,3}(?:(?:of )?(?:full[- ]time |regular |formal |continuous )?(?:education|schooling|study)\b|"
    r"(?:of )?(?:checkable|verifiable|employment|work|address) history|no[ -]claims|"
    r"(?:of )?(?:uk )?residen(?:ce|cy|ts?\b)|referenc|"
    r"checkable|validity|warranty)"
)
"""Years of references, licences and checks, not of work."""
_EXPERIENCE_LABEL = Lazy(r"\bexp(?:erience)?\.?\s?[:–-]\s{0,2}$")
"""Before years in a line of a form, whatever else it says: "Experience: 6-9 Yrs | Notice period: 30 days"."""
_FOR_A_DEGREE = Lazy(r"\W{0,3}(?:eqv|equiv\w*|in lieu)\b")
"""Behind years that stand for a degree: "BS or 4 years equivalent"."""
_OR_A_DEGREE = Lazy(r"\b(?:degree|bachelor(?:'?s)?|ba/bs|bs/ba|b\.?[as]\.?)(?: in [^,;.]{3,40})?,? or $")
"""Before them: "BA/BS in accounting or 4 years of experience"."""
_A_YEAR = Lazy(
    r"(?<!half )\ba (?:full |good )?year(?:'s|s'| or more| plus)? (?:of )?(?:\w+ )?"
    r"(?:experience|or more|as an?\b|at\b|in an?\b|on an?\b)|\b(?:at least|minimum(?: of)?|more than) (?:a|"
    r"one) (?:full )?year(?:'s)? "
    r"(?:of|in|with|as)\b(?! age)"
)
_ALTERNATIVE = Lazy(
    r"(?<!one )(?<!two )\bor\b(?! (?:more|above|over|equivalent|similar|related)\b)[^,;]{0,48}$"
)
"""Between two numbers of years: one or the other will do."""
_LEAST = Lazy(r"\b(?:minimum|min|at least|must)\b")
_AT_LEAST = Lazy(r"\b(?:minimum|min|at least)\b")
_AN_AGE = Lazy(r"\bbe (?:(?:at least|over|above|an?|minimum(?: of)?|the age of) )+$")
"""Before the years that somebody has to have lived: "you must be at least 18 years"."""
_REQUIRES = Lazy(r"\b(?:requires?|must have) (?:a |at )?(?:minimum|least)(?: of)? $")
"""Before years that are asked for, whatever else of the sentence is only preferred."""
_PLAINLY = Lazy(r"\b(?:minimum|min|at least|must|requir\w+|you|candidate\w*)\b")
_LABELLED_YEARS = Lazy(
    r"(?:years? of experience|experience \((?:in )?(?:years|yrs)\)|(?:total|minimum|work|"
    r"required) experience \((?:years|yrs)\)"
    r"|experience in years)\W{1,4}(?P<least>\d{1,2})\b"
)
_OF_A_LABEL = Lazy(r"experience(?: \((?:in )?y(?:ea)?rs\)| in years)?\W{1,4}\d")
_OF_A_YEAR = Lazy(
    r"year(?:(?<=a year)|(?<=one year)|(?<=(?:full|good) year))(?:'s|s'| or more| plus)? "
    r"(?:of|in|with|as|or|at|on|experience|\w+ (?:experience|or|as))"
)
"""What every match of the two before holds: most postings need not be searched for them."""
_OF_THE_EMPLOYER = Lazy(
    r"\b(?:we|company|firm|business|group|team|agency|practice|who|which)(?: \w+)? "
    r"(?:has|have|with|brings?|of) (?:over |more than |nearly |almost |some |around |about )?$"
)
"""Before the years of a firm: "our team has over 30 years of experience"."""
_A_FIRM_BEGINS = Lazy(
    r"\W{0,4}(?:with|having|after|for) (?:over |more than |nearly |almost |some |around |about )?"
)
"""Before the years of a firm that tells of itself: "With over ten years of experience, our clients"."""
_MOST_ASKED = 15
"""So many years and more are a firm's, unless they are plainly asked for."""
_REACH = 300
"""Characters around years in which their sentence says what they are of, however long it is."""
_MOST_LIVED = 30
"""More years than that are no experience that anybody asks for."""
_ABOUT_WORK = Lazy(
    r"experience|exp\b|expertise|background|worked|working|work |practice|qualified|post|pqe|track record|"
    r"in a |in an |as a |as an |hands|record|erfahrung|expérience|experiencia|industry|role|driving|"
    r"teaching|managing|selling|licen[cs]e|with |of |in |using|commercial"
)


class Years(NamedTuple):
    """``least`` and ``most`` total years asked for; ``by_piece`` the years that each sentence names; who has
    more than the ``ceiling`` is not meant; ``lesser`` are the (start, end) of degrees that will do
    with more years than those."""

    least: float | None
    most: float | None
    by_piece: dict[int, float]
    ceiling: float | None = None
    lesser: tuple[tuple[int, int], ...] = ()


def _value(digits: str) -> float:
    words = NUMBERS if digits in NUMBERS else _OF_OTHER_LANGUAGES
    return float(words.get(digits, digits))


def find_years(lower: str, asking: Asking) -> Years:
    """Every statement of years about work outside of boilerplate; the total is the largest one asked of
    all."""
    found = _Found()
    for number, (start, end) in enumerate(asking.spans):
        if not _UNIT.search(lower, start, end):
            continue
        for match in _YEARS.finditer(lower, start, end):
            _judge(_Said(lower, match, number, start, end), asking, found)
    if _OF_A_LABEL.search(lower):
        found.asked.extend(
            (float(match["least"]), None)
            for match in _LABELLED_YEARS.finditer(lower)
            if asking.kind_at(match.start()) != "preferred"
        )
    if _OF_A_YEAR.search(lower):
        found.asked.extend(
            (1.0, None)
            for match in _A_YEAR.finditer(lower)
            if asking.kind_at(match.start()) in ("required", "duties")
        )
    return found.years()


class _Found:
    """What the statements of one posting say together."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, float | None]] = []
        self.otherwise: list[tuple[float, float | None]] = []  # with a lower degree than the one asked for
        self.lesser: list[tuple[int, int]] = []
        self.by_piece: dict[int, float] = {}
        self.ceilings: list[float] = []
        self.last, self.reached = -1, 0  # the sentence of the last years asked for, and where they end

    def years(self) -> Years:
        """The largest years asked of all, and the lowest ceiling."""
        ceiling = min(self.ceilings, default=None)
        asked, lesser = self.asked, self.lesser
        if not asked:  # then the lower degree and its years are what is asked for at least
            asked, lesser = self.otherwise, []
        if not asked:
            return Years(None, None, self.by_piece, ceiling)
        least, most = max(asked, key=lambda pair: pair[0])
        if not least and most:
            ceiling = min(most, ceiling or most)
        ceiling = ceiling if ceiling and ceiling > least else None
        return Years(round(least, 2), most, self.by_piece, ceiling, tuple(lesser))


class _Said:
    """Years named in the sentence ``start``–``end``, which has the ``number``, with what stands around."""

    __slots__ = ("after", "around", "begin", "end", "finish", "lower", "match", "number", "start", "unit")

    def __init__(self, lower: str, match: re.Match[str], number: int, start: int, end: int) -> None:
        self.lower, self.match, self.number, self.start, self.end = lower, match, number, start, end
        self.begin, self.finish = match.span()
        self.around = lower[max(start, self.begin - 30) : self.begin]
        self.after = lower[self.finish : min(end, self.finish + 60)]
        self.unit: str = match["unit"]

    def is_labelled(self) -> bool:
        """Whether a label or a column says that they are years of experience."""
        return _EXPERIENCE_LABEL.search(self.lower, max(0, self.begin - 16), self.begin) is not None or (
            self.match["most"] is not None
            and self.unit.startswith("y")
            and self.lower.endswith("| ", 0, self.begin)
            and self.lower.startswith((" |", "\n"), self.finish)
        )

    def is_of_something_else(self) -> bool:
        """Whether they are of a degree, papers, of the employer, of the post, or how long something lasts."""
        lower, around, after = self.lower, self.around, self.after
        if around.endswith("or ") and (
            _FOR_A_DEGREE.match(after)
            or _OR_A_DEGREE.search(lower, max(self.start, self.begin - _REACH), self.begin)
        ):
            return True
        return bool(
            _OF_PAPERS.search(lower, max(self.start, self.begin - 60), self.begin)
            or _PAPERS_AFTER.match(after)
            or _OTHER.search(around[-22:] + " ")
            or _OTHER.match(self.unit + after[:16])
            or _OF_THE_EMPLOYER.search(around)
            or _OF_THE_POST.match(after)
            or ("experience" not in after and _AN_AGE.search(around))
            or (
                " for " in around
                and (
                    _LOOKED_FOR.search(lower, max(self.start, self.begin - 160), self.begin)
                    or _KEPT_FOR.search(lower, max(self.start, self.begin - 160), self.begin)
                )
            )
        )

    def is_about_work(self, kind: Kind) -> bool:
        """Whether they are years of work in a sentence of the ``kind``, which is not the employer's."""
        lower, labelled = self.lower, self.is_labelled()
        if (
            kind != "required"
            and not labelled
            and not (
                self.match["most"]
                and self.unit.startswith("y")
                and self.end - self.start <= len(self.match[0]) + 4
            )
            and not _ABOUT_WORK.search(self.unit + self.after)
            and not _ABOUT_WORK.search(self.around + lower[max(self.start, self.begin - 60) : self.begin])
        ):
            return False
        return (
            kind not in ("boilerplate", "about")
            or labelled
            or ("experience" in self.after and not _A_FIRM_BEGINS.fullmatch(lower, self.start, self.begin))
        )


def _judge(said: _Said, asking: Asking, found: _Found) -> None:
    """Adds to ``found`` what the years ask for."""
    if said.is_of_something_else():
        return
    lower, match, number = said.lower, said.match, said.number
    kind = asking.kind_at(said.begin)
    scale = 1 / 12 if said.unit.startswith("m") else 1.0
    if limit := _A_CEILING.search(said.around):
        if (
            (kind not in _NO_DEMANDS or limit[0].startswith("if you"))
            and not limit[0].startswith("month")
            and _ABOUT_WORK.search(said.unit + said.after)
        ):
            found.ceilings.append(_value(match["most"] or match["least"]) * scale)
        return
    if not said.is_about_work(kind):
        return
    least = _value(match["least"]) * scale
    most = _value(match["most"]) * scale if match["most"] else None
    if least > _MOST_LIVED or (most is not None and most < least):
        return
    if _AT_LEAST.search(said.around) or _AT_LEAST.search(said.after[:12]):
        most = None  # "minimum of 3-4 years"
    plainly = max(said.start, said.begin - _REACH), min(said.end, said.finish + _REACH)
    if least > _MOST_ASKED and not _PLAINLY.search(lower, *plainly):
        return
    degree = lesser_degree(lower, said.begin)
    if degree is not None:
        found.lesser.append((degree, said.begin))
        if kind != "preferred":
            found.otherwise.append((least, most))
        return
    hoped = kind == "preferred" and not (
        _REQUIRES.search(said.around)
        or (asking.kinds[number] == "preferred" and _LEAST.search(said.around + " " + said.after[:10]))
    )
    if not hoped:
        begins_with_or = lower.startswith("or ", said.start + (lower[said.start] == " "))
        if found.asked and (
            (found.last == number - 1 and begins_with_or)
            or (found.last == number and _ALTERNATIVE.search(lower, found.reached, said.begin))
        ):
            found.asked[-1] = min(found.asked[-1], (least, most), key=lambda pair: pair[0])
        else:
            found.asked.append((least, most))
    found.last, found.reached = number, said.finish
    found.by_piece.setdefault(number, least)
