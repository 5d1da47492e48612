"""A posting that came by mail or by chat: its signature, its small print and its marks ask for nothing."""

from shared.matching.lazy import Lazy

_ENOUGH = 250
"""Characters before a signature that make a mail a posting."""
_SHORT_REST = 1_500
"""Characters behind a signature that may be small print; more is a posting that follows it."""
_SIGNATURE = Lazy(
    r"(?im)^\W{0,3}(?:(?:many |with |kind |best |warm )*(?:thanks|thank you|regards|wishes)"
    r"(?: (?:and|&) (?:best |kind |warm )?regards)?|yours (?:sincerely|faithfully|truly)|sincerely|cheers)"
    r"[,.!]*[^\S\n]*$"
)
_POSTING_FOLLOWS = Lazy(
    r"(?im)^\W{0,4}(?:(?:job|role|position) (?:description|summary|title)|requirements?|responsibilities|"
    r"qualifications|(?:required|mandatory|key|must[- ]have) skills)\b"
)
_SMALL_PRINT = Lazy(
    r"(?im)^\W{0,3}(?:from:|sent:|to:|cc:|date:|sent from my |this e-?mail (?:and|message|is|may|was)|"
    r"(?:the )?information (?:contained )?in this (?:e-?mail|message)|confidentiality notice|disclaimer\b|"
    r"(?:note: )?if you (?:are not (?:interested in receiving|the intended)|(?:wish|want) to unsubscribe|"
    r"(?:have )?received this (?:e-?mail|message))|to unsubscribe|unsubscribe\b|"
    r"please consider the environment)[^\n]*"
)
_MARK = Lazy(
    r"(?m)^[^\S\n]*(?:[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d]*[^\S\n]*)+(?=\S)"
)
"""Pictures that stand in for bullets."""
_EMPHASIS = Lazy(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*\n]{1,120})(?<=[^\s*])\1(?![\w*])")


def plain_posting(text: str) -> str:
    """``text`` without signature, small print and marks of emphasis, its pictures at line starts as bullets.
    Linear in the length."""
    text = _EMPHASIS.sub(r"\2", _MARK.sub("• ", text)) if "*" in text or not text.isascii() else text
    signature = next((found for found in _SIGNATURE.finditer(text) if found.start() >= _ENOUGH), None)
    if (
        signature
        and len(text) - signature.end() <= _SHORT_REST
        and not _POSTING_FOLLOWS.search(text, signature.end())
    ):
        text = text[: signature.start()]
    return _SMALL_PRINT.sub("", text)
