"""What a posting asks for, read once and kept with it."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, ClassVar

from shared.matching import injection
from shared.matching.asides import asides, is_a_customer, names_of_the_head
from shared.matching.asked_education import asked_level, subjects
from shared.matching.asked_skills import SkillRequirement, find_skills
from shared.matching.asking import Asking, read_asking
from shared.matching.cleaning import clean, lower_case
from shared.matching.doubtful_terms import owners_told
from shared.matching.families import family_table
from shared.matching.frequency import tellingness
from shared.matching.job_boards import own_part
from shared.matching.language import detect
from shared.matching.lazy import Lazy
from shared.matching.mail_addresses import without_mail_addresses
from shared.matching.memo import Kept
from shared.matching.no_experience import asks_for_none
from shared.matching.ordinary import ordinary_words
from shared.matching.other_units import of_this_unit
from shared.matching.posting_columns import with_columns_named
from shared.matching.posting_lines import in_lines
from shared.matching.posting_mail import plain_posting, unquoted
from shared.matching.posting_markup import readable
from shared.matching.proper_names import employer_names
from shared.matching.result import CAMEL_CASE
from shared.matching.scoring import MOST_OF_A_JUNIOR
from shared.matching.sections import find_sections
from shared.matching.sentence_pieces import pieces
from shared.matching.specialities import meant_in_software
from shared.matching.title import behind_preamble, find_title, job_start
from shared.matching.title_forms import is_like_a_title
from shared.matching.version import ENGINE_VERSION
from shared.matching.words import Words, stems_of
from shared.matching.workplaces import BESIDE_THE_WORK, IN_THE_HEAD, end_of_head, phrases_in
from shared.matching.years import find_years

MOST_TERMS = 160
BEYOND = 1.5
"""Times the years that a posting names as its limit, up to which nobody minds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a posting asks for. Holds names and weights, no text beyond title and phrases."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CAMEL_CASE
    engine_version: str
    digest: str
    language: str
    title: str | None
    seniority: int
    """-1 junior, 0 not said, 1 senior, 2 leads people."""
    title_families: dict[str, float]
    work_families: dict[str, float]
    skills: list[SkillRequirement]
    min_years: float | None
    max_years: float | None
    years_ceiling: float | None = None
    """Years of experience with more of which nobody is meant: "up to two years"."""
    education_level: int | None
    education_text: str | None
    education_required: bool
    terms: dict[str, float]
    """Telling stems of title and duties with their weights."""
    warnings: list[str] = field(default_factory=list)
    work_terms: list[str] = field(default_factory=list)
    """Telling words of ``data/families.txt`` that stand in it."""
    open_to_all: bool = False
    """Whether it says that no experience is needed."""
    workplaces: dict[str, float] = field(default_factory=dict)
    """Phrases of ``data/workplaces.txt``, which tell where the work is done, with the times each counts: none
    where it only stands in the name of a skill."""


_READ: Kept[Requirements] = Kept(32)
"""The postings read last in this process: one that ten CVs are matched with is read once."""
LEADS = 2
"""The seniority of a posting whose title leads people."""
_SENIOR = Lazy(
    r"\b(?:senior|sr|lead|principal|expert|experienced|staff (?:software|engineer|data|product|scientist|"
    r"developer|machine|platform|security|site))\b"
)
_LEADS = Lazy(
    r"\b(?:manager|head(?! (?:office|quarters))|headteacher|matron|director|chief|vp|vice president|"
    r"(?:team|shift|crew) lead(?:er)?|supervisor|superintendent|fore(?:man|woman|person)|managing|"
    r"supervising(?! social)|charge nurse|(?:ward|nursing) sister|exec(?:utive)? (?:\w+ )?chef|"
    r"chef de cuisine|(?<!junior )sous chef|financial controller)\b"
)
_JUNIOR = Lazy(
    r"\b(?:junior(?! (?:schools?|academy|high|college|doctors?|league|football|golf|department))|jr|trainee|"
    r"graduate(?! (?:school|college|recruit|admission|program))|entry[- ]level|apprentice|intern)\b"
)


def read_posting(text: str, title: str | None = None, *, known: Requirements | None = None) -> Requirements:
    """What the posting ``text`` asks for; ``title`` where the caller knows it. Never raises; linear in the
    length. ``known`` is what was read before: it is returned if it comes from this text, this title and this
    engine version. So is what this process read lately; nobody may change it."""
    key = posting_digest(text, title)
    if known is not None and known.digest == key:
        return known
    return _READ.get(key) or _READ.keep(key, _read(text, title, key))


def _read(text: str, title: str | None, digest: str) -> Requirements:
    source = unquoted(readable(text.replace("\r\n", "\n")))
    attempts = injection.scan(source)
    shown = with_columns_named(injection.blank(source, attempts) if attempts else source)
    posting = own_part(clean(shown).clean)
    shown = in_lines(plain_posting(posting.text))
    shown = without_mail_addresses(shown)  # jobs@gmail.com names no tool
    lower = lower_case(shown)
    sections = behind_preamble(shown, find_sections(shown, posting=True))
    spans = pieces(shown)
    words = Words(shown, lower)
    asking = read_asking(lower, spans, sections)
    families = family_table()
    names = [family.name for family in families.families]
    beside = {index for begin, end in asides(words) for index in range(begin, end)}
    counts, customers = _terms_of_work(words, asking, beside)
    found_title, title_mix = find_title(shown[job_start(sections) :], title, _work_of(counts, {}))
    asking = of_this_unit(lower, asking, found_title or "")
    if _sells(title_mix):
        counts -= customers
    title_words = Words(found_title or "", (found_title or "").lower())
    in_title = [number for _, _, number in families.terms.find(title_words)]
    counts.update(dict.fromkeys(in_title, _OF_THE_TITLE))
    work_mix = _work_of(counts, title_mix)
    if in_title and not title_mix and len(title_words) <= _NAME_OF_A_WORK:
        named = {family for number in in_title for family in families.term_families[number]}
        title_mix = {family: share for family, share in work_mix.items() if family in named}
    if not title_mix and len(counts) >= LEAST_TOLD and not is_like_a_title(found_title or ""):
        title_mix = _plainly_told(work_mix)

    years = find_years(lower, asking)
    own = {index for index, share in title_mix.items() if share > 0.15 * sum(title_mix.values())}
    own |= {index for index, _ in sorted(work_mix.items(), key=lambda item: -item[1])[: 1 if own else 2]}
    open_to_all = not years.least and asks_for_none(lower)
    skills = find_skills(
        words,
        asking,
        sections,
        found_title or "",
        years.by_piece,
        own,
        subjects(lower),
        open_to_all=open_to_all,
    )
    level, label, required = asked_level(lower, asking, years.lesser)
    language = detect(words.words[:600])
    tried = injection.warning("posting", attempts)
    warnings = [tried] if tried else []
    warnings += posting.warnings
    if len(words) < 25:
        warnings.append("The posting is very short; the score rests on little.")
    elif not skills and not title_mix:
        warnings.append(
            "The posting names neither a known role nor skills; the score rests on its wording alone."
        )
    return Requirements(
        engine_version=ENGINE_VERSION,
        digest=digest,
        language=language,
        title=found_title,
        seniority=_seniority((found_title or "").lower()),
        title_families=_mix(title_mix, names, 6),
        work_families=_mix(work_mix, names, 10),
        skills=skills,
        min_years=years.least,
        max_years=years.most,
        years_ceiling=years.ceiling,
        education_level=level,
        education_text=label,
        education_required=required,
        terms=_terms(words, asking, stems_of(found_title or ""), beside),
        warnings=warnings,
        work_terms=[families.term_names[number] for number in sorted(counts)],
        open_to_all=open_to_all,
        workplaces=_workplaces(words, asking, title_words, skills),
    )


_OF_THE_TITLE = 3
"""Times that a telling word of the title counts as said."""
_NAME_OF_A_WORK = 3
"""Words of a title at most that names a work or a department and no person: "Accounts Payable"."""


LEAST_TOLD = 5
"""Telling words of work at least without which a posting does not plainly tell of any."""
PLAINLY = 0.4
"""Share of what a posting without a title tells of work from which it is for whoever does that work."""


def _plainly_told(work_mix: dict[int, float]) -> dict[int, float]:
    """The family that the work tells more of than of all others but a few, as that of a title; or none."""
    family = max(work_mix, key=work_mix.__getitem__, default=None)
    if family is None or work_mix[family] < PLAINLY * sum(work_mix.values()):
        return {}
    return {family: 1.0}


def _terms_of_work(words: Words, asking: Asking, beside: set[int]) -> tuple[Counter[int], Counter[int]]:
    """The telling words of occupations that the posting says, by how often, without those ``beside``; and
    those of them that name customers."""
    spans, kinds = asking.spans, asking.kinds
    counts: Counter[int] = Counter()
    customers: Counter[int] = Counter()
    piece = 0
    for first, after, number in family_table().terms.find(words):
        position = words.starts[first]
        while piece < len(spans) - 1 and spans[piece][1] <= position:
            piece += 1
        if (
            spans
            and kinds[piece] != "boilerplate"
            and first not in beside
            and not _is_what_it_does_itself(words, first)
            and not _is_of_a_firms_name(words, first)
        ):
            counts[number] += 1
            if is_a_customer(words.words[after - 1]):
                customers[number] += 1
    return counts, customers


def _workplaces(
    words: Words, asking: Asking, title: Words, skills: list[SkillRequirement]
) -> dict[str, float]:
    """What the posting says of where its work is done: it counts more in title and head, and less where the
    employer presents itself and its benefits."""
    names = "; ".join([skill.name for skill in skills])
    times = {phrase: 0.0 for _, phrase in phrases_in(Words(names, names.lower()))}
    head = end_of_head(words.text, 0, len(words.text))
    for start, phrase in phrases_in(words):
        aside = start >= head and asking.spans and asking.kinds[asking.piece_at(start)] == "boilerplate"
        count = BESIDE_THE_WORK if aside else IN_THE_HEAD if start < head else 1.0
        times[phrase] = max(times.get(phrase, 0.0), count)
    return times | {phrase: IN_THE_HEAD for _, phrase in phrases_in(title)}


def _seniority(title: str) -> int:
    if _LEADS.search(title):
        return LEADS
    return 1 if _SENIOR.search(title) else -1 if _JUNIOR.search(title) else 0


def most_years(asked: Requirements) -> float | None:
    """Years of like work with more of which somebody has too many for the posting."""
    if asked.years_ceiling:
        return asked.years_ceiling * BEYOND
    return MOST_OF_A_JUNIOR if asked.seniority < 0 else None


def _is_what_it_does_itself(words: Words, index: int) -> bool:
    """Whether the word is no duty but the employer's: "we're hiring", "now hiring", "Acme is hiring"."""
    return words.words[index] in _HIRES and index > 0 and words.words[index - 1] in _BEFORE_HIRES


def _is_of_a_firms_name(words: Words, index: int) -> bool:
    """Whether the word ends the name of a firm: "Madeup Freight is hiring", "Madeup Foods plc"."""
    if not index or not words.text[words.starts[index - 1]].isupper():
        return False
    if words.text[words.ends[index - 1] : words.starts[index]] != " ":
        return False
    if words.words[index] == "plc":
        return words.text[words.ends[index] :][:2] in _BEHIND_A_FIRM or words.words[
            index + 1 : index + 2
        ] in (
            ["is"],
            ["has"],
        )
    return (
        words.text[words.starts[index]].isupper()
        and words.words[index] not in _INSTITUTIONS
        and not words.text[words.starts[index] : words.ends[index]].isupper()
        and (
            words.stems[index - 1] in employer_names(words)
            or words.words[index + 1 : index + 2]
            in (["ltd"], ["limited"], ["plc"], ["inc"], ["llc"], ["gmbh"])
        )
    )


_INSTITUTION_WORDS = """
academy bank church clinic college hospital hotel library museum nursery restaurant school surgery theatre
university
"""
_INSTITUTIONS = frozenset(_INSTITUTION_WORDS.split())
"""What tells of the work there even as the end of a name."""
_BEHIND_A_FIRM = frozenset({"", ", ", "\n", ". ", " (", ".\n", ",\n", "\n\n", ") "})
"""What follows a name that is no subject."""
_HIRES = frozenset({"hiring", "recruiting"})
_BEFORE_HIRES = frozenset({"we", "are", "re", "now", "is", "currently", "actively", "urgently"})


def _sells(titled: dict[int, float]) -> bool:
    """Whether a title is of somebody who sells, to whom the customers' trade is none of their own."""
    numbers = family_table().by_name
    sold = titled.get(numbers["sales"], 0.0) + titled.get(numbers["business development"], 0.0)
    return sold > sum(titled.values()) / 2


def _work_of(counts: Counter[int], title_mix: Mapping[int, float]) -> dict[int, float]:
    """Families of telling words by how often each is said, in a text with a title of ``title_mix``; some are
    of another trade under a title of software."""
    families = family_table()
    mix: defaultdict[int, float] = defaultdict(float)
    for number, owners in owners_told(counts, title_mix).items():
        if title_mix and (meant := meant_in_software(families.term_names[number], title_mix)) is not None:
            owners = (meant,)
        for family in owners:
            mix[family] += families.term_weights[number] * math.log2(1 + counts[number]) / len(owners)
    return dict(mix)


def _mix(weights: dict[int, float], names: list[str], most: int) -> dict[str, float]:
    total = sum(weights.values())
    if total <= 0:
        return {}
    top = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    return {names[index]: round(weight / total, 4) for index, weight in top if weight / total > 0.01}


def posting_digest(text: str, title: str | None) -> str:
    """Identifies what requirements were read from."""
    import hashlib  # not at import time: it loads OpenSSL

    return hashlib.sha256(
        f"{ENGINE_VERSION}|{title or ''}|{text}".encode("utf-8", "surrogatepass")
    ).hexdigest()[:32]


def _terms(words: Words, asking: Asking, title_stems: tuple[str, ...], beside: set[int]) -> dict[str, float]:
    """The telling stems but for those of the words ``beside`` the matter and of names: how often, damped,
    times how telling; those of the title count double."""
    stems: list[str] = []
    first = 0
    for (_, end), kind in zip(asking.spans, asking.kinds, strict=True):
        after = bisect_left(words.starts, end, lo=first)
        if kind != "boilerplate":
            stems += [words.stems[index] for index in range(first, after) if index not in beside]
        first = after
    names = names_of_the_head(words).difference(title_stems, ordinary_words().plain)
    weights = {
        word: math.pow(tellingness(word), 1.5) * (1 + math.log(count))
        for word, count in Counter(stems).items()
        if len(word) > 1 and word not in names
    }
    for word in title_stems:
        if word in weights:
            weights[word] *= 1.5
    top = sorted(weights.items())
    top.sort(key=itemgetter(1), reverse=True)
    return {word: round(weight, 3) for word, weight in top[:MOST_TERMS] if weight > 0.05}
