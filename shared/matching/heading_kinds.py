"""What kind of section a line announces."""

import string
import unicodedata
from functools import cache
from typing import NamedTuple

from shared.matching.duty_verbs import plain_verbs
from shared.matching.lazy import Lazy
from shared.matching.lists import lists_of
from shared.matching.posting_headings import announced_kind
from shared.matching.title_forms import is_like_a_title


class _Headings(NamedTuple):
    kinds: dict[str, str]
    beginnings: frozenset[str]
    """The first words."""
    spaced: dict[str, str]
    """As they are when every letter stands alone."""


_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"}
_OF_THE_WHOLE = frozenset({"resume"})
"""What a whole CV is headed with as well."""


def _without_accents(phrase: str) -> str:
    """As many write it, above all in capitals."""
    return "".join(filter(str.isascii, unicodedata.normalize("NFD", phrase)))


@cache
def _headings(whose: str) -> _Headings:
    """The headings in ``data/headings.txt``, read on first use."""
    kinds = {
        phrase: kind.removeprefix("whole")
        for name, phrases in lists_of("headings.txt").items()
        for owner, _, kind in [name.partition(" ")]
        if owner == whose
        for phrase in phrases
    }
    if whose == "cv":
        kinds = {
            plain: kind
            for phrase, kind in kinds.items()
            if not phrase.isascii()
            for plain in (_without_accents(phrase), _without_accents(phrase.translate(_UMLAUTS)))
            if plain not in _OF_THE_WHOLE
        } | kinds
    return _Headings(
        kinds,
        frozenset(phrase.partition(" ")[0] for phrase in kinds),
        {phrase.replace(" ", ""): kind for phrase, kind in kinds.items()},
    )


_LEAST_SPACED = 5
LEFT_EDGE = string.whitespace + '\x1c\x1d\x1e\x1f#*_<>•-=+~.|/()[]"' + string.digits
RIGHT_EDGE = string.whitespace + '\x1c\x1d\x1e\x1f#*_<>:•-=+~.|/()[]?!,"\\'
_EDGES = Lazy(r"^[\W\d_]+|[\W_]+$")
_NUMBERED = Lazy(r"^(?:[IVX]{1,4}|[A-H])[.)] +")
_SPACES = Lazy(r"\s+")
_AND = Lazy(r"\s*(?:&|/|\+|\band\b|\bund\b|\bet\b)\s*")
_AND_MARKS = frozenset("&/+")


def heading_kind(line: str, *, posting: bool) -> str | None:
    """The kind of section that a line announces, None if it is no heading."""
    if not posting and line.startswith("#") and line.endswith("}"):
        line = line.rpartition("{")[0]  # "# Experience {-}", as Pandoc writes it
    bare = line.lstrip(LEFT_EDGE).rstrip(RIGHT_EDGE)
    if bare[1:4:2] == "  ":  # E X P E R I E N C E
        letters = bare.lower().split()
        if len(letters) >= _LEAST_SPACED and max(map(len, letters)) == 1:
            return _headings("posting" if posting else "cv").spaced.get("".join(letters))
    if bare[1:3] in (". ", ") ", "I.", "V.", "II", "X."):
        bare = _NUMBERED.sub("", bare)  # "II. Experience", "B) Skills"
    if bare and not (bare[0].isascii() and bare[-1].isascii()):
        bare = _EDGES.sub("", bare)
    if not bare or len(bare) > 60 or bare.count(" ") > 6:
        return announced_kind(line) if posting and bare else None
    name = bare.lower()
    if not posting and bare[0].islower() and line.rstrip().endswith("."):
        return None  # the last word of a sentence
    if not posting and bare.isupper() and 0 < bare.count(" ") < 4:
        last = name[name.rindex(" ") + 1 :]
        if last in LAST_WORDS:
            return _headings("cv").kinds.get(_AND.sub(" and ", name), LAST_WORDS[last])
    if (
        not posting
        and name.startswith(_FOREIGN_JOBS)
        and bare[0].isupper()
        and name.count(" ") < _MOST_OF_A_TRADE
    ):
        return _headings("cv").kinds.get(name, "experience")
    if not posting and name.endswith(" experience") and _tells_of_jobs(line, bare):
        return _headings("cv").kinds.get(name, "experience")
    if (
        not posting
        and not bare[0].islower()
        and name.endswith(_JOBS)
        and _OF_JOBS.issuperset(name.split()[:-1])
    ):
        return _headings("cv").kinds.get(name, "experience")
    if (
        not posting
        and (first := name.partition(" ")[0]) not in _headings("cv").beginnings
        and first.isalpha()
    ):
        return None
    if not bare.isalpha():
        if "nd" in name or "et" in name or not _AND_MARKS.isdisjoint(name):
            name = _AND.sub(" and ", name)
        name = _SPACES.sub(" ", name.replace(",", " ") if posting else name)
    headings = _headings("posting" if posting else "cv").kinds
    kind = headings.get(name)
    if kind is None and name.startswith("my "):
        kind = headings.get(name[3:])
    if (
        kind is None
        and " and " in name
        and ":" not in name
        and not name.startswith(_JURIS_DOCTOR)
        and (posting or not (line.rstrip().endswith(".") or _names_a_post(bare)))
    ):
        kind = headings.get(name.split(" and ")[0].strip())
    if kind is None and "(" in name and ("(cont" in name if posting else line.rstrip(" *_:").endswith(")")):
        kind = headings.get(name[: name.index("(")].rstrip())
    if kind is None and posting:
        kind = announced_kind(line)
    if kind is None and posting and line.rstrip(" *_").endswith(":"):
        parts = name.split()
        if len(parts) > 1 and _OF_QUALIFICATIONS.issuperset(parts):
            kind = "required"
    if (
        kind is None
        and posting
        and (bare.count(" ") < 6 or bare.isupper() or line.rstrip(" *_").endswith(":"))
        and not ITEM.match(line)
        and not _is_of_the_work(name, line)
    ):
        plain = name.translate(_PLAIN)
        for cue, named in _POSTING_CUES:
            if cue in plain and (
                (named != "preferred" and cue != "must have") or _OF_WISHES.issuperset(plain.split())
            ):
                return None if _OF_WORK.search(name) else named
    if kind == "boilerplate" and posting and ITEM.match(line) and not line.rstrip().endswith(":"):
        return None  # "- Travel" among what is asked for
    return kind


_JURIS_DOCTOR = "jd and "
"""No job description: "JD and active bar admission"."""


def _names_a_post(bare: str) -> bool:
    """Whether what begins as a heading is the title of somebody, or has their dates: "Education and
    Outreach Officer (2009-2013)"."""
    post = bare.partition("(")[0].rstrip(" *_,")
    return is_like_a_title(post) or _YEARS.search(bare) is not None


_YEARS = Lazy(r"\b(?:19|20)\d\d\b")


def _tells_of_jobs(line: str, bare: str) -> bool:
    """Whether the line is marked as a heading over experience of some trade: "## Flight Experience",
    "**Administrative EXPERIENCE**"."""
    words = bare.split()
    return (
        (line.startswith("#") or words[-1].isupper())
        and len(words) <= _MOST_OF_A_TRADE
        and all(word[0].isupper() for word in words)
        and _EXPERIENCED.isdisjoint(word.lower() for word in words)
    )


_MOST_OF_A_TRADE = 4
_FOREIGN_JOBS = (
    "experiencias de ",
    "experiencia en ",
    "expériences en ",
    "autres expériences ",
    "otras experiencias ",
)
_EXPERIENCED_WORDS = """
user customer client guest patient employee candidate student learner visitor fan member player shopper
brand digital educational total years learning key
"""
_EXPERIENCED = frozenset(_EXPERIENCED_WORDS.split())
"""Whose experience is something that one works on, or no work."""


def _is_of_the_work(name: str, line: str) -> bool:
    """Whether a line that sounds like a heading says what to do: "Secure all insurance requirements"."""
    first, end = name.partition(" ")[0], line.rstrip(" *_")
    return not end.endswith(":") and (
        first in plain_verbs() or first in _ABLE or (end.endswith(".") and name.count(" ") > 2)
    )


_OF_QUALIFICATIONS_WORDS = """
abilities ability and certificates certification certifications education educational essential experience
knowledge licences licenses minimum professional qualifications required skills special training work
"""
_OF_QUALIFICATIONS = frozenset(_OF_QUALIFICATIONS_WORDS.split())
"""Words of a heading above what is asked for, in any order: "Education, Training and Experience:"."""
_ABLE = ("able", "ability", "capable", "capability", "demonstrated", "proven", "willing", "willingness")
LAST_WORDS = {
    **dict.fromkeys(("experience", "history", "employment"), "experience"),
    **dict.fromkeys(("skills", "competencies", "expertise", "proficiencies"), "skills"),
    **dict.fromkeys(("certifications", "licences", "licenses"), "certificates"),
    "qualifications": "education",
    "interests": "interests",
    "publications": "other",
    "achievements": "other",
}
"""What a heading in capitals is, by its last word: "SALON EXPERIENCE"."""
_JOBS = (
    "experience", "experiences", "history", "employment", "positions", "posts", "roles", "jobs",
    "appointments",
)  # fmt: skip
_OF_JOBS_WORDS = """
academic additional appointments career clinical current earlier employment extra faculty further hospital
industrial industry job medical older other paid past present previous prior professional recent related
relevant research selected teaching university visiting work working & and
"""
_OF_JOBS = frozenset(_OF_JOBS_WORDS.split())
"""Words that stand before those in any order: "Current positions", "Extra work history"."""
_OF_WORK = Lazy(
    r"\b(?:benefits|diversity|inclusion|equality|sponsorship) (?:admin|manag|advi|speciali|enrol|coordinat|"
    r"lead|officer|train|strateg|initiat)|\bworking at heights?\b"
)
"""A heading over duties that only sounds like one over what the employer offers."""
_PLAIN = str.maketrans("-()", "   ")
_OF_WISHES_WORDS = """
a abilities additional also and apply area areas attributes background be beneficial bonus but certification
certifications characteristics competencies considered criteria desirable desired education essential
experience experiences extra for good have haves helpful highly ideal ideally if in is it job knowledge
licenses mandatory minimum must nice not of optional or other perferred plus points prefered preferred
prefferred professional qualification qualifications required requirement requirements role skill skills
some strongly
technical the things to training would you your
"""
_OF_WISHES = frozenset(_OF_WISHES_WORDS.split())
"""Words of a heading above wishes and musts; a line with another word is an item: "Redis preferred"."""
ITEM = Lazy(r"\s*(?:[•\-*]|\d{1,2}[.)]|[a-z][.)])\s")
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
            "general duties|general terms|commitment|terms of e|terms of s|terms of b|terms of u|terms and|"
            "small print|our story|"
            "our values|life here|life at|a word from|please read|your application|our promise|"
            "working here|working for us|working at|what happens|why you|join us|"
            "recruitment process|application process|selection process|about the group|about our|"
            "our people|our culture|our purpose|important information|fraud alert|fraud warning|"
            "disclaimer|eeo |"
            "sponsorship|the process|other vacancies|good to know|equality|inclusion",
        ),
        (
            "preferred",
            "nice to have|preferred|prefferred|prefered|perferred|desirable|bonus|good to have|"
            "would be a plus",
        ),
        ("duties", "responsibilit|you will do|you'll do|duties"),
        ("required", "you bring|you'll bring|requirements|looking for|qualifications|must have|you'll need"),
        ("boilerplate", "benefits|we offer|about us|equal opportunit|how to apply|why work|why join"),
    )
    for cue in cues.split("|")
)


def usual_kind(name: str) -> str | None:
    """The kind of section of a heading of a posting that is a usual one, or plainly announces something."""
    kind = _headings("posting").kinds.get(_SPACES.sub(" ", _AND.sub(" and ", name.lower())))
    return kind or announced_kind(f"{name}:")
