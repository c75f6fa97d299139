"""Time limits of rights records."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from kushk.library.models import Rights, Story, StoryState
from kushk.library.services.takedown import withhold_stories


def expire_archive(*, now: datetime | None = None) -> int:
    """Withhold the stories that have been here longer than their source's rights allow; return how many."""
    moment = now or timezone.now()
    expired = 0
    for rights in Rights.objects.exclude(archive_days=None):
        ended = moment - timedelta(days=rights.archive_days or 0)
        old = Story.objects.filter(source=rights.source_id, state=StoryState.PUBLISHED, first_seen__lt=ended)
        expired += withhold_stories(old, ARCHIVE_ENDED)
    return expired


ARCHIVE_ENDED = "The time for which this story may be shown has passed."
"""Also the key under which the interface catalogues translate it."""
