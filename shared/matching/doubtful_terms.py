"""Telling words of occupations that mean something else elsewhere: a packer is a program and a person, a
bond is sold and felt."""

from collections.abc import Collection, Container

from shared.matching.families import family_table

_PLAIN = 3.0
"""What the words of a family that are never doubtful weigh together that make its doubtful ones count."""
_ENOUGH = 3
"""Doubtful words of one family that make each other count."""


def owners_told(terms: Collection[int], titled: Container[int]) -> dict[int, tuple[int, ...]]:
    """The families that each of the telling words ``terms`` of a text speaks for: a doubtful word only for
    those that the text has a title of (``titled``) or other words of, which may be none."""
    table = family_table()
    doubtful = table.doubtful_terms.intersection(terms)
    owners = {term: table.term_families[term] for term in terms}
    if not doubtful:
        return owners
    plain: dict[int, float] = {}
    several: dict[int, int] = {}
    for term, families in owners.items():
        part = table.term_weights[term] / len(families)
        for family in families:
            if term in doubtful:
                several[family] = several.get(family, 0) + 1
            else:
                plain[family] = plain.get(family, 0.0) + part
    for term in doubtful:
        owners[term] = tuple(
            [
                family
                for family in owners[term]
                if family in titled or plain.get(family, 0.0) >= _PLAIN or several[family] >= _ENOUGH
            ]
        )
    return owners
