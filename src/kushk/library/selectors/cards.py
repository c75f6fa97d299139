"""Cards: what lists show of stories and publications, read as plain columns in one query."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet

from kushk.core.languages import direction_of
from kushk.library.models import Media, Publication, Story
from kushk.library.values import CardPage, Picture, PublicationCard, StoryCard

_COLUMNS = (
    "pk",
    "public_id",
    "slug",
    "publication_id",
    "publication__slug",
    "publication__native_name",
    "publication__language",
    "publication__stripe_start",
    "publication__stripe_end",
    "headline",
    "dek",
    "language",
    "direction",
    "reading_minutes",
    "published_at",
    "published_text",
    "corrected_at",
    "publication__name",
    "picture__file",
    "picture__width",
    "picture__height",
    "picture__variants",
    "source__rights__images",
)

_MOMENTS = (_COLUMNS.index("published_at"), _COLUMNS.index("corrected_at"))
_VARIANTS = _COLUMNS.index("picture__variants")

LISTED = Q(listed_at__isnull=False)
"""Stories that readers may have."""


def cards_of(stories: QuerySet[Story]) -> list[StoryCard]:
    """Return the cards of these stories, in their order."""
    return [card_from(row) for row in stories.values_list(*_COLUMNS)]


def cards_by_id(ids: Iterable[int]) -> dict[int, StoryCard]:
    """Return the cards of those of these stories that readers may have."""
    return {card.id: card for card in cards_of(Story.objects.filter(LISTED, pk__in=list(ids)).order_by())}


def cards_by_public_id(ids: Iterable[str]) -> dict[str, StoryCard]:
    """Return the cards of those of these stories that readers may have, by the ids that addresses have."""
    found = cards_of(Story.objects.filter(LISTED, public_id__in=list(ids)).order_by())
    return {card.public_id: card for card in found}


@dataclass(frozen=True, slots=True)
class CardText:
    """A card with the text that search looks at."""

    card: StoryCard
    shown: str
    """As readers see it."""
    indexed: str
    """As the index has it."""


def cards_with_text(ids: Sequence[int]) -> dict[int, CardText]:
    """Return the cards of those of these stories that readers may have, with their texts."""
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_statement(connection.vendor, len(ids)), list(ids))
        rows = cursor.fetchall()
    return {row[0]: CardText(_plain_card(row), row[-3] or "", f"{row[-2]} {row[-1]}") for row in rows}


@lru_cache(maxsize=64)
def _statement(vendor: str, count: int) -> str:
    """Return the SQL for that many stories: to write it takes Django longer than the database to answer it."""
    del vendor
    stories = Story.objects.filter(LISTED, pk__in=range(count)).order_by()
    texts = ("search_text__shown", "search_text__standfirst", "search_text__body")
    statement, _ = stories.values_list(*_COLUMNS, *texts).query.sql_with_params()
    return str(statement)


def _plain_card(row: tuple[Any, ...]) -> StoryCard:
    """Return the card of a row that comes straight from the database."""
    values = list(row[: len(_COLUMNS)])
    for place in _MOMENTS:
        values[place] = _moment(values[place])
    if isinstance(values[_VARIANTS], str):
        values[_VARIANTS] = json.loads(values[_VARIANTS])
    return card_from(tuple(values))


def _moment(value: str | datetime | None) -> datetime | None:
    """Return an instant that SQLite keeps as text in UTC."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if isinstance(value, str) else value


def card_from(row: tuple[Any, ...]) -> StoryCard:
    """Return the card that a row of ``_COLUMNS`` makes."""
    name, file, width, height, variants, images = row[17:]
    picture = picture_from(file, width, height, variants) if file and images else None
    values: list[Any] = [*row[:5], row[5] or name, *row[6:17], picture]
    return StoryCard(*values)


def picture_from(file: str, width: int, height: int, variants: list[dict[str, Any]]) -> Picture:
    """Return a kept picture with its smaller sizes as site paths."""
    sizes = [*variants, {"file": file, "width": width}]
    srcset = ", ".join(f"{settings.MEDIA_URL}{size['file']} {size['width']}w" for size in sizes)
    return Picture(f"{settings.MEDIA_URL}{file}", width, height, srcset if variants else "")


def picture_of(media: Media) -> Picture:
    """Return a kept picture, ready for a page."""
    return picture_from(media.file, media.width, media.height, media.variants)


def publication_card(publication: Publication) -> PublicationCard:
    """Return what lists show of a publication."""
    return PublicationCard(
        id=publication.pk,
        slug=publication.slug,
        name=publication.name,
        native_name=publication.native_name or publication.name,
        language=publication.language,
        direction=direction_of(publication.language),
        country=publication.country,
        topic=publication.topic,
        description=publication.description,
        stripe_start=publication.stripe_start,
        stripe_end=publication.stripe_end,
        nameplate=publication.nameplate or publication.native_name or publication.name,
        face=publication.face,
    )


def page_of(stories: QuerySet[Story], cursor: str, limit: int) -> CardPage:
    """Return the cards after a cursor, newest first, and the cursor of what follows. Nothing is counted."""
    stories = stories.filter(LISTED).order_by("-listed_at", "-pk")
    after = after_cursor(cursor)
    if after is not None:
        moment, pk = after
        stories = stories.filter(Q(listed_at__lt=moment) | Q(listed_at=moment, pk__lt=pk), listed_at__lte=moment)
    cards = cards_of(stories[: limit + 1])
    last = cards[limit - 1] if len(cards) > limit else None
    return CardPage(tuple(cards[:limit]), f"{last.published_at.isoformat()}_{last.id}" if last else "")


def after_cursor(cursor: str) -> tuple[datetime, int] | None:
    """Return where a page begins; a cursor that nobody made means the first page."""
    moment, _, pk = cursor.rpartition("_")
    try:
        read = datetime.fromisoformat(moment)
        number = int(pk)
    except ValueError:
        return None
    return (read, number) if read.tzinfo is not None and 0 <= number < 1 << 63 else None
