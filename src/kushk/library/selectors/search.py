"""Search: what a reader typed, ranked, filtered, with the place in the text where it stands."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta

from django.db import connection
from django.utils import timezone

from kushk.library.models import Publication, SearchText, Story
from kushk.library.search import index
from kushk.library.search.query import LONGEST, Query, parse
from kushk.library.search.snippets import Marker
from kushk.library.search.wanted import Found, Wanted
from kushk.library.search.words import TRANSLATION, language_facet, month_facet, publication_facet
from kushk.library.selectors.cards import cards_with_text
from kushk.library.values import SearchHit, SearchPage

_POOL = 60
"""Best matches whose age is looked at; the order of what comes behind them is the index's own."""

_FRESHNESS = 0.5
"""How much a story of today counts above an old one that matches as well."""

_HALF_LIFE = timedelta(days=14)
_MOST_MONTHS = 36


def search(  # noqa: PLR0913 -- filters, all by name
    query: str,
    *,
    publication: Publication | None = None,
    language: str = "",
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
    page: int = 1,
) -> SearchPage:
    """Return the stories that match what a reader typed, best first.

    Words must all be there, in any of their forms; ``"words in quotes"`` next to each other, ``-word`` not, ``begin*``
    as the beginning of a word. Any text is a query; one without words finds nothing.

    Args:
        query: what was typed; the first 256 characters count.
        publication: only its stories.
        language: only stories in it (first part of a BCP 47 tag, or a whole one).
        since: only stories published on that day (UTC) or later.
        until: only stories published on that day or earlier.
        limit: results of a page.
        page: which page, from 1.
    """
    shown, base = query[:LONGEST], language.partition("-")[0].lower()
    parsed = parse(query, [base] if base else stand_languages())
    if not parsed:
        return SearchPage(shown, ())
    wanted = Wanted(parsed, _facets(publication, base, since, until), _midnight(since), _midnight(_day_after(until)))
    first = (max(page, 1) - 1) * limit
    found = _by_freshness(index.find(wanted, max(_POOL, first + limit + 1)))
    hits = _hits(found[first : first + limit], parsed)
    return SearchPage(shown, tuple(hits), len(found) > first + limit)


def _hits(found: list[Found], query: Query) -> list[SearchHit]:
    ids = [hit.story_id for hit in found]
    cards = cards_with_text(ids)
    markers: dict[str, Marker] = {}
    hits = []
    for pk in ids:
        if pk in cards:
            text = cards[pk]
            language = text.card.language.partition("-")[0].lower()
            marker = markers.get(language) or markers.setdefault(language, Marker(query, language))
            snippet = marker.best(text.shown, text.indexed)
            hits.append(SearchHit(text.card, marker.whole(text.card.headline), snippet))
    return hits


def _by_freshness(found: list[Found]) -> list[Found]:
    """Put newer stories of the pool before older ones that match as well."""
    now = timezone.now()
    pool = sorted(found[:_POOL], key=lambda hit: -hit.score * _freshness(now - hit.published_at))
    return pool + found[_POOL:]


def _freshness(age: timedelta) -> float:
    return 1 + _FRESHNESS * math.exp2(-max(age, timedelta()) / _HALF_LIFE)


def _facets(
    publication: Publication | None, language: str, since: date | None, until: date | None
) -> tuple[tuple[str, ...], ...]:
    groups = []
    if publication is not None:
        groups.append((publication_facet(publication.pk),))
    if language:
        groups.append((language_facet(language),))
    months = _months(since, until or timezone.now().date() + timedelta(days=2)) if since else ()
    return (*groups, months) if months else tuple(groups)


def _months(since: date, until: date) -> tuple[str, ...]:
    """Return the tokens of the months between two days; none when they are so many that they would not help."""
    first, last = since.year * 12 + since.month - 1, until.year * 12 + until.month - 1
    if not 0 <= last - first < _MOST_MONTHS:
        return ()
    return tuple(month_facet(month // 12, month % 12 + 1) for month in range(first, last + 1))


def _midnight(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _day_after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day is not None and day < date.max else None


def translated_into(story: Story) -> frozenset[str]:
    """Return the languages, without script and region, in which search finds a story beside its own."""
    lines = SearchText.objects.filter(story_id=story.pk).values_list("translated", flat=True).first() or ""
    return frozenset(line.split(" ", 1)[0].removeprefix(TRANSLATION) for line in lines.split("\n") if line)


def stand_languages() -> list[str]:
    """Return the languages of the stand's stories: one index look-up for each, however many stories there are."""
    with connection.cursor() as cursor:
        cursor.execute(_LANGUAGES)
        return [language for (language,) in cursor.fetchall()]


_LANGUAGES = """
    WITH RECURSIVE found(language) AS (
        SELECT min(base_language) FROM library_story
        UNION ALL
        SELECT (SELECT min(base_language) FROM library_story WHERE base_language > found.language)
        FROM found WHERE found.language IS NOT NULL)
    SELECT language FROM found WHERE language IS NOT NULL
"""
