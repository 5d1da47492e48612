"""Where e-mail addresses stand in a text."""

from collections.abc import Iterator

from shared.matching.lazy import Lazy

_LONGEST_MAILBOX = 64
"""Characters before the sign, as in RFC 5321."""
_MAILBOX = Lazy(r"(?<![\w.+-])[\w.+-]{1,64}\Z")
_HOST = Lazy(r"[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}")


def mail_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each address, in order. Linear in the length of ``text``."""
    end = 0
    at = text.find("@")
    while at >= 0:
        mailbox = _MAILBOX.search(text, max(end, at - _LONGEST_MAILBOX), at)
        host = _HOST.match(text, at + 1)
        if mailbox and host:
            end = host.end()
            yield mailbox.start(), end
        at = text.find("@", at + 1)


def without_mail_addresses(text: str) -> str:
    """``text`` with a space for each address."""
    kept: list[str] = []
    at = 0
    for start, end in mail_addresses(text):
        kept.append(text[at:start])
        at = end
    return " ".join([*kept, text[at:]])
