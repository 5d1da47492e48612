"""Saying what is wrong with a document without saying what is in it."""

import re

from pydantic import ValidationError

_HARMLESS = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_MOST = 4


def reason(invalid: ValidationError) -> str:
    """Fields and kinds of error: ``content missing, createdAt datetime_from_date_parsing``. Never a value."""
    found = [
        f"{'.'.join(_safe(part) for part in error['loc']) or 'document'} {error['type']}"
        for error in invalid.errors(include_url=False, include_input=False, include_context=False)
    ]
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(found[:_MOST]) + more


def shown_id(document_id: object) -> str:
    """The id if it is made like one: in a damaged document anything may stand there."""
    if isinstance(document_id, str) and _HARMLESS.fullmatch(document_id):
        return document_id
    return "(no usable id)"


def _safe(part: int | str) -> str:
    text = str(part)
    return text if _HARMLESS.fullmatch(text) else "?"
