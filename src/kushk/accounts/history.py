"""What a reader has read: kept only once they asked for it, and gone when they ask for that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db import transaction

from kushk.accounts.models import History, HistoryEntry

MOST_OPENED = 1000
"""Stories in one history; more drop those read longest ago."""


def has_history(account: User) -> bool:
    """Tell whether a reader wants a history to be kept."""
    return History.objects.filter(account=account).exists()


def start_history(account: User) -> None:
    """Keep from now on what is read."""
    History.objects.get_or_create(account=account)


def stop_history(account: User) -> None:
    """Keep it no longer, and forget what was kept."""
    History.objects.filter(account=account).delete()


def forget_opened(account: User, story: str = "") -> None:
    """Forget one story of the history, or all, and go on keeping it."""
    rows = HistoryEntry.objects.filter(history__account=account)
    (rows.filter(story=story) if story else rows).delete()


@transaction.atomic
def note_opened(account: User, opened: Iterable[tuple[str, int]]) -> None:
    """Note stories in the history of a reader who wants one.

    Args:
        account: the reader.
        opened: ids of stories as addresses have them, each with when it was read, in milliseconds since 1970. What
            was read before the history began is left out.
    """
    history = History.objects.filter(account=account).first()
    if history is None:
        return
    latest = {story: _moment(at) for story, at in sorted(opened, key=lambda each: each[1])}
    known = dict(history.entries.filter(story__in=latest).values_list("story", "at"))
    rows = [
        HistoryEntry(history=history, story=story, at=at)
        for story, at in latest.items()
        if at > known.get(story, history.since)
    ]
    HistoryEntry.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["history", "story"], update_fields=["at"]
    )
    over = history.entries.order_by("-at", "-pk").values_list("pk", flat=True)[MOST_OPENED:]
    HistoryEntry.objects.filter(pk__in=list(over)).delete()


def opened_by(account: User, limit: int = MOST_OPENED) -> list[tuple[str, datetime]]:
    """Return the ids of the stories of a history with when they were read, the latest first."""
    rows = HistoryEntry.objects.filter(history__account=account).order_by("-at", "-pk")
    return list(rows.values_list("story", "at")[:limit])


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
