"""What each sentence of a posting is for: what it asks for, what it would like, what the work is, and what
it only says about itself.

By the heading above it, overruled by the cue words in it. What a sentence would like may be only a part of
it ("micrometers, bore gages, CMM helpful"), so wishes are stretches of the text and not whole sentences.
"""

import sys
from bisect import bisect_right
from dataclasses import dataclass, field

from shared.matching.cues import cues
from shared.matching.duty_verbs import is_ordered, says_what_to_do
from shared.matching.job_begins import begins_the_job
from shared.matching.lazy import Lazy
from shared.matching.of_employers import EMPLOYER, OURS_FIRST, THEIR_LIST, WHO_THEY_ARE
from shared.matching.posting_lists import (
    LEAST_LISTED,
    STATES,
    AnnouncedList,
    in_lists,
    is_item,
    is_list,
    is_listed_on,
    lists_duties,
)
from shared.matching.sections import Section, Sections
from shared.matching.sentence_kinds import (
    ASKS,
    EITHER,
    MIXED,
    MONEY,
    OF_THE_JOB,
    PLAINLY_ASKS,
    REQUIRED,
    Kind,
    kind_of,
)
from shared.matching.wishes import BEHIND, LABEL_OF_WISHES, joined, wishes_in

_SPEAKS_OF_THE_JOB = Lazy(
    r"\b(?:you|your|you'll|looking (?:for|to)|seek\w*|hiring|recruit\w*|roles?|position|join\w*|candidates?|"
    r"responsib\w+|required|requires?|must|opportunity|opening|vacanc\w+|will|duties|needs?|needed|wants?|"
    r"appoint\w*|successful(?! (?:companies|firms|businesses|brands|clients))|"
    r"reports? to|working as|there(?:'ll| will) be|jobs?|anyone (?:with|who)|"
    r"some(?:one|body) (?:with|who)|we(?:'re| are) after|immediate start|contract to|time[- ]served)\b|"
    r"^\W{0,4}in (?:collaboration|cooperation|conjunction|consultation|partnership|coordination) with "
    r"[^,.;]{3,60}, (?!we |our )[a-z]+s\b|"
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
_STACK = Lazy(
    r"\W{0,4}(?:(?:[\w ]{0,24}\bof )?our (?:platform|infrastructure|systems?|applications?|"
    r"services(?! (?:include|consist))|product|backend|frontend|code) (?:includes?|runs? on|consists? of|"
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
_OURS = Lazy(r"\b(?:we|our|us|policy|policies|benefits?|discretion|employees)\b")
_OF_APPLYING = Lazy(
    r"\b(?:(?:cv|résumé|resume|letter|application|form|portfolio)s?\b[^.;]{0,40}"
    r"\b(?:outlin|detail|describ|show|highlight|stat|list)ing|"
    r"(?:should|must|may|to) be (?:submitted|sent|e-?mailed|forwarded|addressed))\b"
)
"""Where somebody tells of experience, and nobody asks for it: "a letter outlining your experience"."""
_SAYS_OF_IT = Lazy(r"\b(?:is|are|has|have|was|offers?|provides?|serves?|believes?|recogni[sz]es?)\b")
_MOST_FIRMS = 4
_TO_THE_CANDIDATE = Lazy(r"\b(?:you|your|you'll|candidates?|applicants?|must|experience (?:in|with|of))\b")
_BENEFITS_BELOW = Lazy(r"\b(?:benefits?|perks)\b[^.;:]{0,30}:\s*")
_LONG_SENTENCE = 500
_A_PERSON = Lazy(r"\b(?:profiles?|candidates?|applicants?|persons?|people) ?:$")
"""Who is wished for, with all that is required: "Desired profile:"."""
_TELLS = Lazy(
    r"\b(?:is|are|was|were|has|have|had|we|our|us|its|been|they|their|based|located|since)\b|['’]s "
)
"""What a sentence holds, and an item of a list that names what there is to do does not."""
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
_WE_LIKE = Lazy(r"[\W_]*(?:what )?we(?:'d|’d| would)? (?:also )?like\b")
_OWN_LABEL = Lazy(r"\W{0,4}(?:[\w'-]+ ){0,4}[\w'-]+\s?:\s")
"""What begins another part of a line: "Essential: forklift licence"."""
_ESSENTIAL_COLUMN = Lazy(r"[a-z\d)] {1,6}e(?: {1,6}[a-z](?:[,/ ]{1,3}[a-z]){0,4})?(?=\n|$)")
_COLUMN = Lazy(r"(?<=[a-z\d)]) {1,6}(?P<mark>[de])(?: {1,6}[a-z](?:[,/ ]{1,3}[a-z]){0,4})?\s*$")
"""A person specification's marks at the ends of its lines: E or D, and how it is assessed (A, I, T)."""
_ESSENTIAL_CODE = Lazy(r"(?<=\n)[\W_]{0,4}e(?:\d{1,2}[.:)]?|\s?[-–:)])\s")
_CODE = Lazy(r"[\W_]{0,4}(?P<mark>[de])(?:\d{1,2}[.:)]?|\s?[-–:)])\s+")
"""Letters or numbers of criteria before them: E1, E2, D1, "D - "."""
_OTHER_LETTERS = Lazy(r"(?<=\n)[\W_]{0,4}[abc]\s?\)\s")
"""The first letters of a list whose fourth and fifth mark nothing: "c) A van licence"."""
_ROW_NUMBER = Lazy(r"\d{1,2}[.)]? +")
_WANTED = Lazy(r"\b(?:required|needed|wanted|requirement)\b")
_SAYS_BETTER = Lazy(
    lambda: rf"\W*(?:(?:even|so much the|all the) better|that's a bonus|bonus|{cues('pleased')})\W*"
)
"""Behind a question: "Personal licence? Even better."."""
_HASHTAGS = Lazy(r"(?:\s*#\w+)+\s*")
_HEADER = 40
"""A line before the first heading that is shorter is a title, a place or a name."""


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
    asking = _Judge(lower, spans, sections).judged()
    if sections.items and not any(
        sections.kind_at(start) != "boilerplate"
        if kind in ("required", "preferred")
        else kind == "duties" == sections.kind_at(start) and not sections.is_heading(start)
        for kind, (start, _) in zip(asking.kinds, asking.spans, strict=True)
    ):
        # Nothing is asked for under these headings: they are of something else, the sentences speak alone.
        silent = [
            item if _NEVER_THE_JOB.match(lower, item.start) else item._replace(kind="")
            for item in sections.items
        ]
        asking = _Judge(lower, spans, Sections(silent)).judged()
    elif asks := _liked_that_ask(lower, sections, every=not _asks_plainly(lower, asking, sections)):
        asking = _Judge(lower, spans, Sections(asks)).judged()
    return asking


_NEVER_THE_JOB = Lazy(r"\W*(?:disclaimer|(?:search )?key ?words?|search terms)\b")
"""Headings that are what they say, even where the others are of something else."""


def _asks_plainly(lower: str, asking: Asking, sections: Sections) -> bool:
    """Whether a heading asks for something, or a sentence in so many words."""
    return any(item.kind == "required" for item in sections.items) or any(
        kind == "required" and (REQUIRED.search(lower, *span) or PLAINLY_ASKS.search(lower, *span))
        for kind, span in zip(asking.kinds, asking.spans, strict=True)
    )


def _asks_in_so_many_words(sentence: str) -> bool:
    return REQUIRED.search(sentence) is not None or PLAINLY_ASKS.search(sentence) is not None


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
                    EITHER.search(lower, start + MIXED, end),
                    MONEY.search(lower, start + MIXED, end),
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


class _Judge:
    """Goes through the sentences in order and remembers what the earlier ones say of the later ones."""

    def __init__(self, lower: str, spans: list[tuple[int, int]], sections: Sections) -> None:
        self.lower, self.sections = lower, sections
        self.spans = _cut_at_boilerplate(lower, spans, sections)
        self.listed = in_lists(lower, self.spans)
        self.in_columns = len(_ESSENTIAL_COLUMN.findall(lower)) > 1
        self.in_letters = _OTHER_LETTERS.search(lower) is not None
        self.in_codes = len(_ESSENTIAL_CODE.findall(lower)) > 1 and not self.in_letters
        self.asks_below = [item.start for item in sections.items if item.kind in ("required", "duties")]
        self.first_asked = self.asks_below[0] if self.asks_below else 0
        self.read: list[tuple[int, int]] = []
        self.kinds: list[Kind] = []
        self.wishes: list[tuple[int, int]] = []
        self.stack = False
        self.theirs = False  # a line says that what is listed below is what the employer sells
        self.announced = False  # a line before the first heading says what the lines below it are
        self.begun = False  # a sentence says what the work includes
        self.wished = False  # a label says that what follows is a wish: "A plus: X; Y; Z"
        self.list_of_wishes: AnnouncedList | None = None
        self.given: AnnouncedList | None = None
        self.firms: set[str] = set()  # what sentences that say who the employer is call it
        self.told, self.told_in = False, -1  # whether the section that begins there tells of the employer
        self.unknown, self.unknown_in = False, -1  # a heading not known ends what the last known one began

    def judged(self) -> Asking:
        """What the sentences are for."""
        for number, (start, end) in enumerate(self.spans):
            sentence = self.lower[start : min(end, start + _LONG_SENTENCE)]
            if number == 0:
                sentence = _WANTED.sub(" ", sentence, count=1)  # "Electricians required" is a title
            listed_on = is_listed_on(self.lower, start)
            self.stack = (self.stack and listed_on) or _STACK.match(sentence) is not None
            section = self._section(number, sentence)
            kind = self._by_its_words(number, sentence, section, listed_on=listed_on)
            kind = self._one_that_is_given(number, sentence, kind)
            if kind != "boilerplate" and self._is_beside_the_job(number, sentence, section):
                kind = "about"
            if self._tells_of_the_employer(number, sentence, section, kind):
                kind = "about"
            self._remember(number, sentence, kind)
            if self.in_columns or self.in_codes:
                kind, start, end = self._by_its_mark(sentence, kind, start, end)
            self.read.append((start, end))
            self.kinds.append(kind)
            self._find_wishes(number, sentence, kind, start, listed_on=listed_on)
        return Asking(self.read, self.kinds, joined(self.wishes))

    def _section(self, number: int, sentence: str) -> str:
        """The kind of the section the sentence stands in; "" where its heading no longer holds."""
        start, end = self.spans[number]
        section = self.sections.kind_at(start)
        if section != "boilerplate":
            return section
        if self.stack:
            return "duties"
        began, self.unknown_in = self.unknown_in, self.sections.start_at(start)
        opens = (
            _OPENS.fullmatch(sentence) is not None
            and not self.sections.is_heading(end - 1)
            and not _LISTS_WHAT_IS_GIVEN.search(sentence)
        )
        self.unknown = opens or (self.unknown and began == self.unknown_in)
        if not self.unknown and (start < self.first_asked or not self.asks_below):
            following = self.spans[number : number + 2 * LEAST_LISTED]
            self.unknown = begins_the_job(sentence) or lists_duties(self.lower, following)
        if self.unknown or (
            PLAINLY_ASKS.search(sentence) and not (_OURS.search(sentence) or _OF_APPLYING.search(sentence))
        ):
            self.unknown = self.unknown or self.listed[number]
            return ""
        return section

    def _by_its_words(self, number: int, sentence: str, section: str, *, listed_on: bool) -> Kind:
        start, end = self.spans[number]
        kind = kind_of(sentence, section)
        if kind == "boilerplate" and number == 0 and (pay := MONEY.search(sentence)):
            kind = kind_of(sentence[: pay.start()], section)  # a title may say what is paid
        if kind == "duties" and listed_on and number and self.kinds[-1] in ("required", "preferred"):
            kind = self.kinds[-1]
        if self.sections.is_heading(end - 1):
            kind = "about"
        if "#" in sentence and _HASHTAGS.fullmatch(sentence):
            kind = "boilerplate"
        if (
            number
            and self.kinds[-1] in OF_THE_JOB
            and self.lower[max(0, start - 3) : start].rstrip()[-1:] == "?"
            and _SAYS_BETTER.fullmatch(sentence)
        ):
            self.kinds[-1] = "preferred"
        return kind

    def _one_that_is_given(self, number: int, sentence: str, kind: Kind) -> Kind:
        """The kind of the sentence, if it isn't one of a list of benefits that another sentence announces."""
        if self.given and not self.given.holds(self.lower, self.spans, number, self.sections):
            self.given = None
        if self.given and kind in OF_THE_JOB and not _asks_in_so_many_words(sentence):
            return "boilerplate"
        if kind == "boilerplate" and _BENEFITS_BELOW.search(sentence):
            below = AnnouncedList.below(self.lower, self.spans, number)
            self.given = below if below.of_items else None
        return kind

    def _is_beside_the_job(self, number: int, sentence: str, section: str) -> bool:
        """Whether it stands before all that is asked for, and nothing says that it is about the work."""
        start = self.spans[number][0]
        return (
            number > 0  # the first line is the title
            and start < self.first_asked
            and section == ""
            and len(sentence) > _HEADER
            and not is_item(self.lower, start)
            and not (self.listed[number] and not _TELLS.search(sentence))
            and not _SPEAKS_OF_THE_JOB.search(sentence)
            and (OURS_FIRST.match(sentence) is not None or not ASKS.search(sentence))
            and not says_what_to_do(sentence)
            and not is_ordered(sentence)
            and not is_list(sentence)
            and not (self.announced or self.begun or self.stack)
            and not _goes_on(self.lower, start, self.kinds[-1], sentence)
        )

    def _tells_of_the_employer(self, number: int, sentence: str, section: str, kind: Kind) -> bool:
        """Whether it says who the employer is and what it sells, or goes on doing so."""
        start = self.spans[number][0]
        tells = not self.stack and (
            (kind == "duties" and section in ("", "duties"))
            or (kind == "required" and section == "" and not _asks_in_so_many_words(sentence))
            or (kind == section and section in ("required", "preferred") and not ASKS.search(sentence))
        )
        before, self.told_in = self.told_in, self.sections.start_at(start)
        self.told = self.told and before == self.told_in  # another section may ask again
        if (
            kind == "boilerplate"
            and section in ("required", "preferred")
            and (named := WHO_THEY_ARE.match(sentence))
        ):
            self.told = True
            if len(self.firms) < _MOST_FIRMS:
                self.firms.add(_plain_name(named["who"]))
        is_told = False
        if tells and number and EMPLOYER.match(sentence) and not _SPEAKS_OF_THE_JOB.search(sentence):
            self.told = section in ("required", "preferred")
            is_told = True
        elif self.told:
            is_told = (
                tells and STATES.search(sentence) is not None and not _SPEAKS_OF_THE_JOB.search(sentence)
            ) or (kind == section and self._names_the_firm(sentence))
        self.theirs = section == "" and (
            THEIR_LIST.fullmatch(sentence) is not None or (self.theirs and is_item(self.lower, start))
        )
        return is_told or (self.theirs and kind == "duties")

    def _names_the_firm(self, sentence: str) -> bool:
        """Whether a sentence below one that says who the employer is has that employer for its subject."""
        return (
            any(
                firm in sentence or sentence.startswith(f"{firm.partition(' ')[0]} also ")
                for firm in self.firms
            )
            and _SAYS_OF_IT.search(sentence) is not None
            and not _TO_THE_CANDIDATE.search(sentence)
            and not REQUIRED.search(sentence)
        )

    def _remember(self, number: int, sentence: str, kind: Kind) -> None:
        """What the sentence says of those behind it."""
        start = self.spans[number][0]
        of_the_job = kind in OF_THE_JOB
        if start < self.first_asked and not self.begun:
            self.begun = of_the_job and _BEGINS.search(sentence) is not None
        announces = sentence.rstrip().endswith(":") and _SPEAKS_OF_THE_JOB.search(sentence) is not None
        self.announced = of_the_job and (
            announces
            or (
                self.announced
                and (
                    "\n\n" not in self.lower[self.spans[number - 1][1] : start + 1]
                    or (self.listed[number] and not _TELLS.search(sentence))
                )
            )
        )

    def _by_its_mark(self, sentence: str, kind: Kind, start: int, end: int) -> tuple[Kind, int, int]:
        """The kind that a column or a code says, and the sentence without it."""
        mark = _COLUMN.search(sentence) if self.in_columns else _CODE.match(sentence)
        if not mark:
            return kind, start, end
        if kind in ("required", "duties"):
            kind = "preferred" if mark["mark"] == "d" else "required"
        start, end = (start, start + mark.start()) if self.in_columns else (start + mark.end(), end)
        row = _ROW_NUMBER.match(self.lower, start, end)
        return kind, row.end() if row else start, end

    def _find_wishes(self, number: int, sentence: str, kind: Kind, start: int, *, listed_on: bool) -> None:
        self.wished = self.wished and (listed_on or self._goes_on_wishing(number, sentence))
        if self.list_of_wishes and not self.list_of_wishes.holds(
            self.lower, self.spans, number, self.sections
        ):
            self.list_of_wishes = None
        if kind not in ("required", "duties"):
            return
        if self.in_letters and sentence.startswith("(d)"):
            sentence = sentence.replace("(d)", "   ", 1)
        labelled = ":" in sentence and LABEL_OF_WISHES.match(sentence) is not None
        all_of_it = (labelled and not REQUIRED.search(sentence)) or self.wished or self.list_of_wishes
        found = [(0, len(sentence))] if all_of_it else wishes_in(sentence)
        self.wishes += [(start + low, start + high) for low, high in found]
        self.wished = self.wished or labelled
        if (
            sentence.endswith(":")
            and any(high == len(sentence) for _, high in found)
            and not _A_PERSON.search(sentence)
        ):
            self.list_of_wishes = AnnouncedList.below(self.lower, self.spans, number)

    def _goes_on_wishing(self, number: int, sentence: str) -> bool:
        """Whether the sentence stands in the line of the one before, with no label of its own and no must."""
        return (
            "\n" not in self.lower[self.spans[number - 1][1] - 1 : self.spans[number][0]]
            and not _OWN_LABEL.match(sentence)
            and not REQUIRED.search(sentence)
        )


def _plain_name(who: str) -> str:
    """The first two words of a name at most, without the form of the company."""
    return " ".join(who.replace(",", " ").split()[:2])


def _goes_on(lower: str, start: int, before: Kind, sentence: str) -> bool:
    """Whether the piece at ``start`` is the rest of a sentence about the work, or goes on with names alone:
    "You will service excavators. Hydraulics and engines, LOLER inspections."."""
    if before not in OF_THE_JOB:
        return False
    if _INCLUDES.match(sentence):
        return True
    between = lower[max(0, start - 3) : start].rstrip(" ")[-1:]
    return between in (";", ":") or ("," in sentence and between == "." and not STATES.search(sentence))
