"""What each sentence of a posting is for: what it asks for, what it would like, what the work is, and what
it only says about itself.

By the heading above it, overruled by the cue words in it. What a sentence would like may be only a part of
it ("micrometers, bore gages, CMM helpful"), so wishes are stretches of the text and not whole sentences.
"""

import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from shared.matching.cues import cues
from shared.matching.duty_verbs import is_ordered, plain_verbs, says_what_to_do
from shared.matching.job_begins import begins_the_job
from shared.matching.lazy import Lazy
from shared.matching.of_employers import EMPLOYER, OURS_FIRST, THEIR_LIST
from shared.matching.sections import Section, Sections
from shared.matching.wishes import BEHIND, LABEL_OF_WISHES, joined, wishes_in

type Kind = Literal["required", "preferred", "duties", "about", "boilerplate"]

_BOILERPLATE = Lazy(lambda: rf"\b(?:{cues('boilerplate')})", many=True)
_LABELLED = Lazy(lambda: rf"\W{{0,4}}(?:{cues('label')})\s{{0,2}}[:–-]\s")
"""Lines of a form that say where, when and for how much."""
_ALWAYS = Lazy(lambda: rf"\b(?:{cues('boilerplate always')})", many=True)
"""Boilerplate even in a sentence that says "must"."""
_EITHER = Lazy(lambda: rf"\b(?:{cues('boilerplate')}|{cues('boilerplate always')})", many=True)
"""Most sentences hold neither, which one search tells faster than two."""
_MONEY = Lazy(
    r"[£$€\d](?:(?<=[£€])\d|(?<=\$)\d,?\d|(?<=\d) ?k (?:base|ote)|"
    r"(?<=\b(?:eur|gbp|chf|usd|inr|sek|nok|dkk|pln|aud|nzd|zar|aed|sgd|hkd) \d)\d)"
)
_A_BUDGET = Lazy(
    r"[£$€]\d[\d.,]* ?(?:k|m|mn|bn|million|billion)? (?:(?:a year|\w+) ){0,2}"
    r"(?:budgets?|spend|portfolios?|pipeline|quota)\b"
)
"""Money that the work is about: "a paid specialist ($600K budget)"."""
_MILLIONS = Lazy(r"[£$€]\d[\d.,]* ?(?:m|mn|bn|million|billion)\b")
"""Nobody's pay: "Own a $14m store"."""
_IN_PASSING = Lazy(r"\w \((?:\w+,? ){0,3}[£$€]\d[^()]{0,20}\)")
"""What a duty is paid for, in brackets: "Rotate on call (paid, €600)"."""
_LOOKED_AFTER = Lazy(
    r"\W{0,4}(?:you(?:'ll| will|'d| would) |to )?(?:be responsible for|own|manage|run|control|hold|"
    r"look after|deliver|handle|carry)\b[^.;:]{0,40}"
    r"\b(?:budgets?|spend|portfolios?|p&l|revenue|territory|quota|targets?|accounts)\b"
)
"""Money that somebody looks after is no pay: "You'll own a £4m annual budget"."""
_PAID = Lazy(
    r"\b(?:doe|hour|hourly|hrs?|tronc|tips|p/h|p\.?a|annum|ote|base|salary|salaries|bonus|pay|rate|weekly|"
    r"wk|week|(?<!multi-)year|"
    r"package|plus|pro rata|depending)\b"
)
"""A sum of money is pay unless the sentence is about the work; and where the sentence says so."""
_OF_THE_WORK = Lazy(
    r"\b(?:targets?|budgets?|portfolios?|projects?|contracts?|schemes?|grants?|income|revenues?|sales|spend|"
    r"turnover|value[ds]?|worth|caseload|transactions?|properties|funds?) [^.;£$€]{0,20}[£$€]\d"
)
"""Money that is looked after and not earned: "a portfolio with a target of £750k"."""
_REQUIRED = Lazy(
    r"\b(?:must|required|(?<!no )(?<!no experience )needed|essential|mandatory|"
    r"need to have|you(?:'ll| will) need|require[sd]?|is a must|"
    r"minimum of|at least)\b"
)
_ASKS = Lazy(
    r"\b(?:we need|you need|you(?:'ll| will) need|you have|you've|you(?:'ll| will) have|you know|you speak|"
    r"you write|you are (?:a|an) (?:qualified|registered|experienced)|"
    r"experience (?:of|in|with|as|using)|(?:1[0-5]|\d)\+? ?(?:or more |plus |(?:-|to) ?\d{1,2}\+? ?)?"
    r"(?:years|yrs)|"
    r"years'? (?:experience|in|with)|knowledge of|"
    r"understanding of|must have|must be|is a must|is must|proficien\w+|familiar(?:ity)? with|hands[- ]on|"
    r"qualified|certifi\w+|licen[cs]ed?|chartered|degree|required|essential|mandatory|minimum|at least|"
    r"background in|expertise|grounding in|skilled|fluent|who (?:currently |already )?(?:holds?|possess)|"
    r"(?:strong|excellent|good|solid|exceptional|basic|advanced|outstanding) (?:[\w/&-]+,? ){1,4}skills)\b"
)
_SPEAKS_OF_THE_JOB = Lazy(
    r"\b(?:you|your|you'll|looking (?:for|to)|seek\w*|hiring|recruit\w*|roles?|position|join\w*|candidates?|"
    r"responsib\w+|required|requires?|must|opportunity|opening|vacanc\w+|will|duties|needs?|needed|wants?|"
    r"appoint\w*|successful(?! (?:companies|firms|businesses|brands|clients))|"
    r"reports? to|working as|there(?:'ll| will) be|jobs?|anyone (?:with|who)|"
    r"some(?:one|body) (?:with|who)|we(?:'re| are) after|immediate start|contract to|time[- ]served)\b|"
    r"^\W{0,4}the (?!company|firm|practice|trust|hospital|team|school|group|business|centre|center|client)"
    r"(?:[\w/-]+ ){1,3}(?:assesses|performs|assists|obtains|prepares|coordinates|supervises|executes|"
    r"monitors)\b"
)
_OPENS = Lazy(
    r"[^.,;!?]{4,50}:\s*|"
    r"(?:[^.;!?]{0,60}\b)?(?:candidates?|applicants?|you|must|should|will)\b[^.;!?]{0,60}:\s*"
)
"""A line that announces others."""
_LISTS_WHAT_IS_GIVEN = Lazy(
    r"\b(?:includ\w+|benefits?|perks|rewards|offers?|enjoy|get|receive|learning|opportunit\w+|well-?being|"
    r"wellness|culture|values)\b"
)
"""In a line that announces more of what an employer gives: "These include:"."""
_PLAINLY_ASKS = Lazy(
    r"\b(?:must have|you must|experience (?:of|in|with|as|using)|\d\+? ?(?:years|yrs)'? (?:of )?(?:\w+ )?exp|"
    r"knowledge of|proficien\w+ (?:in|with)|familiar\w* with|you(?:'ll| will)? have|we(?:'d|"
    r" would)? (?:need|like you)|"
    r"(?:is|are) (?:required|essential|desirable|preferred))\b"
)
_STACK = Lazy(
    r"\W{0,4}(?:(?:[\w ]{0,24}\bof )?our (?:platform|infrastructure|systems?|applications?|services|product|"
    r"backend|frontend|code) (?:includes?|runs? on|consists? of|"
    r"(?:is|are) (?:\w+ )?(?:built|written|developed|deployed|hosted) (?:in|on|with|using))\b|"
    r"(?:(?:our|the|current|main|core|tech\w*|engineering|backend|frontend|data) ){0,3}"
    r"(?:stack|tool ?set|tooling|toolchain|technologies|tech)\b(?: we use| today)?"
    r"(?:\s?[:–-]| (?:is|are|includes?|consists? of)\b)|(?:technologies|tools|languages) (?:that )?we "
    r"(?:use|work with)\b|(?:we|they) (?:(?:mostly|mainly|currently|"
    r"also) )?(?:use|practi[cs]e)\b(?! (?:your|cookies|this|the info))|"
    r"(?:we|pupils|students)(?: \w+)? (?:follow|teach|study|deliver|offer|sit|take)\b[^.;]{0,60}"
    r"\b(?:specifications?|syllabus(?:es)?|exam boards?|schemes of work))"
)
"""What the work is done with, wherever it stands: "Our stack: Go, Postgres"."""
_PLAIN_WISH = Lazy(
    r"\b(?:an?|is|are|be) (?:big |huge |definite |distinct |strong |added |real )?(?:plus|advantage|asset)\b|"
    r"\bdesirable\b"
)
"""A wish that no sentence about pay holds."""
_REQUIRED_AFTER_ALL = Lazy(
    r"(?<!not )(?<!no longer )(?<!may be )\b(?:required|mandatory|is essential|is a must)\b(?! to\b)"
)
_GIVES = Lazy(
    r"\b(?:days?|weeks?|free|access|opportunit\w+|discounts?|schemes?|contribut\w+|paid|entitled)\b"
)
"""Words of what an employer gives rather than asks for."""
_TO_THE_READER = Lazy(r"\b(?:you|your|we|our|us|cv|resume|apply|call|applications?|training|benefits?)\b")
"""In a sentence that is no duty even if it says what to do: "Send your CV"."""
_PRAISES = Lazy(r"\W*(?:excellent|great|good|generous|comprehensive|outstanding|full)\b")
"""How an item begins that is given rather than done."""
_WE = Lazy(r"\b(?:we|our|us|you(?:'ll| will| can)? (?:get|receive|enjoy))\b")
_OURS = Lazy(r"\b(?:we|our|us|policy|policies|benefits?|discretion|employees)\b")
_MIXED = 180
"""Characters from which a sentence may ask for something and name the pay as well."""
_FORM_LINE = 90
"""Characters that a line of a form has at most if it says one thing."""
_RESPONSIBLE = Lazy(
    r"\W{0,4}you(?:'ll| will) (?:be responsible for|"
    r"have (?:an? )?(?:\w+ ){0,2}(?:grasp|knowledge|understanding))\b"
)
"""How a sentence about the work begins, whatever it names: "You will be responsible for pension schemes"."""
_LONG_SENTENCE = 500


@dataclass(frozen=True, slots=True)
class Asking:
    """``kinds[i]`` is what the sentence ``spans[i]`` is for; ``wishes`` are (start, end) of what is only
    wished for, in order."""

    spans: list[tuple[int, int]]
    kinds: list[Kind]
    wishes: list[tuple[int, int]]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [start for start, _ in self.spans])

    def piece_at(self, position: int) -> int:
        """The number of the sentence around ``position``; 0 where there is none."""
        return max(0, bisect_right(self._starts, position) - 1)

    def kind_at(self, position: int) -> Kind:
        """What the text at ``position`` is for."""
        if not self.spans:
            return "duties"
        kind = self.kinds[self.piece_at(position)]
        if kind in ("required", "duties") and self.wishes:
            index = bisect_right(self.wishes, (position, sys.maxsize)) - 1
            if index >= 0 and position < self.wishes[index][1]:
                return "preferred"
        return kind


def read_asking(lower: str, spans: list[tuple[int, int]], sections: Sections) -> Asking:
    """The kinds and wishes of the sentences ``spans`` of the lower-case text. Linear in its length."""
    asking = _judge(lower, spans, sections)
    if sections.items and not any(
        sections.kind_at(start) != "boilerplate"
        if kind in ("required", "preferred")
        else kind == "duties" == sections.kind_at(start) and not sections.is_heading(start)
        for kind, (start, _) in zip(asking.kinds, asking.spans, strict=True)
    ):
        # Nothing is asked for under these headings: they are of something else, the sentences speak alone.
        asking = _judge(
            lower,
            spans,
            Sections(
                [
                    item if _NEVER_THE_JOB.match(lower, item.start) else item._replace(kind="")
                    for item in sections.items
                ]
            ),
        )
    elif asks := _liked_that_ask(lower, sections, every=not _asks_plainly(lower, asking, sections)):
        asking = _judge(lower, spans, Sections(asks))
    return asking


_NEVER_THE_JOB = Lazy(r"\W*(?:disclaimer|(?:search )?key ?words?|search terms)\b")
"""Headings that are what they say, even where the others are of something else."""


def _asks_plainly(lower: str, asking: Asking, sections: Sections) -> bool:
    """Whether a heading asks for something, or a sentence in so many words."""
    return any(item.kind == "required" for item in sections.items) or any(
        kind == "required" and (_REQUIRED.search(lower, *span) or _PLAINLY_ASKS.search(lower, *span))
        for kind, span in zip(asking.kinds, asking.spans, strict=True)
    )


def _liked_that_ask(lower: str, sections: Sections, *, every: bool) -> list[Section]:
    """The headings, "We'd like" as one that asks: ``every`` one where all that is asked for stands there,
    else those that tell what is only wished for below them where no heading asks. None if there is none."""
    if not every and any(item.kind == "required" for item in sections.items):
        return []
    ends = [*(item.start for item in sections.items[1:]), len(lower)]
    liked = [
        item._replace(kind="required")
        if item.kind == "preferred"
        and _WE_LIKE.match(lower, item.start, item.body)
        and (every or BEHIND.search(lower, item.body, end))
        else item
        for item, end in zip(sections.items, ends, strict=False)
    ]
    return liked if liked != sections.items else []


def _cut_at_boilerplate(
    lower: str, spans: list[tuple[int, int]], sections: Sections
) -> list[tuple[int, int]]:
    """``spans`` with those that lost their full stops cut where they come to speak of pay and the like, lest
    all that is asked for before it goes with it."""
    cut: list[tuple[int, int]] = []
    for start, end in spans:
        if end - start > _LOST_STOPS and sections.kind_at(start) != "boilerplate":
            found = [
                match.start()
                for match in (
                    _EITHER.search(lower, start + _MIXED, end),
                    _MONEY.search(lower, start + _MIXED, end),
                )
                if match
            ]
            if found:
                breaks = [
                    lower.rfind(mark, min(found) - _NEAR, min(found)) for mark in (", ", "; ", " - ", " ")
                ]
                at = next((place for place in breaks if place >= 0), min(found))
                cut.append((start, at))
                start = at + 1
        cut.append((start, end))
    return cut


_LOST_STOPS, _NEAR = 300, 60
"""Characters that no sentence has, and within which a comma stands before what is cut off."""


def _judge(lower: str, spans: list[tuple[int, int]], sections: Sections) -> Asking:
    spans = _cut_at_boilerplate(lower, spans, sections)
    in_columns = len(_ESSENTIAL_COLUMN.findall(lower)) > 1
    in_codes = len(_ESSENTIAL_CODE.findall(lower)) > 1
    read: list[tuple[int, int]] = []
    asks_below = [item.start for item in sections.items if item.kind in ("required", "duties")]
    first_asked = asks_below[0] if asks_below else 0
    kinds: list[Kind] = []
    wishes: list[tuple[int, int]] = []
    stack = False
    theirs = False  # a line says that what is listed below is what the employer sells
    announced = False  # a line before the first heading says what the lines below it are
    begun = False  # a sentence says what the work includes
    wished = False  # a label says that what follows is a wish: "A plus: X; Y; Z"
    list_of_wishes: _List | None = None
    told, told_in = False, -1  # whether the section that began there has come to tell of the employer
    section_start, unknown = -1, False  # a heading that is not known ends what the last known one began
    listed = _in_lists(lower, spans)
    for number, (start, end) in enumerate(spans):
        sentence = lower[start : min(end, start + _LONG_SENTENCE)]
        section = sections.kind_at(start)
        if number == 0:
            sentence = _WANTED.sub(" ", sentence, count=1)  # "Electricians required" is a title
        stack = (stack and _is_listed_on(lower, start)) or _STACK.match(sentence) is not None
        if section == "boilerplate" and stack:
            section = "duties"
        elif section == "boilerplate":
            if section_start != (section_start := sections.start_at(start)):
                unknown = False
            opens = (
                _OPENS.fullmatch(sentence) is not None
                and not sections.is_heading(end - 1)
                and not _LISTS_WHAT_IS_GIVEN.search(sentence)
            )
            unknown = unknown or opens
            if not unknown and (start < first_asked or not asks_below):
                unknown = begins_the_job(sentence) or _lists_duties(
                    lower, spans[number : number + 2 * _LEAST_LISTED]
                )
            if unknown or (_PLAINLY_ASKS.search(sentence) and not _OURS.search(sentence)):
                section = ""
                unknown = unknown or listed[number]
        kind = _kind(sentence, section)
        if kind == "boilerplate" and number == 0 and (pay := _MONEY.search(sentence)):
            kind = _kind(sentence[: pay.start()], section)  # a title may say what is paid
        if (
            kind == "duties"
            and number
            and kinds[-1] in ("required", "preferred")
            and _is_listed_on(lower, start)
        ):
            kind = kinds[-1]
        if sections.is_heading(end - 1):
            kind = "about"
        if "#" in sentence and _HASHTAGS.fullmatch(sentence):
            kind = "boilerplate"
        if (
            number
            and kinds[-1] in _OF_THE_JOB
            and lower[max(0, start - 3) : start].rstrip()[-1:] == "?"
            and _SAYS_BETTER.fullmatch(sentence)
        ):
            kinds[-1] = "preferred"
        if (
            kind != "boilerplate"
            and number
            and start < first_asked
            and section == ""
            and len(sentence) > _HEADER
            and (number or sentence[-1:] in ".!")  # the first line is the title
            and not _is_item(lower, start)
            and not (listed[number] and not _TELLS.search(sentence))
            and not _SPEAKS_OF_THE_JOB.search(sentence)
            and (OURS_FIRST.match(sentence) or not _ASKS.search(sentence))
            and not says_what_to_do(sentence)
            and not is_ordered(sentence)
            and not _is_list(sentence)
            and not (announced or begun or stack)
            and not _goes_on(lower, start, kinds[-1], sentence)
        ):
            kind = "about"
        tells = not stack and (
            (kind == "duties" and section in ("", "duties"))
            or (kind == section and section in ("required", "preferred") and not _ASKS.search(sentence))
        )
        if told_in != (told_in := sections.start_at(start)):
            told = False  # another section may ask again
        if tells and number and _tells_of_the_employer(sentence):
            kind = "about"
            told = section in ("required", "preferred")
        elif tells and told and STATES.search(sentence) and not _SPEAKS_OF_THE_JOB.search(sentence):
            kind = "about"  # goes on telling of the employer behind what is asked for
        theirs = section == "" and (
            THEIR_LIST.fullmatch(sentence) is not None or (theirs and _is_item(lower, start))
        )
        if theirs and kind == "duties":
            kind = "about"
        if start < first_asked and not begun:
            begun = kind in _OF_THE_JOB and _BEGINS.search(sentence) is not None
        announced = kind in _OF_THE_JOB and (
            (sentence.rstrip().endswith(":") and _SPEAKS_OF_THE_JOB.search(sentence) is not None)
            or (
                announced
                and (
                    "\n\n" not in lower[spans[number - 1][1] : start + 1]
                    or (listed[number] and not _TELLS.search(sentence))
                )
            )
        )
        mark = _COLUMN.search(sentence) if in_columns else _CODE.match(sentence) if in_codes else None
        if mark:
            if kind in ("required", "duties"):
                kind = "preferred" if mark["mark"] == "d" else "required"
            start, end = (start, start + mark.start()) if in_columns else (start + mark.end(), end)
            row = _ROW_NUMBER.match(lower, start, end)
            start = row.end() if row else start
        read.append((start, end))
        kinds.append(kind)
        wished = wished and _is_listed_on(lower, start)
        if list_of_wishes and not list_of_wishes.holds(lower, spans, number, sections):
            list_of_wishes = None
        if kind in ("required", "duties"):
            found = [(0, len(sentence))] if wished or list_of_wishes else wishes_in(sentence)
            wishes += [(start + low, start + high) for low, high in found]
            wished = wished or (":" in sentence and LABEL_OF_WISHES.match(sentence) is not None)
            if (
                sentence.endswith(":")
                and any(high == len(sentence) for _, high in found)
                and not _A_PERSON.search(sentence)
            ):
                list_of_wishes = _List.below(lower, spans, number)
    return Asking(read, kinds, joined(wishes))


_A_PERSON = Lazy(r"\b(?:profiles?|candidates?|applicants?|persons?|people) ?:$")
"""Who is wished for, with all that is required: "Desired profile:"."""


_OF_A_FIRM = Lazy(r"\b(?:we|our|us|clientele)\b")
"""In a sentence that is none of a list, in a text that lost its lines."""


class _List(NamedTuple):
    """What follows a line that announces it: "Experience in any of these is a plus:"."""

    spaced: bool
    """An empty line follows the announcement, so that others do not end the list."""
    of_items: bool
    """The first line below the announcement has a mark, so that one without ends the list."""

    @classmethod
    def below(cls, lower: str, spans: list[tuple[int, int]], number: int) -> "_List":
        """The list below the sentence with the ``number``."""
        if number + 1 == len(spans):
            return cls(spaced=False, of_items=False)
        first = spans[number + 1][0]
        return cls(spaced="\n\n" in lower[spans[number][1] : first], of_items=_is_item(lower, first))

    def holds(self, lower: str, spans: list[tuple[int, int]], number: int, sections: Sections) -> bool:
        """Whether the sentence with the ``number``, the first one that is not known to be, is one of it."""
        start, end = spans[number]
        between = lower[spans[number - 1][1] : start]
        return not (
            (not self.spaced and "\n\n" in between)
            or (self.of_items and "\n" in between and not _is_item(lower, start))
            or lower.startswith(":", end - 1)
            or sections.is_heading(start)
            or _OF_A_FIRM.search(lower, start, end) is not None
        )


_TELLS = Lazy(
    r"\b(?:is|are|was|were|has|have|had|we|our|us|its|been|they|their|based|located|since)\b|['’]s "
)
"""What a sentence holds, and an item of a list that names what there is to do does not."""
_LEAST_LISTED, _LONGEST_LISTED = 3, 220
"""Lines one below the other, and their characters, that are a list without bullets."""
_NUMBER = Lazy(r"\(?\d{1,2}[.)]\s*")
_HEADER_LINES = 4
"""Lines at the beginning that are title, employer and place, and no such list."""


def _lists_duties(lower: str, spans: list[tuple[int, int]]) -> bool:
    """Whether each of the first so many sentences says what to do and nothing else, and the first begins a
    line."""
    first = spans[0][0]
    if first and not lower[max(0, first - _MARK) : first].rstrip(" -•*").endswith("\n"):
        return False
    items = [lower[start:end] for start, end in spans]
    items = [item for item in items if not _NUMBER.fullmatch(item)][:_LEAST_LISTED]
    return len(items) == _LEAST_LISTED and all(
        says_what_to_do(item) and not _TO_THE_READER.search(item) and not _EITHER.search(item)
        for item in items
    )


def _in_lists(lower: str, spans: list[tuple[int, int]]) -> list[bool]:
    """For each of the sentences whether it is all of its line, and one of several such lines."""
    if not spans:
        return []
    # The number of an item stands in a piece of its own.
    breaks = [
        "\n" in lower[end : after + 1] or _NUMBER.fullmatch(lower, start, end) is not None
        for (start, end), (after, _) in pairwise(spans)
    ]
    alone = [
        before and behind and end - start <= _LONGEST_LISTED
        for (start, end), before, behind in zip(spans, [True, *breaks], [*breaks, True], strict=True)
    ]
    listed: list[bool] = []
    for is_alone, run in groupby(alone):
        count = len(list(run))
        listed += [is_alone and count >= _LEAST_LISTED] * count
    listed[:_HEADER_LINES] = [False] * len(listed[:_HEADER_LINES])
    return listed


def _tells_of_the_employer(sentence: str) -> bool:
    """Whether it says who the employer is and what it sells: "We are a family-owned maker of hydraulics"."""
    return EMPLOYER.match(sentence) is not None and not _SPEAKS_OF_THE_JOB.search(sentence)


def _goes_on(lower: str, start: int, before: Kind, sentence: str) -> bool:
    """Whether the piece at ``start`` is the rest of a sentence about the work, or goes on with names alone:
    "You will service excavators. Hydraulics and engines, LOLER inspections."."""
    if before not in _OF_THE_JOB:
        return False
    if _INCLUDES.match(sentence):
        return True
    between = lower[max(0, start - 3) : start].rstrip(" ")[-1:]
    return between in (";", ":") or ("," in sentence and between == "." and not STATES.search(sentence))


_BEGINS = Lazy(
    r"\b(?:duties|responsibilities|tasks|role|job|position|post)(?: (?:will|may|would|also))* "
    r"(?:includes?|involves?|entails?|consists? of)\b|\byou(?:'ll| will) (?:also )?be responsible for\b"
)
"""Where a posting begins to tell of the work."""
_INCLUDES = Lazy(
    r"\W{0,4}(?:this|these|such|it)\b[^.;:]{0,24}\b(?:includ(?:es?|ing)|involves?|covers?|means|"
    r"consists? of)\b"
)
"""What goes on with what was named: "This may include work on pumps, weirs and sluices"."""


def _is_listed_on(lower: str, start: int) -> bool:
    """Whether a semicolon stands right before the piece at ``start``."""
    return lower[max(0, start - 3) : start].rstrip().endswith(";")


_WE_LIKE = Lazy(r"[\W_]*(?:what )?we(?:'d|’d| would)? (?:also )?like\b")
_ESSENTIAL_COLUMN = Lazy(r"[a-z\d)] {1,6}e(?: {1,6}[a-z](?:[,/ ]{1,3}[a-z]){0,4})?(?=\n|$)")
_COLUMN = Lazy(r"(?<=[a-z\d)]) {1,6}(?P<mark>[de])(?: {1,6}[a-z](?:[,/ ]{1,3}[a-z]){0,4})?\s*$")
"""A person specification's marks at the ends of its lines: E or D, and how it is assessed (A, I, T)."""
_ESSENTIAL_CODE = Lazy(r"(?<=\n)[\W_]{0,4}e(?:\d{1,2}[.:)]?|\s?[-–:)])\s")
_CODE = Lazy(r"[\W_]{0,4}(?P<mark>[de])(?:\d{1,2}[.:)]?|\s?[-–:)])\s+")
"""Letters or numbers of criteria before them: E1, E2, D1, "D - "."""
_ROW_NUMBER = Lazy(r"\d{1,2}[.)]? +")


def _is_item(lower: str, start: int) -> bool:
    """Whether the sentence at ``start`` is an item of a list."""
    if lower[start] in "-•*" or lower[max(0, start - 8) : start].rstrip()[-1:] in ("•", "*"):
        return True
    line = lower.rfind("\n", max(0, start - _MARK), start) + 1
    mark = _ITEM_MARK.match(lower, line) if line else None
    return mark is not None and start <= mark.end()


_MARK = 8
"""Characters that what stands before an item has at most."""
_ITEM_MARK = Lazy(r"[^\S\n]*(?:[-•*·›»□>#+~|§–—]|[=-]>|::|o(?= )|\d{1,2}[.)]|\(?(?:[a-h]|[ivx]{1,4})[.)])\s")


_WANTED = Lazy(r"\b(?:required|needed|wanted|requirement)\b")
_SAYS_BETTER = Lazy(
    lambda: rf"\W*(?:(?:even|so much the|all the) better|that's a bonus|bonus|{cues('pleased')})\W*"
)
"""Behind a question: "Personal licence? Even better."."""
_HASHTAGS = Lazy(r"(?:\s*#\w+)+\s*")
STATES = Lazy(r"\b(?:is|are|was|were|has|have|had|we|our|us|its|their|been|to|of)\b")
_LEAST_COMMAS, _SHORT_ITEM = 2, 32


def _is_list(sentence: str) -> bool:
    """Whether the sentence is names and commas: "Core Java, multithreading, low latency, FIX."."""
    commas = sentence.count(",")
    return (
        commas >= _LEAST_COMMAS
        and len(sentence) <= (commas + 1) * _SHORT_ITEM
        and not STATES.search(sentence)
    )


_HEADER = 40
"""A line before the first heading that is shorter is a title, a place or a name."""


_OF_THE_JOB = ("required", "preferred", "duties")


def _pays(sentence: str, section: str) -> bool:
    """Whether it says what is paid; money that somebody looks after is none."""
    if not _MONEY.search(sentence) or _A_BUDGET.search(sentence):
        return False
    if _MILLIONS.search(sentence) and (sentence.startswith("you") or says_what_to_do(sentence)):
        return False
    says_so = _PAID.search(sentence) is not None
    if section in _OF_THE_JOB:
        return says_so and not (section == "duties" and _IN_PASSING.search(sentence))
    return says_so or not (_LOOKED_AFTER.match(sentence) or _OF_THE_WORK.search(sentence))


def _kind(sentence: str, section: str) -> Kind:
    labelled = _LABELLED.match(sentence) and (
        len(sentence) <= _FORM_LINE or not (len(sentence) > _MIXED or _ASKS.search(sentence))
    )
    if section == "boilerplate" or labelled:
        return "boilerplate"
    doubtful = _EITHER.search(sentence) is not None
    if (
        doubtful
        and (always := _ALWAYS.search(sentence))
        and not (
            sentence[: always.start()].strip(" -•*") and section == "duties" and _is_duty(sentence, section)
        )
    ):
        before = sentence[: always.start()]
        if before.count(",") < _LEAST_COMMAS or not _ASKS.search(before):
            return "boilerplate"  # not the last of what a list asks for
    pays = _pays(sentence, section)
    if pays or (
        doubtful
        and _BOILERPLATE.search(sentence)
        and not _is_duty(sentence, section)
        and not _RESPONSIBLE.match(sentence)
    ):
        asks = len(sentence) < 300 and _REQUIRED.search(sentence) is not None
        asks = asks or (len(sentence) > _MIXED and _PLAINLY_ASKS.search(sentence) is not None)
        if not asks and not (pays and _PLAIN_WISH.search(sentence)):
            return "boilerplate"  # a sentence that asks for something stays, whatever stands around it
    if section == "preferred":
        return "required" if _REQUIRED_AFTER_ALL.search(sentence) else "preferred"
    if section == "required":
        return "required"
    return "required" if _ASKS.search(sentence) else "duties"


_WILL_DO = Lazy(
    r"\W{0,4}(?:this|the) (?!(?:company|employer|firm|business|practice|trust|hospital|team|school|group|"
    r"centre|center|client|agency|charity|role|position|post|job|programme|program|package|successful)\b)"
    r"(?:[\w/-]+ ){1,4}?will (?:\w+ly )?(?P<verb>[a-z]+)"
)
"""How a sentence begins about what somebody will do: "The clerk will weigh lorries"."""


def _is_duty(sentence: str, section: str) -> bool:
    """Whether what sounds like a benefit is somebody's work: "Administer sick pay and pensions"."""
    if _PRAISES.match(sentence) and not _PLAINLY_ASKS.search(sentence):
        return False
    if (told := _WILL_DO.match(sentence)) and told["verb"] in plain_verbs():
        return True
    if section == "":
        return says_what_to_do(sentence) and not _TO_THE_READER.search(sentence)
    return bool(
        section in ("duties", "required")
        and (
            (says_what_to_do(sentence) and not _PRAISES.match(sentence))
            or (_PLAINLY_ASKS.search(sentence) and not _GIVES.search(sentence))
        )
        and not _WE.search(sentence)
    )
