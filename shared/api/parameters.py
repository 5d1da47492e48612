"""Query parameters of the list operations, checked one by one; every error names its parameter."""

import re
from collections.abc import Mapping
from typing import cast

from shared.errors import FieldError, InvalidRequest
from shared.http import DOCUMENT_ID, Request
from shared.use_cases.history import Kind, ListQuery, Order, SortBy

LIST = ("limit", "cursor", "order", "includeTotal")
MAX_LIMIT = 50
DEFAULT_LIMIT = 10
_MAX_CURSOR = 2048
_NUMBER = re.compile(r"[0-9]{1,20}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")


class Parameters:
    """Collects errors, so that a client learns of all of them at once; ``list_query`` raises them."""

    def __init__(self, request: Request, *more: str) -> None:
        self._given: Mapping[str, str] = request.query(*LIST, *more)
        self._errors: list[FieldError] = []

    def error(self, name: str, message: str) -> None:
        self._errors.append(FieldError(f"query.{name}", message))

    def text(self, name: str, *, most: int) -> str | None:
        value = self._given.get(name)
        if value is None:
            return None
        if not value or len(value) > most or not value.isprintable():
            self.error(name, f"must be 1 to {most} printable characters")
            return None
        return value

    def identifier(self, name: str) -> str | None:
        value = self._given.get(name)
        if value is not None and not DOCUMENT_ID.fullmatch(value):
            self.error(name, "must be the id of a document")
        return value

    def identifiers(self, name: str, *, most: int) -> list[str] | None:
        """Separated by commas."""
        value = self._given.get(name)
        if value is None:
            return None
        listed = [one.strip() for one in value.split(",", most)]
        if len(listed) > most or not all(DOCUMENT_ID.fullmatch(one) for one in listed):
            self.error(name, f"must be 1 to {most} ids separated by commas")
        return listed

    def choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        value = self._given.get(name)
        if value is None or value in choices:
            return value
        self.error(name, f"must be one of {', '.join(choices)}")
        return None

    def integer(self, name: str, low: int, high: int) -> int | None:
        value = self._given.get(name)
        if value is None:
            return None
        if value.isascii() and value.isdigit() and len(value) < 10 and low <= int(value) <= high:
            return int(value)
        self.error(name, f"must be a whole number from {low} to {high}")
        return None

    def number(self, name: str, low: float, high: float) -> float | None:
        value = self._given.get(name)
        if value is None:
            return None
        if _NUMBER.fullmatch(value) and low <= float(value) <= high:
            return float(value)
        self.error(name, f"must be a number from {low:g} to {high:g}")
        return None

    def list_query(
        self,
        kind: Kind,
        *,
        sort_by: SortBy = "createdAt",
        filters: tuple[str, ...] = (),
        parameters: Mapping[str, object] | None = None,
    ) -> ListQuery:
        """The list that was asked for, with what all lists share. Raises InvalidRequest."""
        query = ListQuery(
            kind=kind,
            limit=self.integer("limit", 1, MAX_LIMIT) or DEFAULT_LIMIT,
            order=cast(Order, self.choice("order", ("asc", "desc")) or "desc"),
            sort_by=sort_by,
            filters=filters,
            parameters=parameters or {},
            cursor=self.text("cursor", most=_MAX_CURSOR),
            include_total=self.choice("includeTotal", ("true", "false")) == "true",
        )
        if self._errors:
            raise InvalidRequest(
                "A query parameter is not as the API describes it; see errors.", self._errors
            )
        return query


def cascade(request: Request) -> bool:
    """``?cascade=true``: the analyses of what is deleted go with it. Raises InvalidRequest."""
    value = request.query("cascade").get("cascade", "false")
    if value not in ("true", "false"):
        raise InvalidRequest(
            "A query parameter is not as the API describes it; see errors.",
            [FieldError("query.cascade", "must be true or false")],
        )
    return value == "true"
