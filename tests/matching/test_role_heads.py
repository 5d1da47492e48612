"""A role's title, employer and dates in the orders and notations that CVs have: the title is read, and from when."""

from datetime import date

import pytest

from shared.matching import read_cv
from shared.matching.job_titles import title_in

TITLE, COMPANY, PLACE = "Warehouse Supervisor", "Hillbrook Foods Ltd", "Leeds"
HEADS = r"""
{T}, {C}, {L}, Jan 2019 - Present
{T} | {C} | Jan 2019 – Present
{C} — {T} (Jan 2019 – Present)
Jan 2019 - Present: {T}, {C}
01/2019 - Present   {T}   {C}
2019 - present {T} at {C}
{T}\n{C}, {L}\nJanuary 2019 - Present
{C}\n{T}\nJanuary 2019 to date
January 2019 to present\n{T}\n{C}, {L}
{C}, {L}\nJan 2019 – now\n{T}
{T} at {C} since January 2019
{T} - {C} - {L} - 01.2019 - heute
**{T}**, *{C}* (Jan 2019 - current)
{C} ({L}) | {T} | 2019-01 - Present
Company: {C}\nDesignation: {T}\nDuration: Jan 2019 to till date
Employer: {C}\nJob Title: {T}\nDates: 01/2019 - ongoing
Organization : {C}\nRole : {T}\nPeriod : Jan'19 - Till Date
{T}\n{C} · Full-time\nJan 2019 - Present · 7 yrs 10 mos\nLeeds, England, United Kingdom
{C}\nFull-time · 7 yrs 10 mos\n{T}\nJan 2019 - Present · 7 yrs 10 mos
{T} ( January 2019 - Present )\n{C}
{T}/ {C} / 2019 - Present
Jan. 2019 – Present | {C}, {L}\n{T}
From January 2019 to present\n{C}\nPosition held: {T}
{T} (Permanent), {C}, {L} Jan 19 – Present
{C} {L}\n{T} 1/2019 to Current
1/2019 to Current\n{T}\n{C} – {L}, UK
{T} January 2019 to Current\n{C} – {L}
Company Name January 2019 to Current {T}\n{L}
{C}, {L} - {T}\nJAN 2019 - PRESENT
{C} , {L}\t\tJan 2019 – Present\n{T}
{T}\t\t\tJan 2019 – Present\n{C}\t\t\t{L}
• {T} – {C} (Jan 2019–Present)
1. {T}, {C}, Jan 2019 - Present
Working as {T} in {C} from Jan 2019 to till date.
Currently working with {C} as {T} since January 2019
Jan 2019 onwards - {T}, {C}
{T}, {C}; 2019–
{T} @ {C}, Jan 2019 - Present
[Jan 2019 - Present] {T}, {C}
2019/01 – Present\n{C}\n{T}
01/01/2019 - Present {T}, {C}
{T} | Jan 2019 – Present\n{C} | {L}
Q1 2019 – Present {T}, {C}
Spring 2019 - Present, {T}, {C}
January 2019-Present {C}: {T}
{T} – {C}, {L} (7 years, 2019 to present)
{C}\n({L}) Jan 2019 - Present\n{T} – Nights
{T}, Jan 2019 - Present, {C}
POSITION: {T}\nCOMPANY: {C}\nFROM: Jan 2019 TO: Present
{T}\n \n, \n01/2019\n \nto \nCurrent\n \n{C}\n \n– \n{L}\n \n, \nUK
January 2019\nto\nCurrent\n{C}\n \n{L}\n \n, \nUK\n \n{T}
01/2019\n \nto \nCurrent\n{T}\n \n{C}\n \n{L}
Managed stock. January 2019\n \nto \nCurrent\n{C}\n \nï¼ \n{L}\n \n, \nUK\n{T}
January 2019 to Current\n{C}\n \n{L}\n \n{T}
01/2019 to Current\nPresently working as a {T} at {C}, {L}.
{T}\n \n{L}\n \n, \nUK\n \n{C}\n \n/\n \nAug 2019\n \nto \nCurrent
{T}\n{L}, UK\n \n{C}\n \n/\n \nAug 2019 to Current Met the goals of customer service
Period: Jan 2019 to till date\nSystem: Oracle, Linux\n& two others\nDescription: Stock of a wholesaler.\nRole: {T}
"""


@pytest.mark.parametrize("head", HEADS.strip().split("\n"))
def test_the_head_of_a_role_is_read(head: str) -> None:
    shown = head.replace("\\n", "\n").replace("\\t", "\t").format(T=TITLE, C=COMPANY, L=PLACE)
    profile = read_cv(
        f"Sam Sample\nsam@example.com\n\nWork Experience\n\n{shown}\n- Ran a shift of twelve pickers\n"
        "- Cut picking errors by 30 %\n\nEducation\nGCSEs, York High School, 2012\n\nSkills\nForklift, Excel\n",
        as_of=date(2026, 11, 1),
    )
    (role,) = profile.roles
    assert role.title.startswith(TITLE)
    assert role.current
    assert role.first_month // 12 == 2019


def test_in_one_line_with_bullets_a_title_stands_before_its_dates() -> None:
    profile = read_cv(
        "Sam Sample sam@example.com Profile: Careful engineer. Work Experience: Data Engineer, Hillbrook Ltd, "
        "Jan 2020 - Present • Built data pipelines for 12 teams • Moved 300 tables Junior Developer, Brackenfold "
        "plc, Mar 2016 - Dec 2019 • Wrote REST APIs in Python Education: BSc Computer Science, 2015",
        as_of=date(2026, 11, 1),
    )
    assert [role.title for role in profile.roles] == ["Data Engineer", "Junior Developer"]
    assert profile.total_years > 10


SCHOOLS = """
Brackenfold Primary School, Leeds
University of Brackenfold, Boston, MA
St Brack's College, Derby
Brackenfold Genomics Inc., Cambridge, MA
Brackenfold County Board of Education
Brackenfold Institute of Technology
Brackenfold Master Bakers Ltd
Vehicle Licence Bureau, Hull
Study Abroad Brackenfold Ltd, York
Brackenfold School District, OH
"""
AROUND_SCHOOLS = r"""
{C}   2019 – 2022\n{T}
{T}\n{C}   2019 – 2022
{C}\n{T}\nJan 2019 - Dec 2022
{T}, {C}, 2019-2022
{C} | {T} | 01/2019 – 12/2022
2019–2022  {C}\n{T}
{C}\n2019 – 2022\n{T}
{T}\nJanuary 2019 to December 2022\n{C}
{C} (2019 to 2022)\n\n{T}
"""


@pytest.mark.parametrize("around", AROUND_SCHOOLS.strip().split("\n"))
@pytest.mark.parametrize("school", SCHOOLS.strip().split("\n"))
def test_who_works_where_others_study_has_a_role(school: str, around: str) -> None:
    assert _titles_in(around, school, "Catering Manager") == ["Catering Manager"]


FIRMS = """
Nurse Finders Ltd
Baker & Sons
Cook Group
Director Magazine
Taylor Mason LLP
Painter Bros Ltd
Volunteer Centre Hull
March Networks
Level 39 Ltd
"""
AROUND_FIRMS = r"""
{C}   2019 – 2022\n{T}
{T}\n{C}   2019 – 2022
{C}\n{T}\nJan 2019 - Dec 2022
{T}, {C}, 2019-2022
2019–2022  {C}\n{T}
{T}\nJanuary 2019 to December 2022\n{C}
{C} (2019 to 2022)\n\n{T}
"""


@pytest.mark.parametrize("around", AROUND_FIRMS.strip().split("\n"))
@pytest.mark.parametrize("firm", FIRMS.strip().split("\n"))
def test_a_firm_with_the_name_of_an_occupation_names_no_title(firm: str, around: str) -> None:
    assert _titles_in(around, firm, "Software Engineer") == ["Software Engineer"]


@pytest.mark.parametrize(
    ("head", "titles"),
    [
        ("Bar Manager, Hillbrook University Students' Union, 2015-2018", ["Bar Manager"]),
        ("President, Student Union, 2015-2018", []),
        ("Physical Therapist Assistant (PTA), Hillbrook Rehab, 2015-2018", ["Physical Therapist Assistant"]),
        ("Secretary of the PTA, 2015-2018", []),
        ("Receptionist (voluntary), Hillbrook Hospice, 2015-2018", []),
    ],
)
def test_what_is_not_paid_for_is_no_role(head: str, titles: list[str]) -> None:
    assert _titles(f"{head}\n- Ran the front desk\n") == titles


def test_study_among_the_jobs_is_none() -> None:
    assert _titles("Chemist, Mock Labs, 2013 – 2020\nUniversity of Nowhere, 2010 – 2013\nChemistry, 2:1") == [
        "Chemist"
    ]
    assert _titles(
        "BSc Chemistry, University of Nowhere, 2010 – 2013\n\nChemist, Mock Labs, 2013 – 2020"
    ) == ["Chemist"]


def test_a_sentence_of_a_list_that_is_broken_before_its_dates_names_the_title() -> None:
    assert _titles(
        "• Working as Technical Lead with Hillbrook Technologies Pvt Ltd, Pune\nfrom Jan 2021 to till date.\n"
        "• Worked as Test Analyst in Brackenfold Solutions India Pvt.\nLtd., Hyderabad from July 2018 to Dec 2020.\n"
        "• Worked as Data Engineer in Mock Infosystems, Chennai from Apr\n2016 to June 2018"
    ) == ["Technical Lead", "Test Analyst", "Data Engineer"]


def test_a_title_may_be_broken_in_two() -> None:
    assert _titles(
        "Hillbrook Distribution — Accounts\nPayable Specialist — Apr 2019 to present\n* invoices"
    ) == ["Accounts Payable Specialist"]


def test_a_title_below_its_dates_is_none_of_the_next_role() -> None:
    shown = "2017 to 2019\nThe Pretend Arms, Chef de Partie\n2019 to 2024\nThe Mock Inn, Sous Chef"
    assert _titles(shown) == ["Chef de Partie", "Sous Chef"]


def test_people_whom_a_line_tells_of_are_no_title() -> None:
    shown = "Sept 2016 – date   Brackenfold Academy (11-18 mixed), Norwich\nResponsible for eight teachers"
    assert _titles(shown) == [""]


def _titles_in(around: str, employer: str, title: str) -> list[str]:
    shown = around.replace("\\n", "\n").format(C=employer, T=title)
    return _titles(f"{shown}\n- Kept the records of twelve people\n")


def _titles(experience: str) -> list[str]:
    text = f"Sam Sample\nLeeds\n\nWORK EXPERIENCE\n\n{experience}\n\nEDUCATION\nHigh school, 2009\n"
    return [role.title for role in read_cv(text, as_of=date(2026, 11, 1)).roles]


def test_since_when_something_is_done_is_no_role_beside_others() -> None:
    assert _titles(
        "Architect, Hillbrook Studio, 2021 to now\n• Revit daily since 2019, Rhino\n\n"
        "Also: Advent of Code every year since 2022"
    ) == ["Architect"]
    assert len(_titles("I have written Java for a living since March 2021 at an insurer in Hillbrook.")) == 1


def test_what_is_done_since_a_year_in_the_present_role_is_none_of_its_own() -> None:
    role = "Receptionist, Mock Inn, 03/2022 - today\n- Check-in\n"
    assert _titles(f"{role}- Since 2024 covers the duty manager on two evenings") == ["Receptionist"]
    assert len(_titles(f"{role}- Since 2024: Shift Leader")) == 2


@pytest.mark.parametrize(
    ("experience", "titles"),
    [
        (
            "Organization      Designation            From        To\n"
            "Hill Biologics    QC Chemist             Sep 2022    Present\n"
            "Brack Labs, Hyd.  Lab Technician         Jun 2018    Aug 2022",
            ["QC Chemist", "Lab Technician"],
        ),
        (
            "Senior Manager, Online Marketing\nHillbrook Supply, Round Rock, TX\nMarch 2023 to Present",
            ["Senior Manager, Online Marketing"],
        ),
        (
            "Traffic Controller, Hillbrook Bulk Ltd\nallocation of 30 drivers, mileage and wage sheets\n"
            "02/2016 until 04/2020",
            ["Traffic Controller"],
        ),
        (
            "2014 – 2018\nTransport Planner\n: routed 25 units, driver phones at 4 am\nHillbrook Ltd\n\n"
            "2008 – 2014\nReceptionist\nBrackenfold Ltd",
            ["Transport Planner", "Receptionist"],
        ),
        ("The Copper Still, Tetbury – Sous Chef – from April 2022, ongoing", ["Sous Chef"]),
        ("Infrastructure Engineer\nHillbrook Steel Fabricators\nFeb 2020 – now", ["Infrastructure Engineer"]),
        (
            "Head of Acquisition & Retention\nHillbrook Skincare, Austin\n2022–2024",
            ["Head of Acquisition & Retention"],
        ),
        ("Quiz Officer\nHillbrook Ltd, Leeds\n2022–2024", ["Quiz Officer"]),
        ("Hill Inn – Sous Chef, 2019 to 2022; Chef de Partie, 2016 to 2019", ["Sous Chef", "Chef de Partie"]),
        ("Transport Planner, Hillbrook, 2021 - now\nTo sit the exam in spring 2027", ["Transport Planner"]),
        ("Hillbrook Nursing Home, 2018 - 2022\nReceptionist", ["Receptionist"]),
        (
            "07/2015\nEquity Trading Analyst\nHillbrook\nBuilt models",
            ["Equity Trading Analyst"],
        ),
        ("Safety Intern\nJul 2008\nHillbrook\n\nCook\n2001 - 2003\nMock Inn", ["Safety Intern", "Cook"]),
        ("Mock Liaison\nJan 2013 to Jan 2015\nHillbrook", ["Mock Liaison"]),
        ("Coordinator of Quiz Nights\nJan 2013 to Jan 2015", ["Coordinator of Quiz Nights"]),
        (
            "Sorting Manager\nJan 2014 to Jan 2016\nHillbrook\nLaunched an affiliate pilot with 9 shops\n"
            "Global Quizzes & Prizes Coordinator\n07/2012 to 12/2013\nHillbrook",
            ["Sorting Manager", "Global Quizzes & Prizes Coordinator"],
        ),
        (
            "Nurse\nJan 2014 to Jan 2016\nHillbrook\nSupervisor: A. Sample (555-0142)\nApril 2006 to July 2007\n"
            "Brackenfold Ltd\nReceptionist",
            ["Nurse", "Receptionist"],
        ),
        ("Hillbrook Centre\nMarch 2013 to May 2014\nMock riding volunteer", []),
        ("12/2012 to 11/2013\nStylist and Receptionist\nHillbrook", ["Stylist and Receptionist"]),
        (
            "Livestock and Crop Technician, Hillbrook Farm, May 2019 - June 2021",
            ["Livestock and Crop Technician"],
        ),
        (
            "Assistant, Quizzes and Prizes\nMay 2009 to June 2011\nHillbrook",
            ["Assistant, Quizzes and Prizes"],
        ),
        ("Hillbrook\nJan 2008 to Jan 2013\nBonn\nMarketing Coordinator, Asia", ["Marketing Coordinator"]),
        (
            "### Hillbrook - Sous Chef\n\n> Bonn, Germany\n> 01/2015 - 06/2016\n\n- Ran the pass\n\n"
            "### Mock Inn - Line Cook\n> Bonn, Germany\n> 02/2013 - 12/2014\n\n- Cooked",
            ["Sous Chef", "Line Cook"],
        ),
        (
            "company - Hillbrook Controls\ndescription - Heading Bonn Branch [Mock Ltd]      From Aug 2017 till date\n"
            "Designation - Operations Manager\n1. Reviewed orders",
            ["Operations Manager"],
        ),
        (
            "Hillbrook\n \nBonn\n \n, \nGermany\n \nLead Fence Installer\n \n08/2011\n \nto \n12/2011\nPay: 21.00\n"
            "Per Hour Hours per week: 40 Supervisor: A. Sample ((555) 0142) Yes Lifted\nposts into 50 fields",
            ["Lead Fence Installer"],
        ),
        (
            "Hillbrook\n \nJune 2000\n \nto \nJune 2001\n \nPortfolio Administrator\n \nBonn\n \n, \nGermany\n"
            "Kept the figures of 70 firms and wrote to the CEO,\nCFO, COO of the firms about quarterly figures, splits and cash flow\n"
            "Mock Mills\n \nOctober 1998\n \nto \nJune 2000\n \nStaff Accountant\n \nBonn\n \n, \nGermany\nKept the books.",
            ["Portfolio Administrator", "Staff Accountant"],
        ),
        ("2016-2018    HILLBROOK, Staff SE ---------------- Bonn", ["Staff SE"]),
        ("• Working as Executive (Legal) at Hillbrook Mills Ltd since Jan '2012.", ["Executive (Legal)"]),
    ],
)
def test_titles_are_found_where_other_words_stand_about_them(experience: str, titles: list[str]) -> None:
    assert _titles(experience) == titles


@pytest.mark.parametrize(
    "told",
    [
        "Sourcing Manager (2007 - March 2015)",
        "2012 - 2014 Knitwear   $12 million at cost",
        "Adopted Scrum from 2012 to 2013 with a team of three",
    ],
)
def test_what_was_done_in_a_role_is_none_of_its_own(told: str) -> None:
    assert _titles(f"Sourcing Manager\nJan 2007 to Jan 2015\nHillbrook\n{told}\nCut the cost of yarn\n") == [
        "Sourcing Manager"
    ]


@pytest.mark.parametrize("heading", ["Core Accomplishments", "Key Skills"])
def test_years_among_skills_and_accomplishments_are_no_role(heading: str) -> None:
    shown = read_cv(
        f"Sam Sample\n{heading}\n2013- Planted the first garden of a hotel\nMargin grew 2012-2014\n"
        "Experience\nCook\nJan 2015 to Jan 2018\nMock Inn\n",
        as_of=date(2026, 11, 1),
    )
    assert [role.title for role in shown.roles] == ["Cook"]


def test_two_roles_of_one_title_that_follow_each_other_are_two() -> None:
    assert _titles("Cook, Mock Inn, Jan 2018 - Mar 2018\nCook, Brack Inn, Apr 2018 - Dec 2018") == [
        "Cook",
        "Cook",
    ]


def test_in_a_long_line_the_part_beside_the_dates_names_the_title() -> None:
    shown = (
        "Experience   Manager   10/2014 to 04/2015   Hillbrook   Trained the staff of two restaurants and kept the "
        "rota. Was project manager for the tender of a new till and its vendor   IT and Communications Co-op   "
        "01/2013 to 05/2014   Brackenfold   Wrote articles about the people of the firm and their days at work"
    )
    assert _titles(shown) == ["Manager", "IT and Communications Co-op"]


def test_a_page_that_is_printed_twice_tells_of_its_roles_once() -> None:
    page = "Cook\nJan 2014 to Jan 2016\nHillbrook\nCooked for forty guests\n"
    assert _titles(f"{page}\nWORK EXPERIENCE\n\n{page}") == ["Cook"]


def test_the_last_word_of_a_sentence_is_no_heading() -> None:
    shown = (
        "Cook\nJan 2014 to Jan 2016\nHillbrook\nHeld\npresentations.\nApril 2012 to May 2013\nMock Inn\nFed 9"
    )
    assert _titles(shown) == ["Cook", ""]


@pytest.mark.parametrize("heading", ["Summary", "Accomplishments"])
def test_what_stands_above_the_jobs_dates_none(heading: str) -> None:
    shown = read_cv(
        f"Sam Sample\n{heading}\nI have run Mock Manager since March 2012 -\nGuest Chef of Hillbrook 2014-2015\n"
        "Experience\nCook\nJan 2015 to Jan 2018\nMock Inn\n",
        as_of=date(2026, 11, 1),
    )
    assert [role.title for role in shown.roles] == ["Cook"]


def test_posts_that_the_duties_of_a_role_date_are_none_of_their_own() -> None:
    assert _titles(
        "* Systems Analyst (2011-now)\n  * Hillbrook College\n"
        "  * Duties include: Head of IT (2021-now), Lecturer (2023-now)\n\n* Cook (2008-2010)\n  * Mock Inn\n"
    ) == ["Systems Analyst", "Cook"]


def test_a_project_headed_below_a_role_is_none_of_its_own() -> None:
    assert _titles(
        "### Hillbrook | Line Cook | Jan 2017 - Sep 2019\n\n#### The wedding season (2017 - 2018) - Head Chef\n\n"
        "- Fed 300 guests\n\n### Mock Inn | Kitchen Porter | 2014 - 2016\n- Washed up\n"
    ) == ["Line Cook", "Kitchen Porter"]


def test_the_posts_headed_below_a_firm_and_its_years_are_roles() -> None:
    assert _titles(
        "### Hillbrook (2010 - 2019)\n\n#### Head Chef (2015 - 2019)\n- Ran the pass\n\n"
        "#### Line Cook (2010 - 2015)\n- Fed 300 guests\n"
    )[-2:] == ["Head Chef", "Line Cook"]


def test_a_job_is_told_once_more_by_its_years() -> None:
    assert _titles(
        "- **Position:** Research Scientist, Hillbrook, 2021-Present\n- **Position:** Lab Technician, Mock, 2017-2020\n"
        "\nResearch Experience\n\n- **Hillbrook (2021-Present):** light in glass\n- **Mock (2017-2020):** glass\n"
    ) == ["Research Scientist", "Lab Technician"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Research Fellow (supervisor: Prof. A. Sample), Mock Institute", "Research Fellow"),
        ("Ph.D. Fellow (supervisor: Prof. A. Sample)", "Ph.D. Fellow"),
        ("Young Researcher | Mock Institute of Mathematics and Glass", ""),
        ("Ph.D. in Logistics, advised by Professor Sample", ""),
    ],
)
def test_who_supervised_somebody_is_no_title_of_theirs(line: str, title: str) -> None:
    found, families = title_in(line)
    assert (found if sum(families.values()) > 0.5 else "") == title


@pytest.mark.parametrize("line", ["Research grant of the Mock Society", "Scholarship for a stay in Bonn"])
def test_what_is_granted_for_some_time_is_no_role(line: str) -> None:
    assert _titles(f"Cook, Hillbrook, 2015 - now\n* June 2020 - March 2021: {line}") == ["Cook"]


def test_own_projects_among_the_jobs_are_none() -> None:
    assert _titles(
        "### Hillbrook | April 2015 - [Present]\n\nI fix what clients report.\n\n"
        "### Personal Projects | July 2008 - [Present]\n\n- I wrote a game\n"
    ) == [""]


def test_a_cv_in_fields_names_its_titles_in_one() -> None:
    assert _titles(
        "experience:\n  list:\n    - title: Network Technician\n      dates: 2016-Present\n      company: Hillbrook\n"
        "      items:\n        - details: Ran the network\n"
        "    - title: Line Cook\n      dates: 2009-2012\n      company: Mock Inn\n"
    ) == ["Network Technician", "Line Cook"]


def test_entities_take_no_room_between_dates() -> None:
    assert _titles(
        "2019/08&thinsp;–&thinsp;present\n:    **Research Associate**, *Mock Institute*\n\n"
        "2017/10&thinsp;&ndash;&thinsp;2018/07\n:    **Line Cook**, *Hillbrook Inn*\n"
    ) == ["Research Associate", "Line Cook"]


def test_a_list_of_the_best_students_is_no_dean() -> None:
    assert _titles(
        "Cook, Hillbrook, 2015 - now\n\nAwards\n*Dean's list, 3.5\nSpring 2016 *Boot Camp of Hillbrook"
    ) == ["Cook"]


def test_dates_of_projects_are_no_role_beside_jobs() -> None:
    projects = "Projects\nCost of a menu, Mock Society, January 2019 - May 2019\n"
    assert _titles(f"Cook, Hillbrook, 2015 - now\n\n{projects}") == ["Cook"]
    assert len(read_cv(f"Una Sample\n\n{projects}").roles) == 1


MARKDOWN = """# Sam Sample

## Work Experience
### Hillbrook Mills | Leeds
#### Senior Copy Editor: March 2018 - June 2020
- Wrote the manuals of two looms

## **Brackenfold LLC | York**
### Looms Department Head: April 2017 – October 2017
- Trained the juniors

### Manager: March 2012- August 2013
- Ran the family bakery

## Volunteering
## Sample Society | York
### Deputy Steward: May 2011 - present
- Took part in seminars

## Publishing
### A blog
Written from 2016 to 2019.
"""


def test_a_heading_as_high_as_that_of_the_jobs_may_be_an_employer() -> None:
    shown = read_cv(MARKDOWN, as_of=date(2026, 11, 1))
    assert [role.title for role in shown.roles] == [
        "Senior Copy Editor",
        "Looms Department Head",
        "Manager",
    ]
    assert shown.total_years == 4.4


def test_a_line_that_ends_with_the_name_of_a_firm_is_no_sentence() -> None:
    for firm in ("Sample Inc.", "Muestra S.A.", "Hillbrook & Co.", "Hillbrook Ltd.", "Brackenfold Corp."):
        text = (
            f"Experience\n\nWarehouse Supervisor, {firm}\nLeeds, England, Jan 2019 - Dec 2021\n- Led a team\n"
        )
        (role,) = read_cv(text, as_of=date(2026, 11, 1)).roles
        assert role.title == "Warehouse Supervisor", firm


def test_a_title_may_stand_far_before_the_dates_of_a_long_line() -> None:
    gap = " " * 90
    text = (
        f"PROFESSIONAL EXPERIENCE:  Staff Nurse{gap}Hillbrook Clinic, Leeds, England{gap}Jan 2019 to Dec 2021 "
        "Took care of the patients of two wards and taught students, kept the records and ordered what was "
        "needed, told the families how their relatives were and planned the discharges with the doctors."
    )
    assert [role.title for role in read_cv(text, as_of=date(2026, 11, 1)).roles] == ["Staff Nurse"]


def test_a_figure_that_grew_is_no_period() -> None:
    text = (
        "Experience\nRecruiter, Sample Ltd, Jan 2013 - Dec 2016\n"
        "Doubled the drivers in the pool, from 40 in 2015 to 81 in 2016.\n"
    )
    assert [role.title for role in read_cv(text, as_of=date(2026, 11, 1)).roles] == ["Recruiter"]


@pytest.mark.parametrize(
    "done", ["Expanded the sales of two shops by a tenth from 2017-2018, which led to a prize"]
)
def test_when_something_was_done_without_a_bullet_is_no_role(done: str) -> None:
    text = (
        "Work History\nSales Executive\n10/2017 to 01/2019\nSample Ltd, Leeds\n"
        f"{done}\nCooked for the team\nPorter\n02/2015 to 09/2017\nHillbrook Inn, York\n"
    )
    roles = read_cv(text, as_of=date(2026, 11, 1)).roles
    assert [role.title for role in roles] == ["Sales Executive", "Porter"]


def test_a_heading_below_the_dates_of_another_is_of_the_next_role() -> None:
    text = """## Experience

### Consultor de Datos | Muestra SA

Septiembre 2021 - Agosto 2023

#### Client: Business Analyst | Hillbrook

Enero 2022 - Agosto 2023

- Mapped the processes of two mills
"""
    first, *_ = read_cv(text, as_of=date(2026, 11, 1)).roles
    assert first.title == "Consultor de Datos"


def test_an_office_in_a_society_below_the_jobs_is_none_of_them() -> None:
    text = (
        "Experience\nSystems Engineer, Sample Ltd, May 2010 to Sep 2013\n- Kept the servers of two mills\n"
        "Additional Information\nTau Society of Engineers; Vice President 2005-2007\n"
    )
    assert read_cv(text, as_of=date(2026, 11, 1)).total_years == 3.4


WORKED = "Sam Sample\n\nExperience\nDietitian\nHillbrook Clinic, Jan 2017 - Present\n- Planned menus for forty people.\n"


@pytest.mark.parametrize(
    "more",
    [
        "- Received 'Best Performer' awards for five consecutive years (2019-2024)\n",
        "\nAchievements\nBest Performer Awards\n2019-2024\n",
        "\nAwards\nSilver medal as a young chef, 2018 - 2019\n",
        "\nSkills\nRegistered Dietitian Nutritionist, 12345678, Apr 2020-Present\n",
        "\nCertifications\nRegistered Dietitian Nutritionist, 12345678, Apr 2020-Present\n",
    ],
)
def test_what_was_won_or_is_held_with_a_number_is_no_role(more: str) -> None:
    roles = read_cv(WORKED + more, as_of=date(2026, 11, 24)).roles
    assert [role.title for role in roles] == ["Dietitian"]


def test_who_looks_after_awards_works() -> None:
    text = "Sam Sample\n\nAwards Manager, Hillbrook Foods Ltd, Jan 2019 - Present\n- Ran the awards of the trade.\n"
    assert len(read_cv(text, as_of=date(2026, 11, 24)).roles) == 1


def test_two_periods_of_one_line_are_one_job_with_a_gap() -> None:
    text = (
        "Sam Sample\n\nExperience\nCook\nHillbrook Inn\nApril 2021 – May 2021, Aug 2021 – Sept 2021\n"
        "- Cooked lunches for forty guests.\n\nBaker\nHillbrook Foods\nJan 2019 – Mar 2021\n- Baked bread.\n"
    )
    shown = read_cv(text, as_of=date(2026, 11, 24))
    assert [role.title for role in shown.roles] == ["Cook", "Cook", "Baker"]
    assert shown.total_years == pytest.approx(31 / 12, abs=0.1)
    assert "chef" in shown.roles[1].duties


@pytest.mark.parametrize(
    "job",
    [
        "- ### Senior Data Analyst — Example Games\n  Leeds\n  Jan 2019 - Mar 2022\n  - Made reports\n",
        "### - Senior Data Analyst — Example Games\n\n  Jan 2019 - Mar 2022\n\n  Made reports.\n",
        "* Senior Data Analyst, Example Games\n  Leeds, UK\n  Jan 2019 - Mar 2022\n  * Made reports\n",
    ],
)
def test_the_title_of_a_job_that_is_an_item_of_a_list_is_read(job: str) -> None:
    text = f"Sam Sampleton\n\n## Experience\n\n{job}"
    assert [role.title for role in read_cv(text, as_of=date(2026, 11, 1)).roles] == ["Senior Data Analyst"]


def test_a_duty_above_the_dates_of_the_next_job_is_no_title_of_it() -> None:
    text = (
        "Sam Sampleton\n\nExperience\n\nCook, Example Inn\n2016 - 2018\n- Trained waiters\n- Chef for parties\n"
        "Sample Hall\n2019 - 2021\n- Cleaned rooms\n"
    )
    assert [role.title for role in read_cv(text, as_of=date(2026, 11, 1)).roles] == ["Cook", ""]


@pytest.mark.parametrize("label", ["Technologies Used", "Technologies", "Tools", "Tools used", "Environment"])
@pytest.mark.parametrize("heading", ["", "Experience\n"])
def test_the_tools_of_a_job_on_a_line_of_their_own_are_of_that_job(label: str, heading: str) -> None:
    cv = (
        f"Sam Sample\n{heading}PHP Developer, Example Soft\nAugust 2019 to January 2024\nTour booking site.\n"
        f"{label}: jQuery, CodeIgniter, MySQL\nWrote the booking calendar in PHP."
    )
    shown = read_cv(cv, as_of=date(2026, 1, 1))
    months = {skill.name: skill.months for skill in shown.skills}
    assert months["MySQL"] == months["PHP"] == 54


def test_tools_listed_behind_the_jobs_are_of_none() -> None:
    cv = "Sam Sample\nExperience\nPHP Developer, Example Soft\nAugust 2019 to January 2024\nBooking site.\n\nTools: MySQL"
    shown = read_cv(cv, as_of=date(2026, 1, 1))
    assert [skill.months for skill in shown.skills if skill.name == "MySQL"] == [None]


def test_below_firms_with_their_places_and_years_the_titles_stand_throughout() -> None:
    shown = (
        "Full Charge Bookkeeper\nHarrow Referral Assoc., Lowell, MA 2008-2017\nAccount Clerk\n"
        "Example Realtors, Salem, MA 2004-2008\nReferral Clerk\nMock & Co 1999-2004\nAssistant Bookkeeper"
    )
    assert _titles(shown) == ["Account Clerk", "Referral Clerk", "Assistant Bookkeeper"]


def test_above_firms_with_their_places_and_years_the_titles_stand_where_the_last_is_followed_by_duties() -> (
    None
):
    shown = (
        "Head Bookkeeper\nExample Realtors, Salem, MA 2004-2008\nOffice Manager\nMock Inc., Lowell, MA 1999-2004\n"
        "Kept the ledgers of the office in order and paid the bills."
    )
    assert _titles(shown) == ["Head Bookkeeper", "Office Manager"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_title_apart_from_its_employer_and_dates_is_that_of_the_role(between: str) -> None:
    shown = (
        f"Experience\n\nProcess Engineer{between}Mock Chemicals Ltd\nApr 2018 – Present\n\n"
        f"Sized heat exchangers and valves.\n\nPlant Operator{between}Example Polymers\nAug 2014 – Mar 2018\n\n"
        "Ran the night shift of a plant."
    )
    assert _titles(shown) == ["Process Engineer", "Plant Operator"]


def test_a_workshop_assistant_has_a_job_and_a_workshop_is_an_event() -> None:
    text = "Experience\n{} - 03/2015 - 06/2018\n\n03/2019 - 06/2022 Mechanic, Example Motors\n- Brakes and clutches.\n"
    years = [
        read_cv(text.format(line), as_of=date(2026, 11, 1)).total_years
        for line in ("Workshop Assistant, Example Garage", "Safety workshops")
    ]
    assert years == [6.7, 3.3]
