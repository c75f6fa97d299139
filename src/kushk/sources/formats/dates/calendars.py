"""Days of other calendars, found through ICU: it can only write them, so a near guess is corrected until it fits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icu4py.messageformat import MessageFormat

from kushk.sources.formats.dates.moment import Moment

_EPOCHS = {"persian": (622.22, 365.2422), "islamic-umalqura": (622.54, 354.36707), "ethiopic": (7.7, 365.25)}
"""Of each calendar: the Gregorian year in which its first year began, and the length of its year in days."""

_FIRST, _LAST = 1850, 2100


@lru_cache(maxsize=512)
def from_calendar(calendar: str, year: int, month: int, day: int) -> Moment | None:
    """Return the Gregorian moment of a date of another calendar; without a day, the month its middle falls in."""
    if calendar == "buddhist":
        return Moment(year - 543, month, day)
    began, length = _EPOCHS[calendar]
    wanted = (year, month, day or 15)
    months = 13 if calendar == "ethiopic" else 12
    guess = began + ((year - 1) + (month - 1) / months) * length / 365.2425
    if not _FIRST <= guess <= _LAST:
        return None
    at = datetime(1970, 1, 1, 12, tzinfo=UTC) + timedelta(days=round((guess - 1970) * 365.2425 + wanted[2]))
    found = _corrected(calendar, at, wanted)
    if found is None:
        return None
    return Moment(found.year, found.month, found.day if day else 0)


def _corrected(calendar: str, at: datetime, wanted: tuple[int, int, int]) -> datetime | None:
    for _ in range(6):
        seen = written(calendar, at)
        if seen == wanted:
            return at
        year, month, day = (want - have for want, have in zip(wanted, seen, strict=True))
        step = round(year * 365.2 + month * 29.6) + day
        at += timedelta(days=step or 1)
    return None


def written(calendar: str, at: datetime) -> tuple[int, int, int]:
    """Return year, month and day of a moment in another calendar."""
    pattern = MessageFormat("{at,date,y M d}", f"en-u-ca-{calendar}-nu-latn")
    year, month, day = pattern.format({"at": at}).split()
    return int(year), int(month), int(day)
