"""Plain text in the encodings that people's programs write, and one spelling for what looks the same."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.extraction.normalise import clean
from shared.extraction.plain import decode
from shared.extraction.problems import UnreadableFile

WORDS = "Žofia Déjà – “quotes” €5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_told_apart(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_of_either_byte_order(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + WORDS.encode(order)) == WORDS


def test_declared_charset_is_used_when_it_is_not_utf_8() -> None:
    text = "Инженер по охране труда"
    assert decode(text.encode("windows-1251"), 'text/plain; charset="Windows-1251"') == text
    assert decode(text.encode(), "text/plain; charset=windows-1251") == text
    assert decode("Łódź".encode("iso-8859-2"), "text/plain;charset=iso-8859-2") == "Łódź"
    assert decode("“Hull”".encode("cp1252"), "text/plain; charset=iso-8859-1") == "“Hull”"


@pytest.mark.parametrize("charset", ["idna", "utf-7", "no-such", "base64", "iso-8859-12", "windows-1259"])
def test_charsets_that_are_none_are_ignored(charset: str) -> None:
    assert decode(b"caf\xe9", f"text/plain; charset={charset}") == "café"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n \t\r\n",
        b"\xef\xbb\xbf",
        b"a\x00b",
        "words".encode("utf-16-le"),
        b"\xff\xfe\x00",
        b"\x81\x8d\x8f\x90\x9d",
        b"\x01\x02words\x03\x04",
        "\u200b\ufeff\u2060".encode(),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        decode(data)
    assert refused.value.code == "unreadable_file"


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a\r\nb\rc\x0cd\u2028e", "a\nb\nc\nd\ne"),
        ("e\ufb03cient o\ufb00er \ufb01rst", "efficient offer first"),
        ("机械\u2f2f程", "机械工程"),
        ("co\u00adop imple\u00ad\nmentation", "coop implementation"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("cafe\u0301", "café"),
        ("\uf0b7 item", "• item"),
        ("call\ue123me", "call me"),
        ("\ufeb3\ufefc\ufee1", "سلام"),
        ("zero\u200bwidth\u2060 \u202eright\u202c", "zerowidth right"),
        ("hi\U000e0041\U000e0042", "hi"),
        ("bell\x07 tab\tkept", "bell tab\tkept"),
        ("\n\n a \n\n\n\n b  \n", " a\n\n b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_spelling_is_made_one(raw: str, plain: str) -> None:
    assert clean(raw) == plain


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    once.encode()  # No lone surrogates.


def test_a_letter_with_a_million_accents_takes_no_time() -> None:
    started = time.monotonic()
    text = decode(("a" + "\u0301\u0323" * 400_000 + " end").encode())
    assert time.monotonic() - started < 2
    assert text.endswith("end")
    assert len(text) < 20
