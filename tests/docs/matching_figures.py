"""The benchmark's figures in ``docs/matching.md``.

    python -m tests.docs.matching_figures [--write]

prints them, or writes them into the document.
"""

from shared.matching import ENGINE_VERSION
from tests.benchmark.extraction import Postings, history_errors, requirement_scores, share_within
from tests.benchmark.measures import auc, ndcg, quantiles
from tests.benchmark.pairs import BASELINES, LABELS, SCORERS, Half, Pair, Part, load
from tests.docs.marks import print_or_write

HALVES: tuple[Half, ...] = ("tune", "held-out")
POSTINGS: tuple[Postings, ...] = ("tune", "held-out", "further", "unseen")
PARTS: dict[str, tuple[Part, bool]] = {
    "first": ("first", False),
    "rough": ("rough", False),
    "rough, noisy": ("rough", True),
}


def render() -> str:
    """The section as Markdown."""
    pairs = {
        (half, name): load(half, part, noisy=noisy)
        for name, (part, noisy) in PARTS.items()
        for half in HALVES
    }
    pairs = {(half, "all"): pairs[half, "first"] + pairs[half, "rough"] for half in HALVES} | pairs
    return "\n\n".join(
        [f"Engine {ENGINE_VERSION}.", _ranking(pairs), _calibration(pairs), _requirements(), _years()]
    )


def _ranking(pairs: dict[tuple[Half, str], list[Pair]]) -> str:
    lines = [
        "| pairs | half | | this | TF-IDF | BM25 | overlap | ahead of the best |",
        "| --- " * 8 + "|",
    ]
    for (half, part), listed in pairs.items():
        software = [pair for pair in listed if pair.group == "software"]
        for title, worse, subset in (
            ("AUC good/poor", "poor", listed),
            ("AUC good/poor, software", "poor", software),
            ("AUC good/partial", "partial", listed),
        ):
            values = {scorer: auc(subset, "good", worse, scorer) or 0.0 for scorer in SCORERS}
            lines.append(_row(part, half, title, values))
        lines.append(_row(part, half, "NDCG@5", {scorer: ndcg(listed, scorer) for scorer in SCORERS}))
    return "\n".join(lines)


def _row(part: str, half: Half, title: str, values: dict[str, float]) -> str:
    cells = " | ".join(f"{values[scorer]:.3f}" for scorer in SCORERS)
    ahead = round(values["this"] - max(values[scorer] for scorer in BASELINES), 3) + 0.0  # no -0.000
    return f"| {part} | {half} | {title} | {cells} | {ahead:+.3f} |"


def _calibration(pairs: dict[tuple[Half, str], list[Pair]]) -> str:
    lines = [
        "| score by label, held-out | pairs | mean | a tenth below | half below | nine tenths below |",
        "| --- " * 6 + "|",
    ]
    for part in PARTS:
        for label in LABELS:
            values = [pair.scores["this"] for pair in pairs["held-out", part] if pair.label == label]
            cells = " | ".join(f"{value:.1f}" for value in quantiles(values))
            lines.append(f"| {part}, {label} | {len(values)} | {cells} |")
    return "\n".join(lines)


def _requirements() -> str:
    found = {which: requirement_scores(which) for which in POSTINGS}
    lines = [
        f"| requirements: precision, recall, F1 | {' | '.join(POSTINGS)} |",
        "| --- " * (1 + len(POSTINGS)) + "|",
    ]
    for part in found["tune"]:
        cells = (
            f"{scores.precision:.3f}, {scores.recall:.3f}, {scores.f1:.3f}"
            for scores in (found[which][part] for which in POSTINGS)
        )
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _years() -> str:
    errors = [abs(error) for error in history_errors().values()]
    return (
        f"Years of experience on {len(errors)} histories: mean error {sum(errors) / len(errors):.2f}, largest "
        f"{max(errors):.2f}, {share_within(errors, 0.5):.0%} within half a year."
    )


if __name__ == "__main__":
    print_or_write({"the figures": render()}, __doc__)
