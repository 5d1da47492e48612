"""The daily limit, by itself."""

from collections.abc import Iterator

import pytest

from shared.errors import TooManyRequests
from shared.settings import forget_settings
from shared.use_cases.quota import Quota

TODAY = frozenset({"analysis-1", "analysis-2"})


@pytest.fixture(autouse=True)
def _three_a_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("shared.use_cases.quota._granted", {})
    monkeypatch.setenv("DAILY_ANALYSES_PER_USER", "3")
    forget_settings()
    yield
    forget_settings()


def test_the_last_analysis_of_a_day_may_be_asked_for_by_several_at_once() -> None:
    for _ in range(5):
        Quota("somebody", TODAY).take("analysis-3")
    with pytest.raises(TooManyRequests):
        Quota("somebody", TODAY).take("analysis-4")


def test_what_was_granted_to_one_counts_for_no_other() -> None:
    Quota("somebody", TODAY).take("analysis-3")
    Quota("somebody else", TODAY).take("analysis-4")


def test_what_was_granted_counts_once_when_the_store_shows_it_too() -> None:
    Quota("somebody", frozenset()).take("analysis-1")
    Quota("somebody", TODAY).take("analysis-3")


def test_what_was_granted_a_while_ago_is_the_stores_to_know(monkeypatch: pytest.MonkeyPatch) -> None:
    Quota("somebody", TODAY).take("analysis-3")
    monkeypatch.setattr("shared.use_cases.quota._GRANT_SECONDS", -1.0)
    Quota("somebody", TODAY).take("analysis-4")
