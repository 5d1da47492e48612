"""Opaque cursors of keyset paging: where a page ended, bound to its query and user.

The tag is no secret's (a forged cursor could at worst move in the forger's own list); it makes sure that
a truncated, altered or foreign cursor is refused instead of answering with a wrong page.
"""

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

from shared.errors import FieldError, InvalidRequest

_TAG_BYTES = 12


def encode(position: list[Any], binding: list[Any]) -> str:
    payload = json.dumps(position, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_tag(payload, binding) + payload).decode().rstrip("=")


def decode(cursor: str, binding: list[Any]) -> list[Any]:
    """``[sort value, id]``. Raises InvalidRequest."""
    invalid = InvalidRequest(
        "The cursor does not belong to this query; start again without it.",
        [FieldError("query.cursor", "is not a cursor of this query")],
    )
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        raise invalid from None
    tag, payload = raw[:_TAG_BYTES], raw[_TAG_BYTES:]
    canonical = base64.urlsafe_b64encode(raw).decode().rstrip("=")
    if canonical != cursor or not hmac.compare_digest(tag, _tag(payload, binding)):
        raise invalid
    try:
        position = json.loads(payload)
    except (ValueError, RecursionError):
        raise invalid from None
    if not is_position(position):
        raise invalid  # whoever knows this code can make the tag
    return list(position)


def is_position(given: Any) -> bool:
    """Whether it is what a page can end at."""
    match given:
        case [None | str(), str()]:
            return True
        case [int() | float() as score, str()]:
            return 0 <= score <= 100
    return False


def _tag(payload: bytes, binding: list[Any]) -> bytes:
    key = hashlib.sha256(json.dumps(["cv-checker cursor 1", *binding], sort_keys=True).encode()).digest()
    return hmac.digest(key, payload, "sha256")[:_TAG_BYTES]
