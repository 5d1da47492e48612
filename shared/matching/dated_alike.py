"""Jobs with one date, which stands where those of the others do: "Example Farm, Leeds (2019)"."""

from shared.matching.dates import AUTUMN, SPRING, Period
from shared.matching.item_titles import BULLETS
from shared.matching.job_titles import EDGES, LONG_LINE
from shared.matching.lazy import Lazy
from shared.matching.role_titles import is_a_title
from shared.matching.sections import Sections

_MARKS_BEFORE = Lazy(r"[ \t#*_•\-|>]*")
_GAP = Lazy(r"\s{2,}|\t")
_FIRST_PART = Lazy(r"[,|;(]|\s[-–—]\s|\s{2,}")
_MARKED = Lazy(r"[#*_(\[|]")

_EMPHASIS = str.maketrans("", "", "*_")

type _Frame = tuple[str, str, str]


def _frame(text: str, period: Period) -> _Frame | None:
    """What stands before a line with dates, right before those and behind them; None where that says
    nothing, since words stand on both sides."""
    start = text.rfind("\n", 0, period.start) + 1
    end = text.find("\n", period.end)
    end = len(text) if end < 0 else end
    if end - start > LONG_LINE:
        return None
    before, after = text[start : period.start], text[period.end : end]
    opening = _MARKS_BEFORE.match(before)
    marks = opening[0] if opening else ""
    words = before[len(marks) :]
    near = words[len(words.rstrip(" \t*_([|,-–—:")) :]
    behind = after[: len(after) - len(after.lstrip(" \t*_)]|,-–—:"))]
    if words and after.strip(" \t*_)]|,.-–—:"):
        return None
    if "(" in near:
        # "Waiter, **Example Inn** (2019)" stands as "Cook, Leeds (2017)" does.
        near = near.translate(_EMPHASIS)
    if near.strip(" \t"):
        near = near.replace("\t", " ").strip(" ")
    return marks.strip(), _GAP.sub("  ", near), behind.rstrip(" \t.") if words else _GAP.sub("  ", behind)


def single_jobs(text: str, ranges: list[Period], singles: list[Period], sections: Sections) -> list[Period]:
    """The ``singles`` that stand among the jobs as the ``ranges`` do, in a year that none of those covers."""
    jobs = [one for one in ranges if sections.kind_at(one.start) == "experience"]
    if not singles or not jobs:
        return []
    frames = {
        (frame, one.years_alone)
        for one in jobs
        if (frame := _frame(text, one)) is not None and not frame[0].startswith(BULLETS)
    }
    # Where marks stand about the dates, some may name the month and others not.
    frames |= {(frame, not alone) for frame, alone in frames if _MARKED.search("".join(frame))}
    worked, filled = _years(jobs, whole=False), _years(jobs, whole=True)
    found: list[Period] = []
    for single in singles:
        if sections.kind_at(single.start) != "experience" or single.start < jobs[0].start - LONG_LINE:
            continue
        frame = _frame(text, single)
        if (
            frame is not None
            and (frame, single.years_alone) in frames
            and int(single.first) // 12 not in (filled if _opens_with_a_title(text, single) else worked)
        ):
            found.append(_as_long_as_expected(single))
    return found


def _opens_with_a_title(text: str, period: Period) -> bool:
    """Whether the line of the dates begins with a title that is known."""
    line = text[text.rfind("\n", 0, period.start) + 1 : period.start]
    return is_a_title(_FIRST_PART.split(line.strip(EDGES), maxsplit=1)[0])


def _years(jobs: list[Period], *, whole: bool) -> set[int]:
    """The years in which somebody worked, or all of which."""
    spare = 11 if whole else 0
    return {
        year
        for first, last in {(one.first, one.last) for one in jobs}
        for year in range(int(first + spare) // 12, int(last - spare) // 12 + 1)
    }


def _as_long_as_expected(single: Period) -> Period:
    if not single.years_alone:
        return single
    january = single.first // 12 * 12
    return single._replace(first=january + SPRING, last=january + AUTUMN)
