"""The benchmark's tables are whole, and its measures measure what they say."""

from collections import Counter

import pytest

from tests.benchmark.baselines import Baselines
from tests.benchmark.extraction import Postings, postings_with_gold
from tests.benchmark.measures import auc, ndcg, quantiles
from tests.benchmark.pairs import DATA, LABELS, Pair, cv_text, posting_text, postings_of, rows

TABLES = ("pairs.tsv", "rough-pairs.tsv")
ROWS = [row for name in TABLES for row in rows(DATA / name)]


def test_every_pair_has_its_texts_a_label_and_a_reason() -> None:
    for row in ROWS:
        assert cv_text(row["cv_id"]).strip(), row
        assert posting_text(row["posting_id"]).strip(), row
        assert row["label"] in LABELS, row
        assert row["reason"].strip(), row
        assert row["hard"] in "01", row
        assert row["group"] in ("software", "field", "cross"), row


def test_no_pair_is_labelled_twice() -> None:
    assert max(Counter((row["posting_id"], row["cv_id"]) for row in ROWS).values()) == 1


def test_every_text_is_used() -> None:
    for column, folder in (("cv_id", "cvs"), ("posting_id", "postings")):
        assert {row[column] for row in ROWS} == {path.stem for path in (DATA / folder).glob("*.txt")}


def test_a_posting_is_in_one_half_with_a_cv_to_find() -> None:
    tune, held_out = postings_of("tune"), postings_of("held-out")
    assert not tune & held_out
    assert tune | held_out == {row["posting_id"] for row in ROWS}
    assert len(rows(DATA / "split.tsv")) == len(tune) + len(held_out)
    found = {row["posting_id"] for row in ROWS if row["label"] != "poor"}
    assert found == tune | held_out


@pytest.mark.parametrize("which", ["tune", "held-out", "marked", "further", "unseen"])
def test_the_gold_of_a_posting_stands_in_it(which: Postings) -> None:
    for posting, gold in postings_with_gold(which):
        text = " ".join(posting.lower().split())
        for name in gold["required"] + gold["preferred"]:
            assert " ".join(name.lower().split()) in text, name


def test_every_text_has_at_most_one_role() -> None:
    named = [(row["kind"], row["text_id"]) for row in rows(DATA / "roles.tsv")]
    assert max(Counter(named).values()) == 1
    for kind, name in named:
        assert {"cv": cv_text, "posting": posting_text}[kind](name)


def test_noise_stands_behind_a_text_and_is_always_the_same() -> None:
    plain, noisy = cv_text("dba-columbus"), cv_text("dba-columbus", noisy=True)
    assert noisy.startswith(plain)
    assert len(noisy) > len(plain) + 500
    assert noisy == cv_text.__wrapped__("dba-columbus", noisy=True)


def pair(label: str, score: float, posting: str = "p") -> Pair:
    return Pair(posting, f"{label}{score}", label, True, "x", "field", {"this": score})


def test_auc_is_the_share_of_pairs_in_the_right_order() -> None:
    pairs = [pair("good", 3), pair("good", 1), pair("poor", 2), pair("poor", 1)]
    assert auc(pairs, "good", "poor", "this") == pytest.approx((2 + 0.5) / 4)
    assert auc(pairs, "good", "partial", "this") is None


def test_ndcg_is_one_for_the_best_order_and_less_for_another() -> None:
    assert ndcg([pair("good", 3), pair("partial", 2), pair("poor", 1)], "this") == 1
    worse = ndcg([pair("good", 1), pair("partial", 2), pair("poor", 3)], "this")
    assert worse == pytest.approx((1 / 1.585 + 3 / 2) / (3 + 1 / 1.585), abs=1e-3)


def test_quantiles_are_mean_and_tenths() -> None:
    assert quantiles([float(number) for number in range(11)]) == (5, 1, 5, 9)


def test_the_baselines_know_the_same_text_and_weigh_rare_words_more() -> None:
    nurse, cook, posting = "nurse on the ward", "cook in the kitchen", "nurse or cook for the ward kitchen"
    baselines = Baselines([nurse, cook, posting, "kitchen hand", "kitchen porter"])
    assert baselines.tfidf(nurse, nurse) == pytest.approx(1)
    assert baselines.tfidf(nurse, cook) == 0
    assert baselines.bm25("ward", posting) > baselines.bm25("kitchen", posting) > 0
    assert baselines.bm25("ward", "surgeon") == 0
    assert baselines.overlap(nurse, posting) == pytest.approx(2 / 4)
