# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""What was read: a day, month or year, with a time of day and a zone where the text gives them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace

FIRST_YEAR, LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. ``second`` is -1 where the text has none; ``zone`` is ``+HH:MM`` or empty."""

    hour: int
    minute: int
    second: int = -1
    zone: str = ""

    @property
    def valid(self) -> bool:
        """Whether a clock can show it (24:00 and the leap second included)."""
        return 0 <= self.minute < 60 and self.second <= 60 and (0 <= self.hour < 24 or self.hour == 24)


@dataclass(frozen=True, slots=True)
class Moment:
    """A Gregorian date. ``month`` and ``day`` are 0 where the text does not tell them."""

    year: int
    month: int = 0
    day: int = 0
    clock: Clock | None = None

    @property
    def valid(self) -> bool:
        """Whether there is such a day in the calendar."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR or not 0 <= self.month <= 12 or (self.day and not self.month):
            return False
        if self.clock is not None and not (self.day and self.clock.valid):
            return False
        return not self.day or 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]

    def at(self, clock: Clock | None) -> Moment:
        """Return the same day at a time of day."""
        return replace(self, clock=clock) if clock is not None and self.day else self

    @property
    def iso(self) -> str:
        """ISO 8601, exactly as precise as what was read; empty when there is no such day."""
        if not self.valid:
            return ""
        if not self.month:
            return f"{self.year:04d}"
        if not self.day:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}{_shown(self.clock)}"


def _shown(clock: Clock | None) -> str:
    if clock is None:
        return ""
    hour, minute = (23, 59) if clock.hour == 24 else (clock.hour, clock.minute)
    seconds = f":{min(clock.second, 59):02d}" if clock.second >= 0 else ""
    return f"T{hour:02d}:{minute:02d}{seconds}{clock.zone}"


def offset(minutes: int) -> str:
    """Return ``+HH:MM`` for minutes east of Greenwich."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
