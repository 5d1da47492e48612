"""The weights of the score, in one place. Every result carries them."""

from shared.matching.result import Weights

DETERMINISTIC_ONLY = Weights(
    deterministic=1.0, model=0.0, skills=2 / 3, experience=1 / 3, semantic=5 / 8, soft_skills=3 / 8
)
HYBRID = Weights(
    deterministic=0.6, model=0.4, skills=2 / 3, experience=1 / 3, semantic=5 / 8, soft_skills=3 / 8
)


def deterministic_score(skills: float, experience: float, weights: Weights) -> float:
    """0–100: skills 2/3, experience 1/3."""
    return weights.skills * skills + weights.experience * experience


def overall_score(
    skills: float, experience: float, semantic: float | None, soft_skills: float | None, weights: Weights
) -> float:
    """0–100, one decimal: the deterministic score, blended with the model's where it answered."""
    score = weights.deterministic * deterministic_score(skills, experience, weights)
    if semantic is not None and soft_skills is not None:
        score += weights.model * (weights.semantic * semantic + weights.soft_skills * soft_skills)
    return round(min(100.0, max(0.0, score)), 1)


def grade(score: float) -> str:
    """A word for an overall score of 0–100."""
    for bound, word in ((80, "excellent"), (65, "good"), (45, "fair"), (25, "weak")):
        if score >= bound:
            return word
    return "poor"
