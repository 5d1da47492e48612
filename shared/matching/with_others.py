"""Words of a duty that are about other people: whom one teaches or leads, and with whom one only works."""

from collections.abc import Iterator

from shared.matching.asking import Asking
from shared.matching.lazy import Lazy
from shared.matching.people import OTHERS
from shared.matching.words import Words

_WITH_OTHERS_WORDS = """
mentor mentors mentoring coach coaches coaching supervise supervises supervising supervision train trains
training lead leads leading manage manages managing guide guides direct directs
"""
WITH_OTHERS = frozenset(_WITH_OTHERS_WORDS.split())
"""What somebody does with people who are less experienced."""


def taught(words: Words, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where somebody is taught or led: "coach the inspectors", "guide 2-3 junior engineers"."""
    plain = words.words
    for first in range(begin, end):
        if plain[first] in TEACHES:
            for last in range(first + 1, min(end, first + _FEW)):
                if words.text[words.ends[last - 1] : words.starts[last]] not in (" ", "-", ", "):
                    break
                if plain[last] in OTHERS or plain[last] in TAUGHT:
                    yield first, last + 1
                    break


_FEW = 6
"""Words from the verb to those who are taught."""
_TEACHES_WORDS = """
coach coaches coaching mentor mentors mentoring supervise supervises supervising guide guides guiding
"""
TEACHES = frozenset(_TEACHES_WORDS.split())
_TAUGHT_WORDS = """
juniors trainees apprentices graduates interns staff colleagues starters members inspectors operators
gets techs developers newcomers volunteers team teams
"""
TAUGHT = frozenset(_TAUGHT_WORDS.split())

_COLLEAGUES_WORDS = """
accountants administrators agencies agents analysts architects attorneys auditors authorities clerks
consultants coordinators counsellors counselors designers developers engineers executives instructors
investors lawyers managers negotiators nurses officers peers practitioners principals providers regulators
reviewers scientists solicitors specialists subcontractors supervisors suppliers teachers technicians
testers therapists vendors workers
"""
_COLLEAGUES = frozenset(_COLLEAGUES_WORDS.split())


_GROUPS_IN_BRACKETS = Lazy(r"\b(?:teams?|departments?|functions|groups|colleagues) \([^()\n]{0,80}$")
"""Before one of the groups with which one works: "with other teams (training, policy)"."""


def are_colleagues(words: Words, asking: Asking, first: int, after: int) -> bool:
    """Whether a duty names only with whom one works: "alongside the web engineers"."""
    start = words.starts[first]
    if _GROUPS_IN_BRACKETS.search(words.lower, max(0, start - 100), start):
        return asking.kind_at(start) == "duties"
    return (
        words.words[after - 1] in _COLLEAGUES
        and words.words[first] not in WITH_OTHERS
        and words.words[first] not in TEACHES
        and "of" not in words.words[first:after]
        and asking.kind_at(words.starts[first]) == "duties"
    )


_NONE_OF = Lazy(
    r"\b(?:no|without|free from|free of|not have)\b[^.;]{0,80}?"
    r"\b(?:endorsements?|convictions?|offences?|bans?)\b"
)
"""What nobody may have: "no IN, DR or TT99 endorsements"."""


_NOBODY_HAS = ("endorsement", "conviction", "offence", "ban")


def names_what_nobody_has(lower: str) -> bool:
    """Whether the text holds any of what ``is_of_none`` looks for."""
    return any(said in lower for said in _NOBODY_HAS)


def is_of_none(words: Words, asking: Asking, first: int) -> bool:
    """Whether it is of what nobody may have."""
    start = words.starts[first]
    low, high = asking.spans[asking.piece_at(start)]
    found = _NONE_OF.search(words.lower, max(low, start - 80), min(high, start + 120))
    return found is not None and found.start() < start < found.end()
