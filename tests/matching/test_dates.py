"""Periods are read in the notations that CVs use, and overlapping ones count once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.matching.dates import Period, find_periods, month_number, months_covered
from shared.matching.words import Words

AS_OF = date(2026, 11, 24)


def periods_in(lower: str) -> list[Period]:
    return find_periods(Words(lower, lower), AS_OF)


ENGLISH = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905

FORMATS = {
    "Mar 2019": lambda year, month: f"{ENGLISH[month - 1][:3]} {year}",
    "March 2019": lambda year, month: f"{ENGLISH[month - 1]} {year}",
    "March, 2019": lambda year, month: f"{ENGLISH[month - 1]}, {year}",
    "MAR-2019": lambda year, month: f"{ENGLISH[month - 1][:3].upper()}-{year}",
    "Mar'19": lambda year, month: f"{ENGLISH[month - 1][:3]}'{year % 100:02}",
    "Mar. 2019": lambda year, month: f"{ENGLISH[month - 1][:3]}. {year}",
    "03/2019": lambda year, month: f"{month:02}/{year}",
    "3/2019": lambda year, month: f"{month}/{year}",
    "03.2019": lambda year, month: f"{month:02}.{year}",
    "2019-03": lambda year, month: f"{year}-{month:02}",
    "2019/03": lambda year, month: f"{year}/{month:02}",
    "15/03/2019": lambda year, month: f"15/{month:02}/{year}",
    "03/15/2019": lambda year, month: f"{month:02}/15/{year}",
    "15 March 2019": lambda year, month: f"15 {ENGLISH[month - 1]} {year}",
    "March 15, 2019": lambda year, month: f"{ENGLISH[month - 1]} 15, {year}",
    "März 2019": lambda year, month: f"{GERMAN[month - 1]} {year}",
}
SEPARATORS = (" - ", "-", " – ", " to ", " until ", " through ", " bis ", " -- ", " -\n")
NOW = ("present", "Present", "current", "now", "to date", "till date", "today", "ongoing", "heute")

months = st.integers(1985 * 12, month_number(AS_OF) - 1)


@given(
    months,
    months,
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from(SEPARATORS),
)
def test_a_period_is_read_in_any_pair_of_notations(
    one: int, other: int, first: str, last: str, separator: str
) -> None:
    begin, end = sorted((one, other))
    if separator == "-" and not (first[0].isalpha() and last[0].isalpha()):
        separator = " - "  # 2019-03-15/03/2020 says nothing to anybody
    text = FORMATS[first](begin // 12, begin % 12 + 1) + separator + FORMATS[last](end // 12, end % 12 + 1)
    text = text.replace("–", "-").lower()
    periods = periods_in(text)
    assert [(period.first, period.last) for period in periods] == [(begin, end)], text


@given(months, st.sampled_from(sorted(FORMATS)), st.sampled_from(NOW))
def test_present_means_the_day_that_the_caller_names(begin: int, first: str, now: str) -> None:
    text = f"{FORMATS[first](begin // 12, begin % 12 + 1)} - {now}".replace("- to date", "to date").lower()
    (period,) = periods_in(text)
    assert (period.first, period.last, period.current) == (begin, month_number(AS_OF), True)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=12))
def test_overlapping_months_count_once(spans: list[tuple[int, int]]) -> None:
    covered = {month for first, length in spans for month in range(first, first + length + 1)}
    assert months_covered([(first, first + length) for first, length in spans]) == len(covered)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2016-2018", 24),
        ("lecturer   12/08/2013   30/06/2014   10 months   (part time)", 11),
        ("lecturer   july 2015   may 2018   2 years 11 months", 35),
        ("2016 - 18", 24),
        ("[march 2018] - [august 2020]", 30),
        ("(march 2018) to (august 2020)", 30),
        ("[september 2020] - [present]", 75),
        ("'15-'18", 36),
        ("mar - dec 2019", 10),
        ("09/2020 present", 75),
        ("since 2020", 77),
        ("seit 03/2020", 81),
        ("summer 2017", 3),
        ("between 2010 and 2012", 24),
        ("aug 2019\n- jan 2022", 30),
        ("feb 2022\n- present", 58),
        ("from: may 2019        to: present", 91),
        ("fy19-fy21", 24),
        ("2018 - presently", 101),
        ("jan 2020 - (present)", 83),
        ("dec 2019 up to now", 84),
        ("mar 2016 to still on going", 129),
        ("mar 2016 to still: example mills", 129),
        ("mar 2016 - still working", 129),
        ("mar 2016 to as of now", 129),
        ("mar 2016 to still date", 129),
        ("mar 2016 onwards", 129),
        ("mar 2016 to tilldate", 129),
        ("mar 2016 - in progress", 129),
        ("mar 2016 - cont.", 129),
        ("currently working as a java developer from mar 2016.", 129),
        ("ottobre 2019 - gennaio 2021", 16),
        ("stycznia 2019 - lutego 2020", 14),
        ("2010 july - 2014 dec", 54),
        ("2003 apr -2003 oct.", 7),
        ("16th jan 2017 to till 30th aug 2018", 20),
        ("jan 2015 nov 2016", 23),
        ("10/16-5/17", 8),
        ("8/16 to 5/17.", 10),
        ("9/20 - present", 75),
        ("2004-22.", 216),
        ("1988-96, and later", 96),
        ("september 2013 - 2013", 2),
        ("2013 - march 2013", 2),
        ("feburary 2017 - janurary 2018", 12),
        ("set 2020 - oggi", 75),
    ],
)
def test_years_seasons_and_open_periods(text: str, months: int) -> None:
    (period,) = [period for period in periods_in(text) if not period.single]
    assert months_covered([(period.first, period.last)]) == months


@pytest.mark.parametrize("mark", ["_", "__", "*", "**", "`"])
def test_marks_of_emphasis_stand_about_a_date(mark: str) -> None:
    for text in ("march 2013 to may 2014", "2013 to 2014"):
        (emphasised,), (plain,) = periods_in(f"cook {mark}{text}{mark}\n"), periods_in(f"cook {text}\n")
        assert (emphasised.first, emphasised.last) == (plain.first, plain.last)


@pytest.mark.parametrize(
    "text",
    [
        "mar 2016 - continuous delivery",
        "mar 2016 - working student",
        "mar 2016 - cont. education",
        "he was working as a java developer from mar 2016.",
    ],
)
def test_what_goes_on_in_another_sense_is_no_open_period(text: str) -> None:
    assert not any(period.current for period in periods_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "£2019",
        "call 555 0142",
        "2,019 visitors",
        "version 2.2019.4",
        "1999%",
        "rated 8/10 to 9/10.5",
        "open 9/17 or later",
        "from 5 in 2015 to 20.",
        "set 20 to 24 tables",
        "2019 2020 2021 2022",
        "figures of 2019 2021 cook",
    ],
)
def test_what_only_looks_like_a_date_is_no_period(text: str) -> None:
    assert not [period for period in periods_in(text) if not period.single]


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("cook, 2019-08 - 2015-07", (2015, 7), (2019, 8)),
        ("start: 2019-08-01, end: 2015-07-01", (2015, 7), (2019, 8)),
        ("cook 2019 - 2015", (2015, 7), (2019, 6)),
        ("cook 10/12-07/13", (2012, 10), (2013, 7)),
        ("cook 03-16 - 11-19", (2016, 3), (2019, 11)),
        ("cook 03-16 - now", (2016, 3), None),
        ("_seit april 2019_\n", (2019, 4), None),
        ("jan 2019 mar 2021 cook example inn\n", (2019, 1), (2021, 3)),
        ("| 01/2019 | 03/2021 | cook |\n", (2019, 1), (2021, 3)),
        ("2019 2021 cook\n", (2019, 7), (2021, 6)),
    ],
)
def test_periods_in_rarer_notations(text: str, begin: tuple[int, int], end: tuple[int, int] | None) -> None:
    (period,) = [period for period in periods_in(text) if not period.single]
    assert divmod(int(period.first), 12) == (begin[0], begin[1] - 1)
    assert period.current if end is None else divmod(int(period.last), 12) == (end[0], end[1] - 1)


@pytest.mark.parametrize("text", ["call 02-16 or 03-17", "sizes 03-16", "rooms 03-16 - 40", "12-07/13"])
def test_numbers_that_a_hyphen_joins_are_no_period(text: str) -> None:
    assert not [period for period in periods_in(text) if not period.single]
