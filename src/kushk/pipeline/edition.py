"""What a publication's entry in the sample stand adds to its stories: their section and their weekly issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from kushk.library.api import Arrival, Source
from kushk.pipeline.retrieve import sample


def edited(arrival: Arrival, source: Source) -> Arrival:
    """Return an arrival with what is known of it beyond its source; only the sample stand knows anything."""
    if not source.url.startswith("sample:"):
        return arrival
    folder = source.url.removeprefix("sample:").partition("/")[0]
    entries = {entry["folder"]: entry for entry in sample().stand["publications"]}
    return _placed(arrival, entries.get(folder, {}))


def _placed(arrival: Arrival, entry: Mapping[str, Any]) -> Arrival:
    sections = frozenset(entry.get("sections", ()))
    section = arrival.section or next((name for name in arrival.categories if name in sections), "")
    issue = week_of(arrival.published) if entry.get("issues") == "weekly" else None
    return replace(arrival, section=section, issue=issue)


def week_of(published: str) -> date | None:
    """Return the Monday of the week in which a story was published, or None when its date is not known."""
    try:
        day = datetime.fromisoformat(published).date()
    except ValueError:
        return None
    return day - timedelta(days=day.weekday())
