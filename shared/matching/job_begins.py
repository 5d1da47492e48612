"""Where a posting comes to the job below a heading over something else: "About us", "Benefits"."""

from functools import lru_cache

from shared.matching.duty_verbs import duty_verbs, is_done
from shared.matching.lazy import Lazy
from shared.matching.people import OTHERS

_SEEKS = Lazy(
    r"[^.;:!?]{0,120}\b(?:(?:is|are|am|we're|currently|now|actively) (?:(?:currently|now|actively|also|"
    r"thrilled to be|excited to be) )?(?:seeking|looking for|hiring|recruiting|searching for|in need of)|"
    r"(?:seeks|requires|needs|wishes to appoint|wish to appoint|looking to (?:hire|recruit|appoint|add))|"
    r"(?:opportunity|opening|vacancy|position) (?:has (?:arisen|opened|become available) )?for)"
    r" (?:an?|our next|another|one|two|three|several|experienced|qualified|registered|"
    r"(?:[\w-]+ )?(?P<who>[a-z]+s))\b"
)
_WILL = Lazy(
    r"(?:[^.;:!?]{3,40}: ?)?(?:"
    r"[^.;:!?]{0,90}?\b(?:you(?:'ll|’ll| will| would| shall)|"
    r"you(?:'re|’re| are) (?=responsible|accountable))|"
    r"\W{0,4}(?:as [^.;:,]{3,60},? )?you|"
    r"[^.;:!?]{0,90}?\b(?:the|this|our|your) (?:[\w/&(),-]+ ){1,6}?(?:will|shall|would))"
    r" ?(?:(?:also|primarily|mainly|initially|typically) )?(?:be )?"
    r"(?:(?:responsible|accountable) for|(?P<does>[a-z-]+))\b"
)
"""Before what somebody does; "you'll", "as a clerk you", "the nurse will"."""
_SUBJECTS = frozenset({"the", "this", "our", "your", "a", "an"})
_LONGEST_SUBJECT = 8
"""Words, the verb among them."""
_ROLES_WORDS = "role position post job incumbent postholder jobholder holder hire employee candidate"
_ROLES = frozenset(_ROLES_WORDS.split())
_TELLS_OF_THE_ROLE = frozenset(["involve", "include", "entail", "require", "focu", "encompass", "cover"])


def begins_the_job(sentence: str) -> bool:
    """Whether a lower-case sentence says who is looked for or what there is to do."""
    if (seeks := _SEEKS.match(sentence)) is not None:
        return seeks["who"] is None or seeks["who"] in OTHERS
    if (will := _WILL.match(sentence)) is not None:
        return will["does"] is None or _is_done(will["does"])
    first, *others = sentence[:_BEGINNING].lstrip(" -•*").split() or [""]
    return first in _SUBJECTS and any(
        (who in OTHERS or who in _ROLES) and _is_told(verb, behind)
        for who, verb, behind in zip(others, others[1:_LONGEST_SUBJECT], [*others[2:], ""], strict=False)
    )


_BEGINNING = 120


def _is_told(verb: str, behind: str) -> bool:
    """Whether a word behind a role tells what there is to do in it: "prepares", "is responsible"."""
    if verb == "is":
        return behind in ("responsible", "accountable")
    return verb.endswith("s") and (_is_done(verb[:-1]) or verb[:-1] in _TELLS_OF_THE_ROLE)


def _is_done(verb: str) -> bool:
    return is_done(verb, _done_in_a_job())


@lru_cache(maxsize=1)
def _done_in_a_job() -> frozenset[str]:
    return duty_verbs() - _GIVEN


_GIVEN_WORDS = """
be benefit build choose earn enjoy find get grow have help join learn meet need offer receive save share take
want work
"""
_GIVEN = frozenset(_GIVEN_WORDS.split())
"""What somebody does as well where it says what is given: "you will enjoy", "you will need to"."""
