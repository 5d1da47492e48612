"""Ordinary CVs come out whole and in the order in which a person reads them."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from shared.extraction.docx import read_docx
from shared.extraction.normalise import clean
from shared.extraction.pdf import read_pdf
from tests.extraction.docx_cvs import DOCX_CVS
from tests.extraction.pdf_cvs import PDF_CVS
from tests.support import Api


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", PDF_CVS)
def test_pdf_is_read_whole_and_in_order(name: str) -> None:
    sample = PDF_CVS[name]()
    extracted = read_pdf(sample.data)
    assert words(clean(extracted.text)) == words(clean(sample.text))
    assert extracted.warnings == []


@pytest.mark.parametrize("drawn_upside_down", [False, True])
@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_is_read_upright_whatever_it_says_of_itself(rotation: int, drawn_upside_down: bool) -> None:
    words = "Kept the ledgers of Waverley Yards"
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setPageRotation(rotation)
    if drawn_upside_down:
        canvas.translate(400, 500)
        canvas.rotate(180)
    x = 60.0
    for letter in words:  # Each by itself, a little closer than it is wide, as browsers do to kern.
        canvas.drawString(x, 100, letter)
        x += canvas.stringWidth(letter) - 0.4
    canvas.save()
    assert clean(read_pdf(out.getvalue()).text) == words


def test_what_stands_at_the_right_is_in_the_line_beside_it() -> None:
    lines = read_pdf(PDF_CVS["places_and_dates_at_the_right"]().data).text.split("\n")
    assert [line for line in lines if "\t" in line] == [
        "Fictive Chemicals\tHull",
        "Senior Process Engineer\t2019–present",
        "Invented Polymers\tRuncorn",
        "Process Engineer\t2015–2019",
    ]


@pytest.mark.parametrize("text_at", [178, 171])
def test_a_heading_in_the_margin_of_its_first_line_is_a_line_of_its_own(text_at: int) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for y, heading, line, year in (
        (700, "Education", "Diploma in Payroll", "2016"),
        (640, "Job", "Clerk", ""),
    ):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawRightString(160, y, heading)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(text_at, y, line)
        canvas.drawRightString(540, y, year)
    canvas.save()
    lines = read_pdf(out.getvalue()).text.split("\n")
    assert [line for line in lines if line] == ["Education", "Diploma in Payroll\t2016", "Job", "Clerk"]


@pytest.mark.parametrize("name", DOCX_CVS)
def test_docx_is_read_whole_and_in_order(name: str) -> None:
    sample = DOCX_CVS[name]()
    extracted = read_docx(sample.data)
    assert words(clean(extracted.text)) == words(clean(sample.text))
    assert extracted.warnings == []


# Some are enough: what reads them is tested with all above.
@pytest.mark.parametrize("name", [*list(PDF_CVS)[:4], *list(DOCX_CVS)[:4]])
def test_an_uploaded_file_is_stored_as_its_text(name: str, api: Api) -> None:
    kind = "pdf" if name in PDF_CVS else "docx"
    sample = (PDF_CVS | DOCX_CVS)[name]()
    form = b"\r\n".join(
        (
            b"--edge",
            f'Content-Disposition: form-data; name="file"; filename="cv.{kind}"'.encode(),
            b"",
            sample.data,
            b"--edge--",
            b"",
        )
    )
    stored = api.post("/api/v1/cvs", form, headers={"Content-Type": "multipart/form-data; boundary=edge"})
    assert stored.status == 201, stored
    content = api.get(f"/api/v1/cvs/{stored.json['id']}").json["content"]
    assert words(content) == words(clean(sample.text))
