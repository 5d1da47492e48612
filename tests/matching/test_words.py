"""The words of a text and where they stand."""

import pytest

from shared.matching.words import Words, stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("c++, c# and asp.net", ["c++", "c#", "and", "asp", ".net"]),
        ("x++, (m/f/x)", ["x++", "m", "f", "x"]),
        ("objc# f# c+ abc++ .network", ["objc", "f#", "c", "abc", "network"]),
        ("façade_2 l'été – 5s", ["façade", "2", "l", "été", "5s"]),
        ("c++11 c#c# .nété", ["c++", "11", "c#", "c#", "nété"]),
    ],
)
def test_a_word_is_letters_and_digits_or_a_name_with_marks(text: str, words: list[str]) -> None:
    found = Words(text, text)
    assert found.words == words
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == words


def test_pairs_are_each_stem_with_the_next() -> None:
    found = Words("Built models built models", "built models built models")
    assert found.pairs == ["buildmodel", "modelbuild", "buildmodel", "model"]
    assert set(found.pairs) == {"buildmodel", "modelbuild", "model"}


@pytest.mark.parametrize(
    ("word", "whole"), [("p60s", "p60"), ("t4s", "t4s"), ("k8s", "k8s"), ("1990s", "1990s"), ("p11d", "p11d")]
)
def test_several_forms_of_a_number_are_that_form(word: str, whole: str) -> None:
    assert stem(word) == whole


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("licence", "license"),
        ("licences", "licensed"),
        ("modelling", "modeling"),
        ("labelled", "labeled"),
        ("travelling", "travel"),
        ("fulfil", "fulfill"),
        ("enrolling", "enroll"),
        ("fuelling", "fueling"),
        ("controlled", "control"),
        ("behavioural", "behavioral"),
        ("labourer", "laborer"),
        ("orthopaedics", "orthopedics"),
        ("paediatrician", "pediatrician"),
        ("anaesthetist", "anesthetist"),
        ("haemoglobin", "hemoglobin"),
        ("practising", "practice"),
        ("fibre", "fiber"),
        ("enquiries", "inquiry"),
        ("defence", "defense"),
        ("aeroplanes", "airplane"),
        ("optimisation", "optimization"),
    ],
)
def test_british_and_american_spellings_meet(british: str, american: str) -> None:
    assert stem(british) == stem(american)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("controlling", "control"),
        ("licensing", "license"),
        ("labouring", "labour"),
        ("hours", "hors"),
        ("selling", "sel"),
    ],
)
def test_what_only_looks_like_another_spelling_stays_apart(word: str, other: str) -> None:
    assert stem(word) != stem(other)
