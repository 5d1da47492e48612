"""Invented CVs as PDF files, laid out the ways that CVs are, each with its text in reading order."""

import io
import re
from collections.abc import Callable
from typing import NamedTuple

from fpdf import FPDF
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    ListFlowable,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from tests.extraction.fonts import dejavu


class Sample(NamedTuple):
    data: bytes
    text: str
    """In reading order; how it is broken into lines is of no account."""


_STYLES = getSampleStyleSheet()
_BODY = _STYLES["BodyText"]
_HEAD = _STYLES["Heading2"]
_WIDTH, _HEIGHT = A4

_JOBS = [
    (
        "Payroll Specialist, Pretend Foods Ltd",
        "2019 – 2024",
        [
            "Ran the monthly payroll of 1,400 people at six sites, on time for sixty months in a row.",
            (
                "Moved the whole of time recording from paper to an app, and trained ninety line "
                "managers to use it."
            ),
        ],
    ),
    (
        "Payroll Clerk, Imaginary Logistics",
        "2014 – 2019",
        [
            "Prepared pension and tax reports.",
            (
                "Answered questions of drivers about night shift pay, in person and by telephone, and "
                "kept notes."
            ),
        ],
    ),
]


def one_column() -> Sample:
    """Headings, bullets, dates against the right margin; platypus, two pages."""
    out = io.BytesIO()
    story = [
        Paragraph("Petra Payroll", _STYLES["Title"]),
        Paragraph("petra@example.com · Leeds · 555 0100", _BODY),
    ]
    text = ["Petra Payroll petra@example.com · Leeds · 555 0100"]
    for chapter in ("Experience", "Earlier experience", "Other experience"):
        story.append(Paragraph(chapter, _HEAD))
        text.append(chapter)
        for title, dates, duties in _JOBS * 2:
            row = Table(
                [[title, dates]], colWidths=[120 * mm, 40 * mm], style=[("ALIGN", (1, 0), (1, 0), "RIGHT")]
            )
            bullets = ListFlowable(
                [Paragraph(duty, _BODY) for duty in duties], bulletType="bullet", start="•"
            )
            story += [row, bullets, Spacer(0, 6)]
            text += [title, dates, *(f"• {duty}" for duty in duties)]
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return Sample(out.getvalue(), " ".join(text))


def dark_sidebar() -> Sample:
    """A coloured column of contacts and skills in white on the left, the career on the right; frames."""
    out = io.BytesIO()
    light = ParagraphStyle("light", parent=_BODY, textColor=colors.white)
    light_head = ParagraphStyle("light head", parent=_HEAD, textColor=colors.white)

    def paint(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFillColorRGB(0.13, 0.22, 0.36)
        canvas.rect(0, 0, 62 * mm, _HEIGHT, stroke=0, fill=1)

    side = Frame(4 * mm, 10 * mm, 56 * mm, 277 * mm)
    main = Frame(66 * mm, 10 * mm, 136 * mm, 277 * mm)
    document = BaseDocTemplate(out, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=[side, main], onPage=paint))
    contacts = ["sara@example.com", "555 0111", "14 Nowhere Street, Bristol"]
    skills = [
        "Excel and Power Query",
        "SAP HCM",
        "Sage 50",
        "Pension auto enrolment",
        "Statutory sick pay rules",
    ]
    story = [Paragraph("Sara Sidebar", light_head), *(Paragraph(line, light) for line in contacts)]
    story += [Paragraph("Skills", light_head), *(Paragraph(line, light) for line in skills), FrameBreak()]
    text = ["Sara Sidebar", *contacts, "Skills", *skills]
    profile = (
        "Payroll professional with ten years of practice in food and logistics, known for clean "
        "month ends, plain "
        "words and for leaving every process a little simpler than it was found."
    )
    story += [Paragraph("Profile", _HEAD), Paragraph(profile, _BODY), Paragraph("Experience", _HEAD)]
    text += ["Profile", profile, "Experience"]
    for title, dates, duties in _JOBS:
        story += [Paragraph(f"{title}, {dates}", _BODY), *(Paragraph(duty, _BODY) for duty in duties)]
        text += [f"{title}, {dates}", *duties]
    document.build(story)
    return Sample(out.getvalue(), " ".join(text))


def sidebar_on_two_pages() -> Sample:
    """A narrow column on the left and the career beside it, both going on on the next page."""
    return _with_sidebar(on_the_left=True, again=["Languages", "English, first language", "Welsh, fluent"])


def sidebar_at_the_right_of_the_first_page() -> Sample:
    """The career goes on on the next page, the narrow column beside it, which begins a little higher, has
    come to its end."""
    return _with_sidebar(on_the_left=False, again=[], higher=4)


def _with_sidebar(*, on_the_left: bool, again: list[str], higher: int = 0) -> Sample:
    out = io.BytesIO()
    side, main = ((10, 50), (70, 130)) if on_the_left else ((150, 50), (10, 130))  # from the left, width; mm
    heights = {side: 256 + higher, main: 256}
    frames = [
        Frame(left * mm, 20 * mm, width * mm, heights[left, width] * mm)
        for left, width in sorted((side, main))
    ]
    document = BaseDocTemplate(out, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    margin = ["Sid Sidebar", "sid@example.com", "Skills", "Payroll of 900", "Sage 50", "SAP HCM", "Excel"]
    career = ["Experience"]
    for year in range(2022, 2002, -2):
        career.append(f"Payroll Clerk, Invented Foods of {year}, {year} to {year + 2}")
        career += [f"Paid some {year + number} people on the last working day." for number in range(4)]
    pages = list(zip((margin, again), (career[:27], career[27:]), strict=True))
    story: list[Flowable] = []
    for page in pages:
        for column in page if on_the_left else page[::-1]:
            story += [Paragraph(line, _BODY) for line in column] or [Spacer(0, 1)]
            story.append(FrameBreak())
    document.build(story[:-1])
    sides = (margin + again, career)
    first, second = sides if on_the_left else sides[::-1]
    return Sample(out.getvalue(), " ".join(first + second))


def newspaper_on_two_pages() -> Sample:
    """Two columns of one width; what has no room in the second goes on in the first of the next page."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4)
    frames = [Frame(left * mm, 20 * mm, 90 * mm, 260 * mm) for left in (10, 110)]
    document.addPageTemplates(PageTemplate(frames=frames))
    lines = [
        f"Paid {300 + number} people of Pretend Foods at {number} sites on the last working day of the month, and "
        "answered what they asked about it."
        for number in range(50)
    ]
    document.build([Paragraph(line, _BODY) for line in lines])
    return Sample(out.getvalue(), " ".join(lines))


def one_date_below_a_heading() -> Sample:
    """A heading and right below it a role with its dates against the right margin; then a gap."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    sections = {
        "EXPERIENCE": (
            "Senior Bookkeeper, Madeup Accountants",
            "03/2020 – Present",
            "VAT returns for 38 clients",
        ),
        "EDUCATION": (
            "BA Business Studies, University of Nowhere",
            "2013 – 2016",
            "Dissertation on cash flow",
        ),
    }
    y = 760
    for heading, (what, when, more) in sections.items():
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, y, heading)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, y - 20, what)
        canvas.drawRightString(540, y - 20, when)
        canvas.drawString(60, y - 46, more)
        y -= 70
    canvas.save()
    return Sample(
        out.getvalue(), " ".join(" ".join([heading, *lines]) for heading, lines in sections.items())
    )


def name_beside_address() -> Sample:
    """A name in large letters, beside it an address in small ones that begins higher."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    name, address = ("Ilse Muster", "Process Engineer"), ("1 Nowhere Road", "Sheffield", "UK", "+44 555 0100")
    for size, y, line in zip((24, 15), (740, 713), name, strict=True):
        canvas.setFont("Times-Roman", size)
        canvas.drawString(60, y, line)
    canvas.setFont("Times-Roman", 9)
    for index, line in enumerate(address):
        canvas.drawRightString(530, 764 - 12 * index, line)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(60, 650, "Engineer for solvents and polymers")
    canvas.save()
    return Sample(out.getvalue(), " ".join([*name, *address, "Engineer for solvents and polymers"]))


def places_and_dates_at_the_right() -> Sample:
    """Each role with two lines that have something against the right margin, no gap between the roles."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    rows = [
        ("Fictive Chemicals", "Hull"),
        ("Senior Process Engineer", "2019–present"),
        ("Led studies of hazards for three plants", ""),
        ("Cut the use of steam by a seventh", ""),
        ("Invented Polymers", "Runcorn"),
        ("Process Engineer", "2015–2019"),
        ("Sized heat exchangers and relief valves", ""),
    ]
    for index, (left, right) in enumerate(rows):
        canvas.drawString(60, 700 - 13 * index, left)
        canvas.drawRightString(540, 700 - 13 * index, right)
    canvas.save()
    return Sample(out.getvalue(), " ".join(" ".join(filter(None, row)) for row in rows))


def form_with_an_address() -> Sample:
    """Rows of a label and a value, the last of which begins in a small letter, under a title in the middle."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    canvas.drawCentredString(_WIDTH / 2, 760, "RESUME")
    rows = [("Name", "Suresh Samplekar"), ("Mobile", "+91 555 01 00"), ("E-mail", "suresh@example.in")]
    for index, (label, value) in enumerate(rows):
        canvas.drawString(60, 742 - 18 * index, label)
        canvas.drawString(200, 742 - 18 * index, value)
    canvas.save()
    return Sample(out.getvalue(), " ".join(["RESUME", *(" ".join(row) for row in rows)]))


def columns_of_one_pitch() -> Sample:
    """Two columns of text whose base lines agree, the right one drawn first, under a title across both."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    left = [
        "Curriculum of a teacher who has",
        "taught mathematics and physics in",
        "three towns to pupils between ten",
        "and nineteen years of age, and who",
        "has led a department of eight.",
        "Qualified in 2009 with distinction",
        "at the College of Nowhere.",
    ]
    right = [
        "Head of mathematics since 2018 at",
        "Pretend Academy: timetable, exams",
        "and induction of new colleagues.",
        "Before that six years at a school",
        "for adults, where evening courses",
        "doubled in size, and three years",
        "as a tutor for sixth formers.",
    ]
    canvas.setFont("Helvetica", 10)
    for index, line in enumerate(right):
        canvas.drawString(310, 700 - 13 * index, line)
    for index, line in enumerate(left):
        canvas.drawString(60, 700 - 13 * index, line)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 760, "Theodora Tworow, teacher of mathematics and physics")
    canvas.save()
    title = "Theodora Tworow, teacher of mathematics and physics"
    return Sample(out.getvalue(), " ".join([title, *left, *right]))


def columns_close_together() -> Sample:
    """A long column and a short one with hardly a gutter, drawn one after the other."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    left = [
        ("Payroll Clerk, Imaginary Logistics", "York"),
        ("Entered starters, leavers and overtime of 600 drivers", ""),
        ("Prepared the bank files, pension uploads and tax forms", ""),
        ("Office Assistant, Fictional Traders", "Hull"),
        ("Answered the switchboard and kept the petty cash", ""),
        ("Scanned invoices and booked the couriers of a day", ""),
        ("Shop Assistant, Pretend Foods", "Hull"),
        ("Sold bread and pies and counted the till in the evening", ""),
    ]
    right = ["Skills", "Sage 50 Payroll", "Bank files", "Pensions", "Languages", "English", "Polish"]
    edge = 320.0
    for index, (what, where) in enumerate(left):
        canvas.drawString(60, 700 - 13 * index, what)
        canvas.drawRightString(edge, 700 - 13 * index, where)
    for index, line in enumerate(right):
        canvas.drawString(edge + 4, 699 - 14.5 * index, line)
    canvas.save()
    return Sample(out.getvalue(), " ".join([*(" ".join(filter(None, row)) for row in left), *right]))


def columns_drawn_by_line() -> Sample:
    """Two columns that a program drew from left to right across both, line by line."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=11)
    left = [
        "Electrician with a gold card and",
        "eleven years on sites large and",
        "small, from hospitals down to the",
        "rewiring of old farm houses in the",
        "north of the county. Able to lead",
        "a gang of four and to plan its",
        "week without a foreman.",
    ]
    right = [
        "Tickets held at present are the",
        "eighteenth edition, inspection and",
        "testing, working at height and the",
        "driving of scissor lifts, the last",
        "of them renewed in spring. First",
        "aid at work since the beginning",
        "of last year.",
    ]
    for one, other in zip(left, right, strict=True):
        y = pdf.get_y()
        pdf.set_xy(20, y)
        pdf.cell(70, 6, one)
        pdf.set_xy(110, y)
        pdf.cell(70, 6, other)
        pdf.ln(6)
    return Sample(bytes(pdf.output()), " ".join(left + right))


def table_of_jobs() -> Sample:
    """Employment as a table with wrapped cells and lines, then skills as a table of short cells; platypus."""
    out = io.BytesIO()
    jobs = [
        (
            "2018 – today",
            "Ward sister, intensive care, leading fourteen nurses in a unit of twelve beds",
            "Fiction Hospital",
        ),
        (
            "2014 – 2018",
            "Staff nurse caring for ventilated patients and for their families",
            "Clinic of Nowhere, Leeds",
        ),
        ("2010 – 2014", "Nurse on a surgical ward", "St. Nobody"),
    ]
    skills = [
        ("Skill", "Years", "Level"),
        ("Ventilation", "9", "expert"),
        ("Dialysis", "6", "expert"),
        ("Triage", "2", "basic"),
    ]
    rows = [[Paragraph(cell, _BODY) for cell in row] for row in jobs]
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    story = [
        Paragraph("Tabea Tables", _STYLES["Title"]),
        Paragraph("Employment", _HEAD),
        Table(rows, colWidths=[30 * mm, 70 * mm, 40 * mm], style=grid),
        Paragraph("Skills", _HEAD),
        Table([list(row) for row in skills], style=grid),
        Paragraph("References on request", _BODY),
    ]
    SimpleDocTemplate(out, pagesize=A4).build(story)
    words = [
        "Tabea Tables",
        "Employment",
        *(" ".join(row) for row in jobs),
        "Skills",
        *(" ".join(row) for row in skills),
    ]
    return Sample(out.getvalue(), " ".join([*words, "References on request"]))


def labels_in_the_margin() -> Sample:
    """Section names in a margin on the left, drawn before everything else."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    sections = {
        "Profile": [
            "Cook with a love for vegetables",
            "and nine years in hotel kitchens,",
            "two of them as sous chef.",
        ],
        "Work": [
            "Sous chef, Hotel Mirage, since 2020.",
            "Menus for banquets of two hundred.",
            "Demi chef, Inn of Sand, 2015 to 2020.",
        ],
        "School": [
            "Catering college, Nowhere, 2015.",
            "Allergen awareness, level 3, 2021.",
            "Food safety, level 3, 2022.",
        ],
    }
    for pass_ in ("labels", "lines"):
        y = 760
        for label, lines in sections.items():
            canvas.setFont("Helvetica-Bold" if pass_ == "labels" else "Helvetica", 11)
            if pass_ == "labels":
                canvas.drawString(50, y, label)
            else:
                for index, line in enumerate(lines):
                    canvas.drawString(150, y - 14 * index, line)
            y -= 70
    canvas.save()
    text = " ".join(" ".join([label, *lines]) for label, lines in sections.items())
    return Sample(out.getvalue(), text)


def months_in_a_narrow_margin() -> Sample:
    """From and to below each other in a margin, close beside two lines that say what was done then."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    roles = [
        (("03/2019–", "Present"), ("Payroll Specialist, Pretend Foods", "Ran the payroll of 1,400 people.")),
        (("09/2014–", "02/2019"), ("Payroll Clerk, Imaginary Logistics", "Prepared the bank files.")),
        (
            ("June 2012", "–", "August 2014"),
            ("Office Assistant, Fictional Traders", "Kept the petty cash.", "Scanned invoices."),
        ),
    ]
    y = 700
    for when, what in roles:
        canvas.setFont("Helvetica", 11)
        for index, line in enumerate(when):
            canvas.drawRightString(112, y - 14 * index, line)
        canvas.setFont("Helvetica", 10)
        for index, line in enumerate(what):
            canvas.drawString(120, y - 14 * index, line)
        y -= 42
    canvas.save()
    return Sample(out.getvalue(), " ".join(" ".join([*when, *what]) for when, what in roles))


def ligatures_and_spaced_headings() -> Sample:
    """Ligature glyphs, letter-spaced headings, justified text, curly quotes; fpdf2 and an embedded font."""
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("DejaVu", fname=dejavu())
    pdf.set_font("DejaVu", size=11)
    pdf.set_char_spacing(4)
    pdf.cell(text="EXPERIENCE", new_x="LMARGIN", new_y="NEXT")
    pdf.set_char_spacing(0)
    prose = (
        "Of\ufb01ce manager who \ufb01rst con\ufb01gured the work\ufb02ow of a “di\ufb03cult” "
        "\ufb02eet of forty vans, then "
        "cut the cost of fuel by a \ufb01fth; e\ufb00ective in French and German – naïve about nothing."
    )
    pdf.multi_cell(120, 6, prose, align="J", new_x="LMARGIN", new_y="NEXT")
    pdf.set_char_spacing(3)
    pdf.cell(text="FURTHER TRAINING", new_x="LMARGIN", new_y="NEXT")
    pdf.set_char_spacing(0)
    pdf.cell(text="Certi\ufb01ed in \ufb01rst aid.")
    plain = (
        prose.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\ufb03", "ffi").replace("\ufb00", "ff")
    )
    return Sample(bytes(pdf.output()), f"EXPERIENCE {plain} FURTHER TRAINING Certified in first aid.")


def cyrillic_and_greek() -> Sample:
    """Two pages with a running header and footer, of which one each is text of the CV."""

    class Running(FPDF):
        def header(self) -> None:
            self.set_font("DejaVu", size=8)
            self.cell(0, 6, "Зоя Пример – резюме", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("DejaVu", size=8)
            self.cell(0, 6, f"страница {self.page_no()}")

    russian = "Инженер по охране труда с опытом работы на трёх заводах; провела обучение двухсот сотрудников."
    greek = "Υπεύθυνη ασφάλειας σε εργοτάξια με δέκα χρόνια εμπειρίας και πτυχίο μηχανικού."
    pdf = Running()
    pdf.add_font("DejaVu", fname=dejavu())
    pages = []
    for title, prose in (("Опыт работы", russian), ("Εμπειρία", greek)):
        pdf.add_page()
        pdf.set_font("DejaVu", size=14)
        pdf.cell(0, 10, title, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("DejaVu", size=10)
        pdf.multi_cell(0, 6, prose)
        pages.append(f"{title} {prose}")
    return Sample(bytes(pdf.output()), f"Зоя Пример – резюме {' '.join(pages)} страница 2")


def hebrew_and_arabic() -> Sample:
    """Text from right to left with Latin words and digits in it, shaped."""
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("DejaVu", fname=dejavu())
    pdf.set_font("DejaVu", size=12)
    pdf.set_text_shaping(use_shaping_engine=True)
    lines = ["מהנדסת תוכנה", "ניסיון של עשר שנים", "مهندسة برمجيات", "خبرة في إدارة المشاريع"]
    for line in lines:
        pdf.cell(0, 10, line, align="R", new_x="LMARGIN", new_y="NEXT")
    return Sample(bytes(pdf.output()), " ".join(lines))


def arabic_as_browsers_draw_it() -> Sample:
    """Letter by letter, the leftmost first, with Latin words and years in the line."""
    pdfmetrics.registerFont(TTFont("DejaVu", dejavu()))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    lines = ["محمد أحمد", "2015 - 2020 مهندس في شركة Machine Learning التقنية", "بيانات"]
    y = 780
    for line in lines:
        # Words from the right; the letters of each from the left.
        x = 540.0
        words = re.findall("Machine Learning|[^ ]+", line)
        for word in words:
            x -= pdfmetrics.stringWidth(word, "DejaVu", 12)
            shown = word if word.isascii() else word[::-1]
            at = x
            for letter in shown:
                canvas.setFont("DejaVu", 12)
                if letter != " ":
                    canvas.drawString(at, y, letter)
                at += pdfmetrics.stringWidth(letter, "DejaVu", 12)
            x -= 4
        y -= 20
    canvas.save()
    return Sample(out.getvalue(), " ".join(lines))


def chinese_and_japanese() -> Sample:
    """Fonts that are not in the file, as Asian programs like to do."""
    for name in ("STSong-Light", "HeiseiMin-W3"):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    chinese = ["个人简历", "软件工程师，十年工作经验", "精通分布式系统和数据库"]
    japanese = ["職務経歴書", "看護師として八年間勤務", "救急病棟の主任を担当"]
    y = 780
    for font, lines in (("STSong-Light", chinese), ("HeiseiMin-W3", japanese)):
        for line in lines:
            canvas.setFont(font, 12)
            canvas.drawString(60, y, line)
            y -= 20
    canvas.save()
    return Sample(out.getvalue(), " ".join(chinese + japanese))


def turned_page() -> Sample:
    """A page whose content lies on its side and which says so, with an upright label along the edge."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4))  # As it is looked at.
    canvas.setPageRotation(90)
    canvas.setFont("Helvetica", 11)
    lines = [
        "Rita Rotated",
        "Crane driver with a licence for tower cranes",
        "Twelve years without an accident",
    ]
    canvas.saveState()
    canvas.translate(80, 100)
    canvas.rotate(90)
    for index, line in enumerate(lines):
        canvas.drawString(0, -18 * index, line)
    canvas.restoreState()
    canvas.drawString(300, 780, "CURRICULUM VITAE")
    canvas.save()
    return Sample(out.getvalue(), " ".join([*lines, "CURRICULUM VITAE"]))


def typeset_by_tex() -> Sample:
    """No space characters, only gaps; words broken at line ends; a short-lined justified paragraph."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setProducer("pdfTeX-1.40.25")
    font = "DejaVu"
    pdfmetrics.registerFont(TTFont(font, str(dejavu())))
    canvas.setFont(font, 10)
    lines = [
        "Researcher in hydrology with an inter-",
        "est in the mod-",
        "elling of floods and in the main-",
        "tenance of gauges.",
    ]
    y = 760.0
    for line in lines:
        x = 72.0
        for word in line.split():
            canvas.drawString(x, y, word)
            x += pdfmetrics.stringWidth(word, font, 10) + (3.3 if line != lines[-1] else 1.85)
        y -= 12
    canvas.save()
    return Sample(
        out.getvalue(),
        (
            "Researcher in hydrology with an interest in the modelling of floods and in the "
            "maintenance of gauges."
        ),
    )


def filled_in_form() -> Sample:
    """A form of an employment office; what was typed into its fields is part of the CV."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 12)
    answers = {"Name": "Felix Formular", "Trade": "Roofer and scaffolder", "Since": "2011"}
    for index, (label, value) in enumerate(answers.items()):
        y = 760 - 40 * index
        canvas.drawString(60, y, label)
        canvas.acroForm.textfield(
            name=label, value=value, x=140, y=y - 6, width=250, height=20, fontSize=12, borderWidth=0
        )
    canvas.save()
    return Sample(out.getvalue(), " ".join(f"{label} {value}" for label, value in answers.items()))


def poster_of_boxes() -> Sample:
    """Boxes in two columns as a design program draws them: in the order in which they were made."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)

    def box(x: float, y: float, title: str, prose: str) -> None:
        style = ParagraphStyle("box", parent=_BODY, alignment=TA_JUSTIFY)
        for flowable in (Paragraph(title, _HEAD), Paragraph(prose, style)):
            _, height = flowable.wrap(220, 400)
            flowable.drawOn(canvas, x, y - height)
            y -= height + 4

    texts = {
        "Experience": (
            "Stage manager at the Theatre of Nowhere since 2016, with eighty evenings a season and a"
            " crew of nine, after five years as an assistant."
        ),
        "Languages": (
            "Italian from home, English in daily work, Spanish enough for touring companies and "
            "their lorry drivers."
        ),
        "About": (
            "Calm in the dark. Reads scores, builds schedules that survive the premiere and writes "
            "every cue down."
        ),
        "Training": (
            "Diploma in stage technology, 2011; safety officer for events since 2014; forklift licence."
        ),
    }
    box(320, 700, "Experience", texts["Experience"])
    box(320, 500, "Languages", texts["Languages"])
    box(60, 700, "About", texts["About"])
    box(60, 480, "Training", texts["Training"])
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(60, 760, "Viola Vorhang – stage manager and all-rounder")
    canvas.save()
    order = ["About", "Training", "Experience", "Languages"]
    text = " ".join(f"{title} {texts[title]}" for title in order)
    return Sample(out.getvalue(), f"Viola Vorhang – stage manager and all-rounder {text}")


PDF_CVS: dict[str, Callable[[], Sample]] = {
    make.__name__: make
    for make in (
        one_column,
        dark_sidebar,
        sidebar_on_two_pages,
        sidebar_at_the_right_of_the_first_page,
        newspaper_on_two_pages,
        one_date_below_a_heading,
        name_beside_address,
        form_with_an_address,
        places_and_dates_at_the_right,
        columns_of_one_pitch,
        columns_close_together,
        columns_drawn_by_line,
        table_of_jobs,
        labels_in_the_margin,
        months_in_a_narrow_margin,
        ligatures_and_spaced_headings,
        cyrillic_and_greek,
        hebrew_and_arabic,
        arabic_as_browsers_draw_it,
        chinese_and_japanese,
        turned_page,
        typeset_by_tex,
        filled_in_form,
        poster_of_boxes,
    )
}
