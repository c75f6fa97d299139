"""What the full-text index is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kushk.library.search.query import Query


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query with its filters."""

    query: Query
    facets: tuple[tuple[str, ...], ...] = ()
    """Groups of facet tokens; a story must have one of each group."""
    since: datetime | None = None
    until: datetime | None = None
    """The first instant that no longer counts."""


@dataclass(frozen=True, slots=True)
class Found:
    """A story that matches."""

    story_id: int
    score: float
    """The higher the better; scores of one answer compare, others do not."""
    published_at: datetime
