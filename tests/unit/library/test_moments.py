"""Instants from dates of any precision."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.library.moments import instant, sorting_instant

SEEN = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        ("2026-11-20T09:30", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("2026-11-20T09:30:15.5+05:30", datetime(2026, 11, 20, 4, 0, 15, 500000, tzinfo=UTC)),
        ("2026-13-01", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_first_instant_of_what_a_date_covers(text: str, expected: datetime | None) -> None:
    assert instant(text) == expected


def test_a_story_of_today_without_a_time_is_not_listed_before_it_was_seen() -> None:
    assert sorting_instant("2026-11-20", SEEN) == SEEN
    assert sorting_instant("2026-11-19", SEEN) == datetime(2026, 11, 19, 12, tzinfo=UTC)


@given(st.text(max_size=40))
def test_every_text_gives_a_moment_that_is_not_far_ahead(text: str) -> None:
    assert (sorting_instant(text, SEEN) - SEEN).days <= 1
