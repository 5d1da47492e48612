"""Jobs are found in the ways in which people list them, and what is no job is left."""

from datetime import date

import pytest

from shared.matching import Profile, read_cv
from shared.matching.dates import month_number
from shared.matching.heading_kinds import heading_kind

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


def test_a_year_among_the_jobs_of_a_cv_whose_periods_stand_elsewhere_is_no_job() -> None:
    profile = read("EDUCATION\n\nExample College (2010 - 2012)\n\nEXPERIENCE\n\nExample Hives (2013)\n")
    assert years_of(profile) == []


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


def test_the_head_of_the_next_job_is_no_title_of_the_one_above_it() -> None:
    profile = read(
        "EXPERIENCE\n\nWrangler of bees\nExample Hives\nMay 2014 - June 2016\n\nHead Gardener\nSample Park, Leeds\n"
        "January 2012 - March 2014\n"
    )
    assert [role.title for role in profile.roles] == ["Wrangler of bees", "Head Gardener"]


def test_a_title_that_nobody_knows_stands_where_the_known_ones_do() -> None:
    profile = read(
        "Experience\n\nZebra whisperer\nExample Zoo\nLeeds, UK\nMay 2018 - May 2020\nfeeding at dawn\n\n"
        "Electrician\nSample Works\nYork, UK\nMay 2015 - April 2018\nlamps and motors\n\n"
        "Example Fair Ltd\nSample Works\nYork, UK\nMay 2013 - April 2015\nlamps and motors\n"
    )
    assert [role.title for role in profile.roles] == ["Zebra whisperer", "Electrician", ""]


def test_what_stands_where_no_known_title_does_is_none() -> None:
    profile = read(
        "Experience\n\nExample Zoo, May 2018 - May 2020\nZebra whisperer at dawn\n\n"
        "Sample Works, May 2015 - April 2018\nElectrician\nlamps and motors\n\n"
        "Cook\nSample Inn, May 2013 - April 2015\nstews\n"
    )
    assert [role.title for role in profile.roles] == ["", "Electrician", "Cook"]


def test_where_dates_lead_the_lines_above_them_are_of_the_job_before() -> None:
    profile = read(
        "EXPERIENCE\n2019 - 2021\nSample Mill\nflour for a baker\n2016 - 2019\nExample Stables\nhay and oats\n"
    )
    assert [role.title for role in profile.roles] == ["", ""]


@pytest.mark.parametrize("gap", ["  ", "\t", ": ", "\n"])
def test_the_european_form_names_dates_and_roles(gap: str) -> None:
    profile = read(
        f"Work experience\n\nDates{gap}March 2015 to present\nOccupation or position held{gap}Wrangler of bees\n"
        f"Name and address of employer{gap}Example Hives\n\nDates{gap}09/2010 - 02/2015\n"
        f"Occupation or position held{gap}Cook\nName and address of employer{gap}Sample Inn\n"
    )
    assert [role.title for role in profile.roles] == ["Wrangler of bees", "Cook"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Autres expériences professionnelles", "experience"),
        ("Bisherige Stationen", "experience"),
        ("Other work experiences", "experience"),
        ("Schul- und Berufsbildung", "education"),
        ("Formazione", "education"),
    ],
)
def test_headings_of_jobs_and_schools_are_known(heading: str, kind: str) -> None:
    assert heading_kind(heading, posting=False) == kind


@pytest.mark.parametrize("label", ["Summary: ", "Achievements:\n", "Key highlights: "])
def test_a_label_within_a_job_begins_no_section(label: str) -> None:
    profile = read(
        f"EXPERIENCE\n\nExample Hives\nMay 2016 - May 2020\n{label}Honey of four kinds\n\n"
        f"Sample Mill\nMarch 2012 - April 2016\n{label}Flour of three kinds\n"
    )
    assert years_of(profile) == [(2016, 2020), (2012, 2016)]


def test_a_deeper_heading_of_markdown_is_of_its_job() -> None:
    profile = read(
        "## Experience\n\n### Example Hives (2016 - 2020)\n\n#### Achievements\n\n- honey of four kinds\n\n"
        "### Sample Mill (2012 - 2016)\n\n- flour\n"
    )
    assert years_of(profile) == [(2016, 2020), (2012, 2016)]


def test_what_is_headed_behind_the_jobs_is_a_part_of_its_own() -> None:
    profile = read(
        "EXPERIENCE\n\nExample Hives\nMay 2016 - May 2020\nhoney of four kinds\n\nACHIEVEMENTS\n\n"
        "Town council\nMarch 2012 - April 2016\n"
    )
    assert years_of(profile) == [(2016, 2020)]


@pytest.mark.parametrize(
    "end", ["endDate: 2020-05-01", '"endDate": "2020-05-01",', "\tEndDate: 2020-05-01", "end_date: 2020-05"]
)
def test_the_names_of_fields_may_stand_about_dates(end: str) -> None:
    start = end.lower().replace("end", "start").replace("2020-05", "2016-02")
    profile = read(f"Work\n\nposition: Cook\n{start}\n{end}\n")
    assert years_of(profile) == [(2016, 2020)]


@pytest.mark.parametrize("end", ['"endDate": ""', '"endDate": null', "EndDate: Present"])
def test_the_end_of_what_lasts_is_left_open_in_a_form(end: str) -> None:
    profile = read(f'Work\n\nposition: Cook\n"startDate": "2016-02-01",\n{end}\n')
    assert [role.current for role in profile.roles] == [True]


def test_a_firm_above_its_only_job_is_no_other_job() -> None:
    profile = read(
        "EXPERIENCE\n\nExample Hives, Leeds - 2016-2020\n\nCook - 2016-2020\n\nstews and soups\n\n"
        "Sample Mill, York - 2012-2016\n\nWaiter - 2012-2016\n"
    )
    assert [role.title for role in profile.roles] == ["Cook", "Waiter"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("**Administrative EXPERIENCE**", "experience"),
        ("## Flight Experience", "experience"),
        ("## User Experience", None),
        ("Beekeeping Experience", None),
    ],
)
def test_experience_of_some_trade_heads_jobs_where_it_is_marked(heading: str, kind: str | None) -> None:
    assert heading_kind(heading, posting=False) == kind


@pytest.mark.parametrize("school", ["Grundschule Musterdorf", "Gymnasium Musterstadt", "Lycée Exemple"])
def test_who_went_to_school_did_not_work_there(school: str) -> None:
    profile = read(
        f"Beruflicher Werdegang\n09/2006 - 07/2013 {school}\n08/2014 - 08/2015 Getränkemarkt Beispiel\n"
    )
    assert years_of(profile) == [(2014, 2015)]


@pytest.mark.parametrize(
    "line",
    ["Research Fellow, Example Institute (from Aug 2023)", "2023-: Research Fellow, Example Institute"],
)
def test_what_has_no_end_lasts(line: str) -> None:
    assert [role.current for role in read(f"EXPERIENCE\n\n{line}\n").roles] == [True]


@pytest.mark.parametrize(
    ("education", "level"),
    [
        ("B.A., mathematics", 3),
        ("Ed.M., Example University", 4),
        ("B.F.A. Dance", 3),
        ("Diplôme d'État d'infirmier", 3),
        ("BEP cuisine", 2),
        ("DESS Gestion", 4),
        ("Allgemeine Hochschulreife", 1),
        ("Kaufmann (IHK)", 2),
        ("Diplomatura en Enfermería", 3),
        ("Dipl. Ing. Maschinenbau", 4),
    ],
)
def test_names_of_degrees_that_one_country_has_are_known_below_their_heading(
    education: str, level: int
) -> None:
    assert read(f"EXPERIENCE\n\nCook, 2015 - 2019\n\nEDUCATION\n\n{education}\n").education_level == level


@pytest.mark.parametrize(
    "jobs",
    [
        "Example Bakery, Leeds\n2015 - 2019\nBaker\n- bread\n\nSample Hives, York\n2010 - 2014\nHive whisperer\n- honey\n",
        "Baker\n\n2015 - 2019\n\nbread for three shops.\n\nHive whisperer\n\n2010 - 2014\n\nhoney and wax.\n",
        "2015 - 2019: Example Bakery, Baker\n2010 - 2014: Sample Hives, Hive whisperer\n",
    ],
)
def test_one_known_title_tells_where_the_others_stand(jobs: str) -> None:
    assert [role.title for role in read(f"EXPERIENCE\n\n{jobs}").roles] == ["Baker", "Hive whisperer"]


def test_known_titles_at_unlike_places_tell_nothing() -> None:
    profile = read(
        "EXPERIENCE\n\n2015 - 2019: Example Bakery, Baker\n2010 - 2014: Sample Hives, Hive whisperer\n"
        "2005 - 2009: Waiter, Sample Inn\n"
    )
    assert [role.title for role in profile.roles] == ["Baker", "", "Waiter"]


def test_a_title_right_below_the_dates_comes_before_that_of_the_job_above() -> None:
    profile = read(
        "EXPERIENCE\n\nExample Inn, Leeds\n2015 - 2019\nCook\nSample Hives, York\nHoney and wax\n2010 - 2014\nWaiter\n"
    )
    assert [role.title for role in profile.roles] == ["Cook", "Waiter"]


def test_a_title_below_employer_and_place_may_say_more_in_brackets() -> None:
    duties = "Built the portal for the clusters of its customers, and what they pay for.\n" * 3
    profile = read(
        f"EXPERIENCE\n\nJun 2022 - Jul 2023\nExample Ltd\nLondon, UK\nFrontend Developer (React + Typescript)\n{duties}\n"
        f"Feb 2021 - Jan 2022\nSample Ltd\nLeeds, UK\nFrontend Developer (React)\n{duties}"
    )
    assert [role.title for role in profile.roles] == ["Frontend Developer", "Frontend Developer"]


def test_one_more_space_among_marks_makes_no_other_form_of_a_year() -> None:
    profile = read("EXPERIENCE\n\n__Baker, Example Mill__ 2023\n\n__Cook, Sample Inn__  2021 - 2022\n")
    assert [role.title for role in profile.roles] == ["Baker", "Cook"]


def test_the_employer_of_another_job_is_no_title() -> None:
    profile = read("EXPERIENCE\n\nExample Corps, 2019 - 2021\nBaker, Example Corps, 2015 - 2019\n")
    assert [role.title for role in profile.roles] == ["", "Baker"]


def test_what_the_others_end_lasts_where_it_has_no_end() -> None:
    profile = read(
        "EMPLOYMENT\n\n- Baker, Example Mill from March 2021.\n- Cook, Sample Inn from May 2017 to July 2018.\n"
    )
    assert [role.current for role in profile.roles] == [True, False]


def test_from_and_to_the_same_year_is_half_of_it() -> None:
    (role,) = read("EXPERIENCE\n\nBaker, Example Mill 2006 - 2006\n").roles
    assert role.last_month - role.first_month == 5


@pytest.mark.parametrize("study", ["Studium der Chemie", "Masterstudium Chemie", "Studium Chemie"])
def test_study_among_the_jobs_is_no_job(study: str) -> None:
    profile = read(
        f"Werdegang\n\n01/2013 - 01/2015\tKoch, Beispiel GmbH\n10/2010 - 06/2012\t{study} - TU Musterstadt\n"
    )
    assert years_of(profile) == [(2013, 2015)]


def test_projects_whose_heading_ends_in_brackets_are_no_jobs() -> None:
    profile = read(
        "## Employment\n\n2019 - 2021 | Baker | Example Mill\n\n"
        "## Notable projects (the latest)\n\n- Sourdough (Sample Inn, 2012 - 2014): rye and spelt\n"
    )
    assert years_of(profile) == [(2019, 2021)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_one_title_may_stand_above_several_employers(gap: str) -> None:
    firms = gap.join(
        ["Example Inn (May 2018 - June 2020)", "Sample Inn, York (2016 - 2018)", "Inn (2012 - 2014)"]
    )
    profile = read(f"EXPERIENCE\n\n**Cook**{gap}{firms}\n\n**Waiter**{gap}Model Inn (2009 - 2011)\n")
    assert [role.title for role in profile.roles] == ["Cook", "Cook", "Cook", "Waiter"]
    assert profile.roles[0].families == profile.roles[2].families


def test_an_apprenticeship_among_the_jobs_is_education_as_well() -> None:
    profile = read(
        "Beruflicher Werdegang\n\n02/2015 - 12/2016\tKoch, Gasthof Beispiel\n02/2012 - 01/2015\tAusb. Koch\n"
    )
    assert profile.education_level == 2


def test_a_job_told_in_one_line_of_a_list_is_no_part_of_a_course_above() -> None:
    profile = read(
        "EDUCATION\n\nReading of the classics 2009 - present\n\nWORK EXPERIENCE\n\n"
        "* 1 year Lecturer (visiting lecturer) at the Example School of Baking from 2015 to today\n\n"
        "* 2 years as Dough Captain at Sample Mill from 2014 to today\n"
    )
    assert years_of(profile) == [(2015, 2026), (2014, 2026)]


def test_what_somebody_did_for_nothing_below_a_heading_is_no_job() -> None:
    profile = read(
        "# Work\n\n### Cook\nExample Inn, Leeds | May 2016 - June 2018\n\nsoups\n\n"
        "### Volunteer\nSample Shelter, Leeds | May 2010 - June 2012\n\ndogs\n"
    )
    assert years_of(profile) == [(2016, 2018)]
