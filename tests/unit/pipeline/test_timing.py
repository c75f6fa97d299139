"""When a source is fetched next, from what its run learned."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kushk.core.compose import compose
from kushk.library.models import Source
from kushk.pipeline.timing import after_fault, after_success, stories_a_day
from kushk.sources.fetch.errors import BadStatus, Gone, SlowDown
from kushk.sources.fetch.result import Fetched, Validators
from kushk.sources.formats.parsed import ParsedFeed, ParsedStory

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CONDITIONAL = Fetched(b"", "https://paper.example/feed", "", validators=Validators(etag='"1"'))


def source(**facts: object) -> Source:
    return Source(**{"pk": 7, "url": "https://paper.example/feed", "kind": "feed", **facts})


def stories(*published: str) -> list[ParsedStory]:
    return [ParsedStory(format="rss", document=compose("en", []), published=when) for when in published]


def test_a_busy_feed_that_answers_conditional_requests_is_asked_hourly() -> None:
    due = after_success(source(), CONDITIONAL, None, 48.0, NOW)
    assert timedelta(hours=1) <= due - NOW <= timedelta(hours=1, minutes=6)


def test_one_that_sends_everything_each_time_is_asked_daily() -> None:
    due = after_success(source(), Fetched(b"", "https://paper.example/feed", ""), None, 48.0, NOW)
    assert timedelta(days=1) <= due - NOW <= timedelta(days=1, hours=3)


def test_the_feeds_own_ttl_counts() -> None:
    feed = ParsedFeed(format="rss", minutes_to_live=360)
    assert after_success(source(), CONDITIONAL, feed, 48.0, NOW) - NOW >= timedelta(hours=6)


def test_a_page_is_looked_at_daily_at_most() -> None:
    assert after_success(source(kind="page"), CONDITIONAL, None, None, NOW) - NOW >= timedelta(days=1)


@pytest.mark.parametrize("url", ["file:https://paper.example/", "sample:marsa/feed.xml"])
def test_what_is_not_on_the_web_has_no_schedule(url: str) -> None:
    assert after_success(source(url=url), CONDITIONAL, None, 1.0, NOW) is None
    assert after_fault(source(url=url), BadStatus(url=url, status=500), NOW) is None


def test_faults_push_a_source_further_and_further_back() -> None:
    fault = BadStatus(url="", status=500)
    gaps = [after_fault(source(failures=failures, etag='"1"'), fault, NOW) - NOW for failures in range(8)]
    assert gaps == sorted(gaps)
    assert gaps[-1] >= timedelta(days=1)


def test_a_pause_that_was_asked_for_is_kept() -> None:
    fault = SlowDown(url="", retry_after=3 * 86400)
    assert after_fault(source(etag='"1"'), fault, NOW) - NOW >= timedelta(days=3)


def test_what_is_gone_is_never_due() -> None:
    assert after_fault(source(), Gone(url=""), NOW) is None


def test_the_rhythm_is_read_from_the_dates_in_any_precision() -> None:
    daily = stories("2026-11-24T08:00:00Z", "2026-11-23", "2026-11-22T08:00:00+02:00", "not a date", "2026-11-21", "")
    assert stories_a_day(daily, NOW) == pytest.approx(1, rel=0.4)


def test_a_source_that_fell_silent_counts_as_slower() -> None:
    lively = [(NOW - timedelta(hours=hours)).isoformat() for hours in range(10)]
    asleep = [(NOW - timedelta(days=100, hours=hours)).isoformat() for hours in range(10)]
    assert stories_a_day(stories(*lively), NOW) > 20
    assert stories_a_day(stories(*asleep), NOW) < 0.05


def test_dates_to_come_and_single_dates_tell_nothing() -> None:
    assert stories_a_day(stories("2031-01-01", "2032-01-01"), NOW) is None
    assert stories_a_day(stories("2026-11-01"), NOW) is None
    assert stories_a_day([], NOW) is None
