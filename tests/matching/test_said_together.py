"""What one sentence of a CV can tell of a work, however many of its tools it names."""

from datetime import date

import pytest

from shared.matching import match
from shared.matching.document import open_cv
from shared.matching.said_together import shares_of
from shared.matching.words import stem

AS_OF = date(2026, 11, 1)
POSTING = """Cloud Engineer

Inventia Ferries sells tickets for ferries.

What you will do
- Build and run our AWS estate: EC2, ECS, RDS, S3, Lambda, VPC, IAM and CloudWatch
- Write Terraform modules and pipelines

Requirements
- 3+ years as a cloud engineer
- AWS, Terraform, Docker and Kubernetes
- Linux
"""
CV = """Robin Sample
Oracle Database Administrator

Experience
Oracle DBA, Fictive Insurance, January 2016 - present
- Administer 40 Oracle databases with RAC and Data Guard, backup and recovery with RMAN
- Tune SQL and PL/SQL, partitioning and statistics
- Patch and upgrade the databases every quarter
{}
Education
BSc Computing, 2011
"""
SERVICES = ("EC2", "ECS", "RDS", "S3", "Lambda", "VPC", "IAM", "CloudWatch")


def score(lines: str) -> float:
    return match(CV.format(lines), POSTING, as_of=AS_OF).overall_score


def in_one_sentence(count: int) -> str:
    return f"- Once moved a copy to AWS ({', '.join(SERVICES[:count])}) with a consultant\n"


def test_services_of_one_sentence_tell_less_of_the_work_than_those_of_several() -> None:
    apart = "- Moved a copy to AWS with a consultant\n" + "".join(
        f"- Looked after {one} and {two} of the reports\n"
        for one, two in zip(SERVICES[::2], SERVICES[1::2], strict=True)
    )
    assert score(in_one_sentence(8)) < score(apart) - 5


@pytest.mark.parametrize("count", range(1, 8))
def test_one_more_service_in_a_sentence_never_lowers_the_score(count: int) -> None:
    assert score(in_one_sentence(count + 1)) >= score(in_one_sentence(count))


def test_the_first_words_of_a_sentence_keep_their_weight_and_the_others_less_and_less() -> None:
    document = open_cv("Robin Sample\nWe used redis, kafka, django, celery and flask.\nI tuned celery.\n")
    terms = {stem("redis"): 0.9, "kafka": 1.0, "django": 0.8, stem("celery"): 0.7, "flask": 0.5}
    assert shares_of(document, terms) == {"flask": 3 / 4}
    assert shares_of(document, terms | {stem("used"): 0.2}) == {"flask": 3 / 4, stem("used"): 3 / 5}


def test_a_few_words_of_another_work_make_no_years_of_it() -> None:
    found = match(CV.format("- Moved a report to AWS\n"), POSTING, as_of=AS_OF)
    assert found.experience_match.candidate_years is not None
    assert found.experience_match.candidate_years < 1.5
