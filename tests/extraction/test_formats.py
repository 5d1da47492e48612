"""A file is what its bytes say, and it is read or refused as such."""

import pytest

from shared.extraction import MAX_FILE_BYTES, Extracted, UnreadableFile, extract_text
from tests.extraction.docx_cvs import plain_with_lists
from tests.extraction.pdf_cvs import one_column

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def read(data: bytes, filename: str | None = None, content_type: str | None = None) -> Extracted:
    return await extract_text(data, filename=filename, content_type=content_type)


async def code_of(data: bytes, filename: str | None = None, content_type: str | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        await read(data, filename, content_type)
    return refused.value.code


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [
        ("cv.pdf", "application/pdf"),
        ("cv.docx", DOCX_TYPE),
        ("cv.txt", "text/plain"),
        ("cv.doc", None),
        ("cv", "application/octet-stream"),
        (None, None),
    ],
)
async def test_pdf_and_word_files_are_read_whatever_they_are_called(
    filename: str | None, content_type: str | None
) -> None:
    assert "Petra Payroll" in (await read(one_column().data, filename, content_type)).text
    assert "Hanna Heading" in (await read(plain_with_lists().data, filename, content_type)).text


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [
        ("cv.txt", None),
        ("CV.TXT", "application/octet-stream"),
        ("cv.md", "text/markdown"),
        ("cv.markdown", "application/x-genesis-rom"),
        ("cv.text", None),
        (None, "text/plain; charset=utf-8"),
        ("CV 2.0", "text/markdown"),
        ("", ""),
        (None, None),
    ],
)
async def test_text_is_read_when_it_is_called_text_or_nothing(
    filename: str | None, content_type: str | None
) -> None:
    assert await read("Zoë Example".encode(), filename, content_type) == Extracted("Zoë Example", [])


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [
        ("cv.html", None),
        ("cv.exe", "text/plain"),
        ("cv.doc", None),
        (None, "image/png"),
        ("cv", "application/json"),
    ],
)
async def test_text_that_is_called_something_else_is_an_unsupported_type(
    filename: str | None, content_type: str | None
) -> None:
    assert await code_of(b"words", filename, content_type) == "unsupported_media_type"


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [
        ("cv.pdf", None),
        ("cv.docx", None),
        (None, "application/pdf"),
        (None, DOCX_TYPE),
        ("cv.pdf", "text/plain"),
    ],
)
async def test_text_that_is_called_a_document_is_a_damaged_document(
    filename: str | None, content_type: str | None
) -> None:
    assert await code_of(b"words", filename, content_type) == "unreadable_file"


@pytest.mark.parametrize(
    "start", ["BMW apprenticeship, 2011", "MZ Zschopau, fitter", "RIFF and rhythm guitarist"]
)
async def test_words_that_begin_like_a_signature_are_words(start: str) -> None:
    assert (await read(start.encode(), "cv.txt")).text == start


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x00\x00\x18ftypheic\x00\x00",
        b"\xff\xd8\xff\xe0 JFIF",
        b"GIF89a\x01\x00",
        b"RIFF\x24\x00\x00\x00WEBPVP8 \x00",
        b"\x7fELF\x02\x01",
        b"\x1f\x8b\x08\x00",
        b"7z\xbc\xaf\x27\x1c\x00",
        b"%!PS-Adobe-3.0",
        b"<html><body>CV</body></html>",
        b'\xef\xbb\xbf<?xml version="1.0"?><w/>',
    ],
)
async def test_other_formats_are_named_and_refused(data: bytes) -> None:
    assert await code_of(data, "cv.txt") == "unsupported_media_type"


async def test_file_of_five_megabytes_is_the_largest() -> None:
    assert await code_of(b"a" * (MAX_FILE_BYTES + 1), "cv.txt") == "payload_too_large"


async def test_messages_hold_nothing_of_the_file() -> None:
    for data, filename in (
        (b"canary-text", "canary-name.exe"),
        (b"canary-text", "canary-name.pdf"),
        (b"\0canary", "canary.txt"),
    ):
        with pytest.raises(UnreadableFile) as refused:
            await read(data, filename)
        assert "canary" not in str(refused.value)
