"""Where the parts of a CV and of a posting begin, by their headings."""

import string
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from shared.matching.education import find_levels
from shared.matching.lazy import Lazy
from shared.matching.posting_headings import announced_kind

_CV = {
    "summary": "summary|profile|professional summary|career summary|executive summary|personal statement|"
    "personal profile|"
    "professional profile|career profile|about me|objective|career objective|career overview|overview|"
    "professional overview|"
    "executive profile|career focus|profil|über mich|zusammenfassung|perfil|résumé|resumen|kurzprofil|key "
    "profile|introduction|research interests|research profile|personal summary|who i am|my profile|"
    "highlights of qualifications|"
    "highlights of skills",
    "experience": "experience|work experience|professional experience|employment|employment history|work "
    "history|career history|"
    "employment record|professional background|relevant experience|career|career summary and experience|"
    "work|positions held|positions|posts|posts held|teaching posts|teaching positions|teaching career|"
    "academic positions|academic posts|contracts|contract roles|contract work|permanent|permanent roles|"
    "selected projects|recent projects|client projects|freelance projects|"
    "organizational experience|organisational experience|work experiences|professional history|career "
    "progression|"
    "experience summary|job experience|internships|internship|industry experience|clinical experience|"
    "teaching experience|"
    "other experience|additional experience|previous experience|previous roles|current role|current "
    "position|military experience|"
    "work profile|berufserfahrung|beruflicher werdegang|werdegang|berufspraxis|"
    "expérience professionnelle|expériences professionnelles|expérience|expériences|experiencia|experiencia "
    "profesional|"
    "experiencia laboral|projects|project details|project experience|key projects|academic projects|"
    "projekte|projets|proyectos|"
    "professional experience summary|project profile|projects handled|projects undertaken|what i have done|"
    "where i have worked|"
    "employment summary|jobs|employment details|work details|career details|professional employment|"
    "company details|previous employment|past employment|career to date|professional career|"
    "where i've worked|what i've done|my experience|my work|assignments|key assignments|"
    "selected assignments|contract assignments|contract "
    "history|engagements|client engagements|consulting engagements|consulting experience|"
    "freelance experience|"
    "freelance work|selected clients|recent roles|key roles|employment and experience|working life|"
    "job history|"
    "practice experience|placements|clinical placements|nursing experience|legal experience|"
    "retail experience|"
    "kitchen experience|driving experience|site experience|sea service|research experience|academic "
    "experience|academic appointments|appointments|professional appointments|military service|"
    "service history|leadership experience|management experience|earlier career|earlier roles|early career|"
    "previous positions|employment background|career experience|career record|experience and achievements|"
    "esperienza lavorativa|esperienze lavorative|esperienza professionale|experiência profissional|"
    "werkervaring|"
    "doświadczenie zawodowe|doświadczenie",
    "education": "degrees|"
    "education|education and training|academic background|academic qualifications|academic "
    "qualification|qualifications|"
    "educational qualification|educational qualifications|education details|academic details|academics|"
    "academic profile|"
    "educational background|scholastics|academia|studies|education and qualifications|qualifications and "
    "training|"
    "academic credentials|educational details|education history|ausbildung|bildung|studium|schulbildung|"
    "formation|"
    "formation académique|études|diplômes|educación|formación|formación académica|estudios|school|schooling|"
    "academic record|"
    "education and certifications|education and licensure|education background|academic history|"
    "professional qualifications|quals|training and education|training and qualifications|education and "
    "courses|academic achievements|formal education|istruzione|istruzione e formazione|formação académica|"
    "opleiding|opleidingen|wykształcenie",
    "skills": "top skills|toolbox|what i know|"
    "skills|technical skills|key skills|core skills|skill set|skillset|professional skills|it "
    "skills|computer skills|highlights|"
    "core competencies|core qualifications|competencies|areas of expertise|expertise|technical expertise|"
    "technologies|"
    "technical proficiency|technical proficiencies|tools|tools and technologies|software|systems|skill "
    "highlights|"
    "technical summary|technical environment|technical profile|software skills|strengths|key strengths|"
    "skills summary|"
    "skills and competencies|summary of skills|qualifications summary|summary of qualifications|it "
    "proficiency|abilities|"
    "additional skills|other skills|skills & abilities|kenntnisse|fähigkeiten|edv-kenntnisse|it-kenntnisse|"
    "kompetenzen|compétences|"
    "compétences techniques|competencias|habilidades|conocimientos|aptitudes|professional skills and "
    "competencies|"
    "personal skills|personal skills and competences|social skills|digital skills|job related skills|"
    "job-related "
    "skills|organisational skills|communication skills|practical skills|trade skills|transferable skills|"
    "relevant "
    "skills|clinical skills|culinary skills|kitchen skills|specialist skills|core strengths|key attributes|"
    "skills profile|skills and experience|skills and abilities|skills and expertise|areas of strength|"
    "key expertise|core expertise|specialties|specialisms|competenze|umiejętności|competências|vaardigheden|"
    "what i'm good at|what i am good at|my skills|techniques|laboratory skills|laboratory techniques|"
    "technical knowledge|stack|tech stack|technical competencies|areas of knowledge|key competencies|skills "
    "and tools|it|skill details",
    "certificates": "cpd|certifications|certification|certificates|licenses|licences|licenses and "
    "certifications|certifications and licenses|"
    "professional certifications|training|trainings|courses|training and certifications|tickets|tickets and "
    "cards|licensure|"
    "professional development|registrations|memberships|professional memberships|affiliations|professional "
    "affiliations|"
    "zertifikate|weiterbildung|fortbildungen|certificaciones|certifications professionnelles|cards and "
    "tickets|accreditations|"
    "professional training|credentials|licences and certificates|certs|licences and tickets|"
    "tickets and licences|"
    "training and tickets|licenses and certificates|licenses and credentials|licensure and certifications|"
    "licensure and certification|certifications and licensure|certifications and training|certificates and "
    "training|training and courses|courses and certificates|courses and certifications|training courses|"
    "short "
    "courses|professional registration|professional registrations|professional bodies|professional licenses|"
    "professional memberships and affiliations|job related training|mandatory training|online courses",
    "languages": "languages|language skills|languages known|sprachen|sprachkenntnisse|langues|idiomas|"
    "language|linguistic proficiency",
    "volunteering": "volunteering|caring|caring responsibilities|caring experience|"
    "volunteer experience|volunteer work|voluntary work|voluntary experience|"
    "community service|community involvement|ehrenamt|bénévolat|voluntariado|career break|"
    "volunteer|volunteer roles|board and community|community activities|community leadership|civic "
    "involvement|civic activities|charity work|charitable work|volunteer activities|leadership and community "
    "service",
    "interests": "interests|hobbies|hobbies and interests|interests and hobbies|other interests|personal "
    "interests|activities|interessen|"
    "hobbys|loisirs|centres d'intérêt|intereses|aficiones|extracurricular activities|outside work|"
    "outside of work|leisure|leisure activities|leisure interests|zainteresowania",
    "personal": "personal details|personal information|personal data|personal particulars|contact|contact "
    "details|contact information|"
    "references|referees|declaration|persönliche daten|angaben zur person|personal profile details|datos "
    "personales|"
    "informations personnelles|personal dossier|personal|personal vitae|additional personal information|"
    "reference",
    "other": "accomplishments|achievements|key achievements|awards|honors|honours|awards and honors|"
    "publications|additional information|other|"
    "other information|presentations|patents|research|selected publications|"
    "selected achievements|selected accomplishments|career achievements|career highlights|major "
    "achievements|notable achievements|professional achievements|selected highlights|grants and awards|"
    "grants and funding|conference presentations|invited talks|selected presentations|"
    "awards and recognition|scholarships|fellowships|prizes|"
    "professional activities|sonstiges|divers|otros|honors and awards|awards and achievements|recognitions|"
    "miscellaneous",
}
_POSTING = {
    "required": "top skills|core skills|skills needed|hard skills|technical requirements|requirements|"
                "must|musts|you bring|you need|essentials|the essentials|experience & skills|"
                "we need|we ask|what we ask|your skills and experience|skills and knowledge|"
                "person spec|qualification|"
                "needed|we are looking for|who you are|about the candidate|minimum|required|qualifications|"
                "required qualifications|minimum qualifications|basic qualifications|required skills|"
    "what you bring|what you'll bring|what you will bring|about you|who you are|essential|essential "
    "criteria|essential skills|"
    "your profile|must have|must haves|must-haves|skills and experience|skills required|key requirements|"
    "job requirements|"
    "what we're looking for|what we are looking for|we're looking for|you have|you will have|experience "
    "required|required experience|"
    "education and experience|skills & experience|candidate profile|person specification|the person|skills|"
    "key skills|"
    "qualifications and experience|required education|your background|the candidate|ideal candidate|what "
    "you need|what you'll need|"
    "what you will need|desired candidate profile|experience|education|technical skills|minimum "
    "requirements|desired skills and experience|"
    "job specification|eligibility|candidate requirements|your skills|required knowledge skills and "
    "abilities|education requirements|"
    "knowledge skills and abilities|ihr profil|dein profil|anforderungen|das bringst du mit|votre profil|"
    "profil recherché|profil|"
    "requisitos|perfil|the successful candidate|experience and qualifications|skills and qualifications|you "
    "should have|"
    "professional skills|mandatory skills|primary skills|who we're looking for|you|required qualifications "
    "and skills|required license or certification|licenses and certifications|requirements and "
    "qualifications|profile|job requirements|professional profile|background profile|experience requirements|"
    "required experience|requirements and skills|skills required|specific skills|essential experience|"
    "obowiązkowe|wymagania|opis wymagań|uk registration|profil souhaité|savoirs et savoir-faire|"
    "requisitos mínimos|conocimientos necesarios|"
    "idiomas requeridos|estudios mínimos|dein profil|das bringen sie mit|was sie mitbringen|"
    "was du mitbringst",
    "preferred": "preferred|should|could|nice|extra credit|brownie points|you may also have|great to have|"
                 "desirables|useful|extras|preferred qualifications|nice to "
                 "have|nice to haves|nice-to-have|nice-to-haves|icing on the cake|atouts|"
                 "desirable|desirable criteria|desirable skills|"
    "bonus|bonus points|preferred skills|good to have|it would be great if|pluses|plus|advantageous|desired|"
    "desired skills|"
    "additional qualifications|optional|preferred experience|desired qualifications|secondary skills|an "
    "advantage|"
    "wünschenswert|von vorteil|un plus|deseable|valorable|great if you have|helpful|would be a plus|added "
    "advantage|preferred requirements|mile widziane",
    "duties": "responsibilities|jd|you will|you'll|we want you to|what the job is|the work|job details|key "
              "responsibilities|duties|what you will do|what you'll do|what you will be doing|the role|your "
              "role|"
    "about the role|about the position|job description|role|main duties|job summary|position "
    "summary|your tasks|"
    "duties and responsibilities|essential duties and responsibilities|essential functions|essential job "
    "functions|main responsibilities|"
    "role and responsibilities|roles and responsibilities|key duties|job duties|job responsibilities|job "
    "purpose|purpose of the role|"
    "the job|day to day|your responsibilities|principal duties|key accountabilities|accountabilities|what "
    "you'll be doing|"
    "ihre aufgaben|deine aufgaben|aufgaben|vos missions|missions|mission|funciones|responsabilidades|tareas|"
    "overview|summary|"
    "main tasks|primary responsibilities|position overview|role overview|role summary|description|the "
    "opportunity|tasks|your day|"
    "essential duties|general summary|position description|scope|key tasks|role purpose|role "
    "responsibilities|position responsibilities",
    "boilerplate": "client details|job offer|features and benefits|privacy notice|location|place of work|"
                   "about us|who are we|comp and benefits|benefits and pay|pay and benefits|pay|hours|rate|"
                   "what we give|we give|about|our benefits|company benefits|about the company|who we are|"
                   "company|company overview|our company|benefits|what we offer|we offer|our offer|perks|"
    "perks and benefits|why join us|why us|what's in it for you|salary|compensation|equal opportunity|equal "
    "opportunities|"
    "equal opportunity employer|eeo statement|how to apply|to apply|apply|additional information|our values|"
    "our culture|"
    "what you get|what you'll get|we can offer|diversity|diversity and inclusion|disclaimer|package|salary "
    "and benefits|"
    "compensation and benefits|wir bieten|über uns|das bieten wir|nous offrons|qui sommes-nous|ofrecemos|"
    "sobre nosotros|privacy|"
    "contact|about our client|the company|our client|the client|company description|company profile|"
    "recruitment process|the offer|"
    "rewards|why work for us|work environment|physical demands|physical requirements|working conditions|"
    "remuneration|the package|"
    "safeguarding|application process|next steps|interview process|eeo|notes|legal|what we can offer you|in "
    "return|the benefits|open to candidates|"
    "terms|terms of employment|conditions|"
    "application procedures|about company|application deadline|remuneration salary|what you can expect|"
    "behaviours|behaviors|required documents|disclosure and barring service check|wir bieten ihnen|"
    "type de contrat|entreprise",
    # What follows is not told: boards put it above the whole text of a posting.
    "": "full job description|about the job|vollständige stellenbeschreibung|über diesen job|descripción",
}  # fmt: skip


def _index(kinds: dict[str, str]) -> dict[str, str]:
    return {phrase: kind for kind, phrases in kinds.items() for phrase in phrases.split("|")}


_CV_HEADINGS = _index(_CV)
_CV_BEGINNINGS = frozenset(phrase.partition(" ")[0] for phrase in _CV_HEADINGS)
"""The first words of a CV's headings."""
_POSTING_HEADINGS = _index(_POSTING)
_SPACED_HEADINGS = {phrase.replace(" ", ""): kind for phrase, kind in _CV_HEADINGS.items()}
_LEAST_SPACED = 5
_LEFT_EDGE = string.whitespace + "\x1c\x1d\x1e\x1f#*_>•-=+~.|()[]" + string.digits
_RIGHT_EDGE = string.whitespace + "\x1c\x1d\x1e\x1f#*_:•-=+~.|()[]?!,"
_EDGES = Lazy(r"^[\W\d_]+|[\W_]+$")
_SPACES = Lazy(r"\s+")
_AND = Lazy(r"\s*(?:&|/|\+|\band\b|\bund\b|\bet\b)\s*")
_AND_MARKS = frozenset("&/+")
_LONG_LINE = 240
_INLINE_CV = Lazy(
    r"(?=[A-Z])(?:(?:(?<=[.;:!?)•|] )|(?<=  )|(?<=\n)|^)(?:Professional |Work |Career |Executive |Core |"
    r"Technical |Key |Skill |Employment |Educational |"
    r"Academic |PROFESSIONAL |WORK |CAREER |TECHNICAL |KEY |EMPLOYMENT )?(?:Summary|Highlights|"
    r"Qualifications|Experience|History|Education"
    r"(?: and Training| Details)?|Skills|Accomplishments|Certifications|Interests|Languages|Additional "
    r"Information|Affiliations|"
    r"Profile|Objective|Overview|Background|Expertise|Competencies|Projects|Achievements|References|"
    r"Personal Details|Training|"
    r"SUMMARY|HIGHLIGHTS|QUALIFICATIONS|EXPERIENCE|HISTORY|EDUCATION|SKILLS|ACCOMPLISHMENTS|CERTIFICATIONS|"
    r"INTERESTS|LANGUAGES|"
    r"PROFILE|OBJECTIVE|PROJECTS|ACHIEVEMENTS|REFERENCES|TRAINING)(?=\s*:|\s{1,20}[A-Z•*\d-])|"
    r"(?<= )(?:Work|WORK|Professional|PROFESSIONAL|Employment|EMPLOYMENT|Career|CAREER|Technical|TECHNICAL) "
    r"(?:Experience|EXPERIENCE|History|HISTORY|Skills|SKILLS)(?=\s?:\s)|"
    r"(?:(?<= )|^)(?:Education|Skill|Company|Project|Employment|Work|Personal) Details(?= )|"
    r"(?<= )(?:Education|EDUCATION)(?= (?:Bachelor|Master|Associate|Ph\.?D|MBA|[BM]\.?(?:S|A|Sc|Tech|"
    r"Eng)\b|High School|"
    r"Diploma))|(?<= )(?:Skills|SKILLS)(?= [A-Z][\w+#. ]{0,24} \(\d+ years?\)))"
)
_INLINE_POSTING = Lazy(
    r"(?<!\S)(?:(?<=[.;:!?)•*|,] )|(?<=  )|(?<=\n)|^)(?:(?:Key|Main|Job|Minimum|Required|Preferred|Basic|"
    r"Essential|Desired|Desirable|Primary|Role|"
    r"Position|Mandatory|Additional|Your|The|Duties and|Roles and|Roles &|Technical|Company|Application|"
    r"Nice to|About the|About|What we|"
    r"What you|Who|Education and|Skills and|Person|Equal|How to|Must|Good to|Education) "
    r")?(?:[Rr]esponsibilities|[Qq]ualifications?|"
    r"[Rr]equirements?|[Ss]kills|[Dd]uties|[Bb]enefits|[Oo]pportunity|[Dd]escription|[Ss]ummary|[Rr]ole|"
    r"[Uu]s|[Yy]ou|[Oo]ffer|[Nn]eed|"
    r"[Hh]ave|[Aa]pply|[Ee]xperience|[Ee]ducation|[Pp]rocedures|[Ss]pecification|[Oo]verview|"
    r"[Cc]riteria)(?=\s*:|  +[A-Z•*-])"
)


_CV_LINES = ("skills", "languages", "certificates", "education", "interests", "personal")
_POSTING_LINES = ("boilerplate", "preferred")
"""Sections that may be a single line: "Languages: French", "Pay: 12 an hour"."""
_LABEL = Lazy(r"\s{0,3}(?:[•*-] )?[A-Z][^\n:.,;]{1,24}:\s")
"""A line of a form: "Location: Leeds"."""


class Section(NamedTuple):
    """A part of a text: from ``start`` (its heading included) up to the next section's start."""

    start: int
    body: int
    kind: str


class Sections:
    """The sections of one text, in order. What comes before the first heading has the kind ``""``."""

    __slots__ = ("_kinds", "_starts", "items")

    def __init__(self, items: list[Section]) -> None:
        self.items = items
        self._starts = [item.start for item in items]
        self._kinds = ["", *(item.kind for item in items)]

    def kind_at(self, position: int) -> str:
        """The kind of the section around ``position``."""
        return self._kinds[bisect_right(self._starts, position)]

    def start_at(self, position: int) -> int:
        """Where the section around ``position`` begins; -1 before the first one."""
        index = bisect_right(self._starts, position) - 1
        return self._starts[index] if index >= 0 else -1

    def after(self, position: int) -> Iterator[Section]:
        """The sections that begin behind ``position``."""
        for number in range(bisect_right(self._starts, position), len(self.items)):
            yield self.items[number]

    def is_heading(self, position: int) -> bool:
        """Whether ``position`` lies in a section's heading."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self.items[index].body

    def kinds(self) -> set[str]:
        """The kinds of all sections that have one."""
        return {item.kind for item in self.items if item.kind}


def heading_kind(line: str, *, posting: bool) -> str | None:
    """The kind of section that a line announces, None if it is no heading."""
    bare = line.lstrip(_LEFT_EDGE).rstrip(_RIGHT_EDGE)
    if bare[1:4:2] == "  " and not posting:  # E X P E R I E N C E
        letters = bare.lower().split()
        if len(letters) >= _LEAST_SPACED and max(map(len, letters)) == 1:
            return _SPACED_HEADINGS.get("".join(letters))
    if bare and not (bare[0].isascii() and bare[-1].isascii()):
        bare = _EDGES.sub("", bare)
    if not bare or len(bare) > 60 or bare.count(" ") > 6:
        return announced_kind(line) if posting and bare else None
    name = bare.lower()
    if not posting and bare.isupper() and 0 < bare.count(" ") < 4:
        last = name[name.rindex(" ") + 1 :]
        if last in _LAST_WORDS:
            return _CV_HEADINGS.get(_AND.sub(" and ", name), _LAST_WORDS[last])
    if not posting and (first := name.partition(" ")[0]) not in _CV_BEGINNINGS and first.isalpha():
        return None
    if not bare.isalpha():
        if "nd" in name or "et" in name or not _AND_MARKS.isdisjoint(name):
            name = _AND.sub(" and ", name)
        name = _SPACES.sub(" ", name)
    headings = _POSTING_HEADINGS if posting else _CV_HEADINGS
    kind = headings.get(name)
    if kind is None and " and " in name:
        kind = headings.get(name.split(" and ")[0].strip())
    if kind is None and not posting and "(" in name and line.rstrip(" *_:").endswith(")"):
        kind = headings.get(name[: name.index("(")].rstrip())
    if kind is None and posting:
        kind = announced_kind(line)
    if (
        kind is None
        and posting
        and (bare.count(" ") < 5 or bare.isupper() or line.rstrip(" *_").endswith(":"))
        and not _ITEM.match(line)
    ):
        for cue, named in _POSTING_CUES:
            if cue in name and (
                (named != "preferred" and cue != "must have") or _OF_WISHES.issuperset(name.split())
            ):
                return None if _OF_WORK.search(name) else named
    return kind


_LAST_WORDS = {
    **dict.fromkeys(("experience", "history", "employment"), "experience"),
    **dict.fromkeys(("skills", "competencies", "expertise", "proficiencies"), "skills"),
    **dict.fromkeys(("certifications", "licences", "licenses"), "certificates"),
    "qualifications": "education",
    "interests": "interests",
    "publications": "other",
    "achievements": "other",
}
"""What a heading in capitals is, by its last word: "SALON EXPERIENCE"."""
_OF_WORK = Lazy(
    r"\b(?:benefits|diversity|inclusion|equality|sponsorship) (?:admin|manag|advi|speciali|enrol|coordinat|"
    r"lead|officer|train|strateg|initiat)|\bworking at heights?\b"
)
"""A heading over duties that only sounds like one over what the employer offers."""
_OF_WISHES_WORDS = """
a abilities additional also and apply area areas attributes background be beneficial bonus certification
certifications characteristics competencies considered criteria desirable desired education experience
experiences extra for good have helpful highly if ideal ideally in is it job knowledge licenses minimum
prefered prefferred must haves nice not of optional or other plus points preferred professional qualification
qualifications requirement requirements role skill skills some strongly technical the things to training
would you your
"""
_OF_WISHES = frozenset(_OF_WISHES_WORDS.split())
"""Words of a heading above wishes and musts; a line with another word is an item: "Redis preferred"."""
_ITEM = Lazy(r"\s*(?:[•\-*]|\d{1,2}[.)]|[a-z][.)])\s")
_POSTING_CUES = tuple(
    (cue, kind)
    for kind, cues in (
        (
            "required",
            "about you|ideal candidate|the candidate|candidate profile|right candidate|your skills|"
            "your experience|your profile|who you are|what we need|what we're looking|"
            "skills and experience|experience and skills",
        ),
        (
            "boilerplate",
            "general duties|general terms|commitment|terms of|terms and|small print|our story|"
            "our values|life here|life at|a word from|please read|your application|our promise|"
            "working here|working for us|working at|what happens|why you|join us|"
            "recruitment process|application process|selection process|about the group|about our|"
            "our people|our culture|our purpose|important information|fraud alert|fraud warning|"
            "disclaimer|eeo |"
            "sponsorship|the process|other vacancies|good to know|equality|inclusion",
        ),
        (
            "preferred",
            "nice to have|preferred|prefferred|prefered|desirable|bonus|good to have|would be a plus",
        ),
        ("duties", "responsibilit|you will do|you'll do|duties"),
        ("required", "you bring|you'll bring|requirements|looking for|qualifications|must have|you'll need"),
        ("boilerplate", "benefits|we offer|about us|equal opportunit|how to apply|why work|why join"),
    )
    for cue in cues.split("|")
)


_FLAT_CV = Lazy(
    r"(?:^|(?<= ))(?:(?:executive|professional|career) (?:summary|overview|profile)|summary of "
    r"qualifications|(?:core|summary|key) qualifications|(?:skill )?highlights|accomplishments|"
    r"(?:work|employment) history|(?:professional|work|relevant) experience|"
    r"experience(?= (?:\d\d \d{4}|company name|[a-z]+ \d{4} to))|education and training|"
    r"education(?= (?:\d{4}|bachelor|master|b s|m s|b a|m a|high school|associate))|"
    r"(?:technical|additional|key|core|computer) skills|skills(?= [^.]{0,400}$)|certifications|"
    r"affiliations|(?:education|skill|company|project|employment|work|personal) details)(?= )"
)
_LEAST_FLAT = 600


def _is_flat(text: str) -> bool:
    """Whether a text has lost its lines, its capitals and its punctuation."""
    return (
        len(text) > _LEAST_FLAT
        and "\n" not in text.strip()
        and text.islower()
        and text.count(".") + text.count(",") < len(text) / 300
    )


def find_sections(text: str, *, posting: bool) -> Sections:
    """The sections of ``text``, a line each or, in long lines without breaks, inside them."""
    if not posting and _is_flat(text):
        headings = ((match, heading_kind(match[0], posting=False)) for match in _FLAT_CV.finditer(text))
        flat = [Section(match.start(), match.end(), kind) for match, kind in headings if kind]
        return Sections(_with_ends(flat, len(text)))
    found: list[Section] = []
    position = 0
    level = 0  # of the last Markdown heading that is known
    is_item = False  # the line around which it stands
    around: str | None = None  # the kind around a line that is a section of its own: "Pay: 12 an hour"
    inline = _INLINE_POSTING if posting else _INLINE_CV
    for line in text.split("\n"):
        end = position + len(line)
        blank = not line or line.isspace()
        if around is not None and (
            blank
            or is_item
            or _LABEL.match(line)
            or (found[-1].kind == "preferred" and not _ITEM.match(line))
        ):
            found.append(Section(position, position, around))
            around = None
        if not blank:
            head, colon, rest = line.partition(":")
            kind = heading_kind(line, posting=posting) if len(line) < 90 else None
            marks = len(line) - len(line.lstrip("#")) if line[0] == "#" else 0
            if kind is None and not posting and 0 < marks <= level:
                kind = "other"  # a heading as high as those that are known begins something else
            if kind is None and not posting and _COLUMN_GAP in line and (cell := _heading_in_a_column(line)):
                found.append(Section(position + cell.start, position + cell.body, cell.kind))
            if kind is not None:
                around = None
                found.append(Section(position, end, kind))
                level = marks if marks and kind != "other" else level
            elif (
                colon
                and len(head) < 60
                and rest.strip(" *_")
                and (kind := heading_kind(head, posting=posting))
            ):
                before = found[-1].kind if found else ""
                found.append(Section(position, position + len(head) + 1, kind))
                is_item = _ITEM.match(line) is not None
                alone = len(line) < _LONG_LINE and kind in (_POSTING_LINES if posting else _CV_LINES)
                around = before if posting and alone else None
                ended = before or kind == "personal" or (kind != "skills" and text.startswith("\n\n", end))
                if not posting and alone and before != kind and ended:
                    found.append(Section(end, end, before))
            if len(line) >= _LONG_LINE or (not posting and " Details " in line):
                for match in inline.finditer(line):
                    named = heading_kind(match[0], posting=posting)
                    if named and (not found or found[-1].start != position + match.start()):
                        found.append(Section(position + match.start(), position + match.end(), named))
        position = end + 1
    found.sort(key=lambda section: section.start)
    return Sections(found if posting else _with_ends(found, len(text)))


_COLUMN_GAP = " " * 3
_CELL = Lazy(r"\S+(?: {1,2}\S+)*")


def _heading_in_a_column(line: str) -> Section | None:
    """The heading of work or study that stands beside another column's text: "CONTACT      EMPLOYMENT"."""
    if len(line) < _LONG_LINE:
        for match in _CELL.finditer(line):
            kind = heading_kind(match[0], posting=False)
            if kind == "experience" or (
                kind == "education" and (match.start() or find_levels(line.lower(), match.end()))
            ):
                return Section(match.start(), match.end(), kind)
    return None


_LONGEST_LIST = 2000
"""Characters of a CV's skills, languages or certificates: what goes on for longer has a heading that is not
known."""


def _with_ends(found: list[Section], length: int) -> list[Section]:
    ended: list[Section] = []
    for number, section in enumerate(found):
        ended.append(section)
        after = found[number + 1].start if number + 1 < len(found) else length
        if section.kind in ("skills", "languages", "certificates") and after - section.start > _LONGEST_LIST:
            end = section.start + _LONGEST_LIST
            ended.append(Section(end, end, ""))
    return ended


_SENTENCE_END = Lazy(
    r"[\s•](?:(?<=[.!?;]\s)(?:(?<=;\s)\s*|"
    r"(?<!\b[SJDM]r[.]\s)(?<!\bMs[.]\s)(?<!\bMrs[.]\s)(?<!\bSt[.]\s)(?<!\bvs[.]\s)(?<!\b[ei][.][ge][.]\s)"
    r"(?<!\b[Nn]o[.]\s)(?<![(][Ee]xp[.]\s)(?<![(][Ii]ncl[.]\s)(?<![(][Mm](?:ax|in)[.]\s)"
    r"(?<![a-z,•–-] [Mm]in[.]\s)(?<!\b[Aa]pprox[.]\s)"
    r"\s*(?=[A-Z•*\d($£€]))|"
    r"(?<=[\n•])(?:(?<=\n)\n*|\s*)|\s*•\s*|\s\s+|\*\s)"
)

_BREATH = 240
"""Characters after which a text without punctuation is cut: about two sentences."""


def cut_long(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``spans`` with those of twice ``_BREATH`` and more cut at spaces."""
    if all(end - start < 2 * _BREATH for start, end in spans):
        return spans
    cut: list[tuple[int, int]] = []
    for start, end in spans:
        while end - start >= 2 * _BREATH and (space := text.find(" ", start + _BREATH, end)) > 0:
            cut.append((start, space))
            start = space + 1
        cut.append((start, end))
    return cut


def pieces(text: str) -> list[tuple[int, int]]:
    """Sentences, lines and bullets as (start, end): what a quote is cut from and what a negation reaches."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.start() > start:
            found.append((start, match.start()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found
