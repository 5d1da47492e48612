"""Every CV against every posting, told apart by nothing but the role of each.

Good matches are looser here than in the labelled pairs: any nurse for any nursing post, whatever the ward,
the level, the country. ``roles.tsv`` says which text is of which role.
"""

from tests.benchmark.pairs import DATA, Half, Pair, Scorer, postings_of, rows


def load_roles(half: Half, *, noisy: bool = False) -> tuple[list[Pair], list[Pair]]:
    """Pairs of ``half`` labelled good (same role) or poor, twice: with poor ones of another field, over all
    fields; and with poor ones of another role, both in software.

    A text in software is compared in both. Pairs of other roles of one field are in neither outside software:
    whether a bookkeeper is a poor accountant is for the labelled pairs to say.
    """
    table = rows(DATA / "roles.tsv")
    cvs = [row for row in table if row["kind"] == "cv"]
    postings = [row for row in table if row["kind"] == "posting" and row["text_id"] in postings_of(half)]
    scorer = Scorer((row["text_id"] for row in cvs), (row["text_id"] for row in postings), noisy=noisy)
    fields: list[Pair] = []
    software: list[Pair] = []
    for posting in postings:
        for cv in cvs:
            same, near = cv["role"] == posting["role"], cv["field"] == posting["field"]
            if near and not same and cv["field"] != "software":
                continue
            pair = Pair(
                posting=posting["text_id"],
                cv=cv["text_id"],
                label="good" if same else "poor",
                hard=not same and near,
                profession=posting["role"],
                group="software" if cv["field"] == posting["field"] == "software" else "field",
                scores=scorer.scores(cv["text_id"], posting["text_id"]),
            )
            if same or not near:
                fields.append(pair)
            if pair.group == "software":
                software.append(pair)
    return fields, software
