"""Which URLs may be fetched, as far as the URL alone can tell."""

import ipaddress
import re

from yarl import URL

from shared.posting_page import PostingUnreadable
from shared.posting_page.addresses import is_public

_MAX_LENGTH = 2_048
_SIGN_IN = {
    "authwall",
    "login",
    "log-in",
    "signin",
    "sign-in",
    "sso",
    "uas",
    "checkpoint",
    "captcha",
    "challenge",
    "oauth2",
    "authorize",
}

NOT_PUBLIC = "The address does not lead to a page on the public web."
"""Said of names that do not exist as well, so that nobody learns which private ones do."""


def target(text: str, *, allow_private: bool) -> URL:
    """``text`` as a URL to connect to. Raises ``PostingUnreadable``."""
    if len(text) > _MAX_LENGTH or not text.isprintable() or re.search(r"[\s\\]", text):
        raise PostingUnreadable("The address is not a web address.")
    try:
        url = URL(text)
        host = (url.raw_host or "").rstrip(".").lower()
    except ValueError:
        raise PostingUnreadable("The address is not a web address.") from None
    if url.scheme not in ("http", "https") or not host:
        raise PostingUnreadable("The address is not a web address (http or https).")
    if url.user is not None or url.password is not None:
        raise PostingUnreadable("The address has a user name or password in it.")
    if allow_private:
        return url
    if url.port != {"http": 80, "https": 443}[url.scheme]:
        raise PostingUnreadable("The address names a port; pages on the public web need none.")
    if not _may_be_public(host):
        raise PostingUnreadable(NOT_PUBLIC)
    return url


def _may_be_public(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        # Names end in letters. "127.1", "0x7f000001" and their like are IPv4 addresses to some programs:
        # WHATWG URL Standard, "ends in a number checker".
        name, _, last = host.rpartition(".")
        return bool(name) and re.fullmatch(r"[0-9]+|0x[0-9a-f]*", last) is None
    return is_public(host)


def asks_to_sign_in(url: URL) -> bool:
    return any(part.lower() in _SIGN_IN for part in url.path.split("/"))
