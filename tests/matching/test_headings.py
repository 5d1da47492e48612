"""Headings of postings and CVs as people write them, and what stands below them."""

import pytest

from shared.matching import read_cv, read_posting
from shared.matching.cleaning import clean
from shared.matching.heading_kinds import heading_kind
from shared.matching.sections import find_sections

HEADINGS = {
    "required": """
        Requirements | What you'll need | What you need | What we're looking for | What we look for | Who
        you are | About you | You have | Your profile | Your background | Skills | Key Skills | Skills &
        Experience | Skills and experience required | Essential | Essential criteria | Essential skills |
        Must have | Must-haves | Minimum qualifications | Basic Qualifications | Qualifications | Required
        qualifications | Required Skills | Required | Experience | Experience & qualifications | Person
        specification | The person | Candidate profile | The ideal candidate | Ideal candidate | The
        successful candidate | The candidate | What you bring | What you'll bring | What you bring to the
        table | Knowledge, skills and abilities | KSAs | Competencies | Technical skills | Technical
        requirements | Tech stack | Our stack | Mandatory skills | Primary skills | Desired Candidate
        Profile | Eligibility | Eligibility criteria | Job requirements | Position requirements | Minimum
        requirements | Entry requirements | To be considered you must | To apply you need | Selection
        criteria | Key selection criteria | You will have | You'll have | You should have | You must have |
        You are | Do you have? | Do you have what it takes? | Is this you? | Are you the right person? | We
        need you to have | We require | We expect | Our expectations | Your skills | Your experience | Ideal
        experience | Education and experience | Education & Training | Licences and certifications |
        Certifications | Licensure | Skills required | Experience required | Requirements: | REQUIREMENTS |
        ** Requirements ** | 1. Requirements | Anforderungen | Ihr Profil | Dein Profil | Das bringst du mit
        | Profil recherché | Votre profil | Requisitos | Perfil | What makes you a great fit | Why you're a
        great fit | You'll be a great fit if | You might be a fit if | This role is for you if | We'd love
        to hear from you if you have | You may be a good fit if you have | What it takes | What it takes to
        succeed | Skills you'll need | Things you'll need | What will make you successful | How you qualify
        | Who can apply | Who should apply | Requirement | Role requirements | Specific requirements |
        Experience and skills | Professional experience | Relevant experience | Personal profile | Profile |
        Job Specification | Key requirements | Core competencies | Technical competencies | Skill set |
        Skillset | Skills/Qualifications | Knowledge | Knowledge and experience | Attributes |
        Qualifications & Experience | Qualifications/Experience | Minimum criteria | Criteria | Applicants
        must have | The requirements | Our requirements | About your skills | The skills you need | Hard
        skills | We are looking for someone with | We're looking for | Looking for""",
    "preferred": """
        Nice to have | Nice-to-haves | Preferred | Preferred qualifications | Preferred skills | Desirable |
        Desirable criteria | Desired | Desired skills | Bonus | Bonus points | Bonus points if | Plus |
        Pluses | A plus | Good to have | Would be great | It's a plus if you have | Additional skills |
        Additional qualifications | Optional | Not required but nice | We'd love it if | Extra credit |
        Ideally | Ideally you have | Advantageous | Beneficial | Secondary skills | Assets | Considered an
        asset | Nice to have but not essential | Even better if | Brownie points | Preference | Preferences
        | Preferred experience | Von Vorteil | Wünschenswert | Un plus | Se valorará | What would make you
        stand out | Standout qualities | You'll stand out if | Icing on the cake | Extra points | Cherry on
        top | Would be a plus | Will be an advantage | It would be a bonus if | Desirables | Highly
        desirable | Nice to haves (not mandatory) | We'd be extra impressed if | Good-to-have skills | Added
        advantage | Preferred but not required | Other desirable skills""",
    "duties": """
        Responsibilities | Key Responsibilities | Duties | Main duties | Duties and responsibilities | What
        you'll do | What you will do | Your role | The role | Role | About the role | Role overview | Job
        description | Job summary | Position summary | Position overview | Overview of the role | Your tasks
        | Tasks | Day to day | A day in the life | Your mission | Accountabilities | Key accountabilities |
        Essential functions | Essential duties | Job duties | Job purpose | Purpose of the job | Main tasks
        | What you'll be doing | What the job involves | What's the job? | The job | The opportunity | Job
        profile | Scope | Scope of work | Key deliverables | Deliverables | You will | You'll | In this role
        you will | As a member of the team you will | How you'll make an impact | Your impact | What you'll
        own | What you'll work on | Role & Responsibilities | Roles and Responsibilities | Key tasks |
        Aufgaben | Ihre Aufgaben | Deine Aufgaben | Missions | Vos missions | Funciones | Principal
        accountabilities | Principal duties | Core duties | Core responsibilities | Objectives | Objectives
        of this role | Your responsibilities | Primary responsibilities | Job responsibilities | Specific
        duties | What you'll be responsible for | What we need you to do | The work | The day-to-day | Your
        day | Daily duties | On a typical day | Typical duties | Job role | Main responsibilities include |
        Areas of responsibility | Functions | Position description | Duties may include | Duties include |
        Activities | Key activities | Your contribution | The challenge | Your challenge | What does the
        role involve? | Key Result Areas | KRA""",
    "boilerplate": """
        Benefits | What we offer | We offer | Perks | Perks and benefits | Compensation | Salary | Salary &
        benefits | Pay | Our benefits | What's in it for you | Why join us | Why us | Why work with us |
        About us | About the company | Who we are | Our company | Our mission | Our values | Our culture |
        Culture | Company overview | Company description | Equal opportunity | Equal Opportunity Employer |
        EEO statement | Diversity and inclusion | How to apply | Application process | To apply | Next steps
        | Interview process | Hiring process | Recruitment process | Privacy | Disclaimer | What you'll get
        | What you get | In return | Rewards | The package | Remuneration | Working hours | Hours | Location
        | Contact | Additional information | Wir bieten | Was wir bieten | Nous offrons | Avantages |
        Ofrecemos | Safeguarding statement | Safeguarding | Visa sponsorship | Accommodation |
        Accommodations | Physical demands | Working conditions | Work environment | Physical requirements |
        Travel | Background check | Pre-employment checks | Our client | The client | About our client | The
        company | Company profile | The team | About the team | Meet the team | Life at Hillbrook | Working
        at Hillbrook | Employee benefits | Our commitment | Our story | Our promise | Total rewards | Legal
        | Note | Important information | Notice to agencies | No agencies | Agency notice | Closing date |
        Key dates | Interview dates | Sponsorship | Your benefits | What's on offer | On offer | The offer |
        What you can expect | What you can expect from us | Package | Bonus & Benefits | Terms | Terms and
        conditions | Job type | Schedule | Shift | Shift pattern | Employment type | More information | Get
        in touch | Enquiries | About Hillbrook""",
}


@pytest.mark.parametrize(
    ("kind", "heading"),
    [(kind, " ".join(one.split())) for kind, text in HEADINGS.items() for one in text.split("|")],
)
def test_a_heading_says_what_stands_below(kind: str, heading: str) -> None:
    same = {kind} if kind in ("preferred", "boilerplate") else {"required", "duties"}
    assert {heading_kind(heading, posting=True), heading_kind(f"{heading}:", posting=True)} <= same


@pytest.mark.parametrize("item", ["- Travel", "• Culture", "* Accommodation", "- Background checks"])
def test_an_item_of_a_list_is_no_heading_over_what_is_offered(item: str) -> None:
    assert heading_kind(item, posting=True) is None


OF_CVS = {
    "experience": """
        Current Positions | Extra Work History | Other Professional Roles | Recent Academic Appointments |
        Experience | Work Experience | Professional Experience | Employment History | Employment | Career
        History | Work History | Relevant Experience | Relevant Work Experience | Professional Background |
        Previous Employment | Previous Experience | Past Experience | Current Employment | Current Position
        | Current Role | Work | Jobs | Job History | Employment Record | Experience Summary | Industry
        Experience | Industrial Experience | Internship | Internships | Internship Experience | Industrial
        Training | Summer Internship | Work Placements | Placement | Clinical Experience | Clinical
        Placements | Teaching Experience | Research Experience | Nursing Experience | Retail Experience |
        Additional Experience | Other Experience | Other Employment | Early Career | Earlier Career |
        Selected Experience | Key Experience | Professional Career | Career | My Career | Where I've worked
        | My Experience | Military Experience | Military Service | Projects | Key Projects | Academic
        Projects | Personal Projects | Side Projects | Selected Projects | Project Experience | Project Work
        | Projects Undertaken | Major Projects | Final Year Project | Professional Projects | Client
        Projects | Freelance Work | Freelance Experience | Consulting Experience | Berufserfahrung |
        Beruflicher Werdegang | Praktika | Expérience professionnelle | Expériences | Experiencia laboral |
        Experiencia profesional | Leadership Experience | Work & Experience | Organisational Experience |
        Experience Details | Details of Experience | Employment Details | Occupational History | Work
        Profile | Professional Summary of Experience | Field Experience | Site Experience | Kitchen
        Experience | Customer Service Experience | Driving Experience | Management Experience | Technical
        Experience | IT Experience | Legal Experience | Sales Experience | Warehouse Experience | Work
        history (most recent first) | Experience (8 years) | WORK EXPERIENCE: | Employment history
        (continued) | Experience continued | Career details | Professional journey | Work background |
        Professional engagements | Assignments | Positions | Professional Roles | Recent Experience | Recent
        Roles | Previous Roles | Professional Work Experience | Paid Work | Paid Employment |
        Self-employment | Business Experience | Corporate Experience | Academic Experience | Overseas
        Experience | Gulf Experience | UK Experience | Berufspraktika | Zivildienst""",
    "education": """
        Education | Academic Background | Academic Qualifications | Educational Qualifications | Educational
        Qualification | Qualifications | Education & Training | Education and Qualifications | Academic
        Details | Academics | Academic Record | Academic Profile | Scholastic Record | Educational
        Background | Education Details | Studies | Degrees | Academic History | University | School |
        Schooling | Secondary Education | Higher Education | Tertiary Education | Further Education | Formal
        Education | Academic Credentials | Academic Credential | Educational Credentials | Ausbildung |
        Studium | Bildungsweg | Schulbildung | Formation | Études | Formación | Educación | Academic
        Qualification(s) | Academic Achievements | Education/Qualifications | EDUCATION: | Educational
        Profile | Education Qualification | Academia | Academic Chronicle | Degree | Academic Summary |
        Educational History | Education History | College | Basic Academic Credentials | Professional
        Education | Professional Qualification | Academic Qualification | Academic Performance | Academic
        Education | Education and Professional Qualifications | Akademische Laufbahn | Akademischer
        Werdegang | Schulischer Werdegang""",
    "skills": """
        Skills | Key Skills | Core Skills | Technical Skills | Technical Proficiencies | Technologies |
        Technology | Tech Stack | Tools | Tools & Technologies | Skill Set | Skills Summary | Skills &
        Abilities | Skills & Expertise | Areas of Expertise | Expertise | Core Competencies | Competencies |
        Competences | Key Competencies | IT Skills | Computer Skills | Software Skills | Software | Software
        Proficiency | Software Knowledge | Computer Knowledge | Computer Proficiency | Computer Literacy |
        Programming Languages | Languages & Frameworks | Languages/Frameworks | Frameworks | Databases |
        Operating Systems | Technical Expertise | Technical Summary | Technical Knowledge | Technical Stack
        | Proficiencies | Strengths | Key Strengths | Core Strengths | Professional Skills | Hard Skills |
        Soft Skills | Personal Skills | Interpersonal Skills | Additional Skills | Other Skills | Relevant
        Skills | Transferable Skills | Special Skills | Specialist Skills | Specialties | Specialities |
        Specialisms | Functional Skills | Industry Skills | Clinical Skills | Lab Skills | Laboratory Skills
        | Kenntnisse | Fachliche Kenntnisse | EDV-Kenntnisse | IT-Kenntnisse | Fähigkeiten | Compétences |
        Compétences techniques |
        Habilidades | Competencias | Conocimientos | Skills and Tools | Technical Toolbox | Toolkit | Key
        Skills & Competencies | Skills Profile | Professional Expertise | Domain Expertise | Domain
        Knowledge | Technical Competencies | Areas of Knowledge | Abilities | Skillset | Skill Sets | Skill
        Highlights | IT Proficiency | IT Knowledge | Core Expertise | Technical Skill Set | Technical
        Skillset | Software Exposure | Software Packages | Technical Exposure | Languages and Technologies |
        Digital Skills | Design Skills | Management Skills | Trade Skills | Practical Skills | Systems |
        Systems Knowledge | Key Capabilities | Capabilities""",
    "certificates": """
        Organizations | Professional Associations |
        Certifications | Certificates | Certification | Licenses | Licences | Licenses & Certifications |
        Licences and Certificates | Training | Trainings | Courses | Professional Development | CPD |
        Training & Certifications | Training Courses | Courses & Training | Professional Certifications |
        Technical Certifications | Certifications & Training | Accreditations | Professional Memberships |
        Memberships | Affiliations | Professional Affiliations | Registrations | Professional Registration |
        Licensure | Tickets | Cards | Tickets & Cards | Credentials | Certifications & Courses |
        Certificates & Licences | Further Training | Additional Training | Professional Training | Workshops
        | Workshops & Seminars | Seminars | Online Courses | Coursework | Relevant Coursework | Zertifikate
        | Weiterbildung | Fortbildungen | Certificaciones | Cursos | Certificates and Training |
        Professional Qualifications & Memberships | Board Certifications""",
    "summary": """
        Summary | Profile | Professional Summary | Personal Statement | Personal Profile | About Me | About
        | Objective | Career Objective | Career Summary | Executive Summary | Career Profile | Professional
        Profile | Introduction | Overview | Synopsis | Professional Synopsis | Profile Summary | Statement |
        Personal Summary | Who I am | Career Aim | Career Goal | Career Goals | Goal | Job Objective |
        Professional Objective | Headline | Bio | Biography | Executive Profile | Profil | Über mich |
        Kurzprofil | À propos | Perfil | Sobre mí | Profile Statement | Key Profile | Career Overview |
        Professional Overview | My Profile | Brief Profile | Brief Summary | Career Statement | Resume
        Summary | Job Target | Role Sought | Desired Role""",
    "languages": """
        Languages | Language Skills | Languages Known | Language | Language Proficiency | Sprachen |
        Sprachkenntnisse | Langues | Idiomas | Linguistic Skills | Foreign Languages | Spoken Languages |
        Languages Spoken | Known Languages | Language Competence | Linguistic Abilities""",
    "interests": """
        Interests | Hobbies | Hobbies & Interests | Interests and Activities | Personal Interests |
        Extra-curricular Activities | Extracurricular Activities | Extracurriculars | Leisure | Other
        Interests | Activities | Outside of work | Hobbys | Interessen | Loisirs | Centres d'intérêt |
        Intereses | Aficiones | Sports | Sports & Hobbies | Pastimes | Leisure Activities | Co-curricular
        activities | Co-curricular | Extra Curricular""",
    "volunteering": """
        Service | Academic Services | Student Organisations | Committees | Positions of Responsibility""",
    "other": """
        Funding | Grants and Fellowships | Talks | Courses Taught | Speaking Engagements | Exhibitions""",
    "personal": """
        Personal Details | Personal Information | Personal Data | Contact | Contact Details | Contact
        Information | References | Referees | Reference | Declaration | Personal | Bio Data | Biodata |
        Personal Particulars | Persönliche Daten | Datos personales | Informations personnelles | Personal
        Dossier | Passport Details | Visa Status | Personal Profile Details | Get in touch | Personal info |
        Contact me | Family Background | Passport""",
}


@pytest.mark.parametrize(
    ("kind", "heading"),
    [(kind, " ".join(one.split())) for kind, text in OF_CVS.items() for one in text.split("|")],
)
def test_a_heading_of_a_cv_says_what_stands_below(kind: str, heading: str) -> None:
    assert {heading_kind(line, posting=False) for line in (heading, heading.upper(), f"{heading}:")} == {kind}


DECORATIONS = (
    "{t}:", "**{t}**", "— {t} —", "=== {T} ===", "[{t}]", "{t} ____________", "II. {t}", "B) {t}", "▪ {T}",
    "❖ {T} ❖", "| {t} |", "» {t}", "{t} »", "✅ {t}", "{t} (continued)", "03 / {T}", "{s}", "**{t}**\\",
)  # fmt: skip


@pytest.mark.parametrize("decoration", DECORATIONS)
@pytest.mark.parametrize(
    ("posting", "title", "kind"),
    [
        (False, "Experience", "experience"),
        (False, "Education", "education"),
        (True, "Requirements", "required"),
        (True, "Responsibilities", "duties"),
    ],
)
def test_a_heading_may_be_decorated(posting: bool, title: str, kind: str, decoration: str) -> None:
    shown = decoration.format(t=title, T=title.upper(), s=" ".join(title.upper()))
    assert heading_kind(clean(shown).clean, posting=posting) == kind


def test_sentences_and_labels_are_no_headings() -> None:
    assert heading_kind("Caring and reliable personal care assistant.", posting=False) is None
    profile = read_cv(
        "QUALIFICATIONS\nBA History, University of Hillbrook, 2015\nTraining: first aid\nIT: Excel\n\n"
        "EXPERIENCE\nClerk, Mock Ltd, Jan 2016 - present\n- Filed the reports\n"
    )
    assert profile.education_level == 3
    assert read_cv("Education    FdSc Animal Care, Hillbrook College 2015\n").education_level == 2


def test_a_heading_that_is_underlined_as_known_ones_are_ends_their_section() -> None:
    cv = (
        "Una Sample\n\nExperience\n----------\n2015 - 2019: Cook, Example Inn\n\n"
        "Kitchen Experience\n----------\n2012 - 2014: Cook, Mock Inn\n\n"
        "Juggling and Stilts\n----------\n2010 - 2013: Fools of Hillbrook\n"
    )
    assert [role.title for role in read_cv(cv).roles] == ["Cook", "Cook"]


def test_what_academics_are_granted_or_serve_on_is_no_work() -> None:
    cv = (
        "Employment\n======\n* 2019-2025: Postdoctoral researcher, University of Hillbrook\n"
        "* 2015-2018: Doctoral fellow, University of Brackenfold\n\nService\n======\n"
        "* 2016-2017: Student representative, Mock Institute\n\nFunding\n======\n"
        "* June 2020 - March 2021: Research grant of the Mock Society (350 pounds)\n"
    )
    assert [role.title for role in read_cv(cv).roles] == ["Postdoctoral researcher", "Doctoral fellow"]


@pytest.mark.parametrize("second", ["Tools", "Frameworks", "Technologies", "Libraries"])
@pytest.mark.parametrize(
    "form", ["Languages and {}: Java, Gradle, Kafka", "Languages & {}: Java", "Languages/{}: Java"]
)
def test_languages_beside_tools_are_those_that_one_programs_in(form: str, second: str) -> None:
    line = form.format(second)
    assert find_sections(f"Experience\nCook, 2019\n\n{line}\n", posting=False).kinds() == {
        "experience",
        "skills",
    }
    posting = f"Tester\n\nRequirements\n- SQL\n{line}\n"
    assert {one.name: one.required for one in read_posting(posting).skills}["Java"]
