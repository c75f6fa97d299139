# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""The forms that programs write: ISO 8601, RFC 822 and 850, asctime, seconds since 1970. Fast, for feeds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from kushk.sources.formats.dates.moment import Clock, Moment
from kushk.sources.formats.dates.zones import zone_at

_ZONE = r"\s?(?P<zone>[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d(?::?\d\d)?)?"
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[t_]|\s{0,2})(?:" + _CLOCK + _ZONE + r")?)?)?"
    r"(?:\s?[\[(][^\[\]()]{1,40}[\])])?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>z|[+-]\d{4})?)?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)?(?P<day>\d{1,2})[\s-]+(?P<name>[a-z]{3,9})\.?[\s-]+(?P<year>\d{4}|\d\d)"
    r"(?:,?\s+" + _CLOCK + _ZONE + r"(?:\s*\([^()]{0,40}\))?)?",
    re.IGNORECASE,
)
_ASCTIME = re.compile(
    r"[a-z]{3,9},?\s+(?P<name>[a-z]{3,9})\s+(?P<day>\d{1,2})\s+" + _CLOCK + _ZONE + r"\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(\d{4})-?w(\d\d)(?:-?([1-7]))?", re.IGNORECASE)
_SECONDS = re.compile(r"(\d{10})(?:\.\d+|\d{3})?")
_ENGLISH = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_LONGEST = 80


def read_machine(text: str) -> str:
    """Return ISO 8601 for a date in one of the forms that programs write, else an empty text."""
    if len(text) > _LONGEST or not text.isascii():
        return ""
    for form in (_ISO, _MAIL, _COMPACT, _ASCTIME):
        match = form.fullmatch(text)
        if match:
            return _moment(match).iso
    return _week(text) or _since_1970(text)


def _moment(match: re.Match[str]) -> Moment:
    parts = match.groupdict()
    month = _ENGLISH.get(parts["name"].lower(), 99) if parts.get("name") else int(parts["month"] or 0)
    year = full_year(int(parts["year"]), len(parts["year"]))
    moment = Moment(year, month, int(parts["day"] or 0))
    if not parts.get("hour") or not moment.valid:
        return moment
    day = date(moment.year, moment.month, moment.day)
    zone = zone_at(parts["zone"].lower(), 0, "", day)[0] if parts["zone"] else ""
    second = int(parts["second"]) if parts["second"] else -1
    return moment.at(Clock(int(parts["hour"]), int(parts["minute"]), second, zone))


def full_year(year: int, digits: int) -> int:
    """Return the year that two digits mean (POSIX: 69 to 99 are of the last century)."""
    if digits > 2:
        return year
    return year + (2000 if year < 69 else 1900)


def _week(text: str) -> str:
    match = _WEEK.fullmatch(text)
    if not match:
        return ""
    try:
        day = date.fromisocalendar(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return ""
    return day.isoformat() if match[3] else day.isoformat()[:7]


def _since_1970(text: str) -> str:
    match = _SECONDS.fullmatch(text)
    return datetime.fromtimestamp(int(match[1]), UTC).isoformat() if match else ""
