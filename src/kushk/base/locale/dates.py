"""Dates as a reader of one locale writes them, never more precise than their source."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from datetime import date as calendar_date

from kushk.base.locale.byhand import DATES, FIRST_OF_MONTH
from kushk.base.locale.icu import formatted
from kushk.base.locale.tables import CALENDARS, by_locale, language_of, pinned

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?P<rest>\S{0,20}))?)?)?"
)
_REST = re.compile(r"(?P<seconds>:\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?")

_PATTERNS = {
    "short": ("{d, date, ::y}", "{d, date, ::yMMM}", "{d, date, ::yMMMd}"),
    "long": ("{d, date, ::y}", "{d, date, ::yMMMM}", "{d, date, long}"),
    "full": ("{d, date, ::y}", "{d, date, ::yMMMM}", "{d, date, full}"),
    "time": ("{d, date, ::y}", "{d, date, ::yMMMM}", "{d, date, long}", "{d, date, ::yMMMMdjm}"),
}
"""By style, the pattern for a year, a month, a day and (where shown) a time of day."""

_DAY, _TIME = 3, 4
"""How many of year, month, day and time of day are known."""


def date(value: str | calendar_date, locale: str, style: str = "long") -> str:
    """Return a date as precisely as its source gave it, never more: a year, a month, a day or a minute.

    The day and the hour are those written in the source's own time zone. Where readers date by another
    calendar, every style but the short one adds the Gregorian date in brackets; a year or a month alone, which
    lies across two of the other calendar's, stays Gregorian.

    Args:
        value: ISO 8601 text (``2026``, ``2026-11``, ``2026-11-04``, ``2026-11-04T22:05+02:00``) or a date.
        locale: language tag of the reader.
        style: ``short``, ``long``, ``full`` (with the weekday) or ``time`` (with the time of day).

    Returns:
        The date, empty when the text is no date.
    """
    moment, precision = _moment(value)
    if moment is None:
        return ""
    calendar = by_locale(CALENDARS, locale, "gregory") if precision >= _DAY else "gregory"
    shown = _shown(moment, locale, style, precision, calendar)
    if calendar == "gregory" or style == "short":
        return shown
    return f"{shown} ({_shown(moment, locale, 'long', _DAY, 'gregory')})"


def iso(value: str | calendar_date) -> str:
    """Return the date as HTML's ``datetime`` attribute takes it, empty when the text is no date."""
    if not isinstance(value, str):
        return value.isoformat()
    found = _ISO.fullmatch(value.strip())
    moment, _ = _moment(value)
    if found is None or moment is None:
        return ""
    rest = _REST.fullmatch(found["rest"] or "")
    return value.strip().replace(" ", "T") if rest else moment.strftime("%Y-%m-%dT%H:%M")


def _shown(moment: datetime, locale: str, style: str, precision: int, calendar: str) -> str:
    patterns = _PATTERNS[style]
    pattern = patterns[min(precision, len(patterns)) - 1]
    if precision == _TIME or style == "full":
        whole = pattern == patterns[-1] and precision >= _DAY
        pattern = DATES.get((language_of(locale), style), pattern) if whole else pattern
    shown = formatted(pattern, pinned(locale, calendar), {"d": moment})
    first = FIRST_OF_MONTH.get(language_of(locale))
    return re.sub(r"\b1\b", first, shown, count=1) if first and moment.day == 1 and precision >= _DAY else shown


def _moment(value: str | calendar_date) -> tuple[datetime | None, int]:
    """Return the wall-clock moment that ICU is given as UTC, and how many of year, month, day, time are known."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC), _TIME
    if isinstance(value, calendar_date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC), _DAY
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return None, 0
    parts = [int(found[name]) for name in ("year", "month", "day", "hour", "minute") if found[name]]
    try:
        moment = datetime(*(parts + [1] * (3 - len(parts))), tzinfo=UTC)  # type: ignore[misc, arg-type]
    except ValueError:
        return None, 0
    return moment, min(len(parts), _TIME)
