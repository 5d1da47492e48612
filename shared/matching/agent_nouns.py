"""Work that a title names by who does it: a painter has done painting, a supervisor supervision."""

from shared.matching.document import Document
from shared.matching.profile import Profile
from shared.matching.words import WORD

DONE_BY_TITLE = 0.94
"""Credit of work that is all of what somebody was: as if it were shown in use twice."""
_LEAST = 4
"""Letters that the verb has at least: "painting", but neither "string" nor "lotion"."""
_NO_WORK_WORDS = "count corn numb lett comput monit"
_NO_WORK = frozenset(_NO_WORK_WORDS.split())
"""Verbs without their endings whose nouns are things as often as people: counter, computer."""


def done_by_title(phrase: str, document: Document, profile: Profile) -> tuple[int, int] | None:
    """Where a title of the CV's roles stands that says who does what the ``phrase`` of one word names; None
    if no title does. Offsets are those of the document's words."""
    done = phrase.lower()
    verb = done[:-3] if done.endswith(("ing", "ion")) else ""
    if len(verb) < _LEAST or verb in _NO_WORK or not done.isalpha():
        return None
    for role in profile.roles:
        words = WORD.findall(role.title.lower())
        if any(word[:-2] == verb and word.endswith(("er", "or")) for word in words) and (
            place := role.title_span(document.words.lower)
        ):
            return place
    return None
