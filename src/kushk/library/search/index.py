"""The full-text index behind one interface: put, remove, find. The database decides which implementation answers."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from django.db import connection

from kushk.library.models import SearchText
from kushk.library.rows import put_rows
from kushk.library.search import engine
from kushk.library.search.wanted import Found, Wanted

_COLUMNS = ("story_id", "headline", "standfirst", "body", "stems", "facets", "shown")


def put(rows: Sequence[SearchText]) -> None:
    """Make these stories findable, in the caller's transaction; a row replaces the one its story had."""
    put_rows(SearchText, _COLUMNS, map(attrgetter(*_COLUMNS), rows))


def remove(story_ids: Sequence[int]) -> None:
    """Make these stories impossible to find, in the caller's transaction."""
    SearchText.objects.filter(story_id__in=story_ids).delete()


def find(wanted: Wanted, pool: int) -> list[Found]:
    """Return at most ``pool`` stories that match, the best first."""
    found: list[Found] = engine.of(connection).find(connection, wanted, pool)
    return found
