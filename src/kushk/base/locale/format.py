"""Numbers, dates, units, lists and relative times as a reader of one locale writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from datetime import date as calendar_date
from functools import lru_cache

from kushk.base.locale.cldr import cldr
from kushk.base.locale.icu import formatted
from kushk.base.locale.tables import CALENDARS, by_locale, pinned

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

_UNIT_WIDTHS = {"long": "unit-width-full-name", "short": "unit-width-short"}

_MINUTES_BY_HAND = {
    ("ar", "long"): "{n, plural, one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
    ("ckb", "long"): "{n, plural, one {# خولەک} other {# خولەک}}",
    ("ckb", "short"): "{n, number} خ",
    ("ms", "short"): "{n, number} min.",
    ("ta", "long"): "{n, plural, one {# நிமிடம்} other {# நிமிடங்கள்}}",
    ("yo", "long"): "ìṣẹ́jú {n, number}",
    ("yo", "short"): "ìṣẹ́jú {n, number}",
}
"""Where CLDR 48 has a hole (English, or an abbreviation given as the long form), or is barer than papers write."""

_SPELLED_OUT = {"ar"}
"""Languages whose papers write minutes out, where CLDR's short form is one cryptic letter ("8 د")."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def number(value: float, locale: str) -> str:
    """Return the number with the locale's digits, grouping and decimal sign."""
    return formatted("{n, number}", pinned(locale), {"n": value})


def compact(value: float, locale: str) -> str:
    """Return a large number in short form: 1.2M, 12 लाख, 1.2 مليون."""
    return formatted("{n, number, ::compact-short}", pinned(locale), {"n": value})


def minutes(count: int, locale: str, width: str = "long") -> str:
    """Return a count of minutes as CLDR words it, in the plural form that the count takes.

    Args:
        count: whole minutes.
        locale: language tag of the reader.
        width: ``long`` ("8 minutes", for the ear) or ``short`` ("8 min", for the eye).
    """
    width = _width(locale, width)
    by_hand = _MINUTES_BY_HAND.get((locale.split("-", maxsplit=1)[0], width))
    return formatted(by_hand or _measured("minute", width), pinned(locale), {"n": count})


def duration(count: int, locale: str, width: str = "long") -> str:
    """Return a count of minutes in hours and minutes from an hour on: "8 minutes", "1 hour, 5 minutes".

    Args:
        count: whole minutes.
        locale: language tag of the reader.
        width: ``long`` for the ear or ``short`` for the eye.
    """
    hours, rest = divmod(count, 60)
    if not hours:
        return minutes(count, locale, width)
    width = _width(locale, width)
    shown = formatted(_measured("hour", width), pinned(locale), {"n": hours})
    if not rest:
        return shown
    patterns = cldr(locale).list_patterns
    wanted = ("unit-short",) if width == "short" else ("unit", "unit-short")
    pair = next(patterns[kind] for kind in (*wanted, "standard") if "2" in patterns.get(kind, ()))
    return _joined(pair["2"], shown, minutes(rest, locale, width))


def date(value: str | calendar_date, locale: str, style: str = "long") -> str:
    """Return a date as precisely as its source gave it, never more: a year, a month, a day or a minute.

    The day and the hour are those written in the source's own time zone. Where readers date by another
    calendar, the long and full styles add the Gregorian date in brackets.

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
    patterns = _PATTERNS[style]
    pattern = patterns[min(precision, len(patterns)) - 1]
    shown = formatted(pattern, pinned(locale), {"d": moment})
    if style in {"short", "time"} or by_locale(CALENDARS, locale, "gregory") == "gregory":
        return shown
    plain = formatted(pattern.replace("full", "long"), pinned(locale, "gregory"), {"d": moment})
    return f"{shown} ({plain})"


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


def relative(value: datetime, now: datetime, locale: str) -> str:
    """Return how long ago a moment was when that is less than a day, else its short date."""
    seconds = int((now - value).total_seconds())
    if not 0 <= seconds < _DAY:
        return date(value, locale, "short")
    unit, size = ("hour", _HOUR) if seconds >= _HOUR else ("minute", _MINUTE)
    return formatted(_ago(locale, unit), pinned(locale), {"n": max(1, seconds // size)})


def listing(items: Sequence[str], locale: str) -> str:
    """Return the items joined as the locale joins them: "a, b and c", "أ وب وج", "a、b和c"."""
    patterns = cldr(locale).list_patterns["standard"]
    if len(items) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(items)
    if len(items) == 2:  # noqa: PLR2004 - CLDR has a pattern of its own for a pair
        return _joined(patterns["2"], items[0], items[1])
    text = _joined(patterns["end"], items[-2], items[-1])
    for item in reversed(items[1:-2]):
        text = _joined(patterns["middle"], item, text)
    return _joined(patterns["start"], items[0], text)


def _width(locale: str, width: str) -> str:
    return "long" if locale.split("-", maxsplit=1)[0] in _SPELLED_OUT else width


def _measured(unit: str, width: str) -> str:
    return f"{{n, number, ::measure-unit/duration-{unit} {_UNIT_WIDTHS[width]}}}"


def _joined(pattern: str, first: str, second: str) -> str:
    before, _, after = pattern.partition("{0}")
    between, _, end = after.partition("{1}")
    return f"{before}{first}{between}{second}{end}"


def _moment(value: str | calendar_date) -> tuple[datetime | None, int]:
    """Return the wall-clock moment that ICU is given as UTC, and how many of year, month, day, time are known."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC), 4
    if isinstance(value, calendar_date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC), 3
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return None, 0
    parts = [int(found[name]) for name in ("year", "month", "day", "hour", "minute") if found[name]]
    try:
        moment = datetime(*(parts + [1] * (3 - len(parts))), tzinfo=UTC)  # type: ignore[misc, arg-type]
    except ValueError:
        return None, 0
    return moment, min(len(parts), 4)


@lru_cache(maxsize=128)
def _ago(locale: str, unit: str) -> str:
    """Return CLDR's relative pattern of a past unit as one ICU plural message."""
    forms = cldr(locale)._data["date_fields"][unit]["past"]  # noqa: SLF001 - Babel opens this table no other way
    cases = " ".join(f"{case} {{{text.replace('{0}', '#')}}}" for case, text in forms.items())
    return f"{{n, plural, {cases}}}"
