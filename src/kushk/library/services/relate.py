"""More stories: which stories are about the same, reckoned in the background from shared rare words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from django.db import transaction

from kushk.core.people import shared_people
from kushk.library.models import Related, SearchText, Story, StoryState
from kushk.library.search.alike import alike

KEPT_AT_MOST = 12
"""Related stories that are kept of each."""

_NAMED = 2
"""People that are named as the reason why two stories stand together."""

_FOLLOWED = 4
"""To how many of its nearest a story is added as well, so that what came first leads to what came of it."""


def relate_story(story: Story) -> int:
    """Reckon a story's related ones again and keep them; return how many there are.

    They are in the same language and share words that few stories have, the headline's first of all. Copies of the
    story itself (wire copy in another publication) are left out. People whom both name are kept with the pair.
    """
    row = SearchText.objects.filter(story_id=story.pk, story__state=StoryState.PUBLISHED).first()
    others = alike(row, story.base_language, KEPT_AT_MOST) if row is not None else []
    names = _people(story, others)
    with transaction.atomic():
        _keep(story.pk, {other: names.get(other, ()) for other in others})
        for other in others[:_FOLLOWED]:
            _follow(other, story.pk, names.get(other, ()))
    return len(others)


def _people(story: Story, others: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return, by story, the people whom it and this one both name."""
    rows = SearchText.objects.filter(story_id__in=[story.pk, *others]).select_related("story")
    texts = {row.story_id: f"{row.story.headline}\n{row.shown}" for row in rows}
    own = texts.pop(story.pk, "")
    shared = {other: shared_people(own, text, story.base_language)[:_NAMED] for other, text in texts.items()}
    return {other: names for other, names in shared.items() if names}


def _follow(elder: int, story: int, names: tuple[str, ...]) -> None:
    """Put a story that came later before the related ones of an elder one."""
    known = dict(Related.objects.filter(story_id=elder).order_by("rank").values_list("other_id", "names"))
    if story not in known:
        _keep(elder, dict(islice({story: names, **known}.items(), KEPT_AT_MOST)))


def _keep(story: int, others: Mapping[int, Sequence[str]]) -> None:
    Related.objects.filter(story_id=story).delete()
    Related.objects.bulk_create(
        Related(story_id=story, other_id=other, rank=rank, names=list(names))
        for rank, (other, names) in enumerate(others.items())
    )
