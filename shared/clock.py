"""UTC time in one format: fixed width, ending in ``Z``, so that text order is time order."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, PlainSerializer


def utc_now() -> datetime:
    return datetime.now(UTC)


def to_z(moment: datetime) -> str:
    """ISO 8601 in UTC with six decimals: ``2026-01-31T09:05:07.000120Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


type UtcTime = Annotated[AwareDatetime, PlainSerializer(to_z, return_type=str, when_used="json")]
