"""PDF files, with PDFium. To be called in the confined process only: the library is native code."""

import contextlib
import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from shared.extraction import Extracted
from shared.extraction.glyphs import see
from shared.extraction.layout import PageText, page_text
from shared.extraction.margins import leave_out_repeated
from shared.extraction.pages import in_order
from shared.extraction.pieces import Drawn, drawn_of
from shared.extraction.problems import (
    DAMAGED,
    FORM_OF_ITS_OWN,
    LOCKED,
    NO_TEXT,
    PORTFOLIO,
    TOO_MUCH_TEXT,
    UnreadableFile,
)

MAX_PAGES = 30
MAX_GLYPHS = 300_000

_HYPHENATING = b"Typst", b"react-pdf", b"groff", b"InDesign"
"""Programs that hyphenate words of their own accord."""
_HIDDEN = "that a reader of the PDF cannot see (white, tiny, transparent, covered or off the page)"


def read_pdf(data: bytes) -> Extracted:
    """The visible text of a PDF in reading order, not yet normalised. Raises ``UnreadableFile``.

    Scripts, attachments, comments and links are not looked at; the contents of filled-in form fields are.
    """
    data = _without_comments_behind(data)
    if b"startxref" not in data[-4096:]:
        # PDFium would rebuild the file's table of contents and return what is left of the text.
        raise UnreadableFile("unreadable_file", DAMAGED)
    drawn: list[tuple[Drawn, bool]] = []
    hidden = glyphs = unmapped = pictures = 0
    scanned = False
    with _document(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise UnreadableFile(
                "payload_too_large",
                f"The file has more than {MAX_PAGES} pages. Upload the CV alone, without certificates.",
            )
        form = pdfium.FPDF_GetFormType(document)
        if form == pdfium.FORMTYPE_XFA_FULL:
            raise UnreadableFile("unreadable_file", FORM_OF_ITS_OWN)
        has_form = form != pdfium.FORMTYPE_NONE
        attached = pdfium.FPDFDoc_GetAttachmentCount(document)
        program = _metadata(document, b"Producer") + _metadata(document, b"Creator")
        by_tex = b"TeX" in program
        for index in range(count):
            with _page(document, index, has_form) as (page, is_form):
                seen = see(page, by_tex=by_tex)
            hidden += seen.hidden_passages
            unmapped += seen.unmapped
            scanned |= seen.scanned
            pictures += seen.is_picture
            glyphs += len(seen.glyphs)
            if glyphs > MAX_GLYPHS:
                raise UnreadableFile("payload_too_large", TOO_MUCH_TEXT)
            drawn.append((drawn_of(seen.glyphs), is_form))
    if unmapped > glyphs / 2:
        raise UnreadableFile(
            "unreadable_file",
            "The fonts in the file do not say which letters they draw. "
            "Save the CV as .docx, or print it to PDF anew.",
        )
    if not glyphs:
        nothing = PORTFOLIO if attached > 0 else NO_TEXT
        raise UnreadableFile(
            "unreadable_file",
            (f"All text in the file is text {_HIDDEN}. Upload a file with visible text, or paste it.")
            if hidden
            else nothing,
        )
    leave_out_repeated([page.turns[0] for page, _ in drawn if 0 in page.turns])
    breaks_words = by_tex or any(name in program for name in _HYPHENATING)
    pages: list[PageText] = []
    for page_drawn, is_form in drawn:
        spans = next((page.columns.spans for page in pages[::-1] if page.columns), None)
        pages.append(page_text(page_drawn, breaks_words=breaks_words, is_form=is_form, spans=spans))
    in_columns = any(page.in_columns for page in pages)
    return Extracted(in_order(pages), _warnings(hidden, pictures, attached, scanned), in_columns)


_END = b"%%EOF"
_COMMENTS = re.compile(rb"(?:\s++|%[^\r\n]*+)*+")


def _without_comments_behind(data: bytes) -> bytes:
    """The file up to its end, where nothing but comments follows that, however many some program wrote."""
    last = data.rfind(b"startxref")
    at = data.find(_END, last) if last >= 0 else -1
    end = at + len(_END)
    return data[:end] if at >= 0 and _COMMENTS.fullmatch(data, end) else data


def _warnings(hidden: int, pictures: int, attached: int, scanned: bool) -> list[str]:
    warnings = []
    if hidden:
        passages = "1 passage" if hidden == 1 else f"{hidden} passages"
        warnings.append(f"Left out: {passages} of text {_HIDDEN}.")
    if pictures:
        pages = "1 page that is a picture" if pictures == 1 else f"{pictures} pages that are pictures"
        warnings.append(f"Left out: {pages}, from which no text can be read.")
    if attached > 0:
        warnings.append("Left out: what is attached to the PDF. If that is the CV, upload it by itself.")
    if scanned:
        warnings.append(
            "The file is a scan: its text was recognised by a program and may have errors. "
            "A PDF or .docx exported from the program that the CV was written in is read exactly."
        )
    return warnings


@contextlib.contextmanager
def _document(data: bytes) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument(data, len(data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        encrypted = error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableFile("unreadable_file", LOCKED if encrypted else DAMAGED)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextlib.contextmanager
def _page(document: Any, index: int, has_form: bool) -> Iterator[tuple[Any, bool]]:
    """The page, and whether it has fields of a form."""
    page = pdfium.FPDF_LoadPage(document, index)
    is_form = False
    if page and has_form:
        # Makes the filled-in fields part of the page; the page has to be parsed again afterwards.
        is_form = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise UnreadableFile("unreadable_file", DAMAGED)
    try:
        yield page, is_form
    finally:
        pdfium.FPDF_ClosePage(page)


def _metadata(document: Any, name: bytes) -> bytes:
    buffer = ctypes.create_string_buffer(512)
    size = pdfium.FPDF_GetMetaText(document, name, buffer, len(buffer))
    return buffer.raw[: min(size, len(buffer))].decode("utf-16-le", "replace").encode()
