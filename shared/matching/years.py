"""Years of experience that a posting asks for."""

from typing import NamedTuple

from shared.matching.asking import Asking
from shared.matching.lazy import Lazy
from shared.matching.lesser_degrees import lesser_degree

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
_NUMBER = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(NUMBERS) + r")"
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
    r"old|of age|contract|ftc|ago|in (?:business|the market)|assignment)"
)
"""Behind how long a post lasts, and not the work before it: "24 month secondment"."""
_LOOKED_FOR = Lazy(
    r"\b(?:looking for|looking to|seek\w*|recruit\w*|hir(?:e|ing)|we need|wanted|required|join us)\b"
    r"(?:(?!experience|worked|been |having |held )[^.;]){0,120}\bfor (?:up to |around |about |approx\w* )?$|"
    r"\b(?:role|contract|post|position|job|booking|vacancy) (?:(?!experience)[^.;]){0,60}"
    r"\b(?:is|be|lasts?) for (?:an? )?(?:(?:initial|minimum|(?:at )?least)(?: period)?(?: of)? )?$"
)
"""Before how long somebody is sought for: "we are looking for a registered pharmacist for 12 months"."""
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
    return float(NUMBERS[digits]) if digits in NUMBERS else float(digits)


def find_years(lower: str, asking: Asking) -> Years:
    """Every statement of years about work outside of boilerplate; the total is the largest one asked of
    all."""
    asked: list[tuple[float, float | None]] = []
    hoped: list[tuple[float, float | None]] = []
    by_piece: dict[int, float] = {}
    ceilings: list[float] = []
    otherwise: list[tuple[float, float | None]] = []  # with a lower degree than the one asked for
    lesser: list[tuple[int, int]] = []
    last, reached = -1, 0  # the sentence of the last years asked for, and where they end
    for number, (start, end) in enumerate(asking.spans):
        if not _UNIT.search(lower, start, end):
            continue
        for match in _YEARS.finditer(lower, start, end):
            around = lower[max(start, match.start() - 30) : match.start()]
            after = lower[match.end() : min(end, match.end() + 60)]
            unit = match["unit"]
            labelled = _EXPERIENCE_LABEL.search(lower, max(0, match.start() - 16), match.start()) or (
                match["most"] is not None
                and unit.startswith("y")
                and lower.endswith("| ", 0, match.start())
                and lower.startswith((" |", "\n"), match.end())
            )
            if around.endswith("or ") and (
                _FOR_A_DEGREE.match(after) or _OR_A_DEGREE.search(lower, start, match.start())
            ):
                continue
            if _OF_PAPERS.search(lower, max(start, match.start() - 60), match.start()) or _PAPERS_AFTER.match(
                after
            ):
                continue
            kind = asking.kind_at(match.start())
            if (
                _OTHER.search(around[-22:] + " ")
                or _OTHER.match(unit + after[:16])
                or _OF_THE_EMPLOYER.search(around)
                or _OF_THE_POST.match(after)
                or (
                    " for " in around
                    and _LOOKED_FOR.search(lower, max(start, match.start() - 160), match.start())
                )
            ):
                continue
            scale = 1 / 12 if unit.startswith("m") else 1.0
            if limit := _A_CEILING.search(around):
                if (
                    (kind not in _NO_DEMANDS or limit[0].startswith("if you"))
                    and not limit[0].startswith("month")
                    and _ABOUT_WORK.search(unit + after)
                ):
                    ceilings.append(_value(match["most"] or match["least"]) * scale)
                continue
            if (
                kind != "required"
                and not labelled
                and not (match["most"] and unit.startswith("y") and end - start <= len(match[0]) + 4)
                and not _ABOUT_WORK.search(unit + after)
                and not _ABOUT_WORK.search(around + lower[max(start, match.start() - 60) : match.start()])
            ):
                continue
            if (
                kind in ("boilerplate", "about")
                and not labelled
                and ("experience" not in after or _A_FIRM_BEGINS.fullmatch(lower, start, match.start()))
            ):
                continue
            least = _value(match["least"]) * scale
            most = _value(match["most"]) * scale if match["most"] else None
            if least > 30 or (most is not None and most < least):
                continue
            if least > _MOST_ASKED and not _PLAINLY.search(lower, start, end):
                continue
            degree = lesser_degree(lower, match.start())
            if degree is not None:
                lesser.append((degree, match.start()))
                if kind != "preferred":
                    otherwise.append((least, most))
                continue
            if kind == "preferred" and not (
                _REQUIRES.search(around)
                or (asking.kinds[number] == "preferred" and _LEAST.search(around + " " + after[:10]))
            ):
                hoped.append((least, most))
            elif (
                asked and last == number - 1 and lower.startswith("or ", start + (lower[start] == " "))
            ) or (asked and last == number and _ALTERNATIVE.search(lower, reached, match.start())):
                asked[-1] = min(asked[-1], (least, most), key=lambda pair: pair[0])
            else:
                asked.append((least, most))
            last, reached = number, match.end()
            by_piece.setdefault(number, least)
    if _OF_A_LABEL.search(lower):
        asked.extend(
            (float(match["least"]), None)
            for match in _LABELLED_YEARS.finditer(lower)
            if asking.kind_at(match.start()) != "preferred"
        )
    if _OF_A_YEAR.search(lower):
        asked.extend(
            (1.0, None)
            for match in _A_YEAR.finditer(lower)
            if asking.kind_at(match.start()) in ("required", "duties")
        )
    ceiling = min(ceilings, default=None)
    if not asked:  # then the lower degree and its years are what is asked for at least
        asked, lesser = otherwise, []
    if not asked:
        return Years(None, None, by_piece, ceiling)
    least, most = max(asked, key=lambda pair: pair[0])
    if not least and most:
        ceiling = min(most, ceiling or most)
    return Years(
        round(least, 2),
        most,
        by_piece,
        ceiling if ceiling and ceiling > least else None,
        tuple(lesser),
    )
