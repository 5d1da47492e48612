"""What browsers, word processors and typesetters do to a page, and what a reader makes of it."""

import io
import re
from collections.abc import Iterable

import pytest
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from shared.extraction import extract_text
from shared.extraction.docx import read_docx
from shared.extraction.glyphs import Glyph
from shared.extraction.normalise import clean
from shared.extraction.pdf import read_pdf
from shared.extraction.pieces import pieces_of
from shared.extraction.problems import UnreadableFile
from tests.extraction.docx_cvs import saved
from tests.extraction.fonts import dejavu
from tests.extraction.hostile import page_pdf, stream

_RIGHT = 540

type Line = tuple[float, float, str]
"""From the left, or to the right edge if negative; from the bottom; the words."""


def page(canvas: Canvas, lines: Iterable[Line], size: float = 10) -> None:
    """Draws ``lines`` in that order."""
    canvas.setFont("Helvetica", size)
    for x, y, words in lines:
        if x < 0:
            canvas.drawRightString(-x, y, words)
        else:
            canvas.drawString(x, y, words)


def lines_of(*pages: Iterable[Line]) -> list[str]:
    """The lines that are read of pages with these lines on them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for lines in pages:
        page(canvas, lines)
        canvas.showPage()
    canvas.save()
    return [line for line in clean(read_pdf(out.getvalue()).text).split("\n") if line]


def test_lines_in_a_font_that_tells_of_no_height_are_no_further_apart_for_having_no_tall_letters() -> None:
    # Its codes are those of other letters, as in a part of a font that only has the letters of the text.
    ciphered = str.maketrans("oe", "Ag")
    lines = "Checked the valves of a power plant near the river and at sea,", "once as a summer course ran on"
    drawn = " ".join(
        f"BT /F2 10 Tf 60 {700 - 16 * n} Td ({line.translate(ciphered)}) Tj ET"
        for n, line in enumerate(lines)
    )
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+Nowhere/FirstChar 32/LastChar 122/Widths[%b]"
        b"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/o 103/e]>>/FontDescriptor 6 0 R>>"
        % b" ".join([b"500"] * 91)
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/AAAAAA+Nowhere/Flags 32/Ascent 0/Descent 0/CapHeight 0/StemV 80"
        b"/ItalicAngle 0/FontBBox[0 0 900 900]>>"
    )
    data = page_pdf(stream(drawn.encode()), descriptor, font).replace(b"/F1 5 0 R", b"/F2 7 0 R")
    assert clean(read_pdf(data).text) == " ".join(lines)


def test_dates_and_places_that_a_browser_draws_before_the_lines_they_stand_beside() -> None:
    jobs = [
        ("Fictive Wards Trust", "Hull", "Staff Nurse", "02/2020 – 03/2024", "Dressed wounds of all kinds"),
        ("Invented Care Homes", "Runcorn", "Care Assistant", "2015 – 01/2020", "Washed and fed residents"),
        ("Pretend Surgery", "Leeds", "Receptionist", "2011 – 2014", "Answered the telephone"),
    ]
    floats, text, read = [], [], []
    for index, (where, place, title, dates, duty) in enumerate(jobs):
        y = 700 - 60 * index
        floats += [(-_RIGHT, y, place), (-_RIGHT, y - 14, dates)]
        text += [(60, y, where), (60, y - 14, title), (70, y - 28, duty)]
        read += [f"{where}\t{place}", f"{title}\t{dates}", duty]
    assert lines_of([*floats, *text]) == read


@pytest.mark.parametrize("said", ["", "With an essay on seams under water, read to the guild"])
def test_headings_titles_and_dates_that_a_browser_draws_after_all_paragraphs(said: str) -> None:
    studies = [
        ("Diploma in Welding of the College of Nowhere", "2012 - 2015"),
        ("Hydraulics at Sea at the Imaginary Academy", "2016 - 2017"),
        ("Golden Rivet of the Invented Guild", "2021"),
        ("Slinger of the Fictive Board", "2018"),
        ("Pumps at Sea in the Pretend Review", "2020"),
    ]
    praise = "Nothing leaves her shed half done, they say, and every fitter there agrees."
    paragraphs, titles, read = [], [], ["STUDIES AND PRIZES"]
    for index, (title, date) in enumerate(studies):
        y = 680 - 44 * index
        titles += [(60, y, title), (-_RIGHT, y, date)]
        paragraphs += [(60, y - 16, said)] if said else []
        read += [f"{title}\t{date}", *([said] if said else [])]
    paragraphs.append((70, 380, praise))
    headings = [(60, 702, "STUDIES AND PRIZES"), (60, 400, "REFERENCES")]
    assert lines_of([*paragraphs, *titles, *headings]) == [*read, "REFERENCES", praise]


def test_a_heading_in_the_margin_is_above_its_section_though_dates_float_beside_it() -> None:
    floats = [(-_RIGHT, 700, "2019 – 2024"), (-_RIGHT, 661, "2015 – 2019"), (-_RIGHT, 609, "2012 – 2015")]
    work = [
        (60, 692, "Experience"),
        (160, 700, "Ferry Engineer"),
        (160, 687, "Invented Lines"),
        (160, 674, "Overhauled the pumps of three ferries"),
        (160, 661, "Fitter"),
        (160, 648, "Pretend Yards"),
        (160, 635, "Aligned shafts"),
    ]
    studies = [(60, 601, "Education"), (160, 609, "Diploma"), (160, 596, "College of Nowhere")]
    read = lines_of([*floats, *work, *studies])
    assert read == [
        *("Experience", "Ferry Engineer\t2019 – 2024", "Invented Lines"),
        *("Overhauled the pumps of three ferries", "Fitter\t2015 – 2019", "Pretend Yards", "Aligned shafts"),
        *("Education", "Diploma\t2012 – 2015", "College of Nowhere"),
    ]


def test_a_row_of_a_table_with_a_long_section_beside_a_short_one_is_read_cell_by_cell() -> None:
    work = [
        *("Work", "Ferry Engineer", "Invented Lines, Hull", "Overhauled the pumps of three ferries a year"),
        *("Kept the log of spare parts", "Fitter", "Pretend Yards, Leith", "Aligned shafts and bearings"),
        "Welded pipes",
    ]
    side = ["Languages", "English", "Welsh, a little", "Polish"]
    # The lines of the short cell are closer together; but one stands beside a line of the long one.
    long_cell: list[Line] = [(60, 700 - 16 * n - 9 * (n > 1), line) for n, line in enumerate(work)]
    short_cell: list[Line] = [(360, 700 - 13.5 * n - 9 * (n > 0), line) for n, line in enumerate(side)]
    assert lines_of([*long_cell, *short_cell]) == work + side


def test_a_job_that_goes_on_below_a_margin_drawn_first_is_read_before_it() -> None:
    margin = ["Contact", "nadia@example.com", "Skills", "Triage", "Cannulation", "Wound care", "Datix"]
    work = ["Experience", "Ward Sister, Fiction Hospital", "2019 – 2024"]
    work += [f"Led ward number {n} through the winter with {n} colleagues." for n in range(2, 12)]
    read = lines_of(
        [
            *((400.0, 700.0 - 22 * n, line) for n, line in enumerate(margin)),
            *((60.0, 700.0 - 22 * n, line) for n, line in enumerate(work)),
        ]
    )
    assert read == work + margin


def test_a_period_broken_into_lines_beside_a_job_is_one() -> None:
    read = lines_of(
        [
            (60, 726, "Period"),
            (150, 726, "Position"),
            (60, 700, "October"),
            (60, 687, "2012 – April"),
            (60, 674, "2018"),
            (150, 700, "Management Accountant"),
            (150, 687, "Pretend Foods plc, a canner of fish"),
            (150, 674, "Prepared the accounts of two canneries"),
            (60, 640, "2008 –"),
            (60, 627, "today"),
            (150, 640, "Treasurer"),
            (150, 627, "Choir of Nowhere"),
            (60, 600, "2004 –"),
            (60, 587, "2008"),
            (150, 587, "Bookkeeper at the bottom of the row"),
        ]
    )
    assert "October 2012 – April 2018\tManagement Accountant" in read
    assert "2008 – today\tTreasurer" in read
    assert "2004 – 2008\tBookkeeper at the bottom of the row" in read
    assert "Period\tPosition" in read


def test_a_place_above_a_period_is_no_part_of_it() -> None:
    read = lines_of(
        [
            (60, 700, "Invented Polymers"),
            (-_RIGHT, 700, "Hull"),
            (60, 687, "Process Engineer"),
            (-_RIGHT, 687, "2019–2024"),
            (60, 674, "Sized heat exchangers and relief valves"),
        ]
    )
    assert read[:2] == ["Invented Polymers\tHull", "Process Engineer\t2019–2024"]


@pytest.mark.parametrize("main_at", [60, 310])
def test_a_column_as_wide_as_a_short_one_beside_it_goes_on_over_the_page(main_at: int) -> None:
    work = [f"Assisted {number} people on the ward of Nowhere" for number in range(30)]
    work[19:21] = ["Helped the oldest residents with", "washing and the stairs of the house"]
    beside = [f"Skill {number} of a long and old list of them" for number in range(8)]
    main = [(main_at, 780 - 14 * (at % 20), line) for at, line in enumerate(work)]
    short = [(370 - main_at, 780 - 14 * at, line) for at, line in enumerate(beside)]
    first = short + main[:20] if main_at > 300 else main[:20] + short
    read = lines_of(first, main[20:])
    assert "Helped the oldest residents with washing and the stairs of the house" in read
    assert read.index(work[0]) + 28 == read.index(work[-1])


def test_what_stands_in_the_margin_of_every_page_is_read_once() -> None:
    def margins(number: int) -> list[Line]:
        return [(60, 810, "Rita Runner – curriculum vitae"), (-_RIGHT, 30, f"Page {number} of 3")]

    read = lines_of(
        [*margins(1), (60, 780, "Experience"), (60, 60, "Groom, Pretend Stables")],
        [
            *margins(2),
            (60, 780, "2019 – 2024"),
            (60, 767, "Fed nine horses."),
            (60, 60, "Jockey, Fiction Races"),
        ],
        [*margins(3), (60, 780, "2015 – 2019"), (60, 767, "Rode in three races.")],
    )
    assert read == [
        "Rita Runner – curriculum vitae",
        "Experience",
        "Groom, Pretend Stables",
        "2019 – 2024",
        "Fed nine horses.",
        "Jockey, Fiction Races",
        "2015 – 2019",
        "Rode in three races.",
        "Page 3 of 3",
    ]


def test_years_at_the_end_of_two_pages_are_no_page_numbers() -> None:
    read = lines_of(
        [(60, 780, "Groom"), (60, 60, "Pretend Stables, 2018")],
        [(60, 780, "Jockey"), (60, 60, "Pretend Stables, 2019")],
    )
    assert read == ["Groom", "Pretend Stables, 2018", "Jockey", "Pretend Stables, 2019"]


def test_a_title_at_the_end_of_a_page_is_next_to_its_dates_on_the_following_one() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    page(canvas, [(60, 780, "Experience"), (60, 60, "Head Groom, Pretend Stables")])
    canvas.showPage()
    page(canvas, [(60, 790, "2019 – 2024"), (60, 760, "Bred horses, and looked after those that")])
    canvas.showPage()
    page(canvas, [(60, 790, "had run their last race.")])
    canvas.save()
    text = read_pdf(out.getvalue()).text
    assert "Head Groom, Pretend Stables\n2019 – 2024" in text
    assert "those that had run" in text


def test_a_heading_right_before_a_line_in_smaller_letters_is_another_line() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    page(canvas, [(60, 700, "Work")], 22)
    page(canvas, [(60 + canvas.stringWidth("Work", "Helvetica", 22) + 18.5, 700, "Head Baker")], 17)
    page(canvas, [(128, 680, "Pretend Bakery, 2019 – 2024"), (128, 665, "Baked rolls.")])
    canvas.save()
    assert clean(read_pdf(out.getvalue()).text).split("\n")[0] == "Work"


def test_pictures_of_a_font_of_icons_are_no_column() -> None:
    to_unicode = stream(
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <7e> <E034> endbfchar"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    rows = [
        ("Gardener, Castle of Air", "2019 - 2024", "Pruned"),
        ("Apprentice, Nursery", "2015 - 2019", "Dug"),
    ]
    icons = [b"BT /F2 16 Tf 50 %d Td (~) Tj ET" % (712 - 80 * n) for n in range(2)]
    below, titles = (
        [
            b"BT /F2 10 Tf 90 %d Td (%b) Tj ET" % (700 - 80 * n - 14 * at, row[at].encode())
            for n, row in enumerate(rows)
            for at in places
        ]
        for places in ((1, 2), (0,))
    )
    drawn = [*icons, *below, *titles]
    data = page_pdf(stream(b" ".join(drawn)), to_unicode, font).replace(b"/F1 5 0 R", b"/F2 7 0 R")
    read = [line.strip() for line in clean(read_pdf(data).text).split("\n") if line.strip()]
    assert read == [words for row in rows for words in row]


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("Looked after the herd and the in\u2010", "spection of milk", "the inspection of milk"),
        (
            "Weighed all trucks, planned breaks and rest-",
            "and night-time driving",
            "breaks and rest- and night-time",
        ),
        ("• Kept the databases and", "Linux servers of a mill alive", "databases and Linux servers"),
        ("Studied at the Academy of", "Nowhere", "Academy of Nowhere"),
        ("nora@nowhe", "re.example, Hull", "nora@nowhere.example, Hull"),
        ("E-mail: nora@nowhere.", "example", "E-mail: nora@nowhere.example"),
        ("nora.nobody", "@nowhere.example", "nora.nobody@nowhere.example"),
        ("Manager of two invented warehouses", "nora@nowhere.example", "warehouses\nnora@nowhere.example"),
        ("Planned works with other trades", "and/or the client", "trades and/or the client"),
        ("Leitete den Umbau der", "Werkstatt in Hull", "Umbau der Werkstatt"),
        ("nora@nowhere.example", "pages.example", "nora@nowhere.example pages.example"),
    ],
)
def test_words_parted_at_the_end_of_a_line(first: str, second: str, read: str) -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", dejavu()))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("DejaVu", 10)
    canvas.drawString(60, 700, first)
    canvas.drawString(60, 687, second)
    canvas.save()
    assert read in clean(read_pdf(out.getvalue()).text)


@pytest.mark.parametrize("program", ["pdfTeX-1.40", "Typst 0.13", "react-pdf", "groff 1.22"])
def test_a_hyphen_at_the_end_of_a_line_is_of_the_program_that_hyphenates(program: str) -> None:
    cells = [(60, 500, "Trade"), (160, 500, "Welding of refin-"), (160, 487, "ery pipes"), (250, 500, "Good")]
    labelled = [(60, 400, "2019 – 2021"), (140, 400, "Fitter, Invented Docks. Looked af-")]
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setProducer(program)
    page(canvas, [(60, 700, "Stocktaking in ware-"), (60, 687, "houses"), (60, 600, "nora@no-")])
    page(canvas, [(60, 587, "where.example"), *cells, *labelled, (130, 387, "ter cranes")])
    canvas.save()
    assert [line for line in read_pdf(out.getvalue()).text.split("\n") if line] == [
        "Stocktaking in warehouses",
        "nora@nowhere.example",
        "Trade\tWelding of refinery pipes\tGood",
        "2019 – 2021\tFitter, Invented Docks. Looked after cranes",
    ]


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("Ksi˛egowa wi˛ecej", "Księgowa więcej"),
        ("Ma~nana na Mo^ckov^e", "Mañana na Moĉkovê"),
        ("Exp´erience d'ing´enieure r´eseau `a Besan¸con", "Expérience d'ingénieure réseau à Besançon"),
        ("´Elodie J¨urgen ¨Oztürk, se˜nor, ma\u02c6ıtre", "Élodie Jürgen Öztürk, señor, maître"),
        ("a-mill´-of-5´-and¨-so-on", "a-mill´-of-5´-and¨-so-on"),
    ],
)
def test_accents_that_are_drawn_by_themselves_are_of_the_letter_at_their_place(drawn: str, read: str) -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", dejavu()))
    out = io.BytesIO()
    canvas = Canvas(out)
    x = 60.0
    for accent, letter in re.findall(r"(?:([´`¨˜¸˛~^\u02c6])(?=[^\W\d]))?(.)", drawn):
        canvas.setFont("DejaVu", 10)
        if accent:
            middle = x + pdfmetrics.stringWidth(letter, "DejaVu", 10) / 2
            # An ogonek is often of another font, with more room below the base line.
            y = 702.5 if letter.isupper() else 698 if accent == "˛" else 700
            canvas.drawCentredString(middle, y, accent)
        canvas.drawString(x, 700, letter)
        x += pdfmetrics.stringWidth(letter, "DejaVu", 10)
    canvas.save()
    assert clean(read_pdf(out.getvalue()).text) == read


def tall_letters(content: bytes, differences: bytes = b"") -> str:
    """What is read of text that TeX set in a font whose lines are half as high again as its letters."""
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/AAAAAA+Nowhere/FirstChar 32/LastChar 122/Widths[%b]"
        b"/Encoding<</BaseEncoding/WinAnsiEncoding%b>>/FontDescriptor 6 0 R>>"
        % (b" ".join([b"500"] * 91), differences)
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/AAAAAA+Nowhere/Flags 32/Ascent 1154/Descent -309/CapHeight 700"
        b"/StemV 80/ItalicAngle 0/FontBBox[0 -309 900 1154]>>"
    )
    drawn = stream(b"BT /F2 10 Tf 60 700 Td [%b] TJ ET" % content)
    data = page_pdf(drawn, descriptor, font, b"<</Producer(pdfTeX-1.40)>>")
    data = data.replace(b"/F1 5 0 R", b"/F2 7 0 R").replace(b"trailer\n<<", b"trailer\n<</Info 8 0 R")
    return clean(read_pdf(data).text)


@pytest.mark.parametrize("space", [b"180", b"120"])
def test_a_word_begins_at_a_narrow_space_after_a_letter_that_leans_over_it(space: bytes) -> None:
    assert tall_letters(b"(College of)-%b(Nowhere)" % space) == "College of Nowhere"


@pytest.mark.parametrize("leans_at", [65.6, 66.6])
def test_a_word_begins_where_the_program_says_so_after_a_letter_that_leans_both_ways(leans_at: float) -> None:
    boxes = {"o": (63.7, 67.5), "f": (leans_at, 72.5), "E": (72.4, 78.9), "a": (78.4, 83.4)}
    glyphs = [
        (Glyph(letter, (x0, 90, x1, 100), 0, False), (x0, 90, x1, 100)) for letter, (x0, x1) in boxes.items()
    ]
    glyphs[2][0].parted = True
    assert [piece.text for piece in pieces_of(glyphs)] == ["of Ea"]


def test_letters_that_browsers_draw_one_by_one_from_the_left_are_words_read_from_the_right() -> None:
    glyphs = []
    for letter, x0, x1 in (("ם", 60, 66), ("ל", 65.8, 71), ("ש", 77, 84), ("ל", 84, 88.5), ("ו", 88.3, 91)):
        glyph = Glyph(letter, (x0, 90, x1, 100), 0, False)
        glyph.parted = True
        glyphs.append((glyph, glyph.box))
    assert [piece.text for piece in pieces_of(glyphs)] == ["ולש לם"]


def test_the_years_of_a_page_that_is_read_from_the_right_are_in_the_order_of_time() -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", dejavu()))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("DejaVu", 10)
    for y, title, years in ((700, "יוסינ", "2024 – 2019"), (680, "הלכשה", "06/2014 - 09/2010")):
        canvas.drawRightString(540, y, title)
        canvas.drawString(60, y, years)
    canvas.save()
    assert re.findall("[0-9].*[0-9]", clean(read_pdf(out.getvalue()).text)) == [
        "2019 – 2024",
        "09/2010 - 06/2014",
    ]


def test_the_stroke_that_tex_draws_through_a_letter_is_part_of_it() -> None:
    suppress = b"/Differences[32/suppress]"
    assert tall_letters(b"(G)( )500(lowka is)-500(a)( )(mi)( )500(l)", suppress) == "Głowka is a mił"
    # That of a word's first letter begins a little further right than the letter.
    assert tall_letters(b"(is)-330( )540(Lis)-330(La)", suppress) == "is Łis La"


def test_cells_of_a_table_with_words_below_each_other_are_a_line() -> None:
    read = lines_of(
        [
            (60, 700, "Senior"),
            (60, 687, "Mechanical"),
            (60, 674, "Engineer"),
            (128, 700, "Invented"),
            (128, 687, "Exchangers"),
            (200, 700, "2016 – 2021"),
            (290, 700, "Sized exchangers for refineries, wrote models of the"),
            (290, 687, "tube sheets and went to the tests."),
        ]
    )
    assert read[0] == "Senior Mechanical Engineer\tInvented Exchangers\t2016 – 2021"


def test_a_date_half_way_down_its_cell_belongs_to_the_first_line() -> None:
    lines: list[Line] = []
    for y, title, dates in (
        (700, "Draughtsman, Pretend Pumps", "2018 – 2024"),
        (630, "Fitter, Air Ltd", "2014 – 2018"),
    ):
        lines.append((60, y - 26, dates))
        lines += [
            (200, y, title),
            (200, y - 13, "Drew pipes and brackets"),
            (200, y - 26, "Checked lists of parts"),
        ]
        lines += [(200, y - 39, "Sharpened pencils"), (200, y - 52, "Swept the floor")]
    read = lines_of(lines)
    assert read[0] == "2018 – 2024\tDraughtsman, Pretend Pumps"
    assert read[5] == "2014 – 2018\tFitter, Air Ltd"


def test_dates_in_the_margin_are_read_beside_their_jobs_though_a_heading_is_among_them() -> None:
    margin: list[Line] = [(60, 720, "Experience")]
    lines: list[Line] = []
    for y, dates, title in ((700, "04/2018 – 2024", "Dispatcher"), (600, "08/2014 – 03/2018", "Clerk")):
        margin.append((60, y, dates))
        lines += [
            (200, y, title),
            (200, y - 20, "Pretend Haulage"),
            (200, y - 40, "Planned the tours of forty lorries"),
        ]
        lines.append((200, y - 60, "Wrote the papers for the customs"))
    heading = [
        (60.0, 500.0, "Education"),
        (60.0, 480.0, "School of Nowhere, diploma in transport and logistics, 2014"),
    ]
    read = lines_of([*lines, *heading, *margin])
    assert "04/2018 – 2024\tDispatcher" in read
    assert "08/2014 – 03/2018\tClerk" in read
    assert read.index("Education") > read.index("08/2014 – 03/2018\tClerk")


def test_dates_in_the_last_cell_of_a_row_stand_beside_the_title() -> None:
    document = Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Head Baker\nPretend Bakery"
    cells[0].add_paragraph("Baked rolls for nine schools.")
    cells[1].text = "2019 – 2024"
    read = clean(read_docx(saved(document)).text).split("\n")
    assert read == ["Head Baker\t2019 – 2024", "Pretend Bakery", "Baked rolls for nine schools."]


async def test_a_label_and_its_value_are_further_apart_than_words() -> None:
    document = Document()
    document.add_paragraph("Occupation or position held\tMechanical Engineer")
    extracted = await extract_text(saved(document), filename="cv.docx", content_type=None)
    assert extracted.text == "Occupation or position held   Mechanical Engineer"


def test_a_page_that_is_a_picture_is_told_of() -> None:
    from PIL import Image

    out = io.BytesIO()
    canvas = Canvas(out)
    page(canvas, [(60, 700, "Paula Picture")])
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    canvas.save()
    extracted = read_pdf(out.getvalue())
    assert clean(extracted.text) == "Paula Picture"
    assert [warning.startswith("Left out: 1 page that is a picture") for warning in extracted.warnings] == [
        True
    ]


def test_a_pdf_that_holds_other_files_says_so() -> None:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.embed_file(bytes=b"%PDF-1.4 the CV", basename="cv.pdf")
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(bytes(pdf.output()))
    assert "holds other files" in caught.value.message


def test_a_form_that_only_one_program_shows_is_refused_with_what_to_do() -> None:
    content = stream(b"BT /F1 12 Tf 50 700 Td (Please wait) Tj ET")
    data = page_pdf(content).replace(
        b"/Type/Catalog", b"/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>/Type/Catalog", 1
    )
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data)
    assert "print it to PDF" in caught.value.message
