"""Instants to sort by, from dates that sources write with whatever precision they have."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?$")
_AHEAD = timedelta(days=1)
"""A date further ahead than this is a slip of the source: a story is not pinned to the top by it."""


def instant(text: str) -> datetime | None:
    """Return the first instant that an ISO 8601 text covers, in UTC; None when it is no date."""
    text = text.strip()
    partial = _PARTIAL.fullmatch(text)
    if partial:
        text = f"{partial[1]}-{partial[2] or '01'}-01"
    try:
        moment = datetime.fromisoformat(text)
        return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def sorting_instant(published: str, first_seen: datetime) -> datetime:
    """Return the instant by which a story is listed: as published, or first seen where that cannot be.

    A date alone sorts at its noon, but never after the moment at which the story was first seen.
    """
    moment = instant(published)
    if moment is None or moment > first_seen + _AHEAD or moment == datetime.fromtimestamp(0, UTC):
        return first_seen
    if "T" not in published.upper() and " " not in published.strip():
        return min(moment + timedelta(hours=12), max(first_seen, moment))
    return moment
