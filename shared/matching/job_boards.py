"""What job boards put around a posting, which comes along when somebody copies a whole page.

Lines of their menus and buttons, facts of their forms, other postings above and below ("Similar jobs"), the
form to apply with, and what the website says of the employer.
"""

from typing import NamedTuple

from shared.matching.lazy import Lazy

_ENOUGH = 250
"""Characters before other postings that make a text a posting of its own."""
_OTHERS = Lazy(
    r"(?:(?:see |view |find |browse |explore |show )?"
    r"(?:more|similar|related|other|recommended|latest|featured) "
    r"(?:(?!for |of |in |with |to )[\w&'-]+ ){0,3}(?:jobs|vacancies|openings|positions|postings|"
    r"searches)(?: [\w ,&'-]{0,24})?"
    r"|(?:recommended )?jobs (?:you (?:may|might)|for you|like this|similar to)[\w ,&'-]{0,24}"
    r"|you (?:may|might) also (?:like|be interested in)"
    r"|people (?:also|who) (?:viewed|searched|looked (?:at|for))[\w ,&'-]{0,24}"
    r"|(?:ähnliche|weitere|passende) (?:jobs|stellen\w*)(?: [\w ]{0,24})?"
    r"|d'autres offres .{2,40}|podobne oferty.{0,24}"
    r"|(?:autres )?offres (?:d'emploi )?similaires|autres offres(?: [\w' ]{0,24})?"
    r"|(?:otras )?ofertas (?:similares|relacionadas|parecidas)(?: [\w ]{0,24})?"
    r"|(?:altri |altre )?(?:annunci|offerte)(?: di lavoro)? simili|(?:vergelijkbare|soortgelijke) vacatures"
    r"|get notified (?:about|when)\b.{0,80}|looking for more job opportunities.{0,40})(?: \(\d+\))?[:.…]?"
)
"""A whole line that begins a list of other postings, in small letters."""
_OTHERS_BEGIN = (
    "see ", "view ", "find ", "browse ", "explore ", "show ", "more ", "similar ", "related ", "other ",
    "recommended ", "latest ", "featured ", "jobs ", "you may also ", "you might also ", "people ",
    "ähnliche ", "weitere ", "passende ", "autres ", "offres ", "otras ", "ofertas ", "altri ", "altre ",
    "annunci ", "offerte ",
    "d'autres ", "podobne ", "vergelijkbare ", "soortgelijke ", "get notified ", "looking for more ",
)  # fmt: skip
_OF_ONE = "view similar jobs with this employer"
"""Stands below each posting of a list."""


def _lines(table: str) -> frozenset[str]:
    return frozenset(" ".join(table.split()).split("; "))


_FORM = _lines("""
first name; full name; vorname; voornaam; prénom; submit your application; voluntary self-identification;
u.s. equal employment opportunity information (completion is voluntary and will not subject you to adverse
treatment)
""")
"""Lines that begin a form to apply with."""
_MARKS_OF_A_FIELD = " *✱:"
_SITE = _lines("""
set alert for similar jobs; job alert für ähnliche jobs aktivieren; activity on this job; all reactions:;
company ratings; reviews by job title; advert information; beware of imposters!; employer details; kununu
bewertungen; interested in working with us in the future?; explore other opportunities; popular job
searches; go to comments; remote status; application faqs; need help finding the right job?; contact point
for applicants; for questions about the job, contact:
""")
"""Lines behind which a website speaks of the employer, of its users or of itself."""
_FOOT = _lines("hiring lab; browse companies; talent solutions")
"""The first lines of what stands at the foot of all pages of a website."""
_FOOT_MENU = _lines("""
newsletter; products; product; company; quick links; useful links; about; subscribe; follow us; resources;
legal; developers; blog; press; solutions; support; privacy; terms; navigation; sitemap
""")
_LEAST_FOOT, _LONGEST_ENTRY = 3, 45
"""So many of its entries above a line with "©" are a menu; characters of an entry."""
_JOB_POST = "- job post"
"""Behind the title of the posting that is shown beside a list of others."""
_OPTIONS = _lines("show more options; weitere optionen anzeigen; plus d'options; mostrar más opciones")
"""Right above the posting that is shown beside a list of others; one of ``_ABOUT`` follows."""
_ABOUT = _lines("""
about the job; über diesen job; info zum job; details zum jobangebot; à propos de l'offre d'emploi; acerca del
empleo
""")
_OF_GOOGLE = "identified by google from the original job post"
_GOOGLE_APPLY = ("apply on ", "apply directly on ")
"""Below the title and the employer of the posting that is shown beside a list of others."""
_COMMENT = Lazy(r"\S+ \d+ (?:minutes?|hours?|days?) ago \|.*")
"""Above each comment of a thread in which postings are comments."""
_ONE_OF_MANY = _lines("view job; view this job; view job details; see job; job ansehen; voir l'offre")
"""Below each posting of an alert by mail."""
_ASIDES = {
    **dict.fromkeys(
        _lines("""
        meet the hiring team; people you can reach out to; how your profile and resume fit this job;
        treffen sie das recruiting-team; personen, die sie kontaktieren können
        """),
        _ABOUT,
    ),
    "job locations": frozenset({"job description"}),
}
"""What begins a stretch that is not the posting's, and what ends it."""
_LONGEST_ASIDE = 40
"""Lines."""
_LONGEST = 120
_OF_THE_BOARD = _lines("""
skip to main content; skip to content; jobs; get the app; sign in; log in; login; join now; join or sign in;
register; my jobs; saved jobs; apply now »; home; home page; search jobs; find jobs; company reviews; salary
guide; employers / post job; post a job; post job; post your resume; upload your cv; upload your resume;
messaging; notifications; my network; for business; try premium; apply; apply now; easy apply; quick apply;
apply on company site; easily apply; save; saved; save job; share job; report this job; report job; show
more; show less; see more; see less; read more; see who you know; set alert; create job alert; create alert;
sign in to create job alert; job details; hiring insights; job activity; profile insights; more about this
job; benefits pulled from the full job description; pulled from the full job description; application
response rate; dismiss; next; previous; skip to job description; skip to search; skip to footer; featured;
promoted; actively hiring; be an early applicant; use ai to assess how you fit; am i a good fit; tailor my
resume; am i a good fit for this job?; tailor my resume to this job; keyboard shortcuts; close jump menu;
advertise; share; menu; search; clear text; expand search; apply for this job; apply online; i'm interested;
refer a friend; share this job; print this job; print; email to a friend; back to jobs; back to search
results; back to results; back to search; view all jobs; all jobs; new; viewed; company info; page is
loaded; search for jobs; careers home; introduce yourself; career advice; careers advice; recruiters;
employers; employer site; for employers; register cv; post an ad; login/register; create an account; create
profile; job ads; courses; explore companies; community; companies; salaries; find salaries; find work;
deliver work; manage finances; start of main content; reply; favorite; favourite; hide; unhide; flag; like;
comment; shortlist; view website; select...; get started free; 1-click apply; view profile; top jobs; job
tools; add to my job cart; printable format; job search; print job; job alerts; continue to application;
agree & join; not you? remove photo; cookie settings; accept all; reject all; how you match; high
application volume; register to apply; login to apply; send me jobs like this; search jobs here; job match
score; early applicant; welcome. you are not signed in.; my account options; return to the home page; my
jobpage; my saved searches; basic search; advanced search; upload resume; profile match; welcome page;
returning candidate? log back in!; disable all; career site menu; privacy policy; vulnerability disclosure;
terms of service; terms of use; sign up; for job seekers; for companies; back to last search; tech careers;
espace recruteurs; press tab to move to skip to content link; show more options; post cv; here's how you
know; an official website of the united states government; follow; one-time project; ongoing project;

startseite; stellenangebote; jobs finden; anmelden; registrieren; einloggen; für arbeitgeber; für
unternehmen; arbeitgeber / stellenanzeige schalten; unternehmensbewertungen; gehälter vergleichen;
gehaltsplaner; magazin; netzwerk; ihr netzwerk; nachrichten; mitteilungen; zum hauptinhalt springen; zum
hauptinhalt wechseln; zur suche springen; jetzt bewerben; schnellbewerbung; einfach bewerben; speichern; job
merken; teilen; ich bin interessiert; zum arbeitgeber; gehalt anzeigen; weitere optionen anzeigen; mein
profil; jobdetails; zurück; zurück zur übersicht; impressum; datenschutz; oferty pracy; zaloguj się;
drucken;

accueil; aller au contenu; se connecter; s'inscrire; postuler; je postule; enregistrer; partager; imprimer;
trouver un job; trouver une entreprise; médias; résumé du poste; retour aux résultats; offres d'emploi; ir
al contenido; inicio; buscar ofertas; acceso candidatos; publicar oferta; inscribirme en esta oferta;
inscribirme; guardar; compartir; iniciar sesión; ver más
""")
"""Whole lines that a board puts there, and nobody who writes a posting."""
_NAMES = _lines("""
linkedin; indeed; glassdoor; reed.co.uk; totaljobs; monster; people; learning; xing; stepstone; naukri;
seek; infojobs; gumtree; cl; craigslist; upwork; ziprecruiter; cv-library; jobs.ac.uk; tes; caterer.com;
usajobs; nhs jobs; civil service jobs; france travail; gov.uk; find a job; products; solutions; pricing;
contact sales; careers; blog; platform; customers; partners; open positions; book a demo; salary tools;
wellfound; discover; dice; bayt.com; jobstreet; job advice; start; departments; locations; for you; welcome
to the jungle; irishjobs; jobs.ie; what; where; keywords; location; me; profile; what where; language;
english; deutsch; candidat; entreprise; candidates; resources; empresas; salarios; unternehmen; gehälter;
services; help; was; wo
""")
_HEAD = 80
"""Characters within which these are names of the board and entries of its menu."""
_MENU = _OF_THE_BOARD | _NAMES | _lines("about us; about; contact us; contact; careers; blog; news; faq")
_FACTS = _lines("""
powered by; department; location type; seniority level; employment type; job function; industries; time
type; posted on; job requisition id; date posted; pay scheme; working pattern; reference number; job grade;
number of jobs available; pay scale & grade; appointment type; announcement number; telework eligible;
relocation expenses reimbursed; promotion potential; supervisory status; bargaining unit status; financial
disclosure
""")
"""Lines of a form, with the fact on the next line."""
_LEAST_SENTENCE = 5
"""Spaces from which a line is no fact of a form."""
_LEVELS = _lines("entry level; intermediate; expert")
_STARTS = (
    "referrals ", "here", "posted", "reposted", "openings:", "applicants:", "over ", "skills highlighted",
    "matches your ", "join to apply ", "by clicking ", "promoted by ", "job segment:", "sort by",
    "you must create an ", "see who ", "publi", "erschienen", "veröffentlicht", "vor ", "hace ",
    "offre n", "role category:", "industry type:", "©", "r/",
    "this site is ", "powered by", "software powered", "career site by ", "jobs powered", "apply on ",
    "apply directly on ", "identified by google", *"0123456789",
)  # fmt: skip
_NOTES = Lazy(
    r"referrals increase your chances.*|here[’']s how the job.*|skills highlighted with.*|"
    r"(?:re)?posted:?(?: on)? (?:.{0,40}\bago\b.*|today.*|yesterday.*|\d.{0,20})|"
    r"(?:openings|applicants): ?\d.{0,10}|(?:over )?\d+\+? applicants.*|"
    r"\d+\+? (?:minutes?|hours?|days?|weeks?|months?) ago\b.*|"
    r"matches your job preferences.*|join to apply for .*|by clicking .*|promoted by .*|job segment: .*|"
    r"sort by:? (?:relevance|date).*|you must create an .* account .*|see who .* has hired.*|"
    r"(?:publi(?:é|cad[ao])|erschienen|veröffentlicht):? .{2,40}|(?:vor|hace) \d+ ?\w+|offre n° .*|"
    r"this site is protected by recaptcha.*|(?:software |jobs )?powered by.*|career site by .*|r/\w+|"
    r"apply (?:directly on .{2,40}|on (?:indeed|linkedin|glassdoor|ziprecruiter|monster|"
    r".{2,30}\.[a-z.]{2,6}))|"
    r"identified by google .*|\d+ ?(?:min|hr|h|d|w|mo)\.? ago|"
    r"role category:.*|industry type:.*|© .*|"
    r"\d notifications|\d benachrichtigungen|[\d,.]+ (?:new )?jobs?(?: (?:in|match) .*)?|"
    r"\d[.,]\d(?: out of 5 stars)?"
)
"""What a board notes of a posting, a whole line in small letters; it begins with one of ``_STARTS``."""
_SEGMENT = "job segment:"
"""A board's own keywords, which may be a long line."""
_COOKIES = Lazy(
    r"\buses? (?:[\w-]+ ){0,2}cookies|\bcookies? (?:settings|policy|notice|preferences)|\bcookies on |"
    r"\b(?:accept|reject|manage|view|essential|additional|analytics|all) (?:[\w-]+ )?cookies"
)
_SEARCH = Lazy(r"[\w /&'+.-]{3,50} jobs(?: in [\w ,.'-]{2,50})?|jobs in [\w ,.'-]{2,50}")
"""The search by which a posting was found."""

_ABOVE = "Above the posting stand other ones; they were left out."
_BELOW = "Below the posting stands a list of other ones; it was left out."
_A_FORM = "Below the posting stands a form to apply with; it was left out."
_SEVERAL = "The text holds several postings; only the first was read."
_A_SITE = "Below the posting stands what the website adds of its own; it was left out."


class Own(NamedTuple):
    """The posting's own lines, and a warning for what was left out and is more than menus."""

    text: str
    warnings: tuple[str, ...] = ()


def own_part(text: str) -> Own:
    """``text`` without what a job board put around it. Lines that go leave an empty one. Linear."""
    lines = text.split("\n")
    plain = [line.strip().lower() if len(line) <= _LONGEST else "" for line in lines]
    begin = _begin(lines, plain)
    several = sum(low in _ONE_OF_MANY for low in plain) > 1
    above = (_ABOVE,) if sum(map(len, lines[:begin])) >= _ENOUGH else ()
    cookies = "cookie" in text or "Cookie" in text
    kept: list[str] = []
    characters, gone_before, until = 0, 0, begin
    for number in range(begin, len(lines)):
        line, low = lines[number], plain[number]
        if number < until:
            kept.append("")
            continue
        if cookies and "cookie" in (lower := line.lower()) and _COOKIES.search(lower):
            kept.append("")
            continue
        if not low:
            kept.append("" if line.lower().startswith(_SEGMENT) else line)
            characters += len(line)
            continue
        if several and low in _ONE_OF_MANY:
            return Own("\n".join(kept).rstrip(), (*above, _SEVERAL))
        if characters >= _ENOUGH and (ended := _ended(low)) is not None:
            return Own("\n".join(kept).rstrip(), (*above, ended) if ended else above)
        if low.startswith("©") and characters >= _ENOUGH and (foot := _foot_begin(kept)) is not None:
            return Own("\n".join(kept[:foot]).rstrip(), above)
        if low in _ASIDES:
            until = _aside_end(plain, number)
        fact = low in _FACTS
        gone = (
            fact
            or number < until
            or low in _OF_THE_BOARD
            or ("|" in low and _is_menu(low))
            or (low.startswith(_STARTS) and _NOTES.fullmatch(low) is not None)
            or (characters < _HEAD and (low in _NAMES or (gone_before > 1 and _SEARCH.fullmatch(low))))
            or (characters < _HEAD and _COMMENT.fullmatch(low) is not None)
            or (number + 1 < len(plain) and _belongs_to(low, plain[number + 1]))
        )
        if fact and number + 1 < len(plain) and plain[number + 1].count(" ") < _LEAST_SENTENCE:
            until = number + 2
        kept.append("" if gone else line)
        characters += 0 if gone else len(line)
        gone_before += bool(gone)
    return Own("\n".join(kept), above)


def _begin(lines: list[str], plain: list[str]) -> int:
    """The line with which the posting begins that is shown beside a list of others. Its title is freed from
    what stands behind it."""
    options = 0
    of_google = _OF_GOOGLE in plain
    for number, low in enumerate(plain):
        if low.endswith(_JOB_POST):
            lines[number] = lines[number].strip()[: -len(_JOB_POST)].rstrip()
            plain[number] = low[: -len(_JOB_POST)].rstrip()
            return number if plain[number] else max(0, number - 1)
        if of_google and low.startswith(_GOOGLE_APPLY):
            return max(0, number - 2)
        if low in _OPTIONS and not options:
            options = number + 1
        if low in _ABOUT and options:
            return options
    return 0


def _ended(low: str) -> str | None:
    """The warning for what begins with this line and is not the posting's; None if it is."""
    if low.startswith(_OTHERS_BEGIN) and low != _OF_ONE and _OTHERS.fullmatch(low):
        return _BELOW
    if low in _SITE or _COMMENT.fullmatch(low):
        return _A_SITE
    if low in _FOOT:
        return ""
    return _A_FORM if low.rstrip(_MARKS_OF_A_FIELD) in _FORM else None


def _is_menu(low: str) -> bool:
    """Whether a line holds nothing but entries of a menu: "Home | Jobs | Sign in"."""
    entries = [entry.strip() for entry in low.split("|")]
    return _MENU.issuperset(entry for entry in entries if entry)


def _belongs_to(low: str, following: str) -> bool:
    """Whether a line is a fact of a form that names it below, or a field that repeats others."""
    return (
        following == "expand search"
        or (following.startswith("r/") and low.startswith("go to "))
        or (following == "experience level" and low in _LEVELS)
        or (
            low.startswith(("role:", "job:"))
            and following.startswith(("industry type:", "primary location:"))
        )
    )


def _foot_begin(kept: list[str]) -> int | None:
    """The line with which the menu above a page's last lines begins, if there is one."""
    entries: list[int] = []
    for number in range(len(kept) - 1, -1, -1):
        low = kept[number].strip().lower()
        if len(low) > _LONGEST_ENTRY:
            break
        if low in _FOOT_MENU:
            entries.append(number)
    return entries[-1] if len(entries) >= _LEAST_FOOT else None


def _aside_end(plain: list[str], begin: int) -> int:
    """Where what begins in the line ``begin`` ends; there, if nothing ends it."""
    ends = _ASIDES[plain[begin]]
    for number in range(begin + 1, min(len(plain), begin + _LONGEST_ASIDE)):
        if plain[number] in ends:
            return number
    return begin
