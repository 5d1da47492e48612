"""A CV that is pasted as a program holds it is read as what it says."""

import json
from datetime import date
from itertools import pairwise

import pytest

from shared.matching import Profile, read_cv
from shared.matching.cv_fields import in_words

RESUME = {
    "basics": {"name": "Sam Sampleton", "summary": "Bakes bread."},
    "work": [
        {
            "name": "Example Bakery",
            "position": "Head Baker",
            "startDate": "2019-03-01",
            "endDate": "",
            "highlights": ["Led 4 bakers", 'Called "the best" in 2021'],
        },
        {
            "company": "Sample Mill",
            "title": "Wrangler of flour",
            "id": 7,
            "startDate": "2015-02",
            "isCurrent": False,
            "endDate": "2019-02",
            "summary": "Milled flour",
        },
    ],
    "volunteer": [
        {"organization": "Example Kitchen", "position": "Cook", "startDate": "2012-01", "endDate": "2013-01"}
    ],
    "education": [
        {"institution": "Example College", "studyType": "Diploma", "startDate": "2011", "endDate": "2014"}
    ],
    "awards": [{"title": "Baker of the year", "date": "2020-05-01"}],
}


def read(text: str) -> Profile:
    return read_cv(text, as_of=date(2026, 11, 24))


def told(profile: Profile) -> list[tuple[str, int, int]]:
    return [(role.title, int(role.first_month) // 12, int(role.last_month) // 12) for role in profile.roles]


@pytest.mark.parametrize("indent", [None, 2, 8])
def test_jobs_of_a_json_resume_are_read_and_what_is_none_is_left(indent: int | None) -> None:
    profile = read(json.dumps(RESUME, indent=indent))
    assert told(profile) == [("Head Baker", 2019, 2026), ("Wrangler of flour", 2015, 2019)]
    assert profile.total_years == 11.8


def test_a_job_without_an_end_lasts() -> None:
    entry = '{"position": "Cook", "company": "Example Inn", "startDate": "2020-01-01"}'
    other = '{"position": "Waiter", "company": "Inn", "startDate": "2018-01-01", "endDate": "2019-12-31"}'
    assert told(read(f'"work": [{entry}, {other}]')) == [("Cook", 2020, 2026), ("Waiter", 2018, 2019)]


def test_the_names_of_fields_may_be_spanish_and_those_of_a_script() -> None:
    profile = read(
        'const ejemplo = [{ "experienciaLaboral": [\n'
        '  { id: 1, "empresa": "Ejemplo SA", "cargo": "Cocinero", "fechaInicio": "2009-05",\n'
        '    "continua": false, "fechaFin": "2012-02" },\n'
        '  { id: 2, "empresa": "Muestra SL", "cargo": "Camarero", "fechaInicio": "2007-05",\n'
        '    "continua": false, "fechaFin": "2009-02" }\n] }]\n'
    )
    assert told(profile) == [("Cocinero", 2009, 2012), ("Camarero", 2007, 2009)]


def test_entries_of_toml_are_read() -> None:
    profile = read(
        '[[experience]]\n  title = "Cook"\n  company = "Example Inn"\n  date_start = "2014-03-01"\n'
        '  date_end = "2018-02-28"\n\n[[experience]]\n  title = "Head Chef"\n  company = "Sample Inn"\n'
        '  date_start = "2018-03-01"\n  date_end = ""\n'
    )
    assert told(profile) == [("Cook", 2014, 2018), ("Head Chef", 2018, 2026)]


def test_what_is_named_with_a_place_and_no_title_is_the_title() -> None:
    jobs = ("Oven hand", "05/04/2019 – 11/10/2021"), ("Flour tester", "14/06/2016 – 28/03/2019")
    entries = "".join(
        f'    {{\n      name: "{title}",\n      date: "{dates}",\n      where: "Sample Mill, Leeds",\n    }},\n'
        for title, dates in jobs
    )
    school = '    { name: "BSc Baking", date: "2015", where: "Example College" },\n'
    assert told(
        read(f"const CV = {{\n  education: [\n{school}  ],\n  experience: [\n{entries}  ],\n}};\n")
    ) == [
        ("Oven hand", 2019, 2021),
        ("Flour tester", 2016, 2019),
    ]


YAML = """title: Experience
date_format: Jan 2006

experience:
  - title: Palm tender
    company: Example Oasis
    company_url: 'https://oasis.example'
    location: Leeds
    date_start: '2018-03-01'
    date_end: ''
    description: |2-
        Looks after:

        * Palms
        * Training & Instruction
        * Dates

  - title: Oven hand
    company: Sample Mill
    company_logo: mill
    date_start: '2014-01-01'
    date_end: '2017-12-31'
    description: bread
"""


def test_entries_of_yaml_are_read_and_what_is_shown_beside_them_parts_none() -> None:
    profile = read(YAML)
    assert told(profile) == [("Palm tender", 2018, 2026), ("Oven hand", 2014, 2017)]
    assert len(in_words(YAML)) == len(YAML)
    assert YAML[profile.roles[1].start : profile.roles[1].end].count("Oven hand") == 1


@pytest.mark.parametrize("keys", ["start_date end_date", "startDate endDate", "start end", "from to"])
def test_an_entry_of_yaml_may_name_its_dates_otherwise(keys: str) -> None:
    first, last = keys.split()
    assert told(
        read(
            f"work:\n  - company: Example Mill\n    position: Baker\n    {first}: 2014-03\n    {last}: 2018-04\n"
            f"  - company: Sample Oasis\n    position: Gardener\n    {first}: 2018-05\n    {last}: present\n"
        )
    ) == [("Baker", 2014, 2018), ("Gardener", 2018, 2026)]


def test_tables_of_toml_are_entries_though_their_long_texts_have_no_end() -> None:
    entry = (
        '[[experience]]\n  title = "{}"\n  company = "Example Inn"\n  company_url = ""\n  location = "Leeds"\n'
        '  date_start = "{}-03-01"\n  date_end = "{}-02-28"\n  description = """\n\n\n'
    )
    jobs = ("Cook", 2014, 2018), ("Waiter", 2011, 2014), ("Baker", 2008, 2011)
    text = 'title = "Experience"\n\n' + "".join(entry.format(*job) for job in jobs)
    assert told(read(text)) == [*jobs]


def test_every_character_keeps_its_place_and_quotes_are_those_of_the_source() -> None:
    source = json.dumps(RESUME, indent=2)
    assert len(in_words(source)) == len(source)
    profile = read(source)
    assert source[profile.roles[0].start : profile.roles[0].end].count("Head Baker") == 1
    assert all(one.end <= other.start for one, other in pairwise(profile.roles))


@pytest.mark.parametrize(
    "text",
    [
        "EXPERIENCE\nCook {Example Inn}: 2019 - 2021\n",
        '{"a": "b"}',
        "key: value\n" * 20,
        "start: 2014\n" * 20,
        "\\begin{rSection}{Experience} a: {b} c: {d} e: {f} g: {h} i: {j} k: {l}",
    ],
)
def test_what_is_no_such_file_stays_as_it_is(text: str) -> None:
    assert in_words(text) == text


@pytest.mark.parametrize(
    "piece", ['"', "{", "[", '{"a": "', '"a": [', "\\", '"\\u12', "a: {", "'a': '", "- a: b\n  start: 1\n"]
)
def test_what_is_broken_or_endless_is_read_in_time_that_grows_with_it(piece: str) -> None:
    text = '"a": "b", ' * 8 + "{" + piece * (50_000 // len(piece))
    assert len(in_words(text)) == len(text)
