"""What a run tells the schedule: how often the source publishes, and what its server and its feed asked for. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median

from kushk.library.api import Source, SourceKind
from kushk.sources.fetch.errors import Gone, SlowDown
from kushk.sources.fetch.result import Fetched, NotModified
from kushk.sources.formats.parsed import ParsedFeed, ParsedStory
from kushk.sources.schedule import SourceState, next_fetch

NEWEST = 20
"""Stories from which the rhythm is read."""
PAGE_SECONDS = 7 * 86400.0
"""A single page changes seldom after its first day; it is looked at as if a story came each week."""
_DAY = 86400.0


def after_success(
    source: Source, found: Fetched | NotModified, feed: ParsedFeed | None, rhythm: float | None, now: datetime
) -> datetime | None:
    """Return when a source is fetched next after it answered; None for one that is not on the web."""
    if not _on_the_web(source):
        return None
    state = SourceState(
        id=str(source.pk),
        last_try=now,
        conditional=bool(found.validators),
        fresh_for=found.fresh_for,
        minutes_to_live=feed.minutes_to_live if feed else 0,
        seconds_between_stories=PAGE_SECONDS if source.kind == SourceKind.PAGE else _gap(rhythm),
    )
    return next_fetch(state, now)


def after_fault(source: Source, fault: Exception, now: datetime) -> datetime | None:
    """Return when a source is fetched next after it failed; None when never."""
    if not _on_the_web(source):
        return None
    state = SourceState(
        id=str(source.pk),
        last_try=now,
        failures=source.failures + 1,
        conditional=bool(source.etag or source.last_modified),
        retry_after=fault.retry_after if isinstance(fault, SlowDown) else None,
        seconds_between_stories=_gap(source.stories_a_day),
        gone=isinstance(fault, Gone),
    )
    return next_fetch(state, now)


def _on_the_web(source: Source) -> bool:
    return source.url.startswith(("http://", "https://"))


def _gap(stories_a_day: float | None) -> float | None:
    return _DAY / stories_a_day if stories_a_day else None


def stories_a_day(stories: Sequence[ParsedStory], now: datetime) -> float | None:
    """Return how often a source publishes, from the dates of its newest stories; None when they do not tell.

    A source that has fallen silent counts as slower than it was.
    """
    moments = sorted((moment for moment in _moments(stories) if moment <= now), reverse=True)[:NEWEST]
    if len(moments) < 2:  # noqa: PLR2004 - one moment makes no gap
        return None
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(moments)]
    usual = max(median(gaps), sum(gaps) / len(gaps) / 4)
    silence = (now - moments[0]).total_seconds() / 2
    return _DAY / max(usual, silence, 60.0)


def _moments(stories: Iterable[ParsedStory]) -> Iterable[datetime]:
    for story in stories:
        try:
            moment = datetime.fromisoformat(story.published)
        except ValueError:
            continue
        yield moment if moment.tzinfo else moment.replace(tzinfo=UTC)
