"""How like the posting's work the person's work has been: titles, vocabulary of duties, and wording."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from shared.matching.dates import months_covered
from shared.matching.families import SAME_GROUP, Target, family_table
from shared.matching.frequency import tellingness
from shared.matching.lazy import Lazy
from shared.matching.profile import MOST_REPEATS, Profile, WorkedRole
from shared.matching.protected_titles import REGISTERS_OF_ALL, licences_of
from shared.matching.requirements import LEADS, Requirements
from shared.matching.skills import skill_table
from shared.matching.words import stems_of
from shared.matching.workplaces import EVERYWHERE, Elsewhere, compare

WORDING_OF_A_GOOD_MATCH = 0.5
"""Cosine of a good match whose CV was written for the posting; more says nothing more."""
WORDING_POWER = 0.4
COVER_OF_A_GOOD_MATCH = 0.5
"""Share of the posting's telling words that the CV of a good match holds, once its length is allowed for."""
COVER_POWER = 0.5
LEAST_TELLING = 0.3
"""Words that tell less do not make a CV longer: a true line must not cost by its other words."""
SHORT_CV, WORDS_BY_LENGTH = 70, 0.35
"""Telling words of a short CV, and how many more of any posting's words a longer one holds by chance: they
grow about with the logarithm of the length."""
BARE_LIST = 0.4
"""Share of the mean that is left when a CV only lists: it shows words and no work."""
STRANGE, BY_LIKENESS = 0.1, 1.4
"""Likeness up to which a role's months are none of the posting's, and how fast they count above it."""
PLAINLY = 0.6
"""How specific a title is that names one trade and no other."""
SETTLED = 3.0
"""Years of work after which somebody has a trade."""
SHORT_HISTORY = 4
"""Where the years that the CV states are more than so many times those of its dated roles, the roles are
not all of the history."""
A_LEVEL_BELOW = 0.5
"""What a role's months count under a title that is plainly below the posting's level."""
NOT_SAID = 0.25
"""What each part counts that a posting says nothing about which names neither work nor skills: that place
names and kind words stand in both texts makes no match."""
UNTOLD = 0.3
"""Share of the fit that is the likeness of a role of which neither title nor words tell."""
OF_THE_TRADE = 0.6
"""Likeness of a title from which it is of the posting's trade, and not of one near it."""
LIKE_A_ROLE = 0.4
"""Likeness from which a role is called one like the posting's."""
A_MATCH = 0.5
"""Role fit of work that is the posting's or related to it."""
SLOPE, MIDDLE = 8.0, 0.48
"""The logistic curve that turns the mean of the parts into a fit."""
TELLING_TITLE = 0.95
"""How specific a title is (``families``) that tells all it can: one of two words. One word tells less, a
vague one like "Consultant" a third."""


class RoleFit(NamedTuple):
    """``value`` is 0–1; the parts are what it is made of, None where the texts do not say."""

    value: float
    titles: float | None
    title_words: float | None
    work: float | None
    wording: float | None
    cover: float | None
    years: float | None
    like_roles: tuple[int, ...]
    """Numbers of the roles that are like the posting's."""
    parts: dict[str, float | None]
    """What ``PARTS`` weighs, each 0–1."""
    weights: dict[str, float]
    """What each part weighs: as in ``PARTS``, titles by what they tell."""
    bare: float
    """What a bare list leaves of their mean; 1 for a CV with sentences or dates."""
    is_below: bool
    """The titles of all roles like the posting's are below its level."""
    is_above: bool
    """The latest title is of those who lead a firm or all of such work, or of the licensed people whom the
    posting's assists."""
    only_assists: bool
    """All titles are of those who assist the licensed people that the posting looks for."""
    of_another_trade: bool
    """The titles of all roles are plainly of other work than the posting's, however like its words are."""
    of_the_trade: bool
    """A title of any role, or all of them together, is of the posting's trade; or there are none."""
    is_settled_elsewhere: bool
    """``SETTLED`` years or more, and all titles of plainly other work; or all that is told, without any."""
    elsewhere: Elsewhere = EVERYWHERE
    """Whether such work was done where the posting's is."""

    @property
    def is_of_such_work(self) -> bool:
        """The work has been the posting's, by what was done and by what it is called."""
        return self.value >= A_MATCH and self.of_the_trade


PARTS = {
    "titles": 0.2,
    "title words": 0.05,
    "work": 0.24,
    "work against title": 0.15,
    "wording": 0.21,
    "cover": 0.15,
}
"""What each part weighs; a part that the texts say nothing about leaves its weight to the others.

Chosen on the tune half of the labelled pairs and on texts of other people, rounded. Titles weigh less than
they would deserve by that half's plain pairs, because people of one work are called many things; and vague
ones ("Associate Consultant") less than those that say what somebody does (``_telling_titles``).
"""

TITLES_OF_A_FUNCTION = 0.35
"""What titles weigh instead where the posting's is of a function beside those who write programs: the tools
are the same, and what somebody is called says which work they did with them."""
_FUNCTIONS = frozenset({
    "quality assurance testing", "devops", "information security", "database administration",
    "network engineering", "systems administration", "it support", "data engineering", "data science",
    "data analysis", "data warehousing", "business analysis", "product management", "project management",
})  # fmt: skip


_WRITING = frozenset({
    "java development", "dotnet development", "frontend development", "web development",
    "full stack development", "python development", "backend development", "software engineering",
    "embedded software", "mobile development", "game development", "blockchain development",
    "mainframe development",
})  # fmt: skip
"""Families of those who write programs."""
_OF_ANY_KIND = frozenset({"software engineering", "backend development", "python development"})
"""Of those, the ones that many are called who do the work of a function."""


def _titles_weigh(profile: Profile, requirements: Requirements) -> float:
    """What titles weigh in full."""
    wanted, shown = _most(requirements.title_families), _most(profile.title_families)
    if wanted in _FUNCTIONS or (shown in _FUNCTIONS and wanted in _WRITING):
        return TITLES_OF_A_FUNCTION
    return PARTS["titles"]


def _shares_its_tools(shown: str, wanted: str) -> bool:
    """Whether people of the family ``shown`` work with the tools of those ``wanted`` on something else, so
    that only what they are called tells of such work: a Java developer has been no tester."""
    if wanted in _FUNCTIONS:
        return shown in _WRITING - _OF_ANY_KIND
    return wanted in _WRITING and shown in _FUNCTIONS


def _most(mix: Mapping[str, float]) -> str:
    """The family that most of a mix is of."""
    return max(mix, key=mix.__getitem__) if mix else ""


def measure(
    profile: Profile,
    requirements: Requirements,
    stems: Counter[str],
    filler: Counter[str],
    now: int,
    shares: Mapping[str, float],
    *,
    assists: bool,
) -> RoleFit:
    """The fit of a CV (its words in ``stems``) to a posting.

    ``filler`` are the words around what the posting asks for. They do not make the CV longer: a true line on
    a requirement must not lower the score by its other words. ``shares`` are what is left of the weight of
    words that are said many at once (``said_together``); ``assists`` is what ``only_assists`` says.
    """
    title = Target(requirements.title_families) if requirements.title_families else None
    duties = Target(requirements.work_families) if requirements.work_families else None
    in_titles = [title.likeness(role.families) if title and role.families else None for role in profile.roles]
    titles = _titles(profile, title, in_titles, now) if title else None
    title_words = _title_words(profile, requirements, now)
    alike, other = _vocabulary(profile, frozenset(requirements.work_terms), shares)
    work = _work(profile, duties, alike, other) if duties else None
    both = [weight * shares.get(word, 1.0) for word, weight in requirements.terms.items() if word in stems]
    own = _own_words(requirements.terms, stems, filler)
    # Texts in two languages share few words whatever they tell of; titles and names of things remain.
    languages = {profile.language, requirements.language} - {""}
    is_comparable = len(languages) < 2 or not profile.title_families
    wording = _wording(requirements.terms, both, own) if is_comparable else None
    cover = _cover(requirements.terms, both, own) if is_comparable else None
    values: dict[str, float | None] = {
        "titles": titles,
        "title words": title_words,
        "work": work,
        "work against title": _work(profile, title, alike, other) if title else None,
        "wording": None
        if wording is None
        else math.pow(min(1.0, wording / WORDING_OF_A_GOOD_MATCH), WORDING_POWER),
        "cover": None if cover is None else math.pow(min(1.0, cover / COVER_OF_A_GOOD_MATCH), COVER_POWER),
    }
    weights = PARTS | {"titles": round(_titles_weigh(profile, requirements) * _telling_titles(profile), 3)}
    if not requirements.skills and not title and not duties:
        weights["not said"] = round(1 - PARTS["wording"] - PARTS["cover"], 3)
        values["not said"] = NOT_SAID
    known = [(weights[name], value) for name, value in values.items() if value is not None]
    base = (
        sum(weight * value for weight, value in known) / sum(weight for weight, _ in known) if known else 0.0
    )
    bare = 1.0 if profile.has_sentences else BARE_LIST
    fit = 1 / (1 + math.exp(-SLOPE * (base * bare - MIDDLE)))
    years, like_roles = _like_years(profile, in_titles, title, duties, fit, requirements)
    trade = titles if titles is not None else values["work against title"]
    named = bool(profile.roles) and all(sum(role.families.values()) >= PLAINLY for role in profile.roles)
    return RoleFit(
        round(fit, 4),
        titles,
        title_words,
        work,
        wording,
        cover,
        years,
        like_roles,
        values,
        weights,
        bare,
        is_below=_has_only_titles_below(profile, like_roles, requirements, assists=assists),
        is_above=_is_above(profile, like_roles, requirements),
        only_assists=assists,
        of_another_trade=named and titles is not None and titles < STRANGE,
        of_the_trade=titles is None
        or max([titles, *[likeness for likeness in in_titles if likeness is not None]]) >= OF_THE_TRADE,
        is_settled_elsewhere=trade is not None
        and trade < STRANGE
        and (profile.total_years or profile.stated_years or 0.0) >= SETTLED,
        elsewhere=_elsewhere(profile, requirements, now),
    )


def _elsewhere(profile: Profile, requirements: Requirements, now: int) -> Elsewhere:
    """Where the work was done: the longer and the more recent a role, the more it tells."""
    roles = []
    for role in profile.roles:
        years_ago = max(0.0, (now - role.last_month) / 12)
        weight = math.sqrt(max(1.0, role.last_month - role.first_month + 1)) * 0.5 ** (years_ago / 4)
        roles.append((role.workplaces, weight))
    families = requirements.title_families or requirements.work_families
    return compare(requirements.workplaces, families, roles)


def _vocabulary(
    profile: Profile, shared: frozenset[str], shares: Mapping[str, float]
) -> tuple[float, dict[str, float]]:
    """What the ``shared`` words of the CV's work weigh, and the families of its other words."""
    owners_of = family_table().term_owners
    mix: defaultdict[str, float] = defaultdict(float)
    alike = 0.0
    for name, weight in profile.work_terms.items():
        if name in shared:
            alike += weight * _share(name, shares)
            continue
        owners = owners_of[name]
        part = weight / len(owners)
        for family in owners:
            mix[family] += part
    doubtful = profile.doubtful_terms.items()
    alike += sum([weight * _share(name, shares) for name, weight in doubtful if name in shared])
    return alike, dict(mix)


def _share(term: str, shares: Mapping[str, float]) -> float:
    """0–1: what is left of the weight of a telling term, by its words."""
    if not shares:
        return 1.0
    stems = stems_of(term)
    return sum([shares.get(stem, 1.0) for stem in stems]) / len(stems) if stems else 1.0


def _work(profile: Profile, wanted: Target, alike: float, other: dict[str, float]) -> float | None:
    """0–1: the vocabulary of the CV's work (as ``_vocabulary`` gives it) against the posting's.

    A word that both texts hold speaks for the posting's mix, whatever families else it belongs to; so one
    more of them never lowers the likeness. Any other word speaks for its own families.
    """
    if not profile.work_terms:
        return None
    mix = other.copy()
    total = sum(wanted.mix.values())
    for family_name, share in wanted.mix.items():
        mix[family_name] = mix.get(family_name, 0.0) + alike * share / total
    return wanted.likeness(mix)


def _recency(last_month: float, now: int) -> float:
    """0–1: 1 for a role that lasts, half for one that ended eight years ago."""
    return math.pow(0.5, max(0.0, (now - last_month) / 12) / 8)


def _titles(profile: Profile, wanted: Target, in_titles: list[float | None], now: int) -> float | None:
    """0–1: titles of the CV against the posting's, half by their mix, half by the best of them;
    ``in_titles`` is the likeness of each role's."""
    if not profile.title_families:
        return None
    average = sum(share * wanted.likeness({name: 1.0}) for name, share in profile.title_families.items())
    best = average
    for role, likeness in zip(profile.roles, in_titles, strict=True):
        if likeness is not None:
            length = min(1.0, 0.4 + (role.last_month - role.first_month + 1) / 20)
            best = max(best, likeness * _recency(role.last_month, now) * length)
    return 0.5 * average + 0.5 * best


def _telling_titles(profile: Profile) -> float:
    """0–1: how much the titles of the CV's roles tell of what one does, by their months."""
    titled = [
        (min(1.0, sum(role.families.values()) / TELLING_TITLE), role.last_month - role.first_month + 1)
        for role in profile.roles
        if role.families
    ]
    months = sum([length for _, length in titled])
    return sum([telling * length for telling, length in titled]) / months if months > 0 else 1.0


def _title_words(profile: Profile, requirements: Requirements, now: int) -> float | None:
    """0–1: telling words of the posting's title that titles of the CV hold."""
    wanted = {
        word: tellingness(word) for word in stems_of(requirements.title or "") if tellingness(word) > 0.25
    }
    if not wanted:
        return None
    best: dict[str, float] = {}
    shown = [(profile.headline, 1.0)]
    shown += [(role.title, _recency(role.last_month, now)) for role in profile.roles]
    if not any(title for title, _ in shown):
        return None
    for title, weight in shown:
        for word in stems_of(title):
            if word in wanted:
                best[word] = max(best.get(word, 0.0), weight)
    return sum(weight * best.get(word, 0.0) for word, weight in wanted.items()) / sum(wanted.values())


def _own_words(terms: dict[str, float], stems: Counter[str], filler: Counter[str]) -> list[tuple[float, int]]:
    """How telling and how often said, for each telling word of the CV that the posting does not hold and
    that does not only stand beside what is asked for."""
    return [
        (telling, left)
        for (word, count), telling in zip(stems.items(), map(tellingness, stems), strict=True)
        if telling > LEAST_TELLING and word not in terms and (left := count - filler.get(word, 0)) > 0
    ]


_SAID = (0.0, *(1 + math.log(times) for times in range(1, MOST_REPEATS + 1)))
"""What a word weighs by the times it is said."""


def _wording(terms: dict[str, float], both: list[float], own: list[tuple[float, int]]) -> float | None:
    """0–1: cosine of the telling words of both texts (Salton and Buckley, Term-weighting approaches, 1988).

    A long CV holds more words of any posting, hence its ``own`` words in the denominator. A word that
    ``both`` hold weighs in the CV what it weighs in the posting, or what is left of that in both: saying it
    again, or more often, never lowers the cosine.
    """
    if not terms:
        return None
    shared = sum([weight * weight for weight in both])
    if not shared:
        return 0.0
    other = 0.0
    for telling, count in own:
        weight = math.pow(telling, 1.5) * _SAID[count if count < MOST_REPEATS else MOST_REPEATS]
        other += weight * weight
    return shared / math.sqrt((shared + other) * sum([weight**2 for weight in terms.values()]))


def _cover(terms: dict[str, float], both: list[float], own: list[tuple[float, int]]) -> float | None:
    """0–1: the weights of the posting's telling words that ``both`` hold over all of them, the less the more
    words of its ``own`` the CV has."""
    total = sum(terms.values())
    if not total:
        return None
    chance = 1 + WORDS_BY_LENGTH * math.log(max(1.0, sum([count for _, count in own]) / SHORT_CV))
    return sum(both) / total / chance


_LEADS = Lazy(
    r"\b(?:manage\w*|head|director|chief|vp|vice|president|lead\w*|supervis\w+|superintendent|principal|owner|"
    r"founder|partner|controller|matron|sister|charge\w*|fore(?:man|woman|person)|"
    r"exec(?:utive)? (?:\w+ )?chef|chef de cuisine|sous|"
    r"patron|captain|commander|sergeant|agent|consultant|architect|master|dean|deputy|general|"
    r"leit\w+|responsable|jefe|jefa|gerente)\b|leiter|meister"
)
_BEGINS = Lazy(
    r"^\W*(?:junior|jr|commis|trainee|graduate|entry[- ]level|apprentice|intern|assistant|student|placement|"
    r"praktikant\w*|werkstudent\w*|stagiaire|becari[oa]|auszubildende\w*)\b(?! (?:professor|head|principal|"
    r"director|vice|general))|\b(?:trainee|apprentice|intern|student|placement)\W*$|"
    r"\(\w* ?(?:trainee|apprentice|part[- ]qualified)"
)


def _has_only_titles_below(
    profile: Profile, like_roles: tuple[int, ...], asked: Requirements, *, assists: bool
) -> bool:
    """Whether nothing that the person is or was called reaches the level of the posting."""
    titled = [role for role in profile.roles if role.title]
    if not like_roles or not titled:
        return False
    if assists or all(
        _is_below(role, asked) and not _NEXT_STEP.search(role.title.lower()) for role in titled
    ):
        return True
    latest = max([profile.roles[number] for number in like_roles], key=lambda role: role.last_month)
    title = latest.title.lower()
    if (
        asked.seniority == LEADS
        or not _is_below(latest, asked)
        or any(role.last_month > latest.last_month for role in titled)
    ):
        return False
    begins = _BEGINS.match(title)
    bare = title[begins.end() :].strip() if begins else ""
    return bool(bare) and not any(
        bare in (other := role.title.lower()) and not _BEGINS.search(other) for role in titled
    )


_TOP = Lazy(
    r"\b(?:chief (?:\w+ )?officer|c[efimot]o\b|(?:svp|evp|vp|vice president)\b|managing director|"
    r"(?:finance|it|hr|people|operations|marketing|sales|technical|group|commercial|regional|logistics|"
    r"supply chain|engineering|nursing|clinical|executive) director|"
    r"(?:director|head) of (?:(?:national|regional|global) )?"
    r"(?:finance|it|hr|human|people|operations|marketing|sales|technology|commercial|"
    r"logistics|supply|engineering|software|product|data|digital|nursing|care|legal|procurement|design)\b)"
)


def _is_above(profile: Profile, like_roles: tuple[int, ...], asked: Requirements) -> bool:
    """Whether somebody is plainly too senior: a finance director for an accountant's post, a pharmacist for a
    dispenser's."""
    titled = [role for role in profile.roles if role.title]
    if not like_roles or not titled or not asked.title:
        return False
    wanted = asked.title.lower()
    if _TOP.search(wanted) or (asked.seniority == LEADS and not _LEADS_A_SHIFT.search(wanted)):
        return False
    latest = max(titled, key=lambda role: role.last_month)
    title = latest.title.lower()
    return _TOP.search(title) is not None or (_is_assisted(latest, asked) and not _BEGINS.search(title))


_ASSISTED_BY = {
    "pharmacy": ("pharmacy support",),
    "dentistry": ("dental hygiene", "dental nursing"),
    "dental hygiene": ("dental nursing",),
    "registered nursing": ("practical nursing", "care work"),
    "physiotherapy": ("therapy support",),
    "occupational therapy": ("therapy support",),
    "speech and hearing": ("therapy support",),
    "eye care": ("optical dispensing",),
    "veterinary": ("veterinary nursing", "animal care"),
    "veterinary nursing": ("animal care",),
    "law": ("paralegal",),
    "primary teaching": ("teaching assistance",),
    "secondary teaching": ("teaching assistance",),
    "school leadership": ("teaching assistance",),
}
"""Families whose work takes a licence, and those of the people who assist with it."""


def only_assists(profile: Profile, asked: Requirements) -> bool:
    """Whether the posting's title is a protected one, and all that the person was called is of those who
    assist such people, with neither a licence nor a degree of them in the CV: years as a pharmacy technician
    make no pharmacist."""
    if profile.title_families.get(_most(asked.title_families)) or not _assists(profile.title_families, asked):
        return False
    table = skill_table()
    held = {name for use in profile.skills if not use.slight for name in (use.name, *table.above(use.name))}
    own = licences_of(asked.title or "")
    degrees = {name for licence in own for name in table.near.get(licence, ())}
    return held.isdisjoint((own | degrees) - REGISTERS_OF_ALL)


def _assists(families: Mapping[str, float], asked: Requirements) -> bool:
    """Whether people of the ``families`` assist those whom the posting looks for, and them alone."""
    assistants = _ASSISTED_BY.get(_most(asked.title_families), ())
    return (
        _most(families) in assistants
        and asked.title_families.keys().isdisjoint(assistants)
        and bool(licences_of(asked.title or ""))
    )


def _is_assisted(role: WorkedRole, asked: Requirements) -> bool:
    """Whether the posting is for somebody who assists such people as the role is of."""
    return _most(asked.title_families) in _ASSISTED_BY.get(_most(role.families), ())


_LEADS_A_SHIFT = Lazy(r"\b(?:supervisor|team lead(?:er)?|shift|assistant manager|deputy)\b")
_NEXT_STEP = Lazy(r"^\W*assistant (?:\w+ ){0,3}(?:manager|head|director)\b")
"""A title from which one is promoted to that of the posting."""
_HELPS = Lazy(r"\b(?:assistant|helper|mate|labou?rer)\W*$")
"""The end of a title of those who help others of their trade: "HR Assistant", "plumber's mate"."""
_HELP_ALL = frozenset({
    "office administration", "reception", "data entry", "customer service", "bookkeeping", "retail sales",
    "care work", "practical nursing", "pharmacy support", "dental nursing", "therapy support",
    "optical dispensing", "animal care", "teaching assistance", "kitchen assistance", "restaurant service",
    "cleaning", "warehousing", "building trades", "paralegal",
})  # fmt: skip
"""Families in which people are called so who help nobody of their own."""
_IS_HELP = Lazy(
    r"\b(?:assistant|helper|mate|labou?rer|trainee|apprentice|junior|(?<!social )worker|operative|clerk)\b"
)


def _is_below(role: WorkedRole, asked: Requirements) -> bool:
    """Whether a role is by its title plainly below the level of the posting; a student nurse is not below an
    assistant."""
    if asked.seniority < 0 or not role.title:
        return False
    lower = role.title.lower()
    wanted = _most(asked.title_families)
    if (
        _HELPS.search(lower)
        and wanted == _most(role.families)
        and wanted not in _HELP_ALL
        and not _IS_HELP.search((asked.title or "").lower())
    ):
        return True
    begins = _BEGINS.search(lower) and not _BEGINS.search((asked.title or "").lower())
    if begins and not _is_assisted(role, asked):
        return True
    return asked.seniority == LEADS and _LEADS.search(lower) is None


def _share_of_months(likeness: float) -> float:
    """0–1: how much of a role's months counts for a posting that it is so like."""
    return min(1.0, max(0.0, likeness - STRANGE) * BY_LIKENESS)


def _like_years(
    profile: Profile,
    in_titles: list[float | None],
    title: Target | None,
    duties: Target | None,
    fit: float,
    asked: Requirements,
) -> tuple[float | None, tuple[int, ...]]:
    """Years in roles like the posting's: months of each, overlaps once, by its likeness."""
    wanted = _most(asked.title_families)
    if not profile.roles or (profile.stated_years or 0) > SHORT_HISTORY * (profile.total_years or 0):
        if profile.stated_years is None:
            return None, ()
        share = fit
        if title and _shares_its_tools(_most(profile.title_families), wanted):
            share = min(fit, _share_of_months(title.likeness(profile.title_families)))
        return round(profile.stated_years * share, 1), ()
    # Who gives no role a title that tells of a trade has been what the CV is headed with.
    untitled = all(0 < sum(role.families.values()) < PLAINLY or not role.title for role in profile.roles)
    of_the_headline = title.likeness(profile.title_families) if title and untitled else 0.0
    # Titles in a language that the families do not know tell nothing against the work.
    is_unread = not profile.title_families and profile.language == asked.language not in ("en", "")
    untold = (1.0 if is_unread else UNTOLD) * fit
    like: list[tuple[float, int]] = []
    of_its_kind: list[int] = []
    for number, (role, in_title) in enumerate(zip(profile.roles, in_titles, strict=True)):
        if in_title is not None and in_title < STRANGE and sum(role.families.values()) < PLAINLY:
            in_title = None  # a "Consultant" of other work is one of any
        values = [] if in_title is None else [in_title]
        same_tools = in_title is not None and _shares_its_tools(_most(role.families), wanted)
        if duties and role.duties and not same_tools:
            alike = duties.likeness(role.duties)
            of_another = in_title is not None and in_title <= SAME_GROUP
            # A tenth of the words make no third of the months: likeness is a cosine.
            values.append(alike * alike if of_another else alike)
        value = max(values) if values else max(untold, of_the_headline)
        share = _share_of_months(value)
        if _is_below(role, asked) or _assists(role.families, asked):
            share *= A_LEVEL_BELOW
        like.append((share, number))
        # Words of the work alone make no role of another field one of this, nor a distant relative.
        if value >= LIKE_A_ROLE and (in_title is None or in_title > SAME_GROUP):
            of_its_kind.append(number)
    total = 0.0
    before = 0.0
    covered: list[tuple[float, float]] = []
    for share, number in sorted(like, reverse=True):
        role = profile.roles[number]
        covered.append((role.first_month, role.last_month))
        months = months_covered(covered)
        total += (months - before) * share
        before = months
    return round(total / 12, 1), tuple(of_its_kind)
