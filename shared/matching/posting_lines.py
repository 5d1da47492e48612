"""A posting's lines as they were meant: forms and extraction lose line breaks and add others.

Boards join the bullets of a list to one paragraph, with or without a space between them ("in retailExperience
with tills"), and documents break paragraphs at the margin. What a sentence asks for can only be told when it
is known where it ends.
"""

import re
from collections.abc import Collection
from itertools import pairwise

from shared.matching.duty_verbs import duty_verbs, says_what_to_do
from shared.matching.glued_headings import glued_headings_apart
from shared.matching.glued_words import glued_apart, is_glued, names_of_two, ordinary
from shared.matching.heading_kinds import heading_kind, usual_kind
from shared.matching.lazy import Lazy
from shared.matching.posting_columns import FAR_MARK, columns_apart
from shared.matching.posting_headings import words_of_headings
from shared.matching.words import WORD

_LONG_LINE = 280
"""Characters from which a line may be a list that lost its breaks."""
_REST = 60
"""The same for what is left of a longer one."""


_GLUED_BEHIND = Lazy(
    r"[.;!?:](?:(?<=[a-zA-Z)\]\d][.;!?])(?<!\b[A-Z]\.)(?=[A-Z][a-z]+(?! ?\()[ ,:/'-]|A [a-z]|"
    r"(?<!\d\.)\d{1,2}\+? ?(?:-|to)? ?\d{0,2}\+? ?[yY]ears)(?!Net\b|Js\b|Io\b|Com\b|Org\b)|"
    r"(?<=[a-z]{2}:)(?=[A-Z][a-z]))"
)
"""The end of a sentence that the next one follows without a space."""
_GLUED_BEFORE = Lazy(
    r"[\d-](?:(?:(?<=[a-z)\].]-)|(?<=[A-Z]{3}-))(?= [A-Z])|"
    r"(?:(?<=[.;!?]-)(?<!\.[A-Z]\.-)|(?<=[.;!?] -)|"
    r"(?<= (?:of|in):-)|(?<= will:-))(?= ?[A-Za-z])|(?<=\)-)(?=[A-Z][a-z])|"
    r"(?<=[a-z]\d)(?=\d?\+? ?(?:(?:-|to) ?\d{1,2}\+? ?)?[yY]ears?\b))"
)
"""The bullet or number with which an item begins right behind another."""
_LABELS = "Title|Location|Duration|Client|Salary|Rate|Contract|Visa|Start Date|Description"
_GLUED_LABEL = Lazy(
    "|".join(
        rf"{label[0]}(?<=[a-z.)!?].){label[1:]}\s?:" for label in (rf"Job (?:{_LABELS})", *_LABELS.split("|"))
    )
)
"""Labels of a form that follow each other without a break: ``Java Developer)Location: Leeds``. Their first
letters stand first because ``re`` looks for those faster than for what stands before them."""
_GLUED_STATE = Lazy(
    r"(?<=, )(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|"
    r"T[NX]|UT|V[AT]|W[AIVY])(?=(?P<word>[A-Z][a-z]{2,}))"
)
"""A state of the US that the next line follows without a break: ``Dover, DEHourly post``."""
_GLUED_TITLE = Lazy(
    r"\b(?:Developer|Engineer|Analyst|Manager|Recruiter|Administrator|Consultant|Architect|Specialist|"
    r"Coordinator|Assistant|Technician|Accountant|Programmer|Tester|Designer)s?(?=[A-Z](?:[a-z]{2}|[A-Z]{3}))"
)
"""A title that the next line follows without a break: ``Net DeveloperHartford, CT``."""
_DEGREES = ("PhD", "MBA", "BSc", "MSc")
_GLUED_DEGREE = Lazy(r"\b(?:PhD|MBA|BSc|MSc)(?=(?P<word>[a-z]{2,12})\b)")
"""Letters of a degree that the next word follows without a space: ``a PhDwould help``."""
_GLUED_BULLET = Lazy(r"\s{0,8}[|·]\s{1,8}(?=[A-Z\d])")
_GLUED_DOT = Lazy(r"[•·](?<=[a-z.;:!?)\]].)\s{0,3}(?=[A-Z\d])")
"""The bullet of an item right behind a heading or another: ``We offer• Parking.• A pension``."""
_GLUED_STAR = Lazy(r"\*(?:(?<=[a-z.;:!?)]\*)|(?<=[a-z.;:!?)] \*)) (?=[A-Z][\w-]*,? )")
"""The star of an item right behind another: ``in retail.* Experience with tills``."""
_GLUED_O = Lazy(r" {1,8}o {1,8}(?=[A-Z\d])")
"""The bullet of a word processor, copied as a letter."""
_O_BEHIND = Lazy(r"o(?:(?<=[a-z]{4}o)|(?<=[:)]o)) {2,8}(?=[A-Z\d])")
"""The same right behind a word: ``Oats for breakfasto   Paid holidays``."""
_MARKED_HEADING = Lazy(r"(?<=\S) (?=#{2,4} [A-Z])")
"""Before a heading of Markdown in a text that lost its lines."""
_GLUED_DASH = Lazy(r"(?<=[a-z.;)\]\d%+]) - (?=[A-Z\d])")
"""The dash of an item right behind another, in a text that lost its lines."""
_LEAST_BULLETS = 3
"""So many bullets in a long line are a list that lost its breaks."""
_STARTS_WORDS = """
Ability Able Accountable Act Acts Adhere Administer Advanced Advise Analyse Analyze Apply Assess Assist
Assists Associate Author Automate Bachelor Bachelors Background Basic Broad Build Calculate Certification
Certified Clear Collaborate Collaborates Comfortable Communicate Communicates Complete Completes Completion
Comprehensive Computer Conduct Conducts Confident Consult Contribute Contributes Control Controls Cooperate
Coordinate Coordinates Create Creates Creative Current Deep Define Degree Deliver Delivers Demonstrable
Demonstrate Demonstrated Design Designs Desire Determine Develop Develops Devise Direct Document Drive
Educated Effective Ensure Ensures Escalate Establish Evaluate Evidence Excellent Exceptional Execute
Executes Exhibit Experience Experienced Expert Expertise Exposure Extensive Facilitate Familiar Familiarity
Flexible Fluency Fluent Follow Follows Fully Generate Good Graduate Great Handle Handles Hands-on Help Helps
High Highly Hold Identify Implement Implements Improve In-depth Install Interact Keen Knowledge Lead Leads
Liaise Maintain Maintains Manage Manages Mastery Mentor Minimum Monitor Monitors Must Native Natural
Negotiate Operate Operates Optimize Organise Organize Outstanding Oversee Participate Participates Partner
Passion Passionate Perform Performs Plan Plans Please Positive Possess Possesses Practical Preferred Prepare
Prepares Previous Prior Process Processes Produce Produces Professional Proficiency Proficient Promote
Proven Provide Provides Recommend Reconcile Report Reports Required Requires Research Resolve Responsible
Review Reviews Schedule Self-motivated Serve Serves Should Significant Skilled Solid Someone Sound Strong
Successful Superior Supervise Supervises Support Supports Take Takes Test Thorough Track Train Translate
Troubleshoot Understand Understanding Update Updates Valid Verbal Willing Willingness Work Working Works
Write Writes
"""
_STARTS = frozenset(_STARTS_WORDS.split())
"""Words with which items of a posting's lists begin."""
_OPENING_WORDS = """
All Although Any Applicants As At Based Being Benefits Candidates Due During Following For From Having If In
Interested It Once Our Reporting Salary The There These They This To We When Where Whether While Whilst Who
With You Your
"""
_OPENING = frozenset(_OPENING_WORDS.split())
"""Words that begin a sentence and hardly stand in its midst with a capital before a small letter."""
_OWN_STARTS = frozenset({"Candidates", "If", "Our", "Please", "These", "They", "This", "We", "You"})
"""Words that begin a sentence behind a name as well, before a small letter."""
_PLAIN_VERB_WORDS = """
Analyse Analyze Assess Assist Attend Collaborate Communicate Compile Conduct Coordinate Deliver Develop Ensure
Establish Evaluate Facilitate Identify Implement Liaise Maintain Manage Organise Organize Oversee Participate
Perform Prepare Provide Resolve Respond Supervise Undertake Utilise Utilize
"""
_PLAIN_VERBS = frozenset(_PLAIN_VERB_WORDS.split())
"""Starts that end no name: ``licensed by the SIA Maintain the register of keys``."""
_ENDING_WORDS = """
Author Build Control Create Design Direct Document Drive Help Plan Process Protect Report Reports Serve
Support Test Track Work Works
"""
_ENDS_OF_NAMES = frozenset(_ENDING_WORDS.split())
"""Starts with which names of products end as well: "SolidWorks", "MasterControl"."""
_IN_NAME = Lazy(r"(?:^|[^A-Za-z])[A-Z][A-Za-z]*\Z")
_LONGEST_NAME = 20
_GOES_ON = Lazy(r" (?:the|an?|our|all|new|closely)\b")
"""What goes on behind a verb and hardly behind a name."""
_GLUED_START = Lazy(
    r"[A-Z](?:(?<=[a-z)\d][a-z)\d].)|(?<=[A-Z]{2}s.)|(?<=[^\s(]{3}\).)|(?<=[A-Z]{4})|(?<=[a-z][A-Z]{3}))"
    r"(?:[a-z-]+(?=[ ,:]|'s)|(?<=[a-z]{4}A)(?= [a-z]))"
)
_LOST_BREAK = Lazy(r" (?<=[A-Za-z)\d%+] )(?=(?P<word>[A-Z][a-z-]+)[ ,:'])")
_JOINS_WORDS = """
a an and any as at be by for from in into is its of on or our the their this to via with your no not all
will can should must may under using use uses called new existing various other several more & - /
"""
_JOINS = frozenset(_JOINS_WORDS.split())
_BULLET = Lazy(r"\s*(?:[•*#>|§-]|\d{1,2}[.)]|[a-z][.)]\s|[ivx]{1,4}[.)])")
_FILLED, _RAGGED = 12, 30
"""Characters that a broken line leaves free at most, and one that goes on in a small letter."""
_LEAST_WRAPPED = 45
"""Characters that a line broken at the margin has at least."""
_ENDS = frozenset(".:;!?•|")
_OPEN_WORDS = (
    "and or of the a an in with to for on by as at from your our is are will be that which including"
)
_OPEN = frozenset(_OPEN_WORDS.split())


def in_lines(text: str) -> str:
    """``text`` with the breaks between its items and without those inside its sentences. Linear."""
    if ("  " in text or "\t" in text) and len(FAR_MARK.findall(text)) > 1:
        text = FAR_MARK.sub(" ", text)
    if len(_O_BULLET.findall(text)) > 1:
        text = _O_BULLET.sub("• ", text)
    return _unwrapped(_separated(columns_apart(text)))


_O_BULLET = Lazy(r"(?m)^[ \t]{0,8}o[ \t]{1,4}(?=[A-Za-z\d])")
"""A word processor's bullet at the beginning of a line."""


_GLUED_UNIT = Lazy(r"[0-9](?=[YyMm](?:rs?|ears?|onths?|ths?|RS?|EARS?)\b)")
"""A number that its unit follows without a space: "2yrs experience"."""


_BULLET_GAP = Lazy(r"(?P<mark>[|·•]) {2,60}(?=[A-Za-z\d])")
"""The gap that a word processor leaves behind a bullet."""
_UNITS = frozenset({"Year", "Years", "Yrs", "Month", "Months"})
_STARRED = Lazy(r"\*\*(?<=[a-z.!?)]\*\*)(?=[A-Z])")
"""What marks a paragraph right behind another: ``at this time.**Madeup Foods, Inc. is``."""


_LOST_DASH = Lazy(
    r"(?<![\d.,/+-])(?<!\d )(?P<least>\d{1,2}) {1,2}(?P<most>\d{1,2})(?=\+? ?(?:[Yy]ea?rs?|YEARS)\b)"
)
_WIDEST = 6
"""Years from the least to the most that somebody asks for, as a rule."""


def _with_its_dash(match: re.Match[str]) -> str:
    """A range whose dash was no letter of the encoding: ``3 5 years``."""
    least, most = int(match["least"]), int(match["most"])
    return f"{least}-{most}" if 0 < most - least <= _WIDEST else match[0]


_GLUED_PAY = Lazy(r"[kK](?<=[£$€]\d\d[kK])(?=[A-Z][a-z]+ [a-z])")
"""The end of what is paid, the next sentence right behind: ``up to $40KWe want a mason``."""


_PAGE = Lazy(r"(?m)^\W{0,4}(?:Page|PAGE|Seite) \d{1,3}(?: ?(?:of|von|/|\|) ?\d{1,3})?\W{0,4}(?:\n|\Z)")
"""The number of a page between two lines."""


def _separated(text: str) -> str:
    if "Page " in text or "PAGE " in text or "Seite " in text:
        text = _PAGE.sub("", text)
    throughout, lost = is_glued(text), _lost_its_breaks(text)
    if text.count("o  ") >= _LEAST_BULLETS and len(_O_BEHIND.findall(text)) >= _LEAST_BULLETS:
        text = _O_BEHIND.sub("\n• ", text)
    text = _BULLET_GAP.sub(r"\g<mark> ", text)
    if text.count("  ") >= _LEAST_BULLETS:
        text = "\n".join(_gaps_broken(line) for line in text.split("\n"))
    if "**" in text:
        text = _STARRED.sub("\n", text)
    text = _GLUED_PAY.sub(r"\g<0>\n", text)
    text = _LOST_DASH.sub(_with_its_dash, text)
    text = _GLUED_UNIT.sub(r"\g<0> ", text)
    text = _GLUED_BEHIND.sub(r"\g<0>\n", text)
    text = _GLUED_COMMA.sub(_comma_apart, text)
    text = _GLUED_NUMBER.sub(r"\n\g<0>", text)
    text = _GLUED_BEFORE.sub(r"\n\g<0>", text)
    text = _GLUED_STATE.sub(
        lambda match: f"{match[0]}\n" if ordinary(match["word"].lower()) else match[0], text
    )
    if any(degree in text for degree in _DEGREES):
        text = _GLUED_DEGREE.sub(lambda match: f"{match[0]} " if ordinary(match["word"]) else match[0], text)
    if ":-" in text or ":•" in text:
        text = _GLUED_LIST.sub(r"\g<0>\n", text)
    text = _GLUED_LABEL.sub(r"\n\g<0>", text)
    text = _GLUED_TITLE.sub(r"\g<0>\n", text)
    if "## " in text:
        text = _MARKED_HEADING.sub("\n", text)
    if "•" in text or "·" in text:
        text = _GLUED_DOT.sub("\n• ", text)
    if text.count("* ") >= _LEAST_BULLETS:
        text = _GLUED_STAR.sub("\n* ", text)
    text = glued_headings_apart(text)
    text = _starts_apart(text)
    least = _REST if lost else _LONG_LINE
    broken = "\n".join(_with_breaks(line) if len(line) >= least else line for line in text.split("\n"))
    return glued_apart(broken, throughout=throughout)


def _lost_its_breaks(text: str) -> bool:
    """Whether most of a text stands in long lines."""
    return 2 * sum(len(line) for line in text.split("\n") if len(line) >= 2 * _LONG_LINE) > len(text)


_GLUED_LIST = Lazy(r" [a-z]{2,14}:(?=[-•] {0,2}[A-Z][^\n]{3,160}?(?:(?<=[\w)])|\n)[-•] {0,2}[A-Z])")
"""The end of what announces a list, its items right behind: ``You have:- Patience- Good eyes``."""
_GLUED_COMMA = Lazy(r",(?<=[a-z],)(?=(?P<word>[A-Z][a-z]+) [a-z])")
"""The end of an item that the next one follows without a space: ``on time,Be fit to lift crates``."""


def _comma_apart(match: re.Match[str]) -> str:
    word = match["word"].lower()
    return ",\n" if word in ("be", "have") or word in duty_verbs() else ","


def _starts_apart(text: str) -> str:
    """``text`` with a break before each word that begins an item right behind another. A word of two that
    stands there again is a name."""
    names = names_of_two(text)
    return _GLUED_START.sub(lambda match: _start_apart(match, names), text)


def _start_apart(match: re.Match[str], names: Collection[str]) -> str:
    before = match.string[max(0, match.start() - _LONGEST_NAME) : match.start()]
    if (
        match[0] not in _STARTS
        and match[0] != "A"
        and not (match[0] == "At" and match.string.startswith(" least", match.end()))
        and not (match[0] == "Be" and _SMALL_WORD.search(before) and match.string[match.end() + 1].islower())
        and not _OURS.match(match.string, match.start())
        and not (match[0].lower() in duty_verbs() and _SMALL_WORD.search(before))
    ):
        return match[0]
    if names and (first := _LAST_LETTERS.search(before)) and first[0] + match[0] in names:
        return match[0]  # "MartinPlan", again and again
    if (
        match[0] in _ENDS_OF_NAMES
        and not _GOES_ON.match(match.string, match.end())
        and _IN_NAME.search(before)
    ):
        return match[0]
    return f"\n{match[0]}"


_LAST_LETTERS = Lazy(r"[A-Za-z]+\Z")
_SMALL_WORD = Lazy(r"(?:^|[^A-Za-z])[a-z]{6,}\Z")
"""Before a verb that begins a line, and in no name: ``stacks of timberScan each one``."""
_OURS = Lazy(r"(?<=[A-Z]{3})(?:Our|We|The|You|This) [a-z]")
"""Behind a heading in capitals: ``MISSION STATEMENTOur aim is``."""
_GLUED_NUMBER = Lazy(r"[1-9](?<=[a-z][.);:][1-9])(?=\. {1,8}[A-Z])")
"""The number of an item right behind another: ``faults.3.   Keeps the rota``."""
_WIDE_GAP = Lazy(r"(?<=[A-Za-z)\d%+\]]) {2,60}(?=[A-Z\d•])")
"""A gap where a line ended; behind a full stop it may be somebody's habit."""
_BEHIND_WISH = Lazy(r"\b(a plus|an asset|preferred|required|desirable|desired|a must) (?=[A-Z][a-z])")
"""The end of an item that says how much it is wanted: ``a plus Your own tools``."""


_ABOUT_THE_FIRM = Lazy(
    r" (?<=[a-z)] )(?P<firm>(?:[A-Z][\w&'-]+ ){1,4}(?:is|are) (?:an? equal|committed to|acting as|"
    r"an? employment|proud to be))"
)
"""Before what agencies and employers end with: ``holds a licence Marrowby Staffing is acting as``."""
_CRIED = Lazy(
    r" (?<=[a-z)] )(?=[A-Z]{2,}(?: [A-Z]{2,}){0,3} (?:MUST|BE|ARE|TO|WITH|IS|HAVE|YOU|WILL|NOT|FOR|ONLY) )"
)
"""Before a sentence in capitals: ``with a driver's badge ALL APPLICANTS MUST BE OVER 21``."""


def _gaps_broken(line: str) -> str:
    if len(line) < _LONG_LINE or len(_WIDE_GAP.findall(line)) < _LEAST_BULLETS:
        return line
    return _WIDE_GAP.sub("\n", line)


_COLON = Lazy(r":(?= [A-Z\d•*-]|  |[A-Z•])")
_BEFORE_A_HEADING = frozenset(".!?;:•|*)")
_BULLETS = ("", "-", "•", "*", "|", "·")
_LONGEST_HEADING, _MOST_WORDS = 60, 7
_OF_HEADINGS_WORDS = """
abilities about additional basic benefits bonus candidate compensation core desirable desired duties
education essential experience general good how ideal in job key knowledge life main mandatory minimum
must nice other our package pay perks person personal position preferred primary professional
qualification qualifications required requirements responsibilities role salary skills specific successful
technical the to typical we we're what what's who why you you'll you're your
"""
_OF_HEADINGS = frozenset(_OF_HEADINGS_WORDS.split())
"""Words with which a longer heading begins."""


def _may_stand_in_a_heading(word: str) -> bool:
    return word.partition("'")[0].strip(",").lower() in words_of_headings()


def _headed(line: str) -> str:
    """A long ``line`` with a break before each heading that a colon ends: ``and sweep. We offer: a mug``."""
    begins: list[int] = []
    for colon in _COLON.finditer(line):
        low = max(0, colon.start() - _LONGEST_HEADING, begins[-1] if begins else 0)
        starts: list[int] = []
        at = colon.start()
        while len(starts) < _MOST_WORDS and at > low:
            first = line.rfind(" ", low, at) + 1 or (0 if not low else at)
            word = line[first:at]
            if not word or not (
                word[0].isupper() or word.lower() in words_of_headings() or word in ("&", "/")
            ):
                break
            if word[0].isupper():
                starts.append(first)
            at = first - 1
            if at > 0 and line[at - 1] in _BEFORE_A_HEADING:
                break
        begin: int | None = None
        for first in starts:
            heading = line[first : colon.start() + 1]
            if begin is not None and heading.partition(" ")[0].lower() not in _OF_HEADINGS:
                break  # "knowledge of Perl Benefits:"
            kind = heading_kind(heading, posting=True)
            if kind and not (kind == "required" and heading.startswith("You")):
                begin = first  # "You must have: a, b." is a sentence
        if (
            begin is not None
            and line[:begin].rstrip()[-1:] not in _BULLETS
            and not line[begin : colon.start()].isupper()
        ):
            begins.append(begin)
    return "\n".join(line[low:high] for low, high in zip([0, *begins], [*begins, len(line)], strict=True))


_SENTENCE_BEGINS = Lazy(r"[.!?;] {1,3}(?=[A-Z][\w'-]* (?:[A-Za-z'-]+ |& ){1,5}[A-Z])")
_LEAST_WORDS_ALONE = 2


def _headed_alone(line: str) -> str:
    """A long ``line`` with a break around each usual heading of some words between two sentences: ``in Hull.
    Preferred Skills Knowledge of oats.``"""
    pieces: list[str] = []
    low = 0
    for begin in _SENTENCE_BEGINS.finditer(line):
        words = line[begin.end() : begin.end() + _LONGEST_HEADING].split(" ")
        for count in range(min(len(words) - 1, _MOST_WORDS), _LEAST_WORDS_ALONE - 1, -1):
            heading, behind = " ".join(words[:count]), words[count]
            if (
                behind[:1].isupper()
                and behind[1:2].islower()
                and all(word[:1].isupper() or _may_stand_in_a_heading(word) for word in words[:count])
                and not heading.startswith(("You ", "Our ", "Meet "))
                and words[count - 1] not in _JOINS
                and "," not in heading
                and usual_kind(heading)
            ):
                pieces += [line[low : begin.end()], f"{heading}:"]
                low = begin.end() + len(heading)
                break
    return "\n".join([*pieces, line[low:]])


def _with_breaks(line: str) -> str:
    line = _headed_alone(_headed(line))
    line = _BEHIND_WISH.sub(r"\1\n", line)
    line = _CRIED.sub("\n", line)
    line = _ABOUT_THE_FIRM.sub(r"\n\g<firm>", line)
    bullets = line.count("|") + line.count("·")
    if is_marked := bullets >= _LEAST_BULLETS and len(_GLUED_BULLET.findall(line)) >= _LEAST_BULLETS:
        line = _GLUED_BULLET.sub("\n• ", line)
    if line.count("o ") >= _LEAST_BULLETS and len(_GLUED_O.findall(line)) >= _LEAST_BULLETS:
        line = _GLUED_O.sub("\n• ", line)
    elif (
        not is_marked
        and line.count(" - ") >= _LEAST_BULLETS
        and len(_GLUED_DASH.findall(line)) >= _LEAST_BULLETS
    ):
        line = _GLUED_DASH.sub("\n- ", line)

    def broken(match: re.Match[str]) -> str:
        word, behind = match["word"], match.end("word") + 1
        if word not in _STARTS and not (
            line[behind : behind + 1].islower() and (word in _OPENING or says_what_to_do(word.lower()))
        ):
            return " "
        before = line[max(0, match.start() - 24) : match.start()].rsplit(" ", 1)[-1]
        if before[-1:].isdigit() and word in _UNITS:
            return " "
        in_a_name = before[:1].isupper() and not (
            (word in _PLAIN_VERBS or word in _OWN_STARTS) and line[behind : behind + 1].islower()
        )
        return " " if in_a_name or before.lower().strip("(),") in _JOINS else "\n"

    return _LOST_BREAK.sub(broken, line)


def _unwrapped(text: str) -> str:
    lines = text.split("\n")
    widths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(widths) < 4:
        return text
    margin = widths[-1 - len(widths) // 20]
    if margin > 220 or margin < _LEAST_WRAPPED:
        return _rejoined(lines)
    wrapped = sum(
        1 for line, after in pairwise(lines) if len(line.rstrip()) > margin * 0.6 and after[:1].islower()
    )
    pieces: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        pieces.append(line)
        pieces.append(" " if _goes_on(line.rstrip(), after, margin, wrapped) else "\n")
    return "".join(pieces[:-1])


_MOST_SMALL = 0.35
"""Share of lines with a small first letter up to which such a line is the rest of another."""


def _rejoined(lines: list[str]) -> str:
    """The lines of a text without a margin as one; one that begins with a small letter goes on with the one
    before it, which is no such line and has no end."""
    first = [bare[0] for line in lines if (bare := line.strip())]
    if sum(letter.islower() for letter in first) > _MOST_SMALL * len(first):
        return "\n".join(lines)
    pieces = lines[:1]
    joins = False
    for before, line in pairwise(lines):
        small = line[:1].islower() and not _BULLET.match(line)
        joins = (
            small
            and len(before) >= _LEAST_WRAPPED
            and before.rstrip()[-1:] not in _ENDS
            and (joins or not before[:1].islower())
        )
        pieces += [" " if joins else "\n", line]
    return "".join(pieces)


def _goes_on(line: str, after: str, margin: int, wrapped: int) -> bool:
    """Whether ``after`` is the rest of the sentence that ``line`` begins."""
    bare = after.strip()
    if not line.strip() or not bare or _BULLET.match(after) or len(line) < _LEAST_WRAPPED:
        return False
    if line[-1] in _ENDS:
        return False
    first = WORD.match(bare.lower())
    room = margin - len(line) - (len(first[0]) if first else 0)
    is_open = line[-1] == "," or line.rsplit(" ", 1)[-1].lower() in _OPEN
    if bare[0].islower():
        return is_open or room <= _RAGGED
    if wrapped < 2 or line.isupper() != bare.isupper():
        return False
    return room <= _FILLED and (is_open or wrapped >= 4)
