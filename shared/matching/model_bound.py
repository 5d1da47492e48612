"""How far a model can move the score, whatever it answers.

The model's two subscores are not its numbers but what is left of them within a band around the deterministic
score D (0–100):

    D - REACH  ≤  semantic     ≤  D + REACH x share of the requirements it shows with quotes from the CV
    D - REACH  ≤  soft skills  ≤  D + REACH x share of SOFT_QUOTES distinct deeds it quotes from the CV

so a model may lower a score on its word but raise it only on evidence, and the overall score, in which its
part weighs ``HYBRID.model``, moves by ``MODEL_BOUND_POINTS`` at most in either direction. The bounds are cut
inward to one decimal, so that the arithmetic shown adds up and rounding never adds to them.
"""

import math

from shared.matching.weights import HYBRID

REACH = 25.0
"""Points of a subscore."""

MODEL_BOUND_POINTS = HYBRID.model * REACH
"""Points of the overall score: 10."""

SOFT_QUOTES = 3
"""Distinct grounded quotes of deeds that let the soft-skill score rise all the way."""

REQUIRED_WEIGHT = 2.0
PREFERRED_WEIGHT = 1.0


def bounded(claimed: float, deterministic: float, support: float) -> float:
    """The subscore that counts, 0–100 with one decimal; ``support`` is the share of evidence, 0–1."""
    share = min(1.0, max(0.0, support))
    low = max(0.0, math.ceil((deterministic - REACH) * 10) / 10)
    high = min(100.0, math.floor((deterministic + REACH * share) * 10) / 10)
    return round(min(max(claimed, low), max(low, high)), 1)
