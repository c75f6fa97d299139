"""One act takes a story down everywhere; another puts it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kushk.library.api import (
    Publication,
    Source,
    Story,
    front,
    more_stories,
    newest_stories,
    publication_stories,
    relate_story,
    remove_source,
    restore_story,
    search,
    story_by_public_id,
    withdraw_story,
    withhold_story,
)

Keep = Callable[..., Story]


def everywhere(publication: Publication) -> set[str]:
    shelves = [card.headline for shelf in front() for card in shelf.stories]
    lists = [card.headline for page in (newest_stories(), publication_stories(publication)) for card in page.cards]
    return {*shelves, *lists, *(hit.card.headline for hit in search("heron").hits)}


def test_a_story_that_is_taken_down_is_gone_from_every_list(keep: Keep, publication: Publication) -> None:
    story = keep("Heron seen", "A heron stood in the reeds near the mill.")
    other = keep("Heron gone", "The heron left the reeds near the mill.")
    third = keep("Council", "A meeting about roads.")
    relate_story(other)
    assert [each.card.id for each in more_stories(other) if each.reason == "topic"] == [story.pk]
    withhold_story(story, "Being checked.")
    assert everywhere(publication) == {"Heron gone", "Council"}
    assert story.pk not in {each.card.id for every in (other, third) for each in more_stories(every)}
    kept = story_by_public_id(story.public_id)
    assert (kept.state, kept.notice) == ("withheld", "Being checked.")
    restore_story(story)
    assert everywhere(publication) == {"Heron seen", "Heron gone", "Council"}


def test_a_front_page_forgets_the_moment_of_a_story_that_is_gone(
    keep: Keep, publication: Publication, now: datetime
) -> None:
    story = keep("Only one", "Words.")
    publication.refresh_from_db()
    assert publication.latest_at == story.listed_at
    withdraw_story(story)
    publication.refresh_from_db()
    assert publication.latest_at is None
    assert front() == []


def test_a_removed_source_keeps_or_takes_its_stories(keep: Keep, publication: Publication, source: Source) -> None:
    keep("Heron", "A heron.")
    remove_source(source)
    assert (source.state, everywhere(publication)) == ("gone", {"Heron"})
    remove_source(source, withdraw=True, notice="The publisher asked.")
    assert everywhere(publication) == set()
    assert Story.objects.get().notice == "The publisher asked."
