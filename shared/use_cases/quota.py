"""The user's limit of new analyses a day."""

import time
from datetime import UTC, datetime, timedelta

from shared.clock import utc_now
from shared.errors import TooManyRequests
from shared.settings import limits

_DAY_SECONDS = 86_400
_GRANT_SECONDS = 10.0
"""So long what was granted may be missing in a look-up that began before it: as a request lasts."""
_granted: dict[tuple[str, str], float] = {}
"""When this process granted a user an analysis, for requests that come at once."""


class Quota:
    """New analyses that the user may still start today; shared by the entries of a batch.

    A refusal carries the fields of the IETF draft "RateLimit header fields for HTTP" (version 09).
    """

    def __init__(self, user_id: str, today: frozenset[str]) -> None:
        self.limit = limits().daily_analyses
        self._user_id, self._today = user_id, today

    def take(self, analysis_id: str) -> None:
        """Raises TooManyRequests."""
        if not self.limit:
            return
        now = time.monotonic()
        for old in [one for one, when in _granted.items() if when < now - _GRANT_SECONDS]:
            del _granted[old]
        used = self._today | {one for user, one in _granted if user == self._user_id}
        if analysis_id not in used and len(used) >= self.limit:
            reset = seconds_to_midnight(utc_now())
            raise TooManyRequests(
                f"The limit of {self.limit} new analyses a day is reached; stored ones can still be read.",
                retry_after=reset,
                headers={
                    "RateLimit-Policy": f'"daily";q={self.limit};w={_DAY_SECONDS}',
                    "RateLimit": f'"daily";r=0;t={reset}',
                },
            )
        _granted[self._user_id, analysis_id] = now


def seconds_to_midnight(now: datetime) -> int:
    """Seconds until the next UTC day, rounded up."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), UTC)
    return int((tomorrow - now).total_seconds()) + 1
