"""Sources: added once, fetched on a schedule, paused, removed; and what may be done with their stories."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kushk.library.links import canonical_link
from kushk.library.models import Publication, Rights, Source, SourceState, Story
from kushk.library.services.refresh import refresh_stories
from kushk.library.services.takedown import withdraw_stories
from kushk.library.values import FetchReport, RightsTerms


@transaction.atomic
def add_source(
    publication: Publication, url: str, *, kind: str = "feed", title: str = "", next_fetch_at: datetime | None = None
) -> tuple[Source, bool]:
    """Add a source; an address that is one already (``canonical_link``) is not added again.

    Returns:
        The source, and whether it was added or brought back after having been removed.
    """
    source, made = Source.objects.get_or_create(
        canonical_url=canonical_link(url)[:2000],
        defaults={
            "publication": publication,
            "url": url,
            "kind": kind,
            "title": title[:300],
            "next_fetch_at": next_fetch_at,
        },
    )
    if not made and source.state == SourceState.GONE:
        resume_source(source, next_fetch_at)
        return source, True
    return source, made


def set_rights(source: Source, terms: RightsTerms) -> Rights:
    """Record what may be done with a source's stories, and cut cards and search text again to match.

    Pages obey at once, since each asks ``visible_document``; lists and search follow, some stories a transaction.
    """
    rights, _ = Rights.objects.update_or_create(source=source, defaults=asdict(terms))
    source.rights = rights
    refresh_stories(Story.objects.filter(source=source))
    return rights


@transaction.atomic
def record_fetch(source: Source, report: FetchReport, *, now: datetime | None = None) -> None:
    """Write down how a fetch went: health, validators for the next conditional request, and when that is due."""
    now = now or timezone.now()
    fresh = Source.objects.select_for_update().get(pk=source.pk)
    fresh.last_fetch_at = now
    fresh.next_fetch_at = report.next_fetch_at
    if report.stories_a_day is not None:
        fresh.stories_a_day = report.stories_a_day
    if report.gone:
        fresh.state = SourceState.GONE
    if report.ok:
        _record_success(fresh, report, now)
    else:
        fresh.failures += 1
        fresh.last_error_code = report.error_code[:80]
        fresh.last_error_detail = report.error_detail[:500]
    fresh.save()
    source.refresh_from_db()


def _record_success(source: Source, report: FetchReport, now: datetime) -> None:
    source.last_success_at = now
    source.failures = 0
    source.last_error_code = source.last_error_detail = ""
    source.title = source.title or report.title[:300]
    if not report.unchanged:
        source.etag = _fitting(report.etag, "etag")
        source.last_modified = _fitting(report.last_modified, "last_modified")
        source.warnings = list(report.warnings)
        source.items_seen += report.items


def _fitting(validator: str, field: str) -> str:
    """Return a validator that its field can hold whole; a part of one would be wrong, so then none."""
    column = Source._meta.get_field(field)  # noqa: SLF001 -- Django's documented model interface
    return validator if len(validator) <= (getattr(column, "max_length", None) or 0) else ""


def schedule_source(source: Source, next_fetch_at: datetime | None) -> None:
    """Move the next fetch of a source; None takes it off the schedule."""
    _update(source, next_fetch_at=next_fetch_at)


def pause_source(source: Source) -> None:
    """Stop fetching a source; its stories stay."""
    _update(source, state=SourceState.PAUSED)


def resume_source(source: Source, next_fetch_at: datetime | None = None) -> None:
    """Fetch a paused or gone source again, at once unless a time is given."""
    _update(source, state=SourceState.ACTIVE, failures=0, next_fetch_at=next_fetch_at or timezone.now())


def remove_source(source: Source, *, withdraw: bool = False, notice: str = "") -> None:
    """Never fetch a source again; with ``withdraw`` its stories are taken down as well.

    The row stays, since its rights record goes on to say what may be done with the stories that stay.
    """
    _update(source, state=SourceState.GONE, next_fetch_at=None)
    if withdraw:
        withdraw_stories(Story.objects.filter(source=source), notice)


def _update(source: Source, **values: object) -> None:
    Source.objects.filter(pk=source.pk).update(**values)
    for name, value in values.items():
        setattr(source, name, value)
