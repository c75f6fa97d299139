"""What headers say about time."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.sources.fetch.headers import LONGEST_PAUSE, fresh_for, retry_after

NOW = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("1.2", 2),
        ("99999999999999", LONGEST_PAUSE),
        ("Tue, 24 Nov 2026 12:05:00 GMT", 300),
        ("Tuesday, 24-Nov-26 12:05:00 GMT", 300),
        ("Tue Nov 24 12:05:00 2026", 300),
        ("Tue, 24 Nov 2026 14:05:00 +0200", 300),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_PAUSE),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("-5", None),
        ("", None),
        ("soon", None),
        ("١٢٠", None),
        ("Tue, 99 Nov 2026 99:05:00 GMT", None),
        ("1" * 400, None),
    ],
)
def test_a_pause_is_seconds_or_a_date(said, seconds):
    assert retry_after({"retry-after": said}, NOW) == seconds


def test_a_date_is_held_against_both_clocks_and_the_longer_pause_counts():
    headers = {"retry-after": "Tue, 24 Nov 2026 12:05:00 GMT", "date": "Tue, 24 Nov 2026 11:50:00 GMT"}
    assert retry_after(headers, NOW) == 900
    assert retry_after(headers | {"date": "Tue, 24 Nov 2026 12:04:00 GMT"}, NOW) == 300


@given(st.text(max_size=50), st.text(max_size=50))
def test_no_header_breaks_the_reading(said, date):
    seconds = retry_after({"retry-after": said, "date": date}, NOW)
    assert seconds is None or 0 <= seconds <= LONGEST_PAUSE
    fresh = fresh_for({"cache-control": said, "expires": date, "age": said}, NOW)
    assert fresh is None or fresh >= 0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "max-age=600"}, 600),
        ({"cache-control": 'Public, MAX-AGE="600"'}, 600),
        ({"cache-control": "s-maxage=9, max-age=600"}, 600),
        ({"cache-control": "max-age=600", "age": "500"}, 100),
        ({"cache-control": "max-age=600", "age": "900"}, 0),
        ({"cache-control": "max-age=600, no-cache"}, 0),
        ({"cache-control": "no-store"}, 0),
        ({"cache-control": "public"}, None),
        ({"cache-control": "max-age=x"}, None),
        ({"expires": "Tue, 24 Nov 2026 12:10:00 GMT"}, 600),
        ({"expires": "Tue, 24 Nov 2026 12:10:00 GMT", "date": "Tue, 24 Nov 2026 12:09:00 GMT"}, 60),
        ({"expires": "0"}, 0),
        ({"expires": "-1"}, 0),
        ({"cache-control": "max-age=60", "expires": "Tue, 24 Nov 2026 12:10:00 GMT"}, 60),
    ],
)
def test_freshness_is_said_by_age_or_by_date(headers, seconds):
    assert fresh_for(headers, NOW) == seconds
