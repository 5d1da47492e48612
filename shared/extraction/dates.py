"""What looks like a date, in any language."""

import re

_DATE = re.compile(r"(?<!\d)\d{4}(?!\d)|\d[./]\d{2}|['’]\d\d")


def is_date(text: str) -> bool:
    """Whether a short text holds a year or a month with its year: "2019 - 2021", "03/2019", "seit '19"."""
    return len(text) <= 25 and _DATE.search(text) is not None
