"""Finding what the rules of ``injection_rules`` describe in a folded text, in time linear in its length.

Leads are tried over the whole text, and only where one of their literal beginnings occurs at all; steps are
tried only in a window after a lead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from shared.matching.injection_rules import RULES, START, Kind

REACH = 110
"""Characters after the lead in which the steps must be found."""
_MOST = 200
"""Findings after which a text is searched no further: it is named by then."""
_WINDOW_END = re.compile(r"[.!?](?=\s|$)")
_START = re.compile(r"(?:^|[\n.!?:;,\"'(\[>*•-]\s?|\b(?:please|must|always|now|then|kindly|simply|and)\s)$")
_MENTION = re.compile(
    r"\b(?:injections?|jailbreak\w*|red.?team\w*|adversarial|attack\w*|payloads?|owasp"
    r"|guard.?rails?|phishing|such as|detect\w*)\b"
)
_QUOTES = "\"'“”‘’«»„`"


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule. ``imperative``: the lead must stand where an imperative stands. ``literals``: of
    each of them every match of the rule holds one."""

    kind: Kind
    lead: re.Pattern[str]
    steps: tuple[re.Pattern[str], ...]
    imperative: bool
    literals: tuple[tuple[str, ...], ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The compiled table; compiled on first use."""
    return tuple(
        Rule(
            kind,
            re.compile(plain := lead.removeprefix(START)),
            tuple(re.compile(step) for step in steps),
            lead.startswith(START),
            tuple(found for part in (plain, *steps) if (found := literals(part))),
        )
        for kind, lead, steps in RULES
    )


def literals(lead: str) -> tuple[str, ...]:
    """Every match of ``lead`` holds one of these; () where that is not plain from its form.

    Understands what most leads are made of: things of no width or of any character, then a group of words
    or a word.
    """
    found = [_beginnings(alternative) for alternative in _split(lead)]
    return tuple(chain.from_iterable(found)) if all(found) else ()


def _beginnings(pattern: str) -> tuple[str, ...]:
    """The same of one alternative."""
    while skipped := _SKIPPED.match(pattern):
        pattern = pattern[skipped.end() :]
    if not pattern.startswith("(?:"):
        word = _beginning(pattern)
        return (word,) if word else ()
    end = _closing(pattern)
    if pattern[end + 1 : end + 2] in ("?", "*", "{"):
        return ()
    return literals(pattern[3:end])


_SKIPPED = re.compile(
    r"\(\?:\^\|\(\?<=\[(?:\\.|[^\]])*\]\)\)|"
    r"\\b|\(\?<[!=][^()]*\)|\(\?:\^\|\\n\)|\[[^\]]*\](?:[?*+]|\{\d,\d?\})?|\\[Ws](?:[?*]|\{\d,\d\})"
    r"|\(\?:[^()|]*\)\?"
)
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*|[<#]+/?")


def _beginning(pattern: str) -> str:
    """The letters that ``pattern`` begins with, without one that may be left out; "" if there are none."""
    match = _WORDS.match(pattern)
    if match is None:
        return ""
    optional = pattern[match.end() : match.end() + 1] in ("?", "*", "{")
    return match[0][:-1] if optional else match[0]


def _closing(pattern: str) -> int:
    depth = 0
    for index, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index
    return len(pattern)


def _split(pattern: str) -> list[str]:
    """The alternatives of ``pattern``, those inside of its groups and classes left alone."""
    parts, depth, in_class = [""], 0, False
    for index, character in enumerate(pattern):
        if pattern[index - 1 : index] != "\\":
            in_class = character == "[" or (in_class and character != "]")
            if not in_class:
                depth += (character == "(") - (character == ")")
            if character == "|" and depth == 0 and not in_class:
                parts.append("")
                continue
        parts[-1] += character
    return parts


def search(folded: str) -> Iterator[tuple[Kind, int]]:
    """Kind and position in the folded text of what the rules find; over a break it counts in both lines."""
    found = 0
    for rule in rules():
        if not all(any(literal in folded for literal in known) for known in rule.literals):
            continue
        for start, end in _matches(rule, folded):
            if _is_mention(folded, start):
                continue
            yield rule.kind, start
            for at in (match.end() for match in re.finditer("\n", folded[start:end])):
                yield rule.kind, start + at
            found += 1
            if found >= _MOST:
                return


def _matches(rule: Rule, folded: str) -> Iterator[tuple[int, int]]:
    for lead in rule.lead.finditer(folded):
        start = lead.start() + (len(lead[0]) - len(lead[0].lstrip()))
        if rule.imperative and not _START.search(folded, max(0, start - 12), start):
            continue
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


def _is_mention(folded: str, start: int) -> bool:
    """Quoted as an example by somebody who works on such attacks: "prompt injection such as 'ignore …'"."""
    before = folded[max(0, start - 120) : start]
    quoted = before.rstrip()[-1:] in _QUOTES and before.rstrip()[-1:] != ""
    return quoted and bool(_MENTION.search(before))
