"""Odd, huge and hostile texts: a sensible result, in time that grows with the length and no faster."""

import itertools
import time

import pytest

from shared.matching import match, read_cv, read_posting
from tests.matching.test_match import AS_OF, CVS, JOBS
from tests.support import grows_linearly

_ANOTHER = (" " * number for number in itertools.count(1))
"""Ends a text of its own each time: the same one is not read again."""

ODD = {
    "empty": "",
    "one character": "x",
    "spaces": " \n\t " * 50,
    "emoji": "👩‍⚕️🚑💉" * 200,
    "binary": "".join(chr(code % 256) for code in range(3000)),
    "one long word": "a" * 20_000,
    "NUL": "Nurse\x00RN\x00ICU" * 20,
    "lone surrogate": "Nurse \ud800 ICU",
    "right to left": "ممرضة في مستشفى " * 40,
    "one line": " ".join(CVS["backend-engineer"].split()),
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_an_odd_text_gives_a_result_or_a_warning(name: str) -> None:
    for cv, job in ((ODD[name], JOBS["icu-registered-nurse"]), (CVS["intensive-care-nurse"], ODD[name])):
        result = match(cv, job, as_of=AS_OF)
        assert 0 <= result.overall_score <= 100
        if len(ODD[name].strip()) < 30:
            assert result.warnings


HOSTILE = {
    "jobs below a school": "Education\nTeacher 2019 - 2020\n",
    "dates": "2019 - ",
    "months": "jan ",
    "numbers": "1/2/",
    "dashes": "- ",
    "letters and dashes": "A-b-C-",
    "glued words": "trainingSales of areaDaily ",
    "headings in one line": "a Qualifications: b ",
    "wishes in one line": "preferred Xa ",
    "spaces": " ",
    "bullets": "•",
    "open tags": "<a ",
    "open comments": "<!--",
    "styles": '<p style="display:',
    "entities": "&amp",
    "years": "5+ years to ",
    "negations": "no experience with ",
    "not": "not ",
    "names": "Aa ",
    "colons": "name:",
    "commas": "a,",
    "mails": "a.b-",
    "at signs": "a@",
    "headings": "Skills:",
    "sentences": "Experience. ",
    "skills": "Java, ",
    "letters": "c++ c# .net ",
    "standards": "PRINCE2 the a b c ",
    "rules of a page": "p{color:red;",
    "lines": "x\n",
    "titles": "manager of manager ",
    "choices": "Python or ",
    "figures": "1 a-",
    "number words": "two a ",
    "degrees": "MA of master in ",
    "forms": "start: 03/2019, end: ",
    "letters apart": "E X P E R I E N C E\n",
    "rows": "1. cooking E\n",
    "abbreviations": "ML ",
    "labels of jobs": "2019 - 2020\nTools: a\n\n",
    "labels told of jobs": "2019 - 2020\nSummary:\n",
    "jobs of a year": "Experience\nFirm, 2019\nShop, 2015 - 2016\n",
    "months of one digit": "8/16-",
    "places glued to titles": "Lowell, MACook 2016 - 2018- Planned play",
    "praise": "best *",
    "objects in objects": '{"name":',
    "lists in lists": '[["name":',
    "tables": '[[a]]\nname = "x"\n',
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_time_grows_with_the_length_and_no_faster(name: str) -> None:
    def seconds(size: int) -> float:
        text = (HOSTILE[name] * (size // len(HOSTILE[name]) + 1))[:size] + next(_ANOTHER)
        begin = time.thread_time()
        read_cv(text, as_of=AS_OF)
        read_posting(text[size // 2 :])
        return time.thread_time() - begin

    seconds(1000)
    assert grows_linearly(seconds, 8_000, 32_000)


@pytest.mark.parametrize("filler", [" ", "\t", "\n", "-", "*", ".", ","])
@pytest.mark.parametrize("before", ["Python", "5 years of", "Bachelor of", "Cook or"])
def test_a_long_run_of_one_character_takes_time_that_grows_no_faster(before: str, filler: str) -> None:
    def seconds(length: int) -> float:
        text = f"Cook\nRequirements\n- cooking\n{before}{filler * length}x{next(_ANOTHER)}"
        begin = time.thread_time()
        read_cv(text, as_of=AS_OF)
        read_posting(text)
        return time.thread_time() - begin

    seconds(100)
    assert grows_linearly(seconds, 2_500, 10_000, least=0.008)


def test_a_hundred_kilobytes_against_fifty_take_no_more_than_a_moment() -> None:
    cv = "\n".join(CVS.values())
    cv = (cv * (100_000 // len(cv) + 1))[:100_000]
    job = "\n".join(JOBS.values())
    job = (job * (50_000 // len(job) + 1))[:50_000]
    match(cv, job, as_of=AS_OF)  # reads the tables
    begin = time.thread_time()
    match(f"{cv}\n", f"{job}\n", as_of=AS_OF)
    assert time.thread_time() - begin < 2  # 0.2 s on an idle machine; `make bench` measures


def test_an_abbreviation_said_often_among_names_takes_time_that_grows_no_faster() -> None:
    job = "Baker\n\nRequirements\n- Standard operating procedures\n- Baking\n"
    line = "- worked to an SOP and baked fresh bread with customer service\n"

    def seconds(lines: int) -> float:
        cv = "Baker\n\nExperience\nBaker, Example Breads, 2019 - 2024\n" + line * lines + next(_ANOTHER)
        begin = time.thread_time()
        result = match(cv, job, as_of=AS_OF)
        spent = time.thread_time() - begin
        assert any("SOP" in quote for one in result.skill_matches for quote in one.evidence)
        return spent

    seconds(10)
    assert grows_linearly(seconds, 400, 1600)
