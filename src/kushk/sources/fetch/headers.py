"""What response headers say about time: how long to wait, how long to keep."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_PAUSE = 31 * 24 * 3600
"""Seconds; whatever a server asks for, a month is the longest that it is believed."""

_SECONDS = re.compile(r"[0-9]{1,15}(?:\.[0-9]*)?", re.ASCII)
_DIRECTIVE = re.compile(r"(?i)(?:^|[,;\s])(no-store|no-cache|max-age)(?:\s*=\s*\"?([0-9]{1,15}))?", re.ASCII)


def retry_after(headers: Mapping[str, str], now: datetime) -> int | None:
    """Return for how many seconds ``Retry-After`` asks to be left alone, or None when it does not say.

    A date is held against our own clock and against the server's ``Date``; the longer pause counts, so that a clock
    that is wrong on either side never makes us early.
    """
    text = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(text):
        return min(math.ceil(float(text)), LONGEST_PAUSE)
    until = http_date(text)
    if until is None:
        return None
    clocks = [now, http_date(headers.get("date", "")) or now]
    longest = max((until - clock).total_seconds() for clock in clocks)
    return min(max(math.ceil(longest), 0), LONGEST_PAUSE)


def fresh_for(headers: Mapping[str, str], now: datetime) -> int | None:
    """Return for how many seconds the answer stays fresh (``Cache-Control``, else ``Expires``); None: not said."""
    said = {name.lower(): seconds for name, seconds in _DIRECTIVE.findall(headers.get("cache-control", ""))}
    if "no-store" in said or "no-cache" in said:
        return 0
    if said.get("max-age"):
        age = headers.get("age", "").strip()
        return max(int(said["max-age"]) - (int(age) if _SECONDS.fullmatch(age) and age.isdigit() else 0), 0)
    expires = headers.get("expires", "").strip()
    if not expires:
        return None
    until = http_date(expires)
    if until is None:  # RFC 9111 5.3: a value that is no date, above all "0", lies in the past
        return 0
    return max(int((until - (http_date(headers.get("date", "")) or now)).total_seconds()), 0)


def http_date(text: str) -> datetime | None:
    """Return the moment that a header's date names, in any form that mail or HTTP ever used."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None
