"""Periods of employment and study, in the many ways in which CVs write them.

A period is counted in months since year 0 (``year * 12 + month - 1``), the end month included. Where only
years are given (2016–2018), the period runs from the middle of the first to the middle of the last one,
which is the expected value when nothing more is known; a single year counts half a year.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from shared.matching.lazy import Lazy
from shared.matching.words import Words

_MONTHS = {
    1: "january jan januar jänner janvier janv enero ene gennaio janeiro januari styczeń stycznia",
    2: "february feb febr februar février fevrier févr fevr febrero febbraio fevereiro februari luty lutego",
    3: "march mar mär märz maerz mrz mars marzo março maart marzec marca",
    4: "april apr avril avr abril abr aprile kwiecień kwietnia",
    5: "may mai mayo maggio maio mei maj maja",
    6: "june jun juni juin junio giugno junho czerwiec czerwca",
    7: "july jul juli juillet juil julio luglio julho lipiec lipca",
    8: "august aug août aout agosto ago augustus sierpień sierpnia",
    9: "september sept sep septembre septiembre settembre setembro wrzesień września",
    10: "october oct oktober okt octobre octubre ottobre outubro październik października",
    11: "november nov novembre noviembre novembro listopad listopada",
    12: "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia",
}
_MISSPELT = {
    1: "janurary janaury januray janunary jannuary janury januari",
    2: "feburary febuary febrary feburuary februrary febraury februay",
    4: "apirl arpil",
    8: "agust augest",
    9: "septemeber septembar setember septembe septemer septmber spetember",
    10: "ocotber octuber octobor octobe",
    11: "novemeber novmber novembe novemer novembar",
    12: "decemeber decmber decembe decemer decembar",
}
_SHORT_ONES = {1: "gen", 5: "mag", 6: "giu", 7: "lug", 9: "set", 10: "ott"}
"""Months in Italian and Portuguese that are other words as well: only before a year of four digits."""
_MONTH_OF = {
    name: month
    for names_of in (_MONTHS, _MISSPELT, _SHORT_ONES)
    for month, names in names_of.items()
    for name in names.split()
}
_SEASONS = {
    "spring": 4,
    "summer": 7,
    "autumn": 10,
    "fall": 10,
    "winter": 1,
    "q1": 2,
    "q2": 5,
    "q3": 8,
    "q4": 11,
}
_SEASONS |= {"early": 2, "mid": 6, "late": 11, "end of": 12, "beginning of": 1}

_NAMES = "|".join(sorted(_MONTH_OF.keys() - _SHORT_ONES.values(), key=len, reverse=True))
_MORE_NAMES = "|".join(_SHORT_ONES.values())
_YEAR = r"(?:19[4-9]\d|20[0-7]\d)"
_BEFORE_ANOTHER = (
    r"(?=[ ]?(?:-{1,3}|to|thru|through|until)[ ]?(?:(?:0?[1-9]|1[0-2])/\d\d(?![\d/%])|pres|current|now|date))"
)
"""Behind a month of one digit and a year of two, which are a fraction elsewhere: "8/16-5/17"."""
_AS_ANOTHER = r"(?= - (?:(?:0[1-9]|1[0-2])-\d\d(?![\d-])|pres|current|now\b|today))"
"""Behind a month and a year of two digits that a hyphen joins: "03-16 - 11-19"."""
_DATE = Lazy(
    rf"(?<![^\W_]|[£$€.,])(?:"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?[ /-]{{0,2}}(?:of )?)?(?P<name>{_NAMES})(?![^\W\d_])\.?(?: "
    rf"\d{{1,2}}(?:st|nd|rd|th)?,)?"
    rf"(?:[ ,./'\n-]{{1,5}}|(?=[12]\d{{3}}))(?:of |de )?(?P<name_year>{_YEAR}|\d\d)(?![\d%])"
    rf"|(?P<short_name>{_MORE_NAMES})\.?[ /]{{1,2}}(?P<short_name_year>{_YEAR})(?!\d)"
    rf"|(?P<day>[0-3]?\d)(?P<sign>[./-])(?P<day_month>[0-3]?\d)(?P=sign)(?P<day_year>{_YEAR}|\d\d)(?!\d)"
    rf"|(?P<month>0?[1-9]|1[0-2]) ?[./-] ?(?P<month_year>{_YEAR})(?!\d)"
    rf"|(?P<bare_month>0[1-9]|1[0-2]) (?P<bare_year>{_YEAR})(?!\d)"
    rf"|(?P<short_month>0[1-9]|1[0-2])[/'](?P<short_year>\d\d)(?![\d/])"
    rf"|(?P<joined_month>0[1-9]|1[0-2])-(?P<joined_year>\d\d)(?![\d-]){_AS_ANOTHER}"
    rf"|(?<=\d - )(?P<parted_month>0[1-9]|1[0-2])-(?P<parted_year>\d\d)(?![\d-])"
    rf"|(?P<first_month>[1-9])/(?P<first_year>\d\d){_BEFORE_ANOTHER}"
    rf"|(?:(?<=-)|(?<=- )|(?<=to ))(?P<last_month>[1-9])/(?P<last_year>\d\d)(?![\d/%]|\.\d)"
    rf"|(?P<iso_year>{_YEAR})[./-](?P<iso_month>0[1-9]|1[0-2])(?:[./-][0-3]\d)?(?!\d)"
    rf"|(?P<season>spring|summer|autumn|fall|winter|q[1-4]|early|mid|late|end of|beginning of)[ ,-]{{0,2}}"
    rf"(?P<season_year>{_YEAR})(?!\d)"
    rf"|(?:'|fy ?'?)(?P<two_digits>\d\d)(?![\d%])(?=[ ]?(?:-|to |\n|,|\)|:| |$))"
    rf"|(?P<named_year>{_YEAR})[ ,]{{1,2}}(?P<named_month>{_NAMES})(?![^\W\d_])\.?(?=[ ]?-|[ ]to\b)"
    rf"|(?:(?<=-)|(?<=- )|(?<=to ))(?P<until_year>{_YEAR})[ ,]{{1,2}}(?P<until_month>{_NAMES})(?![^\W\d_])"
    rf"(?![ ]?\d)"
    rf"|(?:fy ?)?(?P<year>{_YEAR})(?![\d%]))",
    many=True,
)
_MAY_BEGIN = frozenset(_MONTH_OF) | {name.split()[0] for name in _SEASONS} | {"fy"}
"""Words without a digit that a date begins with."""
_TO = (
    r"(?:[ *_|)\]]{0,3}\n?[ *_]{0,3}|[ ]{0,3}\n(?:[ ]{0,3}\n)?[ ]{0,48}(?=to\b|-))"
    r"(?:-{1,3}|>|~|\.\.|\b(?:(?:up )?to(?: till)?|through|thru|until|till?|bis|au|à|hasta|a)\b:?)"
)
_GAP = Lazy(
    rf"{_TO}[ *_(\[]{{0,3}}\n?[ *_]{{0,3}}(?:(?:the|la|el|heute|zum|end of) )?|"
    r"[ ,;|\"']{0,24}\n?[ \t]{0,24}[\"']?\b(?:to|until|till?|end(?:ed|s)?)(?:[ _]?date)?[\"']?[ ]{0,2}:"
    r"[ \"']{0,8}"
)
"""From one date to another; the second kind is that of forms: "Start: 03/2019, End: 06/2022"."""
_MISSPELT_GAP = Lazy(r"[ *_]{0,3}-{1,3}[ *_]{0,3}[a-zà-ü]{2,10}\.?[ ,'/-]{1,2}")
"""Before a year, a month that is written as no other text writes it: "May 2012 - Decmebr 2014"."""
_OPENINGS = frozenset(name[:2] for name in _MONTH_OF)
_OPEN_FORM = Lazy(
    r"[ ,;|\"']{0,24}\n?[ \t]{0,24}[\"']?\bend[ _]?date[\"']?[ ]{0,2}:[ ]{0,2}"
    r"(?:\"\"|''|null\b|\"?(?:present|current|now)\b)"
)
"""Behind when a role began in a form that leaves its end open."""
_SLASH = " / "
_NOW = Lazy(
    rf"(?:{_TO}|[ ]{{1,4}}(?=present|onwards?\b)|[ ,;|]{{1,24}}\b(?:to|until|end(?: date)?)[ ]{{0,2}}:|"
    r"[ ]{0,2}[(|]|,[ ](?=ongoing|on-going|present|current|to date|still\b))"
    r"[ *_]{0,3}\n?[ *_(\[]{0,8}(?:still |till |as (?:of|on) )?(?:present(?:ly| day| date)?|to date|"
    r"(?:still|working(?: here)?|in progress|cont(?:d|inued|inues)?)(?=\.?[ ]{0,3}(?:[\n),;:]|$))|"
    r"onwards?|tilldate|"
    rf"pres\b|currently|current(?: date)?|now|today|date|till (?:date|now)|"
    r"until now|on[ -]?going|continuing|continue|heute|aktuell|jetzt|laufend|aujourd'hui|actuel(?:lement)?|"
    r"ce jour|présent|en cours|en curso|maintenant|hoy|andauernd|"
    r"la actualidad|actualidad|actualmente|presente|la fecha|"
    r"oggi|attuale|attualmente|in corso|atual|atualmente|heden|obecnie)(?![^\W_])"
)
_TILL_DATE = Lazy(r"[ *_]{0,3}(?:to|till?|until) ?-?(?:date|now)\b")
_SHORT = Lazy(
    r"[ ]?(?:(?P<dash>-)|to)[ ]?'?(?P<year>\d\d)(?![\d%/:]|(?(dash)[.,]\d|[.,])|[ ]?(?:years|people|hours|%))"
)
_OPEN = Lazy(
    r"[ ]{0,2}(?:-{1,2}|to)(?:[ ]{0,3}(?=[\n,;|)*:]|'(?!\d)|$)|[ ]{2,40}(?=[^\W\d]))|"
    r"(?<=\n\d{4})- (?=[^\W\d])"
)
"""Nothing behind the dash but what is another column: "2021-      Lecturer"."""
_AND = Lazy(r"[ ]{1,2}and[ ]{1,2}")
_BETWEEN = Lazy(r"\bbetween[ ]{1,2}$")
_COLUMN = Lazy(r"[ ]{0,2}\|?[ ]{1,3}")
_WIDE = Lazy(r"[ ]{1,24}\|?[ ]{0,12}|[ ]?\|[ ]{0,12}")
_ENDS = Lazy(
    r"[ |]{0,24}(?:\d{1,2}(?:\.\d{1,2})?[ ]?(?:y(?:ea)?rs?|months?|mths?)\.?[ ,|]{0,4}){0,2}(?:\n|$)"
)
"""Between and behind the two dates that end a line of a table, but for how long that was:
"QC Chemist     Jun 2018    Aug 2022    4 years 3 months"."""
_BESIDE = Lazy(r"[ ]{1,24}|[ ]{0,12}\|[ ]{0,12}")
_NEXT_CELL = Lazy(r"[ ]{1,24}(?=[^\W\d])|[ ]{0,12}\|")
"""Between and behind the two dates that begin a line of a table: "Jun 2018    Aug 2022    QC Chemist"."""
_MARGIN = 12
"""Characters before what begins a line."""
_JOINED = Lazy(r"\b(?:joined|started|began|been)\b[^.\n]{0,50}$")
_STILL = Lazy(r"[^.\n]{0,30}\b(?:still|to this day|ever since|have been there since)\b")
_SAME_YEAR = Lazy(
    rf"(?<![^\W_])({_NAMES})\.?[ ]?(?:-{{1,3}}|(?:to|until|through|thru|bis|à|au|al?|hasta)\b)[ ]?$",
    many=True,
)
_LONG_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_SINCE = Lazy(r"(?<![^\W_])(?:since|seit|depuis|desde)[ *_]{1,3}(?:the )?$")
_FROM = Lazy(r"\((?:from|ab|desde|à partir d[eu]|a partir de) $")
_FROM_ALONE = Lazy(r"[ *_(|]{0,4}(?:from|ab|seit|à partir d[eu]|a partir de|desde|starting)[ *_]{1,3}")
"""All that stands before it on a line of its own."""
_CLOSES = Lazy(r"[ ]?\)")
"""About the one date of a role that lasts: "Research Fellow at Example Ltd (from Aug 2023)"."""
_PARTED = Lazy(r"[ *_|]{0,3}-[ *_|]{1,3}[^\W\d]")
_LINE_ENDS = Lazy(r"\.?[ \t]{0,8}(?:\n|$)")
_WORKING = Lazy(
    r"\b(?:currently|presently|at present|(?<!was )(?<!been )(?<!were )working)\b[^.\n]{2,70} from[ ]{1,2}$"
)
"""Before the one date of a role that lasts: "Currently working as a Java developer from Nov 2018."."""
_SHORT_RANGE = Lazy(r"(?<![\d./-])(?:19|20)\d\d-(?:1[3-9]|[2-9]\d)(?![\d/-]|\.\d)")
"""From a year to another, and no month: where a text has "2015-19", its "2006-12" is the same."""
_UNLIKELY_YEARS = 60
SPRING, AUTUMN = 3.0, 8.0
"""From and to which month of a year a job lasted of which the year alone is known: half of it."""
COUNTS_FROM = 15
"""Day of the month from which the running one counts."""
_LONGEST_AHEAD = 96
"""Months from now in which a period of two digits may end: that of a course of study."""


class Period(NamedTuple):
    """A period and where it stands in the text. ``first`` and ``last`` are months since year 0, both
    counted."""

    start: int
    end: int
    first: float
    last: float
    current: bool
    single: bool
    """One date alone: a graduation, an exam, or a very short role."""
    years_alone: bool = False
    """The dates name no month."""


def month_number(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1


def _full_year(digits: str, as_of: date) -> int:
    digits = digits.strip("'")
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= as_of.year + 1 else year - 100


def _month(match: re.Match[str], as_of: date, *, last: bool) -> float | None:
    """The month that a date names; a half marks a year alone."""
    group = match.group
    if name := group("name"):
        return _full_year(group("name_year"), as_of) * 12 + _MONTH_OF[name] - 1
    if year := group("day_year"):
        day, month = int(group("day")), int(group("day_month"))
        month = month if month <= 12 else day  # 03/25/2018 is American
        return _full_year(year, as_of) * 12 + month - 1 if 1 <= month <= 12 else None
    for month_group, year_group in (
        ("month", "month_year"),
        ("bare_month", "bare_year"),
        ("short_month", "short_year"),
        ("joined_month", "joined_year"),
        ("parted_month", "parted_year"),
        ("first_month", "first_year"),
        ("last_month", "last_year"),
        ("iso_month", "iso_year"),
    ):
        if year := group(year_group):
            return _full_year(year, as_of) * 12 + int(group(month_group)) - 1
    for month_group, year_group in (
        ("named_month", "named_year"),
        ("until_month", "until_year"),
        ("short_name", "short_name_year"),
    ):
        if year := group(year_group):
            return int(year) * 12 + _MONTH_OF[group(month_group)] - 1
    if year := group("season_year"):
        return int(year) * 12 + _SEASONS[group("season")] - 1
    year = group("year") or str(_full_year(group("two_digits"), as_of))
    return int(year) * 12 + (5.0 if last else 6.0)


def _dates(words: Words) -> Iterator[re.Match[str]]:
    """Every date, in order. One begins with a word, or with an apostrophe before a number ('19)."""
    lower, match = words.lower, _DATE.match
    reached = 0
    for start in [
        start
        for word, start in zip(words.words, words.starts, strict=True)
        if not word.isalpha() or word in _MAY_BEGIN
    ]:
        if start < reached:
            continue
        found = match(lower, start - 1) if start > reached and lower[start - 1] == "'" else None
        if found := found or match(lower, start):
            reached = found.end()
            yield found


def _within_a_year(
    first: float, last: float, match: re.Match[str], after: re.Match[str]
) -> tuple[float, float]:
    """A period from a month to the year that it is of, or the other way round, as long as is to be
    expected: "September 2013 - 2013"."""
    if int(first) // 12 == int(last) // 12:
        if after["year"] and not match["year"]:
            return first, (first + int(first) // 12 * 12 + 11) // 2
        if match["year"] and not after["year"]:
            return (last + int(last) // 12 * 12 + 1) // 2, last
    return first, last


def _in_order(first: float, last: float, match: re.Match[str], after: re.Match[str]) -> tuple[float, float]:
    """A period whose end is told before its beginning, as it was: "2018 - 2014"."""
    if last >= first - 1 or bool(match["year"]) != bool(after["year"]):
        return first, last
    return (last + 1, first - 1) if match["year"] else (last, first)


def _is_short_range(match: re.Match[str]) -> bool:
    """Whether "2006-12" may be from one year to another."""
    year, month = match["iso_year"], match["iso_month"]
    return bool(year) and len(match[0]) == len("2006-12") and int(month) > int(year) % 100


def _goes_on(lower: str, match: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether another date or today follows, as the end of a period that begins with this one."""
    if after is not None and _GAP.fullmatch(lower, match.end(), after.start()):
        return True
    return _NOW.match(lower, match.end()) is not None


def find_periods(words: Words, as_of: date) -> list[Period]:
    """Every period in ``words``, in order. What lies after ``as_of`` is cut off there."""
    now = float(month_number(as_of) - (as_of.day < COUNTS_FROM))
    lower = words.lower
    periods: list[Period] = []
    dates = list(_dates(words))
    in_short: bool | None = None  # whether the text has a period in years of two digits; not yet looked for
    index = 0
    while index < len(dates):
        match = dates[index]
        index += 1
        end = match.end()
        first = _month(match, as_of, last=False)
        if first is None or first > now + 12:
            continue
        last, current, single = first, False, False
        years_alone = match["year"] is not None
        after = dates[index] if index < len(dates) else None
        if in_short is None and _is_short_range(match):
            in_short = _SHORT_RANGE.search(lower) is not None
        if in_short and _is_short_range(match) and not _goes_on(lower, match, after):
            last, years_alone = int(first) // 1200 * 1200 + int(match["iso_month"]) * 12 + 5.0, True
            first = int(match["iso_year"]) * 12 + 6.0
        elif until := _NOW.match(lower, end) or _TILL_DATE.match(lower, end):
            last, current, end = now, True, until.end()
        elif after is not None and _runs_to(lower, match, after):
            named = _month(after, as_of, last=True)
            index += 1
            if named is not None and named < first:
                first, named = _in_order(*_within_a_year(first, named, match, after), match, after)
            if named is None or named < first - 1 or named - first > _UNLIKELY_YEARS * 12:
                continue
            last, end = named, after.end()
            years_alone = years_alone and after["year"] is not None
        elif match["year"] and (short := _SHORT.match(lower, end)):
            last, end = int(first // 1200) * 1200 + int(short["year"]) * 12 + 5.0, short.end()
            if last < first - 1 or last > now + _LONGEST_AHEAD:
                continue  # "from 40 in 2015 to 81 in 2016"
        elif open_end := _OPEN.match(lower, end) or _OPEN_FORM.match(lower, end):
            last, current, end = now, True, open_end.end()
        elif _lasts(lower, match):
            last, current = now, True
        elif earlier := _SAME_YEAR.search(lower, max(0, match.start() - 24), match.start()):
            last, first = first, first // 12 * 12 + _MONTH_OF[earlier[1]] - 1
            if last < first:
                continue
        elif match["season"] in _LONG_SEASONS:
            first, last = first - 1, first + 1
        else:
            single = True
        if years_alone and last < first and not single:  # "2019 - 2019"
            first, last = first // 12 * 12 + SPRING, first // 12 * 12 + AUTUMN
        if last >= now and not single:
            last, current = now, True
            if years_alone and first > now:  # the middle of the running year lies ahead
                first = (first - 6.0 + now) / 2
        periods.append(Period(match.start(), end, first, max(first, last), current, single, years_alone))
    return _lasting(lower, periods, now)


def _runs_to(lower: str, match: re.Match[str], after: re.Match[str]) -> bool:
    """Whether what stands between two dates makes them the ends of one period."""
    end, begin = match.end(), after.start()
    if _GAP.fullmatch(lower, end, begin):
        return True
    if (
        after["year"]
        and not match["year"]
        and _MISSPELT_GAP.fullmatch(lower, end, begin)
        and lower[end:begin].strip(" *_-.,'/")[:2] in _OPENINGS
    ):
        return True
    if match["month"] and after["month"] and _COLUMN.fullmatch(lower, end, begin):
        return True
    if match["name"] and after["name"]:
        if lower[end:begin] == _SLASH:
            return True
        if _WIDE.fullmatch(lower, end, begin) and _ENDS.match(lower, after.end()):
            return True
    if match["day"] and after["day"] and _WIDE.fullmatch(lower, end, begin):
        return True
    if (
        bool(match["year"]) == bool(after["year"])
        and _BESIDE.fullmatch(lower, end, begin)
        and _NEXT_CELL.match(lower, after.end())
        and _is_at_the_margin(lower, match.start())
    ):
        return True
    return (
        _AND.fullmatch(lower, end, begin) is not None
        and _BETWEEN.search(lower, max(0, match.start() - 14), match.start()) is not None
    )


def _is_at_the_margin(lower: str, start: int) -> bool:
    """Whether nothing but marks stands before ``start`` in its line."""
    above = lower.rfind("\n", max(0, start - _MARGIN), start)
    return (above >= 0 or start < _MARGIN) and not lower[above + 1 : start].strip(" *_|")


def _lasts(lower: str, match: re.Match[str]) -> bool:
    """Whether the words around a single date say that it goes on: "since 2019"."""
    start, end = match.span()
    return bool(
        _SINCE.search(lower, max(0, start - 12), start)
        or (_CLOSES.match(lower, end) and _FROM.search(lower, max(0, start - 16), start))
        or (
            _LINE_ENDS.match(lower, end)
            and _FROM_ALONE.fullmatch(lower, lower.rfind("\n", 0, start) + 1, start)
        )
        or (lower.startswith(" from ", start - 6) and _WORKING.search(lower, max(0, start - 100), start))
        or (_JOINED.search(lower, max(0, start - 60), start) and _STILL.match(lower, end))
    )


def _begins_a_line(lower: str, period: Period) -> bool:
    return not lower[lower.rfind("\n", 0, period.start) + 1 : period.start].strip(" *_|")


def _left_open(lower: str, periods: list[Period], now: float) -> list[Period]:
    """The ``periods``, of which the first or last of a table lasts if its line begins "07/2017 - Cook" where
    those of the others begin "05/2015 - 06/2017 Waiter"."""
    ended = [one for one in periods if not one.single and _begins_a_line(lower, one)]
    if not ended or any(one.current or _PARTED.match(lower, one.end) for one in ended):
        return periods
    latest = max(one.last for one in ended)
    return [
        one._replace(last=now, current=True, single=False)
        if one.single
        and latest - 1 <= one.first < now
        and one.years_alone == ended[0].years_alone
        and _PARTED.match(lower, one.end)
        and _begins_a_line(lower, one)
        and "\n\n" not in lower[min(one.end, ended[-1].end) : max(one.start, ended[0].start)]
        else one
        for one in periods
    ]


def _lasting(lower: str, periods: list[Period], now: float) -> list[Period]:
    """The ``periods``, of which those last that have no end where others have: "Cook, Example Inn from May
    2021" above "Baker, Sample Mill from June 2017 to April 2021"."""
    periods = _left_open(lower, periods, now)
    from_then = [
        lower.startswith(" from ", one.start - 6) and _LINE_ENDS.match(lower, one.end) is not None
        for one in periods
    ]
    if not any(begun and not one.single for begun, one in zip(from_then, periods, strict=True)):
        return periods
    return [
        one._replace(last=now, current=True, single=False)
        if begun
        and one.single
        and not one.years_alone
        and one.last < now
        and "," in lower[lower.rfind("\n", 0, one.start) + 1 : one.start]
        else one
        for begun, one in zip(from_then, periods, strict=True)
    ]


def months_covered(spans: list[tuple[float, float]]) -> float:
    """Months that at least one of the spans (first and last month, both counted) covers; overlaps count
    once."""
    total = 0.0
    reach = float("-inf")
    for first, last in sorted(spans):
        begin, end = max(first, reach), last + 1
        if end > begin:
            total += end - begin
            reach = end
    return total
