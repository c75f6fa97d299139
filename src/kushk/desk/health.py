"""The health of a source, in words."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from kushk.base.locale import number, relative
from kushk.library.api import Source, SourceState

LANGUAGE = "en"
"""The desk speaks English."""


def health(source: Source, now: datetime) -> str:
    """Return one line that says how a source fares and, if badly, what the last fetch said."""
    if source.state == SourceState.PAUSED:
        return "Paused"
    if source.state == SourceState.GONE:
        return "Given up: it is not fetched any more"
    if source.failures:
        times = "once" if source.failures == 1 else f"{source.failures} times in a row"
        return f"Failed {times}: {source.last_error_detail or source.last_error_code}"
    if source.last_success_at is None:
        return "Never fetched yet"
    return f"Well, fetched {relative(source.last_success_at, now, LANGUAGE)}"


def next_fetch(source: Source, now: datetime) -> str:
    """Return when a source is due."""
    if source.state != SourceState.ACTIVE or source.next_fetch_at is None:
        return "Not on a schedule"
    if source.next_fetch_at <= now:
        return "Due now"
    minutes = int((source.next_fetch_at - now).total_seconds() // 60) + 1
    return f"In {minutes} min" if minutes < 120 else f"In {minutes // 60} h"  # noqa: PLR2004 - hours from two on


def warnings(source: Source) -> str:
    """Return what the last parse warned about, each thing once and how often, the most frequent first."""
    told = Counter(f"{each.get('detail', '')} [{each.get('code', '')}]".strip() for each in source.warnings)
    return "; ".join(f"{text} ({count} times)" if count > 1 else text for text, count in told.most_common()) or "None"


def pace(source: Source) -> str:
    """Return how many stories a source brings a day, as precisely as anyone wants to know."""
    if source.stories_a_day is None:
        return "Not known yet"
    return number(round(source.stories_a_day, 1), LANGUAGE) if source.stories_a_day >= 0.1 else "Fewer than 0.1"  # noqa: PLR2004
