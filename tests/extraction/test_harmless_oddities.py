"""Files with parts that could do harm, or that are merely strange, and a CV in them all the same."""

import io
import os
import re

import pytest
from docx import Document
from fpdf import FPDF
from reportlab.pdfgen.canvas import Canvas

from shared.extraction import extract_text
from shared.extraction.docx import read_docx
from shared.extraction.normalise import clean
from shared.extraction.pdf import read_pdf
from shared.extraction.problems import UnreadableFile
from tests.extraction.docx_cvs import saved
from tests.extraction.hostile import document_xml, docx_with, page_pdf, repeated, stream
from tests.extraction.memory import watch_memory

_WORD = b"BT /F1 12 Tf 50 700 Td (Word) Tj ET "


async def test_picture_of_gigapixels_is_not_unpacked() -> None:
    entries = (
        b"/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    )
    image = stream(repeated(b"\x7f", 300_000_000), entries)
    content = stream(_WORD + b"q 500 0 0 500 0 0 cm /I Do Q")
    data = page_pdf(content, image, resources=b"/XObject<</I 6 0 R>>")
    with watch_memory(os.getpid()) as peak:
        extracted = await extract_text(data, filename="cv.pdf", content_type=None)
    assert extracted.text == "Word"
    assert peak.above_start < 200 * 1024 * 1024


def test_scripts_and_attachments_of_a_pdf_are_ignored() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.cell(text="Sascha Script")
    pdf.embed_file(bytes=b"attached words", basename="a.txt")
    data = bytes(pdf.output()).replace(
        b"/Type /Catalog", b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Type/Catalog", 1
    )
    assert clean(read_pdf(data).text) == "Sascha Script"


def test_pdf_that_may_be_opened_but_not_changed_is_read() -> None:
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner")
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.cell(text="Oscar Owner")
    assert clean(read_pdf(bytes(pdf.output())).text) == "Oscar Owner"


@pytest.mark.parametrize("line", [b"\n% made with care", b"\r\n%%", b"\n"])
def test_pdf_with_a_long_tail_of_comments_is_read(line: bytes) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.cell(text="Tilda Tail")
    assert clean(read_pdf(bytes(pdf.output()) + line * 20_000).text) == "Tilda Tail"


def test_pdf_with_something_else_behind_its_end_is_damaged() -> None:
    pdf = FPDF()
    pdf.add_page()
    with pytest.raises(UnreadableFile):
        read_pdf(bytes(pdf.output()) + b"\n% a comment\nand no comment" * 500)


def test_watermark_and_label_at_an_angle_are_read_after_the_text() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.saveState()
    canvas.rotate(35)
    canvas.drawString(300, 200, "DRAFT COPY")
    canvas.restoreState()
    canvas.saveState()
    canvas.rotate(180)
    canvas.drawString(-300, -100, "upside down")
    canvas.restoreState()
    for line in range(5):
        canvas.drawString(60, 700 - 14 * line, f"Line {line} of the text")
    canvas.save()
    text = clean(read_pdf(out.getvalue()).text)
    assert re.fullmatch(r"(Line \d of the text\n){5}\nupside down\n\nDRAFT COPY", text)


def test_page_of_absurd_size_is_read() -> None:
    data = page_pdf(stream(_WORD), box=b"0 0 900000 900")
    assert clean(read_pdf(data).text) == "Word"


def test_letters_beyond_the_basic_plane_are_whole() -> None:
    to_unicode = stream(
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <D83DDE00> endbfchar"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = page_pdf(stream(b"BT /F2 12 Tf 50 700 Td (AB) Tj ET"), to_unicode, font).replace(
        b"/F1 5 0 R", b"/F2 7 0 R"
    )
    assert "😀B" in read_pdf(data).text


def test_a_hyphen_that_says_what_it_stands_for_is_no_hidden_text() -> None:
    content = b"BT /F1 10 Tf 50 700 Td (Lego) Tj /Span<</ActualText(-)>>BDC (-) Tj EMC (based play) Tj ET"
    extracted = read_pdf(page_pdf(stream(content)))
    assert (clean(extracted.text), extracted.warnings) == ("Lego-based play", [])


def test_letters_of_a_word_that_say_what_they_stand_for_stay_together() -> None:
    letters = b"".join(b"/Span<</ActualText(%c)>>BDC (%c) Tj EMC " % (c, c - 32) for c in b"kills")
    content = stream(b"BT /F1 14 Tf 50 700 Td (S) Tj /F1 10 Tf %b ET" % letters)
    assert clean(read_pdf(page_pdf(content)).text) == "Skills"


def test_a_ligature_in_half_transparent_text_of_a_browser_stays_in_its_word() -> None:
    letters = b"BT /F1 12 Tf 1 0 0 -1 20 30 Tm (Pro) Tj /Span<</ActualText(fi)>>BDC (x) Tj EMC (le) Tj ET"
    form = stream(letters, b"/Subtype/Form/BBox[0 0 400 60]/Resources<</Font<</F1 5 0 R>>>>")
    data = page_pdf(stream(b"q 1 0 0 -1 40 700 cm /X Do Q"), form, resources=b"/XObject<</X 6 0 R>>")
    extracted = read_pdf(data)
    assert (clean(extracted.text), extracted.warnings) == ("Profile", [])


def test_bitmap_letters_of_tex_are_read() -> None:
    drawn = stream(b"9 0 0 0 8 9 d1 1 0 0 8 9 re f")
    widths = b" ".join([b"9"] * 256)
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0/LastChar 255"
        b"/Widths[%b]/CharProcs<<%b>>/Encoding<</Differences[0 %b]>>>>"
        % (
            widths,
            b"".join(b"/a%d 6 0 R" % code for code in range(256)),
            b"".join(b"/a%d" % code for code in range(256)),
        )
    )
    content = stream(b"BT /F1 10 Tf 50 700 Td (O\\036ce in K\\366ln, 2019\\0252021) Tj ET")
    data = page_pdf(content, drawn, font, b"<</Producer(pdfTeX-1.40)>>")
    data = data.replace(b"/F1 5 0 R", b"/F1 7 0 R").replace(b"trailer\n<<", b"trailer\n<</Info 8 0 R")
    assert clean(read_pdf(data).text) == "Office in Köln, 2019–2021"


def test_style_based_on_itself_is_survived() -> None:
    document = Document()
    document.add_paragraph("Lola Loop", style="Quote")
    document.styles["Quote"].base_style = document.styles["Intense Quote"]
    document.styles["Intense Quote"].base_style = document.styles["Quote"]
    assert "Lola Loop" in read_docx(saved(document)).text


def test_macros_and_embedded_files_of_a_docx_are_ignored() -> None:
    parts = {
        "word/vbaProject.bin": b"macro words",
        "word/embeddings/oleObject1.bin": b"embedded words",
        "word/comments.xml": document_xml(b"<w:p><w:r><w:t>comment words</w:t></w:r></w:p>"),
    }
    text = read_docx(docx_with(parts)).text
    assert "Hanna Heading" in text
    assert "words" not in text


def test_strict_open_xml_is_read() -> None:
    strict = document_xml(b"<w:p><w:r><w:t>Stella Strict</w:t></w:r></w:p>").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert "Stella Strict" in read_docx(docx_with({"word/document.xml": strict})).text


def test_notes_lists_and_numbers_of_any_kind() -> None:
    document = Document()
    for style in ("List Number", "List Number", "List Number 2", "List Number"):
        document.add_paragraph("item", style=style)
    assert clean(read_docx(saved(document)).text).split("\n") == ["1. item", "2. item", "1. item", "3. item"]


def test_a_name_with_its_reading_above_it_is_read() -> None:
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>やまだ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>山田</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    body = document_xml(f"<w:p>{ruby}<w:r><w:t>花子</w:t></w:r></w:p>".encode())
    assert clean(read_docx(docx_with({"word/document.xml": body})).text) == "山田花子"


def test_a_formula_is_read() -> None:
    formula = (
        b'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        b"<m:r><m:t>10</m:t></m:r></m:oMath>"
    )
    body = document_xml(b"<w:p>" + formula + b"<w:r><w:t> million visits</w:t></w:r></w:p>")
    assert clean(read_docx(docx_with({"word/document.xml": body})).text) == "10 million visits"


@pytest.mark.parametrize(
    ("unread", "advice"),
    [
        (b"<w:altChunk/>", "Open the file in Word, save it again"),
        (
            b'<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
            b"</w:drawing></w:r></w:p>",
            "Put them into the document as ordinary text.",
        ),
    ],
    ids=["embedded document", "drawing"],
)
def test_what_cannot_be_read_of_a_docx_is_told(unread: bytes, advice: str) -> None:
    beside = document_xml(unread + b"<w:p><w:r><w:t>Ulla Unread</w:t></w:r></w:p>")
    extracted = read_docx(docx_with({"word/document.xml": beside}))
    assert clean(extracted.text) == "Ulla Unread"
    assert [advice in warning for warning in extracted.warnings] == [True]
    with pytest.raises(UnreadableFile) as caught:
        read_docx(docx_with({"word/document.xml": document_xml(unread)}))
    assert advice in caught.value.message


def test_footnotes_are_read_last() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {w}><w:footnote w:type="separator"><w:p/></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>as a volunteer</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/>'
        b'<Relationship Id="e" Type="x/footnotes" TargetMode="External" Target="http://example.com/"/></Relationships>'
    )
    body = document_xml(b"<w:p><w:r><w:t>Fritz Footnote</w:t></w:r></w:p>")
    parts = {
        "word/document.xml": body,
        "word/_rels/document.xml.rels": relations,
        "word/footnotes.xml": notes,
    }
    assert clean(read_docx(docx_with(parts)).text) == "Fritz Footnote\n\nas a volunteer"
