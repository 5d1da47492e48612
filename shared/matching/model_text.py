"""Sentences that a model wrote, before anybody reads them.

A model that was steered may put the prompt, links, markup or praise without ground into its sentences. What
does not look like a plain sentence on this CV and this posting is left out.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from shared.matching import injection
from shared.matching.privacy import REDACTED
from shared.matching.prompt import instructions
from shared.matching.result import Verdict

MAX_TEXT = 300
"""Characters of one sentence; longer ones are cut at a word."""

_LEAK_WORDS = 8
"""So many words in a row that also stand in the instructions are a copy of them."""
_LONG_TOKEN = re.compile(r"\S{45,}")
_LINK_OR_MARKUP = re.compile(
    r"\w:[/\\]|www\.|\]\(|</?[a-z]|&#|&\w{2,8};|<<<|>>>|```|^[=@]|[\w.+-]{1,64}@[\w-]{1,63}\.|(?-i:(?<!\w)@[a-z])"
    r"|\b(?:javascript|mailto|tel|data):\S|\s?[(\[](?:dot|\.)[)\]]|\sdot\s(?:com|net|org|io|de|uk)\b|\sat\s\S{1,40}\sdot\s"
    r"|\b(?!(?:asp|vb|ado|ml)\.net\b|socket\.io\b)[\w-]{2,40}\.(?:com|net|org|io|ru|info|biz|xyz|top)\b"
    r"|(?<![\w.])[\w-]{2,40}\.(?-i:(?!(?:js|ts|net|io|py|md|pdf|docx?|txt|csv|xlsx?|xml|json|ya?ml|sql|sh|exe)\b)[a-z]{2,12})\b"
    r"|\b[\w-]{1,40}\.(?!js/|net/)[a-z]{2,24}/\w",
    re.I,
)
_LETTERS_APART = re.compile(r"(?:(?<!\w)\w[ .·_-]{1,3}){8}")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,6}){0,5}", re.A)
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))|[.,](?=.*[.,])")
_NAME = re.compile(r"(?<=[^.!?:\s]\s)[\"'“(]?([A-ZÄÖÜÀ-Þ][\w-]{0,40})")
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|mit|für|ist|eine?[mnrs]?|den|dem|im|zur?)\b.*\b(?:der|die|das|und|mit|für|ist|im)\b"
)
_CLAIM = re.compile(
    r"\b(?:add|list|includ(?:e|ing)|mention|state|claim|say|write|put|insert|highlight|emphasi[sz]e|showcase"
    r"|stress|present|describe|pretend|invent|ergänz\w*|nenn\w*|füg\w*|ajoute[zr]?|mentionne[zr]?|añad\w*|menciona\w*)\b",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:if|where|when|once|after|only|learn|gain|earn|obtain|take|complete|study|practi[sc]e|train|course"
    r"|certif\w*|build"
    r"|acquire|enrol\w*|falls|wenn|sofern|lern\w*|si|apprend\w*|cuando|aprend\w*)\b",
    re.I,
)
_DISHONEST = re.compile(
    r"\b(?:even (?:if|though) (?:it|you|this)|lie|fake|fabricat\w*|invent|make up|exaggerat\w*|pretend"
    r"|falsif\w*|inflate|embellish\w*|overstate|backdate|bend the truth|white lies?|claim(?:ing)? (?:to|that)"
    r"|(?:white|invisible|hidden|smaller) (?:text|font|letters)|invisible|keyword stuff\w*"
    r"|(?:(?:nobody|no one)(?: (?:will|would|can|ever))*"
    r"|(?:they|recruiters?) (?:never|cannot|can['’]t|won['’]t)) (?:checks?|verif\w+|find out|notices?)"
    r"|(?:round|stretch|extend|push)(?:ing)? (?:up )?(?:the|your) (?:\w+ ){0,3}(?:dates?|years|tenure)"
    r"|(?:change|alter|upgrade|adjust)(?:ing)? (?:the|your) (?:\w+ ){0,2}(?:job titles?|dates|grades?|degree)"
    r"|(?:leave|leaving) out (?:the|your) (?:\w+ ){0,2}(?:dates|years)"
    r"|hid(?:e|ing) (?:the|your|a|any|this|that) (?:\w+ ){0,2}(?:jobs?|gaps?|dates?|breaks?|years|age)"
    r"|(?:tell|telling) (?:them|recruiters?|the \w+|employers?) (?:that )?you (?:have|hold|know|did|are an?)"
    r"|(?:say|saying|introduce yourself as|pass yourself off as|present yourself as|call yourself) "
    r"(?:that )?(?:you (?:know|have|hold) |an? (?:\w+ ){1,2}expert)"
    r"|(?:buy|order|purchase) (?:a|an|the) (?:\w+ )?(?:certificate|degree|diploma|reference))\b"
    r"|^claim (?!credit|ownership)",
    re.I,
)
_PROTECTED = re.compile(
    r"\btoo (?:old|young)\b|\b(?:is|as|being) an? (?:woman|man|mother|father|girl|boy|immigrant|foreigner)\b"
    r"|\b(?:your|their|his|her|candidate['’]s|applicant['’]s) (?:age|religion|faith|race|ethnicity|gender|sex"
    r"|nationality|origin|disability|marital status|accent|skin colou?r)\b|\bbecome pregnant\b",
    re.I,
)
_TAKE_OUT = re.compile(r"\b(?:remove|leave out|leave|omit|drop|delete|take out)\b", re.I)


class Editor:
    """Checks sentences against one CV and one posting."""

    def __init__(self, cv_text: str, job_text: str, code: str, known_numbers: Iterable[float]) -> None:
        self._code = code
        self._cv_words = {word.casefold() for word in _WORD.findall(cv_text)}
        self._all_words = self._cv_words | {word.casefold() for word in _WORD.findall(job_text)}
        self._cv_numbers = set(_numbers(cv_text)) | {repr(float(number)) for number in known_numbers}
        self._all_numbers = self._cv_numbers | set(_numbers(job_text))

    def sentence(self, text: str) -> str | None:
        """``text`` as one plain line, or None if it is empty, carries what it must not or advises to lie."""
        line = " ".join(injection.neutralise(text, ()).encode("utf-8", "ignore").decode().split())
        if not line or self._code in line.casefold() or REDACTED in line or injection.REMOVED in line:
            return None
        plain = unicodedata.normalize("NFKC", line)
        if _LINK_OR_MARKUP.search(plain) or _LONG_TOKEN.search(line) or _LETTERS_APART.search(plain):
            return None
        if _copies_instructions(line):
            return None
        if _DISHONEST.search(plain) or injection.scan(line):
            return None
        if _PROTECTED.search(plain) and not _TAKE_OUT.search(plain):
            return None  # nobody is judged by what they are; that a photo or an age may go is good advice
        if len(line) > MAX_TEXT:
            line = line[: line.rfind(" ", 0, MAX_TEXT)].rstrip(" ,;:") + "…"
        return line

    def is_supported(self, text: str, missing: Iterable[str], *, by_cv_alone: bool) -> bool:
        """True if the numbers and names in ``text`` stand in the CV (or posting), and no missing skill does.

        A name is a word with a capital inside the sentence; not so in German, where every noun has one.
        """
        words, numbers = (
            (self._cv_words, self._cv_numbers) if by_cv_alone else (self._all_words, self._all_numbers)
        )
        if any(number not in numbers for number in _numbers(text)):
            return False
        names = () if _GERMAN.search(text) else _NAME.findall(text)
        if any(word.casefold() not in words for name in names for word in _WORD.findall(name)):
            return False
        return not any(mentions(text, name) for name in missing)


def mentions(text: str, name: str) -> bool:
    """True if ``name`` stands in ``text`` as whole words, case aside."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I))


def is_honest(action: str, skill: str | None, verdict: Verdict | None) -> bool:
    """False for advice to claim a skill that the CV does not show, unless on condition that it is true."""
    if skill is None or verdict != "missing" or not _CLAIM.search(action):
        return True
    return bool(_CONDITION.search(action))


def _numbers(text: str) -> list[str]:
    """The numbers of a text in one spelling: "1,900", "1.900" and "1900" alike, "3,5" as "3.5"."""
    plain = (_THOUSANDS.sub("", number).replace(",", ".") for number in _NUMBER.findall(text))
    return [repr(float(number)) for number in plain]


def _copies_instructions(line: str) -> bool:
    forms = (line, line[::-1], codecs.encode(line, "rot13"))
    return any(not _shingles(form).isdisjoint(_instruction_shingles()) for form in forms)


@cache
def _instruction_shingles() -> frozenset[tuple[str, ...]]:
    return frozenset(_shingles(instructions()))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[at : at + _LEAK_WORDS]) for at in range(len(words) - _LEAK_WORDS + 1)}
