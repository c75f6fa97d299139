"""Take stories down and put them back: one act reaches lists, search, pages and what was made from them."""

from __future__ import annotations

from django.db import models, transaction
from django.db.models import F, Max

from kushk.library.models import Publication, Related, Story, StoryState
from kushk.library.search import index
from kushk.library.services.media import drop_pictures
from kushk.library.services.refresh import refresh_stories


def withhold_story(story: Story, notice: str = "") -> None:
    """Take a story down for the time being; it can be restored."""
    _take_down(Story.objects.filter(pk=story.pk), StoryState.WITHHELD, notice)
    story.refresh_from_db()


def withdraw_story(story: Story, notice: str = "") -> None:
    """Take a story down for good: its page says that it was withdrawn, and its pictures are deleted."""
    withdraw_stories(Story.objects.filter(pk=story.pk), notice)
    story.refresh_from_db()


def withdraw_stories(stories: models.QuerySet[Story], notice: str = "") -> int:
    """Withdraw every one of these stories; return how many."""
    return _take_down(stories, StoryState.WITHDRAWN, notice)


def withhold_stories(stories: models.QuerySet[Story], notice: str = "") -> int:
    """Withhold every one of these stories; return how many."""
    return _take_down(stories, StoryState.WITHHELD, notice)


@transaction.atomic
def restore_story(story: Story) -> None:
    """Publish a story again that was taken down."""
    Story.objects.filter(pk=story.pk).update(state=StoryState.PUBLISHED, notice="", listed_at=F("published_at"))
    refresh_stories(Story.objects.filter(pk=story.pk))
    renew_latest([story.publication_id])
    story.refresh_from_db()


@transaction.atomic
def _take_down(stories: models.QuerySet[Story], state: StoryState, notice: str) -> int:
    taken = list(stories.values_list("pk", "publication_id"))
    for start in range(0, len(taken), _AT_ONCE):
        ids = [pk for pk, _ in taken[start : start + _AT_ONCE]]
        Story.objects.filter(pk__in=ids).update(state=state, notice=notice, listed_at=None)
        index.remove(ids)
        Related.objects.filter(models.Q(story_id__in=ids) | models.Q(other_id__in=ids)).delete()
        if state == StoryState.WITHDRAWN:
            drop_pictures(ids)
    renew_latest({publication for _, publication in taken})
    return len(taken)


_AT_ONCE = 500
"""Stories in one statement: far below the number of parameters that a database takes."""


def renew_latest(publications: set[int] | list[int]) -> None:
    """Make ``latest_at`` of these publications agree with their stories."""
    for pk in publications:
        newest = Story.objects.filter(publication_id=pk, listed_at__isnull=False).aggregate(newest=Max("listed_at"))
        Publication.objects.filter(pk=pk).update(latest_at=newest["newest"])
