"""When a source is fetched next: politely, by what it says and by how often it publishes. Pure.

The rules are those of feed etiquette: a feed that can be asked "has it changed?" at most hourly, one that cannot at
most daily, unless the publisher itself says that more often is welcome; never before a Retry-After is over; further
and further apart while it fails; never again once it is gone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

CONDITIONAL = timedelta(hours=1)
"""The shortest interval for a source that answers conditional requests."""

UNCONDITIONAL = timedelta(days=1)
"""The shortest interval for one that sends everything each time."""

WELCOME = timedelta(minutes=10)
"""The shortest interval however often a publisher says to come."""

SELDOM = timedelta(days=1)
"""The longest interval for a source that seldom publishes or whose server calls everything fresh for a year."""

LONGEST_TTL = timedelta(days=7)
"""The longest interval that a feed's own ``ttl`` is believed to mean."""

LONGEST_BACK_OFF = timedelta(days=2)

LONGEST_PAUSE = timedelta(days=31)
"""A Retry-After is believed up to a month."""

LOOKS_PER_STORY = 4
"""How often to look between two stories, so that a story waits a quarter of the usual gap at the most."""

JITTER = 0.1
"""Share of an interval by which sources are spread, always later, never earlier."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of a source when its next fetch is planned."""

    id: str
    """Anything that stays the same for a source: its share of the jitter comes from it."""
    last_try: datetime | None = None
    failures: int = 0
    """Fetches that failed in a row."""
    conditional: bool = False
    """Whether it gave validators (ETag, Last-Modified) with its last answer."""
    fresh_for: int | None = None
    """Seconds for which its server calls the answer fresh (Cache-Control, Expires)."""
    minutes_to_live: int = 0
    """The feed's own ttl; 0 when it has none."""
    retry_after: int | None = None
    """Seconds after ``last_try`` for which it asked to be left alone."""
    seconds_between_stories: float | None = None
    """How often it publishes, usually; None when unknown."""
    gone: bool = False


def next_fetch(state: SourceState, now: datetime) -> datetime | None:
    """Return when a source is to be fetched next: never before ``now``, at once when it never was, None when never."""
    if state.gone:
        return None
    if state.last_try is None:
        return now
    tried = min(state.last_try, now)  # a clock that was set back must not silence a source
    due = tried + _interval(state) * (1 + JITTER * _share(state.id))
    if state.retry_after is not None:
        due = max(due, tried + _believed(state.retry_after, LONGEST_PAUSE))
    return max(due, now)


def _interval(state: SourceState) -> timedelta:
    usual = max(_permitted(state), _useful(state))
    if state.failures <= 0:
        return usual
    longest = max(usual, LONGEST_BACK_OFF)
    return min(max(usual, CONDITIONAL) * 2 ** min(state.failures - 1, 10), longest)


def _permitted(state: SourceState) -> timedelta:
    """Return the shortest interval that is polite."""
    said = []
    if state.fresh_for is not None and state.fresh_for > 0:
        said.append(_believed(state.fresh_for, SELDOM))
    if state.minutes_to_live > 0:
        said.append(_believed(state.minutes_to_live * 60, LONGEST_TTL))
    if said:
        return max(min(said), WELCOME)
    return CONDITIONAL if state.conditional else UNCONDITIONAL


def _useful(state: SourceState) -> timedelta:
    """Return the interval that the source's own rhythm asks for."""
    if state.seconds_between_stories is None:
        return CONDITIONAL
    return _believed(state.seconds_between_stories / LOOKS_PER_STORY, SELDOM)


def _believed(seconds: float, longest: timedelta) -> timedelta:
    """Return what a source says of time, kept between nothing and the longest that it is believed."""
    return timedelta(seconds=min(max(0.0, seconds), longest.total_seconds()))


def _share(identity: str) -> float:
    """Return a number from 0 to 1 that an id always gives."""
    return int.from_bytes(hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=4).digest()) / 2**32
