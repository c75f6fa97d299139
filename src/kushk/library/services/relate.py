"""More stories: which stories are about the same, reckoned in the background from shared rare words."""

from __future__ import annotations

from django.db import transaction

from kushk.library.models import Related, SearchText, Story, StoryState
from kushk.library.search.alike import alike

KEPT_AT_MOST = 12
"""Related stories that are kept of each."""


def relate_story(story: Story) -> int:
    """Reckon a story's related ones again and keep them; return how many there are.

    They are in the same language and share words that few stories have, the headline's first of all. Copies of the
    story itself (wire copy in another publication) are left out.
    """
    row = SearchText.objects.filter(story_id=story.pk, story__state=StoryState.PUBLISHED).first()
    others = alike(row, story.base_language, KEPT_AT_MOST) if row is not None else []
    with transaction.atomic():
        Related.objects.filter(story=story).delete()
        Related.objects.bulk_create(
            Related(story_id=story.pk, other_id=other, rank=rank) for rank, other in enumerate(others)
        )
    return len(others)
