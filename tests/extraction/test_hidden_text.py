"""What a reader cannot see is left out, and the user is told; what only looks unusual is kept."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from docx.text.run import Run
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from shared.extraction import Extracted, UnreadableFile
from shared.extraction.docx import read_docx
from shared.extraction.normalise import clean
from shared.extraction.pdf import read_pdf
from tests.extraction.docx_cvs import add_text_box, saved, shade
from tests.extraction.fonts import dejavu

_WHITE, _BLACK = (1, 1, 1), (0, 0, 0)


def pdf_with(draw: Callable[[Canvas], None]) -> Extracted:
    """A visible line, then what ``draw`` adds."""
    pdfmetrics.registerFont(TTFont("DejaVu", str(dejavu())))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("DejaVu", 12)
    canvas.drawString(60, 760, "Vera Visible, plumber")
    draw(canvas)
    canvas.save()
    return read_pdf(out.getvalue())


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(*_WHITE)
    canvas.drawString(60, 400, "secret words")


def nearly_white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.96, 0.97, 0.95)
    canvas.drawString(60, 400, "secret words")


def transparent(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0, alpha=0)
    canvas.drawString(60, 400, "secret words")


def invisible_mode(canvas: Canvas) -> None:
    canvas.drawString(60, 400, "secret words", mode=3)


def clipping_mode(canvas: Canvas) -> None:
    canvas.drawString(60, 400, "secret words", mode=7)


def white_outline(canvas: Canvas) -> None:
    canvas.setStrokeColorRGB(*_WHITE)
    canvas.drawString(60, 400, "secret words", mode=1)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("DejaVu", 0.6)
    canvas.drawString(60, 400, "secret words")


def scaled_down(canvas: Canvas) -> None:
    canvas.translate(60, 400)
    canvas.scale(0.05, 0.05)
    canvas.drawString(0, 0, "secret words")


def below_the_page(canvas: Canvas) -> None:
    canvas.drawString(60, -40, "secret words")


def far_right_of_the_page(canvas: Canvas) -> None:
    canvas.drawString(5_000, 400, "secret words")


def cropped(canvas: Canvas) -> None:
    canvas.setCropBox((0, 300, *A4))
    canvas.drawString(60, 200, "secret words")


def covered(canvas: Canvas) -> None:
    canvas.drawString(60, 400, "secret words")
    canvas.setFillColorRGB(*_WHITE)
    canvas.rect(50, 390, 300, 30, stroke=0, fill=1)


def covered_by_a_picture(canvas: Canvas) -> None:
    canvas.drawString(60, 400, "secret words")
    canvas.drawImage(ImageReader(Image.effect_noise((40, 40), 50)), 50, 380, 300, 60)


def clipped_away(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 10, 10)
    canvas.saveState()
    canvas.clipPath(path, stroke=0)
    canvas.drawString(60, 400, "secret words")
    canvas.restoreState()


def white_under_visible_text(canvas: Canvas) -> None:
    canvas.setFillColorRGB(*_WHITE)
    canvas.drawString(60, 760, "secret words of a")


def black_on_black(canvas: Canvas) -> None:
    canvas.rect(50, 390, 300, 30, stroke=0, fill=1)
    canvas.drawString(60, 400, "secret words")


def white_on_a_white_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (10, 10), "white")), 50, 380, 300, 60)
    canvas.setFillColorRGB(*_WHITE)
    canvas.drawString(60, 400, "secret words")


HIDING = [
    white,
    nearly_white,
    transparent,
    invisible_mode,
    clipping_mode,
    white_outline,
    tiny,
    scaled_down,
    below_the_page,
    far_right_of_the_page,
    cropped,
    covered,
    covered_by_a_picture,
    clipped_away,
    white_under_visible_text,
    black_on_black,
    white_on_a_white_picture,
]


@pytest.mark.parametrize("hide", HIDING, ids=lambda hide: hide.__name__)
def test_text_hidden_in_a_pdf_is_left_out_with_a_warning(hide: Callable[[Canvas], None]) -> None:
    extracted = pdf_with(hide)
    assert clean(extracted.text) == "Vera Visible, plumber"
    assert len(extracted.warnings) == 1
    assert "1 passage" in extracted.warnings[0]
    assert "secret" not in extracted.warnings[0]


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.3)
    canvas.rect(50, 380, 300, 60, stroke=0, fill=1)
    canvas.setFillColorRGB(*_WHITE)
    canvas.drawString(60, 400, "plain words")


def white_on_a_photo(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.effect_noise((300, 60), 20)), 50, 380, 300, 60)
    canvas.setFillColorRGB(*_WHITE)
    canvas.drawString(60, 400, "plain words")


def pale_grey(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.75, 0.75, 0.75)
    canvas.drawString(60, 400, "plain words")


def small_print(canvas: Canvas) -> None:
    canvas.setFont("DejaVu", 5)
    canvas.drawString(60, 400, "plain words")


def white_with_black_outline(canvas: Canvas) -> None:
    canvas.setFillColorRGB(*_WHITE)
    canvas.setStrokeColorRGB(*_BLACK)
    canvas.drawString(60, 400, "plain words", mode=2)


def highlighted_afterwards(canvas: Canvas) -> None:
    canvas.drawString(60, 400, "plain words")
    canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    canvas.rect(50, 390, 300, 30, stroke=0, fill=1)


def framed_and_struck_out(canvas: Canvas) -> None:
    canvas.drawString(60, 400, "plain words")
    canvas.rect(50, 390, 300, 30, stroke=1, fill=0)
    canvas.line(60, 404, 200, 404)


def half_transparent(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0, alpha=0.3)
    canvas.drawString(60, 400, "plain words")


@pytest.mark.parametrize(
    "show",
    [
        white_on_dark,
        white_on_a_photo,
        pale_grey,
        small_print,
        white_with_black_outline,
        highlighted_afterwards,
        framed_and_struck_out,
        half_transparent,
    ],
    ids=lambda show: show.__name__,
)
def test_unusual_but_visible_text_in_a_pdf_is_kept(show: Callable[[Canvas], None]) -> None:
    extracted = pdf_with(show)
    assert clean(extracted.text).split() == ["Vera", "Visible,", "plumber", "plain", "words"]
    assert extracted.warnings == []


def test_every_hidden_passage_of_a_pdf_is_counted() -> None:
    def twice(canvas: Canvas) -> None:
        white(canvas)
        canvas.setFillColorRGB(*_BLACK)
        canvas.drawString(60, 300, "seen")
        below_the_page(canvas)

    assert "2 passages" in pdf_with(twice).warnings[0]


def scan(lines: list[tuple[float, str]], picture: Image.Image) -> bytes:
    """A picture of a page under invisible text, as text recognition makes it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    for y, line in lines:
        canvas.drawString(60, y, line, mode=3)
    canvas.save()
    return out.getvalue()


def test_recognised_text_of_a_scan_is_read_where_the_scan_has_ink() -> None:
    paper = Image.new("L", (595, 842), 255)
    paper.paste(Image.effect_noise((200, 20), 200), (50, 842 - 770))
    extracted = read_pdf(scan([(760, "Sven Scanned"), (300, "secret words")], paper))
    assert clean(extracted.text) == "Sven Scanned"
    assert ["Left out" in warning for warning in extracted.warnings] == [True, False]
    assert "scan" in extracted.warnings[1]


def test_a_pdf_with_nothing_but_hidden_text_is_refused() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    white(canvas)
    canvas.save()
    with pytest.raises(UnreadableFile, match="All text in the file") as refused:
        read_pdf(out.getvalue())
    assert "secret" not in refused.value.message


# Word


def docx_with(change: Callable[[Run], None]) -> Extracted:
    document = Document()
    document.add_paragraph("Vera Visible, plumber")
    change(document.add_paragraph().add_run("some words"))
    return read_docx(saved(document))


def vanished(run: Run) -> None:
    run.font.hidden = True


def white_run(run: Run) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def one_point(run: Run) -> None:
    run.font.size = Pt(1)


def black_on_black_run(run: Run) -> None:
    run.font.color.rgb = RGBColor(0, 0, 0)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="solid" w:color="000000"/>'))


@pytest.mark.parametrize(
    "hide", [vanished, white_run, one_point, black_on_black_run], ids=lambda hide: hide.__name__
)
def test_text_hidden_in_a_docx_is_left_out_with_a_warning(hide: Callable[[Run], None]) -> None:
    extracted = docx_with(hide)
    assert clean(extracted.text) == "Vera Visible, plumber"
    assert len(extracted.warnings) == 1
    assert "1 passage" in extracted.warnings[0]


def white_on_highlight(run: Run) -> None:
    white_run(run)
    run.font.highlight_color = WD_COLOR_INDEX.DARK_BLUE


def shown_again(run: Run) -> None:
    run.style = "Emphasis"
    run.style.font.hidden = True
    run.font.hidden = False


@pytest.mark.parametrize("show", [white_on_highlight, shown_again], ids=lambda show: show.__name__)
def test_unusual_but_visible_text_in_a_docx_is_kept(show: Callable[[Run], None]) -> None:
    extracted = docx_with(show)
    assert extracted.text.split() == ["Vera", "Visible,", "plumber", "some", "words"]
    assert extracted.warnings == []


def test_a_style_hides_text_as_well() -> None:
    document = Document()
    document.add_paragraph("Vera Visible, plumber")
    document.styles["Quote"].font.hidden = True
    document.add_paragraph("secret words", style="Quote")
    document.styles["Strong"].font.color.rgb = RGBColor(255, 255, 255)
    document.add_paragraph().add_run("secret words", style="Strong")
    extracted = read_docx(saved(document))
    assert clean(extracted.text) == "Vera Visible, plumber"
    assert "2 passages" in extracted.warnings[0]


def test_white_text_is_kept_with_a_warning_where_a_shape_may_stand_behind_it() -> None:
    document = Document()
    add_text_box(document.add_paragraph("Vera Visible"), ["a dark box"], fill="000000", colour="FFFFFF")
    white_run(document.add_paragraph().add_run("perhaps on a shape"))
    extracted = read_docx(saved(document))
    assert "perhaps on a shape" in extracted.text
    assert "a dark box" in extracted.text
    assert ["white text that may stand" in warning for warning in extracted.warnings] == [True]


def test_white_text_in_a_white_cell_of_a_table_is_hidden() -> None:
    document = Document()
    dark, light = document.add_table(1, 2).rows[0].cells
    shade(dark, "102030")
    for cell, words in ((dark, "in the dark"), (light, "secret words")):
        white_run(cell.paragraphs[0].add_run(words))
    extracted = read_docx(saved(document))
    assert clean(extracted.text) == "in the dark"
    assert "1 passage" in extracted.warnings[0]


def test_a_table_style_may_colour_the_cells() -> None:
    document = Document()
    table = document.add_table(1, 1, style="Dark List")
    white_run(table.rows[0].cells[0].paragraphs[0].add_run("header words"))
    assert "header words" in read_docx(saved(document)).text


def test_hidden_rows_of_a_table_are_left_out() -> None:
    document = Document()
    table = document.add_table(2, 1)
    table.rows[0].cells[0].text, table.rows[1].cells[0].text = "seen", "secret"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    extracted = read_docx(saved(document))
    assert clean(extracted.text) == "seen"
    assert len(extracted.warnings) == 1


def test_a_coloured_page_shows_white_text() -> None:
    document = Document()
    white_run(document.add_paragraph().add_run("white on blue"))
    document.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="0000AA"/>'))
    document.settings.element.append(parse_xml(f"<w:displayBackgroundShape {nsdecls('w')}/>"))
    assert read_docx(saved(document)).text == "white on blue"
