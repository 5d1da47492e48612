"""Texts cut into sentences, lines and items."""

from shared.matching.lazy import Lazy

_SENTENCE_END = Lazy(
    r"[\s•](?!(?<=\w )\w)(?:(?<=[.!?;]\s)(?:(?<=;\s)\s*|"
    r"(?<!\b[SJDM]r[.]\s)(?<!\bMs[.]\s)(?<!\bMrs[.]\s)(?<!\bSt[.]\s)(?<!\bvs[.]\s)(?<!\b[ei][.][ge][.]\s)"
    r"(?<!\b[Nn]o[.]\s)(?<![(][Ee]xp[.]\s)(?<![(][Ii]ncl[.]\s)(?<![(][Mm](?:ax|in)[.]\s)"
    r"(?<![a-z,•–-] [Mm]in[.]\s)(?<!\n[Mm]in[.]\s)(?<!\b[Aa]pprox[.]\s)(?<!\binc[.]\s)(?<!\bincl[.]\s)"
    r"\s*(?=[A-Z•*\d($£€]))|"
    r"(?<=[\n•])(?:(?<=\n)\n*|\s*)|\s*•\s*|\s\s+|\*\s)"
)
"""Nothing ends at a space between two words, which is most of the places that are looked at."""
_BREATH = 240
"""Characters after which a text without punctuation is cut: about two sentences."""


def cut_long(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``spans`` with those of twice ``_BREATH`` and more cut at spaces."""
    if all(end - start < 2 * _BREATH for start, end in spans):
        return spans
    cut: list[tuple[int, int]] = []
    for start, end in spans:
        while end - start >= 2 * _BREATH and (space := text.find(" ", start + _BREATH, end)) > 0:
            cut.append((start, space))
            start = space + 1
        cut.append((start, end))
    return cut


def pieces(text: str) -> list[tuple[int, int]]:
    """Sentences, lines and bullets as (start, end): what a quote is cut from and what a negation reaches."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.start() > start:
            found.append((start, match.start()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found
