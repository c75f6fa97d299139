"""More stories: which stories are about the same, reckoned in the background from shared rare words."""

from __future__ import annotations

from django.db import transaction

from kushk.library.models import Related, SearchText, Story, StoryState
from kushk.library.search.alike import alike

KEPT_AT_MOST = 12
"""Related stories that are kept of each."""

_FOLLOWED = 4
"""To how many of its nearest a story is added as well, so that what came first leads to what came of it."""


def relate_story(story: Story) -> int:
    """Reckon a story's related ones again and keep them; return how many there are.

    They are in the same language and share words that few stories have, the headline's first of all. Copies of the
    story itself (wire copy in another publication) are left out.
    """
    row = SearchText.objects.filter(story_id=story.pk, story__state=StoryState.PUBLISHED).first()
    others = alike(row, story.base_language, KEPT_AT_MOST) if row is not None else []
    with transaction.atomic():
        _keep(story.pk, others)
        for other in others[:_FOLLOWED]:
            _follow(other, story.pk)
    return len(others)


def _follow(elder: int, story: int) -> None:
    """Put a story that came later before the related ones of an elder one."""
    known = list(Related.objects.filter(story_id=elder).order_by("rank").values_list("other_id", flat=True))
    if story not in known:
        _keep(elder, [story, *known][:KEPT_AT_MOST])


def _keep(story: int, others: list[int]) -> None:
    Related.objects.filter(story_id=story).delete()
    Related.objects.bulk_create(Related(story_id=story, other_id=other, rank=rank) for rank, other in enumerate(others))
