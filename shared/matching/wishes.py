"""What a sentence of a posting only wishes for: all of it, or a part ("micrometers, CMM helpful")."""

import re

from shared.matching.cues import cues
from shared.matching.lazy import Lazy
from shared.matching.words import WORD

_AHEAD_OF_ALL = Lazy(
    r"\W{0,4}(?:(?:pre|d|des|good|a plus|kudos|points)(?=:)|(?:prefer|if possible)\b|"
    r"(?:desirable|desired|preferred|optional|nice[- ]to[- ]have|bonus)(?=[\])]))"
)
"""At the start of a sentence: all of it is a wish."""
LABEL_OF_WISHES = Lazy(
    r"\W{0,4}(?:an? |it's an? |also an? |big |distinct )*(?:plus|bonus|advantage|asset|nice to have|"
    r"nice-to-have|good to have|desirable|desired|preferred|helpful|useful|assets|beneficial|"
    r"preferences|appreciated|atouts|deseable|valorable|wünschenswert|"
    r"(?:additional|bonus|secondary|welcome|optional|advantageous)"
    r"(?= (?:skills?|experience|qualifications?)))"
    r"(?: (?:criteria|skills?|qualifications?|experience|attributes|requirements))?\s?:"
)
"""What follows is a list of wishes, however many sentences it has."""
_AHEAD = Lazy(lambda: rf"\b(?:{cues('wish ahead')})", many=True)
"""What follows is a wish."""
BEHIND = Lazy(
    lambda: (
        rf"(?<!\w(?=\w))(?:(?:{cues('wish behind')})\b"
        r"|\(des?\)|\(d\)|\|\s{0,2}d\s{0,2}(?=\||$))"
    ),
    many=True,
)
"""What stands before it is a wish."""
_GOVERNS = Lazy(
    r"\b(?:experience|knowledge|exposure|certification|certifications|qualifications?|skills|background|is|"
    r"are|would|be|all|both|either|these|very|highly|strongly|also|"
    r"(?:it|that|this|which|these)(?:'s| is| are|'d be| would be)(?: an?| of)?)\s*$"
)
"""Words before the cue that make the whole list the wish, and not its last item alone."""
_ITS_LAST_ITEM = Lazy(
    r"(?:[^,:]*,){4}(?! ?(?:and|or)\b)(?:(?! and | or |/|:)[^,])*"
    r"\b(?:experience|knowledge|exposure|certifications?|skills|background)\s*$"
)
"""A list of many things without an "and", whose last one is the wish: "welding, rigging, fitting, tallying,
crane experience a plus"."""
_ALL_SAID = Lazy(
    r"^(?!\W*(?:experience|knowledge|familiarity|exposure|any|some)\b).*\band\b[^,]*,(?! and| or)[^,]+ is\s*$"
)
"""A list that is complete, and one thing behind it: "PowerShell and Bash, Python is a plus"."""
_YEARS_FIRST = Lazy(
    r"[^,]{0,60}\b(?:\d{1,2}\+?|one|two|three|four|five|six|seven|eight|ten) ?(?:years?|yrs)\b"
)
"""A list that begins with years of experience, which a wish at its end leaves alone."""
_LEAST_YEARS = Lazy(rf"\W*(?:requires?|must have|at least|(?:a )?minimum of)\b{_YEARS_FIRST.pattern}")
"""What is required in years, before a wish that "with" begins: "at least two years in X with Y preferred"."""
_WHOLE_LIST = Lazy(
    r" and/or [^,]*$|^\W*(?:experience|knowledge|familiarity) [^()]*, (?:and|or) [^,]*$|"
    r", or (?:an )?equivalent[^,]*$| [-–]\s*$|"
    r"^\W*(?:experience|knowledge|familiarity|exposure) (?:of|in|with|to) [^,()]{1,40}"
    r"(?:,(?! (?:experience|knowledge|familiarity|exposure|and|or)\b)[^,()]{1,40}){2,9}$"
)
"""A list that ends with "and", a dash before the cue, or a plain list of what one may know makes all of it
the wish."""
_ONLY_YEARS = Lazy(r"\W*\d{1,2}\+? ?(?:years?|yrs?|months?)(?: of)?(?: experience)?\W*")
_IN_BRACKETS = Lazy(r"\s?\([^()]{2,80}\)")
_ONLY_DEGREE = Lazy(
    r"(?:is|are|would be|will be|highly|strongly|very|not|an?|big|but|if possible|not essential but|both|"
    r"all|these|"
    r"desirable but not|also|most|much|,|\s)*"
)
"""Words in brackets before a cue that leave the wish to what stands before the bracket."""
_GOES_ON = Lazy(r"\s?:|,? (?:as|so) (?:is|are|would|do|does)\b")
"""Words behind a cue that make a wish of the rest as well."""
_VERBS = ("would ", "will ", "is ", "are ", "may ", "can ", "could ")
"""A cue with a verb has the whole list for its subject."""
_WHO = Lazy(r"\b(?:joiners?|candidates?|applicants?|locals?|citizens?)\s*(?:is |are |will be )?$")
"""What is preferred is a person, not a skill."""
_NEW_CLAUSE = Lazy(
    r"[;:!?]|\s[-–—]\s(?=\w+ \w)(?!(?:experience|this|it|that|not|all|both|highly|strongly|very)\b)|"
    r"(?<=[a-z\d)]{4})\.\s|\bbut\b|\b(?:required|essential|mandatory|needed|must have|a must)\b|\)\s*,"
)
_STOP = Lazy(
    r"(?<=[a-z\d)]{4})\.\s|,? (?:and|but) (?:you |we )?(?:must|(?:do )?need|require)\b|"
    r",? but (?=[^.;,]{2,60} (?:is|are) (?:(?:a |an absolute )?must|essential|required|mandatory|needed|"
    r"what you need)\b)"
)
"""The end of a sentence after which no capital follows, or where it comes to what must be."""


def wishes_in(sentence: str) -> list[tuple[int, int]]:
    """(start, end) of what the lower-case ``sentence`` only wishes for."""
    found: list[tuple[int, int]] = []
    ahead = _AHEAD_OF_ALL.match(sentence) or _AHEAD.search(sentence)
    label = ahead.start() if ahead and sentence.startswith(":", ahead.end()) else -1
    while ahead and (close := _closing_bracket(sentence, ahead)) >= 0:
        found.append((ahead.start(), close))  # "Spark (preferably Databricks), Airflow"
        ahead = _AHEAD.search(sentence, close)
    if ahead:
        stop = _STOP.search(sentence, ahead.end())
        found.append((ahead.start(), stop.start() if stop else len(sentence)))
    for behind in BEHIND.finditer(sentence):
        if behind.start() == label > 0:
            continue  # "fluent English Advantage: French"
        before = low = 0
        bracket = sentence.rfind("(", 0, behind.start())
        if bracket >= 0 and sentence.find(")", bracket, behind.start()) < 0:
            inside = sentence[bracket + 1 : behind.start()]
            close = sentence.find(")", behind.end())
            if not WORD.search(inside) and WORD.search(sentence, behind.end(), max(close, behind.end())):
                found.append((bracket, close))  # (preferably X), (preferred: X)
                continue
            if WORD.search(inside) and not _ONLY_DEGREE.fullmatch(inside.strip()):  # a wish of its own
                comma = -1 if _GOVERNS.search(inside) else inside.rfind(",")
                if " and " not in inside[comma:]:
                    bracket += comma + 1
                found.append((bracket, close if close >= 0 else behind.end()))
                continue
        for clause in _NEW_CLAUSE.finditer(sentence, 0, behind.start()):
            if not any(
                WORD.search(sentence, *span)
                for span in ((clause.end(), behind.start()), (behind.end(), len(sentence)))
            ):
                break  # nothing but the cue: "Terraform: a plus", "Terraform is nice but not necessary"
            before, low = low, clause.end()
        if _ONLY_YEARS.fullmatch(sentence, low, behind.start()):
            low = 0  # "Welding: 1 year (preferred)"
        stretch = sentence[low : behind.start()]
        if _WHO.search(stretch):
            continue
        high = behind.end()
        if (example := _IN_BRACKETS.match(sentence, high)) is not None:
            high = example.end()  # "endorsement preferred (Spanish)"
        elif _GOES_ON.match(sentence, high) is not None:
            high = len(sentence)  # "a plus: X, Y", "an advantage, as would Y"
        if not stretch.strip(" -•*("):
            if low and sentence.endswith("but", 0, low):
                found.append((before, behind.end()))  # "X is helpful but not mandatory"
            else:
                found.append((low, len(sentence)))  # "Preferred: X"
            continue
        governs = (
            _GOVERNS.search(stretch)
            or behind[0].startswith((*_VERBS, "(d"))
            or _WHOLE_LIST.search(stretch.rstrip(" ,"))
        )
        if (
            not governs
            or _YEARS_FIRST.match(stretch)
            or _ALL_SAID.match(stretch)
            or _ITS_LAST_ITEM.search(stretch)
        ) and (comma := _IN_BRACKETS.sub(_blank, stretch).rstrip(" ,").rfind(",")) >= 0:
            low += comma + 1
        elif _LEAST_YEARS.match(stretch) and (apart := stretch.rfind(" with ")) >= 0:
            low += apart
        found.append((low, high))
    return found


def _closing_bracket(sentence: str, cue: re.Match[str]) -> int:
    """Where the bracket ends with which the cue begins; -1 if it begins none."""
    return sentence.find(")", cue.end()) if sentence[: cue.start()].endswith("(") else -1


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``spans`` in order, those that meet as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
