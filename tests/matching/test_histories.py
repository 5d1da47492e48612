"""Jobs are found in the ways in which people list them, and what is no job is left."""

from datetime import date

import pytest

from shared.matching import Profile, read_cv
from shared.matching.dates import month_number

AS_OF = date(2026, 11, 24)


def read(text: str) -> Profile:
    return read_cv(text, as_of=AS_OF)


def years_of(profile: Profile) -> list[tuple[int, int]]:
    return [(int(role.first_month) // 12, int(role.last_month) // 12) for role in profile.roles]


def test_a_firm_beside_a_year_alone_is_a_job_where_others_stand_so() -> None:
    profile = read(
        "EXPERIENCE\n\nExample Bakery, Leeds (2015 - 2019)\nBaker\nbread and pastry for three shops\n\n"
        "Sample Mill, York (2013)\nMiller\nflour of four kinds\n"
    )
    assert years_of(profile) == [(2015, 2019), (2013, 2013)]
    assert profile.roles[1].last_month - profile.roles[1].first_month == 5


@pytest.mark.parametrize(
    "line",
    [
        "Award for the best loaf, Leeds (2013)",
        "- new oven, Leeds (2013)",
        "New oven in 2013",
        "Baker of the month, Leeds (2017)",
    ],
)
def test_what_happened_in_a_year_is_no_job(line: str) -> None:
    profile = read(
        "EXPERIENCE\n\nExample Bakery, Leeds (2015 - 2019)\nBaker\nbread and pastry for three shops\n"
        f"{line}\n\nSample Inn, York (2010 - 2012)\nCook\nsoups and stews\n"
    )
    assert years_of(profile) == [(2015, 2019), (2010, 2012)]


def test_a_job_of_one_month_stands_as_the_longer_ones_do() -> None:
    profile = read(
        "EXPERIENCE\n\nMay 2018 - June 2019 | Waiter | Example Inn\n\nAugust 2017 | Fruit picker | Sample Farm\n"
    )
    assert [role.first_month - 2017 * 12 for role in profile.roles] == [16, 7]
    assert profile.roles[1].first_month == profile.roles[1].last_month
    assert month_number(date(2017, 8, 1)) == profile.roles[1].first_month


def test_a_firm_and_a_dash_before_since_begin_a_job() -> None:
    profile = read(
        "## Expériences professionnelles\n\n- Exemple SA - Lyon - depuis 03/2020\n  - des logiciels de caisse\n\n"
        "- Modèle SARL - Lyon - de 10/2015 à 09/2018\n  - des portails\n"
    )
    assert years_of(profile) == [(2020, 2026), (2015, 2018)]
