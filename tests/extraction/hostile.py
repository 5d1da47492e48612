"""Files made to exhaust, confuse or mislead whoever opens them, and files that are merely no use as a CV."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from docx import Document
from fpdf import FPDF
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.extraction.docx_cvs import plain_with_lists
from tests.extraction.pdf_cvs import one_column

UNREADABLE, UNSUPPORTED, TOO_LARGE = "unreadable_file", "unsupported_media_type", "payload_too_large"


class Hostile(NamedTuple):
    data: bytes
    filename: str
    code: str


# PDF


def pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """A well-formed file of the given objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out) + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        xref,
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_TEXT = b"BT /F1 12 Tf 50 700 Td (Word) Tj ET "


def page_pdf(content: bytes, *more: bytes, resources: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    """One page; ``more`` are objects from number 6 on."""
    return pdf_of(
        _CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%b>>>>"
        % (box, resources),
        content,
        _FONT,
        *more,
    )


def repeated(pattern: bytes, size: int, packings: int = 1) -> bytes:
    """``size`` bytes of ``pattern``, compressed without ever being held uncompressed."""
    packer = zlib.compressobj(9)
    block = pattern * (1_000_000 // len(pattern))
    packed = b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()
    return packed if packings == 1 else zlib.compress(packed, 9)


def pdf_password() -> Hostile:
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password="secret")
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.cell(text="confidential")
    return Hostile(bytes(pdf.output()), "cv.pdf", UNREADABLE)


def pdf_picture_only() -> Hostile:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    picture = Image.effect_noise((1240, 1754), 60).convert("RGB")
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    return Hostile(out.getvalue(), "scan.pdf", UNREADABLE)


def pdf_empty_pages() -> Hostile:
    return Hostile(page_pdf(stream(b"")), "cv.pdf", UNREADABLE)


def pdf_truncated() -> Hostile:
    data = one_column().data
    return Hostile(data[: len(data) * 2 // 3], "cv.pdf", UNREADABLE)


def pdf_header_and_noise() -> Hostile:
    noise = bytes(range(256)) * 400
    return Hostile(b"%PDF-1.4\n" + noise + b"startxref\n9\n%%EOF", "cv.pdf", UNREADABLE)


def pdf_inflating_page() -> Hostile:
    bomb = stream(repeated(b" ", 400_000_000), b"/Filter/FlateDecode")
    return Hostile(page_pdf(bomb), "cv.pdf", UNREADABLE)


def pdf_inflating_twice() -> Hostile:
    bomb = stream(repeated(b"q Q ", 600_000_000, packings=2), b"/Filter[/FlateDecode/FlateDecode]")
    return Hostile(page_pdf(bomb), "cv.pdf", UNREADABLE)


def pdf_says_a_billion_pages() -> Hostile:
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"
    return Hostile(pdf_of(_CATALOG, pages, b"<</Type/Page/Parent 2 0 R>>"), "cv.pdf", UNREADABLE)


def pdf_of_five_thousand_pages() -> Hostile:
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * 5_000
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 5_003))
    return Hostile(
        pdf_of(_CATALOG, b"<</Type/Pages/Count 5000/Kids[%b]>>" % kids, *pages), "cv.pdf", TOO_LARGE
    )


def pdf_circular_page_tree() -> Hostile:
    node = b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Parent 2 0 R/Count 3>>"
    return Hostile(pdf_of(_CATALOG, node), "cv.pdf", UNREADABLE)


def pdf_form_draws_itself() -> Hostile:
    form = stream(
        b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    )
    return Hostile(page_pdf(stream(b"/X Do"), form, resources=b"/XObject<</X 6 0 R>>"), "cv.pdf", UNREADABLE)


def pdf_forms_multiply() -> Hostile:
    """Twelve forms, each of which draws the next ten times."""
    forms = [
        stream(
            b"/X Do " * 10,
            b"/Subtype/Form/BBox[0 0 900 900]/Resources<</XObject<</X %d 0 R>>>>" % (number + 1),
        )
        for number in range(6, 18)
    ]
    last = stream(_TEXT, b"/Subtype/Form/BBox[0 0 900 900]/Resources<</Font<</F1 5 0 R>>>>")
    return Hostile(
        page_pdf(stream(b"/X Do"), *forms, last, resources=b"/XObject<</X 6 0 R>>"), "cv.pdf", UNREADABLE
    )


def pdf_deep_arrays() -> Hostile:
    return Hostile(page_pdf(b"[" * 2_000_000), "cv.pdf", UNREADABLE)


def pdf_millions_of_words() -> Hostile:
    content = b"BT /F1 9 Tf 20 20 Td " + b"(words and more of them) Tj " * 200_000 + b"ET"
    return Hostile(page_pdf(stream(zlib.compress(content), b"/Filter/FlateDecode")), "cv.pdf", UNREADABLE)


def pdf_words_all_over() -> Hostile:
    """Ninety thousand glyphs, no two of them on one line."""
    content = b"BT /F1 9 Tf " + b"".join(
        b"1 0 0 1 %d %d Tm (x) Tj " % (n * 7919 % 590, n * 104_729 % 840) for n in range(90_000)
    )
    data = page_pdf(stream(zlib.compress(content + b"ET"), b"/Filter/FlateDecode"))
    return Hostile(data, "cv.pdf", TOO_LARGE)


def pdf_endless_strokes() -> Hostile:
    lines = b"".join(
        b"0 %d m 595 %d l 300 900 %d %d 0 0 c S " % (n % 842, n * 7 % 842, n % 595, n % 842)
        for n in range(250_000)
    )
    content = zlib.compress(_TEXT + b"[0.01 0.01] 0 d 3 w " + lines)
    return Hostile(page_pdf(stream(content, b"/Filter/FlateDecode")), "cv.pdf", UNREADABLE)


def pdf_circular_xref() -> Hostile:
    out = b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n"
    return Hostile(out, "cv.pdf", UNREADABLE)


def pdf_all_hidden() -> Hostile:
    content = b"1 1 1 rg BT /F1 12 Tf 50 700 Td (kubernetes python terraform) Tj ET"
    return Hostile(page_pdf(stream(content)), "cv.pdf", UNREADABLE)


def pdf_letters_unknown() -> Hostile:
    """Drawn shapes in a font that does not say what they mean."""
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>"
        b"/Encoding<</Differences[1/g1/g2/g3]>>/FirstChar 1/LastChar 3/Widths[1 1 1]>>"
    )
    content = stream(b"BT /F2 12 Tf 50 700 Td <010203010203> Tj ET")
    glyph = stream(b"1 0 d0 0 0 1 1 re f")
    return Hostile(page_pdf(content, font, glyph).replace(b"/F1 5 0 R", b"/F2 6 0 R"), "cv.pdf", UNREADABLE)


def pdf_oversized() -> Hostile:
    return Hostile(one_column().data + b" " * (5 * 1024 * 1024), "cv.pdf", TOO_LARGE)


# Word


def docx_with(parts: dict[str, bytes], *, drop: str = "") -> bytes:
    """An ordinary file with some parts replaced, added or left out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain_with_lists().data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in parts and name != drop:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DOCUMENT = "word/document.xml"


def document_xml(body: bytes, prolog: bytes = b"") -> bytes:
    return b'<?xml version="1.0"?>%b<w:document %b><w:body>%b</w:body></w:document>' % (prolog, _W, body)


def docx_inflating() -> Hostile:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx_with({}, drop=_DOCUMENT))) as source,
        zipfile.ZipFile(out, "w", 8) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        with target.open(_DOCUMENT, "w", force_zip64=True) as part:
            part.write(document_xml(b"").partition(b"</w:body>")[0])
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return Hostile(out.getvalue(), "cv.docx", UNREADABLE)


def docx_many_entries() -> Hostile:
    return Hostile(docx_with({f"word/media/{n}.png": b"" for n in range(20_000)}), "cv.docx", UNREADABLE)


def docx_entity_expansion() -> Hostile:
    entities = b'<!ENTITY a0 "lol">' + b"".join(
        b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    prolog = b"<!DOCTYPE w [%b]>" % entities
    body = b"<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>"
    return Hostile(docx_with({_DOCUMENT: document_xml(body, prolog)}), "cv.docx", UNREADABLE)


def docx_quadratic_entities() -> Hostile:
    prolog = b'<!DOCTYPE w [<!ENTITY a "%b">]>' % (b"a" * 200_000)
    body = b"<w:p><w:r><w:t>%b</w:t></w:r></w:p>" % (b"&a;" * 200_000)
    return Hostile(docx_with({_DOCUMENT: document_xml(body, prolog)}), "cv.docx", UNREADABLE)


def docx_external_entity() -> Hostile:
    prolog = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = b"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    return Hostile(docx_with({_DOCUMENT: document_xml(body, prolog)}), "cv.docx", UNREADABLE)


def docx_entities_in_styles() -> Hostile:
    """The same where fewer would look, and in UTF-16."""
    styles = ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>').encode(
        "utf-16"
    )
    return Hostile(docx_with({"word/styles.xml": styles}), "cv.docx", UNREADABLE)


def docx_deep_nesting() -> Hostile:
    body = b"<w:sdt>" * 300_000
    return Hostile(docx_with({_DOCUMENT: document_xml(body)}), "cv.docx", UNREADABLE)


def docx_nested_tables() -> Hostile:
    depth = 400
    body = b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * depth
    return Hostile(docx_with({_DOCUMENT: document_xml(body)}), "cv.docx", UNREADABLE)


def docx_million_elements() -> Hostile:
    return Hostile(docx_with({_DOCUMENT: document_xml(b"<w:p/>" * 1_900_000)}), "cv.docx", UNREADABLE)


def docx_million_attributes() -> Hostile:
    body = b"<w:p %b/>" % b" ".join(b'a%d=""' % n for n in range(900_000))
    return Hostile(docx_with({_DOCUMENT: document_xml(body)}), "cv.docx", UNREADABLE)


def docx_endless_text() -> Hostile:
    body = b"<w:p><w:r><w:t>%b</w:t></w:r></w:p>" % (b"all work and no play " * 300_000)
    return Hostile(docx_with({_DOCUMENT: document_xml(body)}), "cv.docx", TOO_LARGE)


def docx_header_repeated() -> Hostile:
    """One large part that is referred to again and again."""
    references = b"<w:sectPr>%b</w:sectPr>" % (b'<w:headerReference r:id="h"/>' * 5_000)
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="h" Type="x/header" Target="header9.xml"/></Relationships>'
    )
    r = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    body = document_xml(references).replace(_W, _W + b" " + r)
    header = b"<w:hdr %b>%b</w:hdr>" % (_W, b"<w:p><w:r><w:t>word</w:t></w:r></w:p>" * 20_000)
    parts = {_DOCUMENT: body, "word/_rels/document.xml.rels": relations, "word/header9.xml": header}
    return Hostile(docx_with(parts), "cv.docx", UNREADABLE)


def docx_truncated() -> Hostile:
    data = plain_with_lists().data
    return Hostile(data[: len(data) // 2], "cv.docx", UNREADABLE)


def docx_corrupt_deflate() -> Hostile:
    data = bytearray(docx_with({_DOCUMENT: document_xml(b"<w:p/>" * 9_000)}))
    at = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[at : at + 20] = b"\xff" * 20
    return Hostile(bytes(data), "cv.docx", UNREADABLE)


def docx_no_document() -> Hostile:
    return Hostile(docx_with({}, drop=_DOCUMENT), "cv.docx", UNREADABLE)


def docx_malformed_xml() -> Hostile:
    return Hostile(docx_with({_DOCUMENT: b"<w:document><w:body>"}), "cv.docx", UNREADABLE)


def docx_unknown_encoding() -> Hostile:
    part = b'<?xml version="1.0" encoding="klingon"?><w:document/>'
    return Hostile(docx_with({_DOCUMENT: part}), "cv.docx", UNREADABLE)


def docx_encrypted_entry() -> Hostile:
    data = bytearray(plain_with_lists().data)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return Hostile(bytes(data), "cv.docx", UNREADABLE)


def docx_other_compression() -> Hostile:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain_with_lists().data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return Hostile(out.getvalue(), "cv.docx", UNREADABLE)


def docx_empty() -> Hostile:
    out = io.BytesIO()
    Document().save(out)
    return Hostile(out.getvalue(), "cv.docx", UNREADABLE)


def zip_of_zips() -> Hostile:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", b"\0" * 50_000_000)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(50):
            archive.writestr(f"{number}.zip", inner.getvalue())
    return Hostile(outer.getvalue(), "cv.docx", UNSUPPORTED)


def spreadsheet() -> Hostile:
    return Hostile(docx_with({_DOCUMENT: b"<workbook/>"}), "cv.docx", UNSUPPORTED)


def open_document() -> Hostile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office/>")
    return Hostile(out.getvalue(), "cv.odt", UNSUPPORTED)


# Others

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def word_with_password() -> Hostile:
    return Hostile(_OLE + "EncryptedPackage".encode("utf-16-le") + bytes(96), "cv.docx", UNREADABLE)


def old_word() -> Hostile:
    return Hostile(_OLE + "WordDocument".encode("utf-16-le") + bytes(96), "cv.doc", UNSUPPORTED)


def rich_text() -> Hostile:
    return Hostile(rb"{\rtf1\ansi Curriculum vitae}", "cv.rtf", UNSUPPORTED)


def picture() -> Hostile:
    out = io.BytesIO()
    Image.new("RGB", (10, 10)).save(out, "png")
    return Hostile(out.getvalue(), "cv.pdf", UNSUPPORTED)


def program() -> Hostile:
    return Hostile(
        b"MZ" + struct.pack("<30H", *range(30)) + b"This program cannot be run", "cv.txt", UNSUPPORTED
    )


def web_page() -> Hostile:
    return Hostile(b"<!DOCTYPE html><title>CV</title>", "cv.txt", UNSUPPORTED)


def text_called_pdf() -> Hostile:
    return Hostile(b"Nora Nopdf, plumber", "cv.pdf", UNREADABLE)


def binary_called_text() -> Hostile:
    return Hostile(bytes(range(256)) * 100, "cv.txt", UNREADABLE)


def empty_text() -> Hostile:
    return Hostile(b" \r\n\t ", "cv.txt", UNREADABLE)


def endless_text() -> Hostile:
    return Hostile(b"all work and no play " * 200_000, "cv.txt", TOO_LARGE)


HOSTILE: dict[str, Callable[[], Hostile]] = {
    make.__name__: make
    for make in list(globals().values())
    if callable(make) and getattr(make, "__annotations__", {}).get("return") is Hostile
}
