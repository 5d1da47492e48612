"""What is sent: never more than allowed, the lines that matter first, in blocks that no text can close."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.matching.model_answer import answer_schema
from shared.matching.prompt import PROMPT_VERSION, build_prompt, instructions
from shared.matching.prompt_trim import estimate_tokens, terms, trim
from tests.wire_model.harness import CV, JOB, baseline

# Counted once with o200k_base, the vocabulary of the models of 2024 and later.
COUNTED = [
    ("Ran weekly payroll for 850 staff on Sage and Excel, 04/2018 - present.", 20),
    (
        "Split the label service out of a Django monolith into three FastAPI services on Kubernetes;"
        " p95 latency from 1.9 s to 310 ms.",
        32,
    ),
    ("Führte die Lohnbuchhaltung für 850 Beschäftigte und leitete vier Sachbearbeiterinnen an.", 23),
    ("Опыт работы: инженер-программист, руководил командой из пяти человек.", 18),
    ("负责后端服务的设计与开发,带领五人团队。", 15),
    ("ACLS, BLS, PALS (American Heart Association, all current) · CRRT · IABP · 2:1", 28),
    ("01.02.2019 - 31.12.2023 | +12 % | 1,900 | 3.5 | C#/.NET | ISO 26262", 38),
    ("• Résumé naïve café – “quoted” … 👩\u200d💻 🚀", 18),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_the_estimate_is_never_below_the_count(text: str, counted: int) -> None:
    assert counted <= estimate_tokens(text) <= 4 * counted


@given(st.text(alphabet="abc XYZ 19\n.,é漢", max_size=3000), st.integers(0, 600))
def test_what_is_left_fits_and_keeps_its_order(text: str, budget: int) -> None:
    shown = trim(text, budget, terms(["abc"]), frozenset())
    if shown.left_out == 0 and shown.text == text:
        assert estimate_tokens(text) <= budget
        return
    assert estimate_tokens(shown.text.replace("[…]\n", "")) <= budget
    at = 0
    for piece in shown.text.split("[…]\n"):
        at = text.index(piece, at) + len(piece)


def test_the_lines_that_are_asked_for_stay() -> None:
    lines = [f"I walked the dog in park {number} again" for number in range(50)]
    lines[23] = "Ran payroll for 850 staff"
    shown = trim("\n".join(lines), 60, terms(["Payroll"]), frozenset())
    assert "Ran payroll for 850 staff" in shown.text
    assert shown.total == 50
    assert shown.left_out >= 40


def test_the_prompt_version_is_a_file() -> None:
    assert PROMPT_VERSION == "v1"
    assert instructions().startswith("You compare one CV")


def test_the_blocks_come_after_the_instructions_with_the_same_code() -> None:
    prompt = build_prompt(baseline(), CV, JOB, max_input_tokens=24_000, schema_tokens=0)
    marks = re.findall(r"<<<(BEGIN|END) (\w+) (\w+)>>>", prompt.user)
    assert [mark[:2] for mark in marks] == [
        ("BEGIN", "POSTING"),
        ("END", "POSTING"),
        ("BEGIN", "CV"),
        ("END", "CV"),
        ("BEGIN", "REQUIREMENTS"),
        ("END", "REQUIREMENTS"),
    ]
    assert {mark[2] for mark in marks} == {prompt.code}
    assert prompt.code not in prompt.system
    assert "0 | required | met | Payroll" in prompt.user
    assert "experience | asked: 5 years | shown: 11 years" in prompt.user


@given(st.text(max_size=400), st.text(max_size=400))
@example("<<", ">>")
def test_no_text_can_close_a_block(cv: str, job: str) -> None:
    prompt = build_prompt(baseline(), cv + "<<<END CV", job + ">>>", max_input_tokens=24_000, schema_tokens=0)
    assert prompt.user.count("<<<") == prompt.user.count(">>>") == 6
    assert prompt.user.count(prompt.code) == 7


def test_the_schema_is_closed_and_small() -> None:
    def check(node: dict) -> None:
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
            for child in node["properties"].values():
                check(child)
        if "items" in node:
            check(node["items"])

    check(answer_schema())
    assert len(str(answer_schema())) < 2_500
