"""Who may read a story to its end, and how much of it everybody may read."""

from __future__ import annotations

from kushk.library.cutting import WHOLE, Cut
from kushk.library.models import Access, Publication, Section, Story
from kushk.library.values import RightsTerms


def access_of(story: Story) -> Access:
    """Return who may read a story to its end: what it says itself, else its section, else its publication.

    A story that is held back for members until a moment is theirs until ``open_embargoed`` has opened it, so that its
    page, lists and search change together.
    """
    if story.members_until is not None:
        return Access.MEMBERS
    said = story.access or (story.section.access if story.section else "") or story.publication.access
    return Access(said)


def is_gated(story: Story) -> bool:
    """Tell whether a story is not for everybody to its end."""
    return access_of(story) != Access.FREE


def has_metered() -> bool:
    """Tell whether any story of the stand is free a few times a month."""
    metered = Access.METERED
    return (
        Publication.objects.filter(access=metered).exists()
        or Section.objects.filter(access=metered).exists()
        or Story.objects.filter(access=metered).exists()
    )


def open_cut(story: Story, terms: RightsTerms | None) -> Cut:
    """Return how a story is cut for everybody under the terms of its source."""
    return Cut(terms, story.publication.preview if is_gated(story) else WHOLE)
