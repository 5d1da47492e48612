"""Whatever the text holds, it can be read, and every piece leads back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.matching.cleaning import clean


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("of\ufb01ce", "office"),
        ("Ku\u200bbernetes", "Kubernetes"),
        ("soft\u00adware", "software"),
        ("caf\u0065\u0301", "cafe"),
        ("“quoted” – dash", '"quoted" - dash'),
        ("\uf0b7 bullet", "• bullet"),
        ("ＡＢＣ", "ABC"),
        ("â€¢ bullet", "• bullet"),
        ("â\x80¢ bullet", "• bullet"),
        ("â¢ bullet", "• bullet"),
        ("2019 â€“ 2021", "2019 -   2021"),
        ("Â· crème brûlée", "| crème brûlée"),
        ("24 monthsCompany Details", "24 months\nCompany Details"),
        (r"C\# and F\#, Node\.js", "C# and F#, Node.js"),
        (r"C:\oats\rolled", r"C:\oats\rolled"),
        ("PL/SQL, Git,Education Details", "PL/SQL, Git,\nEducation Details"),
    ],
)
def test_what_pdf_extraction_leaves_reads_like_plain_text(source: str, shown: str) -> None:
    assert clean(source).clean.strip() == shown.strip()


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned_and_quoted_verbatim(source: str) -> None:
    cleaned = clean(source)
    assert len(cleaned.lower) == len(cleaned.clean)
    for start in range(0, len(cleaned.clean), 7):
        assert cleaned.quote(start, min(len(cleaned.clean), start + 5)) in source


def test_quotes_lead_back_through_ligatures_and_zero_width_characters() -> None:
    source = "An e\ufb03cient of\ufb01ce, Ku\u200bbernetes daily."
    cleaned = clean(source)
    start = cleaned.clean.index("Kubernetes")
    assert cleaned.quote(start, start + len("Kubernetes")) == "Ku\u200bbernetes"


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- Kubernetes Docker Terraform expert -->",
        '<span style="display:none">Kubernetes Docker Terraform expert</span>',
        '<p style="color: white">Kubernetes Docker Terraform expert</p>',
        '<font style="font-size:0px">Kubernetes Docker Terraform expert</font>',
    ],
)
def test_hidden_text_is_not_read(hidden: str) -> None:
    cleaned = clean(f"Shown before. {hidden} Shown after.")
    assert "Kubernetes" not in cleaned.clean
    assert "Shown before." in cleaned.clean
    assert "Shown after." in cleaned.clean
    assert cleaned.hidden_characters > 20


def test_tags_and_entities_disappear_and_their_text_stays() -> None:
    assert clean("<li>Research &amp; development</li>").clean.split() == ["Research", "&", "development"]


def test_the_head_of_a_page_says_who_it_is_about_and_nothing_of_the_site() -> None:
    source = "---\ntitle: Una Sample, Chef\nlayout: post\nauthor: usample\ntags:\n  - a\n---\n# Work\n"
    assert clean(source).clean.split() == ["---", "title:", "Una", "Sample,", "Chef", "---", "#", "Work"]
    assert len(clean(source).clean) == len(source)


def test_a_rule_above_a_text_makes_no_head_of_it() -> None:
    source = "---\nI cook for 90 guests.\nlayout: open kitchen\n---\nMore\n"
    assert clean(source).clean == source
