"""Finding what the rules of ``injection_rules`` describe in a folded text, in time linear in its length.

Leads are tried where a word begins as theirs do, or just before it. Where that is not plain from their form
they are tried over the whole text, if it holds what they begin with, or one of their words; steps are tried
only in a window after a lead.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, product, repeat, takewhile
from typing import NamedTuple

from shared.matching.heads import branches, heads_of
from shared.matching.injection_rules import Kind, outside_classes, read_rules, split
from shared.matching.lazy import Lazy

REACH = 110
"""Characters after the lead in which the steps must be found."""
_MOST = 200
"""Findings after which a text is searched no further: it is named by then."""
_WINDOW_END = Lazy(r"[.!?](?=\s|$)(?<!\n\d.)")
_SENTENCE_END = Lazy(r"[.!?](?=\s|$)|\n(?=[^a-z0-9]|$)")
_START = Lazy(
    r"(?:^|[\n.!?:;,\"'(\[>*•-]\s?|\b(?:please|must|always|now|then|kindly|simply|only|just|and)\s)$"
)
_MENTION = Lazy(
    r"\b(?:injections?|jailbreak\w*|red.?team\w*|adversarial|attack\w*|payloads?|owasp"
    r"|guard.?rails?|phishing|such as|detect\w*|filter\w*|like|called|titled|talk|blog|paper|authored)\b"
)
_TOLD = Lazy(
    r"\b(?:(?<!you )(?<!ai )(?<!model )(?<!assistant )to|(?<!you )(?:may|might|can|could|would|did)"
    r"|not|never|that"
    r"|which|who|they|we|he|she)\s$"
)
"""Before what somebody tells of, and asks nobody for."""
_TELLABLE = ("instruction to the model", "prompt disclosure request")
_QUOTES = "\"'“”‘’«»„`"


class Rule(NamedTuple):
    """A compiled rule; see ``Written``. ``heads``: what the words begin with at which a lead can begin, or at
    most ``before`` characters before them; empty where it can begin elsewhere. Every match of the lead holds
    one of the ``literals``; ``marked``: and it begins with a mark and two characters more that are one of
    these. Both are empty where nothing is known."""

    kind: Kind
    lead: re.Pattern[str]
    imperative: bool
    steps: tuple[re.Pattern[str], ...]
    beside: tuple[re.Pattern[str], ...]
    without: re.Pattern[str] | None
    heads: frozenset[str]
    before: int
    literals: tuple[str, ...]
    marked: frozenset[tuple[str, str]]


@cache
def rules() -> tuple[Rule, ...]:
    """The compiled table; compiled on first use."""
    return tuple(
        Rule(
            rule.kind,
            re.compile(rule.lead),
            rule.imperative,
            tuple(map(re.compile, rule.steps)),
            tuple(map(re.compile, rule.beside)),
            re.compile(rule.without) if rule.without else None,
            frozenset(map(str.rstrip, own)),
            _before(rule.lead),
            () if own else literals(rule.lead),
            frozenset() if own else _marked(rule.lead),
        )
        for rule, own in zip(read_rules(), _heads_by_rule(), strict=True)
    )


@cache
def _shared_leads() -> frozenset[str]:
    """Leads of several rules."""
    counts = Counter(rule.lead for rule in read_rules())
    return frozenset(lead for lead, count in counts.items() if count > 1)


@cache
def _heads_by_rule() -> tuple[frozenset[str], ...]:
    """What the words begin with at which the lead of each rule can begin; a space may be its end."""
    heads = [_heads_of(rule.lead, imperative=rule.imperative) for rule in read_rules()]
    known = set(chain.from_iterable(heads))
    return tuple(frozenset(_shortest(head, known) for head in own) for own in heads)


@cache
def _heads() -> re.Pattern[str]:
    """A head behind a character that is of no word: ``re`` finds such a character faster than the beginning
    of a word. A space at the end of a head stays in the text, as it may stand before the next one."""
    heads = {tuple(head) for head in chain.from_iterable(_heads_by_rule())}
    spaced = {(*head[:-1], "(?= )") if head[-1] == " " else head for head in heads}
    return re.compile(rf"[^a-z0-9_](?<!\w)({branches(spaced)})")


def _heads_of(lead: str, *, imperative: bool) -> set[str]:
    """The first letters of the words that ``lead`` can begin with, marks before them left out; empty where it
    can begin elsewhere."""
    beginning = _AT_A_WORD.match(lead)
    if not imperative and (beginning is None or len(split(lead)) > 1):
        return set()
    words = lead[beginning.end() :] if beginning else lead
    heads = {"".join(head) for head in heads_of(words)}
    if not all(_HEAD.fullmatch(head) for head in heads):
        return set()
    # A match begins with one of either; the longer of two that it can begin with is found less often.
    longer = _first_words(words) or heads
    return {
        max(head, other, key=len)
        for head, other in product(heads, longer)
        if head.startswith(other) or other.startswith(head)
    }


def _first_words(pattern: str) -> set[str]:
    """What matches of ``pattern`` begin with where all its alternatives are plain words; else empty."""
    found: set[str] = set()
    for alternative in split(pattern):
        words = {_beginning(alternative)[:_LONGEST_HEAD]}
        if alternative.startswith("(?:"):
            end = _closing(alternative)
            optional = alternative[end + 1 : end + 2] in ("?", "*", "{")
            words = set() if optional else _first_words(alternative[3:end])
        if not words or "" in words:
            return set()
        found |= words
    return found


def _shortest(head: str, known: set[str]) -> str:
    """The shortest of the ``known`` heads that ``head`` begins with: the one that is looked for."""
    return next(head[:end] for end in range(2, len(head) + 1) if head[:end] in known)


_LONGEST_HEAD = 6
_HEAD = Lazy(r"[^\W\d_]{2}(?:[^\W\d_]| )?")
_AT_A_WORD = Lazy(r"\\b|(?:\(\?<!\[\^\\n[^\w\]]*\]\)|\(\?:\^\|\\n\))\\W\{0,(\d)\}")
"""What a word must follow: nothing else of it, or a few marks at the beginning of a line or a sentence."""


def _before(lead: str) -> int:
    """Characters that ``lead`` can hold before its first word."""
    beginning = _AT_A_WORD.match(lead)
    return 1 + int(beginning[1]) if beginning and beginning[1] else 0


def _marked(lead: str) -> frozenset[tuple[str, str]]:
    """What ``lead`` can begin with where that is one of ``_MARKS`` and two characters more; empty where it is
    something else, or not plain from its form."""
    found = [_MARKED.fullmatch("".join(head)) for head in heads_of(lead)]
    if not all(found):
        return frozenset()
    return frozenset(
        (mark, _plain(head["rest"]))
        for head in found
        if head
        for mark in _plain(head["class"] or head["mark"])
    )


def _plain(pattern: str) -> str:
    """What the escaped characters of ``pattern`` stand for."""
    return re.sub(r"\\(.)", r"\1", pattern)


_MARKS = "\"'`<#(\\["
_MARK = rf"(?:\\?[{re.escape(_MARKS)}])"
_MARKED = Lazy(rf"(?:\[(?P<class>{_MARK}+)\]|(?P<mark>{_MARK}))(?P<rest>(?:[a-z/]|{_MARK}){{2}})")
_AFTER_MARK = Lazy(rf"([{re.escape(_MARKS)}])(?=(\S\S))")


def literals(lead: str) -> tuple[str, ...]:
    """Every match of ``lead`` holds one of these; () where that is not plain from its form.

    Understands what most leads are made of: things of no width or of any character, then a group of words
    or a word; or marks, or a letter of another script, at the end.
    """
    found = [_beginnings(alternative) for alternative in split(lead)]
    return tuple(chain.from_iterable(found)) if all(found) else ()


def _beginnings(pattern: str) -> tuple[str, ...]:
    """The same of one alternative."""
    if marks := _MARKS_AT_THE_END.search(pattern):
        return (marks[0],)
    while skipped := _SKIPPED.match(pattern):
        pattern = pattern[skipped.end() :]
    if not pattern.startswith("(?:"):
        word = _beginning(pattern)
        return (word,) if word else ()
    end = _closing(pattern)
    if pattern[end + 1 : end + 2] in ("?", "*", "{"):
        return ()
    return literals(pattern[3:end])


_SKIPPED = Lazy(
    r"\\b|\(\?<[!=](?:\[(?:\\.|[^\]])*\]|[^()]*)\)|\(\?:\^\|\\n\)|\[[^\]]*\](?:[?*+]|\{\d,\d?\})?|\\[Ws](?:[?*]|\{\d,\d\})"
    r"|\(\?:[^()|]*\)\?|\\[\\(\[]|/\?"
)
_WORDS = Lazy(r"[^\W\d_]+(?: [^\W\d_]+)*|[<#]+/?")
_MARKS_AT_THE_END = Lazy(r">+$|[^\x00-\x7f]$")


def _beginning(pattern: str) -> str:
    """The letters that ``pattern`` begins with, without one that may be left out; "" if there are none."""
    match = _WORDS.match(pattern)
    if match is None:
        return ""
    optional = pattern[match.end() : match.end() + 1] in ("?", "*", "{")
    return match[0][:-1] if optional else match[0]


def _closing(pattern: str) -> int:
    """Where the group that ``pattern`` begins with ends."""
    return next((at for at, depth in outside_classes(pattern) if depth == 0), len(pattern))


class Text:
    """A folded text, its marks with what stands behind them, where its words begin that a lead may begin
    with, by their heads, and the leads that several rules have."""

    __slots__ = ("folded", "heads", "led", "marked", "places")

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.led: dict[str, list[re.Match[str]]] = {}
        self.marked = frozenset(_AFTER_MARK.findall(folded))
        self.places: dict[str, list[int]] = {}
        for head in _heads().finditer(f"\n{folded}"):
            self.places.setdefault(head[1], []).append(head.start())
        self.heads = frozenset(self.places)


def search(folded: str) -> Iterator[tuple[Kind, int]]:
    """Kind and position in the folded text of what the rules find; over a break it counts in both lines."""
    found = 0
    text = Text(folded)
    for rule in rules():
        begun = leads(rule, text)
        if not begun:
            continue
        for start, end in (_together if rule.beside or rule.without else _matches)(rule, begun, folded):
            if _is_mention(folded, start) or (rule.kind in _TELLABLE and _is_told(folded, start)):
                continue
            yield rule.kind, start
            for at in (match.end() for match in re.finditer("\n", folded[start:end])):
                yield rule.kind, start + at
            found += 1
            if found >= _MOST:
                return


def leads(rule: Rule, text: Text) -> Iterable[re.Match[str]]:
    """As ``finditer`` of the rule's lead, without looking where none can begin."""
    if rule.heads:
        known = rule.heads & text.heads
        if not known or rule.lead.pattern not in _shared_leads():
            return _leads_at(rule, text, known) if known else ()
        if rule.lead.pattern not in text.led:
            text.led[rule.lead.pattern] = list(_leads_at(rule, text, known))
        return text.led[rule.lead.pattern]
    if rule.marked and rule.marked.isdisjoint(text.marked):
        return ()
    folded = text.folded
    # A single character that a text does not hold is found out many times as fast as a word.
    if rule.literals and not any(word[0] in folded and word in folded for word in rule.literals):
        return ()
    return rule.lead.finditer(folded)


def _leads_at(rule: Rule, text: Text, heads: Iterable[str]) -> Iterator[re.Match[str]]:
    places = sorted(chain.from_iterable(map(text.places.__getitem__, heads)))
    if rule.before:
        return _leads_before(rule, text.folded, places)
    return filter(None, map(rule.lead.match, repeat(text.folded), places))


def _leads_before(rule: Rule, folded: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Those that begin a line or a sentence with a few marks before the words at ``places``."""
    free = 0
    for at in places:
        if folded[at - 1 : at] == " " and folded[at - 2].isalnum():
            continue  # it stands behind a word
        first, least = at, max(free, at - rule.before)
        while first > least and not folded[first - 1].isalnum():  # a lead holds only marks before its words
            first -= 1
        for start in range(first, at + 1):
            if lead := rule.lead.match(folded, start):
                yield lead
                free = lead.end()
                break


def _matches(rule: Rule, found: Iterable[re.Match[str]], folded: str) -> Iterator[tuple[int, int]]:
    for lead in found:
        if rule.imperative and not _stands_first(lead, folded):
            continue
        start = _first_word(lead)
        if not rule.steps:
            yield start, lead.end()
            continue
        window = folded[lead.end() : lead.end() + REACH]
        stop = _WINDOW_END.search(window)
        window = window[: stop.start()] if stop else window
        at = 0
        for step in rule.steps:
            match = step.search(window, at)
            if match is None:
                break
            at = match.end()
        else:
            yield start, lead.end() + at


def _first_word(match: re.Match[str]) -> int:
    """Where the match begins, the break before it left out."""
    return match.end() - len(match[0].lstrip())


def _stands_first(lead: re.Match[str], folded: str) -> bool:
    """Where an imperative stands."""
    return bool(_START.search(folded, max(0, lead.start() - 12), lead.start()))


def _together(rule: Rule, found: Iterable[re.Match[str]], folded: str) -> Iterator[tuple[int, int]]:
    """From the first to the last of what the rule looks for, where one sentence holds it all.

    Each sentence is looked at once.
    """
    end = 0
    for lead in found:
        if lead.start() < end or (rule.imperative and not _stands_first(lead, folded)):
            continue
        start, end = _sentence(folded, lead, end)
        sentence = folded[start:end]
        seen = list(takewhile(bool, (part.search(sentence) for part in rule.beside)))
        if len(seen) < len(rule.beside):
            continue
        first = min([_first_word(lead), *(start + _first_word(part) for part in seen if part)])
        last = max([lead.end(), *(start + part.end() for part in seen if part)])
        if not (rule.without and rule.without.search(folded, *_lines(folded, first, last))):
            yield first, last


def _lines(folded: str, start: int, end: int) -> tuple[int, int]:
    """Where the lines that ``start:end`` touches begin and end: what stands in the lines around belongs to
    something else where the passage was put between two points of a list."""
    stop = folded.find("\n", end)
    return folded.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(folded)


def _sentence(folded: str, lead: re.Match[str], least: int) -> tuple[int, int]:
    """Where the sentence around ``lead`` begins, at ``least`` or behind, and ends. It may go on in lines that
    begin with a word."""
    first = max(least, lead.start() - REACH)
    start = max((match.end() for match in _SENTENCE_END.finditer(folded, first, lead.start())), default=first)
    last = _SENTENCE_END.search(folded, lead.end(), lead.end() + REACH)
    return start, last.start() if last else min(lead.end() + REACH, len(folded))


def _is_mention(folded: str, start: int) -> bool:
    """Quoted as an example by somebody who works on such attacks: "prompt injection such as 'ignore …'"."""
    before = folded[max(0, start - 120) : start]
    quoted = before.rstrip()[-1:] in _QUOTES and before.rstrip()[-1:] != ""
    return quoted and bool(_MENTION.search(before))


def _is_told(folded: str, start: int) -> bool:
    """Told of others: "trustees may ignore previous instructions"."""
    return bool(_TOLD.search(folded, max(0, start - 20), start))
