"""When a source is fetched next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.sources.schedule import JITTER, LONGEST_BACK_OFF, LONGEST_TTL, SourceState, next_fetch

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONTH = timedelta(days=31)

EARLIEST, LATEST = datetime(2020, 1, 1), datetime(2030, 1, 1)  # noqa: DTZ001  # Hypothesis adds the zone itself
moments = st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC))
seconds = st.one_of(st.none(), st.integers(-(10**6), 10**18))
states = st.builds(
    SourceState,
    id=st.text(max_size=8),
    last_try=st.one_of(st.none(), moments),
    failures=st.integers(0, 10**6),
    conditional=st.booleans(),
    fresh_for=seconds,
    minutes_to_live=st.integers(-5, 10**12),
    retry_after=seconds,
    seconds_between_stories=st.one_of(st.none(), st.floats()),
)


def wait(**known) -> timedelta:
    """Return the pause after a fetch just made, without the source's share of jitter."""
    state = SourceState("a", last_try=NOW, **known)
    return next_fetch(state, NOW) - NOW


def about(expected: timedelta):
    return pytest.approx(expected.total_seconds() * (1 + JITTER / 2), rel=JITTER / 2 + 1e-6)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"conditional": True}, HOUR),
        ({}, DAY),
        ({"conditional": True, "fresh_for": 900, "seconds_between_stories": 60}, timedelta(minutes=15)),
        ({"fresh_for": 900, "seconds_between_stories": 60}, timedelta(minutes=15)),
        ({"conditional": True, "fresh_for": 5, "seconds_between_stories": 60}, timedelta(minutes=10)),
        ({"conditional": True, "fresh_for": 0, "seconds_between_stories": 60}, HOUR),
        ({"conditional": True, "fresh_for": 0}, HOUR),
        ({"fresh_for": 0}, DAY),
        ({"conditional": True, "minutes_to_live": 30, "seconds_between_stories": 0}, timedelta(minutes=30)),
        ({"conditional": True, "minutes_to_live": 180}, 3 * HOUR),
        ({"conditional": True, "minutes_to_live": 60, "fresh_for": 31_536_000}, HOUR),
        ({"conditional": True, "fresh_for": 31_536_000}, DAY),
        ({"conditional": True, "minutes_to_live": 10**9}, LONGEST_TTL),
        ({"conditional": True, "seconds_between_stories": 8 * 3600}, 2 * HOUR),
        ({"conditional": True, "seconds_between_stories": 30 * 86400}, DAY),
        ({"conditional": True, "seconds_between_stories": 10}, HOUR),
        ({"conditional": True, "failures": 1}, HOUR),
        ({"conditional": True, "failures": 2}, 2 * HOUR),
        ({"conditional": True, "failures": 4}, 8 * HOUR),
        ({"conditional": True, "failures": 100}, LONGEST_BACK_OFF),
        ({"conditional": True, "fresh_for": 900, "seconds_between_stories": 60, "failures": 1}, HOUR),
    ],
)
def test_the_interval_is_polite_and_useful(known, expected):
    assert wait(**known).total_seconds() == about(expected)


def test_a_source_never_fetched_is_due_and_a_gone_one_never_is():
    assert next_fetch(SourceState("a"), NOW) == NOW
    assert next_fetch(SourceState("a", last_try=NOW - 9 * DAY, conditional=True), NOW) == NOW
    assert next_fetch(SourceState("a", gone=True), NOW) is None


def test_a_pause_is_kept_to_the_second_and_a_month_at_the_most():
    assert wait(conditional=True, retry_after=7 * 86400 + 1, failures=1) == timedelta(days=7, seconds=1)
    assert wait(retry_after=10**12, failures=1) == MONTH
    assert wait(conditional=True, retry_after=5) == wait(conditional=True)


def test_a_clock_that_was_set_back_does_not_silence_a_source():
    state = SourceState("a", last_try=NOW + 400 * DAY, conditional=True)
    assert next_fetch(state, NOW) - NOW <= 2 * HOUR


def test_sources_are_spread_and_each_keeps_its_place():
    states = [SourceState(str(number), last_try=NOW, conditional=True) for number in range(500)]
    dues = [next_fetch(state, NOW) for state in states]
    assert dues == [next_fetch(state, NOW) for state in states]
    assert len(set(dues)) > 490
    minutes = sorted((due - NOW - HOUR).total_seconds() / 60 for due in dues)
    assert 0 <= minutes[0] < 0.3
    assert 5.7 < minutes[-1] <= 6


@given(states, moments)
def test_it_is_never_before_now_and_never_before_the_pause_is_over(state, now):
    due = next_fetch(state, now)
    assert due >= now
    if state.last_try is not None and state.retry_after is not None:
        pause = min(timedelta(seconds=min(max(state.retry_after, 0), 10**9)), MONTH)
        assert due >= min(state.last_try, now) + pause
    assert due <= now + MONTH


@given(states, st.integers(0, 30))
def test_more_failures_never_bring_it_closer(state, failures):
    fewer, more = (next_fetch(replace(state, failures=count), NOW) for count in (failures, failures + 1))
    assert more >= fewer


@given(states)
def test_nothing_said_is_never_more_often_than_etiquette_allows(state):
    state = replace(state, last_try=NOW, fresh_for=None, minutes_to_live=0)
    assert next_fetch(state, NOW) - NOW >= (HOUR if state.conditional else DAY)
