"""A file that sets its text in columns is known as one, though its text comes out in reading order."""

import pytest
from docx import Document
from docx.oxml.ns import qn

from shared.extraction.docx import read_docx
from shared.extraction.pdf import read_pdf
from tests.extraction.docx_cvs import DOCX_CVS, add_text_box, saved
from tests.extraction.pdf_cvs import PDF_CVS
from tests.support import JOB, Api

IN_COLUMNS = {
    "dark_sidebar",
    "sidebar_on_two_pages",
    "sidebar_at_the_right_of_the_first_page",
    "newspaper_on_two_pages",
    "columns_of_one_pitch",
    "columns_close_together",
    "columns_drawn_by_line",
    "poster_of_boxes",
}
SIDE = ["Contact", "mona@example.com", "Skills", "Bookkeeping", "Dunning letters", "Sage", "Excel"]
MAIN = [f"Wrote invoice number {number} and was paid for it." for number in range(12)]


@pytest.mark.parametrize("name", PDF_CVS)
def test_columns_of_a_page_are_told_from_tables_dates_and_addresses(name: str) -> None:
    assert read_pdf(PDF_CVS[name]().data).in_columns == (name in IN_COLUMNS)


@pytest.mark.parametrize("name", DOCX_CVS)
def test_a_word_file_with_few_words_beside_each_other_is_in_no_columns(name: str) -> None:
    assert not read_docx(DOCX_CVS[name]().data).in_columns


def test_cells_of_a_table_that_frames_the_page_are_columns() -> None:
    document = Document()
    for cell, lines in zip(document.add_table(1, 2).rows[0].cells, (SIDE, MAIN), strict=True):
        cell.text = "\n".join(lines[:1])
        for line in lines[1:]:
            cell.add_paragraph(line)
    assert read_docx(saved(document)).in_columns


def test_a_text_box_with_half_a_cv_is_a_column() -> None:
    document = Document()
    add_text_box(document.add_paragraph("Mona Margin"), SIDE)
    for line in MAIN:
        document.add_paragraph(line)
    assert read_docx(saved(document)).in_columns


@pytest.mark.parametrize(("lines", "in_columns"), [(12, True), (8, False)])
def test_a_section_set_in_two_columns_is_one_of_columns(lines: int, in_columns: bool) -> None:
    document = Document()
    for line in MAIN[:lines]:
        document.add_paragraph(line)
    document.sections[0]._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")
    assert read_docx(saved(document)).in_columns == in_columns


@pytest.mark.parametrize(("name", "passed"), [("dark_sidebar", False), ("one_column", True)])
def test_the_analysis_of_an_uploaded_file_says_so(name: str, passed: bool, api: Api) -> None:
    stored = api.post("/api/v1/cvs", PDF_CVS[name]().data, headers={"Content-Type": "application/pdf"})
    accepted = api.submit({"cvId": stored.json["id"], "job": {"content": JOB}})
    checks = {one["check"]: one for one in api.finished(accepted["analysisId"])["cvChecks"]}
    assert checks["one column"]["passed"] is passed
    assert ("columns side by side" in checks["one column"]["detail"]) is not passed


@pytest.mark.parametrize("first", [True, False])
def test_dates_below_each_other_in_a_cell_stand_beside_the_title(first: bool) -> None:
    document = Document()
    dates, post = document.add_table(1, 2).rows[0].cells[:: 1 if first else -1]
    for cell, lines in ((dates, ("May 2016 –", "June 2018")), (post, ("Cook", "Example Inn"))):
        cell.text = lines[0]
        cell.add_paragraph(lines[1])
    title = "May 2016 – June 2018\tCook" if first else "Cook\tMay 2016 – June 2018"
    assert read_docx(saved(document)).text.split("\n")[:2] == [title, "Example Inn"]
