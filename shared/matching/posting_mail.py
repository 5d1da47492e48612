"""A posting that came by mail or by chat: its signature, its small print and its marks ask for nothing."""

from shared.matching.lazy import Lazy

_ENOUGH = 250
"""Characters before a signature that make a mail a posting."""
_SHORT_REST = 1_500
"""Characters behind a signature that may be small print; more, or more than stands before it, is a posting
that follows."""
_SIGNATURE = Lazy(
    r"(?im)^\W{0,3}(?:(?:many |with |kind |best |warm )*(?:thanks|thank you|regards|wishes)"
    r"(?: (?:and|&) (?:best |kind |warm )?regards)?|yours (?:sincerely|faithfully|truly)|sincerely|cheers)"
    r"[,.!]*[^\S\n]*$"
)
_SIGNS = ("regards", "thank", "wishes", "sincerely", "faithfully", "truly", "cheers")
"""One of these is in every signature."""
_POSTING_FOLLOWS = Lazy(
    r"(?im)^\W{0,4}(?:(?:job|role|position) (?:description|summary|title)|requirements?|responsibilities|"
    r"qualifications|(?:required|mandatory|key|must[- ]have) skills)\b"
)
_SMALL_PRINT = Lazy(
    r"(?i)\W{0,3}(?:from:|sent:|to:|cc:|date:|sent from my |this e-?mail (?:and|message|is|may|was)|"
    r"(?:the )?information (?:contained )?in this (?:e-?mail|message)|confidentiality notice|disclaimer\b|"
    r"(?:note: )?if you (?:are not (?:interested in receiving|the intended)|(?:wish|want) to unsubscribe|"
    r"(?:have )?received this (?:e-?mail|message))|to unsubscribe|unsubscribe\b|"
    r"please consider the environment|english (?:version )?(?:below|follows)|"
    r"(?:le )?français (?:suit|ci-dessous)|"
    r"-{2,}\s?(?:übersetzung|traduction|translation|english version)\b(?=[^\n]*--))"
)
"""What a line of it begins with."""
_PICTURE = Lazy(r"[¢»\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_MARK = Lazy(rf"(?m)^[^\S\n]*(?:{_PICTURE.pattern}[\ufe0f\u200d]*[^\S\n]*)+(?=\S)")
"""Pictures that stand in for bullets."""
_EMPHASIS = Lazy(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]{1,120})(?<=[^\s*])\1(?![\w*])")
_QUOTED = Lazy(r"(?m)^(?:> ?)+")
_LEAST_QUOTED = 3
"""Lines of a forwarded mail."""
_SUBJECT = Lazy(r"(?im)^\W{0,3}subject: {0,3}(?:(?:fwd?|re|aw|wg|tr|fyi|urgent)\b:? {0,3})*")
_ANSWERED = Lazy(
    r"(?im)^(?:on [^\n]{6,120} wrote|am [^\n]{6,120} schrieb[^\n]{0,60}|-+ ?original message ?-+):?\s*$"
)
"""Above the mail that was answered."""
_ANSWERS = ("wrote", "schrieb", "original message")
"""One of these is above every mail that was answered."""
_MESSAGE = Lazy(
    r"(?m)^\u200e?(?:\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: -)? (?P<who>[^:\n]{1,40}): |"
    r"(?P<by>[^,\[\n]{1,40}), \[\d[^\]\n]{7,30}\]:?\s)"
)
"""Before a message of a chat that was copied with times and names."""


def _of_one_sender(text: str) -> str:
    """Of a chat the messages by whoever wrote the longest one; others ask and answer."""
    text = text.lstrip()
    if not _MESSAGE.match(text):
        return text
    marks = list(_MESSAGE.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    said = [
        (mark["who"] or mark["by"], text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)
    ]
    sender, _ = max(said, key=lambda message: len(message[1]))
    return "".join(words for who, words in said if who == sender)


def unquoted(text: str) -> str:
    """``text`` without the marks of quoting and what others of a chat say. Linear in the length."""
    text = _of_one_sender(text)
    if ">" in text and len(_QUOTED.findall(text)) >= _LEAST_QUOTED:
        text = _QUOTED.sub("", text)
    return text


def plain_posting(text: str) -> str:
    """``text`` without signature, small print and marks of emphasis, its pictures at line starts as bullets.
    Linear in the length."""
    if "ubject:" in text:
        text = _SUBJECT.sub("", text)
    if not text.isascii() and _PICTURE.search(text):
        text = _MARK.sub("• ", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\2", text)
    lower = text.lower()
    for ending, words in ((_SIGNATURE, _SIGNS), (_ANSWERED, _ANSWERS)):
        if not any(word in lower for word in words):
            continue
        end = next((found for found in ending.finditer(text) if found.start() >= _ENOUGH), None)
        if (
            end
            and len(text) - end.end() <= min(_SHORT_REST, end.start())
            and not _POSTING_FOLLOWS.search(text, end.end())
        ):
            text = text[: end.start()]
    return "\n".join("" if _SMALL_PRINT.match(line) else line for line in text.split("\n"))
