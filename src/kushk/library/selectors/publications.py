"""Publications: to browse, one by its name, with sections and issues."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from kushk.library.errors import NoSuchPublication
from kushk.library.models import Issue, Publication, Section, Source, SourceState
from kushk.library.selectors.cards import publication_card
from kushk.library.values import Choices, PublicationCard


def matching(language: str = "", country: str = "", topic: str = "") -> QuerySet[Publication]:
    """Return the publications of a language, country and topic; an empty one means any."""
    found = Publication.objects.all()
    if language:
        found = found.filter(Q(language=language) | Q(language__startswith=f"{language}-"))
    if country:
        found = found.filter(country=country.upper())
    return found.filter(topic=topic) if topic else found


def publications(*, language: str = "", country: str = "", topic: str = "") -> list[PublicationCard]:
    """Return the publications of a language, country and topic, by name."""
    return [publication_card(publication) for publication in matching(language, country, topic).order_by("name")]


def publication_by_slug(slug: str) -> Publication:
    """Return the publication of that name.

    Raises:
        NoSuchPublication: there is none.
    """
    try:
        return Publication.objects.get(slug=slug)
    except Publication.DoesNotExist:
        raise NoSuchPublication(slug=slug) from None


def sections_of(publication: Publication) -> list[Section]:
    """Return the sections of a publication in their order."""
    return list(publication.sections.all())


def issues_of(publication: Publication, limit: int = 60) -> list[Issue]:
    """Return the newest dated issues of a publication."""
    return list(publication.issues.order_by("-date")[:limit])


def choices() -> Choices:
    """Return what the stand can be browsed by."""
    rows = Publication.objects.values_list("language", "country", "topic").order_by().distinct()
    languages = {language.partition("-")[0] for language, _, _ in rows}
    return Choices(
        tuple(sorted(languages - {"und", ""})),
        tuple(sorted({country for _, country, _ in rows} - {""})),
        tuple(sorted({topic for _, _, topic in rows} - {""})),
    )


def due_sources(now: datetime | None = None, limit: int = 100) -> list[Source]:
    """Return active sources whose time has come, the longest waiting first."""
    due = Source.objects.filter(state=SourceState.ACTIVE, next_fetch_at__lte=now or Now())
    return list(due.select_related("publication").order_by("next_fetch_at")[:limit])
