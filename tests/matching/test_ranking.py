"""The goals on the held-out half of the labelled pairs."""

import pytest

from tests.benchmark.pairs import SCORERS
from tests.matching.benchmark import Pair, auc, load, ndcg


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return load("held-out")


def test_good_pairs_score_above_poor_and_partial_ones(pairs: list[Pair]) -> None:
    assert (auc(pairs, "good", "poor", "this") or 0) >= 0.97
    assert (auc(pairs, "good", "partial", "this") or 0) >= 0.85


def test_software_roles_are_told_apart(pairs: list[Pair]) -> None:
    software = [pair for pair in pairs if pair.group == "software"]
    assert (auc(software, "good", "poor", "this") or 0) >= 0.95


def test_no_profession_is_ranked_badly(pairs: list[Pair]) -> None:
    for profession in {pair.profession for pair in pairs}:
        value = auc([pair for pair in pairs if pair.profession == profession], "good", "poor", "this")
        assert value is None or value >= 0.85, profession


def test_the_order_within_a_posting_is_better_than_the_baselines(pairs: list[Pair]) -> None:
    assert ndcg(pairs, "this") >= max(ndcg(pairs, scorer) for scorer in ("tf-idf", "bm25", "overlap"))


def test_scores_say_what_the_labels_say(pairs: list[Pair]) -> None:
    middle = {
        label: sorted(pair.scores["this"] for pair in pairs if pair.label == label)
        for label in ("good", "partial", "poor")
    }
    medians = {label: values[len(values) // 2] for label, values in middle.items()}
    assert medians["good"] >= 65 > medians["partial"] > medians["poor"]
    assert medians["poor"] < 25


@pytest.mark.parametrize("noisy", [False, True], ids=["plain", "with general text added"])
def test_rough_pairs_are_ranked_better_than_by_the_baselines(noisy: bool) -> None:
    rough = load("held-out", "rough", noisy=noisy)
    reached = {scorer: auc(rough, "good", "poor", scorer) or 0 for scorer in SCORERS}
    assert reached["this"] >= 0.95
    assert reached["this"] >= max(reached.values())
    software = [pair for pair in rough if pair.group == "software"]
    assert (auc(software, "good", "poor", "this") or 0) >= 0.95
    assert (auc(rough, "good", "partial", "this") or 0) >= 0.8
