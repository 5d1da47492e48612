"""Invented CVs as Word files, laid out the ways that templates do it, each with its text in reading order."""

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.extraction.pdf_cvs import Sample

_SHAPES = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: DocumentObject) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>'))


def add_text_box(paragraph: Paragraph, lines: list[str], *, fill: str = "", colour: str = "") -> None:
    """A text box as Word writes it: the shape, and once more as VML for old programs."""
    run = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' if colour else ""
    content = "".join(f"<w:p><w:r>{run}<w:t>{line}</w:t></w:r></w:p>" for line in lines)
    solid = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w', 'wp', 'a')} {_SHAPES}><mc:AlternateContent>"
            '<mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0"><a:graphic><a:graphicData>'
            f"<wps:wsp><wps:spPr>{solid}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
            "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def plain_with_lists() -> Sample:
    """Headings, bullets, numbers, right-aligned dates behind tabs, a hyperlink, header and footer."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Hanna Heading – curriculum vitae"
    document.sections[0].footer.paragraphs[0].text = "hanna@example.com"
    document.add_heading("Profile", 1)
    document.add_paragraph(
        "Librarian who catalogued nine thousand maps and likes people who ask for the impossible."
    )
    document.add_heading("Work", 1)
    job = document.add_paragraph("Librarian, Library of Nowhere")
    job.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
    job.add_run("\t2016 – 2024")
    document.add_paragraph("Opened the map room on Sundays", style="List Bullet")
    document.add_paragraph("Trained four volunteers", style="List Bullet")
    document.add_heading("Publications", 1)
    document.add_paragraph("Where the rivers were", style="List Number")
    document.add_paragraph("An index of lost villages", style="List Number")
    link = document.add_paragraph("See ")
    anchor = OxmlElement("w:hyperlink")
    anchor.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>maps.example.com</w:t></w:r>"))
    link._p.append(anchor)
    text = (
        "Hanna Heading – curriculum vitae Profile Librarian who catalogued nine thousand maps "
        "and likes people who ask "
        "for the impossible. Work Librarian, Library of Nowhere 2016 – 2024 • Opened the map "
        "room on Sundays • Trained "
        "four volunteers Publications 1. Where the rivers were 2. An index of lost villages See "
        "maps.example.com "
        "hanna@example.com"
    )
    return Sample(saved(document), text)


def two_column_table() -> Sample:
    """A table without borders as the page's frame: white on dark on the left, the career on the right."""
    document = Document()
    left, right = document.add_table(1, 2).rows[0].cells
    shade(left, "1F3A5F")
    side = ["Mona Margin", "mona@example.com", "Skills", "Bookkeeping", "Dunning letters"]
    main = [
        "Experience",
        "Clerk, Dream Bakery, 2012 – 2020",
        "Wrote every invoice and collected most of them.",
    ]
    for cell, lines in ((left, side), (right, main)):
        cell.text = ""
        for line in lines:
            run = cell.add_paragraph().add_run(line)
            if cell is left:
                run.font.color.rgb = RGBColor(255, 255, 255)
    nested = right.add_table(2, 2)
    for row, words in zip(nested.rows, (("Sage", "8 years"), ("Excel", "12 years")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    text = " ".join([*side, *main, "Sage 8 years Excel 12 years"])
    return Sample(saved(document), text)


def text_boxes() -> Sample:
    """A template made of text boxes, one of them dark, anchored in the first paragraphs."""
    document = Document()
    title = document.add_paragraph("Boris Boxed")
    add_text_box(title, ["Contact", "boris@example.com", "555 0144"], fill="203040", colour="FFFFFF")
    work = document.add_paragraph("Work")
    add_text_box(work, ["2010 – 2022", "Baker at the Oven of Nowhere"])
    document.add_paragraph("Hobbies: sourdough")
    text = (
        "Boris Boxed Contact boris@example.com 555 0144 "
        "Work 2010 – 2022 Baker at the Oven of "
        "Nowhere Hobbies: sourdough"
    )
    return Sample(saved(document), text)


def table_of_jobs() -> Sample:
    """Employment as a table with a date column, cells of several paragraphs, merged cells and a dark header
    row."""
    document = Document()
    table = document.add_table(4, 3)
    for cell, word in zip(table.rows[0].cells, ("When", "What", "Where"), strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(word).font.color.rgb = RGBColor(255, 255, 255)
        shade(cell, "000000")
    jobs = [("2019 – 2024", "Gardener", "Castle of Air"), ("2015 – 2019", "Apprentice", "Nursery Nowhere")]
    for row, words in zip(table.rows[1:3], jobs, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.rows[1].cells[1].add_paragraph("Looked after nine hundred roses.")
    last = table.rows[3].cells
    last[0].merge(last[2]).text = "All dates are complete years"
    text = (
        "When What Where 2019 – 2024 Gardener Looked after nine hundred roses. Castle of Air "
        "2015 – 2019 Apprentice Nursery Nowhere All dates are complete years"
    )
    return Sample(saved(document), text)


def many_scripts() -> Sample:
    """Chinese, Arabic, Hindi, Thai and combining accents, ligatures and a line break within a paragraph."""
    document = Document()
    lines = [
        "软件工程师，十年工作经验",
        "مهندسة برمجيات خبرة عشر سنوات",
        "सॉफ्टवेयर इंजीनियर",
        "วิศวกรซอฟต์แวร์",
        "Dvořák",
    ]
    for line in lines[:-1]:
        document.add_paragraph(line)
    document.add_paragraph("Dvor\u030ca\u0301k")
    paragraph = document.add_paragraph("E\ufb03cient \ufb01nancial")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("co\u00adordination")
    return Sample(saved(document), " ".join([*lines, "Efficient financial coordination"]))


def revised_with_notes() -> Sample:
    """Tracked changes, a placeholder nobody filled in, a comment, a content control, a symbol bullet, two
    columns."""
    document = Document()
    paragraph = document.add_paragraph("Beekeeper since ")
    for xml in (
        '<w:del {0} w:id="1"><w:r><w:delText>2001</w:delText></w:r></w:del>',
        '<w:ins {0} w:id="2"><w:r><w:t>2011</w:t></w:r></w:ins>',
        "<w:sdt {0}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click "
        "here</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:sdt {0}><w:sdtContent><w:r><w:t>, forty hives</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:r {0}><w:instrText>HYPERLINK "x"</w:instrText></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    document.add_comment(paragraph.runs[0], text="check the year", author="nobody", initials="n")
    symbol = document.add_paragraph()
    symbol._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>Honey</w:t></w:r>')
    )
    columns = document.add_section(0)._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    document.add_paragraph("Wax and candles")
    return Sample(saved(document), "Beekeeper since 2011, forty hives • Honey Wax and candles")


DOCX_CVS: dict[str, Callable[[], Sample]] = {
    make.__name__: make
    for make in (
        plain_with_lists,
        two_column_table,
        text_boxes,
        table_of_jobs,
        many_scripts,
        revised_with_notes,
    )
}
