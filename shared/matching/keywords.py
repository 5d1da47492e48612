"""The keywords subscore: how much of the posting's telling vocabulary the CV holds. Reported, not part of
the overall score."""

from collections import Counter

from shared.matching.requirements import Requirements


def keyword_score(asked: Requirements, stems: Counter[str]) -> float:
    """0–100: the weights of the posting's telling words that the CV holds, over all of them (TF-IDF
    weights, Salton 1988)."""
    total = sum(asked.terms.values())
    return (
        100 * sum(weight for word, weight in asked.terms.items() if word in stems) / total if total else 0.0
    )
