"""Dates as feeds write them, beyond what a date in a page may be."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from kushk.sources.formats.dates import parse_date

_DAY_OF_YEAR = re.compile(r"(\d{4})-?(\d{3})")
_LONGEST = 100


def feed_date(text: str, language: str = "") -> str:
    """Return a date as ISO 8601, no more precise than ``text`` and with its own UTC offset; empty when it is none."""
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return ""
    day = _DAY_OF_YEAR.fullmatch(text)
    try:
        if day:
            return (date(int(day[1]), 1, 1) + timedelta(days=int(day[2]) - 1)).isoformat()
        return parse_date(text, language)
    except (ValueError, OverflowError):
        return ""


def instant(iso: str) -> float:
    """Return seconds since 1970 of an ISO 8601 date, minus infinity for none; UTC where it names no offset."""
    if not iso:
        return float("-inf")
    padded = iso if len(iso) >= _FULL_DAY else (iso + "-01-01")[:_FULL_DAY]
    moment = datetime.fromisoformat(padded)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


_FULL_DAY = len("2024-05-03")
