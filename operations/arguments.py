"""Types of command-line arguments; an error never repeats what was given."""

import re
from argparse import ArgumentTypeError
from urllib.parse import urlsplit

USER_ID = re.compile(r"user-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def user_id(text: str) -> str:
    """``user-<uuid4>`` in lower case, as the app stores it. Raises ArgumentTypeError."""
    given = text.strip().lower()
    if not USER_ID.fullmatch(given):
        raise ArgumentTypeError("must be user- followed by a UUID of version 4, as the page shows it")
    return given


def base_url(text: str) -> str:
    """Without the slash at the end. Raises ArgumentTypeError."""
    try:
        parts = urlsplit(text.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment:
        raise ArgumentTypeError("must be the app's address, such as http://127.0.0.1:7071")
    return text.strip().rstrip("/")


class Within:
    """A number from ``low`` to ``high``."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def __call__(self, text: str) -> int:
        if not text.isascii() or not text.isdigit() or not self._low <= int(text) <= self._high:
            raise ArgumentTypeError(f"must be a whole number from {self._low} to {self._high}")
        return int(text)
