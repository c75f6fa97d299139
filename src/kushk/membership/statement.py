"""The publisher's statement: what was read and heard, and how a sum is shared by it.

The formula, which anybody can work out again from the exported events: an event counts the seconds that somebody read
or listened, at most the seconds that the whole story takes, divided by these. A story read to its end is 1, half of it
0.5, however long it is and whatever its language. A publication's share of a month is the sum of its events by the sum
of all events.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TextIO

from kushk.core.reading import reading_seconds
from kushk.library import api as library
from kushk.membership.models import Reading

SPOKEN_LASTS = 1.5
"""Times as long as it takes to read."""
COLUMNS = ("day", "publication", "story", "kind", "seconds", "expected")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the export."""

    day: date
    publication: str
    story: str
    kind: str
    seconds: int
    expected: int

    @property
    def weight(self) -> Fraction:
        """Whole stories that it counts as, 0 to 1."""
        return Fraction(min(self.seconds, self.expected), self.expected) if self.expected > 0 else Fraction(0)


@dataclass(frozen=True, slots=True)
class Line:
    """What one publication or story has of a month. ``share`` is of all that was read and heard."""

    name: str
    read: Fraction
    heard: Fraction
    share: Fraction

    @property
    def total(self) -> Fraction:
        """Whole stories, read or heard."""
        return self.read + self.heard


def seconds_of(story: library.Story, kind: str) -> int:
    """Return the seconds that the whole of a story takes to be ``read`` or ``heard``, at least 1."""
    seconds = reading_seconds(library.member_document(story))
    return max(1, round(seconds * (SPOKEN_LASTS if kind == Reading.Kind.HEARD else 1)))


def note_reading(story: library.Story, kind: str, seconds: int, expected: int, day: date) -> None:
    """Write down that somebody read or heard a story.

    Args:
        story: which.
        kind: ``read`` or ``heard``.
        seconds: as long as it was on the screen or sounding.
        expected: as long as all of it takes.
        day: when.
    """
    seconds = max(0, min(seconds, expected))
    if seconds and kind in Reading.Kind.values:
        Reading.objects.create(
            publication=story.publication,
            slug=story.publication.slug,
            story=story.public_id,
            kind=kind,
            seconds=seconds,
            expected=expected,
            day=day,
        )


def events_of(month: str) -> Iterator[Event]:
    """Yield the events of a month (``2026-11``)."""
    year, number = map(int, month.split("-"))
    rows = Reading.objects.filter(day__year=year, day__month=number).select_related("publication")
    for row in rows.iterator():
        slug = row.publication.slug if row.publication else row.slug
        yield Event(row.day, slug, row.story, row.kind, row.seconds, row.expected)


def statement(events: Iterable[Event], *, by: str = "publication") -> list[Line]:
    """Return each publication's or story's part, the largest first.

    Args:
        events: of a month.
        by: ``publication`` or ``story``.
    """
    sums: dict[str, dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for event in events:
        sums[getattr(event, by)][event.kind] += event.weight
    whole = sum((sum(each.values(), Fraction(0)) for each in sums.values()), Fraction(0))
    lines = [
        Line(name, kinds["read"], kinds["heard"], sum(kinds.values(), Fraction(0)) / whole if whole else Fraction(0))
        for name, kinds in ((name, defaultdict(Fraction, kinds)) for name, kinds in sums.items())
    ]
    return sorted(lines, key=lambda line: (-line.total, line.name))


def shared(amount: int, lines: Iterable[Line]) -> dict[str, int]:
    """Share a sum by these lines, to the last unit: what rounding leaves goes to the largest remainders."""
    lines = list(lines)
    exact = {line.name: amount * line.share for line in lines}
    parts = {name: int(value) for name, value in exact.items()}
    left = amount - sum(parts.values()) if lines else 0
    for name in sorted(exact, key=lambda name: (parts[name] - exact[name], name))[:left]:
        parts[name] += 1
    return parts


def write_events(events: Iterable[Event], out: TextIO) -> None:
    """Write events as CSV."""
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for event in events:
        rows.writerow(
            [event.day.isoformat(), event.publication, event.story, event.kind, event.seconds, event.expected]
        )


def read_events(lines: Iterable[str]) -> Iterator[Event]:
    """Read events that ``write_events`` wrote, so that a publisher can work the statement out again."""
    for row in csv.DictReader(lines):
        yield Event(
            date.fromisoformat(row["day"]),
            row["publication"],
            row["story"],
            row["kind"],
            int(row["seconds"]),
            int(row["expected"]),
        )
