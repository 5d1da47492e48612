"""Careers that are no plain list of jobs: those of academics, doctors and tradespeople, and dates at odds."""

from datetime import date

import pytest

from shared.matching import Profile, read_cv
from shared.matching.dates import find_periods, month_number
from shared.matching.heading_kinds import heading_kind
from shared.matching.words import Words

AS_OF = date(2026, 11, 24)
NOW = month_number(AS_OF)


def read(text: str) -> Profile:
    return read_cv(text, as_of=AS_OF)


def titles_of(text: str) -> list[str]:
    return [role.title for role in read(text).roles]


def years_of(text: str) -> list[tuple[int, int]]:
    return [(int(role.first_month) // 12, int(role.last_month) // 12) for role in read(text).roles]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("march to august 2019", 2019 * 12 + 2, 2019 * 12 + 7),
        ("march through august 2019", 2019 * 12 + 2, 2019 * 12 + 7),
        ("märz bis august 2019", 2019 * 12 + 2, 2019 * 12 + 7),
        ("mars à août 2019", 2019 * 12 + 2, 2019 * 12 + 7),
        ("marzo a agosto 2019", 2019 * 12 + 2, 2019 * 12 + 7),
        ("march -- august 2019", 2019 * 12 + 2, 2019 * 12 + 7),
        ("septemer 2016 - octobe 2018", 2016 * 12 + 8, 2018 * 12 + 9),
        ("june 2012 - decmebr 2014", 2012 * 12 + 5, None),
        ("ab juli 2024\n", 2024 * 12 + 6, NOW),
    ],
)
def test_months_to_others_of_the_year_and_misspelt_ones_are_read(
    text: str, first: float, last: float | None
) -> None:
    (period,) = find_periods(Words(text, text), AS_OF)
    assert period.first == first
    assert not period.single
    assert last is None or period.last == last


def test_a_job_left_open_in_a_table_lasts() -> None:
    table = "EXPERIENCE\n\n07/2017 - Head baker, Example Mill\n05/2015 - 06/2017 Baker, Sample Ovens\n"
    assert years_of(table) == [(2017, 2026), (2015, 2017)]
    ended = "EXPERIENCE\n\n07/2013 - Head baker, Example Mill\n05/2015 - 06/2017 Baker, Sample Ovens\n"
    assert (2013, 2026) not in years_of(ended)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("EXPERIENCE PROFESSIONNELLE", "experience"),
        ("Experiences professionnelles", "experience"),
        ("FORMACION ACADEMICA", "education"),
        ("Faculty appointments", "experience"),
        ("Hospital appointments", "experience"),
        ("Erfahrung", "experience"),
        ("Esperienze professionali", "experience"),
        ("# Work experience {-}", "experience"),
        ("# Education {.unnumbered}", "education"),
        ("Education and Outreach Officer (2009-2013)", None),
        ("Teaching and Learning Assistant", None),
        ("Education and training", "education"),
    ],
)
def test_headings_without_accents_and_posts_that_begin_as_headings(heading: str, kind: str | None) -> None:
    assert heading_kind(heading, posting=False) == kind


@pytest.mark.parametrize(
    ("training", "counts"),
    [
        ("Postdoctoral Researcher, Sample Institute, 2018 - 2021", True),
        ("Postdoc in botany, Sample Institute, 2018 - 2021", True),
        ("Residency in surgery, Sample Hospital, 2018 - 2021", True),
        ("PhD in botany, Sample University, 2018 - 2021", False),
        ("Postdoctoral candidate, Sample University, 2018 - 2021", False),
    ],
)
def test_paid_training_told_of_below_the_schools_is_work(training: str, counts: bool) -> None:
    profile = read(
        "EXPERIENCE\n\nLecturer, Example College, 2022 - 2024\n\n"
        f"EDUCATION\n\n{training}\n\nBSc Botany, Example University, 2010 - 2013\n"
    )
    assert profile.total_years is not None
    assert (profile.total_years > 4) == counts


def test_schools_headed_beside_jobs_without_a_heading_are_none() -> None:
    text = (
        "Sam Example\n\nBaker, Example Mill, 2018 - 2021\nbread for three shops\n\n"
        "EDUCATION\n\nTeacher training, Sample College, 2012 - 2015\n"
    )
    assert read(text).total_years == pytest.approx(3, abs=0.5)


def test_an_item_marked_as_the_one_before_is_a_job_though_it_lies_within_that() -> None:
    assert titles_of(
        "## Other experience\n\n- **Baker**: Example Mill, May 2018 - June 2023. Bread for three shops.\n"
        "- **Miller**: Sample Weir, March 2019 - April 2020. Flour of four kinds.\n"
    ) == ["Baker", "Miller"]


def test_a_marked_firm_beside_a_year_is_a_job_as_others_are() -> None:
    assert years_of(
        "EXPERIENCE\n\nCook, Sample Inn (2015 - 2018)\nsoups and stews\n\n"
        "Waiter, **Example Inn** (2013)\ntwo floors\n"
    ) == [(2015, 2018), (2013, 2013)]


@pytest.mark.parametrize("home", ["Since 2015 in Germany", "Seit 2015 wohnhaft in Ulm"])
def test_where_somebody_lives_is_no_job(home: str) -> None:
    text = f"EXPERIENCE\n\n{home}\n\nBaker, Example Mill, May 2020 - June 2023\nbread for three shops\n"
    assert years_of(text) == [(2020, 2023)]


@pytest.mark.parametrize("leave", ["Freistellung für ein Studium", "Beurlaubung"])
def test_leave_is_no_job(leave: str) -> None:
    text = (
        f"BERUFSERFAHRUNG\n\n05/2020 - 06/2023 Bäckerin, Muster-Mühle\n04/2018 - 04/2020 {leave}\n"
        "03/2014 - 03/2018 Köchin, Beispielhof\n"
    )
    assert read(text).total_years == pytest.approx(7.25, abs=0.1)


def test_the_column_of_a_table_that_is_headed_as_titles_are_names_them() -> None:
    assert titles_of(
        "EXPERIENCE\n\n| Period | Employer | Position | Work |\n|---|---|---|---|\n"
        "| 2015 - 2018 | Palm Manager Training Ltd | Frond tender | Assistant to the manager |\n"
        "| 2011 - 2014 | Sample Grove | Date sorter | Fruit for three cooks |\n"
    ) == ["Frond tender", "Date sorter"]


@pytest.mark.parametrize("label", ["Technologies", "Skills", "Summary", "Story"])
def test_what_is_headed_deep_below_a_job_does_not_end_the_jobs(label: str) -> None:
    jobs = ("Oven hand", "Mar 2018 - Present"), ("Flour tester", "Dec 2013 - Mar 2015")
    text = "# Work History\n\n" + "".join(
        f"# Example Mill - {title}\n\n### {dates}\n\n#### {label}\n\nbread and pastry\n\n"
        for title, dates in jobs
    )
    assert titles_of(text) == ["Oven hand", "Flour tester"]


def test_an_item_among_others_heads_nothing_and_one_above_them_does() -> None:
    text = "EXPERIENCE\n\nBaker, Example Mill, 2018 - 2021\n{}\n\nMiller, Sample Weir, 2014 - 2017\n"
    assert read(text.format("- bread\n- Training & Instruction\n- pastry")).total_years == pytest.approx(6)
    headed = "• Work experience\n• Baker, Example Mill, 2018 - 2021\n• Education\n• BSc Baking, 2014 - 2017\n"
    assert years_of(headed) == [(2018, 2021)]


def test_projects_headed_below_a_job_end_no_jobs() -> None:
    jobs = {
        "Mill": "March 2024 to Present",
        "Weir": "June 2022 to March 2024",
        "Bay": "May 2015 to May 2022",
    }
    text = "## Work Experience\n\n" + "".join(
        f"### Example {firm} ({dates})\n\n#### Baker\n\n- bread\n\n#### Projects\n\n- An oven\n\n"
        for firm, dates in jobs.items()
    )
    assert titles_of(text) == ["Baker"] * 3
    assert read(text).total_years == pytest.approx(11.6, abs=0.1)


@pytest.mark.parametrize("heading", ["", "Lebenslauf / CV\n", "Curriculum vitae\n\n"])
def test_without_headings_dates_that_stand_alone_lead_from_the_first_line_on(heading: str) -> None:
    assert titles_of(
        f"{heading}Sep 2022 - Jul 2024\nBaker, Example Mill\nMär 2020 - Okt 2022\nCook, Sample Inn\n"
        "Aug 2019 - Jan 2020\nWeltreise\nJan 2016 - Jul 2019\nWaiter, Example Inn\n"
        "Jan 2013 - Dez 2015\nGesellenbrief Konditor, Beispielbäckerei\n"
    ) == ["Baker", "Cook", "Waiter"]


def test_what_is_headed_higher_than_the_jobs_ends_them() -> None:
    text = (
        "## Experience\n\n### Baker, Example Mill (2018 - 2021)\n\n"
        "# Publications\n\n## On flour (2010 - 2012)\n\nfour kinds of it\n"
    )
    assert years_of(text) == [(2018, 2021)]


def test_when_something_was_done_in_a_long_item_is_no_job() -> None:
    text = (
        "EXPERIENCE\n\nHead baker, Example Mill, May 2014 - June 2023\n"
        "- Led the change to a new oven and to other flour in all of the three shops from 2010 to 2012\n"
    )
    assert years_of(text) == [(2014, 2023)]


def test_as_what_somebody_is_employed_is_their_title_in_the_first_item() -> None:
    assert titles_of(
        "## Beruflicher Werdegang\n\n### Muster-Mühle GmbH, Schweiz\n\nMai 2020 – Juni 2023\n\n"
        "- Anstellung als Bäckerin\n- Brot für drei Läden\n"
    ) == ["Bäckerin"]


def test_a_sentence_that_defines_its_dates_names_the_title() -> None:
    assert titles_of(
        "# Experience\n\nMay 2020 - June 2023\n:   **Baker**, worked at Example Mill and its three shops.\n"
    ) == ["Baker"]


def test_a_further_employer_of_a_list_below_a_title_has_it_as_well() -> None:
    assert titles_of(
        "## Experience\n\n#### Baker\n\n- Example Mill, Leeds (May 2020 - June 2023)\n\n"
        "    - Bread of a new kind for three shops.\n\n"
        "- Sample Ovens and Example Bakery, York (March 2017 - April 2020)\n\n    - Pastry.\n"
    ) == ["Baker", "Baker"]
