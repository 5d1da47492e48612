"""General text around a posting, or behind a CV, changes little of what is read and nothing of who is best."""

from shared.matching import read_posting
from tests.benchmark.measures import auc
from tests.benchmark.pairs import DATA, load, posting_text, postings_of, rows

NAMES = sorted({row["posting_id"] for row in rows(DATA / "rough-pairs.tsv")} & postings_of("tune"))


def test_the_title_is_found_behind_text_about_the_employer() -> None:
    wrong = [
        name
        for name in NAMES
        if read_posting(posting_text(name)).title_families
        and not read_posting(posting_text(name, noisy=True)).title_families
    ]
    assert len(wrong) <= len(NAMES) / 10, wrong


def test_what_is_asked_for_is_found_behind_text_about_the_employer() -> None:
    kept = []
    for name in NAMES:
        plain, noisy = (
            {skill.name for skill in read_posting(posting_text(name, noisy=noisy)).skills}
            for noisy in (False, True)
        )
        kept.append((len(plain & noisy) / max(1, len(plain | noisy)), name))
    assert sum(share for share, _ in kept) / len(kept) >= 0.8, sorted(kept)[:8]


def test_general_text_leaves_the_order() -> None:
    plain, noisy = (
        auc(load("tune", "rough", noisy=added), "good", "poor", "this") for added in (False, True)
    )
    assert noisy is not None
    assert plain is not None
    assert noisy >= plain - 0.02
