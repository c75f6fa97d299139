"""Make what lists and search keep of stories agree again with their documents, rights and state."""

from __future__ import annotations

from django.db import models, transaction

from kushk.library.models import SearchText, Story, StoryState
from kushk.library.search import index
from kushk.library.selectors.access import open_cut
from kushk.library.selectors.rights import current_documents, terms_of_story
from kushk.library.services.derive import dek_of, search_text_of

_AT_ONCE = 100


def refresh_stories(stories: models.QuerySet[Story]) -> int:
    """Cut the cards of these stories and their search text again, some at a time; return how many there were."""
    ids = list(stories.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), _AT_ONCE):
        with transaction.atomic():
            _refresh(ids[start : start + _AT_ONCE])
    return len(ids)


def _refresh(ids: list[int]) -> None:
    stories = Story.objects.select_related("source__rights", "publication", "section").in_bulk(ids)
    rows = []
    for story_id, document in current_documents(ids):
        story = stories[story_id]
        cut = open_cut(story, terms_of_story(story))
        story.dek = dek_of(document, cut)
        rows.append(search_text_of(story, document, cut))
    Story.objects.bulk_update(stories.values(), ["dek"])
    index.put([row for row in rows if row is not None])
    index.remove([story.pk for story in stories.values() if story.state != StoryState.PUBLISHED])


def rebuild_search() -> int:
    """Make the whole search index again, after the analyzer has changed; return how many stories it holds."""
    refresh_stories(Story.objects.all())
    return SearchText.objects.count()
