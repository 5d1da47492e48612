"""Titles of few letters: "Asst. Mgr", "VP Marketing", "Mechanical Engineering Intern"."""

from shared.matching.words import stem, stems_of

_FULL = """
asst:assistant asstt:assistant mgr:manager mngr:manager engr:engineer engg:engineering exec:executive
exe:executive coord:coordinator assoc:associate rep:representative tech:technician admin:administrator
prof:professor supv:supervisor supvr:supervisor incharge:supervisor dept:department maint:maintenance
mech:mechanical elec:electrical elect:electrical acct:accountant acctg:accounting mktg:marketing
ops:operations comms:communications mfg:manufacturing lab:laboratory spec:specialist supt:superintendent
sr:senior jr:junior ordinator:coordinator snr:senior jnr:junior prog:programme sys:systems
app:application db:database vet:veterinary op:operator vp:manager avp:manager svp:manager evp:manager
dgm:manager agm:manager gm:manager dir:director intern:assistant trainee:assistant internship:assistant
traineeship:assistant apprenticeship:apprentice
"""
"""What stands for a word of a title, and the word: a trainee is looked up as an assistant, and a vice
president of something as its manager, where the table has no title of theirs."""
_FULL_STEMS: dict[str, str] = {
    stem(short): stem(full) for short, _, full in (pair.partition(":") for pair in _FULL.split())
}
_HEAD, _OF, _VICE, _PRESIDENT, _OFFICE = stems_of("head of vice president office")
_PART_OF_A_FIRM = frozenset(stems_of("department section unit group division"))
_ENGINEERING, _ENGINEER, _MANAGER = stems_of("engineering engineer manager")
_DEV, _DEVELOPER, _DEVELOPMENT = stems_of("dev developer development")
_LEARNERS = frozenset(stems_of("intern trainee apprentice apprenticeship graduate"))
_DEVELOPMENT_OF = frozenset(stems_of("bus biz business manager mgr executive exec rep representative"))
_ADMIN, _ENG = stems_of("admin eng")
_OF_ANY_TRADE = frozenset(stems_of("graduate executive management"))
_SE, _SWE = stems_of("se swe")
_OP = stem("op")
_AN_OPERATION = frozenset(stems_of("post pre"))
"""Before "op" where that is surgery: post-op care."""
_RANKS = frozenset(stems_of("senior staff principal lead"))
_NOT_BEFORE_OTHERS = frozenset(stems_of("admin intern trainee internship traineeship apprenticeship"))
"""An admin assistant is no administrator, and an "intern programme" no assistant."""
_WITH_ENGINEERS = frozenset(stems_of("software qa backend frontend data devops test site project design sr"))
"""Before "Eng." where that is an engineer; elsewhere it may be a degree."""
SHORT = frozenset(_FULL_STEMS) | {_HEAD, _PRESIDENT, _DEV, _ENG, _SE}
"""Stems of which ``spelled_out`` knows more."""
_DOTTED = frozenset(pair.partition(":")[0] for pair in _FULL.split()) | {
    "dev",
    "bus",
    "eng",
    "ph.d",
    "b",
    "m",
}

_MARKS = "*_#•-("
"""What may stand right before a word: marks of a list or of bold letters."""


def is_shortened(text: str, dot: int) -> bool:
    """Whether the full stop at ``dot`` is that of "Asst." or "Sr.", and ends no sentence."""
    return text[max(0, dot - 6) : dot].rpartition(" ")[2].lstrip(_MARKS).lower() in _DOTTED


def _is_a_manager(at: int, before: str, after: str) -> bool:
    """Whether a head is that of a trade: "Head of Sales", "Head - Sales" or "Manufacturing Head", but neither
    the head office nor a department's head."""
    if after:
        return after == _OF or (not at and after != _OFFICE)
    return before not in _PART_OF_A_FIRM


def spelled_out(stems: list[str]) -> list[str] | None:
    """The stems of a line as many, with those of full words; None where nothing is shortened."""
    if SHORT.isdisjoint(stems):
        return None
    full = [_FULL_STEMS.get(word, word) for word in stems]
    for at, word in enumerate(stems):
        before = stems[at - 1] if at else ""
        after = stems[at + 1] if at + 1 < len(stems) else ""
        if (word == _PRESIDENT and before == _VICE) or (word == _HEAD and _is_a_manager(at, before, after)):
            full[at] = _MANAGER
        elif (word == _ENGINEERING and after in _LEARNERS) or (word == _ENG and before in _WITH_ENGINEERS):
            full[at] = _ENGINEER
        elif (word in _NOT_BEFORE_OTHERS and (after or before in _OF_ANY_TRADE)) or (
            word == _OP and before in _AN_OPERATION
        ):
            full[at] = word
        elif word == _SE and full[at - 1] in _RANKS and at:
            full[at] = _SWE
        elif word == _DEV:
            full[at] = _DEVELOPMENT if not _DEVELOPMENT_OF.isdisjoint((before, after)) else _DEVELOPER
    return full if full != stems else None
